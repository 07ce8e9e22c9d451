//! `outputs`

use clap::Args;
use miette::Result;

use crate::ended::Ended;
use crate::environment::Environment;
use crate::session::{block_on, connect_to_deployed, report};
use crate::terminal::answer;

/// Print the outputs of the deployed stack, one line each.
#[derive(Debug, Args)]
pub(crate) struct Outputs {
    /// The environment.
    #[arg(long, value_enum, default_value = "dev")]
    env: Environment,

    /// Print one JSON object.
    #[arg(long)]
    json: bool,
}

pub(crate) fn cmd_outputs(args: &Outputs) -> Result<Ended> {
    let stack = args.env.stack_props().name;
    let outputs = block_on(async {
        let connection = connect_to_deployed(args.env).await?;
        deploy::outputs(&connection, &stack).await.map_err(report)
    })?;
    if args.json {
        answer(&format!("{:#}", serde_json::json!(outputs)))?;
    } else {
        for (name, value) in outputs {
            answer(&format!("{name} = {value}"))?;
        }
    }
    Ok(Ended::Well)
}
