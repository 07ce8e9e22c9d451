//! What happened to a cart, and how that is written down.

use serde::{Deserialize, Serialize};

use super::{Money, Quantity, Sku};
use crate::kernel::{Event, Schema};

/// A fact about one cart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CartEvent {
    /// The cart was opened.
    CartOpened,
    /// An item was added.
    ItemAdded(ItemAdded),
    /// The cart was closed.
    CartClosed,
}

/// `quantity` pieces of an item were added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemAdded {
    /// Which item.
    pub sku: Sku,
    /// How many were added, on top of those that were there.
    pub quantity: Quantity,
    /// The price of one piece.
    pub unit_price: Money,
}

const OPENED: &str = "cart.opened";
const ITEM_ADDED: &str = "cart.item-added";
const CLOSED: &str = "cart.closed";

impl Event for CartEvent {
    const SCHEMAS: &'static [Schema] = &[Schema::first(OPENED), Schema::first(ITEM_ADDED), Schema::first(CLOSED)];

    fn event_type(&self) -> &'static str {
        match self {
            Self::CartOpened => OPENED,
            Self::ItemAdded(_) => ITEM_ADDED,
            Self::CartClosed => CLOSED,
        }
    }

    fn encode(&self) -> String {
        match self {
            Self::CartOpened | Self::CartClosed => "{}".to_owned(),
            Self::ItemAdded(ItemAdded { sku, quantity, unit_price }) => {
                serde_json::json!({ "sku": sku, "quantity": quantity, "unit_price": unit_price }).to_string()
            }
        }
    }

    fn decode_current(schema: &Schema, data: &str) -> Result<Self, String> {
        let event = match schema.event_type {
            OPENED => parse::<Nothing>(data).map(|_| Self::CartOpened),
            CLOSED => parse::<Nothing>(data).map(|_| Self::CartClosed),
            _ => parse(data).map(Self::ItemAdded),
        };
        event.map_err(|error| error.to_string())
    }
}

/// The data of an event whose type says everything: an object, whatever it holds.
#[derive(Deserialize)]
struct Nothing {}

fn parse<'a, T: Deserialize<'a>>(data: &'a str) -> serde_json::Result<T> {
    serde_json::from_str(data)
}
