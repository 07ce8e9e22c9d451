// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::S3::StorageLens` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The AWS::S3::StorageLens resource creates an Amazon S3 Storage Lens configuration.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-storagelens.html>
    StorageLens = "AWS::S3::StorageLens";
    required {
        /// This resource contains the details Amazon S3 Storage Lens configuration.
        storage_lens_configuration: StorageLensConfiguration = "StorageLensConfiguration", Kind::Object(StorageLensConfiguration::object_schema);
    }
    optional {
        /// A set of tags (key–value pairs) to associate with the Storage Lens configuration.
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, true);
    }
    attributes {
        /// This property contains the details of the ARN of the S3 Storage Lens configuration.
        storage_lens_configuration_storage_lens_arn: String = "StorageLensConfiguration.StorageLensArn";
    }
    replaces ["StorageLensConfiguration/Id"]
    may_replace []
}

object! {
    /// This resource contains the details of the account-level metrics for Amazon S3 Storage Lens.
    AccountLevel;
    required {
        /// This property contains the details of the account-level bucket-level configurations for Amazon S3 Storage Lens.
        bucket_level: BucketLevel = "BucketLevel", Kind::Object(BucketLevel::object_schema);
    }
    optional {
        /// This property contains the details of account-level activity metrics for S3 Storage Lens.
        activity_metrics: ActivityMetrics = "ActivityMetrics", Kind::Object(ActivityMetrics::object_schema);
        /// This property contains the details of account-level advanced cost optimization metrics for S3 Storage Lens.
        advanced_cost_optimization_metrics: AdvancedCostOptimizationMetrics = "AdvancedCostOptimizationMetrics", Kind::Object(AdvancedCostOptimizationMetrics::object_schema);
        /// This property contains the details of account-level advanced data protection metrics for S3 Storage Lens.
        advanced_data_protection_metrics: AdvancedDataProtectionMetrics = "AdvancedDataProtectionMetrics", Kind::Object(AdvancedDataProtectionMetrics::object_schema);
        /// This property contains the account-level details for S3 Storage Lens advanced performance metrics.
        advanced_performance_metrics: AdvancedPerformanceMetrics = "AdvancedPerformanceMetrics", Kind::Object(AdvancedPerformanceMetrics::object_schema);
        /// This property contains the details of account-level detailed status code metrics for S3 Storage Lens.
        detailed_status_codes_metrics: DetailedStatusCodesMetrics = "DetailedStatusCodesMetrics", Kind::Object(DetailedStatusCodesMetrics::object_schema);
        /// This property determines the scope of Storage Lens group data that is displayed in the Storage Lens dashboard.
        storage_lens_group_level: StorageLensGroupLevel = "StorageLensGroupLevel", Kind::Object(StorageLensGroupLevel::object_schema);
    }
}

object! {
    /// This resource enables Amazon S3 Storage Lens activity metrics.
    ActivityMetrics;
    required {
    }
    optional {
        /// A property that indicates whether the activity metrics is enabled.
        is_enabled: bool = "IsEnabled", Kind::Bool;
    }
}

object! {
    /// This resource enables Amazon S3 Storage Lens advanced cost optimization metrics.
    AdvancedCostOptimizationMetrics;
    required {
    }
    optional {
        /// Indicates whether advanced cost optimization metrics are enabled.
        is_enabled: bool = "IsEnabled", Kind::Bool;
    }
}

object! {
    /// This resource enables Amazon S3 Storage Lens advanced data protection metrics.
    AdvancedDataProtectionMetrics;
    required {
    }
    optional {
        /// Indicates whether advanced data protection metrics are enabled.
        is_enabled: bool = "IsEnabled", Kind::Bool;
    }
}

object! {
    /// A property for S3 Storage Lens advanced performance metrics.
    AdvancedPerformanceMetrics;
    required {
    }
    optional {
        /// This property indicates whether the advanced performance metrics are enabled.
        is_enabled: bool = "IsEnabled", Kind::Bool;
    }
}

object! {
    /// This resource contains the details of the AWS Organization for Amazon S3 Storage Lens.
    AwsOrg;
    required {
        /// This resource contains the ARN of the AWS Organization.
        arn: String = "Arn", TEXT;
    }
    optional {
    }
}

