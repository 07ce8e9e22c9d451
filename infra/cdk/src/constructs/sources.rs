//! What wakes functions: the three kinds of event source mapping, and direct invocation.

use std::marker::PhantomData;

use contract::{Invocation, ItemChanges, QueueMessages, StandardQueueMessages, StreamRecords, TableChanges, Wake};

use super::bucket::Bucket;
use crate::aws::lambda::event_source_mapping::{
    DestinationConfig, Filter, FilterCriteria, FunctionResponseTypes, OnFailure, ScalingConfig,
};
use crate::aws::lambda::{self, EventSourceMapping};
use crate::aws::{kinesis, s3, sqs};
use crate::link::key_statement;
use crate::{
    Arn, BatchingWindow, CollectedBatchSize, CollectingTime, ConstructPath, FifoBatchSize, ImmediateBatchSize,
    MaxConcurrency, Name, Parallelization, RecordAge, RetryAttempts, Statement, StreamBatchSize, Value,
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
    /// How many executions there are at a time.
    pub max_concurrency: MaxConcurrency,
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

/// A bucket that takes what a mapping on a table or stream gave up on.
///
/// A bucket keeps the records themselves; a queue or topic would get their position only, and records do not last.
#[derive(Debug, Clone)]
pub struct FailureDestination {
    bucket: Value<Arn<s3::Bucket>>,
    key: Option<Value<String>>,
}

impl<T: 'static> From<&Bucket<T>> for FailureDestination {
    fn from(bucket: &Bucket<T>) -> Self {
        Self { bucket: bucket.arn(), key: bucket.key().cloned() }
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
    StandardQueue(StandardQueueMapping),
}

impl<T> Source<TableChanges<T>> {
    pub(super) fn table(path: &ConstructPath, stream: Value<String>, mapping: TableMapping) -> Self {
        let mut statements = read_changes(path, &stream);
        statements.extend(mapping.failures.statements());
        Self::new(path, statements, stream, Kind::Table(mapping))
    }
}

impl<T> Source<ItemChanges<T>> {
    pub(super) fn items(path: &ConstructPath, stream: Value<String>, mapping: StreamMapping) -> Self {
        let mut statements = read_changes(path, &stream);
        statements.extend(mapping.failures.statements());
        Self::new(path, statements, stream, Kind::Stream(mapping))
    }
}

fn read_changes(path: &ConstructPath, stream: &Value<String>) -> Vec<Statement> {
    let id = path.logical_id();
    let read = ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"];
    vec![
        Statement::allow(format!("Read{id}"), read, [stream.clone()]),
        // ListStreams cannot be restricted: the service authorization reference gives it no resource type.
        Statement::allow(format!("List{id}"), ["dynamodb:ListStreams"], ["*".into()]),
    ]
}

impl<T> Source<StreamRecords<T>> {
    pub(super) fn stream(path: &ConstructPath, stream: Value<Arn<kinesis::Stream>>, mapping: StreamMapping) -> Self {
        let mut statements = read_records(path, &stream);
        statements.extend(mapping.failures.statements());
        Self::new(path, statements, stream.text(), Kind::Stream(mapping))
    }

    pub(super) fn consumer(
        path: &ConstructPath,
        stream: Value<Arn<kinesis::Stream>>,
        consumer: Value<String>,
        mapping: StreamMapping,
    ) -> Self {
        let mut statements = read_records(path, &stream);
        let subscribe = ["kinesis:DescribeStreamConsumer", "kinesis:SubscribeToShard"];
        let id = path.logical_id();
        statements.push(Statement::allow(format!("Subscribe{id}"), subscribe, [consumer.clone()]));
        statements.extend(mapping.failures.statements());
        Self::new(path, statements, consumer, Kind::Stream(mapping))
    }
}

fn read_records(path: &ConstructPath, stream: &Value<Arn<kinesis::Stream>>) -> Vec<Statement> {
    let read = [
        "kinesis:DescribeStream",
        "kinesis:DescribeStreamSummary",
        "kinesis:GetRecords",
        "kinesis:GetShardIterator",
        "kinesis:ListShards",
    ];
    vec![Statement::allow(format!("Read{}", path.logical_id()), read, [stream.clone().text()])]
}

impl<T> Source<QueueMessages<T>> {
    pub(super) fn queue(path: &ConstructPath, queue: Value<Arn<sqs::Queue>>, mapping: QueueMapping) -> Self {
        Self::new(path, receive(path, &queue), queue.text(), Kind::Queue(mapping))
    }
}

impl<T> Source<StandardQueueMessages<T>> {
    pub(super) fn standard_queue(
        path: &ConstructPath,
        queue: Value<Arn<sqs::Queue>>,
        mapping: StandardQueueMapping,
    ) -> Self {
        Self::new(path, receive(path, &queue), queue.text(), Kind::StandardQueue(mapping))
    }
}

fn receive(path: &ConstructPath, queue: &Value<Arn<sqs::Queue>>) -> Vec<Statement> {
    let receive = ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"];
    vec![Statement::allow(format!("Receive{}", path.logical_id()), receive, [queue.clone().text()])]
}

impl<W> Source<W> {
    fn new(path: &ConstructPath, statements: Vec<Statement>, event_source: Value<String>, kind: Kind) -> Self {
        let plan = Plan { id: format!("From{}", path.logical_id()), statements, event_source, kind };
        Self { plan, wake: PhantomData }
    }

    /// The same, if what it reads is encrypted with a KMS key of the account.
    pub(super) fn decrypting(mut self, key: Option<&Value<String>>) -> Self {
        let first = self.plan.statements.first();
        let read = key.zip(first).and_then(|(key, read)| {
            key_statement(read.sid.as_deref().unwrap_or_default(), key, read.action.iter().copied())
        });
        self.plan.statements.extend(read);
        self
    }
}

impl FailureDestination {
    fn statements(&self) -> Vec<Statement> {
        let keep = ["s3:PutObject"];
        let mut statements = vec![
            Statement::allow("KeepFailures", keep, [self.bucket.clone().with_suffix("/*")]),
            Statement::allow("FindFailures", ["s3:ListBucket"], [self.bucket.clone().text()]),
        ];
        statements.extend(self.key.iter().filter_map(|key| key_statement("KeepFailures", key, keep.into_iter())));
        statements
    }

    fn config(self) -> DestinationConfig {
        DestinationConfig::new().on_failure(OnFailure::new().destination(self.bucket.text()))
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
            Kind::StandardQueue(queue) => match queue.batching {
                Batching::Immediate(size) => mapping.batch_size(size),
                Batching::Collected { size, within } => {
                    mapping.batch_size(size).maximum_batching_window_in_seconds(within)
                }
            }
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
