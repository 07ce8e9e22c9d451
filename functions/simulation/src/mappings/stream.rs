//! A mapping of a stream: batches in order within each shard, again from the lowest failure on, and given up in the end.
//!
//! <https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html>

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use super::destination::{RECORD_AGE_EXCEEDED, RETRIES_EXHAUSTED, give_up, lose};
use super::response::{Outcome, outcome};
use super::{Inner, Lane, wait};
use crate::fault::Fault;
use crate::function::batch_event;
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

/// How old the oldest record is that is not handled.
pub(super) fn age(world: &World, mapping: &Inner, source: &StreamSource) -> Option<Duration> {
    let shards = shards(world, source)?;
    let lanes = lock(&mapping.lanes);
    let oldest = lanes.iter().filter_map(|(&(shard, lane), Lane { handled, .. })| {
        let left = *handled..shards.end(shard);
        let (first, _) = shards.read(shard, left, 1, |record| is_wanted(source, lane, record));
        first.first().map(|record| record.at)
    });
    Some(oldest.min().map_or(Duration::ZERO, |at| world.elapsed() - at))
}

/// Whether a record belongs to a lane, and no filter holds it back.
fn is_wanted(source: &StreamSource, lane: u64, record: &Record) -> bool {
    let in_lane = u64::from(place(&record.order_key)) % source.parallelization == lane;
    in_lane && source.filters.let_through(&record.rendered)
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
    let wanted = |record: &Record| is_wanted(source, lane, record);
    let next = |at: usize| {
        let next = shards.next(shard, at, world.elapsed());
        let kept_from = if let Next::Records(range) = &next { range.start } else { shards.end(shard) };
        lose(&world, &mapping, &shards.read(shard, at..kept_from, usize::MAX, wanted).0);
        (kept_from, next)
    };
    let clock = Clock::of(&world, source);
    let mut at = from;
    loop {
        let changed = shards.changed();
        let there;
        (at, there) = next(at);
        let range = match there {
            Next::Records(range) => range,
            Next::Nothing => {
                lock(&mapping.lanes).entry((shard, lane)).or_default().handled = shards.end(shard);
                changed.await;
                clock.strikes(&world).await;
                continue;
            }
            Next::End => break,
        };
        if !source.window.is_zero() && range.len() < mapping.properties.batch_size && shards.is_open(shard) {
            tokio::time::sleep(source.window).await;
        }
        let there;
        (at, there) = next(at);
        let Next::Records(range) = there else { continue };
        wait(shards.wait(shard, world.elapsed())).await;
        let last = range.end;
        let (records, behind) = shards.read(shard, range, mapping.properties.batch_size, wanted);
        shards.was_read(shard, world.elapsed(), &records);
        mapping.busy.fetch_add(1, Ordering::Relaxed);
        if !records.is_empty() {
            handle(&world, &mapping, source, &shards.id(shard), records).await;
        }
        at = behind;
        lock(&mapping.lanes).entry((shard, lane)).or_default().handled = at;
        mapping.busy.fetch_sub(1, Ordering::Relaxed);
        if behind == last {
            clock.strikes(&world).await;
        }
    }
    let mut lanes = lock(&mapping.lanes);
    let state = lanes.entry((shard, lane)).or_default();
    (state.handled, state.ended) = (shards.end(shard), true);
    drop(lanes);
    mapping.progress.notify_waiters();
}

/// When a shard that was read to its end is looked at again: where nothing is limited, at once.
struct Clock {
    every: Duration,
    phase: Duration,
}

impl Clock {
    fn of(world: &World, source: &StreamSource) -> Self {
        let every = world.capacity().map_or(Duration::ZERO, |capacity| {
            if source.of_table { capacity.table_poll } else { capacity.stream_poll }
        });
        let millis = u64::try_from(every.as_millis()).unwrap_or(u64::MAX);
        let phase = if every.is_zero() { Duration::ZERO } else { Duration::from_millis(world.random(0..millis)) };
        Self { every, phase }
    }

    /// Ends the next time.
    async fn strikes(&self, world: &World) {
        if !self.every.is_zero() {
            let since = (world.elapsed() + self.phase).as_micros() % self.every.as_micros();
            let since = Duration::from_micros(u64::try_from(since).unwrap_or_default());
            wait(self.every - since).await;
        }
    }
}

