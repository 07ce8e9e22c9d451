// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! The types of `AWS::SecretsManager`.

pub mod resource_policy;
pub mod rotation_schedule;
pub mod secret;
pub mod secret_target_attachment;

pub use resource_policy::ResourcePolicy;
pub use rotation_schedule::RotationSchedule;
pub use secret::Secret;
pub use secret_target_attachment::SecretTargetAttachment;

pub(super) const SCHEMAS: &[&crate::schema::ResourceSchema] = &[
    <ResourcePolicy as crate::ResourceType>::SCHEMA,
    <RotationSchedule as crate::ResourceType>::SCHEMA,
    <Secret as crate::ResourceType>::SCHEMA,
    <SecretTargetAttachment as crate::ResourceType>::SCHEMA,
];
