//! What differs between the resources of a stack and the template that was deployed last.
//!
//! CloudFormation compares. It does so only for the properties that the template states, and only for types of resources
//! that it can read: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-drift.html>

use std::collections::BTreeSet;

use aws_sdk_cloudformation::types::{PropertyDifference, StackDriftDetectionStatus, StackResourceDrift};
use serde::Serialize;

use crate::connection::Connection;
use crate::error::DeployError;
use crate::report::Reporter;
use crate::stack::pause::Pause;
use crate::stack::resources::resources;

/// What CloudFormation found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Drift {
    /// The stack.
    pub stack: String,
    /// How many resources are as the template says.
    pub in_sync: usize,
    /// The resources that are not, by logical id.
    pub drifted: Vec<DriftedResource>,
    /// The resources that CloudFormation did not compare, by logical id.
    pub not_checked: Vec<UncheckedResource>,
    /// Why CloudFormation did not come to the end of it, if it did not: what was found may not be all.
    pub incomplete: Option<String>,
}

/// A resource that is not as the template says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DriftedResource {
    /// What the template calls it.
    pub logical_id: String,
    /// What its service calls it.
    pub physical_id: String,
    /// Its type.
    pub resource_type: String,
    /// Whether it is gone altogether.
    pub deleted: bool,
    /// What differs, unless it is gone.
    pub differences: Vec<DriftedProperty>,
}

/// A property that is not as the template says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DriftedProperty {
    /// Where it is in the resource's properties, as in `/Tags/0/Value`.
    pub path: String,
    /// What became of it: `ADD`, `REMOVE` or `NOT_EQUAL`.
    pub kind: String,
    /// What the template says, as JSON or text; none if it says nothing.
    pub expected: Option<String>,
    /// What it is, as JSON or text; none if there is nothing.
    pub actual: Option<String>,
}

/// A resource that was not compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UncheckedResource {
    /// What the template calls it.
    pub logical_id: String,
    /// Its type.
    pub resource_type: String,
    /// Why, if CloudFormation says so. Mostly it cannot read the type at all.
    pub reason: Option<String>,
}

impl Drift {
    /// Whether everything that was compared is as the template says.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.drifted.is_empty()
    }
}

/// Lets CloudFormation compare the resources of a stack with its template, and waits for what it finds.
///
/// # Errors
/// [`DeployError::NotDeployed`], a stack that something is being done to, no permission, or AWS out of reach.
pub async fn detect(connection: &Connection, stack: &str, reporter: &dyn Reporter) -> Result<Drift, DeployError> {
    let resources = resources(connection, stack).await?;
    reporter.step(format!("comparing the {} resources of stack {stack} with its template", resources.len()));
    let client = connection.cloudformation();
    let action = format!("detecting the drift of stack {stack}");
    let detect = client.detect_stack_drift().stack_name(stack).send().await;
    let detection = detect.map_err(DeployError::aws(&action, connection.endpoint()))?;
    let id = detection.stack_drift_detection_id().unwrap_or_default();
    let incomplete = wait(connection, &action, id).await?;

    let drifts = client.describe_stack_resource_drifts().stack_name(stack).into_paginator().send();
    let pages = drifts.try_collect().await.map_err(DeployError::aws(&action, connection.endpoint()))?;
    let drifts: Vec<_> = pages.iter().flat_map(|page| page.stack_resource_drifts()).collect();

    let mut drifted: Vec<_> = drifts.iter().filter_map(|drift| DriftedResource::of(drift)).collect();
    drifted.sort_by(|a, b| a.logical_id.cmp(&b.logical_id));
    let in_sync: BTreeSet<_> = drifts
        .iter()
        .filter(|drift| status(drift) == "IN_SYNC")
        .filter_map(|drift| drift.logical_resource_id())
        .collect();
    let compared: BTreeSet<&str> =
        drifted.iter().map(|resource| resource.logical_id.as_str()).chain(in_sync.iter().copied()).collect();
    let unchecked = resources.iter().filter(|resource| !compared.contains(resource.logical_id.as_str()));
    let not_checked = unchecked.map(|resource| {
        let drift = drifts.iter().find(|drift| drift.logical_resource_id() == Some(resource.logical_id.as_str()));
        UncheckedResource {
            logical_id: resource.logical_id.clone(),
            resource_type: resource.resource_type.clone(),
            reason: drift.and_then(|drift| drift.drift_status_reason()).map(str::to_owned),
        }
    });
    let not_checked = not_checked.collect();
    Ok(Drift { stack: stack.to_owned(), in_sync: in_sync.len(), drifted, not_checked, incomplete })
}

/// Waits for the end of a detection. Returns why it did not compare everything, if it did not.
async fn wait(connection: &Connection, action: &str, detection: &str) -> Result<Option<String>, DeployError> {
    let mut pause = Pause::new();
    loop {
        let describe = connection.cloudformation().describe_stack_drift_detection_status();
        let answer = describe.stack_drift_detection_id(detection).send().await;
        let answer = answer.map_err(DeployError::aws(action, connection.endpoint()))?;
        match answer.detection_status() {
            Some(StackDriftDetectionStatus::DetectionInProgress) => pause.wait().await,
            // The results of the resources that it could compare are there all the same.
            Some(StackDriftDetectionStatus::DetectionFailed) => {
                return Ok(Some(answer.detection_status_reason().unwrap_or("no reason was given").to_owned()));
            }
            _ => return Ok(None),
        }
    }
}

fn status(drift: &StackResourceDrift) -> &str {
    drift.stack_resource_drift_status().map(|status| status.as_str()).unwrap_or_default()
}

impl DriftedResource {
    fn of(drift: &StackResourceDrift) -> Option<Self> {
        let status = status(drift);
        matches!(status, "MODIFIED" | "DELETED").then(|| Self {
            logical_id: drift.logical_resource_id().unwrap_or_default().to_owned(),
            physical_id: drift.physical_resource_id().unwrap_or_default().to_owned(),
            resource_type: drift.resource_type().unwrap_or_default().to_owned(),
            deleted: status == "DELETED",
            differences: drift.property_differences().iter().map(DriftedProperty::of).collect(),
        })
    }
}

impl DriftedProperty {
    fn of(difference: &PropertyDifference) -> Self {
        // A side that has nothing comes as the word `null`, or not at all.
        let value =
            |value: Option<&str>| value.filter(|value| !value.is_empty() && *value != "null").map(str::to_owned);
        Self {
            path: difference.property_path().unwrap_or_default().to_owned(),
            kind: difference.difference_type().map(|kind| kind.as_str()).unwrap_or_default().to_owned(),
            expected: value(difference.expected_value()),
            actual: value(difference.actual_value()),
        }
    }
}
