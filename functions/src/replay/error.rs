//! Why a replay stopped, or did not begin.

use jiff::Timestamp;

use super::request::InvalidRequest;
use crate::event_handler::Generation;
use crate::excerpt::excerpt;
use crate::ports::Unavailable;
use crate::wakes::HandlerError;

/// Why a replay stopped, or did not begin.
#[derive(Debug, thiserror::Error)]
pub enum ReplayError {
    /// There is no such handler.
    #[error("There is no event handler `{handler}`; those that take replays: {}.", known.join(", "))]
    UnknownHandler {
        /// The name as given, without its middle if it is long.
        handler: String,
        /// The handlers that take replays.
        known: Vec<String>,
    },
    /// The handler does things in the world outside.
    #[error(
        "The event handler `{handler}` takes no replays, because it would do again what it did in the world outside; those that do: {}.",
        known.join(", ")
    )]
    NotReplayable {
        /// The name as given, without its middle if it is long.
        handler: String,
        /// The handlers that take replays.
        known: Vec<String>,
    },
    /// The request asks for what cannot be.
    #[error(transparent)]
    Invalid(#[from] InvalidRequest),
    /// There is a run of that name.
    #[error("There is a run `{0}` already; resume it, or choose another name.")]
    RunExists(Generation),
    /// There is no run of that name.
    #[error("There is no run `{0}` on record.")]
    UnknownRun(Generation),
    /// The run was stopped for good.
    #[error("The run `{0}` was cancelled; start another.")]
    Cancelled(Generation),
    /// Another invocation works on the run.
    #[error("Another invocation works on the run `{run}`, until {until} at the latest unless it goes on.")]
    Busy {
        /// The run.
        run: Generation,
        /// When the run is free at the latest, if the other invocation has died.
        until: Timestamp,
    },
    /// Another invocation has taken over the run.
    #[error("Another invocation has taken over the run `{0}`.")]
    Overtaken(Generation),
    /// What the run goes on from is lost.
    #[error("The checkpoint of the run `{run}` cannot be read: {reason}. Start another run.")]
    Checkpoint {
        /// The run.
        run: Generation,
        /// What is wrong.
        reason: String,
    },
    /// The records of runs were not reached.
    #[error("The records of replay runs could not be reached: {0}")]
    Runs(Unavailable),
    /// The archive was not reached.
    #[error("The archive could not be read: {0}")]
    Archive(Unavailable),
    /// The queue did not take the events.
    #[error("The queue of `{handler}` did not take {left} events, the first of them {first}.")]
    Queue {
        /// The handler.
        handler: String,
        /// How many events were not sent.
        left: usize,
        /// The first of them.
        first: String,
    },
    /// The queue took the events too slowly for the lease to be kept.
    #[error("The queue of `{0}` did not take the events in time.")]
    SlowQueue(String),
}

impl ReplayError {
    /// Why a handler has no queue.
    pub(super) fn without_queue(handler: &str, known: Vec<String>) -> Self {
        let is_known = crate::event_handlers().contains(&handler);
        let handler = excerpt(handler).into_owned();
        if is_known { Self::NotReplayable { handler, known } } else { Self::UnknownHandler { handler, known } }
    }

    /// Whether the run can be resumed and may come further.
    pub(super) fn is_passing(&self) -> bool {
        matches!(self, Self::Runs(_) | Self::Archive(_) | Self::Queue { .. } | Self::SlowQueue(_))
    }
}

impl HandlerError for ReplayError {
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownHandler { .. } => "UnknownHandler",
            Self::NotReplayable { .. } => "NotReplayable",
            Self::Invalid(_) => "InvalidReplay",
            Self::RunExists(_) => "RunExists",
            Self::UnknownRun(_) => "UnknownRun",
            Self::Cancelled(_) => "RunCancelled",
            Self::Busy { .. } => "RunBusy",
            Self::Overtaken(_) => "RunOvertaken",
            Self::Checkpoint { .. } => "CheckpointUnreadable",
            Self::Runs(_) => "RunsUnavailable",
            Self::Archive(_) => "ArchiveUnavailable",
            Self::Queue { .. } | Self::SlowQueue(_) => "QueueUnavailable",
        }
    }

    fn is_refusal(&self) -> bool {
        !self.is_passing() && !matches!(self, Self::Overtaken(_) | Self::Checkpoint { .. })
    }
}
