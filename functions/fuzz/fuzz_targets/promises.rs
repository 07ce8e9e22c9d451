//! What holds for any bytes that are handed to a decoder: it answers without a panic, what is wrong with a record stands in
//! the record's place, and what was read is read again from what is written of it.
#![allow(dead_code, reason = "each target holds some of it")]

use contract::{HttpRequests, Invocation, QueueMessages, StreamRecords, TableChanges};
use domain::cart::{Cart, CartEvent, CartId};
use domain::kernel::{Aggregate, Event, InMemoryEventStore, NoSnapshots, Snapshot};
use functions::api::ApiHandler;
use functions::archive::{lines, object};
use functions::audit::{AuditReport, AuditRequest};
use functions::cart::{CartHandler, CartRequest, CartView};
use functions::commit_item::CommitItem;
use functions::compact::{CompactReport, CompactRequest};
use functions::envelope::Envelope;
use functions::erase::{EraseReport, EraseRequest};
use functions::event_handler::{HandlerAnswer, HandlerRequest, ProjectionAnswer, ProjectionRequest};
use functions::ports::memory::{MemoryKeyring, MemoryRegister};
use functions::publish::transform;
use functions::related_items::{MemoryProjection, RelatedItemsAnswer, RelatedItemsQuery, Suggestions};
use functions::remind::{RemindAnswer, RemindRequest};
use functions::replay::{ReplayAnswer, ReplayRequest};
use functions::repository::Repository;
use functions::wakes::{Deliver, Handler, Moment, StreamRecord, Subscribed};
use jiff::Timestamp;
use pollster::block_on;
use serde_json::{Value, json};
use uuid::Uuid;

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
    type Request = ProjectionRequest<RelatedItemsQuery>;
    type Wakes =
        (StreamRecords<Envelope>, QueueMessages<Envelope>, Invocation<Request, ProjectionAnswer<RelatedItemsAnswer>>);
    match decoded::<Wakes>(bytes) {
        Some(Subscribed::New(_)) => assert!(decoded::<StreamRecords<Envelope>>(bytes).is_some()),
        Some(Subscribed::Replayed(_)) => assert!(decoded::<QueueMessages<Envelope>>(bytes).is_some()),
        Some(Subscribed::Asked(request)) => {
            let text = serde_json::to_string(&request).expect("a request is JSON");
            assert_eq!(serde_json::from_str::<Request>(&text).expect("a request is read again"), request);
        }
        None => {}
    }
    decoded::<(StreamRecords<Envelope>, Invocation<HandlerRequest, HandlerAnswer>)>(bytes);
}

/// Reads and answers a request of the HTTP API with its headers and body.
pub fn http_requests(bytes: &[u8]) {
    let Some(request) = decoded::<HttpRequests>(bytes) else { return };
    assert!(request.headers.keys().all(|name| name.to_ascii_lowercase() == *name));
    if let Ok(content) = request.content() {
        assert!(content.len() <= request.content_length_at_most());
    }
    let suggestions = Suggestions { register: MemoryRegister::default(), partners: MemoryProjection::default() };
    let Ok(response) = block_on(ApiHandler { cart: carts(), suggestions }.handle(request, &moment()));
    assert!((200..600).contains(&response.status_code), "{response:?}");
    if response.status_code >= 400 {
        assert_eq!(response.headers["content-type"], "application/problem+json");
        let problem: Value = serde_json::from_str(&response.body).expect("a problem is JSON");
        assert_eq!(problem["status"], response.status_code);
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
    let mut read = Vec::new();
    for line in lines(bytes) {
        match line {
            Ok(line) => {
                envelopes(&line);
                read.push(line);
            }
            Err(damage) => {
                assert_eq!(damage.line, read.len() as u64 + 1);
                assert!(!damage.reason.is_empty());
                return;
            }
        }
    }
    let written = object(read.iter().map(Vec::as_slice)).expect("lines can be compressed");
    assert!(lines(&written).map(Result::unwrap).eq(read));
}

/// Reads a request to each of the functions that are asked directly.
pub fn invocations(bytes: &[u8]) {
    decoded::<Invocation<AuditRequest, AuditReport>>(bytes);
    decoded::<Invocation<CompactRequest, CompactReport>>(bytes);
    decoded::<Invocation<EraseRequest, EraseReport>>(bytes);
    decoded::<Invocation<RemindRequest, RemindAnswer>>(bytes);
    decoded::<Invocation<ReplayRequest, ReplayAnswer>>(bytes);
    if let Some(request) = decoded::<Invocation<CartRequest, CartView>>(bytes) {
        // Whatever is asked is answered or refused.
        let _: Result<CartView, _> = block_on(carts().handle(request, &moment()));
    }
}

fn carts() -> CartHandler<InMemoryEventStore<Cart>, NoSnapshots, MemoryKeyring> {
    let carts = Repository::without_snapshots(InMemoryEventStore::default());
    CartHandler { carts, keys: MemoryKeyring::default() }
}

fn moment() -> Moment {
    Moment { now: Timestamp::UNIX_EPOCH, deadline: Timestamp::UNIX_EPOCH, fresh_id: Uuid::from_u128(1) }
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
