//! Asking before something is deleted.

use std::io::{self, BufRead, IsTerminal, Write};

use miette::{IntoDiagnostic, Result, miette};

/// Has somebody type a word to confirm. Guesses nothing where nobody can be asked.
pub(crate) fn confirmed(what: &str, word: &str) -> Result<bool> {
    if !io::stdin().is_terminal() {
        return Err(miette!(help = "add `--yes`", "{what} needs a confirmation, and this is no terminal"));
    }
    print!("{what}? Type {word} to confirm: ");
    io::stdout().flush().into_diagnostic()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer).into_diagnostic()?;
    Ok(answer.trim() == word)
}
