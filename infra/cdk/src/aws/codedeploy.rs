// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! The types of `AWS::CodeDeploy`.

pub mod application;
pub mod deployment_config;
pub mod deployment_group;

pub use application::Application;
pub use deployment_config::DeploymentConfig;
pub use deployment_group::DeploymentGroup;

pub(super) const SCHEMAS: &[&crate::schema::ResourceSchema] = &[
    <Application as crate::ResourceType>::SCHEMA,
    <DeploymentConfig as crate::ResourceType>::SCHEMA,
    <DeploymentGroup as crate::ResourceType>::SCHEMA,
];
