//! A repository: the commits of an aggregate type, with snapshots as shortcuts.

use domain::kernel::{
    Aggregate, AppendError, CommandId, Commit, EventStore, LoadError, NoSnapshots, Rehydrated, SnapshotStore, Version,
};

use crate::metrics::Count;

/// Loads aggregates and appends to them.
#[derive(Debug, Clone, Default)]
pub struct Repository<E, S = NoSnapshots> {
    /// The commits.
    pub events: E,
    /// The shortcuts.
    pub snapshots: S,
}

impl<E> Repository<E> {
    /// A repository that always loads the whole history.
    pub fn without_snapshots(events: E) -> Self {
        Self { events, snapshots: NoSnapshots }
    }
}

impl<E, S> Repository<E, S> {
    /// The aggregate as its commits tell it.
    ///
    /// # Errors
    /// A store that cannot be read, or a history that does not fit together.
    pub async fn load<A: Aggregate>(&self, id: &A::Id) -> Result<Rehydrated<A>, LoadError>
    where
        E: EventStore<A>,
        S: SnapshotStore<A>,
    {
        let known = self.snapshot(id).await;
        self.load_after(id, known).await
    }

    /// The aggregate as a decision on `command` needs it: [`Rehydrated::outcome_of`] tells whether it was accepted before,
    /// however long ago. So what a snapshot may have forgotten is looked for in the whole history. Few new commands cost that.
    ///
    /// # Errors
    /// A store that cannot be read, or a history that does not fit together.
    pub async fn load_to_decide<A: Aggregate>(&self, id: &A::Id, command: CommandId) -> Result<Rehydrated<A>, LoadError>
    where
        E: EventStore<A>,
        S: SnapshotStore<A>,
    {
        let known = self.snapshot(id).await.filter(|known| !known.may_have_forgotten(command));
        self.load_after(id, known).await
    }

    async fn load_after<A: Aggregate>(
        &self,
        id: &A::Id,
        known: Option<Rehydrated<A>>,
    ) -> Result<Rehydrated<A>, LoadError>
    where
        E: EventStore<A>,
        S: SnapshotStore<A>,
    {
        if let Some(known) = known {
            let commits = self.events.load(id, known.load_from()).await?;
            // A table that was restored to an earlier time lacks commits that the snapshot knows.
            if let Some((newest_known, later)) = commits.split_first()
                && known.ends_with(newest_known)
            {
                return Ok(later.iter().try_fold(known, Rehydrated::apply)?);
            }
            Count::SnapshotsLeftAside.add(1);
            tracing::warn!(aggregate_id = %id, "a snapshot does not belong to the stored history and is left aside");
        }
        Ok(Rehydrated::from_commits(&self.events.load(id, Version::FIRST).await?)?)
    }

    /// Stores the commit, which was decided on `aggregate`, and gives the aggregate as it is then. A commit that follows
    /// another version is not sent: stores rely on that.
    ///
    /// # Errors
    /// When the commit was not stored, or may not have been.
    pub async fn append<A: Aggregate>(
        &self,
        aggregate: Rehydrated<A>,
        commit: &Commit<A>,
    ) -> Result<Rehydrated<A>, AppendError>
    where
        E: EventStore<A>,
        S: SnapshotStore<A>,
    {
        let expected = commit.follows();
        let aggregate = aggregate.apply(commit).map_err(|_| AppendError::Conflict { expected })?;
        self.events.append(commit).await?;
        if !self.snapshots.is_due(&aggregate) {
            return Ok(aggregate);
        }
        match self.snapshots.keep(commit.aggregate_id(), &aggregate).await {
            Ok(()) => Ok(aggregate.kept()),
            Err(reason) => {
                // The command was carried out; the next one will try again.
                Count::SnapshotsUnavailable.add(1);
                tracing::warn!(aggregate_id = %commit.aggregate_id(), %reason, "a snapshot was not kept");
                Ok(aggregate)
            }
        }
    }

