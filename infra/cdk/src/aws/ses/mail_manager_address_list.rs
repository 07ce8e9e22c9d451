// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SES::MailManagerAddressList` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The structure representing the address lists and address list attribute that will be used in evaluation of boolean expression.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-mailmanageraddresslist.html>
    MailManagerAddressList = "AWS::SES::MailManagerAddressList";
    required {
    }
    optional {
        /// A user-friendly name for the address list.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        address_list_name: String = "AddressListName", Kind::Text(1, 255, Some("^[a-zA-Z0-9_.-]+$"));
        /// The tags used to organize, track, or control access for the resource.
        ///
        /// 0 to 200 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 200, false);
    }
    attributes {
        /// The Amazon Resource Name (ARN) of the address list.
        address_list_arn: String = "AddressListArn";
        /// The identifier of the address list.
        address_list_id: String = "AddressListId";
    }
    replaces ["AddressListName"]
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
