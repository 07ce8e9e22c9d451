//! Time and memory of a path.

use std::fs;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// How long each path is measured, at least.
const AT_LEAST: Duration = Duration::from_millis(500);

/// How a path did.
#[derive(Debug, Clone, Copy)]
pub struct Measured {
    /// Events a second, the median.
    pub per_second: f64,
    /// Bytes that were allocated for an event.
    pub bytes: f64,
    /// How often something was allocated for an event.
    pub allocations: f64,
}

/// Measures a path that takes in so many events, without making its input and dropping its output.
pub fn measure<I, O>(events: u64, input: impl Fn() -> I, run: impl Fn(I) -> O) -> Measured {
    let first = input();
    let allocated = allocation_counter::measure(|| {
        black_box(run(black_box(first)));
    });
    let mut times = Vec::new();
    while times.len() < 5 || times.iter().sum::<Duration>() < AT_LEAST {
        let input = input();
        let started = Instant::now();
        let output = black_box(run(black_box(input)));
        times.push(started.elapsed());
        drop(output);
    }
    times.sort_unstable();
    let events = events as f64;
    Measured {
        per_second: events / times[times.len() / 2].as_secs_f64(),
        bytes: allocated.bytes_total as f64 / events,
        allocations: allocated.count_total as f64 / events,
    }
}

/// Runs something, and says how many bytes the process held meanwhile at most.
pub fn peak_of<O>(run: impl FnOnce() -> O) -> (O, u64) {
    // Forgets the peak until now.
    fs::write("/proc/self/clear_refs", "5").expect("Linux forgets the peak of a process when asked to");
    let output = run();
    let status = fs::read_to_string("/proc/self/status").expect("Linux says what a process holds");
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("the peak is in it");
    let kibibytes: u64 = peak.trim().trim_end_matches(" kB").parse().expect("the peak is a number");
    (output, kibibytes * 1024)
}
