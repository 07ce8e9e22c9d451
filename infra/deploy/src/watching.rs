//! Looking at what is deployed, and asking it.

pub mod drift;
pub mod history;
pub(crate) mod invoke;
pub mod logs;
pub mod status;
