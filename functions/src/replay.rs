//! `replay`: hands history from the archive to an event handler again, through the handler's own FIFO queue.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use contract::{Bucket, Contract, FifoQueue, GetObject, Invocation, Link, ListBucket, Phase, SendMessage};
use domain::kernel::Version;
use serde::{Deserialize, Serialize};

use crate::archive::{PREFIX, lines};
use crate::envelope::Envelope;
use crate::event_handler::Generation;
use crate::gate::{Verdict, judge};
use crate::in_order::send_in_order;
use crate::metrics::{Count, Measured, Measures};
use crate::ports::{ArchiveReader, Message, Outlet, Unavailable};
use crate::wakes::{Handler, HandlerError, Moment};

/// What is left of the time when a run stops and says how to go on.
///
/// An object holds up to 10,000 events; this is what one may take.
const RESERVE: Duration = Duration::from_secs(120);

/// Hands history from the archive to an event handler again, through the handler's own FIFO queue.
#[derive(Contract)]
#[contract(name = "replay", wakes_on(Invocation<ReplayRequest, ReplayReport>))]
pub struct Replay<P: Phase> {
    /// Where history is kept.
    pub archive: Link<P, Bucket<Envelope>, (ListBucket, GetObject)>,
    /// The queue of the handler `related-items`.
    pub related_items: Link<P, FifoQueue<Envelope>, SendMessage>,
}

impl<P: Phase> Measured for Replay<P> {
    const MEASURES: Measures = Measures {
        counts: &[Count::EventsReplayed, Count::ReplayDuplicates, Count::ReplayHeldBack, Count::SendsRepeated],
        ..Measures::NONE
    };
}

/// What to replay.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReplayRequest {
    /// The handler that is to see history again.
    pub handler: String,
    /// The name of the run, and of the generation that it builds; by default a fresh one. The live generation cannot be
    /// replayed into.
    pub run: Option<Generation>,
    /// The last object that an earlier invocation of the same run finished, to go on behind it.
    pub after: Option<String>,
}

/// How far a run came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReplayReport {
    /// The name of the run, and of the generation that it builds.
    pub run: Generation,
    /// How many archive objects were read.
    pub objects: u64,
    /// How many events were sent.
    pub events: u64,
    /// How many events were in the archive once more and were left out.
    pub duplicates: u64,
    /// How many events were left out because one before them is missing in the archive.
    pub held_back: u64,
    /// The first version that is missing, for each aggregate that lacks one.
    pub missing: BTreeMap<String, Version>,
    /// Whether the end of the archive was reached. If not, invoke again with `run` and `after`.
    pub complete: bool,
    /// The last object that is done with.
    pub after: Option<String>,
}

/// Why a replay stopped.
#[derive(Debug, thiserror::Error)]
pub enum ReplayError {
    /// There is no such handler.
    #[error("There is no event handler `{handler}`; those that take replays: {}.", known.join(", "))]
    UnknownHandler {
        /// The name as given.
        handler: String,
        /// The handlers that there are.
        known: Vec<String>,
    },
    /// The handler does things in the world outside.
    #[error(
        "The event handler `{handler}` takes no replays, because it would do again what it did in the world outside; those that do: {}.",
        known.join(", ")
    )]
    NotReplayable {
        /// The name as given.
        handler: String,
        /// The handlers that take replays.
        known: Vec<String>,
    },
    /// New events go to the live generation; a replay builds another beside it.
    #[error("A replay cannot go to the generation `live`; choose another name for the run.")]
    LiveRun,
    /// The archive was not reached.
    #[error("The archive could not be read: {0}")]
    Archive(#[from] Unavailable),
    /// An object of the archive is damaged.
    #[error("The archive object {key} is damaged: {reason}")]
    Damaged {
        /// The object.
        key: String,
        /// What is wrong.
        reason: String,
    },
    /// The queue did not take the events.
    #[error("The queue did not take {left} events of {key}; invoke again with run `{run}` and after {after:?}.")]
    Queue {
        /// How many events were not sent.
        left: usize,
        /// The object that they are from.
        key: String,
        /// The run.
        run: Generation,
        /// The last object that is done with.
        after: Option<String>,
    },
}

/// Why a handler has no queue.
fn without_queue(handler: String, known: Vec<String>) -> ReplayError {
    if crate::event_handlers().contains(&handler.as_str()) {
        ReplayError::NotReplayable { handler, known }
    } else {
        ReplayError::UnknownHandler { handler, known }
    }
}

impl HandlerError for ReplayError {
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownHandler { .. } => "UnknownHandler",
            Self::NotReplayable { .. } => "NotReplayable",
            Self::LiveRun => "LiveRun",
            Self::Archive(_) => "ArchiveUnavailable",
            Self::Damaged { .. } => "ArchiveDamaged",
            Self::Queue { .. } => "QueueUnavailable",
        }
    }

    fn is_refusal(&self) -> bool {
        matches!(self, Self::UnknownHandler { .. } | Self::NotReplayable { .. } | Self::LiveRun)
    }
}

/// The queues of the event handlers that take replays.
pub trait ReplayQueues: Send + Sync {
    /// Sends to one handler.
    type Queue: Outlet;

    /// The names of the handlers.
    fn handlers(&self) -> Vec<String>;

    /// The queue of a handler, for a run.
    fn queue(&self, handler: &str, run: &Generation) -> Option<Self::Queue>;
}

