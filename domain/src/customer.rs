//! Customers: the people whom carts belong to, and what is known of them.
//!
//! Events are kept for ever, so nothing in them may be about a person in a form that cannot be taken back. What is, is
//! [`Sealed`] before a command is decided: with a key of that person alone, which can be destroyed.

mod email_address;
mod sealed;

use serde::{Deserialize, Serialize};

pub use email_address::{EmailAddress, InvalidEmailAddress};
pub use sealed::{InvalidSealed, Sealed};

crate::kernel::uuid_id! {
    /// Identifies one customer. It is a pseudonym: given out by whoever knows the customer, and made from nothing that
    /// is known of them.
    CustomerId, "customer id"
}

/// A customer as events tell of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Customer {
    /// Who.
    pub id: CustomerId,
    /// Their email address, which only their key opens.
    pub email: Sealed,
}

/// A customer as a client names one. It has no written form: it is sealed first.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Who.
    pub id: CustomerId,
    /// Their email address.
    pub email: EmailAddress,
}
