//! The stream that carries every event.

use std::marker::PhantomData;

use contract::{Access, StreamRecords};

use super::sources::{Source, StreamMapping};
use crate::aws::kinesis;
use crate::aws::kinesis::stream::{EncryptionType, StreamEncryption, StreamMode, StreamModeDetails};
use crate::{Arn, ConstructPath, Definition, Granted, Name, RemovalPolicy, Resource, Stack, StreamRetention, Value};

/// An on-demand Kinesis stream of `T`, encrypted with the account's Kinesis key.
#[derive(Debug, Clone)]
pub struct EventStream<T> {
    path: ConstructPath,
    resource: Resource<kinesis::Stream>,
    record: PhantomData<fn() -> T>,
}

/// What may differ from stream to stream.
#[derive(Debug, Clone, Copy)]
pub struct EventStreamProps {
    /// How long records stay readable.
    pub retention: StreamRetention,
    /// What becomes of the stream when it leaves the stack.
    pub removal: RemovalPolicy,
}

impl<T: 'static> EventStream<T> {
    /// Adds a stream.
    #[track_caller]
    pub fn new(stack: &mut Stack, id: impl Into<ConstructPath>, props: EventStreamProps) -> Self {
        let path = id.into();
        let stream = kinesis::Stream::new()
            .stream_mode_details(StreamModeDetails::new(StreamMode::OnDemand))
            .retention_period_hours(props.retention)
            .stream_encryption(StreamEncryption::new(EncryptionType::Kms, "alias/aws/kinesis"));
        let resource = stack.add(&path, Definition::stateful(stream, props.removal));
        Self { path, resource, record: PhantomData }
    }

    /// The stream, as a link in a function's contract.
    #[must_use]
    pub fn link<A: Access<contract::Stream<T>>>(&self) -> Granted<contract::Stream<T>, A> {
        Granted::new(self.resource.reference().text(), self.resource.arn().text())
    }

    /// Its records, as what wakes a function: in order per partition key.
    #[must_use]
    pub fn records(&self, mapping: StreamMapping) -> Source<StreamRecords<T>> {
        Source::stream(&self.path, self.resource.arn(), mapping)
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
