// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! The types of `AWS::Kinesis`.

pub mod channel;
pub mod resource_policy;
pub mod stream;
pub mod stream_consumer;

pub use channel::Channel;
pub use resource_policy::ResourcePolicy;
pub use stream::Stream;
pub use stream_consumer::StreamConsumer;

pub(super) const SCHEMAS: &[&crate::schema::ResourceSchema] = &[
    <Channel as crate::ResourceType>::SCHEMA,
    <ResourcePolicy as crate::ResourceType>::SCHEMA,
    <Stream as crate::ResourceType>::SCHEMA,
    <StreamConsumer as crate::ResourceType>::SCHEMA,
];
