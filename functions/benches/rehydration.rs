//! How fast items of the event table become an aggregate, from what the SDK hands over to the state.
//!
//! `cargo bench -p functions --bench rehydration`. Goal: at least 300,000 events a second on one core.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use divan::Bencher;
use divan::counter::ItemsCount;
use domain::cart::{Cart, CartEvent, CartId, CartOpened, ItemAdded, Money, Quantity};
use domain::kernel::{Cause, CommandId, Commit, Rehydrated, Version};
use functions::commit_item::CommitItem;
use iso_currency::Currency;
use jiff::Timestamp;
use uuid::Uuid;

type Item = HashMap<String, AttributeValue>;

/// How many events the aggregate has.
const EVENTS: u64 = 10_000;

fn main() {
    divan::main();
}

/// Commits of so many events each.
#[divan::bench(args = [1, 10, 100])]
fn from_items(bencher: Bencher<'_, '_>, events_per_commit: u64) {
    let items: Vec<Item> = (0..EVENTS / events_per_commit).map(|number| item(number, events_per_commit)).collect();
    bencher.counter(ItemsCount::new(EVENTS)).with_inputs(|| items.clone()).bench_values(|items| {
        let aggregate = items.into_iter().try_fold(Rehydrated::<Cart>::default(), |aggregate, item| {
            let commit: CommitItem = serde_dynamo::from_item(item).expect("a commit");
            aggregate.apply(&commit.into_commit().expect("a commit of a cart"))
        });
        assert_eq!(aggregate.expect("a whole history").version(), Version::from(EVENTS));
    });
}

fn item(number: u64, events: u64) -> Item {
    let follows = number * events;
    let event = |version: u64| match version {
        0 => CartEvent::CartOpened(CartOpened::default()),
        _ => CartEvent::ItemAdded(ItemAdded {
            sku: format!("sku-{}", version % 90).parse().expect("a sku"),
            quantity: Quantity::MAX,
            unit_price: Money::new(499, Currency::EUR).expect("a price"),
        }),
    };
    let cause = Cause::client(CommandId::from(Uuid::from_u128(number.into())));
    let events = (follows..follows + events).map(event).collect();
    let id = CartId::from(Uuid::from_u128(7));
    let commit = Commit::<Cart>::new(id, follows.into(), Timestamp::UNIX_EPOCH, cause, events).expect("events");
    let item: serde_dynamo::Item = serde_dynamo::to_item(CommitItem::from(&commit)).expect("an item");
    item.into()
}
