//! Whoever reads an answer that has no end by itself.

use std::io::{ErrorKind, Write};

use miette::{IntoDiagnostic, Result};

/// Writes a line to standard output. Returns whether somebody still reads: `head`, for one, goes when it has seen enough.
pub(crate) fn is_told(line: &str) -> Result<bool> {
    let mut output = std::io::stdout().lock();
    match writeln!(output, "{line}").and_then(|()| output.flush()) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(error).into_diagnostic(),
    }
}
