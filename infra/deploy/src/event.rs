//! What happens to the resources of a stack, as it happens.

use std::time::{Duration, SystemTime};

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
    pub(crate) fn is_consequence(&self) -> bool {
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

/// Follows the events of a stack.
#[derive(Debug)]
pub(crate) struct Events<'a> {
    connection: &'a Connection,
    stack_id: String,
    last: Option<String>,
    failed: Option<FailedResource>,
}

impl<'a> Events<'a> {
    /// Begins to follow: what happened until now is known.
    pub async fn from_now(connection: &'a Connection, stack_id: &str) -> Result<Self, DeployError> {
        let mut events = Self { connection, stack_id: stack_id.to_owned(), last: None, failed: None };
        let page = connection.cloudformation().describe_stack_events().stack_name(stack_id).send().await;
        let page = page.map_err(DeployError::aws(READING, connection.endpoint()))?;
        events.last = page.stack_events().first().and_then(|event| event.event_id().map(str::to_owned));
        Ok(events)
    }

    /// Follows on from an event that is known already, or from the first one of the stack.
    pub fn after(connection: &'a Connection, stack_id: &str, event_id: Option<String>) -> Self {
        Self { connection, stack_id: stack_id.to_owned(), last: event_id, failed: None }
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
        if self.failed.is_none() {
            let first = events.iter().find(|event| event.is_failure() && !event.is_consequence());
            self.failed = first.map(|event| FailedResource {
                logical_id: event.logical_id.clone(),
                resource_type: event.resource_type.clone(),
                reason: event.reason.clone().unwrap_or_else(|| "no reason was given".to_owned()),
            });
        }
        Ok(events)
    }

    /// The resource that failed first, of those seen so far.
    pub fn failed(self) -> Option<FailedResource> {
        self.failed
    }
}

/// Pauses between questions: short at first, longer while nothing happens, never above CloudFormation's rate limits.
#[derive(Debug)]
pub(crate) struct Pause(Duration);

impl Pause {
    pub const fn new() -> Self {
        Self(Duration::from_millis(100))
    }

    pub async fn wait(&mut self) {
        tokio::time::sleep(self.0).await;
        self.0 = (self.0 * 3 / 2).min(Duration::from_secs(3));
    }

    /// Something happened: ask soon again.
    pub fn shorten(&mut self) {
        self.0 = self.0.min(Duration::from_millis(1000));
    }
}
