//! `destroy`

use clap::Args;
use deploy::{Emulator, Removed, Stopped};
use miette::{Result, miette};

use crate::app::synthesized;
use crate::confirm::confirmed;
use crate::ended::Ended;
use crate::environment::Environment;
use crate::session::{block_on, connect, emulator_folder, report};
use crate::terminal::{Terminal, answer, show_error};

/// Delete the stack, with its data unless the environment retains them.
///
/// `--env local` also stops the emulator with every process that it started.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  infra destroy --env local
  infra destroy --env dev --yes")]
pub(crate) struct Destroy {
    /// The environment.
    #[arg(long, value_enum, default_value = "dev")]
    env: Environment,

    /// Do not ask.
    #[arg(long)]
    yes: bool,
}

pub(crate) fn cmd_destroy(args: &Destroy) -> Result<Ended> {
    let name = args.env.stack_props().name;
    if !args.env.is_local() && !args.yes && !confirmed(&format!("Deleting stack {name}"), &name)? {
        answer(&format!("stack {name} was left as it is"))?;
        return Ok(Ended::Well);
    }
    let removed = block_on(destroy(args.env));
    // The emulator goes even if the stack did not: everything in it goes along.
    let stopped =
        if args.env.is_local() { Emulator::stop(&emulator_folder()).map_err(report)? } else { Stopped::Before };
    match (stopped, removed) {
        (Stopped::Now, Err(error)) => {
            show_error(&error);
            eprintln!("the emulator was stopped all the same, and the stack is gone with it");
        }
        (Stopped::Before, removed) => say(&name, removed?)?,
        (Stopped::Now, Ok(removed)) => say(&name, removed)?,
    }
    if stopped == Stopped::Now {
        answer("emulator stopped")?;
    }
    Ok(Ended::Well)
}

fn say(name: &str, removed: Removed) -> Result<()> {
    answer(&match removed {
        Removed::Now => format!("stack {name} deleted"),
        Removed::Before => format!("stack {name} is not deployed, so there is nothing to delete"),
    })
}

async fn destroy(environment: Environment) -> Result<Removed> {
    let terminal = Terminal::new();
    let stack = synthesized(environment).map_err(|errors| miette!("{errors}"))?;
    match connect(environment).await? {
        Some(connection) => deploy::remove(&connection, &stack, &terminal).await.map_err(report),
        None => Ok(Removed::Before),
    }
}
