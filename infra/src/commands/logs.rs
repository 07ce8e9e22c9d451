//! `logs`

mod line;
mod span;

use cdk::SynthesizedStack;
use clap::Args;
use deploy::logs::{LogLine, LogQuery, Logs as Lines};
use jiff::Timestamp;
use miette::{Result, miette};

use crate::app::synthesized;
use crate::ended::Ended;
use crate::environment::Environment;
use crate::interrupt::until_broken_off;
use crate::reader::is_told;
use crate::session::{block_on, connect_to_deployed, report};
use line::Shown;

pub(crate) use line::carries;
pub(crate) use span::Span;

/// Show what functions log, in the order of time.
///
/// One line each: time (UTC), function, level, message and fields. Lines that are no JSON are shown as they are, and
/// control characters as their codes.
#[derive(Debug, Args)]
#[command(after_help = r#"Examples:
  infra logs --env local                                all functions, the last 10 minutes
  infra logs cart publish --env dev --follow            go on until Ctrl-C
  infra logs --env prod --since 2h --correlation ID     everything that one request led to
  infra logs --env prod --filter '{ $.level = "ERROR" }'"#)]
pub(crate) struct Logs {
    /// The functions; by default all of the deployed stack.
    #[arg(value_name = "FUNCTION")]
    functions: Vec<String>,

    /// The environment.
    #[arg(long, value_enum, default_value = "dev")]
    env: Environment,

    /// Go on with what is logged from now on, until it is broken off (Ctrl-C, exit code 130).
    #[arg(long, short)]
    follow: bool,

    /// How far to look back: a number with s, m, h, d or w.
    #[arg(long, default_value = "10m", value_name = "SPAN")]
    since: Span,

    /// Only lines about this correlation id, which events carry along from the request that led to them.
    #[arg(long, value_name = "ID")]
    correlation: Option<String>,

    /// Only lines that match this filter pattern of CloudWatch Logs.
    #[arg(long, value_name = "PATTERN")]
    filter: Option<String>,

    /// Print one JSON object a line.
    #[arg(long)]
    json: bool,
}

pub(crate) fn cmd_logs(args: &Logs) -> Result<Ended> {
    let stack = synthesized(args.env).map_err(|errors| miette!("{errors}"))?;
    let wanted = args.functions.iter().map(|name| logical_id(&stack, name)).collect::<Result<Vec<_>>>()?;
    block_on(until_broken_off(logs(args, &stack, &wanted)))
}

async fn logs(args: &Logs, stack: &SynthesizedStack, wanted: &[&str]) -> Result<Ended> {
    let connection = connect_to_deployed(args.env).await?;
    let query = LogQuery { since: args.since.before(Timestamp::now()), pattern: pattern(args) };
    let wanted = Some(wanted).filter(|wanted| !wanted.is_empty());
    let mut lines = Lines::open(&connection, &stack.props.name, wanted, query).await.map_err(report)?;
    let mut is_first = true;
    loop {
        while let Some(line) = lines.next().await.map_err(report)? {
            if !show(args, stack, &line)? {
                return Ok(Ended::Well);
            }
        }
        if is_first {
            for (function, group) in lines.missing() {
                eprintln!("{} has logged nothing yet: there is no log group {group}", name(stack, function));
            }
            is_first = false;
        }
        if !args.follow {
            return Ok(Ended::Well);
        }
        lines.pause().await;
    }
}

/// What CloudWatch is asked to match. A phrase finds the id in text and in JSON; which field it is in is seen later.
fn pattern(args: &Logs) -> Option<String> {
    let id = args.correlation.as_ref().map(|id| format!("\"{}\"", id.replace(['"', '\\'], "")));
    args.filter.clone().or(id)
}

/// Shows a line if it is wanted. Returns whether somebody still reads.
fn show(args: &Logs, stack: &SynthesizedStack, line: &LogLine) -> Result<bool> {
    let shown = Shown::of(line, name(stack, &line.function));
    if args.correlation.as_ref().is_some_and(|id| !shown.is_about(id)) {
        return Ok(true);
    }
    is_told(&if args.json { shown.json() } else { shown.text(stack.functions.len()) })
}

/// What the program calls a function that the template calls `logical_id`.
fn name<'a>(stack: &'a SynthesizedStack, logical_id: &'a str) -> &'a str {
    let function = stack.functions.iter().find(|function| function.logical_id.as_str() == logical_id);
    function.map_or(logical_id, |function| function.name)
}

fn logical_id<'a>(stack: &'a SynthesizedStack, name: &str) -> Result<&'a str> {
    let found = stack.functions.iter().find(|function| function.name == name || function.logical_id.as_str() == name);
    found.map(|function| function.logical_id.as_str()).ok_or_else(|| {
        let known: Vec<_> = stack.functions.iter().map(|function| function.name).collect();
        miette!(help = format!("functions: {}", known.join(", ")), "there is no function `{name}`")
    })
}
