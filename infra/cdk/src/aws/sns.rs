// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! The types of `AWS::SNS`.

pub mod subscription;
pub mod topic;
pub mod topic_inline_policy;
pub mod topic_policy;

pub use subscription::Subscription;
pub use topic::Topic;
pub use topic_inline_policy::TopicInlinePolicy;
pub use topic_policy::TopicPolicy;

pub(super) const SCHEMAS: &[&crate::schema::ResourceSchema] = &[
    <Subscription as crate::ResourceType>::SCHEMA,
    <Topic as crate::ResourceType>::SCHEMA,
    <TopicInlinePolicy as crate::ResourceType>::SCHEMA,
    <TopicPolicy as crate::ResourceType>::SCHEMA,
];
