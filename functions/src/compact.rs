//! `compact`: makes few large objects of the many small ones of an hour of the archive.
//!
//! Only hours are compacted in which nothing arrives any more. What comes out is written and read back before anything that
//! went in is removed, so every event is in the archive at any time, whenever this stops. Readers go through keys in their
//! order, drop what they have seen and what comes before its turn; they meet each event in its turn while this is at work,
//! too, because its objects come behind those that they are made from (see [`crate::archive`]'s names).

mod hour;
mod hours;

use std::ops::AddAssign;
use std::time::Duration;

use contract::{Bucket, Contract, DeleteObject, GetObject, Invocation, Link, ListBucket, Phase, PutObject};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::archive::Hour;
use crate::envelope::Envelope;
use crate::metrics::{Count, Measured, Measures};
use crate::ports::{ArchiveReader, ArchiveRemover, ArchiveWriter, Unavailable};
use crate::wakes::{Handler, HandlerError, Moment};

use hour::{Compaction, NotCompacted};
use hours::Hours;

/// What is left of the time when a compaction stops and says how to go on.
const RESERVE: Duration = Duration::from_secs(120);

/// How many bytes of events go into one object. Memory holds that much.
const OBJECT_BYTES: usize = 128 << 20;

/// How many hours that could not be compacted are named.
const NAMED: usize = 100;

/// Makes few large objects of the many small ones of an hour of the archive.
#[derive(Contract)]
#[contract(name = "compact", wakes_on(Invocation<CompactRequest, CompactReport>))]
pub struct Compact<P: Phase> {
    /// The archive.
    pub archive: Link<P, Bucket<Envelope>, (ListBucket, GetObject, PutObject, DeleteObject)>,
}

impl<P: Phase> Measured for Compact<P> {
    const MEASURES: Measures =
        Measures { counts: &[Count::InvocationsRefused, Count::HoursNotCompacted], ..Measures::NONE };
}

/// Which hours to compact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CompactRequest {
    /// Only those that were over so many hours ago, at least one. As long as the event stream keeps records, the archive may
    /// still have to add to them.
    pub older_than_hours: u32,
    /// Only say what there is to do.
    #[serde(default)]
    pub dry_run: bool,
    /// Where an earlier invocation stopped, to go on there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// What was compacted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompactReport {
    /// How many hours were compacted, or would be.
    pub hours: u64,
    /// How many objects they had.
    pub objects_before: u64,
    /// How many they have; 0 in a dry run.
    pub objects_after: u64,
    /// How many events those hold; 0 in a dry run.
    pub events: u64,
    /// How many lines were there once more and were left out.
    pub duplicates: u64,
    /// Hours that were left as they are, and why: at most 100.
    pub left: Vec<LeftHour>,
    /// Whether every hour had its turn. If not, invoke again with `after`.
    pub complete: bool,
    /// Where this stopped.
    pub after: Option<String>,
}

impl AddAssign for CompactReport {
    fn add_assign(&mut self, next: Self) {
        self.hours += next.hours;
        self.objects_before += next.objects_before;
        self.objects_after += next.objects_after;
        self.events += next.events;
        self.duplicates += next.duplicates;
        self.left.extend(next.left);
        self.complete = next.complete;
        self.after = next.after;
    }
}

/// An hour that was left as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftHour {
    /// The hour: `date=2026-11-23/hour=19`.
    pub hour: String,
    /// Why.
    pub reason: String,
}

/// Why a compaction did not take place.
#[derive(Debug, thiserror::Error)]
pub enum CompactError {
    /// The present hour is never compacted.
    #[error("An hour has to be over for at least one hour; `older_than_hours` is 0.")]
    TooYoung,
    /// The archive was not reached.
    #[error("The archive could not be reached: {0}")]
    Archive(#[from] Unavailable),
}

impl HandlerError for CompactError {
    fn code(&self) -> &'static str {
        match self {
            Self::TooYoung => "TooYoung",
            Self::Archive(_) => "ArchiveUnavailable",
        }
    }

    fn is_refusal(&self) -> bool {
        matches!(self, Self::TooYoung)
    }
}

/// Compacts an archive.
#[derive(Debug)]
pub struct CompactHandler<S> {
    /// The archive.
    pub archive: S,
    /// How many bytes of events go into one object.
    object_bytes: usize,
}

impl<S> CompactHandler<S> {
    /// Compacts this archive.
    pub fn new(archive: S) -> Self {
        Self { archive, object_bytes: OBJECT_BYTES }
    }
}

impl<S> Handler<Invocation<CompactRequest, CompactReport>> for CompactHandler<S>
where
    S: ArchiveReader + ArchiveWriter + ArchiveRemover,
{
    type Error = CompactError;

    async fn handle(&self, request: CompactRequest, at: &Moment) -> Result<CompactReport, CompactError> {
        if request.older_than_hours == 0 {
            return Err(CompactError::TooYoung);
        }
        let time = Duration::try_from(at.deadline.duration_since(at.now)).unwrap_or_default().saturating_sub(RESERVE);
        let until = tokio::time::Instant::now() + time;
        let age = SignedDuration::from_hours(i64::from(request.older_than_hours));
        let settled = |hour: Hour| hour.end().is_some_and(|end| at.now.duration_since(end) >= age);

        let mut report = CompactReport { after: request.after, ..CompactReport::default() };
        let mut hours = Hours::new(&self.archive, report.after.clone());
        let mut first = true;
        while let Some((hour, keys)) = hours.next().await? {
            // Hours come in order: those that follow are younger.
            if !settled(hour) {
                break;
            }
            let last = keys.last().cloned();
            let compaction = Compaction { archive: &self.archive, hour, keys, object_bytes: self.object_bytes, until };
            if compaction.is_due() {
                match self.compact(compaction, request.dry_run, &mut report).await? {
                    // Its own invocation may be long enough.
                    Some(NotCompacted::TooLong) if !first => return Ok(report),
                    Some(reason) if report.left.len() < NAMED => {
                        report.left.push(LeftHour { hour: hour.partition(), reason: reason.to_string() });
                    }
                    Some(_) | None => {}
                }
                first = false;
            }
            report.after = last;
        }
        report.complete = true;
        let CompactReport { hours, objects_before, objects_after, events, duplicates, .. } = &report;
        tracing::info!(hours, objects_before, objects_after, events, duplicates, "archive compacted");
        Ok(report)
    }
}

impl<S: ArchiveReader + ArchiveWriter + ArchiveRemover> CompactHandler<S> {
    /// Why it was not compacted, if it was not.
    async fn compact(
        &self,
        compaction: Compaction<'_, S>,
        dry_run: bool,
        report: &mut CompactReport,
    ) -> Result<Option<NotCompacted>, CompactError> {
        let (hour, objects_before) = (compaction.hour.partition(), compaction.keys.len() as u64);
        if !dry_run {
            let compacted = match compaction.run().await {
                Ok(compacted) => compacted,
                Err(NotCompacted::Unavailable(reason)) => return Err(reason.into()),
                Err(reason) => {
                    Count::HoursNotCompacted.add(1);
                    tracing::warn!(hour, %reason, "an hour of the archive was not compacted");
                    return Ok(Some(reason));
                }
            };
            tracing::info!(hour, objects_before, objects_after = compacted.objects, "compacted");
            report.objects_after += compacted.objects;
            report.events += compacted.events;
            report.duplicates += compacted.duplicates;
        }
        report.hours += 1;
        report.objects_before += objects_before;
        Ok(None)
    }
}

#[cfg(test)]
mod tests;
