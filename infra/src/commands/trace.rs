//! `trace`

mod timeline;

use clap::Args;
use deploy::logs::{LogQuery, Logs};
use jiff::Timestamp;
use miette::{IntoDiagnostic, Result, miette};

use super::logs::Span;
use crate::app::synthesized;
use crate::ended::Ended;
use crate::environment::Environment;
use crate::session::{block_on, connect_to_deployed, report};
use crate::terminal::answer;
use timeline::Timeline;

/// Show one request on its way through every function, with the time that each hop took.
///
/// Every answer of `cart` has a `command_id`, which is the correlation id of everything that the command leads to unless
/// the request names another one. The times are those of the functions' own clocks. If nothing is found, the exit code is 1.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  infra trace 01890a5d-ac96-774b-bcce-b302099a8057 --env local
  infra trace 01890a5d-ac96-774b-bcce-b302099a8057 --since 2w --json --env prod")]
pub(crate) struct Trace {
    /// The correlation id.
    #[arg(value_name = "CORRELATION")]
    correlation: String,

    /// How far to look back: a number with s, m, h, d or w.
    #[arg(long, default_value = "1d", value_name = "SPAN")]
    since: Span,

    /// Print the way as JSON.
    #[arg(long)]
    json: bool,

    /// The environment.
    #[arg(long, value_enum, default_value = "dev")]
    env: Environment,
}

pub(crate) fn cmd_trace(args: &Trace) -> Result<Ended> {
    let stack = synthesized(args.env).map_err(|errors| miette!("{errors}"))?;
    let timeline = block_on(async {
        let connection = connect_to_deployed(args.env).await?;
        let phrase = args.correlation.replace(['"', '\\'], "");
        let query = LogQuery { since: args.since.before(Timestamp::now()), pattern: Some(format!("\"{phrase}\"")) };
        let mut lines = Logs::open(&connection, &stack.props.name, None, query).await.map_err(report)?;
        let mut timeline = Timeline::new(&args.correlation);
        while let Some(line) = lines.next().await.map_err(report)? {
            let function = stack.functions.iter().find(|function| function.logical_id.as_str() == line.function);
            let function = function.map_or(line.function.as_str(), |function| function.name);
            timeline.add(function, line.at(), &line.message);
        }
        Ok(timeline)
    })?;
    if args.json {
        answer(&serde_json::to_string_pretty(&timeline.json()).into_diagnostic()?)?;
    } else {
        answer(&timeline.text())?;
    }
    Ok(if timeline.is_empty() { Ended::Found } else { Ended::Well })
}
