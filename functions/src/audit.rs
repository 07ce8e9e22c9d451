//! `audit`: compares the archive with the event table, event by event, and restores what the archive lacks.
//!
//! What is compared does not fit into memory, and takes longer than a function may run. So each event leaves a note: its
//! aggregate, its version, a digest, and where it was seen. Notes are kept in slices of the aggregates: in memory as far as
//! they fit, in a bucket otherwise and whenever an invocation comes to its end. The archive is read first, then the table,
//! which had every event before the archive did, and then slice after slice is compared.

mod answer;
mod compare;
mod note;
mod notes;
mod reading;
mod repair;

use std::time::Duration;

use contract::{
    Bucket, Contract, DeleteObject, EventTable, GetObject, Invocation, Link, ListBucket, Phase, PutObject, Query, Scan,
};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use tokio::time::Instant;
use uuid::Uuid;

use crate::commit_item::CommitItem;
use crate::envelope::Envelope;
use crate::metrics::{Count, Measured, Measures};
use crate::ports::{ArchiveReader, ArchiveRemover, ArchiveWriter, EventHistory, EventScan, ScanPosition, Unavailable};
use crate::wakes::{Handler, HandlerError, Moment};

pub use answer::{AuditReport, Finding};
pub use note::Note;
use notes::{Notes, SLICES};

/// What is left of the time when an audit stops and says how to go on.
const RESERVE: Duration = Duration::from_secs(120);

/// How many notes are kept in memory, some 150 bytes each.
const NOTES_IN_MEMORY: usize = 2_000_000;

/// How old an event has to be before the archive should have it, in seconds, unless the request says otherwise.
pub const GRACE_SECONDS: u32 = 900;

/// How long an audit may be resumed. Its notes are removed a day after they were written at the earliest.
const RESUMABLE: SignedDuration = SignedDuration::from_hours(12);

/// Compares the archive with the event table, event by event, and restores what the archive lacks.
#[derive(Contract)]
#[contract(name = "audit", wakes_on(Invocation<AuditRequest, AuditReport>))]
pub struct Audit<P: Phase> {
    /// What is compared,
    pub archive: Link<P, Bucket<Envelope>, (ListBucket, GetObject, PutObject, DeleteObject)>,
    /// with this.
    pub carts: Link<P, EventTable<CommitItem>, (Scan, Query)>,
    /// What was seen of either.
    pub notes: Link<P, Bucket<Note>, (ListBucket, GetObject, PutObject)>,
    /// Where objects are put that are damaged.
    pub unreadable: Link<P, Bucket<()>, PutObject>,
}

impl<P: Phase> Measured for Audit<P> {
    const MEASURES: Measures = Measures {
        counts: &[Count::InvocationsRefused, Count::AuditFindings, Count::EventsRestored],
        ..Measures::NONE
    };
}

/// What to compare.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuditRequest {
    /// Only the events of this aggregate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aggregate: Option<String>,
    /// Restore missing events from the table, and replace damaged objects by what can be read of them.
    #[serde(default)]
    pub repair: bool,
    /// How old an event has to be before the archive should have it, in seconds; by default 15 minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grace_seconds: Option<u32>,
    /// Where an earlier invocation of the same audit stopped, to go on there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resume: Option<Position>,
}

/// How far an audit came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// The audit.
    pub run: Uuid,
    /// When it began.
    pub started_at: Timestamp,
    /// How many objects it has read.
    pub objects: u64,
    /// What it has to do next.
    pub step: Step,
}

/// What an audit does, in this order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Read the archive behind this object, or from its beginning.
    Archive(Option<String>),
    /// Read the table behind this commit, or from its beginning.
    Table(Option<ScanPosition>),
    /// Compare from this slice on.
    Compare(u16),
}

/// Why an audit did not come to its end.
#[derive(Debug, thiserror::Error)]
pub enum AuditError {
    /// A service did not do its part; what was restored until then is restored.
    #[error("The audit was broken off: {0}")]
    Unavailable(#[from] Unavailable),
    /// The notes of the audit may be gone.
    #[error("This audit began at {0}, which is too long ago to go on; begin another.")]
    Expired(Timestamp),
}

impl HandlerError for AuditError {
    fn code(&self) -> &'static str {
        match self {
            Self::Unavailable(_) => "AuditUnavailable",
            Self::Expired(_) => "AuditExpired",
        }
    }

