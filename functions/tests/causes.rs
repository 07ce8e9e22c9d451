//! What a request belongs to, and what led to it: every copy of the events that follow says so, on every hop.

use std::sync::Mutex;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use contract::{Invocation, StreamRecords, TableChanges};
use domain::cart::Cart;
use domain::kernel::InMemoryEventStore;
use functions::archive::{ArchiveHandler, lines};
use functions::cart::{CartHandler, CartRequest, CartView};
use functions::commit_item::CommitItem;
use functions::envelope::{Envelope, envelopes};
use functions::event_handler::{
    EventHandler, Generation, HandlerAnswer, HandlerRequest, NotTaken, Subscriptions, Taken, WithoutReplays,
};
use functions::ports::memory::{MemoryArchive, MemoryHistory, MemoryKeyring, MemoryOutlet, MemoryParkingLot};
use functions::publish::PublishHandler;
use functions::repository::Repository;
use functions::wakes::{Deliver, Handler, Moment};
use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

const COMMAND: Uuid = Uuid::from_u128(1);
const CORRELATION: Uuid = Uuid::from_u128(2);
const CART: Uuid = Uuid::from_u128(3);

async fn invoke<W: Deliver, H: Handler<W>>(handler: &H, event: &Value) -> W::Response {
    let now = Timestamp::UNIX_EPOCH;
    let at = Moment { now, deadline: now, fresh_id: Uuid::nil() };
    let payload = W::decode(&event.to_string()).unwrap_or_else(|error| panic!("{error}"));
    handler.handle(payload, &at).await.unwrap_or_else(|error| panic!("{error}"))
}

/// Notes what it is handed.
#[derive(Default)]
struct Spy(Mutex<Vec<Envelope>>);

impl EventHandler for Spy {
    async fn take(&self, _: &Generation, event: &Envelope) -> Result<Taken, NotTaken> {
        if event.event_type == "cart.closed" {
            return Err(NotTaken::Unreadable("it is closed".to_owned()));
        }
        self.0.lock().unwrap().push(event.clone());
        Ok(Taken::Applied)
    }
}

#[track_caller]
fn assert_says_so(event: &Envelope) {
    assert_eq!(event.correlation_id.to_string(), CORRELATION.to_string(), "{}", event.id);
    assert_eq!(event.causation_id.to_string(), COMMAND.to_string(), "{}", event.id);
}

/// The commits of a cart that is opened and closed by commands of the same id, correlated with something else.
async fn commits() -> Vec<CommitItem> {
    let carts = Repository::without_snapshots(InMemoryEventStore::<Cart>::default());
    let cart = CartHandler { carts, keys: MemoryKeyring::default() };
    let open = json!({ "open": { "cart_id": CART, "command_id": COMMAND, "correlation_id": CORRELATION } });
    invoke::<Invocation<CartRequest, CartView>, _>(&cart, &open).await;
    let mut commits: Vec<_> = cart.carts.events.commits().iter().map(CommitItem::from).collect();
    let mut closed = commits[0].clone();
    closed.version = 2;
    (closed.events[0].event_type, closed.events[0].schema_version) = ("cart.closed".to_owned(), 1);
    commits.push(closed);
    commits
}

#[tokio::test]
async fn cause_and_correlation_go_all_the_way() {
    let commits = commits().await;
    let cause = commits[0].cause;
    assert_eq!(cause.command_id.to_string(), COMMAND.to_string());

    let change = |commit: &CommitItem| {
        let image: serde_dynamo::Item = serde_dynamo::to_item(commit).unwrap();
        let image = serde_json::to_value(image).unwrap();
        json!({ "dynamodb": {
            "SequenceNumber": commit.version.to_string(), "NewImage": image,
            "Keys": { "aggregate_id": image["aggregate_id"], "version": image["version"] },
        } })
    };
    let publish = PublishHandler { events: MemoryOutlet::default(), unreadable: MemoryArchive::default() };
    let changes: Vec<_> = commits.iter().map(change).collect();
    invoke::<TableChanges<CommitItem>, _>(&publish, &json!({ "Records": changes })).await;
    let published = publish.events.sent();
    assert_eq!(published.len(), 2);
    for message in &published {
        assert_says_so(&serde_json::from_slice(&message.body).unwrap());
    }

    let record = |(number, message): (usize, &functions::ports::Message)| {
        json!({ "eventID": format!("shardId-0:{number}"), "kinesis": {
            "partitionKey": message.key, "sequenceNumber": number.to_string(),
            "approximateArrivalTimestamp": 1, "data": STANDARD.encode(&message.body),
        } })
    };
    let records: Vec<_> = published.iter().enumerate().map(record).collect();
    let archive = ArchiveHandler { archive: MemoryArchive::default(), unreadable: MemoryArchive::default() };
    invoke::<StreamRecords<Envelope>, _>(&archive, &json!({ "Records": records })).await;
    let objects = archive.archive.objects();
    let archived: Vec<_> = objects.values().flat_map(|object| lines(object)).map(Result::unwrap).collect();
    assert_eq!(archived.len(), 2);
    for line in &archived {
        assert_says_so(&serde_json::from_slice(line).unwrap());
    }

    // To the handler, from the stream and from the table, and among what is parked.
    let history = MemoryHistory::default();
    commits.iter().flat_map(|commit| envelopes(commit).unwrap()).for_each(|event| history.push(event));
    let parked = MemoryParkingLot::default();
    let handler = WithoutReplays(Subscriptions { handler: Spy::default(), history, parked });
    let mut mangled = records[0].clone();
    mangled["kinesis"]["data"] = json!("?");
    for records in [records, vec![mangled]] {
        let batch = json!({ "Records": records });
        invoke::<(StreamRecords<Envelope>, Invocation<HandlerRequest, HandlerAnswer>), _>(&handler, &batch).await;
    }
    let Subscriptions { handler: spy, parked, .. } = &handler.0;
    let taken = spy.0.lock().unwrap();
    assert!(!taken.is_empty());
    taken.iter().for_each(assert_says_so);
    let [closed] = &parked.all()[..] else { panic!("the closed cart waits") };
    assert_says_so(&serde_json::from_str(closed.event.as_deref().unwrap()).unwrap());
}
