//! From clients to `cart`, invoked directly.

use contract::Invocation;
use domain::kernel::InMemoryEventStore;
use functions::cart::{CartHandler, CartRequest, CartView};
use functions::metrics::Count;
use functions::ports::memory::MemoryKeyring;
use functions::repository::Repository;
use functions::wakes::NotHandled;
use serde_json::{Value, json};
use uuid::Uuid;

use super::samples::{invoke, mebibyte, refused};

fn add(field: &str, value: Value) -> Value {
    let mut add = json!({
        "cart_id": Uuid::from_u128(9), "sku": "tea", "quantity": 1, "unit_price": { "amount": 499, "currency": "EUR" },
    });
    match field.split_once('.') {
        Some((of, field)) => add[of][field] = value,
        None => add[field] = value,
    }
    json!({ "add_item": add })
}

#[tokio::test]
async fn a_command_that_makes_no_sense_is_refused_with_a_sentence_and_stores_nothing() {
    let carts = Repository::without_snapshots(InMemoryEventStore::default());
    let handler = CartHandler { carts, keys: MemoryKeyring::default() };
    for (request, says) in [
        (add("cart_id", json!("no id")), "`no id` is not a cart id"),
        (add("cart_id", json!(7)), "invalid type: integer `7`"),
        (add("command_id", json!("no id")), "`no id` is not a command id"),
        (add("command_id", json!(mebibyte())), "is not a command id"),
        (add("correlation_id", json!("no id")), "`no id` is not a correlation id"),
        (add("sku", json!("")), "is not a sku"),
        (add("sku", json!("tea\u{0}")), "is not a sku"),
        (add("sku", json!("t".repeat(65))), "is not a sku"),
        (add("sku", json!(mebibyte())), "is not a sku"),
        (add("quantity", json!(0)), "a quantity of 0 is out of range"),
        (add("quantity", json!(1000)), "a quantity of 1000 is out of range"),
        (add("quantity", json!(-1)), "invalid value: integer `-1`"),
        (add("quantity", json!(1.5)), "invalid type: floating point `1.5`"),
        (add("unit_price.currency", json!("EURO")), "EURO"),
        (add("unit_price.currency", json!("eur")), "eur"),
        (add("unit_price.amount", json!(1_000_000_000_001_u64)), "is out of range"),
        (add("unit_price.amount", json!(-1)), "invalid value: integer `-1`"),
        (add("unit_price.tax", json!(1)), "unknown field `tax`"),
        (add("colour", json!("red")), "unknown field `colour`"),
        (json!({ "empty": {} }), "unknown variant `empty`"),
        (json!({ "get": { "cart_id": Uuid::nil() }, "open": {} }), "expected"),
        (json!({ "open": { "customer": { "id": Uuid::nil(), "email": "nobody" } } }), "email"),
        (json!({}), "this is not a request that this function knows"),
        (json!([]), "this is not a request that this function knows"),
        (Value::Null, "this is not a request that this function knows"),
        (add("quantity", json!(1)), "cart"),
    ] {
        let code = if says == "cart" { "NoSuchCart" } else { NotHandled::INVALID_EVENT };
        refused::<Invocation<CartRequest, CartView>, _>(&handler, &request.to_string(), code, says).await;
    }
    let id = Uuid::nil();
    let twice = format!(r#"{{"get":{{"cart_id":"{id}","cart_id":"{id}"}}}}"#);
    let says = "duplicate field `cart_id`";
    refused::<Invocation<CartRequest, CartView>, _>(&handler, &twice, NotHandled::INVALID_EVENT, says).await;
    assert!(handler.carts.events.commits().is_empty());
}

#[tokio::test]
async fn what_the_cart_refuses_is_counted_by_its_code() {
    let carts = Repository::without_snapshots(InMemoryEventStore::default());
    let handler = CartHandler { carts, keys: MemoryKeyring::default() };
    let (answer, taken) = invoke::<Invocation<CartRequest, CartView>, _>(&handler, &add("quantity", json!(1))).await;
    assert!(answer.is_err());
    let counts = [(Count::InvocationsRefused, "NoSuchCart", 1), (Count::CommandsRefused, "NoSuchCart", 1)];
    assert_eq!(taken.by_code().collect::<Vec<_>>(), counts);
}
