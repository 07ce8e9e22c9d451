//! The command line of the shop's infrastructure.

use std::process::ExitCode;

fn main() -> ExitCode {
    infra::cli::run()
}
