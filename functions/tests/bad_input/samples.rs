//! Input that is as it should be, for each test to break.

use contract::{Invocation, QueueMessages, StreamRecords};
use domain::cart::{CartEvent, CartOpened, ItemAdded, Money, Quantity};
use domain::kernel::{Cause, CommandId, Event};
use functions::commit_item::{CommitItem, EventItem};
use functions::envelope::{Envelope, envelopes};
use functions::event_handler::{Generation, Generations, ProjectionAnswer, ProjectionRequest, Subscriptions};
use functions::metrics::{Count, Measurements, measured};
use functions::ports::memory::{MemoryHistory, MemoryParkingLot, MemoryRegister};
use functions::related_items::{MemoryProjection, RelatedItemsAnswer, RelatedItemsHandler, RelatedItemsQuery};
use functions::wakes::{self, Deliver, Handler, Moment};
use iso_currency::Currency;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use uuid::Uuid;

/// An event handler with its subscriptions.
pub type Shop = Generations<RelatedItemsHandler<MemoryProjection>, MemoryHistory, MemoryParkingLot, MemoryRegister>;

/// What wakes it.
pub type Wakes = (
    StreamRecords<Envelope>,
    QueueMessages<Envelope>,
    Invocation<ProjectionRequest<RelatedItemsQuery>, ProjectionAnswer<RelatedItemsAnswer>>,
);

/// The handler over an event table that holds `carts`.
pub fn shop(carts: &[&[Envelope]]) -> Shop {
    let history = MemoryHistory::default();
    carts.iter().copied().flatten().for_each(|event| history.push(event.clone()));
    let handler = RelatedItemsHandler { projection: MemoryProjection::default() };
    let subscriptions = Subscriptions { handler, history, parked: MemoryParkingLot::default() };
    Generations { subscriptions, register: MemoryRegister::default() }
}

/// How many pairs of items a generation has counted.
pub fn pairs(shop: &Shop, generation: &Generation) -> u64 {
    shop.subscriptions.handler.projection.counts(generation).values().sum()
}

/// What is parked, as aggregate and reason.
pub fn parked(shop: &Shop) -> Vec<(String, String)> {
    let parked = shop.subscriptions.parked.all();
    parked.into_iter().map(|parked| (parked.aggregate_id, parked.reason)).collect()
}

pub fn moment() -> Moment {
    let now: Timestamp = "2026-11-23T20:00:00Z".parse().unwrap();
    Moment { now, deadline: now + SignedDuration::from_secs(900), fresh_id: Uuid::from_u128(9) }
}

/// A commit that opens a cart and adds two items.
pub fn commit(cart: &str) -> CommitItem {
    let added = |sku: &str| {
        let unit_price = Money::new(499, Currency::EUR).unwrap();
        CartEvent::ItemAdded(ItemAdded { sku: sku.parse().unwrap(), quantity: Quantity::MAX, unit_price })
    };
    let event_item = |event: CartEvent| EventItem {
        event_type: event.event_type().to_owned(),
        schema_version: event.schema_version(),
        data: event.encode(),
    };
    let events = [CartEvent::CartOpened(CartOpened::default()), added("tea"), added("cup")];
    CommitItem {
        aggregate_id: cart.to_owned(),
        version: 1,
        aggregate_type: "cart".to_owned(),
        cause: Cause::client(CommandId::from(Uuid::from_u128(1))),
        recorded_at: Timestamp::UNIX_EPOCH,
        events: events.map(event_item).into(),
    }
}

/// The events of [`commit`].
pub fn cart(cart: &str) -> Vec<Envelope> {
    envelopes(&commit(cart)).unwrap()
}

/// Hands an event to a function as its main loop does, and counts.
pub async fn invoke<W: Deliver, H: Handler<W>>(
    handler: &H,
    event: &Value,
) -> (Result<W::Response, String>, Measurements) {
    invoke_with(handler, &event.to_string()).await
}

/// As [`invoke`], with a text that may be no JSON.
pub async fn invoke_with<W: Deliver, H: Handler<W>>(
    handler: &H,
    event: &str,
) -> (Result<W::Response, String>, Measurements) {
    let at = moment();
    let (answer, taken) = measured(at.now, wakes::invoke::<W, H>(handler, event, &at)).await;
    (answer.map_err(|refused| refused.reason), taken)
}

