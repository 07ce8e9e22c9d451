//! Removing a stack.

use aws_sdk_cloudformation::types::StackStatus;
use aws_sdk_s3::types::{Delete, ObjectIdentifier};
use cdk::{DeletionPolicy, SynthesizedStack};

use crate::connection::Connection;
use crate::error::DeployError;
use crate::report::Reporter;
use crate::stack::{Situation, delete, follow_running, status_of};

/// How often a stack is deleted before its failure is reported.
const ATTEMPTS: usize = 2;

/// What removing found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Removed {
    /// The stack was there, and is gone.
    Now,
    /// There was none.
    Before,
}

/// Deletes a stack with everything in it, except for what its template retains. Buckets that the template deletes are
/// emptied first, because CloudFormation deletes empty ones only.
///
/// # Errors
/// A protected or busy stack, or a resource that cannot be deleted.
pub async fn remove(
    connection: &Connection,
    stack: &SynthesizedStack,
    reporter: &dyn Reporter,
) -> Result<Removed, DeployError> {
    let name = &stack.props.name;
    let (situation, removed) = settled(connection, name, reporter).await?;
    let deployed = match situation {
        Situation::Missing => return Ok(removed),
        Situation::Busy(stack) => {
            return Err(DeployError::Busy { stack: name.clone(), status: status_of(&stack).to_string() });
        }
        Situation::InReview(deployed)
        | Situation::FailedCreation(deployed)
        | Situation::Settled(deployed)
        | Situation::Stuck(deployed, _) => deployed,
    };
    if deployed.enable_termination_protection() == Some(true) {
        return Err(DeployError::Protected(name.clone()));
    }
    let id = deployed.stack_id().unwrap_or(name);
    let mut attempt = 1;
    loop {
        empty_buckets(connection, stack, reporter).await?;
        reporter.step(format!("deleting stack {name}"));
        match delete(connection, name, id, reporter).await? {
            (StackStatus::DeleteComplete, _) => return Ok(Removed::Now),
            // A function may have written to a bucket after it was emptied. The functions are gone by now.
            (StackStatus::DeleteFailed, _) if attempt < ATTEMPTS => attempt += 1,
            (status, failed) => {
                return Err(DeployError::Failed { stack: name.clone(), status: status.to_string(), failed });
            }
        }
    }
}

/// The situation after the operation that is running, if there is one: it may be the deletion that a command which was
/// killed had begun. Says what it means if there is no stack.
async fn settled(
    connection: &Connection,
    name: &str,
    reporter: &dyn Reporter,
) -> Result<(Situation, Removed), DeployError> {
    match Situation::of(connection, name).await? {
        Situation::Busy(stack) => {
            let status = status_of(&stack);
            reporter.done(format!("stack {name} is {status}: following the operation that was begun before"));
            follow_running(connection, name, &stack, reporter).await?;
            Ok((Situation::of(connection, name).await?, Removed::Now))
        }
        situation => Ok((situation, Removed::Before)),
    }
}

async fn empty_buckets(
    connection: &Connection,
    stack: &SynthesizedStack,
    reporter: &dyn Reporter,
) -> Result<(), DeployError> {
    let name = &stack.props.name;
    let list = connection.cloudformation().list_stack_resources().stack_name(name);
    let mut resources = list.into_paginator().items().send();
    while let Some(resource) = resources.next().await {
        let action = format!("listing the resources of stack {name}");
        let resource = resource.map_err(DeployError::aws(&action, connection.endpoint()))?;
        let is_bucket = resource.resource_type() == Some("AWS::S3::Bucket");
        // What the template deletes may be emptied; what it does not know, or retains, may not.
        let logical_id = resource.logical_resource_id().unwrap_or_default();
        let entry = stack.template.resources.iter().find(|(id, _)| id.as_str() == logical_id);
        let is_deleted = entry.is_some_and(|(_, entry)| entry.deletion_policy == Some(DeletionPolicy::Delete));
        if let (true, true, Some(bucket)) = (is_bucket, is_deleted, resource.physical_resource_id()) {
            reporter.step(format!("emptying bucket {bucket}"));
            empty(connection, bucket).await?;
        }
    }
    Ok(())
}

/// Deletes every version of every object.
async fn empty(connection: &Connection, bucket: &str) -> Result<(), DeployError> {
    let action = || format!("emptying bucket {bucket}");
    let client = connection.s3();
    loop {
        let page = client.list_object_versions().bucket(bucket).send().await;
        let page = match page {
            Ok(page) => page,
            Err(error) if error.raw_response().is_some_and(|response| response.status().as_u16() == 404) => {
                return Ok(());
            }
            Err(error) => return Err(DeployError::aws(&action(), connection.endpoint())(error)),
        };
        let versions = page.versions().iter().map(|version| (version.key(), version.version_id()));
        let markers = page.delete_markers().iter().map(|marker| (marker.key(), marker.version_id()));
        let object = |(key, version): (Option<&str>, Option<&str>)| {
            ObjectIdentifier::builder()
                .set_key(key.map(str::to_owned))
                .set_version_id(version.map(str::to_owned))
                .build()
        };
        let invalid =
            |error: aws_sdk_s3::error::BuildError| DeployError::Aws { action: action(), message: error.to_string() };
        let objects = versions.chain(markers).map(object).collect::<Result<Vec<_>, _>>().map_err(invalid)?;
        if objects.is_empty() {
            return Ok(());
        }
        let delete = Delete::builder().set_objects(Some(objects)).quiet(true).build().map_err(invalid)?;
        let deleted = client.delete_objects().bucket(bucket).delete(delete).send().await;
        let deleted = deleted.map_err(DeployError::aws(&action(), connection.endpoint()))?;
        if let Some(error) = deleted.errors().first() {
            let message = format!("{}: {}", error.key().unwrap_or_default(), error.message().unwrap_or_default());
            return Err(DeployError::Aws { action: action(), message });
        }
    }
}
