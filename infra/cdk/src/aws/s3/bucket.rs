// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::S3::Bucket` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::S3::Bucket` resource creates an Amazon S3 bucket in the same AWS Region where you create the AWS CloudFormation stack.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html>
    Bucket = "AWS::S3::Bucket";
    required {
    }
    optional {
        /// The ABAC status of the general purpose bucket.
        abac_status: AbacStatus = "AbacStatus", Kind::Values(AbacStatus::ALL);
        /// Configures the transfer acceleration state for an Amazon S3 bucket.
        accelerate_configuration: AccelerateConfiguration = "AccelerateConfiguration", Kind::Object(AccelerateConfiguration::object_schema);
        /// This is a legacy property, and it is not recommended for most use cases.
        access_control: AccessControl = "AccessControl", Kind::Values(AccessControl::ALL);
        /// Specifies the configuration and any analyses for the analytics filter of an Amazon S3 bucket.
        analytics_configurations: Vec<AnalyticsConfiguration> = "AnalyticsConfigurations", Kind::List(&Kind::Object(AnalyticsConfiguration::object_schema), 0, usize::MAX, true);
        /// Specifies default encryption for a bucket using server-side encryption with Amazon S3-managed keys (SSE-S3), AWS KMS-managed keys (SSE-KMS), or dual-layer …
        bucket_encryption: BucketEncryption = "BucketEncryption", Kind::Object(BucketEncryption::object_schema);
        /// A name for the bucket.
        ///
        /// 0 to 63 characters. Changing it replaces the resource.
        bucket_name: String = "BucketName", Kind::Text(0, 63, Some("^([a-z0-9][a-z0-9.-]*[a-z0-9])?$"));
        /// `BucketNamePrefix`, which AWS's schema does not describe.
        ///
        /// Changing it replaces the resource.
        bucket_name_prefix: String = "BucketNamePrefix", TEXT;
        /// `BucketNamespace`, which AWS's schema does not describe.
        ///
        /// Changing it replaces the resource.
        bucket_namespace: BucketNamespace = "BucketNamespace", Kind::Values(BucketNamespace::ALL);
        /// Describes the cross-origin access configuration for objects in an Amazon S3 bucket.
        cors_configuration: CorsConfiguration = "CorsConfiguration", Kind::Object(CorsConfiguration::object_schema);
        /// Defines how Amazon S3 handles Intelligent-Tiering storage.
        intelligent_tiering_configurations: Vec<IntelligentTieringConfiguration> = "IntelligentTieringConfigurations", Kind::List(&Kind::Object(IntelligentTieringConfiguration::object_schema), 0, usize::MAX, true);
        /// Specifies the S3 Inventory configuration for an Amazon S3 bucket.
        inventory_configurations: Vec<InventoryConfiguration> = "InventoryConfigurations", Kind::List(&Kind::Object(InventoryConfiguration::object_schema), 0, usize::MAX, true);
        /// Specifies the lifecycle configuration for objects in an Amazon S3 bucket.
        lifecycle_configuration: LifecycleConfiguration = "LifecycleConfiguration", Kind::Object(LifecycleConfiguration::object_schema);
        /// Settings that define where logs are stored.
        logging_configuration: LoggingConfiguration = "LoggingConfiguration", Kind::Object(LoggingConfiguration::object_schema);
        /// The S3 Metadata configuration for a general purpose bucket.
        metadata_configuration: MetadataConfiguration = "MetadataConfiguration", Kind::Object(MetadataConfiguration::object_schema);
        /// The metadata table configuration of an Amazon S3 general purpose bucket.
        metadata_table_configuration: MetadataTableConfiguration = "MetadataTableConfiguration", Kind::Object(MetadataTableConfiguration::object_schema);
        /// Specifies a metrics configuration for the CloudWatch request metrics (specified by the metrics configuration ID) from an Amazon S3 bucket.
        metrics_configurations: Vec<MetricsConfiguration> = "MetricsConfigurations", Kind::List(&Kind::Object(MetricsConfiguration::object_schema), 0, usize::MAX, true);
        /// Configuration that defines how Amazon S3 handles bucket notifications.
        notification_configuration: NotificationConfiguration = "NotificationConfiguration", Kind::Object(NotificationConfiguration::object_schema);
        /// This operation is not supported for directory buckets.
        object_lock_configuration: ObjectLockConfiguration = "ObjectLockConfiguration", Kind::Object(ObjectLockConfiguration::object_schema);
        /// Indicates whether this bucket has an Object Lock configuration enabled.
        ///
        /// Changing it replaces the resource.
        object_lock_enabled: bool = "ObjectLockEnabled", Kind::Bool;
        /// Configuration that defines how Amazon S3 handles Object Ownership rules.
        ownership_controls: OwnershipControls = "OwnershipControls", Kind::Object(OwnershipControls::object_schema);
        /// Configuration that defines how Amazon S3 handles public access.
        public_access_block_configuration: PublicAccessBlockConfiguration = "PublicAccessBlockConfiguration", Kind::Object(PublicAccessBlockConfiguration::object_schema);
        /// Configuration for replicating objects in an S3 bucket.
        replication_configuration: ReplicationConfiguration = "ReplicationConfiguration", Kind::Object(ReplicationConfiguration::object_schema);
        /// An arbitrary set of tags (key-value pairs) for this S3 bucket.
        tags: Vec<Tag> = "Tags", list(&Kind::Object(Tag::object_schema));
        /// Enables multiple versions of all objects in this bucket.
        versioning_configuration: VersioningConfiguration = "VersioningConfiguration", Kind::Object(VersioningConfiguration::object_schema);
        /// Information used to configure the bucket as a static website.
        website_configuration: WebsiteConfiguration = "WebsiteConfiguration", Kind::Object(WebsiteConfiguration::object_schema);
    }
    attributes {
        /// Returns the Amazon Resource Name (ARN) of the specified bucket.
        arn: Arn<Bucket> = "Arn";
        /// Returns the IPv4 DNS name of the specified bucket.
        domain_name: String = "DomainName";
        /// Returns the IPv6 DNS name of the specified bucket.
        dual_stack_domain_name: String = "DualStackDomainName";
        /// The Amazon Resource Name (ARN) for the annotation table.
        metadata_configuration_annotation_table_configuration_table_arn: String = "MetadataConfiguration.AnnotationTableConfiguration.TableArn";
        /// The name of the annotation table.
        metadata_configuration_annotation_table_configuration_table_name: String = "MetadataConfiguration.AnnotationTableConfiguration.TableName";
        /// The destination information for the S3 Metadata configuration.
        metadata_configuration_destination: String = "MetadataConfiguration.Destination";
        /// The Amazon Resource Name (ARN) for the inventory table.
        metadata_configuration_inventory_table_configuration_table_arn: String = "MetadataConfiguration.InventoryTableConfiguration.TableArn";
        /// The name of the inventory table.
        metadata_configuration_inventory_table_configuration_table_name: String = "MetadataConfiguration.InventoryTableConfiguration.TableName";
        /// The Amazon Resource Name (ARN) for the journal table.
        metadata_configuration_journal_table_configuration_table_arn: String = "MetadataConfiguration.JournalTableConfiguration.TableArn";
        /// The name of the journal table.
        metadata_configuration_journal_table_configuration_table_name: String = "MetadataConfiguration.JournalTableConfiguration.TableName";
        /// The Amazon Resource Name (ARN) for the metadata table in the metadata table configuration.
        metadata_table_configuration_s3_tables_destination_table_arn: String = "MetadataTableConfiguration.S3TablesDestination.TableArn";
        /// The table bucket namespace for the metadata table in your metadata table configuration.
        metadata_table_configuration_s3_tables_destination_table_namespace: String = "MetadataTableConfiguration.S3TablesDestination.TableNamespace";
        /// Returns the regional domain name of the specified bucket.
        regional_domain_name: String = "RegionalDomainName";
        /// Returns the Amazon S3 website endpoint for the specified bucket.
        website_url: String = "WebsiteURL";
    }
    replaces ["BucketName", "BucketNamePrefix", "BucketNamespace", "ObjectLockEnabled"]
    may_replace []
}

