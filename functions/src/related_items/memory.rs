//! The projection in memory, for tests and for trying things out.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::cart::Sku;
use domain::kernel::Version;

use super::{Advance, AdvanceError, Limit, Pair, Partner, Partners, Projection, SeenCart, most_often_first};
use crate::event_handler::{Generation, Page};
use crate::ports::Unavailable;

/// Counts and gates in memory.
#[derive(Debug, Default)]
pub struct MemoryProjection(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    carts: BTreeMap<(Generation, String), SeenCart>,
    counts: BTreeMap<(Generation, Pair), u64>,
}

impl MemoryProjection {
    /// The counts of a generation.
    pub fn counts(&self, generation: &Generation) -> BTreeMap<Pair, u64> {
        let state = self.lock();
        let of_generation = state.counts.iter().filter(|((of, _), _)| of == generation);
        of_generation.map(|((_, pair), count)| (pair.clone(), *count)).collect()
    }

    /// Whether nothing is there of a generation.
    pub fn is_empty(&self, generation: &Generation) -> bool {
        let state = self.lock();
        let mut generations = state.carts.keys().map(|(of, _)| of).chain(state.counts.keys().map(|(of, _)| of));
        !generations.any(|of| of == generation)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // Nothing can panic between the two halves of a change.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Projection for MemoryProjection {
    async fn cart(&self, generation: &Generation, cart_id: &str) -> Result<SeenCart, Unavailable> {
        Ok(self.lock().carts.get(&(generation.clone(), cart_id.to_owned())).cloned().unwrap_or_default())
    }

    async fn advance(&self, advance: &Advance) -> Result<(), AdvanceError> {
        let mut state = self.lock();
        let cart = state.carts.entry((advance.generation.clone(), advance.cart_id.clone())).or_default();
        if cart.version != advance.from {
            return Err(AdvanceError::Conflict);
        }
        *cart = advance.to.clone();
        for pair in &advance.pairs {
            *state.counts.entry((advance.generation.clone(), pair.clone())).or_default() += 1;
        }
        Ok(())
    }

    async fn carts(
        &self,
        generation: &Generation,
        after: Option<&str>,
    ) -> Result<Page<Vec<(String, Version)>>, Unavailable> {
        let state = self.lock();
        let is_next = |id: &str| after.is_none_or(|after| id > after);
        let mut carts = state.carts.iter().filter(|((of, id), _)| of == generation && is_next(id));
        // A small page, so that whoever reads has to ask for the next.
        let content: Vec<_> = carts.by_ref().take(2).map(|((_, id), cart)| (id.clone(), cart.version)).collect();
        let next = content.last().filter(|_| carts.next().is_some()).map(|(id, _)| id.clone());
        Ok(Page { content, next })
    }

    async fn delete(&self, generation: &Generation, _: Option<&str>) -> Result<Page<u64>, Unavailable> {
        let mut state = self.lock();
        let cart = state.carts.keys().find(|(of, _)| of == generation).cloned();
        let pair = state.counts.keys().find(|(of, _)| of == generation).cloned();
        let cart = cart.and_then(|cart| state.carts.remove(&cart));
        let pair = pair.and_then(|pair| state.counts.remove(&pair));
        let deleted = u64::from(cart.is_some()) + u64::from(pair.is_some());
        Ok(Page { content: deleted, next: (deleted > 0).then(String::new) })
    }
}

impl Partners for MemoryProjection {
    async fn partners(&self, generation: &Generation, sku: &Sku, limit: Limit) -> Result<Vec<Partner>, Unavailable> {
        let partner = |(pair, together): (Pair, u64)| Some(Partner { sku: pair.partner_of(sku)?.clone(), together });
        Ok(most_often_first(self.counts(generation).into_iter().filter_map(partner).collect(), limit))
    }
}
