//! One invocation, whatever runs the function: decode, handle, answer, and count what was not handled.

use super::{Deliver, Handler, HandlerError, Moment};
use crate::metrics::Count;

/// Why an invocation has no answer, as whoever invoked the function is told.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct NotHandled {
    /// A stable name for programs.
    pub code: &'static str,
    /// What is wrong, in a sentence.
    pub reason: String,
}

impl NotHandled {
    /// The code of what cannot be read.
    pub const INVALID_EVENT: &'static str = "InvalidEvent";

    fn counted(code: &'static str, is_refusal: bool, error: &dyn std::error::Error) -> Self {
        let count = if is_refusal { Count::InvocationsRefused } else { Count::InvocationsFailed };
        count.add_one_by(code);
        tracing::warn!(code, "not handled");
        Self { code, reason: error.to_string() }
    }
}

/// Hands what woke a function to its handler.
///
/// # Errors
/// What is no event of the function, or what the handler says. It is counted: as refused if a client asked for what cannot be
/// had, and as failed otherwise.
pub async fn invoke<W: Deliver, H: Handler<W>>(
    handler: &H,
    event: &str,
    at: &Moment,
) -> Result<W::Response, NotHandled> {
    // What cannot be read may be personal, and its error may quote it: only the client gets to see that.
    let payload =
        W::decode(event).map_err(|error| NotHandled::counted(NotHandled::INVALID_EVENT, error.by_client, &error))?;
    let answer = handler.handle(payload, at).await.inspect_err(|error| tracing::debug!(%error, "why"));
    answer.map_err(|error| NotHandled::counted(error.code(), error.is_refusal(), &error))
}
