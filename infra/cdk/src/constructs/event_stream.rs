//! The stream that carries every event.

use std::marker::PhantomData;

use contract::{Access, StreamRecords};

use super::sources::{Source, StreamMapping};
use crate::aws::kinesis;
use crate::aws::kinesis::stream::{EncryptionType, StreamEncryption, StreamMode, StreamModeDetails};
use crate::{
    Arn, ConstructPath, Definition, Granted, Name, RemovalPolicy, Resource, ShardCount, Stack, Statement,
    StreamRetention, Value,
};

/// A Kinesis stream of `T`, encrypted.
///
/// ```
/// use cdk::constructs::{EventStream, EventStreamProps, StreamConsumer};
/// use cdk::{RemovalPolicy, Stack, StackProps, StreamRetention, literal};
///
/// struct Event;
///
/// # let mut stack = Stack::new(StackProps::new("test"));
/// let props = EventStreamProps::new(literal!(StreamRetention::hours(168)), RemovalPolicy::Retain);
/// let events = EventStream::<Event>::new(&mut stack, "Events", props);
/// let audit = StreamConsumer::new(&mut stack, "Audit", &events);
/// # stack.synthesize().unwrap();
/// ```
#[derive(Debug, Clone)]
pub struct EventStream<T> {
    path: ConstructPath,
    resource: Resource<kinesis::Stream>,
    key: Option<Value<String>>,
    record: PhantomData<fn() -> T>,
}

/// What may differ from stream to stream.
#[derive(Debug, Clone)]
pub struct EventStreamProps {
    /// How long records stay readable.
    pub retention: StreamRetention,
    /// What becomes of the stream when it leaves the stack.
    pub removal: RemovalPolicy,
    /// How many shards it has, paid by the hour; as many as its records need, if none.
    ///
    /// <https://docs.aws.amazon.com/streams/latest/dev/how-do-i-size-a-stream.html>
    pub shards: Option<ShardCount>,
    /// The ARN of the KMS key that encrypts it; the account's Kinesis key if none. Grants on the stream include the key.
    pub key: Option<Value<String>>,
}

impl EventStreamProps {
    /// An on-demand stream, encrypted with the account's Kinesis key.
    #[must_use]
    pub fn new(retention: StreamRetention, removal: RemovalPolicy) -> Self {
        Self { retention, removal, shards: None, key: None }
    }
}

impl<T: 'static> EventStream<T> {
    /// Adds a stream.
    #[track_caller]
    pub fn new(stack: &mut Stack, id: impl Into<ConstructPath>, props: EventStreamProps) -> Self {
        let path = id.into();
        let EventStreamProps { retention, removal, shards, key } = props;
        let mode = if shards.is_some() { StreamMode::Provisioned } else { StreamMode::OnDemand };
        let encrypted_with = key.clone().unwrap_or_else(|| "alias/aws/kinesis".into());
        let mut stream = kinesis::Stream::new()
            .stream_mode_details(StreamModeDetails::new(mode))
            .retention_period_hours(retention)
            .stream_encryption(StreamEncryption::new(EncryptionType::Kms, encrypted_with));
        if let Some(shards) = shards {
            stream = stream.shard_count(shards);
        }
        let resource = stack.add(&path, Definition::stateful(stream, removal));
        Self { path, resource, key, record: PhantomData }
    }

    /// The stream, as a link in a function's contract.
    #[must_use]
    pub fn link<A: Access<contract::Stream<T>>>(&self) -> Granted<contract::Stream<T>, A> {
        let (name, arn) = (self.resource.reference().text(), self.resource.arn().text());
        Granted::new(name, arn).encrypted_with(self.key.clone())
    }

    /// What a role that belongs to no contract has to be allowed, to perform `A` on the stream. `sid` names it for people.
    #[must_use]
    pub fn grant<A: Access<contract::Stream<T>>>(&self, sid: &str) -> Vec<Statement> {
        self.link::<A>().statements(sid)
    }

    /// Its records, as what wakes a function: in order per partition key.
    #[must_use]
    pub fn records(&self, mapping: StreamMapping) -> Source<StreamRecords<T>> {
        Source::stream(&self.path, self.resource.arn(), mapping).decrypting(self.key.as_ref())
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> Value<Name<kinesis::Stream>> {
        self.resource.reference()
    }

    /// Its ARN.
    #[must_use]
    pub fn arn(&self) -> Value<Arn<kinesis::Stream>> {
        self.resource.arn()
    }

    /// The typed resource, for what this construct has no word for.
    #[must_use]
    pub fn resource(&self) -> &Resource<kinesis::Stream> {
        &self.resource
    }
}

/// A reader of a stream of `T` that shares its throughput with no other: 2 MB a second and shard of its own, pushed.
///
/// <https://docs.aws.amazon.com/streams/latest/dev/enhanced-consumers.html>
#[derive(Debug, Clone)]
pub struct StreamConsumer<T> {
    path: ConstructPath,
    resource: Resource<kinesis::StreamConsumer>,
    stream: EventStream<T>,
}

impl<T: 'static> StreamConsumer<T> {
    /// Adds a consumer, which is called like its id.
    #[track_caller]
    pub fn new(stack: &mut Stack, id: impl Into<ConstructPath>, stream: &EventStream<T>) -> Self {
        let path = id.into();
        let consumer = kinesis::StreamConsumer::new(path.logical_id().as_str(), stream.arn());
        let resource = stack.add(&path, Definition::new(consumer));
        let stream = EventStream {
            path: stream.path.clone(),
            resource: stream.resource.clone(),
            key: stream.key.clone(),
            record: PhantomData,
        };
        Self { path, resource, stream }
    }

    /// The stream's records, as what wakes a function: in order per partition key.
    #[must_use]
    pub fn records(&self, mapping: StreamMapping) -> Source<StreamRecords<T>> {
        let (stream, consumer) = (self.stream.resource.arn(), self.resource.consumer_arn());
        Source::consumer(&self.path, stream, consumer, mapping).decrypting(self.stream.key.as_ref())
    }

    /// Its ARN.
    #[must_use]
    pub fn arn(&self) -> Value<Arn<kinesis::StreamConsumer>> {
        self.resource.consumer_arn().into_arn()
    }

    /// The typed resource, for what this construct has no word for.
    #[must_use]
    pub fn resource(&self) -> &Resource<kinesis::StreamConsumer> {
        &self.resource
    }
}
