//! Constructs: several resources at once, with safe defaults.

mod bucket;
mod destinations;
mod event_stream;
mod event_table;
mod fifo_queue;
mod filter;
mod function;
mod sources;
mod table;

pub use bucket::{Bucket, BucketProps};
pub use destinations::{AsynchronousFailureDestination, FailureDestination, SuccessDestination};
pub use event_stream::{EventStream, EventStreamProps};
pub use event_table::{AGGREGATE_ID, EventTable, EventTableProps, VERSION};
pub use fifo_queue::{DeadLetterQueue, FifoQueue, FifoQueueProps};
pub use filter::{Filter, FilterField, Filtered};
#[cfg(feature = "application_auto_scaling")]
pub use function::ConcurrencyScaling;
pub use function::{
    Alias, Architecture, Asynchronous, Function, FunctionProps, FunctionUrl, LogLevel, LogRetention, Network,
};
#[cfg(all(feature = "codedeploy", feature = "cloudwatch"))]
pub use function::{GradualDeployment, TrafficShift};
pub use sources::{
    Invoked, QueueMapping, QueueScaling, Source, Sources, StandardQueueMapping, StreamMapping, TableMapping, invoked,
};
pub use table::{Table, TableProps};