object! {
    /// Specifies the days since the initiation of an incomplete multipart upload that Amazon S3 will wait before permanently removing all parts of the upload.
    AbortIncompleteMultipartUpload;
    required {
        /// Specifies the number of days after which Amazon S3 stops an incomplete multipart upload.
        ///
        /// At least 0.
        days_after_initiation: Int<0> = "DaysAfterInitiation", Kind::Integer(0, i64::MAX);
    }
    optional {
    }
}

object! {
    /// Configures the transfer acceleration state for an Amazon S3 bucket.
    AccelerateConfiguration;
    required {
        /// Specifies the transfer acceleration status of the bucket.
        acceleration_status: AccelerationStatus = "AccelerationStatus", Kind::Values(AccelerationStatus::ALL);
    }
    optional {
    }
}

object! {
    /// Specify this only in a cross-account scenario (where source and destination bucket owners are not the same), and you want to change replica ownership to the …
    AccessControlTranslation;
    required {
        /// Specifies the replica ownership.
        owner: Owner = "Owner", Kind::Values(Owner::ALL);
    }
    optional {
    }
}

object! {
    /// Specifies the configuration and any analyses for the analytics filter of an Amazon S3 bucket.
    AnalyticsConfiguration;
    required {
        /// The ID that identifies the analytics configuration.
        id: String = "Id", TEXT;
        /// Contains data related to access patterns to be collected and made available to analyze the tradeoffs between different storage classes.
        storage_class_analysis: StorageClassAnalysis = "StorageClassAnalysis", Kind::Object(StorageClassAnalysis::object_schema);
    }
    optional {
        /// The prefix that an object must have to be included in the analytics results.
        prefix: String = "Prefix", TEXT;
        /// The tags to use when evaluating an analytics filter.
        tag_filters: Vec<TagFilter> = "TagFilters", Kind::List(&Kind::Object(TagFilter::object_schema), 0, usize::MAX, true);
    }
}

object! {
    /// The annotation table configuration for an S3 Metadata configuration.
    AnnotationTableConfiguration;
    required {
        /// Specifies whether the annotation table configuration is enabled or disabled.
        configuration_state: ConfigurationState = "ConfigurationState", Kind::Values(ConfigurationState::ALL);
    }
    optional {
        /// The encryption settings for an S3 Metadata journal table or inventory table configuration.
        encryption_configuration: MetadataTableEncryptionConfiguration = "EncryptionConfiguration", Kind::Object(MetadataTableEncryptionConfiguration::object_schema);
        /// The ARN of the IAM role that grants Amazon S3 Metadata permission to read annotations from your bucket.
        role: String = "Role", TEXT;
        /// The Amazon Resource Name (ARN) for the annotation table.
        table_arn: String = "TableArn", TEXT;
        /// The name of the annotation table.
        table_name: String = "TableName", TEXT;
    }
}

object! {
    /// A bucket-level setting for Amazon S3 general purpose buckets used to prevent the upload of new objects encrypted with the specified server-side encryption type.
    BlockedEncryptionTypes;
    required {
    }
    optional {
        /// The object encryption type that you want to block or unblock for an Amazon S3 general purpose bucket. ) Currently, this parameter only supports blocking or …
        encryption_type: Vec<BlockedEncryptionTypeList> = "EncryptionType", Kind::List(&Kind::Values(BlockedEncryptionTypeList::ALL), 0, usize::MAX, true);
    }
}

object! {
    /// Specifies default encryption for a bucket using server-side encryption with Amazon S3-managed keys (SSE-S3), AWS KMS-managed keys (SSE-KMS), or dual-layer …
    BucketEncryption;
    required {
        /// Specifies the default server-side-encryption configuration.
        server_side_encryption_configuration: Vec<ServerSideEncryptionRule> = "ServerSideEncryptionConfiguration", Kind::List(&Kind::Object(ServerSideEncryptionRule::object_schema), 0, usize::MAX, true);
    }
    optional {
    }
}

object! {
    /// Describes the cross-origin access configuration for objects in an Amazon S3 bucket.
    CorsConfiguration;
    required {
        /// A set of origins and methods (cross-origin access that you want to allow).
        cors_rules: Vec<CorsRule> = "CorsRules", Kind::List(&Kind::Object(CorsRule::object_schema), 0, usize::MAX, true);
    }
    optional {
    }
}

object! {
    /// Specifies a cross-origin access rule for an Amazon S3 bucket.
    CorsRule;
    required {
        /// An HTTP method that you allow the origin to run.
        allowed_methods: Vec<AllowedMethods> = "AllowedMethods", Kind::List(&Kind::Values(AllowedMethods::ALL), 0, usize::MAX, true);
        /// One or more origins you want customers to be able to access the bucket from.
        allowed_origins: Vec<String> = "AllowedOrigins", Kind::List(&TEXT, 0, usize::MAX, true);
    }
    optional {
        /// Headers that are specified in the `Access-Control-Request-Headers` header.
        allowed_headers: Vec<String> = "AllowedHeaders", Kind::List(&TEXT, 0, usize::MAX, true);
        /// One or more headers in the response that you want customers to be able to access from their applications (for example, from a JavaScript `XMLHttpRequest` …
        exposed_headers: Vec<String> = "ExposedHeaders", Kind::List(&TEXT, 0, usize::MAX, true);
        /// A unique identifier for this rule.
        ///
        /// 0 to 255 characters.
        id: String = "Id", Kind::Text(0, 255, None);
        /// The time in seconds that your browser is to cache the preflight response for the specified resource.
        ///
        /// At least 0.
        max_age: Int<0> = "MaxAge", Kind::Integer(0, i64::MAX);
    }
}

object! {
    /// Specifies how data related to the storage class analysis for an Amazon S3 bucket should be exported.
    DataExport;
    required {
        /// The place to store the data for an analysis.
        destination: Destination = "Destination", Kind::Object(Destination::object_schema);
        /// The version of the output schema to use when exporting data.
        output_schema_version: String = "OutputSchemaVersion", TEXT;
    }
    optional {
    }
}

object! {
    /// The default Object Lock event hold duration that you want to apply to new objects placed in the specified bucket, unless an object's upload request specifies …
    DefaultEventHold;
    required {
    }
    optional {
        /// The number of days that you want to specify for the default event hold duration.
        days: Int = "Days", INTEGER;
        /// The number of years that you want to specify for the default event hold duration.
        years: Int = "Years", INTEGER;
    }
}

