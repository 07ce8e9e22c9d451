//! `replay`

mod progress;
mod shown;
mod time;

use std::time::Duration;

use clap::{ArgGroup, Args};
use deploy::{Connection, DeployError, Invocation, Progress, Reporter};
use functions::event_handler::{Begin, Generation, ProjectionAnswer, ProjectionRequest};
use functions::replay::{
    CancelReplay, HANDLERS, ListReplays, ReplayAnswer, ReplayRequest, ResumeReplay, RunState, Selection, StartReplay,
    check_rate,
};
use jiff::Timestamp;
use miette::{IntoDiagnostic, Result, miette};

use crate::app::synthesized;
use crate::ended::Ended;
use crate::environment::Environment;
use crate::event_handler::EventHandler;
use crate::interrupt::broken_off;
use crate::session::{block_on, connect_to_deployed, report};
use crate::terminal::Terminal;
use progress::Pace;
use time::Time;

/// How long one invocation works before it says how far it came.
const SLICE: u32 = 5;

/// How often a run is asked for that another invocation works on, two seconds apart: longer than a dead one can hold it.
const PATIENCE: usize = 60;

/// Hand history from the archive to an event handler again, which builds a new generation of its projection from it.
///
/// New events go to that generation as well from then on; `hand-over` lets readers have it, `retire` deletes it.
///
/// A run sends each selected event once, in order within its aggregate, to the handler's own queue. It is on record: broken
/// off with Ctrl-C, or after an error, `--resume` goes on where it stopped. The command drives it, so it stops when the
/// command does. The exit code is 1 if the archive has holes or cannot be read everywhere; the handler then has what was
/// missing from the event table.
///
/// An aggregate of which an event is selected is rebuilt as a whole: before it takes an event, a handler reads from the event
/// table whatever of the aggregate comes before it.
#[derive(Debug, Args)]
#[command(
    group = ArgGroup::new("what").required(true).args(["handler", "resume", "cancel", "list"]),
    after_help = "Examples:
  infra replay --handler related-items --env prod --dry-run
  infra replay --handler related-items --env prod --rate 500
  infra replay --handler related-items --from 2026-11-01 --to 2026-11-08T12:00:00Z --event-type cart.closed
  infra replay --list --env prod
  infra replay --resume 2026-11-25-183612-204117 --env prod"
)]
pub(crate) struct Replay {
    /// The event handler that is to see history again.
    #[arg(long)]
    handler: Option<String>,

    /// Only events that happened at this time or later: a date, or a time such as 2026-11-08T12:00:00Z. Dates are UTC.
    #[arg(long, value_name = "TIME", requires = "handler")]
    from: Option<Time>,

    /// Only events that happened before this time.
    #[arg(long, value_name = "TIME", requires = "handler")]
    to: Option<Time>,

    /// Only events of aggregates of this type, such as `cart`; repeat it for several.
    #[arg(long = "type", value_name = "TYPE", requires = "handler")]
    types: Vec<String>,

    /// Only events of this aggregate; repeat it for several.
    #[arg(long = "aggregate", value_name = "ID", requires = "handler")]
    aggregates: Vec<String>,

    /// Only events of this type, such as `cart.closed`; repeat it for several.
    #[arg(long = "event-type", value_name = "TYPE", requires = "handler")]
    event_types: Vec<String>,

    /// The most events a second, evenly; with `--resume`, from now on.
    #[arg(long, value_name = "EVENTS", conflicts_with_all = ["cancel", "list"])]
    rate: Option<u32>,

    /// Only count: objects, bytes, events, duplicates, aggregates. Nothing is sent.
    #[arg(long, requires = "handler")]
    dry_run: bool,

    /// Go on with a run where it stopped.
    #[arg(long, value_name = "RUN")]
    resume: Option<String>,

    /// Stop a run for good.
    #[arg(long, value_name = "RUN")]
    cancel: Option<String>,

    /// Show the runs on record.
    #[arg(long)]
    list: bool,

    /// Print the report as JSON.
    #[arg(long)]
    json: bool,

    /// The environment.
    #[arg(long, value_enum, default_value = "dev")]
    env: Environment,
}

pub(crate) fn cmd_replay(args: &Replay) -> Result<Ended> {
    let request = request(args)?;
    block_on(async {
        let function = Function::connect(args.env).await?;
        match request {
            ReplayRequest::Start(StartReplay { ref handler, run: Some(ref run), dry_run, .. }) => {
                if !dry_run {
                    begin(args.env, &function.connection, handler, run).await?;
                }
                let run = run.clone();
                drive(args, &function, request, &run).await
            }
            ReplayRequest::Resume(ResumeReplay { ref run, .. }) => {
                let run = run.clone();
                drive(args, &function, request, &run).await
            }
            other => {
                let answered = function.ask(&other).await.map_err(report)?;
                shown::answered(&answered, args.json)?;
                Ok(Ended::Well)
            }
        }
    })
}

