//! What requests can say beside path and body, and what answers say beside their body.

use serde_json::{Map, Value, json};

use super::super::headers::MAX_KEY_CHARACTERS;
use super::super::routes::Parameter;
use crate::related_items::Limit;

/// A parameter of an operation.
pub fn parameter(parameter: Parameter) -> Value {
    let (description, schema) = match parameter {
        Parameter::IdempotencyKey => (
            "Names the command, best with a UUID: the same command with the same key is carried out once. Without one each \
             request is a command of its own; the answer names a key to try it again with.",
            json!({ "type": "string", "minLength": 1, "maxLength": MAX_KEY_CHARACTERS }),
        ),
        Parameter::IfMatch => (
            "The ETag of the version that the command is meant for. At another version nothing is done.",
            json!({ "type": "string" }),
        ),
        Parameter::IfNoneMatch => {
            ("The ETag of the version that the reader has. It is not sent again.", json!({ "type": "string" }))
        }
        Parameter::MinVersion => (
            "A version that the answer must not be older than, such as that of an answer to a command.",
            json!({ "type": "integer", "format": "int64", "minimum": 0 }),
        ),
        Parameter::Limit => (
            "How many items to name at most.",
            json!({ "type": "integer", "minimum": 1, "maximum": Limit::MAX, "default": Limit::default() }),
        ),
        Parameter::CorrelationId => (
            "Ties everything that the request leads to to other requests; by default the trace of `traceparent`, or the \
             command itself.",
            json!({ "type": "string", "format": "uuid" }),
        ),
        Parameter::TraceParent => {
            ("The trace that the request belongs to (W3C Trace Context).", json!({ "type": "string" }))
        }
    };
    let place = if parameter.is_in_query() { "query" } else { "header" };
    json!({ "name": parameter.name(), "in": place, "description": description, "schema": schema })
}

/// The headers of answers, by their names in lower case.
pub fn headers() -> Map<String, Value> {
    let text = |description: &str| json!({ "description": description, "schema": { "type": "string" } });
    let uuid =
        |description: &str| json!({ "description": description, "schema": { "type": "string", "format": "uuid" } });
    let headers = [
        ("etag", text("The version that the answer shows, in quotes.")),
        ("idempotency-key", text("The key to try the same command again with.")),
        ("location", text("The path of the new cart.")),
        ("traceparent", text("The `traceparent` of the request.")),
        ("x-correlation-id", uuid("What everything that the request led to is tied to.")),
    ];
    headers.map(|(name, header)| (name.to_owned(), header)).into_iter().collect()
}

/// Headers of `components`, for an answer.
pub fn named(names: &[&str]) -> Value {
    let reference = |name: &&str| ((*name).to_owned(), json!({ "$ref": format!("#/components/headers/{name}") }));
    Value::Object(names.iter().map(reference).collect())
}
