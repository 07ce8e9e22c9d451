//! Which functions run other code than what is to be deployed.

use std::collections::BTreeMap;

use cdk::SynthesizedStack;
use cdk::diff::CodeChange;

use crate::assets::asset_bucket::AssetBucket;
use crate::assets::code::Code;
use crate::connection::Connection;
use crate::error::DeployError;
use crate::stack::release::Release;
use crate::stack::{describe, parameters_of};

/// The functions of a stack whose code differs from what is deployed.
///
/// # Errors
/// AWS out of reach, or a function whose code is not there.
pub async fn code_changes(
    connection: &Connection,
    stack: &SynthesizedStack,
    code: &[Code],
) -> Result<Vec<CodeChange>, DeployError> {
    let deployed =
        describe(connection, &stack.props.name).await?.map(|stack| parameters_of(&stack)).unwrap_or_default();
    let mut changes = between(stack, &deployed, &Release::of(stack, code)?.parameters, code);
    let bucket = AssetBucket::look(connection, &stack.props);
    for change in &mut changes {
        if let Some(key) = &change.old_key {
            change.old_size = bucket.size(key).await?;
        }
    }
    Ok(changes)
}

/// The same, of values of parameters.
pub(crate) fn between(
    stack: &SynthesizedStack,
    deployed: &BTreeMap<String, String>,
    wanted: &BTreeMap<String, String>,
    code: &[Code],
) -> Vec<CodeChange> {
    let change = |function: &cdk::FunctionAsset| {
        let (old, new) = (deployed.get(function.parameter.as_str()), wanted.get(function.parameter.as_str()));
        let code = code.iter().find(|code| code.function == function.name);
        (new.is_some() && old != new).then(|| CodeChange {
            function: function.name.to_owned(),
            old_key: old.cloned(),
            new_key: new.cloned(),
            old_size: None,
            new_size: code.and_then(|code| u64::try_from(code.size()).ok()),
        })
    };
    stack.functions.iter().filter_map(change).collect()
}
