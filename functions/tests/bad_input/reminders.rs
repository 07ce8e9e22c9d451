//! From the event stream to `reminders`, which takes no replays.

use std::time::Duration;

use contract::{Invocation, StreamRecords};
use functions::envelope::Envelope;
use functions::event_handler::{HandlerAnswer, HandlerRequest, Subscriptions, WithoutReplays};
use functions::metrics::Count;
use functions::ports::memory::{MemoryGates, MemoryHistory, MemoryParkingLot, MemorySchedules};
use functions::reminders::RemindersHandler;
use serde_json::json;

use super::samples::{cart, counted, invoke, named};
use super::stream_records::{event, no_events};

type Wakes = (StreamRecords<Envelope>, Invocation<HandlerRequest, HandlerAnswer>);

#[tokio::test]
async fn what_a_record_does_not_say_comes_from_the_table_or_is_parked() {
    for (says, mut broken) in no_events() {
        let (a, b) = (cart("a"), cart("b"));
        let history = MemoryHistory::default();
        a.iter().chain(&b).for_each(|event| history.push(event.clone()));
        let after = Duration::from_secs(60);
        let handler = RemindersHandler { schedules: MemorySchedules::default(), gates: MemoryGates::default(), after };
        let shop = WithoutReplays(Subscriptions { handler, history, parked: MemoryParkingLot::default() });
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
