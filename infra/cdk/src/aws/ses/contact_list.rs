// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SES::ContactList` and its parts.

use crate::schema::prelude::*;

resource! {
    /// A list that contains contacts that have subscribed to a particular topic or topics.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-contactlist.html>
    ContactList = "AWS::SES::ContactList";
    required {
    }
    optional {
        /// The name of the contact list.
        ///
        /// Changing it replaces the resource.
        contact_list_name: String = "ContactListName", Kind::Text(0, usize::MAX, Some("^[a-zA-Z0-9_-]{1,64}$"));
        /// A description of what the contact list is about.
        ///
        /// 0 to 500 characters.
        description: String = "Description", Kind::Text(0, 500, None);
        /// The tags associated with a contact list.
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, false);
        /// An interest group, theme, or label within a list.
        ///
        /// 0 to 20 items.
        topics: Vec<Topic> = "Topics", Kind::List(&Kind::Object(Topic::object_schema), 0, 20, false);
    }
    attributes {
    }
    replaces ["ContactListName"]
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
    /// An interest group, theme, or label within a list.
    Topic;
    required {
        /// The default subscription status to be applied to a contact if the contact has not noted their preference for subscribing to a topic.
        default_subscription_status: String = "DefaultSubscriptionStatus", TEXT;
        /// The name of the topic the contact will see.
        ///
        /// 0 to 128 characters.
        display_name: String = "DisplayName", Kind::Text(0, 128, None);
        /// The name of the topic.
        topic_name: String = "TopicName", Kind::Text(0, usize::MAX, Some("^[a-zA-Z0-9_-]{1,64}$"));
    }
    optional {
        /// A description of what the topic is about, which the contact will see.
        ///
        /// 0 to 500 characters.
        description: String = "Description", Kind::Text(0, 500, None);
    }
}