    fn is_refusal(&self) -> bool {
        matches!(self, Self::Expired(_))
    }
}

/// Audits an archive.
#[derive(Debug)]
pub struct AuditHandler<S, U, N, T> {
    /// The archive.
    pub archive: S,
    /// Where damaged objects go.
    pub unreadable: U,
    notes: N,
    table: T,
    notes_in_memory: usize,
}

impl<S, U, N, T> AuditHandler<S, U, N, T> {
    /// Compares `archive` with `table`. Damaged objects go to `unreadable`.
    pub fn new(archive: S, unreadable: U, notes: N, table: T) -> Self {
        Self { archive, unreadable, notes, table, notes_in_memory: NOTES_IN_MEMORY }
    }
}

/// One invocation of an audit.
struct Invocated<'a, S, U, N, T> {
    handler: &'a AuditHandler<S, U, N, T>,
    request: &'a AuditRequest,
    /// What happened later is not missing yet.
    due: Timestamp,
    now: Timestamp,
    /// When there is no time left.
    until: Instant,
    /// How many objects earlier invocations have read.
    objects_before: u64,
    notes: Notes<'a, N>,
    report: AuditReport,
}

impl<S, U, N, T> Handler<Invocation<AuditRequest, AuditReport>> for AuditHandler<S, U, N, T>
where
    S: ArchiveReader + ArchiveWriter + ArchiveRemover,
    U: ArchiveWriter,
    N: ArchiveReader + ArchiveWriter,
    T: EventScan + EventHistory,
{
    type Error = AuditError;

    async fn handle(&self, request: AuditRequest, at: &Moment) -> Result<AuditReport, AuditError> {
        let time = Duration::try_from(at.deadline.duration_since(at.now)).unwrap_or_default().saturating_sub(RESERVE);
        let Position { run, started_at, objects, step } = request.resume.clone().unwrap_or(Position {
            run: at.fresh_id,
            started_at: at.now,
            objects: 0,
            step: Step::Archive(None),
        });
        if at.now.duration_since(started_at) > RESUMABLE {
            return Err(AuditError::Expired(started_at));
        }
        let grace = SignedDuration::from_secs(i64::from(request.grace_seconds.unwrap_or(GRACE_SECONDS)));
        let mut invocation = Invocated {
            handler: self,
            request: &request,
            due: started_at.checked_sub(grace).unwrap_or(Timestamp::MIN),
            now: at.now,
            until: Instant::now() + time,
            objects_before: objects,
            notes: Notes::new(&self.notes, run, at.fresh_id, request.resume.is_some(), self.notes_in_memory),
            report: AuditReport::default(),
        };
        let mut next = Some(step);
        while let Some(step) = next {
            let begun = step.clone();
            next = invocation.take(step).await?;
            // Each invocation gets somewhere, however short it is.
            if next.as_ref().is_some_and(|next| *next != begun) && Instant::now() >= invocation.until {
                break;
            }
        }
        let Invocated { mut notes, mut report, .. } = invocation;
        if let Some(step) = next {
            notes.put_away().await?;
            report.resume = Some(Position { run, started_at, objects: objects.saturating_add(report.objects), step });
        }
        report.tell(run);
        Ok(report)
    }
}

impl<S, U, N, T> Invocated<'_, S, U, N, T>
where
    S: ArchiveReader + ArchiveWriter + ArchiveRemover,
    U: ArchiveWriter,
    N: ArchiveReader + ArchiveWriter,
    T: EventScan + EventHistory,
{
    /// Does a part of the audit, and says what comes next.
    async fn take(&mut self, step: Step) -> Result<Option<Step>, Unavailable> {
        Ok(match step {
            Step::Archive(after) => Some(self.read_archive(after).await?),
            Step::Table(after) => Some(self.read_table(after).await?),
            Step::Compare(slice) if slice < SLICES => {
                self.compare(slice).await?;
                Some(Step::Compare(slice + 1))
            }
            Step::Compare(_) => None,
        })
    }

    fn is_wanted(&self, aggregate_id: &str) -> bool {
        self.request.aggregate.as_ref().is_none_or(|wanted| wanted == aggregate_id)
    }
}

#[cfg(test)]
mod tests;
