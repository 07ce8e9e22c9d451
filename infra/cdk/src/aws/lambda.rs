// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! The types of `AWS::Lambda`.

pub mod alias;
pub mod capacity_provider;
pub mod code_signing_config;
pub mod event_invoke_config;
pub mod event_source_mapping;
pub mod function;
pub mod layer_version;
pub mod layer_version_permission;
pub mod microvm_image;
pub mod network_connector;
pub mod permission;
pub mod resource_policy;
pub mod url;
pub mod version;
pub mod web_function;
pub mod web_function_endpoint;
pub mod web_function_revision;

pub use alias::Alias;
pub use capacity_provider::CapacityProvider;
pub use code_signing_config::CodeSigningConfig;
pub use event_invoke_config::EventInvokeConfig;
pub use event_source_mapping::EventSourceMapping;
pub use function::Function;
pub use layer_version::LayerVersion;
pub use layer_version_permission::LayerVersionPermission;
pub use microvm_image::MicrovmImage;
pub use network_connector::NetworkConnector;
pub use permission::Permission;
pub use resource_policy::ResourcePolicy;
pub use url::Url;
pub use version::Version;
pub use web_function::WebFunction;
pub use web_function_endpoint::WebFunctionEndpoint;
pub use web_function_revision::WebFunctionRevision;

pub(super) const SCHEMAS: &[&crate::schema::ResourceSchema] = &[
    <Alias as crate::ResourceType>::SCHEMA,
    <CapacityProvider as crate::ResourceType>::SCHEMA,
    <CodeSigningConfig as crate::ResourceType>::SCHEMA,
    <EventInvokeConfig as crate::ResourceType>::SCHEMA,
    <EventSourceMapping as crate::ResourceType>::SCHEMA,
    <Function as crate::ResourceType>::SCHEMA,
    <LayerVersion as crate::ResourceType>::SCHEMA,
    <LayerVersionPermission as crate::ResourceType>::SCHEMA,
    <MicrovmImage as crate::ResourceType>::SCHEMA,
    <NetworkConnector as crate::ResourceType>::SCHEMA,
    <Permission as crate::ResourceType>::SCHEMA,
    <ResourcePolicy as crate::ResourceType>::SCHEMA,
    <Url as crate::ResourceType>::SCHEMA,
    <Version as crate::ResourceType>::SCHEMA,
    <WebFunction as crate::ResourceType>::SCHEMA,
    <WebFunctionEndpoint as crate::ResourceType>::SCHEMA,
    <WebFunctionRevision as crate::ResourceType>::SCHEMA,
];
