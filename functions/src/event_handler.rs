//! Event handlers: one trait to implement, and both subscriptions come with it.

use std::fmt;
use std::future::Future;

use contract::{QueueMessages, StreamRecords};
use domain::kernel::Version;
use serde::{Deserialize, Serialize};

use crate::envelope::Envelope;
use crate::in_order::handle_in_order;
use crate::ports::Unavailable;
use crate::wakes::{BatchResponse, Handler, Moment, QueueMessage, StreamRecord, Subscribed};

/// The generation of a projection: the live one, or the one that a replay builds beside it with a gate of its own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Generation(String);

/// A text that cannot name a generation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` cannot name a replay run: use 1 to 40 letters, digits or `-`")]
pub struct InvalidGeneration(pub String);

impl Generation {
    /// The generation that new events go to.
    #[must_use]
    pub fn live() -> Self {
        Self("live".to_owned())
    }

    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<uuid::Uuid> for Generation {
    fn from(uuid: uuid::Uuid) -> Self {
        Self(uuid.to_string())
    }
}

impl TryFrom<String> for Generation {
    type Error = InvalidGeneration;

    fn try_from(text: String) -> Result<Self, InvalidGeneration> {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        if (1..=40).contains(&text.len()) && text.bytes().all(allowed) {
            Ok(Self(text))
        } else {
            Err(InvalidGeneration(text))
        }
    }
}

impl From<Generation> for String {
    fn from(generation: Generation) -> Self {
        generation.0
    }
}

impl fmt::Display for Generation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Handles events one by one.
///
/// An implementation keeps a version gate per generation and aggregate (see [`crate::gate`]) and advances it in the same
/// transaction as the effect, so that it may be handed the same event any number of times.
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

/// Why an event did not take effect. It will be handed over again, and the aggregate's later events wait behind it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    /// Events before it are missing.
    #[error("version {found} came, but version {expected} has to come first", expected = seen.next())]
    Gap {
        /// The version up to which the handler has seen the aggregate.
        seen: Version,
        /// The version of the event.
        found: Version,
    },
    /// It cannot be read.
    #[error("the event cannot be read: {0}")]
    Unreadable(String),
    /// The handler's own store did not do its part.
    #[error("the handler's store is not available: {0}")]
    Unavailable(#[from] Unavailable),
}

/// An event handler with its two subscriptions: the event stream for new events, its own FIFO queue for replays.
#[derive(Debug)]
pub struct Subscriptions<H>(pub H);

impl<H: EventHandler> Handler<(StreamRecords<Envelope>, QueueMessages<Envelope>)> for Subscriptions<H> {
    type Error = std::convert::Infallible;

    async fn handle(
        &self,
        events: Subscribed<Envelope>,
        _: &Moment,
    ) -> Result<BatchResponse, std::convert::Infallible> {
        let response = match events {
            Subscribed::New(records) => self.take_new(&records).await,
            Subscribed::Replayed(messages) => self.take_replayed(&messages).await,
        };
        Ok(response)
    }
}

impl<H: EventHandler> Subscriptions<H> {
    async fn take_new(&self, records: &[StreamRecord<Envelope>]) -> BatchResponse {
        let live = Generation::live();
        let take = |position: usize| {
            let record: &StreamRecord<Envelope> = &records[position];
            self.take(Ok(&live), record.payload.as_ref(), &record.partition_key)
        };
        let left = handle_in_order(records, |record| record.partition_key.clone(), take).await;
        BatchResponse::not_handled(left.into_iter().map(|position| records[position].sequence_number.clone()))
    }

    async fn take_replayed(&self, messages: &[QueueMessage<Envelope>]) -> BatchResponse {
        let runs: Vec<_> = messages.iter().map(run_of).collect();
        let take = |position: usize| {
            let message: &QueueMessage<Envelope> = &messages[position];
            self.take(runs[position].as_ref(), message.payload.as_ref(), &message.group)
        };
        let left = handle_in_order(messages, |message| message.group.clone(), take).await;
        BatchResponse::not_handled(left.into_iter().map(|position| messages[position].message_id.clone()))
    }

    /// Whether the event is done with.
    async fn take(
        &self,
        generation: Result<&Generation, &String>,
        event: Result<&Envelope, &String>,
        aggregate_id: &str,
    ) -> bool {
        let (generation, event) = match (generation, event) {
            (Ok(generation), Ok(event)) => (generation, event),
            (Err(reason), _) | (_, Err(reason)) => {
                tracing::error!(aggregate_id, reason, "a message is no event");
                return false;
            }
        };
        let (id, correlation_id) = (&event.id, &event.correlation_id);
        match self.0.take(generation, event).await {
            Ok(taken) => {
                tracing::info!(aggregate_id, %correlation_id, %id, %generation, ?taken, "event");
                true
            }
            Err(reason) => {
                tracing::error!(aggregate_id, %correlation_id, %id, %generation, %reason, "event not taken");
                false
            }
        }
    }
}

/// The generation that a replayed message is for. Never the live one.
fn run_of(message: &QueueMessage<Envelope>) -> Result<Generation, String> {
    let run = message.run.clone().ok_or_else(|| "the message names no replay run".to_owned())?;
    let generation = Generation::try_from(run).map_err(|error| error.to_string())?;
    if generation == Generation::live() {
        return Err("a replay cannot go to the live generation".to_owned());
    }
    Ok(generation)
}
