// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::CloudWatch::View` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Resource Type definition for AWS::CloudWatch::View.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-view.html>
    View = "AWS::CloudWatch::View";
    required {
        /// The SQL query that defines the view.
        ///
        /// 1 to 10000 characters.
        definition: String = "Definition", Kind::Text(1, 10000, None);
    }
    optional {
        /// A description of the view.
        ///
        /// 0 to 1024 characters.
        description: String = "Description", Kind::Text(0, 1024, None);
        /// The name of the view.
        ///
        /// 6 to 256 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(6, 256, Some(r"^view\.[a-z0-9][a-z0-9_-]{0,250}$"));
        /// An array of key-value pairs to apply to the view.
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, true);
    }
    attributes {
        /// The Amazon Resource Name (ARN) of the view.
        arn: Arn<View> = "Arn";
        /// The timestamp when the view was created.
        created_at: String = "CreatedAt";
        /// The ownership category of the view.
        r#type: String = "Type";
        /// The timestamp when the view was last updated.
        updated_at: String = "UpdatedAt";
    }
    replaces ["Name"]
    may_replace []
}

object! {
    /// A key-value pair to associate with the view.
    Tag;
    required {
        /// The key of the tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// The value of the tag.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
    optional {
    }
}
