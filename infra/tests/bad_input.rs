//! What the command line says to mistakes: a clear sentence, and a code that is not zero.

use std::process::{Command, Output, Stdio};

fn infra(arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_infra"));
    // No credentials, and nothing that could find any.
    command.args(arguments).env_clear().env("PATH", std::env::var_os("PATH").unwrap());
    command
        .env("HOME", folder.path())
        .env("INFRA_EMULATOR_FOLDER", folder.path())
        .env("AWS_EC2_METADATA_DISABLED", "true");
    // The toolchains are found in the real home.
    let home = std::env::var_os("HOME").unwrap();
    let rustup = std::env::var_os("RUSTUP_HOME").unwrap_or_else(|| std::path::Path::new(&home).join(".rustup").into());
    command.env("RUSTUP_HOME", rustup);
    command.env("CARGO_HOME", std::env::var_os("CARGO_HOME").unwrap_or_default()).stdin(Stdio::null()).output().unwrap()
}

#[track_caller]
fn assert_says(arguments: &[&str], sentence: &str) {
    let output = infra(arguments);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success(), "{arguments:?} succeeded");
    assert!(errors.contains(sentence), "{arguments:?} said:\n{errors}");
    assert!(!errors.contains("panicked"), "{errors}");
}

#[test]
fn unknown_environments_and_functions() {
    assert_says(&["deploy", "--env", "production"], "[possible values: local, dev, staging, prod]");
    assert_says(&["invoke", "carts", "{}", "--env", "local"], "there is no function `carts`");
    assert_says(
        &["invoke", "carts", "{}", "--env", "local"],
        "functions: api, archive, audit, cart, compact, erase, publish, related-items, remind, reminders, replay",
    );
}

#[test]
fn unknown_rules() {
    assert_says(&["explain", "queue-visibilty"], "did you mean `queue-visibility`?");
}

#[test]
fn malformed_requests() {
    assert_says(
        &["invoke", "cart", "{open: {}}", "--env", "local"],
        "the request is not JSON: key must be a string at line 1",
    );
    assert_says(&["invoke", "cart", "-", "--env", "local"], "the request is not JSON: EOF");
}

#[test]
fn nothing_is_deployed() {
    for command in ["outputs", "invoke"] {
        let mut arguments = vec![command, "--env", "local"];
        if command == "invoke" {
            arguments.extend(["cart", "{}"]);
        }
        assert_says(&arguments, "the emulator is not running, so nothing is deployed to `local`");
        assert_says(&arguments, "deploy first");
    }
}

#[test]
fn no_region_and_no_credentials() {
    assert_says(&["outputs", "--env", "dev"], "no AWS region is configured");
    let mut command = Command::new(env!("CARGO_BIN_EXE_infra"));
    let folder = tempfile::tempdir().unwrap();
    command.args(["outputs", "--env", "dev"]).env_clear().env("HOME", folder.path());
    command.env("AWS_REGION", "eu-central-1").env("AWS_EC2_METADATA_DISABLED", "true");
    let output = command.output().unwrap();
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success() && errors.contains("no AWS credentials were found"), "{errors}");
}

#[test]
fn deleting_needs_a_confirmation() {
    assert_says(&["destroy", "--env", "dev"], "needs a confirmation, and this is no terminal");
}

#[test]
fn without_python_there_is_one_sentence_that_says_what_to_install() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_infra"));
    command.args(["deploy", "--env", "local"]).env_clear().env("PATH", folder.path()).env("HOME", folder.path());
    command.env("INFRA_EMULATOR_FOLDER", folder.path()).env("INFRA_TOOLS_FOLDER", folder.path().join("tools"));
    let output = command.output().unwrap();
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success() && errors.contains("install Python 3.10 or newer"), "{errors}");
}

#[test]
fn a_machine_that_cannot_deploy_is_told_what_is_missing() {
    let output = infra(&["doctor", "--env", "dev"]);
    let answer = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{answer}");
    assert!(answer.contains("failed   credentials  no AWS region is configured"), "{answer}");
    assert!(answer.contains("unknown  permissions"), "{answer}");
    let output = infra(&["doctor", "--env", "dev", "--json"]);
    let checks: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(
        checks.as_array().unwrap().iter().any(|check| check["check"] == "credentials" && check["state"] == "failed")
    );
}
