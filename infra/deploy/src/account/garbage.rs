//! Objects of the asset bucket that nothing needs any more.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, SystemTime};

use aws_sdk_cloudformation::types::{Stack, StackStatus, TemplateStage};
use cdk::StackProps;
use futures_util::stream::{self, StreamExt, TryStreamExt};

use crate::assets::asset_bucket::{AssetBucket, StoredObject};
use crate::connection::Connection;
use crate::error::DeployError;
use crate::rollout::record;
use crate::stack::{parameters_of, status_of};

/// How many of a stack's newest deployments stay on record, however old they are.
const RECORDS: usize = 10;

/// How many templates are read at the same time.
const AT_A_TIME: usize = 4;

/// An object that nothing needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unused {
    /// Its key.
    pub key: String,
    /// Its size, in bytes.
    pub size: u64,
}

/// What is in the asset bucket, is older than `age`, and is needed by no stack of the account and region, whoever deployed
/// it, and by no deployment on record. The newest ten deployments of a stack stay on record, so that it can go back.
///
/// # Errors
/// [`DeployError::HalfWay`] for a stack that may need what its template does not name; AWS out of reach.
pub async fn unused(connection: &Connection, props: &StackProps, age: Duration) -> Result<Vec<Unused>, DeployError> {
    let bucket = AssetBucket::look(connection, props);
    if !bucket.exists().await? {
        return Ok(Vec::new());
    }
    let is_old = |object: &StoredObject| SystemTime::now().duration_since(object.modified).is_ok_and(|old| old >= age);
    // The records first: what is deployed from now on is younger than any age, or on record.
    let (kept, forgotten) = records(&bucket, is_old).await?;
    let mut needed = kept;
    needed.extend(named_by_stacks(connection).await?);
    let mut found = forgotten;
    for prefix in ["functions/", "templates/"] {
        found.extend(bucket.objects(prefix).await?.into_iter().filter(is_old));
    }
    found.retain(|object| !needed.iter().any(|text| text.contains(hash_in(&object.key))));
    Ok(found.into_iter().map(|object| Unused { key: object.key, size: object.size }).collect())
}

/// Deletes objects of the asset bucket.
///
/// # Errors
/// The first object that cannot be deleted.
pub async fn delete_unused(connection: &Connection, props: &StackProps, unused: &[Unused]) -> Result<(), DeployError> {
    let keys: Vec<_> = unused.iter().map(|unused| unused.key.clone()).collect();
    AssetBucket::look(connection, props).delete_all(&keys).await
}

/// The part of a key that no other object has: a template may put the rest together.
fn hash_in(key: &str) -> &str {
    let file = key.rsplit('/').next().unwrap_or(key);
    file.split('.').next().filter(|hash| !hash.is_empty()).unwrap_or(key)
}

/// What the records that stay say, and the records that go.
async fn records(
    bucket: &AssetBucket<'_>,
    is_old: impl Fn(&StoredObject) -> bool,
) -> Result<(Vec<String>, Vec<StoredObject>), DeployError> {
    let mut by_stack: BTreeMap<String, Vec<StoredObject>> = BTreeMap::new();
    for object in bucket.objects(record::FOLDER).await? {
        let stack = object.key.rsplit_once('/').map(|(folder, _)| folder.to_owned()).unwrap_or_default();
        by_stack.entry(stack).or_default().push(object);
    }
    let (mut kept, mut forgotten) = (Vec::new(), Vec::new());
    for mut objects in by_stack.into_values() {
        objects.sort_by(|a, b| b.key.cmp(&a.key));
        for (number, object) in objects.into_iter().enumerate() {
            if number >= RECORDS && is_old(&object) {
                forgotten.push(object);
            } else if let Some(text) = bucket.read(&object.key).await? {
                kept.push(String::from_utf8_lossy(&text).into_owned());
            }
        }
    }
    Ok((kept, forgotten))
}

/// Everything in which the stacks of the account and region could name an object: parameters and templates.
async fn named_by_stacks(connection: &Connection) -> Result<BTreeSet<String>, DeployError> {
    let client = connection.cloudformation();
    let action = "listing the stacks of the account";
    let pages = client.describe_stacks().into_paginator().items().send();
    let stacks: Vec<Stack> =
        pages.collect::<Result<_, _>>().await.map_err(DeployError::aws(action, connection.endpoint()))?;
    // What was never more than a change set has no template yet.
    let in_review = |stack: &Stack| status_of(stack) == StackStatus::ReviewInProgress;
    let stacks: Vec<Stack> = stacks.into_iter().filter(|stack| !in_review(stack)).collect();
    // A stack that is half way may go back to what its template no longer names.
    let half_way =
        |status: &str| status.ends_with("_IN_PROGRESS") || matches!(status, "UPDATE_FAILED" | "UPDATE_ROLLBACK_FAILED");
    if let Some(stack) = stacks.iter().find(|stack| half_way(status_of(stack).as_str())) {
        let (stack, status) = (stack.stack_name().unwrap_or_default().to_owned(), status_of(stack).to_string());
        return Err(DeployError::HalfWay { stack, status });
    }
    let mut named: BTreeSet<String> = stacks.iter().flat_map(|stack| parameters_of(stack).into_values()).collect();
    let template = |stack: &Stack| {
        let id = stack.stack_id().unwrap_or_default().to_owned();
        let get = client.get_template().stack_name(&id).template_stage(TemplateStage::Original);
        async move {
            let action = format!("reading the template of stack {id}");
            let template = get.send().await.map_err(DeployError::aws(&action, connection.endpoint()))?;
            Ok::<_, DeployError>(template.template_body.unwrap_or_default())
        }
    };
    let templates: Vec<String> = stream::iter(stacks.iter().map(template)).buffered(AT_A_TIME).try_collect().await?;
    named.extend(templates);
    Ok(named)
}
