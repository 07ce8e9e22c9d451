//! From the event stream to the event handlers and the archive.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use contract::StreamRecords;
use flate2::read::MultiGzDecoder;
use functions::archive::{ArchiveHandler, UnreadableRecord, lines};
use functions::envelope::Envelope;
use functions::event_handler::Generation;
use functions::metrics::Count;
use functions::ports::memory::MemoryArchive;
use serde_json::{Value, json};

use super::samples::{
    Wakes, batch, cart, changed, counted, invoke, mebibyte, named, no_envelopes, not_understood, pairs, parked, shop,
};

fn record(key: &str, data: &str, sequence_number: &str) -> Value {
    json!({
        "eventID": format!("shardId-000000000000:{sequence_number}"), "eventName": "aws:kinesis:record",
        "eventSource": "aws:kinesis", "eventVersion": "1.0", "awsRegion": "eu-central-1",
        "kinesis": {
            "kinesisSchemaVersion": "1.0", "partitionKey": key, "sequenceNumber": sequence_number,
            "approximateArrivalTimestamp": 1_545_084_650.987, "data": data,
        },
    })
}

pub fn event(event: &Envelope, sequence_number: &str) -> Value {
    record(&event.subject, &STANDARD.encode(event.to_bytes().unwrap()), sequence_number)
}

/// The second event of cart `a`, with another value in one of its fields.
fn second(field: &str, value: Value) -> Value {
    event(&changed(&cart("a")[1], field, value), "2")
}

/// Records that are no events, in the place of the second of cart `a`.
pub fn no_events() -> Vec<(String, Value)> {
    let mut timeless = event(&cart("a")[1], "2");
    timeless["kinesis"]["approximateArrivalTimestamp"] = json!(1e300);
    let mut incomplete = event(&cart("a")[1], "2");
    incomplete["kinesis"].as_object_mut().unwrap().remove("approximateArrivalTimestamp");
    let of_a_record = [
        ("base64", record("a", "?", "2")),
        ("base64", record("a", "AAA", "2")),
        ("invalid unicode", record("a", &STANDARD.encode([b'"', 0xff, b'"']), "2")),
        ("did not arrive at a time", timeless),
        ("approximateArrivalTimestamp", incomplete),
    ]
    .map(|(says, record)| (says.to_owned(), record));
    let of_its_text = no_envelopes().into_iter();
    let of_its_text = of_its_text.map(|(says, text)| (says, record("a", &STANDARD.encode(text), "2")));
    of_a_record.into_iter().chain(of_its_text).collect()
}

#[tokio::test]
async fn an_event_handler_takes_from_the_table_what_a_record_does_not_say() {
    for (says, broken) in no_events() {
        let (a, b) = (cart("a"), cart("b"));
        let shop = shop(&[&a, &b]);
        let batch = json!({ "Records": [event(&a[0], "1"), broken, event(&a[2], "3"), event(&b[0], "4")] });
        let (response, taken) = invoke::<Wakes, _>(&shop, &batch).await;
        assert!(named(&response.unwrap()).is_empty(), "{says}");
        assert_eq!((pairs(&shop, &Generation::live()), parked(&shop)), (1, vec![]), "{says}");
        assert_eq!(counted(&taken, Count::UnreadableDeliveries), 1, "{says}");
    }
}

#[tokio::test]
async fn an_event_handler_parks_what_is_of_no_aggregate_that_the_table_knows() {
    for (says, mut broken) in no_events() {
        let b = cart("b");
        let shop = shop(&[&b]);
        broken["kinesis"]["partitionKey"] = json!("nobody");
        if says == "approximateArrivalTimestamp" {
            continue;
        }
        let batch = json!({ "Records": [broken, event(&b[0], "3"), event(&b[1], "4"), event(&b[2], "5")] });
        let (response, taken) = invoke::<Wakes, _>(&shop, &batch).await;
        assert!(named(&response.unwrap()).is_empty(), "{says}");
        let parked = parked(&shop);
        assert!(parked[0].0 == "nobody" && parked[0].1.contains(&says), "{says}: {parked:?}");
        assert!(parked[0].1.len() < 2_000, "an item of a table has no room for whatever was sent");
        assert_eq!(counted(&taken, Count::EventsParked), 1, "{says}");
        assert_eq!(pairs(&shop, &Generation::live()), 1, "{says}");
    }
}

