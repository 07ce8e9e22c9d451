//! An event store in memory, for tests and for trying things out.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::{Aggregate, AppendError, Commit, EventStore, LoadError, Version};

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
    async fn load(&self, id: &A::Id) -> Result<Vec<Commit<A>>, LoadError> {
        Ok(self.lock().get(id).cloned().unwrap_or_default())
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
