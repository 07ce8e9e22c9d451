//! Where limits bite, on paper and in the simulation, and what so many events a second cost. All of it in virtual time, so the
//! figures are the same on every machine.

#[path = "../tests/scale/checks.rs"]
mod checks;

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use checks::{Check, TOLERANCE, TOO_MUCH, UNLIMITED, checks, production, workload};
use comfy_table::{Cell, CellAlignment, Table, presets::ASCII_MARKDOWN};
use infra::cost::quotas::{SHARD_BYTES, SHARD_READ, SHARD_RECORDS};
use infra::cost::{Estimate, Prices, Sizes, Workload, estimate};
use shop_simulation::{Entrance, Load, Observed};
use simulation::Capacity;

/// How long a load lasts.
const TIME: Duration = Duration::from_secs(14);

/// How often the interval is halved that the limit is in.
const HALVINGS: usize = 4;

/// How many events a second the curve is drawn for, on average.
const RATES: [f64; 5] = [1.0, 10.0, 100.0, 1_000.0, 10_000.0];

const SECONDS_OF_A_MONTH: f64 = 730.0 * 3600.0;

/// What was found about a limit.
struct Found {
    check: Check,
    /// How many times the limit on paper is handled.
    ratio: f64,
    below: Observed,
    above: Observed,
}

fn main() {
    // Cargo tests benchmarks too; there is a test for this.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let found = side_by_side(checks(TIME), |check| {
        eprintln!("{}", check.limit.limit);
        find(check)
    });
    println!("## Where limits bite, on paper and in the simulation\n");
    println!(
        "The shop's handlers behind its production template in virtual time, with what AWS limits and the durations that `infra cost` \
         assumes; each limit alone. Events a second are those of the busiest second of a new stack. Below it stands for {:.0} %, above it for {:.0} %: nothing is \
         lost, each cart's events take effect once and in order, and everything is caught up with after the load.\n",
        (1.0 - TOLERANCE) * 100.0,
        TOO_MUCH * 100.0
    );
    println!("{}\n", limits(&found));
    println!(
        "- A replay sends as fast as it can, 4,000 events a second, and is handled at the rate above. Held to one and \
         a half times that by `--rate`, the queue stays empty, batches hold events of different carts, and all of them are taken.\n\
         - Of the account's concurrency a fiftieth was simulated, of shards one of four, and of the event table one partition of four.\n\
         - Shards and partitions take a second's worth at once, so a few percent more than the limit is taken for a while.\n"
    );
    println!(
        "What so many events a second cost, and whether the busiest second can last: of a new stack, where the first limit above bites; and \
         of one that has grown, whose stream has twice the shards that it needs, with as many batches of a shard at a time as the \
         topology says and with two.\n"
    );
    println!("{}", curve(&found));
    let apart = found.iter().find(|found| (found.ratio - 1.0).abs() > TOLERANCE);
    if let Some(Found { check, ratio, .. }) = apart {
        eprintln!("{} is at {ratio:.2} times what it is on paper", check.limit.limit);
        std::process::exit(1);
    }
}

/// Does the same to each of them, on all processors, and keeps their order.
fn side_by_side<T: Send, R: Send>(items: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let (next, items) = (AtomicUsize::new(0), items.into_iter().map(|item| Mutex::new(Some(item))).collect::<Vec<_>>());
    let done = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(number).and_then(|item| item.lock().unwrap().take()) else { break };
                    let result = work(item);
                    done.lock().unwrap().push((number, result));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap();
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, result)| result).collect()
}

fn find(check: Check) -> Found {
    let below = check.offer_enough().unwrap();
    let above = check.offer_too_much().unwrap();
    let ratio = if check.load.entrance == Entrance::Replay {
        above.handled_per_second / check.on_paper()
    } else {
        let (mut sustained, mut too_much) = (0.7, 1.3);
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(sustained, too_much);
            if check.offer(middle).unwrap().is_sustained() {
                sustained = middle;
            } else {
                too_much = middle;
            }
        }
        f64::midpoint(sustained, too_much)
    };
    Found { check, ratio, below, above }
}

fn limits(found: &[Found]) -> Table {
    let mut table = table(&[
        "service: limit",
        "on paper (events/s)",
        "simulated (events/s)",
        "simulated to paper",
        "behind below it (s)",
        "behind after 14 s above it (s)",
        "caught up after (s)",
        "what the topology does",
        "what an operator changes",
    ]);
    for Found { check, ratio, below, above } in found {
        table.add_row([
            Cell::new(format!("{}: {}", check.limit.service, check.limit.limit)),
            number(format!("{:.0}", check.paper)),
            number(format!("{:.0}", check.paper * ratio)),
            number(format!("{ratio:.2}")),
            number(format!("{:.1}", below.behind.as_secs_f64())),
            number(format!("{:.1}", above.behind.as_secs_f64())),
            number(format!("{:.1}", above.caught_up_after.as_secs_f64())),
            Cell::new(&check.limit.answer),
            Cell::new(check.change),
        ]);
    }
    table
}

/// What so many events a second cost, and whether they are handled.
fn curve(found: &[Found]) -> Table {
    let (system, sizes, prices) = (production(), Sizes::measured().unwrap(), Prices::list().unwrap());
    let ends = found.iter().filter(|found| found.check.load.entrance != Entrance::Replay);
    let new_stack = ends.map(|found| found.check.paper * found.ratio).fold(f64::INFINITY, f64::min);
    let estimates = RATES.map(|rate| {
        estimate(&system, &Workload { events_per_month: rate * SECONDS_OF_A_MONTH, ..workload() }, &sizes, &prices)
    });
    let rows = side_by_side(estimates.to_vec(), |estimate| {
        let sustained = [1, 2].map(|parallelization| sustained(&estimate, parallelization));
        (estimate, sustained)
    });
    let mut table = table(&[
        "events/s on average",
        "busiest second",
        "USD a month",
        "USD a million events",
        "shards",
        "related-items at a time",
        "handled by a new stack",
        "by one that has grown",
        "with 2 batches a shard",
    ]);
    for (Estimate { events_per_month, events_per_second, peak_events_per_second, shards, bill, .. }, [one, two]) in rows
    {
        let yes = |yes: bool| Cell::new(if yes { "yes" } else { "no" });
        table.add_row([
            number(format!("{events_per_second:.0}")),
            number(format!("{peak_events_per_second:.0}")),
            number(format!("{:.0}", bill.total)),
            number(format!("{:.2}", bill.total / events_per_month * 1e6)),
            number(format!("{shards:.0}")),
            number(format!("{shards:.0}")),
            yes(peak_events_per_second < new_stack),
            yes(one),
            yes(two),
        ]);
    }
    table
}

/// Whether a shard of those that the stream has then handles its part of the busiest second.
fn sustained(estimate: &Estimate, parallelization: u64) -> bool {
    let capacity =
        Capacity { shard_records: SHARD_RECORDS, shard_bytes: SHARD_BYTES, shard_reads: SHARD_READ, ..UNLIMITED };
    let some = checks(2 * TIME).swap_remove(0).load;
    let load = Load {
        events_per_second: estimate.peak_events_per_second / estimate.shards,
        awake: &["Publish", "RelatedItems", "Reminders"],
        capacity,
        parallelization: Some(parallelization),
        ..some
    };
    load.offer().unwrap().is_sustained()
}

fn table(heads: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_style(ASCII_MARKDOWN).set_header(heads.iter().copied());
    table
}

fn number(text: String) -> Cell {
    Cell::new(text).set_alignment(CellAlignment::Right)
}
