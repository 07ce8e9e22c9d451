//! How many runs of 200 commands go by in a minute on this machine, all processors together.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use shop_simulation::Case;

const COMMANDS: u32 = 200;

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
    println!("{runs} runs of {COMMANDS} commands on {threads} processors: {per_minute:.0} a minute");
}
