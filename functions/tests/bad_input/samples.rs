//! Input that is as it should be, for each test to break.

use domain::cart::{CartEvent, CartOpened, ItemAdded, Money, Quantity};
use domain::kernel::{Cause, CommandId, Event};
use functions::commit_item::{CommitItem, EventItem};
use functions::envelope::{Envelope, envelopes};
use functions::event_handler::{Generation, Generations, Subscriptions};
use functions::metrics::{Count, Measurements, measured};
use functions::ports::memory::{MemoryHistory, MemoryParkingLot, MemoryRegister};
use functions::related_items::{MemoryProjection, RelatedItemsHandler};
use functions::wakes::{Deliver, Handler, Moment};
use iso_currency::Currency;
use jiff::Timestamp;
use serde_json::Value;
use uuid::Uuid;

/// An event handler with its subscriptions.
pub type Shop = Generations<RelatedItemsHandler<MemoryProjection>, MemoryHistory, MemoryParkingLot, MemoryRegister>;

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
    let now = "2026-11-23T20:00:00Z".parse().unwrap();
    Moment { now, deadline: now, fresh_id: Uuid::from_u128(9) }
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
    let at = moment();
    measured(at.now, async {
        let payload = W::decode(&event.to_string()).map_err(|error| error.to_string())?;
        handler.handle(payload, &at).await.map_err(|error| error.to_string())
    })
    .await
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
