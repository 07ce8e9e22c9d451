//! Event handlers: one trait to implement, and both subscriptions, the version gate's safety net and the redrive come with
//! it.
//!
//! A delivery is a hint that an aggregate has changed; the event table is the truth. Whatever the stream or the queue left
//! out, mixed up or mangled is read from the table. What cannot be read at all is parked with the aggregate's later events
//! behind it, and every other aggregate goes on.
//!
//! A handler that builds nothing but a projection may see history again ([`Replayable`]). It then keeps generations side by
//! side ([`Generations`]): a replay builds one while readers are served from another, new events go to both, and readers are
//! handed over once nothing is missing.

mod generation;
mod generations;
mod hand_over;
mod redrive;
mod register;
mod replayable;
mod request;
mod retire;
mod subscriptions;
mod turn;
mod without_replays;

use std::future::Future;

use domain::kernel::Version;

use crate::envelope::Envelope;
use crate::ports::Unavailable;

pub use generation::{Generation, InvalidGeneration};
pub use generations::{Generations, GenerationsError};
pub use hand_over::{HandOver, HandOverProgress, HandOverReport, HandOverStep};
pub use redrive::{Redrive, RedriveReport, StillParked};
pub use register::{MAX_BESIDE, Register, RegisterError, Role};
pub use replayable::{Page, Queryable, Replayable};
pub use request::{
    Begin, GenerationView, HandlerAnswer, HandlerRequest, List, NoQuery, ProjectionAnswer, ProjectionRequest,
};
pub use retire::{Retire, RetireReport};
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
