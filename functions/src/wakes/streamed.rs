//! The subscription of an event handler that takes no replays, the event stream, and what people ask of it.

use contract::{Invocation, StreamRecords};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};

use super::{Answer, Deliver, NotAnEvent, StreamRecord, parse};

/// New events, or a request.
#[derive(Debug)]
pub enum Streamed<T, Request> {
    /// What just happened.
    New(Vec<StreamRecord<T>>),
    /// What a person wants.
    Asked(Request),
}

impl<T, Request, Response> Deliver for (StreamRecords<T>, Invocation<Request, Response>)
where
    T: DeserializeOwned + Send,
    Request: DeserializeOwned + Send,
    Response: Serialize + Send,
{
    type Payload = Streamed<T, Request>;
    type Response = Answer<Response>;

    fn decode(event: &str) -> Result<Self::Payload, NotAnEvent> {
        #[derive(Deserialize)]
        struct Batch {
            #[serde(rename = "Records")]
            records: Option<IgnoredAny>,
        }
        // What AWS sends is an object.
        let batch: Batch = parse(event, "a JSON object").map_err(NotAnEvent::by_client)?;
        match batch.records {
            Some(_) => StreamRecords::decode(event).map(Streamed::New),
            None => Invocation::<Request, Response>::decode(event).map(Streamed::Asked),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type New = (StreamRecords<u8>, Invocation<u8, String>);

    #[test]
    fn it_is_a_batch_of_the_stream_or_a_request() {
        type New = (StreamRecords<u8>, Invocation<Request, String>);
        #[derive(Debug, Deserialize)]
        #[serde(rename_all = "snake_case")]
        enum Request {
            Stop(u8),
        }
        assert!(matches!(New::decode(r#"{"Records":[]}"#), Ok(Streamed::New(records)) if records.is_empty()));
        assert!(matches!(New::decode(r#"{"stop":1}"#), Ok(Streamed::Asked(Request::Stop(1)))));
    }

    #[test]
    fn a_batch_of_a_queue_is_refused() {
        let sqs = r#"{"Records":[{"messageId":"m","body":"1","attributes":{},"messageAttributes":{},"eventSource":"aws:sqs"}]}"#;
        let refused = New::decode(sqs).unwrap_err().to_string();
        assert!(refused.contains("a batch of Kinesis records"), "{refused}");
        assert!(New::decode("[]").is_err());
    }
}
