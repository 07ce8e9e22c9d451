//! The queue of an event handler that takes replays, in memory.

use std::sync::Arc;

use super::MemoryOutlet;
use crate::event_handler::Generation;
use crate::ports::{Message, Outlet, Unavailable};
use crate::replay::{HANDLERS, ReplayQueues};

/// One queue, which takes everything, whichever handler it is for.
#[derive(Debug, Clone, Default)]
pub struct MemoryReplayQueue(Arc<MemoryOutlet>);

impl MemoryReplayQueue {
    /// What was sent, in order.
    pub fn sent(&self) -> Vec<Message> {
        self.0.sent()
    }
}

impl Outlet for MemoryReplayQueue {
    const MAX_MESSAGES: usize = MemoryOutlet::MAX_MESSAGES;
    const MAX_BYTES: usize = MemoryOutlet::MAX_BYTES;

    async fn send(&self, batch: &[&Message]) -> Vec<Result<(), Unavailable>> {
        self.0.send(batch).await
    }
}

impl ReplayQueues for MemoryReplayQueue {
    type Queue = Self;

    fn handlers(&self) -> Vec<String> {
        HANDLERS.map(str::to_owned).to_vec()
    }

    fn queue(&self, handler: &str, _: &Generation) -> Option<Self> {
        HANDLERS.contains(&handler).then(|| self.clone())
    }
}
