//! What holds for any bytes that are handed to a decoder: it answers without a panic, what is wrong with a record stands in
//! the record's place, and what was read is read again from what is written of it.
#![allow(dead_code, reason = "each target holds some of it")]

use std::fmt::Debug;

use contract::{HttpRequests, Invocation, QueueMessages, StreamRecords, TableChanges};
use domain::cart::{Cart, CartEvent, CartId, Sku};
use domain::customer::Sealed;
use domain::kernel::{Aggregate, Event, InMemoryEventStore, NoSnapshots, Snapshot};
use functions::api::ApiHandler;
use functions::archive::{Hour, LineReader, PIECE, SortedName, lines, object};
use functions::audit::{AuditReport, AuditRequest, Note};
use functions::cart::{CartHandler, CartRequest, CartView};
use functions::commit_item::CommitItem;
use functions::compact::{CompactReport, CompactRequest};
use functions::customer_key::CustomerKey;
use functions::envelope::{Envelope, MAX_EVENT_BYTES};
use functions::erase::{EraseReport, EraseRequest};
use functions::event_handler::{
    Generation, HandlerAnswer, HandlerRequest, ProjectionAnswer, ProjectionRequest, Register,
};
use functions::ports::memory::{MemoryKeyring, MemoryRegister};
use functions::ports::{Gate, Parked, Reminder};
use functions::publish::transform;
use functions::related_items::{
    MemoryProjection, PagePlace, PairCount, RelatedItemsAnswer, RelatedItemsQuery, SeenCart, Suggestions,
};
use functions::remind::{RemindAnswer, RemindRequest};
use functions::replay::{Checkpoint, Limits, ReplayAnswer, ReplayRequest, Run};
use functions::repository::Repository;
use functions::sealing::{DataKey, SealContext};
use functions::wakes::{Deliver, Handler, Moment, StreamRecord, Subscribed};
use jiff::Timestamp;
use pollster::block_on;
use serde::Serialize;
use serde::de::DeserializeOwned;
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

/// Reads an object of the archive, as a whole and in pieces.
pub fn archive_objects(bytes: &[u8]) {
    let found: Vec<_> = lines(bytes).collect();
    let mut read = Vec::new();
    for (line, number) in found.iter().zip(1..) {
        match line {
            Ok(line) => {
                assert!(line.len() <= MAX_EVENT_BYTES);
                envelopes(line);
                read.push(line.as_slice());
            }
            Err(damage) => assert!(damage.line == number && !damage.reason.is_empty()),
        }
    }
    for piece in [1, 7, PIECE] {
        assert_eq!(in_pieces(bytes, piece).len(), found.len(), "{piece}");
        assert!(in_pieces(bytes, piece).into_iter().flatten().eq(read.iter().copied()), "{piece}");
    }
    let written = object(read.iter().copied()).expect("lines can be compressed");
    assert!(lines(&written).map(Result::unwrap).eq(read));
}

/// The lines of an object that comes in pieces of so many bytes, and nothing in the place of each damage.
fn in_pieces(object: &[u8], piece: usize) -> Vec<Option<Vec<u8>>> {
    fn drain(reader: &mut LineReader, found: &mut Vec<Option<Vec<u8>>>) {
        while let Some(line) = reader.next_line() {
            found.push(line.ok().map(|line| line.as_bytes().to_vec()));
        }
    }
    let (mut reader, mut found) = (LineReader::default(), Vec::new());
    for piece in object.chunks(piece) {
        let fed = reader.feed(piece);
        drain(&mut reader, &mut found);
        if fed.is_err() {
            found.push(None);
            return found;
        }
    }
    let ended = reader.finish();
    drain(&mut reader, &mut found);
    if ended.and_then(|()| reader.rest()).is_err() {
        found.push(None);
    }
    found
}

/// Reads the key of an object of the archive.
pub fn archive_keys(bytes: &[u8]) {
    let Ok(key) = std::str::from_utf8(bytes) else { return };
    let hour = Hour::of_key(key);
    if let Some(hour) = hour {
        assert!(key.starts_with(&hour.folder()) && Hour::numbered(hour.number()) == hour && hour.end().is_some());
    }
    if let Some(name) = SortedName::of_key(key) {
        let written = name.key(hour.expect("a name is in the folder of an hour"));
        assert_eq!(SortedName::of_key(&written), Some(name));
    }
}

