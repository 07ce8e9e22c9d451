// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! The types of `AWS::Athena`.

pub mod capacity_reservation;
pub mod data_catalog;
pub mod named_query;
pub mod prepared_statement;
pub mod work_group;

pub use capacity_reservation::CapacityReservation;
pub use data_catalog::DataCatalog;
pub use named_query::NamedQuery;
pub use prepared_statement::PreparedStatement;
pub use work_group::WorkGroup;

pub(super) const SCHEMAS: &[&crate::schema::ResourceSchema] = &[
    <CapacityReservation as crate::ResourceType>::SCHEMA,
    <DataCatalog as crate::ResourceType>::SCHEMA,
    <NamedQuery as crate::ResourceType>::SCHEMA,
    <PreparedStatement as crate::ResourceType>::SCHEMA,
    <WorkGroup as crate::ResourceType>::SCHEMA,
];