/// Delivers a batch until it is handled or given up, in parts if need be.
async fn handle(world: &World, mapping: &Arc<Inner>, source: &StreamSource, shard: &str, records: Vec<Arc<Record>>) {
    let id = &mapping.properties.id;
    let Some(retention) = shards(world, source).map(Shards::retention) else { return };
    let mut left = vec![(records, 0_u64)];
    let mut error = String::new();
    while let Some((mut records, tries)) = left.pop() {
        let now = world.elapsed();
        // Those that are too old are given up together, however far their batch is.
        if let Some(age) = source.record_age {
            let old: Vec<_> = records.extract_if(.., |record| record.at + age < now).collect();
            give_up(world, mapping, source, shard, &old, (RECORD_AGE_EXCEEDED, &error));
        }
        // A batch is read again for each try.
        let forgotten: Vec<_> = records.extract_if(.., |record| record.at + retention < now).collect();
        lose(world, mapping, &forgotten);
        if records.is_empty() {
            continue;
        }
        let event = batch_event(records.iter().map(|record| record.rendered.as_str()));
        if world.strikes(Fault::Twin) {
            twin(world, mapping, event.clone());
        }
        let outcome = match world.invoke_with(&mapping.properties.function, &event, records.len()).await {
            Ok(answer) => {
                let identifiers: Vec<_> = records.iter().map(|record| record.sequence_number.as_str()).collect();
                outcome(&answer, &identifiers, mapping.properties.reports_failures)
            }
            Err(error) => Outcome::Failed(error.to_string()),
        };
        match outcome {
            Outcome::Handled => {
                if world.strikes(Fault::Redelivery) {
                    world.trace(&[id, "delivers once more"]);
                    left.push((records, 0));
                }
            }
            // The lowest position is the checkpoint, whatever else was handled.
            Outcome::NotHandled(positions) => {
                let handled = positions.first().copied().unwrap_or_default();
                let rest = records.split_off(handled);
                let tries = if handled == 0 { tries + 1 } else { 1 };
                error = "records were reported as not handled".to_owned();
                if source.retries.is_some_and(|most| tries > most) {
                    give_up(world, mapping, source, shard, &rest, (RETRIES_EXHAUSTED, &error));
                    continue;
                }
                left.push((rest, tries));
                pause(tries).await;
            }
            Outcome::Failed(reason) => {
                error = reason;
                if source.bisect && records.len() > 1 {
                    // That counts as no retry.
                    let second = records.split_off(records.len() / 2);
                    left.push((second, tries));
                    left.push((records, tries));
                } else if source.retries.is_some_and(|most| tries >= most) {
                    give_up(world, mapping, source, shard, &records, (RETRIES_EXHAUSTED, &error));
                    continue;
                } else {
                    left.push((records, tries + 1));
                }
                pause(tries + 1).await;
            }
        }
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

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicUsize;

    use serde_json::{Value, json};

    use super::*;
    use crate::capacity::Capacity;
    use crate::fault::Faults;
    use crate::function::Functions;
    use crate::testing::{Probe, Said, UNLIMITED, function, given, given_limits};

    const SECOND: Duration = Duration::from_secs(1);
    const MINUTE: Duration = Duration::from_secs(60);
    const HOUR: Duration = Duration::from_secs(3_600);

    const HANDLED: Said = Ok(Vec::new());

    /// Runs a test in a world in which a function `F` reads a stream `S` through a mapping `M` with these properties more; what is
    /// given up goes to a bucket `B`.
    fn given_mapping(properties: Value, functions: Functions, faults: Faults, test: impl AsyncFnOnce(World)) {
        given(resources(properties), functions, faults, test);
    }

    fn resources(properties: Value) -> Value {
        let mut mapping = json!({
            "EventSourceArn": { "Fn::GetAtt": ["S", "Arn"] },
            "FunctionName": { "Ref": "F" },
            "StartingPosition": "TRIM_HORIZON",
            "FunctionResponseTypes": ["ReportBatchItemFailures"],
            "DestinationConfig": { "OnFailure": { "Destination": { "Fn::GetAtt": ["B", "Arn"] } } },
        });
        for (name, value) in properties.as_object().unwrap() {
            mapping[name] = value.clone();
        }
        json!({
            "S": { "Type": "AWS::Kinesis::Stream", "Properties": {} },
            "T": { "Type": "AWS::DynamoDB::Table", "Properties": {
                "KeySchema": [{ "AttributeName": "id", "KeyType": "HASH" }],
                "StreamSpecification": { "StreamViewType": "NEW_IMAGE" },
            } },
            "B": { "Type": "AWS::S3::Bucket", "Properties": {} },
            "F": function(),
            "M": { "Type": "AWS::Lambda::EventSourceMapping", "Properties": mapping },
        })
    }

    fn put(world: &World, key: &str, texts: &[&str]) {
        let stream = world.services().stream("S").unwrap();
        texts.iter().for_each(|text| stream.put(world, key, text.as_bytes()));
    }

    /// Says that it failed as often, and then that it handled everything.
    fn failing(times: usize) -> impl Fn(&[String]) -> Said {
        let tries = AtomicUsize::new(0);
        move |_| if tries.fetch_add(1, Ordering::Relaxed) < times { Err(()) } else { HANDLED }
    }

    /// Says that it failed whenever this text is in the batch.
    fn failing_at(poison: &'static str) -> impl Fn(&[String]) -> Said {
        move |texts| if texts.iter().any(|text| text == poison) { Err(()) } else { HANDLED }
    }

    /// What was given up, as conditions and payloads.
    fn failures(world: &World) -> Vec<(String, Vec<String>)> {
        let objects = world.services().bucket("B").unwrap().objects();
        let read = |object: &Arc<Vec<u8>>| {
            let object: Value = serde_json::from_slice(object).unwrap();
            let payload: Value = serde_json::from_str(object["payload"].as_str().unwrap()).unwrap();
            let records = payload["Records"].as_array().unwrap();
            let texts = records.iter().map(crate::testing::text).collect();
            (object["requestContext"]["condition"].as_str().unwrap().to_owned(), texts)
        };
        objects.values().map(read).collect()
    }

    #[test]
    fn a_shard_that_was_read_to_its_end_is_looked_at_once_a_second_and_falls_behind_one_batch_after_the_other() {
        let probe = Probe::default();
        let capacity = Capacity { invocation: |_| Duration::from_secs(3), ..UNLIMITED };
        let resources = resources(json!({ "BatchSize": 2 }));
        given_limits(resources, probe.functions(), capacity, async |world| {
            tokio::time::sleep(MINUTE).await;
            put(&world, "key", &["a"]);
            tokio::time::sleep(Duration::from_millis(1)).await;
            put(&world, "key", &["b", "c", "d", "e"]);
            tokio::time::sleep(MINUTE / 12).await;
            assert_eq!(world.age("M"), Some(MINUTE / 12));
            world.settle(HOUR).await.unwrap();
            assert_eq!(world.age("M"), Some(Duration::ZERO));
            // One came before the next look, or all of them did.
            assert_eq!(probe.batches(), ["a,b", "c,d", "e"]);
            let times = probe.times(&world);
            assert!(times[0] <= MINUTE + Duration::from_secs(4), "{times:?}");
            assert_eq!((times[1] - times[0], times[2] - times[1]), (3 * SECOND, 3 * SECOND));
        });
    }

    #[test]
    fn readers_of_a_shard_get_so_many_bytes_in_a_second() {
        let probe = Probe::default();
        let capacity = Capacity { shard_reads: 8.0, ..UNLIMITED };
        given_limits(resources(json!({ "BatchSize": 4 })), probe.functions(), capacity, async |world| {
            tokio::time::sleep(MINUTE).await;
            // 4 bytes each, with the key: what was read at once has to be waited for.
            put(&world, "key", &["a", "b", "c", "d", "e"]);
            world.settle(HOUR).await.unwrap();
            let times = probe.times(&world);
            assert_eq!((probe.batches().len(), times[1] - times[0]), (2, SECOND));
        });
    }

    #[test]
    fn what_fails_is_tried_again_before_anything_behind_it_after_ever_longer_pauses() {
        let probe = Probe::default();
        given_mapping(json!({ "BatchSize": 2 }), probe.saying(failing(3)), Faults::none(), async |world| {
            put(&world, "key", &["a", "b", "c"]);
            world.settle(HOUR).await.unwrap();
            assert_eq!(probe.batches(), ["a,b", "a,b", "a,b", "a,b", "c"]);
            let times = probe.times(&world);
            let pauses: Vec<_> = times.windows(2).take(3).map(|pair| pair[1] - pair[0]).collect();
            assert!(pauses.is_sorted() && pauses[0] < pauses[2], "{pauses:?}");
        });
    }

    #[test]
    fn a_batch_goes_on_from_its_lowest_failure() {
        let probe = Probe::default();
        let once = AtomicUsize::new(0);
        let say = move |_: &[String]| match once.fetch_add(1, Ordering::Relaxed) {
            0 => Ok(vec![3, 1]),
            _ => HANDLED,
        };
        given_mapping(json!({}), probe.saying(say), Faults::none(), async |world| {
            put(&world, "key", &["a", "b", "c", "d"]);
            world.settle(HOUR).await.unwrap();
            assert_eq!(probe.batches(), ["a,b,c,d", "b,c,d"]);
        });
    }

    #[test]
    fn what_was_tried_often_enough_is_written_down_and_those_behind_it_go_on() {
        let probe = Probe::default();
        let mapping = json!({ "BatchSize": 1, "MaximumRetryAttempts": 2 });
        given_mapping(mapping, probe.saying(failing_at("a")), Faults::none(), async |world| {
            put(&world, "key", &["a", "b"]);
            world.settle(HOUR).await.unwrap();
            assert_eq!(probe.batches(), ["a", "a", "a", "b"]);
            assert_eq!(failures(&world), [("RetryAttemptsExhausted".to_owned(), vec!["a".to_owned()])]);
            let key = world.services().bucket("B").unwrap().objects().into_keys().next().unwrap();
            assert!(key.starts_with("aws/lambda/M/shardId-00000000000") && key.contains("/2026/01/01/"), "{key}");
            assert_eq!(world.given_up().len(), 1);
        });
    }

    #[test]
    fn what_is_reported_too_often_is_given_up_with_everything_behind_it_in_its_batch() {
        let probe = Probe::default();
        let say = |texts: &[String]| Ok(texts.iter().position(|text| text == "b").into_iter().collect());
        given_mapping(json!({ "MaximumRetryAttempts": 2 }), probe.saying(say), Faults::none(), async |world| {
            put(&world, "key", &["a", "b", "c"]);
            world.settle(HOUR).await.unwrap();
            assert_eq!(probe.batches(), ["a,b,c", "b,c", "b,c"]);
            let given_up = vec!["b".to_owned(), "c".to_owned()];
            assert_eq!(failures(&world), [("RetryAttemptsExhausted".to_owned(), given_up)]);
        });
    }

    #[test]
    fn what_is_too_old_is_written_down() {
        let probe = Probe::default();
        let mapping = json!({ "BatchSize": 1, "MaximumRecordAgeInSeconds": 3_600 });
        given_mapping(mapping, probe.saying(failing_at("a")), Faults::none(), async |world| {
            put(&world, "key", &["a"]);
            tokio::time::sleep(HOUR / 2).await;
            put(&world, "key", &["b"]);
            world.settle(2 * HOUR).await.unwrap();
            let times = probe.times(&world);
            let [.., last, b] = times[..] else { panic!("{times:?}") };
            assert!(last <= HOUR && b > HOUR && b < HOUR + 5 * MINUTE, "{times:?}");
            assert_eq!(failures(&world), [("RecordAgeExceeded".to_owned(), vec!["a".to_owned()])]);
        });
    }

    #[test]
    fn a_batch_that_fails_is_split_until_only_what_makes_it_fail_is_given_up() {
        let probe = Probe::default();
        let mapping = json!({ "BisectBatchOnFunctionError": true, "MaximumRetryAttempts": 1 });
        given_mapping(mapping, probe.saying(failing_at("e")), Faults::none(), async |world| {
            put(&world, "key", &["a", "b", "c", "d", "e", "f", "g", "h"]);
            world.settle(HOUR).await.unwrap();
            // That it was split counts as no retry.
            assert_eq!(probe.batches(), ["a,b,c,d,e,f,g,h", "a,b,c,d", "e,f,g,h", "e,f", "e", "e", "f", "g,h"]);
            assert_eq!(failures(&world), [("RetryAttemptsExhausted".to_owned(), vec!["e".to_owned()])]);
        });
    }

    #[test]
    fn what_a_stream_forgets_while_it_is_tried_is_lost() {
        let probe = Probe::default();
        given_mapping(json!({ "BatchSize": 1 }), probe.saying(failing_at("a")), Faults::none(), async |world| {
            put(&world, "key", &["a", "b"]);
            tokio::time::sleep(12 * HOUR).await;
            put(&world, "key", &["c"]);
            world.settle(24 * HOUR).await.unwrap();
            assert_eq!(probe.handled(), ["c"]);
            assert_eq!(failures(&world), []);
            assert_eq!(world.given_up().len(), 2, "{:?}", world.given_up());
        });
    }

    #[test]
    fn shards_are_read_once_their_parents_are() {
        let probe = Probe::default();
        let tries = AtomicUsize::new(0);
        let say = move |_: &[String]| if tries.fetch_add(1, Ordering::Relaxed) % 3 < 2 { Err(()) } else { HANDLED };
        given_mapping(json!({ "BatchSize": 1 }), probe.saying(say), Faults::none(), async |world| {
            let numbers: Vec<_> = (10..30).map(|number| number.to_string()).collect();
            for number in &numbers {
                put(&world, "key", &[number]);
                world.services().stream("S").unwrap().shards().reshard(&world);
            }
            world.settle(HOUR).await.unwrap();
            assert_eq!(probe.handled(), numbers);
        });
    }

    #[test]
    fn lanes_of_a_shard_go_on_side_by_side_and_keys_in_order() {
        let keys: Vec<_> = (0..40).map(|key| format!("k{key}")).collect();
        let handled_beside_poison = |parallelization: u64| {
            let probe = Probe::default();
            let mapping = json!({ "BatchSize": 1, "ParallelizationFactor": parallelization });
            let handled = std::cell::Cell::new(0);
            given_mapping(mapping, probe.saying(failing_at("k0-1")), Faults::none(), async |world| {
                for key in &keys {
                    put(&world, key, &[&format!("{key}-1"), &format!("{key}-2")]);
                }
                tokio::time::sleep(HOUR).await;
                let all = probe.handled();
                for key in &keys {
                    let of_key: Vec<_> = all.iter().filter(|text| text.split('-').next() == Some(key)).collect();
                    assert!(of_key.is_empty() || of_key == [&format!("{key}-1"), &format!("{key}-2")], "{of_key:?}");
                }
                handled.set(all.len());
            });
            handled.get()
        };
        let (one, ten) = (handled_beside_poison(1), handled_beside_poison(10));
        assert!(one < ten && ten < 80, "{one} {ten}");
    }

    #[test]
    fn at_latest_begins_what_comes_once_the_mapping_is_there() {
        for (position, texts) in [("TRIM_HORIZON", vec!["before", "after"]), ("LATEST", vec!["after"])] {
            let probe = Probe::default();
            let mapping = json!({ "BatchSize": 1, "StartingPosition": position });
            given_mapping(mapping, probe.functions(), Faults::none(), async |world| {
                put(&world, "key", &["before"]);
                tokio::time::sleep(2 * MINUTE).await;
                put(&world, "key", &["after"]);
                world.settle(HOUR).await.unwrap();
                assert_eq!(probe.handled(), texts, "{position}");
            });
        }
    }

    #[test]
    fn a_window_gathers_records_up_to_the_size_of_a_batch() {
        let probe = Probe::default();
        let mapping = json!({ "BatchSize": 3, "MaximumBatchingWindowInSeconds": 60 });
        given_mapping(mapping, probe.functions(), Faults::none(), async |world| {
            tokio::time::sleep(MINUTE).await;
            put(&world, "key", &["a"]);
            tokio::time::sleep(MINUTE / 2).await;
            put(&world, "key", &["b"]);
            world.settle(HOUR).await.unwrap();
            put(&world, "key", &["c", "d", "e", "f"]);
            world.settle(HOUR).await.unwrap();
            assert_eq!(probe.batches(), ["a,b", "c,d,e", "f"]);
        });
    }

    #[test]
    fn changes_that_a_filter_holds_back_count_as_handled() {
        let probe = Probe::default();
        let mapping = json!({
            "EventSourceArn": { "Fn::GetAtt": ["T", "StreamArn"] },
            "FilterCriteria": { "Filters": [{ "Pattern": r#"{"eventName":["MODIFY"]}"# }] },
        });
        given_mapping(mapping, probe.functions(), Faults::none(), async |world| {
            let table = crate::testing::sandbox(&world, &[("dynamodb:PutItem", "T")]).table("T");
            for item in [json!({ "id": "a", "value": 1 }), json!({ "id": "a", "value": 2 }), json!({ "id": "b" })] {
                table.write(vec![crate::services::Write::put(item)]).await.unwrap();
            }
            world.settle(HOUR).await.unwrap();
            assert_eq!(probe.handled(), ["a"]);
            assert!(probe.events()[0].contains("MODIFY"));
        });
    }

    #[test]
    fn batches_may_come_more_than_once_even_side_by_side() {
        for fault in [Fault::Redelivery, Fault::Twin] {
            let probe = Probe::default();
            let functions = probe.taking(MINUTE / 6, |_| HANDLED);
            given_mapping(json!({ "BatchSize": 1 }), functions, Faults::always(&[fault]), async |world| {
                tokio::time::sleep(MINUTE).await;
                put(&world, "key", &["a"]);
                tokio::time::sleep(MINUTE / 12).await;
                assert_eq!(probe.running(), if fault == Fault::Twin { 2 } else { 1 });
                tokio::time::sleep(MINUTE / 6).await;
                assert_eq!(probe.batches(), ["a", "a"], "{fault}");
                world.end_faults();
                world.settle(HOUR).await.unwrap();
                assert_eq!(probe.running(), 0);
            });
        }
    }
}
