//! `generations`

use clap::Args;
use functions::event_handler::{List, ProjectionAnswer, ProjectionRequest, Role};
use miette::{IntoDiagnostic, Result, miette};

use crate::ended::Ended;
use crate::environment::Environment;
use crate::event_handler::EventHandler;
use crate::session::{block_on, connect_to_deployed};
use crate::terminal::answer;

/// Say which generations a projection has.
///
/// Readers are served from one of them. A replay builds another one beside it, which gets new events as well and takes over
/// with `hand-over`; the one before stands by, so that readers can be handed back, until `retire` deletes it.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  infra generations --handler related-items --env prod
  infra generations --handler related-items --json --env local")]
pub(crate) struct Generations {
    /// The event handler that keeps the projection.
    #[arg(long)]
    handler: String,

    /// Print the generations as JSON.
    #[arg(long)]
    json: bool,

    /// The environment.
    #[arg(long, value_enum, default_value = "dev")]
    env: Environment,
}

pub(crate) fn cmd_generations(args: &Generations) -> Result<Ended> {
    let handler = EventHandler::find(args.env, &args.handler, &functions::replayable_handlers())?;
    let request = ProjectionRequest::<()>::Generations(List {});
    let answered = block_on(async {
        let connection = connect_to_deployed(args.env).await?;
        handler.ask(&connection, &request).await
    })?;
    let ProjectionAnswer::<()>::Generations(generations) = answered else {
        return Err(miette!("`{}` answered something else", args.handler));
    };
    if args.json {
        answer(&serde_json::to_string_pretty(&generations).into_diagnostic()?)?;
        return Ok(Ended::Well);
    }
    let width = generations.iter().map(|view| view.generation.as_str().len()).max().unwrap_or_default();
    let lines = generations.iter().map(|view| format!("{:width$}  {}", view.generation, described(view.role)));
    answer(&lines.collect::<Vec<_>>().join("\n"))?;
    Ok(Ended::Well)
}

fn described(role: Role) -> &'static str {
    match role {
        Role::Serving => "serves readers",
        Role::Building => "is being built",
        Role::Standby => "stands by",
        Role::Retired => "is retired",
    }
}
