// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! The types of `AWS::Logs`.

pub mod account_policy;
pub mod delivery;
pub mod delivery_destination;
pub mod delivery_source;
pub mod destination;
pub mod integration;
pub mod log_anomaly_detector;
pub mod log_group;
pub mod log_stream;
pub mod metric_filter;
pub mod query_definition;
pub mod resource_policy;
pub mod scheduled_query;
pub mod storage_tier_policy;
pub mod subscription_filter;
pub mod transformer;

pub use account_policy::AccountPolicy;
pub use delivery::Delivery;
pub use delivery_destination::DeliveryDestination;
pub use delivery_source::DeliverySource;
pub use destination::Destination;
pub use integration::Integration;
pub use log_anomaly_detector::LogAnomalyDetector;
pub use log_group::LogGroup;
pub use log_stream::LogStream;
pub use metric_filter::MetricFilter;
pub use query_definition::QueryDefinition;
pub use resource_policy::ResourcePolicy;
pub use scheduled_query::ScheduledQuery;
pub use storage_tier_policy::StorageTierPolicy;
pub use subscription_filter::SubscriptionFilter;
pub use transformer::Transformer;

pub(super) const SCHEMAS: &[&crate::schema::ResourceSchema] = &[
    <AccountPolicy as crate::ResourceType>::SCHEMA,
    <Delivery as crate::ResourceType>::SCHEMA,
    <DeliveryDestination as crate::ResourceType>::SCHEMA,
    <DeliverySource as crate::ResourceType>::SCHEMA,
    <Destination as crate::ResourceType>::SCHEMA,
    <Integration as crate::ResourceType>::SCHEMA,
    <LogAnomalyDetector as crate::ResourceType>::SCHEMA,
    <LogGroup as crate::ResourceType>::SCHEMA,
    <LogStream as crate::ResourceType>::SCHEMA,
    <MetricFilter as crate::ResourceType>::SCHEMA,
    <QueryDefinition as crate::ResourceType>::SCHEMA,
    <ResourcePolicy as crate::ResourceType>::SCHEMA,
    <ScheduledQuery as crate::ResourceType>::SCHEMA,
    <StorageTierPolicy as crate::ResourceType>::SCHEMA,
    <SubscriptionFilter as crate::ResourceType>::SCHEMA,
    <Transformer as crate::ResourceType>::SCHEMA,
];
