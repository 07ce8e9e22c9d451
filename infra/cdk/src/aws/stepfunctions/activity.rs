// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::StepFunctions::Activity` and its parts.

use crate::schema::prelude::*;

resource! {
    /// An activity is a task that you write in any programming language and host on any machine that has access to AWS Step Functions.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-activity.html>
    Activity = "AWS::StepFunctions::Activity";
    required {
        /// The name of the activity.
        ///
        /// 1 to 80 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 80, None);
    }
    optional {
        /// Encryption configuration for the activity.
        ///
        /// Changing it replaces the resource.
        encryption_configuration: EncryptionConfiguration = "EncryptionConfiguration", Kind::Object(EncryptionConfiguration::object_schema);
        /// The list of tags to add to a resource.
        tags: Vec<TagsEntry> = "Tags", list(&Kind::Object(TagsEntry::object_schema));
    }
    attributes {
        /// Returns the ARN of the resource.
        arn: Arn<Activity> = "Arn";
    }
    replaces ["EncryptionConfiguration", "Name"]
    may_replace []
}

object! {
    /// Settings to configure server-side encryption for an activity.
    EncryptionConfiguration;
    required {
        /// Encryption option for an activity.
        r#type: Type = "Type", Kind::Values(Type::ALL);
    }
    optional {
        /// Maximum duration that Step Functions will reuse data keys.
        ///
        /// 60 to 900.
        kms_data_key_reuse_period_seconds: Int<60, 900> = "KmsDataKeyReusePeriodSeconds", Kind::Integer(60, 900);
        /// An alias, alias ARN, key ID, or key ARN of a symmetric encryption AWS key to encrypt data.
        ///
        /// 1 to 2048 characters.
        kms_key_id: String = "KmsKeyId", Kind::Text(1, 2048, None);
    }
}

object! {
    /// The `TagsEntry` property specifies tags to identify an activity.
    TagsEntry;
    required {
        /// The `key` for a key-value pair in a tag entry.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// The `value` for a key-value pair in a tag entry.
        ///
        /// 1 to 256 characters.
        value: String = "Value", Kind::Text(1, 256, None);
    }
    optional {
    }
}

values! {
    /// The values of `Type`.
    Type {
        AwsOwnedKey = "AWS_OWNED_KEY",
        CustomerManagedKmsKey = "CUSTOMER_MANAGED_KMS_KEY",
    }
}