/// What the command line asks for, checked as far as nobody else has to be asked.
fn request(args: &Replay) -> Result<ReplayRequest> {
    if args.list {
        return Ok(ReplayRequest::List(ListReplays {}));
    }
    let named = |text: &String| Generation::try_from(text.clone()).into_diagnostic();
    if let Some(run) = &args.cancel {
        return Ok(ReplayRequest::Cancel(CancelReplay { run: named(run)? }));
    }
    if let Some(run) = &args.resume {
        check_rate(args.rate).into_diagnostic()?;
        return Ok(ReplayRequest::Resume(ResumeReplay { run: named(run)?, rate: args.rate, seconds: Some(SLICE) }));
    }
    let handler = args.handler.clone().unwrap_or_default();
    if !HANDLERS.contains(&handler.as_str()) {
        let help = format!("event handlers that take replays: {}", HANDLERS.join(", "));
        return Err(miette!(help = help, "no event handler `{handler}` takes replays"));
    }
    let selection = Selection {
        from: args.from.map(Timestamp::from),
        to: args.to.map(Timestamp::from),
        aggregate_types: args.types.iter().cloned().collect(),
        aggregates: args.aggregates.iter().cloned().collect(),
        event_types: args.event_types.iter().cloned().collect(),
    };
    // The name of its time, so that it can be resumed even if no answer ever comes.
    let run = named(&Timestamp::now().strftime("%Y-%m-%d-%H%M%S-%6f").to_string())?;
    let (rate, dry_run) = (args.rate, args.dry_run);
    let start = StartReplay { handler, run: Some(run), selection, rate, dry_run, seconds: Some(SLICE) };
    start.check().into_diagnostic()?;
    Ok(ReplayRequest::Start(start))
}

/// Registers the generation that the run builds, so that one too many is refused before anything is sent.
async fn begin(environment: Environment, connection: &Connection, handler: &str, run: &Generation) -> Result<()> {
    let handler = EventHandler::find(environment, handler, &functions::replayable_handlers())?;
    let request = ProjectionRequest::<()>::Begin(Begin { run: run.clone() });
    let _: ProjectionAnswer<()> = handler.ask(connection, &request).await?;
    Ok(())
}

/// Asks again and again until the run is complete, and shows how far it is.
async fn drive(args: &Replay, function: &Function, request: ReplayRequest, run: &Generation) -> Result<Ended> {
    let terminal = Terminal::new();
    terminal.report(Progress::Step(&format!("replay {run}")));
    let work = async {
        let mut pace = Pace::start();
        let mut request = request;
        let mut waited = 0;
        loop {
            match function.ask(&request).await {
                Ok(ReplayAnswer::Run(run)) if run.state == RunState::Complete => return Ok(*run),
                Ok(ReplayAnswer::Run(run)) => {
                    waited = 0;
                    terminal.report(Progress::Step(&pace.text(&run)));
                }
                Ok(other) => return Err(miette!("the function `replay` answered with something else: {other:?}")),
                Err(DeployError::Function { code, .. }) if code == "RunBusy" && waited < PATIENCE => {
                    waited += 1;
                    terminal
                        .report(Progress::Step(&format!("replay {run}: waiting for an invocation that works on it")));
                    tokio::time::sleep(Duration::from_secs(2)).await;
                }
                Err(error) => {
                    let is_over = matches!(&error, DeployError::Function { code, .. }
                        if ["RunCancelled", "UnknownRun", "InvalidReplay", "UnknownHandler", "NotReplayable"].contains(&code.as_str()));
                    let report = report(error);
                    if is_over {
                        return Err(report);
                    }
                    return Err(miette!(help = how_to_resume(run, args.env), "{report}"));
                }
            }
            request = ReplayRequest::Resume(ResumeReplay { run: run.clone(), rate: None, seconds: Some(SLICE) });
        }
    };
    let done = tokio::select! {
        done = work => Some(done?),
        () = broken_off() => None,
    };
    terminal.finish();
    let Some(run) = done else {
        eprintln!("stopped; {}", how_to_resume(run, args.env));
        return Ok(Ended::BrokenOff);
    };
    let is_whole = run.found_the_archive_whole();
    shown::answered(&ReplayAnswer::Run(Box::new(run)), args.json)?;
    Ok(if is_whole { Ended::Well } else { Ended::Found })
}

fn how_to_resume(run: &Generation, environment: Environment) -> String {
    format!("go on with: `cargo run -p infra -- replay --resume {run} --env {environment}`")
}

/// The deployed function `replay`.
struct Function {
    connection: Connection,
    stack: String,
    logical_id: String,
}

impl Function {
    const NAME: &str = "replay";

    async fn connect(environment: Environment) -> Result<Self> {
        let stack = synthesized(environment).map_err(|errors| miette!("{errors}"))?;
        let function = stack.functions.iter().find(|function| function.name == Self::NAME);
        let function = function.ok_or_else(|| miette!("the topology has no function `{}`", Self::NAME))?;
        let logical_id = function.logical_id.as_str().to_owned();
        let connection = connect_to_deployed(environment).await?;
        Ok(Self { connection, stack: stack.props.name.clone(), logical_id })
    }

    async fn ask(&self, request: &ReplayRequest) -> Result<ReplayAnswer, DeployError> {
        let failed = |message: String| DeployError::Function {
            function: Self::NAME.to_owned(),
            code: "InvalidAnswer".to_owned(),
            message,
        };
        let payload = serde_json::to_string(request).map_err(|error| failed(error.to_string()))?;
        let (stack, function, logical_id) = (self.stack.as_str(), Self::NAME, self.logical_id.as_str());
        let invocation = Invocation { stack, function, logical_id, payload };
        let answer = deploy::invoke(&self.connection, invocation).await?;
        serde_json::from_str(&answer).map_err(|error| failed(error.to_string()))
    }
}
