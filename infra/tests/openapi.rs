//! The OpenAPI document of the HTTP API: committed as it is, and the API that is deployed.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use infra::environment::Environment;
use serde_json::Value;

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

#[test]
fn every_environment_deploys_the_routes_of_its_document_and_lets_nobody_in_unasked() {
    for environment in Environment::ALL {
        let document: Value = serde_json::from_str(&printed(&["--env", environment.name])).unwrap();
        let described: BTreeSet<_> = document["paths"]
            .as_object()
            .unwrap()
            .iter()
            .flat_map(|(path, methods)| {
                methods.as_object().unwrap().keys().map(move |method| format!("{} {path}", method.to_uppercase()))
            })
            .collect();
        let template = serde_json::to_value(infra::app::synthesized(environment).unwrap().template).unwrap();
        let resources = template["Resources"].as_object().unwrap();
        let of_type = |name: &str| {
            resources
                .values()
                .filter(|resource| resource["Type"] == name)
                .map(|resource| &resource["Properties"])
                .collect::<Vec<_>>()
        };
        let routes = of_type("AWS::ApiGatewayV2::Route");
        let mut deployed: BTreeSet<_> =
            routes.iter().map(|route| route["RouteKey"].as_str().unwrap().to_owned()).collect();
        assert!(deployed.remove("$default"), "{environment}");
        assert_eq!(deployed, described, "{environment}");
        let expected = if environment.tokens.is_some() { "JWT" } else { "AWS_IAM" };
        assert!(routes.iter().all(|route| route["AuthorizationType"] == expected), "{environment}");
        let [api] = of_type("AWS::ApiGatewayV2::Api")[..] else { panic!("{environment} has one API") };
        assert_eq!(api.get("CorsConfiguration"), None, "{environment}");
        let [stage] = of_type("AWS::ApiGatewayV2::Stage")[..] else { panic!("{environment} has one stage") };
        assert_eq!(stage["DefaultRouteSettings"]["ThrottlingRateLimit"], f64::from(environment.request_rate));
        let log = stage["AccessLogSettings"]["Format"].as_str().unwrap();
        assert!(log.contains("$context.status"), "{log}");
    }
}
