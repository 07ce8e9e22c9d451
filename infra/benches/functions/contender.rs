//! A function as a program: ours, or a peer.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use sysinfo::{Pid, ProcessRefreshKind, ProcessesToUpdate, System};

use crate::events::event;
use crate::runtime_api::RuntimeApi;

/// How often a function is started.
pub const STARTS: usize = 7;

/// How many invocations are measured, behind those that warm up.
pub const INVOCATIONS: u64 = 300;

/// How many invocations warm up.
pub const WARM_UP: u64 = 100;

/// A function that can be started.
pub struct Contender {
    /// The function.
    pub function: String,
    /// What it is written with; nothing for ours.
    pub peer: Option<String>,
    /// The program and its arguments.
    pub command: Vec<PathBuf>,
    /// Its environment, besides what Lambda adds.
    pub variables: BTreeMap<String, String>,
    /// The size of its zip, in bytes.
    pub zip: u64,
}

/// What was measured, each a median.
pub struct Figures {
    /// From the start of the process until it asks for the first event, in milliseconds.
    pub start: f64,
    /// What it holds then, in bytes.
    pub idle: f64,
    /// How long an invocation takes, in milliseconds.
    pub warm: f64,
    /// What it holds after many, in bytes.
    pub used: f64,
}

impl Contender {
    /// Starts the function; from then until it asks for the first event, and what it holds then.
    fn start(&self, services: SocketAddr) -> Result<(Running, Duration, u64), String> {
        let api = RuntimeApi::new();
        let mut command = Command::new(&self.command[0]);
        command.args(&self.command[1..]).env_clear().envs(&self.variables).envs([
            ("AWS_LAMBDA_RUNTIME_API", api.address.to_string().as_str()),
            ("AWS_ENDPOINT_URL", &format!("http://{services}")),
            ("AWS_LAMBDA_FUNCTION_NAME", &self.function),
            ("AWS_LAMBDA_FUNCTION_VERSION", "1"),
            ("AWS_LAMBDA_LOG_GROUP_NAME", "group"),
            ("AWS_LAMBDA_LOG_STREAM_NAME", "stream"),
            ("AWS_REGION", "eu-central-1"),
            ("AWS_DEFAULT_REGION", "eu-central-1"),
            ("AWS_ACCESS_KEY_ID", "none"),
            ("AWS_SECRET_ACCESS_KEY", "none"),
        ]);
        let started = Instant::now();
        let process = command.stdin(Stdio::null()).stdout(Stdio::null()).spawn().map_err(|error| error.to_string())?;
        let running = Running { process, api };
        let start = running.api.polled()? - started;
        thread::sleep(Duration::from_millis(100));
        let idle = running.memory();
        Ok((running, start, idle))
    }

    /// Starts the function once, for one row of [`Contender::figures`].
    pub fn start_once(&self, services: SocketAddr) -> Result<(Duration, u64), String> {
        self.start(services).map(|(_, start, idle)| (start, idle)).map_err(|reason| self.failed(&reason))
    }

    /// Starts the function and invokes it many times: how long each took, and what it holds then.
    pub fn invoke(&self, services: SocketAddr) -> Result<(Vec<Duration>, u64), String> {
        let invoked = || {
            let (running, _, _) = self.start(services)?;
            let mut times = Vec::new();
            for number in 0..WARM_UP + INVOCATIONS {
                times.push(running.api.invoke(event(&self.function, number)?.0.to_string())?);
                running.api.polled()?;
            }
            Ok((times.split_off(WARM_UP as usize), running.memory()))
        };
        invoked().map_err(|reason: String| self.failed(&reason))
    }

    fn failed(&self, reason: &str) -> String {
        format!("{} {}: {reason}", self.function, self.peer.as_deref().unwrap_or("(ours)"))
    }
}

/// A function that runs, until this is dropped.
struct Running {
    process: Child,
    api: RuntimeApi,
}

impl Running {
    /// Its resident memory, in bytes.
    fn memory(&self) -> u64 {
        let mut system = System::new().unwrap();
        let pid = Pid::from_u32(self.process.id());
        let memory = ProcessRefreshKind::nothing().with_memory();
        system.refresh_processes_specifics(ProcessesToUpdate::Some(&[pid]), true, memory);
        system.process(pid).unwrap().memory()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
