//! The command line, with an emulator of its own.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use deploy::Emulator;
use sysinfo::{ProcessRefreshKind, ProcessesToUpdate, System, UpdateKind};

/// Runs commands; what is left of the environment goes with it.
pub struct Commands {
    folder: PathBuf,
}

/// What a command did.
#[derive(Debug)]
pub struct Ran {
    pub success: bool,
    pub answer: String,
    pub errors: String,
}

/// Python, as the emulator brings it along.
pub fn python() -> PathBuf {
    let tools = std::env::var_os("INFRA_TOOLS_FOLDER")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/tools"), PathBuf::from);
    tools.join("emulator/bin/python")
}

impl Commands {
    pub fn new(name: &str) -> Self {
        let commands = Self { folder: Path::new(env!("CARGO_TARGET_TMPDIR")).join(name) };
        // What a run that was killed may have left behind.
        commands.destroy();
        commands
    }

    /// A command that is not running yet.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_infra"));
        command.args(arguments).env("INFRA_EMULATOR_FOLDER", &self.folder).stdin(Stdio::null());
        command
    }

    /// Runs a command.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        let output = self.command(arguments).output().unwrap();
        Ran {
            success: output.status.success(),
            answer: String::from_utf8(output.stdout).unwrap(),
            errors: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Runs a command that has to succeed, and returns its answer.
    #[track_caller]
    pub fn ok(&self, arguments: &[&str]) -> String {
        let ran = self.run(arguments);
        assert!(ran.success, "infra {} failed:\n{}{}", arguments.join(" "), ran.answer, ran.errors);
        ran.answer
    }

    pub fn emulator(&self) -> Emulator {
        Emulator::running(&self.folder).unwrap().expect("the emulator is running")
    }

    /// The certificate that the emulator's own is signed with.
    pub fn certificate(&self) -> PathBuf {
        self.folder.join("authority.pem")
    }

    /// What the emulator and the functions logged.
    pub fn emulator_log(&self) -> String {
        std::fs::read_to_string(self.folder.join("emulator.log")).unwrap()
    }

    /// Kills the emulator, and the functions with it, as a machine that runs out of memory would.
    pub fn kill_emulator(&self) {
        let group = format!("-{}", self.emulator().process_id());
        assert!(Command::new("kill").args(["-KILL", "--", &group]).status().unwrap().success());
        while !self.processes().is_empty() {
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
    }

    #[track_caller]
    pub fn assert_nothing_is_left(&self) {
        assert!(Emulator::running(&self.folder).unwrap().is_none());
        assert_eq!(self.processes(), Vec::<String>::new(), "these processes are still running");
    }

    /// The command lines of processes that run in the emulator's folder: the emulator itself and every function.
    fn processes(&self) -> Vec<String> {
        let mut system = System::new().unwrap();
        let what = ProcessRefreshKind::nothing().with_cwd(UpdateKind::Always).with_cmd(UpdateKind::Always);
        system.refresh_processes_specifics(ProcessesToUpdate::All, true, what);
        let ours = system
            .processes()
            .values()
            .filter(|process| process.cwd().is_some_and(|cwd| cwd.starts_with(&self.folder)));
        ours.map(|process| format!("{:?}", process.cmd())).collect()
    }

    fn destroy(&self) {
        let ran = self.run(&["destroy", "--env", "local"]);
        if !ran.success {
            eprintln!("{}", ran.errors);
        }
    }
}

impl Drop for Commands {
    fn drop(&mut self) {
        self.destroy();
    }
}
