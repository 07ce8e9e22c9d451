//! The version of a function that its aliases point to.
//!
//! A version never changes, and CloudFormation publishes a new one only if a property of the `AWS::Lambda::Version`
//! changes. Its description is the one that can follow the code: it holds the key of the code, which is a parameter's value,
//! and a digest of the configuration. So a deployment that changes only the code publishes a version without a change of the
//! template, and one that changes neither publishes none, which Lambda would refuse.

use sha2::{Digest, Sha256};

use super::Function;
use crate::aws::lambda;
use crate::{Definition, LogicalId, Node, Object, Resource, Stack, Template, Value};

/// Properties that are the function's and not its version's. A version cannot be published because of them. The code is
/// told apart by its key.
///
/// <https://docs.aws.amazon.com/lambda/latest/dg/configuration-versions.html>
const UNVERSIONED: [&str; 6] = [
    "Code",
    "CodeSigningConfigArn",
    "RecursiveLoop",
    "ReservedConcurrentExecutions",
    "RuntimeManagementConfig",
    "Tags",
];

/// The version of what is deployed; all aliases of a function share it.
#[track_caller]
pub(super) fn current(stack: &mut Stack, function: &Function) -> Resource<lambda::Version> {
    let path = function.path.child("Version");
    if let Some(version) = stack.present(&path) {
        return version;
    }
    let version = stack.add(&path, Definition::new(lambda::Version::new(function.name())));
    stack.at_last(&version, describe);
    version
}

/// Says in the description what the version is of.
fn describe(template: &mut Template, id: &LogicalId) {
    let Some(version) = template.resources.get(id) else { return };
    let function = version.property("FunctionName").and_then(Node::as_expression).map(|name| name.targets());
    let function = function.and_then(|targets| targets.into_iter().next());
    let Some(function) = function.and_then(|(target, _)| template.resources.get(&target.id)) else { return };

    let mut configuration = function.properties.clone();
    for property in UNVERSIONED {
        configuration.remove(property);
    }
    let key = function.property("Code").and_then(|code| code.get("S3Key")).cloned().unwrap_or(Node::from("inline"));
    let description = Value::join([
        "Code ".into(),
        Value::untyped(key),
        format!(", configuration {}", digest(&configuration)).into(),
    ]);
    if let Some(version) = template.resources.get_mut(id) {
        version.properties.insert("Description", description);
    }
}

/// The first 64 bits of the configuration's SHA-256.
fn digest(configuration: &Object) -> String {
    // Nodes are maps with texts as keys, which JSON can always write.
    let json = serde_json::to_vec(configuration).unwrap_or_default();
    Sha256::digest(json).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
