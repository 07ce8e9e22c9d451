//! The two subscriptions of an event handler, the event stream and its own queue for replays, and what people ask of it.

use std::borrow::Cow;

use contract::{Invocation, QueueMessages, StreamRecords};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::{BatchResponse, Deliver, NotAnEvent, QueueMessage, StreamRecord, parse};

/// Events from one of the two subscriptions, or a request.
#[derive(Debug)]
pub enum Subscribed<T, Request> {
    /// What just happened.
    New(Vec<StreamRecord<T>>),
    /// What happened once.
    Replayed(Vec<QueueMessage<T>>),
    /// What a person wants.
    Asked(Request),
}

/// The answer to [`Subscribed`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Answer<Response> {
    /// Which events were not handled.
    Batch(BatchResponse),
    /// What a person wanted.
    Asked(Response),
}

impl<T, Request, Response> Deliver for (StreamRecords<T>, QueueMessages<T>, Invocation<Request, Response>)
where
    T: DeserializeOwned + Send,
    Request: DeserializeOwned + Send,
    Response: Serialize + Send,
{
    type Payload = Subscribed<T, Request>;
    type Response = Answer<Response>;

    fn decode(event: &str) -> Result<Self::Payload, NotAnEvent> {
        #[derive(Deserialize)]
        struct Sources<'a> {
            #[serde(rename = "Records", borrow)]
            records: Option<&'a RawValue>,
        }
        #[derive(Deserialize)]
        struct Source<'a> {
            #[serde(rename = "eventSource", borrow)]
            event_source: Cow<'a, str>,
        }
        // What AWS sends is an object.
        let sources: Sources<'_> = parse(event, "a JSON object").map_err(NotAnEvent::by_client)?;
        let Some(records) = sources.records else {
            return Invocation::<Request, Response>::decode(event).map(Subscribed::Asked);
        };
        let sources: Vec<&RawValue> = parse(records.get(), "a batch of Kinesis records or SQS messages")?;
        // A batch is from one source, so any record that says which will do.
        let mut named = sources.iter().filter_map(|record| serde_json::from_str::<Source<'_>>(record.get()).ok());
        match named.next().as_ref().map(|source| source.event_source.as_ref()) {
            None | Some("aws:kinesis") => StreamRecords::decode(event).map(Subscribed::New),
            Some("aws:sqs") => QueueMessages::decode(event).map(Subscribed::Replayed),
            Some(other) => Err(NotAnEvent::by_aws(format!("events from {other} are not what this function wakes on"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Both = (StreamRecords<u8>, QueueMessages<u8>, Invocation<Request, String>);

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Request {
        Stop(u8),
    }

    #[test]
    fn the_source_of_the_batch_decides() {
        assert!(matches!(Both::decode(r#"{"Records":[]}"#), Ok(Subscribed::New(records)) if records.is_empty()));
        let sqs = r#"{"Records":[{"messageId":"m","body":"1","attributes":{"MessageGroupId":"a"},"messageAttributes":{},"eventSource":"aws:sqs"}]}"#;
        assert!(matches!(Both::decode(sqs), Ok(Subscribed::Replayed(messages)) if messages[0].payload == Ok(1)));
        assert!(matches!(Both::decode(r#"{"stop":1}"#), Ok(Subscribed::Asked(Request::Stop(1)))));
        assert!(Both::decode(&sqs.replace("aws:sqs", "aws:sns")).is_err());
        assert!(Both::decode("{}").is_err());
        assert!(Both::decode("[]").is_err());
        assert!(Both::decode(r#"{"Records":7}"#).is_err());
    }
}
