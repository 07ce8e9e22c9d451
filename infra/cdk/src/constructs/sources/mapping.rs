//! How functions take what wakes them: the options of each kind of event source mapping.
//!
//! <https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html>

use crate::aws::lambda::EventSourceMapping;
use crate::aws::lambda::event_source_mapping::{ProvisionedPollerConfig, ScalingConfig};
use crate::constructs::FailureDestination;
use crate::{
    BatchingWindow, CollectedBatchSize, CollectingTime, FifoBatchSize, ImmediateBatchSize, MaxConcurrency,
    MaximumPollers, MinimumPollers, Parallelization, RecordAge, RetryAttempts, StreamBatchSize,
};

/// How a function takes the changes of an event table.
///
/// One batch of a shard at a time: more would break the order of an aggregate's commits, because DynamoDB keeps order per
/// item only (<https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-eventsourcemapping.html>).
#[derive(Debug, Clone)]
pub struct TableMapping {
    /// The largest batch.
    pub batch_size: StreamBatchSize,
    /// How long to wait for a batch to fill.
    pub batching_window: BatchingWindow,
    /// How often a failing batch is tried again before it goes to `failures`.
    pub retry_attempts: RetryAttempts,
    /// How old a record may become before it goes to `failures`.
    pub record_age: RecordAge,
    /// Where batches go that could not be handled, with their content.
    pub failures: FailureDestination,
}

/// How a function takes the records of a stream.
#[derive(Debug, Clone)]
pub struct StreamMapping {
    /// The largest batch.
    pub batch_size: StreamBatchSize,
    /// How long to wait for a batch to fill.
    pub batching_window: BatchingWindow,
    /// How many batches of a shard are handled at a time; order within a partition key is kept.
    pub parallelization: Parallelization,
    /// Whether a failing batch is split in two, to find the record that fails.
    pub bisect: bool,
    /// How often a failing batch is tried again before it goes to `failures`.
    pub retry_attempts: RetryAttempts,
    /// How old a record may become before it goes to `failures`.
    pub record_age: RecordAge,
    /// Where batches go that could not be handled, with their content.
    pub failures: FailureDestination,
}

/// How a function takes the messages of a FIFO queue. There is no batching window: SQS offers none for FIFO queues.
#[derive(Debug, Clone)]
pub struct QueueMapping {
    /// The largest batch.
    pub batch_size: FifoBatchSize,
    /// How many executions there are at a time.
    pub max_concurrency: MaxConcurrency,
}

/// How a function takes the messages of a standard queue.
#[derive(Debug, Clone)]
pub struct StandardQueueMapping {
    /// When a batch is full.
    pub batching: Batching,
    /// How the function scales with the queue.
    pub scaling: QueueScaling,
}

/// When a batch from a standard queue is full. Batches of more than 10 messages have to be collected.
///
/// <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Batching {
    /// As soon as there are messages, with at most so many.
    Immediate(ImmediateBatchSize),
    /// Once there are so many messages, or so much time went by.
    Collected {
        /// The largest batch.
        size: CollectedBatchSize,
        /// The longest wait.
        within: CollectingTime,
    },
}

/// How a function scales with a standard queue.
///
/// <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QueueScaling {
    /// Up to the function's own concurrency.
    Unlimited,
    /// Up to this many executions at a time.
    UpTo(MaxConcurrency),
    /// With pollers of its own, which react faster and cost by the hour. They replace a limit on executions.
    Pollers {
        /// How many there always are.
        minimum: MinimumPollers,
        /// How many there are under load.
        maximum: MaximumPollers,
    },
}

impl TableMapping {
    pub(super) fn applied(self, mapping: EventSourceMapping) -> EventSourceMapping {
        mapping
            .batch_size(self.batch_size)
            .maximum_batching_window_in_seconds(self.batching_window)
            .starting_position("TRIM_HORIZON")
            .bisect_batch_on_function_error(true)
            .maximum_retry_attempts(self.retry_attempts)
            .maximum_record_age_in_seconds(self.record_age)
            .destination_config(self.failures.config())
    }
}

impl StreamMapping {
    pub(super) fn applied(self, mapping: EventSourceMapping) -> EventSourceMapping {
        mapping
            .batch_size(self.batch_size)
            .maximum_batching_window_in_seconds(self.batching_window)
            .starting_position("TRIM_HORIZON")
            .parallelization_factor(self.parallelization)
            .bisect_batch_on_function_error(self.bisect)
            .maximum_retry_attempts(self.retry_attempts)
            .maximum_record_age_in_seconds(self.record_age)
            .destination_config(self.failures.config())
    }
}

impl QueueMapping {
    pub(super) fn applied(self, mapping: EventSourceMapping) -> EventSourceMapping {
        mapping
            .batch_size(self.batch_size)
            .scaling_config(ScalingConfig::new().maximum_concurrency(self.max_concurrency))
    }
}

impl StandardQueueMapping {
    pub(super) fn applied(self, mapping: EventSourceMapping) -> EventSourceMapping {
        let mapping = match self.batching {
            Batching::Immediate(size) => mapping.batch_size(size),
            Batching::Collected { size, within } => mapping.batch_size(size).maximum_batching_window_in_seconds(within),
        };
        match self.scaling {
            QueueScaling::Unlimited => mapping,
            QueueScaling::UpTo(most) => mapping.scaling_config(ScalingConfig::new().maximum_concurrency(most)),
            QueueScaling::Pollers { minimum, maximum } => mapping.provisioned_poller_config(
                ProvisionedPollerConfig::new().minimum_pollers(minimum).maximum_pollers(maximum),
            ),
        }
    }
}
