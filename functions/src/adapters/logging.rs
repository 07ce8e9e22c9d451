//! Structured logs: one JSON object per line, as Lambda's JSON log format expects.

use std::io::{self, Write};

use tracing::Level;

/// Logs to standard output from the level that Lambda's logging configuration names, `INFO` by default. No payloads are
/// logged at `INFO` or above.
pub fn start() {
    let level = std::env::var("AWS_LAMBDA_LOG_LEVEL").ok().and_then(|level| level.parse().ok()).unwrap_or(Level::INFO);
    tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_span_list(false)
        .with_target(false)
        .with_max_level(level)
        .init();
}

/// Writes lines that are complete already to where the log goes, each as a whole.
pub fn write(lines: &[String]) {
    let mut output = io::stdout().lock();
    for line in lines {
        // As with the rest of the log: a function without its output has nobody to tell.
        let _ = writeln!(output, "{line}");
    }
}
