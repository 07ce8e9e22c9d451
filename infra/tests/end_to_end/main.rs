//! The whole way, with the real binaries against the emulator: deploy, commands, every hop, a replay, destroy.

mod archive;
mod commands;
mod concurrency;
mod conformance;
mod deployments;
mod engine;
mod failures;
mod front_door;
mod generations;
mod hotswap;
mod measured;
mod observed;
mod parking;
mod privacy;
mod reminders;
mod replaying;
mod traffic;
mod upkeep;
mod watching;

use std::collections::BTreeSet;

use commands::Commands;
use front_door::over_http;
use functions::envelope::envelopes;
use observed::{Observed, related_items};
use serde_json::{Value, json};
use traffic::{Accepted, drive};
use watching::watch;

/// How many carts are changed at the same time.
const CARTS: usize = 200;

/// How many clients change each of them.
const CLIENTS: usize = 4;

#[test]
fn a_cart_goes_all_the_way() {
    let shop = Commands::new("end-to-end");

    // Nobody is there to be asked, so nothing is guessed, and nothing is left behind.
    let refused = shop.run(&["deploy", "--env", "local", "--require-approval", "any"]);
    assert!(!refused.success && refused.errors.contains("this deploy has to be approved"), "{refused:?}");
    let nothing = shop.run(&["outputs", "--env", "local"]);
    assert!(!nothing.success && nothing.errors.contains("is not deployed"), "{nothing:?}");

    let deployed = shop.ok(&["deploy", "--env", "local"]);
    assert!(deployed.contains("CartsTableName = shop-local-"), "{deployed}");
    let again = shop.run(&["deploy", "--env", "local"]);
    assert!(again.success && again.errors.contains("stack shop-local: no changes"), "{again:?}");
    assert_eq!(shop.ok(&["rollback", "--env", "local", "--list"]).lines().count(), 1);
    let first = shop.run(&["rollback", "--env", "local"]);
    assert!(!first.success && first.errors.contains("has no release on record before"), "{first:?}");
    let healthy = shop.ok(&["doctor", "--env", "local"]);
    assert!(healthy.contains("ok       permissions") && healthy.contains("there, and secured"), "{healthy}");
    let swapped = shop.ok(&["deploy", "--env", "local", "--hotswap"]);
    assert!(swapped.contains("no function has other code"), "{swapped}");
    let difference = shop.ok(&["diff", "--env", "local", "--code"]);
    assert!(difference.contains("no differences"), "{difference}");

    let mut accepted = one_cart(&shop);
    let (left_open, opened) = reminders::leave_open(&shop);
    accepted.extend(opened);
    accepted.extend(over_http(&shop));
    let (belonging, opened) = privacy::open_for_a_customer(&shop);
    accepted.extend(opened);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let observed = runtime.block_on(Observed::connect(&shop));
    accepted.extend(runtime.block_on(drive(&observed, CARTS, CLIENTS)));

    let expected: BTreeSet<_> = accepted.iter().map(Accepted::event_id).collect();
    assert_eq!(expected.len(), accepted.len(), "two accepted commands led to the same event");
    assert!(expected.len() > CARTS * CLIENTS, "too few commands were accepted to prove anything");
    assert!(shop.emulator_log().contains("overtaken, trying again"), "no command met a conflict");

    let commits = runtime.block_on(observed.table());
    let in_table: Vec<_> =
        commits.iter().flat_map(|commit| envelopes(commit).unwrap()).map(|e| e.id.to_string()).collect();
    assert_once_each("the table", &expected, in_table);
    let commands: BTreeSet<_> = commits.iter().map(|commit| commit.cause.command_id).collect();
    assert_eq!(commands, accepted.iter().map(|accepted| accepted.command_id).collect());

    // Everything behind the table follows in its own time.
    runtime
        .block_on(observed.until("the archive is complete", async || observed.archive().await.len() >= expected.len()));
    let archived = runtime.block_on(observed.archive());
    assert_once_each("the archive", &expected, archived.iter().map(|event| event.id.to_string()).collect());
    let published = runtime.block_on(observed.stream());
    assert_once_each("the stream", &expected, published.iter().map(|event| event.id.to_string()).collect());
    for events in [&published, &archived] {
        assert_in_order(events);
    }

    let fold = related_items(&commits);
    assert!(!fold.is_empty());
    runtime
        .block_on(observed.until("the projection equals the fold", async || observed.projection("live").await == fold));

    // Replays build other generations of the projection, and they are the same.
    let run = runtime.block_on(replaying::replay(&shop, &observed, &archived, &commits));

    runtime.block_on(archive::lose_repair_and_compact(&shop, &observed, &expected));
    runtime.block_on(conformance::conform(&observed.config));
    runtime.block_on(generations::hand_over_and_retire(&shop, &observed, &run, &fold));
    runtime.block_on(reminders::reminded_once(&shop, &observed, &left_open));
    runtime.block_on(parking::park_and_redrive(&shop, &observed, &commits[0], &run));
    runtime.block_on(watch(&shop, &observed, &accepted[0], &accepted));
    runtime.block_on(privacy::erase(&shop, &observed, &belonging));
    measured::measured(&shop, &accepted[0], &accepted);

    shop.ok(&["destroy", "--env", "local"]);
    shop.assert_nothing_is_left();
    let again = shop.ok(&["destroy", "--env", "local"]);
    assert!(again.contains("nothing to delete"), "{again}");
}

