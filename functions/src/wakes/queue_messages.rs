//! Messages of a FIFO queue.

use aws_lambda_events::sqs::{SqsEvent, SqsMessage};
use contract::QueueMessages;
use serde::de::DeserializeOwned;

use super::{BatchResponse, Deliver, NotAnEvent, parse};

/// The message attribute that names the replay run that a message belongs to.
pub const RUN_ATTRIBUTE: &str = "run";

/// One message of a FIFO queue.
#[derive(Debug)]
pub struct QueueMessage<T> {
    /// Names the message in a [`BatchResponse`].
    pub message_id: String,
    /// Order is kept within it.
    pub group: String,
    /// The replay run that it belongs to.
    pub run: Option<String>,
    /// What it says, or why it cannot be read.
    pub payload: Result<T, String>,
}

impl<T: DeserializeOwned + Send> Deliver for QueueMessages<T> {
    type Payload = Vec<QueueMessage<T>>;
    type Response = BatchResponse;

    fn decode(event: &str) -> Result<Self::Payload, NotAnEvent> {
        let event: SqsEvent = parse(event, "a batch of SQS messages")?;
        Ok(event.records.into_iter().map(QueueMessage::from_message).collect())
    }
}

impl<T: DeserializeOwned> QueueMessage<T> {
    fn from_message(mut message: SqsMessage) -> Self {
        let body = message.body.unwrap_or_default();
        Self {
            message_id: message.message_id.unwrap_or_default(),
            group: message.attributes.remove("MessageGroupId").unwrap_or_default(),
            run: message.message_attributes.remove(RUN_ATTRIBUTE).and_then(|attribute| attribute.string_value),
            payload: serde_json::from_str(&body).map_err(|error| error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_read_with_its_group_and_run() {
        let event = r#"{"Records":[{
            "messageId":"11d6ee51-4cc7-4302-9e22-7cd8afdaadf5","receiptHandle":"AQEB","body":"[1,2]",
            "attributes":{"ApproximateReceiveCount":"1","SentTimestamp":"1573251510774","SequenceNumber":"18849496460467696128",
                "MessageGroupId":"a","SenderId":"AIDA","MessageDeduplicationId":"r/a:1","ApproximateFirstReceiveTimestamp":"1573251510774"},
            "messageAttributes":{"run":{"stringValue":"r","stringListValues":[],"binaryListValues":[],"dataType":"String"}},
            "md5OfBody":"e4e68fb7bd0e697a0ae8f1bb342846b3","eventSource":"aws:sqs",
            "eventSourceARN":"arn:aws:sqs:eu-central-1:123456789012:replay.fifo","awsRegion":"eu-central-1"}]}"#;
        let messages = QueueMessages::<Vec<u8>>::decode(event).unwrap();
        let message = &messages[0];
        assert_eq!((message.group.as_str(), message.run.as_deref()), ("a", Some("r")));
        assert_eq!(message.payload.as_deref(), Ok(&[1, 2][..]));
    }
}
