//! What holds for every request: it has an answer, and the answer is a problem document if it is an error.

use domain::kernel::InMemoryEventStore;
use jiff::Timestamp;
use proptest::collection::btree_map;
use proptest::prelude::*;
use serde_json::Value;
use uuid::Uuid;

use super::problem::{KINDS, MEDIA_TYPE};
use super::*;
use crate::ports::memory::{MemoryKeyring, MemoryRegister};
use crate::related_items::MemoryProjection;
use crate::repository::Repository;

const CART: &str = "00000000-0000-0000-0000-000000000001";

/// Requests that come close to good ones, and some that do not.
fn requests() -> impl Strategy<Value = HttpRequest> {
    let method = prop_oneof![3 => Just("POST".to_owned()), 2 => Just("GET".to_owned()), 1 => "[A-Z]{0,8}"];
    let path = prop_oneof![
        2 => Just("/carts".to_owned()),
        2 => Just(format!("/carts/{CART}")),
        4 => Just(format!("/carts/{CART}/items")),
        2 => Just(format!("/carts/{CART}/close")),
        2 => Just("/items/tea/related".to_owned()),
        1 => "/carts/[^/]{0,40}(/(items|close))?",
        1 => any::<String>(),
    ];
    let query = prop_oneof![4 => Just(String::new()), 2 => "min_version=[0-9]{0,3}", 1 => "limit=[0-9]{0,3}", 1 => any::<String>()];
    let name = prop_oneof![
        4 => Just("content-type".to_owned()),
        4 => Just("idempotency-key".to_owned()),
        2 => Just("if-match".to_owned()),
        2 => Just("if-none-match".to_owned()),
        1 => Just("x-correlation-id".to_owned()),
        1 => Just("traceparent".to_owned()),
        1 => any::<String>(),
    ];
    let value = prop_oneof![
        4 => Just("application/json".to_owned()),
        2 => "(W/)?\"[0-9]{1,2}\"(, ?\"[0-9]\")?",
        2 => Just(CART.to_owned()),
        1 => "00-[0-9a-f]{32}-[0-9a-f]{16}-01",
        1 => Just("k".repeat(2000)),
        2 => any::<String>(),
    ];
    let item =
        (any::<String>(), -2_i64..1002, any::<u64>(), "[A-Z]{3}").prop_map(|(sku, quantity, amount, currency)| {
            let sku = if amount % 2 == 0 { "tea".to_owned() } else { sku };
            let currency = if amount % 3 == 0 { "EUR".to_owned() } else { currency };
            let price = serde_json::json!({ "amount": amount % 2_000_000_000_000, "currency": currency });
            serde_json::json!({ "sku": sku, "quantity": quantity, "unit_price": price }).to_string()
        });
    let body = prop_oneof![
        2 => Just(None),
        1 => Just(Some("{}".to_owned())),
        3 => item.prop_map(Some),
        1 => any::<String>().prop_map(Some),
        1 => Just(Some(format!("{{\"cart_id\": \"{CART}\"}}"))),
        1 => ("[a-z@.]{0,8}|ada@shop\\.example").prop_map(|email| {
            Some(serde_json::json!({ "customer": { "id": CART, "email": email } }).to_string())
        }),
    ];
    let headers = btree_map(name, value, 0..4);
    (method, path, query, headers, body, prop::bool::weighted(0.1), any::<Option<String>>()).prop_map(
        |(method, path, query, headers, body, is_base64_encoded, caller)| HttpRequest {
            method,
            path,
            query,
            headers,
            caller,
            body,
            is_base64_encoded,
        },
    )
}

async fn answers(requests: Vec<HttpRequest>) -> Vec<(HttpRequest, HttpResponse)> {
    let handler = ApiHandler {
        cart: CartHandler {
            carts: Repository::without_snapshots(InMemoryEventStore::<Cart>::default()),
            keys: MemoryKeyring::default(),
        },
        suggestions: Suggestions { register: MemoryRegister::default(), partners: MemoryProjection::default() },
    };
    let mut answers = Vec::new();
    for (request, number) in requests.into_iter().zip(1..) {
        let now = Timestamp::UNIX_EPOCH;
        let at = Moment { now, deadline: now, fresh_id: Uuid::from_u128(number) };
        let Ok(response) = handler.handle(request.clone(), &at).await;
        answers.push((request, response));
    }
    answers
}

fn asked(requests: Vec<HttpRequest>) -> Vec<(HttpRequest, HttpResponse)> {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(answers(requests))
}

proptest! {
    #[test]
    fn every_request_is_answered_and_every_error_is_a_problem(requests in prop::collection::vec(requests(), 1..12)) {
        for (request, response) in asked(requests) {
            let described = format!("{request:?} led to {response:?}");
            prop_assert!(response.headers.contains_key("x-correlation-id"), "{described}");
            if response.status_code < 400 {
                let is_of_a_cart = request.path.starts_with("/carts");
                prop_assert_eq!(response.headers.contains_key("etag"), is_of_a_cart, "{}", described);
                continue;
            }
            prop_assert_eq!(&response.headers["content-type"], MEDIA_TYPE, "{}", described);
            let document: Value = serde_json::from_str(&response.body).unwrap();
            let kind = KINDS.iter().find(|kind| document["code"] == kind.code).unwrap();
            prop_assert_eq!(kind.status, response.status_code, "{}", described);
            prop_assert!(document["detail"].as_str().is_some_and(|detail| !detail.is_empty()), "{described}");
            // Nothing is wrong with the shop, so nothing may be said to be.
            prop_assert!(response.status_code < 500, "{described}");
            #[cfg(feature = "openapi")]
            if let routes::Found::Route(route, _) = routes::find(&request.method, &request.path) {
                prop_assert!(openapi::problems(route.operation).contains(&kind), "{described} is not in the document");
            }
        }
    }

    #[test]
    fn no_header_of_an_answer_can_be_split(requests in prop::collection::vec(requests(), 1..12)) {
        for (request, response) in asked(requests) {
            let values = response.headers.values();
            let safe = |value: &String| value.bytes().all(|byte| byte == b'\t' || (b' '..=b'~').contains(&byte));
            prop_assert!(values.clone().all(safe), "{request:?} led to {response:?}");
        }
    }
}
