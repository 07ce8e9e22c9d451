//! `publish`: from what Lambda hands over of a table's changes to messages of the event stream.

use contract::TableChanges;
use functions::commit_item::CommitItem;
use functions::ports::Message;
use functions::publish::transform;
use functions::wakes::Deliver;
use serde_json::json;

use super::samples::id;
use super::version_after;

/// How many commits Lambda hands over at a time.
pub const COMMITS: u64 = 100;

/// What Lambda sends for [`COMMITS`] commits of so many events each, as carts have them.
pub fn items_added(events: u64) -> String {
    payload(events, |event| {
        let price = json!({ "amount": 499, "currency": "EUR" });
        json!({ "quantity": 2, "sku": format!("sku-{event}"), "unit_price": price }).to_string()
    })
}

/// The same for commits of one event with so many bytes of data.
pub fn large_data(bytes: usize) -> String {
    payload(1, |_| json!({ "text": "x".repeat(bytes) }).to_string())
}

/// Makes a message of each event, for `publish` to do something with.
pub fn run(payload: &str, publish: impl Fn(Message)) {
    for change in TableChanges::<CommitItem>::decode(payload).expect("a batch") {
        transform(change.item.expect("a commit")).expect("events").into_iter().for_each(&publish);
    }
}

fn payload(events: u64, data: impl Fn(u64) -> String) -> String {
    let record = |number: u64| {
        let (cart, command) = (id(number), id(u64::MAX - number));
        let version = version_after(number * events).to_string();
        let event = |event: u64| {
            json!({ "M": {
                "type": { "S": "cart.item-added" },
                "schema_version": { "N": "1" },
                "data": { "S": data(event) },
            } })
        };
        json!({
            "eventID": "c4ca4238a0b923820dcc509a6f75849b",
            "eventName": "INSERT",
            "eventVersion": "1.1",
            "eventSource": "aws:dynamodb",
            "awsRegion": "eu-central-1",
            "eventSourceARN": "arn:aws:dynamodb:eu-central-1:123456789012:table/carts/stream/2015-06-27T00:48:05.899",
            "dynamodb": {
                "ApproximateCreationDateTime": 1_479_499_740,
                "Keys": { "aggregate_id": { "S": cart }, "version": { "N": version } },
                "NewImage": {
                    "aggregate_id": { "S": cart },
                    "version": { "N": version },
                    "aggregate_type": { "S": "cart" },
                    "command_id": { "S": command },
                    "correlation_id": { "S": command },
                    "causation_id": { "S": command },
                    "recorded_at": { "S": "2026-11-23T19:59:59.987654321Z" },
                    "events": { "L": (0..events).map(event).collect::<Vec<_>>() },
                },
                "SequenceNumber": format!("44215845000000000{number:011}"),
                "SizeBytes": 512,
                "StreamViewType": "NEW_IMAGE",
            },
        })
    };
    json!({ "Records": (0..COMMITS).map(record).collect::<Vec<_>>() }).to_string()
}
