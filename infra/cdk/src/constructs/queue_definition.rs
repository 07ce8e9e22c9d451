//! What standard and FIFO queues have in common: encryption, redrive and who may reach them.

use super::append::append;
use crate::aws::sqs::{self, QueuePolicy};
use crate::{
    Arn, ConstructPath, Definition, DeliveryDelay, MaxReceives, MessageRetention, Object, PolicyDocument,
    RemovalPolicy, Resource, Stack, Statement, Value, VisibilityTimeout, literal, pseudo,
};

/// A queue and its policy. A queue has one policy, so whoever else may use it is added to this one.
#[derive(Debug, Clone)]
pub(super) struct AddedQueue {
    pub path: ConstructPath,
    pub resource: Resource<sqs::Queue>,
    pub policy: Resource<QueuePolicy>,
    /// The KMS key, unless SQS manages it.
    pub key: Option<Value<String>>,
}

/// What may differ from queue to queue, of whichever kind.
pub(super) struct QueueSettings {
    pub visibility_timeout: VisibilityTimeout,
    pub retention: MessageRetention,
    pub delay: Option<DeliveryDelay>,
    pub redrive: Option<(Value<Arn<sqs::Queue>>, MaxReceives)>,
    pub key: Option<Value<String>>,
    pub removal: RemovalPolicy,
}

impl QueueSettings {
    /// Those of a dead-letter queue: messages are kept for 14 days, the longest that SQS offers.
    pub fn of_dead_letters(removal: RemovalPolicy, key: Option<Value<String>>) -> Self {
        Self {
            visibility_timeout: literal!(VisibilityTimeout::seconds(30)),
            retention: literal!(MessageRetention::seconds(1_209_600)),
            delay: None,
            redrive: None,
            key,
            removal,
        }
    }
}

impl AddedQueue {
    /// Adds a queue and a policy that denies requests without TLS. `queue` says what kind it is.
    #[track_caller]
    pub fn add(stack: &mut Stack, path: ConstructPath, queue: sqs::Queue, settings: QueueSettings) -> Self {
        let QueueSettings { visibility_timeout, retention, delay, redrive, key, removal } = settings;
        let mut queue = queue.message_retention_period(retention).visibility_timeout(visibility_timeout);
        queue = match &key {
            Some(key) => queue.kms_master_key_id(key.clone()),
            None => queue.sqs_managed_sse_enabled(true),
        };
        if let Some(delay) = delay {
            queue = queue.delay_seconds(delay);
        }
        if let Some((dead_letters, max_receives)) = redrive {
            let mut policy = Object::new();
            policy.insert("deadLetterTargetArn", dead_letters);
            policy.insert("maxReceiveCount", max_receives.get());
            queue = queue.redrive_policy(policy);
        }
        let resource = stack.add(&path, Definition::stateful(queue, removal));
        let policy = PolicyDocument::new([Statement::tls_only("sqs:*", [resource.arn().text()])]);
        let policy = QueuePolicy::new(policy, [resource.reference()]);
        let policy = stack.add(&path.child("Policy"), Definition::new(policy));
        Self { path, resource, policy, key }
    }

    /// Adds a statement to its policy.
    pub fn allow(&self, stack: &mut Stack, statement: Statement) {
        append(stack, &self.policy, &["PolicyDocument", "Statement"], statement);
    }

    /// Lets only the queues of these names in the account and region use it for their dead letters.
    ///
    /// By name, because a reference would go round in a circle: each of them refers to this one.
    pub fn dead_letters_of(&self, stack: &mut Stack, names: &[&str]) {
        let arn = |name: &&str| {
            let parts = ["arn:".into(), pseudo::partition(), ":sqs:".into(), pseudo::region(), ":".into()];
            let parts = parts.into_iter().chain([pseudo::account_id(), format!(":{name}").into()]);
            Value::join(parts)
        };
        let mut policy = Object::new();
        policy.insert("redrivePermission", "byQueue");
        policy.insert("sourceQueueArns", names.iter().map(arn).collect::<Vec<_>>());
        stack.edit(&self.resource, |queue| queue.redrive_allow_policy(policy));
    }
}