object! {
    /// A property for the bucket-level storage metrics for Amazon S3 Storage Lens.
    BucketLevel;
    required {
    }
    optional {
        /// A property for bucket-level activity metrics for S3 Storage Lens.
        activity_metrics: ActivityMetrics = "ActivityMetrics", Kind::Object(ActivityMetrics::object_schema);
        /// A property for bucket-level advanced cost optimization metrics for S3 Storage Lens.
        advanced_cost_optimization_metrics: AdvancedCostOptimizationMetrics = "AdvancedCostOptimizationMetrics", Kind::Object(AdvancedCostOptimizationMetrics::object_schema);
        /// A property for bucket-level advanced data protection metrics for S3 Storage Lens.
        advanced_data_protection_metrics: AdvancedDataProtectionMetrics = "AdvancedDataProtectionMetrics", Kind::Object(AdvancedDataProtectionMetrics::object_schema);
        /// A property for bucket-level advanced performance metrics for S3 Storage Lens.
        advanced_performance_metrics: AdvancedPerformanceMetrics = "AdvancedPerformanceMetrics", Kind::Object(AdvancedPerformanceMetrics::object_schema);
        /// A property for bucket-level detailed status code metrics for S3 Storage Lens.
        detailed_status_codes_metrics: DetailedStatusCodesMetrics = "DetailedStatusCodesMetrics", Kind::Object(DetailedStatusCodesMetrics::object_schema);
        /// A property for bucket-level prefix-level storage metrics for S3 Storage Lens.
        prefix_level: PrefixLevel = "PrefixLevel", Kind::Object(PrefixLevel::object_schema);
    }
}

object! {
    /// This resource contains the details of the buckets and Regions for the Amazon S3 Storage Lens configuration.
    BucketsAndRegions;
    required {
    }
    optional {
        /// This property contains the details of the buckets for the Amazon S3 Storage Lens configuration.
        buckets: Vec<String> = "Buckets", Kind::List(&TEXT, 0, usize::MAX, true);
        /// This property contains the details of the Regions for the S3 Storage Lens configuration.
        regions: Vec<String> = "Regions", Kind::List(&TEXT, 0, usize::MAX, true);
    }
}

object! {
    /// This resource enables the Amazon CloudWatch publishing option for Amazon S3 Storage Lens metrics.
    CloudWatchMetrics;
    required {
        /// This property identifies whether the CloudWatch publishing option for S3 Storage Lens is enabled.
        is_enabled: bool = "IsEnabled", Kind::Bool;
    }
    optional {
    }
}

object! {
    /// This resource contains the details of the Amazon S3 Storage Lens metrics export.
    DataExport;
    required {
    }
    optional {
        /// This property enables the Amazon CloudWatch publishing option for S3 Storage Lens metrics.
        cloud_watch_metrics: CloudWatchMetrics = "CloudWatchMetrics", Kind::Object(CloudWatchMetrics::object_schema);
        /// This property contains the details of the bucket where the S3 Storage Lens metrics export will be placed.
        s3_bucket_destination: S3BucketDestination = "S3BucketDestination", Kind::Object(S3BucketDestination::object_schema);
        /// This property contains the details of the S3 table bucket where the S3 Storage Lens default metrics report will be placed.
        storage_lens_table_destination: StorageLensTableDestination = "StorageLensTableDestination", Kind::Object(StorageLensTableDestination::object_schema);
    }
}

object! {
    /// This resource enables Amazon S3 Storage Lens detailed status code metrics.
    DetailedStatusCodesMetrics;
    required {
    }
    optional {
        /// Indicates whether detailed status code metrics are enabled.
        is_enabled: bool = "IsEnabled", Kind::Bool;
    }
}

object! {
    /// This resource contains the type of server-side encryption used to encrypt an Amazon S3 Storage Lens metrics export.
    Encryption;
    required {
    }
    optional {
        /// Specifies the use of AWS Key Management Service keys (SSE-KMS) to encrypt the S3 Storage Lens metrics export file.
        ssekms: Ssekms = "SSEKMS", Kind::Object(Ssekms::object_schema);
        /// Specifies the use of an Amazon S3-managed key (SSE-S3) to encrypt the S3 Storage Lens metrics export file.
        sses3: Json = "SSES3", Kind::Json;
    }
}

