// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SES::Template` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Specifies an email template.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-template.html>
    Template = "AWS::SES::Template";
    required {
    }
    optional {
        /// The tags (keys and values) associated with the email template.
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, false);
        /// The content of the email, composed of a subject line and either an HTML part or a text-only part.
        template: TemplateProperty = "Template", Kind::Object(TemplateProperty::object_schema);
    }
    attributes {
        /// `Id`, which AWS's schema does not describe.
        id: String = "Id";
    }
    replaces ["Template/TemplateName"]
    may_replace []
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

object! {
    /// An object that defines the email template to use for an email message, and the values to use for any message variables in that template.
    TemplateProperty;
    required {
        /// The subject line of the email.
        subject_part: String = "SubjectPart", TEXT;
    }
    optional {
        /// The HTML body of the email.
        html_part: String = "HtmlPart", TEXT;
        /// The name of the template.
        ///
        /// 1 to 64 characters.
        template_name: String = "TemplateName", Kind::Text(1, 64, Some("^[a-zA-Z0-9_-]{1,64}$"));
        /// The email body that is visible to recipients whose email clients do not display HTML content.
        text_part: String = "TextPart", TEXT;
    }
}
