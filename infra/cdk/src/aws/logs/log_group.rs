// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Logs::LogGroup` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::Logs::LogGroup` resource specifies a log group.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html>
    LogGroup = "AWS::Logs::LogGroup";
    required {
    }
    optional {
        /// Indicates whether bearer token authentication is enabled for this log group.
        bearer_token_authentication_enabled: bool = "BearerTokenAuthenticationEnabled", Kind::Bool;
        /// Creates a data protection policy and assigns it to the log group.
        data_protection_policy: Json = "DataProtectionPolicy", Kind::Json;
        /// Indicates whether deletion protection is enabled for this log group.
        deletion_protection_enabled: bool = "DeletionProtectionEnabled", Kind::Bool;
        /// Creates or updates a field index policy for the specified log group.
        field_index_policies: Vec<Json> = "FieldIndexPolicies", Kind::List(&Kind::Json, 0, usize::MAX, true);
        /// The Amazon Resource Name (ARN) of the AWS key to use when encrypting log data.
        ///
        /// 0 to 256 characters.
        kms_key_id: String = "KmsKeyId", Kind::Text(0, 256, None);
        /// Specifies the log group class for this log group.
        log_group_class: LogGroupClass = "LogGroupClass", Kind::Values(LogGroupClass::ALL);
        /// The name of the log group.
        ///
        /// 1 to 512 characters. Changing it replaces the resource.
        log_group_name: String = "LogGroupName", Kind::Text(1, 512, None);
        /// Creates or updates a resource policy for the specified log group that allows other services to put log events to this account.
        resource_policy_document: Json = "ResourcePolicyDocument", Kind::Json;
        /// The number of days to retain the log events in the specified log group.
        ///
        /// One of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653.
        retention_in_days: Int = "RetentionInDays", Kind::Integers(&[1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653]);
        /// An array of key-value pairs to apply to the log group.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, usize::MAX, true);
    }
    attributes {
        /// The ARN of the log group, such as `arn:aws:logs:us-west-1:123456789012:log-group:/mystack-testgroup-12ABC1AB12A1: `.
        arn: Arn<LogGroup> = "Arn";
    }
    replaces ["LogGroupName"]
    may_replace []
}

object! {
    /// The value of this key-value pair.
    Tag;
    required {
        /// `Key`, which AWS's schema does not describe.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// The value of this key-value pair.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
    optional {
    }
}

values! {
    /// The values of `LogGroupClass`.
    LogGroupClass {
        Delivery = "DELIVERY",
        InfrequentAccess = "INFREQUENT_ACCESS",
        Standard = "STANDARD",
    }
}
