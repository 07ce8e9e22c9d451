// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Glue::Schema` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::Glue::Schema` is an AWS Glue resource type that manages schemas in the AWS Glue Schema Registry.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-schema.html>
    Schema = "AWS::Glue::Schema";
    required {
        /// The compatibility mode of the schema.
        compatibility: Compatibility = "Compatibility", Kind::Values(Compatibility::ALL);
        /// The data format of the schema definition.
        ///
        /// Changing it replaces the resource.
        data_format: DataFormat = "DataFormat", Kind::Values(DataFormat::ALL);
        /// Name of the schema to be created of max length of 255, and may only contain letters, numbers, hyphen, underscore, dollar sign, or hash mark.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 255, None);
    }
    optional {
        /// Specify the `VersionNumber` or the `IsLatest` for setting the checkpoint for the schema.
        checkpoint_version: SchemaVersion = "CheckpointVersion", Kind::Object(SchemaVersion::object_schema);
        /// A description of the schema if specified when created.
        ///
        /// 0 to 1000 characters.
        description: String = "Description", Kind::Text(0, 1000, None);
        /// The registry where a schema is stored.
        ///
        /// Changing it replaces the resource.
        registry: Registry = "Registry", Kind::Object(Registry::object_schema);
        /// The schema definition using the `DataFormat` setting for `SchemaName`.
        ///
        /// 1 to 170000 characters. Changing it replaces the resource.
        schema_definition: String = "SchemaDefinition", Kind::Text(1, 170000, Some(r"\S"));
        /// AWS tags that contain a key value pair and may be searched by console, command line, or API.
        ///
        /// 0 to 10 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 10, false);
    }
    attributes {
        /// The Amazon Resource Name (ARN) of the schema.
        arn: Arn<Schema> = "Arn";
        /// Represents the version ID associated with the initial schema version.
        initial_schema_version_id: String = "InitialSchemaVersionId";
    }
    replaces ["DataFormat", "Name", "Registry", "SchemaDefinition"]
    may_replace []
}

object! {
    /// Specifies a registry in the AWS Glue Schema Registry.
    Registry;
    required {
    }
    optional {
        /// The Amazon Resource Name (ARN) of the registry.
        arn: String = "Arn", Kind::Text(0, usize::MAX, Some("arn:aws(-(cn|us-gov|iso(-[bef])?))?:glue:.*"));
        /// The name of the registry.
        ///
        /// 1 to 255 characters.
        name: String = "Name", Kind::Text(1, 255, None);
    }
}

object! {
    /// Specifies the version of a schema.
    SchemaVersion;
    required {
    }
    optional {
        /// Indicates if this version is the latest version of the schema.
        is_latest: bool = "IsLatest", Kind::Bool;
        /// The version number of the schema.
        ///
        /// 1 to 100000.
        version_number: Int<1, 100000> = "VersionNumber", Kind::Integer(1, 100000);
    }
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

values! {
    /// The values of `Compatibility`.
    Compatibility {
        Backward = "BACKWARD",
        BackwardAll = "BACKWARD_ALL",
        Disabled = "DISABLED",
        Forward = "FORWARD",
        ForwardAll = "FORWARD_ALL",
        Full = "FULL",
        FullAll = "FULL_ALL",
        None = "NONE",
    }
}

values! {
    /// The values of `DataFormat`.
    DataFormat {
        Avro = "AVRO",
        Json = "JSON",
        Protobuf = "PROTOBUF",
    }
}
