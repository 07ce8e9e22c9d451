//! From the queue of a replay to an event handler.

use functions::envelope::Envelope;
use functions::event_handler::Generation;
use functions::metrics::Count;
use serde_json::{Value, json};

use super::samples::{Wakes, batch, cart, counted, invoke, named, no_envelopes, not_understood, pairs, parked, shop};

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

/// Messages that are no events, in the place of the second of cart `a`.
fn no_events() -> Vec<(String, Value)> {
    let mut bodiless = message("a", "", "2");
    bodiless.as_object_mut().unwrap().remove("body");
    let of_its_text = no_envelopes().into_iter().map(|(says, text)| (says, message("a", &text, "2")));
    of_its_text.chain([("missing field `body`".to_owned(), bodiless)]).collect()
}

fn generation() -> Generation {
    Generation::try_from(RUN.to_owned()).unwrap()
}

#[tokio::test]
async fn what_a_message_does_not_say_comes_from_the_table() {
    let forged = std::str::from_utf8(&cart("b")[1].to_bytes().unwrap()).unwrap().to_owned();
    let forged = ("came under".to_owned(), message("a", &forged, "2"));
    for (says, broken) in no_events().into_iter().chain([forged]) {
        let (a, b) = (cart("a"), cart("b"));
        let shop = shop(&[&a, &b]);
        let batch = json!({ "Records": [event(&a[0], "1"), broken, event(&a[2], "3"), event(&b[2], "4")] });
        let (response, taken) = invoke::<Wakes, _>(&shop, &batch).await;
        assert!(named(&response.unwrap()).is_empty(), "{says}");
        assert_eq!((pairs(&shop, &generation()), parked(&shop)), (2, vec![]), "{says}");
        assert_eq!(counted(&taken, Count::UnreadableDeliveries), 1, "{says}");
    }
}

#[tokio::test]
async fn what_is_of_no_aggregate_that_the_table_knows_is_parked() {
    for (says, mut broken) in no_events() {
        let b = cart("b");
        let shop = shop(&[&b]);
        broken["attributes"]["MessageGroupId"] = json!("nobody");
        let batch = json!({ "Records": [broken, event(&b[0], "3"), event(&b[1], "4"), event(&b[2], "5")] });
        let (response, taken) = invoke::<Wakes, _>(&shop, &batch).await;
        assert!(named(&response.unwrap()).is_empty(), "{says}");
        let parked = shop.subscriptions.parked.all();
        assert!(parked.len() == 1 && parked[0].aggregate_id == "nobody", "{says}: {parked:?}");
        assert!(parked[0].reason.contains(&says) && parked[0].reason.len() < 2_000, "{says}: {parked:?}");
        assert_eq!(parked[0].generation, generation(), "{says}");
        assert_eq!((counted(&taken, Count::EventsParked), pairs(&shop, &generation())), (1, 1), "{says}");
    }
}

#[tokio::test]
async fn unknown_types_and_versions_are_parked_with_what_is_behind_them() {
    for (says, a, b) in not_understood() {
        let shop = shop(&[&a, &b]);
        let (response, taken) = invoke::<Wakes, _>(&shop, &batch([&a, &b], event)).await;
        assert!(named(&response.unwrap()).is_empty(), "{says}");
        let parked = parked(&shop);
        assert!(parked.len() == 2 && parked[0].1.contains(says), "{says}: {parked:?}");
        assert_eq!((pairs(&shop, &generation()), counted(&taken, Count::EventsParked)), (1, 2), "{says}");
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
