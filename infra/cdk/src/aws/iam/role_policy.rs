// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::IAM::RolePolicy` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Adds or updates an inline policy document that is embedded in the specified IAM role.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-rolepolicy.html>
    RolePolicy = "AWS::IAM::RolePolicy";
    required {
        /// The name of the policy document.
        ///
        /// 1 to 128 characters. Changing it replaces the resource.
        policy_name: String = "PolicyName", Kind::Text(1, 128, Some(r"^[\w+=,.@-]+$"));
        /// The name of the role to associate the policy with.
        ///
        /// 1 to 64 characters. Changing it replaces the resource.
        role_name: String = "RoleName", Kind::Text(1, 64, Some(r"^[\w+=,.@-]+$"));
    }
    optional {
        /// The policy document.
        policy_document: Json = "PolicyDocument", Kind::Json;
    }
    attributes {
    }
    replaces ["PolicyName", "RoleName"]
    may_replace []
}
