//! What a deploy needs on this machine.

use std::path::Path;
use std::process::{Command, Stdio};

use deploy::Emulator;

use super::{Check, State};
use crate::environment::Environment;
use crate::session::{emulator_folder, target, tools_folder};

/// Looks at tools, and at the emulator for the environment on this machine.
pub(crate) fn machine(environment: Environment, workspace: &Path) -> Vec<Check> {
    let mut checks = vec![rust(workspace), compiles(environment, workspace), cargo_lambda(), python(), git()];
    if environment.is_local() {
        checks.push(emulator());
    }
    checks
}

/// What a program prints, if it is there and content.
fn output(program: &str, arguments: &[&str], folder: &Path) -> Option<String> {
    let mut command = Command::new(program);
    // Looking at a toolchain must not install it.
    command.env("RUSTUP_AUTO_INSTALL", "0");
    let output = command.args(arguments).current_dir(folder).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn rust(workspace: &Path) -> Check {
    let wanted = std::fs::read_to_string(workspace.join("rust-toolchain.toml")).unwrap_or_default();
    let wanted = wanted.lines().find_map(|line| line.strip_prefix("channel = ")).unwrap_or_default().trim_matches('"');
    match output("rustc", &["--version"], workspace) {
        Some(version) if version.contains(wanted) => Check::good("rust", version),
        Some(version) => Check::bad(
            "rust",
            State::Failed,
            format!("{version}, and rust-toolchain.toml names {wanted}"),
            format!("rustup toolchain install {wanted}"),
        ),
        None => Check::bad("rust", State::Failed, "no rustc", "install Rust: https://rustup.rs"),
    }
}

fn compiles(environment: Environment, workspace: &Path) -> Check {
    let target = target(environment);
    let libraries = output("rustc", &["--print", "target-libdir", "--target", target], workspace);
    if libraries.is_some_and(|libraries| Path::new(&libraries).is_dir()) {
        Check::good("target", target)
    } else {
        let found = format!("{target}, which functions are compiled for, is not installed");
        Check::bad("target", State::Failed, found, format!("rustup target add {target}"))
    }
}

fn cargo_lambda() -> Check {
    if let Some(version) = output("cargo-lambda", &["lambda", "--version"], Path::new(".")) {
        return Check::good("cargo-lambda", version);
    }
    let installed = tools_folder().join("cargo-lambda");
    let found =
        if installed.is_dir() { "installed for this workspace" } else { "will be installed by the first deploy" };
    Check::good("cargo-lambda", found)
}

fn python() -> Check {
    let Some(version) = output("python3", &["--version"], Path::new(".")) else {
        return Check::bad("python", State::Failed, "no python3", "install Python 3.10 or newer with its venv module");
    };
    match output("python3", &["-m", "venv", "--help"], Path::new(".")) {
        Some(_) => Check::good("python", version),
        None => Check::bad(
            "python",
            State::Failed,
            format!("{version} without venv"),
            "on Debian: apt install python3-venv",
        ),
    }
}

fn git() -> Check {
    match output("git", &["--version"], Path::new(".")) {
        Some(version) => Check::good("git", version),
        None => Check::bad("git", State::Warning, "no git, which `diff --git` needs", "install git"),
    }
}

fn emulator() -> Check {
    match Emulator::running(&emulator_folder()) {
        Ok(Some(emulator)) => Check::good("emulator", format!("running at {}", emulator.endpoint())),
        Ok(None) => Check::good("emulator", "not running; deploys start it"),
        Err(error) => Check::bad("emulator", State::Failed, error.to_string(), "see to it that the folder can be read"),
    }
}
