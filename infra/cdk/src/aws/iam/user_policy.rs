// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::IAM::UserPolicy` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Adds or updates an inline policy document that is embedded in the specified IAM user.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-userpolicy.html>
    UserPolicy = "AWS::IAM::UserPolicy";
    required {
        /// The name of the policy document.
        ///
        /// 1 to 128 characters. Changing it replaces the resource.
        policy_name: String = "PolicyName", Kind::Text(1, 128, Some(r"^[\w+=,.@-]+$"));
        /// The name of the user to associate the policy with.
        ///
        /// 1 to 128 characters. Changing it replaces the resource.
        user_name: String = "UserName", Kind::Text(1, 128, Some(r"^[\w+=,.@-]+$"));
    }
    optional {
        /// The policy document.
        policy_document: Json = "PolicyDocument", Kind::Json;
    }
    attributes {
    }
    replaces ["PolicyName", "UserName"]
    may_replace []
}
