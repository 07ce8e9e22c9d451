// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::KMS::ReplicaKey` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::KMS::ReplicaKey` resource specifies a multi-Region replica key that is based on a multi-Region primary key.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-replicakey.html>
    ReplicaKey = "AWS::KMS::ReplicaKey";
    required {
        /// The key policy that authorizes use of the replica key.
        key_policy: Json = "KeyPolicy", Kind::Json;
        /// Specifies the multi-Region primary key to replicate.
        ///
        /// 1 to 256 characters. Changing it replaces the resource.
        primary_key_arn: String = "PrimaryKeyArn", Kind::Text(1, 256, None);
    }
    optional {
        /// A description of the KMS key.
        ///
        /// 0 to 8192 characters.
        description: String = "Description", Kind::Text(0, 8192, None);
        /// Specifies whether the replica key is enabled.
        enabled: bool = "Enabled", Kind::Bool;
        /// Specifies the number of days in the waiting period before AWS deletes a replica key that has been removed from a CloudFormation stack.
        ///
        /// 7 to 30.
        pending_window_in_days: Int<7, 30> = "PendingWindowInDays", Kind::Integer(7, 30);
        /// Assigns one or more tags to the replica key. ) Tagging or untagging a KMS key can allow or deny permission to the KMS key.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, usize::MAX, true);
    }
    attributes {
        /// The Amazon Resource Name (ARN) of the replica key, such as `arn:aws:kms:us-west-2:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab`.
        arn: Arn<ReplicaKey> = "Arn";
        /// The key ID of the replica key, such as `mrk-1234abcd12ab34cd56ef1234567890ab`.
        key_id: String = "KeyId";
    }
    replaces ["PrimaryKeyArn"]
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
