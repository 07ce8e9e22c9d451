// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SES::MailManagerRelay` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Resource to create an SMTP relay, which can be used within a Mail Manager rule set to forward incoming emails to defined relay destinations.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-mailmanagerrelay.html>
    MailManagerRelay = "AWS::SES::MailManagerRelay";
    required {
        /// Authentication for the relay destination server—specify the secretARN where the SMTP credentials are stored.
        authentication: Json = "Authentication", Kind::Json;
        /// The destination relay server address.
        ///
        /// 1 to 100 characters.
        server_name: String = "ServerName", Kind::Text(1, 100, Some(r"^[a-zA-Z0-9-\.]+$"));
        /// The destination relay server port.
        ///
        /// 1 to 65535.
        server_port: f64 = "ServerPort", Kind::Number(1.0, 65535.0);
    }
    optional {
        /// The unique relay name.
        ///
        /// 1 to 100 characters.
        relay_name: String = "RelayName", Kind::Text(1, 100, Some("^[a-zA-Z0-9-_]+$"));
        /// The tags used to organize, track, or control access for the resource.
        ///
        /// 0 to 200 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 200, false);
    }
    attributes {
        /// The Amazon Resource Name (ARN) of the relay.
        relay_arn: String = "RelayArn";
        /// The unique relay identifier.
        relay_id: String = "RelayId";
    }
    replaces []
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
