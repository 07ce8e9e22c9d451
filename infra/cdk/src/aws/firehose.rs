// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! The types of `AWS::KinesisFirehose`.

pub mod delivery_stream;

pub use delivery_stream::DeliveryStream;

pub(super) const SCHEMAS: &[&crate::schema::ResourceSchema] = &[<DeliveryStream as crate::ResourceType>::SCHEMA];
