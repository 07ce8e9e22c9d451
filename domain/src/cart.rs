//! The shopping cart: open it, add items, close it.

mod command;
mod event;
mod money;
mod quantity;
mod refusal;
mod sku;

use std::collections::BTreeMap;

use iso_currency::Currency;
use serde::{Deserialize, Serialize};

use crate::kernel::{Aggregate, Snapshots};

pub use command::{AddItem, CartCommand, OpenCart};
pub use event::{CartEvent, CartOpened, ItemAdded};
pub use money::{InvalidMoney, Money};
pub use quantity::{InvalidQuantity, Quantity};
pub use refusal::Refusal;
pub use sku::{InvalidSku, Sku};

/// The largest number of different items in one cart.
///
/// The `related-items` projection counts every pair of a new item with the items already there in one DynamoDB
/// transaction together with its version gate, and a transaction takes 100 actions: 99 pairs and the gate.
pub const MAX_DIFFERENT_ITEMS: usize = 100;

crate::kernel::uuid_id! {
    /// Identifies one cart.
    CartId, "cart id"
}

/// A shopping cart as its events tell it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cart {
    /// It was never opened.
    #[default]
    Missing,
    /// Items can be added.
    Open(Items),
    /// It takes nothing more.
    Closed(Items),
}

/// What is in a cart, by sku.
pub type Items = BTreeMap<Sku, Item>;

/// One line of a cart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// How many.
    pub quantity: Quantity,
    /// The price of each; the latest one that was stated counts for the whole line.
    pub unit_price: Money,
}

impl Cart {
    /// What is in it, whether open or closed.
    #[must_use]
    pub fn items(&self) -> Option<&Items> {
        match self {
            Self::Missing => None,
            Self::Open(items) | Self::Closed(items) => Some(items),
        }
    }

    /// The currency of its prices, once there is an item.
    #[must_use]
    pub fn currency(&self) -> Option<Currency> {
        self.items()?.values().next().map(|item| item.unit_price.currency())
    }

    /// What everything costs together, in minor units of [`Cart::currency`].
    #[must_use]
    pub fn total(&self) -> u64 {
        let lines = self.items().into_iter().flat_map(BTreeMap::values);
        // At most 100 lines of 999 pieces at 10^12 minor units: below 10^17, so this cannot overflow.
        lines.map(|item| item.unit_price.amount() * u64::from(item.quantity.number())).sum()
    }
}

impl Aggregate for Cart {
    const TYPE: &'static str = "cart";

    type Id = CartId;
    type Command = CartCommand;
    type Event = CartEvent;
    type Refusal = Refusal;

    fn decide(&self, command: CartCommand) -> Result<Vec<CartEvent>, Refusal> {
        match (self, command) {
            (Self::Missing, CartCommand::OpenCart(OpenCart { customer })) => {
                Ok(vec![CartEvent::CartOpened(CartOpened { customer })])
            }
            (Self::Open(_) | Self::Closed(_), CartCommand::OpenCart(_)) => Err(Refusal::AlreadyOpened),
            (Self::Missing, _) => Err(Refusal::NoSuchCart),
            (Self::Closed(_), _) => Err(Refusal::CartClosed),
            (Self::Open(items), CartCommand::AddItem(item)) => Ok(vec![add_item(items, item)?]),
            (Self::Open(_), CartCommand::CloseCart) => Ok(vec![CartEvent::CartClosed]),
        }
    }

    fn evolve(self, event: &CartEvent) -> Self {
        match (self, event) {
            (Self::Missing, CartEvent::CartOpened(_)) => Self::Open(Items::new()),
            (Self::Open(items), CartEvent::ItemAdded(added)) => Self::Open(with_item(items, added)),
            (Self::Open(items), CartEvent::CartClosed) => Self::Closed(items),
            // No decision leads here; a fact that changes nothing is not an error.
            (cart, _) => cart,
        }
    }
}

impl Snapshots for Cart {
    const SCHEMA: u32 = 1;
    const EVERY: u64 = 100;
}

fn add_item(items: &Items, AddItem { sku, quantity, unit_price }: AddItem) -> Result<CartEvent, Refusal> {
    if let Some(other) = items.values().map(|item| item.unit_price.currency()).find(|&c| c != unit_price.currency()) {
        return Err(Refusal::OtherCurrency { cart: other, item: unit_price.currency() });
    }
    match items.get(&sku) {
        Some(line) if line.quantity.plus(quantity).is_none() => {
            return Err(Refusal::TooManyPieces { sku, present: line.quantity, added: quantity });
        }
        None if items.len() >= MAX_DIFFERENT_ITEMS => return Err(Refusal::TooManyItems),
        _ => {}
    }
    Ok(CartEvent::ItemAdded(ItemAdded { sku, quantity, unit_price }))
}

fn with_item(mut items: Items, added: &ItemAdded) -> Items {
    let ItemAdded { sku, quantity, unit_price } = added.clone();
    let before = items.get(&sku).map(|line| line.quantity);
    let quantity = before.map_or(quantity, |before| before.plus(quantity).unwrap_or(Quantity::MAX));
    items.insert(sku, Item { quantity, unit_price });
    items
}

#[cfg(test)]
mod tests;
