//! A function of a deployed stack.

use jiff::Timestamp;
use serde::Serialize;

use super::Reading;
use crate::connection::Connection;
use crate::error::DeployError;
use crate::stack::resources::Resource;

const READING: &str = "reading the configuration of functions";

/// A function.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Function {
    /// What the template calls it.
    pub logical_id: String,
    /// What Lambda calls it.
    pub name: String,
    /// Its state and configuration.
    pub state: Reading<FunctionState>,
    /// What happened in the last hour, by CloudWatch; all zero if nothing did.
    pub last_hour: Reading<LastHour>,
    /// How old the youngest batch was when it was handed to the function, in milliseconds: the largest of the latest
    /// minute, of the last 15, in which it read a stream. None if it read none.
    pub iterator_age_ms: Reading<Option<u64>>,
}

/// The state and the configuration of a function.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FunctionState {
    /// Whether it can be invoked: `Active`, `Pending`, `Inactive` or `Failed`.
    pub state: String,
    /// What became of its last update: `Successful`, `InProgress` or `Failed`.
    pub last_update: String,
    /// What Lambda says about that.
    pub reason: Option<String>,
    /// When it was modified last.
    pub last_modified: Option<Timestamp>,
    /// Its memory, in MiB.
    pub memory_mib: Option<i32>,
    /// The size of its code, in bytes.
    pub code_bytes: i64,
}

/// What a function did in the last hour.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct LastHour {
    /// How often it was invoked.
    pub invocations: u64,
    /// How many invocations ended in an error.
    pub errors: u64,
    /// How many invocations were refused because too many were running.
    pub throttles: u64,
}

/// <https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html>
pub(super) async fn read(connection: &Connection, resource: &Resource) -> Function {
    Function {
        logical_id: resource.logical_id.clone(),
        name: resource.physical_id.clone(),
        state: Reading::of(READING, state(connection, &resource.physical_id).await),
        last_hour: Reading::Known(LastHour::default()),
        iterator_age_ms: Reading::Known(None),
    }
}

async fn state(connection: &Connection, name: &str) -> Result<FunctionState, DeployError> {
    let answer = connection.lambda().get_function_configuration().function_name(name).send().await;
    let answer = answer.map_err(DeployError::aws(READING, connection.endpoint()))?;
    let reason = answer.state_reason().or(answer.last_update_status_reason());
    Ok(FunctionState {
        state: answer.state().map(|state| state.as_str()).unwrap_or_default().to_owned(),
        last_update: answer.last_update_status().map(|status| status.as_str()).unwrap_or_default().to_owned(),
        reason: reason.filter(|reason| !reason.is_empty()).map(str::to_owned),
        last_modified: answer.last_modified().and_then(|text| text.parse().ok()),
        memory_mib: answer.memory_size(),
        code_bytes: answer.code_size(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_is_read_as_lambda_writes_it() {
        let at: Timestamp = "2026-11-24T02:13:10.123+0000".parse().unwrap();
        assert_eq!(at.to_string(), "2026-11-24T02:13:10.123Z");
    }
}
