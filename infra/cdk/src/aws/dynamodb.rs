// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! The types of `AWS::DynamoDB`.

pub mod backup;
pub mod global_table;
pub mod table;

pub use backup::Backup;
pub use global_table::GlobalTable;
pub use table::Table;

pub(super) const SCHEMAS: &[&crate::schema::ResourceSchema] = &[
    <Backup as crate::ResourceType>::SCHEMA,
    <GlobalTable as crate::ResourceType>::SCHEMA,
    <Table as crate::ResourceType>::SCHEMA,
];
