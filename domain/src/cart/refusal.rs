//! Why a command to a cart is not accepted.

use iso_currency::Currency;

use super::{MAX_DIFFERENT_ITEMS, Quantity, Sku};

/// The reason of a refusal, with a sentence for the person who sent the command.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The cart was never opened.
    #[error("There is no such cart; open one first.")]
    NoSuchCart,
    /// The cart was opened before.
    #[error("This cart was opened before; a cart is opened once.")]
    AlreadyOpened,
    /// The cart is closed.
    #[error("This cart is closed and takes no more changes.")]
    CartClosed,
    /// The cart is full.
    #[error("This cart already holds {max} different items, which is the most that it can.", max = MAX_DIFFERENT_ITEMS)]
    TooManyItems,
    /// The line would hold more pieces than a line can.
    #[error("This cart holds {present} of {sku}; {added} more would pass the limit of {max}.", max = Quantity::MAX)]
    TooManyPieces {
        /// The item.
        sku: Sku,
        /// How many are in the cart.
        present: Quantity,
        /// How many were to be added.
        added: Quantity,
    },
    /// The cart's prices are in another currency.
    #[error("The prices in this cart are in {}; an item priced in {} cannot be added.", cart.code(), item.code())]
    OtherCurrency {
        /// The currency of the cart.
        cart: Currency,
        /// The currency of the item.
        item: Currency,
    },
}

impl Refusal {
    /// A stable name for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoSuchCart => "NoSuchCart",
            Self::AlreadyOpened => "AlreadyOpened",
            Self::CartClosed => "CartClosed",
            Self::TooManyItems => "TooManyItems",
            Self::TooManyPieces { .. } => "TooManyPieces",
            Self::OtherCurrency { .. } => "OtherCurrency",
        }
    }
}
