//! The typed link between a function and the topology that it runs in.
//!
//! A function states once, as a struct, what it is called, what wakes it and what it reads and writes:
//!
//! ```
//! use contract::{Contract, Link, Phase, PutRecords, Stream, TableChanges};
//!
//! pub struct Commit; // what a change of the table holds
//! pub struct Envelope; // what a record of the stream holds
//!
//! /// Captures changes of an event table and publishes them on the event stream.
//! #[derive(Contract)]
//! #[contract(name = "publish", wakes_on(TableChanges<Commit>))]
//! pub struct Publish<P: Phase> {
//!     /// Where every event goes.
//!     pub events: Link<P, Stream<Envelope>, PutRecords>,
//! }
//! ```
//!
//! `P` is the phase. At synth time the topology fills the struct with grants on its resources, and from each field follow
//! an environment variable and an IAM statement with exactly the stated operations on exactly that resource. At run time
//! the function fills the same struct from those variables, and its adapters accept an address only if it allows every
//! operation that they perform. A field that nobody hands over, a resource of another kind or payload, an operation that
//! was not stated: none of these compiles.
//!
//! The crate has no dependencies beside its derive, so both sides can afford it.

extern crate self as contract;

mod operation;
mod phase;
mod promise;
mod resource;
mod wake;

pub use contract_derive::Contract;
pub use operation::{
    AbortMultipartUpload, Access, Allows, BatchGetItem, BatchWriteItem, ChangeMessageVisibility, ConditionCheckItem,
    CreateSchedule, Decrypt, DeleteItem, DeleteMessage, DeleteObject, DeleteSchedule, GenerateDataKey, GetItem,
    GetObject, GetObjectVersion, GetParameter, GetParameters, GetQueueAttributes, GetSecretValue, Grant, ListBucket,
    Operation, PassRole, Position0, Position1, Position2, Position3, Publish, PutItem, PutObject, PutRecord,
    PutRecords, Query, QueryIndex, ReceiveMessage, Scan, ScanIndex, SendEmail, SendMessage, Single, Target, UpdateItem,
};
pub use phase::{Address, Link, Phase, Runtime};
pub use promise::{Contract, FromEnvironment, MissingVariable, Visitor, variable_name};
pub use resource::{
    Bucket, DynamoDb, DynamoDbIndex, EmailSender, EventTable, FifoQueue, Index, Key, Kinesis, Kms, Parameter, Queue,
    Resource, S3, ScheduleGroup, Scheduler, Secret, SecretsManager, Service, Ses, Sns, Sqs, Ssm, Stream, Table, Topic,
};
pub use wake::{
    HttpRequests, Invocation, ItemChanges, QueueMessages, StandardQueueMessages, StreamRecords, TableChanges, Wake,
};
