// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Glue::SchemaVersionMetadata` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::Glue::SchemaVersionMetadata` is an AWS Glue resource type that defines the metadata key-value pairs for a schema version in AWS Glue Schema Registry.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-schemaversionmetadata.html>
    SchemaVersionMetadata = "AWS::Glue::SchemaVersionMetadata";
    required {
        /// A metadata key in a key-value pair for metadata.
        ///
        /// 1 to 128 characters. Changing it replaces the resource.
        key: String = "Key", Kind::Text(1, 128, None);
        /// The version number of the schema.
        ///
        /// Changing it replaces the resource.
        schema_version_id: String = "SchemaVersionId", Kind::Text(0, usize::MAX, Some("[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"));
        /// A metadata key's corresponding value.
        ///
        /// 1 to 256 characters. Changing it replaces the resource.
        value: String = "Value", Kind::Text(1, 256, None);
    }
    optional {
    }
    attributes {
    }
    replaces ["Key", "SchemaVersionId", "Value"]
    may_replace []
}
