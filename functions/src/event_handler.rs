//! Event handlers: one trait to implement, and both subscriptions, the version gate's safety net and the redrive come with
//! it.
//!
//! A delivery is a hint that an aggregate has changed; the event table is the truth. Whatever the stream or the queue left
//! out, mixed up or mangled is read from the table. What cannot be read at all is parked with the aggregate's later events
//! behind it, and every other aggregate goes on.

mod generation;
mod redrive;
mod subscriptions;
mod turn;
mod without_replays;

use std::future::Future;

use domain::kernel::Version;

use crate::envelope::Envelope;
use crate::ports::Unavailable;

pub use generation::{Generation, InvalidGeneration};
pub use redrive::{HandlerAnswer, HandlerRequest, Redrive, RedriveReport, StillParked};
pub use subscriptions::{Subscriptions, SubscriptionsError};
pub use without_replays::WithoutReplays;

/// Handles events one by one.
///
/// An implementation keeps a version gate per generation and aggregate (see [`crate::gate`]) and advances it in the same
/// transaction as the effect, so that it may be handed the same event any number of times. It asks the gate before it reads
/// what happened, so that an event can be unreadable only when its turn has come.
pub trait EventHandler: Send + Sync {
    /// Lets `event` take effect in `generation`, unless it did before.
    fn take(&self, generation: &Generation, event: &Envelope) -> impl Future<Output = Result<Taken, NotTaken>> + Send;
}

/// An event handler that may see history again: all that it does is to build the generation that it is told.
///
/// A handler with effects in the world outside must not implement this; its function is made [`WithoutReplays`]. There is no
/// way to give it the queue of a replay: what follows does not compile.
///
/// ```compile_fail,E0277
/// use contract::{Invocation, QueueMessages, StreamRecords};
/// use functions::envelope::Envelope;
/// use functions::event_handler::*;
/// use functions::ports::memory::{MemoryHistory, MemoryParkingLot};
/// use functions::wakes::Handler;
///
/// struct SendsEmails;
///
/// impl EventHandler for SendsEmails {
///     async fn take(&self, _: &Generation, _: &Envelope) -> Result<Taken, NotTaken> {
///         Ok(Taken::Applied)
///     }
/// }
///
/// fn takes_replays<H>(_: H)
/// where
///     H: Handler<(StreamRecords<Envelope>, QueueMessages<Envelope>, Invocation<HandlerRequest, HandlerAnswer>)>,
/// {
/// }
///
/// let (history, parked) = (MemoryHistory::default(), MemoryParkingLot::default());
/// takes_replays(Subscriptions { handler: SendsEmails, history, parked });
/// ```
pub trait Replayable: EventHandler {}

/// What became of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// It took effect.
    Applied,
    /// It had taken effect before.
    Duplicate,
    /// It is none of the handler's business.
    Ignored,
}

/// Why an event did not take effect.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    /// Events before it are missing: they are read from the event table.
    #[error("version {found} came, but version {expected} has to come first", expected = seen.next())]
    Gap {
        /// The version up to which the handler has seen the aggregate.
        seen: Version,
        /// The version of the event.
        found: Version,
    },
    /// It cannot be read: it is parked.
    #[error("the event cannot be read: {0}")]
    Unreadable(String),
    /// The handler's own store did not do its part: the event is handed over again.
    #[error("the handler's store is not available: {0}")]
    Unavailable(#[from] Unavailable),
}