object! {
    /// This resource contains the details of the prefix-level of the Amazon S3 Storage Lens.
    PrefixLevel;
    required {
        /// A property for the prefix-level storage metrics for Amazon S3 Storage Lens.
        storage_metrics: PrefixLevelStorageMetrics = "StorageMetrics", Kind::Object(PrefixLevelStorageMetrics::object_schema);
    }
    optional {
    }
}

object! {
    /// This resource contains the details of the prefix-level storage metrics for Amazon S3 Storage Lens.
    PrefixLevelStorageMetrics;
    required {
    }
    optional {
        /// This property identifies whether the details of the prefix-level storage metrics for S3 Storage Lens are enabled.
        is_enabled: bool = "IsEnabled", Kind::Bool;
        /// This property identifies whether the details of the prefix-level storage metrics for S3 Storage Lens are enabled.
        selection_criteria: SelectionCriteria = "SelectionCriteria", Kind::Object(SelectionCriteria::object_schema);
    }
}

object! {
    /// This resource contains the details of the bucket where the Amazon S3 Storage Lens metrics export will be placed.
    S3BucketDestination;
    required {
        /// This property contains the details of the AWS account ID of the S3 Storage Lens export bucket destination.
        account_id: String = "AccountId", TEXT;
        /// This property contains the details of the ARN of the bucket destination of the S3 Storage Lens export.
        arn: String = "Arn", TEXT;
        /// This property contains the details of the format of the S3 Storage Lens export bucket destination.
        format: Format = "Format", Kind::Values(Format::ALL);
        /// This property contains the details of the output schema version of the S3 Storage Lens export bucket destination.
        output_schema_version: OutputSchemaVersion = "OutputSchemaVersion", Kind::Values(OutputSchemaVersion::ALL);
    }
    optional {
        /// This property contains the details of the encryption of the bucket destination of the Amazon S3 Storage Lens metrics export.
        encryption: Encryption = "Encryption", Kind::Object(Encryption::object_schema);
        /// This property contains the details of the prefix of the bucket destination of the S3 Storage Lens export.
        prefix: String = "Prefix", TEXT;
    }
}

object! {
    /// This resource contains the details of the Amazon S3 Storage Lens selection criteria.
    SelectionCriteria;
    required {
    }
    optional {
        /// This property contains the details of the S3 Storage Lens delimiter being used.
        delimiter: String = "Delimiter", TEXT;
        /// This property contains the details of the max depth that S3 Storage Lens will collect metrics up to.
        max_depth: Int = "MaxDepth", INTEGER;
        /// This property contains the details of the minimum storage bytes percentage threshold that S3 Storage Lens will collect metrics up to.
        min_storage_bytes_percentage: f64 = "MinStorageBytesPercentage", NUMBER;
    }
}

object! {
    /// Specifies the use of server-side encryption using an AWS Key Management Service key (SSE-KMS) to encrypt the delivered S3 Storage Lens metrics export file.
    Ssekms;
    required {
        /// Specifies the Amazon Resource Name (ARN) of the customer managed AWS key to use for encrypting the S3 Storage Lens metrics export file.
        key_id: String = "KeyId", TEXT;
    }
    optional {
    }
}

