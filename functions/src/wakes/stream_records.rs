//! Records of a Kinesis stream.

use aws_lambda_events::kinesis::{KinesisEvent, KinesisEventRecord};
use contract::StreamRecords;
use jiff::Timestamp;
use serde::de::DeserializeOwned;

use super::{BatchResponse, Deliver, NotAnEvent, parse};

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
    /// The bytes of the record.
    pub bytes: Vec<u8>,
    /// What they say, or why they cannot be read.
    pub payload: Result<T, String>,
}

impl<T: DeserializeOwned + Send> Deliver for StreamRecords<T> {
    type Payload = Vec<StreamRecord<T>>;
    type Response = BatchResponse;

    fn decode(event: &str) -> Result<Self::Payload, NotAnEvent> {
        let event: KinesisEvent = parse(event, "a batch of Kinesis records")?;
        Ok(event.records.into_iter().map(StreamRecord::from_record).collect())
    }
}

impl<T: DeserializeOwned> StreamRecord<T> {
    fn from_record(record: KinesisEventRecord) -> Self {
        // An event id is `SHARD:SEQUENCE_NUMBER`.
        let shard = record.event_id.as_deref().and_then(|id| id.split_once(':')).map_or("", |(shard, _)| shard);
        let data = record.kinesis;
        let bytes = data.data.0;
        let arrived_at = data.approximate_arrival_timestamp.0.timestamp_millis();
        Self {
            sequence_number: data.sequence_number,
            shard: shard.to_owned(),
            partition_key: data.partition_key,
            arrived_at: Timestamp::from_millisecond(arrived_at).unwrap_or_default(),
            payload: serde_json::from_slice(&bytes).map_err(|error| error.to_string()),
            bytes,
        }
    }
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
