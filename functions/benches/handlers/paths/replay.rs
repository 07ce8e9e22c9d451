//! `replay`: from the bytes of an archive to batches for the queue, which are dropped. The bucket answers at once.

use std::io::Write;
use std::sync::atomic::{AtomicU64, Ordering};

use bytes::Bytes;
use flate2::{Compression, write::GzEncoder};
use functions::event_handler::Generation;
use functions::ports::memory::MemoryReplayRuns;
use functions::ports::{ArchiveReader, Message, ObjectBody, Outlet, Unavailable};
use functions::replay::{Limits, ReplayAnswer, ReplayHandler, ReplayQueues, ReplayRequest, Run, StartReplay};
use functions::wakes::Handler;
use jiff::{SignedDuration, Timestamp};

use super::{block_on, moment, samples};

/// Events of a cart, spread over as many objects.
const EVENTS_OF_A_CART: u64 = 5;

/// Objects of an hour.
const OBJECTS_OF_AN_HOUR: u64 = 12;

/// What becomes of a batch.
pub type Send = fn(&Generation, &[&Message]);

/// Replays the whole archive.
pub fn run(archive: Archive, send: Send) -> Run {
    let queues = Queues(send);
    let handler = ReplayHandler { archive, runs: MemoryReplayRuns::default(), queues, limits: Limits::default() };
    let request = ReplayRequest::Start(StartReplay::of("related-items"));
    let ReplayAnswer::Run(run) = block_on(handler.handle(request, &moment())).expect("nothing is in the way") else {
        panic!("a run was asked for")
    };
    assert!(run.found_the_archive_whole() && run.counts.sent == run.counts.lines, "{run:?}");
    *run
}

/// An archive whose objects are made when they are read, unless they were made before.
pub struct Archive {
    objects: u64,
    events: u64,
    made: Vec<Vec<u8>>,
    read: AtomicU64,
}

impl Archive {
    /// So many objects of so many events each, which stand there.
    pub fn made(objects: u64, events: u64) -> Self {
        let made = (0..objects).map(|number| object(number, events)).collect();
        Self { objects, events, made, read: AtomicU64::new(0) }
    }

    /// So many that are only there while they are read.
    pub fn imagined(objects: u64, events: u64) -> Self {
        Self { objects, events, made: Vec::new(), read: AtomicU64::new(0) }
    }
}

/// Events as the shop has them, each cart's spread over neighbouring objects.
pub fn object(number: u64, events: u64) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    for position in 0..events {
        // Every fifth object begins with new carts, and has all of their first events.
        let (round, version) = (number / EVENTS_OF_A_CART, number % EVENTS_OF_A_CART + 1);
        let cart = samples::id(round * events + position);
        let event = samples::event(cart, version, number * events + position);
        encoder.write_all(&samples::bytes(&event)).expect("memory takes it");
        encoder.write_all(b"\n").expect("memory takes it");
    }
    encoder.finish().expect("memory takes it")
}

/// An object, and how much of it was read.
pub struct Content(Vec<u8>, usize);

impl ArchiveReader for Archive {
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
        let content = self.made.get(number as usize).cloned().unwrap_or_else(|| object(number, self.events));
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

struct Queues(Send);

struct Queue(Generation, Send);

impl ReplayQueues for Queues {
    type Queue = Queue;

    fn handlers(&self) -> Vec<String> {
        vec!["related-items".to_owned()]
    }

    fn queue(&self, _: &str, run: &Generation) -> Option<Queue> {
        Some(Queue(run.clone(), self.0))
    }
}

impl Outlet for Queue {
    const MAX_MESSAGES: usize = 10;
    const MAX_BYTES: usize = 1_000_000;

    async fn send(&self, batch: &[&Message]) -> Vec<Result<(), Unavailable>> {
        self.1(&self.0, batch);
        vec![Ok(()); batch.len()]
    }
}
