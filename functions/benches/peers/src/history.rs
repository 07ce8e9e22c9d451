//! The carts that every store gets.

use domain::cart::{Cart, CartEvent, CartId, CartOpened, ItemAdded, Money, Quantity};
use domain::kernel::{Cause, CommandId, Commit};
use iso_currency::Currency;
use jiff::Timestamp;
use uuid::Uuid;

/// How long a history is, and how it is divided into commits.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// Its events.
    pub events: u64,
    /// The events of each commit.
    pub events_per_commit: u64,
}

impl Shape {
    /// How many commits a history has.
    pub fn commits(self) -> u64 {
        self.events / self.events_per_commit
    }

    /// The history of one cart.
    pub fn history(self, cart: CartId) -> impl Iterator<Item = Commit<Cart>> {
        (0..self.commits()).map(move |number| {
            let follows = number * self.events_per_commit;
            let events = (follows..follows + self.events_per_commit).map(event).collect();
            let cause = Cause::client(CommandId::from(Uuid::new_v4()));
            Commit::new(cart, follows.into(), Timestamp::UNIX_EPOCH, cause, events).expect("at least one event")
        })
    }
}

/// How many events led to this cart. Each but the first added one piece.
pub fn events_of(cart: &Cart) -> u64 {
    let pieces =
        |items: &domain::cart::Items| items.values().map(|item| u64::from(item.quantity.number())).sum::<u64>();
    cart.items().map_or(0, |items| 1 + pieces(items))
}

fn event(number: u64) -> CartEvent {
    match number {
        0 => CartEvent::CartOpened(CartOpened::default()),
        _ => CartEvent::ItemAdded(ItemAdded {
            sku: format!("sku-{}", number % 90).parse().expect("a sku"),
            quantity: Quantity::try_from(1).expect("a quantity"),
            unit_price: Money::new(499, Currency::EUR).expect("a price"),
        }),
    }
}
