//! From people and schedules to the functions that keep the house in order, and to event handlers, invoked directly.

use std::time::Duration;

use contract::{Invocation, QueueMessages, StreamRecords};
use functions::audit::{AuditHandler, AuditReport, AuditRequest};
use functions::compact::{CompactHandler, CompactReport, CompactRequest};
use functions::envelope::Envelope;
use functions::erase::{EraseHandler, EraseReport, EraseRequest};
use functions::event_handler::{
    HandlerAnswer, HandlerRequest, ProjectionAnswer, ProjectionRequest, Subscriptions, WithoutReplays,
};
use functions::ports::memory::{
    MemoryArchive, MemoryClaims, MemoryEventTable, MemoryGates, MemoryHistory, MemoryKeyring, MemoryMail,
    MemoryParkingLot, MemorySchedules,
};
use functions::related_items::{RelatedItemsAnswer, RelatedItemsQuery};
use functions::remind::{RemindAnswer, RemindHandler, RemindRequest};
use functions::reminders::RemindersHandler;
use functions::wakes::NotHandled;
use serde_json::json;
use uuid::Uuid;

use super::samples::{cart, invoke, mebibyte, moment, refused, shop};

/// The code of what cannot be read.
const INVALID: &str = NotHandled::INVALID_EVENT;

type Audit = Invocation<AuditRequest, AuditReport>;

fn audit() -> AuditHandler<MemoryArchive, MemoryArchive, MemoryArchive, MemoryEventTable> {
    let memory = MemoryArchive::default;
    AuditHandler::new(memory(), memory(), memory(), MemoryEventTable::default())
}

/// A request to go on with an audit from a place that somebody made up.
fn resumed(started_at: jiff::Timestamp, step: serde_json::Value) -> serde_json::Value {
    json!({ "resume": { "run": Uuid::nil(), "started_at": started_at, "objects": u64::MAX, "step": step } })
}

