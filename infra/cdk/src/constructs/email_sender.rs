//! Whom emails come from.

use std::marker::PhantomData;

use contract::Access;

use crate::aws::ses::configuration_set::{DeliveryOptions, ReputationOptions, SuppressionOptions};
use crate::aws::ses::email_identity::DkimSigningAttributes;
use crate::aws::ses::{self, ConfigurationSet};
use crate::{ConstructPath, Definition, Granted, Resource, Stack, Value, pseudo};

/// An address that emails of the kind `T` come from: a domain of SES, signed with DKIM, and a configuration set that sends
/// over TLS only, watches the sender's reputation, leaves out addresses that bounced or complained, and tracks nobody.
///
/// SES sends once the owner of the domain has put its DKIM records into DNS: [`EmailSender::dns_records`].
///
/// ```
/// use cdk::constructs::{EmailSender, EmailSenderProps};
/// use cdk::{Stack, StackProps};
///
/// struct Newsletter;
///
/// let mut stack = Stack::new(StackProps::new("shop"));
/// let props = EmailSenderProps { mailbox: "news", domain: "shop.example" };
/// let sender = EmailSender::<Newsletter>::new(&mut stack, "Sender", props);
/// stack.output("SenderDnsRecords", "What has to be in DNS.", sender.dns_records());
/// stack.synthesize().unwrap();
/// ```
#[derive(Debug, Clone)]
pub struct EmailSender<T> {
    address: String,
    identity: Resource<ses::EmailIdentity>,
    configuration_set: Resource<ConfigurationSet>,
    domain: &'static str,
    kind: PhantomData<fn() -> T>,
}

/// The address that emails come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EmailSenderProps {
    /// What stands before the `@`.
    pub mailbox: &'static str,
    /// What stands behind it. An account has a domain once in each region.
    pub domain: &'static str,
}

impl<T: 'static> EmailSender<T> {
    /// Adds the domain as an identity of SES, and the configuration set.
    #[track_caller]
    pub fn new(stack: &mut Stack, id: impl Into<ConstructPath>, props: EmailSenderProps) -> Self {
        let path = id.into();
        let EmailSenderProps { mailbox, domain } = props;
        let settings = ConfigurationSet::new()
            .delivery_options(DeliveryOptions::new().tls_policy("REQUIRE"))
            .reputation_options(ReputationOptions::new().reputation_metrics_enabled(true))
            .suppression_options(SuppressionOptions::new().suppressed_reasons(["BOUNCE", "COMPLAINT"]));
        let configuration_set = stack.add(&path.child("Settings"), Definition::new(settings));
        let signing = DkimSigningAttributes::new().next_signing_key_length("RSA_2048_BIT");
        let identity = ses::EmailIdentity::new(domain).dkim_signing_attributes(signing);
        let identity = stack.add(&path, Definition::new(identity));
        Self { address: format!("{mailbox}@{domain}"), identity, configuration_set, domain, kind: PhantomData }
    }

    /// The sender, as a link in a function's contract.
    #[must_use]
    pub fn link<A: Access<contract::EmailSender<T>>>(&self) -> Granted<contract::EmailSender<T>, A> {
        let settings = self.configuration_set.reference().text();
        let address = Value::join([self.address.as_str().into(), " ".into(), settings.clone()]);
        // Sending needs both: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsimpleemailservicev2.html
        Granted::new(address, arn("identity", self.domain.into())).together_with(arn("configuration-set", settings))
    }

    /// The `CNAME` records that the owner of the domain has to put into DNS, with `; ` between them.
    #[must_use]
    pub fn dns_records(&self) -> Value<String> {
        let identity = &self.identity;
        let records = [
            (identity.dkim_dns_token_name1(), identity.dkim_dns_token_value1()),
            (identity.dkim_dns_token_name2(), identity.dkim_dns_token_value2()),
            (identity.dkim_dns_token_name3(), identity.dkim_dns_token_value3()),
        ];
        let records = records.into_iter().enumerate().flat_map(|(position, (name, value))| {
            let before = (position > 0).then(|| "; ".into());
            before.into_iter().chain([name, " CNAME ".into(), value])
        });
        Value::join(records)
    }

    /// The typed resource, for what this construct has no word for.
    #[must_use]
    pub fn resource(&self) -> &Resource<ses::EmailIdentity> {
        &self.identity
    }
}

fn arn(kind: &str, name: Value<String>) -> Value<String> {
    Value::join([
        "arn:".into(),
        pseudo::partition(),
        ":ses:".into(),
        pseudo::region(),
        ":".into(),
        pseudo::account_id(),
        format!(":{kind}/").into(),
        name,
    ])
}
