//! What the deploy engine adds to the time that CloudFormation itself is at work, for a change of one function: zip, upload,
//! change set, execution, following, and what comes after. Starts an emulator of its own, on which CloudFormation's part is
//! short; on AWS it takes longer, and the engine's part adds the way to AWS and back.

use std::path::Path;
use std::time::{Duration, Instant, SystemTime};

use cdk::SynthesizedStack;
use comfy_table::{CellAlignment, Table, presets};
use deploy::{Code, Connection, Deployment, Emulator, Options, Progress, Reporter, Rollout};
use infra::app::synthesized;
use infra::environment::Environment;

const SAMPLES: usize = 15;

/// The size of a function's binary.
const BINARY: usize = 4_000_000;

struct Silent;

impl Reporter for Silent {
    fn report(&self, _: Progress<'_>) {}
}

#[tokio::main]
async fn main() {
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target");
    let folder = target.join("bench-deploy");
    Emulator::stop(&folder).unwrap();
    let emulator = Emulator::start(&folder, &target.join("tools"), &Silent).await.unwrap();
    let connection = Connection::emulator(&emulator).await.unwrap();
    let stack = synthesized(Environment::LOCAL).unwrap();
    let name = &stack.props.name;
    let binaries = tempfile::tempdir().unwrap();
    for function in &stack.functions {
        write_binary(binaries.path(), function.name, 0);
    }
    deploy(&connection, &stack, binaries.path()).await;

    let (mut walls, mut works, mut overheads) = (Vec::new(), Vec::new(), Vec::new());
    for sample in 1..=SAMPLES {
        write_binary(binaries.path(), stack.functions[0].name, sample);
        let started = Instant::now();
        deploy(&connection, &stack, binaries.path()).await;
        let wall = started.elapsed();
        let work = work(&connection, name).await;
        walls.push(wall);
        works.push(work);
        overheads.push(wall.saturating_sub(work));
    }
    let started = Instant::now();
    deploy(&connection, &stack, binaries.path()).await;
    let unchanged = started.elapsed();
    Emulator::stop(&folder).unwrap();

    println!("## Deploy engine\n");
    println!(
        "Deploys of {} resources to the emulator, medians of {SAMPLES}. On AWS CloudFormation takes longer; the engine's part adds the
way there and back.\n",
        stack.template.resources.len()
    );
    let mut table = Table::new();
    table.load_style(presets::ASCII_MARKDOWN).set_header(["deploy", "wall ms", "CloudFormation ms", "engine ms"]);
    table.add_row(["one function changed".to_owned(), median(walls), median(works), median(overheads)]);
    let unchanged = median(vec![unchanged]);
    table.add_row(["nothing changed, once".to_owned(), unchanged.clone(), "-".to_owned(), unchanged]);
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    println!("{table}");
}

/// A binary that compresses about as well as real ones do.
fn write_binary(folder: &Path, function: &str, version: usize) {
    let mut state = version as u64 + 1;
    let noise = std::iter::repeat_with(|| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 60) as u8
    });
    let folder = folder.join(function);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("bootstrap"), noise.take(BINARY).collect::<Vec<_>>()).unwrap();
}

async fn deploy(connection: &Connection, stack: &SynthesizedStack, binaries: &Path) {
    let cache = binaries.join("zips");
    let code: Vec<_> =
        stack.functions.iter().map(|function| Code::of(function.name, binaries, &cache).unwrap()).collect();
    let rollout = Rollout::new(vec![Deployment::new(connection, stack, &code, Options::default()).unwrap()]);
    let plan = rollout.plan(&Silent).await.unwrap();
    for outcome in rollout.carry_out(&plan, &Silent).await {
        outcome.result.unwrap();
    }
}

/// How long CloudFormation was at work in the last operation.
async fn work(connection: &Connection, stack: &str) -> Duration {
    let client = aws_sdk_cloudformation::Client::new(connection.config());
    let mut events = client.describe_stack_events().stack_name(stack).into_paginator().items().send();
    let mut times = Vec::new();
    // The newest two of the stack itself: its end and its beginning.
    while times.len() < 2 {
        let event = events.next().await.unwrap().unwrap();
        if event.logical_resource_id() == Some(stack) {
            times.push(SystemTime::try_from(*event.timestamp().unwrap()).unwrap());
        }
    }
    times[0].duration_since(times[1]).unwrap()
}

fn median(mut times: Vec<Duration>) -> String {
    times.sort_unstable();
    format!("{:.0}", times[times.len() / 2].as_secs_f64() * 1e3)
}
