//! `outputs`

use std::collections::BTreeMap;

use clap::{Args, ValueEnum};
use miette::{Result, miette};

use crate::dotenv;
use crate::ended::Ended;
use crate::environment::Environment;
use crate::session::{block_on, connect_to_deployed, report};
use crate::terminal::answer;

/// Print the outputs of the deployed stack.
#[derive(Debug, Args)]
#[command(after_help = r#"Examples:
  infra outputs --env dev                                  one line each
  infra outputs --env dev --json                           one JSON object
  set -a; source <(infra outputs --env dev --dotenv)       variables such as CARTS_TABLE_NAME in this shell"#)]
pub(crate) struct Outputs {
    /// The environment.
    #[arg(long, value_enum, default_value = "dev")]
    env: Environment,

    /// How to print them.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,

    /// Print one JSON object, as `--format json`.
    #[arg(long, conflicts_with_all = ["format", "dotenv"])]
    json: bool,

    /// Print lines for a shell, as `--format dotenv`.
    #[arg(long, conflicts_with = "format")]
    dotenv: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// `Name = value`, one line each.
    Text,
    /// One object.
    Json,
    /// `NAME="value"`, for a shell or an `.env` file.
    Dotenv,
}

pub(crate) fn cmd_outputs(args: &Outputs) -> Result<Ended> {
    let stack = args.env.stack_props().name;
    let outputs = block_on(async {
        let connection = connect_to_deployed(args.env).await?;
        deploy::outputs(&connection, &stack).await.map_err(report)
    })?;
    let format = match args {
        Outputs { json: true, .. } => Format::Json,
        Outputs { dotenv: true, .. } => Format::Dotenv,
        Outputs { format, .. } => *format,
    };
    match format {
        Format::Json => answer(&format!("{:#}", serde_json::json!(outputs)))?,
        Format::Dotenv => answer(&variables(&outputs)?)?,
        Format::Text => {
            for (name, value) in outputs {
                answer(&format!("{name} = {value}"))?;
            }
        }
    }
    Ok(Ended::Well)
}

fn variables(outputs: &BTreeMap<String, String>) -> Result<String> {
    dotenv::render(outputs).map_err(|dotenv::Collision { variable, names: [one, other] }| {
        miette!(
            help = "rename one of the outputs, or use `--json`",
            "the outputs `{one}` and `{other}` would both become the variable {variable}"
        )
    })
}
