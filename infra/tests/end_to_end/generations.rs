//! Readers are handed over to what a replay has built, and what they had before is deleted.

use serde_json::{Value, json};

use crate::commands::Commands;
use crate::front_door::suggested;
use crate::observed::{Counts, Observed, related_items};

/// Hands readers over to the generation of a run, which equals `fold` as the live one does; lets a new cart reach both, and
/// deletes the live one.
pub async fn hand_over_and_retire(shop: &Commands, observed: &Observed, run: &str, fold: &Counts) {
    let ask = |arguments: &[&str]| -> Value {
        let ran = shop.ok(&[arguments, &["--handler", "related-items", "--json", "--env", "local"]].concat());
        serde_json::from_str(&ran).unwrap()
    };
    let view = |generation: &str, role: &str| json!({ "generation": generation, "role": role });
    // Other runs are retired by now.
    let roles = || -> Vec<Value> {
        let all: Vec<Value> = serde_json::from_value(ask(&["generations"])).unwrap();
        all.into_iter().filter(|view| ["live", run].map(Value::from).contains(&view["generation"])).collect()
    };
    assert_eq!(roles(), [view("live", "serving"), view(run, "building")]);

    let dry = ask(&["hand-over", "--run", run, "--dry-run"]);
    assert_eq!((&dry["behind"], &dry["handed_over"]), (&json!(0), &json!(false)), "{dry}");
    let handed_over = ask(&["hand-over", "--run", run]);
    assert_eq!((&handed_over["from"], &handed_over["handed_over"]), (&json!("live"), &json!(true)), "{handed_over}");
    assert_eq!(handed_over["compared"], dry["compared"]);
    assert_eq!(roles(), [view(run, "serving"), view("live", "standby")]);
    let unknown = shop.run(&["hand-over", "--handler", "related-items", "--run", "nowhere", "--env", "local"]);
    assert!(!unknown.success && unknown.errors.contains("There is no generation `nowhere`"), "{unknown:?}");

    for sku in ["tea", &fold.keys().next().unwrap().0, &fold.keys().last().unwrap().1] {
        for limit in [1, 3, 100] {
            let request = json!({ "related": { "sku": sku, "limit": limit } }).to_string();
            let answer: Value =
                serde_json::from_str(&shop.ok(&["invoke", "related-items", &request, "--env", "local"])).unwrap();
            let expected = json!({ "sku": sku, "items": most_often_first(fold, sku, limit), "generation": run });
            assert_eq!(answer["related"], expected);
            assert_eq!(suggested(shop, sku, limit), expected);
        }
    }

    let new = new_cart(shop);
    let known = async |generation: &str| observed.projection(generation).await.contains_key(&new);
    observed.until("a new cart is counted for readers", async || known(run).await).await;
    observed.until("a new cart is counted where they can be handed back", async || known("live").await).await;
    assert_eq!(observed.projection(run).await, related_items(&observed.table().await));

    let serving = shop.run(&["retire", "--handler", "related-items", "--generation", run, "--env", "local"]);
    assert!(!serving.success && serving.errors.contains("serves readers"), "{serving:?}");
    let retired = ask(&["retire", "--generation", "live"]);
    assert!(retired["deleted"].as_u64().unwrap() > 0 && retired["complete"] == json!(true), "{retired}");
    assert_eq!(observed.projection("live").await, Counts::new());
    assert_eq!(roles(), [view(run, "serving"), view("live", "retired")]);
}

/// A cart with two items that no other cart has, in the order of their names.
fn new_cart(shop: &Commands) -> (String, String) {
    let invoke = |request: Value| -> Value {
        serde_json::from_str(&shop.ok(&["invoke", "cart", &request.to_string(), "--env", "local"])).unwrap()
    };
    let cart = invoke(json!({ "open": {} }))["cart_id"].clone();
    let pair = ["handed-over-to", "handed-over-from"];
    for sku in pair {
        let price = json!({ "amount": 1, "currency": "EUR" });
        invoke(json!({ "add_item": { "cart_id": cart, "sku": sku, "quantity": 1, "unit_price": price } }));
    }
    (pair[1].to_owned(), pair[0].to_owned())
}

/// What the counts say is bought with an item.
fn most_often_first(counts: &Counts, sku: &str, limit: usize) -> Vec<Value> {
    let partner = |((first, second), together): (&(String, String), &u64)| match sku {
        _ if first == sku => Some((u64::MAX - together, second.clone(), *together)),
        _ if second == sku => Some((u64::MAX - together, first.clone(), *together)),
        _ => None,
    };
    let mut partners: Vec<_> = counts.iter().filter_map(partner).collect();
    partners.sort();
    partners.into_iter().take(limit).map(|(_, sku, together)| json!({ "sku": sku, "together": together })).collect()
}
