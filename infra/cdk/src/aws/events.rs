// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! The types of `AWS::Events`.

pub mod api_destination;
pub mod archive;
pub mod connection;
pub mod endpoint;
pub mod event_bus;
pub mod event_bus_policy;
pub mod rule;

pub use api_destination::ApiDestination;
pub use archive::Archive;
pub use connection::Connection;
pub use endpoint::Endpoint;
pub use event_bus::EventBus;
pub use event_bus_policy::EventBusPolicy;
pub use rule::Rule;

pub(super) const SCHEMAS: &[&crate::schema::ResourceSchema] = &[
    <ApiDestination as crate::ResourceType>::SCHEMA,
    <Archive as crate::ResourceType>::SCHEMA,
    <Connection as crate::ResourceType>::SCHEMA,
    <Endpoint as crate::ResourceType>::SCHEMA,
    <EventBus as crate::ResourceType>::SCHEMA,
    <EventBusPolicy as crate::ResourceType>::SCHEMA,
    <Rule as crate::ResourceType>::SCHEMA,
];
