use domain::cart::{ItemAdded, Money, Quantity};
use domain::customer::Customer;
use domain::kernel::{Cause, CommandId, Version};
use iso_currency::Currency;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::commit_item::EventItem;
use crate::envelope::envelopes;
use crate::event_handler::{Redrive, RedriveReport, Subscriptions, WithoutReplays};
use crate::ports::memory::{MemoryGates, MemoryHistory, MemoryParkingLot, MemorySchedules};
use crate::wakes::{Answer, Handler, Moment, StreamRecord, Streamed};

const AFTER: Duration = Duration::from_secs(14 * 24 * 60 * 60);

type Shop =
    WithoutReplays<Subscriptions<RemindersHandler<MemorySchedules, MemoryGates>, MemoryHistory, MemoryParkingLot>>;

fn cart(number: u128) -> CartId {
    Uuid::from_u128(number).into()
}

fn opened_at() -> Timestamp {
    "2026-11-03T08:00:00.5Z".parse().unwrap()
}

fn due() -> Timestamp {
    "2026-11-17T08:00:00.5Z".parse().unwrap()
}

/// A cart of a customer, or of nobody.
fn opened(by_customer: bool) -> CartEvent {
    let customer = Customer { id: Uuid::from_u128(7).into(), email: "c2VhbGVk".parse().unwrap() };
    CartEvent::CartOpened(CartOpened { customer: by_customer.then_some(customer) })
}

fn added() -> CartEvent {
    let unit_price = Money::new(1, Currency::EUR).unwrap();
    CartEvent::ItemAdded(ItemAdded { sku: "tea".parse().unwrap(), quantity: Quantity::MAX, unit_price })
}

fn history(cart_id: &str, events: impl IntoIterator<Item = CartEvent>) -> Vec<Envelope> {
    let event_item = |event: CartEvent| EventItem {
        event_type: event.event_type().to_owned(),
        schema_version: event.schema_version(),
        data: event.encode(),
    };
    let commit = CommitItem {
        aggregate_id: cart_id.to_owned(),
        version: 1,
        aggregate_type: Cart::TYPE.to_owned(),
        cause: Cause::client(CommandId::from(Uuid::nil())),
        recorded_at: opened_at(),
        events: events.into_iter().map(event_item).collect(),
    };
    envelopes(&commit).unwrap()
}

/// The handler over an event table that holds `histories`.
fn shop(histories: &[&[Envelope]]) -> Shop {
    let history = MemoryHistory::default();
    histories.iter().copied().flatten().for_each(|event| history.push(event.clone()));
    let handler =
        RemindersHandler { schedules: MemorySchedules::default(), gates: MemoryGates::default(), after: AFTER };
    WithoutReplays(Subscriptions { handler, history, parked: MemoryParkingLot::default() })
}

fn schedules(shop: &Shop) -> &MemorySchedules {
    &shop.0.handler.schedules
}

fn record(event: &Envelope) -> StreamRecord<Envelope> {
    StreamRecord {
        sequence_number: event.id.to_string(),
        shard: "shardId-000000000000".to_owned(),
        partition_key: event.subject.clone(),
        arrived_at: Timestamp::UNIX_EPOCH,
        bytes: Vec::new(),
        payload: Ok(event.clone()),
    }
}

async fn handle(shop: &Shop, payload: Streamed<Envelope, HandlerRequest>) -> Answer<HandlerAnswer> {
    let at = Moment { now: opened_at(), deadline: due(), fresh_id: Uuid::nil() };
    shop.handle(payload, &at).await.unwrap()
}

async fn deliver(shop: &Shop, events: &[&Envelope]) -> Vec<String> {
    let records = events.iter().map(|event| record(event)).collect();
    let Answer::Batch(response) = handle(shop, Streamed::New(records)).await else {
        panic!("a batch is answered as one")
    };
    response.identifiers().map(str::to_owned).collect()
}

#[tokio::test]
async fn a_cart_of_a_customer_has_a_schedule_two_weeks_after_it_was_opened() {
    let id = cart(1);
    let events = history(&id.to_string(), [opened(true), added()]);
    let shop = shop(&[&events]);
    assert!(deliver(&shop, &[&events[0], &events[1]]).await.is_empty());
    let (at, remind) = schedules(&shop).all().remove(&id).unwrap();
    let expected = Remind {
        cart_id: id,
        due: due(),
        correlation_id: events[0].correlation_id,
        causation_id: events[0].id.clone(),
    };
    assert_eq!((at, remind), (due(), expected));
}

#[tokio::test]
async fn a_cart_of_nobody_has_none() {
    let events = history(&cart(1).to_string(), [opened(false), added()]);
    let shop = shop(&[&events]);
    assert!(deliver(&shop, &[&events[0], &events[1]]).await.is_empty());
    assert!(schedules(&shop).all().is_empty());
}

