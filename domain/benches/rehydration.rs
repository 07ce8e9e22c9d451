//! How fast the commits of an aggregate become its state, without and with loading them from the store in memory.
//!
//! `cargo bench -p domain --bench rehydration`. Goal: at least 2,000,000 events a second on one core.

use divan::Bencher;
use divan::counter::ItemsCount;
use domain::cart::{Cart, CartEvent, CartId, CartOpened, ItemAdded, Money, Quantity};
use domain::kernel::{Cause, CommandId, Commit, EventStore, InMemoryEventStore, Rehydrated, Version};
use iso_currency::Currency;
use jiff::Timestamp;
use pollster::block_on;
use uuid::Uuid;

/// How many events the aggregate has.
const EVENTS: u64 = 10_000;

fn main() {
    divan::main();
}

/// Commits of so many events each.
#[divan::bench(args = [1, 10, 100])]
fn from_commits(bencher: Bencher<'_, '_>, events_per_commit: u64) {
    let commits = commits(events_per_commit);
    bencher.counter(ItemsCount::new(EVENTS)).bench(|| {
        let aggregate = Rehydrated::from_commits(&commits).expect("a whole history");
        assert_eq!(aggregate.version(), Version::from(EVENTS));
        aggregate
    });
}

/// Commits of so many events each.
#[divan::bench(args = [1, 10, 100])]
fn from_the_store_in_memory(bencher: Bencher<'_, '_>, events_per_commit: u64) {
    let store = InMemoryEventStore::default();
    for commit in commits(events_per_commit) {
        block_on(store.append(&commit)).expect("a place for the commit");
    }
    bencher.counter(ItemsCount::new(EVENTS)).bench(|| {
        let commits = block_on(EventStore::<Cart>::load(&store, &cart(), Version::FIRST)).expect("the commits");
        Rehydrated::from_commits(&commits).expect("a whole history")
    });
}

fn cart() -> CartId {
    CartId::from(Uuid::from_u128(7))
}

fn commits(events: u64) -> Vec<Commit<Cart>> {
    let commit = |number: u64| {
        let follows = number * events;
        let cause = Cause::client(CommandId::from(Uuid::from_u128(number.into())));
        let events = (follows..follows + events).map(event).collect();
        Commit::new(cart(), follows.into(), Timestamp::UNIX_EPOCH, cause, events).expect("events")
    };
    (0..EVENTS / events).map(commit).collect()
}

fn event(version: u64) -> CartEvent {
    match version {
        0 => CartEvent::CartOpened(CartOpened::default()),
        _ => CartEvent::ItemAdded(ItemAdded {
            sku: format!("sku-{}", version % 90).parse().expect("a sku"),
            quantity: Quantity::MAX,
            unit_price: Money::new(499, Currency::EUR).expect("a price"),
        }),
    }
}
