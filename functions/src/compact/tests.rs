use std::sync::{Arc, Mutex};

use futures_util::FutureExt;
use jiff::Timestamp;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::archive::testing::{Arrival, Disturbed, FIRST_HOUR, Reader, archive_of, arrivals, events, ids, newest};
use crate::archive::{Hour, SortedName};
use crate::ports::memory::MemoryArchive;

fn request() -> CompactRequest {
    CompactRequest { older_than_hours: 1, dry_run: false, after: None }
}

/// Long after everything arrived.
fn at(seconds: i64) -> Moment {
    let now = Hour::numbered(FIRST_HOUR + 100).end().unwrap();
    Moment { now, deadline: now + SignedDuration::from_secs(seconds), fresh_id: Uuid::nil() }
}

fn run<S: ArchiveReader + ArchiveWriter + ArchiveRemover>(
    archive: S,
    object_bytes: usize,
    request: CompactRequest,
    at: Moment,
) -> Result<CompactReport, CompactError> {
    CompactHandler { archive, object_bytes }.handle(request, &at).now_or_never().unwrap()
}

/// As a compaction that nothing disturbs leaves an archive.
fn compacted(archive: &Arc<MemoryArchive>, object_bytes: usize) -> CompactReport {
    let report = run(Disturbed::new(archive, u64::MAX, |_| ()), object_bytes, request(), at(900)).unwrap();
    assert!(report.complete && report.left.is_empty(), "{report:?}");
    report
}

fn in_one_hour(events: usize) -> Vec<Arrival> {
    vec![Arrival { aggregate: 1, next_hour: false, ends_batch: true, again: false }; events]
}

proptest! {
    #[test]
    fn whatever_ends_it_every_event_stays_and_keeps_its_turn(
        arrivals in arrivals(),
        ends_at in 0..60u64,
        object_bytes in prop_oneof![Just(1), Just(900), Just(OBJECT_BYTES)],
    ) {
        let (archive, commits) = archive_of(&arrivals);
        let (before, archive) = (ids(&archive), Arc::new(archive));
        for ends_at in [ends_at, ends_at / 2, ends_at / 3] {
            let _ = run(Disturbed::new(&archive, ends_at, |_| ()), object_bytes, request(), at(900));
            prop_assert_eq!(&ids(&archive), &before);
            prop_assert_eq!(Reader::default().read_all(&archive), newest(&commits));
        }
        compacted(&archive, object_bytes);
        prop_assert_eq!(&ids(&archive), &before);
        prop_assert_eq!(Reader::default().read_all(&archive), newest(&commits));
        // Nothing is left to do.
        let (objects, again) = (archive.objects(), compacted(&archive, object_bytes));
        prop_assert_eq!((again.hours, archive.objects()), (0, objects));
    }

    #[test]
    fn a_reader_at_work_meets_every_event_in_its_turn(
        arrivals in arrivals(),
        steps in proptest::collection::vec(0..4usize, 1..8),
        object_bytes in prop_oneof![Just(1), Just(900), Just(OBJECT_BYTES)],
    ) {
        let (archive, commits) = archive_of(&arrivals);
        let archive = Arc::new(archive);
        let reader = Mutex::new(Reader::default());
        let mut steps = steps.into_iter().cycle();
        let read = |archive: &MemoryArchive| {
            for _ in 0..steps.next().unwrap() {
                reader.lock().unwrap().step(archive);
            }
        };
        run(Disturbed::new(&archive, u64::MAX, read), object_bytes, request(), at(900)).unwrap();
        prop_assert_eq!(reader.into_inner().unwrap().read_all(&archive), newest(&commits));
    }

    #[test]
    fn two_compactions_at_once_lose_nothing(
        arrivals in arrivals(),
        other_begins in 0..20u64,
        other_ends in 0..40u64,
        object_bytes in prop_oneof![Just(1), Just(900), Just(OBJECT_BYTES)],
    ) {
        let (archive, commits) = archive_of(&arrivals);
        let (before, archive) = (ids(&archive), Arc::new(archive));
        let mut calls = 0;
        let shared = Arc::clone(&archive);
        let other = move |_: &MemoryArchive| {
            calls += 1;
            if calls == other_begins {
                let _ = run(Disturbed::new(&shared, other_ends, |_| ()), object_bytes, request(), at(900));
            }
        };
        run(Disturbed::new(&archive, u64::MAX, other), object_bytes, request(), at(900)).unwrap();
        prop_assert_eq!(&ids(&archive), &before);
        prop_assert_eq!(Reader::default().read_all(&archive), newest(&commits));
    }
}

