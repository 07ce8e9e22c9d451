//! `deploy`

use clap::Args;
use deploy::{Deployed, Deployment};
use miette::{Result, miette};

use crate::app::synthesized;
use crate::ended::Ended;
use crate::environment::Environment;
use crate::session::{block_on, build, connect_or_start, report};
use crate::terminal::{Terminal, answer};

/// Build the functions and deploy the stack.
///
/// `--env local` needs no account: it installs and starts an AWS emulator on this machine. Every other environment is on
/// AWS, with the usual credentials (AWS_PROFILE, environment, single sign-on).
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  infra deploy --env local
  AWS_PROFILE=team infra deploy --env staging")]
pub(crate) struct Deploy {
    /// The environment.
    #[arg(long, value_enum, default_value = "dev")]
    env: Environment,
}

pub(crate) fn cmd_deploy(args: &Deploy) -> Result<Ended> {
    block_on(deploy(args.env))
}

async fn deploy(environment: Environment) -> Result<Ended> {
    let terminal = Terminal::new();
    let stack = synthesized(environment).map_err(|errors| miette!("{errors}"))?;
    let connection = tokio::select! {
        connection = connect_or_start(environment, &terminal) => connection?,
        () = broken_off() => return Ok(say_broken_off(&terminal, "nothing was deployed")),
    };
    let build = build(environment, &stack);
    let code = tokio::select! {
        code = build.run(&terminal) => code.map_err(report)?,
        () = broken_off() => return Ok(say_broken_off(&terminal, "nothing was deployed")),
    };
    let deployment = Deployment::new(&connection, &stack, &code);
    let deployed = tokio::select! {
        deployed = deployment.run(&terminal) => deployed.map_err(report)?,
        () = broken_off() => {
            let goes_on = tokio::select! {
                goes_on = deployment.abandon() => goes_on.map_err(report)?,
                () = broken_off() => return Ok(say_broken_off(&terminal, "a change set may be left behind")),
            };
            let what = if goes_on { "CloudFormation goes on with the changes that were begun" } else { "nothing was changed" };
            return Ok(say_broken_off(&terminal, what));
        }
    };
    terminal.finish();
    show(&stack.props.name, &deployed, &terminal)?;
    Ok(Ended::Well)
}

fn show(stack: &str, deployed: &Deployed, terminal: &Terminal) -> Result<()> {
    let what = if deployed.changed { "deployed" } else { "no changes" };
    terminal.line(&format!("stack {stack}: {what}"));
    for (name, value) in &deployed.outputs {
        answer(&format!("{name} = {value}"))?;
    }
    Ok(())
}

fn say_broken_off(terminal: &Terminal, what: &str) -> Ended {
    terminal.finish();
    eprintln!("broken off: {what}; run the command again to go on");
    Ended::BrokenOff
}

/// The user wants no more: Ctrl-C, or a polite signal to end.
async fn broken_off() {
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate());
    let terminated = async {
        match &mut terminate {
            Ok(signal) => signal.recv().await,
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminated => {}
    }
}
