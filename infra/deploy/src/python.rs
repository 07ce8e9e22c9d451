//! Tools from PyPI, each in a virtual environment of its own with every version pinned.

use std::fs;
use std::path::{Path, PathBuf};

use tokio::process::Command;

use crate::error::DeployError;
use crate::report::Reporter;

/// A tool that is installed from PyPI.
pub(crate) struct PythonTool {
    /// Its name.
    pub name: &'static str,
    /// What to install, as `pip` reads it.
    pub requirements: &'static str,
}

impl PythonTool {
    /// Installs the tool into `folder` unless it is there already, and returns the folder of its programs. What is there
    /// in another version, or half, is made anew.
    pub async fn install(&self, folder: &Path, reporter: &dyn Reporter) -> Result<PathBuf, DeployError> {
        let programs = folder.join("bin");
        let stamp = folder.join("installed.txt");
        if fs::read_to_string(&stamp).is_ok_and(|installed| installed == self.requirements) {
            return Ok(programs);
        }
        reporter.step(format!("installing {} into {}", self.name, folder.display()));
        match fs::remove_dir_all(folder) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(DeployError::file("remove", folder)(error));
            }
            _ => {}
        }
        fs::create_dir_all(folder).map_err(DeployError::file("create", folder))?;
        let requirements = folder.join("requirements.txt");
        fs::write(&requirements, self.requirements).map_err(DeployError::file("write", &requirements))?;
        self.run(Command::new("python3").args(["-m", "venv"]).arg(folder), folder).await?;
        let mut pip = Command::new(programs.join("python"));
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", "--requirement"]);
        self.run(pip.arg(&requirements), folder).await?;
        fs::write(&stamp, self.requirements).map_err(DeployError::file("write", &stamp))?;
        reporter.done(format!("{} installed", self.name));
        Ok(programs)
    }

    async fn run(&self, command: &mut Command, folder: &Path) -> Result<(), DeployError> {
        let output = command.kill_on_drop(true).output().await.map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => DeployError::NoPython,
            _ => DeployError::Program { program: "python3".to_owned(), source: error },
        })?;
        if output.status.success() {
            return Ok(());
        }
        let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
        Err(DeployError::Install { tool: self.name, folder: folder.to_owned(), output: last_lines(&said, 15) })
    }
}

/// The last lines of a text.
pub(crate) fn last_lines(text: &str, count: usize) -> String {
    let lines: Vec<_> = text.trim_end().lines().collect();
    lines[lines.len().saturating_sub(count)..].join("\n")
}
