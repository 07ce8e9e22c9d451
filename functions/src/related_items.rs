//! `related-items`: counts which items are added to carts together, and suggests what is bought with an item.

mod memory;
mod projection;
mod query;
mod stored;

use std::collections::BTreeSet;
use std::time::Duration;

use backon::BackoffBuilder;
use contract::{
    Contract, DeleteItem, EventTable, GetItem, Index, Invocation, Link, Phase, PutItem, Query, QueryIndex,
    QueueMessages, Scan, StreamRecords, Table, UpdateItem,
};
use domain::cart::{Cart, CartEvent};
use domain::kernel::{Aggregate, Event, Version};

use crate::backoff::pauses;
use crate::commit_item::CommitItem;
use crate::envelope::Envelope;
use crate::event_handler::{
    EventHandler, Generation, NotTaken, Page, ProjectionAnswer, ProjectionRequest, Queryable, Replayable, Taken,
};
use crate::gate::{Verdict, judge};
use crate::metrics::{Measured, Measures};
use crate::ports::{Parked, Unavailable};

pub use memory::MemoryProjection;
pub use projection::{Advance, AdvanceError, Pair, Projection, SeenCart};
pub use query::{
    InvalidLimit, Limit, Partner, Partners, Related, RelatedItemsAnswer, RelatedItemsQuery, RelatedView, Suggestions,
    most_often_first, related,
};
pub use stored::{NoPagePlace, PagePlace, PairCount};

/// The name of the projection's partition key.
pub const PARTITION_KEY: &str = "pk";

/// The name of the projection's sort key.
pub const SORT_KEY: &str = "sk";

/// The name of the attribute that counts how many carts had a pair: what the indexes are sorted by.
pub const TOGETHER: &str = "together";

/// The name of the attribute by which a pair is found from the item that sorts second.
pub const SECOND: &str = "by_second";

/// How often an event is tried before it is left for later.
const ATTEMPTS: usize = 10;

/// Counts which items are added to carts together, so that they can be suggested.
#[derive(Contract)]
#[contract(name = "related-items", wakes_on(StreamRecords<Envelope>, QueueMessages<Envelope>, Invocation<ProjectionRequest<RelatedItemsQuery>, ProjectionAnswer<RelatedItemsAnswer>>))]
pub struct RelatedItems<P: Phase> {
    /// The counts, and the gate of each cart, by generation; and the register of generations.
    pub related: Link<P, Table<Pair>, (GetItem, PutItem, UpdateItem, DeleteItem, Scan)>,
    /// The counts of an item with those that sort behind it, by how often.
    pub by_first: Link<P, Index<Pair>, QueryIndex>,
    /// The counts of an item with those that sort before it, by how often.
    pub by_second: Link<P, Index<Pair>, QueryIndex>,
    /// The commits of every cart, for what the stream leaves out.
    pub carts: Link<P, EventTable<CommitItem>, Query>,
    /// What cannot be read, and what waits behind it.
    pub parked: Link<P, Table<Parked>, (Query, PutItem, DeleteItem, Scan)>,
}

impl<P: Phase> Measured for RelatedItems<P> {
    const MEASURES: Measures = Measures::OF_EVENT_HANDLERS;
}

/// Keeps the projection.
#[derive(Debug)]
pub struct RelatedItemsHandler<P> {
    /// Where the counts are.
    pub projection: P,
}

impl<P: Projection> EventHandler for RelatedItemsHandler<P> {
    async fn take(&self, generation: &Generation, event: &Envelope) -> Result<Taken, NotTaken> {
        if event.aggregate_type != Cart::TYPE {
            return Ok(Taken::Ignored);
        }
        let mut pauses = pauses(Duration::from_millis(10), ATTEMPTS).build();
        loop {
            let cart = self.projection.cart(generation, &event.subject).await?;
            match judge(cart.version, event.aggregate_version) {
                Verdict::Duplicate => return Ok(Taken::Duplicate),
                Verdict::Gap => return Err(NotTaken::Gap { seen: cart.version, found: event.aggregate_version }),
                Verdict::Next => {}
            }
            let happened = CartEvent::decode(&event.event_type, event.schema_version, event.data.get())
                .map_err(|error| NotTaken::Unreadable(error.to_string()))?;
            let advance = advance(generation, event, cart, &happened);
            match (self.projection.advance(&advance).await, pauses.next()) {
                (Ok(()), _) => return Ok(Taken::Applied),
                (Err(AdvanceError::Unavailable(reason)), _) => return Err(reason.into()),
                (Err(AdvanceError::Conflict), Some(pause)) => tokio::time::sleep(pause).await,
                (Err(AdvanceError::Conflict), None) => {
                    return Err(Unavailable(format!("conflicts in {ATTEMPTS} tries")).into());
                }
            }
        }
    }
}

impl<P: Projection> Replayable for RelatedItemsHandler<P> {
    async fn gate(&self, generation: &Generation, cart_id: &str) -> Result<Version, Unavailable> {
        Ok(self.projection.cart(generation, cart_id).await?.version)
    }

    async fn gates(
        &self,
        generation: &Generation,
        after: Option<&str>,
    ) -> Result<Page<Vec<(String, Version)>>, Unavailable> {
        self.projection.carts(generation, after).await
    }

    async fn delete(&self, generation: &Generation, after: Option<&str>) -> Result<Page<u64>, Unavailable> {
        self.projection.delete(generation, after).await
    }
}

impl<P: Projection + Partners> Queryable for RelatedItemsHandler<P> {
    type Query = RelatedItemsQuery;
    type Answer = RelatedItemsAnswer;

    async fn answer(
        &self,
        generation: &Generation,
        RelatedItemsQuery::Related(question): RelatedItemsQuery,
    ) -> Result<RelatedItemsAnswer, Unavailable> {
        related(&self.projection, generation, question).await.map(RelatedItemsAnswer::Related)
    }
}

/// What the event changes: a new item makes a pair with each item that was there before.
fn advance(generation: &Generation, event: &Envelope, seen: SeenCart, happened: &CartEvent) -> Advance {
    let SeenCart { version: from, skus: before } = seen;
    let (skus, pairs) = match happened {
        CartEvent::CartOpened(_) => (BTreeSet::new(), Vec::new()),
        CartEvent::ItemAdded(added) => {
            let mut skus = before.clone();
            let is_new = skus.insert(added.sku.clone());
            let partners = before.iter().filter(|_| is_new);
            (skus, partners.map(|other| Pair::of(other.clone(), added.sku.clone())).collect())
        }
        // A closed cart takes nothing more, so what was in it is of no more use here.
        CartEvent::CartClosed => (BTreeSet::new(), Vec::new()),
    };
    let cart_id = event.subject.clone();
    Advance {
        generation: generation.clone(),
        cart_id,
        from,
        to: SeenCart { version: event.aggregate_version, skus },
        pairs,
    }
}

#[cfg(test)]
mod tests;
