//! Where ordered messages go: a stream or a FIFO queue.

use std::future::Future;
use std::sync::Arc;

use bytes::Bytes;

use super::Unavailable;

/// A message that has to stay behind the ones before it with the same key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Order is kept within a key: partition key of a stream, message group of a queue.
    pub key: String,
    /// Identifies the message among all that were ever sent with this key, within one replay run if it is a replay.
    pub id: String,
    /// The envelope. Offering it again, or to another outlet, does not copy it.
    pub body: Bytes,
}

/// Takes messages in batches. A batch may succeed in part, in any order.
pub trait Outlet: Send + Sync {
    /// The most messages in a batch.
    const MAX_MESSAGES: usize;

    /// The most bytes in a batch, keys and bodies together.
    const MAX_BYTES: usize;

    /// Sends a batch within both limits. One result per message, in the order of the messages.
    fn send(&self, batch: &[&Message]) -> impl Future<Output = Vec<Result<(), Unavailable>>> + Send;
}

impl<O: Outlet> Outlet for Arc<O> {
    const MAX_MESSAGES: usize = O::MAX_MESSAGES;
    const MAX_BYTES: usize = O::MAX_BYTES;

    async fn send(&self, batch: &[&Message]) -> Vec<Result<(), Unavailable>> {
        (**self).send(batch).await
    }
}