object! {
    /// The container element for optionally specifying the default Object Lock retention settings for new objects placed in the specified bucket. ) - The …
    DefaultRetention;
    required {
    }
    optional {
        /// The number of days that you want to specify for the default retention period.
        days: Int = "Days", INTEGER;
        /// The default Object Lock event hold duration that you want to apply to new objects placed in the specified bucket.
        default_event_hold: DefaultEventHold = "DefaultEventHold", Kind::Object(DefaultEventHold::object_schema);
        /// The default Object Lock retention mode you want to apply to new objects placed in the specified bucket.
        mode: Mode = "Mode", Kind::Values(Mode::ALL);
        /// The number of years that you want to specify for the default retention period.
        years: Int = "Years", INTEGER;
    }
}

object! {
    /// Specifies whether Amazon S3 replicates delete markers.
    DeleteMarkerReplication;
    required {
    }
    optional {
        /// Indicates whether to replicate delete markers.
        status: Status = "Status", Kind::Values(Status::ALL);
    }
}

object! {
    /// Specifies information about where to publish analysis or configuration results for an Amazon S3 bucket.
    Destination;
    required {
        /// The Amazon Resource Name (ARN) of the bucket to which data is exported.
        bucket_arn: String = "BucketArn", TEXT;
        /// Specifies the file format used when exporting data to Amazon S3.
        format: Format = "Format", Kind::Values(Format::ALL);
    }
    optional {
        /// The account ID that owns the destination S3 bucket.
        bucket_account_id: String = "BucketAccountId", TEXT;
        /// The prefix to use when exporting data.
        prefix: String = "Prefix", TEXT;
    }
}

object! {
    /// Specifies encryption-related information for an Amazon S3 bucket that is a destination for replicated objects. ) If you're specifying a customer managed KMS …
    EncryptionConfiguration;
    required {
        /// Specifies the ID (Key ARN or Alias ARN) of the customer managed AWS KMS key stored in AWS Key Management Service (KMS) for the destination bucket.
        replica_kms_key_id: String = "ReplicaKmsKeyID", TEXT;
    }
    optional {
    }
}

object! {
    /// Amazon S3 can send events to Amazon EventBridge whenever certain events happen in your bucket, see Using EventBridge in the Amazon S3 User Guide.
    EventBridgeConfiguration;
    required {
        /// Enables delivery of events to Amazon EventBridge.
        event_bridge_enabled: bool = "EventBridgeEnabled", Kind::Bool;
    }
    optional {
    }
}

object! {
    /// Specifies the Amazon S3 object key name to filter on.
    FilterRule;
    required {
        /// The object key name prefix or suffix identifying one or more objects to which the filtering rule applies.
        ///
        /// 0 to 1024 characters.
        name: String = "Name", Kind::Text(0, 1024, None);
        /// The value that the filter searches for in object key names.
        value: String = "Value", TEXT;
    }
    optional {
    }
}

object! {
    /// Specifies the S3 Intelligent-Tiering configuration for an Amazon S3 bucket.
    IntelligentTieringConfiguration;
    required {
        /// The ID used to identify the S3 Intelligent-Tiering configuration.
        id: String = "Id", TEXT;
        /// Specifies the status of the configuration.
        status: Status = "Status", Kind::Values(Status::ALL);
        /// Specifies a list of S3 Intelligent-Tiering storage class tiers in the configuration.
        tierings: Vec<Tiering> = "Tierings", Kind::List(&Kind::Object(Tiering::object_schema), 0, usize::MAX, true);
    }
    optional {
        /// An object key name prefix that identifies the subset of objects to which the rule applies.
        prefix: String = "Prefix", TEXT;
        /// A container for a key-value pair.
        tag_filters: Vec<TagFilter> = "TagFilters", Kind::List(&Kind::Object(TagFilter::object_schema), 0, usize::MAX, true);
    }
}

object! {
    /// Specifies the S3 Inventory configuration for an Amazon S3 bucket.
    InventoryConfiguration;
    required {
        /// Contains information about where to publish the inventory results.
        destination: Destination = "Destination", Kind::Object(Destination::object_schema);
        /// Specifies whether the inventory is enabled or disabled.
        enabled: bool = "Enabled", Kind::Bool;
        /// The ID used to identify the inventory configuration.
        id: String = "Id", TEXT;
        /// Object versions to include in the inventory list.
        included_object_versions: IncludedObjectVersions = "IncludedObjectVersions", Kind::Values(IncludedObjectVersions::ALL);
        /// Specifies the schedule for generating inventory results.
        schedule_frequency: ScheduleFrequency = "ScheduleFrequency", Kind::Values(ScheduleFrequency::ALL);
    }
    optional {
        /// Contains the optional fields that are included in the inventory results.
        optional_fields: Vec<OptionalFields> = "OptionalFields", Kind::List(&Kind::Values(OptionalFields::ALL), 0, usize::MAX, true);
        /// Specifies the inventory filter prefix.
        prefix: String = "Prefix", TEXT;
    }
}

object! {
    /// The inventory table configuration for an S3 Metadata configuration.
    InventoryTableConfiguration;
    required {
        /// The configuration state of the inventory table, indicating whether the inventory table is enabled or disabled.
        configuration_state: ConfigurationState = "ConfigurationState", Kind::Values(ConfigurationState::ALL);
    }
    optional {
        /// The encryption configuration for the inventory table.
        encryption_configuration: MetadataTableEncryptionConfiguration = "EncryptionConfiguration", Kind::Object(MetadataTableEncryptionConfiguration::object_schema);
        /// The Amazon Resource Name (ARN) for the inventory table.
        table_arn: String = "TableArn", TEXT;
        /// The name of the inventory table.
        table_name: String = "TableName", TEXT;
    }
}

object! {
    /// The journal table configuration for an S3 Metadata configuration.
    JournalTableConfiguration;
    required {
        /// The journal table record expiration settings for the journal table.
        record_expiration: RecordExpiration = "RecordExpiration", Kind::Object(RecordExpiration::object_schema);
    }
    optional {
        /// The encryption configuration for the journal table.
        encryption_configuration: MetadataTableEncryptionConfiguration = "EncryptionConfiguration", Kind::Object(MetadataTableEncryptionConfiguration::object_schema);
        /// The Amazon Resource Name (ARN) for the journal table.
        table_arn: String = "TableArn", TEXT;
        /// The name of the journal table.
        table_name: String = "TableName", TEXT;
    }
}

object! {
    /// Describes the AWS Lambda functions to invoke and the events for which to invoke them.
    LambdaConfiguration;
    required {
        /// The Amazon S3 bucket event for which to invoke the AWS Lambda function.
        event: String = "Event", TEXT;
        /// The Amazon Resource Name (ARN) of the AWS Lambda function that Amazon S3 invokes when the specified event type occurs.
        function: String = "Function", TEXT;
    }
    optional {
        /// The filtering rules that determine which objects invoke the AWS Lambda function.
        filter: NotificationFilter = "Filter", Kind::Object(NotificationFilter::object_schema);
    }
}

