//! Numbers with a documented range.
//!
//! Each type is made from a number that is checked. Where the number is written in the program, [`literal!`](crate::literal)
//! checks it when the program is compiled.

/// A number outside the range that AWS documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{rule}")]
pub struct OutOfRange {
    /// What the range is, as a sentence.
    pub rule: &'static str,
}

/// A number with a documented range, checked when the program is compiled.
///
/// ```
/// use cdk::{Timeout, literal};
///
/// let timeout = literal!(Timeout::seconds(30));
/// assert_eq!(timeout.get(), 30);
/// ```
///
/// ```compile_fail
/// use cdk::{Timeout, literal};
///
/// let timeout = literal!(Timeout::seconds(901));
/// ```
#[macro_export]
macro_rules! literal {
    ($kind:ident :: $unit:ident ($number:expr)) => {{
        const VALUE: $kind = match $kind::$unit($number) {
            Ok(value) => value,
            Err(out_of_range) => panic!("{}", out_of_range.rule),
        };
        VALUE
    }};
}

/// Declares a number with a range.
macro_rules! limit {
    ($(#[$doc:meta])* $name:ident :: $unit:ident, $min:literal to $max:literal, $rule:literal) => {
        #[doc = concat!($rule, ".")]
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(u32);

        impl $name {
            /// A number in the range.
            ///
            /// # Errors
            /// [`OutOfRange`] when it is not in the range.
            pub const fn $unit(number: u32) -> Result<Self, OutOfRange> {
                if matches!(number, $min..=$max) { Ok(Self(number)) } else { Err(OutOfRange { rule: $rule }) }
            }

            /// The number.
            #[must_use]
            pub const fn get(self) -> u32 {
                self.0
            }
        }

        impl<const MIN: i64, const MAX: i64> From<$name> for crate::Value<crate::Int<MIN, MAX>> {
            fn from(number: $name) -> Self {
                number.get().into()
            }
        }
    };
}

limit! {
    /// <https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html>
    Timeout::seconds, 1 to 900, "A function's timeout is 1 to 900 seconds"
}
limit! {
    /// <https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html>
    MemorySize::mib, 128 to 10240, "A function's memory is 128 to 10,240 MiB"
}
limit! {
    /// <https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html>
    ReservedConcurrency::executions, 0 to 100000, "A function's reserved concurrency is 0 to 100,000 executions"
}
limit! {
    /// <https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html>
    StreamBatchSize::records, 1 to 10000, "A batch from a stream is 1 to 10,000 records"
}
limit! {
    /// <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html>
    FifoBatchSize::messages, 1 to 10, "A batch from a FIFO queue is 1 to 10 messages"
}
limit! {
    /// <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html>
    MinimumPollers::pollers, 2 to 200, "A queue mapping keeps at least 2 to 200 pollers"
}
limit! {
    /// <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html>
    MaximumPollers::pollers, 2 to 2000, "A queue mapping has at most 2 to 2,000 pollers"
}
limit! {
    /// <https://docs.aws.amazon.com/lambda/latest/dg/configuration-ephemeral-storage.html>
    EphemeralStorage::mib, 512 to 10240, "A function's ephemeral storage is 512 to 10,240 MiB"
}
limit! {
    /// <https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html>
    EventAge::seconds, 60 to 21600, "An asynchronous event waits for 60 to 21,600 seconds"
}
limit! {
    /// <https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html>
    InvocationRetries::times, 0 to 2, "An asynchronous invocation is tried again 0 to 2 times"
}
limit! {
    /// <https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html>
    ProvisionedConcurrency::executions, 1 to 100000, "Provisioned concurrency is 1 to 100,000 executions"
}
limit! {
    /// <https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html>
    ConcurrencyUtilization::percent, 10 to 90, "Provisioned concurrency scales to a utilization of 10 to 90 percent"
}
limit! {
    /// <https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html>
    BatchingWindow::seconds, 0 to 300, "A batching window is 0 to 300 seconds"
}
limit! {
    /// <https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html>
    Parallelization::batches, 1 to 10, "A mapping processes 1 to 10 batches of a shard at a time"
}
limit! {
    /// <https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html>
    RetryAttempts::times, 0 to 10000, "A mapping retries a batch 0 to 10,000 times"
}
limit! {
    /// <https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html>
    RecordAge::seconds, 60 to 604800, "A mapping gives up on records after 60 to 604,800 seconds"
}
limit! {
    /// <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html>
    MaxConcurrency::executions, 2 to 1000, "A queue mapping runs at most 2 to 1,000 executions at a time"
}
limit! {
    /// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html>
    VisibilityTimeout::seconds, 0 to 43200, "A queue's visibility timeout is 0 to 43,200 seconds"
}
limit! {
    /// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html>
    MessageRetention::seconds, 60 to 1209600, "A queue keeps messages for 60 to 1,209,600 seconds"
}
limit! {
    /// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html>
    MaxReceives::times, 1 to 1000, "A message moves to the dead-letter queue after 1 to 1,000 receives"
}
limit! {
    /// <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_IncreaseStreamRetentionPeriod.html>
    StreamRetention::hours, 24 to 8760, "A stream keeps records for 24 to 8,760 hours"
}
limit! {
    /// <https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-flexible-time-windows.html>
    FlexibleWindow::minutes, 1 to 1440, "A flexible time window is 1 to 1,440 minutes"
}
limit! {
    /// <https://docs.aws.amazon.com/scheduler/latest/APIReference/API_RetryPolicy.html>
    ScheduleRetries::times, 0 to 185, "A schedule tries 0 to 185 times again"
}
limit! {
    /// <https://docs.aws.amazon.com/scheduler/latest/APIReference/API_RetryPolicy.html>
    ScheduleEventAge::seconds, 60 to 86400, "A schedule gives up after 60 to 86,400 seconds"
}

limit! {
    /// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html>
    DeliveryDelay::seconds, 0 to 900, "A queue delays messages by 0 to 900 seconds"
}
limit! {
    /// <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html>
    ImmediateBatchSize::messages, 1 to 10, "A batch from a standard queue without a batching window is 1 to 10 messages"
}
limit! {
    /// <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html>
    CollectedBatchSize::messages, 1 to 10000, "A batch from a standard queue is 1 to 10,000 messages"
}
limit! {
    /// <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html>
    CollectingTime::seconds, 1 to 300, "A batch is collected for 1 to 300 seconds"
}
limit! {
    /// <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html>
    ShardCount::shards, 1 to 100000, "A stream has 1 to 100,000 shards"
}
limit! {
    /// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html>
    RecoveryPeriod::days, 1 to 35, "A table can be restored to any second of the last 1 to 35 days"
}
limit! {
    /// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/provisioned-capacity-mode.html>
    CapacityUnits::units, 1 to 4294967295, "The capacity of a table or index is 1 unit or more"
}
limit! {
    /// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html>
    Utilization::percent, 20 to 90, "Scaling aims at a utilization of 20 to 90 percent"
}
limit! {
    /// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html>
    ObjectAge::days, 1 to 2147483647, "A lifecycle rule applies to objects after 1 day or more"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_of_a_range_are_in_it_and_their_neighbours_are_not() {
        assert!(Timeout::seconds(0).is_err() && Timeout::seconds(1).is_ok());
        assert!(Timeout::seconds(900).is_ok() && Timeout::seconds(901).is_err());
        assert_eq!(MemorySize::mib(64).unwrap_err().to_string(), "A function's memory is 128 to 10,240 MiB");
    }
}
