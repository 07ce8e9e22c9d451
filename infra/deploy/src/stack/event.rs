//! What happens to the resources of a stack, as it happens.

use std::time::SystemTime;

use aws_sdk_cloudformation::error::ProvideErrorMetadata;
use aws_sdk_cloudformation::types::{ResourceStatus, StackEvent};

use crate::connection::Connection;
use crate::error::{DeployError, FailedResource};

/// What is tried here.
const READING: &str = "reading the events of the stack";

/// A resource changed its state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResourceEvent {
    /// Its logical id, or the stack's name.
    pub logical_id: String,
    /// Its type, or `AWS::CloudFormation::Stack`.
    pub resource_type: String,
    /// Its new status, such as `CREATE_COMPLETE`.
    pub status: String,
    /// What CloudFormation, or the resource's service, said.
    pub reason: Option<String>,
    /// When, by CloudFormation's clock.
    pub at: Option<SystemTime>,
}

impl ResourceEvent {
    /// Whether something went wrong.
    #[must_use]
    pub fn is_failure(&self) -> bool {
        self.status.ends_with("_FAILED")
    }

    /// Whether it failed only because something else had.
    #[must_use]
    pub fn is_consequence(&self) -> bool {
        self.reason.as_deref().is_some_and(|reason| reason.contains("cancelled"))
    }
}

impl From<&StackEvent> for ResourceEvent {
    fn from(event: &StackEvent) -> Self {
        Self {
            logical_id: event.logical_resource_id().unwrap_or_default().to_owned(),
            resource_type: event.resource_type().unwrap_or_default().to_owned(),
            status: event.resource_status().map(ResourceStatus::as_str).unwrap_or_default().to_owned(),
            reason: event.resource_status_reason().filter(|reason| !reason.is_empty()).map(str::to_owned),
            at: event.timestamp().and_then(|at| SystemTime::try_from(*at).ok()),
        }
    }
}

/// What was made of the events of an operation that failed.
#[derive(Debug, Default)]
struct Failures {
    first: Option<FailedResource>,
    /// Why the stack as a whole was given up: an alarm went off, or somebody cancelled.
    of_stack: Option<FailedResource>,
    cancelled: usize,
}

impl Failures {
    fn take_note(&mut self, event: &ResourceEvent) {
        let failed = || FailedResource {
            logical_id: event.logical_id.clone(),
            resource_type: event.resource_type.clone(),
            reason: event.reason.clone().unwrap_or_else(|| "no reason was given".to_owned()),
            cancelled: 0,
        };
        if event.status.ends_with("ROLLBACK_IN_PROGRESS") && event.reason.is_some() {
            self.of_stack.get_or_insert_with(failed);
        } else if event.is_failure() && event.is_consequence() {
            self.cancelled += 1;
        } else if event.is_failure() {
            self.first.get_or_insert_with(failed);
        }
    }
}

/// Follows the events of a stack.
#[derive(Debug)]
pub(crate) struct Events<'a> {
    connection: &'a Connection,
    stack_id: String,
    last: Option<String>,
    failures: Failures,
}

impl<'a> Events<'a> {
    /// Begins to follow: what happened until now is known.
    ///
    /// # Errors
    /// [`DeployError::Overtaken`] if the stack is gone that a change set was made for.
    pub async fn from_now(connection: &'a Connection, stack: &str, stack_id: &str) -> Result<Self, DeployError> {
        let page = connection.cloudformation().describe_stack_events().stack_name(stack_id).send().await;
        let page = match page {
            Err(error) if error.message().is_some_and(|message| message.contains("does not exist")) => {
                return Err(DeployError::Overtaken { stack: stack.to_owned() });
            }
            page => page.map_err(DeployError::aws(READING, connection.endpoint()))?,
        };
        let last = page.stack_events().first().and_then(|event| event.event_id().map(str::to_owned));
        Ok(Self { connection, stack_id: stack_id.to_owned(), last, failures: Failures::default() })
    }

    /// Follows the operation that is running on the stack, from its beginning.
    pub async fn of_running_operation(connection: &'a Connection, stack_id: &str) -> Result<Self, DeployError> {
        let describe = connection.cloudformation().describe_stack_events().stack_name(stack_id);
        let mut pages = describe.into_paginator().items().send();
        let mut has_begun = false;
        let mut last = None;
        while let Some(event) = pages.next().await {
            let event = event.map_err(DeployError::aws(READING, connection.endpoint()))?;
            if has_begun {
                last = event.event_id().map(str::to_owned);
                break;
            }
            has_begun = begins_operation(&event);
        }
        Ok(Self { connection, stack_id: stack_id.to_owned(), last, failures: Failures::default() })
    }

    /// Follows on from an event that is known already, or from the first one of the stack.
    pub fn after(connection: &'a Connection, stack_id: &str, event_id: Option<String>) -> Self {
        Self { connection, stack_id: stack_id.to_owned(), last: event_id, failures: Failures::default() }
    }

    /// What happened since the last call, oldest first.
    pub async fn next(&mut self) -> Result<Vec<ResourceEvent>, DeployError> {
        let describe = self.connection.cloudformation().describe_stack_events().stack_name(&self.stack_id);
        let mut pages = describe.into_paginator().items().send();
        let mut newest_first = Vec::new();
        while let Some(event) = pages.next().await {
            let event = event.map_err(DeployError::aws(READING, self.connection.endpoint()))?;
            if self.last.is_some() && event.event_id() == self.last.as_deref() {
                break;
            }
            newest_first.push(event);
        }
        if let Some(newest) = newest_first.first() {
            self.last = newest.event_id().map(str::to_owned);
        }
        let events: Vec<ResourceEvent> = newest_first.iter().rev().map(ResourceEvent::from).collect();
        for event in &events {
            self.failures.take_note(event);
        }
        Ok(events)
    }

    /// The resource that failed first, of those seen so far; the stack itself if none did.
    pub fn failed(self) -> Option<Box<FailedResource>> {
        let Failures { first, of_stack, cancelled } = self.failures;
        first.or(of_stack).map(|first| Box::new(FailedResource { cancelled, ..first }))
    }
}

/// Whether an operation on the stack begins with this event. What follows from a failure is a part of the operation.
fn begins_operation(event: &StackEvent) -> bool {
    let is_stack = event.physical_resource_id().is_some() && event.physical_resource_id() == event.stack_id();
    let begins = [
        ResourceStatus::CreateInProgress,
        ResourceStatus::UpdateInProgress,
        ResourceStatus::DeleteInProgress,
        ResourceStatus::ImportInProgress,
    ];
    is_stack && event.resource_status().is_some_and(|status| begins.contains(status))
}
