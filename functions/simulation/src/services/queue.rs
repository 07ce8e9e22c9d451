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
use crate::capacity::{Capacity, Meter};
use crate::fault::Fault;
use crate::sandbox::{Failure, Sandbox};
use crate::template::QueueProperties;
use crate::world::{World, clock_at, lock};

/// For how long an id is remembered.
const MEMORY: Duration = Duration::from_secs(300);

/// A queue of messages, in order within each group.
#[derive(Debug)]
pub struct Queue {
    id: String,
    properties: QueueProperties,
    state: Mutex<State>,
    /// The messages that it takes in a second, and those that it hands over, where that has a limit.
    meters: Option<Mutex<[Meter; 2]>>,
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
    pub(crate) fn new(id: &str, properties: &QueueProperties, capacity: Option<&Capacity>) -> Self {
        let (properties, state) = (properties.clone(), Mutex::default());
        let meters = capacity.filter(|_| properties.fifo).map(|capacity| {
            let meter = Meter::new(capacity.queue_messages);
            Mutex::new([meter.clone(), meter])
        });
        Self { id: id.to_owned(), properties, state, meters, changed: Notify::new() }
    }

    /// Whether it takes a message at present; then there is room for one less.
    fn takes(&self, now: Duration) -> bool {
        let Some(meters) = &self.meters else { return true };
        let [taken, _] = &mut *lock(meters);
        let takes = taken.has(now, 1.0);
        if takes {
            taken.take(now, 1.0);
        }
        takes
    }

    /// How long receivers have to wait, because of what was received before.
    pub(crate) fn wait(&self, now: Duration) -> Duration {
        let Some(meters) = &self.meters else { return Duration::ZERO };
        let [_, given] = &mut *lock(meters);
        given.owes(now)
    }

    /// When the oldest message was sent.
    pub(crate) fn oldest(&self) -> Option<Duration> {
        lock(&self.state).messages.iter().map(|kept| kept.sent).min()
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
        drop(state);
        self.keep(message, now);
    }

    fn keep(&self, message: Message, sent: Duration) {
        lock(&self.state).messages.push_back(Kept { message, sent, hidden_until: Duration::ZERO, receives: 0 });
        self.changed.notify_waiters();
    }

