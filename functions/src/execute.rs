//! Executing a command: load, decide, append, and again when somebody else was faster.

use std::time::Duration;

use backon::Retryable;
use domain::kernel::{
    Aggregate, AppendError, Cause, Commit, EventStore, LoadError, Rehydrated, SnapshotStore, Version,
};
use jiff::Timestamp;

use crate::backoff::pauses;
use crate::metrics::Count;
use crate::repository::Repository;

/// How often a command is decided before its conflicts are reported.
const ATTEMPTS: usize = 10;

/// What an accepted command led to.
#[derive(Debug)]
pub struct Outcome<A: Aggregate> {
    /// The aggregate as it is now.
    pub aggregate: Rehydrated<A>,
    /// The version that the command led to.
    pub version: Version,
}

/// Why a command had no outcome.
#[derive(Debug, thiserror::Error)]
pub enum ExecuteError<A: Aggregate> {
    /// The aggregate refuses it.
    #[error("{0}")]
    Refused(A::Refusal),
    /// The aggregate could not be loaded.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The commit was not stored, or may not have been. The same command with the same id can be sent again.
    #[error("{0}")]
    Append(AppendError),
}

/// Decides on `command` and stores what follows. A command whose id was accepted before, however long ago, returns that
/// outcome and stores nothing. Conflicts, and commits that were not confirmed, lead to another try from the beginning, a bounded number of
/// times with growing random pauses.
///
/// # Errors
/// A refusal; a store that cannot be read; a commit that is too large, or not stored after all tries.
pub async fn execute<A: Aggregate>(
    repository: &Repository<impl EventStore<A>, impl SnapshotStore<A>>,
    id: &A::Id,
    command: &A::Command,
    cause: Cause,
    now: Timestamp,
) -> Result<Outcome<A>, ExecuteError<A>> {
    let pauses = pauses(Duration::from_millis(10), ATTEMPTS);
    let attempt = || decide_and_append(repository, id, command, cause, now);
    attempt
        .retry(pauses)
        .when(may_succeed_later)
        .notify(|error, pause| {
            let correlation_id = &cause.correlation_id;
            if let ExecuteError::Append(AppendError::Unavailable(reason)) = error {
                Count::CommandsUnconfirmed.add(1);
                tracing::warn!(aggregate_id = %id, %correlation_id, reason, ?pause, "not confirmed, trying again");
            } else {
                Count::CommandConflicts.add(1);
                tracing::info!(aggregate_id = %id, %correlation_id, ?pause, "overtaken, trying again");
            }
        })
        .await
}

fn may_succeed_later<A: Aggregate>(error: &ExecuteError<A>) -> bool {
    match error {
        ExecuteError::Append(AppendError::Conflict { .. } | AppendError::Unavailable(_)) => true,
        ExecuteError::Append(AppendError::TooLarge { .. }) | ExecuteError::Load(_) | ExecuteError::Refused(_) => false,
    }
}

