//! The ports of the functions over simulated services: each does what the adapter for AWS does, request by request.

mod archive;
mod event_store;
mod history;
mod parking;
mod projection;
mod replay_queue;
mod snapshots;
mod stream;

pub(crate) use archive::Archive;
pub(crate) use event_store::Commits;
pub(crate) use history::History;
pub(crate) use parking::Parking;
pub(crate) use projection::Counts;
pub(crate) use replay_queue::ReplayQueues;
pub(crate) use snapshots::KeptSnapshots;
pub(crate) use stream::Records;

use functions::ports::Unavailable;

fn unavailable(error: impl std::error::Error) -> Unavailable {
    Unavailable(error.to_string())
}
