use std::collections::BTreeMap;

use domain::cart::{CartEvent, CartOpened, ItemAdded, MAX_DIFFERENT_ITEMS, Money, Quantity};
use domain::kernel::{Cause, CommandId, Version};
use iso_currency::Currency;
use jiff::Timestamp;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::commit_item::{CommitItem, EventItem};
use crate::envelope::envelopes;
use crate::event_handler::{Generations, GenerationsError, Redrive, RedriveReport, Subscriptions};
use crate::ports::memory::{MemoryHistory, MemoryParkingLot, MemoryRegister};
use crate::wakes::{Answer, Handler, Moment, QueueMessage, StreamRecord, Subscribed};

mod generations;
mod interleavings;
mod questions;

fn added(sku: &str) -> CartEvent {
    CartEvent::ItemAdded(ItemAdded {
        sku: sku.parse().unwrap(),
        quantity: Quantity::MAX,
        unit_price: Money::new(1, Currency::EUR).unwrap(),
    })
}

/// The history of a cart as envelopes: opened, each item added, closed.
fn history(cart: &str, skus: &[&str]) -> Vec<Envelope> {
    let events = std::iter::once(CartEvent::CartOpened(CartOpened::default()))
        .chain(skus.iter().map(|sku| added(sku)))
        .chain([CartEvent::CartClosed]);
    let event_item = |event: CartEvent| EventItem {
        event_type: event.event_type().to_owned(),
        schema_version: event.schema_version(),
        data: event.encode(),
    };
    let commit = CommitItem {
        aggregate_id: cart.to_owned(),
        version: 1,
        aggregate_type: "cart".to_owned(),
        cause: Cause::client(CommandId::from(Uuid::nil())),
        recorded_at: Timestamp::UNIX_EPOCH,
        events: events.map(event_item).collect(),
    };
    envelopes(&commit).unwrap()
}

fn handler() -> RelatedItemsHandler<MemoryProjection> {
    RelatedItemsHandler { projection: MemoryProjection::default() }
}

fn counts(handler: &RelatedItemsHandler<MemoryProjection>, generation: &Generation) -> BTreeMap<(String, String), u64> {
    let counts = handler.projection.counts(generation);
    counts.into_iter().map(|(pair, n)| ((pair.first().to_string(), pair.second().to_string()), n)).collect()
}

fn pair(first: &str, second: &str) -> (String, String) {
    (first.to_owned(), second.to_owned())
}

#[tokio::test]
async fn items_in_one_cart_are_counted_in_pairs() {
    let handler = handler();
    let live = Generation::live();
    for cart in [history("a", &["tea", "cup", "tea"]), history("b", &["cup", "spoon", "tea"])] {
        for event in &cart {
            assert_eq!(handler.take(&live, event).await, Ok(Taken::Applied));
        }
    }
    let expected = BTreeMap::from([(pair("cup", "tea"), 2), (pair("cup", "spoon"), 1), (pair("spoon", "tea"), 1)]);
    assert_eq!(counts(&handler, &live), expected);
}

#[tokio::test]
async fn a_duplicate_changes_nothing_and_a_gap_waits() {
    let handler = handler();
    let live = Generation::live();
    let events = history("a", &["tea", "cup"]);
    assert_eq!(handler.take(&live, &events[0]).await, Ok(Taken::Applied));
    let gap = NotTaken::Gap { seen: Version::from(1), found: Version::from(3) };
    assert_eq!(handler.take(&live, &events[2]).await, Err(gap));
    for _ in 0..2 {
        let _ = handler.take(&live, &events[1]).await;
        let _ = handler.take(&live, &events[2]).await;
    }
    assert_eq!(handler.take(&live, &events[2]).await, Ok(Taken::Duplicate));
    assert_eq!(counts(&handler, &live), BTreeMap::from([(pair("cup", "tea"), 1)]));
}

#[tokio::test]
async fn events_of_other_aggregates_are_ignored_and_unknown_ones_of_carts_are_not() {
    let handler = handler();
    let mut event = history("a", &[]).remove(0);
    event.event_type = "cart.emptied".to_owned();
    assert!(matches!(handler.take(&Generation::live(), &event).await, Err(NotTaken::Unreadable(_))));
    event.aggregate_type = "order".to_owned();
    assert_eq!(handler.take(&Generation::live(), &event).await, Ok(Taken::Ignored));
}

