//! Function code put in place past CloudFormation, for trying things out.
//!
//! CloudFormation does not learn of it: for the stack, the code is what was deployed last. So a mark in the asset bucket says
//! which functions run other code, and the next deploy puts the stack's own code back where it finds one.

use std::time::Instant;

use aws_sdk_lambda::operation::update_function_code::builders::UpdateFunctionCodeFluentBuilder;
use aws_sdk_lambda::primitives::Blob;
use aws_sdk_lambda::types::LastUpdateStatus;
use cdk::{FunctionAsset, SynthesizedStack};
use futures_util::future::try_join_all;

use crate::assets::asset_bucket::AssetBucket;
use crate::assets::code::Code;
use crate::connection::Connection;
use crate::error::DeployError;
use crate::report::Reporter;
use crate::stack::pause::Pause;
use crate::stack::release::Release;
use crate::stack::resources::physical_name;

/// The most bytes of a zip in a request.
///
/// <https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html>
const MOST: usize = 50 << 20;

/// A function whose code was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hotswapped {
    /// The function.
    pub function: &'static str,
    /// Whether it ran other code before.
    pub changed: bool,
}

/// Puts code in place in the deployed functions that run other code, without a deploy.
///
/// # Errors
/// A stack that is not deployed, a function with versions (callers would go on with the old one), or a zip above 50 MB.
pub async fn hotswap(
    connection: &Connection,
    stack: &SynthesizedStack,
    code: &[Code],
    reporter: &dyn Reporter,
) -> Result<Vec<Hotswapped>, DeployError> {
    if stack.template.resources.values().any(|resource| resource.r#type == "AWS::Lambda::Version") {
        let reason = "it has functions with versions, and callers would go on with the version that is published";
        return Err(DeployError::NoHotswap { stack: stack.props.name.clone(), reason: reason.to_owned() });
    }
    let bucket = AssetBucket::of(connection, &stack.props).await?;
    let swap = |code: &'_ Code| {
        let function = stack.functions.iter().find(|function| function.name == code.function);
        let (code, bucket) = (code.clone(), &bucket);
        async move {
            let function = function.ok_or_else(|| DeployError::NotBuilt(code.function.to_owned()))?;
            swap(connection, stack, bucket, function, &code, reporter).await
        }
    };
    try_join_all(code.iter().map(swap)).await
}

async fn swap(
    connection: &Connection,
    stack: &SynthesizedStack,
    bucket: &AssetBucket<'_>,
    function: &FunctionAsset,
    code: &Code,
    reporter: &dyn Reporter,
) -> Result<Hotswapped, DeployError> {
    let started = Instant::now();
    let name = physical_name(connection, &stack.props.name, function.logical_id.as_str()).await?;
    let present = connection.lambda().get_function_configuration().function_name(&name).send().await;
    let action = format!("looking at the function {}", code.function);
    let present = present.map_err(DeployError::aws(&action, connection.endpoint()))?;
    if present.code_sha256() == Some(code.sha256().as_str()) {
        return Ok(Hotswapped { function: code.function, changed: false });
    }
    if code.zip.len() > MOST {
        let reason = format!("the zip of {} is above 50 MB, which only a deploy can put in place", code.function);
        return Err(DeployError::NoHotswap { stack: stack.props.name.clone(), reason });
    }
    // The mark first: one too many does no harm.
    bucket.put(&mark(stack, function), b"").await?;
    let update = connection.lambda().update_function_code().function_name(&name);
    put_in_place(connection, &name, update.zip_file(Blob::new(code.zip.clone()))).await?;
    reporter.done(format!("{}: new code runs after {:.1} s", code.function, started.elapsed().as_secs_f32()));
    Ok(Hotswapped { function: code.function, changed: true })
}

/// Puts the stack's own code back in place in the functions that a hotswap gave other code. Returns their names.
pub(crate) async fn heal(
    connection: &Connection,
    stack: &SynthesizedStack,
    release: &Release,
    bucket: &AssetBucket<'_>,
) -> Result<Vec<&'static str>, DeployError> {
    let mut healed = Vec::new();
    for key in bucket.list(&marks(stack)).await? {
        let function = stack.functions.iter().find(|function| mark(stack, function) == key);
        let code = function.and_then(|function| Some((function, release.parameters.get(function.parameter.as_str())?)));
        if let Some((function, code)) = code {
            let name = physical_name(connection, &stack.props.name, function.logical_id.as_str()).await?;
            let update = connection.lambda().update_function_code().function_name(&name);
            put_in_place(connection, &name, update.s3_bucket(bucket.name()).s3_key(code)).await?;
            healed.push(function.name);
        }
        bucket.delete(&key).await?;
    }
    Ok(healed)
}

/// Updates the code of a function and waits until it runs.
async fn put_in_place(
    connection: &Connection,
    name: &str,
    update: UpdateFunctionCodeFluentBuilder,
) -> Result<(), DeployError> {
    let action = format!("updating the code of the function {name}");
    update.send().await.map_err(DeployError::aws(&action, connection.endpoint()))?;
    let mut pause = Pause::new();
    loop {
        let state = connection.lambda().get_function_configuration().function_name(name).send().await;
        let state = state.map_err(DeployError::aws(&action, connection.endpoint()))?;
        match state.last_update_status() {
            Some(LastUpdateStatus::InProgress) => pause.wait().await,
            Some(LastUpdateStatus::Failed) => {
                let message = state.last_update_status_reason().unwrap_or("no reason was given").to_owned();
                return Err(DeployError::Aws { action, message });
            }
            _ => return Ok(()),
        }
    }
}

fn marks(stack: &SynthesizedStack) -> String {
    format!("hotswapped/{}/", stack.props.name)
}

fn mark(stack: &SynthesizedStack, function: &FunctionAsset) -> String {
    format!("{}{}", marks(stack), function.logical_id)
}
