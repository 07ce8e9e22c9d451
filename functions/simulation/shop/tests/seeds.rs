//! The shop under thousands of seeds. `SIMULATION_CASE=SEED` or the longer form that a failure prints runs one of them.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use shop_simulation::Case;

/// How many seeds are run.
const SEEDS: u64 = 3_000;

#[test]
fn everything_holds_whatever_goes_wrong() {
    if let Ok(case) = std::env::var("SIMULATION_CASE") {
        let case: Case = case.parse().unwrap();
        if let Err(failed) = case.run(None) {
            panic!("{}", report(&failed));
        }
        return;
    }
    let seeds = std::env::var("SIMULATION_SEEDS").map_or(SEEDS, |seeds| seeds.parse().unwrap());
    let (next, failure) = (AtomicU64::new(0), Mutex::new(None));
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while failure.lock().unwrap().is_none() {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= seeds {
                        break;
                    }
                    // From a few commands to a hundred.
                    let case = Case::by_seed(seed, 5 + (seed % 12) as u32 * 8);
                    if let Err(failed) = case.run(None) {
                        failure.lock().unwrap().get_or_insert(failed);
                    }
                }
            });
        }
    });
    if let Some(failed) = failure.into_inner().unwrap() {
        panic!("{}", report(&failed));
    }
}

fn report(failed: &shop_simulation::Failed) -> String {
    let small = Case::shrunk(failed, None);
    let tail = small.lines.len().saturating_sub(60);
    format!(
        "{failed}\n\nsmallest: {small}\nSIMULATION_CASE={} cargo test -p shop-simulation --test seeds\n\n{}",
        small.case,
        small.lines[tail..].join("\n")
    )
}
