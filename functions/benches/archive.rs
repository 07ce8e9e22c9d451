//! How fast `archive` makes objects of events, and how small: for each level of compression alone, and the whole way from
//! what Lambda sends to the object. On one core; medians.

use std::io::Write;
use std::time::{Duration, Instant};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use contract::StreamRecords;
use domain::kernel::{Cause, CommandId};
use flate2::write::GzEncoder;
use flate2::{Compression, GzBuilder};
use functions::archive::{ArchiveHandler, lines, object};
use functions::commit_item::{CommitItem, EventItem};
use functions::envelope::envelopes;
use functions::ports::memory::MemoryArchive;
use functions::wakes::{Deliver, Handler, Moment};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// As many as Lambda hands over at once: their payload has 6 MB, base64 included.
const EVENTS: u64 = 8_000;

const RUNS: usize = 15;

fn main() {
    let events = events();
    let bytes: usize = events.iter().map(|event| event.len() + 1).sum();
    let megabytes = bytes as f64 / 1e6;
    println!("{EVENTS} events, {megabytes:.2} MB\n");

    println!("{:<26} {:>8} {:>10}", "gzip", "MB/s", "size");
    for level in 1..=9 {
        let mut size = 0;
        let time = median(|| size = compress(&events, level).len());
        row(&format!("level {level}"), megabytes, time, size, bytes);
    }
    let mut size = 0;
    let time = median(|| size = object(events.iter().map(Vec::as_slice)).unwrap().len());
    row("as `archive` does it", megabytes, time, size, bytes);

    let made = object(events.iter().map(Vec::as_slice)).unwrap();
    let time = median(|| assert_eq!(lines(&made).map(Result::unwrap).count(), events.len()));
    row("read again", megabytes, time, size, bytes);

    let payload = payload(&events);
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let now = Timestamp::UNIX_EPOCH;
    let at = Moment { now, deadline: now + SignedDuration::from_secs(60), fresh_id: Uuid::nil() };
    let time = median(|| {
        let handler = ArchiveHandler { archive: MemoryArchive::default(), unreadable: MemoryArchive::default() };
        let records = StreamRecords::decode(&payload).unwrap();
        runtime.block_on(handler.handle(records, &at)).unwrap();
        assert_eq!((handler.archive.objects().len(), handler.unreadable.objects().len()), (1, 0));
    });
    row("from payload to object", megabytes, time, size, bytes);
}

fn row(name: &str, megabytes: f64, time: Duration, size: usize, bytes: usize) {
    let percent = 100.0 * size as f64 / bytes as f64;
    println!("{name:<26} {:>8.0} {percent:>9.1}%", megabytes / time.as_secs_f64());
}

fn median(mut run: impl FnMut()) -> Duration {
    let mut times: Vec<_> = (0..RUNS)
        .map(|_| {
            let begun = Instant::now();
            run();
            begun.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[RUNS / 2]
}

fn compress(events: &[Vec<u8>], level: u32) -> Vec<u8> {
    let mut encoder: GzEncoder<Vec<u8>> = GzBuilder::new().write(Vec::new(), Compression::new(level));
    for event in events {
        encoder.write_all(event).unwrap();
        encoder.write_all(b"\n").unwrap();
    }
    encoder.finish().unwrap()
}

/// Events of carts as clients fill them: a third of the carts is changed at a time, each event has ids of its own.
fn events() -> Vec<Vec<u8>> {
    let carts = EVENTS / 3;
    let event = |number: u64| {
        let cart = id(number * 7919 % carts);
        let data = format!(
            r#"{{"sku":"sku-{}","quantity":{},"unit_price":{{"amount":{},"currency":"EUR"}}}}"#,
            number * 31 % 5_000,
            1 + number % 4,
            99 + number * 97 % 20_000
        );
        let commit = CommitItem {
            aggregate_id: cart.to_string(),
            version: 1 + number / carts,
            aggregate_type: "cart".to_owned(),
            cause: Cause::client(CommandId::from(id(EVENTS + number))),
            recorded_at: Timestamp::from_millisecond(1_795_000_000_000 + i64::try_from(number).unwrap() * 13).unwrap(),
            events: vec![EventItem { event_type: "cart.item-added".to_owned(), schema_version: 1, data }],
        };
        serde_json::to_vec(&envelopes(&commit).unwrap()[0]).unwrap()
    };
    (0..EVENTS).map(event).collect()
}

/// An id that looks random (SplitMix64).
fn id(number: u64) -> Uuid {
    let mix = |seed: u64| {
        let z = (seed ^ (seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    };
    let half = |number: u64| mix(number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    Uuid::from_u64_pair(half(2 * number + 1), half(2 * number + 2))
}

/// What Lambda sends.
fn payload(events: &[Vec<u8>]) -> String {
    let record = |(number, event): (u64, &Vec<u8>)| {
        serde_json::json!({
            "eventID": format!("shardId-000000000001:{number}"),
            "kinesis": {
                "kinesisSchemaVersion": "1.0", "partitionKey": "a", "sequenceNumber": number.to_string(),
                "approximateArrivalTimestamp": 1_795_000_000.0, "data": BASE64_STANDARD.encode(event),
            },
            "eventName": "aws:kinesis:record", "eventSource": "aws:kinesis", "eventVersion": "1.0",
        })
    };
    let records: Vec<_> = (0..).zip(events).map(record).collect();
    serde_json::json!({ "Records": records }).to_string()
}
