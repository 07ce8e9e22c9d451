//! The application as a whole: its stacks, their assembly and the document of its API.

use cdk::{App, CloudAssembly, SynthErrors, SynthesizedStack};
use functions::api::openapi::{Callers, document};
use serde_json::Value;

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

/// The OpenAPI document of an environment's HTTP API.
#[must_use]
pub fn openapi(environment: Environment) -> Value {
    document(environment.tokens.map_or(Callers::Iam, |issuer| Callers::Tokens(issuer.url)))
}
