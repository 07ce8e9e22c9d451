//! What wakes functions: the three kinds of event source mapping, and direct invocation.

use std::marker::PhantomData;

use contract::{Invocation, QueueMessages, StreamRecords, TableChanges, Wake};

use super::bucket::Bucket;
use crate::aws::lambda::event_source_mapping::{
    DestinationConfig, Filter, FilterCriteria, FunctionResponseTypes, OnFailure, ScalingConfig,
};
use crate::aws::lambda::{self, EventSourceMapping};
use crate::aws::{kinesis, s3, sqs};
use crate::{
    Arn, BatchingWindow, ConstructPath, FifoBatchSize, MaxConcurrency, Name, Parallelization, RecordAge, RetryAttempts,
    Statement, StreamBatchSize, Value,
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

/// A bucket that takes what a mapping on a table or stream gave up on.
///
/// A bucket keeps the records themselves; a queue or topic would get their position only, and records do not last.
#[derive(Debug, Clone)]
pub struct FailureDestination(Value<Arn<s3::Bucket>>);

impl<T: 'static> From<&Bucket<T>> for FailureDestination {
    fn from(bucket: &Bucket<T>) -> Self {
        Self(bucket.arn())
    }
}

/// One source of events of kind `W`.
#[derive(Debug)]
pub struct Source<W> {
    plan: Plan,
    wake: PhantomData<fn() -> W>,
}

/// A mapping that lacks only its function.
#[derive(Debug)]
pub(super) struct Plan {
    /// The id of the mapping inside of the function.
    pub id: String,
    /// What the function has to be allowed.
    pub statements: Vec<Statement>,
    event_source: Value<String>,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Table(TableMapping),
    Stream(StreamMapping),
    Queue(QueueMapping),
}

impl<T> Source<TableChanges<T>> {
    pub(super) fn table(path: &ConstructPath, stream: Value<String>, mapping: TableMapping) -> Self {
        let id = path.logical_id();
        let read = ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"];
        let mut statements = vec![
            Statement::allow(format!("Read{id}"), read, [stream.clone()]),
            // ListStreams cannot be restricted: the service authorization reference gives it no resource type.
            Statement::allow(format!("List{id}"), ["dynamodb:ListStreams"], ["*".into()]),
        ];
        statements.extend(mapping.failures.statements());
        Self::new(path, statements, stream, Kind::Table(mapping))
    }
}

impl<T> Source<StreamRecords<T>> {
    pub(super) fn stream(path: &ConstructPath, stream: Value<Arn<kinesis::Stream>>, mapping: StreamMapping) -> Self {
        let id = path.logical_id();
        let read = [
            "kinesis:DescribeStream",
            "kinesis:DescribeStreamSummary",
            "kinesis:GetRecords",
            "kinesis:GetShardIterator",
            "kinesis:ListShards",
        ];
        let mut statements = vec![Statement::allow(format!("Read{id}"), read, [stream.clone().text()])];
        statements.extend(mapping.failures.statements());
        Self::new(path, statements, stream.text(), Kind::Stream(mapping))
    }
}

impl<T> Source<QueueMessages<T>> {
    pub(super) fn queue(path: &ConstructPath, queue: Value<Arn<sqs::Queue>>, mapping: QueueMapping) -> Self {
        let receive = ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"];
        let id = path.logical_id();
        let statements = vec![Statement::allow(format!("Receive{id}"), receive, [queue.clone().text()])];
        Self::new(path, statements, queue.text(), Kind::Queue(mapping))
    }
}

impl<W> Source<W> {
    fn new(path: &ConstructPath, statements: Vec<Statement>, event_source: Value<String>, kind: Kind) -> Self {
        let plan = Plan { id: format!("From{}", path.logical_id()), statements, event_source, kind };
        Self { plan, wake: PhantomData }
    }
}

