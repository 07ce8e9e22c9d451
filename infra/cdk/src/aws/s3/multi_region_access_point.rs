// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::S3::MultiRegionAccessPoint` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::S3::MultiRegionAccessPoint` resource creates an Amazon S3 Multi-Region Access Point.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-multiregionaccesspoint.html>
    MultiRegionAccessPoint = "AWS::S3::MultiRegionAccessPoint";
    required {
        /// A collection of the Regions and buckets associated with the Multi-Region Access Point.
        ///
        /// At least 1 items. Changing it replaces the resource.
        regions: Vec<Region> = "Regions", Kind::List(&Kind::Object(Region::object_schema), 1, usize::MAX, true);
    }
    optional {
        /// The name of the Multi-Region Access Point.
        ///
        /// 3 to 50 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(3, 50, Some("^[a-z0-9][-a-z0-9]{1,48}[a-z0-9]$"));
        /// The PublicAccessBlock configuration that you want to apply to this Multi-Region Access Point.
        ///
        /// Changing it replaces the resource.
        public_access_block_configuration: PublicAccessBlockConfiguration = "PublicAccessBlockConfiguration", Kind::Object(PublicAccessBlockConfiguration::object_schema);
    }
    attributes {
        /// The alias for the Multi-Region Access Point.
        alias: String = "Alias";
        /// The timestamp of when the Multi-Region Access Point is created.
        created_at: String = "CreatedAt";
    }
    replaces ["Name", "PublicAccessBlockConfiguration", "Regions"]
    may_replace []
}

object! {
    /// The PublicAccessBlock configuration that you want to apply to this Amazon S3 Multi-Region Access Point.
    PublicAccessBlockConfiguration;
    required {
    }
    optional {
        /// Specifies whether Amazon S3 should block public access control lists (ACLs) for this bucket and objects in this bucket.
        block_public_acls: bool = "BlockPublicAcls", Kind::Bool;
        /// Specifies whether Amazon S3 should block public bucket policies for this bucket.
        block_public_policy: bool = "BlockPublicPolicy", Kind::Bool;
        /// Specifies whether Amazon S3 should ignore public ACLs for this bucket and objects in this bucket.
        ignore_public_acls: bool = "IgnorePublicAcls", Kind::Bool;
        /// Specifies whether Amazon S3 should restrict public bucket policies for this bucket.
        restrict_public_buckets: bool = "RestrictPublicBuckets", Kind::Bool;
    }
}

object! {
    /// A bucket associated with a specific Region when creating Multi-Region Access Points.
    Region;
    required {
        /// The name of the associated bucket for the Region.
        ///
        /// 3 to 63 characters.
        bucket: String = "Bucket", Kind::Text(3, 63, Some("^[a-z0-9][a-z0-9//.//-]*[a-z0-9]$"));
    }
    optional {
        /// The AWS account ID that owns the Amazon S3 bucket that's associated with this Multi-Region Access Point.
        ///
        /// 12 to 12 characters.
        bucket_account_id: String = "BucketAccountId", Kind::Text(12, 12, Some("^[0-9]{12}$"));
    }
}
