//! Numbers of pieces.

use std::fmt;

use serde::{Deserialize, Serialize};

/// 1 to 999 pieces of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u64", into = "u64")]
pub struct Quantity(u16);

/// A number of pieces out of range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a quantity of {0} is out of range: it has to be 1 to {max}", max = Quantity::MAX)]
pub struct InvalidQuantity(pub u64);

impl Quantity {
    /// The largest quantity.
    pub const MAX: Self = Self(999);

    /// 1 to 999.
    #[must_use]
    pub fn number(self) -> u16 {
        self.0
    }

    /// The sum, unless it is more than [`Quantity::MAX`].
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        Self::try_from(u64::from(self.0) + u64::from(other.0)).ok()
    }
}

impl TryFrom<u64> for Quantity {
    type Error = InvalidQuantity;

    fn try_from(number: u64) -> Result<Self, InvalidQuantity> {
        match u16::try_from(number) {
            Ok(pieces @ 1..=999) => Ok(Self(pieces)),
            _ => Err(InvalidQuantity(number)),
        }
    }
}

impl From<Quantity> for u64 {
    fn from(quantity: Quantity) -> Self {
        quantity.0.into()
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