#[tokio::test]
async fn the_fullest_cart_fits_into_one_transaction() {
    let skus: Vec<_> = (0..MAX_DIFFERENT_ITEMS).map(|n| format!("sku-{n}")).collect();
    let skus: Vec<_> = skus.iter().map(String::as_str).collect();
    let events = history("a", &skus);
    let before = skus[..MAX_DIFFERENT_ITEMS - 1].iter().map(|sku| sku.parse().unwrap()).collect();
    let seen = SeenCart { version: Version::from(MAX_DIFFERENT_ITEMS as u64), skus: before };
    let last = &events[MAX_DIFFERENT_ITEMS];
    let advance = advance(&Generation::live(), last, seen, &added(skus[MAX_DIFFERENT_ITEMS - 1]));
    assert_eq!(advance.pairs.len() + 1, 100, "actions in the transaction, with the gate");
}

fn moment() -> Moment {
    Moment { now: Timestamp::UNIX_EPOCH, deadline: Timestamp::UNIX_EPOCH, fresh_id: Uuid::nil() }
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

fn message(event: &Envelope, run: Option<&str>) -> QueueMessage<Envelope> {
    QueueMessage {
        message_id: event.id.to_string(),
        group: event.subject.clone(),
        run: run.map(str::to_owned),
        payload: Ok(event.clone()),
    }
}

/// The handler, which cannot read events of one type while it is told so.
struct Reader<P> {
    handler: RelatedItemsHandler<P>,
    unreadable: std::sync::Mutex<Option<&'static str>>,
}

impl<P: Projection> EventHandler for Reader<P> {
    async fn take(&self, generation: &Generation, event: &Envelope) -> Result<Taken, NotTaken> {
        let mut event = event.clone();
        if *self.unreadable.lock().unwrap() == Some(event.event_type.as_str()) {
            event.schema_version += 1;
        }
        self.handler.take(generation, &event).await
    }
}

impl<P: Projection> Replayable for Reader<P> {
    async fn gate(&self, generation: &Generation, cart_id: &str) -> Result<Version, Unavailable> {
        self.handler.gate(generation, cart_id).await
    }

    async fn gates(
        &self,
        generation: &Generation,
        after: Option<&str>,
    ) -> Result<Page<Vec<(String, Version)>>, Unavailable> {
        self.handler.gates(generation, after).await
    }

    async fn delete(&self, generation: &Generation, after: Option<&str>) -> Result<Page<u64>, Unavailable> {
        self.handler.delete(generation, after).await
    }
}

impl<P: Projection + Partners> Queryable for Reader<P> {
    type Query = RelatedItemsQuery;
    type Answer = RelatedItemsAnswer;

    async fn answer(
        &self,
        generation: &Generation,
        query: RelatedItemsQuery,
    ) -> Result<RelatedItemsAnswer, Unavailable> {
        self.handler.answer(generation, query).await
    }
}

type Shop = Generations<Reader<MemoryProjection>, MemoryHistory, MemoryParkingLot, MemoryRegister>;

type Request = ProjectionRequest<RelatedItemsQuery>;

/// The handler with its subscriptions, over an event table that holds `histories`.
fn shop(histories: &[&[Envelope]]) -> Shop {
    let history = MemoryHistory::default();
    histories.iter().copied().flatten().for_each(|event| history.push(event.clone()));
    let handler = Reader { handler: handler(), unreadable: std::sync::Mutex::default() };
    let subscriptions = Subscriptions { handler, history, parked: MemoryParkingLot::default() };
    Generations { subscriptions, register: MemoryRegister::default() }
}

async fn deliver(shop: &Shop, events: Subscribed<Envelope, Request>) -> Vec<String> {
    let Answer::Batch(response) = shop.handle(events, &moment()).await.unwrap() else {
        panic!("a batch is answered as one")
    };
    response.identifiers().map(str::to_owned).collect()
}

async fn deliver_new(shop: &Shop, events: &[&Envelope]) -> Vec<String> {
    deliver(shop, Subscribed::New(events.iter().map(|event| record(event)).collect())).await
}

async fn ask(
    shop: &Shop,
    request: Request,
    at: &Moment,
) -> Result<ProjectionAnswer<RelatedItemsAnswer>, GenerationsError> {
    match shop.handle(Subscribed::Asked(request), at).await? {
        Answer::Asked(answer) => Ok(answer),
        Answer::Batch(_) => panic!("a request is answered as one"),
    }
}

async fn redrive(shop: &Shop, request: Redrive) -> RedriveReport {
    match ask(shop, ProjectionRequest::Redrive(request), &moment()).await {
        Ok(ProjectionAnswer::Redrive(report)) => report,
        other => panic!("{other:?}"),
    }
}

fn parked(shop: &Shop) -> Vec<String> {
    let parked = shop.subscriptions.parked.all();
    parked.iter().map(|parked| format!("{}:{}{}", parked.aggregate_id, parked.version, parked.delivery)).collect()
}

#[tokio::test]
async fn what_the_stream_left_out_comes_from_the_event_table() {
    let (a, b) = (history("a", &["tea", "cup"]), history("b", &["tea"]));
    let shop = shop(&[&a, &b]);
    assert!(deliver_new(&shop, &[&a[2], &b[0]]).await.is_empty());
    assert_eq!(
        counts(&shop.subscriptions.handler.handler, &Generation::live()),
        BTreeMap::from([(pair("cup", "tea"), 1)])
    );
    // The whole history was taken, with what the stream will deliver later.
    assert!(deliver_new(&shop, &[&a[0], &a[1], &a[3]]).await.is_empty());
    assert_eq!(
        counts(&shop.subscriptions.handler.handler, &Generation::live()),
        BTreeMap::from([(pair("cup", "tea"), 1)])
    );
    assert_eq!(parked(&shop), [""; 0]);
}

#[tokio::test]
async fn an_event_behind_a_hole_that_the_table_does_not_fill_is_parked() {
    let (a, b, c) = (history("a", &["tea"]), history("b", &["cup"]), history("c", &["tea"]));
    let shop = shop(&[&a[..2], &b, &c[..1], &c[2..]]);
    assert!(deliver_new(&shop, &[&a[2], &b[0], &c[2]]).await.is_empty());
    assert_eq!(parked(&shop), ["a:3", "c:3"]);
    for (aggregate, reason) in
        [("a", "the event table has a up to version 2 only"), ("c", "version 3 came, but version 2 has to come first")]
    {
        let report = redrive(&shop, Redrive { aggregate: Some(aggregate.to_owned()), dry_run: false }).await;
        assert_eq!((report.taken, report.left[0].reason.as_str()), (0, reason));
    }
}

#[tokio::test]
async fn an_event_under_another_key_is_taken_as_the_table_has_it() {
    let (a, forged) = (history("a", &["tea", "cup"]), history("a", &["tea", "spoon"]));
    let shop = shop(&[&a]);
    let elsewhere = StreamRecord { partition_key: "b".to_owned(), ..record(&forged[2]) };
    let unknown = StreamRecord { partition_key: "b".to_owned(), ..record(&history("nobody", &[])[0]) };
    assert!(deliver(&shop, Subscribed::New(vec![elsewhere, unknown])).await.is_empty());
    assert_eq!(
        counts(&shop.subscriptions.handler.handler, &Generation::live()),
        BTreeMap::from([(pair("cup", "tea"), 1)])
    );
    assert_eq!(parked(&shop), ["nobody:0nobody:1"]);
}

#[tokio::test]
async fn a_delivery_that_is_no_event_holds_nothing_back() {
    let (a, b) = (history("a", &["tea", "cup"]), history("b", &["cup"]));
    let shop = shop(&[&a, &b]);
    let mut broken = record(&a[1]);
    broken.payload = Err("no json".to_owned());
    let mut foreign = record(&history("nobody", &[])[0]);
    foreign.payload = Err("no json".to_owned());
    let batch = vec![record(&a[0]), broken, record(&b[0]), foreign, record(&a[2]), record(&b[1])];
    assert!(deliver(&shop, Subscribed::New(batch)).await.is_empty());
    assert_eq!(
        counts(&shop.subscriptions.handler.handler, &Generation::live()),
        BTreeMap::from([(pair("cup", "tea"), 1)])
    );
    assert_eq!(parked(&shop), ["nobody:0nobody:1"], "only what the table knows nothing about");
}

#[tokio::test]
async fn an_event_that_cannot_be_read_is_parked_with_those_behind_it_and_redriven_in_order() {
    let (a, b) = (history("a", &["tea", "cup"]), history("b", &["cup", "tea"]));
    let shop = shop(&[&a, &b]);
    assert!(deliver_new(&shop, &[&a[0], &b[0]]).await.is_empty());
    *shop.subscriptions.handler.unreadable.lock().unwrap() = Some("cart.item-added");
    // In order, with a hole, and more than once.
    for events in [vec![&a[1]], vec![&a[3]], vec![&a[1], &a[2], &a[3]]] {
        assert!(deliver_new(&shop, &events).await.is_empty());
    }
    assert_eq!(parked(&shop), ["a:2", "a:3", "a:4"]);
    let dry = redrive(&shop, Redrive { dry_run: true, ..Redrive::default() }).await;
    assert_eq!(
        (dry.taken, dry.left[0].events, dry.left[0].reason.as_str()),
        (0, 3, "event type `cart.item-added` has schema version 2, which this program cannot read")
    );
    let too_early = redrive(&shop, Redrive::default()).await;
    assert_eq!((too_early.taken, too_early.left.len(), too_early.complete), (0, 1, true));

    *shop.subscriptions.handler.unreadable.lock().unwrap() = None;
    let other = redrive(&shop, Redrive { aggregate: Some("b".to_owned()), dry_run: false }).await;
    assert_eq!((other.taken, other.left.len()), (0, 0));
    let report = redrive(&shop, Redrive::default()).await;
    assert_eq!((report.taken, report.left.len(), report.complete), (3, 0, true));
    assert_eq!(parked(&shop), [""; 0]);
    assert!(deliver_new(&shop, &[&b[1], &b[2]]).await.is_empty());
    assert_eq!(
        counts(&shop.subscriptions.handler.handler, &Generation::live()),
        BTreeMap::from([(pair("cup", "tea"), 2)])
    );
}

#[tokio::test]
async fn an_event_that_comes_while_its_lot_is_redriven_is_not_left_behind() {
    let a = history("a", &["tea", "cup"]);
    let shop = shop(&[&a]);
    *shop.subscriptions.handler.unreadable.lock().unwrap() = Some("cart.item-added");
    assert!(deliver_new(&shop, &[&a[0], &a[1]]).await.is_empty());
    // The redrive has taken the event, and was not yet able to take it out of the lot.
    *shop.subscriptions.handler.unreadable.lock().unwrap() = None;
    assert_eq!(shop.subscriptions.handler.take(&Generation::live(), &a[1]).await, Ok(Taken::Applied));
    assert!(deliver_new(&shop, &[&a[2], &a[3]]).await.is_empty());
    assert_eq!(
        counts(&shop.subscriptions.handler.handler, &Generation::live()),
        BTreeMap::from([(pair("cup", "tea"), 1)])
    );
    assert_eq!(parked(&shop), ["a:2"]);
    redrive(&shop, Redrive::default()).await;
    assert_eq!(parked(&shop), [""; 0]);
}

#[tokio::test]
async fn a_replay_builds_a_generation_of_its_own() {
    let events = history("a", &["tea", "cup"]);
    let shop = shop(&[&events]);
    let new = events.iter().map(record).collect();
    assert!(deliver(&shop, Subscribed::New(new)).await.is_empty());
    let replayed = events.iter().map(|event| message(event, Some("run-1"))).collect();
    assert!(deliver(&shop, Subscribed::Replayed(replayed)).await.is_empty());
    let run = Generation::try_from("run-1".to_owned()).unwrap();
    assert_eq!(
        counts(&shop.subscriptions.handler.handler, &run),
        counts(&shop.subscriptions.handler.handler, &Generation::live())
    );
    assert_eq!(counts(&shop.subscriptions.handler.handler, &run), BTreeMap::from([(pair("cup", "tea"), 1)]));
}

#[tokio::test]
async fn a_message_that_names_no_generation_is_not_taken() {
    let shop = shop(&[]);
    let event = &history("a", &[])[0];
    for run in [None, Some("no good#")] {
        let replayed = Subscribed::Replayed(vec![message(event, run)]);
        assert_eq!(deliver(&shop, replayed).await, ["a:1"]);
    }
}

proptest! {
    /// At-least-once delivery in batches that begin again anywhere: the counts are those of one perfect delivery.
    #[test]
    fn redelivery_does_not_change_the_counts(
        rewinds in proptest::collection::vec((0_usize..12, 1_usize..12), 0..20)
    ) {
        let events = history("a", &["tea", "cup", "spoon", "tea", "milk"]);
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let count = |batches: Vec<&[Envelope]>| {
            let shop = shop(&[&events]);
            for batch in batches {
                let batch = Subscribed::New(batch.iter().map(record).collect());
                runtime.block_on(deliver(&shop, batch));
            }
            counts(&shop.subscriptions.handler.handler, &Generation::live())
        };
        let mut batches: Vec<_> = rewinds
            .iter()
            .map(|&(from, length)| &events[from.min(events.len())..(from + length).min(events.len())])
            .collect();
        batches.push(&events);
        prop_assert_eq!(count(batches), count(vec![&events]));
    }
}
