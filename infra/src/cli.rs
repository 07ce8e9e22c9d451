//! The command line: what can be asked, and how answers and errors are shown.

use std::process::ExitCode;

use clap::builder::PossibleValue;
use clap::{Parser, Subcommand, ValueEnum};

use crate::commands::{asset, deploy, destroy, diff, explain, graph, invoke, list, outputs, rollback, synth};
use crate::ended::Ended;
use crate::environment::Environment;
use crate::terminal::show_error;

/// Describes, synthesizes and deploys the shop.
///
/// Exit codes: 0 if it went well, 1 if not, 2 if the command line was wrong, 130 if it was broken off.
#[derive(Debug, Parser)]
#[command(name = "infra", version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    List(list::List),
    Synth(synth::Synth),
    Diff(diff::Diff),
    Deploy(deploy::Deploy),
    Destroy(destroy::Destroy),
    Rollback(rollback::Rollback),
    Outputs(outputs::Outputs),
    Invoke(invoke::Invoke),
    Asset(asset::Asset),
    Graph(graph::Graph),
    Explain(explain::Explain),
}

impl ValueEnum for Environment {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name))
    }
}

/// Reads the command line, does what it says, and shows what came of it.
#[must_use]
pub fn run() -> ExitCode {
    let result = match Cli::parse().command {
        Command::List(command) => list::cmd_list(&command),
        Command::Synth(command) => synth::cmd_synth(&command),
        Command::Diff(command) => diff::cmd_diff(&command),
        Command::Deploy(command) => deploy::cmd_deploy(&command),
        Command::Destroy(command) => destroy::cmd_destroy(&command),
        Command::Rollback(command) => rollback::cmd_rollback(&command),
        Command::Outputs(command) => outputs::cmd_outputs(&command),
        Command::Invoke(command) => invoke::cmd_invoke(&command),
        Command::Asset(command) => asset::cmd_asset(&command),
        Command::Graph(command) => graph::cmd_graph(&command),
        Command::Explain(command) => explain::cmd_explain(&command),
    };
    match result {
        Ok(Ended::Well) => ExitCode::SUCCESS,
        Ok(Ended::Found) => ExitCode::from(1),
        Ok(Ended::BrokenOff) => ExitCode::from(130),
        Err(report) => {
            show_error(&report);
            ExitCode::from(1)
        }
    }
}
