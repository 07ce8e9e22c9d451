//! Everything that happened, as the event table has it.

use std::future::Future;

use serde::{Deserialize, Serialize};

use super::Unavailable;
use crate::commit_item::CommitItem;

/// Where in a table a page of it ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScanPosition {
    /// The key of the last commit: its aggregate,
    pub aggregate_id: String,
    /// and its version.
    pub version: u64,
}

/// A commit that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MalformedCommit {
    /// Where it is in the table.
    pub position: ScanPosition,
    /// What is wrong with it.
    pub reason: String,
}

/// Some of the commits of a table, in no order.
#[derive(Debug, Clone, Default)]
pub struct ScanPage {
    /// The commits.
    pub commits: Vec<Result<CommitItem, MalformedCommit>>,
    /// Where the next page begins; nothing at the end.
    pub next: Option<ScanPosition>,
}

/// The commits of every aggregate.
pub trait EventScan: Send + Sync {
    /// The page of commits behind a position, or the first. Each commit that was there when the first page was read is on
    /// one of the pages.
    fn commits(&self, after: Option<&ScanPosition>) -> impl Future<Output = Result<ScanPage, Unavailable>> + Send;
}
