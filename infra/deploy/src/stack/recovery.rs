//! Bringing a stack back that an operation left half way.

use aws_sdk_cloudformation::types::StackStatus;

use crate::connection::Connection;
use crate::error::DeployError;
use crate::report::Reporter;
use crate::stack::{describe, follow_running, status_of};

/// What recovering found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recovery {
    /// An operation was half way, and the stack is back where it was before: the status that it is in now.
    Recovered(String),
    /// No operation is half way.
    Settled,
}

/// Rolls back what is half way: an update that is running is cancelled, one that failed and was left as it is is rolled
/// back, and a roll-back that failed is continued, without the resources in `skip` (by logical id).
///
/// # Errors
/// [`DeployError::NotDeployed`], or a roll-back that fails (again), with the resource that did.
pub async fn recover(
    connection: &Connection,
    name: &str,
    skip: &[String],
    reporter: &dyn Reporter,
) -> Result<Recovery, DeployError> {
    let not_deployed = || DeployError::NotDeployed(name.to_owned());
    let stack = describe(connection, name).await?.ok_or_else(not_deployed)?;
    let client = connection.cloudformation();
    let (action, endpoint) = (format!("rolling back stack {name}"), connection.endpoint());
    match status_of(&stack) {
        StackStatus::UpdateInProgress => {
            reporter.step(format!("cancelling the update of stack {name}"));
            let cancel = client.cancel_update_stack().stack_name(name).send().await;
            cancel.map_err(DeployError::aws(&action, endpoint))?;
        }
        StackStatus::UpdateRollbackFailed => {
            reporter.step(format!("continuing the roll-back of stack {name}"));
            let resume = client.continue_update_rollback().stack_name(name);
            let resume = resume.set_resources_to_skip(Some(skip.to_vec()).filter(|skip| !skip.is_empty()));
            resume.send().await.map_err(DeployError::aws(&action, endpoint))?;
        }
        StackStatus::CreateFailed | StackStatus::UpdateFailed => {
            reporter.step(format!("rolling back stack {name}"));
            let rollback = client.rollback_stack().stack_name(name).send().await;
            rollback.map_err(DeployError::aws(&action, endpoint))?;
        }
        status if status.as_str().ends_with("_IN_PROGRESS") && status != StackStatus::ReviewInProgress => {
            reporter.done(format!("stack {name} is {status}: following the operation that is running"));
        }
        StackStatus::DeleteComplete => return Err(not_deployed()),
        _ => return Ok(Recovery::Settled),
    }
    let stack = describe(connection, name).await?.ok_or_else(not_deployed)?;
    let (status, failed) = follow_running(connection, name, &stack, reporter).await?;
    match status {
        StackStatus::UpdateRollbackFailed | StackStatus::RollbackFailed | StackStatus::DeleteFailed => {
            Err(DeployError::Failed { stack: name.to_owned(), status: status.to_string(), failed })
        }
        status => Ok(Recovery::Recovered(status.to_string())),
    }
}
