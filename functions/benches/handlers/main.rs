//! The handlers alone, on one core, without network and AWS: events a second and what is allocated for an event.
//!
//! `cargo bench -p functions --bench handlers`, on Linux.

mod items;
mod measured;
mod paths;

use std::hint::black_box;

use comfy_table::presets::ASCII_MARKDOWN;
use comfy_table::{CellAlignment, Table};
use domain::cart::Cart;
use domain::kernel::{EventStore, InMemoryEventStore, Rehydrated, Version};
use functions::adapters::{entries, entry};
use functions::event_handler::Generation;
use functions::ports::Message;
use pollster::block_on;

use measured::{Measured, measure, peak_of};
use paths::replay::Archive;
use paths::{archive, gate, rehydration, replay, transform};

/// As many events as Lambda hands over at once: their payload has 6 MB, base64 included.
const ARCHIVED: u64 = 8_000;

fn main() {
    println!("## Handlers alone\n");
    println!("On one core, medians; what is allocated is everything on the way, also what is freed at once.\n");
    println!("{}\n", throughput());
    println!("{}\n", archived());
    println!("{}", replayed());
}

fn throughput() -> Table {
    let head = ["handler", "what", "events a second", "goal", "bytes allocated an event", "allocations an event"];
    let mut table = table(head);
    let mut row = |handler: &str, what: &str, goal: &str, Measured { per_second, bytes, allocations }| {
        let numbers = [grouped(per_second), goal.to_owned(), grouped(bytes), format!("{allocations:.1}")];
        table.add_row([vec![handler.to_owned(), what.to_owned()], numbers.to_vec()].concat());
    };

    let publish = |message: Message| {
        black_box(entry(&message).expect("an entry"));
    };
    let way = "from what Lambda hands over to entries for Kinesis";
    for events in [1, 10] {
        let payload = transform::items_added(events);
        let result = measure(transform::COMMITS * events, || (), |()| transform::run(&payload, publish));
        row("transform", &format!("{way}, {events} a commit"), "200,000", result);
    }
    for bytes in [1_000, 50_000] {
        let payload = transform::large_data(bytes);
        let result = measure(transform::COMMITS, || (), |()| transform::run(&payload, publish));
        row("transform", &format!("{way}, of {} bytes", grouped(bytes as f64)), &at_most_twice(bytes), result);
    }
    for (what, delivery) in [
        ("the next of their carts", gate::next as fn() -> gate::Delivery),
        ("seen before", gate::repeated),
        ("in reverse, those before read from the table", gate::out_of_turn),
    ] {
        row("gate", what, "", measure(gate::EVENTS, delivery, |delivery| gate::run(&delivery)));
    }
    let lines = archive::lines(ARCHIVED);
    row("archive", "gzip alone", "", measure(ARCHIVED, || (), |()| archive::encode(&lines)));
    let payload = archive::payload(ARCHIVED);
    row(
        "archive",
        "from what Lambda hands over to the object",
        "",
        measure(ARCHIVED, || (), |()| archive::run(&payload)),
    );
    let archive = || Archive::made(10, 1_000);
    let result = measure(10_000, archive, |archive| replay::run(archive, drop_entries));
    row("replay", "from objects to entries for SQS", "20,000", result);
    for events in [1, 10] {
        let commits = rehydration::commits(events);
        let result = measure(rehydration::EVENTS, || (), |()| rehydration::run(&commits));
        row("rehydration", &format!("from commits to a cart, {events} a commit"), "2,000,000", result);
        let store = InMemoryEventStore::default();
        for commit in &commits {
            block_on(store.append(commit)).expect("a place for the commit");
        }
        let load = |()| {
            let commits = block_on(EventStore::<Cart>::load(&store, &rehydration::cart(), Version::FIRST));
            Rehydrated::from_commits(&commits.expect("the commits")).expect("a whole history")
        };
        let result = measure(rehydration::EVENTS, || (), load);
        row("rehydration", &format!("from the store in memory, {events} a commit"), "2,000,000", result);
        let items = items::of(&commits);
        let result = measure(rehydration::EVENTS, || items.clone(), items::to_cart);
        row("rehydration", &format!("from items of DynamoDB, {events} a commit"), "300,000", result);
    }
    table
}

/// What archiving is in bytes.
fn archived() -> Table {
    let mut table = table(["archive", "MB a second", "goal", "size of the object"]);
    let lines = archive::lines(ARCHIVED);
    let bytes: usize = lines.iter().map(|line| line.len() + 1).sum();
    let payload = archive::payload(ARCHIVED);
    let size = format!("{:.1} %", 100.0 * archive::encode(&lines) as f64 / bytes as f64);
    let megabytes = |Measured { per_second, .. }| format!("{:.0}", per_second * bytes as f64 / ARCHIVED as f64 / 1e6);
    let gzip = measure(ARCHIVED, || (), |()| archive::encode(&lines));
    table.add_row(["gzip alone", &megabytes(gzip), "50", &size]);
    let whole = measure(ARCHIVED, || (), |()| archive::run(&payload));
    table.add_row(["from what Lambda hands over", &megabytes(whole), "", &size]);
    table
}

/// The memory of a replay of an archive of 1 GB.
fn replayed() -> Table {
    let events = 10_000;
    let objects = 1_000_000_000 / replay::object(0, events).len() as u64;
    let (run, peak) = peak_of(|| replay::run(Archive::imagined(objects, events), drop_entries));
    let mut table = table(["replay of", "events", "carts", "peak memory of the process, MB"]);
    let size = format!("{:.2} GB of gzip", run.counts.bytes as f64 / 1e9);
    let counts = [run.counts.sent as f64, run.counts.aggregates as f64, peak as f64 / 1e6];
    table.add_row([vec![size], counts.map(grouped).to_vec()].concat());
    table
}

fn drop_entries(run: &Generation, batch: &[&Message]) {
    black_box(entries(run, batch).expect("entries"));
}

fn at_most_twice(bytes: usize) -> String {
    format!("at most {} bytes", grouped(2.0 * bytes as f64))
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

/// The number without fractions, in groups of three digits.
fn grouped(number: f64) -> String {
    let digits = format!("{number:.0}");
    let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    groups.join(",")
}
