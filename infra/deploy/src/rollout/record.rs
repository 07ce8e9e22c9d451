//! The releases of a stack that were deployed, kept in the asset bucket so that the stack can go back to one of them.
//!
//! A record is a small JSON object `deployments/STACK/TIME.json`, which names the template and the values of parameters, and
//! so the code. Times are in UTC and sort as text.

use std::collections::BTreeMap;
use std::time::SystemTime;

use aws_sdk_cloudformation::primitives::DateTime;
use cdk::SynthesizedStack;
use serde::{Deserialize, Serialize};

use crate::assets::asset_bucket::AssetBucket;
use crate::assets::upload::Asset;
use crate::connection::Connection;
use crate::error::DeployError;
use crate::report::Reporter;
use crate::stack::release::Release;

/// What the keys of records begin with.
pub(crate) const FOLDER: &str = "deployments/";

/// What is kept of a release.
#[derive(Debug, Serialize, Deserialize)]
struct Record {
    /// The key of the template in the bucket.
    template: String,
    /// The values that its parameters were given.
    parameters: BTreeMap<String, String>,
}

/// Keeps a release that was deployed just now.
pub(crate) async fn add(
    bucket: &AssetBucket<'_>,
    stack: &str,
    release: &Release,
    reporter: &dyn Reporter,
) -> Result<(), DeployError> {
    let (template, body) = (release.template_key(), release.body());
    bucket.upload(&[Asset { name: "template", key: &template, content: body.as_bytes() }], reporter).await?;
    let record = Record { template, parameters: release.parameters.clone() };
    let content = serde_json::to_vec(&record).map_err(|error| DeployError::Aws {
        action: format!("recording the deployment of stack {stack}"),
        message: error.to_string(),
    })?;
    bucket.put(&format!("{}{}.json", prefix(stack), now()), &content).await
}

/// The times at which releases of a stack were deployed, newest first. At most the newest 1,000.
///
/// # Errors
/// AWS out of reach, or no bucket.
pub async fn deployments(connection: &Connection, stack: &SynthesizedStack) -> Result<Vec<String>, DeployError> {
    let bucket = AssetBucket::of(connection, &stack.props).await?;
    let prefix = prefix(&stack.props.name);
    let keys = bucket.list(&prefix).await?;
    let time = |key: &String| key.strip_prefix(&prefix)?.strip_suffix(".json").map(str::to_owned);
    let mut times: Vec<_> = keys.iter().filter_map(time).collect();
    times.sort_by(|a, b| b.cmp(a));
    Ok(times)
}

/// The release that was deployed at a time.
///
/// # Errors
/// [`DeployError::NoRelease`] if there is none, or what it needs is gone.
pub async fn release_of(connection: &Connection, stack: &SynthesizedStack, time: &str) -> Result<Release, DeployError> {
    let bucket = AssetBucket::of(connection, &stack.props).await?;
    let name = &stack.props.name;
    let none = || {
        DeployError::NoRelease(format!(
            "no deployment of stack {name} at {time} is on record; `rollback --list` shows those that are"
        ))
    };
    let unreadable = |what: &str, error: serde_json::Error| {
        DeployError::NoRelease(format!(
            "the {what} of the deployment of stack {name} at {time} cannot be read ({error}); choose another one from `rollback --list`"
        ))
    };
    let record = bucket.read(&format!("{}{time}.json", prefix(name))).await?.ok_or_else(none)?;
    let record: Record = serde_json::from_slice(&record).map_err(|error| unreadable("record", error))?;
    let gone = |what: &str| {
        DeployError::NoRelease(format!(
            "the {what} of the deployment of stack {name} at {time} is no longer in the asset bucket; check out its revision and deploy that instead"
        ))
    };
    let template = bucket.read(&record.template).await?.ok_or_else(|| gone("template"))?;
    let template = serde_json::from_slice(&template).map_err(|error| unreadable("template", error))?;
    for function in &stack.functions {
        if let Some(key) = record.parameters.get(function.parameter.as_str())
            && bucket.size(key).await?.is_none()
        {
            return Err(gone(&format!("code of {}", function.name)));
        }
    }
    Ok(Release { template, parameters: record.parameters })
}

fn prefix(stack: &str) -> String {
    format!("{FOLDER}{stack}/")
}

/// The present time such as `2026-11-24T10:15:30.123Z`, in UTC.
fn now() -> String {
    use aws_sdk_cloudformation::primitives::DateTimeFormat;
    let now = DateTime::from(SystemTime::now());
    now.fmt(DateTimeFormat::DateTimeWithOffset).unwrap_or_else(|_| now.secs().to_string())
}
