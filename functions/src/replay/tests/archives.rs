//! Archives that are written by hand.

use std::io::Write;

use domain::kernel::{Cause, CommandId};
use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::commit_item::{CommitItem, EventItem};
use crate::envelope::envelopes;
use crate::ports::ArchiveWriter;
use crate::ports::memory::MemoryArchive;

/// An event, as far as a replay looks at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub aggregate: String,
    pub version: u64,
    pub aggregate_type: String,
    pub event_type: String,
    /// When it happened, in hours since 1970.
    pub hour: u64,
}

impl Event {
    pub fn of(aggregate: &str, version: u64) -> Self {
        let [aggregate_type, event_type] = ["cart", "cart.opened"].map(str::to_owned);
        Self { aggregate: aggregate.to_owned(), version, aggregate_type, event_type, hour: 0 }
    }

    pub fn id(&self) -> String {
        format!("{}:{}", self.aggregate, self.version)
    }

    fn line(&self) -> String {
        let commit = CommitItem {
            aggregate_id: self.aggregate.clone(),
            version: self.version,
            aggregate_type: self.aggregate_type.clone(),
            cause: Cause::client(CommandId::from(Uuid::nil())),
            recorded_at: time(self.hour),
            events: vec![EventItem { event_type: self.event_type.clone(), schema_version: 1, data: "{}".to_owned() }],
        };
        serde_json::to_string(&envelopes(&commit).unwrap()[0]).unwrap() + "\n"
    }
}

pub fn time(hour: u64) -> Timestamp {
    Timestamp::UNIX_EPOCH + SignedDuration::from_hours(i64::try_from(hour).unwrap())
}

pub fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

pub fn object(events: &[Event]) -> Vec<u8> {
    gzip(&events.iter().map(Event::line).collect::<String>())
}

/// The key of an object by its hour, its shard and its number within both.
pub fn key(hour: u64, shard: usize, number: usize) -> String {
    let partition = time(hour).strftime("date=%Y-%m-%d/hour=%H").to_string();
    format!("events/{partition}/shardId-{shard:012}-{number:056}-{number:056}.jsonl.gz")
}

/// An archive of one hour with these objects, each event given as aggregate and version.
pub async fn archive(objects: &[&[(&str, u64)]]) -> MemoryArchive {
    let archive = MemoryArchive::default();
    for (number, events) in objects.iter().enumerate() {
        let events: Vec<_> = events.iter().map(|(aggregate, version)| Event::of(aggregate, *version)).collect();
        archive.put_new(&key(0, 0, number), object(&events)).await.unwrap();
    }
    archive
}

/// An archive with an object for each event, in the hour in which it happened.
pub async fn of(events: &[Event]) -> MemoryArchive {
    let archive = MemoryArchive::default();
    for (number, event) in events.iter().enumerate() {
        archive.put_new(&key(event.hour, 0, number), object(std::slice::from_ref(event))).await.unwrap();
    }
    archive
}

pub fn copy(archive: &MemoryArchive) -> MemoryArchive {
    let copy = MemoryArchive::default();
    for (key, content) in archive.objects() {
        copy.replace(&key, content);
    }
    copy
}
