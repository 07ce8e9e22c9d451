//! An event table in memory.

use std::collections::BTreeMap;
use std::sync::Mutex;

use domain::kernel::Version;

use super::lock;
use crate::commit_item::CommitItem;
use crate::envelope::{Envelope, envelopes};
use crate::ports::{EventHistory, EventScan, ScanPage, ScanPosition, Unavailable};

/// Commits by aggregate and version.
#[derive(Debug, Default)]
pub struct MemoryEventTable(Mutex<BTreeMap<(String, u64), CommitItem>>);

impl MemoryEventTable {
    /// Puts a commit in its place.
    pub fn put(&self, commit: CommitItem) {
        lock(&self.0).insert((commit.aggregate_id.clone(), commit.version), commit);
    }
}

impl EventScan for MemoryEventTable {
    async fn commits(&self, after: Option<&ScanPosition>) -> Result<ScanPage, Unavailable> {
        let table = lock(&self.0);
        let after = after.map(|position| (position.aggregate_id.clone(), position.version));
        let mut rest = table.iter().filter(|(key, _)| after.as_ref().is_none_or(|after| *key > after));
        // A small page, so that whoever reads has to ask for the next.
        let page: Vec<_> = rest.by_ref().take(3).collect();
        let position = |(key, _): &(&(String, u64), _)| ScanPosition { aggregate_id: key.0.clone(), version: key.1 };
        let next = page.last().filter(|_| rest.next().is_some()).map(position);
        Ok(ScanPage { commits: page.into_iter().map(|(_, commit)| Ok(commit.clone())).collect(), next })
    }
}

impl EventHistory for MemoryEventTable {
    async fn events(&self, aggregate_id: &str, from: Version) -> Result<Vec<Envelope>, Unavailable> {
        let table = lock(&self.0);
        let commits = table.values().filter(|commit| commit.aggregate_id == aggregate_id);
        let events: Result<Vec<_>, _> = commits.map(envelopes).collect();
        let events = events.map_err(|error| Unavailable(error.to_string()))?;
        Ok(events.into_iter().flatten().filter(|event| event.aggregate_version >= from).collect())
    }
}
