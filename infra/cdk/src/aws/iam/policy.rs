// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::IAM::Policy` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Adds or updates an inline policy document that is embedded in the specified IAM group, user or role.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-policy.html>
    Policy = "AWS::IAM::Policy";
    required {
        /// The policy document.
        policy_document: Json = "PolicyDocument", Kind::Json;
        /// The name of the policy document.
        ///
        /// 1 to 128 characters.
        policy_name: String = "PolicyName", Kind::Text(1, 128, Some(r"^[\w+=,.@-]+$"));
    }
    optional {
        /// The name of the group to associate the policy with.
        groups: Vec<String> = "Groups", list(&TEXT);
        /// The name of the role to associate the policy with.
        roles: Vec<String> = "Roles", list(&TEXT);
        /// The name of the user to associate the policy with.
        users: Vec<String> = "Users", list(&TEXT);
    }
    attributes {
        /// The stable and unique string identifying the policy.
        id: String = "Id";
    }
    replaces []
    may_replace []
}
