//! Constructs: several resources at once, with safe defaults.

#[cfg(feature = "cloudwatch")]
mod alarm;
mod append;
mod bucket;
mod bucket_lifecycle;
mod bucket_notifications;
#[cfg(feature = "cloudwatch")]
mod dashboard;
mod destinations;
#[cfg(feature = "ses")]
mod email_sender;
mod event_stream;
mod event_table;
mod fifo_queue;
mod filter;
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
mod queue;
mod queue_definition;
#[cfg(feature = "kms")]
mod resource_policy;
#[cfg(feature = "scheduler")]
mod schedule;
#[cfg(feature = "scheduler")]
mod schedule_group;
#[cfg(feature = "secretsmanager")]
mod secret;
mod sources;
#[cfg(all(feature = "kms", feature = "sns"))]
mod subscription;
mod table;
mod table_index;
#[cfg(feature = "application_auto_scaling")]
mod table_scaling;
mod table_settings;
#[cfg(feature = "scheduler")]
mod timing;
#[cfg(all(feature = "kms", feature = "sns"))]
mod topic;

#[cfg(feature = "cloudwatch")]
pub use alarm::{Alarm, AlarmAction, AlarmProps, Comparison};
pub use bucket::{Bucket, BucketProps};
pub use bucket_notifications::{ObjectEvent, ObjectEvents};
#[cfg(feature = "cloudwatch")]
pub use dashboard::{Dashboard, Widget};
pub use destinations::{AsynchronousFailureDestination, FailureDestination, SuccessDestination};
#[cfg(feature = "ses")]
pub use email_sender::{EmailSender, EmailSenderProps};
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
pub use queue::{Queue, QueueProps, StandardDeadLetterQueue};
#[cfg(feature = "scheduler")]
pub use schedule::{Schedule, ScheduleProps, ScheduleTarget};
#[cfg(feature = "scheduler")]
pub use schedule_group::ScheduleGroup;
#[cfg(feature = "secretsmanager")]
pub use secret::Secret;
pub use sources::{
    Batching, Invoked, QueueMapping, QueueScaling, Requested, Source, Sources, StandardQueueMapping, StreamMapping,
    TableMapping, invoked, requested,
};
#[cfg(all(feature = "kms", feature = "sns"))]
pub use subscription::SubscriptionProps;
pub use table::{Table, TableProps, WithStream, WithoutStream};
pub use table_index::{Projection, TableIndex};
#[cfg(feature = "application_auto_scaling")]
pub use table_scaling::Scaling;
pub use table_settings::{Attribute, Capacity, TableSettings};
#[cfg(feature = "scheduler")]
pub use timing::{At, Cron, Rate, Timing};
#[cfg(all(feature = "kms", feature = "sns"))]
pub use topic::{FifoTopic, Topic, TopicProps};
