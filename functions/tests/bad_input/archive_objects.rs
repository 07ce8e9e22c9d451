//! From the archive to those who read it: `replay`, `audit` and `compact`.

use contract::Invocation;
use functions::archive::object;
use functions::audit::{AuditHandler, AuditReport, AuditRequest};
use functions::compact::{CompactHandler, CompactReport, CompactRequest};
use functions::envelope::{Envelope, MAX_EVENT_BYTES};
use functions::metrics::Count;
use functions::ports::memory::{MemoryArchive, MemoryEventTable};
use functions::replay::{ReplayAnswer, Run};
use serde_json::json;

use super::replay_requests::{Replay, replays};
use super::samples::{cart, commit, counted, invoke};

type Audit = Invocation<AuditRequest, AuditReport>;
type Compact = Invocation<CompactRequest, CompactReport>;

/// The keys of two objects of an hour that is long over.
const KEYS: [&str; 2] = [
    "events/date=2026-11-23/hour=10/shardId-000000000000-1-3.jsonl.gz",
    "events/date=2026-11-23/hour=10/shardId-000000000000-4-6.jsonl.gz",
];

fn lines(events: &[Envelope]) -> Vec<Vec<u8>> {
    events.iter().map(|event| event.to_bytes().unwrap().to_vec()).collect()
}

fn gzip(lines: &[Vec<u8>]) -> Vec<u8> {
    object(lines.iter().map(Vec::as_slice)).unwrap()
}

/// Objects that are damaged in the place of the one of cart `a`, with how many of its three events can be read.
fn damaged() -> [(&'static str, Vec<u8>, usize); 6] {
    let whole = lines(&cart("a"));
    let half = gzip(&whole);
    let with = |line: Vec<u8>| gzip(&[whole[0].clone(), line, whole[1].clone(), whole[2].clone()]);
    let last_cut = whole[2].len() / 2;
    [
        ("deflate", half[..half.len() / 2].to_vec(), 0),
        ("EOF", gzip(&[whole[0].clone(), whole[1].clone(), whole[2][..last_cut].to_vec()]), 2),
        ("empty", Vec::new(), 0),
        ("gzip", b"no gzip".to_vec(), 0),
        ("longer than an event can be", with(vec![b' '; MAX_EVENT_BYTES + 1]), 3),
        ("not UTF-8", with(vec![0xff]), 3),
    ]
}

/// An archive of the carts `a`, whose object is damaged, and `b`.
fn archive(damaged: &[u8]) -> MemoryArchive {
    let archive = MemoryArchive::default();
    archive.replace(KEYS[0], damaged.to_vec());
    archive.replace(KEYS[1], gzip(&lines(&cart("b"))));
    archive
}

async fn replayed(archive: MemoryArchive) -> (Run, Vec<String>, u64) {
    let replays = replays(archive);
    let request = json!({ "start": { "handler": "related-items" } });
    let (answer, taken) = invoke::<Replay, _>(&replays, &request).await;
    let ReplayAnswer::Run(run) = answer.unwrap() else { panic!("no run") };
    let mut sent: Vec<_> = replays.queues.sent().into_iter().map(|message| message.id).collect();
    // Only the order within an aggregate is kept.
    sent.sort_by_key(|id| id.split(':').next().map(str::to_owned));
    (*run, sent, counted(&taken, Count::ArchiveDamages))
}

#[tokio::test]
async fn a_replay_sends_what_can_be_read_and_whatever_is_behind_it() {
    for (says, object, readable) in damaged() {
        let (run, sent, damages) = replayed(archive(&object)).await;
        let expected: Vec<_> =
            cart("a")[..readable].iter().chain(&cart("b")).map(|event| event.id.to_string()).collect();
        assert_eq!(sent, expected, "{says}");
        assert_eq!((damages, run.counts.damaged), (1, 1), "{says}: {:?}", run.damaged);
        assert!(run.damaged[0].object == KEYS[0] && !run.damaged[0].reason.is_empty(), "{says}");
    }
}

#[tokio::test]
async fn an_audit_counts_the_damage_and_its_repair_leaves_an_archive_that_is_whole() {
    for (says, object, readable) in damaged() {
        let table = MemoryEventTable::default();
        ["a", "b"].into_iter().for_each(|cart| table.put(commit(cart)));
        let memory = MemoryArchive::default;
        let audit = AuditHandler::new(archive(&object), memory(), memory(), table);
        let (report, taken) = invoke::<Audit, _>(&audit, &json!({})).await;
        let report = report.unwrap();
        let missing = 3 - readable as u64;
        assert_eq!((report.unreadable, report.missing), (1, missing), "{says}: {:?}", report.findings);
        assert_eq!(counted(&taken, Count::AuditFindings), 1 + missing, "{says}");

        let (repaired, _) = invoke::<Audit, _>(&audit, &json!({ "repair": true })).await;
        let repaired = repaired.unwrap();
        assert_eq!((repaired.replaced, repaired.restored), (1, missing), "{says}: {:?}", repaired.findings);
        let (again, taken) = invoke::<Audit, _>(&audit, &json!({})).await;
        assert!(again.unwrap().is_clean() && counted(&taken, Count::AuditFindings) == 0, "{says}");
        let aside: Vec<_> = audit.unreadable.objects().into_values().collect();
        assert_eq!(aside, [object], "{says}: the damaged object is kept");
        let whole = MemoryArchive::default();
        audit.archive.objects().into_iter().for_each(|(key, object)| whole.replace(&key, object));
        let (run, sent, _) = replayed(whole).await;
        assert!(run.found_the_archive_whole(), "{says}");
        assert_eq!(sent, ["a:1", "a:2", "a:3", "b:1", "b:2", "b:3"], "{says}");
    }
}

#[tokio::test]
async fn a_compaction_leaves_the_hour_as_it_is_and_says_why() {
    for (says, object, _) in damaged() {
        let compact = CompactHandler::new(archive(&object));
        let before = compact.archive.objects();
        let (report, taken) = invoke::<Compact, _>(&compact, &json!({ "older_than_hours": 1 })).await;
        let report = report.unwrap();
        assert!(report.left.len() == 1 && report.left[0].reason.contains(KEYS[0]), "{says}: {report:?}");
        assert_eq!(counted(&taken, Count::HoursNotCompacted), 1, "{says}");
        assert_eq!(compact.archive.objects(), before, "{says}");
    }
}

/// An event from elsewhere may be shorter than a record and longer than a message: no replay could hand it on.
#[tokio::test]
async fn the_longest_event_that_is_archived_is_one_that_a_replay_can_read() {
    let long = |bytes: usize| {
        let mut event = lines(&cart("a"))[1].clone();
        let end = event.len() - 1;
        let spaces = bytes - event.len();
        event.splice(end..end, std::iter::repeat_n(b' ', spaces));
        event
    };
    let [longest, too_long] = [MAX_EVENT_BYTES, MAX_EVENT_BYTES + 1].map(long);
    let [event, other] = [&cart("a")[0], &cart("a")[2]].map(|event| event.to_bytes().unwrap().to_vec());
    for (second, damages) in [(longest, 0), (too_long, 1)] {
        let (run, sent, damaged) = replayed(archive(&gzip(&[event.clone(), second, other.clone()]))).await;
        assert_eq!((damaged, sent.len() as u64), (damages, 6 - damages), "{:?}", run.damaged);
    }
}
