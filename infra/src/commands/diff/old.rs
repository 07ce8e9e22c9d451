//! Where the template to compare with comes from.

use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Output};

use cdk::SynthesizedStack;
use miette::{Result, miette};
use serde_json::Value as Json;

use crate::environment::Environment;
use crate::session::{block_on, connect, report, workspace};

/// The template of the deployed stack; nothing if it is not deployed.
pub(super) fn deployed(environment: Environment, stack: &str) -> Result<Option<Json>> {
    let text = block_on(async {
        let Some(connection) = connect(environment).await? else { return Ok(None) };
        deploy::deployed_template(&connection, stack).await.map_err(report)
    })?;
    text.map(|text| read(&format!("the deployed template of stack {stack}"), text.as_bytes())).transpose()
}

/// The template in `cdk.out`; nothing if the environment has none yet.
pub(super) fn committed(stack: &SynthesizedStack) -> Result<Option<Json>> {
    let folder = workspace().join("cdk.out");
    if !folder.is_dir() {
        return Err(miette!(
            help = "write the templates with `cargo run -p infra -- synth`",
            "there are no committed templates: {} is missing",
            folder.display()
        ));
    }
    let path = folder.join(stack.template_path());
    match fs::read(&path) {
        Ok(bytes) => read(&path.display().to_string(), &bytes).map(Some),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(miette!("cannot read {}: {error}", path.display())),
    }
}

/// A template in a file.
pub(super) fn in_file(path: &Path) -> Result<Json> {
    let bytes = fs::read(path).map_err(|error| miette!("cannot read {}: {error}", path.display()))?;
    read(&path.display().to_string(), &bytes)
}

/// The template that a revision has in `cdk.out`; nothing if it has none.
pub(super) fn in_revision(revision: &str, stack: &SynthesizedStack) -> Result<Option<Json>> {
    let commit = format!("{revision}^{{commit}}");
    let found = git(&["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])?;
    if !found.status.success() {
        let reason = String::from_utf8_lossy(&found.stderr);
        let reason = reason.trim();
        return Err(miette!(
            help = "see `git log`; a shallow clone has to fetch it first: `git fetch origin REVISION`",
            "git knows no revision `{revision}`{}{reason}",
            if reason.is_empty() { "" } else { ": " }
        ));
    }
    let commit = String::from_utf8_lossy(&found.stdout).trim().to_owned();
    // Relative to the workspace, which need not be the root of the repository.
    let object = format!("{commit}:./cdk.out/{}", stack.template_path().display());
    if !git(&["cat-file", "-e", &object])?.status.success() {
        return Ok(None);
    }
    let shown = git(&["cat-file", "blob", &object])?;
    if !shown.status.success() {
        return Err(miette!("git cannot show {object}: {}", String::from_utf8_lossy(&shown.stderr).trim()));
    }
    read(&format!("cdk.out/{} of revision {revision}", stack.template_path().display()), &shown.stdout).map(Some)
}

fn git(arguments: &[&str]) -> Result<Output> {
    let output = Command::new("git").arg("-C").arg(workspace()).args(arguments).output();
    output.map_err(|error| {
        miette!(
            help = "install git, or compare with a file: `--template FILE`",
            "git cannot be run, so no revision can be read: {error}"
        )
    })
}

fn read(source: &str, bytes: &[u8]) -> Result<Json> {
    let template = cdk::read_template(source, bytes).map_err(|error| {
        miette!(help = "if it was being written, write it again; otherwise mend what is named", "{error}")
    })?;
    Ok(template.to_json())
}
