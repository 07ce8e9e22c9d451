//! Where replay runs are on record.

use std::future::Future;

use super::Unavailable;
use crate::event_handler::Generation;
use crate::replay::Run;

/// What a record is known by until somebody changes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag(pub String);

/// What became of a record that was to be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// It is saved, and known by this tag from now on.
    As(Tag),
    /// It is not what it was thought to be: somebody else has changed or made it.
    Overtaken,
}

/// Keeps the records of replay runs, and for each the checkpoint that it goes on from.
pub trait ReplayRuns: Send + Sync {
    /// The record of a run.
    fn load(&self, run: &Generation) -> impl Future<Output = Result<Option<(Run, Tag)>, Unavailable>> + Send;

    /// Saves a record if it is still known by the tag `before`; without a tag, if there is none yet.
    fn save(&self, run: &Run, before: Option<&Tag>) -> impl Future<Output = Result<Saved, Unavailable>> + Send;

    /// The names of every run on record.
    fn names(&self) -> impl Future<Output = Result<Vec<Generation>, Unavailable>> + Send;

    /// A checkpoint by its name.
    fn checkpoint(&self, name: &str) -> impl Future<Output = Result<Option<Vec<u8>>, Unavailable>> + Send;

    /// Keeps a checkpoint under a name that no other has.
    fn keep_checkpoint(&self, name: &str, checkpoint: Vec<u8>) -> impl Future<Output = Result<(), Unavailable>> + Send;

    /// Removes a checkpoint. One that is not there changes nothing.
    fn drop_checkpoint(&self, name: &str) -> impl Future<Output = Result<(), Unavailable>> + Send;
}
