//! `publish`: captures changes of an event table, transforms them to JSON and publishes them on the event stream.
//!
//! A commit that cannot be read holds back its aggregate for a while: it may be that a newer program wrote it, and that this
//! one is about to be replaced. Then it is put aside in another bucket, and everything behind it goes on. The commit itself
//! stays in the event table. Once it can be read, event handlers take it from there, and `audit --repair` brings it into the
//! archive.

use std::collections::BTreeSet;
use std::convert::Infallible;

use contract::{Bucket, Contract, Link, Phase, PutObject, PutRecords, Stream, TableChanges};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::commit_item::CommitItem;
use crate::envelope::{Envelope, into_envelopes};
use crate::excerpt::excerpt;
use crate::in_order::send_in_order;
use crate::metrics::{Count, Measured, Measures};
use crate::ports::{ArchiveWriter, Message, Outlet, Unavailable};
use crate::wakes::{BatchResponse, Handler, HandlerError, Moment, TableChange};

/// Captures changes of an event table, transforms them to JSON and publishes them on the event stream.
#[derive(Contract)]
#[contract(name = "publish", wakes_on(TableChanges<CommitItem>))]
pub struct Publish<P: Phase> {
    /// The stream that carries every event.
    pub events: Link<P, Stream<Envelope>, PutRecords>,
    /// Where it is noted which commits cannot be read.
    pub unreadable: Link<P, Bucket<()>, PutObject>,
}

/// Where the keys of objects about unreadable commits begin, in the bucket of what could not be handled.
pub const UNREADABLE_COMMITS_PREFIX: &str = "unreadable-commits/";

/// How long a commit that cannot be read holds back its aggregate, and what is behind it on its shard.
const PATIENCE: SignedDuration = SignedDuration::from_mins(5);

/// A commit that cannot be read, as an object says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnreadableCommit {
    /// Why it cannot be read.
    pub reason: String,
    /// The partition key of its item.
    pub aggregate_id: String,
    /// The place of its change in the stream of the table.
    pub sequence_number: String,
    /// When it was written.
    pub changed_at: Timestamp,
}

impl<P: Phase> Measured for Publish<P> {
    const MEASURES: Measures = Measures {
        counts: &[Count::EventsPublished, Count::CommitsLeft, Count::SendsRepeated, Count::UnreadableDeliveries],
        ..Measures::NONE
    };
}

impl HandlerError for Infallible {
    fn code(&self) -> &'static str {
        match *self {}
    }
}

/// Publishes to an outlet.
#[derive(Debug)]
pub struct PublishHandler<O, U> {
    /// Where the events go.
    pub events: O,
    /// Where it is noted which commits cannot be read.
    pub unreadable: U,
}

impl<O: Outlet, U: ArchiveWriter> Handler<TableChanges<CommitItem>> for PublishHandler<O, U> {
    type Error = Infallible;

    async fn handle(&self, changes: Vec<TableChange<CommitItem>>, at: &Moment) -> Result<BatchResponse, Infallible> {
        let mut unpublished = Vec::new();
        let mut messages = Vec::new();
        let mut origins = Vec::new();
        let mut held_back = BTreeSet::new();
        let mut sequence_numbers = Vec::with_capacity(changes.len());
        for (position, change) in changes.into_iter().enumerate() {
            let TableChange { sequence_number, partition_key, changed_at, item } = change;
            if held_back.contains(&partition_key) {
                sequence_numbers.push(sequence_number);
                unpublished.push(position);
                continue;
            }
            let of_key = |item: CommitItem| {
                if item.aggregate_id == partition_key {
                    return Ok(item);
                }
                Err(format!("it is a commit of {} under the key of {partition_key}", item.aggregate_id))
            };
            match item.and_then(of_key).and_then(transform) {
                Ok(transformed) => {
                    origins.resize(origins.len() + transformed.len(), position);
                    messages.extend(transformed);
                    sequence_numbers.push(sequence_number);
                }
                Err(reason) => {
                    let commit = UnreadableCommit { reason, aggregate_id: partition_key, sequence_number, changed_at };
                    if let Err(reason) = self.put_aside(&commit, at.now).await {
                        tracing::warn!(aggregate_id = commit.aggregate_id, %reason, "an unreadable commit holds back its aggregate");
                        held_back.insert(commit.aggregate_id);
                        unpublished.push(position);
                    }
                    sequence_numbers.push(commit.sequence_number);
                }
            }
        }
        let unsent = send_in_order(&self.events, &messages).await;
        let published = messages.len() - unsent.len();
        unpublished.extend(unsent.into_iter().map(|message| origins[message]));
        unpublished.sort_unstable();
        unpublished.dedup();
        Count::EventsPublished.add(published as u64);
        Count::CommitsLeft.add(unpublished.len() as u64);
        tracing::info!(
            commits = sequence_numbers.len(),
            events = published,
            commits_left = unpublished.len(),
            "published"
        );
        Ok(BatchResponse::not_handled(
            unpublished.into_iter().map(|position| std::mem::take(&mut sequence_numbers[position])),
        ))
    }
}

