//! The application as a whole: its stacks and their assembly.

use cdk::{CloudAssembly, StackArtifact, SynthErrors};

use crate::environment::Environment;
use crate::topology::shop;

/// The assembly of these environments.
///
/// # Errors
/// Every mistake in the first environment that has one.
pub fn assembly(environments: impl IntoIterator<Item = Environment>) -> Result<CloudAssembly, SynthErrors> {
    let stacks = environments.into_iter().map(artifact).collect::<Result<_, _>>()?;
    Ok(CloudAssembly { stacks })
}

/// One environment, synthesized.
///
/// # Errors
/// Every mistake in it.
pub fn artifact(environment: Environment) -> Result<StackArtifact, SynthErrors> {
    Ok(StackArtifact {
        folder: environment.name.to_owned(),
        account: environment.account.map(str::to_owned),
        region: environment.region.map(str::to_owned),
        stack: shop(environment).synthesize()?,
    })
}
