//! How many runs of 200 commands go by in a minute on this machine, all processors together.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use comfy_table::{CellAlignment, Table, presets};
use shop_simulation::Case;

const COMMANDS: u32 = 200;

/// Runs a minute.
const GOAL: u32 = 1000;

fn main() {
    // Cargo tests benchmarks too, one run each.
    let measured = std::env::args().any(|argument| argument == "--bench");
    let time = if measured { Duration::from_secs(30) } else { Duration::ZERO };
    let threads = std::thread::available_parallelism().map_or(1, usize::from) as u64;
    let (next, done) = (AtomicU64::new(0), AtomicU64::new(0));
    let began = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    Case::by_seed(seed, COMMANDS).run(None).unwrap();
                    done.fetch_add(1, Ordering::Relaxed);
                    if began.elapsed() >= time {
                        break;
                    }
                }
            });
        }
    });
    let runs = done.load(Ordering::Relaxed);
    let per_minute = runs as f64 / began.elapsed().as_secs_f64() * 60.0;
    println!("## Simulation\n");
    println!("Whole runs of the simulated shop under faults, {COMMANDS} commands each, on all processors together.\n");
    let mut table = Table::new();
    table.load_style(presets::ASCII_MARKDOWN).set_header(["processors", "runs", "runs a minute", "goal"]);
    table.add_row([threads.to_string(), runs.to_string(), format!("{per_minute:.0}"), format!("at least {GOAL}")]);
    for column in table.column_iter_mut() {
        column.set_cell_alignment(CellAlignment::Right);
    }
    println!("{table}");
}
