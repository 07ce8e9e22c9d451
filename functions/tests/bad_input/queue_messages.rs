//! From the queue of a replay to an event handler.

use contract::{Invocation, QueueMessages, StreamRecords};
use functions::envelope::Envelope;
use functions::event_handler::{Generation, ProjectionAnswer, ProjectionRequest};
use functions::metrics::Count;
use functions::related_items::{RelatedItemsAnswer, RelatedItemsQuery};
use serde_json::{Value, json};

use super::samples::{cart, counted, invoke, mebibyte, named, pairs, parked, shop};

type Wakes = (
    StreamRecords<Envelope>,
    QueueMessages<Envelope>,
    Invocation<ProjectionRequest<RelatedItemsQuery>, ProjectionAnswer<RelatedItemsAnswer>>,
);

const RUN: &str = "r-1";

fn message(group: &str, body: &str, id: &str) -> Value {
    json!({
        "messageId": id, "receiptHandle": "AQEB", "body": body, "eventSource": "aws:sqs", "awsRegion": "eu-central-1",
        "attributes": { "MessageGroupId": group, "SequenceNumber": "1", "ApproximateReceiveCount": "1" },
        "messageAttributes": { "run": { "stringValue": RUN, "dataType": "String" } },
    })
}

fn event(event: &Envelope, id: &str) -> Value {
    message(&event.subject, std::str::from_utf8(&event.to_bytes().unwrap()).unwrap(), id)
}

fn generation() -> Generation {
    Generation::try_from(RUN.to_owned()).unwrap()
}

#[tokio::test]
async fn what_a_message_does_not_say_comes_from_the_table() {
    let mut bodiless = message("a", "", "2");
    bodiless.as_object_mut().unwrap().remove("body");
    let forged = std::str::from_utf8(&cart("b")[1].to_bytes().unwrap()).unwrap().to_owned();
    for broken in [
        message("a", "", "2"),
        message("a", "{", "2"),
        message("a", "null", "2"),
        message("a", "{}", "2"),
        message("a", &mebibyte(), "2"),
        message("a", &forged, "2"),
        bodiless,
    ] {
        let (a, b) = (cart("a"), cart("b"));
        let shop = shop(&[&a, &b]);
        let batch = json!({ "Records": [event(&a[0], "1"), broken, event(&a[2], "3"), event(&b[2], "4")] });
        let (response, taken) = invoke::<Wakes, _>(&shop, &batch).await;
        assert!(named(&response.unwrap()).is_empty());
        assert_eq!((pairs(&shop, &generation()), parked(&shop)), (2, vec![]));
        assert_eq!(counted(&taken, Count::UnreadableDeliveries), 1);
    }
}

/// After some tries the queue moves it to its dead-letter queue, which has an alarm.
#[tokio::test]
async fn a_message_of_no_run_stays_in_the_queue() {
    let a = cart("a");
    for run in [json!({}), json!({ "run": { "stringValue": "../x" } }), json!({ "run": { "stringValue": "live" } })] {
        let shop = shop(&[&a]);
        let mut astray = event(&a[0], "1");
        astray["messageAttributes"] = run.clone();
        let batch = json!({ "Records": [astray, event(&cart("b")[0], "2")] });
        let (response, _) = invoke::<Wakes, _>(&shop, &batch).await;
        let response = response.unwrap();
        // The live generation is served already, so what would build it is over.
        let left = if run["run"]["stringValue"] == "live" { vec![] } else { vec!["1"] };
        assert_eq!(named(&response), left, "{run}");
        assert_eq!(pairs(&shop, &Generation::live()), 0);
    }
}

#[tokio::test]
async fn a_message_without_a_name_is_refused_with_its_batch() {
    let mut nameless = event(&cart("a")[0], "1");
    nameless.as_object_mut().unwrap().remove("messageId");
    for (broken, says) in [(nameless, "missing field `messageId`"), (Value::Null, "record 1 is not one of")] {
        let batch = json!({ "Records": [event(&cart("a")[0], "1"), broken] });
        let refused = invoke::<Wakes, _>(&shop(&[]), &batch).await.0.unwrap_err();
        assert!(refused.contains(says), "{refused}");
    }
}

#[tokio::test]
async fn duplicates_events_of_another_type_and_those_that_cannot_be_read_hold_no_other_aggregate_back() {
    let (mut a, b) = (cart("a"), cart("b"));
    let mut order = serde_json::to_value(&a[1]).unwrap();
    (order["aggregatetype"], order["source"]) = (json!("order"), json!("/aggregates/order"));
    let order = message("a", &order.to_string(), "2");
    let mut unknown = serde_json::to_value(&a[2]).unwrap();
    unknown["type"] = json!("cart.emptied");
    a[2] = serde_json::from_str(&unknown.to_string()).unwrap();
    let shop = shop(&[&a, &b]);
    let messages =
        [event(&a[0], "1"), order, event(&a[0], "3"), event(&a[2], "4"), event(&b[0], "5"), event(&b[2], "6")];
    let (response, taken) = invoke::<Wakes, _>(&shop, &json!({ "Records": messages })).await;
    assert!(named(&response.unwrap()).is_empty());
    let parked = parked(&shop);
    assert!(parked.len() == 1 && parked[0].1.contains("unknown event type `cart.emptied`"), "{parked:?}");
    assert_eq!(pairs(&shop, &generation()), 1);
    let counts = [Count::EventsIgnored, Count::DuplicateEvents, Count::GapsHealed, Count::EventsParked];
    assert_eq!(counts.map(|count| counted(&taken, count)), [1, 1, 1, 1]);
}
