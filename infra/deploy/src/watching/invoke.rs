//! Invoking a deployed function.

use aws_sdk_lambda::config::retry::RetryConfig;
use aws_sdk_lambda::primitives::Blob;
use serde::Deserialize;

use crate::connection::Connection;
use crate::error::DeployError;
use crate::stack::resources::physical_name;

/// A function of a stack, and what it is asked.
#[derive(Debug)]
pub struct Invocation<'a> {
    /// The stack.
    pub stack: &'a str,
    /// The function's name, for messages.
    pub function: &'a str,
    /// The function in the stack's template.
    pub logical_id: &'a str,
    /// The request, as JSON.
    pub payload: String,
}

/// What a function reports when it fails.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Failure {
    #[serde(default)]
    error_type: String,
    #[serde(default)]
    error_message: String,
}

/// Invokes a function and waits for its answer.
///
/// # Errors
/// A stack that is not deployed, AWS out of reach, or an error that the function reports.
pub async fn invoke(connection: &Connection, invocation: Invocation<'_>) -> Result<String, DeployError> {
    let Invocation { stack, function, logical_id, payload } = invocation;
    let name = physical_name(connection, stack, logical_id).await?;
    // One attempt: a function need not be idempotent, and the first attempt may have arrived.
    let once = aws_sdk_lambda::config::Builder::new().retry_config(RetryConfig::disabled());
    let invoke = connection.lambda().invoke().function_name(name).payload(Blob::new(payload));
    let answer = invoke.customize().config_override(once).send().await;
    let answer = answer.map_err(DeployError::aws(&format!("invoking {function}"), connection.endpoint()))?;
    let payload = answer.payload().map(|blob| String::from_utf8_lossy(blob.as_ref()).into_owned()).unwrap_or_default();
    if let Some(kind) = answer.function_error() {
        let failure = serde_json::from_str::<Failure>(&payload);
        let (code, message) = failure.map_or_else(|_| (kind.to_owned(), payload), |f| (f.error_type, f.error_message));
        return Err(DeployError::Function { function: function.to_owned(), code, message });
    }
    Ok(payload)
}
