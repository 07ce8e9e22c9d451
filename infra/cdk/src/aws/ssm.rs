// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! The types of `AWS::SSM`.

pub mod association;
pub mod cloud_connector;
pub mod document;
pub mod maintenance_window;
pub mod maintenance_window_target;
pub mod maintenance_window_task;
pub mod ops_item;
pub mod parameter;
pub mod patch_baseline;
pub mod resource_data_sync;
pub mod resource_policy;
pub mod service_setting;

pub use association::Association;
pub use cloud_connector::CloudConnector;
pub use document::Document;
pub use maintenance_window::MaintenanceWindow;
pub use maintenance_window_target::MaintenanceWindowTarget;
pub use maintenance_window_task::MaintenanceWindowTask;
pub use ops_item::OpsItem;
pub use parameter::Parameter;
pub use patch_baseline::PatchBaseline;
pub use resource_data_sync::ResourceDataSync;
pub use resource_policy::ResourcePolicy;
pub use service_setting::ServiceSetting;

pub(super) const SCHEMAS: &[&crate::schema::ResourceSchema] = &[
    <Association as crate::ResourceType>::SCHEMA,
    <CloudConnector as crate::ResourceType>::SCHEMA,
    <Document as crate::ResourceType>::SCHEMA,
    <MaintenanceWindow as crate::ResourceType>::SCHEMA,
    <MaintenanceWindowTarget as crate::ResourceType>::SCHEMA,
    <MaintenanceWindowTask as crate::ResourceType>::SCHEMA,
    <OpsItem as crate::ResourceType>::SCHEMA,
    <Parameter as crate::ResourceType>::SCHEMA,
    <PatchBaseline as crate::ResourceType>::SCHEMA,
    <ResourceDataSync as crate::ResourceType>::SCHEMA,
    <ResourcePolicy as crate::ResourceType>::SCHEMA,
    <ServiceSetting as crate::ResourceType>::SCHEMA,
];
