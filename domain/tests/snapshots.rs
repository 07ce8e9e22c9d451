//! Snapshots are shortcuts: with and without them an aggregate is the same.

use domain::cart::{Cart, CartEvent, CartId, CartOpened};
use domain::kernel::{
    Cause, CommandId, Commit, InMemorySnapshots, REMEMBERED_COMMANDS, Rehydrated, Snapshot, SnapshotStore, Version,
};
use jiff::Timestamp;
use pollster::block_on;
use uuid::Uuid;

fn cart() -> CartId {
    CartId::from(Uuid::from_u128(7))
}

fn command(number: u64) -> CommandId {
    CommandId::from(Uuid::from_u128(number.into()))
}

fn commit(follows: u64) -> Commit<Cart> {
    let event = if follows == 0 { CartEvent::CartOpened(CartOpened::default()) } else { CartEvent::CartClosed };
    let cause = Cause::client(command(follows + 1));
    Commit::new(cart(), follows.into(), Timestamp::UNIX_EPOCH, cause, vec![event]).unwrap()
}

fn after(commits: u64) -> Rehydrated<Cart> {
    Rehydrated::from_commits(&(0..commits).map(commit).collect::<Vec<_>>()).unwrap()
}

#[test]
fn a_restored_aggregate_goes_on_where_it_was() {
    let aggregate = after(3);
    let restored: Rehydrated<Cart> = Snapshot::of(&cart(), &aggregate).unwrap().restore().unwrap();
    assert_eq!((restored.state(), restored.version()), (aggregate.state(), aggregate.version()));
    assert_eq!((restored.load_from(), restored.events_since_snapshot()), (Version::from(3), 0));
    assert!(restored.ends_with(&commit(2)) && !restored.ends_with(&commit(1)));
    assert_eq!(restored.apply(&commit(3)).unwrap().events_since_snapshot(), 1);
}

#[test]
fn the_newest_commands_are_remembered_and_no_older_one_is_taken_for_a_new_one() {
    let (older, newest) = (1_500, REMEMBERED_COMMANDS as u64);
    let restored: Rehydrated<Cart> = Snapshot::of(&cart(), &after(older + newest)).unwrap().restore().unwrap();
    for number in 1..=older {
        assert_eq!(restored.outcome_of(command(number)), None);
        assert!(restored.may_have_forgotten(command(number)), "command {number}");
    }
    for number in older + 1..=older + newest {
        assert_eq!(restored.outcome_of(command(number)), Some(number.into()));
        assert!(!restored.may_have_forgotten(command(number)));
    }
    let new = (10_000..20_000).filter(|&number| restored.may_have_forgotten(command(number)));
    assert!(new.count() < 30, "few new commands are taken for old ones");
}

#[test]
fn a_snapshot_is_the_same_whatever_it_was_made_from() {
    let (commits, every) = (2_000, 130);
    let mut aggregate = Rehydrated::default();
    for follows in 0..commits {
        aggregate = aggregate.apply(&commit(follows)).unwrap();
        if follows % every == 0 {
            aggregate = Snapshot::of(&cart(), &aggregate).unwrap().restore().unwrap();
        }
    }
    assert_eq!(Snapshot::of(&cart(), &aggregate), Snapshot::of(&cart(), &after(commits)));
}

#[test]
fn a_snapshot_from_before_there_were_filters_is_none() {
    let mut written = serde_json::to_value(Snapshot::of(&cart(), &after(1)).unwrap()).unwrap();
    assert!(serde_json::from_value::<Snapshot>(written.clone()).is_ok());
    written.as_object_mut().unwrap().remove("forgotten").unwrap();
    assert!(serde_json::from_value::<Snapshot>(written).is_err());
}

#[test]
fn what_another_program_wrote_is_left_aside() {
    let snapshot = Snapshot::of(&cart(), &after(1)).unwrap();
    assert!(Snapshot { schema: snapshot.schema + 1, ..snapshot.clone() }.restore::<Cart>().is_none());
    assert!(Snapshot { state: "{}".to_owned(), ..snapshot }.restore::<Cart>().is_none());
    assert!(Snapshot::of(&cart(), &Rehydrated::<Cart>::default()).is_none());
}

#[test]
fn an_older_snapshot_does_not_replace_a_newer_one() {
    let store = InMemorySnapshots::default();
    for commits in [2, 3, 1] {
        block_on(store.keep(&cart(), &after(commits))).unwrap();
    }
    let newest: Option<Rehydrated<Cart>> = block_on(store.newest(&cart())).unwrap();
    assert_eq!(newest.unwrap().version(), Version::from(3));
}
