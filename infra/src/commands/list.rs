//! `list`

use clap::Args;
use miette::Result;
use serde_json::json;

use crate::ended::Ended;
use crate::environment::Environment;
use crate::terminal::answer;

/// List the environments, one line each: name, stack, account and region.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  infra list
  infra list --json")]
pub(crate) struct List {
    /// Print one JSON array. An account or region that an environment leaves open is null.
    #[arg(long)]
    json: bool,
}

pub(crate) fn cmd_list(args: &List) -> Result<Ended> {
    if args.json {
        let environments = Environment::ALL.map(|environment| {
            json!({
                "name": environment.name, "stack": environment.stack_props().name, "local": environment.is_local(),
                "account": environment.account, "region": environment.region,
            })
        });
        answer(&format!("{:#}", json!(environments)))?;
        return Ok(Ended::Well);
    }
    for environment in Environment::ALL {
        let place = if environment.is_local() {
            "this machine".to_owned()
        } else {
            let account = environment.account.unwrap_or("account of the credentials");
            let region = environment.region.unwrap_or("configured region");
            format!("{account}, {region}")
        };
        answer(&format!("{:<10} {:<14} {place}", environment.name, environment.stack_props().name))?;
    }
    Ok(Ended::Well)
}
