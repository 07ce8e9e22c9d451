//! `doctor`

use clap::Args;
use console::style;
use miette::Result;
use serde_json::Value as Json;

use crate::doctor::{State, account, machine};
use crate::ended::Ended;
use crate::environment::Environment;
use crate::session::{block_on, workspace};
use crate::terminal::answer;

/// Look at everything that a deploy needs: tools, credentials, clock, permissions, bucket.
///
/// Changes nothing. Exits with 1 if something would keep deploys from working.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  infra doctor --env local
  AWS_PROFILE=team infra doctor --env prod --json")]
pub(crate) struct Doctor {
    /// The environment.
    #[arg(long, value_enum, default_value = "dev")]
    env: Environment,

    /// Print one JSON array.
    #[arg(long)]
    json: bool,
}

pub(crate) fn cmd_doctor(args: &Doctor) -> Result<Ended> {
    let mut checks = machine(args.env, &workspace());
    checks.extend(block_on(async { Ok(account(args.env).await) })?);
    if args.json {
        answer(&format!("{:#}", Json::Array(checks.iter().map(|check| check.json()).collect())))?;
    } else {
        for check in &checks {
            let state = format!("{:<8}", check.state.word());
            let state = match check.state {
                State::Good => style(state).green(),
                State::Warning => style(state).yellow(),
                State::Failed => style(state).red().bold(),
                State::Unknown => style(state).dim(),
            };
            answer(&format!("{state} {:<12} {}", check.name, check.found))?;
            if !check.mend.is_empty() {
                answer(&format!("{:<21} {}", "", check.mend))?;
            }
        }
    }
    let failed = checks.iter().any(|check| check.state == State::Failed);
    Ok(if failed { Ended::Found } else { Ended::Well })
}
