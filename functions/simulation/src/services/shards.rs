//! The shards of a stream: records in order within each, split and merged while they are read.

use std::ops::Range;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::sync::futures::Notified;

use crate::capacity::{Capacity, Meter};
use crate::trace::place;
use crate::world::{World, lock};

/// The size of the hash space.
const SPACE: u64 = 1 << 32;

/// One record, as consumers get it.
#[derive(Debug)]
pub(crate) struct Record {
    pub(crate) sequence_number: String,
    /// When the stream took it, since the beginning.
    pub(crate) at: Duration,
    /// What tells apart the records between which a stream keeps order.
    pub(crate) order_key: String,
    /// How large it is, with its key.
    bytes: usize,
    /// The record in the event that a function is handed.
    pub(crate) rendered: String,
}

/// Shards and their records.
#[derive(Debug)]
pub(crate) struct Shards {
    log: Mutex<Vec<Shard>>,
    retention: Duration,
    capacity: Option<Capacity>,
    changed: Notify,
}

#[derive(Debug)]
struct Shard {
    id: String,
    parents: Vec<usize>,
    hashes: Range<u64>,
    records: Vec<Arc<Record>>,
    open: bool,
    meters: Option<Meters>,
}

/// What a shard takes and gives in a second.
#[derive(Debug)]
struct Meters {
    records: Meter,
    bytes: Meter,
    reads: Meter,
}

/// What a consumer gets at its place in a shard.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// There are records from here to there.
    Records(Range<usize>),
    /// There are none, and may be later.
    Nothing,
    /// There are none, and never will be.
    End,
}

impl Shards {
    pub(crate) fn new(retention: Duration, shards: u64, capacity: Option<&Capacity>) -> Self {
        // The last one has what is left when the space is divided.
        let bound = |number: u64| SPACE * number / shards;
        let shard = |number: u64| Shard::new(number as usize, Vec::new(), bound(number)..bound(number + 1), capacity);
        let log = Mutex::new((0..shards).map(shard).collect());
        Self { log, retention, capacity: capacity.copied(), changed: Notify::new() }
    }

    /// Whether the open shard of a key takes a record of that size at present; then there is so much less room in it.
    pub(crate) fn takes(&self, now: Duration, partition_key: &str, bytes: usize) -> bool {
        if self.capacity.is_none() {
            return true;
        }
        let place = u64::from(place(partition_key));
        let mut log = lock(&self.log);
        let shard = log.iter_mut().find(|shard| shard.open && shard.hashes.contains(&place));
        let Some(Meters { records, bytes: size, .. }) = shard.and_then(|shard| shard.meters.as_mut()) else {
            return true;
        };
        let amount = bytes as f64;
        let takes = records.has(now, 1.0) && size.has(now, amount);
        if takes {
            records.take(now, 1.0);
            size.take(now, amount);
        }
        takes
    }

    /// How long readers of a shard have to wait, because of what was read before.
    pub(crate) fn wait(&self, shard: usize, now: Duration) -> Duration {
        lock(&self.log)[shard].meters.as_mut().map_or(Duration::ZERO, |meters| meters.reads.owes(now))
    }

    /// These records of a shard were read.
    pub(crate) fn was_read(&self, shard: usize, now: Duration, records: &[Arc<Record>]) {
        if let Some(meters) = &mut lock(&self.log)[shard].meters {
            meters.reads.take(now, records.iter().map(|record| record.bytes as f64).sum());
        }
    }

    /// For how long records are kept.
    pub(crate) fn retention(&self) -> Duration {
        self.retention
    }

    /// Appends a record, which is made of its shard's id and its sequence number.
    pub(crate) fn append(
        &self,
        at: Duration,
        partition_key: &str,
        order_key: String,
        sequence: u64,
        bytes: usize,
        render: impl FnOnce(&str, &str) -> String,
    ) {
        let place = u64::from(place(partition_key));
        let mut log = lock(&self.log);
        let shard = log.iter_mut().find(|shard| shard.open && shard.hashes.contains(&place));
        // The open shards cover the whole hash space.
        if let Some(shard) = shard {
            // As long as those of AWS.
            let sequence_number = format!("4959{sequence:052}");
            let rendered = render(&shard.id, &sequence_number);
            shard.records.push(Arc::new(Record { sequence_number, at, order_key, bytes, rendered }));
        }
        drop(log);
        self.changed.notify_waiters();
    }

    /// Splits a shard, or merges two neighbours, at random.
    pub(crate) fn reshard(&self, world: &World) {
        let mut log = lock(&self.log);
        let mut open: Vec<usize> = (0..log.len()).filter(|&shard| log[shard].open).collect();
        open.sort_unstable_by_key(|&shard| log[shard].hashes.start);
        let chosen = world.random(0..open.len() as u64) as usize;
        let next = log.len();
        let grows = open.len() < 2 || (open.len() < 6 && world.random(0..2) == 0);
        if grows {
            let parent = open[chosen];
            let Range { start, end } = log[parent].hashes.clone();
            let middle = start + (end - start) / 2;
            log[parent].open = false;
            log.push(Shard::new(next, vec![parent], start..middle, self.capacity.as_ref()));
            log.push(Shard::new(next + 1, vec![parent], middle..end, self.capacity.as_ref()));
        } else {
            let first = chosen.min(open.len() - 2);
            let (left, right) = (open[first], open[first + 1]);
            let hashes = log[left].hashes.start..log[right].hashes.end;
            log[left].open = false;
            log[right].open = false;
            log.push(Shard::new(next, vec![left, right], hashes, self.capacity.as_ref()));
        }
        drop(log);
        world.trace(&["resharded"]);
        self.changed.notify_waiters();
    }

