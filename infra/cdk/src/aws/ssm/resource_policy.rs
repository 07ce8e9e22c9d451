// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SSM::ResourcePolicy` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates or updates a Systems Manager resource policy.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-resourcepolicy.html>
    ResourcePolicy = "AWS::SSM::ResourcePolicy";
    required {
        /// A policy you want to associate with a resource.
        policy: Json = "Policy", Kind::Json;
        /// The Amazon Resource Name (ARN) of the resource to which you want to attach a policy.
        ///
        /// 20 to 2048 characters. Changing it replaces the resource.
        resource_arn: String = "ResourceArn", Kind::Text(20, 2048, None);
    }
    optional {
    }
    attributes {
        /// ID of the current policy version.
        policy_hash: String = "PolicyHash";
        /// ID of the current policy version.
        policy_id: String = "PolicyId";
    }
    replaces ["ResourceArn"]
    may_replace []
}
