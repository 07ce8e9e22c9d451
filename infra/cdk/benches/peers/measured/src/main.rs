//! `measured PROGRAM [ARGUMENT ...]` runs a program and prints what it took together with all programs that it ran itself:
//! CPU seconds, wall seconds and peak megabytes, as a list in JSON. What the program prints is dropped, but not its errors.
//!
//! Linux counts the peak of a program from before it is loaded, when it still is the one that starts it. So this one is
//! small, with 2 MB; started by Python, nothing would seem to take less than Python does.

use std::error::Error;
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut words = std::env::args_os().skip(1);
    let program = words.next().ok_or("usage: measured PROGRAM [ARGUMENT ...]")?;
    let start = Instant::now();
    let status = Command::new(&program).args(words).stdout(Stdio::null()).status()?;
    let wall = start.elapsed().as_secs_f64();
    if !status.success() {
        eprintln!("{} ended with {status}", program.display());
        return Ok(ExitCode::FAILURE);
    }
    let used = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let cpu = (used.user_time() + used.system_time()).num_microseconds() as f64 / 1e6;
    let peak = used.max_rss() as f64 * 1024.0 / 1e6;
    println!("[{cpu}, {wall}, {peak}]");
    Ok(ExitCode::SUCCESS)
}
