//! Telling whoever called what goes on.

use crate::ResourceEvent;

/// What goes on.
#[derive(Debug)]
pub enum Progress<'a> {
    /// Something begins that may take longer than a second.
    Step(&'a str),
    /// Something is done, or is worth knowing.
    Done(&'a str),
    /// A resource of the stack changed its state.
    Resource(&'a ResourceEvent),
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
