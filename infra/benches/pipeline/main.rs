//! How fast commands go through the shop on this machine, as the load grows to what the emulator keeps up with, and how much
//! of that is the emulator: beside the shop's functions, functions that do nothing are measured in the same places.
//!
//! Starts an emulator of its own for each.

mod handlers;
mod load;
mod shop;

use std::fs;

use comfy_table::{CellAlignment, Table, presets};
use deploy::Code;

use handlers::{Handlers, Kind};
use load::{Measured, Step, Times, measure};
use shop::{Shop, build, stack};

const DO_NOTHING: &str = "do-nothing";

/// What limits the pipeline, which the figures alone do not say.
const NOTES: &str = "\
- The emulator hands out batches on one thread: `publish`, `archive`, `related-items` and `reminders` run one after the
  other, so that the time of a batch is the sum of theirs. On AWS each has its own pollers and they run side by side.
- The emulator is one Python process. What functions ask of DynamoDB and Kinesis while they handle a batch waits there for
  each other, for the commands that come in, and for this benchmark.
- The functions are compiled as `deploy --env local` compiles them, for a quick build, without optimization.
- All of it, and what sends the commands, shares this machine's processors, so little of this says anything about AWS.";

#[tokio::main]
async fn main() {
    let stack = stack();
    let functions: Vec<_> = stack.functions.iter().map(|function| function.name).collect();
    let code = build(functions.clone()).await;
    let nothing = build(vec![DO_NOTHING]).await.remove(0);
    let binaries = tempfile::tempdir().unwrap();
    let in_place = |name: &'static str| {
        let folder = binaries.path().join(name);
        fs::create_dir(&folder).unwrap();
        fs::copy(nothing.binary(), folder.join("bootstrap")).unwrap();
        Code::of(name, binaries.path(), &binaries.path().join("zips")).unwrap()
    };
    let do_nothing: Vec<_> = functions.into_iter().map(in_place).collect();

    eprintln!("the shop's functions");
    let shop = Shop::deployed(&stack, &code).await;
    let ours = measure(&Handlers::new(&shop, Kind::Shop)).await;
    drop(shop);
    eprintln!("functions that do nothing");
    let shop = Shop::deployed(&stack, &do_nothing).await;
    let hops = measure(&Handlers::new(&shop, Kind::Hops)).await;
    eprintln!("invocations of a function that does nothing");
    let invocations = measure(&Handlers::new(&shop, Kind::Invocations)).await;
    drop(shop);

    println!("## Pipeline on the emulator\n");
    println!(
        "A command opens a cart. Commands come at a constant rate, whatever becomes of those before (open loop), for 10 s a
step, and the time of each counts from the moment at which it was due. The rate doubles until less than nine tenths come
through, or one in a hundred takes more than 5 s. \"Nothing\" is a Rust function that does nothing in the place of each of
the shop's, with the same mappings, and the same two writes (the table's item, the stream's record) made by the benchmark.
Our share is what of the median time is not the emulator's with functions that do nothing.\n"
    );
    println!("Command to answer:\n\n{}\n", comparison(&ours, &hops, |step| &step.answers, "accepted/s"));
    println!("Command to projection:\n\n{}\n", comparison(&ours, &hops, |step| &step.arrivals, "events/s"));
    println!(
        "A function that does nothing, invoked as commands are, without any hop after it:\n\n{}\n",
        alone(&invocations)
    );
    println!("{NOTES}");
}

/// The shop's times beside those of functions that do nothing.
fn comparison(ours: &Measured, nothing: &Measured, times: fn(&Step) -> &Times, rate: &str) -> String {
    let heads = ["commands/s", rate, "p50 ms", "p99 ms"].map(str::to_owned).into_iter();
    let heads =
        heads.chain([format!("nothing: {rate}"), "p50 ms".to_owned(), "p99 ms".to_owned(), "our share %".to_owned()]);
    let count = ours.steps.len().max(nothing.steps.len());
    let steps = (0..count).map(|index| (ours.steps.get(index), nothing.steps.get(index)));
    let pairs =
        [(Some(&ours.first), Some(&nothing.first)), (Some(&ours.lone), Some(&nothing.lone))].into_iter().chain(steps);
    let rows = ["the first".to_owned(), "one at a time".to_owned()].into_iter().chain(offered(ours, nothing));
    let rows = rows.zip(pairs).map(|(name, (ours, nothing))| {
        let share = ours.zip(nothing).and_then(|(ours, nothing)| {
            let (ours, nothing) = (times(ours).percentile(50)?, times(nothing).percentile(50)?);
            Some((1.0 - nothing / ours) * 100.0)
        });
        [name].into_iter().chain(cells(ours, times)).chain(cells(nothing, times)).chain([number(share)]).collect()
    });
    table(heads.collect(), rows.collect())
}

fn offered(ours: &Measured, nothing: &Measured) -> Vec<String> {
    let longer = if ours.steps.len() > nothing.steps.len() { ours } else { nothing };
    longer.steps.iter().filter_map(|step| step.offered).map(|rate| rate.to_string()).collect()
}

fn alone(measured: &Measured) -> String {
    let heads = ["invocations/s", "answered/s", "p50 ms", "p99 ms"].map(str::to_owned).into();
    let row = |name: String, step| [name].into_iter().chain(cells(Some(step), |step| &step.answers)).collect();
    let steps = measured.steps.iter().map(|step| row(step.offered.unwrap_or_default().to_string(), step));
    table(heads, [row("one at a time".to_owned(), &measured.lone)].into_iter().chain(steps).collect())
}

/// How many a second, and their percentiles.
fn cells(step: Option<&Step>, times: fn(&Step) -> &Times) -> [String; 3] {
    let rate = step.and_then(|step| step.offered.map(|_| times(step).per_second()));
    let percentile = |percent| step.and_then(|step| times(step).percentile(percent));
    [number(rate), number(percentile(50)), number(percentile(99))]
}

/// With three digits at least as far as they mean something; a dash for what was not measured.
fn number(value: Option<f64>) -> String {
    match value {
        None => "-".to_owned(),
        Some(value) if value.abs() < 10.0 => format!("{value:.1}"),
        Some(value) => format!("{value:.0}"),
    }
}

fn table(heads: Vec<String>, rows: Vec<Vec<String>>) -> String {
    let mut table = Table::new();
    table.load_style(presets::ASCII_MARKDOWN).set_header(heads).add_rows(rows);
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table.to_string()
}
