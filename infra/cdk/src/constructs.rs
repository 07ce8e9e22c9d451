//! Constructs: several resources at once, with safe defaults.

mod append;
mod bucket;
mod bucket_lifecycle;
mod bucket_notifications;
mod destinations;
mod event_stream;
mod event_table;
mod fifo_queue;
mod filter;
mod function;
mod queue;
mod queue_definition;
mod sources;
mod table;
mod table_index;
#[cfg(feature = "application_auto_scaling")]
mod table_scaling;
mod table_settings;

pub use bucket::{Bucket, BucketProps};
pub use bucket_notifications::{ObjectEvent, ObjectEvents};
pub use destinations::{AsynchronousFailureDestination, FailureDestination, SuccessDestination};
pub use event_stream::{EventStream, EventStreamProps, StreamConsumer};
pub use event_table::{AGGREGATE_ID, EventTable, VERSION};
pub use fifo_queue::{DeadLetterQueue, FifoQueue, FifoQueueProps};
pub use filter::{Filter, FilterField, Filtered};
#[cfg(feature = "application_auto_scaling")]
pub use function::ConcurrencyScaling;
pub use function::{
    Alias, Architecture, Asynchronous, Function, FunctionProps, FunctionUrl, LogLevel, LogRetention, Network,
};
#[cfg(all(feature = "codedeploy", feature = "cloudwatch"))]
pub use function::{GradualDeployment, TrafficShift};
pub use queue::{Queue, QueueProps, StandardDeadLetterQueue};
pub use sources::{
    Batching, Invoked, QueueMapping, QueueScaling, Source, Sources, StandardQueueMapping, StreamMapping, TableMapping,
    invoked,
};
pub use table::{Table, TableProps, WithStream, WithoutStream};
pub use table_index::{Projection, TableIndex};
#[cfg(feature = "application_auto_scaling")]
pub use table_scaling::Scaling;
pub use table_settings::{Attribute, Capacity, TableSettings};
