//! What wakes functions: the kinds of event source mapping, and direct invocation.

mod mapping;

use std::marker::PhantomData;

use contract::{
    HttpRequests, Invocation, ItemChanges, QueueMessages, StandardQueueMessages, StreamRecords, TableChanges, Wake,
};
use serde_json::{Value as Json, json};

pub use self::mapping::{Batching, QueueMapping, QueueScaling, StandardQueueMapping, StreamMapping, TableMapping};
use super::filter::{Filter, FilterMistake, Filtered};
use crate::aws::lambda::event_source_mapping::{FilterCriteria, FunctionResponseTypes};
use crate::aws::lambda::{self, EventSourceMapping};
use crate::aws::{kinesis, sqs};
use crate::link::key_statement;
use crate::{Arn, ConstructPath, Name, Statement, Value};

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
    /// The patterns of its filters; an event that matches one of them wakes the function.
    patterns: Vec<Json>,
    /// What is wrong with its filters.
    pub mistakes: Vec<FilterMistake>,
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
        statements.extend(mapping.failures.statements("Failures"));
        Self::new(path, statements, stream, Kind::Table(mapping))
    }
}

impl<T> Source<ItemChanges<T>> {
    pub(super) fn items(path: &ConstructPath, stream: Value<String>, mapping: StreamMapping) -> Self {
        let mut statements = read_changes(path, &stream);
        statements.extend(mapping.failures.statements("Failures"));
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
        statements.extend(mapping.failures.statements("Failures"));
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
        statements.extend(mapping.failures.statements("Failures"));
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
    /// The messages of a standard queue that is there as a typed resource.
    ///
    /// ```
    /// # use cdk::{CollectedBatchSize, CollectingTime, Definition, Stack, StackProps, aws::sqs::Queue, literal};
    /// # use cdk::constructs::{Batching, QueueScaling, Source, StandardQueueMapping};
    /// # use contract::StandardQueueMessages;
    /// # let mut stack = Stack::new(StackProps::new("test"));
    /// let jobs = stack.add(&"Jobs".into(), Definition::new(Queue::new()));
    /// let messages: Source<StandardQueueMessages<String>> = Source::standard_queue(
    ///     "Jobs",
    ///     jobs.arn(),
    ///     StandardQueueMapping {
    ///         batching: Batching::Collected {
    ///             size: literal!(CollectedBatchSize::messages(1000)),
    ///             within: literal!(CollectingTime::seconds(5)),
    ///         },
    ///         scaling: QueueScaling::Unlimited,
    ///     },
    /// );
    /// ```
    #[must_use]
    pub fn standard_queue(
        path: impl Into<ConstructPath>,
        queue: Value<Arn<sqs::Queue>>,
        mapping: StandardQueueMapping,
    ) -> Self {
        let path = path.into();
        Self::new(&path, receive(&path, &queue), queue.text(), Kind::StandardQueue(mapping))
    }
}

/// What a function needs of a queue that wakes it.
fn receive(path: &ConstructPath, queue: &Value<Arn<sqs::Queue>>) -> Vec<Statement> {
    let receive = ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"];
    vec![Statement::allow(format!("Receive{}", path.logical_id()), receive, [queue.clone().text()])]
}

impl<W: Filtered> Source<W> {
    /// The same source for events that match one of `filters`; Lambda drops the others, and takes them off their queue.
    ///
    /// ```
    /// # use cdk::constructs::{EventStream, Filter, StreamMapping};
    /// # #[derive(serde::Deserialize)] struct Event { subject: String }
    /// # fn example(events: &EventStream<Event>, mapping: StreamMapping) {
    /// let carts = events.records(mapping).filtered([Filter::field("subject").prefix("cart-")]);
    /// # }
    /// ```
    ///
    /// <https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html>
    #[must_use]
    pub fn filtered(mut self, filters: impl IntoIterator<Item = Filter<W::Event>>) -> Self {
        for filter in filters {
            match filter.pattern(W::SHAPE) {
                Ok(pattern) => self.plan.patterns.push(pattern),
                Err(mistakes) => self.plan.mistakes.extend(mistakes),
            }
        }
        self
    }
}

impl<W> Source<W> {
    fn new(path: &ConstructPath, statements: Vec<Statement>, event_source: Value<String>, kind: Kind) -> Self {
        let id = format!("From{}", path.logical_id());
        let plan = Plan { id, statements, event_source, kind, patterns: Vec::new(), mistakes: Vec::new() };
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

impl Plan {
    /// The mapping to `function`.
    pub fn mapping(self, function: Value<Name<lambda::Function>>) -> EventSourceMapping {
        let mapping = EventSourceMapping::new(function)
            .event_source_arn(self.event_source)
            .function_response_types([FunctionResponseTypes::ReportBatchItemFailures]);
        let mut patterns = self.patterns;
        if matches!(self.kind, Kind::Table(_)) {
            only_new(&mut patterns);
        }
        let mapping = match self.kind {
            Kind::Table(table) => table.applied(mapping),
            Kind::Stream(stream) => stream.applied(mapping),
            Kind::Queue(queue) => queue.applied(mapping),
            Kind::StandardQueue(queue) => queue.applied(mapping),
        };
        if patterns.is_empty() {
            return mapping;
        }
        let filter = |pattern: Json| lambda::event_source_mapping::Filter::new().pattern(pattern.to_string());
        mapping.filter_criteria(FilterCriteria::new().filters(patterns.into_iter().map(filter).collect::<Vec<_>>()))
    }
}

/// Commits are only ever added; removals (by hand, or to erase data) are no events.
fn only_new(patterns: &mut Vec<Json>) {
    if patterns.is_empty() {
        patterns.push(json!({}));
    }
    for pattern in patterns.iter_mut().filter_map(Json::as_object_mut) {
        pattern.insert("eventName".to_owned(), json!(["INSERT"]));
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

/// The routes of an [`HttpApi`](super::HttpApi) wake the function.
#[derive(Debug, Clone, Copy)]
pub struct Requested(());

/// The source of a function that answers requests of an HTTP API. Which ones is said by the API's routes, which are added
/// once the function is there.
#[must_use]
pub fn requested() -> Requested {
    Requested(())
}

/// The sources of a function that wakes on `W`: one for each [`Wake`] that its contract states, in that order.
#[diagnostic::on_unimplemented(
    message = "the function wakes on `{W}`, which `{Self}` does not provide",
    label = "not what wakes this function",
    note = "hand over a source for each kind in the contract's `wakes_on`, in that order, with the same payload: \
            `table.changes(…)`, `stream.records(…)`, `queue.messages(…)`, `requested()` or `invoked()`"
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

impl Sources<HttpRequests> for Requested {
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

impl<U: Wake, V: Wake, W: Wake, A: Sources<U>, B: Sources<V>, C: Sources<W>> Sources<(U, V, W)> for (A, B, C) {
    fn into_plans(self) -> Plans {
        let (Plans(mut plans), Plans(second), Plans(third)) =
            (self.0.into_plans(), self.1.into_plans(), self.2.into_plans());
        plans.extend(second);
        plans.extend(third);
        Plans(plans)
    }
}
