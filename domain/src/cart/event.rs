//! What happened to a cart, and how that is written down.

use serde::{Deserialize, Serialize};

use super::{Money, Quantity, Sku};
use crate::kernel::{DecodeError, Event};

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
    const TYPES: &'static [&'static str] = &[OPENED, ITEM_ADDED, CLOSED];

    fn event_type(&self) -> &'static str {
        match self {
            Self::CartOpened => OPENED,
            Self::ItemAdded(_) => ITEM_ADDED,
            Self::CartClosed => CLOSED,
        }
    }

    fn schema_version(&self) -> u32 {
        1
    }

    fn encode(&self) -> String {
        match self {
            Self::CartOpened | Self::CartClosed => "{}".to_owned(),
            Self::ItemAdded(ItemAdded { sku, quantity, unit_price }) => {
                serde_json::json!({ "sku": sku, "quantity": quantity, "unit_price": unit_price }).to_string()
            }
        }
    }

    fn decode(event_type: &str, schema_version: u32, data: &str) -> Result<Self, DecodeError> {
        match (event_type, schema_version) {
            (OPENED, 1) => Ok(Self::CartOpened),
            (ITEM_ADDED, 1) => match serde_json::from_str(data) {
                Ok(added) => Ok(Self::ItemAdded(added)),
                Err(error) => Err(DecodeError::InvalidData {
                    event_type: event_type.to_owned(),
                    schema_version,
                    reason: error.to_string(),
                }),
            },
            (CLOSED, 1) => Ok(Self::CartClosed),
            (OPENED | ITEM_ADDED | CLOSED, _) => {
                Err(DecodeError::UnknownVersion { event_type: event_type.to_owned(), schema_version })
            }
            _ => Err(DecodeError::UnknownType { event_type: event_type.to_owned(), known: Self::TYPES }),
        }
    }
}
