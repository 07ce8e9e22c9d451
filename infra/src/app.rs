//! The application as a whole: its stacks and their assembly.

use cdk::{App, CloudAssembly, SynthErrors, SynthesizedStack};

use crate::environment::Environment;
use crate::topology::shop;

/// The assembly of these environments.
///
/// # Errors
/// Every mistake in every environment.
pub fn assembly(environments: impl IntoIterator<Item = Environment>) -> Result<CloudAssembly, SynthErrors> {
    let mut app = App::new();
    for environment in environments {
        app.stack(shop(environment));
    }
    app.synthesize()
}

/// One environment, synthesized.
///
/// # Errors
/// Every mistake in it.
pub fn synthesized(environment: Environment) -> Result<SynthesizedStack, SynthErrors> {
    shop(environment).synthesize()
}
