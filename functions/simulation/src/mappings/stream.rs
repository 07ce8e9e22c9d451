//! A mapping of a stream: batches in order within each shard, again from the lowest failure on, and given up in the end.
//!
//! <https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html>

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use super::Inner;
use super::response::{Outcome, outcome};
use crate::fault::Fault;
use crate::function::{batch_event, failure_record};
use crate::services::{Next, Record, Shards};
use crate::template::StreamSource;
use crate::trace::place;
use crate::world::{World, lock};

/// The longest pause between two tries.
const LONGEST_PAUSE: Duration = Duration::from_secs(120);

fn shards<'a>(world: &'a World, source: &StreamSource) -> Option<&'a Shards> {
    if source.of_table {
        world.services().table(&source.id)?.changes()
    } else {
        Some(world.services().stream(&source.id)?.shards())
    }
}

pub(super) fn is_idle(world: &World, mapping: &Inner, source: &StreamSource) -> bool {
    let Some(shards) = shards(world, source) else { return true };
    let lanes = lock(&mapping.lanes);
    let is_handled = |shard: usize| {
        let handled = |lane: u64| lanes.get(&(shard, lane)).is_some_and(|lane| lane.handled >= shards.end(shard));
        shards.end(shard) == 0 || (0..source.parallelization).all(handled)
    };
    mapping.busy.load(Ordering::Relaxed) == 0 && (0..shards.count()).all(is_handled)
}

/// Reads every shard that there is and that comes.
pub(super) async fn poll(world: World, mapping: Arc<Inner>, source: StreamSource) {
    // A mapping is not enabled the moment that its stack is there.
    world.pause(0..60_000).await;
    let mut known = 0;
    let mut starts_here = !source.from_the_beginning;
    loop {
        let Some(shards) = shards(&world, &source) else { return };
        let changed = shards.changed();
        for shard in known..shards.count() {
            let from = if starts_here { shards.end(shard) } else { 0 };
            for lane in 0..source.parallelization {
                lock(&mapping.lanes).entry((shard, lane)).or_default().handled = from;
                tokio::spawn(read_lane(world.clone(), Arc::clone(&mapping), shard, lane, from));
            }
        }
        known = shards.count();
        starts_here = false;
        changed.await;
    }
}

/// Handles those records of a shard that belong to a lane, from a place on to the end of the shard.
async fn read_lane(world: World, mapping: Arc<Inner>, shard: usize, lane: u64, from: usize) {
    let Some(source) = mapping.source() else { return };
    let Some(shards) = shards(&world, source) else { return };
    let parents = shards.parents(shard);
    let parents_ended = || {
        let lanes = lock(&mapping.lanes);
        let ended = |parent: usize, lane: u64| lanes.get(&(parent, lane)).is_some_and(|lane| lane.ended);
        parents.iter().all(|&parent| (0..source.parallelization).all(|lane| ended(parent, lane)))
    };
    loop {
        let progress = mapping.progress.notified();
        if parents_ended() {
            break;
        }
        progress.await;
    }
    let in_lane = |record: &Record| u64::from(place(&record.order_key)) % source.parallelization == lane;
    let mut at = from;
    loop {
        let changed = shards.changed();
        let range = match shards.next(shard, at, world.elapsed()) {
            Next::Records(range) => range,
            Next::Nothing => {
                lock(&mapping.lanes).entry((shard, lane)).or_default().handled = shards.end(shard);
                changed.await;
                continue;
            }
            Next::End => break,
        };
        if !source.window.is_zero() && range.len() < mapping.properties.batch_size && shards.is_open(shard) {
            tokio::time::sleep(source.window).await;
        }
        let Next::Records(range) = shards.next(shard, at, world.elapsed()) else { continue };
        let wanted = |record: &Record| in_lane(record) && source.filters.let_through(&record.rendered);
        let (records, behind) = shards.read(shard, range, mapping.properties.batch_size, wanted);
        mapping.busy.fetch_add(1, Ordering::Relaxed);
        if !records.is_empty() {
            handle(&world, &mapping, source, &shards.id(shard), records).await;
        }
        at = behind;
        lock(&mapping.lanes).entry((shard, lane)).or_default().handled = at;
        mapping.busy.fetch_sub(1, Ordering::Relaxed);
    }
    let mut lanes = lock(&mapping.lanes);
    let state = lanes.entry((shard, lane)).or_default();
    (state.handled, state.ended) = (shards.end(shard), true);
    drop(lanes);
    mapping.progress.notify_waiters();
}

