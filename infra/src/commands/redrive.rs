//! `redrive`

use clap::Args;
use functions::event_handler::{HandlerAnswer, HandlerRequest, Redrive as Request, RedriveReport};
use miette::{IntoDiagnostic, Result};

use crate::ended::Ended;
use crate::environment::Environment;
use crate::event_handler::EventHandler;
use crate::session::{block_on, connect_to_deployed};
use crate::terminal::answer;
use crate::text::counted;

/// Let an event handler take the events that it had to park.
///
/// An event that a handler cannot read is parked, and the later events of its aggregate wait behind it; every other
/// aggregate goes on. Once the handler can read it (deploy first), this takes what is parked, each aggregate's events in
/// order. What still cannot be read stays parked: the exit code is then 1.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  infra redrive --handler related-items --dry-run --env prod
  infra redrive --handler related-items --env prod
  infra redrive --handler related-items --aggregate 01890a5d-ac96-774b-bcce-b302099a8057")]
pub(crate) struct Redrive {
    /// The event handler.
    #[arg(long)]
    handler: String,

    /// Only the events of this aggregate.
    #[arg(long, value_name = "ID")]
    aggregate: Option<String>,

    /// Only say what is parked.
    #[arg(long)]
    dry_run: bool,

    /// Print the report as JSON.
    #[arg(long)]
    json: bool,

    /// The environment.
    #[arg(long, value_enum, default_value = "dev")]
    env: Environment,
}

pub(crate) fn cmd_redrive(args: &Redrive) -> Result<Ended> {
    let handler = EventHandler::find(args.env, &args.handler, &functions::event_handlers())?;
    let request = HandlerRequest::Redrive(Request { aggregate: args.aggregate.clone(), dry_run: args.dry_run });
    let report = block_on(async {
        let connection = connect_to_deployed(args.env).await?;
        let mut taken = 0;
        loop {
            let HandlerAnswer::Redrive(report) = handler.ask(&connection, &request).await?;
            taken += report.taken;
            // A function stops before its time runs out; it goes on while it gets anywhere.
            if report.complete || report.taken == 0 {
                return Ok(RedriveReport { taken, ..report });
            }
        }
    })?;
    show(args, &report)?;
    Ok(if report.left.is_empty() && report.complete { Ended::Well } else { Ended::Found })
}

fn show(args: &Redrive, report: &RedriveReport) -> Result<()> {
    if args.json {
        return answer(&serde_json::to_string_pretty(report).into_diagnostic()?);
    }
    let waiting: u64 = report.left.iter().map(|left| left.events).sum();
    let mut lines = vec![format!("{} taken, {waiting} still parked", counted(report.taken, "event"))];
    for left in &report.left {
        let events = counted(left.events, "event");
        lines.push(format!("  {} ({}): {events}, because {}", left.aggregate_id, left.generation, left.reason));
    }
    answer(&lines.join("\n"))
}
