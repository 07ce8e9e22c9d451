//! How fast `publish` makes records of the event stream of what Lambda hands over, and what it allocates on the way.
//!
//! `cargo bench -p functions --bench publish`. Goals: at least 200,000 events a second on one core; each event's data is
//! copied at most twice, so that what is allocated for large data is at most twice their size.

use divan::counter::{BytesCount, ItemsCount};
use divan::{AllocProfiler, Bencher, black_box};
use functions::adapters::entry;
use functions::commit_item::CommitItem;
use functions::publish::transform;
use functions::wakes::Deliver;
use serde_json::json;
use uuid::Uuid;

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

/// How many commits Lambda hands over at a time.
const BATCH: u64 = 100;

fn main() {
    divan::main();
}

/// Commits of so many events each, as carts have them.
#[divan::bench(args = [1, 10])]
fn items_added(bencher: Bencher<'_, '_>, events: u64) {
    let sku = |event: u64| format!("sku-{event}");
    measure(bencher, events, |event| {
        json!({ "quantity": 2, "sku": sku(event), "unit_price": { "amount": 499, "currency": "EUR" } }).to_string()
    });
}

/// Commits of one event with so many bytes of data.
#[divan::bench(args = [1_000, 10_000, 50_000])]
fn large_data(bencher: Bencher<'_, '_>, bytes: usize) {
    measure(bencher, 1, |_| json!({ "text": "x".repeat(bytes) }).to_string());
}

fn measure(bencher: Bencher<'_, '_>, events: u64, data: impl Fn(u64) -> String) {
    let payload = payload(events, data);
    bencher.counter(ItemsCount::new(BATCH * events)).counter(BytesCount::of_str(&payload)).bench(|| {
        for change in contract::TableChanges::<CommitItem>::decode(black_box(&payload)).expect("a batch") {
            for message in transform(change.item.expect("a commit")).expect("events") {
                black_box(entry(&message).expect("an entry"));
            }
        }
    });
}

/// What Lambda sends for [`BATCH`] commits.
fn payload(events: u64, data: impl Fn(u64) -> String) -> String {
    let record = |number: u64| {
        let (cart, command) = (Uuid::from_u128(number.into()), Uuid::from_u128((number << 32).into()));
        let version = (number * events + 1).to_string();
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
    json!({ "Records": (0..BATCH).map(record).collect::<Vec<_>>() }).to_string()
}
