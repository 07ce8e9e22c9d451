//! Operations: what is sent, and every answer.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::super::body::{self, CloseCart, OpenCart};
use super::super::problem::{self, Kind, ProblemDocument};
use super::super::routes::{Operation, Route};
use super::Schemas;
use super::parameters::{named, parameter};
use crate::cart::CartView;
use crate::related_items::RelatedView;

/// The description of a route.
pub fn operation(route: &Route, schemas: &mut Schemas) -> Value {
    let operation = route.operation;
    let (id, summary) = names(operation);
    let mut described = json!({
        "operationId": id,
        "summary": summary,
        "parameters": parameters(route),
        "responses": responses(operation, schemas),
    });
    if let Some((schema, required)) = request(operation, schemas) {
        described["requestBody"] =
            json!({ "required": required, "content": { body::MEDIA_TYPE: { "schema": schema } } });
    }
    described
}

fn names(operation: Operation) -> (&'static str, &'static str) {
    match operation {
        Operation::OpenCart => ("openCart", "Open a cart"),
        Operation::GetCart => ("getCart", "Read a cart"),
        Operation::AddItem => ("addItem", "Add an item to a cart"),
        Operation::CloseCart => ("closeCart", "Close a cart for good"),
        Operation::GetRelated => ("getRelated", "Say what is bought with an item"),
    }
}

/// The body of requests, and whether there has to be one.
fn request(operation: Operation, schemas: &mut Schemas) -> Option<(Value, bool)> {
    match operation {
        Operation::OpenCart => Some((schemas.request::<OpenCart>(), false)),
        Operation::GetCart | Operation::GetRelated => None,
        Operation::AddItem => Some((schemas.request::<domain::cart::AddItem>(), true)),
        Operation::CloseCart => Some((schemas.request::<CloseCart>(), false)),
    }
}

fn parameters(route: &Route) -> Vec<Value> {
    let variables = route.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    let in_path = variables.map(|name| {
        let schema =
            json!({ "$ref": format!("#/components/schemas/{}", if name == "sku" { "Sku" } else { "CartId" }) });
        json!({ "name": name, "in": "path", "required": true, "schema": schema })
    });
    in_path.chain(route.operation.parameters().iter().copied().map(parameter)).collect()
}

fn responses(operation: Operation, schemas: &mut Schemas) -> Value {
    let mut responses = Map::new();
    let cart = json!({ body::MEDIA_TYPE: { "schema": schemas.answer::<CartView>() } });
    let related = json!({ body::MEDIA_TYPE: { "schema": schemas.answer::<RelatedView>() } });
    let of_commands = ["etag", "idempotency-key", "traceparent", "x-correlation-id"];
    let of_readings = ["etag", "traceparent", "x-correlation-id"];
    let mut answer = |status: u16, description: &str, headers: &[&str], content: Option<&Value>| {
        let mut response = json!({ "description": description, "headers": named(headers) });
        if let Some(content) = content {
            response["content"] = content.clone();
        }
        responses.insert(status.to_string(), response);
    };
    match operation {
        Operation::OpenCart => {
            let headers = [&of_commands[..], &["location"]].concat();
            answer(201, "The cart is open.", &headers, Some(&cart));
        }
        Operation::AddItem => answer(200, "The cart with the item.", &of_commands, Some(&cart)),
        Operation::CloseCart => answer(200, "The closed cart.", &of_commands, Some(&cart)),
        Operation::GetCart => {
            answer(200, "The cart.", &of_readings, Some(&cart));
            answer(304, "The reader has this version.", &of_readings, None);
        }
        Operation::GetRelated => answer(200, "What is bought with the item.", &of_readings[1..], Some(&related)),
    }
    let problem = schemas.answer::<ProblemDocument<'static>>();
    let mut by_status = BTreeMap::<u16, Vec<&Kind>>::new();
    for kind in problems(operation) {
        by_status.entry(kind.status).or_default().push(kind);
    }
    for (status, kinds) in by_status {
        responses.insert(status.to_string(), problem_response(operation, status, &kinds, &problem));
    }
    for status in ["401", "403", "429"] {
        responses.insert(status.to_owned(), json!({ "$ref": "#/components/responses/Refused" }));
    }
    Value::Object(responses)
}

fn problem_response(operation: Operation, status: u16, kinds: &[&Kind], problem: &Value) -> Value {
    let sentences: Vec<_> = kinds.iter().map(|kind| format!("`{}`: {}", kind.code, kind.title)).collect();
    let mut headers = vec!["traceparent", "x-correlation-id"];
    if operation.is_command() {
        headers.push("idempotency-key");
    }
    if status == 503 {
        headers.push("retry-after");
    }
    let codes: Vec<_> = kinds.iter().map(|kind| kind.code).collect();
    let schema = json!({
        "allOf": [problem],
        "properties": { "code": { "enum": codes }, "status": { "const": status } },
    });
    json!({
        "description": sentences.join("\n\n"),
        "headers": named(&headers),
        "content": { problem::MEDIA_TYPE: { "schema": schema } },
    })
}

/// Every kind of problem that requests for an operation can lead to, once there is a route for them.
pub fn problems(operation: Operation) -> Vec<&'static Kind> {
    use problem::{
        ALREADY_OPENED, BODY_TOO_LARGE, CART_BUSY, CART_CLOSED, COMMIT_TOO_LARGE, CUSTOMER_ERASED, HEADER_TOO_LARGE,
        HISTORY_UNREADABLE, IDEMPOTENCY_KEY_REUSED, INVALID_BODY, INVALID_HEADER, INVALID_PATH, INVALID_QUERY,
        KEYS_UNAVAILABLE, MALFORMED_BODY, NO_SUCH_CART, OTHER_CURRENCY, STORE_UNAVAILABLE, SUGGESTIONS_UNAVAILABLE,
        TOO_MANY_ITEMS, TOO_MANY_PIECES, UNSUPPORTED_MEDIA_TYPE, VERSION_MISMATCH, VERSION_NOT_REACHED,
    };
    let mut kinds = vec![&INVALID_HEADER, &INVALID_QUERY, &BODY_TOO_LARGE, &HEADER_TOO_LARGE];
    if operation == Operation::GetRelated {
        kinds.extend([&INVALID_PATH, &SUGGESTIONS_UNAVAILABLE]);
    } else {
        kinds.extend([&HISTORY_UNREADABLE, &STORE_UNAVAILABLE]);
    }
    if operation.is_command() {
        kinds.extend([
            &MALFORMED_BODY,
            &VERSION_MISMATCH,
            &UNSUPPORTED_MEDIA_TYPE,
            &COMMIT_TOO_LARGE,
            &IDEMPOTENCY_KEY_REUSED,
            &INVALID_BODY,
            &CART_BUSY,
        ]);
    }
    match operation {
        Operation::OpenCart => kinds.extend([&ALREADY_OPENED, &CUSTOMER_ERASED, &KEYS_UNAVAILABLE]),
        Operation::GetCart => kinds.extend([&INVALID_PATH, &NO_SUCH_CART, &VERSION_NOT_REACHED]),
        Operation::AddItem => {
            kinds.extend([&INVALID_PATH, &NO_SUCH_CART, &CART_CLOSED]);
            kinds.extend([&OTHER_CURRENCY, &TOO_MANY_ITEMS, &TOO_MANY_PIECES]);
        }
        Operation::CloseCart => kinds.extend([&INVALID_PATH, &NO_SUCH_CART, &CART_CLOSED]),
        Operation::GetRelated => {}
    }
    kinds
}
