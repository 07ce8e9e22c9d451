//! The events of aggregates in memory.

use std::collections::BTreeMap;
use std::sync::Mutex;

use domain::kernel::Version;

use super::lock;
use crate::envelope::Envelope;
use crate::ports::{EventHistory, Unavailable};

/// Events by aggregate.
#[derive(Debug, Default)]
pub struct MemoryHistory(Mutex<BTreeMap<String, Vec<Envelope>>>);

impl MemoryHistory {
    /// Appends an event to the history of its aggregate.
    pub fn push(&self, event: Envelope) {
        lock(&self.0).entry(event.subject.clone()).or_default().push(event);
    }
}

impl EventHistory for MemoryHistory {
    async fn events(&self, aggregate_id: &str, from: Version) -> Result<Vec<Envelope>, Unavailable> {
        let history = lock(&self.0);
        let events = history.get(aggregate_id).map_or(&[][..], Vec::as_slice);
        Ok(events.iter().filter(|event| event.aggregate_version >= from).cloned().collect())
    }
}
