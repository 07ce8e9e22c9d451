//! Snapshots: the state of an aggregate at some version, so that loading need not begin at its first event.
//!
//! A snapshot is a shortcut and never a source of truth. One that is missing, was written with another schema, cannot be
//! read or does not fit the commits is left aside, and the whole history is loaded instead.

use std::collections::HashMap;
use std::future::Future;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{Aggregate, CommandFilter, CommandId, Rehydrated, Version};

/// How many of an aggregate's newest commands a snapshot remembers with their outcome. Of an older one it knows that it may
/// have been accepted; then the whole history tells.
pub const REMEMBERED_COMMANDS: usize = 256;

/// An aggregate whose state can be written down.
pub trait Snapshots: Aggregate + Serialize + DeserializeOwned {
    /// The version of the state's written form: raised with each change of the state's fields or of
    /// [`Aggregate::evolve`], so that what was written before is left aside.
    const SCHEMA: u32;

    /// A snapshot is taken with the first commit by which at least this many events came since the last one.
    const EVERY: u64;
}

/// A state as it is written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The aggregate's id.
    pub aggregate_id: String,
    /// The version that the aggregate had.
    pub version: Version,
    /// The version of the first event of the newest commit. Loading begins with that commit, to see that the snapshot
    /// belongs to this history and not to one that was since restored to an earlier point in time.
    pub newest_commit: Version,
    /// [`Snapshots::SCHEMA`] as it was.
    pub schema: u32,
    /// The state, as JSON.
    pub state: String,
    /// The newest commands, at most [`REMEMBERED_COMMANDS`], with the version that each led to, oldest first.
    pub commands: Vec<(CommandId, Version)>,
    /// Every older command. What was written before there were filters has none, is therefore no snapshot, and is left aside.
    pub forgotten: CommandFilter,
}

impl Snapshot {
    /// Writes down an aggregate; nothing for one without events, or whose state is not JSON.
    pub fn of<A: Snapshots>(id: &A::Id, aggregate: &Rehydrated<A>) -> Option<Self> {
        let mut commands: Vec<_> = aggregate.commands.iter().map(|(&command, &version)| (command, version)).collect();
        commands.sort_unstable_by_key(|&(_, version)| version);
        let mut forgotten = aggregate.forgotten.clone();
        let older = commands.drain(..commands.len().saturating_sub(REMEMBERED_COMMANDS));
        older.for_each(|(command, _)| forgotten.insert(command));
        Some(Self {
            aggregate_id: id.to_string(),
            version: aggregate.version,
            newest_commit: aggregate.newest_commit?,
            schema: A::SCHEMA,
            state: serde_json::to_string(&aggregate.state).ok()?,
            commands,
            forgotten,
        })
    }

    /// The aggregate as it was; nothing when the state was written with another schema or cannot be read.
    #[must_use]
    pub fn restore<A: Snapshots>(&self) -> Option<Rehydrated<A>> {
        if self.schema != A::SCHEMA {
            return None;
        }
        Some(Rehydrated {
            state: serde_json::from_str(&self.state).ok()?,
            version: self.version,
            newest_commit: Some(self.newest_commit),
            snapshot: self.version,
            commands: HashMap::from_iter(self.commands.iter().copied()),
            forgotten: self.forgotten.clone(),
        })
    }
}

/// Keeps the newest snapshot of each aggregate of a type.
pub trait SnapshotStore<A: Aggregate>: Send + Sync {
    /// The aggregate as its newest snapshot tells it, if there is one that this program can read.
    ///
    /// # Errors
    /// When the store did not answer; the aggregate can be loaded without it.
    fn newest(&self, id: &A::Id) -> impl Future<Output = Result<Option<Rehydrated<A>>, SnapshotsUnavailable>> + Send;

    /// Whether an aggregate that came this far is to be kept.
    fn is_due(&self, aggregate: &Rehydrated<A>) -> bool;

    /// Keeps the aggregate as it is, unless a later snapshot of the same schema is there.
    ///
    /// # Errors
    /// When the store did not answer; nothing is lost but time.
    fn keep(
        &self,
        id: &A::Id,
        aggregate: &Rehydrated<A>,
    ) -> impl Future<Output = Result<(), SnapshotsUnavailable>> + Send;
}

/// The store of snapshots did not do its part.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the snapshots are not available: {0}")]
pub struct SnapshotsUnavailable(pub String);

/// Keeps no snapshots: every load begins at the first event.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoSnapshots;

impl<A: Aggregate> SnapshotStore<A> for NoSnapshots {
    async fn newest(&self, _: &A::Id) -> Result<Option<Rehydrated<A>>, SnapshotsUnavailable> {
        Ok(None)
    }

    fn is_due(&self, _: &Rehydrated<A>) -> bool {
        false
    }

    async fn keep(&self, _: &A::Id, _: &Rehydrated<A>) -> Result<(), SnapshotsUnavailable> {
        Ok(())
    }
}
