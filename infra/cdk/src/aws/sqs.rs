// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! The types of `AWS::SQS`.

pub mod queue;
pub mod queue_inline_policy;
pub mod queue_policy;

pub use queue::Queue;
pub use queue_inline_policy::QueueInlinePolicy;
pub use queue_policy::QueuePolicy;

pub(super) const SCHEMAS: &[&crate::schema::ResourceSchema] = &[
    <Queue as crate::ResourceType>::SCHEMA,
    <QueueInlinePolicy as crate::ResourceType>::SCHEMA,
    <QueuePolicy as crate::ResourceType>::SCHEMA,
];