#[tokio::test]
async fn an_event_under_another_key_or_id_is_a_hint_and_no_more() {
    let forged = cart("b");
    let mut elsewhere = event(&forged[1], "2");
    elsewhere["kinesis"]["partitionKey"] = json!("a");
    for broken in [elsewhere, second("id", json!("b:2")), second("aggregateversion", json!(0))] {
        let (a, b) = (cart("a"), cart("b"));
        let shop = shop(&[&a, &b]);
        let batch = json!({ "Records": [event(&a[0], "1"), broken, event(&a[2], "3"), event(&b[2], "4")] });
        let (response, taken) = invoke::<Wakes, _>(&shop, &batch).await;
        assert!(named(&response.unwrap()).is_empty());
        assert_eq!((pairs(&shop, &Generation::live()), parked(&shop)), (2, vec![]));
        assert_eq!(counted(&taken, Count::UnreadableDeliveries), 1);
    }
}

/// One of the two may be mangled, and nobody knows which: the table does.
#[tokio::test]
async fn an_event_under_another_key_refreshes_whatever_the_table_knows_of_both() {
    let mangled = |subject: &str| {
        let mut envelope = serde_json::to_value(&cart("a")[2]).unwrap();
        (envelope["subject"], envelope["id"]) = (json!(subject), json!(format!("{subject}:3")));
        STANDARD.encode(envelope.to_string())
    };
    for (key, subject) in
        [("a", "nobody"), ("nobody", "a"), ("a", ""), ("a", "b c"), ("a", &mebibyte()), ("a", "a\u{0}")]
    {
        let (a, b) = (cart("a"), cart("b"));
        let shop = shop(&[&a, &b]);
        let last_of_a = record(key, &mangled(subject), "3");
        let batch = json!({ "Records": [event(&a[0], "1"), event(&a[1], "2"), last_of_a, event(&b[0], "4")] });
        let (response, taken) = invoke::<Wakes, _>(&shop, &batch).await;
        assert!(named(&response.unwrap()).is_empty());
        assert_eq!((pairs(&shop, &Generation::live()), parked(&shop)), (1, vec![]), "{key}");
        assert_eq!(counted(&taken, Count::UnreadableDeliveries), 1);
    }
    // An id that no hop takes is none, whatever it came under.
    let shop = shop(&[]);
    let batch = json!({ "Records": [record("b c", &mangled("b c"), "1")] });
    assert!(named(&invoke::<Wakes, _>(&shop, &batch).await.0.unwrap()).is_empty());
    assert_eq!(parked(&shop), [("b c".to_owned(), "its subject is no id of an aggregate".to_owned())]);
}

/// What is ahead of its aggregate waits. It is in nobody's way, and a redrive begins with what is missing before it.
#[tokio::test]
async fn an_event_that_the_table_does_not_have_is_parked_and_a_redrive_fills_the_hole_before_it() {
    let a = cart("a");
    let shop = shop(&[&a[..1]]);
    let batch = json!({ "Records": [event(&a[0], "1"), event(&a[2], "2")] });
    let (response, taken) = invoke::<Wakes, _>(&shop, &batch).await;
    assert!(named(&response.unwrap()).is_empty());
    assert_eq!(parked(&shop), [("a".to_owned(), "the event table has a up to version 1 only".to_owned())]);
    assert_eq!(counted(&taken, Count::EventsParked), 1);
    // Now it happens, and the stream leaves out the one before.
    a[1..].iter().for_each(|event| shop.subscriptions.history.push(event.clone()));
    let batch = json!({ "Records": [event(&a[2], "3")] });
    assert!(named(&invoke::<Wakes, _>(&shop, &batch).await.0.unwrap()).is_empty());
    assert_eq!((pairs(&shop, &Generation::live()), parked(&shop).len()), (0, 1));
    let (_, taken) = invoke::<Wakes, _>(&shop, &json!({ "redrive": {} })).await;
    assert_eq!((pairs(&shop, &Generation::live()), parked(&shop)), (1, vec![]));
    assert_eq!(counted(&taken, Count::EventsRedriven), 2);
}

