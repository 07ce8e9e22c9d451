//! From the event stream to `reminders`, which takes no replays.

use std::time::Duration;

use contract::{Invocation, StreamRecords};
use functions::envelope::Envelope;
use functions::event_handler::{HandlerAnswer, HandlerRequest, Subscriptions, WithoutReplays};
use functions::metrics::Count;
use functions::ports::Gates;
use functions::ports::memory::{MemoryGates, MemoryHistory, MemoryParkingLot, MemorySchedules};
use functions::reminders::RemindersHandler;
use serde_json::json;

use super::samples::{batch, cart, counted, invoke, named, not_understood};
use super::stream_records::{event, no_events};

type Wakes = (StreamRecords<Envelope>, Invocation<HandlerRequest, HandlerAnswer>);

type Shop =
    WithoutReplays<Subscriptions<RemindersHandler<MemorySchedules, MemoryGates>, MemoryHistory, MemoryParkingLot>>;

/// The handler over an event table that holds `carts`.
fn shop(carts: &[&[Envelope]]) -> Shop {
    let history = MemoryHistory::default();
    carts.iter().copied().flatten().for_each(|event| history.push(event.clone()));
    let after = Duration::from_secs(60);
    let handler = RemindersHandler { schedules: MemorySchedules::default(), gates: MemoryGates::default(), after };
    WithoutReplays(Subscriptions { handler, history, parked: MemoryParkingLot::default() })
}

#[tokio::test]
async fn what_a_record_does_not_say_comes_from_the_table_or_is_parked() {
    for (says, mut broken) in no_events() {
        let (a, b) = (cart("a"), cart("b"));
        let shop = shop(&[&a, &b]);
        let batch = |broken| json!({ "Records": [event(&a[0], "1"), broken, event(&a[2], "3"), event(&b[0], "4")] });
        let (response, taken) = invoke::<Wakes, _>(&shop, &batch(broken.clone())).await;
        assert!(named(&response.unwrap()).is_empty() && shop.0.parked.all().is_empty(), "{says}");
        // The hint brought all of `a`, so its last event is known already.
        let counts = [Count::UnreadableDeliveries, Count::DuplicateEvents, Count::EventsParked];
        assert_eq!(counts.map(|count| counted(&taken, count)), [1, 1, 0], "{says}");

        broken["kinesis"]["partitionKey"] = json!("nobody");
        let (response, taken) = invoke::<Wakes, _>(&shop, &batch(broken)).await;
        assert!(named(&response.unwrap()).is_empty(), "{says}");
        assert_eq!(shop.0.parked.all()[0].aggregate_id, "nobody", "{says}");
        assert_eq!(counts.map(|count| counted(&taken, count)), [1, 3, 1], "{says}");
    }
}

#[tokio::test]
async fn unknown_types_and_versions_are_parked_with_what_is_behind_them() {
    for (says, a, b) in not_understood() {
        let shop = shop(&[&a, &b]);
        let (response, taken) = invoke::<Wakes, _>(&shop, &batch([&a, &b], event)).await;
        assert!(named(&response.unwrap()).is_empty(), "{says}");
        let parked = shop.0.parked.all();
        assert!(parked.len() == 2 && parked[0].reason.contains(says), "{says}: {parked:?}");
        let counts = [Count::EventsApplied, Count::EventsParked].map(|count| counted(&taken, count));
        assert_eq!(counts, [4, 2], "{says}");
    }
}

#[tokio::test]
async fn an_event_under_another_key_is_a_hint_and_no_more() {
    let (a, b) = (cart("a"), cart("b"));
    let shop = shop(&[&a, &b]);
    let mut elsewhere = event(&b[1], "2");
    elsewhere["kinesis"]["partitionKey"] = json!("a");
    let batch = json!({ "Records": [event(&a[0], "1"), elsewhere, event(&a[2], "3"), event(&b[2], "4")] });
    let (response, taken) = invoke::<Wakes, _>(&shop, &batch).await;
    assert!(named(&response.unwrap()).is_empty() && shop.0.parked.all().is_empty());
    assert_eq!(counted(&taken, Count::UnreadableDeliveries), 1);
    for cart in ["a", "b"] {
        assert_eq!(shop.0.handler.gates.seen(cart).await.unwrap().number(), 3, "{cart}");
    }
}
