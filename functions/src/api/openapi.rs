//! The OpenAPI 3.1 document of the API, made from the route table and from the types of requests and answers.
//!
//! <https://spec.openapis.org/oas/v3.1.1.html>

mod operations;
mod parameters;

use schemars::generate::{SchemaGenerator, SchemaSettings};
use serde_json::{Map, Value, json};

pub use self::operations::problems;

use super::routes::ROUTES;

/// How callers are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Callers {
    /// By requests that they sign as AWS has it, if IAM allows them to.
    Iam,
    /// By the tokens of an issuer, whose URL this is.
    Tokens(&'static str),
}

/// The document.
#[must_use]
pub fn document(callers: Callers) -> Value {
    let mut schemas = Schemas::new();
    let mut paths = Map::new();
    for route in ROUTES {
        let methods = paths.entry(route.path).or_insert_with(|| json!({}));
        if let Some(methods) = methods.as_object_mut() {
            methods.insert(route.method.name().to_lowercase(), operations::operation(route, &mut schemas));
        }
    }
    let mut headers = parameters::headers();
    headers.insert(
        "retry-after".to_owned(),
        json!({
            "description": "How long to wait before trying again, in seconds.",
            "schema": { "type": "integer", "minimum": 0 },
        }),
    );
    json!({
        "openapi": "3.1.1",
        "info": {
            "title": "Carts",
            "version": env!("CARGO_PKG_VERSION"),
            "description": DESCRIPTION,
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "paths": paths,
        "security": [{ "callers": [] }],
        "components": {
            "schemas": schemas.into_definitions(),
            "headers": headers,
            "securitySchemes": { "callers": scheme(callers) },
            "responses": {
                "Refused": {
                    "description": "API Gateway does not know the caller, does not allow the request, or takes no more at \
                                    the moment. This answer comes from API Gateway and is no problem document.",
                    "content": { "application/json": { "schema": {
                        "type": "object", "properties": { "message": { "type": "string" } },
                    } } },
                },
            },
        },
    })
}

const DESCRIPTION: &str = "Shopping carts. A cart is opened, takes items and is closed for good.\n\n\
    Commands are carried out once for each `Idempotency-Key`, however often they are sent. A cart's version is its `ETag`: sent \
    as `If-Match` it makes a command fail if somebody else was faster, sent as `If-None-Match` it saves reading the same again. \
    `min_version` makes sure that an answer is not older than what was written before.\n\n\
    What is bought with an item is counted behind the carts, so it follows them a moment later.";

fn scheme(callers: Callers) -> Value {
    match callers {
        Callers::Iam => json!({
            "type": "apiKey",
            "name": "Authorization",
            "in": "header",
            "description": "Requests are signed with Signature Version 4 of AWS for the service `execute-api`.",
            "x-amazon-apigateway-authtype": "awsSigv4",
        }),
        Callers::Tokens(issuer) => json!({
            "type": "openIdConnect",
            "openIdConnectUrl": format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/')),
        }),
    }
}

/// The schemas of types, each of which stands once in `components`.
pub(super) struct Schemas {
    requests: SchemaGenerator,
    answers: SchemaGenerator,
}

impl Schemas {
    fn new() -> Self {
        let settings = || {
            SchemaSettings::draft2020_12().with(|settings| {
                settings.definitions_path = "/components/schemas".into();
                settings.meta_schema = None;
            })
        };
        Self {
            requests: settings().for_deserialize().into_generator(),
            answers: settings().for_serialize().into_generator(),
        }
    }

    /// A type as clients send it.
    pub(super) fn request<T: schemars::JsonSchema>(&mut self) -> Value {
        self.requests.subschema_for::<T>().to_value()
    }

    /// A type as clients get it.
    pub(super) fn answer<T: schemars::JsonSchema>(&mut self) -> Value {
        self.answers.subschema_for::<T>().to_value()
    }

    /// Every schema by its name. What is sent and what is got are of the same form where they have the same name.
    fn into_definitions(mut self) -> Map<String, Value> {
        let mut definitions = self.requests.take_definitions(true);
        definitions.extend(self.answers.take_definitions(true));
        definitions
    }
}

#[cfg(test)]
mod tests;
