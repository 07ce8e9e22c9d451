//! The event-sourcing kernel. It knows no particular aggregate: adding one means implementing [`Aggregate`] and [`Event`].

mod aggregate;
mod commit;
mod ids;
mod memory;
mod rehydrate;
mod store;
pub mod testing;

pub use aggregate::{Aggregate, DecodeError, Event};
pub use commit::{Cause, Commit, EmptyCommit, Recorded};
pub(crate) use ids::uuid_id;
pub use ids::{CausationId, CommandId, CorrelationId, EventId, InvalidId, Version};
pub use memory::InMemoryEventStore;
pub use rehydrate::{BrokenHistory, Rehydrated};
pub use store::{AppendError, EventStore, LoadError};
