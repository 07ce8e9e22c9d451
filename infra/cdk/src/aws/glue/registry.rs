// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Glue::Registry` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The AWS::Glue::Registry is an AWS Glue resource type that manages registries of schemas in the AWS Glue Schema Registry.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-registry.html>
    Registry = "AWS::Glue::Registry";
    required {
        /// The name of the registry.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 255, None);
    }
    optional {
        /// A description of the registry.
        ///
        /// 0 to 1000 characters.
        description: String = "Description", Kind::Text(0, 1000, None);
        /// AWS tags that contain a key value pair and may be searched by console, command line, or API.
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, false);
    }
    attributes {
        /// Amazon Resource Name for the created Registry.
        arn: Arn<Registry> = "Arn";
    }
    replaces ["Name"]
    may_replace []
}

object! {
    /// `Tag`, which AWS's schema does not describe.
    Tag;
    required {
        /// A key to identify the tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// Corresponding tag value for the key.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
    optional {
    }
}
