//! Gates in memory.

use std::collections::BTreeMap;
use std::sync::Mutex;

use domain::kernel::Version;

use super::lock;
use crate::ports::{GateError, Gates, Unavailable};

/// Gates by aggregate.
#[derive(Debug, Default)]
pub struct MemoryGates(Mutex<BTreeMap<String, Version>>);

impl Gates for MemoryGates {
    async fn seen(&self, aggregate_id: &str) -> Result<Version, Unavailable> {
        Ok(lock(&self.0).get(aggregate_id).copied().unwrap_or_default())
    }

    async fn advance(&self, aggregate_id: &str, from: Version, to: Version) -> Result<(), GateError> {
        let mut gates = lock(&self.0);
        let gate = gates.entry(aggregate_id.to_owned()).or_default();
        if *gate != from {
            return Err(GateError::Conflict);
        }
        *gate = to;
        Ok(())
    }
}