object! {
    /// Specifies the lifecycle configuration for objects in an Amazon S3 bucket.
    LifecycleConfiguration;
    required {
        /// A lifecycle rule for individual objects in an Amazon S3 bucket.
        rules: Vec<Rule> = "Rules", Kind::List(&Kind::Object(Rule::object_schema), 0, usize::MAX, true);
    }
    optional {
        /// Indicates which default minimum object size behavior is applied to the lifecycle configuration. ) This parameter applies to general purpose buckets only.
        transition_default_minimum_object_size: TransitionDefaultMinimumObjectSize = "TransitionDefaultMinimumObjectSize", Kind::Values(TransitionDefaultMinimumObjectSize::ALL);
    }
}

object! {
    /// Describes where logs are stored and the prefix that Amazon S3 assigns to all log object keys for a bucket.
    LoggingConfiguration;
    required {
    }
    optional {
        /// The name of the bucket where Amazon S3 should store server access log files.
        destination_bucket_name: String = "DestinationBucketName", TEXT;
        /// A prefix for all log object keys.
        log_file_prefix: String = "LogFilePrefix", TEXT;
        /// Amazon S3 key format for log objects.
        target_object_key_format: TargetObjectKeyFormat = "TargetObjectKeyFormat", Kind::Object(TargetObjectKeyFormat::object_schema);
    }
}

object! {
    /// Creates a V2 Amazon S3 Metadata configuration of a general purpose bucket.
    MetadataConfiguration;
    required {
        /// The journal table configuration for a metadata configuration.
        journal_table_configuration: JournalTableConfiguration = "JournalTableConfiguration", Kind::Object(JournalTableConfiguration::object_schema);
    }
    optional {
        /// The annotation table configuration for an S3 Metadata configuration.
        annotation_table_configuration: AnnotationTableConfiguration = "AnnotationTableConfiguration", Kind::Object(AnnotationTableConfiguration::object_schema);
        /// The destination information for the S3 Metadata configuration.
        destination: MetadataDestination = "Destination", Kind::Object(MetadataDestination::object_schema);
        /// The inventory table configuration for a metadata configuration.
        inventory_table_configuration: InventoryTableConfiguration = "InventoryTableConfiguration", Kind::Object(InventoryTableConfiguration::object_schema);
    }
}

object! {
    /// The destination information for the S3 Metadata configuration.
    MetadataDestination;
    required {
        /// The type of the table bucket where the metadata configuration is stored.
        table_bucket_type: TableBucketType = "TableBucketType", Kind::Values(TableBucketType::ALL);
    }
    optional {
        /// The Amazon Resource Name (ARN) of the table bucket where the metadata configuration is stored.
        table_bucket_arn: String = "TableBucketArn", TEXT;
        /// The namespace in the table bucket where the metadata tables for a metadata configuration are stored.
        table_namespace: String = "TableNamespace", TEXT;
    }
}

object! {
    /// We recommend that you create your S3 Metadata configurations by using the V2 MetadataConfiguration resource type.
    MetadataTableConfiguration;
    required {
        /// The destination information for the metadata table configuration.
        s3_tables_destination: S3TablesDestination = "S3TablesDestination", Kind::Object(S3TablesDestination::object_schema);
    }
    optional {
    }
}

object! {
    /// The encryption settings for an S3 Metadata journal table or inventory table configuration.
    MetadataTableEncryptionConfiguration;
    required {
        /// The encryption type specified for a metadata table.
        sse_algorithm: MetadataTableEncryptionConfigurationSseAlgorithm = "SseAlgorithm", Kind::Values(MetadataTableEncryptionConfigurationSseAlgorithm::ALL);
    }
    optional {
        /// If server-side encryption with AWS Key Management Service ( AWS) keys (SSE-KMS) is specified, you must also specify the KMS key Amazon Resource Name (ARN).
        kms_key_arn: String = "KmsKeyArn", TEXT;
    }
}

object! {
    /// A container specifying replication metrics-related settings enabling replication metrics and events.
    Metrics;
    required {
        /// Specifies whether the replication metrics are enabled.
        status: Status = "Status", Kind::Values(Status::ALL);
    }
    optional {
        /// A container specifying the time threshold for emitting the `s3:Replication:OperationMissedThreshold` event.
        event_threshold: ReplicationTimeValue = "EventThreshold", Kind::Object(ReplicationTimeValue::object_schema);
    }
}

object! {
    /// Specifies a metrics configuration for the CloudWatch request metrics (specified by the metrics configuration ID) from an Amazon S3 bucket.
    MetricsConfiguration;
    required {
        /// The ID used to identify the metrics configuration.
        id: String = "Id", TEXT;
    }
    optional {
        /// The access point that was used while performing operations on the object.
        access_point_arn: String = "AccessPointArn", TEXT;
        /// The prefix that an object must have to be included in the metrics results.
        prefix: String = "Prefix", TEXT;
        /// Specifies a list of tag filters to use as a metrics configuration filter.
        tag_filters: Vec<TagFilter> = "TagFilters", Kind::List(&Kind::Object(TagFilter::object_schema), 0, usize::MAX, true);
    }
}

object! {
    /// Specifies when noncurrent object versions expire.
    NoncurrentVersionExpiration;
    required {
        /// Specifies the number of days an object is noncurrent before Amazon S3 can perform the associated action.
        noncurrent_days: Int = "NoncurrentDays", INTEGER;
    }
    optional {
        /// Specifies how many noncurrent versions Amazon S3 will retain.
        newer_noncurrent_versions: Int = "NewerNoncurrentVersions", INTEGER;
    }
}

object! {
    /// Container for the transition rule that describes when noncurrent objects transition to the `STANDARD_IA`, `ONEZONE_IA`, `INTELLIGENT_TIERING`, `GLACIER_IR` …
    NoncurrentVersionTransition;
    required {
        /// The class of storage used to store the object.
        storage_class: StorageClass = "StorageClass", Kind::Values(StorageClass::ALL);
        /// Specifies the number of days an object is noncurrent before Amazon S3 can perform the associated action.
        transition_in_days: Int = "TransitionInDays", INTEGER;
    }
    optional {
        /// Specifies how many noncurrent versions Amazon S3 will retain.
        newer_noncurrent_versions: Int = "NewerNoncurrentVersions", INTEGER;
    }
}

object! {
    /// Describes the notification configuration for an Amazon S3 bucket. ) If you create the target resource and related permissions in the same template, you might …
    NotificationConfiguration;
    required {
    }
    optional {
        /// Enables delivery of events to Amazon EventBridge.
        event_bridge_configuration: EventBridgeConfiguration = "EventBridgeConfiguration", Kind::Object(EventBridgeConfiguration::object_schema);
        /// Describes the AWS Lambda functions to invoke and the events for which to invoke them.
        lambda_configurations: Vec<LambdaConfiguration> = "LambdaConfigurations", Kind::List(&Kind::Object(LambdaConfiguration::object_schema), 0, usize::MAX, true);
        /// The Amazon Simple Queue Service queues to publish messages to and the events for which to publish messages.
        queue_configurations: Vec<QueueConfiguration> = "QueueConfigurations", Kind::List(&Kind::Object(QueueConfiguration::object_schema), 0, usize::MAX, true);
        /// The topic to which notifications are sent and the events for which notifications are generated.
        topic_configurations: Vec<TopicConfiguration> = "TopicConfigurations", Kind::List(&Kind::Object(TopicConfiguration::object_schema), 0, usize::MAX, true);
    }
}

