//! An HTTP API in front of functions.

mod props;

use std::collections::BTreeMap;
use std::panic::Location;

pub use self::props::{Authorization, Cors, HttpApiProps, Method};
use super::function::Function;
use crate::aws::apigatewayv2::authorizer::JwtConfiguration;
use crate::aws::apigatewayv2::stage::{AccessLogSettings, RouteSettings};
use crate::aws::apigatewayv2::{self, Api, Authorizer, Integration, Stage};
use crate::aws::lambda::Permission;
use crate::aws::logs::LogGroup;
use crate::{ConstructPath, Definition, LogicalId, Resource, Stack, Value, pseudo, rules};

/// The key of the route that takes what no other one takes.
const DEFAULT_ROUTE: &str = "$default";

/// What API Gateway writes about each request, as JSON.
const ACCESS_LOG: &[(&str, &str)] = &[
    ("error", "integrationErrorMessage"),
    ("ip", "identity.sourceIp"),
    ("latency", "responseLatency"),
    ("requestId", "requestId"),
    ("routeKey", "routeKey"),
    ("status", "status"),
    ("time", "requestTime"),
    ("userAgent", "identity.userAgent"),
];

/// An HTTP API of API Gateway whose routes wake functions, deployed as it changes, throttled, with access logs. Who calls it
/// has to be authorized, except on routes that are public by name.
///
/// ```
/// use cdk::constructs::{Function, HttpApi, HttpApiProps, Method};
/// use cdk::{Stack, StackProps};
///
/// /// `GET` is signed by whom IAM allows it, and everybody may ask how the service is.
/// fn api(stack: &mut Stack, read: &Function, health: &Function) -> HttpApi {
///     let mut api = HttpApi::new(stack, "Api", HttpApiProps::default());
///     api.route(stack, Method::Get, "/carts/{id}", read);
///     api.public_route(stack, Method::Get, "/health", health);
///     stack.output("Url", "Where the API is.", api.url());
///     api
/// }
/// ```
#[derive(Debug)]
pub struct HttpApi {
    path: ConstructPath,
    resource: Resource<Api>,
    authorizer: Option<Resource<Authorizer>>,
    integrations: BTreeMap<LogicalId, Resource<Integration>>,
    routes: BTreeMap<String, &'static Location<'static>>,
}

impl HttpApi {
    /// Adds an API without routes.
    #[track_caller]
    pub fn new(stack: &mut Stack, id: impl Into<ConstructPath>, props: HttpApiProps) -> Self {
        let path = id.into();
        let name = Value::join([pseudo::stack_name(), format!("-{}", path.logical_id()).into()]);
        let mut api = Api::new().name(name).protocol_type("HTTP");
        if let Some(cors) = props.cors {
            let methods: Vec<_> = cors.methods.into_iter().map(|method| method.all_as_star()).collect();
            let allowed = apigatewayv2::api::Cors::new().allow_origins(cors.origins).allow_methods(methods);
            api = api.cors_configuration(allowed.allow_headers(cors.headers));
        }
        let resource = stack.add(&path, Definition::new(api));
        let authorizer = match props.authorization {
            Authorization::Iam => None,
            Authorization::Jwt { issuer, audiences } => {
                let tokens = JwtConfiguration::new().issuer(issuer).audience(audiences);
                let authorizer = Authorizer::new(resource.api_id(), "JWT", "Jwt")
                    .identity_source(["$request.header.Authorization"])
                    .jwt_configuration(tokens);
                Some(stack.add(&path.child("Authorizer"), Definition::new(authorizer)))
            }
        };
        let logs = LogGroup::new().retention_in_days(props.log_retention as u32);
        let logs = stack.add(&path.child("AccessLogs"), Definition::stateful(logs, props.log_removal));
        let throttle = RouteSettings::new()
            .throttling_rate_limit(f64::from(props.rate_limit))
            .throttling_burst_limit(props.burst_limit);
        let stage = Stage::new(resource.api_id(), "$default")
            .auto_deploy(true)
            .access_log_settings(AccessLogSettings::new().destination_arn(logs.arn()).format(access_log()))
            .default_route_settings(throttle);
        stack.add(&path.child("Stage"), Definition::new(stage));
        Self { path, resource, authorizer, integrations: BTreeMap::new(), routes: BTreeMap::new() }
    }

    /// Has requests of a method and a path, such as `/carts/{id}`, wake a function, if the caller is authorized.
    #[track_caller]
    pub fn route(
        &mut self,
        stack: &mut Stack,
        method: Method,
        path: &str,
        function: &Function,
    ) -> Resource<apigatewayv2::Route> {
        let authorizer = self.authorizer.as_ref().map(Resource::authorizer_id);
        self.add_route(stack, method, path, function, |route| authorized(route, authorizer))
    }

    /// The same for everybody on the internet.
    #[track_caller]
    pub fn public_route(
        &mut self,
        stack: &mut Stack,
        method: Method,
        path: &str,
        function: &Function,
    ) -> Resource<apigatewayv2::Route> {
        self.add_route(stack, method, path, function, |route| route.authorization_type("NONE"))
    }

    /// Has every request that no other route takes wake a function, if the caller is authorized. Without such a route API
    /// Gateway answers `404` by itself, also where only the method is another one.
    ///
    /// <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html>
    #[track_caller]
    pub fn default_route(&mut self, stack: &mut Stack, function: &Function) -> Resource<apigatewayv2::Route> {
        let construct = self.path.child("Default");
        self.claim(stack, &construct, DEFAULT_ROUTE, DEFAULT_ROUTE);
        let arn = self.arn(DEFAULT_ROUTE);
        let authorizer = self.authorizer.as_ref().map(Resource::authorizer_id);
        self.add(stack, &construct, DEFAULT_ROUTE, arn, function, |route| authorized(route, authorizer))
    }

