//! Whole runs over ports in memory: what is sent, in which order, across continuations and crashes.

mod archives;
mod crashes;

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::*;
use crate::archive::testing::Disturbed;
use crate::ports::memory::{MemoryArchive, MemoryOutlet, MemoryReplayRuns};
use crate::ports::{Message, Unavailable};
use archives::{Event, archive};

type Replays = ReplayHandler<MemoryArchive, MemoryReplayRuns, Arc<MemoryOutlet>>;

fn replays(archive: MemoryArchive) -> Replays {
    ReplayHandler {
        archive,
        runs: MemoryReplayRuns::default(),
        queues: Arc::default(),
        limits: Limits { messages: 3, ..Limits::default() },
    }
}

/// The circumstances of an invocation that begins that many seconds after the first, and may run for 900 seconds.
fn moment(seconds: i64) -> Moment {
    let now = Timestamp::UNIX_EPOCH + SignedDuration::from_secs(seconds);
    let fresh_id = Uuid::from_u128(5 + u128::from(seconds.unsigned_abs()));
    Moment { now, deadline: now + SignedDuration::from_secs(900), fresh_id }
}

fn name(text: &str) -> Generation {
    Generation::try_from(text.to_owned()).unwrap()
}

fn start() -> StartReplay {
    StartReplay { run: Some(name("r")), ..StartReplay::of("related-items") }
}

fn resume(seconds: u32) -> ReplayRequest {
    ReplayRequest::Resume(ResumeReplay { run: name("r"), rate: None, seconds: Some(seconds) })
}

async fn ask(replays: &Replays, request: ReplayRequest, at: &Moment) -> Result<Run, ReplayError> {
    match replays.handle(request, at).await? {
        ReplayAnswer::Run(run) => Ok(*run),
        ReplayAnswer::Runs(runs) => panic!("{runs:?}"),
    }
}

async fn run(replays: &Replays, start: StartReplay) -> Run {
    ask(replays, ReplayRequest::Start(start), &moment(0)).await.unwrap()
}

fn sent(replays: &Replays) -> Vec<String> {
    replays.queues.sent().into_iter().map(|message| message.id).collect()
}

fn sent_of(replays: &Replays, aggregate: &str) -> Vec<String> {
    sent(replays).into_iter().filter(|id| id.starts_with(aggregate)).collect()
}

#[tokio::test]
async fn every_event_is_sent_once_and_in_order() {
    let objects: &[&[_]] = &[&[("a", 1), ("b", 1)], &[("a", 1), ("a", 2)], &[("b", 1)], &[("a", 3), ("b", 2)]];
    let replays = replays(archive(objects).await);
    let run = run(&replays, start()).await;
    let Counts { objects, lines, selected, sent: count, duplicates, aggregates, .. } = run.counts;
    assert_eq!((objects, lines, selected, count, duplicates, aggregates), (4, 7, 5, 5, 2, 2));
    assert_eq!((run.state, run.objects_to_read), (RunState::Complete, Some(4)));
    assert!(run.found_the_archive_whole());
    assert_eq!(sent(&replays), ["a:1", "b:1", "a:2", "a:3", "b:2"]);
    assert!(replays.queues.sent().iter().all(|message| message.key == message.id[..1]));
    assert!(replays.runs.checkpoints().is_empty(), "a run that is complete leaves nothing behind but its record");
}

#[tokio::test]
async fn a_dry_run_sends_nothing_and_counts_the_same() {
    let replays = replays(archive(&[&[("a", 1), ("a", 1)], &[("a", 2), ("b", 1)]]).await);
    let dry = run(&replays, StartReplay { dry_run: true, run: Some(name("dry")), ..start() }).await;
    assert!(sent(&replays).is_empty());
    let wet = run(&replays, start()).await;
    assert_eq!(Counts { sent: 3, ..dry.counts }, wet.counts);
}

