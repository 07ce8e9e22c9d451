//! One invocation's work on a run: through the archive, from partition to partition and from line to line, into the queue.
//!
//! Everything is in memory until it is saved, and it is saved only when all that was read has been sent. Whatever breaks off
//! in between is read and sent again by the next invocation, with the same deduplication ids.

use std::collections::BTreeSet;
use std::time::Duration;

use bytes::Bytes;
use jiff::{SignedDuration, Timestamp};
use tokio::time::Instant;
use uuid::Uuid;

use super::checkpoint::{self, Checkpoint};
use super::error::ReplayError;
use super::identifier::identifier;
use super::ledger::{Bounds, Entry, Ledger, Place, VERSIONS, fingerprint};
use super::pace::Pace;
use super::records::{self, LEASE};
use super::run::{Damage, Lease, Run, RunState};
use crate::archive::{LineReader, PIECE, PREFIX};
use crate::envelope::Envelope;
use crate::in_order::send_in_order;
use crate::metrics::Count;
use crate::ports::{ArchiveReader, Message, ObjectBody, Outlet, ReplayRuns, Tag, Unavailable};

/// How often a run is saved while an invocation works on it, unless saving takes long.
const SAVE_EVERY: Duration = Duration::from_secs(20);

/// Before a lease ends, by that much, nothing is sent any more: clocks differ, and a request may be under way.
const MARGIN: SignedDuration = SignedDuration::from_secs(15);

/// How often a partition is listed again because objects that it had are gone.
const LISTINGS: usize = 10;

/// How much memory a run may take, whatever the size of the archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Aggregates of which the ledger knows for certain how far they were sent; the ones before them it knows by chance, up
    /// to twice as many in all. One takes at most 66 bytes, and 25 bytes more while the run is saved.
    pub aggregates: usize,
    /// Bytes of events that came before their turn.
    pub held_bytes: usize,
    /// Events that are sent together.
    pub messages: usize,
    /// Bytes of events that are sent together; a single one may be larger.
    pub message_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        // What a hash map of 2^20 places holds before it doubles.
        Self { aggregates: 917_504, held_bytes: 16 << 20, messages: 1000, message_bytes: 4 << 20 }
    }
}

impl Limits {
    pub(super) fn bounds(self) -> Bounds {
        Bounds { aggregates: self.aggregates, held: self.held_bytes }
    }
}

/// Time within one invocation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clock {
    started: Instant,
    began_at: Timestamp,
}

impl Clock {
    pub fn start(began_at: Timestamp) -> Self {
        Self { started: Instant::now(), began_at }
    }

    pub fn now(&self) -> Timestamp {
        self.began_at.saturating_add(self.started.elapsed()).unwrap_or(Timestamp::MAX)
    }

    /// The instant at a time of the clock on the wall.
    fn instant(&self, at: Timestamp) -> Instant {
        self.started + Duration::try_from(at.duration_since(self.began_at)).unwrap_or_default()
    }
}

/// What an invocation has of its run.
pub(super) struct Worker<'a, A, R, Q> {
    archive: &'a A,
    runs: &'a R,
    /// Nothing for a dry run.
    queue: Option<Q>,
    limits: Limits,
    clock: Clock,
    owner: Uuid,
    /// When to stop.
    end: Instant,
    save_at: Instant,
    saves: u64,
    run: Run,
    /// The run as it was saved.
    saved: (Run, Tag),
    done: BTreeSet<String>,
    ledger: Ledger,
    window: Vec<Message>,
    window_bytes: usize,
    pace: Pace,
    has_advanced: bool,
}

/// How reading something ended.
#[derive(Debug, PartialEq, Eq)]
enum Read {
    /// At its end.
    Whole,
    /// It is not there any more.
    Gone,
    /// The time is over.
    Interrupted,
}

impl<'a, A: ArchiveReader, R: ReplayRuns, Q: Outlet> Worker<'a, A, R, Q> {
    /// Goes on with a run that the invocation `owner` has the lease of.
    pub async fn new(
        archive: &'a A,
        runs: &'a R,
        queue: Option<Q>,
        limits: Limits,
        clock: Clock,
        owner: Uuid,
        saved: (Run, Tag),
    ) -> Result<Self, ReplayError> {
        let run = saved.0.clone();
        let Checkpoint { ledger, done } = match &run.checkpoint {
            None => {
                let ledger = Ledger::new(limits.bounds(), run.position.after.is_none());
                Checkpoint { ledger, done: BTreeSet::new() }
            }
            Some(name) => {
                let damaged = |reason: String| ReplayError::Checkpoint { run: run.run.clone(), reason };
                let bytes = runs.checkpoint(name).await.map_err(ReplayError::Runs)?;
                let bytes = bytes.ok_or_else(|| damaged("it is not there any more".to_owned()))?;
                Checkpoint::read(&bytes, limits).map_err(damaged)?
            }
        };
        let wait = run.position.send_at.map_or(SignedDuration::ZERO, |at| at.duration_since(clock.now()));
        let pace = Pace::new(run.rate.filter(|_| !run.dry_run), wait);
        let now = Instant::now();
        Ok(Self {
            archive,
            runs,
            queue,
            limits,
            clock,
            owner,
            end: now,
            save_at: now + SAVE_EVERY,
            saves: 0,
            run,
            saved,
            done,
            ledger,
            window: Vec::new(),
            window_bytes: 0,
            pace,
            has_advanced: false,
        })
    }

