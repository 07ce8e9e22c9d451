use std::sync::Arc;

use contract::StreamRecords;
use domain::kernel::{Cause, CommandId};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::*;
use crate::archive::ArchiveHandler;
use crate::commit_item::{CommitItem, EventItem};
use crate::envelope::envelopes;
use crate::ports::ArchiveWriter;
use crate::ports::memory::{MemoryArchive, MemoryOutlet};
use crate::wakes::StreamRecord;

#[derive(Clone, Default)]
struct Queue(Arc<MemoryOutlet>);

impl Outlet for Queue {
    const MAX_MESSAGES: usize = MemoryOutlet::MAX_MESSAGES;
    const MAX_BYTES: usize = MemoryOutlet::MAX_BYTES;

    async fn send(&self, batch: &[&Message]) -> Vec<Result<(), Unavailable>> {
        self.0.send(batch).await
    }
}

impl ReplayQueues for Queue {
    type Queue = Self;

    fn handlers(&self) -> Vec<String> {
        vec!["related-items".to_owned()]
    }

    fn queue(&self, handler: &str, _: &Generation) -> Option<Self> {
        (handler == "related-items").then(|| self.clone())
    }
}

fn moment(seconds: i64) -> Moment {
    let now = Timestamp::UNIX_EPOCH;
    Moment { now, deadline: now + SignedDuration::from_secs(seconds), fresh_id: Uuid::from_u128(5) }
}

fn record(aggregate: &str, version: u64, sequence_number: u64) -> StreamRecord<Envelope> {
    let event = EventItem { event_type: "cart.opened".to_owned(), schema_version: 1, data: "{}".to_owned() };
    let commit = CommitItem {
        aggregate_id: aggregate.to_owned(),
        version,
        aggregate_type: "cart".to_owned(),
        cause: Cause::client(CommandId::from(Uuid::nil())),
        recorded_at: Timestamp::UNIX_EPOCH,
        events: vec![event],
    };
    let envelope = envelopes(&commit).unwrap().remove(0);
    StreamRecord {
        sequence_number: sequence_number.to_string(),
        shard: "shardId-000000000000".to_owned(),
        partition_key: aggregate.to_owned(),
        arrived_at: Timestamp::UNIX_EPOCH,
        bytes: serde_json::to_vec(&envelope).unwrap(),
        payload: Ok(envelope),
    }
}

/// An archive with one object per batch, each event given as aggregate and version.
async fn archive(batches: &[&[(&str, u64)]]) -> MemoryArchive {
    let handler = ArchiveHandler { archive: MemoryArchive::default(), unreadable: MemoryArchive::default() };
    let mut sequence_number = 0;
    for batch in batches {
        let records = batch.iter().map(|(aggregate, version)| {
            sequence_number += 1;
            record(aggregate, *version, sequence_number)
        });
        let records: Vec<_> = records.collect();
        Handler::<StreamRecords<Envelope>>::handle(&handler, records, &moment(0)).await.unwrap();
    }
    handler.archive
}

fn request(after: Option<&str>) -> ReplayRequest {
    ReplayRequest { handler: "related-items".to_owned(), run: None, after: after.map(str::to_owned) }
}

#[tokio::test]
async fn every_event_is_sent_once_and_in_order() {
    let batches: &[&[_]] = &[&[("a", 1), ("b", 1)], &[("a", 1), ("a", 2)], &[("b", 1)], &[("a", 3), ("b", 2)]];
    let queues = Queue::default();
    let handler = ReplayHandler { archive: archive(batches).await, queues: queues.clone() };
    let report = handler.handle(request(None), &moment(900)).await.unwrap();
    assert_eq!((report.objects, report.events, report.duplicates, report.complete), (4, 5, 2, true));
    assert_eq!(report.run.as_str(), Uuid::from_u128(5).to_string());
    let sent: Vec<_> = queues.0.sent().into_iter().map(|message| (message.key, message.id)).collect();
    let expected = [("a", "a:1"), ("b", "b:1"), ("a", "a:2"), ("a", "a:3"), ("b", "b:2")];
    assert_eq!(sent, expected.map(|(key, id)| (key.to_owned(), id.to_owned())));
}

#[tokio::test]
async fn a_run_that_is_out_of_time_goes_on_where_it_stopped() {
    let queues = Queue::default();
    let handler =
        ReplayHandler { archive: archive(&[&[("a", 1)], &[("a", 2)], &[("a", 3)]]).await, queues: queues.clone() };
    let mut after = None;
    let mut reports = Vec::new();
    while reports.last().is_none_or(|report: &ReplayReport| !report.complete) {
        let report = handler.handle(request(after.as_deref()), &moment(0)).await.unwrap();
        after.clone_from(&report.after);
        reports.push(report);
    }
    assert_eq!(reports.iter().map(|report| report.events).collect::<Vec<_>>(), [1, 1, 1]);
    let sent: Vec<_> = queues.0.sent().into_iter().map(|message| message.id).collect();
    assert_eq!(sent, ["a:1", "a:2", "a:3"]);
}

#[tokio::test]
async fn a_hole_in_the_archive_holds_back_its_aggregate_and_is_named() {
    let queues = Queue::default();
    let archive = archive(&[&[("a", 1), ("b", 1)], &[("a", 3), ("a", 4), ("b", 2)]]).await;
    let handler = ReplayHandler { archive, queues: queues.clone() };
    let report = handler.handle(request(None), &moment(900)).await.unwrap();
    assert_eq!((report.events, report.held_back, report.complete), (3, 2, true));
    assert_eq!(report.missing, BTreeMap::from([("a".to_owned(), Version::from(2))]));
    let sent: Vec<_> = queues.0.sent().into_iter().map(|message| message.id).collect();
    assert_eq!(sent, ["a:1", "b:1", "b:2"]);
}

#[tokio::test]
async fn a_damaged_object_is_an_error_that_names_it() {
    let archive = archive(&[]).await;
    archive.put_new("events/x", b"no gzip".to_vec()).await.unwrap();
    let handler = ReplayHandler { archive, queues: Queue::default() };
    let error = handler.handle(request(None), &moment(900)).await.unwrap_err();
    assert!(error.to_string().starts_with("The archive object events/x is damaged:"), "{error}");
}

#[tokio::test]
async fn unknown_handlers_and_the_live_generation_are_refused() {
    let handler = ReplayHandler { archive: archive(&[]).await, queues: Queue::default() };
    let unknown = ReplayRequest { handler: "reminder".to_owned(), ..request(None) };
    let error = handler.handle(unknown, &moment(900)).await.unwrap_err();
    assert_eq!(error.to_string(), "There is no event handler `reminder`; those that take replays: related-items.");
    let live = ReplayRequest { run: Some(Generation::live()), ..request(None) };
    assert!(matches!(handler.handle(live, &moment(900)).await, Err(ReplayError::LiveRun)));
}