/// Reads what an audit noted, a note to a line.
pub fn audit_notes(bytes: &[u8]) {
    bytes.split(|byte| *byte == b'\n').for_each(written_as_read::<Note>);
}

/// Reads what a replay goes on from.
pub fn checkpoints(bytes: &[u8]) {
    match Checkpoint::read(bytes, Limits::default()) {
        Ok(checkpoint) => {
            let written = checkpoint.to_bytes().expect("what was read is text");
            let again = Checkpoint::read(&written, Limits::default()).expect("a checkpoint is read again");
            assert_eq!(again.to_bytes().map(|bytes| bytes.len()), Ok(written.len()));
        }
        Err(reason) => assert!(!reason.is_empty()),
    }
}

/// Reads the record of a replay.
pub fn replay_runs(bytes: &[u8]) {
    written_as_read::<Run>(bytes);
}

/// Reads where a page of the projection's table goes on.
pub fn page_places(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    match text.parse::<PagePlace>() {
        Ok(place) => assert_eq!(place.to_string().parse(), Ok(place)),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

/// Reads an item of each table but those of events and snapshots.
pub fn stored_items(bytes: &[u8]) {
    let Ok(item) = serde_json::from_slice::<serde_dynamo::Item>(bytes) else { return };
    item_as_read::<CustomerKey>(&item);
    item_as_read::<Gate>(&item);
    item_as_read::<Parked>(&item);
    item_as_read::<Reminder>(&item);
    item_as_read::<SeenCart>(&item);
    if let Some(register) = item_as_read::<Register>(&item) {
        assert_eq!(register.fed().next(), Some(register.serving()));
    }
    if let Some(count) = item_as_read::<PairCount>(&item) {
        let tea: Sku = "tea".parse().expect("a sku");
        // Whether there is a partner in it or not.
        let _ = count.partner(&Generation::live(), &tea);
    }
}

/// Reads a sealed text, which nobody has sealed, and opens it; and a key.
pub fn sealed_texts(bytes: &[u8]) {
    let (customer, cart) = (Uuid::from_u128(1).into(), Uuid::from_u128(2).into());
    let context = SealContext::email_of_cart(customer, cart);
    let key = DataKey::try_from([7; DataKey::BYTES].as_slice()).expect("a key has its length");
    assert_eq!(DataKey::try_from(bytes).is_ok(), bytes.len() == DataKey::BYTES);
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Ok(sealed) = text.parse::<Sealed>() else { return };
    // Sealing is deterministic, so that the one text which opens is what is sealed again.
    if let Ok(email) = key.open(&context, &sealed) {
        assert_eq!(key.seal(&context, &email), Ok(sealed));
    }
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

/// Reads what each of the functions that are asked directly answers.
pub fn answers(bytes: &[u8]) {
    written_as_read::<AuditReport>(bytes);
    written_as_read::<CompactReport>(bytes);
    written_as_read::<EraseReport>(bytes);
    written_as_read::<HandlerAnswer>(bytes);
    written_as_read::<ProjectionAnswer<RelatedItemsAnswer>>(bytes);
    written_as_read::<RemindAnswer>(bytes);
    written_as_read::<ReplayAnswer>(bytes);
}

/// What is read is read again from what is written of it.
fn written_as_read<T: DeserializeOwned + Serialize + PartialEq + Debug>(bytes: &[u8]) {
    if let Ok(read) = serde_json::from_slice::<T>(bytes) {
        let written = serde_json::to_vec(&read).expect("what was read is JSON");
        assert_eq!(serde_json::from_slice::<T>(&written).expect("it is read again"), read);
    }
}

/// As [`written_as_read`], for an item of a table.
fn item_as_read<T: DeserializeOwned + Serialize + PartialEq + Debug>(item: &serde_dynamo::Item) -> Option<T> {
    let read: T = serde_dynamo::from_item(item.clone()).ok()?;
    let written: serde_dynamo::Item = serde_dynamo::to_item(&read).expect("what was read is an item");
    assert_eq!(serde_dynamo::from_item::<_, T>(written).expect("it is read again"), read);
    Some(read)
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
