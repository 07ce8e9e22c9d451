//! `replay`: hands history from the archive to an event handler again, through the handler's own FIFO queue.
//!
//! A run reads the archive from its beginning, or from where the selected time begins, to its end, and sends each selected
//! event once, behind the one before it. It is on record: an invocation works on it for as long as it is asked to, saves how
//! far it came, and whoever wants the rest asks again. What an invocation did since it last saved, the next one does again
//! if the first one dies: the queue, and behind it the version gate of the handler, leave out what they have seen.
//!
//! A function that invoked itself would be stopped by Lambda's guard against loops, so it is the client who goes on asking.

mod checkpoint;
mod error;
mod identifier;
mod ledger;
mod pace;
mod records;
mod request;
mod run;
mod selection;
mod worker;

use std::cmp::Reverse;
use std::time::Duration;

use contract::{
    Bucket, Contract, DeleteObject, FifoQueue, GetObject, Invocation, Link, ListBucket, Phase, PutObject, SendMessage,
};
use tokio::time::Instant;

use crate::envelope::Envelope;
use crate::event_handler::Generation;
use crate::metrics::{Count, Measured, Measures};
use crate::ports::{ArchiveReader, Outlet, ReplayRuns, Tag};
use crate::related_items::RelatedItems;
use crate::wakes::{Handler, Moment};
use worker::{Clock, Worker};

pub use checkpoint::Checkpoint;
pub use error::ReplayError;
pub use identifier::identifier;
pub use request::{
    CancelReplay, InvalidRequest, ListReplays, MAX_RATE, ReplayAnswer, ReplayRequest, ResumeReplay, StartReplay,
    check_rate,
};
pub use run::{Counts, Damage, Hole, Lease, Position, Run, RunState};
pub use selection::{InvalidSelection, Selection};
pub use worker::Limits;

/// What is left of the time when an invocation stops and saves.
const RESERVE: Duration = Duration::from_secs(60);

/// The most runs that are listed.
const MOST_LISTED: usize = 50;

/// Hands history from the archive to an event handler again, through the handler's own FIFO queue.
#[derive(Contract)]
#[contract(name = "replay", wakes_on(Invocation<ReplayRequest, ReplayAnswer>))]
pub struct Replay<P: Phase> {
    /// Where history is kept.
    pub archive: Link<P, Bucket<Envelope>, (ListBucket, GetObject)>,
    /// Where runs are on record.
    pub runs: Link<P, Bucket<Run>, (ListBucket, GetObject, PutObject, DeleteObject)>,
    /// The queue of the handler `related-items`.
    pub related_items: Link<P, FifoQueue<Envelope>, SendMessage>,
}

impl<P: Phase> Measured for Replay<P> {
    const MEASURES: Measures = Measures {
        counts: &[
            Count::InvocationsRefused,
            Count::EventsReplayed,
            Count::ReplayDuplicates,
            Count::ArchiveHoles,
            Count::ArchiveDamages,
            Count::SendsRepeated,
        ],
        ..Measures::NONE
    };
}

/// The link to a handler's queue.
pub type ReplayLink<P> = Link<P, FifoQueue<Envelope>, SendMessage>;

/// The handlers that take replays, in the order of [`Replay::queues`].
pub const HANDLERS: [&str; 1] = [<RelatedItems<contract::Runtime> as Contract>::NAME];

impl<P: Phase> Replay<P> {
    /// The queues of the handlers that take replays, in the order of [`HANDLERS`].
    pub fn queues(&self) -> [&ReplayLink<P>; HANDLERS.len()] {
        [&self.related_items]
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
pub struct ReplayHandler<S, R, Q> {
    /// Where history is.
    pub archive: S,
    /// Where runs are on record.
    pub runs: R,
    /// Where history goes.
    pub queues: Q,
    /// How much memory a run may take.
    pub limits: Limits,
}

impl<S, R, Q> Handler<Invocation<ReplayRequest, ReplayAnswer>> for ReplayHandler<S, R, Q>
where
    S: ArchiveReader,
    R: ReplayRuns,
    Q: ReplayQueues,
{
    type Error = ReplayError;

    async fn handle(&self, request: ReplayRequest, at: &Moment) -> Result<ReplayAnswer, ReplayError> {
        let run = match request {
            ReplayRequest::Start(request) => self.start(request, at).await?,
            ReplayRequest::Resume(request) => self.resume(request, at).await?,
            ReplayRequest::Cancel(CancelReplay { run }) => records::cancel(&self.runs, &run, at.now).await?,
            ReplayRequest::List(ListReplays {}) => return self.list().await.map(ReplayAnswer::Runs),
        };
        Ok(ReplayAnswer::Run(Box::new(run)))
    }
}

impl<S: ArchiveReader, R: ReplayRuns, Q: ReplayQueues> ReplayHandler<S, R, Q> {
    async fn start(&self, request: StartReplay, at: &Moment) -> Result<Run, ReplayError> {
        request.check()?;
        let name = request.run.clone().unwrap_or_else(|| Generation::from(at.fresh_id));
        self.queue(&request.handler, &name)?;
        let seconds = request.seconds;
        let run = Run::new(request, name.clone(), at.now);
        let tag = records::save(&self.runs, &run, None).await?.ok_or(ReplayError::RunExists(name))?;
        tracing::info!(run = %run.run, handler = run.handler, dry_run = run.dry_run, "replay begins");
        self.work(run, &tag, seconds, at).await
    }

    async fn resume(&self, request: ResumeReplay, at: &Moment) -> Result<Run, ReplayError> {
        check_rate(request.rate)?;
        let (mut run, tag) = records::load(&self.runs, &request.run).await?;
        match run.state {
            RunState::Complete => return Ok(run),
            RunState::Cancelled => return Err(ReplayError::Cancelled(run.run)),
            RunState::Incomplete => {}
        }
        run.rate = request.rate.or(run.rate);
        self.work(run, &tag, request.seconds, at).await
    }

    /// Works on a run for so many seconds, if time allows.
    async fn work(&self, run: Run, tag: &Tag, seconds: Option<u32>, at: &Moment) -> Result<Run, ReplayError> {
        let clock = Clock::start(at.now);
        let most = Duration::try_from(at.deadline.duration_since(at.now)).unwrap_or_default().saturating_sub(RESERVE);
        let time = seconds.map_or(most, |seconds| most.min(Duration::from_secs(seconds.into())));
        let end = Instant::now() + time;
        let queue = self.queue(&run.handler, &run.run)?;
        let saved = records::lease(&self.runs, run, tag, at.fresh_id, at.now).await?;
        let queue = Some(queue).filter(|_| !saved.0.dry_run);
        let (archive, runs) = (&self.archive, &self.runs);
        let worker = Worker::new(archive, runs, queue, self.limits, clock, at.fresh_id, saved).await?;
        worker.work(end).await
    }

    async fn list(&self) -> Result<Vec<Run>, ReplayError> {
        let mut runs = Vec::new();
        for name in self.runs.names().await.map_err(ReplayError::Runs)? {
            if let Some((run, _)) = self.runs.load(&name).await.map_err(ReplayError::Runs)? {
                runs.push(run);
            }
        }
        runs.sort_by_key(|run| Reverse(run.started_at));
        runs.truncate(MOST_LISTED);
        Ok(runs)
    }

    fn queue(&self, handler: &str, run: &Generation) -> Result<Q::Queue, ReplayError> {
        self.queues.queue(handler, run).ok_or_else(|| ReplayError::without_queue(handler, self.queues.handlers()))
    }
}

#[cfg(test)]
mod tests;
