// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Glue::SchemaVersion` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::Glue::SchemaVersion` is an AWS Glue resource type that manages schema versions of schemas in the AWS Glue Schema Registry.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-schemaversion.html>
    SchemaVersion = "AWS::Glue::SchemaVersion";
    required {
        /// The schema that includes the schema version.
        ///
        /// Changing it replaces the resource.
        schema: Schema = "Schema", Kind::Object(Schema::object_schema);
        /// The schema definition for the schema version.
        ///
        /// 1 to 170000 characters. Changing it replaces the resource.
        schema_definition: String = "SchemaDefinition", Kind::Text(1, 170000, Some(r"\S"));
    }
    optional {
    }
    attributes {
        /// Represents the version ID associated with the schema version.
        version_id: String = "VersionId";
    }
    replaces ["Schema", "SchemaDefinition"]
    may_replace []
}

object! {
    /// A wrapper structure to contain schema identity fields.
    Schema;
    required {
    }
    optional {
        /// The name of the registry where the schema is stored.
        ///
        /// 1 to 255 characters.
        registry_name: String = "RegistryName", Kind::Text(1, 255, None);
        /// The Amazon Resource Name (ARN) of the schema.
        schema_arn: String = "SchemaArn", Kind::Text(0, usize::MAX, Some("arn:(aws|aws-us-gov|aws-cn):glue:.*"));
        /// The name of the schema.
        ///
        /// 1 to 255 characters.
        schema_name: String = "SchemaName", Kind::Text(1, 255, None);
    }
}
