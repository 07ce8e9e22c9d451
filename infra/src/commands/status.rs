//! `status`

mod footnotes;
mod screen;

use std::num::NonZeroU16;
use std::time::Duration;

use clap::{Args, ValueEnum};
use deploy::status::{SystemStatus, read};
use jiff::Timestamp;
use miette::{IntoDiagnostic, Result};
use serde_json::json;

use crate::ended::Ended;
use crate::environment::Environment;
use crate::interrupt::until_broken_off;
use crate::reader::is_told;
use crate::session::{block_on, connect_to_deployed, report};
use crate::text::json_line;

/// Show how the deployed system is doing, on one screen: stack, functions, event source mappings, queues.
///
/// What cannot be read is shown as `?` with a footnote that says why. Times are UTC.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  infra status --env staging
  infra status --env prod --watch 10             again every 10 seconds, until Ctrl-C
  infra status --env prod --fail-on unhealthy    exit with 1 if something needs looking after")]
pub(crate) struct Status {
    /// The environment.
    #[arg(long, value_enum, default_value = "dev")]
    env: Environment,

    /// Print one JSON object.
    #[arg(long)]
    json: bool,

    /// Show it again every so many seconds, until it is broken off (Ctrl-C, exit code 130).
    #[arg(long, value_name = "SECONDS", conflicts_with = "fail_on")]
    watch: Option<NonZeroU16>,

    /// When to exit with 1.
    #[arg(long, value_enum, value_name = "WHEN")]
    fail_on: Option<FailOn>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FailOn {
    /// A stack whose last operation failed, a function that cannot be invoked or updated, a mapping that does not run or
    /// met a problem, or dead letters.
    Unhealthy,
}

pub(crate) fn cmd_status(args: &Status) -> Result<Ended> {
    block_on(until_broken_off(status(args)))
}

async fn status(args: &Status) -> Result<Ended> {
    let stack = args.env.stack_props().name;
    let connection = connect_to_deployed(args.env).await?;
    loop {
        let status = read(&connection, &stack).await.map_err(report)?;
        let problems = status.problems();
        if !show(args, &status, &problems)? {
            return Ok(Ended::Well);
        }
        let Some(seconds) = args.watch else {
            let is_found = matches!(args.fail_on, Some(FailOn::Unhealthy)) && !problems.is_empty();
            return Ok(if is_found { Ended::Found } else { Ended::Well });
        };
        tokio::time::sleep(Duration::from_secs(seconds.get().into())).await;
    }
}

/// Shows a status. Returns whether somebody still reads.
fn show(args: &Status, status: &SystemStatus, problems: &[String]) -> Result<bool> {
    if args.json {
        let mut json = serde_json::to_value(status).into_diagnostic()?;
        if let Some(object) = json.as_object_mut() {
            object.insert("problems".to_owned(), json!(problems));
        }
        return is_told(&json_line(&json));
    }
    let screen = screen::draw(status, problems, Timestamp::now());
    let terminal = console::Term::stdout();
    if args.watch.is_some() && terminal.is_term() {
        terminal.clear_screen().into_diagnostic()?;
    }
    let between = if args.watch.is_some() && !terminal.is_term() { "\n" } else { "" };
    is_told(&format!("{screen}{between}"))
}
