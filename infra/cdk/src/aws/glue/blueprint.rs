// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Glue::Blueprint` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Resource Type definition for AWS::Glue::Blueprint.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-blueprint.html>
    Blueprint = "AWS::Glue::Blueprint";
    required {
        /// Specifies a path in Amazon S3 where the blueprint is published.
        ///
        /// 1 to 8192 characters.
        blueprint_location: String = "BlueprintLocation", Kind::Text(1, 8192, Some("^s3://([^/]+)/([^/]+/)*([^/]+)$"));
        /// The name of the blueprint.
        ///
        /// 1 to 128 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 128, Some(r"^[\.\-_A-Za-z0-9]+$"));
    }
    optional {
        /// A description of the blueprint.
        ///
        /// 1 to 512 characters.
        description: String = "Description", Kind::Text(1, 512, None);
        /// The tags to be applied to this blueprint.
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, false);
    }
    attributes {
        /// The Amazon Resource Name (ARN) of the blueprint.
        arn: Arn<Blueprint> = "Arn";
        /// The date and time the blueprint was registered.
        created_on: String = "CreatedOn";
        /// The date and time the blueprint was last modified.
        last_modified_on: String = "LastModifiedOn";
        /// A JSON string that indicates the list of parameter specifications for the blueprint.
        parameter_spec: String = "ParameterSpec";
        /// The status of the blueprint registration.
        status: String = "Status";
    }
    replaces ["Name"]
    may_replace []
}

object! {
    /// A key-value pair to associate with a resource.
    Tag;
    required {
        /// The key name of the tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// The value for the tag.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
    optional {
    }
}
