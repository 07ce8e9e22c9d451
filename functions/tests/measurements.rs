//! What handlers measure of their guarantees.

use std::sync::Mutex;

use domain::cart::{Cart, CartEvent, CartOpened};
use domain::kernel::{Cause, CommandId, Event, InMemoryEventStore};
use functions::archive::ArchiveHandler;
use functions::cart::{CartHandler, CartRequest};
use functions::commit_item::{CommitItem, EventItem};
use functions::envelope::{Envelope, envelopes};
use functions::event_handler::{Generations, ProjectionRequest, Redrive, Subscriptions};
use functions::metrics::{Count, Lag, Level, Measurements, measured};
use functions::ports::memory::{
    MemoryArchive, MemoryHistory, MemoryKeyring, MemoryOutlet, MemoryParkingLot, MemoryRegister,
};
use functions::publish::PublishHandler;
use functions::related_items::{MemoryProjection, RelatedItemsHandler};
use functions::repository::Repository;
use functions::wakes::{Handler, Moment, StreamRecord, Subscribed, TableChange};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use uuid::Uuid;

/// When commands were decided.
const DECIDED: Timestamp = Timestamp::UNIX_EPOCH;

/// When what follows begins, in milliseconds after that.
const LATER: i64 = 1500;

fn moment(fresh: u128) -> Moment {
    let now = DECIDED + SignedDuration::from_millis(LATER);
    Moment { now, deadline: now + SignedDuration::from_secs(60), fresh_id: Uuid::from_u128(fresh) }
}

/// A commit with the first events of a cart: it is opened, and then closed.
fn commit(cart: &str) -> CommitItem {
    let event = |event: CartEvent| EventItem {
        event_type: event.event_type().to_owned(),
        schema_version: event.schema_version(),
        data: event.encode(),
    };
    CommitItem {
        aggregate_id: cart.to_owned(),
        version: 1,
        aggregate_type: "cart".to_owned(),
        cause: Cause::client(CommandId::from(Uuid::nil())),
        recorded_at: DECIDED,
        events: [CartEvent::CartOpened(CartOpened::default()), CartEvent::CartClosed].map(event).into(),
    }
}

fn record(envelope: &Envelope, sequence_number: u64) -> StreamRecord<Envelope> {
    let bytes = serde_json::to_vec(envelope).unwrap();
    StreamRecord {
        sequence_number: sequence_number.to_string(),
        shard: "shardId-000000000001".to_owned(),
        partition_key: envelope.subject.clone(),
        arrived_at: DECIDED,
        payload: serde_json::from_slice(&bytes).map_err(|error| error.to_string()),
        bytes,
    }
}

fn unreadable(key: &str, sequence_number: u64) -> StreamRecord<Envelope> {
    StreamRecord {
        sequence_number: sequence_number.to_string(),
        shard: "shardId-000000000001".to_owned(),
        partition_key: key.to_owned(),
        arrived_at: DECIDED,
        bytes: b"{".to_vec(),
        payload: Err("broken".to_owned()),
    }
}

/// The counts that are not zero.
fn counts(taken: &Measurements) -> Vec<(&'static str, u64)> {
    let counts = Count::ALL.iter().map(|&count| (count.name(), taken.count(count)));
    counts.filter(|&(_, number)| number > 0).collect()
}

#[tokio::test]
async fn commands_are_counted_by_what_becomes_of_them() {
    let carts = Repository::without_snapshots(InMemoryEventStore::<Cart>::default());
    let cart = CartHandler { carts, keys: MemoryKeyring::default() };
    let fresh = Mutex::new(0);
    let ask = async |request: Value| {
        let request: CartRequest = serde_json::from_value(request).unwrap();
        *fresh.lock().unwrap() += 1;
        let at = moment(*fresh.lock().unwrap());
        measured(at.now, cart.handle(request, &at)).await.1
    };
    let id = Uuid::from_u128(77);
    let open = json!({ "open": { "cart_id": id, "command_id": id } });
    assert_eq!(counts(&ask(open.clone()).await), [("CommandsAccepted", 1)]);
    assert_eq!(counts(&ask(open).await), [("CommandsAccepted", 1), ("CommandsRepeated", 1)]);
    let refused = ask(json!({ "close": { "cart_id": Uuid::nil() } })).await;
    assert_eq!(refused.by_code().collect::<Vec<_>>(), [(Count::CommandsRefused, "NoSuchCart", 1)]);
    assert_eq!(counts(&ask(json!({ "get": { "cart_id": id } })).await), []);
}

