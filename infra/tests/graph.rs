//! The pictures of the topology: in the README, and from the command line.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

use cdk::graph::Graph;
use infra::environment::Environment;

fn flowchart() -> String {
    let template = infra::app::synthesized(Environment::DEV).unwrap().template;
    Graph::of(&serde_json::to_value(template).unwrap(), &BTreeMap::new()).mermaid()
}

fn infra(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_infra")).args(arguments).output().unwrap()
}

#[test]
fn the_picture_in_the_readme_is_that_of_the_topology() {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../README.md")).unwrap();
    let (_, rest) = readme.split_once("<!-- graph -->\n").expect("README.md has `<!-- graph -->`");
    let (picture, _) = rest.split_once("<!-- end of graph -->\n").expect("README.md has `<!-- end of graph -->`");
    let expected = format!("```mermaid\n{}```\n", flowchart());
    assert_eq!(
        picture, expected,
        "the picture in README.md is stale: put what `cargo run -p infra -- graph` prints into its block `mermaid`"
    );
}

#[test]
fn the_command_prints_or_writes_whole_files() {
    let folder = tempfile::tempdir().unwrap();
    for (format, begins) in
        [("mermaid", "flowchart LR\n"), ("svg", "<svg "), ("html", "<!doctype html>"), ("json", "{\n")]
    {
        let printed = infra(&["graph", "--format", format]);
        assert!(printed.status.success(), "{printed:?}");
        assert!(printed.stdout.starts_with(begins.as_bytes()), "{format}");
        let file = folder.path().join(format);
        let written = infra(&["graph", "--format", format, "--output", file.to_str().unwrap()]);
        assert!(written.status.success() && written.stdout.is_empty(), "{written:?}");
        assert_eq!(std::fs::read(&file).unwrap(), printed.stdout, "{format}");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 4, "nothing else is left behind");
}

#[test]
fn a_file_that_cannot_be_written_is_named() {
    let output = infra(&["graph", "--output", "/nowhere/at/all.mmd"]);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(errors.contains("cannot write /nowhere/at/all.mmd") && errors.contains("help: name a file"), "{errors}");
}
