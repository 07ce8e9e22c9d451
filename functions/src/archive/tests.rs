use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use contract::StreamRecords;
use flate2::read::MultiGzDecoder;
use jiff::Timestamp;
use uuid::Uuid;

use super::*;
use crate::envelope::MAX_EVENT_BYTES;
use crate::ports::memory::MemoryArchive;
use crate::wakes::Deliver;

type Archiver = ArchiveHandler<MemoryArchive, MemoryArchive>;

fn archiver() -> Archiver {
    ArchiveHandler { archive: MemoryArchive::default(), unreadable: MemoryArchive::default() }
}

fn record(sequence_number: u64, bytes: &str) -> StreamRecord<Envelope> {
    StreamRecord {
        sequence_number: sequence_number.to_string(),
        shard: "shardId-000000000001".to_owned(),
        partition_key: "a".to_owned(),
        arrived_at: "2026-11-23T19:59:59.9Z".parse().unwrap(),
        bytes: bytes.as_bytes().to_vec(),
        payload: serde_json::from_str(bytes).map_err(|error| error.to_string()),
    }
}

fn event(version: u64) -> String {
    format!(
        r#"{{"specversion":"1.0","id":"a:{version}","source":"/aggregates/cart","type":"cart.opened","subject":"a","time":"1970-01-01T00:00:00Z","datacontenttype":"application/json","aggregatetype":"cart","aggregateversion":{version},"schemaversion":1,"correlationid":"{id}","causationid":"{id}","data":{{}}}}"#,
        id = Uuid::nil()
    )
}

async fn archive(handler: &Archiver, records: Vec<StreamRecord<Envelope>>) {
    let at = Moment { now: Timestamp::UNIX_EPOCH, deadline: Timestamp::UNIX_EPOCH, fresh_id: Uuid::nil() };
    // A record that is reported would hold up everything behind it.
    assert_eq!(handler.handle(records, &at).await.unwrap(), BatchResponse::default());
}

/// Every line, in the order of the objects.
fn content(archive: &MemoryArchive) -> Vec<String> {
    let text = |line: Result<Vec<u8>, Damage>| String::from_utf8(line.unwrap()).unwrap();
    archive.objects().values().flat_map(|object| lines(object).map(text).collect::<Vec<_>>()).collect()
}

/// A record that was put aside may be longer than an event can be.
fn put_aside(handler: &Archiver) -> Vec<UnreadableRecord> {
    let text = |object: Vec<u8>| std::io::read_to_string(MultiGzDecoder::new(object.as_slice())).unwrap();
    let records = |text: String| text.lines().map(|line| serde_json::from_str(line).unwrap()).collect::<Vec<_>>();
    handler.unreadable.objects().into_values().map(text).flat_map(records).collect()
}

fn name(from: u64, to: u64) -> String {
    format!("shardId-000000000001-{from:0>56}-{to:0>56}.jsonl.gz")
}

#[tokio::test]
async fn a_batch_becomes_one_object_that_holds_the_same_bytes() {
    let handler = archiver();
    let events = [event(1), event(2)];
    archive(&handler, vec![record(7, &events[0]), record(8, &events[1])]).await;
    let keys: Vec<_> = handler.archive.objects().into_keys().collect();
    assert_eq!(keys, [format!("events/date=2026-11-23/hour=19/{}", name(7, 8))]);
    assert_eq!(content(&handler.archive), events);
    assert!(handler.unreadable.objects().is_empty());
}

#[tokio::test]
async fn a_batch_that_reaches_into_the_next_hour_becomes_two_objects() {
    let handler = archiver();
    let later = StreamRecord { arrived_at: "2026-11-23T20:00:00Z".parse().unwrap(), ..record(8, &event(2)) };
    archive(&handler, vec![record(7, &event(1)), later]).await;
    let keys: Vec<_> = handler.archive.objects().into_keys().collect();
    let expected = [(19, 7), (20, 8)].map(|(hour, n)| format!("events/date=2026-11-23/hour={hour}/{}", name(n, n)));
    assert_eq!(keys, expected);
}

#[tokio::test]
async fn the_same_batch_again_writes_nothing() {
    let handler = archiver();
    for _ in 0..2 {
        archive(&handler, vec![record(7, &event(1)), record(8, "no json")]).await;
    }
    assert_eq!((handler.archive.objects().len(), handler.unreadable.objects().len()), (1, 1));
}