/// Delivers a batch until it is handled or given up, in parts if need be.
async fn handle(world: &World, mapping: &Arc<Inner>, source: &StreamSource, shard: &str, records: Vec<Arc<Record>>) {
    let id = &mapping.properties.id;
    let mut left = vec![(records, 0_u64)];
    while let Some((mut records, tries)) = left.pop() {
        // Those that are too old are given up together, however far their batch is.
        if let Some(age) = source.record_age {
            let is_old = |record: &Arc<Record>| record.at + age < world.elapsed();
            let old: Vec<_> = records.iter().filter(|record| is_old(record)).cloned().collect();
            if !old.is_empty() {
                give_up(world, mapping, source, shard, &old, "RecordAgeExceeded");
                let old: BTreeSet<_> = old.iter().map(|record| record.sequence_number.clone()).collect();
                records.retain(|record| !old.contains(&record.sequence_number));
            }
        }
        if records.is_empty() {
            continue;
        }
        let event = batch_event(records.iter().map(|record| record.rendered.as_str()));
        if world.strikes(Fault::Twin) {
            twin(world, mapping, event.clone());
        }
        let outcome = match world.invoke(&mapping.properties.function, &event).await {
            Ok(answer) => {
                let identifiers: Vec<_> = records.iter().map(|record| record.sequence_number.as_str()).collect();
                outcome(&answer, &identifiers, mapping.properties.reports_failures)
            }
            Err(error) => Outcome::Failed(error.to_string()),
        };
        let reason = match outcome {
            Outcome::Handled => {
                if world.strikes(Fault::Redelivery) {
                    world.trace(&[id, "delivers once more"]);
                    left.push((records, 0));
                }
                continue;
            }
            // The lowest position is the checkpoint, whatever else was handled.
            Outcome::NotHandled(positions) => {
                let handled = positions.first().copied().unwrap_or_default();
                let rest = records.split_off(handled);
                let tries = if handled == 0 { tries + 1 } else { 1 };
                if source.retries.is_some_and(|most| tries > most) {
                    give_up(world, mapping, source, shard, &rest, "RetryAttemptsExhausted");
                    continue;
                }
                left.push((rest, tries));
                pause(tries).await;
                continue;
            }
            Outcome::Failed(reason) => reason,
        };
        let tries = tries + 1;
        if source.bisect && records.len() > 1 {
            let second = records.split_off(records.len() / 2);
            left.push((second, tries));
            left.push((records, tries));
        } else if source.retries.is_some_and(|most| tries > most) {
            give_up(world, mapping, source, shard, &records, &reason);
            continue;
        } else {
            left.push((records, tries));
        }
        pause(tries).await;
    }
}

async fn pause(tries: u64) {
    let pause = Duration::from_secs(1 << tries.min(7));
    tokio::time::sleep(pause.min(LONGEST_PAUSE)).await;
}

/// Delivers a batch at the same time once more; nobody waits for the answer.
fn twin(world: &World, mapping: &Arc<Inner>, event: String) {
    mapping.busy.fetch_add(1, Ordering::Relaxed);
    let (world, mapping) = (world.clone(), Arc::clone(mapping));
    tokio::spawn(async move {
        world.pause(0..200).await;
        // Whether it worked changes nothing for the one that counts.
        let _ = world.invoke(&mapping.properties.function, &event).await;
        mapping.busy.fetch_sub(1, Ordering::Relaxed);
    });
}

/// Puts what is given up where the mapping says, with everything that it is about.
fn give_up(world: &World, mapping: &Inner, source: &StreamSource, shard: &str, records: &[Arc<Record>], reason: &str) {
    let Some(first) = records.first() else { return };
    let (id, number) = (&mapping.properties.id, &first.sequence_number);
    world.give_up(format!("{} records of {id} from {number} on: {reason}", records.len()));
    if let Some(bucket) = source.failures.as_ref().and_then(|id| world.services().bucket(id)) {
        let event = batch_event(records.iter().map(|record| record.rendered.as_str()));
        let key = format!("aws/lambda/{id}/{shard}/{}-{number}", world.elapsed().as_millis());
        bucket.put(&key, failure_record(&mapping.properties.function, reason, &event).into_bytes());
    }
}
