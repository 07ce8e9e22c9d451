//! The shop under thousands of seeds. `SIMULATION_CASE=SEED` or the longer form that a failure prints runs one of them.

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
    let threads = std::thread::available_parallelism().map_or(1, usize::from) as u64;
    std::thread::scope(|scope| {
        for thread in 0..threads {
            scope.spawn(move || {
                for seed in (thread..seeds).step_by(threads as usize) {
                    // From a few commands to a hundred.
                    let case = Case::by_seed(seed, 5 + (seed % 12) as u32 * 8);
                    if let Err(failed) = case.run(None) {
                        panic!("{}", report(&failed));
                    }
                }
            });
        }
    });
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
