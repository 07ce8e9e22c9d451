//! The port to the store of the counts.

use std::collections::BTreeSet;
use std::future::Future;

use domain::cart::Sku;
use domain::kernel::Version;
use serde::{Deserialize, Serialize};

use crate::event_handler::{Generation, Page};
use crate::ports::Unavailable;

/// Two different items, the one that sorts first in front.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair(Sku, Sku);

impl Pair {
    /// The pair of two items, in whichever order they come.
    #[must_use]
    pub fn of(one: Sku, other: Sku) -> Self {
        if one <= other { Self(one, other) } else { Self(other, one) }
    }

    /// The item that sorts first.
    #[must_use]
    pub fn first(&self) -> &Sku {
        &self.0
    }

    /// The item that sorts second.
    #[must_use]
    pub fn second(&self) -> &Sku {
        &self.1
    }

    /// The item that is in the pair with `sku`, if `sku` is.
    #[must_use]
    pub fn partner_of(&self, sku: &Sku) -> Option<&Sku> {
        if self.0 == *sku { Some(&self.1) } else { (self.1 == *sku).then_some(&self.0) }
    }
}

/// A cart as far as the projection has seen it. The names of its fields are the names of the item's attributes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenCart {
    /// The gate: the version up to which events took effect.
    pub version: Version,
    /// The items in it, while it is open.
    pub skus: BTreeSet<Sku>,
}

/// One event's effect, together with the gate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advance {
    /// The generation that it is for.
    pub generation: Generation,
    /// The cart.
    pub cart_id: String,
    /// Where the gate has to be.
    pub from: Version,
    /// Where the gate goes, and what is in the cart then.
    pub to: SeenCart,
    /// The pairs that were added together, at most 99: with the gate, one DynamoDB transaction.
    pub pairs: Vec<Pair>,
}

/// Why the gate was not advanced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AdvanceError {
    /// The gate is elsewhere, or somebody else was writing the same counts: look again.
    Conflict,
    /// The store did not answer; the effect may have been stored.
    Unavailable(Unavailable),
}

/// Stores the counts and gates.
pub trait Projection: Send + Sync {
    /// The cart as far as it was seen.
    fn cart(
        &self,
        generation: &Generation,
        cart_id: &str,
    ) -> impl Future<Output = Result<SeenCart, Unavailable>> + Send;

    /// Advances the gate and counts every pair once more: both or neither.
    fn advance(&self, advance: &Advance) -> impl Future<Output = Result<(), AdvanceError>> + Send;

    /// Some of the carts that a generation has seen, each with its gate: [`Replayable::gates`](crate::event_handler::Replayable::gates).
    fn carts(
        &self,
        generation: &Generation,
        after: Option<&str>,
    ) -> impl Future<Output = Result<Page<Vec<(String, Version)>>, Unavailable>> + Send;

    /// Deletes some of a generation: [`Replayable::delete`](crate::event_handler::Replayable::delete).
    fn delete(
        &self,
        generation: &Generation,
        after: Option<&str>,
    ) -> impl Future<Output = Result<Page<u64>, Unavailable>> + Send;
}