impl<O, U: ArchiveWriter> PublishHandler<O, U> {
    /// Lets go of a commit that could not be read for long enough.
    async fn put_aside(&self, commit: &UnreadableCommit, now: Timestamp) -> Result<(), Unavailable> {
        let UnreadableCommit { reason, aggregate_id, sequence_number, changed_at } = commit;
        Count::UnreadableDeliveries.add(1);
        tracing::error!(aggregate_id, sequence_number, reason = &*excerpt(reason), "a commit cannot be read");
        if now.duration_since(*changed_at) < PATIENCE {
            return Err(Unavailable(excerpt(reason).into_owned()));
        }
        let key = format!("{UNREADABLE_COMMITS_PREFIX}{sequence_number}.json");
        let note = serde_json::to_vec(commit).map_err(|error| Unavailable(error.to_string()))?;
        self.unreadable.put_new(&key, note).await?;
        tracing::error!(aggregate_id, sequence_number, key, "an unreadable commit is put aside");
        Ok(())
    }
}

/// The events of a commit as messages, oldest first, with the aggregate's id as their key.
///
/// # Errors
/// Why the commit has no messages, in a sentence.
pub fn transform(commit: CommitItem) -> Result<Vec<Message>, String> {
    let message = |envelope: Envelope| {
        let body = envelope.to_bytes().map_err(|error| error.to_string())?;
        tracing::info!(aggregate_id = envelope.subject, correlation_id = %envelope.correlation_id, causation_id = %envelope.causation_id, id = %envelope.id, "publishing");
        Ok(Message { key: envelope.subject, id: envelope.id.into(), body })
    };
    into_envelopes(commit).map_err(|error| error.to_string())?.into_iter().map(message).collect()
}

#[cfg(test)]
mod tests {
    use domain::kernel::{Cause, CommandId};
    use jiff::Timestamp;
    use uuid::Uuid;

    use super::*;
    use crate::commit_item::EventItem;
    use crate::ports::memory::{MemoryArchive, MemoryOutlet};

    fn change(aggregate: &str, version: u64, events: usize) -> TableChange<CommitItem> {
        let event = EventItem { event_type: "cart.opened".to_owned(), schema_version: 1, data: "{}".to_owned() };
        let item = CommitItem {
            aggregate_id: aggregate.to_owned(),
            version,
            aggregate_type: "cart".to_owned(),
            cause: Cause::client(CommandId::from(Uuid::nil())),
            recorded_at: Timestamp::UNIX_EPOCH,
            events: vec![event; events],
        };
        let sequence_number = format!("{aggregate}{version}");
        let changed_at = Timestamp::UNIX_EPOCH;
        TableChange { sequence_number, partition_key: aggregate.to_owned(), changed_at, item: Ok(item) }
    }

    fn unreadable(aggregate: &str, version: u64) -> TableChange<CommitItem> {
        TableChange { item: Err("broken".to_owned()), ..change(aggregate, version, 1) }
    }

