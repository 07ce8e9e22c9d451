// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! The types of `AWS::Pipes`.

pub mod pipe;

pub use pipe::Pipe;

pub(super) const SCHEMAS: &[&crate::schema::ResourceSchema] = &[<Pipe as crate::ResourceType>::SCHEMA];
