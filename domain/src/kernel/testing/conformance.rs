//! What every event store promises, as a suite that any adapter runs.

use futures_util::future::join_all;
use jiff::Timestamp;
use uuid::Uuid;

use crate::kernel::{Aggregate, AppendError, Cause, CommandId, Commit, EventStore, Rehydrated, Version};

/// How many events the longest aggregate of the suite has, in commits of [`EVENTS_PER_COMMIT`].
pub const LONG: u64 = 100_000;

/// How many events a commit of the longest aggregate holds.
pub const EVENTS_PER_COMMIT: u64 = 100;

/// Holds `store` to the promises of [`EventStore`]: what is appended is loaded, in order and unchanged; of commits that
/// follow the same version one is stored; a commit that follows no commit is refused, or its history is reported as broken; a
/// load from a version leaves out what comes before; aggregates do not mix; and an aggregate of [`LONG`] events loads whole
/// and takes another one.
///
/// `fresh_id` gives ids of aggregates that the store does not know, `event` gives the event of a number.
///
/// # Panics
/// With the promise that is broken.
pub async fn event_store<A: Aggregate>(
    store: &impl EventStore<A>,
    mut fresh_id: impl FnMut() -> A::Id,
    event: impl Fn(u64) -> A::Event,
) {
    let commit = |id: &A::Id, follows: u64, command: u128, events: u64| -> Commit<A> {
        let cause = Cause::client(CommandId::from(Uuid::from_u128(command)));
        let events = (follows..follows + events).map(&event).collect();
        Commit::new(id.clone(), follows.into(), Timestamp::UNIX_EPOCH, cause, events).unwrap_or_else(|e| panic!("{e}"))
    };
    appended_is_loaded(store, &fresh_id(), &fresh_id(), &commit).await;
    one_of_many_wins(store, &fresh_id(), &commit).await;
    for follows in [1, 3, 4, 6, 1_000] {
        no_commit_beside_the_others_goes_unnoticed(store, &fresh_id(), follows, &commit).await;
    }
    long_aggregates_load_and_append(store, &fresh_id(), &commit).await;
}

async fn load<A: Aggregate>(store: &impl EventStore<A>, id: &A::Id, from: u64) -> Vec<Commit<A>> {
    store.load(id, from.into()).await.unwrap_or_else(|error| panic!("{id} does not load from {from}: {error}"))
}

async fn append<A: Aggregate>(store: &impl EventStore<A>, commit: &Commit<A>) {
    let id = commit.aggregate_id();
    store.append(commit).await.unwrap_or_else(|e| panic!("{id} takes no commit after {}: {e}", commit.follows()));
}

async fn appended_is_loaded<A: Aggregate>(
    store: &impl EventStore<A>,
    one: &A::Id,
    other: &A::Id,
    commit: &impl Fn(&A::Id, u64, u128, u64) -> Commit<A>,
) {
    assert_eq!(load(store, one, 1).await, [], "an aggregate that was never stored has commits");
    let history = [commit(one, 0, 1, 2), commit(one, 2, 2, 1), commit(one, 3, 3, 3)];
    for commit in &history {
        append(store, commit).await;
    }
    assert_eq!(load(store, other, 1).await, [], "an aggregate has the commits of another");
    append(store, &commit(other, 0, 4, 1)).await;
    assert_eq!(load(store, one, 1).await, history, "what was appended is not what is loaded");
    for (from, skipped) in [(0, 0), (1, 0), (2, 1), (3, 1), (4, 2), (5, 3), (7, 3)] {
        assert_eq!(load(store, one, from).await, history[skipped..], "loading from version {from}");
    }
    for stale in [0, 2, 3] {
        let refused = store.append(&commit(one, stale, 5, 1)).await;
        let conflict = AppendError::Conflict { expected: stale.into() };
        assert_eq!(refused, Err(conflict), "a commit after version {stale}, which is past");
    }
    assert_eq!(load(store, one, 1).await, history, "a refused commit has left a trace");
}

async fn one_of_many_wins<A: Aggregate>(
    store: &impl EventStore<A>,
    id: &A::Id,
    commit: &impl Fn(&A::Id, u64, u128, u64) -> Commit<A>,
) {
    let rivals: Vec<_> = (1..=8).map(|command| commit(id, 0, command, 1)).collect();
    let results = join_all(rivals.iter().map(|rival| store.append(rival))).await;
    let winners: Vec<_> = rivals.iter().zip(&results).filter(|(_, result)| result.is_ok()).map(|(w, _)| w).collect();
    assert_eq!(winners.len(), 1, "of commits that follow the same version one is stored: {results:?}");
    assert!(load(store, id, 1).await.iter().eq(winners), "the store said yes to another commit than it has");
}

/// After commits that end at the versions 2 and 5, `follows` is the end of none.
async fn no_commit_beside_the_others_goes_unnoticed<A: Aggregate>(
    store: &impl EventStore<A>,
    id: &A::Id,
    follows: u64,
    commit: &impl Fn(&A::Id, u64, u128, u64) -> Commit<A>,
) {
    let history = [commit(id, 0, 1, 2), commit(id, 2, 2, 3)];
    for commit in &history {
        append(store, commit).await;
    }
    let refused = store.append(&commit(id, follows, 3, 1)).await;
    let loaded = load(store, id, 1).await;
    match refused {
        Err(AppendError::Conflict { expected }) => {
            assert_eq!((expected, &loaded[..]), (follows.into(), &history[..]), "a refused commit has left a trace");
        }
        Ok(()) => assert!(Rehydrated::from_commits(&loaded).is_err(), "a commit after {follows} went unnoticed"),
        Err(error) => panic!("a commit after version {follows}: {error}"),
    }
}

async fn long_aggregates_load_and_append<A: Aggregate>(
    store: &impl EventStore<A>,
    id: &A::Id,
    commit: &impl Fn(&A::Id, u64, u128, u64) -> Commit<A>,
) {
    for number in 0..LONG / EVENTS_PER_COMMIT {
        let commit = commit(id, number * EVENTS_PER_COMMIT, number.into(), EVENTS_PER_COMMIT);
        append(store, &commit).await;
    }
    let rehydrated = Rehydrated::from_commits(&load(store, id, 1).await).unwrap_or_else(|broken| panic!("{broken}"));
    assert_eq!(rehydrated.version(), Version::from(LONG), "an aggregate of {LONG} events is not loaded whole");
    append(store, &commit(id, LONG, u128::MAX, 1)).await;
    assert_eq!(load(store, id, LONG).await.len(), 1, "the newest event of a long aggregate");
}
