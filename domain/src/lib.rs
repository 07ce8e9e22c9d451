//! The business logic: an event-sourcing kernel and the shopping cart and its customers built on it.
//!
//! Nothing here knows AWS, a clock, randomness or an async runtime. Time and ids come in as arguments, so every
//! decision is a pure function that a test can state as given / when / then.

pub mod cart;
pub mod customer;
pub mod kernel;
#[cfg(feature = "schema")]
pub mod schema;
