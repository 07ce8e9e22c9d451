// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SecretsManager::SecretTargetAttachment` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::SecretsManager::SecretTargetAttachment` resource completes the final link between a Secrets Manager secret and the associated database by adding the …
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secrettargetattachment.html>
    SecretTargetAttachment = "AWS::SecretsManager::SecretTargetAttachment";
    required {
        /// The ARN or name of the secret.
        ///
        /// 1 to 2048 characters. Changing it replaces the resource.
        secret_id: String = "SecretId", Kind::Text(1, 2048, None);
        /// The ID of the database or cluster.
        target_id: String = "TargetId", TEXT;
        /// A string that defines the type of service or database associated with the secret.
        target_type: String = "TargetType", TEXT;
    }
    optional {
    }
    attributes {
        /// `Id`, which AWS's schema does not describe.
        id: String = "Id";
    }
    replaces ["SecretId"]
    may_replace []
}