    #[track_caller]
    fn add_route(
        &mut self,
        stack: &mut Stack,
        method: Method,
        path: &str,
        function: &Function,
        authorized: impl FnOnce(apigatewayv2::Route) -> apigatewayv2::Route,
    ) -> Resource<apigatewayv2::Route> {
        let construct = self.path.child(&route_id(method, path));
        self.check(stack, &construct, method, path);
        let arn = self.route_arn(method, path);
        self.add(stack, &construct, &format!("{} {path}", method.name()), arn, function, authorized)
    }

    #[track_caller]
    fn add(
        &mut self,
        stack: &mut Stack,
        construct: &ConstructPath,
        key: &str,
        arn: Value<String>,
        function: &Function,
        authorized: impl FnOnce(apigatewayv2::Route) -> apigatewayv2::Route,
    ) -> Resource<apigatewayv2::Route> {
        let integration = self.integration(stack, function);
        let target = Value::join(["integrations/".into(), integration.integration_id()]);
        let route = authorized(apigatewayv2::Route::new(self.resource.api_id(), key).target(target));
        let permission =
            Permission::new("lambda:InvokeFunction", function.name(), "apigateway.amazonaws.com").source_arn(arn);
        stack.add(&construct.child("Permission"), Definition::new(permission));
        stack.add(construct, Definition::new(route))
    }

    /// A route is well written, and there is no other for the same requests, whatever its variables are called.
    #[track_caller]
    fn check(&mut self, stack: &mut Stack, construct: &ConstructPath, method: Method, path: &str) {
        let parts: Vec<&str> =
            path.split('/').skip(1).map(|part| if part.starts_with('{') { "{}" } else { part }).collect();
        if !path.starts_with('/') || (path.len() > 1 && parts.contains(&"")) {
            let message = format!("`{path}` is no path of a route");
            let help = "begin it with `/`, let it not end with `/`, and write variables as `{name}`: /carts/{id}";
            stack.error(&rules::ROUTES, construct, message, help);
        }
        let key = format!("{} /{}", method.name(), parts.join("/"));
        let shown = format!("{} {path}", method.name());
        self.claim(stack, construct, &key, &shown);
    }

    /// No other route has that key.
    #[track_caller]
    fn claim(&mut self, stack: &mut Stack, construct: &ConstructPath, key: &str, shown: &str) {
        if let Some(other) = self.routes.insert(key.to_owned(), Location::caller()) {
            let message = format!("the API {} has a route {shown} already ({other})", self.path);
            stack.error(&rules::ROUTES, construct, message, rules::ROUTES.fix);
        }
    }

    /// How the API invokes a function: one integration serves all of its routes.
    #[track_caller]
    fn integration(&mut self, stack: &mut Stack, function: &Function) -> Resource<Integration> {
        let id = function.resource().logical_id().clone();
        if let Some(integration) = self.integrations.get(&id) {
            return integration.clone();
        }
        let integration = Integration::new(self.resource.api_id(), "AWS_PROXY")
            .integration_uri(function.resource().arn())
            .payload_format_version("2.0");
        let integration = stack.add(&self.path.child(&format!("To{id}")), Definition::new(integration));
        self.integrations.insert(id, integration.clone());
        integration
    }

    /// The ARN of a route, as policies of callers and permissions of functions name it.
    #[must_use]
    pub fn route_arn(&self, method: Method, path: &str) -> Value<String> {
        self.arn(&format!("{}{path}", method.all_as_star()))
    }

    fn arn(&self, end: &str) -> Value<String> {
        Value::join([
            "arn:".into(),
            pseudo::partition(),
            ":execute-api:".into(),
            pseudo::region(),
            ":".into(),
            pseudo::account_id(),
            ":".into(),
            self.resource.api_id(),
            format!("/$default/{end}").into(),
        ])
    }

    /// Where it is.
    #[must_use]
    pub fn url(&self) -> Value<String> {
        self.resource.api_endpoint()
    }

    /// The typed resource, for what this construct has no word for.
    #[must_use]
    pub fn resource(&self) -> &Resource<Api> {
        &self.resource
    }
}

/// Only who is authorized: by the authorizer if there is one, otherwise by IAM.
fn authorized(route: apigatewayv2::Route, authorizer: Option<Value<String>>) -> apigatewayv2::Route {
    match authorizer {
        None => route.authorization_type("AWS_IAM"),
        Some(authorizer) => route.authorization_type("JWT").authorizer_id(authorizer),
    }
}

/// `GET /carts/{id}` as the id of a construct: `GetCartsById`.
fn route_id(method: Method, path: &str) -> String {
    let capitalized = |word: &str| {
        let mut letters = word.chars().filter(char::is_ascii_alphanumeric);
        let first = letters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    };
    let parts = path.split('/').map(|part| {
        let word = capitalized(part);
        if part.starts_with('{') { format!("By{word}") } else { word }
    });
    capitalized(&method.name().to_lowercase()) + &parts.collect::<String>()
}

fn access_log() -> String {
    let fields = ACCESS_LOG.iter().map(|(name, variable)| format!("\"{name}\":\"$context.{variable}\""));
    format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
}
