// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! The types of `AWS::KMS`.

pub mod alias;
pub mod key;
pub mod replica_key;

pub use alias::Alias;
pub use key::Key;
pub use replica_key::ReplicaKey;

pub(super) const SCHEMAS: &[&crate::schema::ResourceSchema] = &[
    <Alias as crate::ResourceType>::SCHEMA,
    <Key as crate::ResourceType>::SCHEMA,
    <ReplicaKey as crate::ResourceType>::SCHEMA,
];
