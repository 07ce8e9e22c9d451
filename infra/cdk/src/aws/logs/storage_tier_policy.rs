// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Logs::StorageTierPolicy` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Resource Type definition for AWS::Logs::StorageTierPolicy.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-storagetierpolicy.html>
    StorageTierPolicy = "AWS::Logs::StorageTierPolicy";
    required {
        /// The storage tier to apply.
        storage_tier: StorageTier = "StorageTier", Kind::Values(StorageTier::ALL);
    }
    optional {
    }
    attributes {
        /// The AWS account ID that owns this storage tier policy.
        account_id: String = "AccountId";
        /// Timestamp (milliseconds after Jan 1, 1970 00:00:00 UTC) when the storage tier policy was last updated.
        last_updated_time: String = "LastUpdatedTime";
    }
    replaces []
    may_replace []
}

values! {
    /// The values of `StorageTier`.
    StorageTier {
        IntelligentTiering = "INTELLIGENT_TIERING",
    }
}
