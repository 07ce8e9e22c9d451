//! From the event table to `publish`.

use contract::TableChanges;
use functions::commit_item::CommitItem;
use functions::metrics::Count;
use functions::ports::memory::{MemoryArchive, MemoryOutlet};
use functions::publish::{PublishHandler, UnreadableCommit};
use serde_json::{Value, json};

use super::samples::{commit, counted, invoke, mebibyte, named};

/// What Lambda sends of a new item, written so many seconds ago.
fn change(item: &CommitItem, sequence_number: &str, seconds_ago: i64) -> Value {
    let image: serde_dynamo::Item = serde_dynamo::to_item(item).unwrap();
    let image = serde_json::to_value(image).unwrap();
    json!({
        "eventID": "c4", "eventName": "INSERT", "eventVersion": "1.1", "eventSource": "aws:dynamodb",
        "awsRegion": "eu-central-1",
        "dynamodb": {
            "ApproximateCreationDateTime": super::samples::moment().now.as_second() - seconds_ago,
            "Keys": { "aggregate_id": image["aggregate_id"], "version": image["version"] },
            "NewImage": image, "SequenceNumber": sequence_number, "SizeBytes": 1, "StreamViewType": "NEW_IMAGE",
        },
    })
}

fn broken(seconds_ago: i64, what: impl Fn(&mut Value)) -> Value {
    let mut change = change(&commit("a"), "2", seconds_ago);
    what(&mut change["dynamodb"]);
    change
}

/// Each way to break the second of four changes, with what is said of it.
fn ways(seconds_ago: i64) -> Vec<(&'static str, Value)> {
    let broken = |what: &dyn Fn(&mut Value)| broken(seconds_ago, what);
    let events = |events: Value| broken(&move |change| change["NewImage"]["events"] = events.clone());
    let data = |data: &str| {
        let data = data.to_owned();
        broken(&move |change| change["NewImage"]["events"]["L"][0]["M"]["data"]["S"] = json!(data))
    };
    vec![
        ("missing field `NewImage`", broken(&|change| drop(change.as_object_mut().unwrap().remove("NewImage")))),
        ("missing field `Keys`", broken(&|change| drop(change.as_object_mut().unwrap().remove("Keys")))),
        ("invalid type: null", broken(&|change| change["NewImage"] = Value::Null)),
        (
            "missing field `recorded_at`",
            broken(&|change| {
                change["NewImage"].as_object_mut().unwrap().remove("recorded_at");
            }),
        ),
        ("is not a command id", broken(&|change| change["NewImage"]["command_id"]["S"] = json!("no id"))),
        ("invalid type: string", broken(&|change| change["NewImage"]["version"] = json!({ "S": "1" }))),
        ("is not a number", broken(&|change| change["NewImage"]["version"] = json!({ "N": "one" }))),
        ("no event has the version 0", broken(&|change| change["NewImage"]["version"] = json!({ "N": "0" }))),
        (
            "it is a commit of b under the key of a",
            broken(&|change| change["NewImage"]["aggregate_id"] = json!({ "S": "b" })),
        ),
        ("it has no events", events(json!({ "L": [] }))),
        ("invalid type: integer `7`", events(json!(7))),
        ("is not JSON", data("{")),
        ("is not JSON", data("")),
        ("is not JSON", data(&mebibyte())),
        ("unknown variant `B`", broken(&|change| change["NewImage"]["version"] = json!({ "B": "AAA=" }))),
    ]
}

fn publish() -> PublishHandler<MemoryOutlet, MemoryArchive> {
    PublishHandler { events: MemoryOutlet::default(), unreadable: MemoryArchive::default() }
}

fn batch(second: Value) -> Value {
    let later = CommitItem { version: 4, ..commit("a") };
    json!({ "Records": [change(&commit("b"), "1", 0), second, change(&later, "3", 0), change(&commit("c"), "4", 0)] })
}

fn published(handler: &PublishHandler<MemoryOutlet, MemoryArchive>) -> Vec<String> {
    handler.events.sent().into_iter().map(|message| message.id).collect()
}

#[tokio::test]
async fn a_malformed_commit_holds_back_its_aggregate_at_first_and_no_other() {
    for (says, second) in ways(0) {
        let handler = publish();
        let (response, taken) = invoke::<TableChanges<CommitItem>, _>(&handler, &batch(second)).await;
        let held_back = if says.contains("Keys") { vec!["2"] } else { vec!["2", "3"] };
        assert_eq!(named(&response.unwrap()), held_back, "{says}");
        assert_eq!(counted(&taken, Count::UnreadableDeliveries), 1, "{says}");
        let published = published(&handler);
        assert!(
            published.contains(&"b:3".to_owned()) && published.contains(&"c:3".to_owned()),
            "{says}: {published:?}"
        );
    }
}

