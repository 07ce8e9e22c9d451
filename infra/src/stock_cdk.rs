//! The assembly for the stock `cdk` command line, which builds and uploads function code itself.

use std::path::Path;

use cdk::{AssetBucket, CloudAssembly, CodeAsset, CodeAssets};
use clap::ValueEnum;
use deploy::source_hash;
use miette::{IntoDiagnostic, Result, miette};
use serde_json::Value as Json;

use crate::environment::Environment;
use crate::session::workspace;
use crate::sources::FUNCTIONS;

/// The environment that `cdk --context env=NAME` asks for, if any.
pub(crate) fn environment_in_context() -> Result<Option<Environment>> {
    let Ok(context) = std::env::var("CDK_CONTEXT_JSON") else { return Ok(None) };
    let context: Json = serde_json::from_str(&context)
        .map_err(|error| miette!("CDK_CONTEXT_JSON, which the cdk command line sets, is not JSON: {error}"))?;
    match context["env"].as_str() {
        None => Ok(None),
        Some(name) => Environment::from_str(name, false).map(Some).map_err(|_| {
            let known = Environment::ALL.map(|environment| environment.name).join(", ");
            miette!(help = format!("use one of {known}"), "there is no environment `{name}` (--context env={name})")
        }),
    }
}

/// Writes the assembly, with where the code goes and the command that builds it. Code goes to the bucket that
/// `cdk bootstrap` makes, under a key that follows from its sources, because it is not built yet.
pub(crate) fn write(assembly: &CloudAssembly, folder: &Path) -> Result<()> {
    let hash = source_hash(&workspace(), &FUNCTIONS).into_diagnostic()?;
    let code = |stack: &cdk::SynthesizedStack, function: &cdk::FunctionAsset| {
        let environment = &stack.props.folder;
        let command = ["cargo", "run", "-q", "-p", "infra", "--", "asset", function.name, "--env", environment];
        CodeAsset {
            key: format!("functions/{hash}/{environment}/{}.zip", function.name),
            command: command.map(str::to_owned).to_vec(),
        }
    };
    let code = CodeAssets { bucket: AssetBucket::default(), code: &code };
    assembly.write(folder, Some(&code)).into_diagnostic()
}
