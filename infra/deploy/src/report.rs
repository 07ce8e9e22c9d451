//! Telling whoever called what goes on.

use crate::ResourceEvent;

/// What goes on.
#[derive(Debug)]
pub enum Progress<'a> {
    /// Something begins that may take longer than a second.
    Step(&'a str),
    /// Something is done, or is worth knowing.
    Done(&'a str),
    /// An operation on a stack begins.
    Begun {
        /// The stack.
        stack: &'a str,
        /// How many resources will change, if that is known.
        changes: Option<usize>,
    },
    /// A resource of a stack, or the stack itself, changed its state.
    Resource {
        /// The stack.
        stack: &'a str,
        /// What happened.
        event: &'a ResourceEvent,
    },
    /// An operation on a stack ended.
    Ended {
        /// The stack.
        stack: &'a str,
        /// The status that it ended in, such as `UPDATE_COMPLETE`.
        status: &'a str,
    },
    /// A part of a file is uploaded.
    Upload {
        /// What.
        asset: &'a str,
        /// How many bytes of it are there by now.
        sent: usize,
        /// How many bytes it has.
        size: usize,
    },
}

/// Is told what goes on.
pub trait Reporter: Send + Sync {
    /// Takes note.
    fn report(&self, progress: Progress<'_>);
}

impl dyn Reporter + '_ {
    pub(crate) fn step(&self, text: impl AsRef<str>) {
        self.report(Progress::Step(text.as_ref()));
    }

    pub(crate) fn done(&self, text: impl AsRef<str>) {
        self.report(Progress::Done(text.as_ref()));
    }
}
