//! Who is told what happens to the objects of a bucket.
//!
//! The bucket refers to who is told, so who is told cannot refer to the bucket: they let S3 in for the whole account.
//!
//! <https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html>

use super::append::{append, set_within};
use super::bucket::Bucket;
use super::function::Function;
use super::queue::Queue;
use crate::aws::lambda::Permission;
use crate::aws::s3::bucket::{
    EventBridgeConfiguration, FilterRule, LambdaConfiguration, NotificationFilter, QueueConfiguration, S3KeyFilter,
};
use crate::{Definition, Principal, Stack, Statement, Value, pseudo};

/// What happens to objects, and to which of them.
///
/// ```
/// use cdk::constructs::{ObjectEvent, ObjectEvents};
///
/// let invoices = ObjectEvents { suffix: ".pdf", ..ObjectEvents::under("invoices/", ObjectEvent::Created) };
/// assert_eq!(invoices.prefix, "invoices/");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ObjectEvents {
    /// What happens.
    pub event: ObjectEvent,
    /// How the keys of the objects begin; all, if it is empty.
    pub prefix: &'static str,
    /// How the keys of the objects end; all, if it is empty.
    pub suffix: &'static str,
}

/// What happens to an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ObjectEvent {
    /// It is written, whether it was there before or not.
    Created,
    /// It is deleted by a request.
    Removed,
    /// It is deleted because a lifecycle rule says so.
    Expired,
}

impl ObjectEvents {
    /// What happens to the objects whose keys begin with `prefix`.
    #[must_use]
    pub const fn under(prefix: &'static str, event: ObjectEvent) -> Self {
        Self { event, prefix, suffix: "" }
    }

    fn filter(self) -> Option<NotificationFilter> {
        let rule = |name, value: &'static str| (!value.is_empty()).then(|| FilterRule::new(name, value));
        let rules: Vec<_> = [rule("prefix", self.prefix), rule("suffix", self.suffix)].into_iter().flatten().collect();
        (!rules.is_empty()).then(|| NotificationFilter::new(S3KeyFilter::new(rules)))
    }
}

impl ObjectEvent {
    fn name(self) -> &'static str {
        match self {
            Self::Created => "s3:ObjectCreated:*",
            Self::Removed => "s3:ObjectRemoved:*",
            Self::Expired => "s3:LifecycleExpiration:*",
        }
    }
}

impl<T: 'static> Bucket<T> {
    /// Sends everything that happens to its objects to the account's event bus, where rules choose from it.
    pub fn notify_event_bus(&self, stack: &mut Stack) {
        let on = Value::from(EventBridgeConfiguration::new(true));
        set_within(stack, &self.resource, "NotificationConfiguration", "EventBridgeConfiguration", on);
    }

    /// Sends a message for each event to `queue`. S3 sends to standard queues only. If a KMS key of the account encrypts
    /// the queue, that key's policy has to let `s3.amazonaws.com` use it.
    pub fn notify_queue<M: 'static>(&self, stack: &mut Stack, queue: &Queue<M>, events: ObjectEvents) {
        let send = Statement::allow("Notifications", ["sqs:SendMessage"], [queue.arn().text()])
            .of(Principal::Service("s3.amazonaws.com"))
            .only_if("StringEquals", "aws:SourceAccount", pseudo::account_id());
        queue.allow(stack, send);
        let mut configuration = QueueConfiguration::new(events.event.name(), queue.arn());
        if let Some(filter) = events.filter() {
            configuration = configuration.filter(filter);
        }
        append(
            stack,
            &self.resource,
            &["NotificationConfiguration", "QueueConfigurations"],
            Value::from(configuration),
        );
        // S3 tries the permission when the bucket is made.
        stack.order(&queue.queue.policy, &self.resource);
    }

    /// Invokes `function` for each event, with the event as S3 writes it. The function cannot be linked to the bucket at
    /// the same time, because CloudFormation makes no circles; let a queue stand between them.
    #[track_caller]
    pub fn notify_function(&self, stack: &mut Stack, function: &Function, events: ObjectEvents) {
        let arn = function.resource().arn();
        let permission = Permission::new("lambda:InvokeFunction", arn.clone(), "s3.amazonaws.com")
            .source_account(pseudo::account_id());
        let path = self.path.child(&format!("Invokes{}", function.resource().logical_id()));
        let permission = stack.add(&path, Definition::new(permission));
        let mut configuration = LambdaConfiguration::new(events.event.name(), arn);
        if let Some(filter) = events.filter() {
            configuration = configuration.filter(filter);
        }
        append(
            stack,
            &self.resource,
            &["NotificationConfiguration", "LambdaConfigurations"],
            Value::from(configuration),
        );
        stack.order(&permission, &self.resource);
    }
}
