//! An SQS FIFO queue: a group is locked while one of its messages is hidden, and ids are remembered for five minutes, whatever
//! became of their messages.
//!
//! <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-understanding-logic.html>

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Mutex;
use std::time::Duration;

use tokio::sync::Notify;
use tokio::sync::futures::Notified;

use super::{logical_id, not_found};
use crate::fault::Fault;
use crate::sandbox::{Failure, Sandbox};
use crate::template::QueueProperties;
use crate::world::{World, lock};

/// For how long an id is remembered.
const MEMORY: Duration = Duration::from_secs(300);

/// A queue of messages, in order within each group.
#[derive(Debug)]
pub struct Queue {
    id: String,
    properties: QueueProperties,
    state: Mutex<State>,
    changed: Notify,
}

#[derive(Debug, Default)]
struct State {
    messages: VecDeque<Kept>,
    /// When each id was last taken, by what it is unique within.
    remembered: BTreeMap<(String, String), Duration>,
    sequence: u64,
}

/// What is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Order is kept within it.
    pub group: String,
    /// The same one again within five minutes is swallowed.
    pub deduplication_id: String,
    /// What it says.
    pub body: String,
    /// Its attributes, all of them texts.
    pub attributes: BTreeMap<String, String>,
}

/// A message in a queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Unique.
    pub id: String,
    /// What was sent.
    pub entry: Entry,
}

#[derive(Debug)]
struct Kept {
    message: Message,
    sent: Duration,
    hidden_until: Duration,
    receives: u64,
}

/// A message that was received, with the handle to delete it.
#[derive(Debug, Clone)]
pub(crate) struct Received {
    pub(crate) message: Message,
    receives: u64,
    sent: Duration,
}

impl Queue {
    pub(crate) fn new(id: &str, properties: &QueueProperties) -> Self {
        let (properties, state) = (properties.clone(), Mutex::default());
        Self { id: id.to_owned(), properties, state, changed: Notify::new() }
    }

    /// Every message that was not deleted, hidden or not.
    #[must_use]
    pub fn messages(&self) -> Vec<Message> {
        lock(&self.state).messages.iter().map(|kept| kept.message.clone()).collect()
    }

    /// Ends when something was sent or deleted since it was called.
    pub(crate) fn changed(&self) -> Notified<'_> {
        self.changed.notified()
    }

    /// Puts a message there as a service does.
    pub(crate) fn put(&self, world: &World, body: String) {
        let id = world.fresh_id().to_string();
        let (group, deduplication_id, attributes) = (id.clone(), id, BTreeMap::new());
        self.send(world, Entry { group, deduplication_id, body, attributes });
    }

    fn send(&self, world: &World, entry: Entry) {
        let now = world.elapsed();
        let mut state = lock(&self.state);
        let scope = if self.properties.deduplication_by_group { entry.group.clone() } else { String::new() };
        let id = (scope, entry.deduplication_id.clone());
        let known = state.remembered.get(&id).is_some_and(|&taken| now < taken + MEMORY);
        if self.properties.fifo && known {
            drop(state);
            world.trace(&[&self.id, "swallows", &entry.deduplication_id]);
            return;
        }
        state.remembered.insert(id, now);
        state.sequence += 1;
        let message = Message { id: format!("{}-{}", self.id, state.sequence), entry };
        state.messages.push_back(Kept { message, sent: now, hidden_until: Duration::ZERO, receives: 0 });
        drop(state);
        self.changed.notify_waiters();
    }

    /// Up to `most` messages that are visible, hidden from now on; those that were received too often go to the dead letters.
    pub(crate) fn receive(&self, world: &World, most: usize) -> Vec<Received> {
        let now = world.elapsed();
        let mut state = lock(&self.state);
        let State { messages, .. } = &mut *state;
        messages.retain(|kept| kept.sent + self.properties.retention >= now);
        let locked: BTreeSet<String> = if self.properties.fifo {
            let hidden = messages.iter().filter(|kept| kept.hidden_until > now);
            hidden.map(|kept| kept.message.entry.group.clone()).collect()
        } else {
            BTreeSet::new()
        };
        let visible = |kept: &Kept| kept.hidden_until <= now && !locked.contains(&kept.message.entry.group);
        // No order is promised between groups.
        let mut groups: Vec<String> = Vec::new();
        for kept in messages.iter().filter(|kept| visible(kept)) {
            if !groups.contains(&kept.message.entry.group) {
                groups.push(kept.message.entry.group.clone());
            }
        }
        if world.strikes(Fault::Reorder) {
            world.shuffle(&mut groups);
        }
        let (mut received, mut dead) = (Vec::new(), Vec::new());
        for group in groups {
            for (position, kept) in
                messages.iter_mut().enumerate().filter(|(_, kept)| kept.message.entry.group == group)
            {
                if received.len() >= most {
                    break;
                }
                kept.receives += 1;
                if self.properties.max_receives.is_some_and(|most| kept.receives > most) {
                    dead.push(position);
                    continue;
                }
                kept.hidden_until = now + self.properties.visibility_timeout;
                received.push(Received { message: kept.message.clone(), receives: kept.receives, sent: kept.sent });
            }
        }
        dead.sort_unstable();
        let dead: Vec<_> = dead.into_iter().rev().filter_map(|position| messages.remove(position)).collect();
        drop(state);
        for kept in dead.into_iter().rev() {
            self.bury(world, kept.message);
        }
        received
    }

    fn bury(&self, world: &World, message: Message) {
        world.give_up(format!("message {} of {}", message.entry.deduplication_id, self.id));
        let dead_letters = self.properties.dead_letters.as_ref();
        if let Some(queue) = dead_letters.and_then(|id| world.services().queue(id)) {
            queue.send(world, message.entry);
        }
    }

    /// Deletes messages that are still hidden since they were received; the handle of one that was received again is worth
    /// nothing.
    pub(crate) fn delete(&self, received: &[Received]) {
        let mut state = lock(&self.state);
        let is_deleted =
            |kept: &Kept| received.iter().any(|of| of.message.id == kept.message.id && of.receives == kept.receives);
        state.messages.retain(|kept| !is_deleted(kept));
        drop(state);
        self.changed.notify_waiters();
    }

    /// When the next hidden message shows again, if one is hidden. Others may wait behind it.
    pub(crate) fn next_visible(&self, now: Duration) -> Option<Duration> {
        lock(&self.state).messages.iter().map(|kept| kept.hidden_until).filter(|&until| until > now).min()
    }

    pub(crate) fn is_empty(&self) -> bool {
        lock(&self.state).messages.is_empty()
    }
}

