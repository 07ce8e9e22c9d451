// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::IAM::Group` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates a new group.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-group.html>
    Group = "AWS::IAM::Group";
    required {
    }
    optional {
        /// The name of the group to create.
        ///
        /// 1 to 128 characters. Changing it replaces the resource.
        group_name: String = "GroupName", Kind::Text(1, 128, Some(r"^[\w+=,.@-]+$"));
        /// The Amazon Resource Name (ARN) of the IAM policy you want to attach.
        ///
        /// 0 to 20 items.
        managed_policy_arns: Vec<String> = "ManagedPolicyArns", Kind::List(&Kind::Text(0, usize::MAX, Some(r"arn:(aws[a-zA-Z-]*)?:iam::(\d{12}|aws):policy/[a-zA-Z_0-9+=,.@\-_/]+")), 0, 20, true);
        /// The path to the group.
        ///
        /// 1 to 512 characters.
        path: String = "Path", Kind::Text(1, 512, Some(r"^(\x{002F})|(\x{002F}[\x{0021}-\x{007E}]+\x{002F})$"));
        /// Adds or updates an inline policy document that is embedded in the specified IAM group.
        policies: Vec<Policy> = "Policies", list(&Kind::Object(Policy::object_schema));
    }
    attributes {
        /// Returns the Amazon Resource Name (ARN) for the specified `AWS::IAM::Group` resource.
        arn: Arn<Group> = "Arn";
    }
    replaces ["GroupName"]
    may_replace []
}

object! {
    /// Contains information about an attached policy.
    Policy;
    required {
        /// The policy document.
        policy_document: Json = "PolicyDocument", Kind::Json;
        /// The friendly name (not ARN) identifying the policy.
        policy_name: String = "PolicyName", TEXT;
    }
    optional {
    }
}
