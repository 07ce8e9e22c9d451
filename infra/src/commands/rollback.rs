//! `rollback`

use clap::Args;
use deploy::{Deployment, Recovery, Rollout, deployments, recover, release_of};
use miette::{Result, miette};

use crate::app::synthesized;
use crate::ended::Ended;
use crate::environment::Environment;
use crate::rollout::{RolloutArguments, roll_out};
use crate::session::{block_on, connect_to_deployed, report};
use crate::terminal::{Terminal, answer};

/// Go back: roll back what is half way, or deploy the release before the present one.
///
/// An update that is running is cancelled; one that failed with `--no-rollback` is rolled back; a roll-back that failed is
/// continued. If nothing is half way, the stack becomes what it was before the last deploy, template and code, with the
/// same questions asked as by `deploy`. Data stay as they are.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  infra rollback --env dev
  infra rollback --env prod --list                            the releases that were deployed
  infra rollback --env prod --to 2026-11-24T10:15:30.123Z     one of them
  infra rollback --env prod --skip Carts                      continue without this resource")]
pub(crate) struct Rollback {
    /// The environment.
    #[arg(long, value_enum, default_value = "dev")]
    env: Environment,

    /// List the releases that were deployed, newest first.
    #[arg(long, conflicts_with = "to")]
    list: bool,

    /// Go back to the release that was deployed at this time, as `--list` shows it.
    #[arg(long, value_name = "TIME")]
    to: Option<String>,

    /// A resource, by its logical id, that a roll-back which failed leaves as it is; can be given several times.
    #[arg(long, value_name = "LOGICAL_ID")]
    skip: Vec<String>,

    #[command(flatten)]
    arguments: RolloutArguments,
}

pub(crate) fn cmd_rollback(args: &Rollback) -> Result<Ended> {
    block_on(rollback(args))
}

async fn rollback(args: &Rollback) -> Result<Ended> {
    let stack = synthesized(args.env).map_err(|errors| miette!("{errors}"))?;
    let name = &stack.props.name;
    let connection = connect_to_deployed(args.env).await?;
    if args.list {
        for time in deployments(&connection, &stack).await.map_err(report)? {
            answer(&time)?;
        }
        return Ok(Ended::Well);
    }
    let terminal = Terminal::new();
    if let Recovery::Recovered(status) = recover(&connection, name, &args.skip, &terminal).await.map_err(report)? {
        terminal.finish();
        answer(&format!("stack {name} is {status}"))?;
        return Ok(Ended::Well);
    }
    let time = match &args.to {
        Some(time) => time.clone(),
        None => {
            let times = deployments(&connection, &stack).await.map_err(report)?;
            times.into_iter().nth(1).ok_or_else(|| {
                miette!(
                    help = "check out an earlier revision and deploy that",
                    "stack {name} has no release on record before the present one"
                )
            })?
        }
    };
    let release = release_of(&connection, &stack, &time).await.map_err(report)?;
    let deployment = Deployment::of_release(&connection, &stack, release, args.arguments.options());
    roll_out(&Rollout::new(vec![deployment]), &args.arguments, args.env.is_local(), &terminal).await
}
