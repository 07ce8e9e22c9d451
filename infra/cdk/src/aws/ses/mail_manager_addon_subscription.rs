// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SES::MailManagerAddonSubscription` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates a subscription for an Add On representing the acceptance of its terms of use and additional pricing.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-mailmanageraddonsubscription.html>
    MailManagerAddonSubscription = "AWS::SES::MailManagerAddonSubscription";
    required {
        /// The name of the Add On to subscribe to.
        ///
        /// Changing it replaces the resource.
        addon_name: String = "AddonName", TEXT;
    }
    optional {
        /// The tags used to organize, track, or control access for the resource.
        ///
        /// 0 to 200 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 200, false);
    }
    attributes {
        /// The Amazon Resource Name (ARN) of the Add On subscription.
        addon_subscription_arn: String = "AddonSubscriptionArn";
        /// The unique ID of the Add On subscription.
        addon_subscription_id: String = "AddonSubscriptionId";
    }
    replaces ["AddonName"]
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
