// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::IAM::Role` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates a new role for your AWS account.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html>
    Role = "AWS::IAM::Role";
    required {
        /// The trust policy that is associated with this role.
        assume_role_policy_document: Json = "AssumeRolePolicyDocument", Kind::Json;
    }
    optional {
        /// A description of the role that you provide.
        ///
        /// 0 to 1000 characters.
        description: String = "Description", Kind::Text(0, 1000, Some(r"^[\x{0009}\x{000A}\x{000D}\x{0020}-\x{007E}\x{00A1}-\x{00FF}]*$"));
        /// A list of Amazon Resource Names (ARNs) of the IAM managed policies that you want to attach to the role.
        managed_policy_arns: Vec<String> = "ManagedPolicyArns", Kind::List(&Kind::Text(0, usize::MAX, Some(r"arn:(aws[a-zA-Z-]*)?:iam::(\d{12}|aws):policy/[a-zA-Z_0-9+=,.@\-_/]+")), 0, usize::MAX, true);
        /// The maximum session duration (in seconds) that you want to set for the specified role.
        ///
        /// 3600 to 43200.
        max_session_duration: Int<3600, 43200> = "MaxSessionDuration", Kind::Integer(3600, 43200);
        /// The path to the role.
        ///
        /// 1 to 512 characters. Changing it replaces the resource.
        path: String = "Path", Kind::Text(1, 512, Some(r"^(\x{002F})|(\x{002F}[\x{0021}-\x{007E}]+\x{002F})$"));
        /// The ARN of the policy used to set the permissions boundary for the role.
        ///
        /// 20 to 2048 characters.
        permissions_boundary: String = "PermissionsBoundary", Kind::Text(20, 2048, None);
        /// Adds or updates an inline policy document that is embedded in the specified IAM role.
        policies: Vec<Policy> = "Policies", list(&Kind::Object(Policy::object_schema));
        /// A name for the IAM role, up to 64 characters in length.
        ///
        /// 1 to 64 characters. Changing it replaces the resource.
        role_name: String = "RoleName", Kind::Text(1, 64, Some(r"^[\w+=,.@-]+$"));
        /// A list of tags that are attached to the role.
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, false);
    }
    attributes {
        /// Returns the Amazon Resource Name (ARN) for the role.
        arn: Arn<Role> = "Arn";
        /// Returns the stable and unique string identifying the role.
        role_id: String = "RoleId";
    }
    replaces ["Path", "RoleName"]
    may_replace []
}

object! {
    /// Contains information about an attached policy.
    Policy;
    required {
        /// The entire contents of the policy that defines permissions.
        policy_document: Json = "PolicyDocument", Kind::Json;
        /// The friendly name (not ARN) identifying the policy.
        policy_name: String = "PolicyName", TEXT;
    }
    optional {
    }
}

object! {
    /// A structure that represents user-provided metadata that can be associated with an IAM resource.
    Tag;
    required {
        /// The key name that can be used to look up or retrieve the associated value.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, Some(r"^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$"));
        /// The value associated with this tag.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, Some(r"^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$"));
    }
    optional {
    }
}
