//! Events as carts have them, and how Lambda hands them over.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::kernel::{Cause, CommandId};
use functions::commit_item::{CommitItem, EventItem};
use functions::envelope::{Envelope, envelopes};
use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;

/// Events of carts as clients fill them: each of `carts` is changed in turn, each event has ids of its own.
pub fn events(events: u64, carts: u64) -> Vec<Envelope> {
    (0..events).map(|number| event(id(number * 7919 % carts), 1 + number / carts, number)).collect()
}

/// An item is added to a cart.
pub fn event(cart: Uuid, version: u64, number: u64) -> Envelope {
    let data = format!(
        r#"{{"sku":"sku-{}","quantity":{},"unit_price":{{"amount":{},"currency":"EUR"}}}}"#,
        number * 31 % 5_000,
        1 + number % 4,
        99 + number * 97 % 20_000
    );
    let milliseconds = 1_795_000_000_000 + i64::try_from(number * 13).expect("a few events");
    let commit = CommitItem {
        aggregate_id: cart.to_string(),
        version,
        aggregate_type: "cart".to_owned(),
        cause: Cause::client(CommandId::from(id(u64::MAX - number))),
        recorded_at: Timestamp::from_millisecond(milliseconds).expect("a time of our days"),
        events: vec![EventItem { event_type: "cart.item-added".to_owned(), schema_version: 1, data }],
    };
    envelopes(&commit).expect("the data is JSON").remove(0)
}

/// The event as it is published and archived.
pub fn bytes(event: &Envelope) -> Vec<u8> {
    serde_json::to_vec(event).expect("an envelope is JSON")
}

/// What Lambda sends for records of the event stream.
pub fn records(events: &[Envelope]) -> String {
    let record = |(number, event): (usize, &Envelope)| {
        json!({
            "eventID": format!("shardId-000000000001:{number}"),
            "kinesis": {
                "kinesisSchemaVersion": "1.0", "partitionKey": event.subject, "sequenceNumber": number.to_string(),
                "approximateArrivalTimestamp": 1_795_000_000.0, "data": BASE64_STANDARD.encode(bytes(event)),
            },
            "eventName": "aws:kinesis:record", "eventSource": "aws:kinesis", "eventVersion": "1.0",
        })
    };
    let records: Vec<_> = events.iter().enumerate().map(record).collect();
    json!({ "Records": records }).to_string()
}

/// An id that looks random and is always the same (SplitMix64).
pub fn id(number: u64) -> Uuid {
    let mix = |seed: u64| {
        let z = (seed ^ (seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    };
    let half = |number: u64| mix(number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    Uuid::from_u64_pair(half(number.wrapping_mul(2).wrapping_add(1)), half(number.wrapping_mul(2).wrapping_add(2)))
}
