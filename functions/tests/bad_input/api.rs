//! From clients to `api`, over HTTP.

use contract::HttpRequests;
use domain::kernel::InMemoryEventStore;
use functions::api::{ApiHandler, MAX_HEADER_BYTES, MAX_KEY_CHARACTERS, body};
use functions::cart::CartHandler;
use functions::metrics::Count;
use functions::ports::memory::{MemoryKeyring, MemoryRegister};
use functions::related_items::{MemoryProjection, Suggestions};
use functions::repository::Repository;
use serde_json::{Value, json};
use uuid::Uuid;

use super::samples::{invoke, mebibyte};

/// A request to add an item, as API Gateway hands it over.
fn request(change: impl Fn(&mut Value)) -> Value {
    let path = format!("/carts/{}/items", Uuid::from_u128(9));
    let item = json!({ "sku": "tea", "quantity": 1, "unit_price": { "amount": 499, "currency": "EUR" } });
    let mut request = json!({
        "version": "2.0", "rawPath": path, "rawQueryString": "", "isBase64Encoded": false,
        "headers": { "content-type": "application/json", "idempotency-key": Uuid::from_u128(1) },
        "requestContext": {
            "http": { "method": "POST", "path": path },
            "authorizer": { "iam": { "userId": "AROAEXAMPLE:ada" } },
        },
        "body": item.to_string(),
    });
    change(&mut request);
    request
}

fn header(name: &'static str, value: String) -> Value {
    request(move |request| request["headers"][name] = json!(value))
}

fn content(content: String) -> Value {
    request(move |request| request["body"] = json!(content))
}

#[tokio::test]
async fn a_request_that_makes_no_sense_gets_a_problem_and_stores_nothing() {
    let carts = Repository::without_snapshots(InMemoryEventStore::default());
    let cart = CartHandler { carts, keys: MemoryKeyring::default() };
    let suggestions = Suggestions { register: MemoryRegister::default(), partners: MemoryProjection::default() };
    let handler = ApiHandler { cart, suggestions };
    let path = |path: &'static str| request(move |request| request["rawPath"] = json!(path));
    let id = Uuid::from_u128(1);
    let item = request(|_| ())["body"].as_str().unwrap().to_owned();
    let twice_in_body = item.replacen('{', "{\"sku\":\"cup\",", 1);
    let twice = request(|request| request["headers"]["Idempotency-Key"] = json!("another"));
    let not_base64 = request(|request| {
        request["body"] = json!("?");
        request["isBase64Encoded"] = json!(true);
    });
    for (what, request, status) in [
        ("no cart id", path("/carts/7/items"), 400..=404),
        ("no route", path("/shops"), 404..=404),
        ("an item that is none", content(json!({ "sku": "?" }).to_string()), 400..=422),
        ("a currency that is none", content(item.replace("EUR", "EURO")), 400..=422),
        ("too many pieces", content(item.replace(":1,", ":1000,")), 400..=422),
        ("no JSON", content("{".to_owned()), 400..=400),
        ("no base64", not_base64, 400..=400),
        ("a large body", content(mebibyte()), 413..=413),
        ("a body just too large", content(" ".repeat(body::MAX_BODY_BYTES + 1)), 413..=413),
        ("a long key", header("idempotency-key", "k".repeat(MAX_KEY_CHARACTERS + 1)), 400..=431),
        ("a large header", header("if-match", format!("\"{}\"", "v".repeat(MAX_HEADER_BYTES))), 400..=431),
        ("a key twice", twice, 400..=400),
        ("two keys that were joined", header("idempotency-key", "a,b".to_owned()), 400..=400),
        ("two correlations", header("x-correlation-id", format!("{id},{id}")), 400..=400),
        ("a correlation that is none", header("x-correlation-id", "no id".to_owned()), 400..=400),
        ("a large correlation", header("x-correlation-id", mebibyte()), 400..=431),
        ("a parameter twice", request(|request| request["rawQueryString"] = json!("limit=1&limit=2")), 400..=400),
        ("a field twice", content(twice_in_body), 400..=422),
        ("an amount out of range", content(item.replace("499", "1000000000001")), 400..=422),
        ("an amount below nothing", content(item.replace("499", "-1")), 400..=422),
        ("a condition that is none", header("if-match", "7".to_owned()), 400..=400),
        ("another media type", header("content-type", "text/xml".to_owned()), 415..=415),
        ("a cart that is not there", request(|_| ()), 404..=404),
    ] {
        let (response, taken) = invoke::<HttpRequests, _>(&handler, &request).await;
        let response = response.unwrap();
        assert!(status.contains(&response.status_code), "{what}: {response:?}");
        assert_eq!(response.headers["content-type"], "application/problem+json", "{what}");
        let problem: Value = serde_json::from_str(&response.body).unwrap();
        assert!(problem["detail"].as_str().is_some_and(|detail| !detail.is_empty()), "{what}: {problem}");
        let is_counted =
            |(count, code, number)| count == Count::RequestsRefused && problem["code"] == code && number == 1;
        assert!(taken.by_code().any(is_counted), "{what}: {problem}");
    }
    assert!(handler.cart.carts.events.commits().is_empty());
}
