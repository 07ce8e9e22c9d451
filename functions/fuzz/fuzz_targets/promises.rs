//! What holds for any bytes that are handed to a decoder: it answers without a panic, what is wrong with a record stands in
//! the record's place, and what was read is read again from what is written of it.
#![allow(dead_code, reason = "each target holds some of it")]

use contract::{HttpRequests, Invocation, QueueMessages, StreamRecords, TableChanges};
use domain::cart::{Cart, CartEvent, CartId};
use domain::kernel::{Aggregate, Event, Snapshot};
use functions::archive::decompress;
use functions::cart::{CartRequest, CartView};
use functions::commit_item::CommitItem;
use functions::envelope::Envelope;
use functions::event_handler::{HandlerAnswer, HandlerRequest};
use functions::publish::transform;
use functions::replay::{ReplayReport, ReplayRequest};
use functions::wakes::{Deliver, StreamRecord, Subscribed};
use serde_json::{Value, json};

/// Reads changes of the event table and publishes them.
pub fn table_changes(bytes: &[u8]) {
    for change in decoded::<TableChanges<CommitItem>>(bytes).into_iter().flatten() {
        match change.item {
            Ok(item) => {
                let again = decoded::<TableChanges<CommitItem>>(change_of(&item).as_bytes());
                let again: Vec<_> = again.into_iter().flatten().map(|change| change.item).collect();
                assert_eq!(again, [Ok(item.clone())]);
                publishes(item);
            }
            Err(reason) => assert!(!reason.is_empty()),
        }
    }
}

/// What Lambda sends of a new item.
fn change_of(item: &CommitItem) -> String {
    let image: serde_dynamo::Item = serde_dynamo::to_item(item).expect("a commit is an item");
    let keys = json!({ "aggregate_id": image["aggregate_id"], "version": image["version"] });
    json!({ "Records": [{ "dynamodb": { "SequenceNumber": "1", "Keys": keys, "NewImage": image } }] }).to_string()
}

fn publishes(item: CommitItem) {
    let events = item.events.clone();
    let Ok(messages) = transform(item) else { return };
    assert_eq!(messages.len(), events.len());
    for (message, event) in messages.iter().zip(events) {
        let read: Envelope = serde_json::from_slice(&message.body).expect("what is published is an envelope");
        assert_eq!(read.check(&message.key), Ok(()));
        assert_eq!((read.data.get(), read.id.as_str()), (event.data.trim(), message.id.as_str()));
        assert!(!message.body.contains(&b'\n') || event.data.contains('\n'), "an envelope is one line if its data is");
    }
}

/// Reads records of the event stream.
pub fn stream_records(bytes: &[u8]) {
    decoded::<StreamRecords<Envelope>>(bytes).into_iter().flatten().for_each(holds_for_record);
}

fn holds_for_record(record: StreamRecord<Envelope>) {
    match record.payload {
        Ok(event) => holds_for_envelope(&event),
        Err(reason) => assert!(!reason.is_empty()),
    }
}

/// Reads messages of the queue of a replay.
pub fn queue_messages(bytes: &[u8]) {
    for message in decoded::<QueueMessages<Envelope>>(bytes).into_iter().flatten() {
        match message.payload {
            Ok(event) => holds_for_envelope(&event),
            Err(reason) => assert!(!reason.is_empty()),
        }
    }
}

/// Reads whatever wakes an event handler.
pub fn handler_events(bytes: &[u8]) {
    type Wakes = (StreamRecords<Envelope>, QueueMessages<Envelope>, Invocation<HandlerRequest, HandlerAnswer>);
    match decoded::<Wakes>(bytes) {
        Some(Subscribed::New(_)) => assert!(decoded::<StreamRecords<Envelope>>(bytes).is_some()),
        Some(Subscribed::Replayed(_)) => assert!(decoded::<QueueMessages<Envelope>>(bytes).is_some()),
        Some(Subscribed::Asked(request)) => {
            let text = serde_json::to_string(&request).expect("a request is JSON");
            assert_eq!(serde_json::from_str::<HandlerRequest>(&text).expect("a request is read again"), request);
        }
        None => {}
    }
}