object! {
    /// Specifies object key name filtering rules.
    NotificationFilter;
    required {
        /// A container for object key name prefix and suffix filtering rules.
        s3_key: S3KeyFilter = "S3Key", Kind::Object(S3KeyFilter::object_schema);
    }
    optional {
    }
}

object! {
    /// Places an Object Lock configuration on the specified bucket.
    ObjectLockConfiguration;
    required {
    }
    optional {
        /// Indicates whether this bucket has an Object Lock configuration enabled.
        object_lock_enabled: ObjectLockEnabled = "ObjectLockEnabled", Kind::Values(ObjectLockEnabled::ALL);
        /// Specifies the Object Lock rule for the specified object.
        rule: ObjectLockRule = "Rule", Kind::Object(ObjectLockRule::object_schema);
    }
}

object! {
    /// Specifies the Object Lock rule for the specified object.
    ObjectLockRule;
    required {
    }
    optional {
        /// The default Object Lock retention mode and period that you want to apply to new objects placed in the specified bucket.
        default_retention: DefaultRetention = "DefaultRetention", Kind::Object(DefaultRetention::object_schema);
    }
}

object! {
    /// Specifies the container element for Object Ownership rules.
    OwnershipControls;
    required {
        /// Specifies the container element for Object Ownership rules.
        rules: Vec<OwnershipControlsRule> = "Rules", Kind::List(&Kind::Object(OwnershipControlsRule::object_schema), 0, usize::MAX, true);
    }
    optional {
    }
}

object! {
    /// Specifies an Object Ownership rule.
    OwnershipControlsRule;
    required {
    }
    optional {
        /// Specifies an object ownership rule.
        object_ownership: ObjectOwnership = "ObjectOwnership", Kind::Values(ObjectOwnership::ALL);
    }
}

object! {
    /// Amazon S3 keys for log objects are partitioned in the following format …
    PartitionedPrefix;
    required {
    }
    optional {
        /// Specifies the partition date source for the partitioned prefix.
        partition_date_source: PartitionDateSource = "PartitionDateSource", Kind::Values(PartitionDateSource::ALL);
    }
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
    /// Specifies the configuration for publishing messages to an Amazon Simple Queue Service (Amazon SQS) queue when Amazon S3 detects specified events.
    QueueConfiguration;
    required {
        /// The Amazon S3 bucket event about which you want to publish messages to Amazon SQS.
        event: String = "Event", TEXT;
        /// The Amazon Resource Name (ARN) of the Amazon SQS queue to which Amazon S3 publishes a message when it detects events of the specified type.
        queue: String = "Queue", TEXT;
    }
    optional {
        /// The filtering rules that determine which objects trigger notifications.
        filter: NotificationFilter = "Filter", Kind::Object(NotificationFilter::object_schema);
    }
}

object! {
    /// The journal table record expiration settings for a journal table in an S3 Metadata configuration.
    RecordExpiration;
    required {
        /// Specifies whether journal table record expiration is enabled or disabled.
        expiration: Expiration = "Expiration", Kind::Values(Expiration::ALL);
    }
    optional {
        /// If you enable journal table record expiration, you can set the number of days to retain your journal table records.
        days: Int = "Days", INTEGER;
    }
}

object! {
    /// Specifies the redirect behavior of all requests to a website endpoint of an Amazon S3 bucket.
    RedirectAllRequestsTo;
    required {
        /// Name of the host where requests are redirected.
        host_name: String = "HostName", TEXT;
    }
    optional {
        /// Protocol to use when redirecting requests.
        protocol: Protocol = "Protocol", Kind::Values(Protocol::ALL);
    }
}

object! {
    /// Specifies how requests are redirected.
    RedirectRule;
    required {
    }
    optional {
        /// The host name to use in the redirect request.
        host_name: String = "HostName", TEXT;
        /// The HTTP redirect code to use on the response.
        http_redirect_code: String = "HttpRedirectCode", TEXT;
        /// Protocol to use when redirecting requests.
        protocol: Protocol = "Protocol", Kind::Values(Protocol::ALL);
        /// The object key prefix to use in the redirect request.
        replace_key_prefix_with: String = "ReplaceKeyPrefixWith", TEXT;
        /// The specific object key to use in the redirect request.
        replace_key_with: String = "ReplaceKeyWith", TEXT;
    }
}

object! {
    /// A filter that you can specify for selection for modifications on replicas.
    ReplicaModifications;
    required {
        /// Specifies whether Amazon S3 replicates modifications on replicas.
        status: Status = "Status", Kind::Values(Status::ALL);
    }
    optional {
    }
}

object! {
    /// A container for replication rules.
    ReplicationConfiguration;
    required {
        /// The Amazon Resource Name (ARN) of the AWS Identity and Access Management (IAM) role that Amazon S3 assumes when replicating objects.
        role: String = "Role", TEXT;
        /// A container for one or more replication rules.
        rules: Vec<ReplicationRule> = "Rules", Kind::List(&Kind::Object(ReplicationRule::object_schema), 0, usize::MAX, true);
    }
    optional {
    }
}

object! {
    /// A container for information about the replication destination and its configurations including enabling the S3 Replication Time Control (S3 RTC).
    ReplicationDestination;
    required {
        /// The Amazon Resource Name (ARN) of the bucket where you want Amazon S3 to store the results.
        bucket: String = "Bucket", TEXT;
    }
    optional {
        /// Specify this only in a cross-account scenario (where source and destination bucket owners are not the same), and you want to change replica ownership to the …
        access_control_translation: AccessControlTranslation = "AccessControlTranslation", Kind::Object(AccessControlTranslation::object_schema);
        /// Destination bucket owner account ID.
        account: String = "Account", TEXT;
        /// Specifies encryption-related information.
        encryption_configuration: EncryptionConfiguration = "EncryptionConfiguration", Kind::Object(EncryptionConfiguration::object_schema);
        /// A container specifying replication metrics-related settings enabling replication metrics and events.
        metrics: Metrics = "Metrics", Kind::Object(Metrics::object_schema);
        /// A container specifying S3 Replication Time Control (S3 RTC), including whether S3 RTC is enabled and the time when all objects and operations on objects must …
        replication_time: ReplicationTime = "ReplicationTime", Kind::Object(ReplicationTime::object_schema);
        /// The storage class to use when replicating objects, such as S3 Standard or reduced redundancy.
        storage_class: ReplicationDestinationStorageClass = "StorageClass", Kind::Values(ReplicationDestinationStorageClass::ALL);
    }
}

