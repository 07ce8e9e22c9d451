//! Records of a Kinesis stream.

use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use contract::StreamRecords;
use jiff::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::records;
use super::{BatchResponse, Deliver, NotAnEvent};

/// One record of a stream.
#[derive(Debug)]
pub struct StreamRecord<T> {
    /// Names the record in a [`BatchResponse`].
    pub sequence_number: String,
    /// The shard that it came from.
    pub shard: String,
    /// Order is kept within it.
    pub partition_key: String,
    /// When the stream took it.
    pub arrived_at: Timestamp,
    /// The bytes of the record, or whatever Lambda sent in their place, so that nothing is lost that has to be put aside.
    pub bytes: Vec<u8>,
    /// What they say, or why they cannot be read.
    pub payload: Result<T, String>,
}

impl<T: DeserializeOwned + Send> Deliver for StreamRecords<T> {
    type Payload = Vec<StreamRecord<T>>;
    type Response = BatchResponse;

    fn decode(event: &str) -> Result<Self::Payload, NotAnEvent> {
        records::read(event, "a batch of Kinesis records", StreamRecord::from_record, StreamRecord::unreadable)
    }
}

/// <https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html>
#[derive(Deserialize)]
struct Record<'a> {
    /// `SHARD:SEQUENCE_NUMBER`.
    #[serde(rename = "eventID", borrow)]
    event_id: Cow<'a, str>,
    #[serde(borrow)]
    kinesis: Data<'a>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Data<'a> {
    #[serde(borrow)]
    sequence_number: Cow<'a, str>,
    #[serde(borrow)]
    partition_key: Cow<'a, str>,
    /// In seconds.
    approximate_arrival_timestamp: f64,
    #[serde(borrow)]
    data: Cow<'a, str>,
}

/// What is left of a record that has another form.
#[derive(Deserialize)]
struct Named {
    #[serde(rename = "eventID", default)]
    event_id: serde_json::Value,
    kinesis: NamedData,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct NamedData {
    sequence_number: String,
    #[serde(default)]
    partition_key: serde_json::Value,
}

impl<T: DeserializeOwned> StreamRecord<T> {
    fn from_record(Record { event_id, kinesis }: Record<'_>) -> Self {
        let Data { sequence_number, partition_key, approximate_arrival_timestamp, data } = kinesis;
        let arrived_at = Timestamp::from_millisecond((approximate_arrival_timestamp * 1e3).round() as i64);
        let decoded = STANDARD.decode(data.as_bytes()).map_err(|error| format!("its data is not base64: {error}"));
        let payload = match (&decoded, &arrived_at) {
            (Ok(bytes), Ok(_)) => serde_json::from_slice(bytes).map_err(|error| error.to_string()),
            (Err(reason), _) => Err(reason.clone()),
            (_, Err(error)) => Err(format!("it did not arrive at a time: {error}")),
        };
        Self {
            sequence_number: sequence_number.into_owned(),
            shard: shard(&event_id),
            partition_key: partition_key.into_owned(),
            arrived_at: arrived_at.unwrap_or_default(),
            bytes: decoded.unwrap_or_else(|_| data.as_bytes().to_vec()),
            payload,
        }
    }

    fn unreadable(record: &str, reason: String) -> serde_json::Result<Self> {
        let Named { event_id, kinesis: NamedData { sequence_number, partition_key } } = serde_json::from_str(record)?;
        Ok(Self {
            sequence_number,
            shard: shard(event_id.as_str().unwrap_or_default()),
            partition_key: partition_key.as_str().unwrap_or_default().to_owned(),
            arrived_at: Timestamp::UNIX_EPOCH,
            bytes: record.as_bytes().to_vec(),
            payload: Err(reason),
        })
    }
}

fn shard(event_id: &str) -> String {
    event_id.split_once(':').map_or("", |(shard, _)| shard).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_read_with_its_place_in_the_stream() {
        let event = r#"{"Records":[{
            "eventID":"shardId-000000000006:49590338271490256608559692538361571095921575989136588898",
            "eventName":"aws:kinesis:record","eventSource":"aws:kinesis","eventVersion":"1.0","awsRegion":"eu-central-1",
            "eventSourceARN":"arn:aws:kinesis:eu-central-1:123456789012:stream/events",
            "invokeIdentityArn":"arn:aws:iam::123456789012:role/archive",
            "kinesis":{"kinesisSchemaVersion":"1.0","partitionKey":"a","approximateArrivalTimestamp":1545084650.987,
                "sequenceNumber":"49590338271490256608559692538361571095921575989136588898","data":"WzEsMl0="}}]}"#;
        let records = StreamRecords::<Vec<u8>>::decode(event).unwrap();
        let record = &records[0];
        assert_eq!((record.shard.as_str(), record.partition_key.as_str()), ("shardId-000000000006", "a"));
        assert_eq!(record.arrived_at.as_millisecond(), 1_545_084_650_987);
        assert_eq!((record.bytes.as_slice(), record.payload.as_deref()), (&b"[1,2]"[..], Ok(&[1, 2][..])));

        let text = StreamRecords::<String>::decode(event).unwrap();
        assert!(text[0].payload.is_err());
    }
}
