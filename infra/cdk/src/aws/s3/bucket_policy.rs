// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::S3::BucketPolicy` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Applies an Amazon S3 bucket policy to an Amazon S3 bucket.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucketpolicy.html>
    BucketPolicy = "AWS::S3::BucketPolicy";
    required {
        /// The name of the Amazon S3 bucket to which the policy applies.
        ///
        /// Changing it replaces the resource.
        bucket: String = "Bucket", TEXT;
        /// A policy document containing permissions to add to the specified bucket.
        policy_document: Json = "PolicyDocument", Kind::Json;
    }
    optional {
    }
    attributes {
    }
    replaces ["Bucket"]
    may_replace []
}
