//! The Lambda functions of the shop.
//!
//! Each function is one module with its contract and its handler. Handlers are library code: they decide on typed
//! payloads ([`wakes`]) and reach the world through [`ports`]. The AWS adapters and the Lambda runtime stand apart in
//! `adapters` (feature `aws`), so whoever needs the contracts only compiles no SDK.

pub mod api;
pub mod archive;
pub mod audit;
pub mod cart;
pub mod compact;
pub mod erase;
pub mod publish;
pub mod related_items;
pub mod remind;
pub mod reminders;
pub mod replay;

#[cfg(feature = "aws")]
pub mod adapters;
mod backoff;
pub mod commit_item;
pub mod customer_key;
pub mod envelope;
pub mod event_handler;
mod excerpt;
pub mod execute;
pub mod gate;
pub mod in_order;
pub mod metrics;
pub mod ports;
pub mod repository;
pub mod sealing;
pub mod wakes;

use contract::Contract;

/// The names of the functions that handle events: those that take a redrive.
#[must_use]
pub fn event_handlers() -> Vec<&'static str> {
    let without_replays = [<reminders::Reminders<contract::Runtime> as Contract>::NAME];
    replayable_handlers().into_iter().chain(without_replays).collect()
}

/// The names of the event handlers that take replays.
#[must_use]
pub fn replayable_handlers() -> Vec<&'static str> {
    replay::HANDLERS.to_vec()
}
