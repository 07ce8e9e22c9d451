//! The main loop of every function.

use contract::{Contract, FromEnvironment, Runtime};
use futures_util::FutureExt;
use jiff::Timestamp;
use lambda_runtime::{Diagnostic, Error, LambdaEvent, service_fn};
use serde_json::value::RawValue;
use tracing::Instrument;
use uuid::Uuid;

use super::{Connection, logging};
use crate::metrics::{Measured, Measures, Origin, measured};
use crate::wakes::{Deliver, Handler, Moment, NotHandled, invoke};

/// Runs a function until Lambda ends it: reads its contract from the environment, makes the handler, and lets it handle
/// whatever wakes the function.
///
/// # Errors
/// When the environment lacks something that the contract or the connection needs, or the Lambda runtime fails.
pub fn serve<C, H>(handler: impl FnOnce(&C, &Connection) -> H) -> Result<(), Error>
where
    C: Contract<Phase = Runtime> + FromEnvironment + Measured,
    C::Wakes: Deliver,
    H: Handler<C::Wakes>,
{
    logging::start();
    let contract = C::from_environment(|name| std::env::var(name).ok())?;
    let handler = handler(&contract, &Connection::from_environment()?);
    // Boxed, because the type of a whole invocation is deeper than the compiler's limit.
    let handle = |event: LambdaEvent<Box<RawValue>>| handle::<C::Wakes, H>(&handler, C::MEASURES, event).boxed();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    // Without the runtime's own tracing, which logs errors with their sentences.
    runtime.block_on(lambda_runtime::Runtime::new(service_fn(handle)).run())
}

async fn handle<W: Deliver, H: Handler<W>>(
    handler: &H,
    measures: Measures,
    event: LambdaEvent<Box<RawValue>>,
) -> Result<W::Response, Diagnostic> {
    let (event, context) = event.into_parts();
    let now = Timestamp::now();
    let deadline = i64::try_from(context.deadline).ok().and_then(|ms| Timestamp::from_millisecond(ms).ok());
    let at = Moment { now, deadline: deadline.unwrap_or(now), fresh_id: Uuid::now_v7() };
    let function_version = context.env_config.version.as_str();
    let span = tracing::info_span!("invocation", function_version, request_id = context.request_id);
    let answer = invoke::<W, H>(handler, event.get(), &at).instrument(span);
    let (answer, measurements) = measured(now, answer).await;
    let function = context.env_config.function_name.as_str();
    logging::write(&measurements.lines(measures, &Origin { function, request_id: &context.request_id, at: now }));
    answer.map_err(|NotHandled { code, reason }| Diagnostic { error_type: code.to_owned(), error_message: reason })
}
