//! `deploy`

use cdk::SynthesizedStack;
use clap::Args;
use deploy::{Code, Connection, Deployment, Options, Rollout};
use miette::{Result, miette};

use crate::app::synthesized;
use crate::ended::Ended;
use crate::environment::Environment;
use crate::hotswap::{NOTICE, build_and_swap, check};
use crate::interrupt::{broken_off, until_broken_off};
use crate::rollout::{RolloutArguments, roll_out, say_broken_off};
use crate::session::{block_on, build, connect_or_start, connect_to_deployed, report};
use crate::terminal::Terminal;

/// Build the functions and deploy the stack.
///
/// `--env local` needs no account: it installs and starts an AWS emulator on this machine. Every other environment is on
/// AWS, with the usual credentials (AWS_PROFILE, environment, single sign-on). Shows what will happen and asks before it
/// does what widens permissions or removes something; what holds data is only given up by `--accept-loss`. A deploy that
/// was broken off, or killed, is picked up by the next.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  infra deploy --env local
  AWS_PROFILE=team infra deploy --env staging
  infra deploy --env dev --env staging               both, side by side
  infra deploy --env prod --require-approval any     ask about every change
  infra deploy --env prod --yes                      in a pipeline, after the diff was reviewed")]
pub(crate) struct Deploy {
    /// The environment; can be given several times.
    #[arg(long, value_enum, default_value = "dev")]
    env: Vec<Environment>,

    #[command(flatten)]
    arguments: RolloutArguments,

    /// Put right what was changed by hand as well (see `drift`); not on the emulator.
    #[arg(long)]
    revert_drift: bool,

    /// Put only the code of functions in place, past CloudFormation, within seconds; not in protected environments.
    #[arg(long, conflicts_with = "revert_drift")]
    hotswap: bool,
}

/// An environment, ready to be deployed.
struct Ready {
    connection: Connection,
    stack: SynthesizedStack,
    code: Vec<Code>,
}

pub(crate) fn cmd_deploy(args: &Deploy) -> Result<Ended> {
    block_on(deploy(args))
}

async fn deploy(args: &Deploy) -> Result<Ended> {
    let terminal = Terminal::new();
    let mut environments: Vec<Environment> = Vec::new();
    for environment in &args.env {
        if !environments.contains(environment) {
            environments.push(*environment);
        }
    }
    if args.hotswap {
        return until_broken_off(swap(&environments)).await;
    }
    let ready = tokio::select! {
        ready = make_ready(&environments, &terminal) => ready?,
        () = broken_off() => return Ok(say_broken_off(&terminal, "nothing was deployed")),
    };
    let options = Options { revert_drift: args.revert_drift, ..args.arguments.options() };
    let deployments = ready
        .iter()
        .map(|ready| Deployment::new(&ready.connection, &ready.stack, &ready.code, options.clone()).map_err(report));
    let rollout = Rollout::new(deployments.collect::<Result<_>>()?);
    let is_local = environments.iter().all(|environment| environment.is_local());
    roll_out(&rollout, &args.arguments, is_local, &terminal).await
}

async fn swap(environments: &[Environment]) -> Result<Ended> {
    environments.iter().try_for_each(|environment| check(*environment))?;
    eprintln!("{NOTICE}");
    for environment in environments {
        let terminal = Terminal::new();
        let stack = synthesized(*environment).map_err(|errors| miette!("{errors}"))?;
        let connection = connect_to_deployed(*environment).await?;
        build_and_swap(*environment, &stack, &connection, &terminal).await?;
    }
    Ok(Ended::Well)
}

/// Every connection first, because wrong credentials show at once and building takes its time.
async fn make_ready(environments: &[Environment], terminal: &Terminal) -> Result<Vec<Ready>> {
    let mut ready = Vec::new();
    for environment in environments {
        let stack = synthesized(*environment).map_err(|errors| miette!("{errors}"))?;
        let connection = connect_or_start(*environment, terminal).await?;
        ready.push(Ready { connection, stack, code: Vec::new() });
    }
    for (environment, ready) in environments.iter().zip(&mut ready) {
        ready.code = build(*environment, &ready.stack).run(terminal).await.map_err(report)?;
    }
    Ok(ready)
}
