//! `hand-over`

use clap::Args;
use deploy::{Progress, Reporter};
use functions::event_handler::{Generation, HandOver as Request, HandOverReport, ProjectionAnswer, ProjectionRequest};
use miette::{IntoDiagnostic, Result, miette};

use crate::ended::Ended;
use crate::environment::Environment;
use crate::event_handler::EventHandler;
use crate::session::{block_on, connect_to_deployed};
use crate::terminal::{Terminal, answer};
use crate::text::counted;

/// Hand the readers of a projection over to another generation.
///
/// Every aggregate that the present generation has seen is compared with the other one. What that one lacks comes from the
/// event table; then readers are switched at once. An aggregate that is parked in the new generation only is in the way: the
/// exit code is then 1, and `redrive` or another replay helps. Name the generation that readers had before to hand them back.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  infra hand-over --handler related-items --run 01890a5d-ac96-774b-bcce-b302099a8057 --dry-run --env prod
  infra hand-over --handler related-items --run 01890a5d-ac96-774b-bcce-b302099a8057 --env prod
  infra hand-over --handler related-items --run live --env prod")]
pub(crate) struct HandOver {
    /// The event handler that keeps the projection.
    #[arg(long)]
    handler: String,

    /// The replay run that built the generation, or the name of any other one.
    #[arg(long, value_name = "GENERATION", value_parser = generation)]
    run: Generation,

    /// Only compare.
    #[arg(long)]
    dry_run: bool,

    /// Print the report as JSON.
    #[arg(long)]
    json: bool,

    /// The environment.
    #[arg(long, value_enum, default_value = "dev")]
    env: Environment,
}

/// The name of a generation, for the command line.
pub(crate) fn generation(text: &str) -> Result<Generation, String> {
    Generation::try_from(text.to_owned()).map_err(|error| error.to_string())
}

pub(crate) fn cmd_hand_over(args: &HandOver) -> Result<Ended> {
    let handler = EventHandler::find(args.env, &args.handler, &functions::replayable_handlers())?;
    let report = block_on(hand_over(args, &handler))?;
    show(args, &report)?;
    let is_well = report.handed_over || args.dry_run && report.in_the_way.is_empty();
    Ok(if is_well { Ended::Well } else { Ended::Found })
}

/// Asks until it is done: a function stops before its time runs out.
async fn hand_over(args: &HandOver, handler: &EventHandler) -> Result<HandOverReport> {
    let terminal = Terminal::new();
    let connection = connect_to_deployed(args.env).await?;
    let mut request = Request { run: args.run.clone(), dry_run: args.dry_run, progress: None };
    let (mut compared, mut behind) = (0, 0);
    loop {
        terminal.report(Progress::Step(&format!("{} compared, {behind} behind", counted(compared, "aggregate"))));
        let asked = ProjectionRequest::<()>::HandOver(request.clone());
        let ProjectionAnswer::<()>::HandOver(report) = handler.ask(&connection, &asked).await? else {
            return Err(miette!("`{}` answered something else", args.handler));
        };
        compared += report.compared;
        behind += report.behind;
        match report.progress {
            Some(progress) => request.progress = Some(progress),
            None => return Ok(HandOverReport { compared, behind, ..report }),
        }
    }
}

fn show(args: &HandOver, report: &HandOverReport) -> Result<()> {
    if args.json {
        return answer(&serde_json::to_string_pretty(report).into_diagnostic()?);
    }
    let HandOverReport { from, to, compared, behind, in_the_way, handed_over, .. } = report;
    let compared = counted(*compared, "aggregate");
    let first = if *handed_over && from == to {
        format!("readers are served from {to} already")
    } else if *handed_over {
        format!("readers are handed over from {from} to {to}: {compared} compared, {behind} caught up")
    } else if args.dry_run {
        format!("{to} compared with {from}: {compared}, {behind} behind")
    } else {
        format!("readers stay with {from}: {compared} compared, {behind} caught up")
    };
    let mut lines = vec![first];
    for parked in in_the_way {
        let events = counted(parked.events, "event");
        lines.push(format!("  {}: {events} parked in {to} only, because {}", parked.aggregate_id, parked.reason));
    }
    answer(&lines.join("\n"))
}
