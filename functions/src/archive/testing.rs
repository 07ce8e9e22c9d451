//! Archives to try things on, readers to read them with, and ways to be disturbed.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Arc, Mutex};

use domain::kernel::{Cause, CommandId};
use futures_util::FutureExt;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use uuid::Uuid;

use super::key::batch_path;
use super::{Hour, PREFIX, lines, object};
use crate::commit_item::{CommitItem, EventItem};
use crate::envelope::{Envelope, envelopes};
use crate::ports::memory::{MemoryArchive, MemoryObject};
use crate::ports::{ArchiveReader, ArchiveRemover, ArchiveWriter, Put, Unavailable};
use crate::wakes::StreamRecord;

/// The first hour in which events arrive.
pub const FIRST_HOUR: i64 = 495_000;

/// Something that happens on the way into the archive.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// Whose next event arrives.
    pub aggregate: u8,
    /// Whether it arrives in a later hour than the one before.
    pub next_hour: bool,
    /// Whether the shard's batch ends with it.
    pub ends_batch: bool,
    /// Whether the shard's last records come again with it, in a batch with other boundaries.
    pub again: bool,
}

pub fn arrivals() -> impl Strategy<Value = Vec<Arrival>> {
    let arrival = (0..4u8, any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<prop::sample::Index>());
    let arrival = arrival.prop_map(|(aggregate, next_hour, ends_batch, again)| Arrival {
        aggregate,
        next_hour: next_hour.index(6) == 0,
        ends_batch: ends_batch.index(2) == 0,
        again: again.index(6) == 0,
    });
    proptest::collection::vec(arrival, 1..40)
}