    /// Works until `end`, or until the end of the archive, and gives the run back.
    ///
    /// # Errors
    /// What was in the way. The run is given back as it was saved last.
    pub async fn work(mut self, end: Instant) -> Result<Run, ReplayError> {
        self.end = end;
        let worked = match self.walk().await {
            Ok(()) => self.save(false).await,
            // What was read by then need not be read again. Otherwise an archive that refuses one request in many could keep
            // every invocation from coming further than the one before.
            Err(error @ ReplayError::Archive(_)) if self.has_advanced => {
                let kept = async {
                    self.send_window().await?;
                    self.save(false).await
                };
                Err(kept.await.err().unwrap_or(error))
            }
            Err(error) => Err(error),
        };
        match worked {
            Ok(()) => Ok(self.run),
            Err(error) => {
                self.give_back(&error).await;
                Err(error)
            }
        }
    }

    async fn walk(&mut self) -> Result<(), ReplayError> {
        if self.run.objects_to_read.is_none() && self.run.checkpoint.is_none() {
            self.run.objects_to_read = self.count_objects().await?;
        }
        loop {
            let partition = match self.run.position.partition.clone() {
                Some(partition) => partition,
                None => {
                    let keys = self.archive.keys(PREFIX, self.run.position.after.as_deref()).await;
                    let Some(next) = keys.map_err(ReplayError::Archive)?.into_iter().next() else { break };
                    self.run.position.partition.insert(partition_of(&next).to_owned()).clone()
                }
            };
            if self.read_partition(&partition).await? == Read::Interrupted {
                return Ok(());
            }
        }
        self.give_up_waiting();
        self.send_window().await?;
        self.run.state = RunState::Complete;
        Ok(())
    }

    /// How many objects there are to read, unless it would take too long to count them.
    async fn count_objects(&mut self) -> Result<Option<u64>, ReplayError> {
        let mut count = 0;
        let mut after = self.run.position.after.clone();
        loop {
            let keys = self.archive.keys(PREFIX, after.as_deref()).await.map_err(ReplayError::Archive)?;
            count += keys.len() as u64;
            let Some(last) = keys.into_iter().next_back() else { return Ok(Some(count)) };
            after = Some(last);
            if Instant::now() >= self.end.min(self.save_at) {
                return Ok(None);
            }
        }
    }

