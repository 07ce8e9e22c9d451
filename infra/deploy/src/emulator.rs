//! The emulator: an AWS on this machine that deploys need no account for.
//!
//! ministack, pinned, in a virtual environment; started on a free port of the loopback interface over TLS, with IAM
//! enforced. It runs on until it is stopped, and later commands find it through a file.

mod certificate;
mod process;

use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use tokio::process::Command;

use crate::error::DeployError;
use crate::lock::lock;
use crate::python::{PythonTool, last_lines};
use crate::report::Reporter;
use certificate::Certificates;
use process::Process;

/// The access key, and secret, of the emulator's administrator.
pub(crate) const ACCESS_KEY: &str = "test";

/// The region that the emulator plays.
pub(crate) const REGION: &str = "us-east-1";

const MINISTACK: PythonTool =
    PythonTool { name: "the emulator", requirements: include_str!("../requirements/emulator.txt") };

const LAUNCHER: &str = include_str!("../emulator/launch.py");

/// How long the emulator may take to answer after it was started.
const START: Duration = Duration::from_secs(60);

/// How often another port is tried when somebody else took the one that was free.
const PORTS: usize = 3;

/// An emulator that is running.
#[derive(Debug)]
pub struct Emulator {
    folder: PathBuf,
    state: State,
}

/// What later commands need to find a running emulator.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct State {
    process: Process,
    port: u16,
}

/// What stopping found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stopped {
    /// The emulator ran, and every process that it had started is gone with it.
    Now,
    /// It was not running.
    Before,
}

