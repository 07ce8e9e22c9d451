//! Runs the shop under one seed after the other until it is stopped or something does not hold: `just soak`, with a first seed if
//! there is to be one.

use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use shop_simulation::{Case, Failed};

/// The most commands of a run.
const MOST_COMMANDS: u64 = 400;

fn main() -> ExitCode {
    let first = match std::env::args().nth(1).map(|seed| seed.parse::<u64>()) {
        Some(Ok(seed)) => seed,
        Some(Err(error)) => {
            eprintln!("the first seed has to be a number: {error}");
            return ExitCode::from(2);
        }
        // Somewhere else each time, and far from those that tests run.
        None => SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |time| time.as_secs() * 1_000_000),
    };
    let (next, done) = (AtomicU64::new(first), AtomicU64::new(0));
    let failure: Mutex<Option<Failed>> = Mutex::new(None);
    let began = Instant::now();
    println!("from seed {first} on; stop with Ctrl-C");
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while failure.lock().is_ok_and(|failure| failure.is_none()) {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    let commands = 1 + u32::try_from(seed % MOST_COMMANDS).unwrap_or_default();
                    if let Err(failed) = Case::by_seed(seed, commands).run(None)
                        && let Ok(mut failure) = failure.lock()
                    {
                        failure.get_or_insert(failed);
                    }
                    done.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        let pause = if std::io::stdout().is_terminal() { Duration::from_secs(1) } else { Duration::from_secs(60) };
        let mut reported = Instant::now();
        while failure.lock().is_ok_and(|failure| failure.is_none()) {
            std::thread::sleep(Duration::from_millis(200));
            if reported.elapsed() >= pause {
                reported = Instant::now();
                progress(done.load(Ordering::Relaxed), next.load(Ordering::Relaxed), began.elapsed());
            }
        }
    });
    let Ok(Some(failed)) = failure.into_inner() else { return ExitCode::FAILURE };
    println!("\n{failed}\nlooking for a smaller case…");
    let small = Case::shrunk(&failed, None);
    println!(
        "{}\n\n{small}\nSIMULATION_CASE={} cargo test -p shop-simulation --test seeds",
        small.lines.join("\n"),
        small.case
    );
    ExitCode::FAILURE
}

fn progress(done: u64, next: u64, time: Duration) {
    let a_minute = done as f64 / time.as_secs_f64() * 60.0;
    let line = format!("{done} runs, {a_minute:.0} a minute, at seed {next}");
    if std::io::stdout().is_terminal() {
        print!("\r{line}\u{1b}[K");
        // A line of progress that does not show is no reason to stop.
        let _ = std::io::stdout().flush();
    } else {
        println!("{line}");
    }
}
