// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::KMS::Alias` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::KMS::Alias` resource specifies a display name for a KMS key.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-alias.html>
    Alias = "AWS::KMS::Alias";
    required {
        /// Specifies the alias name.
        ///
        /// 1 to 256 characters. Changing it replaces the resource.
        alias_name: String = "AliasName", Kind::Text(1, 256, Some("^(alias/)[a-zA-Z0-9:/_-]+$"));
        /// Associates the alias with the specified customer managed key.
        ///
        /// 1 to 256 characters.
        target_key_id: String = "TargetKeyId", Kind::Text(1, 256, None);
    }
    optional {
    }
    attributes {
    }
    replaces ["AliasName"]
    may_replace []
}