impl FailureDestination {
    fn statements(&self) -> [Statement; 2] {
        [
            Statement::allow("KeepFailures", ["s3:PutObject"], [self.0.clone().with_suffix("/*")]),
            Statement::allow("FindFailures", ["s3:ListBucket"], [self.0.clone().text()]),
        ]
    }

    fn config(self) -> DestinationConfig {
        DestinationConfig::new().on_failure(OnFailure::new().destination(self.0.text()))
    }
}

impl Plan {
    /// The mapping to `function`.
    pub fn mapping(self, function: Value<Name<lambda::Function>>) -> EventSourceMapping {
        let mapping = EventSourceMapping::new(function)
            .event_source_arn(self.event_source)
            .function_response_types([FunctionResponseTypes::ReportBatchItemFailures]);
        match self.kind {
            Kind::Table(table) => mapping
                .batch_size(table.batch_size)
                .maximum_batching_window_in_seconds(table.batching_window)
                .starting_position("TRIM_HORIZON")
                .bisect_batch_on_function_error(true)
                .maximum_retry_attempts(table.retry_attempts)
                .maximum_record_age_in_seconds(table.record_age)
                .destination_config(table.failures.config())
                // Commits are only ever added; removals (by hand, or to erase data) are no events.
                .filter_criteria(FilterCriteria::new().filters([Filter::new().pattern(r#"{"eventName":["INSERT"]}"#)])),
            Kind::Stream(stream) => mapping
                .batch_size(stream.batch_size)
                .maximum_batching_window_in_seconds(stream.batching_window)
                .starting_position("TRIM_HORIZON")
                .parallelization_factor(stream.parallelization)
                .bisect_batch_on_function_error(stream.bisect)
                .maximum_retry_attempts(stream.retry_attempts)
                .maximum_record_age_in_seconds(stream.record_age)
                .destination_config(stream.failures.config()),
            Kind::Queue(queue) => mapping
                .batch_size(queue.batch_size)
                .scaling_config(ScalingConfig::new().maximum_concurrency(queue.max_concurrency)),
        }
    }
}

/// Clients invoke the function directly.
#[derive(Debug, Clone, Copy)]
pub struct Invoked(());

/// The source of a function that clients invoke directly.
#[must_use]
pub fn invoked() -> Invoked {
    Invoked(())
}

/// The sources of a function that wakes on `W`: one for each [`Wake`] that its contract states, in that order.
#[diagnostic::on_unimplemented(
    message = "the function wakes on `{W}`, which `{Self}` does not provide",
    label = "not what wakes this function",
    note = "hand over a source for each kind in the contract's `wakes_on`, in that order, with the same payload: \
            `table.changes(…)`, `stream.records(…)`, `queue.messages(…)` or `invoked()`"
)]
pub trait Sources<W> {
    #[doc(hidden)]
    fn into_plans(self) -> Plans;
}

/// The mappings of a function, before there is a function.
#[derive(Debug)]
#[doc(hidden)]
pub struct Plans(pub(super) Vec<Plan>);

impl<Request: 'static, Response: 'static> Sources<Invocation<Request, Response>> for Invoked {
    fn into_plans(self) -> Plans {
        Plans(Vec::new())
    }
}

impl<W: Wake> Sources<W> for Source<W> {
    fn into_plans(self) -> Plans {
        Plans(vec![self.plan])
    }
}

/// Several sources of one kind: the function wakes on each of them.
impl<W: Wake, const N: usize> Sources<W> for [Source<W>; N] {
    fn into_plans(self) -> Plans {
        Plans(self.into_iter().map(|source| source.plan).collect())
    }
}

impl<V: Wake, W: Wake, A: Sources<V>, B: Sources<W>> Sources<(V, W)> for (A, B) {
    fn into_plans(self) -> Plans {
        let (Plans(mut plans), Plans(others)) = (self.0.into_plans(), self.1.into_plans());
        plans.extend(others);
        Plans(plans)
    }
}
