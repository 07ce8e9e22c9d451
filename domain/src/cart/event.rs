//! What happened to a cart, and how that is written down.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::{Money, Quantity, Sku};
use crate::customer::Customer;
use crate::kernel::{Event, Schema};

/// A fact about one cart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CartEvent {
    /// The cart was opened.
    CartOpened(CartOpened),
    /// An item was added.
    ItemAdded(ItemAdded),
    /// The cart was closed.
    CartClosed,
}

/// A new cart was opened.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CartOpened {
    /// Whom it belongs to, if that is known.
    pub customer: Option<Customer>,
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
    const SCHEMAS: &'static [Schema] =
        &[Schema { event_type: OPENED, upcasts: &[carts_of_nobody] }, Schema::first(ITEM_ADDED), Schema::first(CLOSED)];

    fn event_type(&self) -> &'static str {
        match self {
            Self::CartOpened(_) => OPENED,
            Self::ItemAdded(_) => ITEM_ADDED,
            Self::CartClosed => CLOSED,
        }
    }

    fn encode(&self) -> String {
        match self {
            Self::CartOpened(CartOpened { customer }) => json!({ "customer": customer }).to_string(),
            Self::CartClosed => "{}".to_owned(),
            Self::ItemAdded(ItemAdded { sku, quantity, unit_price }) => {
                json!({ "sku": sku, "quantity": quantity, "unit_price": unit_price }).to_string()
            }
        }
    }

    fn decode_current(schema: &Schema, data: &str) -> Result<Self, String> {
        let event = match schema.event_type {
            OPENED => parse(data).map(Self::CartOpened),
            CLOSED => parse::<Nothing>(data).map(|_| Self::CartClosed),
            _ => parse(data).map(Self::ItemAdded),
        };
        event.map_err(|error| error.to_string())
    }
}

/// From version 1 of [`OPENED`], which knew no customers, to version 2.
fn carts_of_nobody(mut data: Map<String, Value>) -> Result<Map<String, Value>, String> {
    data.insert("customer".to_owned(), Value::Null);
    Ok(data)
}

/// The data of an event whose type says everything: an object, whatever it holds.
#[derive(Deserialize)]
struct Nothing {}

fn parse<'a, T: Deserialize<'a>>(data: &'a str) -> serde_json::Result<T> {
    serde_json::from_str(data)
}
