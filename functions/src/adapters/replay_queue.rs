//! The queues of the event handlers that take replays, over SQS.

use aws_sdk_sqs::Client;
use aws_sdk_sqs::types::{MessageAttributeValue, SendMessageBatchRequestEntry};
use contract::Runtime;

use super::{Connection, unavailable};
use crate::event_handler::Generation;
use crate::ports::{Message, Outlet, Unavailable};
use crate::replay::{HANDLERS, Replay, ReplayQueues, identifier};
use crate::wakes::RUN_ATTRIBUTE;

/// Sends the messages of one run to a FIFO queue. The key of a message is its group; its deduplication id is made of the
/// run and the event, because SQS remembers ids for five minutes and would swallow a second run otherwise.
#[derive(Debug, Clone)]
pub struct ReplayQueue {
    client: Client,
    url: String,
    run: Generation,
}

/// The queues that the contract of `replay` names.
#[derive(Debug, Clone)]
pub struct HandlerQueues {
    client: Client,
    urls: [String; HANDLERS.len()],
}

impl HandlerQueues {
    /// The queues at the addresses of a contract.
    #[must_use]
    pub fn new(connection: &Connection, contract: &Replay<Runtime>) -> Self {
        let urls = contract.queues().map(|queue| queue.as_str().to_owned());
        Self { client: Client::new(connection.config()), urls }
    }
}

impl ReplayQueues for HandlerQueues {
    type Queue = ReplayQueue;

    fn handlers(&self) -> Vec<String> {
        crate::replayable_handlers().into_iter().map(str::to_owned).collect()
    }

    fn queue(&self, handler: &str, run: &Generation) -> Option<ReplayQueue> {
        let position = HANDLERS.iter().position(|known| *known == handler)?;
        Some(ReplayQueue { client: self.client.clone(), url: self.urls[position].clone(), run: run.clone() })
    }
}

/// The messages of a run as the entries of a batch.
///
/// # Errors
/// When a part is missing that SQS demands: never, as each is given.
pub fn entries(run: &Generation, batch: &[&Message]) -> Result<Vec<SendMessageBatchRequestEntry>, Unavailable> {
    let attribute = MessageAttributeValue::builder().data_type("String").string_value(run.as_str());
    let attribute = attribute.build().map_err(unavailable)?;
    let entry = |(position, message): (usize, &&Message)| {
        SendMessageBatchRequestEntry::builder()
            .id(position.to_string())
            .message_body(str::from_utf8(&message.body).map_err(unavailable)?)
            .message_group_id(&message.key)
            .message_deduplication_id(identifier(&format!("{run}/{}", message.id)))
            .message_attributes(RUN_ATTRIBUTE, attribute.clone())
            .build()
            .map_err(unavailable)
    };
    batch.iter().enumerate().map(entry).collect()
}

impl ReplayQueue {
    async fn send_batch(&self, batch: &[&Message]) -> Result<Vec<Result<(), Unavailable>>, Unavailable> {
        let entries = entries(&self.run, batch)?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_run_and_a_long_id_are_told_apart() {
        let message = |id: &str| Message { key: "a".to_owned(), id: id.to_owned(), body: "{}".into() };
        let deduplication = |run: &str, id: &str| {
            let run = Generation::try_from(run.to_owned()).unwrap();
            let entry = entries(&run, &[&message(id)]).unwrap().remove(0);
            assert_eq!(entry.message_group_id(), Some("a"));
            entry.message_deduplication_id().unwrap().to_owned()
        };
        assert_eq!(deduplication("r1", "a:1"), "r1/a:1");
        assert_eq!(deduplication("r2", "a:1"), "r2/a:1");
        let long = format!("{}:1", "x".repeat(128));
        assert_eq!(deduplication("r1", &long).len(), 64);
        assert_ne!(deduplication("r1", &long), deduplication("r2", &long));
    }
}
