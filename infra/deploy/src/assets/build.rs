//! Building functions with cargo-lambda.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use cdk::constructs::Architecture;
use tokio::process::Command;

use crate::assets::code::Code;
use crate::error::DeployError;
use crate::lock::lock;
use crate::python::PythonTool;
use crate::report::Reporter;

const CARGO_LAMBDA: PythonTool =
    PythonTool { name: "cargo-lambda", requirements: include_str!("../../requirements/cargo-lambda.txt") };

/// How functions are compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Quickly, for this machine.
    Dev,
    /// Small and fast, for AWS: the profile `function` of the workspace.
    Function,
}

/// A build of functions.
#[derive(Debug, Clone)]
pub struct Build {
    /// The root of the workspace.
    pub workspace: PathBuf,
    /// Where cargo-lambda is installed if it is not on the path.
    pub tools: PathBuf,
    /// The names of the functions, which are those of their binaries.
    pub functions: Vec<&'static str>,
    /// The processor that they run on.
    pub architecture: Architecture,
    /// How they are compiled.
    pub profile: Profile,
}

impl Build {
    /// Compiles the functions and zips them, in the order of their names here.
    ///
    /// # Errors
    /// No Python to install cargo-lambda with, no compiler for the target, or code that does not compile.
    pub async fn run(&self, reporter: &dyn Reporter) -> Result<Vec<Code>, DeployError> {
        let target = self.workspace.join("target");
        fs::create_dir_all(&target).map_err(DeployError::file("create", &target))?;
        // cargo-lambda moves binaries about after cargo has let go of its own lock.
        let _lock = lock(&target.join("functions.lock")).await?;
        let binaries = self.compile(reporter).await?;
        let cache = target.join("assets");
        let code = self.functions.iter().map(|function| Code::of(function, &binaries, &cache));
        let code = code.collect::<Result<_, _>>()?;
        reporter.done(format!("{} functions built", self.functions.len()));
        Ok(code)
    }

    /// Compiles the functions and returns the folder that holds `NAME/bootstrap` for each.
    async fn compile(&self, reporter: &dyn Reporter) -> Result<PathBuf, DeployError> {
        let target = target(self.architecture);
        check_target(target, &self.workspace).await?;
        let mut command = self.cargo_lambda(reporter).await?;
        reporter.step(format!("building {} functions for {target}", self.functions.len()));
        let profile = match self.profile {
            Profile::Dev => "dev",
            Profile::Function => "function",
        };
        let output = self.workspace.join("target/lambda").join(target).join(profile);
        command.current_dir(&self.workspace).args(["lambda", "build", "--quiet", "--target", target]);
        command.args(["--profile", profile]).arg("--lambda-dir").arg(&output);
        match self.profile {
            // The whole workspace decides on the features of dependencies, so that `cargo test --workspace` shares the build.
            Profile::Dev => command.arg("--workspace"),
            Profile::Function => {
                let set = std::env::var("RUSTFLAGS").ok();
                command.args(["--package", "functions"]).env("RUSTFLAGS", rustflags(self.architecture, set))
            }
        };
        // For AWS, zig links against the C library of Lambda's system, which is older than that of most machines.
        if self.profile == Profile::Dev && target == host_target() {
            command.args(["--compiler", "cargo"]);
        }
        for function in &self.functions {
            command.args(["--bin", function]);
        }
        for (name, _) in std::env::vars_os().filter(|(name, _)| is_left_by_cargo(&name.to_string_lossy())) {
            command.env_remove(name);
        }
        let status = command.stdin(Stdio::null()).stdout(std::io::stderr()).kill_on_drop(true).status().await;
        let status = status.map_err(|source| DeployError::Program { program: "cargo lambda".to_owned(), source })?;
        if !status.success() {
            return Err(DeployError::Build);
        }
        Ok(output)
    }

    /// cargo-lambda from the path, or else from PyPI.
    async fn cargo_lambda(&self, reporter: &dyn Reporter) -> Result<Command, DeployError> {
        let mut version = Command::new("cargo-lambda");
        version.args(["lambda", "--version"]).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        if version.status().await.is_ok_and(|status| status.success()) {
            return Ok(Command::new("cargo-lambda"));
        }
        let programs = CARGO_LAMBDA.install(&self.tools.join("cargo-lambda"), reporter).await?;
        let mut command = Command::new(programs.join("cargo-lambda"));
        // Where cargo-zigbuild, inside of cargo-lambda, finds the zig that was installed along.
        command.env("CARGO_ZIGBUILD_PYTHON_PATH", programs.join("python"));
        Ok(command)
    }
}

/// The flags of rustc for functions on AWS, besides those that the user has set: every processor of Lambda has at least what
/// these have, so nothing is needed for lesser ones.
///
/// <https://docs.aws.amazon.com/lambda/latest/dg/foundation-arch.html>
/// <https://docs.aws.amazon.com/lambda/latest/dg/runtimes-avx2.html>
fn rustflags(architecture: Architecture, set: Option<String>) -> String {
    let processor = match architecture {
        Architecture::Arm64 => "neoverse-n1",
        Architecture::X86_64 => "haswell",
    };
    [format!("-C target-cpu={processor}")].into_iter().chain(set).collect::<Vec<_>>().join(" ")
}

/// The Rust target of functions on an architecture.
#[must_use]
pub fn target(architecture: Architecture) -> &'static str {
    match architecture {
        Architecture::Arm64 => "aarch64-unknown-linux-gnu",
        Architecture::X86_64 => "x86_64-unknown-linux-gnu",
    }
}

/// Whether a variable describes the package that `cargo run` runs. Build scripts look at these, so leaving them in place
/// would make this build another than the one that the user, or a test, makes.
fn is_left_by_cargo(variable: &str) -> bool {
    ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_TARGET_TMPDIR"]
        .iter()
        .any(|prefix| variable.starts_with(prefix))
        || variable == "CARGO"
}

/// The target that this program was compiled for, if functions can be.
fn host_target() -> &'static str {
    match (cfg!(target_os = "linux"), cfg!(target_arch = "aarch64"), cfg!(target_arch = "x86_64")) {
        (true, true, _) => "aarch64-unknown-linux-gnu",
        (true, _, true) => "x86_64-unknown-linux-gnu",
        _ => "",
    }
}

/// Whether the standard library for the target is installed.
async fn check_target(target: &str, workspace: &Path) -> Result<(), DeployError> {
    let mut rustc = Command::new("rustc");
    rustc.current_dir(workspace);
    let output = rustc.args(["--print", "target-libdir", "--target", target]).stdin(Stdio::null()).output().await;
    let output = output.map_err(|source| DeployError::Program { program: "rustc".to_owned(), source })?;
    let libraries = String::from_utf8_lossy(&output.stdout);
    if output.status.success() && Path::new(libraries.trim()).is_dir() {
        Ok(())
    } else {
        Err(DeployError::NoTarget(target.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flags_of_the_user_come_last_so_that_they_win() {
        let flags = rustflags(Architecture::Arm64, Some("-C target-cpu=native".to_owned()));
        assert_eq!(flags, "-C target-cpu=neoverse-n1 -C target-cpu=native");
        assert_eq!(rustflags(Architecture::X86_64, None), "-C target-cpu=haswell");
    }
}
