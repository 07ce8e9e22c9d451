//! How fast `replay` goes from the bytes of an archive to the entries of SQS batches, on one core, and how much memory it
//! takes for an archive of 1 GB.
//!
//! `cargo bench -p functions --bench replay`, on Linux. Goals: at least 20,000 events a second, and a peak that does not depend
//! on the size of the archive. The bucket and the queue answer at once, so this is what the function itself costs.

use std::hint::black_box;
use std::io::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use bytes::Bytes;
use domain::kernel::{Cause, CommandId};
use flate2::{Compression, write::GzEncoder};
use functions::adapters::entries;
use functions::commit_item::{CommitItem, EventItem};
use functions::envelope::envelopes;
use functions::event_handler::Generation;
use functions::ports::memory::MemoryReplayRuns;
use functions::ports::{ArchiveReader, Message, ObjectBody, Outlet, Unavailable};
use functions::replay::{Limits, ReplayAnswer, ReplayHandler, ReplayQueues, ReplayRequest, Run, StartReplay};
use functions::wakes::{Handler, Moment};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// Events of an object: as many as a batch of the archive has at most.
const EVENTS: u64 = 10_000;

/// Events of a cart, spread over as many objects.
const EVENTS_OF_A_CART: u64 = 5;

/// Objects of an hour.
const OBJECTS_OF_AN_HOUR: u64 = 12;

fn main() {
    let small = Generated { objects: 20, made: (0..20).map(object).collect(), read: AtomicU64::new(0) };
    let before = peak();
    let (run, seconds) = replay(small);
    println!(
        "{} events of {} bytes compressed: {:.0} events a second on one core (peak {before} before, {} after)",
        run.counts.sent,
        run.counts.bytes,
        run.counts.sent as f64 / seconds,
        peak()
    );

    let size = object(0).len() as u64;
    let large = Generated { objects: 1_000_000_000 / size, made: Vec::new(), read: AtomicU64::new(0) };
    let (run, seconds) = replay(large);
    println!(
        "{:.2} GB compressed, {} events of {} carts: peak {} in all ({seconds:.0} s, most of them to make the archive)",
        run.counts.bytes as f64 / 1e9,
        run.counts.sent,
        run.counts.aggregates,
        peak()
    );
}

/// Runs a replay of an archive to its end.
fn replay(archive: Generated) -> (Run, f64) {
    let runs = MemoryReplayRuns::default();
    let handler = ReplayHandler { archive, runs, queues: Nowhere, limits: Limits::default() };
    let now = Timestamp::UNIX_EPOCH;
    let at = Moment { now, deadline: now + SignedDuration::from_hours(9), fresh_id: Uuid::nil() };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime starts");
    let started = Instant::now();
    let request = ReplayRequest::Start(StartReplay::of("related-items"));
    let ReplayAnswer::Run(run) = runtime.block_on(handler.handle(request, &at)).expect("nothing is in the way") else {
        panic!("a run was asked for")
    };
    assert!(run.found_the_archive_whole() && run.counts.sent == run.counts.lines, "{run:?}");
    (*run, started.elapsed().as_secs_f64())
}

/// An archive whose objects are made when they are read, unless they were made before.
struct Generated {
    objects: u64,
    made: Vec<Vec<u8>>,
    read: AtomicU64,
}

struct Content(Vec<u8>, usize);

impl ArchiveReader for Generated {
    type Object = Content;

    async fn keys(&self, prefix: &str, after: Option<&str>) -> Result<Vec<String>, Unavailable> {
        let keys = (self.read.load(Ordering::Relaxed).saturating_sub(OBJECTS_OF_AN_HOUR)..self.objects).map(key);
        let wanted = |key: &String| key.starts_with(prefix) && after.is_none_or(|after| key.as_str() > after);
        Ok(keys.filter(wanted).take(OBJECTS_OF_AN_HOUR as usize).collect())
    }

    async fn open(&self, key: &str) -> Result<Option<Content>, Unavailable> {
        let number = key.rsplit('-').next().and_then(|number| number.parse().ok());
        let number: u64 = number.ok_or_else(|| Unavailable(format!("no such key: {key}")))?;
        self.read.store(number + 1, Ordering::Relaxed);
        let content = self.made.get(number as usize).cloned().unwrap_or_else(|| object(number));
        Ok(Some(Content(content, 0)))
    }
}

impl ObjectBody for Content {
    async fn next_chunk(&mut self) -> Result<Option<Bytes>, Unavailable> {
        let chunk = &self.0[self.1..self.0.len().min(self.1 + 65_536)];
        self.1 += chunk.len();
        Ok(Some(Bytes::copy_from_slice(chunk)).filter(|chunk| !chunk.is_empty()))
    }
}

fn key(number: u64) -> String {
    let hour = Timestamp::UNIX_EPOCH + SignedDuration::from_hours((number / OBJECTS_OF_AN_HOUR) as i64);
    format!("events/{}/shardId-000000000000-{number:012}", hour.strftime("date=%Y-%m-%d/hour=%H"))
}

/// Events as the shop has them, each cart's spread over neighbouring objects.
fn object(number: u64) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    for position in 0..EVENTS {
        // Every fifth object begins with new carts, and has all of their first events.
        let (round, version) = (number / EVENTS_OF_A_CART, number % EVENTS_OF_A_CART + 1);
        let cart = mixed(round * EVENTS + position);
        let commit = CommitItem {
            aggregate_id: cart.to_string(),
            version,
            aggregate_type: "cart".to_owned(),
            cause: Cause::client(CommandId::from(mixed(u64::MAX - number * EVENTS - position))),
            recorded_at: Timestamp::UNIX_EPOCH + SignedDuration::from_millis((number * EVENTS + position) as i64),
            events: vec![EventItem {
                event_type: "cart.item-added".to_owned(),
                schema_version: 1,
                data: format!(r#"{{"sku":"sku-{}","quantity":2,"unit_price":499,"currency":"EUR"}}"#, position % 997),
            }],
        };
        let envelope = envelopes(&commit).expect("the data is JSON").remove(0);
        serde_json::to_writer(&mut encoder, &envelope).expect("an envelope is JSON");
        encoder.write_all(b"\n").expect("memory takes it");
    }
    encoder.finish().expect("memory takes it")
}

/// An id that looks random and is always the same.
fn mixed(number: u64) -> Uuid {
    let mix = |mut x: u64| {
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    };
    Uuid::from_u64_pair(mix(number.wrapping_add(1)), mix(!number))
}

/// A queue that makes the entries of its batches and drops them.
struct Nowhere;

struct Entries(Generation);

impl ReplayQueues for Nowhere {
    type Queue = Entries;

    fn handlers(&self) -> Vec<String> {
        vec!["related-items".to_owned()]
    }

    fn queue(&self, _: &str, run: &Generation) -> Option<Entries> {
        Some(Entries(run.clone()))
    }
}

impl Outlet for Entries {
    const MAX_MESSAGES: usize = 10;
    const MAX_BYTES: usize = 1_000_000;

    async fn send(&self, batch: &[&Message]) -> Vec<Result<(), Unavailable>> {
        black_box(entries(&self.0, batch))
            .map_or_else(|reason| vec![Err(reason); batch.len()], |_| vec![Ok(()); batch.len()])
    }
}

/// The most memory that the process ever held, as the kernel writes it: `123 kB`.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux says what a process holds");
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("the peak is in it").trim().to_owned()
}
