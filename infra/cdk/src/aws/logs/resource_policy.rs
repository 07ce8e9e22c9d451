// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Logs::ResourcePolicy` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates or updates a resource policy that allows other AWS services to put log events to this account.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-resourcepolicy.html>
    ResourcePolicy = "AWS::Logs::ResourcePolicy";
    required {
        /// The details of the policy.
        policy_document: Json = "PolicyDocument", Kind::Json;
        /// The name of the resource policy.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        policy_name: String = "PolicyName", Kind::Text(1, 255, Some(r"^([^:*\/]+\/?)*[^:*\/]+$"));
    }
    optional {
    }
    attributes {
    }
    replaces ["PolicyName"]
    may_replace []
}