impl Emulator {
    /// The emulator of `folder`, if it is running.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn running(folder: &Path) -> Result<Option<Self>, DeployError> {
        let path = state_file(folder);
        let state = match fs::read(&path) {
            Ok(state) => state,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(DeployError::file("read", path)(error)),
        };
        // A file that was cut off in the middle belongs to an emulator that did not come up.
        let state = serde_json::from_slice::<State>(&state).ok().filter(|state| state.process.is_alive());
        Ok(state.map(|state| Self { folder: folder.to_owned(), state }))
    }

    /// The emulator of `folder`, started if it is not running. `tools` is where it is installed.
    ///
    /// # Errors
    /// No Python, no network for the first installation, or an emulator that does not come up.
    pub async fn start(folder: &Path, tools: &Path, reporter: &dyn Reporter) -> Result<Self, DeployError> {
        fs::create_dir_all(folder).map_err(DeployError::file("create", folder))?;
        fs::create_dir_all(tools).map_err(DeployError::file("create", tools))?;
        // Two commands at a time start one emulator.
        let _lock = lock(&folder.join("lock")).await?;
        if let Some(running) = Self::running(folder)? {
            // A command that was broken off may have started it just now.
            running.answers().await?;
            return Ok(running);
        }
        let programs = {
            let _lock = lock(&tools.join("emulator.lock")).await?;
            MINISTACK.install(&tools.join("emulator"), reporter).await?
        };
        reporter.step("starting the emulator");
        let mut failure = None;
        for _ in 0..PORTS {
            match Self::start_once(folder, &programs).await {
                Ok(emulator) => {
                    reporter.done(format!("emulator running at {}", emulator.endpoint()));
                    return Ok(emulator);
                }
                Err(error) => failure = Some(error),
            }
        }
        Err(failure.unwrap_or_else(|| start_error(folder, "no port was tried")))
    }

    async fn start_once(folder: &Path, programs: &Path) -> Result<Self, DeployError> {
        let certificates = Certificates::write(folder)?;
        let port = free_port()?;
        let log = File::create(log_file(folder)).map_err(DeployError::file("create", log_file(folder)))?;
        let errors = log.try_clone().map_err(DeployError::file("open", log_file(folder)))?;
        let temporary = folder.join("tmp");
        fs::create_dir_all(&temporary).map_err(DeployError::file("create", &temporary))?;

        let launcher = folder.join("launch.py");
        fs::write(&launcher, LAUNCHER).map_err(DeployError::file("write", &launcher))?;

        let endpoint = endpoint(port);
        // A process group of its own: it outlives this command, gets none of its signals, and can be stopped as a whole.
        let mut command = Command::new(programs.join("python"));
        command.arg(&launcher).current_dir(folder).process_group(0);
        // Functions inherit this environment, so it holds nothing of the user's.
        command.env_clear().envs(std::env::var_os("PATH").map(|path| ("PATH", path)));
        command.envs([
            ("GATEWAY_PORT", port.to_string().as_str()),
            ("BIND_HOST", "127.0.0.1"),
            ("MINISTACK_HOST", "127.0.0.1"),
            ("MINISTACK_REGION", REGION),
            ("AUTH", "true"),
            ("USE_SSL", "1"),
            ("LAMBDA_EXECUTOR", "local"),
            ("SFTP_ENABLED", "0"),
            ("IOT_MTLS_ENABLED", "0"),
            ("PYTHONUNBUFFERED", "1"),
            ("AWS_ENDPOINT_URL", endpoint.as_str()),
        ]);
        command.env("HOME", folder).env("TMPDIR", &temporary);
        command.env("MINISTACK_SSL_CERT", &certificates.server).env("MINISTACK_SSL_KEY", &certificates.key);
        command.env("SSL_CERT_FILE", &certificates.authority);
        command.stdin(Stdio::null()).stdout(log).stderr(errors);
        let mut child =
            command.spawn().map_err(|source| DeployError::Program { program: "the emulator".to_owned(), source })?;

        let process = child.id().and_then(Process::of).ok_or_else(|| start_error(folder, "it ended at once"))?;
        let emulator = Self { folder: folder.to_owned(), state: State { process, port } };
        let come_up = async {
            let state = serde_json::to_vec(&emulator.state).unwrap_or_default();
            fs::write(state_file(folder), state).map_err(DeployError::file("write", state_file(folder)))?;
            emulator.answers().await
        };
        if let Err(error) = come_up.await {
            process.stop_group();
            let ended =
                child.try_wait().ok().flatten().map(|status| start_error(folder, &format!("it ended with {status}")));
            return Err(ended.unwrap_or(error));
        }
        Ok(emulator)
    }

    /// Waits until it answers.
    async fn answers(&self) -> Result<(), DeployError> {
        let deadline = Instant::now() + START;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.state.port)).is_err() {
            if !self.state.process.is_alive() {
                return Err(start_error(&self.folder, "it ended"));
            }
            if Instant::now() > deadline {
                return Err(start_error(&self.folder, &format!("it did not answer within {} s", START.as_secs())));
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    /// Stops the emulator of `folder` with every process that it started.
    ///
    /// # Errors
    /// When its files cannot be accessed.
    pub fn stop(folder: &Path) -> Result<Stopped, DeployError> {
        let Some(emulator) = Self::running(folder)? else {
            return Ok(Stopped::Before);
        };
        emulator.state.process.stop_group();
        for remains in [state_file(folder), folder.join("tmp")] {
            let removed = if remains.is_dir() { fs::remove_dir_all(&remains) } else { fs::remove_file(&remains) };
            match removed {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(DeployError::file("remove", remains)(error));
                }
                _ => {}
            }
        }
        Ok(Stopped::Now)
    }

    /// Where it answers.
    #[must_use]
    pub fn endpoint(&self) -> String {
        endpoint(self.state.port)
    }

    /// Its process, which is also its process group.
    #[must_use]
    pub fn process_id(&self) -> u32 {
        self.state.process.id()
    }

    /// The certificate to trust, as PEM.
    pub(crate) fn certificate(&self) -> Result<Vec<u8>, DeployError> {
        let path = Certificates::authority(&self.folder);
        fs::read(&path).map_err(DeployError::file("read", path))
    }
}

fn endpoint(port: u16) -> String {
    format!("https://127.0.0.1:{port}")
}

fn state_file(folder: &Path) -> PathBuf {
    folder.join("emulator.json")
}

fn log_file(folder: &Path) -> PathBuf {
    folder.join("emulator.log")
}

fn free_port() -> Result<u16, DeployError> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr());
    listener.map(|address| address.port()).map_err(DeployError::file("find a free port on", "127.0.0.1"))
}

fn start_error(folder: &Path, reason: &str) -> DeployError {
    let log = log_file(folder);
    let tail = last_lines(&fs::read_to_string(&log).unwrap_or_default(), 15);
    DeployError::EmulatorStart { reason: reason.to_owned(), log, tail }
}
