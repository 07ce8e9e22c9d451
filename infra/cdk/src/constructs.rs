//! Constructs: several resources at once, with safe defaults.

mod bucket;
mod event_stream;
mod event_table;
mod fifo_queue;
mod function;
mod sources;
mod table;

pub use bucket::{Bucket, BucketProps};
pub use event_stream::{EventStream, EventStreamProps};
pub use event_table::{AGGREGATE_ID, EventTable, EventTableProps, VERSION};
pub use fifo_queue::{DeadLetterQueue, FifoQueue, FifoQueueProps};
pub use function::{Architecture, Function, FunctionProps, LogLevel, LogRetention};
pub use sources::{FailureDestination, Invoked, QueueMapping, Source, Sources, StreamMapping, TableMapping, invoked};
pub use table::{Table, TableProps};
