// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! The types of `AWS::SES`.

pub mod configuration_set;
pub mod configuration_set_event_destination;
pub mod contact_list;
pub mod custom_verification_email_template;
pub mod dedicated_ip_pool;
pub mod email_identity;
pub mod email_identity_certificate;
pub mod mail_manager_addon_instance;
pub mod mail_manager_addon_subscription;
pub mod mail_manager_address_list;
pub mod mail_manager_archive;
pub mod mail_manager_ingress_point;
pub mod mail_manager_relay;
pub mod mail_manager_rule_set;
pub mod mail_manager_traffic_policy;
pub mod multi_region_endpoint;
pub mod receipt_filter;
pub mod receipt_rule;
pub mod receipt_rule_set;
pub mod template;
pub mod tenant;
pub mod vdm_attributes;

pub use configuration_set::ConfigurationSet;
pub use configuration_set_event_destination::ConfigurationSetEventDestination;
pub use contact_list::ContactList;
pub use custom_verification_email_template::CustomVerificationEmailTemplate;
pub use dedicated_ip_pool::DedicatedIpPool;
pub use email_identity::EmailIdentity;
pub use email_identity_certificate::EmailIdentityCertificate;
pub use mail_manager_addon_instance::MailManagerAddonInstance;
pub use mail_manager_addon_subscription::MailManagerAddonSubscription;
pub use mail_manager_address_list::MailManagerAddressList;
pub use mail_manager_archive::MailManagerArchive;
pub use mail_manager_ingress_point::MailManagerIngressPoint;
pub use mail_manager_relay::MailManagerRelay;
pub use mail_manager_rule_set::MailManagerRuleSet;
pub use mail_manager_traffic_policy::MailManagerTrafficPolicy;
pub use multi_region_endpoint::MultiRegionEndpoint;
pub use receipt_filter::ReceiptFilter;
pub use receipt_rule::ReceiptRule;
pub use receipt_rule_set::ReceiptRuleSet;
pub use template::Template;
pub use tenant::Tenant;
pub use vdm_attributes::VdmAttributes;

pub(super) const SCHEMAS: &[&crate::schema::ResourceSchema] = &[
    <ConfigurationSet as crate::ResourceType>::SCHEMA,
    <ConfigurationSetEventDestination as crate::ResourceType>::SCHEMA,
    <ContactList as crate::ResourceType>::SCHEMA,
    <CustomVerificationEmailTemplate as crate::ResourceType>::SCHEMA,
    <DedicatedIpPool as crate::ResourceType>::SCHEMA,
    <EmailIdentity as crate::ResourceType>::SCHEMA,
    <EmailIdentityCertificate as crate::ResourceType>::SCHEMA,
    <MailManagerAddonInstance as crate::ResourceType>::SCHEMA,
    <MailManagerAddonSubscription as crate::ResourceType>::SCHEMA,
    <MailManagerAddressList as crate::ResourceType>::SCHEMA,
    <MailManagerArchive as crate::ResourceType>::SCHEMA,
    <MailManagerIngressPoint as crate::ResourceType>::SCHEMA,
    <MailManagerRelay as crate::ResourceType>::SCHEMA,
    <MailManagerRuleSet as crate::ResourceType>::SCHEMA,
    <MailManagerTrafficPolicy as crate::ResourceType>::SCHEMA,
    <MultiRegionEndpoint as crate::ResourceType>::SCHEMA,
    <ReceiptFilter as crate::ResourceType>::SCHEMA,
    <ReceiptRule as crate::ResourceType>::SCHEMA,
    <ReceiptRuleSet as crate::ResourceType>::SCHEMA,
    <Template as crate::ResourceType>::SCHEMA,
    <Tenant as crate::ResourceType>::SCHEMA,
    <VdmAttributes as crate::ResourceType>::SCHEMA,
];
