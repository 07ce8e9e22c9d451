//! What keeps a program from being synthesized.

use std::fmt;
use std::panic::Location;

use crate::ConstructPath;

/// One mistake, with where it was made and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SynthError {
    /// The construct that it is about.
    pub path: ConstructPath,
    /// Where the construct is made in the program.
    pub location: &'static Location<'static>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl fmt::Display for SynthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, location, message, help } = self;
        write!(f, "{path} ({location}): {message}\n  help: {help}")
    }
}

/// Every mistake of a stack, in the order of the program.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct SynthErrors {
    /// The stack's name.
    pub stack: String,
    /// At least one.
    pub errors: Vec<SynthError>,
}

impl fmt::Display for SynthErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "stack {} cannot be synthesized:", self.stack)?;
        self.errors.iter().try_for_each(|error| write!(f, "\n{error}"))
    }
}
