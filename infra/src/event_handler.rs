//! Asking an event handler that is deployed.

use cdk::{FunctionAsset, SynthesizedStack};
use deploy::{Connection, Invocation};
use miette::{IntoDiagnostic, Result, WrapErr, miette};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::app::synthesized;
use crate::environment::Environment;
use crate::session::report;

/// An event handler of the shop.
pub(crate) struct EventHandler {
    stack: SynthesizedStack,
    function: FunctionAsset,
}

impl EventHandler {
    /// The handler of that name, if it is among `known`.
    pub fn find(environment: Environment, name: &str, known: &[&str]) -> Result<Self> {
        let stack = synthesized(environment).map_err(|errors| miette!("{errors}"))?;
        let function = stack.functions.iter().find(|function| function.name == name).cloned();
        match function.filter(|function| known.contains(&function.name)) {
            Some(function) => Ok(Self { stack, function }),
            None => {
                let help = format!("event handlers: {}", known.join(", "));
                Err(miette!(help = help, "there is no event handler `{name}`"))
            }
        }
    }

    /// Invokes it once.
    pub async fn ask<A: DeserializeOwned>(&self, connection: &Connection, request: &impl Serialize) -> Result<A> {
        let Self { stack, function } = self;
        let payload = serde_json::to_string(request).into_diagnostic()?;
        let (stack, function, logical_id) = (stack.props.name.as_str(), function.name, function.logical_id.as_str());
        let answer = deploy::invoke(connection, Invocation { stack, function, logical_id, payload }).await;
        serde_json::from_str(&answer.map_err(report)?)
            .into_diagnostic()
            .wrap_err_with(|| format!("`{function}` did not answer with a report"))
    }
}
