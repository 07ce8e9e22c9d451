//! The two subscriptions of an event handler: the event stream, and its own queue for replays.

use contract::{QueueMessages, StreamRecords};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::{BatchResponse, Deliver, NotAnEvent, QueueMessage, StreamRecord, parse};

/// Events from one of the two subscriptions.
#[derive(Debug)]
pub enum Subscribed<T> {
    /// What just happened.
    New(Vec<StreamRecord<T>>),
    /// What happened once.
    Replayed(Vec<QueueMessage<T>>),
}

impl<T: DeserializeOwned + Send> Deliver for (StreamRecords<T>, QueueMessages<T>) {
    type Payload = Subscribed<T>;
    type Response = BatchResponse;

    fn decode(event: &str) -> Result<Self::Payload, NotAnEvent> {
        #[derive(Deserialize)]
        struct Sources {
            #[serde(rename = "Records")]
            records: Vec<Source>,
        }
        #[derive(Deserialize)]
        struct Source {
            #[serde(rename = "eventSource")]
            event_source: String,
        }
        let sources: Sources = parse(event, "a batch of Kinesis records or SQS messages")?;
        match sources.records.first().map(|source| source.event_source.as_str()) {
            None | Some("aws:kinesis") => StreamRecords::decode(event).map(Subscribed::New),
            Some("aws:sqs") => QueueMessages::decode(event).map(Subscribed::Replayed),
            Some(other) => {
                Err(NotAnEvent { reason: format!("events from {other} are not what this function wakes on") })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Both = (StreamRecords<u8>, QueueMessages<u8>);

    #[test]
    fn the_source_of_the_batch_decides() {
        assert!(matches!(Both::decode(r#"{"Records":[]}"#), Ok(Subscribed::New(records)) if records.is_empty()));
        let sqs = r#"{"Records":[{"messageId":"m","body":"1","attributes":{},"messageAttributes":{},"eventSource":"aws:sqs"}]}"#;
        assert!(matches!(Both::decode(sqs), Ok(Subscribed::Replayed(messages)) if messages[0].payload == Ok(1)));
        assert!(Both::decode(&sqs.replace("aws:sqs", "aws:sns")).is_err());
        assert!(Both::decode("{}").is_err());
    }
}
