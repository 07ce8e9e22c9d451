//! The stream that carries every event.

use std::marker::PhantomData;

use contract::{Access, StreamRecords};

use super::sources::{Source, StreamMapping};
use crate::aws::kinesis::{self, EncryptionType, StreamEncryption, StreamMode, StreamModeDetails};
use crate::{Arn, ConstructPath, Definition, Granted, Name, RemovalPolicy, Resource, Stack, StreamRetention, Value};

/// An on-demand Kinesis stream of `T`, encrypted with the account's Kinesis key.
#[derive(Debug, Clone)]
pub struct EventStream<T> {
    id: String,
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
    pub fn new(stack: &mut Stack, id: &str, props: EventStreamProps) -> Self {
        let stream = kinesis::Stream {
            stream_mode_details: StreamModeDetails { stream_mode: StreamMode::OnDemand },
            retention_period_hours: props.retention,
            stream_encryption: StreamEncryption { encryption_type: EncryptionType::Kms, key_id: "alias/aws/kinesis" },
        };
        let resource = stack.add(&ConstructPath::new(id), Definition::stateful(stream, props.removal));
        Self { id: id.to_owned(), resource, record: PhantomData }
    }

    /// The stream, as a link in a function's contract.
    #[must_use]
    pub fn link<A: Access<contract::Stream<T>>>(&self) -> Granted<contract::Stream<T>, A> {
        Granted::new(self.resource.name().text(), self.resource.arn().text())
    }

    /// Its records, as what wakes a function: in order per partition key.
    #[must_use]
    pub fn records(&self, mapping: StreamMapping) -> Source<StreamRecords<T>> {
        Source::stream(&self.id, self.resource.arn(), mapping)
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> Value<Name<kinesis::Stream>> {
        self.resource.name()
    }

    /// Its ARN.
    #[must_use]
    pub fn arn(&self) -> Value<Arn<kinesis::Stream>> {
        self.resource.arn()
    }
}
