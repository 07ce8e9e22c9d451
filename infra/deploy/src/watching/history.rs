//! What happened to a deployed stack: the events of its last operation, or all that CloudFormation still has.

use aws_sdk_cloudformation::types::StackEvent;

use crate::connection::Connection;
use crate::error::DeployError;
use crate::stack::describe;
use crate::stack::event::{Events, ResourceEvent};
use crate::stack::pause::Pause;

/// What is tried here.
const READING: &str = "reading the events of the stack";

/// The type that CloudFormation gives to the stack itself.
const STACK: &str = "AWS::CloudFormation::Stack";

/// How much of the past is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// The last operation, from the event that began it.
    LastOperation,
    /// Everything. CloudFormation keeps events for 90 days.
    All,
}

/// The events of a stack: those that there are, and those to come.
#[derive(Debug)]
pub struct History<'a> {
    /// What happened until now, oldest first.
    pub past: Vec<ResourceEvent>,
    events: Events<'a>,
}

impl<'a> History<'a> {
    /// Reads the past of a stack.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStackEvents.html>
    ///
    /// # Errors
    /// [`DeployError::NotDeployed`], no permission, or AWS out of reach.
    pub async fn read(connection: &'a Connection, stack: &str, extent: Extent) -> Result<Self, DeployError> {
        let not_deployed = || DeployError::NotDeployed(stack.to_owned());
        let described = describe(connection, stack).await?.ok_or_else(not_deployed)?;
        // By id: a stack that is deleted while it is followed keeps its events under its id only.
        let stack_id = described.stack_id().unwrap_or(stack).to_owned();
        let describe = connection.cloudformation().describe_stack_events().stack_name(&stack_id);
        let mut pages = describe.into_paginator().items().send();
        let mut newest_first = Vec::new();
        while let Some(event) = pages.next().await {
            let event = event.map_err(DeployError::aws(READING, connection.endpoint()))?;
            let begins = extent == Extent::LastOperation && begins_operation(&event);
            newest_first.push(event);
            if begins {
                break;
            }
        }
        let newest = newest_first.first().and_then(|event| event.event_id().map(str::to_owned));
        let past = newest_first.iter().rev().map(ResourceEvent::from).collect();
        Ok(Self { past, events: Events::after(connection, &stack_id, newest) })
    }

    /// Waits until something happens, and returns it, oldest first.
    ///
    /// # Errors
    /// AWS out of reach.
    pub async fn next(&mut self) -> Result<Vec<ResourceEvent>, DeployError> {
        let mut pause = Pause::new();
        loop {
            pause.wait().await;
            let events = self.events.next().await?;
            if !events.is_empty() {
                return Ok(events);
            }
        }
    }
}

/// Whether an operation on the stack begins with an event. Roll-backs and clean-ups belong to the operation before them.
fn begins_operation(event: &StackEvent) -> bool {
    let of_stack = event.resource_type() == Some(STACK) && event.physical_resource_id() == event.stack_id();
    let status = event.resource_status().map(aws_sdk_cloudformation::types::ResourceStatus::as_str);
    of_stack
        && matches!(
            status,
            Some("CREATE_IN_PROGRESS" | "UPDATE_IN_PROGRESS" | "DELETE_IN_PROGRESS" | "IMPORT_IN_PROGRESS")
        )
}

/// The position of the event that everything else failed for: the first failure that is no consequence of another.
#[must_use]
pub fn first_cause(events: &[ResourceEvent]) -> Option<usize> {
    let cause = events.iter().position(|event| event.is_failure() && !event.is_consequence());
    cause.or_else(|| events.iter().position(ResourceEvent::is_failure))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(status: &str, reason: Option<&str>) -> ResourceEvent {
        ResourceEvent {
            logical_id: "Queue".to_owned(),
            resource_type: "AWS::SQS::Queue".to_owned(),
            status: status.to_owned(),
            reason: reason.map(str::to_owned),
            at: None,
        }
    }

    #[test]
    fn the_first_cause_is_the_first_failure_that_follows_from_no_other() {
        let events = [
            event("CREATE_IN_PROGRESS", None),
            event("CREATE_FAILED", Some("Resource creation cancelled")),
            event("CREATE_FAILED", Some("the name is taken")),
            event("CREATE_FAILED", Some("another")),
        ];
        assert_eq!(first_cause(&events), Some(2));
        assert_eq!(first_cause(&events[..2]), Some(1));
        assert_eq!(first_cause(&events[..1]), None);
    }

    #[test]
    fn a_roll_back_belongs_to_the_operation_that_it_undoes() {
        let of_stack = |status: &str| {
            let event = StackEvent::builder().stack_id("id").physical_resource_id("id").resource_type(STACK);
            event.resource_status(status.into()).build()
        };
        assert!(begins_operation(&of_stack("UPDATE_IN_PROGRESS")));
        assert!(!begins_operation(&of_stack("UPDATE_ROLLBACK_IN_PROGRESS")));
        assert!(!begins_operation(&of_stack("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS")));
        let nested = StackEvent::builder().stack_id("id").physical_resource_id("other").resource_type(STACK);
        assert!(!begins_operation(&nested.resource_status("UPDATE_IN_PROGRESS".into()).build()));
    }
}