    /// Reads the objects of a partition until it has no other, because some may be added or put together meanwhile.
    async fn read_partition(&mut self, partition: &str) -> Result<Read, ReplayError> {
        let mut listings = 0;
        'listing: loop {
            let keys = self.unread(partition).await?;
            if keys.is_empty() {
                let last = self.done.last().map_or(partition, String::as_str);
                self.run.position.after = Some(last.to_owned());
                self.run.position.partition = None;
                self.done.clear();
                return Ok(Read::Whole);
            }
            for key in keys {
                match self.read_object(&key).await? {
                    Read::Interrupted => return Ok(Read::Interrupted),
                    Read::Whole => {
                        (self.run.position.object, self.run.position.lines) = (None, 0);
                        self.run.counts.objects += 1;
                        self.has_advanced = true;
                        tracing::debug!(run = %self.run.run, key, "read");
                        self.done.insert(key);
                        if !self.goes_on().await? {
                            return Ok(Read::Interrupted);
                        }
                    }
                    Read::Gone if listings < LISTINGS => {
                        // Compaction has put its lines into another object of the partition.
                        listings += 1;
                        continue 'listing;
                    }
                    Read::Gone => {
                        let reason = format!("the object {key} is listed, but it is not there");
                        return Err(ReplayError::Archive(Unavailable(reason)));
                    }
                }
            }
        }
    }

    /// The keys of a partition whose objects were not read yet, in order.
    async fn unread(&self, partition: &str) -> Result<Vec<String>, ReplayError> {
        let mut unread = Vec::new();
        let mut after: Option<String> = None;
        loop {
            let keys = self.archive.keys(partition, after.as_deref()).await.map_err(ReplayError::Archive)?;
            let Some(last) = keys.last() else { return Ok(unread) };
            after = Some(last.clone());
            unread.extend(keys.into_iter().filter(|key| partition_of(key) == partition && !self.done.contains(key)));
        }
    }

    async fn read_object(&mut self, key: &str) -> Result<Read, ReplayError> {
        let Some(mut object) = self.archive.open(key).await.map_err(ReplayError::Archive)? else {
            return Ok(Read::Gone);
        };
        let done_with = if self.run.position.object.as_deref() == Some(key) { self.run.position.lines } else { 0 };
        self.run.position.object = Some(key.to_owned());
        self.run.position.lines = done_with;
        let mut lines = LineReader::default();
        let mut number = 0;
        let mut bytes = 0;
        loop {
            let chunk = object.next_chunk().await.map_err(ReplayError::Archive)?;
            let is_last = chunk.is_none();
            bytes += chunk.as_ref().map_or(0, Bytes::len) as u64;
            let chunk = chunk.unwrap_or_default();
            // Without any, once: to find out how it ends.
            let mut pieces = chunk.chunks(PIECE);
            loop {
                let fed = match pieces.next() {
                    Some(piece) => lines.feed(piece),
                    None if is_last => lines.finish(),
                    None => break,
                };
                while let Some(line) = lines.next_line() {
                    number += 1;
                    if number > done_with {
                        self.take_line(key, number, line);
                        self.run.position.lines = number;
                        self.has_advanced = true;
                        if self.window_is_full() && !self.goes_on().await? {
                            return Ok(Read::Interrupted);
                        }
                    }
                }
                let ended = fed.and_then(|()| if is_last { lines.rest() } else { Ok(()) });
                if let Err(damage) = &ended {
                    self.damaged(key, number, &damage.to_string());
                }
                if is_last || ended.is_err() {
                    self.run.counts.bytes += bytes;
                    return Ok(Read::Whole);
                }
            }
            if !self.is_time_left() && !self.goes_on().await? {
                return Ok(Read::Interrupted);
            }
        }
    }

    fn take_line(&mut self, key: &str, number: u64, line: Result<&str, &'static str>) {
        self.run.counts.lines += 1;
        let read = |line: &str| -> Result<(Envelope, u32), String> {
            let event: Envelope = serde_json::from_str(line).map_err(|error| error.to_string())?;
            let version = event.aggregate_version.number();
            let in_range = u32::try_from(version).ok().filter(|version| VERSIONS.contains(version));
            in_range.map(|version| (event, version)).ok_or_else(|| format!("no event has the version {version}"))
        };
        let (event, version) = match line.map_err(str::to_owned).and_then(read) {
            Ok(read) => read,
            Err(reason) => return self.damaged(key, number - 1, &reason),
        };
        if !self.run.selection.is_about(&event) {
            return;
        }
        let is_selected = self.run.selection.has(&event);
        let is_early = self.run.selection.from.is_some_and(|from| event.time < from);
        let aggregate = fingerprint(&event);
        let message = is_selected.then(|| {
            let Envelope { id, correlation_id, causation_id, .. } = &event;
            if !self.run.dry_run {
                tracing::info!(aggregate_id = event.subject, %correlation_id, %causation_id, %id, run = %self.run.run, "replaying");
            }
            let body = Bytes::copy_from_slice(line.unwrap_or_default().as_bytes());
            Message { key: identifier(&event.subject), id: event.id.to_string(), body }
        });
        let waiting = self.window.len();
        let entry = Entry { aggregate, version, aggregate_id: event.subject, is_early, message };
        match self.ledger.take(entry, &mut self.window) {
            Place::New { is_first } if is_selected => {
                self.run.counts.selected += 1;
                self.run.counts.aggregates += u64::from(is_first);
            }
            Place::Duplicate if is_selected => {
                self.run.counts.duplicates += 1;
                Count::ReplayDuplicates.add(1);
            }
            _ => {}
        }
        self.window_bytes += self.window[waiting..].iter().map(|message| message.body.len()).sum::<usize>();
        if self.ledger.is_full() {
            self.give_up_waiting();
        }
    }

    fn damaged(&mut self, key: &str, after_lines: u64, reason: &str) {
        tracing::error!(run = %self.run.run, key, after_lines, reason, "the archive is damaged");
        Count::ArchiveDamages.add(1);
        self.run.add_damage(Damage { object: key.to_owned(), after_lines, reason: reason.to_owned() });
    }

    /// The events that were waited for are not in the archive.
    fn give_up_waiting(&mut self) {
        let run = &mut self.run;
        self.ledger.give_up_waiting(&mut self.window, |hole| {
            tracing::error!(run = %run.run, aggregate_id = hole.aggregate_id, from = %hole.from, to = %hole.to, "hole");
            Count::ArchiveHoles.add(1);
            run.add_hole(hole);
        });
        self.window_bytes = self.window.iter().map(|message| message.body.len()).sum();
    }

    fn window_is_full(&self) -> bool {
        self.window.len() >= self.limits.messages.min(self.pace.at_once())
            || self.window_bytes >= self.limits.message_bytes
    }

    fn is_time_left(&self) -> bool {
        Instant::now() < self.end.min(self.save_at)
    }

    /// Sends what is to be sent, saves the run if it is time to, and returns whether to go on.
    async fn goes_on(&mut self) -> Result<bool, ReplayError> {
        if self.window_is_full() || !self.is_time_left() {
            self.send_window().await?;
        }
        if Instant::now() >= self.end && self.has_advanced {
            return Ok(false);
        }
        if Instant::now() >= self.save_at {
            self.save(true).await?;
        }
        Ok(true)
    }

    async fn send_window(&mut self) -> Result<(), ReplayError> {
        let window = std::mem::take(&mut self.window);
        self.window_bytes = 0;
        let Some(queue) = &self.queue else { return Ok(()) };
        let lease_ends = self.run.lease.map_or(self.clock.now(), |lease| lease.until);
        let lease_ends = self.clock.instant(lease_ends.saturating_sub(MARGIN).unwrap_or(Timestamp::MIN));
        // A window may be larger than what is to be sent at once: what was held goes on in one go.
        for messages in window.chunks(self.limits.messages.min(self.pace.at_once())) {
            let send = async {
                self.pace.wait(messages.len()).await;
                send_in_order(queue, messages).await
            };
            let slow = |_| ReplayError::SlowQueue(self.run.handler.clone());
            let left = tokio::time::timeout_at(lease_ends, send).await.map_err(slow)?;
            if let [first, ..] = left[..] {
                let (handler, first) = (self.run.handler.clone(), messages[first].id.clone());
                return Err(ReplayError::Queue { handler, left: left.len(), first });
            }
            self.run.counts.sent += messages.len() as u64;
            Count::EventsReplayed.add(messages.len() as u64);
        }
        Ok(())
    }

    /// Saves the run, and keeps the lease if it goes on. Everything that was read has been sent.
    async fn save(&mut self, goes_on: bool) -> Result<(), ReplayError> {
        let began = Instant::now();
        let before = self.run.checkpoint.take();
        if self.run.state == RunState::Incomplete {
            let written = checkpoint::write(&self.ledger, &self.done);
            let written = written.map_err(|reason| ReplayError::Checkpoint { run: self.run.run.clone(), reason })?;
            let name = format!("{}/{}-{}", self.run.run, self.owner, self.saves);
            self.saves += 1;
            self.runs.keep_checkpoint(&name, written).await.map_err(ReplayError::Runs)?;
            self.run.checkpoint = Some(name);
        }
        let now = self.clock.now();
        self.run.position.send_at = self.pace.send_at(now);
        self.run.updated_at = now;
        let until = now.saturating_add(LEASE).unwrap_or(Timestamp::MAX);
        self.run.lease = goes_on.then_some(Lease { owner: self.owner, until });
        let Some(tag) = records::save(self.runs, &self.run, Some(&self.saved.1)).await? else {
            let (found, _) = records::load(self.runs, &self.run.run).await?;
            let name = self.run.run.clone();
            let was_cancelled = found.state == RunState::Cancelled;
            return Err(if was_cancelled { ReplayError::Cancelled(name) } else { ReplayError::Overtaken(name) });
        };
        self.saved = (self.run.clone(), tag);
        if let Some(before) = before {
            self.drop_checkpoint(&before).await;
        }
        let counts = &self.run.counts;
        tracing::info!(run = %self.run.run, objects = counts.objects, sent = counts.sent, state = ?self.run.state, "saved");
        // A large ledger takes long: it is written for a tenth of the time at most.
        self.save_at = Instant::now() + SAVE_EVERY.max(began.elapsed() * 10).min(Duration::from_secs(50));
        Ok(())
    }

    /// What is left behind costs a little until the bucket lets it expire.
    async fn drop_checkpoint(&self, name: &str) {
        if let Err(reason) = self.runs.drop_checkpoint(name).await {
            tracing::warn!(run = %self.run.run, name, %reason, "an old checkpoint was not removed");
        }
    }

    /// Gives the run back as it was saved last, so that another invocation need not wait for the lease to end.
    async fn give_back(&mut self, error: &ReplayError) {
        if !error.is_passing() {
            return;
        }
        let (mut run, tag) = self.saved.clone();
        run.lease = None;
        run.stopped_because = Some(error.to_string());
        run.updated_at = self.clock.now();
        if let Err(reason) = records::save(self.runs, &run, Some(&tag)).await {
            tracing::warn!(run = %run.run, %reason, "the run was not given back: its lease has to end");
        }
    }
}

/// The partition of a key: all but the object's own name.
fn partition_of(key: &str) -> &str {
    key.rfind('/').map_or("", |end| &key[..=end])
}