/// Reads a request of the HTTP API with its headers and body.
pub fn http_requests(bytes: &[u8]) {
    let Some(request) = decoded::<HttpRequests>(bytes) else { return };
    assert!(request.headers.keys().all(|name| name.to_ascii_lowercase() == *name));
    if let Ok(content) = request.content() {
        assert!(content.len() <= request.content_length_at_most());
    }
}

/// Reads an item of the event table as a commit of a cart.
pub fn commit_items(bytes: &[u8]) {
    let Ok(item) = serde_json::from_slice::<CommitItem>(bytes) else { return };
    publishes(item.clone());
    if let Ok(commit) = item.into_commit::<Cart>() {
        let again = CommitItem::from(&commit).into_commit::<Cart>().expect("a commit is stored as one");
        assert_eq!(again, commit);
    }
}

/// Reads an envelope.
pub fn envelopes(bytes: &[u8]) {
    if let Ok(event) = serde_json::from_slice::<Envelope>(bytes) {
        holds_for_envelope(&event);
    }
}

fn holds_for_envelope(event: &Envelope) {
    let written = event.to_bytes().expect("an envelope is JSON");
    let again: Envelope = serde_json::from_slice(&written).expect("an envelope is read again");
    assert_eq!(again.to_bytes().expect("an envelope is JSON"), written);
    if event.aggregate_type == Cart::TYPE {
        holds_for_event(CartEvent::decode(&event.event_type, event.schema_version, event.data.get()));
    }
}

/// Reads the data of an event with each version of its type.
pub fn event_data(bytes: &[u8]) {
    let Some((event_type, data)) = std::str::from_utf8(bytes).ok().and_then(|text| text.split_once('\n')) else {
        return;
    };
    for version in [0, 1, 2, 3, u32::MAX] {
        holds_for_event(CartEvent::decode(event_type, version, data));
    }
}

fn holds_for_event(event: Result<CartEvent, domain::kernel::DecodeError>) {
    match event {
        Ok(event) => {
            let again = CartEvent::decode(event.event_type(), event.schema_version(), &event.encode());
            assert_eq!(again, Ok(event));
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

/// Reads a snapshot of a cart.
pub fn snapshots(bytes: &[u8]) {
    let Ok(snapshot) = serde_json::from_slice::<Snapshot>(bytes) else { return };
    let Some(cart) = snapshot.restore::<Cart>() else { return };
    let Ok(id) = snapshot.aggregate_id.parse::<CartId>() else { return };
    let again = Snapshot::of(&id, &cart).and_then(|snapshot| snapshot.restore::<Cart>());
    let again = again.expect("what was restored is a snapshot again");
    assert_eq!((again.state(), again.version()), (cart.state(), cart.version()));
}

/// Reads an object of the archive.
pub fn archive_objects(bytes: &[u8]) {
    match decompress(bytes) {
        Ok(lines) => lines.lines().for_each(|line| envelopes(line.as_bytes())),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

/// Reads a request to `cart`.
pub fn cart_requests(bytes: &[u8]) {
    decoded::<Invocation<CartRequest, CartView>>(bytes);
}

/// Reads a request to `replay`.
pub fn replay_requests(bytes: &[u8]) {
    decoded::<Invocation<ReplayRequest, ReplayReport>>(bytes);
}

/// What Lambda hands over, if it can be read. What cannot says why.
fn decoded<W: Deliver>(bytes: &[u8]) -> Option<W::Payload> {
    let event = std::str::from_utf8(bytes).ok()?;
    match W::decode(event) {
        Ok(payload) => {
            assert!(serde_json::from_str::<Value>(event).is_ok(), "what was read is JSON");
            Some(payload)
        }
        Err(error) => {
            assert!(!error.reason.is_empty());
            None
        }
    }
}
