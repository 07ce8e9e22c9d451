//! An event that nobody can read: it waits with those behind it, everything else goes on, and a redrive takes it later.

use std::time::Duration;

use aws_sdk_dynamodb::Client;
use functions::commit_item::{CommitItem, EventItem};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::commands::Commands;
use crate::observed::Observed;

/// How often the handler is asked what is parked, half a second apart. Far more often than it needs.
const PATIENCE: usize = 240;

const REDRIVE: [&str; 6] = ["redrive", "--handler", "related-items", "--json", "--env", "local"];

/// Writes a cart whose second event has a type of the future, and later one that can be read in its place. `serving` is the
/// one generation that there is.
pub async fn park_and_redrive(shop: &Commands, observed: &Observed, sample: &CommitItem, serving: &str) {
    let client = Client::new(&observed.config);
    let cart = Uuid::new_v4().to_string();
    let commit = |version: u64, event_type: &str| CommitItem {
        aggregate_id: cart.clone(),
        version,
        events: vec![EventItem { event_type: event_type.to_owned(), schema_version: 1, data: "{}".to_owned() }],
        ..sample.clone()
    };
    let put = async |commit: &CommitItem| {
        let item: serde_dynamo::Item = serde_dynamo::to_item(commit).unwrap();
        let put = client.put_item().table_name(observed.output("CartsTableName"));
        put.set_item(Some(item.into())).send().await.unwrap();
    };
    for (version, event_type) in [(1, "cart.opened"), (2, "cart.emptied"), (3, "cart.closed")] {
        put(&commit(version, event_type)).await;
    }

    let parked = until_parked(shop, 2).await;
    assert_eq!((&parked["aggregate_id"], &parked["generation"]), (&json!(cart), &json!(serving)), "{parked}");
    assert!(parked["reason"].as_str().unwrap().contains("unknown event type `cart.emptied`"), "{parked}");
    let too_early = shop.run(&REDRIVE);
    assert!(!too_early.success && too_early.answer.contains("\"taken\": 0"), "{too_early:?}");

    put(&commit(2, "cart.opened")).await;
    let report: Value = serde_json::from_str(&shop.ok(&REDRIVE)).unwrap();
    assert_eq!((&report["taken"], &report["left"]), (&json!(2), &json!([])), "{report}");
    let again = shop.ok(&["redrive", "--handler", "related-items", "--env", "local"]);
    assert!(again.contains("0 events taken, 0 still parked"), "{again}");
    let unknown = shop.run(&["redrive", "--handler", "reminder", "--env", "local"]);
    assert!(!unknown.success && unknown.errors.contains("there is no event handler `reminder`"), "{unknown:?}");
}

/// What waits, once it is that many events.
async fn until_parked(shop: &Commands, events: u64) -> Value {
    for _ in 0..PATIENCE {
        let dry = shop.run(&[&REDRIVE[..], &["--dry-run"]].concat());
        let report: Value = serde_json::from_str(&dry.answer).unwrap();
        if report["left"][0]["events"] == json!(events) {
            assert!(!dry.success, "what is parked is found, so the exit code says so");
            return report["left"][0].clone();
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    panic!("waited in vain until {events} events are parked")
}
