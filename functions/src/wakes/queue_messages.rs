//! Messages of a FIFO queue.

use std::borrow::Cow;

use contract::QueueMessages;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::records;
use super::{BatchResponse, Deliver, NotAnEvent};

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
        records::read(event, "a batch of SQS messages", QueueMessage::from_message, QueueMessage::unreadable)
    }
}

/// <https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html>
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Message<'a> {
    message_id: String,
    #[serde(borrow)]
    body: Cow<'a, str>,
    attributes: Attributes,
    #[serde(default)]
    message_attributes: MessageAttributes,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Attributes {
    message_group_id: String,
}

#[derive(Default, Deserialize)]
struct MessageAttributes {
    run: Option<MessageAttribute>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct MessageAttribute {
    string_value: Option<String>,
}

/// What is left of a message that has another form.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Named {
    message_id: String,
    #[serde(default)]
    attributes: serde_json::Value,
    #[serde(default)]
    message_attributes: serde_json::Value,
}

impl<T: DeserializeOwned> QueueMessage<T> {
    fn from_message(Message { message_id, body, attributes, message_attributes }: Message<'_>) -> Self {
        Self {
            message_id,
            group: attributes.message_group_id,
            run: message_attributes.run.and_then(|run| run.string_value),
            payload: serde_json::from_str(&body).map_err(|error| error.to_string()),
        }
    }

    fn unreadable(message: &str, reason: String) -> serde_json::Result<Self> {
        let Named { message_id, attributes, message_attributes } = serde_json::from_str(message)?;
        Ok(Self {
            message_id,
            group: attributes["MessageGroupId"].as_str().unwrap_or_default().to_owned(),
            run: message_attributes[RUN_ATTRIBUTE]["stringValue"].as_str().map(str::to_owned),
            payload: Err(reason),
        })
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
