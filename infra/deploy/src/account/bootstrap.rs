//! Making an account and region ready for deploys.

use cdk::StackProps;

use crate::assets::asset_bucket::{AssetBucket, BucketState};
use crate::connection::Connection;
use crate::error::DeployError;
use crate::stack::{describe, outputs_of};

/// The stack that `cdk bootstrap` makes.
const TOOLKIT: &str = "CDKToolkit";

/// What was found in an account and region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bootstrapped {
    /// The bucket that deploys of this program use.
    pub bucket: String,
    /// How it was found.
    pub before: BucketState,
    /// What `cdk bootstrap` made here, if it was run.
    pub toolkit: Option<Toolkit>,
}

/// What `cdk bootstrap` made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toolkit {
    /// Its version.
    pub version: String,
    /// Its bucket, which the stock `cdk deploy` uses.
    pub bucket: String,
}

/// Looks at an account and region, and makes and secures the asset bucket unless `dry_run` is set.
///
/// # Errors
/// A bucket of somebody else, a missing permission, or AWS out of reach.
pub async fn bootstrap(
    connection: &Connection,
    props: &StackProps,
    dry_run: bool,
) -> Result<Bootstrapped, DeployError> {
    let toolkit = describe(connection, TOOLKIT).await?.map(|stack| {
        let mut outputs = outputs_of(&stack);
        let mut output = |name: &str| outputs.remove(name).unwrap_or_else(|| "unknown".to_owned());
        Toolkit { version: output("BootstrapVersion"), bucket: output("BucketName") }
    });
    let bucket = AssetBucket::look(connection, props);
    let before = bucket.state().await?;
    if !dry_run {
        AssetBucket::of(connection, props).await?;
    }
    Ok(Bootstrapped { bucket: bucket.name().to_owned(), before, toolkit })
}
