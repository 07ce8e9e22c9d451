//! The event stream over Kinesis.

use aws_sdk_kinesis::Client;
use aws_sdk_kinesis::primitives::Blob;
use aws_sdk_kinesis::types::PutRecordsRequestEntry;
use contract::{Access, Address, Allows, PutRecords, Stream};

use super::{Connection, unavailable};
use crate::envelope::Envelope;
use crate::ports::{Message, Outlet, Unavailable};

/// Appends to a Kinesis stream. The key of a message is its partition key.
#[derive(Debug, Clone)]
pub struct EventStream {
    client: Client,
    stream: String,
}

impl EventStream {
    /// The stream at an address that allows to append.
    pub fn new<A, P>(connection: &Connection, stream: &Address<Stream<Envelope>, A>) -> Self
    where
        A: Access<Stream<Envelope>> + Allows<PutRecords, P>,
    {
        Self { client: Client::new(connection.config()), stream: stream.as_str().to_owned() }
    }

    async fn put(&self, batch: &[&Message]) -> Result<Vec<Result<(), Unavailable>>, Unavailable> {
        let records = batch.iter().map(|message| entry(message)).collect::<Result<Vec<_>, _>>()?;
        let put = self.client.put_records().stream_name(&self.stream).set_records(Some(records));
        let results = put.send().await.map_err(unavailable)?;
        let result = |entry: &aws_sdk_kinesis::types::PutRecordsResultEntry| match entry.error_code() {
            None => Ok(()),
            Some(code) => Err(Unavailable(format!("{code}: {}", entry.error_message().unwrap_or_default()))),
        };
        Ok(results.records().iter().map(result).collect())
    }
}

/// The message as Kinesis takes it. Its body is not copied.
///
/// # Errors
/// None that a message could cause.
pub fn entry(message: &Message) -> Result<PutRecordsRequestEntry, Unavailable> {
    let data = Blob::from_maybe_shared(message.body.clone());
    PutRecordsRequestEntry::builder().partition_key(&message.key).data(data).build().map_err(unavailable)
}

impl Outlet for EventStream {
    /// <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html>
    const MAX_MESSAGES: usize = 500;
    const MAX_BYTES: usize = 5 * 1024 * 1024;

    async fn send(&self, batch: &[&Message]) -> Vec<Result<(), Unavailable>> {
        self.put(batch).await.unwrap_or_else(|reason| vec![Err(reason); batch.len()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_has_the_key_of_its_message() {
        let message = |key: &str| Message { key: key.to_owned(), id: "1".to_owned(), body: "body".to_owned().into() };
        for key in ["a", "b"] {
            assert_eq!(entry(&message(key)).unwrap().partition_key(), Some(key));
        }
    }

    #[test]
    fn the_body_of_a_message_is_not_copied() {
        let message = Message { key: "a".to_owned(), id: "a:1".to_owned(), body: "body".to_owned().into() };
        let entries = [entry(&message).unwrap(), entry(&message).unwrap()];
        assert!(entries.iter().all(|entry| entry.data().as_ref().as_ptr() == message.body.as_ptr()));
    }
}
