//! The ports of the functions over simulated services: each does what the adapter for AWS does, request by request.

mod archive;
mod customer_keys;
mod event_store;
mod gates;
mod generations;
mod history;
mod mail;
mod parking;
mod projection;
mod reminders;
mod replay_queue;
mod replay_runs;
mod schedules;
mod snapshots;
mod stream;

pub(crate) use archive::Archive;
pub(crate) use customer_keys::Keys;
pub(crate) use event_store::Commits;
pub(crate) use gates::GateTable;
pub(crate) use generations::KeptRegister;
pub(crate) use history::History;
pub(crate) use mail::{Mailbox, Outbox};
pub(crate) use parking::Parking;
pub(crate) use projection::Counts;
pub(crate) use reminders::Claims;
pub(crate) use replay_queue::ReplayQueues;
pub(crate) use replay_runs::Runs;
pub(crate) use schedules::{Asked, Schedules};
pub(crate) use snapshots::KeptSnapshots;
pub(crate) use stream::Records;

use functions::ports::Unavailable;

fn unavailable(error: impl std::error::Error) -> Unavailable {
    Unavailable(error.to_string())
}
