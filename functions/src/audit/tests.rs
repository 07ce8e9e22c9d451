use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use contract::Invocation;
use domain::kernel::Version;
use futures_util::FutureExt;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::archive::testing::{
    Arrival, Disturbed, FIRST_HOUR, Reader, archive_of, arrivals, commit, events, ids, newest,
};
use crate::archive::{Hour, PREFIX, object};
use crate::ports::ScanPage;
use crate::ports::memory::{MemoryArchive, MemoryEventTable};

/// An archive with its table, and what an audit needs beside them.
struct Kept {
    archive: Arc<MemoryArchive>,
    unreadable: Arc<MemoryArchive>,
    notes: Arc<MemoryArchive>,
    table: Table,
    newest: std::collections::BTreeMap<String, u64>,
}

#[derive(Clone, Default)]
struct Table(Arc<MemoryEventTable>);

impl EventScan for Table {
    async fn commits(&self, after: Option<&ScanPosition>) -> Result<ScanPage, Unavailable> {
        self.0.commits(after).await
    }
}

impl EventHistory for Table {
    async fn events(&self, aggregate_id: &str, from: Version) -> Result<Vec<Envelope>, Unavailable> {
        self.0.events(aggregate_id, from).await
    }
}

impl Kept {
    fn of(arrivals: &[Arrival]) -> Self {
        let (archive, commits) = archive_of(arrivals);
        let (table, newest) = (Table::default(), newest(&commits));
        commits.into_iter().for_each(|commit| table.0.put(commit));
        let new = || Arc::new(MemoryArchive::default());
        Self { archive: Arc::new(archive), unreadable: new(), notes: new(), table, newest }
    }

    /// One invocation, which ends at one of its calls to the archive.
    fn invoke(&self, request: AuditRequest, at: Moment, ends_at: u64) -> Result<AuditReport, AuditError> {
        let handler = AuditHandler {
            archive: Disturbed::new(&self.archive, ends_at, |_| ()),
            unreadable: Disturbed::new(&self.unreadable, u64::MAX, |_| ()),
            notes: Disturbed::new(&self.notes, u64::MAX, |_| ()),
            table: self.table.clone(),
            notes_in_memory: 7,
        };
        Handler::<Invocation<_, _>>::handle(&handler, request, &at).now_or_never().unwrap()
    }

    /// A whole audit.
    fn audit(&self, request: &AuditRequest, seconds: i64) -> AuditReport {
        let mut report = AuditReport::default();
        let mut invocations = 0;
        loop {
            invocations += 1;
            let resume = report.resume.take();
            report += self.invoke(AuditRequest { resume, ..request.clone() }, at(seconds), u64::MAX).unwrap();
            if report.resume.is_none() {
                assert!(seconds > 0 || invocations > 256);
                return report;
            }
        }
    }

    fn audited(&self) -> AuditReport {
        self.audit(&AuditRequest::default(), 900)
    }

    fn repaired(&self) -> AuditReport {
        self.audit(&AuditRequest { repair: true, ..AuditRequest::default() }, 900)
    }

    fn assert_whole(&self) -> Result<(), TestCaseError> {
        let report = self.audited();
        let is_harmless = |finding: &Finding| matches!(finding, Finding::OutOfTurn { .. });
        prop_assert!(report.is_clean() && report.findings.iter().all(is_harmless), "{:?}", report);
        prop_assert_eq!(report.archived, report.recorded);
        prop_assert_eq!(Reader::patient().read_all(&self.archive), self.newest.clone());
        Ok(())
    }
}

/// Makes ids fresh.
static FRESH: AtomicU64 = AtomicU64::new(1);

/// Long after everything arrived.
fn at(seconds: i64) -> Moment {
    let now = Hour::numbered(FIRST_HOUR + 100).end().unwrap();
    Moment {
        now,
        deadline: now + SignedDuration::from_secs(seconds),
        fresh_id: Uuid::from_u128(FRESH.fetch_add(1, Ordering::Relaxed).into()),
    }
}

fn carts(versions: usize) -> Vec<Arrival> {
    let arrival = |number| Arrival { aggregate: (number % 2) as u8, next_hour: false, ends_batch: true, again: false };
    (0..2 * versions).map(arrival).collect()
}

