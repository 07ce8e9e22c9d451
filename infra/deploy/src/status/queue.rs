//! A queue of a deployed stack.

use std::collections::BTreeSet;

use aws_sdk_sqs::types::QueueAttributeName as Attribute;
use serde::Serialize;
use serde_json::Value;

use super::Reading;
use crate::connection::Connection;
use crate::error::DeployError;
use crate::resources::Resource;

const READING: &str = "reading the attributes of queues";

/// A queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Queue {
    /// What the template calls it.
    pub logical_id: String,
    /// Its URL.
    pub url: String,
    /// Whether it holds what others gave up on: a dead-letter queue, or where a mapping sends failed batches. Known as
    /// far as the queues and mappings of the same stack could be read.
    pub dead_letters: bool,
    /// What is in it.
    pub depth: Reading<Depth>,
    /// Its ARN.
    #[serde(skip)]
    pub(super) arn: Option<String>,
    /// The ARN of its dead-letter queue.
    #[serde(skip)]
    pub(super) gives_up_to: Option<String>,
}

/// How many messages are in a queue. SQS counts approximately.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Depth {
    /// Waiting to be received.
    pub visible: u64,
    /// Received, but not deleted yet.
    pub in_flight: u64,
    /// Not to be received yet.
    pub delayed: u64,
}

/// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html>
pub(super) async fn read(connection: &Connection, resource: &Resource) -> Queue {
    let mut queue = Queue {
        logical_id: resource.logical_id.clone(),
        url: resource.physical_id.clone(),
        dead_letters: false,
        depth: Reading::Known(Depth { visible: 0, in_flight: 0, delayed: 0 }),
        arn: None,
        gives_up_to: None,
    };
    let depth = attributes(connection, &mut queue).await;
    queue.depth = Reading::of(READING, depth);
    queue
}

async fn attributes(connection: &Connection, queue: &mut Queue) -> Result<Depth, DeployError> {
    let get = connection.sqs().get_queue_attributes().queue_url(&queue.url).attribute_names(Attribute::All);
    let answer = get.send().await.map_err(DeployError::aws(READING, connection.endpoint()))?;
    let attribute = |name: &Attribute| answer.attributes().and_then(|attributes| attributes.get(name));
    let count = |name: Attribute| {
        let count = attribute(&name).and_then(|count| count.parse().ok());
        count.ok_or_else(|| DeployError::Aws { action: READING.to_owned(), message: format!("{name} is missing") })
    };
    queue.arn = attribute(&Attribute::QueueArn).cloned();
    queue.gives_up_to = attribute(&Attribute::RedrivePolicy).and_then(|policy| {
        let policy: Value = serde_json::from_str(policy).ok()?;
        Some(policy.get("deadLetterTargetArn")?.as_str()?.to_owned())
    });
    Ok(Depth {
        visible: count(Attribute::ApproximateNumberOfMessages)?,
        in_flight: count(Attribute::ApproximateNumberOfMessagesNotVisible)?,
        delayed: count(Attribute::ApproximateNumberOfMessagesDelayed)?,
    })
}

impl Queue {
    /// Notes whether it is one of these.
    pub(super) fn with_role(mut self, dead_letters: &BTreeSet<String>) -> Self {
        self.dead_letters = self.arn.as_ref().is_some_and(|arn| dead_letters.contains(arn));
        self
    }
}
