//! A seeded simulation of the weak guarantees that AWS gives to a serverless, event-driven system: at-least-once delivery, order
//! within a key or not at all, batches that succeed in part, answers that are lost, functions that end half way.
//!
//! It takes the wiring from the CloudFormation template that gets deployed, and runs the code that gets deployed: each function's
//! real handler, invoked with the JSON that Lambda would send, over adapters whose requests go to simulated services instead of AWS.
//! Time is virtual, and everything that is left to chance is decided by a seed: the same seed gives the same run, to the byte.
//!
//! Nothing here knows what the functions are about. To simulate functions of your own, write adapters of their ports over
//! [`TableClient`], [`StreamClient`], [`BucketClient`], [`QueueClient`] and [`SchedulesClient`], and make each handler as its `main`
//! does:
//!
//! ```
//! use std::time::Duration;
//!
//! use contract::{Bucket, Contract, Link, Phase, PutObject, StreamRecords};
//! use functions::wakes::{BatchResponse, Handler, HandlerError, Moment, StreamRecord};
//! use serde_json::json;
//! use simulation::{BucketClient, Failure, Faults, Functions, Setup, World};
//!
//! /// Keeps every reading of a sensor.
//! #[derive(Contract)]
//! #[contract(name = "keep", wakes_on(StreamRecords<u64>))]
//! struct Keep<P: Phase> {
//!     readings: Link<P, Bucket<u64>, PutObject>,
//! }
//!
//! struct KeepHandler {
//!     readings: BucketClient,
//! }
//!
//! #[derive(Debug, thiserror::Error)]
//! #[error(transparent)]
//! struct NotKept(#[from] Failure);
//!
//! impl HandlerError for NotKept {
//!     fn code(&self) -> &'static str {
//!         "NotKept"
//!     }
//! }
//!
//! impl Handler<StreamRecords<u64>> for KeepHandler {
//!     type Error = NotKept;
//!
//!     async fn handle(&self, records: Vec<StreamRecord<u64>>, _: &Moment) -> Result<BatchResponse, NotKept> {
//!         for record in records {
//!             self.readings.put_new(&record.sequence_number, record.bytes).await?;
//!         }
//!         Ok(BatchResponse::default())
//!     }
//! }
//!
//! let template = json!({ "Resources": {
//!     "Sensors": { "Type": "AWS::Kinesis::Stream", "Properties": {} },
//!     "Readings": { "Type": "AWS::S3::Bucket", "Properties": {} },
//!     "Keep": { "Type": "AWS::Lambda::Function", "Properties": {
//!         "Environment": { "Variables": { "READINGS_BUCKET": { "Ref": "Readings" } } },
//!         "Role": { "Fn::GetAtt": ["KeepRole", "Arn"] },
//!         "Timeout": 30,
//!     } },
//!     "KeepRole": { "Type": "AWS::IAM::Role", "Properties": { "Policies": [{ "PolicyDocument": { "Statement": [{
//!         "Effect": "Allow", "Action": ["s3:PutObject"], "Resource": [{ "Fn::Sub": "${Readings.Arn}/*" }],
//!     }] } }] } },
//!     "KeepFromSensors": { "Type": "AWS::Lambda::EventSourceMapping", "Properties": {
//!         "EventSourceArn": { "Fn::GetAtt": ["Sensors", "Arn"] },
//!         "FunctionName": { "Ref": "Keep" },
//!         "StartingPosition": "TRIM_HORIZON",
//!     } },
//! } });
//!
//! for seed in 0..20 {
//!     simulation::run(seed, async {
//!         let functions = Functions::default()
//!             .with("Keep", |contract: &Keep<_>, aws| KeepHandler { readings: aws.bucket(contract.readings.as_str()) });
//!         let setup = Setup { seed, faults: Faults::by_seed(seed), ..Setup::default() };
//!         let world = World::deploy(&template, functions, setup).unwrap();
//!         for reading in 0..50_u64 {
//!             world.services().stream("Sensors").unwrap().put(&world, "sensor", reading.to_string().as_bytes());
//!             world.pause(0..1_000).await;
//!         }
//!         world.end_faults();
//!         world.settle(Duration::from_secs(24 * 3600)).await.unwrap();
//!         assert_eq!(world.services().bucket("Readings").unwrap().objects().len(), 50);
//!     });
//! }
//! ```
//!
//! # What the services promise
//!
//! No more than AWS's do, and each promise has a test beside the service that makes it.
//!
//! - **Permissions**: a request that the function's role does not allow fails.
//! - **Tables**: conditions and transactions, reads that may be stale unless they are consistent, and a stream of changes that
//!   keeps the order of each item only.
//! - **Streams**: `PutRecords` that is refused in part and keeps no order; shards that are split and merged; nothing is kept beyond the
//!   retention.
//! - **Mappings of streams**: batch sizes and windows, filters, lanes, `TRIM_HORIZON` and `LATEST`, parents before children; what
//!   fails is tried again from its lowest failure on, split if the mapping says so, and written to the on-failure bucket once it is
//!   too old or was tried too often. What the stream forgets meanwhile is lost.
//! - **FIFO queues**: a group is locked while one of its messages is hidden; visibility time-out, redrive to the dead letters, and
//!   ids that are remembered for five minutes, whatever became of their messages.
//! - **Buckets**: strong consistency and conditional writes.
//! - **Schedules**: each at least once and up to a minute late, those that come once and those that come again and again. The latter
//!   are left out while nothing happens, but for once a day, so that weeks of them cost little; they keep nothing from coming to rest.
//! - **Functions**: time-outs, crashes between any two requests, warm starts, and the retries of asynchronous invocations.
//!
//! A type of resource, or a property of a mapping or schedule, that the simulation does not know is an error.

mod capacity;
mod fault;
mod function;
mod mappings;
mod sandbox;
mod services;
mod template;
#[cfg(test)]
mod testing;
mod trace;
mod world;

pub use capacity::Capacity;
pub use fault::{Fault, Faults, UnknownFault};
pub use function::{Functions, InvokeError, panic_message};
pub use sandbox::{Failure, Sandbox};
pub use services::{
    Bucket, BucketClient, Consistency, Entry, Item, Message, Order, Put, Queue, QueueClient, Schedule, SchedulesClient,
    Services, Stream, StreamClient, Table, TableClient, Taken, Write, WriteError,
};
pub use template::TemplateError;
pub use world::{Restless, Setup, World, run};
