// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::S3::AccessPoint` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The AWS::S3::AccessPoint resource is an Amazon S3 resource type that you can use to access buckets.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-accesspoint.html>
    AccessPoint = "AWS::S3::AccessPoint";
    required {
        /// The name of the bucket associated with this access point.
        ///
        /// 3 to 255 characters. Changing it replaces the resource.
        bucket: String = "Bucket", Kind::Text(3, 255, None);
    }
    optional {
        /// The AWS account ID associated with the S3 bucket associated with this access point.
        ///
        /// 0 to 64 characters. Changing it replaces the resource.
        bucket_account_id: String = "BucketAccountId", Kind::Text(0, 64, Some(r"^\d{12}$"));
        /// The name of this access point.
        ///
        /// 3 to 50 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(3, 50, Some(r"^[a-z0-9]([a-z0-9\-]*[a-z0-9])?$"));
        /// The access point policy associated with this access point.
        policy: Json = "Policy", Kind::Json;
        /// The PublicAccessBlock configuration that you want to apply to this Amazon S3 bucket.
        public_access_block_configuration: PublicAccessBlockConfiguration = "PublicAccessBlockConfiguration", Kind::Object(PublicAccessBlockConfiguration::object_schema);
        /// An array of tags that you can apply to access points.
        tags: Vec<Tag> = "Tags", list(&Kind::Object(Tag::object_schema));
        /// The Virtual Private Cloud (VPC) configuration for this access point, if one exists.
        ///
        /// Changing it replaces the resource.
        vpc_configuration: VpcConfiguration = "VpcConfiguration", Kind::Object(VpcConfiguration::object_schema);
    }
    attributes {
        /// The alias for this access point.
        alias: String = "Alias";
        /// This property contains the details of the ARN for the access point.
        arn: Arn<AccessPoint> = "Arn";
        /// Indicates whether this access point allows access from the internet.
        network_origin: String = "NetworkOrigin";
    }
    replaces ["Bucket", "BucketAccountId", "Name", "VpcConfiguration"]
    may_replace []
}

object! {
    /// The PublicAccessBlock configuration that you want to apply to this Amazon S3 bucket.
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
    /// `Tag`, which AWS's schema does not describe.
    Tag;
    required {
        /// `Key`, which AWS's schema does not describe.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// `Value`, which AWS's schema does not describe.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
    optional {
    }
}

object! {
    /// The Virtual Private Cloud (VPC) configuration for this access point.
    VpcConfiguration;
    required {
    }
    optional {
        /// If this field is specified, the access point will only allow connections from the specified VPC ID.
        ///
        /// 1 to 1024 characters.
        vpc_id: String = "VpcId", Kind::Text(1, 1024, None);
    }
}
