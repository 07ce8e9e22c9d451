//! Amounts of money.

use std::fmt;

use iso_currency::Currency;
use serde::{Deserialize, Serialize};

/// An amount in the minor unit of an ISO 4217 currency: 19.99 EUR is 1999 EUR, 500 JPY is 500 JPY.
///
/// The amount is 0 to 1,000,000,000,000 minor units, so that no cart's total can overflow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Unchecked")]
pub struct Money {
    amount: u64,
    currency: Currency,
}

#[derive(Deserialize)]
#[serde(rename = "Money", deny_unknown_fields)]
struct Unchecked {
    amount: u64,
    currency: Currency,
}

/// An amount out of range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an amount of {0} minor units is out of range: it has to be 0 to {max}", max = Money::MAX_AMOUNT)]
pub struct InvalidMoney(pub u64);

impl Money {
    /// The largest amount, in minor units.
    pub const MAX_AMOUNT: u64 = 1_000_000_000_000;

    /// An amount of 0 to [`Money::MAX_AMOUNT`] minor units.
    ///
    /// # Errors
    /// [`InvalidMoney`] when it is more.
    pub fn new(amount: u64, currency: Currency) -> Result<Self, InvalidMoney> {
        if amount > Self::MAX_AMOUNT {
            return Err(InvalidMoney(amount));
        }
        Ok(Self { amount, currency })
    }

    /// How many minor units.
    #[must_use]
    pub fn amount(self) -> u64 {
        self.amount
    }

    /// Of which currency.
    #[must_use]
    pub fn currency(self) -> Currency {
        self.currency
    }
}

impl TryFrom<Unchecked> for Money {
    type Error = InvalidMoney;

    fn try_from(Unchecked { amount, currency }: Unchecked) -> Result<Self, InvalidMoney> {
        Self::new(amount, currency)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.amount, self.currency.code())
    }
}