/// What befalls an object.
#[derive(Debug, Clone)]
enum Harm {
    Lost,
    Cut(prop::sample::Index),
    LineLost(prop::sample::Index),
    LineBroken(prop::sample::Index),
    Twice,
}

fn harms() -> impl Strategy<Value = Vec<(prop::sample::Index, Harm)>> {
    let harm = prop_oneof![
        Just(Harm::Lost),
        any::<prop::sample::Index>().prop_map(Harm::Cut),
        any::<prop::sample::Index>().prop_map(Harm::LineLost),
        any::<prop::sample::Index>().prop_map(Harm::LineBroken),
        Just(Harm::Twice),
    ];
    proptest::collection::vec((any::<prop::sample::Index>(), harm), 0..8)
}

fn suffer(archive: &MemoryArchive, harms: &[(prop::sample::Index, Harm)]) {
    for (which, harm) in harms {
        let objects = archive.objects();
        let Some((key, content)) =
            (!objects.is_empty()).then(|| objects.iter().nth(which.index(objects.len())).unwrap())
        else {
            return;
        };
        let mut lines: Vec<_> = crate::archive::lines(content).map_while(Result::ok).collect();
        let rewrite = |lines: &[Vec<u8>]| archive.replace(key, object(lines.iter().map(Vec::as_slice)).unwrap());
        match harm {
            Harm::Lost => archive.remove(key),
            Harm::Cut(at) => archive.replace(key, content[..at.index(content.len().max(1))].to_vec()),
            Harm::LineLost(which) if !lines.is_empty() => {
                lines.remove(which.index(lines.len()));
                rewrite(&lines);
            }
            Harm::LineBroken(which) if !lines.is_empty() => {
                let line = which.index(lines.len());
                lines[line].truncate(20);
                rewrite(&lines);
            }
            Harm::LineLost(_) | Harm::LineBroken(_) => {}
            Harm::Twice => archive.replace(&key.replace("shardId-", "shardId-1"), content.clone()),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_lost_is_found_and_restored(arrivals in arrivals(), harms in harms()) {
        let kept = Kept::of(&arrivals);
        let before = ids(&kept.archive);
        suffer(&kept.archive, &harms);
        let left: std::collections::BTreeSet<_> =
            kept.archive.objects().values().flat_map(|object| readable(object)).collect();
        let report = kept.audited();
        prop_assert_eq!((report.archived, report.recorded), (left.len() as u64, before.len() as u64));
        prop_assert_eq!(report.missing, before.difference(&left).count() as u64, "{:?}", report);
        prop_assert_eq!(report.restored + report.replaced, 0);

        let repaired = kept.repaired();
        prop_assert!(repaired.is_clean(), "{:?}", repaired);
        prop_assert_eq!(repaired.restored, report.missing);
        prop_assert_eq!(ids(&kept.archive), before);
        kept.assert_whole()?;
    }

    #[test]
    fn a_repair_that_ends_anywhere_is_taken_up(
        arrivals in arrivals(), harms in harms(), ends_at in 0..60u64,
    ) {
        let kept = Kept::of(&arrivals);
        suffer(&kept.archive, &harms);
        let request = AuditRequest { repair: true, ..AuditRequest::default() };
        for ends_at in [ends_at, ends_at / 2, ends_at / 3] {
            let _ = kept.invoke(request.clone(), at(900), ends_at);
        }
        kept.repaired();
        kept.assert_whole()?;
        let objects = kept.archive.objects();
        kept.repaired();
        prop_assert_eq!(kept.archive.objects(), objects, "a repair of what is whole writes nothing");
    }

    #[test]
    fn an_audit_in_small_steps_finds_the_same(arrivals in arrivals(), harms in harms()) {
        let kept = Kept::of(&arrivals);
        suffer(&kept.archive, &harms);
        let (whole, stepwise) = (kept.audited(), kept.audit(&AuditRequest::default(), 0));
        prop_assert_eq!(&whole, &stepwise);
    }

    #[test]
    fn what_was_repaired_can_be_compacted(arrivals in arrivals(), harms in harms()) {
        let kept = Kept::of(&arrivals);
        suffer(&kept.archive, &harms);
        kept.repaired();
        let compact = crate::compact::CompactHandler::new(Disturbed::new(&kept.archive, u64::MAX, |_| ()));
        let request = crate::compact::CompactRequest { older_than_hours: 1, dry_run: false, after: None };
        let compacted = compact.handle(request, &at(900)).now_or_never().unwrap().unwrap();
        prop_assert!(compacted.left.is_empty(), "{:?}", compacted);
        kept.assert_whole()?;
    }
}

/// The ids of the events that can be read of an object that may hold something else too.
fn readable(object: &[u8]) -> Vec<String> {
    let lines = crate::archive::lines(object).map_while(Result::ok);
    let event = |line: Vec<u8>| serde_json::from_slice::<Envelope>(&line).ok();
    lines.filter_map(event).map(|event| event.id.to_string()).collect()
}

#[test]
fn an_object_that_was_cut_is_put_aside_and_what_it_lost_comes_back() {
    let mut arrivals = carts(3);
    arrivals.iter_mut().take(5).for_each(|arrival| arrival.ends_batch = false);
    let kept = Kept::of(&arrivals);
    let (key, whole) = kept.archive.objects().pop_first().unwrap();
    let half = whole[..whole.len() / 2].to_vec();
    kept.archive.replace(&key, half.clone());

    let report = kept.audited();
    let Some(Finding::Unreadable { object, reason, repaired: false, .. }) = report.findings.first() else {
        panic!("{report:?}")
    };
    assert_eq!(*object, key);
    assert!(!reason.is_empty());
    assert!(report.missing > 0 && !report.is_clean());

    let repaired = kept.repaired();
    assert!(repaired.is_clean(), "{repaired:?}");
    assert_eq!((repaired.replaced, repaired.restored), (1, report.missing));
    let aside = kept.unreadable.objects();
    assert_eq!(aside.into_iter().collect::<Vec<_>>(), [(key.replace(PREFIX, "unreadable/objects/"), half)]);
    assert!(!kept.archive.objects().contains_key(&key));
    kept.assert_whole().unwrap();
}

#[test]
fn what_only_the_archive_has_and_what_differs_is_told_and_left_alone() {
    let kept = Kept::of(&carts(2));
    let hour = Hour::numbered(FIRST_HOUR);
    let mut other = commit("cart-0", 1, Timestamp::UNIX_EPOCH);
    other.events[0].data = r#"{"of":99}"#.to_owned();
    let lines: Vec<_> = [other, commit("stranger", 1, Timestamp::UNIX_EPOCH)]
        .iter()
        .map(|commit| serde_json::to_vec(&crate::envelope::envelopes(commit).unwrap()[0]).unwrap())
        .collect();
    let key = format!("{}shardId-9.jsonl.gz", hour.folder());
    kept.archive.replace(&key, object(lines.iter().map(Vec::as_slice)).unwrap());
    let before = kept.archive.objects();
    for report in [kept.audited(), kept.repaired()] {
        assert_eq!((report.extra, report.different, report.missing), (1, 1, 0));
        let hour = hour.partition();
        let expected = [
            Finding::Different { aggregate_id: "cart-0".to_owned(), version: 1, hour: hour.clone() },
            Finding::Extra { aggregate_id: "stranger".to_owned(), version: 1, hour },
        ];
        assert!(expected.iter().all(|finding| report.findings.contains(finding)), "{report:?}");
        assert!(!report.is_clean());
    }
    assert_eq!(kept.archive.objects(), before);
}

#[test]
fn what_just_happened_may_still_be_on_its_way() {
    let kept = Kept::of(&carts(2));
    let recent = at(900).now - SignedDuration::from_secs(600);
    kept.table.0.put(commit("cart-0", 3, recent));
    let report = kept.audited();
    assert_eq!((report.on_their_way, report.missing, report.is_clean()), (1, 0, true));
    let impatient = AuditRequest { grace_seconds: Some(60), ..AuditRequest::default() };
    assert_eq!(kept.audit(&impatient, 900).missing, 1);
}

#[test]
fn one_aggregate_is_audited_alone() {
    let kept = Kept::of(&carts(2));
    kept.archive.objects().keys().for_each(|key| kept.archive.remove(key));
    let one = AuditRequest { aggregate: Some("cart-1".to_owned()), repair: true, ..AuditRequest::default() };
    let report = kept.audit(&one, 900);
    let expected = Finding::Missing { aggregate_id: "cart-1".to_owned(), from: 1, to: 2, repaired: true };
    assert_eq!((report.recorded, report.findings), (2, vec![expected]));
    assert_eq!(ids(&kept.archive).into_iter().collect::<Vec<_>>(), ["cart-1:1", "cart-1:2"]);
}

#[test]
fn commits_that_cannot_be_read_and_objects_in_no_hour_are_told() {
    let kept = Kept::of(&carts(1));
    let mut broken = commit("cart-0", 2, Timestamp::UNIX_EPOCH);
    broken.events[0].data = "{".to_owned();
    kept.table.0.put(broken);
    kept.archive.replace("events/elsewhere", Vec::new());
    let report = kept.audited();
    assert_eq!(report.unreadable, 2);
    let [Finding::Unreadable { object, .. }, Finding::UnreadableCommit { aggregate_id, version: 2, .. }] =
        &report.findings[..]
    else {
        panic!("{report:?}")
    };
    assert_eq!((object.as_str(), aggregate_id.as_str()), ("events/elsewhere", "cart-0"));
}

#[test]
fn an_audit_is_not_resumed_when_its_notes_may_be_gone() {
    let kept = Kept::of(&carts(1));
    let started_at = at(0).now - SignedDuration::from_hours(13);
    let resume = Some(Position { run: Uuid::nil(), started_at, objects: 0, step: Step::Compare(0) });
    let error = kept.invoke(AuditRequest { resume, ..AuditRequest::default() }, at(900), u64::MAX).unwrap_err();
    assert!(error.to_string().contains("too long ago"), "{error}");
}

#[test]
fn restored_events_stand_in_the_hour_in_which_they_would_have_arrived() {
    let mut arrivals = carts(4);
    arrivals.retain(|arrival| arrival.aggregate == 0);
    arrivals[3].next_hour = true;
    let kept = Kept::of(&arrivals);
    let lost = kept.archive.objects().into_iter().find(|(_, object)| events(object)[0].aggregate_version.number() == 2);
    kept.archive.remove(&lost.unwrap().0);
    kept.repaired();
    let restored = kept.archive.objects().into_iter().find(|(key, _)| key.contains("/table-")).unwrap();
    assert_eq!(Hour::of_key(&restored.0), Some(Hour::numbered(FIRST_HOUR)));
    let versions: Vec<_> = events(&restored.1).iter().map(|event| event.aggregate_version.number()).collect();
    assert_eq!(versions, [2]);
    kept.assert_whole().unwrap();
}

#[test]
fn an_event_that_is_in_an_hour_before_its_predecessor_is_told_and_neither_missing_nor_written_again() {
    let mut arrivals = carts(3);
    arrivals.retain(|arrival| arrival.aggregate == 0);
    let kept = Kept::of(&arrivals);
    let objects = kept.archive.objects();
    // The table's stream brought the second event an hour late, behind the third.
    let second = objects.keys().nth(1).unwrap();
    let [hour, next] = [FIRST_HOUR, FIRST_HOUR + 1].map(|hour| Hour::numbered(hour).folder());
    kept.archive.replace(&second.replace(&hour, &next), objects[second].clone());
    kept.archive.remove(second);
    let objects = kept.archive.objects();
    for report in [kept.audited(), kept.repaired()] {
        let third = Finding::OutOfTurn { aggregate_id: "cart-0".to_owned(), from: 3, to: 3 };
        assert_eq!(report.findings, [third]);
        assert_eq!((report.out_of_turn, report.missing, report.restored, report.is_clean()), (1, 0, 0, true));
    }
    assert_eq!(kept.archive.objects(), objects);
    kept.assert_whole().unwrap();
}

#[test]
fn where_an_event_stands_within_its_hour_does_not_matter() {
    let mut arrivals = carts(3);
    arrivals.retain(|arrival| arrival.aggregate == 0);
    let kept = Kept::of(&arrivals);
    let objects = kept.archive.objects();
    let first = objects.keys().next().unwrap();
    kept.archive.replace(&first.replace("shardId-", "shardId-9"), objects[first].clone());
    kept.archive.remove(first);
    assert_eq!(kept.audited().findings, []);
    kept.assert_whole().unwrap();
}
