//! `related-items`: counts which items are added to carts together, so that they can be suggested.

mod memory;
mod projection;

use std::collections::BTreeSet;
use std::time::Duration;

use backon::BackoffBuilder;
use contract::{
    Contract, DeleteItem, EventTable, GetItem, Invocation, Link, Phase, PutItem, Query, QueueMessages, Scan,
    StreamRecords, Table, UpdateItem,
};
use domain::cart::{Cart, CartEvent};
use domain::kernel::{Aggregate, Event};

use crate::backoff::pauses;
use crate::commit_item::CommitItem;
use crate::envelope::Envelope;
use crate::event_handler::{EventHandler, Generation, HandlerAnswer, HandlerRequest, NotTaken, Replayable, Taken};
use crate::gate::{Verdict, judge};
use crate::metrics::{Measured, Measures};
use crate::ports::{Parked, Unavailable};

pub use memory::MemoryProjection;
pub use projection::{Advance, AdvanceError, Pair, Projection, SeenCart};

/// The name of the projection's partition key.
pub const PARTITION_KEY: &str = "pk";

/// The name of the projection's sort key.
pub const SORT_KEY: &str = "sk";

/// How often an event is tried before it is left for later.
const ATTEMPTS: usize = 10;

/// Counts which items are added to carts together, so that they can be suggested.
#[derive(Contract)]
#[contract(name = "related-items", wakes_on(StreamRecords<Envelope>, QueueMessages<Envelope>, Invocation<HandlerRequest, HandlerAnswer>))]
pub struct RelatedItems<P: Phase> {
    /// The counts, and the gate of each cart, by generation.
    pub related: Link<P, Table<Pair>, (GetItem, PutItem, UpdateItem)>,
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

impl<P: Projection> Replayable for RelatedItemsHandler<P> {}

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
