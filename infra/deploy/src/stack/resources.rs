//! The resources of a deployed stack.

use aws_sdk_cloudformation::error::ProvideErrorMetadata;
use aws_sdk_cloudformation::types::StackResourceSummary;
use futures_util::TryFutureExt;

use crate::connection::Connection;
use crate::error::DeployError;

/// A resource of a deployed stack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Resource {
    /// What the template calls it.
    pub logical_id: String,
    /// What its service calls it.
    pub physical_id: String,
    /// Its type, such as `AWS::SQS::Queue`.
    pub resource_type: String,
}

impl Resource {
    /// One that is there: not one that was deleted, or of which nothing exists yet.
    fn of(summary: &StackResourceSummary) -> Option<Self> {
        if summary.resource_status().is_some_and(|status| status.as_str() == "DELETE_COMPLETE") {
            return None;
        }
        Some(Self {
            logical_id: summary.logical_resource_id()?.to_owned(),
            physical_id: summary.physical_resource_id().filter(|id| !id.is_empty())?.to_owned(),
            resource_type: summary.resource_type()?.to_owned(),
        })
    }
}

/// The resources of a stack, in the order of their logical ids.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ListStackResources.html>
pub(crate) async fn resources(connection: &Connection, stack: &str) -> Result<Vec<Resource>, DeployError> {
    let list = connection.cloudformation().list_stack_resources().stack_name(stack);
    let pages = list.into_paginator().items().send().try_collect();
    let summaries = pages
        .map_err(|error| {
            if error.message().is_some_and(|message| message.contains("does not exist")) {
                return DeployError::NotDeployed(stack.to_owned());
            }
            DeployError::aws(&format!("listing the resources of stack {stack}"), connection.endpoint())(error)
        })
        .await?;
    let mut resources: Vec<_> = summaries.iter().filter_map(Resource::of).collect();
    resources.sort_by(|a, b| a.logical_id.cmp(&b.logical_id));
    Ok(resources)
}

/// What a resource of a stack is called in its service.
pub(crate) async fn physical_name(
    connection: &Connection,
    stack: &str,
    logical_id: &str,
) -> Result<String, DeployError> {
    let no_function = || DeployError::NoFunction { stack: stack.to_owned(), function: logical_id.to_owned() };
    let describe = connection.cloudformation().describe_stack_resource();
    let described = describe.stack_name(stack).logical_resource_id(logical_id).send().await;
    match described {
        Ok(answer) => {
            let resource = answer.stack_resource_detail();
            resource.and_then(|r| r.physical_resource_id()).map(str::to_owned).ok_or_else(no_function)
        }
        Err(error)
            if error.message().is_some_and(|message| message.contains("Stack"))
                && error.message().is_some_and(|message| message.contains("does not exist")) =>
        {
            Err(DeployError::NotDeployed(stack.to_owned()))
        }
        Err(error) if error.message().is_some_and(|message| message.contains("does not exist")) => Err(no_function()),
        Err(error) => {
            Err(DeployError::aws(&format!("looking for {logical_id} in stack {stack}"), connection.endpoint())(error))
        }
    }
}
