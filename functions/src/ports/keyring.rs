//! The keys of customers: each has one of their own, which seals what is personal, and which can be destroyed.

use std::future::Future;

use domain::customer::{CustomerId, EmailAddress, Sealed};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Unavailable;
use crate::sealing::{SealContext, SealingError};

/// Seals what is personal.
pub trait Seal: Send + Sync {
    /// Seals an email address for a place; the same again gives the same. The first time makes the customer's key.
    ///
    /// # Errors
    /// [`KeyringError::Erased`], or a service that did not answer.
    fn seal(
        &self,
        context: &SealContext,
        email: &EmailAddress,
    ) -> impl Future<Output = Result<Sealed, KeyringError>> + Send;
}

/// Opens what was sealed.
pub trait Unseal: Send + Sync {
    /// Opens an email address that was sealed for a place.
    ///
    /// # Errors
    /// [`KeyringError::Erased`] from the moment that the customer's key is destroyed; [`KeyringError::NoKey`]; a text that
    /// does not belong there; a service that did not answer.
    fn unseal(
        &self,
        context: &SealContext,
        sealed: &Sealed,
    ) -> impl Future<Output = Result<EmailAddress, KeyringError>> + Send;
}

/// Destroys keys, for good: the customer never gets another one.
pub trait Shred: Send + Sync {
    /// What there is of a customer.
    ///
    /// # Errors
    /// A service that did not answer.
    fn standing(&self, customer: CustomerId) -> impl Future<Output = Result<Standing, Unavailable>> + Send;

    /// Puts the record of an erasure in the place of the customer's key, and says what there was before. An erasure that
    /// is on record stays as it is.
    ///
    /// # Errors
    /// A service that did not answer. The same again is safe.
    fn shred(&self, erasure: &Erasure) -> impl Future<Output = Result<Standing, Unavailable>> + Send;
}

/// The record of an erasure, which says nothing of the customer but the id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// Whose data were erased.
    pub customer_id: CustomerId,
    /// When.
    pub erased_at: Timestamp,
    /// By whom, as whoever asked for it says.
    pub erased_by: String,
}

/// What there is of a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Nothing, and there never was.
    Unknown,
    /// A key, and with it whatever it sealed.
    Known,
    /// The record of an erasure.
    Erased(Erasure),
}

/// Why something personal was not sealed or opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyringError {
    /// The customer's key was destroyed.
    #[error("the data of customer {} were erased at {}", .0.customer_id, .0.erased_at)]
    Erased(Erasure),
    /// The customer never had a key, so nothing was sealed with it.
    #[error("there is no key of customer {0}")]
    NoKey(CustomerId),
    /// The text, or the key, is not what it should be.
    #[error(transparent)]
    Sealing(#[from] SealingError),
    /// A service did not answer.
    #[error("the keys of customers cannot be used: {0}")]
    Unavailable(#[from] Unavailable),
}
