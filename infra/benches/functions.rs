//! The size, start and memory of each function as it is deployed to AWS, but for this machine's processor.
//!
//! Each binary runs against a Lambda Runtime API on the loopback interface that never hands out an event: the time until
//! it asks for the first one is its start, and what it holds then is its idle memory. Medians of 7.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use deploy::{Build, Profile, Progress, Reporter};
use infra::environment::Environment;
use sysinfo::{Pid, ProcessRefreshKind, ProcessesToUpdate, System};

const RUNS: usize = 7;

struct Silent;

impl Reporter for Silent {
    fn report(&self, _: Progress<'_>) {}
}

fn main() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let stack = infra::app::synthesized(Environment::LOCAL).unwrap();
    let build = Build {
        tools: workspace.join("target/tools"),
        workspace,
        functions: stack.functions.iter().map(|function| function.name).collect(),
        architecture: Environment::LOCAL.architecture,
        profile: Profile::Function,
    };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let code = runtime.block_on(build.run(&Silent)).unwrap();
    println!("{:<16} {:>9} {:>9} {:>9}", "function", "zip MB", "start ms", "idle MiB");
    for code in code {
        let runs: Vec<_> = (0..RUNS).map(|_| start(code.binary())).collect();
        let milliseconds = median(runs.iter().map(|(start, _)| start.as_secs_f64() * 1e3));
        let mebibytes = median(runs.iter().map(|(_, bytes)| *bytes as f64 / f64::from(1 << 20)));
        let megabytes = code.size() as f64 / 1e6;
        println!("{:<16} {megabytes:>9.2} {milliseconds:>9.1} {mebibytes:>9.1}", code.function());
    }
}

/// How long a function takes until it asks for its first event, and how much memory it holds then.
fn start(binary: &Path) -> (Duration, u64) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let api = listener.local_addr().unwrap().to_string();
    let mut command = Command::new(binary);
    let variables = [
        ("AWS_LAMBDA_RUNTIME_API", api.as_str()),
        ("AWS_LAMBDA_FUNCTION_NAME", "function"),
        ("AWS_LAMBDA_FUNCTION_VERSION", "1"),
        ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256"),
        ("AWS_LAMBDA_LOG_GROUP_NAME", "group"),
        ("AWS_LAMBDA_LOG_STREAM_NAME", "stream"),
        ("AWS_REGION", "eu-central-1"),
        ("AWS_ACCESS_KEY_ID", "none"),
        ("AWS_SECRET_ACCESS_KEY", "none"),
        ("CARTS_TABLE", "carts"),
        ("EVENTS_STREAM", "events"),
        ("ARCHIVE_BUCKET", "archive"),
        ("RELATED_TABLE", "related"),
        ("RELATED_ITEMS_QUEUE", "https://sqs.eu-central-1.amazonaws.com/1/queue.fifo"),
    ];
    command.env_clear().envs(variables).stdin(Stdio::null()).stdout(Stdio::null());
    let started = Instant::now();
    let mut function = command.spawn().unwrap();
    let (connection, _) = listener.accept().unwrap();
    let mut request = String::new();
    BufReader::new(&connection).read_line(&mut request).unwrap();
    let start = started.elapsed();
    assert!(request.starts_with("GET /2018-06-01/runtime/invocation/next"), "{request}");
    std::thread::sleep(Duration::from_millis(100));
    let mut system = System::new().unwrap();
    let pid = Pid::from_u32(function.id());
    system.refresh_processes_specifics(
        ProcessesToUpdate::Some(&[pid]),
        true,
        ProcessRefreshKind::nothing().with_memory(),
    );
    let memory = system.process(pid).unwrap().memory();
    function.kill().unwrap();
    function.wait().unwrap();
    (start, memory)
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<_> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