#[tokio::test]
async fn what_is_no_event_is_put_aside_and_everything_else_is_kept() {
    let with_break = event(2).replacen(',', ",\n", 1);
    let cut = event(2)[..100].to_owned();
    let without_subject = event(2).replace("\"subject\":\"a\",", "");
    let longest = event(2).replace("\"data\":{}", &format!("\"data\":\"{}\"", "x".repeat(MAX_EVENT_BYTES)));
    for broken in ["", "no json", "{}", "null", &with_break, &cut, &without_subject, &longest] {
        let handler = archiver();
        archive(&handler, vec![record(7, &event(1)), record(8, broken), record(9, &event(3))]).await;
        assert_eq!(content(&handler.archive), [event(1), event(3)]);
        let keys: Vec<_> = handler.unreadable.objects().into_keys().collect();
        assert_eq!(keys, [format!("unreadable/date=2026-11-23/hour=19/{}", name(8, 8))]);
        let [aside] = &put_aside(&handler)[..] else { panic!("{broken} was not put aside") };
        assert_eq!(BASE64_STANDARD.decode(&aside.bytes).unwrap(), broken.as_bytes());
        assert_eq!((aside.sequence_number.as_str(), aside.partition_key.as_str()), ("8", "a"));
        assert!(!aside.reason.is_empty());
    }
}

#[tokio::test]
async fn bytes_that_are_no_text_are_put_aside_as_they_are() {
    let bytes = vec![0xff, 0xfe, 0];
    let payload = serde_json::from_slice(&bytes).map_err(|error| error.to_string());
    let handler = archiver();
    archive(&handler, vec![StreamRecord { bytes: bytes.clone(), payload, ..record(8, "") }]).await;
    assert_eq!(BASE64_STANDARD.decode(&put_aside(&handler)[0].bytes).unwrap(), bytes);
}

#[tokio::test]
async fn what_an_event_says_and_whose_it_is_is_not_judged() {
    let large = event(1).replace("\"data\":{}", &format!("\"data\":\"{}\"", "x".repeat(900_000)));
    let events = [
        event(1).replace("cart.opened", "cart.vanished"),
        event(1).replace("\"aggregatetype\":\"cart\"", "\"aggregatetype\":\"order\""),
        event(1).replace("\"schemaversion\":1", "\"schemaversion\":99"),
        large,
    ];
    let handler = archiver();
    let mut records: Vec<_> = (1..).zip(&events).map(|(number, event)| record(number, event)).collect();
    records.push(StreamRecord { partition_key: "another".to_owned(), ..record(9, &event(2)) });
    archive(&handler, records).await;
    let [first @ .., last] = &content(&handler.archive)[..] else { panic!("nothing was kept") };
    assert_eq!((first, last), (&events[..], &event(2)));
    assert!(handler.unreadable.objects().is_empty());
}

/// As Lambda hands a batch over after it handled some of it, or when it polls again.
#[tokio::test]
async fn a_batch_that_comes_again_with_other_boundaries_leaves_nothing_out() {
    let all: Vec<_> = (1..=6).map(event).collect();
    let batch = |from: u64, to: u64| (from..=to).map(|number| record(number, &event(number))).collect::<Vec<_>>();
    let handler = archiver();
    for (from, to) in [(1, 4), (3, 4), (3, 6), (1, 1)] {
        archive(&handler, batch(from, to)).await;
    }
    let ids = |lines: &[String]| -> std::collections::BTreeSet<String> {
        lines.iter().map(|line| serde_json::from_str::<Envelope>(line).unwrap().id.to_string()).collect()
    };
    assert_eq!(ids(&content(&handler.archive)), ids(&all));
}

#[tokio::test]
async fn a_batch_as_lambda_sends_it_is_archived() {
    let kinesis = |number: u64, bytes: &str| {
        serde_json::json!({
            "eventID": format!("shardId-000000000001:{number}"),
            "kinesis": {
                "kinesisSchemaVersion": "1.0", "partitionKey": "a", "sequenceNumber": number.to_string(),
                "approximateArrivalTimestamp": 1_795_463_999.9, "data": BASE64_STANDARD.encode(bytes),
            },
            "eventName": "aws:kinesis:record", "eventSource": "aws:kinesis", "eventVersion": "1.0",
        })
    };
    let mut not_base64 = kinesis(4, "");
    not_base64["kinesis"]["data"] = "!!".into();
    let records = [kinesis(1, &event(1)), kinesis(2, "{"), kinesis(3, &event(2)), not_base64];
    let batch = serde_json::json!({ "Records": records });
    let handler = archiver();
    archive(&handler, StreamRecords::decode(&batch.to_string()).unwrap()).await;
    assert_eq!(content(&handler.archive), [event(1), event(2)]);
    let aside = put_aside(&handler);
    assert_eq!(aside.iter().map(|record| record.sequence_number.as_str()).collect::<Vec<_>>(), ["2", "4"]);
    assert!(aside[1].reason.contains("base64"), "{}", aside[1].reason);
    assert_eq!(BASE64_STANDARD.decode(&aside[1].bytes).unwrap(), b"!!");
}
