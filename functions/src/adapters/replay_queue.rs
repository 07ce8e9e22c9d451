//! The queues of the event handlers that take replays, over SQS.

use aws_sdk_sqs::Client;
use aws_sdk_sqs::types::{MessageAttributeValue, SendMessageBatchRequestEntry};
use contract::{Access, Address, Allows, FifoQueue, SendMessage};

use super::{Connection, unavailable};
use crate::envelope::Envelope;
use crate::event_handler::Generation;
use crate::ports::{Message, Outlet, Unavailable};
use crate::replay::ReplayQueues;
use crate::wakes::RUN_ATTRIBUTE;

/// Sends the messages of one run to a FIFO queue. The key of a message is its group; its deduplication id is made of the
/// run and the event, because SQS remembers ids for five minutes and would swallow a second run otherwise.
#[derive(Debug, Clone)]
pub struct ReplayQueue {
    client: Client,
    url: String,
    run: Generation,
}

/// The queue of the handler `related-items`.
#[derive(Debug, Clone)]
pub struct RelatedItemsQueue {
    client: Client,
    url: String,
}

impl RelatedItemsQueue {
    /// The queue at an address that allows to send.
    pub fn new<A, S>(connection: &Connection, queue: &Address<FifoQueue<Envelope>, A>) -> Self
    where
        A: Access<FifoQueue<Envelope>> + Allows<SendMessage, S>,
    {
        Self { client: Client::new(connection.config()), url: queue.as_str().to_owned() }
    }
}

impl ReplayQueues for RelatedItemsQueue {
    type Queue = ReplayQueue;

    fn handlers(&self) -> Vec<String> {
        crate::replayable_handlers().into_iter().map(str::to_owned).collect()
    }

    fn queue(&self, handler: &str, run: &Generation) -> Option<ReplayQueue> {
        let known = self.handlers().iter().any(|known| known == handler);
        known.then(|| ReplayQueue { client: self.client.clone(), url: self.url.clone(), run: run.clone() })
    }
}

impl ReplayQueue {
    async fn send_batch(&self, batch: &[&Message]) -> Result<Vec<Result<(), Unavailable>>, Unavailable> {
        let run = MessageAttributeValue::builder().data_type("String").string_value(self.run.as_str());
        let run = run.build().map_err(unavailable)?;
        let entry = |(position, message): (usize, &&Message)| {
            SendMessageBatchRequestEntry::builder()
                .id(position.to_string())
                .message_body(str::from_utf8(&message.body).map_err(unavailable)?)
                .message_group_id(&message.key)
                .message_deduplication_id(format!("{}/{}", self.run, message.id))
                .message_attributes(RUN_ATTRIBUTE, run.clone())
                .build()
                .map_err(unavailable)
        };
        let entries = batch.iter().enumerate().map(entry).collect::<Result<Vec<_>, _>>()?;
        let send = self.client.send_message_batch().queue_url(&self.url).set_entries(Some(entries));
        let answer = send.send().await.map_err(unavailable)?;
        let mut results = vec![Err(Unavailable("the queue did not mention the message".to_owned())); batch.len()];
        for sent in answer.successful() {
            if let Some(result) = sent.id().parse().ok().and_then(|position: usize| results.get_mut(position)) {
                *result = Ok(());
            }
        }
        for failed in answer.failed() {
            if let Some(result) = failed.id().parse().ok().and_then(|position: usize| results.get_mut(position)) {
                let reason = format!("{}: {}", failed.code(), failed.message().unwrap_or_default());
                *result = Err(Unavailable(reason));
            }
        }
        Ok(results)
    }
}

impl Outlet for ReplayQueue {
    /// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html>
    const MAX_MESSAGES: usize = 10;
    const MAX_BYTES: usize = 1_000_000;

    async fn send(&self, batch: &[&Message]) -> Vec<Result<(), Unavailable>> {
        self.send_batch(batch).await.unwrap_or_else(|reason| vec![Err(reason); batch.len()])
    }
}
