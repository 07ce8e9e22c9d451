//! What belongs to the command line in a shell: completions, manual pages, colours.

use std::process::{Command, Output, Stdio};

/// Every command that a person may look for.
const COMMANDS: [&str; 16] = [
    "asset",
    "completions",
    "deploy",
    "destroy",
    "diff",
    "drift",
    "events",
    "explain",
    "graph",
    "invoke",
    "list",
    "logs",
    "man",
    "outputs",
    "status",
    "synth",
];

fn infra(arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_infra"));
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command.args(arguments).envs(variables.iter().copied()).stdin(Stdio::null()).output().unwrap()
}

#[track_caller]
fn answer(arguments: &[&str], variables: &[(&str, &str)]) -> String {
    let output = infra(arguments, variables);
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_shell_gets_a_script_that_knows_every_command() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = answer(&["completions", shell], &[]);
        for command in COMMANDS {
            assert!(script.contains(command), "{shell} lacks {command}");
        }
    }
}

#[test]
fn bash_completes_commands_and_environments() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("infra.bash");
    std::fs::write(&file, answer(&["completions", "bash"], &[])).unwrap();
    let complete = |words: &str, word: &str, before: &str| {
        let script = format!(
            r#"set -e; source "$1"; COMP_WORDS=({words} {word}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
               _infra infra "{word}" "{before}"; echo "${{COMPREPLY[@]}}""#
        );
        let ran = Command::new("bash").args(["--norc", "-c", &script, "bash"]).arg(&file).output().unwrap();
        assert!(ran.status.success(), "{ran:?}");
        String::from_utf8(ran.stdout).unwrap().trim_end().to_owned()
    };
    assert_eq!(complete("infra", "stat", "infra"), "status");
    assert_eq!(complete("infra status --env", "pro", "--env"), "prod");
}

#[test]
fn there_is_a_manual_page_for_every_command() {
    let folder = tempfile::tempdir().unwrap();
    let pages = folder.path().join("share/man1");
    answer(&["man", "--output", pages.to_str().unwrap()], &[]);
    for command in COMMANDS {
        let page = std::fs::read_to_string(pages.join(format!("infra-{command}.1"))).unwrap();
        assert!(page.contains(&format!(".TH infra-{command} 1")), "{page}");
    }
    let page = answer(&["man"], &[]);
    assert!(page.contains(".TH infra 1"), "{page}");
    let written = std::fs::read_to_string(pages.join("infra.1")).unwrap();
    assert_eq!(written.trim_end(), page.trim_end());
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    let output = infra(&["man", "--output", file.to_str().unwrap()], &[]);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(errors.contains("cannot write manual pages into") && errors.contains("file"), "{errors}");
}

#[test]
fn colours_are_forced_on_a_pipe_and_switched_off_by_whoever_wants_none() {
    let folder = tempfile::tempdir().unwrap();
    let folder = ("INFRA_EMULATOR_FOLDER", folder.path().to_str().unwrap());
    let force = ("CLICOLOR_FORCE", "1");
    let is_colored = |arguments: &[&str], variables: &[(&str, &str)]| {
        let shown = answer(arguments, variables);
        assert!(shown.contains("everything is new"), "{shown}");
        shown.contains('\u{1b}')
    };
    let plain = ["diff", "--env", "local"];
    assert!(!is_colored(&plain, &[folder]));
    assert!(is_colored(&plain, &[folder, force]));
    assert!(!is_colored(&plain, &[folder, force, ("NO_COLOR", "1")]));
    assert!(!is_colored(&["--no-color", "diff", "--env", "local"], &[folder, force]));
    assert!(!is_colored(&["diff", "--env", "local", "--no-color"], &[folder, force]));
}

#[test]
fn environments_are_listed_for_programs_too() {
    let listed: serde_json::Value = serde_json::from_str(&answer(&["list", "--json"], &[])).unwrap();
    let names: Vec<_> = listed.as_array().unwrap().iter().map(|environment| &environment["name"]).collect();
    assert_eq!(names, ["local", "dev", "staging", "prod"]);
    assert_eq!(listed[0]["local"], true);
    assert_eq!(listed[1]["stack"], "shop-dev");
}

#[test]
fn wrong_questions_end_with_two_and_say_what_is_right() {
    for (arguments, sentence) in [
        (&["logs", "--since", "soon"] as &[_], "as in 10m"),
        (&["outputs", "--json", "--dotenv"], "cannot be used with"),
        (&["outputs", "--json", "--format", "text"], "cannot be used with"),
        (&["completions", "tcsh"], "possible values: bash"),
        (&["status", "--watch", "0"], "invalid value '0'"),
        (&["status", "--watch", "1", "--fail-on", "unhealthy"], "cannot be used with"),
    ] {
        let output = infra(arguments, &[]);
        let errors = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {errors}");
        assert!(errors.contains(sentence), "{arguments:?}: {errors}");
    }
    let output = infra(&["logs", "carts", "--env", "local"], &[]);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(errors.contains("there is no function `carts`") && errors.contains("cart, compact"), "{errors}");
}

#[test]
fn commands_that_watch_say_when_nothing_is_deployed() {
    let folder = tempfile::tempdir().unwrap();
    let variables = [("INFRA_EMULATOR_FOLDER", folder.path().to_str().unwrap())];
    for command in ["drift", "events", "logs", "outputs", "status"] {
        let output = infra(&[command, "--env", "local"], &variables);
        let errors = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{command}: {errors}");
        assert!(
            errors.contains("the emulator is not running") && errors.contains("deploy first"),
            "{command}: {errors}"
        );
    }
}