/// Replays from an archive.
#[derive(Debug)]
pub struct ReplayHandler<S, Q> {
    /// Where history is.
    pub archive: S,
    /// Where it goes.
    pub queues: Q,
}

impl<S: ArchiveReader, Q: ReplayQueues> Handler<Invocation<ReplayRequest, ReplayReport>> for ReplayHandler<S, Q> {
    type Error = ReplayError;

    async fn handle(&self, request: ReplayRequest, at: &Moment) -> Result<ReplayReport, ReplayError> {
        let ReplayRequest { handler, run, after } = request;
        let run = match run {
            Some(run) if run == Generation::live() => return Err(ReplayError::LiveRun),
            Some(run) => run,
            None => Generation::from(at.fresh_id),
        };
        let queue = self.queues.queue(&handler, &run);
        let queue = queue.ok_or_else(|| without_queue(handler, self.queues.handlers()))?;
        let started = tokio::time::Instant::now();
        let time = Duration::try_from(at.deadline.duration_since(at.now)).unwrap_or_default().saturating_sub(RESERVE);
        let mut history = History { from_the_beginning: after.is_none(), ..History::default() };
        tracing::info!(%run, after, "replay begins");
        let mut report = ReplayReport {
            run,
            objects: 0,
            events: 0,
            duplicates: 0,
            held_back: 0,
            missing: BTreeMap::new(),
            complete: false,
            after,
        };
        'pages: loop {
            let keys = self.archive.keys(PREFIX, report.after.as_deref()).await?;
            if keys.is_empty() {
                report.complete = true;
                break;
            }
            for key in keys {
                let Some(object) = self.archive.get(&key).await? else { continue 'pages };
                if report.objects > 0 && started.elapsed() >= time {
                    break 'pages;
                }
                self.replay_object(&queue, key, &object, &mut history, &mut report).await?;
            }
        }
        report.missing = history.missing();
        let ReplayReport { run, objects, events, complete, .. } = &report;
        tracing::info!(%run, objects, events, complete, "replay ends");
        Ok(report)
    }
}

impl<S: ArchiveReader, Q: ReplayQueues> ReplayHandler<S, Q> {
    async fn replay_object(
        &self,
        queue: &Q::Queue,
        key: String,
        object: &[u8],
        history: &mut History,
        report: &mut ReplayReport,
    ) -> Result<(), ReplayError> {
        let damaged = |reason: String| ReplayError::Damaged { key: key.clone(), reason };
        let mut messages = Vec::new();
        for line in lines(object) {
            let line = line.map_err(|damage| damaged(damage.to_string()))?;
            let line = String::from_utf8(line).map_err(|error| damaged(error.to_string()))?;
            let event: Envelope = serde_json::from_str(&line).map_err(|error| damaged(error.to_string()))?;
            match history.judge(&event) {
                Verdict::Next => {
                    let Envelope { id, correlation_id, causation_id, .. } = &event;
                    tracing::info!(aggregate_id = event.subject, %correlation_id, %causation_id, %id, run = %report.run, "replaying");
                    messages.push(Message { key: event.subject, id: event.id.to_string(), body: line.into() });
                }
                Verdict::Duplicate => {
                    report.duplicates += 1;
                    Count::ReplayDuplicates.add(1);
                }
                // What comes behind a hole stays behind it; every other aggregate goes on.
                Verdict::Gap => {
                    report.held_back += 1;
                    Count::ReplayHeldBack.add(1);
                }
            }
        }
        let left = send_in_order(queue, &messages).await.len();
        if left > 0 {
            let (run, after) = (report.run.clone(), report.after.clone());
            return Err(ReplayError::Queue { left, key, run, after });
        }
        report.objects += 1;
        report.events += messages.len() as u64;
        Count::EventsReplayed.add(messages.len() as u64);
        tracing::info!(run = %report.run, after = key, events = messages.len(), "replayed");
        report.after = Some(key);
        Ok(())
    }
}

/// How far each aggregate was sent in this invocation.
#[derive(Default)]
struct History {
    seen: BTreeMap<String, Version>,
    held_back: BTreeSet<String>,
    from_the_beginning: bool,
}

impl History {
    fn seen(&self, aggregate_id: &str) -> Version {
        self.seen.get(aggregate_id).copied().unwrap_or_default()
    }

    /// The first version that is missing, for each aggregate that still lacks one.
    fn missing(&self) -> BTreeMap<String, Version> {
        self.held_back.iter().map(|aggregate| (aggregate.clone(), self.seen(aggregate).next())).collect()
    }

    /// The archive may hold an event twice, because every hop to it is at-least-once. An invocation that goes on where
    /// another stopped does not know what was sent before, so the first event of an aggregate that it meets counts as next.
    fn judge(&mut self, event: &Envelope) -> Verdict {
        let known = self.from_the_beginning || self.seen.contains_key(&event.subject);
        let verdict = if known { judge(self.seen(&event.subject), event.aggregate_version) } else { Verdict::Next };
        match verdict {
            Verdict::Next => {
                self.seen.insert(event.subject.clone(), event.aggregate_version);
            }
            Verdict::Gap => {
                self.held_back.insert(event.subject.clone());
            }
            Verdict::Duplicate => {}
        }
        verdict
    }
}

#[cfg(test)]
mod tests;