#[tokio::test]
async fn publishing_counts_what_went_and_what_is_left() {
    let publish = PublishHandler { events: MemoryOutlet::default(), unreadable: MemoryArchive::default() };
    let change = |cart: &str, item: Result<CommitItem, String>| TableChange {
        sequence_number: cart.to_owned(),
        partition_key: cart.to_owned(),
        changed_at: moment(1).now,
        item,
    };
    let changes = vec![
        change("a", Ok(commit("a"))),
        change("b", Err("broken".to_owned())),
        change("b", Ok(commit("b"))),
        change("c", Ok(commit("c"))),
    ];
    let at = moment(1);
    let (_, taken) = measured(at.now, publish.handle(changes, &at)).await;
    assert_eq!(counts(&taken), [("UnreadableDeliveries", 1), ("EventsPublished", 4), ("CommitsLeft", 2)]);
}

#[tokio::test]
async fn archiving_measures_the_lag_of_the_oldest_event() {
    let archive = ArchiveHandler { archive: MemoryArchive::default(), unreadable: MemoryArchive::default() };
    let events = envelopes(&commit("a")).unwrap();
    let batch = || vec![record(&events[0], 1), record(&events[1], 2), unreadable("a", 3)];
    let at = moment(1);
    let (_, taken) = measured(at.now, archive.handle(batch(), &at)).await;
    assert_eq!(counts(&taken), [("UnreadableDeliveries", 1), ("EventsArchived", 2)]);
    assert!(matches!(taken.lags(Lag::CommandToArchive), [lag] if *lag >= 1500));
    let (_, taken) = measured(at.now, archive.handle(batch(), &at)).await;
    assert_eq!(counts(&taken), [("UnreadableDeliveries", 1), ("BatchesArchivedAgain", 1)]);
}

#[tokio::test]
async fn an_event_handler_measures_what_its_gate_says() {
    let history = MemoryHistory::default();
    let events = envelopes(&commit("a")).unwrap();
    events.iter().for_each(|event| history.push(event.clone()));
    let subscriptions = Subscriptions {
        handler: RelatedItemsHandler { projection: MemoryProjection::default() },
        history,
        parked: MemoryParkingLot::default(),
    };
    let handler = Generations { subscriptions, register: MemoryRegister::default() };
    let at = moment(1);
    let deliver = async |records| measured(at.now, handler.handle(Subscribed::New(records), &at)).await.1;

    let first = deliver(vec![record(&events[0], 1)]).await;
    assert_eq!(counts(&first), [("EventsApplied", 1)]);
    assert!(matches!(first.lags(Lag::CommandToHandler), [lag] if *lag >= 1500));
    let again = deliver(vec![record(&events[0], 1)]).await;
    assert_eq!(counts(&again), [("DuplicateEvents", 1)]);
    assert!(again.lags(Lag::CommandToHandler).is_empty());

    let others = envelopes(&commit("b")).unwrap();
    others.iter().for_each(|event| handler.subscriptions.history.push(event.clone()));
    let gap = deliver(vec![record(&others[1], 2)]).await;
    assert_eq!(counts(&gap), [("GapsHealed", 1)]);

    let unknown = deliver(vec![unreadable("nobody", 4), unreadable("nobody", 5)]).await;
    assert_eq!(counts(&unknown), [("UnreadableDeliveries", 2), ("EventsParked", 2)]);
    let look = Subscribed::Asked(ProjectionRequest::Redrive(Redrive { aggregate: None, dry_run: true }));
    let (_, looked) = measured(at.now, handler.handle(look, &at)).await;
    let levels = [Level::ParkedAggregates, Level::ParkedDeliveries].map(|level| looked.level(level));
    assert_eq!(levels, [Some(1), Some(2)]);
}
