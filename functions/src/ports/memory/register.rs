//! The register of a projection's generations in memory.

use std::sync::Mutex;

use super::lock;
use crate::event_handler::Register;
use crate::ports::{RegisterReader, RegisterStore, ReplaceError, Unavailable};

/// A register that is kept in memory.
#[derive(Debug, Default)]
pub struct MemoryRegister(Mutex<Register>);

impl RegisterReader for MemoryRegister {
    async fn read(&self) -> Result<Register, Unavailable> {
        Ok(lock(&self.0).clone())
    }
}

impl RegisterStore for MemoryRegister {
    async fn replace(&self, register: &Register) -> Result<(), ReplaceError> {
        let mut kept = lock(&self.0);
        if kept.revision() + 1 != register.revision() {
            return Err(ReplaceError::Conflict);
        }
        *kept = register.clone();
        Ok(())
    }
}
