//! The kernel with an aggregate that is not the cart: a second one needs no change to it.

use domain::kernel::testing::{conformance::event_store, given};
use domain::kernel::{
    Aggregate, BrokenHistory, Cause, CommandId, Commit, EmptyCommit, Event, InMemoryEventStore, Rehydrated, Schema,
    Version,
};
use jiff::Timestamp;
use pollster::block_on;
use uuid::Uuid;

#[derive(Debug, Clone, Default, PartialEq)]
struct Counter(u64);

#[derive(Debug, Clone, PartialEq)]
struct Counted;

#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("Nothing was to be counted.")]
struct NothingToCount;

impl Event for Counted {
    const SCHEMAS: &'static [Schema] = &[Schema::first("counter.counted")];

    fn event_type(&self) -> &'static str {
        "counter.counted"
    }

    fn encode(&self) -> String {
        "{}".to_owned()
    }

    fn decode_current(_: &Schema, _: &str) -> Result<Self, String> {
        Ok(Self)
    }
}

impl Aggregate for Counter {
    const TYPE: &'static str = "counter";

    type Id = String;
    type Command = u64;
    type Event = Counted;
    type Refusal = NothingToCount;

    fn decide(&self, times: u64) -> Result<Vec<Counted>, NothingToCount> {
        if times == 0 { Err(NothingToCount) } else { Ok((0..times).map(|_| Counted).collect()) }
    }

    fn evolve(self, Counted: &Counted) -> Self {
        Self(self.0 + 1)
    }
}

fn commit(follows: u64, command: u128, events: usize) -> Commit<Counter> {
    let cause = Cause::client(CommandId::from(Uuid::from_u128(command)));
    Commit::new("a".to_owned(), Version::from(follows), Timestamp::UNIX_EPOCH, cause, vec![Counted; events]).unwrap()
}

#[test]
fn given_when_then_works_for_any_aggregate() {
    given::<Counter>([Counted, Counted]).when(2).then([Counted, Counted]);
    given::<Counter>([]).when(0).then_refused(NothingToCount);
    assert_eq!(given::<Counter>([Counted, Counted]).state(), Counter(2));
}

#[test]
fn a_commit_gives_each_event_its_version_and_id() {
    let commit = commit(4, 1, 2);
    let recorded: Vec<_> = commit.recorded().map(|event| (event.version.number(), event.id.to_string())).collect();
    assert_eq!(recorded, [(5, "a:5".to_owned()), (6, "a:6".to_owned())]);
    assert_eq!((commit.first_version().number(), commit.last_version().number()), (5, 6));
}

#[test]
fn a_commit_without_events_cannot_be_made() {
    let cause = Cause::client(CommandId::from(Uuid::nil()));
    let empty = Commit::<Counter>::new("a".to_owned(), Version::NONE, Timestamp::UNIX_EPOCH, cause, vec![]);
    assert_eq!(empty, Err(EmptyCommit));
}

#[test]
fn the_store_in_memory_keeps_the_promises_of_every_store() {
    let store = InMemoryEventStore::<Counter>::default();
    let mut ids = (0..).map(|number: u32| number.to_string());
    block_on(event_store::<Counter>(&store, || ids.next().unwrap(), |_| Counted));
}

#[test]
fn rehydration_folds_the_events_and_remembers_the_commands() {
    let rehydrated = Rehydrated::from_commits(&[commit(0, 1, 2), commit(2, 2, 1)]).unwrap();
    assert_eq!((rehydrated.state(), rehydrated.version().number()), (&Counter(3), 3));
    assert_eq!(rehydrated.outcome_of(CommandId::from(Uuid::from_u128(1))), Some(Version::from(2)));
    assert_eq!(rehydrated.outcome_of(CommandId::from(Uuid::from_u128(9))), None);
}

#[test]
fn a_gap_or_a_repetition_in_the_history_is_an_error() {
    for (second, found) in [(commit(3, 2, 1), 4), (commit(0, 2, 1), 1)] {
        let broken = Rehydrated::from_commits(&[commit(0, 1, 2), second]).unwrap_err();
        let expected = BrokenHistory {
            aggregate_type: "counter",
            aggregate_id: "a".to_owned(),
            expected: Version::from(3),
            found: Version::from(found),
        };
        assert_eq!(broken, expected);
    }
}
