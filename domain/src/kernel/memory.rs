//! An event store and a store of snapshots in memory, for tests and for trying things out.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::{
    Aggregate, AppendError, Commit, EventStore, LoadError, Rehydrated, Snapshot, SnapshotStore, Snapshots,
    SnapshotsUnavailable, Version,
};

/// Keeps commits in memory, with the same promises as a real store.
#[derive(Debug)]
pub struct InMemoryEventStore<A: Aggregate> {
    commits: Mutex<BTreeMap<A::Id, Vec<Commit<A>>>>,
}

impl<A: Aggregate> Default for InMemoryEventStore<A> {
    fn default() -> Self {
        Self { commits: Mutex::default() }
    }
}

impl<A: Aggregate> InMemoryEventStore<A> {
    /// Every commit of every aggregate, by aggregate and then by version.
    pub fn commits(&self) -> Vec<Commit<A>> {
        self.lock().values().flatten().cloned().collect()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<A::Id, Vec<Commit<A>>>> {
        // A panic elsewhere cannot leave a half-made change behind: each change is a single push.
        self.commits.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<A: Aggregate> EventStore<A> for InMemoryEventStore<A> {
    async fn load(&self, id: &A::Id, from: Version) -> Result<Vec<Commit<A>>, LoadError> {
        let aggregates = self.lock();
        let commits = aggregates.get(id).map_or(&[][..], Vec::as_slice);
        let earlier = commits.partition_point(|commit| commit.first_version() < from);
        Ok(commits.iter().skip(earlier).cloned().collect())
    }

    async fn append(&self, commit: &Commit<A>) -> Result<(), AppendError> {
        let mut aggregates = self.lock();
        let stored = aggregates.entry(commit.aggregate_id().clone()).or_default();
        let current = stored.last().map_or(Version::NONE, Commit::last_version);
        if commit.follows() != current {
            return Err(AppendError::Conflict { expected: commit.follows() });
        }
        stored.push(commit.clone());
        Ok(())
    }
}

/// Keeps snapshots in memory.
#[derive(Debug, Default)]
pub struct InMemorySnapshots(Mutex<BTreeMap<String, Snapshot>>);

impl InMemorySnapshots {
    /// The newest snapshot of each aggregate, by its id.
    pub fn snapshots(&self) -> BTreeMap<String, Snapshot> {
        self.lock().clone()
    }

    /// Puts a snapshot there, whatever it says.
    pub fn put(&self, snapshot: Snapshot) {
        self.lock().insert(snapshot.aggregate_id.clone(), snapshot);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Snapshot>> {
        // A panic elsewhere cannot leave a half-made change behind: each change is a single insertion.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<A: Snapshots> SnapshotStore<A> for InMemorySnapshots {
    async fn newest(&self, id: &A::Id) -> Result<Option<Rehydrated<A>>, SnapshotsUnavailable> {
        Ok(self.lock().get(&id.to_string()).and_then(Snapshot::restore))
    }

    fn is_due(&self, aggregate: &Rehydrated<A>) -> bool {
        aggregate.events_since_snapshot() >= A::EVERY
    }

    async fn keep(&self, id: &A::Id, aggregate: &Rehydrated<A>) -> Result<(), SnapshotsUnavailable> {
        let Some(snapshot) = Snapshot::of(id, aggregate) else { return Ok(()) };
        let mut snapshots = self.lock();
        let replaces = |kept: &Snapshot| kept.schema != snapshot.schema || kept.version < snapshot.version;
        if snapshots.get(&snapshot.aggregate_id).is_none_or(replaces) {
            snapshots.insert(snapshot.aggregate_id.clone(), snapshot);
        }
        Ok(())
    }
}
