//! Where the register of a projection's generations is kept.

use std::future::Future;

use super::Unavailable;
use crate::event_handler::Register;

/// Reads the register of a projection's generations.
pub trait RegisterReader: Send + Sync {
    /// The register as it is now; the default one if there is none yet. Never an older one.
    fn read(&self) -> impl Future<Output = Result<Register, Unavailable>> + Send;
}

/// Keeps the register of a projection's generations.
pub trait RegisterStore: RegisterReader {
    /// Puts `register` in the place of the one with the revision before.
    fn replace(&self, register: &Register) -> impl Future<Output = Result<(), ReplaceError>> + Send;
}

/// Why a register was not replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReplaceError {
    /// It was replaced by another one already: read it again.
    Conflict,
    /// The store did not answer; it may have been replaced.
    Unavailable(Unavailable),
}