#[tokio::test]
async fn closing_the_cart_removes_its_schedule_and_no_other() {
    let (one, other) = (history(&cart(1).to_string(), [opened(true), added(), CartEvent::CartClosed]), cart(2));
    let left_open = history(&other.to_string(), [opened(true)]);
    let shop = shop(&[&one, &left_open]);
    assert!(deliver(&shop, &[&one[0], &left_open[0], &one[1], &one[2]]).await.is_empty());
    assert_eq!(schedules(&shop).all().into_keys().collect::<Vec<_>>(), [other]);
}

#[tokio::test]
async fn an_event_that_comes_again_makes_no_second_schedule() {
    let events = history(&cart(1).to_string(), [opened(true)]);
    let shop = shop(&[&events]);
    for _ in 0..2 {
        assert!(deliver(&shop, &[&events[0]]).await.is_empty());
    }
    assert_eq!(schedules(&shop).all().len(), 1);
    // It has fired: what comes again is a duplicate, and makes no other.
    assert_eq!(schedules(&shop).fire(due()).len(), 1);
    assert!(deliver(&shop, &[&events[0]]).await.is_empty());
    assert!(schedules(&shop).all().is_empty());
}

#[tokio::test]
async fn what_is_broken_off_before_the_gate_is_done_again_without_harm() {
    let id = cart(1);
    let events = history(&id.to_string(), [opened(true), CartEvent::CartClosed]);
    let shop = shop(&[&events]);
    let handler = &shop.0.handler;
    // The schedule is made, and the function ends before the gate moves.
    handler.take_effect(&events[0]).await.unwrap();
    assert!(deliver(&shop, &[&events[0]]).await.is_empty());
    assert_eq!(schedules(&shop).all().len(), 1);
    handler.take_effect(&events[1]).await.unwrap();
    assert!(deliver(&shop, &[&events[1]]).await.is_empty());
    assert_eq!((schedules(&shop).all().len(), handler.gates.seen(&id.to_string()).await), (0, Ok(Version::from(2))));
}

#[tokio::test]
async fn an_opened_event_that_the_stream_left_out_comes_from_the_event_table() {
    let events = history(&cart(1).to_string(), [opened(true), added()]);
    let shop = shop(&[&events]);
    assert!(deliver(&shop, &[&events[1]]).await.is_empty());
    assert_eq!(schedules(&shop).all().len(), 1);
}

#[tokio::test]
async fn what_cannot_be_read_is_parked_until_it_is_redriven() {
    let id = cart(1);
    let events = history(&id.to_string(), [opened(true), CartEvent::CartClosed]);
    let mut unreadable = events[0].clone();
    unreadable.schema_version += 1;
    let nameless = history("no-cart", [opened(true)]);
    let shop = shop(&[&events, &nameless]);
    assert!(deliver(&shop, &[&unreadable, &events[1], &nameless[0]]).await.is_empty());
    assert_eq!(shop.0.parked.all().len(), 3);
    assert!(schedules(&shop).all().is_empty());

    let request = HandlerRequest::Redrive(Redrive::default());
    let answer = handle(&shop, Streamed::Asked(request)).await;
    let Answer::Asked(HandlerAnswer::Redrive(RedriveReport { taken, left, .. })) = answer else {
        panic!("a request is answered as one")
    };
    assert_eq!((taken, left.len()), (2, 1));
    assert!(left[0].reason.contains("`no-cart` is not a cart id"), "{}", left[0].reason);
}

#[tokio::test]
async fn events_of_other_aggregates_are_ignored() {
    let mut event = history(&cart(1).to_string(), [opened(true)]).remove(0);
    event.aggregate_type = "order".to_owned();
    let shop = shop(&[]);
    assert_eq!(shop.0.handler.take(&Generation::live(), &event).await, Ok(Taken::Ignored));
}

#[test]
fn the_time_is_a_number_of_seconds_or_a_sentence() {
    assert_eq!(remind_after(|name| (name == REMIND_AFTER).then(|| "1209600".to_owned())), Ok(AFTER));
    for wrong in [None, Some(""), Some("two weeks"), Some("-1")] {
        let error = remind_after(|_| wrong.map(str::to_owned)).unwrap_err().to_string();
        assert!(error.contains("REMIND_AFTER_SECONDS has to be a number of seconds"), "{error}");
    }
}

proptest! {
    /// Deliveries that begin again anywhere: a cart has one schedule exactly while it is a customer's and open.
    #[test]
    fn redelivery_does_not_change_the_schedules(
        rewinds in proptest::collection::vec((0_usize..6, 1_usize..6), 0..20),
        by_customer: bool,
        closed: bool,
    ) {
        let closing = closed.then_some(CartEvent::CartClosed);
        let events = history(&cart(1).to_string(), [opened(by_customer), added(), added()].into_iter().chain(closing));
        let shop = shop(&[&events]);
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        for (from, length) in rewinds {
            let batch: Vec<_> = events.iter().skip(from).take(length).collect();
            prop_assert!(runtime.block_on(deliver(&shop, &batch)).is_empty());
        }
        prop_assert!(runtime.block_on(deliver(&shop, &events.iter().collect::<Vec<_>>())).is_empty());
        prop_assert_eq!(schedules(&shop).all().len(), usize::from(by_customer && !closed));
    }
}
