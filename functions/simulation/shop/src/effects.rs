//! What handlers did, in the order in which it took effect.

use std::sync::{Arc, Mutex, PoisonError};

use domain::kernel::Version;
use functions::event_handler::Generation;

/// One effect of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Effect {
    pub(crate) handler: &'static str,
    pub(crate) generation: Generation,
    pub(crate) aggregate_id: String,
    pub(crate) version: Version,
}

/// Every effect so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Effects(Arc<Mutex<Vec<Effect>>>);

impl Effects {
    pub(crate) fn push(&self, effect: Effect) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(effect);
    }

    pub(crate) fn all(&self) -> Vec<Effect> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
