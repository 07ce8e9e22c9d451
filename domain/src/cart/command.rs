//! What a client asks of a cart.

use serde::{Deserialize, Serialize};

use super::{Money, Quantity, Sku};
use crate::customer::Customer;

/// A command to one cart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CartCommand {
    /// Open a new cart.
    OpenCart(OpenCart),
    /// Put an item into an open cart.
    AddItem(AddItem),
    /// Close an open cart for good.
    CloseCart,
}

/// Open a new cart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OpenCart {
    /// Whom it belongs to, if that is known.
    pub customer: Option<Customer>,
}

/// Put `quantity` pieces of an item into an open cart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AddItem {
    /// Which item.
    pub sku: Sku,
    /// How many; if the item is there already, how many more.
    pub quantity: Quantity,
    /// The price of one piece.
    pub unit_price: Money,
}
