//! The command line: what can be asked, and how answers and errors are shown.

use std::process::ExitCode;

use clap::builder::PossibleValue;
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};

use crate::color;
use crate::commands::openapi;
use crate::commands::{
    asset, audit, bootstrap, compact, cost, deploy, destroy, diff, doctor, erase, explain, gc, graph, invoke, list,
    outputs, redrive, replay, rollback, synth,
};
use crate::commands::{completions, drift, events, logs, man, status, trace, watch};
use crate::commands::{generations, hand_over, retire};
use crate::ended::Ended;
use crate::environment::Environment;
use crate::terminal::show_error;

/// Describes, synthesizes and deploys the shop.
///
/// Exit codes: 0 if it went well, 1 if not, 2 if the command line was wrong, 130 if it was broken off.
#[derive(Debug, Parser)]
#[command(name = "infra", version, max_term_width = 100)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,

    /// Plain text, whatever the terminal can show (as does the variable NO_COLOR).
    #[arg(long, global = true)]
    no_color: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    List(list::List),
    Synth(synth::Synth),
    Diff(diff::Diff),
    Deploy(deploy::Deploy),
    Watch(watch::Watch),
    Bootstrap(bootstrap::Bootstrap),
    Gc(gc::Gc),
    Doctor(doctor::Doctor),
    Destroy(destroy::Destroy),
    Rollback(rollback::Rollback),
    Outputs(outputs::Outputs),
    Invoke(invoke::Invoke),
    Redrive(redrive::Redrive),
    Generations(generations::Generations),
    HandOver(hand_over::HandOver),
    Retire(retire::Retire),
    Erase(erase::Erase),
    Audit(audit::Audit),
    Compact(compact::Compact),
    Replay(replay::Replay),
    Asset(asset::Asset),
    Graph(graph::Graph),
    #[command(name = "openapi")]
    OpenApi(openapi::OpenApi),
    Explain(explain::Explain),
    Cost(cost::Cost),
    Status(status::Status),
    Logs(logs::Logs),
    Trace(trace::Trace),
    Events(events::Events),
    Drift(drift::Drift),
    Completions(completions::Completions),
    Man(man::Man),
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
    let cli = Cli::parse();
    color::set(cli.no_color);
    let result = match cli.command {
        Command::List(command) => list::cmd_list(&command),
        Command::Synth(command) => synth::cmd_synth(&command),
        Command::Diff(command) => diff::cmd_diff(&command),
        Command::Deploy(command) => deploy::cmd_deploy(&command),
        Command::Destroy(command) => destroy::cmd_destroy(&command),
        Command::Bootstrap(command) => bootstrap::cmd_bootstrap(&command),
        Command::Gc(command) => gc::cmd_gc(&command),
        Command::Doctor(command) => doctor::cmd_doctor(&command),
        Command::Watch(command) => watch::cmd_watch(&command),
        Command::Rollback(command) => rollback::cmd_rollback(&command),
        Command::Outputs(command) => outputs::cmd_outputs(&command),
        Command::Invoke(command) => invoke::cmd_invoke(&command),
        Command::Redrive(command) => redrive::cmd_redrive(&command),
        Command::Generations(command) => generations::cmd_generations(&command),
        Command::HandOver(command) => hand_over::cmd_hand_over(&command),
        Command::Retire(command) => retire::cmd_retire(&command),
        Command::Erase(command) => erase::cmd_erase(&command),
        Command::Audit(command) => audit::cmd_audit(&command),
        Command::Compact(command) => compact::cmd_compact(&command),
        Command::Replay(command) => replay::cmd_replay(&command),
        Command::Asset(command) => asset::cmd_asset(&command),
        Command::Graph(command) => graph::cmd_graph(&command),
        Command::OpenApi(command) => openapi::cmd_openapi(&command),
        Command::Explain(command) => explain::cmd_explain(&command),
        Command::Cost(command) => cost::cmd_cost(&command),
        Command::Status(command) => status::cmd_status(&command),
        Command::Logs(command) => logs::cmd_logs(&command),
        Command::Trace(command) => trace::cmd_trace(&command),
        Command::Events(command) => events::cmd_events(&command),
        Command::Drift(command) => drift::cmd_drift(&command),
        Command::Completions(command) => completions::cmd_completions(&command, Cli::command()),
        Command::Man(command) => man::cmd_man(&command, Cli::command()),
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
