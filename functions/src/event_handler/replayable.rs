//! Event handlers that may see history again.

use std::future::Future;

use domain::kernel::Version;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{EventHandler, Generation};
use crate::ports::Unavailable;

/// An event handler that may see history again, a projection: all that it does is to build the generation that it is told,
/// and it can say how far a generation has come and delete one.
///
/// A handler with effects in the world outside must not implement this; its function is made
/// [`WithoutReplays`](super::WithoutReplays). There is no way to give it the queue of a replay: what follows does not compile.
///
/// ```compile_fail,E0277
/// use contract::{Invocation, QueueMessages, StreamRecords};
/// use functions::envelope::Envelope;
/// use functions::event_handler::*;
/// use functions::ports::memory::{MemoryHistory, MemoryParkingLot, MemoryRegister};
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
/// type Asks = Invocation<ProjectionRequest<NoQuery>, ProjectionAnswer<NoQuery>>;
///
/// fn takes_replays<H: Handler<(StreamRecords<Envelope>, QueueMessages<Envelope>, Asks)>>(_: H) {}
///
/// let (history, parked) = (MemoryHistory::default(), MemoryParkingLot::default());
/// let subscriptions = Subscriptions { handler: SendsEmails, history, parked };
/// takes_replays(Generations { subscriptions, register: MemoryRegister::default() });
/// ```
pub trait Replayable: EventHandler {
    /// The gate of an aggregate: the version up to which its events took effect in a generation.
    fn gate(
        &self,
        generation: &Generation,
        aggregate_id: &str,
    ) -> impl Future<Output = Result<Version, Unavailable>> + Send;

    /// Some of the aggregates that a generation has seen, each with its gate, in an order that stays the same. `after` is
    /// where the page before ended. An aggregate that was there when the first page was asked for is on one of them.
    fn gates(
        &self,
        generation: &Generation,
        after: Option<&str>,
    ) -> impl Future<Output = Result<Page<Vec<(String, Version)>>, Unavailable>> + Send;

    /// Deletes some of the items of a generation, and says how many. `after` is where the page before ended.
    fn delete(
        &self,
        generation: &Generation,
        after: Option<&str>,
    ) -> impl Future<Output = Result<Page<u64>, Unavailable>> + Send;
}

/// A projection that answers questions.
pub trait Queryable: Replayable {
    /// What can be asked: an enum with a name for each question, as JSON `{"NAME": {…}}`.
    type Query: DeserializeOwned + Send;

    /// What is answered.
    type Answer: Serialize + Send;

    /// Answers from a generation, which is the one that serves readers.
    fn answer(
        &self,
        generation: &Generation,
        query: Self::Query,
    ) -> impl Future<Output = Result<Self::Answer, Unavailable>> + Send;
}

/// A part of something that is read piece by piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// What is in this part.
    pub content: T,
    /// Where the next one begins, if there is one.
    pub next: Option<String>,
}