object! {
    /// Specifies which Amazon S3 objects to replicate and where to store the replicas.
    ReplicationRule;
    required {
        /// A container for information about the replication destination and its configurations including enabling the S3 Replication Time Control (S3 RTC).
        destination: ReplicationDestination = "Destination", Kind::Object(ReplicationDestination::object_schema);
        /// Specifies whether the rule is enabled.
        status: Status = "Status", Kind::Values(Status::ALL);
    }
    optional {
        /// Specifies whether Amazon S3 replicates delete markers.
        delete_marker_replication: DeleteMarkerReplication = "DeleteMarkerReplication", Kind::Object(DeleteMarkerReplication::object_schema);
        /// A filter that identifies the subset of objects to which the replication rule applies.
        filter: ReplicationRuleFilter = "Filter", Kind::Object(ReplicationRuleFilter::object_schema);
        /// A unique identifier for the rule.
        ///
        /// 0 to 255 characters.
        id: String = "Id", Kind::Text(0, 255, None);
        /// An object key name prefix that identifies the object or objects to which the rule applies.
        ///
        /// 0 to 1024 characters.
        prefix: String = "Prefix", Kind::Text(0, 1024, None);
        /// The priority indicates which rule has precedence whenever two or more replication rules conflict.
        priority: Int = "Priority", INTEGER;
        /// A container that describes additional filters for identifying the source objects that you want to replicate.
        source_selection_criteria: SourceSelectionCriteria = "SourceSelectionCriteria", Kind::Object(SourceSelectionCriteria::object_schema);
    }
}

object! {
    /// A container for specifying rule filters.
    ReplicationRuleAndOperator;
    required {
    }
    optional {
        /// An object key name prefix that identifies the subset of objects to which the rule applies.
        prefix: String = "Prefix", TEXT;
        /// An array of tags containing key and value pairs.
        tag_filters: Vec<TagFilter> = "TagFilters", Kind::List(&Kind::Object(TagFilter::object_schema), 0, usize::MAX, true);
    }
}

object! {
    /// A filter that identifies the subset of objects to which the replication rule applies.
    ReplicationRuleFilter;
    required {
    }
    optional {
        /// A container for specifying rule filters.
        and: ReplicationRuleAndOperator = "And", Kind::Object(ReplicationRuleAndOperator::object_schema);
        /// An object key name prefix that identifies the subset of objects to which the rule applies. ) Replacement must be made for object keys containing special …
        prefix: String = "Prefix", TEXT;
        /// A container for specifying a tag key and value.
        tag_filter: TagFilter = "TagFilter", Kind::Object(TagFilter::object_schema);
    }
}

object! {
    /// A container specifying S3 Replication Time Control (S3 RTC) related information, including whether S3 RTC is enabled and the time when all objects and …
    ReplicationTime;
    required {
        /// Specifies whether the replication time is enabled.
        status: Status = "Status", Kind::Values(Status::ALL);
        /// A container specifying the time by which replication should be complete for all objects and operations on objects.
        time: ReplicationTimeValue = "Time", Kind::Object(ReplicationTimeValue::object_schema);
    }
    optional {
    }
}

object! {
    /// A container specifying the time value for S3 Replication Time Control (S3 RTC) and replication metrics `EventThreshold`.
    ReplicationTimeValue;
    required {
        /// Contains an integer specifying time in minutes.
        minutes: Int = "Minutes", INTEGER;
    }
    optional {
    }
}

object! {
    /// Specifies the redirect behavior and when a redirect is applied.
    RoutingRule;
    required {
        /// Container for redirect information.
        redirect_rule: RedirectRule = "RedirectRule", Kind::Object(RedirectRule::object_schema);
    }
    optional {
        /// A container for describing a condition that must be met for the specified redirect to apply.
        routing_rule_condition: RoutingRuleCondition = "RoutingRuleCondition", Kind::Object(RoutingRuleCondition::object_schema);
    }
}

object! {
    /// A container for describing a condition that must be met for the specified redirect to apply.
    RoutingRuleCondition;
    required {
    }
    optional {
        /// The HTTP error code when the redirect is applied.
        http_error_code_returned_equals: String = "HttpErrorCodeReturnedEquals", TEXT;
        /// The object key name prefix when the redirect is applied.
        key_prefix_equals: String = "KeyPrefixEquals", TEXT;
    }
}

object! {
    /// Specifies lifecycle rules for an Amazon S3 bucket.
    Rule;
    required {
        /// If `Enabled`, the rule is currently being applied.
        status: Status = "Status", Kind::Values(Status::ALL);
    }
    optional {
        /// Specifies a lifecycle rule that stops incomplete multipart uploads to an Amazon S3 bucket.
        abort_incomplete_multipart_upload: AbortIncompleteMultipartUpload = "AbortIncompleteMultipartUpload", Kind::Object(AbortIncompleteMultipartUpload::object_schema);
        /// Indicates when objects are deleted from Amazon S3 and Amazon S3 Glacier.
        expiration_date: String = "ExpirationDate", Kind::Text(0, usize::MAX, Some(r"^(\d{4})-(0[0-9]|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-4]):([0-5]\d):([0-6]\d)((\.\d{3})?)Z$"));
        /// Indicates the number of days after creation when objects are deleted from Amazon S3 and Amazon S3 Glacier.
        expiration_in_days: Int = "ExpirationInDays", INTEGER;
        /// Indicates whether Amazon S3 will remove a delete marker without any noncurrent versions.
        expired_object_delete_marker: bool = "ExpiredObjectDeleteMarker", Kind::Bool;
        /// Unique identifier for the rule.
        ///
        /// 0 to 255 characters.
        id: String = "Id", Kind::Text(0, 255, None);
        /// Specifies when noncurrent object versions expire.
        noncurrent_version_expiration: NoncurrentVersionExpiration = "NoncurrentVersionExpiration", Kind::Object(NoncurrentVersionExpiration::object_schema);
        /// (Deprecated.) For buckets with versioning enabled (or suspended), specifies the time, in days, between when a new version of the object is uploaded to the …
        noncurrent_version_expiration_in_days: Int = "NoncurrentVersionExpirationInDays", INTEGER;
        /// (Deprecated.) For buckets with versioning enabled (or suspended), specifies when non-current objects transition to a specified storage class.
        noncurrent_version_transition: NoncurrentVersionTransition = "NoncurrentVersionTransition", Kind::Object(NoncurrentVersionTransition::object_schema);
        /// For buckets with versioning enabled (or suspended), one or more transition rules that specify when non-current objects transition to a specified storage class.
        noncurrent_version_transitions: Vec<NoncurrentVersionTransition> = "NoncurrentVersionTransitions", Kind::List(&Kind::Object(NoncurrentVersionTransition::object_schema), 0, usize::MAX, true);
        /// Specifies the minimum object size in bytes for this rule to apply to.
        ///
        /// 0 to 20 characters.
        object_size_greater_than: String = "ObjectSizeGreaterThan", Kind::Text(0, 20, Some("[0-9]+"));
        /// Specifies the maximum object size in bytes for this rule to apply to.
        ///
        /// 0 to 20 characters.
        object_size_less_than: String = "ObjectSizeLessThan", Kind::Text(0, 20, Some("[0-9]+"));
        /// Object key prefix that identifies one or more objects to which this rule applies. ) Replacement must be made for object keys containing special characters …
        prefix: String = "Prefix", TEXT;
        /// Tags to use to identify a subset of objects to which the lifecycle rule applies.
        tag_filters: Vec<TagFilter> = "TagFilters", Kind::List(&Kind::Object(TagFilter::object_schema), 0, usize::MAX, true);
        /// (Deprecated.) Specifies when an object transitions to a specified storage class.
        transition: Transition = "Transition", Kind::Object(Transition::object_schema);
        /// One or more transition rules that specify when an object transitions to a specified storage class.
        transitions: Vec<Transition> = "Transitions", Kind::List(&Kind::Object(Transition::object_schema), 0, usize::MAX, true);
    }
}

