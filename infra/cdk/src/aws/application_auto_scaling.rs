// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! The types of `AWS::ApplicationAutoScaling`.

pub mod scalable_target;
pub mod scaling_policy;

pub use scalable_target::ScalableTarget;
pub use scaling_policy::ScalingPolicy;

pub(super) const SCHEMAS: &[&crate::schema::ResourceSchema] =
    &[<ScalableTarget as crate::ResourceType>::SCHEMA, <ScalingPolicy as crate::ResourceType>::SCHEMA];