    async fn publish(outlet: impl Outlet, changes: Vec<TableChange<CommitItem>>) -> Vec<String> {
        let at = Moment { now: Timestamp::UNIX_EPOCH, deadline: Timestamp::UNIX_EPOCH, fresh_id: Uuid::nil() };
        let handler = PublishHandler { events: outlet, unreadable: MemoryArchive::default() };
        let response = handler.handle(changes, &at).await.unwrap_or_else(|never| match never {});
        response.identifiers().map(str::to_owned).collect()
    }

    struct Shared<'a>(&'a MemoryOutlet);

    impl Outlet for Shared<'_> {
        const MAX_MESSAGES: usize = MemoryOutlet::MAX_MESSAGES;
        const MAX_BYTES: usize = MemoryOutlet::MAX_BYTES;

        async fn send(&self, batch: &[&Message]) -> Vec<Result<(), Unavailable>> {
            self.0.send(batch).await
        }
    }

    struct Closed;

    impl Outlet for Closed {
        const MAX_MESSAGES: usize = 10;
        const MAX_BYTES: usize = 1000;

        async fn send(&self, batch: &[&Message]) -> Vec<Result<(), Unavailable>> {
            batch.iter().map(|_| Err(Unavailable("closed".to_owned()))).collect()
        }
    }

    #[tokio::test]
    async fn every_event_of_every_commit_is_published_under_its_aggregate() {
        let outlet = MemoryOutlet::default();
        let changes = vec![change("a", 1, 2), change("b", 1, 1), change("a", 3, 1)];
        assert!(publish(Shared(&outlet), changes).await.is_empty());
        let ids: Vec<_> = outlet.sent().into_iter().map(|message| (message.key, message.id)).collect();
        let expected = [("a", "a:1"), ("b", "b:1"), ("a", "a:2"), ("a", "a:3")];
        assert_eq!(ids, expected.map(|(key, id)| (key.to_owned(), id.to_owned())));
    }

    #[tokio::test]
    async fn an_unreadable_commit_holds_back_its_aggregate_and_no_other() {
        let outlet = MemoryOutlet::default();
        let changes = vec![change("a", 1, 1), unreadable("a", 2), change("b", 1, 1), change("a", 3, 1)];
        assert_eq!(publish(Shared(&outlet), changes).await, ["a2", "a3"]);
        let ids: Vec<_> = outlet.sent().into_iter().map(|message| message.id).collect();
        assert_eq!(ids, ["a:1", "b:1"]);
    }

    #[tokio::test]
    async fn an_unreadable_commit_is_put_aside_after_a_while_and_nothing_behind_it_waits() {
        let handler = PublishHandler { events: MemoryOutlet::default(), unreadable: MemoryArchive::default() };
        for (now, left) in [
            (Timestamp::UNIX_EPOCH + PATIENCE - SignedDuration::from_secs(1), 2),
            (Timestamp::UNIX_EPOCH + PATIENCE, 0),
        ] {
            let at = Moment { now, deadline: now, fresh_id: Uuid::nil() };
            let changes = vec![unreadable("a", 2), change("a", 3, 1), change("b", 1, 1)];
            let Ok(response) = handler.handle(changes, &at).await;
            assert_eq!(response.identifiers().count(), left);
        }
        let ids: Vec<_> = handler.events.sent().into_iter().map(|message| message.id).collect();
        assert_eq!(ids, ["b:1", "a:3", "b:1"]);
        let (key, note) = handler.unreadable.objects().pop_first().unwrap();
        assert_eq!(key, "unreadable-commits/a2.json");
        let note: UnreadableCommit = serde_json::from_slice(&note).unwrap();
        assert_eq!((note.aggregate_id.as_str(), note.reason.as_str()), ("a", "broken"));
    }

    #[tokio::test(start_paused = true)]
    async fn what_the_stream_does_not_take_is_reported() {
        let changes = vec![change("a", 1, 2), change("b", 1, 1)];
        assert_eq!(publish(Closed, changes).await, ["a1", "b1"]);
    }
}