#[tokio::test]
async fn an_invocation_that_is_out_of_time_is_continued_where_it_stopped() {
    let replays = replays(archive(&[&[("a", 1), ("a", 2)], &[("b", 1), ("a", 3)], &[("a", 2), ("a", 4)]]).await);
    let mut run = run(&replays, StartReplay { seconds: Some(0), ..start() }).await;
    let mut invocations = 1;
    while run.state == RunState::Incomplete {
        assert_eq!(replays.runs.checkpoints().len(), 1);
        assert_eq!(run.lease, None, "nobody works on it, so anybody may");
        run = ask(&replays, resume(0), &moment(invocations)).await.unwrap();
        invocations += 1;
    }
    assert!(invocations > 2);
    assert_eq!((run.counts.lines, run.counts.sent, run.counts.duplicates), (6, 5, 1));
    assert_eq!(sent_of(&replays, "a"), ["a:1", "a:2", "a:3", "a:4"]);
    assert_eq!(ask(&replays, resume(0), &moment(99)).await.unwrap(), run, "a complete run stays as it is");
}

#[tokio::test]
async fn an_archive_that_fails_every_invocation_is_come_through_all_the_same() {
    let objects: Vec<_> = (1..=12).map(|version| [("a", version)]).collect();
    let objects: Vec<_> = objects.iter().map(|object| object.as_slice()).collect();
    let archive = Arc::new(archive(&objects).await);
    let answers_for_a_while = || Disturbed::new(&archive, 16, |_| ());
    let ReplayHandler { runs, queues, limits, .. } = replays(MemoryArchive::default());
    let mut replays = ReplayHandler { archive: answers_for_a_while(), runs, queues, limits };
    let mut answer = replays.handle(ReplayRequest::Start(start()), &moment(0)).await;
    let mut invocations = 1;
    while let Err(error) = answer {
        assert!(matches!(error, ReplayError::Archive(_)) && invocations < 12, "{error}");
        replays.archive = answers_for_a_while();
        answer = replays.handle(resume(900), &moment(invocations)).await;
        invocations += 1;
    }
    assert!(invocations > 2);
    let sent: Vec<_> = replays.queues.sent().into_iter().map(|message| message.id).collect();
    assert_eq!(sent, (1..=12).map(|version| format!("a:{version}")).collect::<Vec<_>>());
}

#[tokio::test]
async fn what_fills_a_hole_later_is_sent_before_what_waited_for_it() {
    let replays = replays(archive(&[&[("a", 1), ("a", 3)], &[("a", 4), ("b", 1)], &[("a", 2)]]).await);
    let run = run(&replays, start()).await;
    assert_eq!(sent(&replays), ["a:1", "b:1", "a:2", "a:3", "a:4"]);
    assert!(run.found_the_archive_whole());
}

#[tokio::test]
async fn a_hole_is_told_and_what_is_behind_it_is_sent() {
    let replays = replays(archive(&[&[("a", 1), ("b", 1)], &[("a", 3), ("a", 4), ("b", 2)]]).await);
    let run = run(&replays, start()).await;
    assert_eq!(sent(&replays), ["a:1", "b:1", "b:2", "a:3", "a:4"]);
    assert_eq!(run.holes, [Hole { aggregate_id: "a".to_owned(), from: 2.into(), to: 2.into() }]);
    assert_eq!((run.state, run.counts.holes), (RunState::Complete, 1));
}

#[tokio::test]
async fn a_damaged_object_is_told_and_everything_that_can_be_read_is_sent() {
    let memory = archive(&[&[("a", 1)], &[("a", 2), ("b", 1), ("c", 1)], &[("a", 3), ("b", 2)]]).await;
    let (cut, content) = memory.objects().into_iter().nth(1).unwrap();
    memory.replace(&cut, content[..content.len() - 9].to_vec());
    memory.replace("events/date=1970-01-09/hour=00/x", b"no gzip".to_vec());
    memory.replace("events/date=1970-01-09/hour=00/y", archives::gzip("{}\n\u{fffd}\n"));
    let replays = replays(memory);
    let run = run(&replays, start()).await;
    let sent = sent(&replays);
    for readable in ["a:1", "a:3", "b:2"] {
        assert!(sent.iter().any(|id| id == readable), "{sent:?}");
    }
    let places: Vec<_> = run.damaged.iter().map(|damage| (damage.object.as_str(), damage.after_lines)).collect();
    assert_eq!((places[0].0, places.len()), (cut.as_str(), 4), "{places:?}");
    assert_eq!(places[2..], [("events/date=1970-01-09/hour=00/y", 0), ("events/date=1970-01-09/hour=00/y", 1)]);
    assert_eq!(run.state, RunState::Complete);
}

