//! A stack as CloudFormation sees it.

pub(crate) mod change_set;
pub(crate) mod event;
pub(crate) mod pause;
pub(crate) mod protection;
pub(crate) mod recovery;
pub(crate) mod release;
pub(crate) mod removal;
pub(crate) mod resources;

use std::collections::BTreeMap;

use aws_sdk_cloudformation::error::ProvideErrorMetadata;
use aws_sdk_cloudformation::types::{Stack, StackStatus, TemplateStage};

use crate::connection::Connection;
use crate::error::{DeployError, FailedResource};
use crate::report::{Progress, Reporter};
use crate::stack::event::Events;
use crate::stack::pause::Pause;

/// What can be done with a stack.
#[derive(Debug)]
pub(crate) enum Situation {
    /// There is none: it can be created.
    Missing,
    /// Only change sets exist: it can be created.
    InReview(Stack),
    /// Its creation failed: it can only be deleted.
    FailedCreation(Stack),
    /// It can be updated.
    Settled(Stack),
    /// Something is being done to it.
    Busy(Stack),
    /// It needs help.
    Stuck(Stack, &'static str),
}

impl Situation {
    pub async fn of(connection: &Connection, name: &str) -> Result<Self, DeployError> {
        Ok(describe(connection, name).await?.map_or(Self::Missing, Self::from))
    }
}

impl From<Stack> for Situation {
    /// By the status of the stack:
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html>.
    fn from(stack: Stack) -> Self {
        use StackStatus as S;
        match status_of(&stack) {
            S::DeleteComplete => Self::Missing,
            S::ReviewInProgress => Self::InReview(stack),
            S::CreateFailed | S::RollbackComplete | S::RollbackFailed => Self::FailedCreation(stack),
            S::DeleteFailed => Self::Stuck(
                stack,
                "its deletion was begun and failed: finish it with `destroy`, then run the command again",
            ),
            S::UpdateRollbackFailed => Self::Stuck(
                stack,
                "an update failed, and so did rolling it back: mend what the first failure in its `events` names, then \
                 `rollback` finishes the work (`rollback --skip LOGICAL_ID` leaves a resource as it is)",
            ),
            S::ImportRollbackFailed => Self::Stuck(
                stack,
                "an import failed, and so did rolling it back: mend what its `events` name, then delete and import again",
            ),
            S::CreateComplete
            | S::ImportComplete
            | S::ImportRollbackComplete
            | S::UpdateComplete
            | S::UpdateFailed
            | S::UpdateRollbackComplete => Self::Settled(stack),
            _ => Self::Busy(stack),
        }
    }
}

/// The status of a stack; one without a status is taken to be gone.
pub(crate) fn status_of(stack: &Stack) -> StackStatus {
    stack.stack_status().cloned().unwrap_or(StackStatus::DeleteComplete)
}

/// A stack that exists, by name or id.
pub(crate) async fn describe(connection: &Connection, stack: &str) -> Result<Option<Stack>, DeployError> {
    let described = connection.cloudformation().describe_stacks().stack_name(stack).send().await;
    match described {
        Ok(answer) => Ok(answer.stacks().first().cloned()),
        Err(error) if error.message().is_some_and(|message| message.contains("does not exist")) => Ok(None),
        Err(error) => Err(DeployError::aws(&format!("looking at stack {stack}"), connection.endpoint())(error)),
    }
}

/// Waits until an operation on a stack has ended, and tells what happens. Returns the status that it ended in.
pub(crate) async fn follow(
    connection: &Connection,
    name: &str,
    stack_id: &str,
    mut events: Events<'_>,
    reporter: &dyn Reporter,
) -> Result<(StackStatus, Option<Box<FailedResource>>), DeployError> {
    let mut pause = Pause::new();
    loop {
        // The status first: once it is final, the events that follow are all there are.
        let status = describe(connection, stack_id).await?.and_then(|stack| stack.stack_status().cloned());
        let status = status.unwrap_or(StackStatus::DeleteComplete);
        for event in events.next().await? {
            pause.shorten();
            reporter.report(Progress::Resource { stack: name, event: &event });
        }
        if !status.as_str().ends_with("_IN_PROGRESS") {
            reporter.report(Progress::Ended { stack: name, status: status.as_str() });
            return Ok((status, events.failed()));
        }
        pause.wait().await;
    }
}

/// Waits until the operation that is running on a stack has ended, and tells what happened since it began.
pub(crate) async fn follow_running(
    connection: &Connection,
    name: &str,
    stack: &Stack,
    reporter: &dyn Reporter,
) -> Result<(StackStatus, Option<Box<FailedResource>>), DeployError> {
    let id = stack.stack_id().unwrap_or(name);
    let events = Events::of_running_operation(connection, id).await?;
    reporter.report(Progress::Begun { stack: name, changes: None });
    follow(connection, name, id, events, reporter).await
}

/// Asks CloudFormation to delete a stack, which it does by itself from here.
pub(crate) async fn request_deletion(connection: &Connection, name: &str) -> Result<(), DeployError> {
    let delete = connection.cloudformation().delete_stack().stack_name(name).send().await;
    delete.map_err(DeployError::aws(&format!("deleting stack {name}"), connection.endpoint()))?;
    Ok(())
}

/// Deletes a stack and waits for the end of it. Returns the status that it ended in.
pub(crate) async fn delete(
    connection: &Connection,
    name: &str,
    stack_id: &str,
    reporter: &dyn Reporter,
) -> Result<(StackStatus, Option<Box<FailedResource>>), DeployError> {
    let events = Events::from_now(connection, name, stack_id).await?;
    request_deletion(connection, name).await?;
    reporter.report(Progress::Begun { stack: name, changes: None });
    follow(connection, name, stack_id, events, reporter).await
}

/// The outputs of a deployed stack.
///
/// # Errors
/// [`DeployError::NotDeployed`], or AWS out of reach.
pub async fn outputs(connection: &Connection, name: &str) -> Result<BTreeMap<String, String>, DeployError> {
    let stack = describe(connection, name).await?.ok_or_else(|| DeployError::NotDeployed(name.to_owned()))?;
    Ok(outputs_of(&stack))
}

pub(crate) fn outputs_of(stack: &Stack) -> BTreeMap<String, String> {
    let output = |output: &aws_sdk_cloudformation::types::Output| {
        Some((output.output_key()?.to_owned(), output.output_value()?.to_owned()))
    };
    stack.outputs().iter().filter_map(output).collect()
}

/// What a stack was given for its parameters.
pub(crate) fn parameters_of(stack: &Stack) -> BTreeMap<String, String> {
    let parameter = |parameter: &aws_sdk_cloudformation::types::Parameter| {
        Some((parameter.parameter_key()?.to_owned(), parameter.parameter_value()?.to_owned()))
    };
    stack.parameters().iter().filter_map(parameter).collect()
}

/// The template of a deployed stack as it was sent, or none if there is no such stack.
///
/// # Errors
/// AWS out of reach.
pub async fn deployed_template(connection: &Connection, name: &str) -> Result<Option<String>, DeployError> {
    match Situation::of(connection, name).await? {
        Situation::Missing | Situation::InReview(_) => return Ok(None),
        _ => {}
    }
    let get = connection.cloudformation().get_template().stack_name(name).template_stage(TemplateStage::Original);
    let action = format!("reading the template of stack {name}");
    let answer = get.send().await.map_err(DeployError::aws(&action, connection.endpoint()))?;
    Ok(answer.template_body().map(str::to_owned))
}