#[test]
fn an_hour_becomes_one_object_without_duplicates_in_the_order_of_versions() {
    let mut arrivals = in_one_hour(5);
    arrivals[3].again = true;
    let (archive, _) = archive_of(&arrivals);
    let archive = Arc::new(archive);
    let report = compacted(&archive, OBJECT_BYTES);
    assert_eq!((report.hours, report.objects_before, report.objects_after), (1, 6, 1));
    assert_eq!((report.events, report.duplicates), (5, 2));
    let objects = archive.objects();
    let (key, object) = objects.first_key_value().unwrap();
    assert_eq!(SortedName::of_key(key).unwrap().generation, 1);
    let versions: Vec<_> = events(object).iter().map(|event| event.aggregate_version.number()).collect();
    assert_eq!(versions, [1, 2, 3, 4, 5]);
}

#[test]
fn hours_that_are_not_over_long_enough_are_left_alone() {
    let (archive, _) = archive_of(&in_one_hour(3));
    let (archive, objects) = (Arc::new(archive), 3);
    let end = Hour::numbered(FIRST_HOUR).end().unwrap();
    for (older_than_hours, after_its_end, compacts) in [(1, -1, 0), (1, 3599, 0), (24, 86_399, 0), (24, 86_400, 1)] {
        let now = end + SignedDuration::from_secs(after_its_end);
        let moment = Moment { now, deadline: now + SignedDuration::from_secs(900), fresh_id: Uuid::nil() };
        let request = CompactRequest { older_than_hours, dry_run: true, ..request() };
        let report = run(Disturbed::new(&archive, u64::MAX, |_| ()), OBJECT_BYTES, request, moment).unwrap();
        assert_eq!((report.hours, report.objects_before), (compacts, compacts * objects));
    }
    assert_eq!(archive.objects().len(), 3, "a dry run changes nothing");
    let none = CompactRequest { older_than_hours: 0, ..request() };
    let error = run(Disturbed::new(&archive, u64::MAX, |_| ()), OBJECT_BYTES, none, at(900)).unwrap_err();
    assert!(matches!(error, CompactError::TooYoung));
}

#[test]
fn what_is_out_of_time_goes_on_where_it_stopped() {
    let mut arrivals = in_one_hour(6);
    arrivals[2].next_hour = true;
    arrivals[4].next_hour = true;
    let (archive, commits) = archive_of(&arrivals);
    let archive = Arc::new(archive);
    let (mut after, mut left) = (None, Vec::new());
    loop {
        // No time at all: each hour is more than an invocation can do, which is said of it.
        let request = CompactRequest { after: after.clone(), ..request() };
        let report = run(Disturbed::new(&archive, u64::MAX, |_| ()), OBJECT_BYTES, request, at(0)).unwrap();
        left.extend(report.left);
        after = report.after;
        if report.complete {
            break;
        }
    }
    assert_eq!(left.len(), 3);
    assert_eq!(left[0].reason, "it takes longer than a function may run");
    assert_eq!(Reader::default().read_all(&archive), newest(&commits));
    assert_eq!(compacted(&archive, OBJECT_BYTES).hours, 3);
}

#[test]
fn a_damaged_object_is_not_lost_in_a_compaction() {
    let (archive, _) = archive_of(&in_one_hour(3));
    let (key, object) = archive.objects().pop_first().unwrap();
    let archive = Arc::new(archive);
    for damaged in [object[..object.len() - 5].to_vec(), crate::archive::object([b"{}".as_slice()]).unwrap()] {
        archive.replace(&key, damaged);
        let before = archive.objects();
        let report = run(Disturbed::new(&archive, u64::MAX, |_| ()), OBJECT_BYTES, request(), at(900)).unwrap();
        assert_eq!((report.hours, report.left.len(), archive.objects()), (0, 1, before));
        assert!(report.left[0].reason.contains(&format!("{key} is damaged")), "{report:?}");
    }
}

#[test]
fn an_object_that_does_not_hold_what_was_written_saves_what_went_into_it() {
    let (archive, _) = archive_of(&in_one_hour(3));
    let (before, archive) = (ids(&archive), Arc::new(archive));
    // As if the bucket lost a part of what was written.
    let cut = |archive: &MemoryArchive| {
        let made = archive.objects().into_iter().find(|(key, _)| SortedName::of_key(key).is_some());
        if let Some((key, object)) = made {
            archive.replace(&key, object[..object.len() / 2].to_vec());
        }
    };
    let report = run(Disturbed::new(&archive, u64::MAX, cut), OBJECT_BYTES, request(), at(900)).unwrap();
    assert!(report.left[0].reason.contains("does not hold what was written"), "{report:?}");
    assert!(ids(&archive).is_superset(&before));
}

#[test]
fn moments_beyond_the_calendar_are_no_hours() {
    let archive = Arc::new(MemoryArchive::default());
    archive.replace("events/date=9999-12-31/hour=23/shardId-0-0-0.jsonl.gz", Vec::new());
    archive.replace("events/elsewhere", Vec::new());
    let now = Timestamp::MAX;
    let moment = Moment { now, deadline: now, fresh_id: Uuid::nil() };
    let report = run(Disturbed::new(&archive, u64::MAX, |_| ()), OBJECT_BYTES, request(), moment).unwrap();
    assert!(report.complete && report.hours == 0);
}