object! {
    /// A container for object key name prefix and suffix filtering rules.
    S3KeyFilter;
    required {
        /// A list of containers for the key-value pair that defines the criteria for the filter rule.
        rules: Vec<FilterRule> = "Rules", Kind::List(&Kind::Object(FilterRule::object_schema), 0, usize::MAX, true);
    }
    optional {
    }
}

object! {
    /// The destination information for a V1 S3 Metadata configuration.
    S3TablesDestination;
    required {
        /// The Amazon Resource Name (ARN) for the table bucket that's specified as the destination in the metadata table configuration.
        table_bucket_arn: String = "TableBucketArn", TEXT;
        /// The name for the metadata table in your metadata table configuration.
        table_name: String = "TableName", TEXT;
    }
    optional {
        /// The Amazon Resource Name (ARN) for the metadata table in the metadata table configuration.
        table_arn: String = "TableArn", TEXT;
        /// The table bucket namespace for the metadata table in your metadata table configuration.
        table_namespace: String = "TableNamespace", TEXT;
    }
}

object! {
    /// Describes the default server-side encryption to apply to new objects in the bucket.
    ServerSideEncryptionByDefault;
    required {
        /// Server-side encryption algorithm to use for the default encryption. ) For directory buckets, there are only two supported values for server-side encryption …
        sse_algorithm: SseAlgorithm = "SSEAlgorithm", Kind::Values(SseAlgorithm::ALL);
    }
    optional {
        /// AWS Key Management Service (KMS) customer managed key ID to use for the default encryption. ) - General purpose buckets - This parameter is allowed if and only …
        kms_master_key_id: String = "KMSMasterKeyID", TEXT;
    }
}

object! {
    /// Specifies the default server-side encryption configuration. ) - General purpose buckets - If you're specifying a customer managed KMS key, we recommend using a …
    ServerSideEncryptionRule;
    required {
    }
    optional {
        /// A bucket-level setting for Amazon S3 general purpose buckets used to prevent the upload of new objects encrypted with the specified server-side encryption type.
        blocked_encryption_types: BlockedEncryptionTypes = "BlockedEncryptionTypes", Kind::Object(BlockedEncryptionTypes::object_schema);
        /// Specifies whether Amazon S3 should use an S3 Bucket Key with server-side encryption using KMS (SSE-KMS) for new objects in the bucket.
        bucket_key_enabled: bool = "BucketKeyEnabled", Kind::Bool;
        /// Specifies the default server-side encryption to apply to new objects in the bucket.
        server_side_encryption_by_default: ServerSideEncryptionByDefault = "ServerSideEncryptionByDefault", Kind::Object(ServerSideEncryptionByDefault::object_schema);
    }
}

object! {
    /// A container that describes additional filters for identifying the source objects that you want to replicate.
    SourceSelectionCriteria;
    required {
    }
    optional {
        /// A filter that you can specify for selection for modifications on replicas.
        replica_modifications: ReplicaModifications = "ReplicaModifications", Kind::Object(ReplicaModifications::object_schema);
        /// A container for filter information for the selection of Amazon S3 objects encrypted with AWS KMS.
        sse_kms_encrypted_objects: SseKmsEncryptedObjects = "SseKmsEncryptedObjects", Kind::Object(SseKmsEncryptedObjects::object_schema);
    }
}

object! {
    /// A container for filter information for the selection of S3 objects encrypted with AWS KMS.
    SseKmsEncryptedObjects;
    required {
        /// Specifies whether Amazon S3 replicates objects created with server-side encryption using an AWS KMS key stored in AWS Key Management Service.
        status: Status = "Status", Kind::Values(Status::ALL);
    }
    optional {
    }
}

object! {
    /// Specifies data related to access patterns to be collected and made available to analyze the tradeoffs between different storage classes for an Amazon S3 bucket.
    StorageClassAnalysis;
    required {
    }
    optional {
        /// Specifies how data related to the storage class analysis for an Amazon S3 bucket should be exported.
        data_export: DataExport = "DataExport", Kind::Object(DataExport::object_schema);
    }
}

