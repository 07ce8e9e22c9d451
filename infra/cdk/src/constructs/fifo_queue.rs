//! A FIFO queue and the FIFO queue behind it for what could not be handled.

use std::marker::PhantomData;

use contract::{Access, QueueMessages};

use super::queue::queue_accessors;
use super::queue_definition::{AddedQueue, QueueSettings};
use super::sources::{QueueMapping, Source};
use crate::aws::sqs;
use crate::{
    Arn, ConstructPath, DeliveryDelay, Granted, MaxReceives, MessageRetention, Name, RemovalPolicy, Resource, Stack,
    Statement, Value, VisibilityTimeout, literal,
};

/// A FIFO queue of `T`: order and deduplication per message group, encrypted, reached over TLS only.
///
/// ```
/// use cdk::constructs::{DeadLetterQueue, FifoQueue, FifoQueueProps};
/// use cdk::{RemovalPolicy, Stack, StackProps, VisibilityTimeout, literal};
///
/// struct Order;
///
/// # let mut stack = Stack::new(StackProps::new("test"));
/// let dead_letters = DeadLetterQueue::new(&mut stack, "OrdersDeadLetters", RemovalPolicy::Delete);
/// let hidden = literal!(VisibilityTimeout::seconds(180));
/// let props = FifoQueueProps::new(hidden, dead_letters, RemovalPolicy::Delete);
/// let orders = FifoQueue::<Order>::new(&mut stack, "Orders", props);
/// # stack.synthesize().unwrap();
/// ```
#[derive(Debug, Clone)]
pub struct FifoQueue<T> {
    queue: AddedQueue,
    message: PhantomData<fn() -> T>,
}

/// A FIFO queue for the messages that another FIFO queue of `T` gave up on.
#[derive(Debug, Clone)]
pub struct DeadLetterQueue<T> {
    queue: AddedQueue,
    message: PhantomData<fn() -> T>,
}

/// What may differ from FIFO queue to FIFO queue.
#[derive(Debug, Clone)]
pub struct FifoQueueProps<T> {
    /// How long a message that was handed out stays hidden; at least six times the timeout of the function it wakes.
    pub visibility_timeout: VisibilityTimeout,
    /// How long a message waits to be handled.
    pub retention: MessageRetention,
    /// How long a new message stays hidden; not at all, if none.
    pub delay: Option<DeliveryDelay>,
    /// Where messages go that could not be handled.
    pub dead_letters: DeadLetterQueue<T>,
    /// How often a message is handed out before it goes there.
    pub max_receives: MaxReceives,
    /// Whether throughput and deduplication are per message group, which lets more through.
    ///
    /// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/high-throughput-fifo.html>
    pub high_throughput: bool,
    /// Whether messages with the same body count as duplicates; otherwise the sender says which do.
    pub content_based_deduplication: bool,
    /// The ARN of the KMS key that encrypts it; SQS manages the key if none. Grants on the queue include the key.
    pub key: Option<Value<String>>,
    /// What becomes of the messages when the queue leaves the stack.
    pub removal: RemovalPolicy,
}

impl<T> FifoQueueProps<T> {
    /// A high-throughput queue that keeps messages for 4 days and hands each out up to 5 times.
    #[must_use]
    pub fn new(
        visibility_timeout: VisibilityTimeout,
        dead_letters: DeadLetterQueue<T>,
        removal: RemovalPolicy,
    ) -> Self {
        Self {
            visibility_timeout,
            retention: literal!(MessageRetention::seconds(345_600)),
            delay: None,
            dead_letters,
            max_receives: literal!(MaxReceives::times(5)),
            high_throughput: true,
            content_based_deduplication: false,
            key: None,
            removal,
        }
    }
}

impl<T: 'static> DeadLetterQueue<T> {
    /// Adds a queue that keeps messages for 14 days, the longest that SQS offers. SQS manages its key.
    #[track_caller]
    pub fn new(stack: &mut Stack, id: impl Into<ConstructPath>, removal: RemovalPolicy) -> Self {
        Self::add(stack, id.into(), removal, None)
    }

    /// Adds a queue that is encrypted with the KMS key of this ARN.
    #[track_caller]
    pub fn encrypted_with(
        stack: &mut Stack,
        id: impl Into<ConstructPath>,
        removal: RemovalPolicy,
        key: impl Into<Value<String>>,
    ) -> Self {
        Self::add(stack, id.into(), removal, Some(key.into()))
    }

    #[track_caller]
    fn add(stack: &mut Stack, path: ConstructPath, removal: RemovalPolicy, key: Option<Value<String>>) -> Self {
        let settings = QueueSettings::of_dead_letters(removal, key);
        Self { queue: AddedQueue::add(stack, path, fifo(true, false), settings), message: PhantomData }
    }

    /// Lets only the queues of these names use it; otherwise any of the account and region can. By name, because each of
    /// them refers to this queue, and CloudFormation makes no circles. Names of FIFO queues end in `.fifo`.
    ///
    /// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html>
    pub fn only_from(&self, stack: &mut Stack, names: &[&str]) {
        self.queue.dead_letters_of(stack, names);
    }
}

impl<T: 'static> FifoQueue<T> {
    /// Adds a queue.
    #[track_caller]
    pub fn new(stack: &mut Stack, id: impl Into<ConstructPath>, props: FifoQueueProps<T>) -> Self {
        let queue = fifo(props.high_throughput, props.content_based_deduplication);
        let FifoQueueProps { visibility_timeout, retention, delay, dead_letters, max_receives, key, removal, .. } =
            props;
        let redrive = Some((dead_letters.arn(), max_receives));
        let settings = QueueSettings { visibility_timeout, retention, delay, redrive, key, removal };
        Self { queue: AddedQueue::add(stack, id.into(), queue, settings), message: PhantomData }
    }

    /// The queue, as a link in a function's contract.
    #[must_use]
    pub fn link<A: Access<contract::FifoQueue<T>>>(&self) -> Granted<contract::FifoQueue<T>, A> {
        Granted::new(self.url().text(), self.arn().text()).encrypted_with(self.queue.key.clone())
    }

    /// What a role that belongs to no contract has to be allowed, to perform `A` on the queue. `sid` names it for people.
    #[must_use]
    pub fn grant<A: Access<contract::FifoQueue<T>>>(&self, sid: &str) -> Vec<Statement> {
        self.link::<A>().statements(sid)
    }

    /// Its messages, as what wakes a function: in order per message group.
    #[must_use]
    pub fn messages(&self, mapping: QueueMapping) -> Source<QueueMessages<T>> {
        Source::queue(&self.queue.path, self.arn(), mapping).decrypting(self.queue.key.as_ref())
    }
}

queue_accessors!(FifoQueue, DeadLetterQueue);

fn fifo(high_throughput: bool, content_based_deduplication: bool) -> sqs::Queue {
    let (scope, limit) = if high_throughput { ("messageGroup", "perMessageGroupId") } else { ("queue", "perQueue") };
    sqs::Queue::new()
        .fifo_queue(true)
        .content_based_deduplication(content_based_deduplication)
        .deduplication_scope(scope)
        .fifo_throughput_limit(limit)
}
