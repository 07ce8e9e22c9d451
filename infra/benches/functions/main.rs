//! The size, start, memory and speed of each function as it is deployed to AWS, but for this machine's processor, beside
//! the same handlers in other languages.
//!
//! Each runs against a Lambda Runtime API on the loopback interface and a stand-in of AWS that answers at once.

mod contender;
mod events;
mod loopback;
mod peers;
mod runtime_api;
mod services;

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use cdk::SynthesizedStack;
use comfy_table::{CellAlignment, Table, presets::ASCII_MARKDOWN};
use deploy::{Build, Profile, Progress, Reporter};
use infra::environment::Environment;
use serde_json::{Value, json};

use crate::contender::{Contender, Figures, INVOCATIONS, STARTS, WARM_UP};

/// What every function should stay below: a zip in MB, a start in ms and idle memory in MB.
const GOALS: [f64; 3] = [2.5, 5.0, 8.0];

/// Why zips miss their goal.
const IN_THE_WAY: &str = "In the way of the zips is the client of S3: it can check objects by many checksums, and `crc-fast` has
tables for all of them, 680 kB that hardly compress, for x86-64 processors without carry-less multiplication. Lambda has none of those, but the
crate looks for it when it runs. On arm64, where the shop runs, it looks when it is compiled, and the tables are left out of what is built
for Lambda's processors; that could not be measured on this machine.";

/// Shows on standard error what is built.
struct Building;

impl Reporter for Building {
    fn report(&self, progress: Progress<'_>) {
        if let Progress::Step(text) | Progress::Done(text) = progress {
            eprintln!("{text}");
        }
    }
}

fn main() -> ExitCode {
    match section() {
        Ok(section) => {
            println!("{section}");
            ExitCode::SUCCESS
        }
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}

fn section() -> Result<String, String> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut contenders = ours(&workspace)?;
    let count = contenders.len();
    contenders.extend(peers::peers(&contenders, &workspace.join("target/function-peers"))?);
    let figures = measure(&contenders)?;
    let (ours, peers) = contenders.split_at(count);
    let (figures_of_ours, figures_of_peers) = figures.split_at(count);
    let missed = missed(ours, figures_of_ours);
    let table_of_ours = table_of_ours(ours, figures_of_ours)?;
    let table_of_peers = table_of_peers(ours, figures_of_ours, peers, figures_of_peers);
    Ok(format!(
        "## Functions

Each function as it is deployed, but for this machine's processor, against a Lambda Runtime API and a stand-in of AWS on the
loopback interface, which answers at once and holds nothing but one cart of 4 commits. \"Start\" is from the start of the
process until it asks for its first event, \"idle\" its resident memory then: medians of {STARTS}. \"Warm\" is an invocation
from handing out its event until its answer: the median of {INVOCATIONS} one after another, behind {WARM_UP} others, over
plain HTTP. \"Used\" is the resident memory after those.

{table_of_ours}

{missed}

The same handlers, written plainly with the SDK of each language, under the same servers. Their loop is a small one over the
standard library's HTTP, which is less than the managed runtimes of Lambda do. They load no snapshot and write no metrics,
which ours do. The zip has the SDK in it: for Python as pip installs it, for Node.js in one file, minified by esbuild. The
managed runtimes bring an SDK along, so a zip with the handler alone works, too, with whichever version is there. Ruby
is not among them: Debian packages version 3 of its SDK without DynamoDB and Kinesis.

{table_of_peers}"
    ))
}

/// What stands for a function in either table: zip, start, idle, used and warm.
fn cells(contender: &Contender, figures: &Figures) -> [(f64, usize); 5] {
    let Figures { start, idle, warm, used } = figures;
    [(contender.zip as f64 / 1e6, 2), (*start, 1), (idle / 1e6, 1), (used / 1e6, 1), (*warm, 2)]
}

fn table_of_ours(ours: &[Contender], figures: &[Figures]) -> Result<Table, String> {
    let mut table = Table::new();
    let heads = ["function", "zip MB", "start ms", "idle MB", "used MB", "warm ms", "an invocation"];
    table.load_style(ASCII_MARKDOWN).set_header(heads);
    align(&mut table, 1..6);
    for (contender, figures) in ours.iter().zip(figures) {
        let (_, invocation) = events::event(&contender.function, 0)?;
        let numbers = cells(contender, figures).map(|(number, digits)| format!("{number:.digits$}"));
        table.add_row([format!("`{}`", contender.function)].into_iter().chain(numbers).chain([invocation.to_owned()]));
    }
    let [zip, start, idle] = GOALS.map(|goal| goal.to_string());
    table.add_row(["goal: below", &zip, &start, &idle, "", "", ""]);
    Ok(table)
}