#[tokio::test]
async fn what_makes_no_sense_to_an_audit_is_refused() {
    let long_ago = resumed(jiff::Timestamp::MIN, json!({ "archive": null })).to_string();
    for (request, code, says) in [
        (r#"{"grace_seconds":-1}"#, INVALID, "invalid value: integer `-1`"),
        (r#"{"aggregate":7}"#, INVALID, "invalid type: integer `7`"),
        (r#"{"repair":true,"repair":false}"#, INVALID, "duplicate field `repair`"),
        (r#"{"resume":{}}"#, INVALID, "missing field"),
        (r#"{"remove":true}"#, INVALID, "unknown field `remove`"),
        (&long_ago, "AuditExpired", "too long ago to go on"),
    ] {
        refused::<Audit, _>(&audit(), request, code, says).await;
    }
}

/// Where an audit goes on comes back from whoever asks.
#[tokio::test]
async fn an_audit_goes_on_from_any_place() {
    let archive = MemoryArchive::default();
    let event = cart("a")[0].to_bytes().unwrap();
    let object = functions::archive::object([&*event]).unwrap();
    archive.replace("events/date=2026-11-23/hour=10/shardId-000000000000-1-1.jsonl.gz", object);
    let memory = MemoryArchive::default;
    let audit = AuditHandler::new(archive, memory(), memory(), MemoryEventTable::default());
    for (step, findings) in [
        (json!({ "archive": null }), 1),
        (json!({ "archive": "\u{10ffff}" }), 0),
        (json!({ "table": { "aggregate_id": "", "version": u64::MAX } }), 0),
        (json!({ "compare": u16::MAX }), 0),
    ] {
        let (report, _) = invoke::<Audit, _>(&audit, &resumed(jiff::Timestamp::MAX, step.clone())).await;
        assert_eq!(report.unwrap().extra, findings, "{step}");
    }
}

#[tokio::test]
async fn what_makes_no_sense_to_a_compaction_is_refused() {
    let compact = CompactHandler::new(MemoryArchive::default());
    for (request, code, says) in [
        ("{}", INVALID, "missing field `older_than_hours`"),
        (r#"{"older_than_hours":4294967296}"#, INVALID, "invalid value: integer `4294967296`"),
        (r#"{"older_than_hours":1,"after":[]}"#, INVALID, "invalid type: sequence"),
        (r#"{"older_than_hours":0}"#, "TooYoung", "`older_than_hours` is 0"),
    ] {
        refused::<Invocation<CompactRequest, CompactReport>, _>(&compact, request, code, says).await;
    }
}

#[tokio::test]
async fn an_erasure_of_nobody_or_by_nobody_is_refused() {
    let erase = EraseHandler { keys: MemoryKeyring::default() };
    let by = |name: &str| json!({ "customer_id": Uuid::nil(), "requested_by": name }).to_string();
    for (request, code, says) in [
        (r#"{"customer_id":"ada","requested_by":"x"}"#.to_owned(), INVALID, "ada"),
        (r#"{"requested_by":"x"}"#.to_owned(), INVALID, "missing field `customer_id`"),
        (by(""), "Nameless", "`requested_by` says who asks"),
        (by("a\nb"), "Nameless", "`requested_by` says who asks"),
        (by(&mebibyte()), "Nameless", "`requested_by` says who asks"),
    ] {
        refused::<Invocation<EraseRequest, EraseReport>, _>(&erase, &request, code, says).await;
    }
}

#[tokio::test]
async fn a_reminder_of_nothing_or_too_early_is_refused() {
    let remind = RemindHandler {
        carts: MemoryHistory::default(),
        claims: MemoryClaims::default(),
        keys: MemoryKeyring::default(),
        mail: MemoryMail::default(),
    };
    let id = Uuid::from_u128(1);
    let due = |due: jiff::Timestamp| {
        let remind = json!({ "cart_id": id, "due": due, "correlation_id": id, "causation_id": "a:1" });
        json!({ "remind": remind }).to_string()
    };
    for (request, code, says) in [
        (r#"{"remind":{"cart_id":"7"}}"#.to_owned(), INVALID, "`7` is not a cart id"),
        (r#"{"everybody":{}}"#.to_owned(), INVALID, "unknown variant `everybody`"),
        (due(jiff::Timestamp::MAX), "ReminderTooEarly", "is not due before"),
        (due(moment().now), "NoSuchCart", "There is no cart"),
        (json!({ "send_again": { "cart_id": id } }).to_string(), "NoSuchCart", "There is no cart"),
    ] {
        refused::<Invocation<RemindRequest, RemindAnswer>, _>(&remind, &request, code, says).await;
    }
}

#[tokio::test]
async fn what_makes_no_sense_to_an_event_handler_is_refused() {
    type Wakes = (StreamRecords<Envelope>, Invocation<HandlerRequest, HandlerAnswer>);
    let after = Duration::from_secs(60);
    let handler = RemindersHandler { schedules: MemorySchedules::default(), gates: MemoryGates::default(), after };
    let (history, parked) = (MemoryHistory::default(), MemoryParkingLot::default());
    let reminders = WithoutReplays(Subscriptions { handler, history, parked });
    for (request, says) in [
        (r#"{"redrive":{"aggregate":7}}"#, "invalid type: integer `7`"),
        (r#"{"redrive":{"all":true}}"#, "unknown field `all`"),
        (r#"{"begin":{"run":"r"}}"#, "unknown variant `begin`"),
        ("{}", "this is not a request that this function knows"),
        ("7", "this is not a JSON object"),
        ("", "this is not a JSON object"),
    ] {
        refused::<Wakes, _>(&reminders, request, INVALID, says).await;
    }
}

#[tokio::test]
async fn what_makes_no_sense_to_a_projection_is_refused() {
    type Wakes = (
        StreamRecords<Envelope>,
        QueueMessages<Envelope>,
        Invocation<ProjectionRequest<RelatedItemsQuery>, ProjectionAnswer<RelatedItemsAnswer>>,
    );
    let large = format!("\"{}\"", mebibyte());
    for (request, code, says) in [
        (r#"{"redrive":{"dry_run":1}}"#, INVALID, "invalid type: integer `1`"),
        (r#"{"begin":{"run":"../x"}}"#, INVALID, "`../x` cannot name a replay run"),
        (r#"{"hand_over":{}}"#, INVALID, "missing field `run`"),
        (r#"{"retire":{"generation":""}}"#, INVALID, "`` cannot name a replay run"),
        (r#"{"related":{"sku":"?","limit":1}}"#, INVALID, "is not a sku"),
        (r#"{"related":{"sku":"tea","limit":0}}"#, INVALID, "limit"),
        (r#"{"begin":{"run":"live"}}"#, "GenerationServed", "serves readers"),
        (r#"{"hand_over":{"run":"r"}}"#, "UnknownGeneration", "There is no generation `r`"),
        (r#"{"retire":{"generation":"live"}}"#, "GenerationServing", "hand them over to another one first"),
        (r#"{"retire":{"generation":"r"}}"#, "UnknownGeneration", "There is no generation `r`"),
        (&large, INVALID, "this is not a JSON object"),
        ("{", INVALID, "this is not a JSON object"),
    ] {
        refused::<Wakes, _>(&shop(&[]), request, code, says).await;
    }
}
