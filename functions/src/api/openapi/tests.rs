//! What the document has to be: OpenAPI 3.1, whole, and what the function does.

use std::collections::BTreeSet;

use super::*;
use crate::api::problem::KINDS;

fn described() -> Value {
    document(Callers::Iam)
}

/// Every object in a document.
fn objects(value: &Value) -> Vec<&Map<String, Value>> {
    match value {
        Value::Object(object) => {
            let mut all = vec![object];
            all.extend(object.values().flat_map(objects));
            all
        }
        Value::Array(values) => values.iter().flat_map(objects).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn every_route_and_nothing_else_is_described() {
    let document = described();
    let paths = document["paths"].as_object().unwrap();
    let found: BTreeSet<_> = paths
        .iter()
        .flat_map(|(path, methods)| {
            methods.as_object().unwrap().keys().map(move |method| format!("{} {path}", method.to_uppercase()))
        })
        .collect();
    assert_eq!(found, ROUTES.iter().map(ToString::to_string).collect());
}

#[test]
fn every_reference_leads_somewhere() {
    let document = described();
    let mut references = 0;
    for object in objects(&document) {
        if let Some(reference) = object.get("$ref").and_then(Value::as_str) {
            references += 1;
            assert!(document.pointer(reference.strip_prefix('#').unwrap()).is_some(), "{reference}");
        }
    }
    assert!(references > 20, "{references}");
}

#[test]
fn every_component_is_used() {
    let document = described();
    let references: BTreeSet<_> =
        objects(&document).into_iter().filter_map(|object| object.get("$ref")?.as_str()).collect();
    for part in ["schemas", "headers", "responses"] {
        for name in document["components"][part].as_object().unwrap().keys() {
            let reference = format!("#/components/{part}/{name}");
            assert!(references.contains(reference.as_str()), "{reference}");
        }
    }
}

#[test]
fn variables_of_paths_are_parameters_and_operations_have_names_of_their_own() {
    let document = described();
    let mut names = BTreeSet::new();
    for route in ROUTES {
        let operation = &document["paths"][route.path][route.method.name().to_lowercase()];
        assert!(names.insert(operation["operationId"].as_str().unwrap().to_owned()), "{route}");
        let parameters = operation["parameters"].as_array().unwrap();
        let in_path: Vec<_> = parameters.iter().filter(|parameter| parameter["in"] == "path").collect();
        assert_eq!(in_path.len(), route.path.matches('{').count(), "{route}");
        assert!(in_path.iter().all(|parameter| parameter["required"] == true), "{route}");
        for described in route.operation.parameters() {
            assert!(parameters.iter().any(|parameter| parameter["name"] == described.name()), "{route}");
        }
    }
}

#[test]
fn bodies_allow_no_fields_that_are_refused() {
    let document = described();
    let schemas = &document["components"]["schemas"];
    for name in ["OpenCart", "AddItem", "CloseCart", "Contact", "Money"] {
        assert_eq!(schemas[name]["additionalProperties"], false, "{name}");
    }
    assert_eq!(schemas["AddItem"]["required"], json!(["sku", "quantity", "unit_price"]));
    assert_eq!(schemas["Quantity"]["maximum"], 999);
}

#[test]
fn every_kind_of_problem_belongs_to_an_operation_or_to_no_route() {
    let operations = ROUTES.iter().map(|route| route.operation);
    let described: BTreeSet<_> = operations.flat_map(problems).map(|kind| kind.code).collect();
    for kind in KINDS {
        let has_no_route = matches!(kind.code, "RouteNotFound" | "MethodNotAllowed");
        assert_ne!(described.contains(kind.code), has_no_route, "{}", kind.code);
    }
}

#[test]
fn callers_with_tokens_are_sent_to_their_issuer() {
    let document = document(Callers::Tokens("https://login.example/"));
    let scheme = &document["components"]["securitySchemes"]["callers"];
    assert_eq!(scheme["openIdConnectUrl"], "https://login.example/.well-known/openid-configuration");
}
