// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Glue::Integration` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::Glue::Integration` resource specifies an AWS Glue zero-ETL integration from a data source to a target.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-integration.html>
    Integration = "AWS::Glue::Integration";
    required {
        /// A unique name for the integration.
        ///
        /// 1 to 128 characters. Changing it replaces the resource.
        integration_name: String = "IntegrationName", Kind::Text(1, 128, None);
        /// The ARN for the source of the integration.
        ///
        /// 1 to 512 characters. Changing it replaces the resource.
        source_arn: String = "SourceArn", Kind::Text(1, 512, Some("arn:aws:.*:.*:[0-9]+:.*"));
        /// The ARN for the target of the integration.
        ///
        /// 1 to 512 characters. Changing it replaces the resource.
        target_arn: String = "TargetArn", Kind::Text(1, 512, Some("arn:aws:.*:.*:[0-9]+:.*"));
    }
    optional {
        /// An optional set of non-secret key–value pairs that contains additional contextual information for encryption.
        ///
        /// Changing it replaces the resource.
        additional_encryption_context: BTreeMap<String, String> = "AdditionalEncryptionContext", Kind::Map(&Kind::Text(0, 131072, None));
        /// Selects source tables for the integration using Maxwell filter syntax.
        ///
        /// 1 to 2048 characters.
        data_filter: String = "DataFilter", Kind::Text(1, 2048, None);
        /// A description for the integration.
        ///
        /// 0 to 1000 characters.
        description: String = "Description", Kind::Text(0, 1000, Some(r"^[\S\s]*$"));
        /// The structure used to define properties associated with the zero-ETL integration.
        ///
        /// Changing it replaces the resource.
        integration_config: IntegrationConfig = "IntegrationConfig", Kind::Object(IntegrationConfig::object_schema);
        /// The ARN of a KMS key used for encrypting the channel.
        ///
        /// 1 to 2048 characters. Changing it replaces the resource.
        kms_key_id: String = "KmsKeyId", Kind::Text(1, 2048, None);
        /// Metadata assigned to the resource consisting of a list of key-value pairs.
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, true);
    }
    attributes {
        /// The time when the integration was created, in UTC.
        create_time: String = "CreateTime";
        /// The Amazon Resource Name (ARN) for the created integration.
        integration_arn: String = "IntegrationArn";
        /// The status of the integration being created.
        status: String = "Status";
    }
    replaces ["AdditionalEncryptionContext", "IntegrationConfig", "IntegrationConfig/RefreshInterval", "IntegrationName", "KmsKeyId", "SourceArn", "TargetArn"]
    may_replace []
}

object! {
    /// Properties associated with the integration.
    IntegrationConfig;
    required {
    }
    optional {
        /// Enables continuous synchronization for on-demand data extractions from SaaS applications to AWS data services like Amazon Redshift and Amazon S3.
        continuous_sync: bool = "ContinuousSync", Kind::Bool;
        /// Specifies the frequency at which CDC (Change Data Capture) pulls or incremental loads should occur.
        ///
        /// 1 to 128 characters.
        refresh_interval: String = "RefreshInterval", Kind::Text(1, 128, None);
        /// A collection of key-value pairs that specify additional properties for the integration source.
        source_properties: BTreeMap<String, String> = "SourceProperties", Kind::Map(&TEXT);
    }
}

object! {
    /// A key-value pair to associate with a resource.
    Tag;
    required {
        /// The key name of the tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
    }
    optional {
        /// The value for the tag.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
}
