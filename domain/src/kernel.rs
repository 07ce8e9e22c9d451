//! The event-sourcing kernel. It knows no particular aggregate: adding one means implementing [`Aggregate`] and [`Event`].

mod aggregate;
mod command_filter;
mod commit;
mod ids;
mod memory;
mod rehydrate;
mod schema;
mod snapshot;
mod store;
pub mod testing;

pub use aggregate::{Aggregate, DecodeError, Event};
pub use command_filter::{CommandFilter, MalformedFilter};
pub use commit::{Cause, Commit, EmptyCommit, Recorded};
pub(crate) use ids::uuid_id;
pub use ids::{CausationId, CommandId, CorrelationId, EventId, InvalidId, Version};
pub use memory::{InMemoryEventStore, InMemorySnapshots};
pub use rehydrate::{BrokenHistory, Rehydrated};
pub use schema::{Schema, Upcast};
pub use snapshot::{NoSnapshots, REMEMBERED_COMMANDS, Snapshot, SnapshotStore, Snapshots, SnapshotsUnavailable};
pub use store::{AppendError, EventStore, LoadError};
