//! The port to wherever commits are stored.

use std::future::Future;

use super::{Aggregate, BrokenHistory, Commit, DecodeError, Version};

/// Stores the commits of one aggregate type.
///
/// An adapter promises: `append` is atomic, and of two commits that follow the same version of an aggregate at most one
/// is ever stored; `load` sees every commit whose `append` returned before it began.
///
/// Whoever appends promises: the commit follows a version at which this store's commits of the aggregate ended when they were
/// loaded. Commits are never removed, so that version still is the end, or another commit follows it; a store need look no
/// further than whether one does. Of a commit that follows a version in the middle of another commit, or one that is yet to
/// come, a store may notice and refuse it as a [`Conflict`](AppendError::Conflict). One that takes it gives
/// it back when the aggregate is loaded, and [`Rehydrated`](super::Rehydrated) reports the history as [`BrokenHistory`].
pub trait EventStore<A: Aggregate>: Send + Sync {
    /// The commits of the aggregate whose first event has at least the version `from`, oldest first, to the newest; from
    /// version 1 that is the whole history. None when there are none.
    fn load(&self, id: &A::Id, from: Version) -> impl Future<Output = Result<Vec<Commit<A>>, LoadError>> + Send;

    /// Stores the commit, which follows a version that the aggregate had when it was loaded, if it still has that version.
    fn append(&self, commit: &Commit<A>) -> impl Future<Output = Result<(), AppendError>> + Send;
}

/// Why an aggregate could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// A recorded event is of a type or version that this program does not know.
    #[error("an event of {aggregate_id} at version {version} cannot be read: {source}")]
    Undecodable {
        /// The aggregate that was to be loaded.
        aggregate_id: String,
        /// The version of the event.
        version: Version,
        /// What is wrong with it.
        source: DecodeError,
    },
    /// A stored commit lacks a part, or a part has the wrong form.
    #[error("a stored commit of {aggregate_id} is malformed: {reason}")]
    Malformed {
        /// The aggregate that was to be loaded.
        aggregate_id: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The commits do not follow one another.
    #[error(transparent)]
    Broken(#[from] BrokenHistory),
    /// The store did not answer.
    #[error("the event store could not be read: {0}")]
    Unavailable(String),
}

/// Why a commit was not stored, or may not have been.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AppendError {
    /// Another commit came first: load, decide and append again.
    #[error("the aggregate is no longer at version {expected}")]
    Conflict {
        /// The version that the commit follows.
        expected: Version,
    },
    /// The commit is larger than an item may be, and was not sent.
    #[error("the commit has {bytes} bytes; an item of the event table holds at most {limit}")]
    TooLarge {
        /// The commit's size in bytes.
        bytes: usize,
        /// The largest size that the store takes, in bytes.
        limit: usize,
    },
    /// The store did not answer, so the commit may or may not be stored. Safe to retry with the same command id.
    #[error("the event store did not confirm the commit: {0}")]
    Unavailable(String),
}