/// A commit of one event.
pub fn commit(aggregate_id: &str, version: u64, recorded_at: Timestamp) -> CommitItem {
    CommitItem {
        aggregate_id: aggregate_id.to_owned(),
        version,
        aggregate_type: "cart".to_owned(),
        cause: Cause::client(CommandId::from(Uuid::nil())),
        recorded_at,
        events: vec![EventItem {
            event_type: "cart.opened".to_owned(),
            schema_version: 1,
            data: format!(r#"{{"of":{version}}}"#),
        }],
    }
}

/// An archive of what arrived, and every commit in the order in which it was made. In the middle the stream's two shards are
/// followed by two others.
pub fn archive_of(arrivals: &[Arrival]) -> (MemoryArchive, Vec<CommitItem>) {
    let archive = MemoryArchive::default();
    let (mut commits, mut versions) = (Vec::new(), BTreeMap::<u8, u64>::new());
    let mut shards: BTreeMap<u8, Vec<StreamRecord<Envelope>>> = BTreeMap::new();
    let mut written: BTreeMap<u8, usize> = BTreeMap::new();
    let mut hour = FIRST_HOUR;
    let write = |records: &[StreamRecord<Envelope>]| {
        for records in records.chunk_by(|a, b| Hour::of(a.arrived_at) == Hour::of(b.arrived_at)) {
            let [first, ..] = records else { return };
            let key = format!("{PREFIX}{}", batch_path(first, records.last().unwrap()));
            let object = object(records.iter().map(|record| record.bytes.as_slice())).unwrap();
            archive.put_new(&key, object).now_or_never().unwrap().unwrap();
        }
    };
    for (number, Arrival { aggregate, next_hour, ends_batch, again }) in arrivals.iter().enumerate() {
        hour += i64::from(*next_hour);
        let within = SignedDuration::from_millis(i64::try_from(number).unwrap());
        let arrived_at = Hour::numbered(hour - 1).end().unwrap() + within;
        let version = versions.entry(*aggregate).or_default();
        *version += 1;
        let commit = commit(&format!("cart-{aggregate}"), *version, arrived_at - SignedDuration::from_secs(1));
        let envelope = envelopes(&commit).unwrap().remove(0);
        commits.push(commit);
        let shard = aggregate % 2 + if number < arrivals.len() / 2 { 0 } else { 2 };
        let records = shards.entry(shard).or_default();
        records.push(StreamRecord {
            sequence_number: number.to_string(),
            shard: format!("shardId-{shard:012}"),
            partition_key: envelope.subject.clone(),
            arrived_at,
            bytes: serde_json::to_vec(&envelope).unwrap(),
            payload: Ok(envelope),
        });
        let written = written.entry(shard).or_default();
        if *again {
            write(&records[written.saturating_sub(2)..]);
        }
        if *ends_batch {
            write(&records[*written..]);
            *written = records.len();
        }
    }
    for (shard, records) in &shards {
        write(&records[written.get(shard).copied().unwrap_or_default()..]);
    }
    (archive, commits)
}

/// How many events each aggregate has.
pub fn newest(commits: &[CommitItem]) -> BTreeMap<String, u64> {
    commits.iter().map(|commit| (commit.aggregate_id.clone(), commit.version)).collect()
}

/// Goes through an archive key by key, and takes of each aggregate the event whose turn it is.
#[derive(Default)]
pub struct Reader {
    after: Option<String>,
    page: VecDeque<String>,
    pub taken: BTreeMap<String, u64>,
    is_patient: bool,
    waiting: BTreeSet<(String, u64)>,
}

impl Reader {
    /// One that keeps what comes before its turn, as replays do.
    pub fn patient() -> Self {
        Self { is_patient: true, ..Self::default() }
    }

    /// Reads one object. False at the end.
    pub fn step(&mut self, archive: &MemoryArchive) -> bool {
        if self.page.is_empty() {
            self.page = archive.keys(PREFIX, self.after.as_deref()).now_or_never().unwrap().unwrap().into();
        }
        let Some(key) = self.page.pop_front() else { return false };
        let Some(object) = archive.get(&key).now_or_never().unwrap().unwrap() else {
            self.page.clear();
            return true;
        };
        for event in events(&object) {
            let (aggregate, version) = (event.subject, event.aggregate_version.number());
            let taken = self.taken.entry(aggregate.clone()).or_default();
            if version == *taken + 1 {
                *taken += 1;
                while self.waiting.remove(&(aggregate.clone(), *taken + 1)) {
                    *taken += 1;
                }
            } else if self.is_patient {
                self.waiting.insert((aggregate, version));
            }
        }
        self.after = Some(key);
        true
    }

    pub fn read_all(mut self, archive: &MemoryArchive) -> BTreeMap<String, u64> {
        while self.step(archive) {}
        self.taken
    }
}

/// The events that can be read of an object.
pub fn events(object: &[u8]) -> Vec<Envelope> {
    lines(object).map_while(Result::ok).map(|line| serde_json::from_slice(&line).unwrap()).collect()
}

/// Every event that there is, once.
pub fn ids(archive: &MemoryArchive) -> BTreeSet<String> {
    archive.objects().values().flat_map(|object| events(object)).map(|event| event.id.to_string()).collect()
}

/// What somebody else does with an archive.
type Meanwhile<'a> = Box<dyn FnMut(&MemoryArchive) + Send + 'a>;

/// An archive that is used by somebody else before each call, and that ends the program at one of them.
pub struct Disturbed<'a> {
    pub archive: Arc<MemoryArchive>,
    calls: Mutex<u64>,
    ends_at: u64,
    meanwhile: Mutex<Meanwhile<'a>>,
}

impl<'a> Disturbed<'a> {
    pub fn new(archive: &Arc<MemoryArchive>, ends_at: u64, meanwhile: impl FnMut(&MemoryArchive) + Send + 'a) -> Self {
        let meanwhile: Meanwhile<'a> = Box::new(meanwhile);
        Self { archive: Arc::clone(archive), calls: Mutex::new(0), ends_at, meanwhile: Mutex::new(meanwhile) }
    }

    fn call(&self) -> Result<(), Unavailable> {
        (self.meanwhile.lock().unwrap())(&self.archive);
        let mut calls = self.calls.lock().unwrap();
        *calls += 1;
        if *calls > self.ends_at { Err(Unavailable("the program ended".to_owned())) } else { Ok(()) }
    }
}

impl ArchiveWriter for Disturbed<'_> {
    async fn put_new(&self, key: &str, content: Vec<u8>) -> Result<Put, Unavailable> {
        self.call()?;
        self.archive.put_new(key, content).await
    }
}

impl ArchiveReader for Disturbed<'_> {
    type Object = MemoryObject;

    async fn keys(&self, prefix: &str, after: Option<&str>) -> Result<Vec<String>, Unavailable> {
        self.call()?;
        self.archive.keys(prefix, after).await
    }

    async fn open(&self, key: &str) -> Result<Option<MemoryObject>, Unavailable> {
        self.call()?;
        self.archive.open(key).await
    }
}

impl ArchiveRemover for Disturbed<'_> {
    async fn delete(&self, key: &str) -> Result<(), Unavailable> {
        self.call()?;
        self.archive.delete(key).await
    }
}