#[test]
fn an_emulator_that_was_killed_is_replaced() {
    let shop = Commands::new("killed");
    shop.ok(&["deploy", "--env", "local"]);
    shop.kill_emulator();
    let outputs = shop.run(&["outputs", "--env", "local"]);
    assert!(!outputs.success && outputs.errors.contains("the emulator is not running"), "{outputs:?}");
    // Nobody is there to be asked, so nothing is guessed, and nothing is left behind.
    let refused = shop.run(&["deploy", "--env", "local", "--require-approval", "any"]);
    assert!(!refused.success && refused.errors.contains("this deploy has to be approved"), "{refused:?}");
    let nothing = shop.run(&["outputs", "--env", "local"]);
    assert!(!nothing.success && nothing.errors.contains("is not deployed"), "{nothing:?}");

    let deployed = shop.ok(&["deploy", "--env", "local"]);
    assert!(deployed.contains("CartsTableName = "), "{deployed}");
    let opened = shop.ok(&["invoke", "cart", r#"{"open": {}}"#, "--env", "local"]);
    assert!(opened.contains("\"open\""), "{opened}");
    shop.ok(&["destroy", "--env", "local"]);
    shop.assert_nothing_is_left();
}

/// The walk of the README: open, add two items, close, get.
fn one_cart(shop: &Commands) -> Vec<Accepted> {
    let ask = |request: Value| -> Value {
        let answer = shop.ok(&["invoke", "cart", &request.to_string(), "--env", "local"]);
        serde_json::from_str(&answer).unwrap()
    };
    let price = json!({ "amount": 499, "currency": "EUR" });
    let opened = ask(json!({ "open": {} }));
    let cart_id = opened["cart_id"].as_str().unwrap();
    let add = |sku: &str| json!({ "add_item": { "cart_id": cart_id, "sku": sku, "quantity": 2, "unit_price": price } });
    let answers = [opened.clone(), ask(add("tea")), ask(add("cup")), ask(json!({ "close": { "cart_id": cart_id } }))];
    let expected = json!({
        "cart_id": cart_id,
        "version": 4,
        "status": "closed",
        "items": [
            { "sku": "cup", "quantity": 2, "unit_price": 499 },
            { "sku": "tea", "quantity": 2, "unit_price": 499 },
        ],
        "total": 1996,
        "currency": "EUR",
    });
    assert_eq!(ask(json!({ "get": { "cart_id": cart_id } })), expected);
    let refused = shop.run(&["invoke", "cart", &add("tea").to_string(), "--env", "local"]);
    assert!(!refused.success && refused.errors.contains("CartClosed"), "{refused:?}");
    answers.iter().map(Accepted::from_answer).collect()
}

#[track_caller]
fn assert_once_each(place: &str, expected: &BTreeSet<String>, found: Vec<String>) {
    let set: BTreeSet<_> = found.iter().cloned().collect();
    assert_eq!(set.len(), found.len(), "{place} holds an event more than once");
    assert_eq!(set, *expected, "{place} holds other events than were accepted");
}

/// Each aggregate's events come in the order of their versions.
#[track_caller]
fn assert_in_order(events: &[functions::envelope::Envelope]) {
    let mut seen = std::collections::BTreeMap::new();
    for event in events {
        let before = seen.insert(event.subject.clone(), event.aggregate_version.number()).unwrap_or(0);
        assert_eq!(event.aggregate_version.number(), before + 1, "{}", event.id);
    }
}