async fn decide_and_append<A: Aggregate>(
    repository: &Repository<impl EventStore<A>, impl SnapshotStore<A>>,
    id: &A::Id,
    command: &A::Command,
    cause: Cause,
    now: Timestamp,
) -> Result<Outcome<A>, ExecuteError<A>> {
    let aggregate = repository.load_to_decide(id, cause.command_id).await?;
    if let Some(version) = aggregate.outcome_of(cause.command_id) {
        Count::CommandsRepeated.add(1);
        return Ok(Outcome { aggregate, version });
    }
    let events = aggregate.state().decide(command.clone()).map_err(ExecuteError::Refused)?;
    let Ok(commit) = Commit::new(id.clone(), aggregate.version(), now, cause, events) else {
        // A decision without events changes nothing, so there is nothing to store.
        return Ok(Outcome { version: aggregate.version(), aggregate });
    };
    let aggregate = repository.append(aggregate, &commit).await.map_err(ExecuteError::Append)?;
    Ok(Outcome { version: aggregate.version(), aggregate })
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use domain::cart::{Cart, CartCommand, CartId, OpenCart, Refusal};
    use domain::kernel::{CommandId, InMemoryEventStore};
    use uuid::Uuid;

    use super::*;

    /// What happens to the first appends, before the store behaves.
    enum Mishap {
        /// Somebody else commits first.
        Overtaken,
        /// The commit is stored, but the answer is lost.
        AnswerLost,
    }

    struct Troubled {
        store: InMemoryEventStore<Cart>,
        mishap: Mishap,
        left: AtomicUsize,
    }

    impl EventStore<Cart> for Troubled {
        async fn load(&self, id: &CartId, from: Version) -> Result<Vec<Commit<Cart>>, LoadError> {
            self.store.load(id, from).await
        }

        async fn append(&self, commit: &Commit<Cart>) -> Result<(), AppendError> {
            let left = self.left.load(Ordering::SeqCst);
            if left == 0 {
                return self.store.append(commit).await;
            }
            self.left.store(left - 1, Ordering::SeqCst);
            match self.mishap {
                Mishap::Overtaken => Err(AppendError::Conflict { expected: commit.follows() }),
                Mishap::AnswerLost => {
                    self.store.append(commit).await?;
                    Err(AppendError::Unavailable("timed out".to_owned()))
                }
            }
        }
    }

    fn cart() -> CartId {
        CartId::from(Uuid::from_u128(1))
    }

    fn cause(command: u128) -> Cause {
        Cause::client(CommandId::from(Uuid::from_u128(command)))
    }

    fn troubled(mishap: Mishap, times: usize) -> Repository<Troubled> {
        let left = AtomicUsize::new(times);
        Repository::without_snapshots(Troubled { store: InMemoryEventStore::default(), mishap, left })
    }

    async fn open(
        carts: &Repository<impl EventStore<Cart>>,
        command: u128,
    ) -> Result<Outcome<Cart>, ExecuteError<Cart>> {
        execute(carts, &cart(), &CartCommand::OpenCart(OpenCart::default()), cause(command), Timestamp::UNIX_EPOCH)
            .await
    }

    #[tokio::test(start_paused = true)]
    async fn a_conflict_is_decided_again() {
        let carts = troubled(Mishap::Overtaken, ATTEMPTS - 1);
        assert_eq!(open(&carts, 1).await.unwrap().version, Version::from(1));
        assert_eq!(carts.events.store.commits().len(), 1);
    }

    #[tokio::test(start_paused = true)]
    async fn conflicts_without_end_are_reported() {
        let carts = troubled(Mishap::Overtaken, usize::MAX);
        let error = open(&carts, 1).await.unwrap_err();
        assert!(matches!(error, ExecuteError::Append(AppendError::Conflict { .. })), "{error}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_commit_whose_confirmation_was_lost_is_not_made_twice() {
        let carts = troubled(Mishap::AnswerLost, 1);
        assert_eq!(open(&carts, 1).await.unwrap().version, Version::from(1));
        assert_eq!(carts.events.store.commits().len(), 1);
    }

    #[tokio::test]
    async fn the_same_command_again_has_the_same_outcome() {
        let carts = Repository::without_snapshots(InMemoryEventStore::<Cart>::default());
        let first = open(&carts, 1).await.unwrap();
        let close = CartCommand::CloseCart;
        execute(&carts, &cart(), &close, cause(2), Timestamp::UNIX_EPOCH).await.unwrap();
        let again = open(&carts, 1).await.unwrap();
        assert_eq!((first.version, again.version), (Version::from(1), Version::from(1)));
        assert_eq!(carts.events.commits().len(), 2);
    }

    #[tokio::test]
    async fn a_refusal_stores_nothing() {
        let carts = Repository::without_snapshots(InMemoryEventStore::<Cart>::default());
        let close = CartCommand::CloseCart;
        let error = execute(&carts, &cart(), &close, cause(1), Timestamp::UNIX_EPOCH).await.unwrap_err();
        assert!(matches!(error, ExecuteError::Refused(Refusal::NoSuchCart)), "{error}");
        assert!(carts.events.commits().is_empty());
    }
}
