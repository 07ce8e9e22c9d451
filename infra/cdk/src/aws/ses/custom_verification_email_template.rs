// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SES::CustomVerificationEmailTemplate` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Resource Type definition for AWS::SES::CustomVerificationEmailTemplate.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-customverificationemailtemplate.html>
    CustomVerificationEmailTemplate = "AWS::SES::CustomVerificationEmailTemplate";
    required {
        /// The URL that the recipient of the verification email is sent to if his or her address is not successfully verified.
        failure_redirection_url: String = "FailureRedirectionURL", TEXT;
        /// The email address that the custom verification email is sent from.
        from_email_address: String = "FromEmailAddress", TEXT;
        /// The URL that the recipient of the verification email is sent to if his or her address is successfully verified.
        success_redirection_url: String = "SuccessRedirectionURL", TEXT;
        /// The content of the custom verification email.
        template_content: String = "TemplateContent", TEXT;
        /// The name of the custom verification email template.
        ///
        /// 1 to 64 characters. Changing it replaces the resource.
        template_name: String = "TemplateName", Kind::Text(1, 64, None);
        /// The subject line of the custom verification email.
        template_subject: String = "TemplateSubject", TEXT;
    }
    optional {
        /// The tags (keys and values) associated with the tenant.
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, false);
    }
    attributes {
    }
    replaces ["TemplateName"]
    may_replace []
}

object! {
    /// An object that defines the tags (keys and values) that you want to associate with the tenant.
    Tag;
    required {
        /// The key of the key-value tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// The value of the key-value tag.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
    optional {
    }
}