/// Ids of two types may be the same, so an event of another type says nothing about the cart. One that only says so does.
#[tokio::test]
async fn an_event_of_another_aggregate_type_does_not_stand_for_the_event_of_a_cart() {
    let order = |source: &str| {
        let mut envelope = serde_json::to_value(&cart("a")[1]).unwrap();
        (envelope["aggregatetype"], envelope["source"]) = (json!("order"), json!(source));
        envelope
    };
    for (source, ignored, unreadable) in [("/aggregates/order", 1, 0), ("/aggregates/cart", 0, 1), ("", 0, 1)] {
        let (a, b) = (cart("a"), cart("b"));
        let shop = shop(&[&a, &b]);
        let order = record("a", &STANDARD.encode(order(source).to_string()), "2");
        let batch = json!({ "Records": [event(&a[0], "1"), order, event(&a[2], "3"), event(&b[0], "4")] });
        let (response, taken) = invoke::<Wakes, _>(&shop, &batch).await;
        assert!(named(&response.unwrap()).is_empty());
        assert_eq!((pairs(&shop, &Generation::live()), parked(&shop)), (1, vec![]), "{source}");
        let counts = [Count::EventsIgnored, Count::UnreadableDeliveries].map(|count| counted(&taken, count));
        assert_eq!(counts, [ignored, unreadable], "{source}");
    }
    // In the table in the place of a cart's event, it leaves a hole that nothing fills: what is behind it waits.
    let (mut a, b) = (cart("a"), cart("b"));
    a[1] = serde_json::from_str(&order("/aggregates/order").to_string()).unwrap();
    let shop = shop(&[&a, &b]);
    let (response, taken) = invoke::<Wakes, _>(&shop, &batch([&a, &b], event)).await;
    assert!(named(&response.unwrap()).is_empty());
    let parked = parked(&shop);
    assert!(parked.len() == 1 && parked[0].1.contains("version 2 has to come first"), "{parked:?}");
    assert_eq!((pairs(&shop, &Generation::live()), counted(&taken, Count::EventsParked)), (1, 1));
}

/// An item of a table has a largest size, and the event may have it already.
#[tokio::test]
async fn an_event_of_any_size_can_be_parked() {
    for (data, kept) in [(String::new(), true), (mebibyte(), false)] {
        let (mut a, b) = (cart("a"), cart("b"));
        let mut envelope = serde_json::to_value(&a[1]).unwrap();
        envelope["data"]["sku"] = json!(data);
        a[1] = serde_json::from_str(&envelope.to_string()).unwrap();
        let shop = shop(&[&a, &b]);
        let batch = json!({ "Records": [event(&a[0], "1"), event(&a[1], "2"), event(&b[0], "3")] });
        let (response, taken) = invoke::<Wakes, _>(&shop, &batch).await;
        assert!(named(&response.unwrap()).is_empty());
        let parked = shop.subscriptions.parked.all();
        assert!(parked.len() == 1 && parked[0].event.is_some() == kept && parked[0].reason.contains("is not a sku"));
        assert!(serde_json::to_vec(&parked[0]).unwrap().len() < 100_000);
        assert_eq!(counted(&taken, Count::EventsParked), 1);
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
        assert_eq!((pairs(&shop, &Generation::live()), counted(&taken, Count::EventsParked)), (1, 2), "{says}");
    }
}

