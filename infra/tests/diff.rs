//! The command that shows differences, against everything that needs no AWS.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn diff(arguments: &[&str]) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } =
        Command::new(env!("CARGO_BIN_EXE_infra")).arg("diff").args(arguments).env("NO_COLOR", "1").output().unwrap();
    (status.code(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

fn committed() -> serde_json::Value {
    let path = workspace().join("cdk.out/prod/shop-prod.template.json");
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

/// The committed template of production with a change, in a file.
fn changed(name: &str, change: impl FnOnce(&mut serde_json::Value)) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let mut template = committed();
    change(&mut template);
    let path = folder.path().join(name);
    fs::write(&path, template.to_string()).unwrap();
    (folder, path.to_str().unwrap().to_owned())
}

#[test]
fn the_committed_templates_are_what_is_synthesized() {
    let (code, answer, _) = diff(&["--committed", "--env", "dev", "--env", "prod", "--fail-on", "any"]);
    assert_eq!(code, Some(0), "{answer}");
    assert_eq!(
        answer,
        "stack shop-dev: no differences, against cdk.out\nstack shop-prod: no differences, against cdk.out\n"
    );
}

#[test]
fn what_would_be_lost_is_found() {
    let (_folder, file) = changed("old.json", |template| {
        template["Resources"]["Old"] = serde_json::json!({ "Type": "AWS::SQS::Queue" });
    });
    let against = ["--env", "prod", "--template", &file];
    let (code, answer, _) = diff(&[&against[..], &["--fail-on", "destructive"]].concat());
    assert_eq!(code, Some(1), "{answer}");
    assert!(answer.contains("- Old (AWS::SQS::Queue)") && answer.contains("deleted with its data"), "{answer}");
    assert_eq!(diff(&against).0, Some(0));
    assert_eq!(diff(&[&against[..], &["--fail-on", "broadening"]].concat()).0, Some(0));
    assert_eq!(diff(&[&against[..], &["--fail"]].concat()).0, Some(1));
    let (_, json, _) = diff(&[&against[..], &["--format", "json"]].concat());
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["stacks"][0]["diff"]["losses"][0]["logical_id"], "Old");
    let (_, comment, _) = diff(&[&against[..], &["--format", "markdown"]].concat());
    assert!(comment.starts_with("### ⚠️ shop-prod: 1 to remove"), "{comment}");
}

#[test]
fn templates_in_yaml_with_short_forms_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("other.yaml");
    fs::write(
        &file,
        "Resources:\n  Carts:\n    Type: AWS::SNS::Topic\n    Properties:\n      DisplayName: !Sub '${AWS::Region}'\n",
    )
    .unwrap();
    let (code, answer, errors) = diff(&["--env", "prod", "--template", file.to_str().unwrap()]);
    assert_eq!((code, errors.as_str()), (Some(0), ""), "{answer}");
    assert!(answer.contains("± Carts"), "{answer}");
}

#[test]
fn a_file_takes_the_answer() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("comment.md");
    let (code, answer, _) = diff(&["--committed", "--format", "markdown", "--output", file.to_str().unwrap()]);
    assert_eq!((code, answer.as_str()), (Some(0), ""));
    assert_eq!(fs::read_to_string(&file).unwrap(), "### shop-dev: no differences\n\n\n");
}

#[test]
fn mistakes_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("broken.json");
    fs::write(&broken, "{\"Resources\": {").unwrap();
    let broken = broken.to_str().unwrap();
    for (arguments, code, sentence) in [
        (vec!["--template", "/nowhere/at/all.json"], 1, "cannot read /nowhere/at/all.json"),
        (vec!["--template", broken], 1, broken),
        (vec!["--git", "no-such-revision"], 1, "git knows no revision `no-such-revision`"),
        (vec!["--git", "--all"], 2, "--all"),
        (vec!["--git=--all"], 1, "git knows no revision `--all`"),
        (vec!["--git", "HEAD", "--committed"], 2, "cannot be used with"),
        (vec!["--template", broken, "--env", "dev", "--env", "prod"], 2, "--env can be given only once"),
        (vec!["--fail-on", "everything"], 2, "[possible values: destructive, broadening, any]"),
    ] {
        let (status, _, errors) = diff(&arguments);
        assert_eq!(status, Some(code), "{arguments:?}: {errors}");
        assert!(errors.contains(sentence) && !errors.contains("panicked"), "{arguments:?}: {errors}");
    }
}

#[test]
fn the_workflow_uses_arguments_that_exist() {
    let workflow = fs::read(workspace().join(".github/workflows/infrastructure.yml")).unwrap();
    let workflow = String::from_utf8(workflow).unwrap();
    let (_, help, _) = diff(&["--help"]);
    let call = workflow.split("-- diff ").nth(1).unwrap().split("cat comment.md").next().unwrap();
    let flags: Vec<_> = call.split_whitespace().filter(|word| word.starts_with("--")).collect();
    assert!(flags.len() >= 4);
    for flag in flags {
        assert!(help.contains(&format!("{flag} <")), "{flag} in {help}");
    }
}
