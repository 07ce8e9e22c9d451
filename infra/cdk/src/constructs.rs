//! Constructs: several resources at once, with safe defaults.

#[cfg(feature = "cloudwatch")]
mod alarm;
mod bucket;
#[cfg(feature = "cloudwatch")]
mod dashboard;
mod event_stream;
mod event_table;
mod fifo_queue;
mod function;
#[cfg(feature = "apigatewayv2")]
mod http_api;
#[cfg(feature = "kms")]
mod key;
#[cfg(feature = "cloudwatch")]
mod log_group;
#[cfg(feature = "cloudwatch")]
mod metric;
#[cfg(feature = "ssm")]
mod parameter;
#[cfg(feature = "kms")]
mod resource_policy;
#[cfg(feature = "scheduler")]
mod schedule;
#[cfg(feature = "secretsmanager")]
mod secret;
mod sources;
#[cfg(all(feature = "kms", feature = "sns"))]
mod subscription;
mod table;
#[cfg(feature = "scheduler")]
mod timing;
#[cfg(all(feature = "kms", feature = "sns"))]
mod topic;

#[cfg(feature = "cloudwatch")]
pub use alarm::{Alarm, AlarmAction, AlarmProps, Comparison};
pub use bucket::{Bucket, BucketProps};
#[cfg(feature = "cloudwatch")]
pub use dashboard::{Dashboard, Widget};
pub use event_stream::{EventStream, EventStreamProps};
pub use event_table::{AGGREGATE_ID, EventTable, EventTableProps, VERSION};
pub use fifo_queue::{DeadLetterQueue, FifoQueue, FifoQueueProps};
pub use function::{Architecture, Function, FunctionProps, LogLevel, LogRetention};
#[cfg(feature = "apigatewayv2")]
pub use http_api::{Authorization, Cors, HttpApi, HttpApiProps, Method};
#[cfg(feature = "kms")]
pub use key::{Key, KeyProps};
#[cfg(feature = "cloudwatch")]
pub use log_group::LogGroup;
#[cfg(feature = "cloudwatch")]
pub use metric::Metric;
#[cfg(feature = "ssm")]
pub use parameter::Parameter;
#[cfg(feature = "scheduler")]
pub use schedule::{Schedule, ScheduleProps, ScheduleTarget};
#[cfg(feature = "secretsmanager")]
pub use secret::Secret;
pub use sources::{FailureDestination, Invoked, QueueMapping, Source, Sources, StreamMapping, TableMapping, invoked};
#[cfg(all(feature = "kms", feature = "sns"))]
pub use subscription::SubscriptionProps;
pub use table::{Table, TableProps};
#[cfg(feature = "scheduler")]
pub use timing::{At, Cron, Rate, Timing};
#[cfg(all(feature = "kms", feature = "sns"))]
pub use topic::{FifoTopic, Topic, TopicProps};
