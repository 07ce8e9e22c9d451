//! A standard queue and the standard queue behind it for what could not be handled.

use std::marker::PhantomData;

use contract::{Access, StandardQueueMessages};

use super::queue_definition::{AddedQueue, QueueSettings};
use super::sources::{Source, StandardQueueMapping};
use crate::aws::sqs;
use crate::{
    Arn, ConstructPath, DeliveryDelay, Granted, MaxReceives, MessageRetention, Name, RemovalPolicy, Resource, Stack,
    Statement, Value, VisibilityTimeout, literal,
};

/// A standard queue of `T`: any number of messages a second, each at least once, in no order. Encrypted, reached over TLS
/// only.
///
/// ```
/// use cdk::constructs::{Queue, QueueProps, StandardDeadLetterQueue};
/// use cdk::{DeliveryDelay, RemovalPolicy, Stack, StackProps, VisibilityTimeout, literal};
///
/// struct Job;
///
/// # let mut stack = Stack::new(StackProps::new("test"));
/// let dead_letters = StandardDeadLetterQueue::new(&mut stack, "JobsDeadLetters", RemovalPolicy::Delete);
/// let hidden = literal!(VisibilityTimeout::seconds(180));
/// let props = QueueProps {
///     delay: Some(literal!(DeliveryDelay::seconds(5))),
///     ..QueueProps::new(hidden, dead_letters, RemovalPolicy::Delete)
/// };
/// let jobs = Queue::<Job>::new(&mut stack, "Jobs", props);
/// # stack.synthesize().unwrap();
/// ```
#[derive(Debug, Clone)]
pub struct Queue<T> {
    pub(super) queue: AddedQueue,
    message: PhantomData<fn() -> T>,
}

/// A standard queue for the messages that another standard queue of `T` gave up on.
#[derive(Debug, Clone)]
pub struct StandardDeadLetterQueue<T> {
    queue: AddedQueue,
    message: PhantomData<fn() -> T>,
}

/// What may differ from standard queue to standard queue.
#[derive(Debug, Clone)]
pub struct QueueProps<T> {
    /// How long a message that was handed out stays hidden; at least six times the timeout of the function it wakes.
    pub visibility_timeout: VisibilityTimeout,
    /// How long a message waits to be handled. Its age counts on in the dead-letter queue.
    pub retention: MessageRetention,
    /// How long a new message stays hidden; not at all, if none.
    pub delay: Option<DeliveryDelay>,
    /// Where messages go that could not be handled.
    pub dead_letters: StandardDeadLetterQueue<T>,
    /// How often a message is handed out before it goes there.
    pub max_receives: MaxReceives,
    /// The ARN of the KMS key that encrypts it; SQS manages the key if none. Grants on the queue include the key.
    pub key: Option<Value<String>>,
    /// What becomes of the messages when the queue leaves the stack.
    pub removal: RemovalPolicy,
}

impl<T> QueueProps<T> {
    /// A queue that keeps messages for 4 days and hands each out up to 5 times.
    #[must_use]
    pub fn new(
        visibility_timeout: VisibilityTimeout,
        dead_letters: StandardDeadLetterQueue<T>,
        removal: RemovalPolicy,
    ) -> Self {
        Self {
            visibility_timeout,
            retention: literal!(MessageRetention::seconds(345_600)),
            delay: None,
            dead_letters,
            max_receives: literal!(MaxReceives::times(5)),
            key: None,
            removal,
        }
    }
}

impl<T: 'static> StandardDeadLetterQueue<T> {
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
        Self { queue: AddedQueue::add(stack, path, sqs::Queue::new(), settings), message: PhantomData }
    }

    /// Lets only the queues of these names use it; otherwise any of the account and region can. By name, because each of
    /// them refers to this queue, and CloudFormation makes no circles.
    ///
    /// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html>
    pub fn only_from(&self, stack: &mut Stack, names: &[&str]) {
        self.queue.dead_letters_of(stack, names);
    }
}

impl<T: 'static> Queue<T> {
    /// Adds a queue.
    #[track_caller]
    pub fn new(stack: &mut Stack, id: impl Into<ConstructPath>, props: QueueProps<T>) -> Self {
        let QueueProps { visibility_timeout, retention, delay, dead_letters, max_receives, key, removal } = props;
        let redrive = Some((dead_letters.arn(), max_receives));
        let settings = QueueSettings { visibility_timeout, retention, delay, redrive, key, removal };
        Self { queue: AddedQueue::add(stack, id.into(), sqs::Queue::new(), settings), message: PhantomData }
    }

    /// The queue, as a link in a function's contract.
    #[must_use]
    pub fn link<A: Access<contract::Queue<T>>>(&self) -> Granted<contract::Queue<T>, A> {
        Granted::new(self.url().text(), self.arn().text()).encrypted_with(self.queue.key.clone())
    }

    /// What a role that belongs to no contract has to be allowed, to perform `A` on the queue. `sid` names it for people.
    #[must_use]
    pub fn grant<A: Access<contract::Queue<T>>>(&self, sid: &str) -> Vec<Statement> {
        self.link::<A>().statements(sid)
    }

    /// Its messages, as what wakes a function: in no order.
    #[must_use]
    pub fn messages(&self, mapping: StandardQueueMapping) -> Source<StandardQueueMessages<T>> {
        Source::standard_queue(&self.queue.path, self.arn(), mapping).decrypting(self.queue.key.as_ref())
    }
}

/// What every queue can be asked for.
macro_rules! queue_accessors {
    ($($queue:ident),*) => {$(
        impl<T: 'static> $queue<T> {
            /// Its URL.
            #[must_use]
            pub fn url(&self) -> Value<Name<sqs::Queue>> {
                self.queue.resource.reference()
            }

            /// Its ARN.
            #[must_use]
            pub fn arn(&self) -> Value<Arn<sqs::Queue>> {
                self.queue.resource.arn()
            }

            /// Adds a statement to its policy, for whoever else may use it.
            pub fn allow(&self, stack: &mut Stack, statement: Statement) {
                self.queue.allow(stack, statement);
            }

            /// The typed resource, for what this construct has no word for.
            #[must_use]
            pub fn resource(&self) -> &Resource<sqs::Queue> {
                &self.queue.resource
            }
        }
    )*};
}

pub(super) use queue_accessors;

queue_accessors!(Queue, StandardDeadLetterQueue);