/// Asks for what is refused: with a sentence that says so, counted by its code as the client's mistake.
pub async fn refused<W: Deliver, H: Handler<W>>(handler: &H, request: &str, code: &str, says: &str) {
    let (answer, taken) = invoke_with(handler, request).await;
    let Err(sentence) = answer else { panic!("it is taken: {request}") };
    assert!(sentence.contains(says), "{sentence} does not say: {says}");
    let counts = [Count::InvocationsRefused, Count::InvocationsFailed].map(|count| taken.count(count));
    assert_eq!(counts, [1, 0], "{sentence}");
    assert!(taken.by_code().any(|by_code| by_code == (Count::InvocationsRefused, code, 1)), "{code}: {sentence}");
}

/// Text that is no event, in the place of the second of cart `a`, with what is said of it.
pub fn no_envelopes() -> Vec<(String, String)> {
    let event = || serde_json::to_value(&cart("a")[1]).unwrap();
    let fields = [
        "specversion",
        "id",
        "source",
        "type",
        "subject",
        "time",
        "datacontenttype",
        "aggregatetype",
        "aggregateversion",
        "schemaversion",
        "correlationid",
        "causationid",
        "data",
    ];
    let without = fields.map(|field| {
        let mut event = event();
        event.as_object_mut().unwrap().remove(field).unwrap();
        (format!("missing field `{field}`"), event.to_string())
    });
    let changed = [
        ("unknown variant `0.3`", "specversion", json!("0.3")),
        ("unknown variant `xxx", "specversion", json!(mebibyte())),
        ("is not a correlation id", "correlationid", json!("no id")),
        ("invalid value: integer `-1`", "aggregateversion", json!(-1)),
        ("invalid value: integer `4294967296`", "schemaversion", json!(4_294_967_296_u64)),
        ("invalid type: null", "time", Value::Null),
        ("invalid type: integer `7`", "subject", json!(7)),
    ]
    .map(|(says, field, value)| {
        let mut event = event();
        event[field] = value;
        (says.to_owned(), event.to_string())
    });
    let none = [
        ("EOF", ""),
        ("EOF", "{"),
        ("invalid type", "null"),
        ("expected value", "\u{0}"),
        ("missing field", "{}"),
        ("expected value", &mebibyte()),
    ]
    .map(|(says, text)| (says.to_owned(), text.to_owned()));
    none.into_iter().chain(without).chain(changed).collect()
}

/// Two carts, of which the second event of the first is as it should be and cannot be understood, with what is said of it.
pub fn not_understood() -> [(&'static str, Vec<Envelope>, Vec<Envelope>); 3] {
    [
        ("unknown event type `cart.emptied`", "type", json!("cart.emptied")),
        ("schema version 99, which this program cannot read", "schemaversion", json!(99)),
        ("is invalid", "data", json!({ "sku": "?" })),
    ]
    .map(|(says, field, value)| {
        let mut a = cart("a");
        a[1] = changed(&a[1], field, value);
        (says, a, cart("b"))
    })
}

/// A batch of the events of two carts, one cart behind the other, each as it is delivered under a number.
pub fn batch(carts: [&[Envelope]; 2], deliver: fn(&Envelope, &str) -> Value) -> Value {
    let events = carts.into_iter().flatten().zip(1..);
    let records: Vec<_> = events.map(|(event, number): (_, u8)| deliver(event, &number.to_string())).collect();
    json!({ "Records": records })
}

/// An event with another value in one of its fields.
pub fn changed(event: &Envelope, field: &str, value: Value) -> Envelope {
    let mut changed = serde_json::to_value(event).unwrap();
    changed[field] = value;
    serde_json::from_str(&changed.to_string()).unwrap()
}

/// The identifiers of the records that a response names.
pub fn named(response: &impl serde::Serialize) -> Vec<String> {
    let response = serde_json::to_value(response).unwrap();
    let failures = response["batchItemFailures"].as_array().unwrap();
    failures.iter().map(|failure| failure["itemIdentifier"].as_str().unwrap().to_owned()).collect()
}

/// What was counted of something.
pub fn counted(measurements: &Measurements, count: Count) -> u64 {
    measurements.count(count)
}

/// More text than any event has: 1 MiB.
pub fn mebibyte() -> String {
    "x".repeat(1 << 20)
}
