//! `invoke`

use std::io::Read;

use clap::Args;
use deploy::Invocation;
use miette::{IntoDiagnostic, Result, WrapErr, miette};
use serde_json::Value;

use crate::app::synthesized;
use crate::ended::Ended;
use crate::environment::Environment;
use crate::session::{block_on, connect_to_deployed, report};
use crate::terminal::answer;

/// Invoke a deployed function and print its answer.
#[derive(Debug, Args)]
#[command(after_help = r#"Examples:
  infra invoke cart '{"open": {}}' --env local
  infra invoke cart '{"add_item": {"cart_id": "…", "sku": "tea", "quantity": 2,
                      "unit_price": {"amount": 499, "currency": "EUR"}}}' --env local
  infra invoke cart '{"get": {"cart_id": "…"}}' --env local
  infra invoke replay '{"list": {}}' --env local"#)]
pub(crate) struct Invoke {
    /// The function's name.
    function: String,

    /// The request, as JSON; `-` reads it from standard input.
    payload: String,

    /// The environment.
    #[arg(long, value_enum, default_value = "dev")]
    env: Environment,
}

pub(crate) fn cmd_invoke(args: &Invoke) -> Result<Ended> {
    let stack = synthesized(args.env).map_err(|errors| miette!("{errors}"))?;
    let Some(function) = stack.functions.iter().find(|function| function.name == args.function) else {
        let known: Vec<_> = stack.functions.iter().map(|function| function.name).collect();
        return Err(miette!(
            help = format!("functions: {}", known.join(", ")),
            "there is no function `{}`",
            args.function
        ));
    };
    let payload = payload(&args.payload)?;
    let response = block_on(async {
        let connection = connect_to_deployed(args.env).await?;
        let invocation = Invocation {
            stack: &stack.props.name,
            function: function.name,
            logical_id: function.logical_id.as_str(),
            payload,
        };
        deploy::invoke(&connection, invocation).await.map_err(report)
    })?;
    match serde_json::from_str::<Value>(&response) {
        Ok(json) => answer(&format!("{json:#}"))?,
        Err(_) => answer(&response)?,
    }
    Ok(Ended::Well)
}

/// The request, checked to be JSON before anything is sent.
fn payload(argument: &str) -> Result<String> {
    let mut text = argument.to_owned();
    if argument == "-" {
        text.clear();
        std::io::stdin().read_to_string(&mut text).into_diagnostic().wrap_err("the request cannot be read")?;
    }
    match serde_json::from_str::<Value>(&text) {
        Ok(_) => Ok(text),
        Err(error) => {
            Err(miette!(help = r#"quote it for the shell, as in '{"open": {}}'"#, "the request is not JSON: {error}"))
        }
    }
}
