//! Who is sent the messages of a topic.

use super::fifo_queue::FifoQueue;
use super::function::Function;
use super::resource_policy::add_to_queue_policy;
use super::topic::{FifoTopic, Topic};
use crate::aws::lambda::Permission;
use crate::aws::sns::Subscription;
use crate::aws::sqs;
use crate::{ConstructPath, Definition, Object, Principal, Resource, Stack, Statement, Value};

/// What may differ from subscription to subscription.
#[derive(Debug, Clone, Default)]
pub struct SubscriptionProps {
    /// Which messages are sent, by the fields of their JSON body; all if none.
    ///
    /// <https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html>
    pub filter: Option<serde_json::Value>,
    /// A queue for what could not be delivered, in the stack of the subscription: a standard one for a topic, a FIFO one for
    /// a FIFO topic. It is lost if there is none.
    pub dead_letters: Option<Resource<sqs::Queue>>,
}

impl<T: 'static> Topic<T> {
    /// Has a standard queue of this stack take the messages, as they were published.
    ///
    /// ```
    /// use cdk::aws::sqs::Queue;
    /// use cdk::constructs::{SubscriptionProps, Topic, TopicProps};
    /// use cdk::{Definition, Stack, StackProps};
    /// use serde_json::json;
    ///
    /// let mut stack = Stack::new(StackProps::new("shop"));
    /// let orders = Topic::<String>::new(&mut stack, "Orders", TopicProps::default());
    /// let large = stack.add(&"Large".into(), Definition::new(Queue::new()));
    /// let filter = Some(json!({ "total": [{ "numeric": [">", 1000] }] }));
    /// orders.subscribe_queue(&mut stack, "LargeOrders", &large, SubscriptionProps { filter, dead_letters: None });
    /// stack.synthesize().unwrap();
    /// ```
    #[track_caller]
    pub fn subscribe_queue(
        &self,
        stack: &mut Stack,
        id: impl Into<ConstructPath>,
        queue: &Resource<sqs::Queue>,
        props: SubscriptionProps,
    ) -> Resource<Subscription> {
        subscribe_queue(stack, &id.into(), &self.arn().text(), queue, props)
    }

    /// Has a function of this stack woken by the messages.
    #[track_caller]
    pub fn subscribe_function(
        &self,
        stack: &mut Stack,
        id: impl Into<ConstructPath>,
        function: &Function,
        props: SubscriptionProps,
    ) -> Resource<Subscription> {
        let path = id.into();
        let topic = self.arn().text();
        let permission = Permission::new("lambda:InvokeFunction", function.name(), "sns.amazonaws.com");
        stack.add(&path.child("Permission"), Definition::new(permission.source_arn(topic.clone())));
        subscribe(stack, &path, "lambda", &topic, function.resource().arn().text(), props, |subscription| subscription)
    }
}

impl<T: 'static> FifoTopic<T> {
    /// Has a FIFO queue of this stack take the messages, as they were published and in their order.
    #[track_caller]
    pub fn subscribe_queue(
        &self,
        stack: &mut Stack,
        id: impl Into<ConstructPath>,
        queue: &FifoQueue<T>,
        props: SubscriptionProps,
    ) -> Resource<Subscription> {
        subscribe_queue(stack, &id.into(), &self.arn().text(), queue.resource(), props)
    }
}

#[track_caller]
fn subscribe_queue(
    stack: &mut Stack,
    path: &ConstructPath,
    topic: &Value<String>,
    queue: &Resource<sqs::Queue>,
    props: SubscriptionProps,
) -> Resource<Subscription> {
    add_to_queue_policy(stack, path, queue, send(path, "Send", topic, queue));
    subscribe(stack, path, "sqs", topic, queue.arn().text(), props, |subscription| {
        subscription.raw_message_delivery(true)
    })
}

#[track_caller]
fn subscribe(
    stack: &mut Stack,
    path: &ConstructPath,
    protocol: &'static str,
    topic: &Value<String>,
    endpoint: Value<String>,
    props: SubscriptionProps,
    change: impl FnOnce(Subscription) -> Subscription,
) -> Resource<Subscription> {
    let mut subscription = change(Subscription::new(protocol, topic.clone()).endpoint(endpoint));
    if let Some(filter) = props.filter {
        subscription = subscription.filter_policy(filter).filter_policy_scope("MessageBody");
    }
    if let Some(queue) = props.dead_letters {
        add_to_queue_policy(stack, path, &queue, send(path, "DeadLetters", topic, &queue));
        let redrive: Object = [("deadLetterTargetArn", queue.arn())].into_iter().collect();
        subscription = subscription.redrive_policy(redrive);
    }
    stack.add(path, Definition::new(subscription))
}

/// Lets the topic, and no other, send to a queue.
fn send(path: &ConstructPath, why: &str, topic: &Value<String>, queue: &Resource<sqs::Queue>) -> Statement {
    Statement::allow(format!("{}{why}", path.logical_id()), ["sqs:SendMessage"], [queue.arn().text()])
        .of(Principal::Service("sns.amazonaws.com"))
        .only_if("ArnEquals", "aws:SourceArn", topic.clone())
}
