// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Glue::IntegrationResourceProperty` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::Glue::IntegrationResourceProperty` resource type can be used to setup `ResourceProperty` of the AWS Glue connection (for the SaaS source), DynamoDB …
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-integrationresourceproperty.html>
    IntegrationResourceProperty = "AWS::Glue::IntegrationResourceProperty";
    required {
        /// The connection ARN of the source, or the database ARN of the target.
        ///
        /// 1 to 512 characters. Changing it replaces the resource.
        resource_arn: String = "ResourceArn", Kind::Text(1, 512, Some("arn:aws:.*:.*:[0-9]+:.*"));
    }
    optional {
        /// The resource properties associated with the integration source.
        source_processing_properties: SourceProcessingProperties = "SourceProcessingProperties", Kind::Object(SourceProcessingProperties::object_schema);
        /// An array of key-value pairs to apply to this resource.
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, true);
        /// The structure used to define the resource properties associated with the integration target.
        target_processing_properties: TargetProcessingProperties = "TargetProcessingProperties", Kind::Object(TargetProcessingProperties::object_schema);
    }
    attributes {
        /// The integration resource property ARN.
        resource_property_arn: String = "ResourcePropertyArn";
    }
    replaces ["ResourceArn"]
    may_replace []
}

object! {
    /// The structure used to define the resource properties associated with the integration source.
    SourceProcessingProperties;
    required {
        /// The IAM role to access the AWS Glue connection.
        ///
        /// 1 to 128 characters.
        role_arn: String = "RoleArn", Kind::Text(1, 128, None);
    }
    optional {
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

object! {
    /// The structure used to define the resource properties associated with the integration target.
    TargetProcessingProperties;
    required {
        /// The IAM role to access the AWS Glue database.
        ///
        /// 1 to 128 characters.
        role_arn: String = "RoleArn", Kind::Text(1, 128, Some("arn:aws:iam:.*:[0-9]+:.*"));
    }
    optional {
        /// The AWS Glue network connection to configure the AWS Glue job running in the customer VPC.
        ///
        /// 1 to 128 characters.
        connection_name: String = "ConnectionName", Kind::Text(1, 128, None);
        /// The ARN of an Eventbridge event bus to receive the integration status notification.
        ///
        /// 1 to 128 characters.
        event_bus_arn: String = "EventBusArn", Kind::Text(1, 128, None);
        /// The ARN of the KMS key used for encryption.
        ///
        /// 1 to 128 characters.
        kms_arn: String = "KmsArn", Kind::Text(1, 128, Some("arn:aws:kms:.*:[0-9]+:.*"));
    }
}
