//! A topic: messages to whoever subscribes.

use std::marker::PhantomData;

use contract::Access;

#[cfg(feature = "cloudwatch")]
use super::alarm::AlarmAction;
use super::key::Key;
#[cfg(feature = "cloudwatch")]
use super::resource_policy::add_statement;
use crate::aws::sns::{self, TopicPolicy};
use crate::{Arn, ConstructPath, Definition, Granted, PolicyDocument, Resource, Stack, Statement, Value};
#[cfg(feature = "cloudwatch")]
use crate::{Principal, pseudo, rules};

/// An SNS topic of `T`: encrypted, reached over TLS only. Functions and standard queues may subscribe.
///
/// ```
/// use cdk::constructs::{Topic, TopicProps};
/// use cdk::{Stack, StackProps};
///
/// let mut stack = Stack::new(StackProps::new("shop"));
/// let alerts = Topic::<String>::new(&mut stack, "Alerts", TopicProps::default());
/// stack.output("Alerts", "Where alerts go.", alerts.arn());
/// stack.synthesize().unwrap();
/// ```
#[derive(Debug, Clone)]
pub struct Topic<T> {
    pub(super) resource: Resource<sns::Topic>,
    #[cfg(feature = "cloudwatch")]
    policy: Resource<TopicPolicy>,
    #[cfg(feature = "cloudwatch")]
    key: Option<Key>,
    message: PhantomData<fn() -> T>,
}

/// An SNS FIFO topic of `T`: order and deduplication per message group, encrypted, reached over TLS only. FIFO queues may
/// subscribe.
///
/// ```
/// use cdk::constructs::{FifoTopic, TopicProps};
/// use cdk::{Stack, StackProps};
///
/// let mut stack = Stack::new(StackProps::new("shop"));
/// FifoTopic::<String>::new(&mut stack, "Orders", TopicProps::default());
/// stack.synthesize().unwrap();
/// ```
#[derive(Debug, Clone)]
pub struct FifoTopic<T> {
    pub(super) resource: Resource<sns::Topic>,
    message: PhantomData<fn() -> T>,
}

/// What may differ from topic to topic.
#[derive(Debug, Clone, Default)]
pub struct TopicProps {
    /// The key that it is encrypted with; the account's key for SNS if none. Alarms need one of your own: CloudWatch may not
    /// use the account's.
    pub key: Option<Key>,
}

impl<T: 'static> Topic<T> {
    /// Adds a topic and its policy.
    #[track_caller]
    pub fn new(stack: &mut Stack, id: impl Into<ConstructPath>, props: TopicProps) -> Self {
        let (resource, _policy) = topic(stack, &id.into(), sns::Topic::new(), props.key.as_ref());
        Self {
            resource,
            #[cfg(feature = "cloudwatch")]
            policy: _policy,
            #[cfg(feature = "cloudwatch")]
            key: props.key,
            message: PhantomData,
        }
    }

    /// The topic as what an alarm does; CloudWatch may publish to it from now on. `stack` is the one that the topic is in.
    #[cfg(feature = "cloudwatch")]
    #[track_caller]
    pub fn alarm_action(&self, stack: &mut Stack) -> AlarmAction {
        if stack.owns(&self.policy) {
            let publish = Statement::allow("Alarms", ["sns:Publish"], [self.arn().text()])
                .of(Principal::Service("cloudwatch.amazonaws.com"))
                .only_if("StringEquals", "aws:SourceAccount", pseudo::account_id());
            add_statement(stack, &self.policy, "PolicyDocument", publish);
            if let Some(key) = &self.key {
                key.allow_use_by(stack, "cloudwatch.amazonaws.com");
            }
        } else {
            let path = ConstructPath::new(self.resource.logical_id().as_str());
            let message = "the topic is in another stack, and so is its policy".to_owned();
            stack.error(
                &rules::REFERENCES,
                &path,
                message,
                "make the action with the stack of the topic, and hand it over",
            );
        }
        AlarmAction(self.arn().text())
    }

    /// The topic, as a link in a function's contract. With a key of one's own, the function has to be allowed to use that.
    #[must_use]
    pub fn link<A: Access<contract::Topic<T>>>(&self) -> Granted<contract::Topic<T>, A> {
        Granted::new(self.arn().text(), self.arn().text())
    }

    /// Its ARN.
    #[must_use]
    pub fn arn(&self) -> Value<Arn<sns::Topic>> {
        self.resource.reference().text().into_arn()
    }

    /// The typed resource, for what this construct has no word for.
    #[must_use]
    pub fn resource(&self) -> &Resource<sns::Topic> {
        &self.resource
    }
}

impl<T: 'static> FifoTopic<T> {
    /// Adds a topic and its policy.
    #[track_caller]
    pub fn new(stack: &mut Stack, id: impl Into<ConstructPath>, props: TopicProps) -> Self {
        let fifo =
            sns::Topic::new().fifo_topic(true).content_based_deduplication(false).fifo_throughput_scope("MessageGroup");
        let (resource, _) = topic(stack, &id.into(), fifo, props.key.as_ref());
        Self { resource, message: PhantomData }
    }

    /// Its ARN.
    #[must_use]
    pub fn arn(&self) -> Value<Arn<sns::Topic>> {
        self.resource.reference().text().into_arn()
    }

    /// The typed resource, for what this construct has no word for.
    #[must_use]
    pub fn resource(&self) -> &Resource<sns::Topic> {
        &self.resource
    }
}

#[track_caller]
fn topic(
    stack: &mut Stack,
    path: &ConstructPath,
    properties: sns::Topic,
    key: Option<&Key>,
) -> (Resource<sns::Topic>, Resource<TopicPolicy>) {
    let properties = match key {
        Some(key) => properties.kms_master_key_id(key.arn()),
        None => properties.kms_master_key_id("alias/aws/sns"),
    };
    let topic = stack.add(path, Definition::new(properties));
    let arn = topic.reference().text();
    let policy = PolicyDocument::new([Statement::tls_only("sns:Publish", [arn.clone()])]);
    let policy = stack.add(&path.child("Policy"), Definition::new(TopicPolicy::new(policy, [arn])));
    (topic, policy)
}