/// Which functions miss which goals.
fn missed(ours: &[Contender], figures: &[Figures]) -> String {
    let misses = ours.iter().zip(figures).flat_map(|(contender, figures)| {
        let measured = cells(contender, figures).map(|(number, _)| number);
        let goals = ["zip", "start", "idle memory"].into_iter().zip(measured).zip(GOALS);
        goals
            .filter(|((_, measured), goal)| measured >= goal)
            .map(|((what, _), _)| format!("{what} of `{}`", contender.function))
    });
    let misses: Vec<_> = misses.collect();
    if misses.is_empty() {
        "Every goal is met.".to_owned()
    } else {
        let missed = format!("Goals that are missed: {}.", misses.join(", "));
        // The client of S3 is in each of the functions that are too large, and in no other.
        if misses.iter().any(|missed| missed.starts_with("zip")) { format!("{missed} {IN_THE_WAY}") } else { missed }
    }
}

fn table_of_peers(ours: &[Contender], figures: &[Figures], peers: &[Contender], of_peers: &[Figures]) -> Table {
    let mut table = Table::new();
    let measured = ["zip MB", "start ms", "idle MB", "used MB", "warm ms"];
    let heads = measured.iter().flat_map(|head| [*head, "times ours"]);
    table.load_style(ASCII_MARKDOWN).set_header(["function", "peer"].into_iter().chain(heads));
    align(&mut table, 2..12);
    for (peer, of_peer) in peers.iter().zip(of_peers) {
        let place = ours.iter().position(|ours| ours.function == peer.function).unwrap();
        let pairs = cells(peer, of_peer).into_iter().zip(cells(&ours[place], &figures[place]));
        let numbers = pairs
            .flat_map(|((theirs, digits), (ours, _))| [format!("{theirs:.digits$}"), format!("{:.2}", theirs / ours)]);
        let names = [format!("`{}`", peer.function), peer.peer.clone().unwrap_or_default()];
        table.add_row(names.into_iter().chain(numbers));
    }
    table
}

fn align(table: &mut Table, numbers: Range<usize>) {
    for column in table.column_iter_mut().skip(numbers.start).take(numbers.len()) {
        column.set_cell_alignment(CellAlignment::Right);
    }
}

/// Every function of the stack.
fn ours(workspace: &Path) -> Result<Vec<Contender>, String> {
    let stack = infra::app::synthesized(Environment::LOCAL).map_err(|errors| errors.to_string())?;
    let build = Build {
        tools: workspace.join("target/tools"),
        workspace: workspace.to_owned(),
        functions: stack.functions.iter().map(|function| function.name).collect(),
        architecture: Environment::LOCAL.architecture,
        profile: Profile::Function,
    };
    let runtime = tokio::runtime::Runtime::new().map_err(|error| error.to_string())?;
    let code = runtime.block_on(build.run(&Building)).map_err(|error| error.to_string())?;
    let contender = |code: &deploy::Code| Contender {
        function: code.function().to_owned(),
        peer: None,
        command: vec![PathBuf::from(code.binary())],
        variables: variables(&stack, code.function()),
        zip: code.size() as u64,
    };
    Ok(code.iter().map(contender).collect())
}

/// The environment variables of a function in the template.
fn variables(stack: &SynthesizedStack, function: &str) -> BTreeMap<String, String> {
    let asset = stack.functions.iter().find(|asset| asset.name == function).unwrap();
    let properties = json!(stack.template.resources[&asset.logical_id].properties);
    let variables = properties["Environment"]["Variables"].as_object().into_iter().flatten();
    let memory = ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE".to_owned(), properties["MemorySize"].to_string());
    variables.map(|(name, value)| (name.clone(), resolved(value))).chain([memory]).collect()
}

/// A value of a template, with the names of resources in place of what they will be.
fn resolved(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(function) if function.contains_key("Fn::Sub") => {
            resolved(&function["Fn::Sub"]).replace(['$', '{', '}'], "")
        }
        Value::Object(function) => function.values().map(resolved).collect(),
        Value::Array(parts) => parts.iter().map(resolved).collect::<Vec<_>>().join("."),
        other => other.to_string(),
    }
}

/// Measures each contender, in turns, so that what else the machine does hits them all.
fn measure(contenders: &[Contender]) -> Result<Vec<Figures>, String> {
    let services = services::start();
    let mut starts = vec![Vec::new(); contenders.len()];
    for round in 0..STARTS {
        eprintln!("starting each function, {} of {STARTS}", round + 1);
        for (contender, starts) in contenders.iter().zip(&mut starts) {
            starts.push(contender.start_once(services)?);
        }
    }
    contenders
        .iter()
        .zip(starts)
        .map(|(contender, starts)| {
            eprintln!("invoking {} {}", contender.function, contender.peer.as_deref().unwrap_or("(ours)"));
            let (times, used) = contender.invoke(services)?;
            Ok(Figures {
                start: median(starts.iter().map(|(start, _)| start.as_secs_f64() * 1e3)),
                idle: median(starts.iter().map(|(_, idle)| *idle as f64)),
                warm: median(times.iter().map(|time| time.as_secs_f64() * 1e3)),
                used: used as f64,
            })
        })
        .collect()
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<_> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
