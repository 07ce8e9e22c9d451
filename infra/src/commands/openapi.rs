//! `openapi`

use clap::Args;
use miette::{IntoDiagnostic, Result};

use crate::app::openapi;
use crate::ended::Ended;
use crate::environment::Environment;
use crate::terminal::answer;

/// Print the OpenAPI document of the HTTP API.
///
/// Needs no account and no deployed stack: the document follows from the routes and types of the program. Where the API
/// is says the output `ApiUrl` of a deployed stack.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  infra openapi                            print the document
  infra openapi > cdk.out/openapi.json     refresh the committed one
  infra openapi --env prod > carts.json    as the callers of production authorize themselves")]
pub(crate) struct OpenApi {
    /// The environment, which says how callers authorize themselves.
    #[arg(long, value_enum, default_value = "dev")]
    env: Environment,
}

pub(crate) fn cmd_openapi(args: &OpenApi) -> Result<Ended> {
    let document = serde_json::to_string_pretty(&openapi(args.env)).into_diagnostic()?;
    answer(&format!("{document}\n"))?;
    Ok(Ended::Well)
}
