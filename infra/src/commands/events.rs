//! `events`

use clap::Args;
use console::style;
use deploy::ResourceEvent;
use deploy::history::{Extent, History, first_cause};
use jiff::Timestamp;
use miette::Result;
use serde_json::json;

use crate::ended::Ended;
use crate::environment::Environment;
use crate::interrupt::until_broken_off;
use crate::reader::is_told;
use crate::session::{block_on, connect_to_deployed, report};
use crate::text::{json_line, visible};

/// Show what CloudFormation did to the stack in its last operation, oldest first.
///
/// The failure that everything else was given up for is marked. Times are UTC.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  infra events --env staging
  infra events --env staging --follow   go on until Ctrl-C
  infra events --env prod --all --json  everything that CloudFormation keeps (90 days), one JSON object a line")]
pub(crate) struct Events {
    /// The environment.
    #[arg(long, value_enum, default_value = "dev")]
    env: Environment,

    /// Go on with what happens from now on, until it is broken off (Ctrl-C, exit code 130).
    #[arg(long)]
    follow: bool,

    /// Show every operation.
    #[arg(long)]
    all: bool,

    /// Print one JSON object a line.
    #[arg(long)]
    json: bool,
}

pub(crate) fn cmd_events(args: &Events) -> Result<Ended> {
    block_on(until_broken_off(events(args)))
}

async fn events(args: &Events) -> Result<Ended> {
    let stack = args.env.stack_props().name;
    let connection = connect_to_deployed(args.env).await?;
    let extent = if args.all { Extent::All } else { Extent::LastOperation };
    let mut history = History::read(&connection, &stack, extent).await.map_err(report)?;
    // Over several operations there is no one cause.
    let cause = if args.all { None } else { first_cause(&history.past) };
    for (position, event) in history.past.iter().enumerate() {
        if !show(event, cause == Some(position), args.json)? {
            return Ok(Ended::Well);
        }
    }
    if !args.follow {
        return Ok(Ended::Well);
    }
    loop {
        for event in history.next().await.map_err(report)? {
            if !show(&event, false, args.json)? {
                return Ok(Ended::Well);
            }
        }
    }
}

/// Shows an event. Returns whether somebody still reads.
fn show(event: &ResourceEvent, is_cause: bool, json: bool) -> Result<bool> {
    let ResourceEvent { logical_id, resource_type, status, reason, at } = event;
    let at = at.and_then(|at| Timestamp::try_from(at).ok());
    if json {
        return is_told(&json_line(&json!({
            "at": at, "logical_id": logical_id, "resource_type": resource_type, "status": status, "reason": reason,
            "first_cause": is_cause,
        })));
    }
    let at = at.map(|at| at.strftime("%F %T").to_string()).unwrap_or_default();
    let colored = style(format!("{status:<28}"));
    let colored = match status.as_str() {
        _ if event.is_failure() => colored.red(),
        done if done.ends_with("_COMPLETE") => colored.green(),
        _ => colored.dim(),
    };
    let reason = reason.as_deref().map(|reason| format!(": {}", visible(reason))).unwrap_or_default();
    let mark = if is_cause { style("  <- first cause").red().bold().to_string() } else { String::new() };
    is_told(&format!("{at:<19}  {colored} {logical_id:<32} {resource_type}{reason}{mark}"))
}
