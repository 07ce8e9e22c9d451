//! The OpenAPI document of the HTTP API: committed as it is, and the API that is deployed.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use infra::environment::{Environment, TokenIssuer};
use serde_json::{Value, json};

fn printed(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_infra")).arg("openapi").args(arguments).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_committed_document_is_that_of_the_program() {
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cdk.out/openapi.json");
    let committed = std::fs::read_to_string(committed).unwrap_or_default();
    assert!(
        committed == printed(&[]),
        "cdk.out/openapi.json is stale: run `cargo run -p infra -- openapi > cdk.out/openapi.json` and commit it"
    );
}

/// The template of a stack.
struct Template(Value);

impl Template {
    /// The properties of its resources of a type.
    fn of_type(&self, name: &str) -> Vec<&Value> {
        let resources = self.0["Resources"].as_object().unwrap().values();
        resources.filter(|resource| resource["Type"] == name).map(|resource| &resource["Properties"]).collect()
    }
}

/// Deploys exactly the routes of its document, and lets nobody in unasked; gives the template of its stack.
fn check(environment: Environment, document: &Value) -> Template {
    let described: BTreeSet<_> = document["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(path, methods)| {
            methods.as_object().unwrap().keys().map(move |method| format!("{} {path}", method.to_uppercase()))
        })
        .collect();
    let template = Template(serde_json::to_value(infra::app::synthesized(environment).unwrap().template).unwrap());
    let routes = template.of_type("AWS::ApiGatewayV2::Route");
    let mut deployed: BTreeSet<_> = routes.iter().map(|route| route["RouteKey"].as_str().unwrap().to_owned()).collect();
    assert!(deployed.remove("$default"), "{environment}");
    assert_eq!(deployed, described, "{environment}");
    let expected = if environment.tokens.is_some() { "JWT" } else { "AWS_IAM" };
    assert!(routes.iter().all(|route| route["AuthorizationType"] == expected), "{environment}");
    let [api] = &template.of_type("AWS::ApiGatewayV2::Api")[..] else { panic!("{environment} has one API") };
    assert_eq!(api.get("CorsConfiguration"), None, "{environment}");
    let [stage] = &template.of_type("AWS::ApiGatewayV2::Stage")[..] else { panic!("{environment} has one stage") };
    assert_eq!(stage["DefaultRouteSettings"]["ThrottlingRateLimit"], f64::from(environment.request_rate));
    let log = stage["AccessLogSettings"]["Format"].as_str().unwrap();
    assert!(log.contains("$context.status"), "{log}");
    template
}

#[test]
fn every_environment_deploys_the_routes_of_its_document_and_lets_nobody_in_unasked() {
    for environment in Environment::ALL {
        let document = serde_json::from_str(&printed(&["--env", environment.name])).unwrap();
        assert_eq!(document, infra::app::openapi(environment), "{environment}");
        check(environment, &document);
    }
}

#[test]
fn an_environment_with_an_issuer_takes_its_tokens_on_every_route_and_nothing_else() {
    let tokens = Some(TokenIssuer { url: "https://login.example/pool", audiences: &["shop", "till"] });
    let environment = Environment { tokens, ..Environment::PROD };
    let document = infra::app::openapi(environment);
    let template = check(environment, &document);
    let scheme = json!({
        "type": "openIdConnect",
        "openIdConnectUrl": "https://login.example/pool/.well-known/openid-configuration",
    });
    assert_eq!(document["components"]["securitySchemes"], json!({ "callers": scheme }));
    assert_eq!(document["security"], json!([{ "callers": [] }]));
    let [authorizer] = &template.of_type("AWS::ApiGatewayV2::Authorizer")[..] else {
        panic!("there is one authorizer")
    };
    assert_eq!(authorizer["AuthorizerType"], "JWT");
    assert_eq!(authorizer["IdentitySource"], json!(["$request.header.Authorization"]));
    let expected = json!({ "Issuer": "https://login.example/pool", "Audience": ["shop", "till"] });
    assert_eq!(authorizer["JwtConfiguration"], expected);
    for route in template.of_type("AWS::ApiGatewayV2::Route") {
        let by = &route["AuthorizerId"];
        assert_eq!(by, &json!({ "Fn::GetAtt": ["FrontDoorAuthorizer", "AuthorizerId"] }), "{}", route["RouteKey"]);
    }
    let signed = check(Environment::PROD, &infra::app::openapi(Environment::PROD));
    assert!(signed.of_type("AWS::ApiGatewayV2::Authorizer").is_empty());
}
