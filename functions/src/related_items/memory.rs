//! The projection in memory, for tests and for trying things out.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{Advance, AdvanceError, Pair, Projection, SeenCart};
use crate::event_handler::Generation;
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
}
