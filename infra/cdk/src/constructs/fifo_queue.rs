//! A FIFO queue and the FIFO queue behind it for what could not be handled.

use std::marker::PhantomData;

use contract::{Access, QueueMessages};

use super::sources::{QueueMapping, Source};
use crate::aws::sqs::{self, QueuePolicy};
use crate::{
    Arn, ConstructPath, Definition, Granted, MaxReceives, MessageRetention, Name, Object, PolicyDocument,
    RemovalPolicy, Resource, Stack, Statement, Value, VisibilityTimeout, literal,
};

/// A high-throughput FIFO queue of `T`: order and deduplication per message group, encrypted, reached over TLS only.
#[derive(Debug, Clone)]
pub struct FifoQueue<T> {
    path: ConstructPath,
    resource: Resource<sqs::Queue>,
    message: PhantomData<fn() -> T>,
}

/// A FIFO queue for the messages that another FIFO queue of `T` gave up on.
#[derive(Debug, Clone)]
pub struct DeadLetterQueue<T> {
    resource: Resource<sqs::Queue>,
    message: PhantomData<fn() -> T>,
}

/// What may differ from queue to queue.
#[derive(Debug, Clone)]
pub struct FifoQueueProps<T> {
    /// How long a message that was handed out stays hidden; at least six times the timeout of the function it wakes.
    pub visibility_timeout: VisibilityTimeout,
    /// How long a message waits to be handled.
    pub retention: MessageRetention,
    /// Where messages go that could not be handled.
    pub dead_letters: DeadLetterQueue<T>,
    /// How often a message is handed out before it goes there.
    pub max_receives: MaxReceives,
    /// What becomes of the messages when the queue leaves the stack.
    pub removal: RemovalPolicy,
}

impl<T: 'static> DeadLetterQueue<T> {
    /// Adds a queue that keeps messages for 14 days, the longest that SQS offers.
    #[track_caller]
    pub fn new(stack: &mut Stack, id: impl Into<ConstructPath>, removal: RemovalPolicy) -> Self {
        let retention = literal!(MessageRetention::seconds(1_209_600));
        let visibility = literal!(VisibilityTimeout::seconds(30));
        let resource = queue(stack, &id.into(), properties(retention, visibility, None), removal);
        Self { resource, message: PhantomData }
    }

    /// Its URL.
    #[must_use]
    pub fn url(&self) -> Value<Name<sqs::Queue>> {
        self.resource.reference()
    }

    /// Its ARN.
    #[must_use]
    pub fn arn(&self) -> Value<Arn<sqs::Queue>> {
        self.resource.arn()
    }

    /// The typed resource, for what this construct has no word for.
    #[must_use]
    pub fn resource(&self) -> &Resource<sqs::Queue> {
        &self.resource
    }
}

impl<T: 'static> FifoQueue<T> {
    /// Adds a queue.
    #[track_caller]
    pub fn new(stack: &mut Stack, id: impl Into<ConstructPath>, props: FifoQueueProps<T>) -> Self {
        let FifoQueueProps { visibility_timeout, retention, dead_letters, max_receives, removal } = props;
        let mut redrive = Object::new();
        redrive.insert("deadLetterTargetArn", dead_letters.arn());
        redrive.insert("maxReceiveCount", max_receives.get());
        let path = id.into();
        let resource = queue(stack, &path, properties(retention, visibility_timeout, Some(redrive)), removal);
        Self { path, resource, message: PhantomData }
    }

    /// The queue, as a link in a function's contract.
    #[must_use]
    pub fn link<A: Access<contract::FifoQueue<T>>>(&self) -> Granted<contract::FifoQueue<T>, A> {
        Granted::new(self.resource.reference().text(), self.resource.arn().text())
    }

    /// Its messages, as what wakes a function: in order per message group.
    #[must_use]
    pub fn messages(&self, mapping: QueueMapping) -> Source<QueueMessages<T>> {
        Source::queue(&self.path, self.resource.arn(), mapping)
    }

    /// Its URL.
    #[must_use]
    pub fn url(&self) -> Value<Name<sqs::Queue>> {
        self.resource.reference()
    }

    /// Its ARN.
    #[must_use]
    pub fn arn(&self) -> Value<Arn<sqs::Queue>> {
        self.resource.arn()
    }

    /// The typed resource, for what this construct has no word for.
    #[must_use]
    pub fn resource(&self) -> &Resource<sqs::Queue> {
        &self.resource
    }
}

fn properties(
    message_retention_period: MessageRetention,
    visibility_timeout: VisibilityTimeout,
    redrive_policy: Option<Object>,
) -> sqs::Queue {
    let queue = sqs::Queue::new()
        .fifo_queue(true)
        .content_based_deduplication(false)
        .deduplication_scope("messageGroup")
        .fifo_throughput_limit("perMessageGroupId")
        .message_retention_period(message_retention_period)
        .visibility_timeout(visibility_timeout)
        .sqs_managed_sse_enabled(true);
    match redrive_policy {
        Some(redrive) => queue.redrive_policy(redrive),
        None => queue,
    }
}

#[track_caller]
fn queue(
    stack: &mut Stack,
    path: &ConstructPath,
    properties: sqs::Queue,
    removal: RemovalPolicy,
) -> Resource<sqs::Queue> {
    let queue = stack.add(path, Definition::stateful(properties, removal));
    let policy = PolicyDocument::new([Statement::tls_only("sqs:*", [queue.arn().text()])]);
    let policy = QueuePolicy::new(policy, [queue.reference()]);
    stack.add(&path.child("Policy"), Definition::new(policy));
    queue
}
