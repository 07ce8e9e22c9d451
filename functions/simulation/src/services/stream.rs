//! A Kinesis data stream.
//!
//! `PutRecords` takes effect record by record, in any order, and may refuse some.
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html>

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::{Shards, not_found};
use crate::fault::Fault;
use crate::sandbox::{Failure, Sandbox};
use crate::world::World;

/// A stream of records, in order within each shard.
#[derive(Debug)]
pub struct Stream {
    id: String,
    shards: Shards,
    sequence: AtomicU64,
}

impl Stream {
    pub(crate) fn new(id: &str, retention: Duration) -> Self {
        // What a stream with on-demand capacity begins with.
        Self { id: id.to_owned(), shards: Shards::new(retention, 4), sequence: AtomicU64::new(0) }
    }

    pub(crate) fn shards(&self) -> &Shards {
        &self.shards
    }

    /// Appends a record.
    pub fn put(&self, world: &World, partition_key: &str, data: &[u8]) {
        let at = world.elapsed();
        let arrived = world.now().as_millisecond();
        let sequence = self.sequence.fetch_add(1, Ordering::Relaxed);
        let render = |shard: &str, sequence_number: &str| {
            let key = serde_json::Value::from(partition_key);
            let (data, stream) = (STANDARD.encode(data), &self.id);
            let (seconds, millis) = (arrived / 1000, arrived % 1000);
            format!(
                r#"{{"kinesis":{{"kinesisSchemaVersion":"1.0","partitionKey":{key},"sequenceNumber":"{sequence_number}","data":"{data}","approximateArrivalTimestamp":{seconds}.{millis:03}}},"eventSource":"aws:kinesis","eventVersion":"1.0","eventID":"{shard}:{sequence_number}","eventName":"aws:kinesis:record","invokeIdentityArn":"arn:aws:iam::123456789012:role/simulated","awsRegion":"us-east-1","eventSourceARN":"arn:aws:kinesis:us-east-1:123456789012:stream/{stream}"}}"#
            )
        };
        self.shards.append(at, partition_key, partition_key.to_owned(), sequence, render);
    }
}

/// Sends requests to a stream.
#[derive(Debug, Clone)]
pub struct StreamClient {
    sandbox: Sandbox,
    address: String,
}

impl StreamClient {
    pub(crate) fn new(sandbox: Sandbox, address: &str) -> Self {
        Self { sandbox, address: address.to_owned() }
    }

    /// `PutRecords` of records with their partition keys: whether each was taken.
    ///
    /// # Errors
    /// When there is no answer.
    pub async fn put_records(&self, records: Vec<(String, Vec<u8>)>) -> Result<Vec<bool>, Failure> {
        let address = self.address.clone();
        let put = move |world: &World| {
            let Some(stream) = world.services().stream(&address) else { return Err(not_found(&address)) };
            let taken: Vec<_> = records.iter().map(|_| !world.strikes(Fault::PartialFailure)).collect();
            let mut order: Vec<_> = (0..records.len()).filter(|&position| taken[position]).collect();
            if world.strikes(Fault::Reorder) {
                world.shuffle(&mut order);
            }
            for position in order {
                let (key, data) = &records[position];
                stream.put(world, key, data);
            }
            Ok(taken)
        };
        self.sandbox.request("kinesis:PutRecords", super::logical_id(&self.address), put).await?
    }
}