    /// Ends when there is something new since it was called.
    pub(crate) fn changed(&self) -> Notified<'_> {
        self.changed.notified()
    }

    /// How many shards there are, closed ones included.
    pub(crate) fn count(&self) -> usize {
        lock(&self.log).len()
    }

    /// The shards that have to be read to their ends before this one.
    pub(crate) fn parents(&self, shard: usize) -> Vec<usize> {
        lock(&self.log)[shard].parents.clone()
    }

    /// How many records a shard ever had.
    pub(crate) fn end(&self, shard: usize) -> usize {
        lock(&self.log)[shard].records.len()
    }

    /// Whether a shard takes records.
    pub(crate) fn is_open(&self, shard: usize) -> bool {
        lock(&self.log)[shard].open
    }

    pub(crate) fn id(&self, shard: usize) -> String {
        lock(&self.log)[shard].id.clone()
    }

    /// What there is to read from a place on, of what the stream still keeps.
    pub(crate) fn next(&self, shard: usize, from: usize, now: Duration) -> Next {
        let log = lock(&self.log);
        let Shard { records, open, .. } = &log[shard];
        let kept = records[from..].iter().position(|record| record.at + self.retention >= now);
        match kept {
            Some(lost) => Next::Records(from + lost..records.len()),
            None if *open => Next::Nothing,
            None => Next::End,
        }
    }

    /// Up to `most` records of those for which `wanted` holds, and the place behind the last one that was looked at.
    pub(crate) fn read(
        &self,
        shard: usize,
        range: Range<usize>,
        most: usize,
        wanted: impl Fn(&Record) -> bool,
    ) -> (Vec<Arc<Record>>, usize) {
        let log = lock(&self.log);
        let mut found = Vec::new();
        let mut at = range.start;
        while at < range.end && found.len() < most {
            let record = &log[shard].records[at];
            if wanted(record) {
                found.push(Arc::clone(record));
            }
            at += 1;
        }
        (found, at)
    }
}

impl Shard {
    fn new(number: usize, parents: Vec<usize>, hashes: Range<u64>, capacity: Option<&Capacity>) -> Self {
        let meters = capacity.map(|capacity| Meters {
            records: Meter::new(capacity.shard_records),
            bytes: Meter::new(capacity.shard_bytes),
            reads: Meter::new(capacity.shard_reads),
        });
        Self { id: format!("shardId-{number:012}"), parents, hashes, records: Vec::new(), open: true, meters }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::fault::Faults;
    use crate::function::Functions;
    use crate::testing::given;

    const DAY: Duration = Duration::from_secs(24 * 3_600);

    fn append(shards: &Shards, at: Duration, key: &str) -> String {
        let mut shard = String::new();
        shards.append(at, key, key.to_owned(), 1, key.len(), |id, _| {
            id.clone_into(&mut shard);
            String::new()
        });
        shard
    }

    #[test]
    fn a_key_has_one_open_shard_however_often_shards_are_split_and_merged() {
        given(json!({}), Functions::default(), Faults::none(), async |world| {
            let shards = Shards::new(DAY, 4, None);
            let keys: Vec<_> = (0..100).map(|key| format!("key {key}")).collect();
            for _ in 0..50 {
                for key in &keys {
                    let first = append(&shards, Duration::ZERO, key);
                    assert!(!first.is_empty(), "{key} has no shard");
                    assert_eq!(append(&shards, Duration::ZERO, key), first);
                }
                shards.reshard(&world);
            }
            let held: usize = (0..shards.count()).map(|shard| shards.end(shard)).sum();
            assert_eq!(held, 50 * 100 * 2);
            let merged = (0..shards.count()).filter(|&shard| shards.parents(shard).len() == 2).count();
            let split = (0..shards.count()).filter(|&shard| shards.parents(shard).len() == 1).count();
            assert!(merged > 0 && split > 0, "{merged} {split}");
        });
    }

    #[test]
    fn children_take_over_from_closed_parents() {
        given(json!({}), Functions::default(), Faults::none(), async |world| {
            let shards = Shards::new(DAY, 1, None);
            append(&shards, Duration::ZERO, "key");
            shards.reshard(&world);
            append(&shards, Duration::ZERO, "key");
            assert_eq!((shards.is_open(0), shards.end(0), shards.count()), (false, 1, 3));
            assert_eq!((shards.parents(1), shards.parents(2)), (vec![0], vec![0]));
            assert_eq!(shards.end(1) + shards.end(2), 1);
            assert_eq!((shards.next(0, 1, DAY), shards.next(1, 1, DAY)), (Next::End, Next::Nothing));
        });
    }

    #[test]
    fn what_is_older_than_the_retention_is_gone() {
        let shards = Shards::new(DAY, 1, None);
        append(&shards, Duration::ZERO, "key");
        append(&shards, DAY, "key");
        let step = Duration::from_secs(1);
        assert_eq!(shards.next(0, 0, DAY), Next::Records(0..2));
        assert_eq!(shards.next(0, 0, DAY + step), Next::Records(1..2));
        assert_eq!(shards.next(0, 0, DAY * 2 + step), Next::Nothing);
    }
}
