//! A Kinesis data stream.
//!
//! `PutRecords` takes effect record by record, in any order, and may refuse some.
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html>

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::{Shards, not_found};
use crate::capacity::Capacity;
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
    pub(crate) fn new(id: &str, retention: Duration, capacity: Option<&Capacity>) -> Self {
        // What a stream with on-demand capacity begins with.
        let shards = capacity.map_or(4, |capacity| capacity.shards);
        Self { id: id.to_owned(), shards: Shards::new(retention, shards, capacity), sequence: AtomicU64::new(0) }
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
        let bytes = partition_key.len() + data.len();
        self.shards.append(at, partition_key, partition_key.to_owned(), sequence, bytes, render);
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
            let now = world.elapsed();
            let has_room = |(key, data): &(String, Vec<u8>)| stream.shards.takes(now, key, key.len() + data.len());
            let taken = |record| !world.strikes(Fault::PartialFailure) && has_room(record);
            let taken: Vec<_> = records.iter().map(taken).collect();
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

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::fault::Faults;
    use crate::function::Functions;
    use crate::testing::{UNLIMITED, given, given_limits, sandbox};

    /// Runs a test in a world with a stream `S`.
    fn given_stream(faults: Faults, test: impl AsyncFnOnce(&World, StreamClient)) {
        let resources = json!({ "S": { "Type": "AWS::Kinesis::Stream", "Properties": {} } });
        given(resources, Functions::default(), faults, async |world| {
            let client = sandbox(&world, &[("kinesis:PutRecords", "S")]).stream("S");
            test(&world, client).await;
        });
    }

    #[test]
    fn a_shard_takes_so_many_records_and_bytes_in_a_second() {
        let resources = || json!({ "S": { "Type": "AWS::Kinesis::Stream", "Properties": {} } });
        for capacity in
            [Capacity { shard_records: 2.0, ..UNLIMITED }, Capacity { shard_bytes: 2.0 * 4.0 + 1.0, ..UNLIMITED }]
        {
            given_limits(resources(), Functions::default(), capacity, async |world| {
                let client = sandbox(&world, &[("kinesis:PutRecords", "S")]).stream("S");
                let put = async || client.put_records(["a", "b", "c"].map(record).to_vec()).await;
                assert_eq!(put().await, Ok(vec![true, true, false]));
                assert_eq!(put().await, Ok(vec![false; 3]));
                tokio::time::sleep(Duration::from_secs(1)).await;
                assert_eq!(put().await, Ok(vec![true, true, false]));
                assert_eq!(data(&world), ["a", "b", "a", "b"]);
            });
        }
    }

    fn record(data: &str) -> (String, Vec<u8>) {
        ("key".to_owned(), data.as_bytes().to_vec())
    }

    /// Every record of the key, as it is delivered.
    fn records(world: &World) -> Vec<Value> {
        let shards = world.services().stream("S").unwrap().shards();
        let all =
            (0..shards.count()).flat_map(|shard| shards.read(shard, 0..shards.end(shard), usize::MAX, |_| true).0);
        all.map(|record| serde_json::from_str(&record.rendered).unwrap()).collect()
    }

    fn data(world: &World) -> Vec<String> {
        let data = |record: &Value| STANDARD.decode(record["kinesis"]["data"].as_str().unwrap()).unwrap();
        records(world).iter().map(|record| String::from_utf8(data(record)).unwrap()).collect()
    }

    #[test]
    fn records_come_as_they_were_put() {
        given_stream(Faults::none(), async |world, client| {
            tokio::time::sleep(Duration::from_secs(60)).await;
            let put = client.put_records(["a", "b", "c"].map(record).to_vec()).await;
            assert_eq!(put, Ok(vec![true; 3]));
            assert_eq!(data(world), ["a", "b", "c"]);
            let [first, .., last] = &records(world)[..] else { panic!("three records") };
            assert_eq!(first["kinesis"]["partitionKey"], "key");
            let arrived = first["kinesis"]["approximateArrivalTimestamp"].as_f64().unwrap();
            assert!((arrived - world.now().as_millisecond() as f64 / 1_000.0).abs() < 1.0, "{arrived}");
            let number = |record: &Value| record["kinesis"]["sequenceNumber"].as_str().unwrap().to_owned();
            assert!(number(first) < number(last));
        });
    }

    #[test]
    fn records_that_are_refused_are_not_there_and_others_are() {
        given_stream(Faults::often(&[Fault::PartialFailure]), async |world, client| {
            let names = ["a", "b", "c", "d", "e", "f", "g", "h"];
            let put = client.put_records(names.map(record).to_vec()).await.unwrap();
            let taken: Vec<_> = names.iter().zip(&put).filter(|(_, taken)| **taken).map(|(name, _)| *name).collect();
            assert!(!taken.is_empty() && taken.len() < names.len(), "{put:?}");
            assert_eq!(data(world), taken);
        });
    }

    #[test]
    fn records_of_one_request_may_come_in_another_order() {
        given_stream(Faults::always(&[Fault::Reorder]), async |world, client| {
            let names = ["a", "b", "c", "d", "e", "f", "g", "h"];
            client.put_records(names.map(record).to_vec()).await.unwrap();
            let mut found = data(world);
            assert_ne!(found, names);
            found.sort();
            assert_eq!(found, names);
        });
    }
}
