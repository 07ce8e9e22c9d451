// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SES::MailManagerAddonInstance` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates an Add On instance for the subscription indicated in the request.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-mailmanageraddoninstance.html>
    MailManagerAddonInstance = "AWS::SES::MailManagerAddonInstance";
    required {
        /// The subscription ID for the instance.
        ///
        /// 4 to 67 characters. Changing it replaces the resource.
        addon_subscription_id: String = "AddonSubscriptionId", Kind::Text(4, 67, Some("^as-[a-zA-Z0-9]{1,64}$"));
    }
    optional {
        /// The tags used to organize, track, or control access for the resource.
        ///
        /// 0 to 200 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 200, false);
    }
    attributes {
        /// The Amazon Resource Name (ARN) of the Add On instance.
        addon_instance_arn: String = "AddonInstanceArn";
        /// The unique ID of the Add On instance.
        addon_instance_id: String = "AddonInstanceId";
        /// The name of the Add On for the instance.
        addon_name: String = "AddonName";
    }
    replaces ["AddonSubscriptionId"]
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
