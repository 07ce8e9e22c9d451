//! What AWS limits: the default quotas of us-east-1. Rates are per second.

use super::flow::MB;

/// How many records and bytes a shard of a stream takes, and how many bytes all of its readers get together.
///
/// <https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html>
pub const SHARD_RECORDS: f64 = 1000.0;
/// See [`SHARD_RECORDS`].
pub const SHARD_BYTES: f64 = MB;
/// See [`SHARD_RECORDS`].
pub const SHARD_READ: f64 = 2.0 * MB;

/// How many shards a stream on demand begins with, and how many partitions a table.
pub const FIRST_SHARDS: f64 = 4.0;

/// How many write units a partition of a table takes.
///
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html>
pub const PARTITION_WRITES: f64 = 1000.0;

/// How many write units a table on demand takes by default once it has grown.
///
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html>
pub const TABLE_WRITES: f64 = 40_000.0;

/// How many messages a FIFO queue takes at least with high throughput, and how many it hands over.
///
/// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html>
pub const QUEUE_MESSAGES: f64 = 70_000.0;

/// How many invocations run at a time in an account.
///
/// <https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html>
pub const CONCURRENCY: f64 = 1000.0;

/// How many seconds pass until Lambda looks for records again, of a stream and of the changes of a table.
///
/// <https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-parameters.html>
/// <https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html>
pub const STREAM_POLL: f64 = 1.0;
/// See [`STREAM_POLL`].
pub const TABLE_POLL: f64 = 0.25;

/// How many requests a second an account's APIs take.
///
/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html>
pub const ACCOUNT_REQUESTS: f64 = 10_000.0;

/// How many requests a second to keys an account may make, in most regions.
///
/// <https://docs.aws.amazon.com/kms/latest/developerguide/requests-per-second.html>
pub const KEY_REQUESTS: f64 = 10_000.0;

/// How many schedules there may be, and how many may fire in a second.
///
/// <https://docs.aws.amazon.com/scheduler/latest/UserGuide/scheduler-quotas.html>
pub const SCHEDULES: f64 = 10_000_000.0;
/// See [`SCHEDULES`].
pub const FIRED: f64 = 1000.0;

/// How many emails a day an account may send that has just left the sandbox.
///
/// <https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas.html>
pub const EMAILS: f64 = 50_000.0;