object! {
    /// A container of a key value name pair.
    Tag;
    required {
        /// Name of the object key.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// Value of the tag.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
    optional {
    }
}

object! {
    /// Specifies tags to use to identify a subset of objects for an Amazon S3 bucket.
    TagFilter;
    required {
        /// The tag key.
        key: String = "Key", TEXT;
        /// The tag value.
        value: String = "Value", TEXT;
    }
    optional {
    }
}

object! {
    /// Amazon S3 key format for log objects.
    TargetObjectKeyFormat;
    required {
    }
    optional {
        /// Partitioned S3 key for log objects.
        partitioned_prefix: PartitionedPrefix = "PartitionedPrefix", Kind::Object(PartitionedPrefix::object_schema);
        /// To use the simple format for S3 keys for log objects.
        simple_prefix: Json = "SimplePrefix", Kind::Json;
    }
}

object! {
    /// The S3 Intelligent-Tiering storage class is designed to optimize storage costs by automatically moving data to the most cost-effective storage access tier …
    Tiering;
    required {
        /// S3 Intelligent-Tiering access tier.
        access_tier: AccessTier = "AccessTier", Kind::Values(AccessTier::ALL);
        /// The number of consecutive days of no access after which an object will be eligible to be transitioned to the corresponding tier.
        days: Int = "Days", INTEGER;
    }
    optional {
    }
}

object! {
    /// A container for specifying the configuration for publication of messages to an Amazon Simple Notification Service (Amazon SNS) topic when Amazon S3 detects …
    TopicConfiguration;
    required {
        /// The Amazon S3 bucket event about which to send notifications.
        event: String = "Event", TEXT;
        /// The Amazon Resource Name (ARN) of the Amazon SNS topic to which Amazon S3 publishes a message when it detects events of the specified type.
        topic: String = "Topic", TEXT;
    }
    optional {
        /// The filtering rules that determine for which objects to send notifications.
        filter: NotificationFilter = "Filter", Kind::Object(NotificationFilter::object_schema);
    }
}

object! {
    /// Specifies when an object transitions to a specified storage class.
    Transition;
    required {
        /// The storage class to which you want the object to transition.
        storage_class: StorageClass = "StorageClass", Kind::Values(StorageClass::ALL);
    }
    optional {
        /// Indicates when objects are transitioned to the specified storage class.
        transition_date: String = "TransitionDate", Kind::Text(0, usize::MAX, Some(r"^(\d{4})-(0[0-9]|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-4]):([0-5]\d):([0-6]\d)((\.\d{3})?)Z$"));
        /// Indicates the number of days after creation when objects are transitioned to the specified storage class.
        transition_in_days: Int = "TransitionInDays", INTEGER;
    }
}

object! {
    /// Describes the versioning state of an Amazon S3 bucket.
    VersioningConfiguration;
    required {
        /// The versioning state of the bucket.
        status: VersioningConfigurationStatus = "Status", Kind::Values(VersioningConfigurationStatus::ALL);
    }
    optional {
    }
}

object! {
    /// Specifies website configuration parameters for an Amazon S3 bucket.
    WebsiteConfiguration;
    required {
    }
    optional {
        /// The name of the error document for the website.
        error_document: String = "ErrorDocument", TEXT;
        /// The name of the index document for the website.
        index_document: String = "IndexDocument", TEXT;
        /// The redirect behavior for every request to this bucket's website endpoint. ) If you specify this property, you can't specify any other property.
        redirect_all_requests_to: RedirectAllRequestsTo = "RedirectAllRequestsTo", Kind::Object(RedirectAllRequestsTo::object_schema);
        /// Rules that define when a redirect is applied and the redirect behavior.
        routing_rules: Vec<RoutingRule> = "RoutingRules", list(&Kind::Object(RoutingRule::object_schema));
    }
}

values! {
    /// The values of `AbacStatus`.
    AbacStatus {
        Disabled = "Disabled",
        Enabled = "Enabled",
    }
}

values! {
    /// The values of `AccelerationStatus`.
    AccelerationStatus {
        Enabled = "Enabled",
        Suspended = "Suspended",
    }
}

values! {
    /// The values of `AccessControl`.
    AccessControl {
        AuthenticatedRead = "AuthenticatedRead",
        AwsExecRead = "AwsExecRead",
        BucketOwnerFullControl = "BucketOwnerFullControl",
        BucketOwnerRead = "BucketOwnerRead",
        LogDeliveryWrite = "LogDeliveryWrite",
        Private = "Private",
        PublicRead = "PublicRead",
        PublicReadWrite = "PublicReadWrite",
    }
}

values! {
    /// The values of `AccessTier`.
    AccessTier {
        ArchiveAccess = "ARCHIVE_ACCESS",
        DeepArchiveAccess = "DEEP_ARCHIVE_ACCESS",
    }
}

values! {
    /// The values of `AllowedMethods`.
    AllowedMethods {
        Delete = "DELETE",
        Get = "GET",
        Head = "HEAD",
        Post = "POST",
        Put = "PUT",
    }
}

values! {
    /// The values of `BlockedEncryptionTypeList`.
    BlockedEncryptionTypeList {
        None = "NONE",
        SseC = "SSE-C",
    }
}

values! {
    /// The values of `BucketNamespace`.
    BucketNamespace {
        AccountRegional = "account-regional",
        Global = "global",
    }
}

values! {
    /// The values of `ConfigurationState`.
    ConfigurationState {
        Disabled = "DISABLED",
        Enabled = "ENABLED",
    }
}

values! {
    /// The values of `Expiration`.
    Expiration {
        Disabled = "DISABLED",
        Enabled = "ENABLED",
    }
}

values! {
    /// The values of `Format`.
    Format {
        Csv = "CSV",
        Orc = "ORC",
        Parquet = "Parquet",
    }
}

values! {
    /// The values of `IncludedObjectVersions`.
    IncludedObjectVersions {
        All = "All",
        Current = "Current",
    }
}

values! {
    /// The values of `MetadataTableEncryptionConfigurationSseAlgorithm`.
    MetadataTableEncryptionConfigurationSseAlgorithm {
        Aes256 = "AES256",
        AwsKms = "aws:kms",
    }
}

values! {
    /// The values of `Mode`.
    Mode {
        Compliance = "COMPLIANCE",
        Governance = "GOVERNANCE",
    }
}

values! {
    /// The values of `ObjectLockEnabled`.
    ObjectLockEnabled {
        Enabled = "Enabled",
    }
}

values! {
    /// The values of `ObjectOwnership`.
    ObjectOwnership {
        BucketOwnerEnforced = "BucketOwnerEnforced",
        BucketOwnerPreferred = "BucketOwnerPreferred",
        ObjectWriter = "ObjectWriter",
    }
}

values! {
    /// The values of `OptionalFields`.
    OptionalFields {
        BucketKeyStatus = "BucketKeyStatus",
        ChecksumAlgorithm = "ChecksumAlgorithm",
        ETag = "ETag",
        EncryptionStatus = "EncryptionStatus",
        IntelligentTieringAccessTier = "IntelligentTieringAccessTier",
        IntelligentTieringReferenceDate = "IntelligentTieringReferenceDate",
        IsMultipartUploaded = "IsMultipartUploaded",
        LastModifiedDate = "LastModifiedDate",
        LifecycleExpirationDate = "LifecycleExpirationDate",
        ObjectAccessControlList = "ObjectAccessControlList",
        ObjectLockEventHoldDuration = "ObjectLockEventHoldDuration",
        ObjectLockEventHoldStatus = "ObjectLockEventHoldStatus",
        ObjectLockLegalHoldStatus = "ObjectLockLegalHoldStatus",
        ObjectLockMode = "ObjectLockMode",
        ObjectLockRetainUntilDate = "ObjectLockRetainUntilDate",
        ObjectOwner = "ObjectOwner",
        ReplicationStatus = "ReplicationStatus",
        Size = "Size",
        StorageClass = "StorageClass",
    }
}

values! {
    /// The values of `Owner`.
    Owner {
        Destination = "Destination",
    }
}

values! {
    /// The values of `PartitionDateSource`.
    PartitionDateSource {
        DeliveryTime = "DeliveryTime",
        EventTime = "EventTime",
    }
}

values! {
    /// The values of `Protocol`.
    Protocol {
        Http = "http",
        Https = "https",
    }
}

values! {
    /// The values of `ReplicationDestinationStorageClass`.
    ReplicationDestinationStorageClass {
        DeepArchive = "DEEP_ARCHIVE",
        Glacier = "GLACIER",
        GlacierIr = "GLACIER_IR",
        IntelligentTiering = "INTELLIGENT_TIERING",
        OnezoneIa = "ONEZONE_IA",
        ReducedRedundancy = "REDUCED_REDUNDANCY",
        Standard = "STANDARD",
        StandardIa = "STANDARD_IA",
    }
}

values! {
    /// The values of `ScheduleFrequency`.
    ScheduleFrequency {
        Daily = "Daily",
        Weekly = "Weekly",
    }
}

values! {
    /// The values of `SseAlgorithm`.
    SseAlgorithm {
        Aes256 = "AES256",
        AwsKms = "aws:kms",
        AwsKmsDsse = "aws:kms:dsse",
    }
}

values! {
    /// The values of `Status`.
    Status {
        Disabled = "Disabled",
        Enabled = "Enabled",
    }
}

values! {
    /// The values of `StorageClass`.
    StorageClass {
        DeepArchive = "DEEP_ARCHIVE",
        Glacier = "GLACIER",
        GlacierIr = "GLACIER_IR",
        GlacierX = "Glacier",
        IntelligentTiering = "INTELLIGENT_TIERING",
        OnezoneIa = "ONEZONE_IA",
        StandardIa = "STANDARD_IA",
    }
}

values! {
    /// The values of `TableBucketType`.
    TableBucketType {
        Aws = "aws",
        Customer = "customer",
    }
}

values! {
    /// The values of `TransitionDefaultMinimumObjectSize`.
    TransitionDefaultMinimumObjectSize {
        AllStorageClasses128k = "all_storage_classes_128K",
        VariesByStorageClass = "varies_by_storage_class",
    }
}

values! {
    /// The values of `VersioningConfigurationStatus`.
    VersioningConfigurationStatus {
        Enabled = "Enabled",
        Suspended = "Suspended",
    }
}
