//! What functions are handed when they wake, decoded from what Lambda sends.
//!
//! Every kind of wake that a contract can state has one payload and one response type here, so a handler that takes
//! something else than its contract promises does not compile.

mod attributes;
mod http_requests;
mod invocation;
mod invoke;
mod queue_messages;
mod records;
mod stream_records;
mod streamed;
mod subscribed;
mod table_changes;

use std::future::Future;
use std::time::Duration;

use serde::Serialize;
use tokio::time::Instant;

pub use http_requests::{HttpRequest, HttpResponse, NotBase64};
pub use invoke::{NotHandled, invoke};
pub use queue_messages::{QueueMessage, RUN_ATTRIBUTE};
pub use stream_records::StreamRecord;
pub use streamed::Streamed;
pub use subscribed::{Answer, Subscribed};
pub use table_changes::TableChange;

/// A wake, or several, with what it hands over and what it takes back.
pub trait Deliver {
    /// What the handler takes.
    type Payload: Send;

    /// What the handler answers.
    type Response: Serialize + Send;

    /// Reads what Lambda sends.
    ///
    /// # Errors
    /// When it is not an event of this kind at all. What is wrong with a single record stands in its place.
    fn decode(event: &str) -> Result<Self::Payload, NotAnEvent>;
}

/// What Lambda sent is not what the function wakes on.
#[derive(Debug, thiserror::Error)]
#[error("{reason}")]
pub struct NotAnEvent {
    /// What is wrong, for the person who sent it.
    pub reason: String,
    /// Whether a client wrote it and not AWS, so that the mistake is theirs.
    pub by_client: bool,
}

impl NotAnEvent {
    fn by_aws(reason: String) -> Self {
        Self { reason, by_client: false }
    }

    fn by_client(self) -> Self {
        Self { by_client: true, ..self }
    }
}

/// A function's code: handles what wakes it.
pub trait Handler<W: Deliver>: Send + Sync {
    /// Why an invocation failed as a whole.
    type Error: HandlerError;

    /// Handles one payload.
    fn handle(&self, payload: W::Payload, at: &Moment)
    -> impl Future<Output = Result<W::Response, Self::Error>> + Send;
}

/// An error that Lambda reports to the client or to the mapping.
pub trait HandlerError: std::error::Error + Send + Sync + 'static {
    /// A stable name for programs.
    fn code(&self) -> &'static str;

    /// Whether the client asked for what cannot be had, so that nothing is wrong here.
    fn is_refusal(&self) -> bool {
        false
    }
}

/// The circumstances of one invocation, so that handlers need neither a clock nor randomness.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// When it began.
    pub now: jiff::Timestamp,
    /// When Lambda will end it.
    pub deadline: jiff::Timestamp,
    /// An id that nothing else has.
    pub fresh_id: uuid::Uuid,
}

impl Moment {
    /// The time for work that has to stop `reserve` before Lambda ends it.
    #[must_use]
    pub fn allowance(&self, reserve: Duration) -> Allowance {
        let time = Duration::try_from(self.deadline.duration_since(self.now)).unwrap_or_default();
        Allowance { began: Instant::now(), time: time.saturating_sub(reserve) }
    }
}

/// How long an invocation may work.
#[derive(Debug, Clone, Copy)]
pub struct Allowance {
    began: Instant,
    time: Duration,
}

impl Allowance {
    /// Whether it is time to stop.
    #[must_use]
    pub fn is_used_up(&self) -> bool {
        self.began.elapsed() >= self.time
    }
}

/// Which records of a batch were not handled. Lambda hands those over again.
///
/// For a stream the lowest position counts, and Lambda goes on from there; for a queue each one counts.
/// <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html>
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BatchResponse {
    batch_item_failures: Vec<BatchItemFailure>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct BatchItemFailure {
    item_identifier: String,
}

impl BatchResponse {
    /// A response that names the records that were not handled; none means that all were.
    pub fn not_handled(identifiers: impl IntoIterator<Item = String>) -> Self {
        let failure = |item_identifier| BatchItemFailure { item_identifier };
        Self { batch_item_failures: identifiers.into_iter().map(failure).collect() }
    }

    /// The records that were not handled.
    pub fn identifiers(&self) -> impl Iterator<Item = &str> {
        self.batch_item_failures.iter().map(|failure| failure.item_identifier.as_str())
    }
}

fn parse<'a, T: serde::Deserialize<'a>>(event: &'a str, kind: &str) -> Result<T, NotAnEvent> {
    serde_json::from_str(event).map_err(|error| NotAnEvent::by_aws(format!("this is not {kind}: {error}")))
}
