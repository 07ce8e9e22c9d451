//! What an audit answers.

use std::ops::AddAssign;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Position;
use crate::metrics::Count;

/// How many findings are named.
const NAMED: usize = 1000;

/// What was compared, and what was found. Of an audit in several invocations, the sum of their reports.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditReport {
    /// How many objects of the archive were read.
    pub objects: u64,
    /// How many commits of the table were read.
    pub commits: u64,
    /// How many events the archive has, each counted once.
    pub archived: u64,
    /// How many events the table has.
    pub recorded: u64,
    /// How many times the archive has an event once more. Readers leave those out, and compaction removes most.
    pub duplicates: u64,
    /// How many events the archive lacks that may still be on their way.
    pub on_their_way: u64,
    /// How many events the archive lacks.
    pub missing: u64,
    /// How many events the archive has only in hours before that of their predecessors. Readers wait for those, so nothing is
    /// wrong.
    #[serde(default)]
    pub out_of_turn: u64,
    /// How many events the table lacks.
    pub extra: u64,
    /// How many events the archive has with another content than the table.
    pub different: u64,
    /// How many objects, lines or commits cannot be read.
    pub unreadable: u64,
    /// How many of the missing events were restored.
    pub restored: u64,
    /// How many of the damaged objects were replaced.
    pub replaced: u64,
    /// The findings: at most 1,000 of an invocation. The counts are of all.
    pub findings: Vec<Finding>,
    /// Where this stopped, if it did not come to the end: invoke again with this as `resume`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resume: Option<Position>,
}

/// Something that is not as one expects it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "found", rename_all = "snake_case")]
pub enum Finding {
    /// The archive lacks events of an aggregate.
    Missing {
        /// The aggregate.
        aggregate_id: String,
        /// The first version that is missing,
        from: u64,
        /// and the last of those in a row.
        to: u64,
        /// Whether they were restored from the table.
        repaired: bool,
    },
    /// The archive has events of an aggregate, but only in hours before that of their predecessors. Nothing is lacking, and
    /// readers wait for what comes first: they are left alone.
    OutOfTurn {
        /// The aggregate.
        aggregate_id: String,
        /// The first version that is out of turn,
        from: u64,
        /// and the last of those in a row.
        to: u64,
    },
    /// The archive has an event that the table lacks. It is left alone.
    Extra {
        /// The aggregate.
        aggregate_id: String,
        /// Its version.
        version: u64,
        /// The hour that it is archived in.
        hour: String,
    },
    /// The archive has an event with another content than the table. It is left alone.
    Different {
        /// The aggregate.
        aggregate_id: String,
        /// Its version.
        version: u64,
        /// The hour that it is archived in.
        hour: String,
    },
    /// An object of the archive is damaged, or one of its lines is no event.
    Unreadable {
        /// The object.
        object: String,
        /// The line, counted from 1.
        line: u64,
        /// What is wrong.
        reason: String,
        /// Whether the object was replaced by what can be read of it.
        repaired: bool,
    },
    /// A commit of the table cannot be read.
    UnreadableCommit {
        /// The aggregate.
        aggregate_id: String,
        /// The version of the commit.
        version: u64,
        /// What is wrong.
        reason: String,
    },
}

impl AuditReport {
    /// Names a finding, as long as there is room.
    pub(super) fn find(&mut self, finding: Finding) {
        if self.findings.len() < NAMED {
            self.findings.push(finding);
        }
    }

    /// Whether something is left that should not be so.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        let Self { missing, extra, different, unreadable, restored, replaced, .. } = self;
        missing == restored && *extra == 0 && *different == 0 && unreadable == replaced
    }

    /// Logs and counts what was found.
    pub(super) fn tell(&self, run: Uuid) {
        let Self { objects, commits, archived, recorded, missing, extra, different, unreadable, restored, .. } = *self;
        let complete = self.resume.is_none();
        tracing::info!(%run, objects, commits, archived, recorded, complete, "audited");
        if missing + extra + different + unreadable > 0 {
            tracing::error!(%run, missing, extra, different, unreadable, restored, "archive and table differ");
        }
        Count::AuditFindings.add(missing + extra + different + unreadable);
        Count::EventsRestored.add(restored);
    }
}

impl AddAssign for AuditReport {
    fn add_assign(&mut self, next: Self) {
        self.objects += next.objects;
        self.commits += next.commits;
        self.archived += next.archived;
        self.recorded += next.recorded;
        self.duplicates += next.duplicates;
        self.on_their_way += next.on_their_way;
        self.missing += next.missing;
        self.out_of_turn += next.out_of_turn;
        self.extra += next.extra;
        self.different += next.different;
        self.unreadable += next.unreadable;
        self.restored += next.restored;
        self.replaced += next.replaced;
        self.findings.extend(next.findings);
        self.resume = next.resume;
    }
}
