//! From people, or whoever else may ask, to `replay`, invoked directly.

use std::sync::Arc;

use contract::Invocation;
use functions::ports::memory::{MemoryArchive, MemoryOutlet, MemoryReplayRuns};
use functions::replay::{Limits, ReplayAnswer, ReplayHandler, ReplayRequest};
use serde_json::{Value, json};

use super::samples::{invoke, mebibyte, refused};

pub type Replay = Invocation<ReplayRequest, ReplayAnswer>;

pub fn replays(archive: MemoryArchive) -> ReplayHandler<MemoryArchive, MemoryReplayRuns, Arc<MemoryOutlet>> {
    ReplayHandler { archive, runs: MemoryReplayRuns::default(), queues: Arc::default(), limits: Limits::default() }
}

/// A request to begin a run, with a value in one of its fields.
fn start(field: &str, value: Value) -> String {
    let mut start = json!({ "handler": "related-items" });
    start[field] = value;
    json!({ "start": start }).to_string()
}

fn select(field: &str, value: Value) -> String {
    start("selection", json!({ field: value }))
}

#[tokio::test]
async fn a_hostile_request_is_refused_counted_and_leaves_nothing_behind() {
    let replays = replays(MemoryArchive::default());
    let thousands: Vec<_> = (0..5000).map(|id| id.to_string()).collect();
    let times = json!({ "from": "2026-11-02T00:00:00Z", "to": "2026-11-01T00:00:00Z" });
    for (request, code, says) in [
        (start("handler", json!("carts")), "UnknownHandler", "There is no event handler `carts`"),
        (start("handler", json!(mebibyte())), "UnknownHandler", "[…]"),
        (start("handler", json!("reminders")), "NotReplayable", "takes no replays"),
        (start("run", json!("live")), "InvalidReplay", "generation `live`"),
        (start("run", json!("../../events")), "InvalidEvent", "cannot name a replay run"),
        (start("run", json!("")), "InvalidEvent", "cannot name a replay run"),
        (start("rate", json!(0)), "InvalidReplay", "A rate of 0 is out of range"),
        (start("rate", json!(4_000_000_000_u32)), "InvalidReplay", "A rate of 4000000000 is out of range"),
        (start("rate", json!(-1)), "InvalidEvent", "invalid value: integer `-1`"),
        (start("rate", json!(1e300)), "InvalidEvent", "invalid type: floating point"),
        (start("seconds", json!(-1)), "InvalidEvent", "invalid value: integer `-1`"),
        (start("after", json!("events/x")), "InvalidEvent", "unknown field `after`"),
        (start("selection", times), "InvalidReplay", "is not before"),
        (select("from", json!("+300000-01-01T00:00:00Z")), "InvalidEvent", "'year' is not in the required range"),
        (select("form", json!("2026-11-02T00:00:00Z")), "InvalidEvent", "unknown field `form`"),
        (select("aggregates", json!(["../secret"])), "InvalidReplay", "`../secret` is no aggregate id"),
        (select("aggregates", json!([mebibyte()])), "InvalidReplay", "is no aggregate id"),
        (select("aggregates", json!(thousands)), "InvalidReplay", "5000 aggregates are too many"),
        (select("event_types", json!([""])), "InvalidReplay", "`` is no event type"),
        (json!({ "resume": { "run": "r", "rate": 0 } }).to_string(), "InvalidReplay", "A rate of 0"),
        (json!({ "resume": { "run": "r" } }).to_string(), "UnknownRun", "There is no run `r` on record"),
        (json!({ "cancel": { "run": "r" } }).to_string(), "UnknownRun", "There is no run `r` on record"),
        (json!({ "cancel": {} }).to_string(), "InvalidEvent", "missing field `run`"),
        (json!({ "destroy": {} }).to_string(), "InvalidEvent", "unknown variant `destroy`"),
        (json!({ "list": {}, "start": {} }).to_string(), "InvalidEvent", "expected"),
        ("[".repeat(1 << 20), "InvalidEvent", "this is not a request that this function knows"),
        (format!("\"{}\"", mebibyte()), "InvalidEvent", "this is not a request that this function knows"),
        (String::new(), "InvalidEvent", "EOF"),
    ] {
        refused::<Replay, _>(&replays, &request, code, says).await;
    }
    let (listed, _) = invoke::<Replay, _>(&replays, &json!({ "list": {} })).await;
    assert!(matches!(listed.unwrap(), ReplayAnswer::Runs(runs) if runs.is_empty()));
    assert!(replays.queues.sent().is_empty());
    // A name is taken once, whoever asks for it.
    let begin = start("run", json!("r"));
    let (begun, _) = invoke::<Replay, _>(&replays, &serde_json::from_str(&begin).unwrap()).await;
    assert!(matches!(begun.unwrap(), ReplayAnswer::Run(_)));
    refused::<Replay, _>(&replays, &begin, "RunExists", "There is a run `r` already").await;
}
