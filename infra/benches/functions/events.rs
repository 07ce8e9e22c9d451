//! What wakes each function.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

/// The cart that has a history.
pub const CART: &str = "0197d9a4-7c3e-7000-8000-000000000001";

/// Where sequence numbers begin.
pub const FIRST_EVENT: &str = "49590338271490256608559692538361571095921575989136588898";

/// How many events or commits a batch has.
pub const BATCH: u64 = 100;

const WHEN: &str = "2026-11-23T19:59:59.987654321Z";

const ITEM: &str = r#"{"sku":"sku-7","quantity":2,"unit_price":{"amount":1999,"currency":"EUR"}}"#;

/// The event for an invocation, and what it is in words.
///
/// # Errors
/// A function that nothing is known of.
pub fn event(function: &str, number: u64) -> Result<(Value, &'static str), String> {
    Ok(match function {
        "api" => (http_request(number), "`POST` of an item"),
        "archive" => (stream_records(), "100 events"),
        "audit" => (json!({}), "nothing to compare"),
        "cart" => {
            let item: Value = serde_json::from_str(ITEM).unwrap();
            let mut command = json!({ "add_item": item });
            command["add_item"]["cart_id"] = CART.into();
            command["add_item"]["command_id"] = id(number).into();
            (command, "an item for a cart of 4 commits")
        }
        "compact" => (json!({ "older_than_hours": 25 }), "nothing to compact"),
        "erase" => (json!({ "customer_id": CART, "requested_by": "bench", "dry_run": true }), "an unknown customer"),
        "publish" => (table_changes(), "100 commits of one event"),
        "related-items" | "reminders" => (stream_records(), "100 events of 100 carts"),
        "remind" => {
            let remind =
                json!({ "cart_id": CART, "due": WHEN, "correlation_id": id(1), "causation_id": format!("{CART}:1") });
            (json!({ "remind": remind }), "a cart of nobody")
        }
        "replay" => (json!({ "list": {} }), "no runs to list"),
        _ => return Err(format!("there is no event for the function {function} in {}", file!())),
    })
}

/// A commit as an item of the event table: the cart is opened, then items are added.
pub fn commit(cart: &str, version: u64) -> Value {
    let (event_type, data) = if version == 1 { ("cart.opened", "{}") } else { ("cart.item-added", ITEM) };
    json!({
        "aggregate_id": { "S": cart },
        "version": { "N": version.to_string() },
        "aggregate_type": { "S": "cart" },
        "command_id": { "S": id(u64::MAX - version) },
        "correlation_id": { "S": id(1) },
        "causation_id": { "S": id(1) },
        "recorded_at": { "S": WHEN },
        "events": { "L": [
            { "M": { "type": { "S": event_type }, "schema_version": { "N": "1" }, "data": { "S": data } } },
        ] },
    })
}

fn id(number: u64) -> String {
    format!("0197d9a4-7c3e-7000-{:04x}-{:012x}", 0x8000 | (number >> 52), number & 0xffff_ffff_ffff)
}

fn http_request(number: u64) -> Value {
    json!({
        "version": "2.0", "routeKey": "POST /carts/{cart_id}/items", "rawPath": format!("/carts/{CART}/items"),
        "rawQueryString": "",
        "headers": { "content-type": "application/json", "idempotency-key": id(number) },
        "requestContext": { "http": { "method": "POST", "path": format!("/carts/{CART}/items") } },
        "body": ITEM, "isBase64Encoded": false,
    })
}

/// New commits in the event table.
///
/// <https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html>
fn table_changes() -> Value {
    let record = |number: u64| {
        let image = commit(&id(number), 1);
        json!({
            "eventID": "c4ca4238a0b923820dcc509a6f75849b", "eventName": "INSERT", "eventVersion": "1.1",
            "eventSource": "aws:dynamodb", "awsRegion": "eu-central-1",
            "dynamodb": {
                "ApproximateCreationDateTime": 1_795_000_000,
                "Keys": { "aggregate_id": image["aggregate_id"], "version": image["version"] },
                "NewImage": image,
                "SequenceNumber": format!("44215845000000000{number:011}"),
                "SizeBytes": 512, "StreamViewType": "NEW_IMAGE",
            },
        })
    };
    json!({ "Records": (0..BATCH).map(record).collect::<Vec<_>>() })
}

/// Events on the event stream.
///
/// <https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html>
fn stream_records() -> Value {
    let record = |number: u64| {
        let cart = id(number);
        let envelope = json!({
            "specversion": "1.0", "id": format!("{cart}:1"), "source": "/aggregates/cart", "type": "cart.opened",
            "subject": cart, "time": WHEN, "datacontenttype": "application/json", "aggregatetype": "cart",
            "aggregateversion": 1, "schemaversion": 1, "correlationid": id(1), "causationid": id(1), "data": {},
        });
        let sequence_number = format!("{}{number:04}", &FIRST_EVENT[..52]);
        json!({
            "eventID": format!("shardId-000000000001:{sequence_number}"),
            "eventName": "aws:kinesis:record", "eventVersion": "1.0", "eventSource": "aws:kinesis",
            "kinesis": {
                "kinesisSchemaVersion": "1.0", "partitionKey": cart, "sequenceNumber": sequence_number,
                "approximateArrivalTimestamp": 1_795_000_000.0, "data": BASE64_STANDARD.encode(envelope.to_string()),
            },
        })
    };
    json!({ "Records": (0..BATCH).map(record).collect::<Vec<_>>() })
}