#[tokio::test]
async fn events_of_another_aggregate_type_and_duplicates_change_nothing_and_are_counted() {
    let a = cart("a");
    let shop = shop(&[&a]);
    let mut order = serde_json::to_value(&a[0]).unwrap();
    (order["aggregatetype"], order["source"]) = (json!("order"), json!("/aggregates/order"));
    order["subject"] = json!("o");
    order["id"] = json!("o:1");
    let order = record("o", &STANDARD.encode(order.to_string()), "2");
    let records =
        [event(&a[0], "1"), order, event(&a[0], "3"), event(&a[1], "4"), event(&a[2], "5"), event(&a[1], "6")];
    let (response, taken) = invoke::<Wakes, _>(&shop, &json!({ "Records": records })).await;
    assert!(named(&response.unwrap()).is_empty());
    assert_eq!((pairs(&shop, &Generation::live()), parked(&shop)), (1, vec![]));
    let counts = [Count::EventsApplied, Count::EventsIgnored, Count::DuplicateEvents];
    assert_eq!(counts.map(|count| counted(&taken, count)), [3, 1, 2]);
}

#[tokio::test]
async fn the_archive_puts_aside_what_is_no_event_and_keeps_the_rest() {
    for (says, broken) in no_events() {
        let archive = ArchiveHandler { archive: MemoryArchive::default(), unreadable: MemoryArchive::default() };
        let a = cart("a");
        let batch = json!({ "Records": [event(&a[0], "1"), broken, event(&a[2], "3")] });
        let (response, taken) = invoke::<StreamRecords<Envelope>, _>(&archive, &batch).await;
        assert!(named(&response.unwrap()).is_empty(), "{says}");
        let kept: usize = archive.archive.objects().values().map(|object| lines(object).count()).sum();
        let aside = archive.unreadable.objects().pop_first().unwrap().1;
        // It may be longer than an event can be.
        let aside: UnreadableRecord = serde_json::from_reader(MultiGzDecoder::new(aside.as_slice())).unwrap();
        assert!(kept == 2 && aside.reason.contains(&says), "{says}: {aside:?}");
        assert_eq!(counted(&taken, Count::UnreadableDeliveries), 1, "{says}");
    }
}

#[tokio::test]
async fn what_is_no_batch_or_has_no_name_is_refused_whole() {
    let mut nameless = event(&cart("a")[0], "1");
    nameless["kinesis"].as_object_mut().unwrap().remove("sequenceNumber");
    for (event, says) in [
        (json!({ "Records": [nameless] }), "missing field `sequenceNumber`"),
        (json!({ "Records": [{}] }), "missing field `kinesis`"),
        (json!({ "Records": [null] }), "record 0 is not one of a batch of Kinesis records"),
        (
            json!({ "Records": [{ "eventSource": "aws:sns" }] }),
            "events from aws:sns are not what this function wakes on",
        ),
        (json!({ "Records": 7 }), "this is not a batch of Kinesis records or SQS messages"),
        (json!({}), "this is not a request that this function knows"),
    ] {
        let refused = invoke::<Wakes, _>(&shop(&[]), &event).await.0.unwrap_err();
        assert!(refused.contains(says), "{event}: {refused}");
    }
}

#[tokio::test]
async fn an_empty_batch_is_handled() {
    let empty = json!({ "Records": [] });
    assert!(named(&invoke::<Wakes, _>(&shop(&[]), &empty).await.0.unwrap()).is_empty());
    let archive = ArchiveHandler { archive: MemoryArchive::default(), unreadable: MemoryArchive::default() };
    assert!(named(&invoke::<StreamRecords<Envelope>, _>(&archive, &empty).await.0.unwrap()).is_empty());
    assert!(archive.archive.objects().is_empty() && archive.unreadable.objects().is_empty());
}