object! {
    /// This is the property of the Amazon S3 Storage Lens configuration.
    StorageLensConfiguration;
    required {
        /// This property contains the details of the account-level metrics for Amazon S3 Storage Lens configuration.
        account_level: AccountLevel = "AccountLevel", Kind::Object(AccountLevel::object_schema);
        /// This property contains the details of the ID of the S3 Storage Lens configuration.
        ///
        /// 1 to 64 characters.
        id: String = "Id", Kind::Text(1, 64, Some(r"^[a-zA-Z0-9\-_.]+$"));
        /// This property contains the details of whether the Amazon S3 Storage Lens configuration is enabled.
        is_enabled: bool = "IsEnabled", Kind::Bool;
    }
    optional {
        /// This property contains the details of the AWS Organization for the S3 Storage Lens configuration.
        aws_org: AwsOrg = "AwsOrg", Kind::Object(AwsOrg::object_schema);
        /// This property contains the details of this S3 Storage Lens configuration's metrics export.
        data_export: DataExport = "DataExport", Kind::Object(DataExport::object_schema);
        /// This property contains the details of the bucket and or Regions excluded for Amazon S3 Storage Lens configuration.
        exclude: BucketsAndRegions = "Exclude", Kind::Object(BucketsAndRegions::object_schema);
        /// This property configures your S3 Storage Lens expanded prefixes metrics report.
        expanded_prefixes_data_export: StorageLensExpandedPrefixesDataExport = "ExpandedPrefixesDataExport", Kind::Object(StorageLensExpandedPrefixesDataExport::object_schema);
        /// This property contains the details of the bucket and or Regions included for Amazon S3 Storage Lens configuration.
        include: BucketsAndRegions = "Include", Kind::Object(BucketsAndRegions::object_schema);
        /// The delimiter to divide S3 key into hierarchy of prefixes.
        prefix_delimiter: String = "PrefixDelimiter", TEXT;
        /// This property contains the details of the ARN of the S3 Storage Lens configuration.
        storage_lens_arn: String = "StorageLensArn", TEXT;
    }
}

object! {
    /// This resource specifies the properties of your S3 Storage Lens Expanded Prefixes metrics export.
    StorageLensExpandedPrefixesDataExport;
    required {
    }
    optional {
        /// This property specifies the general purpose bucket where the S3 Storage Lens Expanded Prefixes metrics export files are located.
        s3_bucket_destination: S3BucketDestination = "S3BucketDestination", Kind::Object(S3BucketDestination::object_schema);
        /// This property configures S3 Storage Lens Expanded Prefixes metrics report to read-only S3 table buckets.
        storage_lens_table_destination: StorageLensTableDestination = "StorageLensTableDestination", Kind::Object(StorageLensTableDestination::object_schema);
    }
}

object! {
    /// This resource determines the scope of Storage Lens group data that is displayed in the Storage Lens dashboard.
    StorageLensGroupLevel;
    required {
    }
    optional {
        /// This property indicates which Storage Lens group ARNs to include or exclude in the Storage Lens group aggregation.
        storage_lens_group_selection_criteria: StorageLensGroupSelectionCriteria = "StorageLensGroupSelectionCriteria", Kind::Object(StorageLensGroupSelectionCriteria::object_schema);
    }
}

object! {
    /// This resource indicates which Storage Lens group ARNs to include or exclude in the Storage Lens group aggregation.
    StorageLensGroupSelectionCriteria;
    required {
    }
    optional {
        /// This property indicates which Storage Lens group ARNs to exclude from the Storage Lens group aggregation.
        exclude: Vec<String> = "Exclude", Kind::List(&TEXT, 0, usize::MAX, true);
        /// This property indicates which Storage Lens group ARNs to include in the Storage Lens group aggregation.
        include: Vec<String> = "Include", Kind::List(&TEXT, 0, usize::MAX, true);
    }
}

object! {
    /// This resource configures your S3 Storage Lens reports to export to read-only S3 table buckets.
    StorageLensTableDestination;
    required {
        /// This property indicates whether the export to read-only S3 table buckets is enabled for your S3 Storage Lens configuration.
        is_enabled: bool = "IsEnabled", Kind::Bool;
    }
    optional {
        /// This resource configures your data encryption settings for Storage Lens metrics in read-only S3 table buckets.
        encryption: Encryption = "Encryption", Kind::Object(Encryption::object_schema);
    }
}

object! {
    /// `Tag`, which AWS's schema does not describe.
    Tag;
    required {
        /// `Key`, which AWS's schema does not describe.
        ///
        /// 1 to 127 characters.
        key: String = "Key", Kind::Text(1, 127, None);
        /// `Value`, which AWS's schema does not describe.
        ///
        /// 1 to 255 characters.
        value: String = "Value", Kind::Text(1, 255, None);
    }
    optional {
    }
}

values! {
    /// The values of `Format`.
    Format {
        Csv = "CSV",
        Parquet = "Parquet",
    }
}

values! {
    /// The values of `OutputSchemaVersion`.
    OutputSchemaVersion {
        V1 = "V_1",
    }
}
