// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::S3::MultiRegionAccessPointPolicy` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Applies an Amazon S3 access policy to an Amazon S3 Multi-Region Access Point.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-multiregionaccesspointpolicy.html>
    MultiRegionAccessPointPolicy = "AWS::S3::MultiRegionAccessPointPolicy";
    required {
        /// The name of the Multi-Region Access Point.
        ///
        /// 3 to 50 characters. Changing it replaces the resource.
        mrap_name: String = "MrapName", Kind::Text(3, 50, Some("^[a-z0-9][-a-z0-9]{1,48}[a-z0-9]$"));
        /// The access policy associated with the Multi-Region Access Point.
        policy: Json = "Policy", Kind::Json;
    }
    optional {
    }
    attributes {
        /// The Policy Status associated with this Multi Region Access Point.
        policy_status: String = "PolicyStatus";
        /// Specifies whether the policy is public or not.
        policy_status_is_public: String = "PolicyStatus.IsPublic";
    }
    replaces ["MrapName"]
    may_replace []
}
