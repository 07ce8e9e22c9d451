//! How fast topologies are built, synthesized, rendered as text and compared, and what memory that takes, from a few
//! resources to far more than most companies have; at most 500 in a stack. On one core; medians.
//!
//! `cargo bench -p cdk --bench synthesis`, on Linux.

mod topology;

use std::hint::black_box;
use std::time::{Duration, Instant};

use cdk::aws::sqs;
use cdk::diff::{GITHUB_COMMENT, TemplateDiff, markdown};
use cdk::{App, CloudAssembly, Definition, Resource};
use comfy_table::presets::ASCII_MARKDOWN;
use comfy_table::{CellAlignment, Table};

use topology::synthesized;

/// How long each is measured, at least.
const AT_LEAST: Duration = Duration::from_millis(500);

fn main() {
    println!("## Synthesis, part by part\n");
    println!("Resources as the shop has them, on one core; medians.\n");
    // First, as the peak is that of the whole process.
    let memory = memory();
    println!("{}\n", throughput());
    println!("{}", goals(&memory));
}

/// Resources a second, by how many there are.
fn throughput() -> Table {
    let mut table = table(["resources a second", "10", "100", "1,000", "10,000", "goal"]);
    let mut row = |name: &str, goal: &str, measure: &dyn Fn(usize) -> Duration| {
        let sizes = [10, 100, 1_000, 10_000];
        let cells = sizes.map(|resources| per_second(resources, measure(resources)));
        table.add_row([vec![name.to_owned()], cells.to_vec(), vec![goal.to_owned()]].concat());
    };
    row("build: typed resources and their references", "", &|resources| median(|| (), |()| topology::app(resources)));
    row("synthesize: every rule over them", "", &|resources| median(|| topology::app(resources), synthesized));
    row("render: the text of every template", "", &|resources| {
        let assembly = synthesized(topology::app(resources));
        median(|| (), |()| text(&assembly))
    });
    row("all of it", "100,000", &|resources| median(|| (), |()| text(&synthesized(topology::app(resources)))));
    table
}

/// What has a goal of its own.
fn goals(memory: &str) -> Table {
    let mut table = table(["what", "measured", "goal"]);
    let one_stack = || {
        let mut app = App::new();
        app.stack(topology::stack(0, 500));
        app
    };
    let many_stacks = || {
        let mut app = App::new();
        (0..50).for_each(|number| app.stack(topology::stack(number, 30)));
        app
    };
    let (old, new) = (topology::template(500), topology::changed(topology::template(500)));
    let diff = TemplateDiff::between(Some(&old), &new);
    let times = [
        ("synthesize 500 resources of one stack", median(one_stack, synthesized), "5 ms"),
        ("synthesize 50 stacks of 30", median(many_stacks, synthesized), "20 ms"),
        ("synthesize 50 stacks, each with a value of the one before", median(|| chain(50, 30), synthesized), "20 ms"),
        ("compare two equal templates of 500", median(|| (), |()| TemplateDiff::between(Some(&old), &old)), "10 ms"),
        ("compare, where every resource differs", median(|| (), |()| TemplateDiff::between(Some(&old), &new)), "10 ms"),
        ("compare, where every resource is new", median(|| (), |()| TemplateDiff::between(None, &new)), "10 ms"),
        (
            "the comment on what differs in every resource",
            median(|| (), |()| markdown(&[("stack", &diff)], GITHUB_COMMENT)),
            "10 ms",
        ),
    ];
    for (name, time, goal) in times {
        table.add_row([name, &format!("{:.2} ms", time.as_secs_f64() * 1e3), goal]);
    }
    table.add_row(["peak memory with the text of 10,000 resources", memory, "200 MB"]);
    table
}

/// Stacks of which each uses a queue of the one before.
fn chain(stacks: usize, resources: usize) -> App {
    let mut app = App::new();
    let mut before: Option<Resource<sqs::Queue>> = None;
    for number in 0..stacks {
        let mut stack = topology::stack(number, resources);
        if let Some(queue) = before {
            stack.output("Before", "The queue of the stack before.", queue.arn());
        }
        before = Some(stack.add(&"Last".into(), Definition::new(sqs::Queue::new())));
        app.stack(stack);
    }
    app
}

fn text(assembly: &CloudAssembly) -> usize {
    assembly.templates().expect("templates are text").values().map(String::len).sum()
}

/// The most that the process ever held, once it has built, synthesized and rendered 10,000 resources.
fn memory() -> String {
    black_box(text(&synthesized(topology::app(10_000))));
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux says what a process holds");
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("the peak is in it");
    let kibibytes: f64 = peak.trim().trim_end_matches(" kB").parse().expect("the peak is a number");
    format!("{:.0} MB", kibibytes * 1024.0 / 1e6)
}

/// How long `run` takes, without making its input and dropping its output.
fn median<I, O>(input: impl Fn() -> I, run: impl Fn(I) -> O) -> Duration {
    let mut times = Vec::new();
    while times.len() < 5 || times.iter().sum::<Duration>() < AT_LEAST {
        let input = input();
        let started = Instant::now();
        let output = black_box(run(black_box(input)));
        times.push(started.elapsed());
        drop(output);
    }
    times.sort_unstable();
    times[times.len() / 2]
}

fn per_second(resources: usize, time: Duration) -> String {
    let thousands = (resources as f64 / time.as_secs_f64() / 1e3).round() as u64;
    if thousands < 1_000 {
        format!("{thousands},000")
    } else {
        format!("{},{:03},000", thousands / 1_000, thousands % 1_000)
    }
}

/// A table of numbers, with names in its first column.
fn table<const N: usize>(head: [&str; N]) -> Table {
    let mut table = Table::new();
    table.load_style(ASCII_MARKDOWN).set_header(head);
    table.column_iter_mut().skip(1).for_each(|column| {
        column.set_cell_alignment(CellAlignment::Right);
    });
    table
}
