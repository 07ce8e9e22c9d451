//! A queue of a deployed stack.

use std::collections::BTreeSet;

use aws_sdk_sqs::types::QueueAttributeName as Attribute;
use serde::Serialize;
use serde_json::Value;

use super::Reading;
use crate::connection::Connection;
use crate::error::DeployError;
use crate::stack::resources::Resource;

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

impl Depth {
    /// How many there are altogether.
    #[must_use]
    pub const fn total(self) -> u64 {
        self.visible.saturating_add(self.in_flight).saturating_add(self.delayed)
    }
}

/// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html>
pub(super) async fn read(connection: &Connection, resource: &Resource) -> Queue {
    let (logical_id, url) = (&resource.logical_id, &resource.physical_id);
    match attributes(connection, url).await {
        Ok(Attributes { depth, arn, gives_up_to }) => {
            let queue = Queue::new(logical_id, url, false, Reading::Known(depth));
            Queue { arn, gives_up_to, ..queue }
        }
        Err(error) => Queue::new(logical_id, url, false, Reading::of(READING, Err(error))),
    }
}

struct Attributes {
    depth: Depth,
    arn: Option<String>,
    gives_up_to: Option<String>,
}

async fn attributes(connection: &Connection, url: &str) -> Result<Attributes, DeployError> {
    let get = connection.sqs().get_queue_attributes().queue_url(url).attribute_names(Attribute::All);
    let answer = get.send().await.map_err(DeployError::aws(READING, connection.endpoint()))?;
    let attribute = |name: &Attribute| answer.attributes().and_then(|attributes| attributes.get(name));
    let count = |name: Attribute| {
        let count = attribute(&name).and_then(|count| count.parse().ok());
        count.ok_or_else(|| DeployError::Aws { action: READING.to_owned(), message: format!("{name} is missing") })
    };
    let arn = attribute(&Attribute::QueueArn).cloned();
    let gives_up_to = attribute(&Attribute::RedrivePolicy).and_then(|policy| {
        let policy: Value = serde_json::from_str(policy).ok()?;
        Some(policy.get("deadLetterTargetArn")?.as_str()?.to_owned())
    });
    let depth = Depth {
        visible: count(Attribute::ApproximateNumberOfMessages)?,
        in_flight: count(Attribute::ApproximateNumberOfMessagesNotVisible)?,
        delayed: count(Attribute::ApproximateNumberOfMessagesDelayed)?,
    };
    Ok(Attributes { depth, arn, gives_up_to })
}

impl Queue {
    /// A queue, by what the template calls it and its URL.
    #[must_use]
    pub fn new(logical_id: &str, url: &str, dead_letters: bool, depth: Reading<Depth>) -> Self {
        let (logical_id, url) = (logical_id.to_owned(), url.to_owned());
        Self { logical_id, url, dead_letters, depth, arn: None, gives_up_to: None }
    }

    /// Notes whether it is one of these.
    pub(super) fn with_role(mut self, dead_letters: &BTreeSet<String>) -> Self {
        self.dead_letters = self.arn.as_ref().is_some_and(|arn| dead_letters.contains(arn));
        self
    }
}
