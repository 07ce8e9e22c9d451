//! What is on the terminal, held by committed files: in colour, without, and in a pipe. `SNAPSHOTS=overwrite` writes them.

use std::process::{Command, Stdio};

use clap::CommandFactory;
use infra::cli::Cli;
use snapbox::{assert_data_eq, file};

/// How output is shown.
#[derive(Clone, Copy)]
enum Shown {
    InColour,
    WithoutColour,
    InAPipe,
}

/// The command line, what it answered, what else it said, and how it ended.
fn transcript(arguments: &[&str], shown: Shown) -> String {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_infra"));
    command.args(arguments).env_clear().env("HOME", folder.path()).env("INFRA_EMULATOR_FOLDER", folder.path());
    command.env("PATH", std::env::var_os("PATH").unwrap()).env("AWS_EC2_METADATA_DISABLED", "true");
    match shown {
        Shown::InColour => command.env("CLICOLOR_FORCE", "1"),
        Shown::WithoutColour => command.env("NO_COLOR", "1"),
        Shown::InAPipe => &mut command,
    };
    let output = command.stdin(Stdio::null()).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace('\u{1b}', "␛");
    format!(
        "$ infra {}\n{}{}[{}]\n",
        arguments.join(" "),
        text(output.stdout),
        text(output.stderr),
        output.status.code().unwrap()
    )
}

fn transcripts(commands: &[&[&str]], shown: Shown) -> String {
    commands.iter().map(|command| transcript(command, shown)).collect::<Vec<_>>().join("\n")
}

#[test]
fn help_of_every_command() {
    let help: Vec<Vec<&str>> = vec![vec!["--help"]];
    let cli = Cli::command();
    let names = cli.get_subcommands().map(|command| vec![command.get_name(), "--help"]);
    let commands: Vec<_> = help.into_iter().chain(names).collect();
    let commands: Vec<&[&str]> = commands.iter().map(Vec::as_slice).collect();
    assert_data_eq!(transcripts(&commands, Shown::InAPipe), file!["transcripts/help.txt"].raw());
}

const ANSWERS: [&[&str]; 4] = [
    &["list"],
    &["explain", "queue-visibility"],
    &["diff", "--env", "prod", "--template", "tests/transcripts/earlier.json"],
    &["synth", "--check"],
];

const MISTAKES: [&[&str]; 9] = [
    &["deplyo"],
    &["deploy", "--env", "production"],
    &["deploy", "--env", "dev"],
    &["invoke", "carts", "{}", "--env", "local"],
    &["outputs", "--env", "local"],
    &["explain", "queue-visibilty"],
    &["diff", "--env", "prod", "--template", "missing.json"],
    &["cost", "--prices", "tests/transcripts/earlier.json"],
    &["cost", "--events-per-commit", "9"],
];

#[test]
fn answers_in_colour() {
    assert_data_eq!(transcripts(&ANSWERS, Shown::InColour), file!["transcripts/answers_in_colour.txt"].raw());
}

#[test]
fn answers_without_colour_are_what_a_pipe_gets() {
    let without = transcripts(&ANSWERS, Shown::WithoutColour);
    assert_data_eq!(without.clone(), file!["transcripts/answers.txt"].raw());
    assert_eq!(transcripts(&ANSWERS, Shown::InAPipe), without);
}

#[test]
fn what_production_costs() {
    let costs = transcripts(&[&["cost", "--env", "prod"]], Shown::InAPipe);
    assert_data_eq!(costs, file!["transcripts/cost.txt"].raw());
}

#[test]
fn mistakes_in_colour() {
    assert_data_eq!(transcripts(&MISTAKES, Shown::InColour), file!["transcripts/mistakes_in_colour.txt"].raw());
}

#[test]
fn mistakes_without_colour_are_what_a_pipe_gets() {
    let without = transcripts(&MISTAKES, Shown::WithoutColour);
    assert_data_eq!(without.clone(), file!["transcripts/mistakes.txt"].raw());
    assert_eq!(transcripts(&MISTAKES, Shown::InAPipe), without);
}
