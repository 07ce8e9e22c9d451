//! Answers on standard output, and errors on standard error.

use std::io::{IsTerminal, Write};

use miette::IntoDiagnostic;

/// Writes an answer to standard output. Whoever reads it may have seen enough and gone: that is no error.
pub(crate) fn answer(text: &str) -> miette::Result<()> {
    match writeln!(std::io::stdout().lock(), "{}", text.trim_end()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error).into_diagnostic(),
        _ => Ok(()),
    }
}

/// Shows an error on standard error: framed and coloured on a terminal, otherwise on lines of its own that nothing breaks.
pub(crate) fn show_error(report: &miette::Report) {
    if std::io::stderr().is_terminal() {
        eprintln!("{report:?}");
        return;
    }
    let mut sentence = report.to_string();
    for cause in report.chain().skip(1).map(ToString::to_string) {
        // Some errors quote their cause.
        if !sentence.contains(&cause) {
            sentence = format!("{sentence}: {cause}");
        }
    }
    eprintln!("error: {sentence}");
    if let Some(help) = report.help() {
        eprintln!("help: {help}");
    }
}
