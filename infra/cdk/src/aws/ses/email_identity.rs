// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SES::EmailIdentity` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Specifies an identity for using within SES.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-emailidentity.html>
    EmailIdentity = "AWS::SES::EmailIdentity";
    required {
        /// The email address or domain to verify.
        ///
        /// Changing it replaces the resource.
        email_identity: String = "EmailIdentity", TEXT;
    }
    optional {
        /// Used to associate a configuration set with an email identity.
        configuration_set_attributes: ConfigurationSetAttributes = "ConfigurationSetAttributes", Kind::Object(ConfigurationSetAttributes::object_schema);
        /// An object that contains information about the DKIM attributes for the identity.
        dkim_attributes: DkimAttributes = "DkimAttributes", Kind::Object(DkimAttributes::object_schema);
        /// If your request includes this object, Amazon SES configures the identity to use Bring Your Own DKIM (BYODKIM) for DKIM authentication purposes, or, configures …
        dkim_signing_attributes: DkimSigningAttributes = "DkimSigningAttributes", Kind::Object(DkimSigningAttributes::object_schema);
        /// Used to enable or disable feedback forwarding for an identity.
        feedback_attributes: FeedbackAttributes = "FeedbackAttributes", Kind::Object(FeedbackAttributes::object_schema);
        /// Used to enable or disable the custom Mail-From domain configuration for an email identity.
        mail_from_attributes: MailFromAttributes = "MailFromAttributes", Kind::Object(MailFromAttributes::object_schema);
        /// An array of objects that define the tags (keys and values) to associate with the email identity.
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, false);
    }
    attributes {
        /// The host name for the first token that you have to add to the DNS configuration for your domain.
        dkim_dns_token_name1: String = "DkimDNSTokenName1";
        /// The host name for the second token that you have to add to the DNS configuration for your domain.
        dkim_dns_token_name2: String = "DkimDNSTokenName2";
        /// The host name for the third token that you have to add to the DNS configuration for your domain.
        dkim_dns_token_name3: String = "DkimDNSTokenName3";
        /// The record value for the first token that you have to add to the DNS configuration for your domain.
        dkim_dns_token_value1: String = "DkimDNSTokenValue1";
        /// The record value for the second token that you have to add to the DNS configuration for your domain.
        dkim_dns_token_value2: String = "DkimDNSTokenValue2";
        /// The record value for the third token that you have to add to the DNS configuration for your domain.
        dkim_dns_token_value3: String = "DkimDNSTokenValue3";
    }
    replaces ["EmailIdentity"]
    may_replace []
}

object! {
    /// Used to associate a configuration set with an email identity.
    ConfigurationSetAttributes;
    required {
    }
    optional {
        /// The configuration set to associate with an email identity.
        configuration_set_name: String = "ConfigurationSetName", TEXT;
    }
}

object! {
    /// Used to enable or disable DKIM authentication for an email identity.
    DkimAttributes;
    required {
    }
    optional {
        /// Sets the DKIM signing configuration for the identity.
        signing_enabled: bool = "SigningEnabled", Kind::Bool;
    }
}

object! {
    /// Used to configure or change the DKIM authentication settings for an email domain identity.
    DkimSigningAttributes;
    required {
    }
    optional {
        /// (Bring Your Own DKIM) A private key that's used to generate a DKIM signature.
        domain_signing_private_key: String = "DomainSigningPrivateKey", TEXT;
        /// (Bring Your Own DKIM) A string that's used to identify a public key in the DNS configuration for a domain.
        domain_signing_selector: String = "DomainSigningSelector", TEXT;
        /// (Easy DKIM) The key length of the future DKIM key pair to be generated.
        next_signing_key_length: String = "NextSigningKeyLength", Kind::Text(0, usize::MAX, Some("RSA_1024_BIT|RSA_2048_BIT"));
    }
}

object! {
    /// Used to enable or disable feedback forwarding for an identity.
    FeedbackAttributes;
    required {
    }
    optional {
        /// Sets the feedback forwarding configuration for the identity.
        email_forwarding_enabled: bool = "EmailForwardingEnabled", Kind::Bool;
    }
}

object! {
    /// Used to enable or disable the custom Mail-From domain configuration for an email identity.
    MailFromAttributes;
    required {
    }
    optional {
        /// The action to take if the required MX record isn't found when you send an email.
        behavior_on_mx_failure: String = "BehaviorOnMxFailure", Kind::Text(0, usize::MAX, Some("USE_DEFAULT_VALUE|REJECT_MESSAGE"));
        /// The custom MAIL FROM domain that you want the verified identity to use.
        mail_from_domain: String = "MailFromDomain", TEXT;
    }
}

object! {
    /// `Tag`, which AWS's schema does not describe.
    Tag;
    required {
        /// `Key`, which AWS's schema does not describe.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// `Value`, which AWS's schema does not describe.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
    optional {
    }
}