impl Received {
    /// The record in the event that a function is handed.
    pub(crate) fn render(&self, queue: &str) -> String {
        let Self { message: Message { id, entry }, receives, sent } = self;
        let attribute = |(name, value): (&String, &String)| {
            let value = serde_json::json!({ "stringValue": value, "stringListValues": [], "binaryListValues": [], "dataType": "String" });
            (name.clone(), value)
        };
        let attributes: serde_json::Map<_, _> = entry.attributes.iter().map(attribute).collect();
        let body = serde_json::Value::from(entry.body.as_str());
        let system = serde_json::json!({
            "ApproximateReceiveCount": receives.to_string(),
            "SentTimestamp": sent.as_millis().to_string(),
            "MessageGroupId": entry.group,
            "MessageDeduplicationId": entry.deduplication_id,
        });
        format!(
            r#"{{"messageId":"{id}","receiptHandle":"{id}/{receives}","body":{body},"attributes":{system},"messageAttributes":{attributes},"md5OfBody":"","eventSource":"aws:sqs","eventSourceARN":"arn:aws:sqs:us-east-1:123456789012:{queue}","awsRegion":"us-east-1"}}"#,
            attributes = serde_json::Value::from(attributes),
        )
    }
}

/// Sends requests to a queue.
#[derive(Debug, Clone)]
pub struct QueueClient {
    sandbox: Sandbox,
    address: String,
}

impl QueueClient {
    pub(crate) fn new(sandbox: Sandbox, address: &str) -> Self {
        Self { sandbox, address: address.to_owned() }
    }

    /// `SendMessageBatch`: whether each was taken.
    ///
    /// # Errors
    /// When there is no answer.
    pub async fn send(&self, entries: Vec<Entry>) -> Result<Vec<bool>, Failure> {
        let address = self.address.clone();
        let send = move |world: &World| {
            let Some(queue) = world.services().queue(&address) else { return Err(not_found(&address)) };
            let taken: Vec<_> = entries.iter().map(|_| !world.strikes(Fault::PartialFailure)).collect();
            for (entry, _) in entries.into_iter().zip(&taken).filter(|(_, taken)| **taken) {
                queue.send(world, entry);
            }
            Ok(taken)
        };
        self.sandbox.request("sqs:SendMessage", logical_id(&self.address), send).await?
    }
}
