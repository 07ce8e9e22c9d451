// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! The types of `AWS::IAM`.

pub mod access_key;
pub mod group;
pub mod group_policy;
pub mod instance_profile;
pub mod managed_policy;
pub mod oidc_provider;
pub mod policy;
pub mod role;
pub mod role_policy;
pub mod saml_provider;
pub mod server_certificate;
pub mod service_linked_role;
pub mod user;
pub mod user_policy;
pub mod user_to_group_addition;
pub mod virtual_mfa_device;

pub use access_key::AccessKey;
pub use group::Group;
pub use group_policy::GroupPolicy;
pub use instance_profile::InstanceProfile;
pub use managed_policy::ManagedPolicy;
pub use oidc_provider::OidcProvider;
pub use policy::Policy;
pub use role::Role;
pub use role_policy::RolePolicy;
pub use saml_provider::SamlProvider;
pub use server_certificate::ServerCertificate;
pub use service_linked_role::ServiceLinkedRole;
pub use user::User;
pub use user_policy::UserPolicy;
pub use user_to_group_addition::UserToGroupAddition;
pub use virtual_mfa_device::VirtualMfaDevice;

pub(super) const SCHEMAS: &[&crate::schema::ResourceSchema] = &[
    <AccessKey as crate::ResourceType>::SCHEMA,
    <Group as crate::ResourceType>::SCHEMA,
    <GroupPolicy as crate::ResourceType>::SCHEMA,
    <InstanceProfile as crate::ResourceType>::SCHEMA,
    <ManagedPolicy as crate::ResourceType>::SCHEMA,
    <OidcProvider as crate::ResourceType>::SCHEMA,
    <Policy as crate::ResourceType>::SCHEMA,
    <Role as crate::ResourceType>::SCHEMA,
    <RolePolicy as crate::ResourceType>::SCHEMA,
    <SamlProvider as crate::ResourceType>::SCHEMA,
    <ServerCertificate as crate::ResourceType>::SCHEMA,
    <ServiceLinkedRole as crate::ResourceType>::SCHEMA,
    <User as crate::ResourceType>::SCHEMA,
    <UserPolicy as crate::ResourceType>::SCHEMA,
    <UserToGroupAddition as crate::ResourceType>::SCHEMA,
    <VirtualMfaDevice as crate::ResourceType>::SCHEMA,
];
