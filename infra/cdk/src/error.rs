//! What keeps a program from being synthesized.

use std::fmt;
use std::panic::Location;

use crate::ConstructPath;
use crate::rules::Rule;

/// One mistake, with where it was made and what to do about it.
#[derive(Debug, Clone)]
pub struct SynthError {
    /// The rule that it breaks.
    pub rule: &'static Rule,
    /// The stack that it is in.
    pub stack: String,
    /// The construct that it is about.
    pub path: ConstructPath,
    /// Where the construct is made in the program.
    pub location: &'static Location<'static>,
    /// The place in an imported template, as `FILE:LINE:COLUMN`.
    pub source: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl fmt::Display for SynthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rule, stack, path, location, source, message, help } = self;
        let source = source.as_ref().map(|source| format!(", imported from {source}")).unwrap_or_default();
        write!(f, "{stack}/{path} ({location}{source}): {message}\n  help: {help}\n  rule: {} ({})", rule.id, rule.page)
    }
}

/// Every mistake of an app, stack by stack.
#[derive(Debug, Clone, thiserror::Error)]
pub struct SynthErrors {
    /// At least one.
    pub errors: Vec<SynthError>,
}

impl fmt::Display for SynthErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mistakes = if self.errors.len() == 1 { "mistake" } else { "mistakes" };
        write!(f, "the program cannot be synthesized: {} {mistakes}", self.errors.len())?;
        self.errors.iter().try_for_each(|error| write!(f, "\n{error}"))
    }
}
