// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SecretsManager::ResourcePolicy` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Attaches a resource-based permission policy to a secret.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-resourcepolicy.html>
    ResourcePolicy = "AWS::SecretsManager::ResourcePolicy";
    required {
        /// A JSON-formatted string for an AWS resource-based policy.
        resource_policy: Json = "ResourcePolicy", Kind::Json;
        /// The ARN or name of the secret to attach the resource-based policy.
        ///
        /// 1 to 2048 characters. Changing it replaces the resource.
        secret_id: String = "SecretId", Kind::Text(1, 2048, None);
    }
    optional {
        /// Specifies whether to block resource-based policies that allow broad access to the secret.
        block_public_policy: bool = "BlockPublicPolicy", Kind::Bool;
    }
    attributes {
        /// The Arn of the secret.
        id: String = "Id";
    }
    replaces ["SecretId"]
    may_replace []
}
