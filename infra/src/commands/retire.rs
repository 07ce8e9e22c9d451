//! `retire`

use std::time::Duration;

use clap::Args;
use deploy::{Progress, Reporter};
use functions::event_handler::{Generation, ProjectionAnswer, ProjectionRequest, Retire as Request, RetireReport};
use miette::{IntoDiagnostic, Result, miette};

use super::hand_over::generation;
use crate::ended::Ended;
use crate::environment::Environment;
use crate::event_handler::EventHandler;
use crate::session::{block_on, connect_to_deployed};
use crate::terminal::{Terminal, answer};
use crate::text::counted;

/// Delete a generation of a projection.
///
/// The generation gets nothing more from now on, and readers cannot be handed back to it. Its items are deleted once the last
/// batch has ended that may still feed it, a minute later. The generation that serves readers is refused. A deletion that was
/// broken off goes on when it is asked for again.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  infra retire --handler related-items --generation live --env prod
  infra retire --handler related-items --generation 01890a5d-ac96-774b-bcce-b302099a8057 --env prod")]
pub(crate) struct Retire {
    /// The event handler that keeps the projection.
    #[arg(long)]
    handler: String,

    /// The generation.
    #[arg(long, value_parser = generation)]
    generation: Generation,

    /// Print the report as JSON.
    #[arg(long)]
    json: bool,

    /// The environment.
    #[arg(long, value_enum, default_value = "dev")]
    env: Environment,
}

pub(crate) fn cmd_retire(args: &Retire) -> Result<Ended> {
    let handler = EventHandler::find(args.env, &args.handler, &functions::replayable_handlers())?;
    let report = block_on(retire(args, &handler))?;
    if args.json {
        answer(&serde_json::to_string_pretty(&report).into_diagnostic()?)?;
    } else {
        answer(&format!("{} is retired: {} deleted", report.generation, counted(report.deleted, "item")))?;
    }
    Ok(Ended::Well)
}

/// Asks until nothing is left of it.
async fn retire(args: &Retire, handler: &EventHandler) -> Result<RetireReport> {
    let terminal = Terminal::new();
    let connection = connect_to_deployed(args.env).await?;
    let mut request = Request { generation: args.generation.clone(), after: None };
    let mut deleted = 0;
    loop {
        let asked = ProjectionRequest::<()>::Retire(request.clone());
        let ProjectionAnswer::<()>::Retire(report) = handler.ask(&connection, &asked).await? else {
            return Err(miette!("`{}` answered something else", args.handler));
        };
        deleted += report.deleted;
        if report.complete {
            return Ok(RetireReport { deleted, ..report });
        }
        let seconds = report.wait_seconds;
        if seconds > 0 {
            let step = format!("{} gets nothing more; batches that feed it end within {seconds} s", args.generation);
            terminal.report(Progress::Step(&step));
            tokio::time::sleep(Duration::from_secs(seconds)).await;
        }
        terminal.report(Progress::Step(&format!("{} deleted", counted(deleted, "item"))));
        request.after = report.after;
    }
}
