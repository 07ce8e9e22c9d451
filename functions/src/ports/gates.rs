//! How far a handler has seen each aggregate, for handlers whose effects are not in a store of their own.

use std::future::Future;

use domain::kernel::Version;

use super::Unavailable;

/// The name of the partition key of a table of gates.
pub const GATE_KEY: &str = "aggregate_id";

/// The gate of one aggregate, as an item of a table of gates.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Gate {
    /// The aggregate.
    pub aggregate_id: String,
    /// The version up to which events took effect.
    pub version: Version,
}

/// Why a gate was not advanced.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GateError {
    /// It is elsewhere: look again.
    #[error("another delivery has moved the gate")]
    Conflict,
    /// The store did not answer; the gate may have been advanced.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// Keeps the gates of a handler.
pub trait Gates: Send + Sync {
    /// The version up to which events of an aggregate took effect.
    fn seen(&self, aggregate_id: &str) -> impl Future<Output = Result<Version, Unavailable>> + Send;

    /// Moves the gate of an aggregate from one version to another, if it is where it is expected.
    fn advance(
        &self,
        aggregate_id: &str,
        from: Version,
        to: Version,
    ) -> impl Future<Output = Result<(), GateError>> + Send;
}