    async fn snapshot<A: Aggregate>(&self, id: &A::Id) -> Option<Rehydrated<A>>
    where
        S: SnapshotStore<A>,
    {
        self.snapshots.newest(id).await.unwrap_or_else(|reason| {
            Count::SnapshotsUnavailable.add(1);
            tracing::warn!(aggregate_id = %id, %reason, "loading the whole history");
            None
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use domain::cart::{Cart, CartEvent, CartId, CartOpened};
    use domain::kernel::{Cause, CommandId, InMemoryEventStore, InMemorySnapshots, Snapshot, Snapshots};
    use jiff::Timestamp;
    use uuid::Uuid;

    use super::*;

    /// A store that notes from where it is read, and after which versions it is asked to append.
    #[derive(Default)]
    struct Watched {
        store: InMemoryEventStore<Cart>,
        loads: Mutex<Vec<u64>>,
        appends: Mutex<Vec<u64>>,
    }

    impl EventStore<Cart> for Watched {
        async fn load(&self, id: &CartId, from: Version) -> Result<Vec<Commit<Cart>>, LoadError> {
            self.loads.lock().unwrap().push(from.number());
            self.store.load(id, from).await
        }

        async fn append(&self, commit: &Commit<Cart>) -> Result<(), AppendError> {
            self.appends.lock().unwrap().push(commit.follows().number());
            self.store.append(commit).await
        }
    }

    type Carts = Repository<Watched, InMemorySnapshots>;

    fn cart() -> CartId {
        CartId::from(Uuid::from_u128(1))
    }

    fn commit(follows: u64) -> Commit<Cart> {
        let event = if follows == 0 { CartEvent::CartOpened(CartOpened::default()) } else { CartEvent::CartClosed };
        let cause = Cause::client(CommandId::from(Uuid::from_u128(u128::from(follows) + 1)));
        Commit::new(cart(), follows.into(), Timestamp::UNIX_EPOCH, cause, vec![event]).unwrap()
    }

    async fn with_commits(number: u64) -> Carts {
        let carts = Carts::default();
        let mut aggregate = carts.load(&cart()).await.unwrap();
        for follows in 0..number {
            aggregate = carts.append(aggregate, &commit(follows)).await.unwrap();
        }
        carts.events.loads.lock().unwrap().clear();
        carts
    }

    async fn load(carts: &Carts) -> (u64, Vec<u64>) {
        let version = carts.load(&cart()).await.unwrap().version().number();
        (version, std::mem::take(&mut carts.events.loads.lock().unwrap()))
    }

    #[tokio::test]
    async fn loading_begins_with_the_commit_of_the_newest_snapshot() {
        let carts = with_commits(Cart::EVERY - 1).await;
        assert_eq!(load(&carts).await, (Cart::EVERY - 1, vec![1]));
        let carts = with_commits(2 * Cart::EVERY + 3).await;
        assert_eq!(load(&carts).await, (2 * Cart::EVERY + 3, vec![2 * Cart::EVERY]));
    }

    #[tokio::test]
    async fn a_commit_that_does_not_follow_the_aggregate_is_not_sent() {
        let carts = with_commits(3).await;
        for follows in [0, 2, 4] {
            let aggregate = carts.load(&cart()).await.unwrap();
            let refused = carts.append(aggregate, &commit(follows)).await.unwrap_err();
            assert_eq!(refused, AppendError::Conflict { expected: follows.into() });
        }
        assert_eq!(*carts.events.appends.lock().unwrap(), [0, 1, 2]);
    }

    #[tokio::test]
    async fn a_snapshot_of_another_history_is_left_aside() {
        let carts = with_commits(Cart::EVERY).await;
        let restored = with_commits(3).await;
        let ahead = carts.snapshots.snapshots().into_values().next().unwrap();
        let elsewhere = Snapshot { version: 2.into(), newest_commit: 2.into(), commands: vec![], ..ahead.clone() };
        for (snapshot, from) in [(ahead, Cart::EVERY), (elsewhere, 2)] {
            restored.snapshots.put(snapshot);
            assert_eq!(load(&restored).await, (3, vec![from, 1]));
        }
    }

    #[tokio::test]
    async fn a_snapshot_with_another_schema_is_left_aside_and_replaced() {
        let carts = with_commits(Cart::EVERY).await;
        let kept = carts.snapshots.snapshots().into_values().next().unwrap();
        carts.snapshots.put(Snapshot { schema: kept.schema + 1, ..kept });
        let aggregate = carts.load(&cart()).await.unwrap();
        assert_eq!(load(&carts).await, (Cart::EVERY, vec![1, 1]));
        carts.append(aggregate, &commit(Cart::EVERY)).await.unwrap();
        assert_eq!(load(&carts).await, (Cart::EVERY + 1, vec![Cart::EVERY + 1]));
    }
}