#[tokio::test]
async fn an_object_that_is_put_together_with_others_meanwhile_is_not_missed() {
    let memory = archive(&[&[("a", 1), ("a", 2), ("a", 3)], &[("a", 4), ("a", 5)], &[("a", 6)]]).await;
    let replays = replays(memory);
    let first = run(&replays, StartReplay { seconds: Some(0), ..start() }).await;
    assert!((1..3).contains(&first.counts.sent), "it stops within the first object");
    // Compaction writes one object for all, whose name comes before those that are left, and removes them.
    let objects = replays.archive.objects();
    let all: Vec<u8> = objects.values().flatten().copied().collect();
    let partition = partition_of_first(&replays.archive);
    replays.archive.replace(&format!("{partition}compacted"), all);
    objects.keys().for_each(|key| replays.archive.remove(key));
    let run = ask(&replays, resume(900), &moment(1)).await.unwrap();
    assert_eq!(sent(&replays), ["a:1", "a:2", "a:3", "a:4", "a:5", "a:6"]);
    assert_eq!((run.state, run.counts.duplicates), (RunState::Complete, first.counts.sent));
}

fn partition_of_first(archive: &MemoryArchive) -> String {
    let (key, _) = archive.objects().pop_first().unwrap();
    key[..=key.rfind('/').unwrap()].to_owned()
}

#[tokio::test]
async fn a_selection_sends_what_it_names() {
    let history: Vec<_> = (1..=6).map(|version| Event { hour: version, ..Event::of("a", version) }).collect();
    let other = Event { aggregate_type: "order".to_owned(), hour: 3, ..Event::of("b", 1) };
    let second = Event { event_type: "cart.closed".to_owned(), hour: 4, ..Event::of("c", 1) };
    let memory = archives::of(&[history, vec![other, second]].concat()).await;
    let time = |hour: i64| Some(Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hour));
    let names = |text: &str| [text.to_owned()].into();
    let all = Selection::default();
    for (selection, expected) in [
        (Selection { from: time(4), ..all.clone() }, vec!["a:4", "c:1", "a:5", "a:6"]),
        (Selection { to: time(3), ..all.clone() }, vec!["a:1", "a:2"]),
        (Selection { from: time(3), to: time(4), ..all.clone() }, vec!["a:3", "b:1"]),
        (Selection { aggregate_types: names("order"), ..all.clone() }, vec!["b:1"]),
        (Selection { aggregates: names("c"), ..all.clone() }, vec!["c:1"]),
        (Selection { event_types: names("cart.closed"), ..all.clone() }, vec!["c:1"]),
        (Selection { event_types: names("cart.emptied"), ..all.clone() }, vec![]),
    ] {
        let replays = Replays { queues: Arc::default(), ..replays(archives::copy(&memory)) };
        let run = run(&replays, StartReplay { selection: selection.clone(), ..start() }).await;
        assert_eq!(sent(&replays), expected, "{selection:?}");
        assert_eq!(run.counts.selected, expected.len() as u64, "{selection:?}");
        assert!(run.found_the_archive_whole(), "what is not selected is no hole: {selection:?}");
    }
    let late = Replays { queues: Arc::default(), ..replays(archives::copy(&memory)) };
    let run = run(&late, StartReplay { selection: Selection { from: time(6), ..all }, ..start() }).await;
    assert!(run.counts.lines < 5, "partitions before the time are not read");
}

#[tokio::test(start_paused = true)]
async fn a_rate_is_kept_within_an_invocation_and_across_them() {
    let objects: Vec<_> = (1..=100).map(|version| [("a", version)]).collect();
    let objects: Vec<&[_]> = objects.iter().map(|object| &object[..]).collect();
    let replays = replays(archive(&objects).await);
    let began = Instant::now();
    let mut times = Vec::new();
    let mut state = run(&replays, StartReplay { rate: Some(20), seconds: Some(1), ..start() }).await.state;
    while state == RunState::Incomplete {
        times.push((began.elapsed(), sent(&replays).len()));
        let now = moment(0).now + SignedDuration::try_from(began.elapsed()).unwrap();
        let at = Moment {
            now,
            deadline: now + SignedDuration::from_secs(900),
            fresh_id: Uuid::from_u128(times.len() as u128),
        };
        state = ask(&replays, resume(1), &at).await.unwrap().state;
    }
    assert!(times.len() >= 4, "{times:?}");
    for (elapsed, count) in times {
        // Virtual time: nothing here depends on how fast the machine is.
        assert!(count as f64 <= elapsed.as_secs_f64() * 20.0 + 2.0, "{count} after {elapsed:?}");
    }
    let took = began.elapsed().as_secs_f64();
    assert!((4.8..5.5).contains(&took), "100 events at 20 a second took {took} s");
}

