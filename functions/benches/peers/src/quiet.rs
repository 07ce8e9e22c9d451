//! Silence: the peer's store in memory prints a line per call.

use std::fs::File;
use std::io::Write;
use std::os::fd::OwnedFd;

use rustix::io::dup;
use rustix::stdio::{dup2_stdout, stdout};

/// As long as it lives, standard output leads nowhere.
pub struct Quiet(OwnedFd);

impl Quiet {
    /// Silence begins.
    pub fn begin() -> Self {
        std::io::stdout().flush().expect("standard output can be written");
        let before = dup(stdout()).expect("standard output can be put aside");
        dup2_stdout(File::create("/dev/null").expect("nowhere can be opened"))
            .expect("standard output can be replaced");
        Self(before)
    }
}

impl Drop for Quiet {
    fn drop(&mut self) {
        dup2_stdout(&self.0).expect("standard output can be brought back");
    }
}
