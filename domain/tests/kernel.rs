//! The kernel with an aggregate that is not the cart: a second one needs no change to it.

use domain::kernel::testing::given;
use domain::kernel::{
    Aggregate, AppendError, BrokenHistory, Cause, CommandId, Commit, DecodeError, EmptyCommit, Event, EventStore,
    InMemoryEventStore, Rehydrated, Version,
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
    const TYPES: &'static [&'static str] = &["counter.counted"];

    fn event_type(&self) -> &'static str {
        "counter.counted"
    }

    fn schema_version(&self) -> u32 {
        1
    }

    fn encode(&self) -> String {
        "{}".to_owned()
    }

    fn decode(event_type: &str, schema_version: u32, _data: &str) -> Result<Self, DecodeError> {
        match (event_type, schema_version) {
            ("counter.counted", 1) => Ok(Self),
            ("counter.counted", _) => {
                Err(DecodeError::UnknownVersion { event_type: event_type.to_owned(), schema_version })
            }
            _ => Err(DecodeError::UnknownType { event_type: event_type.to_owned(), known: Self::TYPES }),
        }
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
fn the_store_accepts_each_version_once() {
    let store = InMemoryEventStore::<Counter>::default();
    block_on(store.append(&commit(0, 1, 2))).unwrap();
    for stale in [0, 1, 3] {
        let conflict = AppendError::Conflict { expected: Version::from(stale) };
        assert_eq!(block_on(store.append(&commit(stale, 2, 1))), Err(conflict));
    }
    block_on(store.append(&commit(2, 2, 1))).unwrap();
    assert_eq!(block_on(store.load(&"a".to_owned())).unwrap(), [commit(0, 1, 2), commit(2, 2, 1)]);
    assert_eq!(block_on(store.load(&"b".to_owned())).unwrap(), []);
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