    /// Up to `most` messages that are visible, hidden from now on; those that were received too often go to the dead letters.
    pub(crate) fn receive(&self, world: &World, most: usize) -> Vec<Received> {
        let now = world.elapsed();
        let mut state = lock(&self.state);
        let State { messages, .. } = &mut *state;
        let is_kept = |kept: &Kept| kept.sent + self.properties.retention >= now;
        let mut forgotten = VecDeque::new();
        if !messages.iter().all(is_kept) {
            (*messages, forgotten) = messages.drain(..).partition(is_kept);
        }
        let locked: BTreeSet<String> = if self.properties.fifo {
            let hidden = messages.iter().filter(|kept| kept.hidden_until > now);
            hidden.map(|kept| kept.message.entry.group.clone()).collect()
        } else {
            BTreeSet::new()
        };
        let visible = |kept: &Kept| kept.hidden_until <= now && !locked.contains(&kept.message.entry.group);
        // No order is promised between groups.
        let mut seen = BTreeSet::new();
        let groups = messages.iter().filter(|kept| visible(kept)).map(|kept| &kept.message.entry.group);
        let mut groups: Vec<String> = groups.filter(|group| seen.insert(*group)).cloned().collect();
        if world.strikes(Fault::Reorder) {
            world.shuffle(&mut groups);
        }
        let (mut received, mut dead) = (Vec::new(), Vec::new());
        for group in groups {
            if received.len() >= most {
                break;
            }
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
        if let Some(meters) = &self.meters {
            lock(meters)[1].take(now, received.len() as f64);
        }
        dead.sort_unstable();
        let dead: Vec<_> = dead.into_iter().rev().filter_map(|position| messages.remove(position)).collect();
        drop(state);
        for Kept { message, .. } in forgotten {
            world.give_up(format!("message {} of {}, which was kept too long", message.id, self.id));
        }
        for kept in dead.into_iter().rev() {
            self.bury(world, kept);
        }
        received
    }

    fn bury(&self, world: &World, Kept { message, sent, .. }: Kept) {
        world.give_up(format!("message {} of {}", message.entry.deduplication_id, self.id));
        let dead_letters = self.properties.dead_letters.as_ref();
        if let Some(queue) = dead_letters.and_then(|id| world.services().queue(id)) {
            // Its time to be kept begins again, but not in a standard queue.
            queue.keep(message, if self.properties.fifo { world.elapsed() } else { sent });
        }
    }

    /// Deletes messages. The handle of one that was received again is worth nothing, nor is, in a FIFO queue, that of one that
    /// is not hidden any more.
    pub(crate) fn delete(&self, world: &World, received: &[Received]) {
        let now = world.elapsed();
        let mut state = lock(&self.state);
        let is_deleted = |kept: &Kept| {
            let mut handles = received.iter().filter(|of| of.message.id == kept.message.id);
            let is_current = handles.any(|of| of.receives == kept.receives);
            is_current && (kept.hidden_until > now || !self.properties.fifo)
        };
        state.messages.retain(|kept| !is_deleted(kept));
        drop(state);
        self.changed.notify_waiters();
    }

    /// When the next hidden message shows again, if one is hidden.
    pub(crate) fn next_visible(&self, now: Duration) -> Option<Duration> {
        let state = lock(&self.state);
        state.messages.iter().map(|kept| kept.hidden_until).filter(|&until| until > now).min()
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
            "SentTimestamp": clock_at(*sent).as_millisecond().to_string(),
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
            let taken = |_| !world.strikes(Fault::PartialFailure) && queue.takes(world.elapsed());
            let taken: Vec<_> = entries.iter().map(taken).collect();
            for (entry, _) in entries.into_iter().zip(&taken).filter(|(_, taken)| **taken) {
                queue.send(world, entry);
            }
            Ok(taken)
        };
        self.sandbox.request("sqs:SendMessage", logical_id(&self.address), send).await?
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::fault::Faults;
    use crate::function::Functions;
    use crate::testing::{UNLIMITED, given, given_limits, sandbox};

    const SECOND: Duration = Duration::from_secs(1);

    fn queue(properties: Value) -> Value {
        json!({ "Type": "AWS::SQS::Queue", "Properties": properties })
    }

    /// Runs a test in a world with a FIFO queue `Q` that hides messages for 30 seconds, and dead letters after two tries.
    fn given_fifo(faults: Faults, test: impl AsyncFnOnce(&World, &Queue)) {
        let redrive = json!({ "maxReceiveCount": 2, "deadLetterTargetArn": { "Fn::GetAtt": ["Dead", "Arn"] } });
        let resources = json!({
            "Q": queue(json!({ "FifoQueue": true, "RedrivePolicy": redrive, "MessageRetentionPeriod": 3_600 })),
            "Dead": queue(json!({ "FifoQueue": true })),
        });
        given(resources, Functions::default(), faults, async |world| {
            test(&world, world.services().queue("Q").unwrap()).await;
        });
    }

    fn entry(group: &str, id: &str) -> Entry {
        let (group, deduplication_id, body) = (group.to_owned(), id.to_owned(), id.to_owned());
        Entry { group, deduplication_id, body, attributes: BTreeMap::new() }
    }

    fn send(world: &World, queue: &Queue, messages: &[(&str, &str)]) {
        for (group, id) in messages {
            queue.send(world, entry(group, id));
        }
    }

    fn bodies(received: &[Received]) -> Vec<&str> {
        received.iter().map(|received| received.message.entry.body.as_str()).collect()
    }

    fn left(queue: &Queue) -> Vec<String> {
        queue.messages().into_iter().map(|message| message.entry.body).collect()
    }

    #[test]
    fn a_queue_takes_so_many_messages_in_a_second_and_hands_over_as_many() {
        let resources = json!({ "Q": queue(json!({ "FifoQueue": true })) });
        let capacity = Capacity { queue_messages: 2.0, ..UNLIMITED };
        given_limits(resources, Functions::default(), capacity, async |world| {
            let client = sandbox(&world, &[("sqs:SendMessage", "Q")]).queue("Q");
            let send = async |ids: [&str; 3]| client.send(ids.map(|id| entry(id, id)).to_vec()).await;
            assert_eq!(send(["a", "b", "c"]).await, Ok(vec![true, true, false]));
            tokio::time::sleep(SECOND).await;
            assert_eq!(send(["c", "d", "e"]).await, Ok(vec![true, true, false]));
            let queue = world.services().queue("Q").unwrap();
            assert_eq!(queue.receive(&world, 10).len(), 4);
            assert_eq!(queue.wait(world.elapsed()), SECOND);
        });
    }

    #[test]
    fn a_group_is_locked_while_one_of_its_messages_is_hidden() {
        given_fifo(Faults::none(), async |world, queue| {
            send(world, queue, &[("a", "a1"), ("a", "a2"), ("b", "b1")]);
            let first = queue.receive(world, 1);
            assert_eq!(bodies(&first), ["a1"]);
            assert_eq!(bodies(&queue.receive(world, 10)), ["b1"]);
            queue.delete(world, &first);
            assert_eq!(bodies(&queue.receive(world, 10)), ["a2"]);
        });
    }

    #[test]
    fn what_is_not_deleted_shows_again_after_its_visibility_timeout_before_those_behind_it() {
        given_fifo(Faults::none(), async |world, queue| {
            send(world, queue, &[("a", "a1"), ("a", "a2")]);
            queue.receive(world, 1);
            tokio::time::sleep(29 * SECOND).await;
            assert_eq!(queue.next_visible(world.elapsed()), Some(30 * SECOND));
            assert_eq!(bodies(&queue.receive(world, 10)), [""; 0]);
            tokio::time::sleep(SECOND).await;
            assert_eq!(bodies(&queue.receive(world, 10)), ["a1", "a2"]);
        });
    }

    #[test]
    fn what_was_received_too_often_goes_to_the_dead_letters_and_lets_those_behind_it_pass() {
        given_fifo(Faults::none(), async |world, queue| {
            send(world, queue, &[("a", "a1"), ("a", "a2")]);
            for _ in 0..2 {
                assert_eq!(bodies(&queue.receive(world, 1)), ["a1"]);
                tokio::time::sleep(30 * SECOND).await;
            }
            assert_eq!(bodies(&queue.receive(world, 1)), ["a2"]);
            assert_eq!(left(world.services().queue("Dead").unwrap()), ["a1"]);
            assert_eq!(world.given_up(), ["message a1 of Q"]);
        });
    }

    #[test]
    fn an_id_is_remembered_for_five_minutes_even_if_its_message_was_deleted() {
        given_fifo(Faults::none(), async |world, queue| {
            send(world, queue, &[("a", "x")]);
            let received = queue.receive(world, 1);
            queue.delete(world, &received);
            tokio::time::sleep(299 * SECOND).await;
            send(world, queue, &[("a", "x")]);
            assert_eq!(left(queue), [""; 0]);
            // What was swallowed prolongs nothing.
            tokio::time::sleep(SECOND).await;
            send(world, queue, &[("a", "x")]);
            assert_eq!(left(queue), ["x"]);
        });
    }

    #[test]
    fn ids_are_unique_within_the_queue_or_within_each_group() {
        for (scope, messages) in [("queue", vec!["x"]), ("messageGroup", vec!["x", "x"])] {
            let resources = json!({ "Q": queue(json!({ "FifoQueue": true, "DeduplicationScope": scope })) });
            given(resources, Functions::default(), Faults::none(), async |world| {
                let queue = world.services().queue("Q").unwrap();
                send(&world, queue, &[("a", "x"), ("b", "x")]);
                assert_eq!(left(queue), messages, "{scope}");
            });
        }
    }

    #[test]
    fn a_handle_is_worth_nothing_once_its_message_shows_again() {
        given_fifo(Faults::none(), async |world, queue| {
            send(world, queue, &[("a", "a1")]);
            let first = queue.receive(world, 1);
            tokio::time::sleep(30 * SECOND).await;
            queue.delete(world, &first);
            assert_eq!(left(queue), ["a1"]);
            let second = queue.receive(world, 1);
            queue.delete(world, &first);
            assert_eq!(left(queue), ["a1"]);
            queue.delete(world, &second);
            assert!(queue.is_empty());
        });
    }

    #[test]
    fn what_is_kept_too_long_is_lost() {
        given_fifo(Faults::none(), async |world, queue| {
            send(world, queue, &[("a", "a1")]);
            tokio::time::sleep(3_600 * SECOND).await;
            send(world, queue, &[("a", "a2")]);
            assert_eq!(bodies(&queue.receive(world, 1)), ["a1"]);
            tokio::time::sleep(31 * SECOND).await;
            assert_eq!(bodies(&queue.receive(world, 1)), ["a2"]);
            assert_eq!(world.given_up().len(), 1);
        });
    }

    #[test]
    fn groups_come_in_any_order_and_messages_of_one_in_theirs() {
        given_fifo(Faults::always(&[Fault::Reorder]), async |world, queue| {
            let mut first = BTreeSet::new();
            for round in 0..20 {
                let ids = |group: &str| [1, 2].map(|number| format!("{group}{number} of {round}"));
                for group in ["a", "b", "c"] {
                    send(world, queue, &ids(group).each_ref().map(|id| (group, id.as_str())));
                }
                let received = queue.receive(world, 10);
                first.insert(received[0].message.entry.group.clone());
                for group in ["a", "b", "c"] {
                    let of_group = received.iter().filter(|received| received.message.entry.group == group);
                    assert!(of_group.map(|received| &received.message.entry.body).eq(&ids(group)));
                }
                queue.delete(world, &received);
            }
            assert_eq!(first.len(), 3);
        });
    }

    #[test]
    fn a_standard_queue_locks_nothing_and_remembers_nothing() {
        let resources = json!({ "Q": queue(json!({})) });
        given(resources, Functions::default(), Faults::none(), async |world| {
            let queue = world.services().queue("Q").unwrap();
            send(&world, queue, &[("a", "x"), ("a", "x")]);
            assert_eq!((queue.receive(&world, 1).len(), queue.receive(&world, 1).len()), (1, 1));
        });
    }

    #[test]
    fn entries_that_are_refused_are_not_there() {
        given_fifo(Faults::always(&[Fault::PartialFailure]), async |world, queue| {
            let client = sandbox(world, &[("sqs:SendMessage", "Q")]).queue("Q");
            assert_eq!(client.send(vec![entry("a", "a1"), entry("a", "a2")]).await, Ok(vec![false, false]));
            assert!(queue.is_empty());
            world.end_faults();
            assert_eq!(client.send(vec![entry("a", "a1"), entry("a", "a2")]).await, Ok(vec![true, true]));
            assert_eq!(left(queue), ["a1", "a2"]);
        });
    }
}
