//! From the commits of a cart to the cart.

use domain::cart::{Cart, CartEvent, CartId, CartOpened, ItemAdded, Money, Quantity};
use domain::kernel::{Cause, CommandId, Commit, Rehydrated, Version};
use iso_currency::Currency;
use jiff::Timestamp;
use uuid::Uuid;

/// How many events the cart has.
pub const EVENTS: u64 = 10_000;

/// The history of the cart, in commits of so many events.
pub fn commits(events: u64) -> Vec<Commit<Cart>> {
    let commit = |number: u64| {
        let follows = number * events;
        let cause = Cause::client(CommandId::from(Uuid::from_u128(number.into())));
        let events = (follows..follows + events).map(event).collect();
        Commit::new(cart(), follows.into(), Timestamp::UNIX_EPOCH, cause, events).expect("events")
    };
    (0..EVENTS / events).map(commit).collect()
}

/// Applies them all.
pub fn run(commits: &[Commit<Cart>]) -> Rehydrated<Cart> {
    let aggregate = Rehydrated::from_commits(commits).expect("a whole history");
    assert_eq!(aggregate.version(), Version::from(EVENTS));
    aggregate
}

/// Whose history it is.
pub fn cart() -> CartId {
    CartId::from(Uuid::from_u128(7))
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