#[tokio::test]
async fn two_invocations_at_once_do_not_both_send() {
    let replays = replays(archive(&[&[("a", 1), ("a", 2), ("a", 3), ("a", 4)]]).await);
    let before = run(&replays, StartReplay { seconds: Some(0), ..start() }).await.counts.sent;
    assert!((1..4).contains(&before));
    // An invocation that took the run and died.
    let (mut taken, tag) = replays.runs.load(&name("r")).await.unwrap().unwrap();
    let until = moment(80).now;
    taken.lease = Some(Lease { owner: Uuid::nil(), until });
    replays.runs.save(&taken, Some(&tag)).await.unwrap();
    let busy = ask(&replays, resume(0), &moment(79)).await.unwrap_err();
    assert!(matches!(busy, ReplayError::Busy { until: at, .. } if at == until), "{busy}");
    assert_eq!(sent(&replays).len() as u64, before);
    let run = ask(&replays, resume(9), &moment(80)).await.unwrap();
    assert_eq!((run.state, sent(&replays).len()), (RunState::Complete, 4));
}

#[tokio::test]
async fn a_run_that_is_cancelled_goes_no_further() {
    let replays = replays(archive(&[&[("a", 1), ("a", 2), ("a", 3), ("a", 4)]]).await);
    let before = run(&replays, StartReplay { seconds: Some(0), ..start() }).await.counts.sent;
    assert!((1..4).contains(&before));
    let cancel = ReplayRequest::Cancel(CancelReplay { run: name("r") });
    assert_eq!(ask(&replays, cancel, &moment(1)).await.unwrap().state, RunState::Cancelled);
    let refused = ask(&replays, resume(9), &moment(2)).await.unwrap_err();
    assert_eq!(refused.to_string(), "The run `r` was cancelled; start another.");
    assert_eq!(sent(&replays).len() as u64, before);
    let ReplayAnswer::Runs(runs) = replays.handle(ReplayRequest::List(ListReplays {}), &moment(3)).await.unwrap()
    else {
        panic!("a list was asked for")
    };
    assert_eq!(runs.iter().map(|run| (run.run.as_str(), run.state)).collect::<Vec<_>>(), [("r", RunState::Cancelled)]);
}

#[tokio::test]
async fn what_cannot_be_is_refused_before_anything_is_sent_or_recorded() {
    let replays = replays(archive(&[&[("a", 1)]]).await);
    let refuse = async |start: StartReplay| {
        ask(&replays, ReplayRequest::Start(start), &moment(0)).await.unwrap_err().to_string()
    };
    let unknown = refuse(StartReplay { handler: "reminders".to_owned(), ..start() }).await;
    assert_eq!(
        unknown,
        "The event handler `reminders` takes no replays, because it would do again what it did in the world outside; those that do: related-items."
    );
    let unknown = refuse(StartReplay { handler: "reminder".to_owned(), ..start() }).await;
    assert_eq!(unknown, "There is no event handler `reminder`; those that take replays: related-items.");
    assert!(refuse(StartReplay { run: Some(Generation::live()), ..start() }).await.contains("generation `live`"));
    assert!(refuse(StartReplay { rate: Some(0), ..start() }).await.contains("out of range"));
    assert!(replays.runs.names().await.unwrap().is_empty() && sent(&replays).is_empty());
    run(&replays, start()).await;
    assert!(refuse(start()).await.contains("There is a run `r` already"));
    let missing = ResumeReplay { run: name("s"), rate: None, seconds: None };
    let missing = ask(&replays, ReplayRequest::Resume(missing), &moment(0)).await.unwrap_err();
    assert_eq!(missing.to_string(), "There is no run `s` on record.");
    assert_eq!(sent(&replays), ["a:1"]);
}