#[tokio::test]
async fn a_malformed_commit_is_put_aside_with_a_reason_after_a_while() {
    for (says, second) in ways(301) {
        let handler = publish();
        let (response, _) = invoke::<TableChanges<CommitItem>, _>(&handler, &batch(second)).await;
        assert!(named(&response.unwrap()).is_empty(), "{says}");
        assert!(published(&handler).contains(&"a:6".to_owned()), "{says}");
        let (key, note) = handler.unreadable.objects().pop_first().unwrap();
        assert_eq!(key, "unreadable-commits/2.json");
        let note: UnreadableCommit = serde_json::from_slice(&note).unwrap();
        assert!(note.reason.contains(says), "{} does not say: {says}", note.reason);
    }
}

#[tokio::test]
async fn unknown_types_versions_and_aggregates_are_for_the_handlers_to_judge() {
    let handler = publish();
    let mut item = commit("a");
    item.aggregate_type = "order".to_owned();
    item.events[0].event_type = "order.placed".to_owned();
    item.events[1].schema_version = 99;
    item.events[2].data = format!("\"{}\"", mebibyte());
    let event = json!({ "Records": [change(&item, "1", 0)] });
    let (response, _) = invoke::<TableChanges<CommitItem>, _>(&handler, &event).await;
    assert!(named(&response.unwrap()).is_empty());
    assert_eq!(published(&handler), ["a:1", "a:2", "a:3"]);
}

#[tokio::test]
async fn what_is_no_batch_or_has_no_name_is_refused_whole() {
    let nameless = broken(0, |change| drop(change.as_object_mut().unwrap().remove("SequenceNumber")));
    for (event, says) in [
        (json!({ "Records": [nameless] }), "missing field `SequenceNumber`"),
        (json!({ "Records": [null] }), "record 0 is not one of a batch of DynamoDB changes"),
        (json!({ "Records": [{}] }), "missing field `dynamodb`"),
        (json!({ "Records": {} }), "this is not a batch of DynamoDB changes"),
        (json!({}), "missing field `Records`"),
        (json!(null), "this is not a batch of DynamoDB changes"),
    ] {
        let (response, _) = invoke::<TableChanges<CommitItem>, _>(&publish(), &event).await;
        let refused = response.unwrap_err();
        assert!(refused.contains(says), "{event}: {refused}");
    }
    let empty = json!({ "Records": [] });
    assert!(named(&invoke::<TableChanges<CommitItem>, _>(&publish(), &empty).await.0.unwrap()).is_empty());
}

/// The stream would refuse it, and with it whatever is sent in the same request.
#[tokio::test]
async fn a_commit_with_an_id_that_no_hop_takes_is_put_aside() {
    for id in ["a".repeat(129), "a b".to_owned(), "\u{e4}".to_owned()] {
        let handler = publish();
        let nameless = change(&commit(&id), "2", 301);
        let (response, taken) = invoke::<TableChanges<CommitItem>, _>(&handler, &batch(nameless)).await;
        assert!(named(&response.unwrap()).is_empty());
        assert_eq!(counted(&taken, Count::UnreadableDeliveries), 1);
        assert!(published(&handler).iter().all(|event| !event.starts_with(&id)));
        let note = handler.unreadable.objects().pop_first().unwrap().1;
        let note: UnreadableCommit = serde_json::from_slice(&note).unwrap();
        assert!(note.reason.contains("its aggregate's id is not"), "{}", note.reason);
    }
}

#[tokio::test]
async fn a_commit_that_comes_twice_is_published_twice_in_order_and_holds_nothing_back() {
    let handler = publish();
    let (first, again) = (change(&commit("a"), "1", 0), change(&commit("a"), "1", 0));
    let event = json!({ "Records": [first, again, change(&commit("b"), "2", 0)] });
    let (response, taken) = invoke::<TableChanges<CommitItem>, _>(&handler, &event).await;
    assert!(named(&response.unwrap()).is_empty());
    let of_a: Vec<_> = published(&handler).into_iter().filter(|event| event.starts_with('a')).collect();
    assert_eq!(of_a, ["a:1", "a:2", "a:3", "a:1", "a:2", "a:3"]);
    assert_eq!(counted(&taken, Count::EventsPublished), 9);
}
