// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SSM::ResourceDataSync` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::SSM::ResourceDataSync` resource creates, updates, or deletes a resource data sync for AWS Systems Manager.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-resourcedatasync.html>
    ResourceDataSync = "AWS::SSM::ResourceDataSync";
    required {
        /// A name for the resource data sync.
        ///
        /// 1 to 64 characters. Changing it replaces the resource.
        sync_name: String = "SyncName", Kind::Text(1, 64, None);
    }
    optional {
        /// The name of the S3 bucket where the aggregated data is stored.
        ///
        /// 1 to 2048 characters. Changing it replaces the resource.
        bucket_name: String = "BucketName", Kind::Text(1, 2048, None);
        /// An Amazon S3 prefix for the bucket.
        ///
        /// 0 to 64 characters. Changing it replaces the resource.
        bucket_prefix: String = "BucketPrefix", Kind::Text(0, 64, None);
        /// The AWS Region with the S3 bucket targeted by the resource data sync.
        ///
        /// 1 to 64 characters. Changing it replaces the resource.
        bucket_region: String = "BucketRegion", Kind::Text(1, 64, None);
        /// The Amazon Resource Name (ARN) of an encryption key for a destination in Amazon S3.
        ///
        /// 0 to 512 characters. Changing it replaces the resource.
        kms_key_arn: String = "KMSKeyArn", Kind::Text(0, 512, None);
        /// Configuration information for the target S3 bucket.
        ///
        /// Changing it replaces the resource.
        s3_destination: S3Destination = "S3Destination", Kind::Object(S3Destination::object_schema);
        /// A supported sync format.
        ///
        /// 0 to 1024 characters. Changing it replaces the resource.
        sync_format: String = "SyncFormat", Kind::Text(0, 1024, None);
        /// Information about the source where the data was synchronized.
        sync_source: SyncSource = "SyncSource", Kind::Object(SyncSource::object_schema);
        /// The type of resource data sync.
        ///
        /// 1 to 64 characters. Changing it replaces the resource.
        sync_type: String = "SyncType", Kind::Text(1, 64, None);
    }
    attributes {
    }
    replaces ["BucketName", "BucketPrefix", "BucketRegion", "KMSKeyArn", "S3Destination", "SyncFormat", "SyncName", "SyncType"]
    may_replace []
}

object! {
    /// Information about the `AwsOrganizationsSource` resource data sync source.
    AwsOrganizationsSource;
    required {
        /// If an AWS organization is present, this is either `OrganizationalUnits` or `EntireOrganization`.
        ///
        /// 1 to 64 characters.
        organization_source_type: String = "OrganizationSourceType", Kind::Text(1, 64, None);
    }
    optional {
        /// The AWS Organizations organization units included in the sync.
        ///
        /// 1 to 1000 items.
        organizational_units: Vec<String> = "OrganizationalUnits", Kind::List(&TEXT, 1, 1000, false);
    }
}

object! {
    /// Information about the target S3 bucket for the resource data sync.
    S3Destination;
    required {
        /// The name of the S3 bucket where the aggregated data is stored.
        ///
        /// 1 to 2048 characters.
        bucket_name: String = "BucketName", Kind::Text(1, 2048, None);
        /// The AWS Region with the S3 bucket targeted by the resource data sync.
        ///
        /// 1 to 64 characters.
        bucket_region: String = "BucketRegion", Kind::Text(1, 64, None);
        /// A supported sync format.
        sync_format: SyncFormat = "SyncFormat", Kind::Values(SyncFormat::ALL);
    }
    optional {
        /// An Amazon S3 prefix for the bucket.
        ///
        /// 1 to 256 characters.
        bucket_prefix: String = "BucketPrefix", Kind::Text(1, 256, None);
        /// The ARN of an encryption key for a destination in Amazon S3.
        ///
        /// 1 to 512 characters.
        kms_key_arn: String = "KMSKeyArn", Kind::Text(1, 512, None);
    }
}

object! {
    /// Information about the source of the data included in the resource data sync.
    SyncSource;
    required {
        /// The `SyncSource` AWS Regions included in the resource data sync.
        source_regions: Vec<String> = "SourceRegions", list(&Kind::Text(1, 64, None));
        /// The type of data source for the resource data sync.
        ///
        /// 1 to 64 characters.
        source_type: String = "SourceType", Kind::Text(1, 64, None);
    }
    optional {
        /// Information about the AwsOrganizationsSource resource data sync source.
        aws_organizations_source: AwsOrganizationsSource = "AwsOrganizationsSource", Kind::Object(AwsOrganizationsSource::object_schema);
        /// Whether to automatically synchronize and aggregate data from new AWS Regions when those Regions come online.
        include_future_regions: bool = "IncludeFutureRegions", Kind::Bool;
    }
}

values! {
    /// The values of `SyncFormat`.
    SyncFormat {
        JsonSerDe = "JsonSerDe",
    }
}
