// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::DynamoDB::GlobalTable` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::DynamoDB::GlobalTable` resource enables you to create and manage a Version 2019.11.21 global table.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html>
    GlobalTable = "AWS::DynamoDB::GlobalTable";
    required {
        /// Specifies the list of replicas for your global table.
        ///
        /// At least 1 items.
        replicas: Vec<ReplicaSpecification> = "Replicas", Kind::List(&Kind::Object(ReplicaSpecification::object_schema), 1, usize::MAX, true);
    }
    optional {
        /// A list of attributes that describe the key schema for the global table and indexes.
        ///
        /// At least 1 items.
        attribute_definitions: Vec<AttributeDefinition> = "AttributeDefinitions", Kind::List(&Kind::Object(AttributeDefinition::object_schema), 1, usize::MAX, true);
        /// Specifies how you are charged for read and write throughput and how you manage capacity.
        billing_mode: BillingMode = "BillingMode", Kind::Values(BillingMode::ALL);
        /// Global secondary indexes to be created on the global table.
        global_secondary_indexes: Vec<GlobalSecondaryIndex> = "GlobalSecondaryIndexes", Kind::List(&Kind::Object(GlobalSecondaryIndex::object_schema), 0, usize::MAX, true);
        /// `GlobalTableSourceArn`, which AWS's schema does not describe.
        ///
        /// 1 to 1024 characters.
        global_table_source_arn: String = "GlobalTableSourceArn", Kind::Text(1, 1024, None);
        /// The list of witnesses of the MRSC global table.
        ///
        /// 1 to 1 items.
        global_table_witnesses: Vec<GlobalTableWitness> = "GlobalTableWitnesses", Kind::List(&Kind::Object(GlobalTableWitness::object_schema), 1, 1, true);
        /// Specifies the attributes that make up the primary key for the table.
        ///
        /// Changing it replaces the resource.
        key_schema: Vec<KeySchemaItem> = "KeySchema", Kind::List(&Kind::Object(KeySchemaItem::object_schema), 0, usize::MAX, true);
        /// Local secondary indexes to be created on the table.
        ///
        /// Changing it replaces the resource.
        local_secondary_indexes: Vec<LocalSecondaryIndex> = "LocalSecondaryIndexes", Kind::List(&Kind::Object(LocalSecondaryIndex::object_schema), 0, usize::MAX, true);
        /// Specifies the consistency mode for a new global table.
        multi_region_consistency: MultiRegionConsistency = "MultiRegionConsistency", Kind::Values(MultiRegionConsistency::ALL);
        /// `ReadOnDemandThroughputSettings`, which AWS's schema does not describe.
        read_on_demand_throughput_settings: ReadOnDemandThroughputSettings = "ReadOnDemandThroughputSettings", Kind::Object(ReadOnDemandThroughputSettings::object_schema);
        /// `ReadProvisionedThroughputSettings`, which AWS's schema does not describe.
        read_provisioned_throughput_settings: GlobalReadProvisionedThroughputSettings = "ReadProvisionedThroughputSettings", Kind::Object(GlobalReadProvisionedThroughputSettings::object_schema);
        /// Specifies the settings to enable server-side encryption.
        sse_specification: SseSpecification = "SSESpecification", Kind::Object(SseSpecification::object_schema);
        /// Specifies the streams settings on your global table.
        stream_specification: StreamSpecification = "StreamSpecification", Kind::Object(StreamSpecification::object_schema);
        /// A name for the global table.
        ///
        /// 1 to 1024 characters. Changing it replaces the resource.
        table_name: String = "TableName", Kind::Text(1, 1024, None);
        /// `TableType`, which AWS's schema does not describe.
        table_type: TableType = "TableType", Kind::Values(TableType::ALL);
        /// Specifies the time to live (TTL) settings for the table.
        time_to_live_specification: TimeToLiveSpecification = "TimeToLiveSpecification", Kind::Object(TimeToLiveSpecification::object_schema);
        /// `VectorIndexes`, which AWS's schema does not describe.
        ///
        /// At least 1 items.
        vector_indexes: Vec<VectorIndex> = "VectorIndexes", Kind::List(&Kind::Object(VectorIndex::object_schema), 1, usize::MAX, true);
        /// Provides visibility into the number of read and write operations your table or secondary index can instantaneously support.
        warm_throughput: WarmThroughput = "WarmThroughput", Kind::Object(WarmThroughput::object_schema);
        /// Sets the write request settings for a global table or a global secondary index.
        write_on_demand_throughput_settings: WriteOnDemandThroughputSettings = "WriteOnDemandThroughputSettings", Kind::Object(WriteOnDemandThroughputSettings::object_schema);
        /// Specifies an auto scaling policy for write capacity.
        write_provisioned_throughput_settings: WriteProvisionedThroughputSettings = "WriteProvisionedThroughputSettings", Kind::Object(WriteProvisionedThroughputSettings::object_schema);
    }
    attributes {
        /// The Amazon Resource Name (ARN) of the DynamoDB table, such as `arn:aws:dynamodb:us-east-2:123456789012:table/myDynamoDBTable`.
        arn: Arn<GlobalTable> = "Arn";
        /// The ARN of the DynamoDB stream, such as …
        stream_arn: String = "StreamArn";
        /// Unique identifier for the table, such as `a123b456-01ab-23cd-123a-111222aaabbb`.
        table_id: String = "TableId";
    }
    replaces ["KeySchema", "LocalSecondaryIndexes", "TableName"]
    may_replace ["GlobalTableSourceArn"]
}

object! {
    /// Represents an attribute for describing the schema for the table and indexes.
    AttributeDefinition;
    required {
        /// A name for the attribute.
        ///
        /// 1 to 255 characters.
        attribute_name: String = "AttributeName", Kind::Text(1, 255, None);
        /// The data type for the attribute, where: - `S` - the attribute is of type String - `N` - the attribute is of type Number - `B` - the attribute is of type Binary.
        attribute_type: AttributeType = "AttributeType", Kind::Values(AttributeType::ALL);
    }
    optional {
    }
}

object! {
    /// Configures a scalable target and an autoscaling policy for a table or global secondary index's read or write capacity.
    CapacityAutoScalingSettings;
    required {
        /// The maximum provisioned capacity units for the global table.
        ///
        /// At least 1.
        max_capacity: Int<1> = "MaxCapacity", Kind::Integer(1, i64::MAX);
        /// The minimum provisioned capacity units for the global table.
        ///
        /// At least 1.
        min_capacity: Int<1> = "MinCapacity", Kind::Integer(1, i64::MAX);
        /// Defines a target tracking scaling policy.
        target_tracking_scaling_policy_configuration: TargetTrackingScalingPolicyConfiguration = "TargetTrackingScalingPolicyConfiguration", Kind::Object(TargetTrackingScalingPolicyConfiguration::object_schema);
    }
    optional {
        /// When switching billing mode from `PAY_PER_REQUEST` to `PROVISIONED`, DynamoDB requires you to specify read and write capacity unit values for the table and for …
        ///
        /// At least 1.
        seed_capacity: Int<1> = "SeedCapacity", Kind::Integer(1, i64::MAX);
    }
}

object! {
    /// Configures contributor insights settings for a replica or one of its indexes.
    ContributorInsightsSpecification;
    required {
        /// Indicates whether CloudWatch Contributor Insights are to be enabled (true) or disabled (false).
        enabled: bool = "Enabled", Kind::Bool;
    }
    optional {
        /// Specifies the CloudWatch Contributor Insights mode for a global table.
        mode: Mode = "Mode", Kind::Values(Mode::ALL);
    }
}

object! {
    /// `GlobalReadProvisionedThroughputSettings`, which AWS's schema does not describe.
    GlobalReadProvisionedThroughputSettings;
    required {
    }
    optional {
        /// `ReadCapacityUnits`, which AWS's schema does not describe.
        ///
        /// At least 1.
        read_capacity_units: Int<1> = "ReadCapacityUnits", Kind::Integer(1, i64::MAX);
    }
}

object! {
    /// Allows you to specify a global secondary index for the global table.
    GlobalSecondaryIndex;
    required {
        /// The name of the global secondary index.
        ///
        /// 3 to 255 characters.
        index_name: String = "IndexName", Kind::Text(3, 255, Some("^[a-zA-Z0-9_.-]+$"));
        /// The complete key schema for a global secondary index, which consists of one or more pairs of attribute names and key types: - `HASH` - partition key - `RANGE` …
        ///
        /// At least 1 items.
        key_schema: Vec<KeySchemaItem> = "KeySchema", Kind::List(&Kind::Object(KeySchemaItem::object_schema), 1, usize::MAX, true);
        /// Represents attributes that are copied (projected) from the table into the global secondary index.
        projection: Projection = "Projection", Kind::Object(Projection::object_schema);
    }
    optional {
        /// `ReadOnDemandThroughputSettings`, which AWS's schema does not describe.
        read_on_demand_throughput_settings: ReadOnDemandThroughputSettings = "ReadOnDemandThroughputSettings", Kind::Object(ReadOnDemandThroughputSettings::object_schema);
        /// `ReadProvisionedThroughputSettings`, which AWS's schema does not describe.
        read_provisioned_throughput_settings: GlobalReadProvisionedThroughputSettings = "ReadProvisionedThroughputSettings", Kind::Object(GlobalReadProvisionedThroughputSettings::object_schema);
        /// Represents the warm throughput value (in read units per second and write units per second) for the specified secondary index.
        warm_throughput: WarmThroughput = "WarmThroughput", Kind::Object(WarmThroughput::object_schema);
        /// Sets the write request settings for a global table or a global secondary index.
        write_on_demand_throughput_settings: WriteOnDemandThroughputSettings = "WriteOnDemandThroughputSettings", Kind::Object(WriteOnDemandThroughputSettings::object_schema);
        /// Defines write capacity settings for the global secondary index.
        write_provisioned_throughput_settings: WriteProvisionedThroughputSettings = "WriteProvisionedThroughputSettings", Kind::Object(WriteProvisionedThroughputSettings::object_schema);
    }
}

object! {
    /// The witness Region for the MRSC global table.
    GlobalTableWitness;
    required {
    }
    optional {
        /// The name of the AWS Region that serves as a witness for the MRSC global table.
        region: String = "Region", TEXT;
    }
}

object! {
    /// `KeySchemaItem`, which AWS's schema does not describe.
    KeySchemaItem;
    required {
        /// `AttributeName`, which AWS's schema does not describe.
        ///
        /// 1 to 255 characters.
        attribute_name: String = "AttributeName", Kind::Text(1, 255, None);
        /// `KeyType`, which AWS's schema does not describe.
        key_type: KeyType = "KeyType", Kind::Values(KeyType::ALL);
    }
    optional {
    }
}

object! {
    /// The Kinesis Data Streams configuration for the specified global table replica.
    KinesisStreamSpecification;
    required {
        /// The ARN for a specific Kinesis data stream.
        stream_arn: String = "StreamArn", TEXT;
    }
    optional {
        /// The precision for the time and date that the stream was created.
        approximate_creation_date_time_precision: ApproximateCreationDateTimePrecision = "ApproximateCreationDateTimePrecision", Kind::Values(ApproximateCreationDateTimePrecision::ALL);
    }
}

object! {
    /// Represents the properties of a local secondary index.
    LocalSecondaryIndex;
    required {
        /// The name of the local secondary index.
        ///
        /// 3 to 255 characters.
        index_name: String = "IndexName", Kind::Text(3, 255, Some("^[a-zA-Z0-9_.-]+$"));
        /// The complete key schema for the local secondary index, consisting of one or more pairs of attribute names and key types: - `HASH` - partition key - `RANGE` - …
        key_schema: Vec<KeySchemaItem> = "KeySchema", Kind::List(&Kind::Object(KeySchemaItem::object_schema), 0, usize::MAX, true);
        /// Represents attributes that are copied (projected) from the table into the local secondary index.
        projection: Projection = "Projection", Kind::Object(Projection::object_schema);
    }
    optional {
    }
}

object! {
    /// Represents the settings used to enable point in time recovery.
    PointInTimeRecoverySpecification;
    required {
    }
    optional {
        /// Indicates whether point in time recovery is enabled (true) or disabled (false) on the table.
        point_in_time_recovery_enabled: bool = "PointInTimeRecoveryEnabled", Kind::Bool;
        /// The number of preceding days for which continuous backups are taken and maintained.
        ///
        /// 1 to 35.
        recovery_period_in_days: Int<1, 35> = "RecoveryPeriodInDays", Kind::Integer(1, 35);
    }
}

object! {
    /// Represents attributes that are copied (projected) from the table into an index.
    Projection;
    required {
    }
    optional {
        /// Represents the non-key attribute names which will be projected into the index.
        ///
        /// 0 to 20 items.
        non_key_attributes: Vec<String> = "NonKeyAttributes", Kind::List(&Kind::Text(1, 255, None), 0, 20, true);
        /// The set of attributes that are projected into the index: - `KEYS_ONLY` - Only the index and primary keys are projected into the index. - `INCLUDE` - In …
        projection_type: ProjectionType = "ProjectionType", Kind::Values(ProjectionType::ALL);
    }
}

object! {
    /// Sets the read request settings for a replica table or a replica global secondary index.
    ReadOnDemandThroughputSettings;
    required {
    }
    optional {
        /// Maximum number of read request units for the specified replica of a global table.
        ///
        /// At least 1.
        max_read_request_units: Int<1> = "MaxReadRequestUnits", Kind::Integer(1, i64::MAX);
    }
}

object! {
    /// Allows you to specify the read capacity settings for a replica table or a replica global secondary index when the `BillingMode` is set to `PROVISIONED`.
    ReadProvisionedThroughputSettings;
    required {
    }
    optional {
        /// Specifies auto scaling settings for the replica table or global secondary index.
        read_capacity_auto_scaling_settings: CapacityAutoScalingSettings = "ReadCapacityAutoScalingSettings", Kind::Object(CapacityAutoScalingSettings::object_schema);
        /// Specifies a fixed read capacity for the replica table or global secondary index.
        ///
        /// At least 1.
        read_capacity_units: Int<1> = "ReadCapacityUnits", Kind::Integer(1, i64::MAX);
    }
}

object! {
    /// Represents the properties of a global secondary index that can be set on a per-replica basis.
    ReplicaGlobalSecondaryIndexSpecification;
    required {
        /// The name of the global secondary index.
        ///
        /// 3 to 255 characters.
        index_name: String = "IndexName", Kind::Text(3, 255, None);
    }
    optional {
        /// Updates the status for contributor insights for a specific table or index.
        contributor_insights_specification: ContributorInsightsSpecification = "ContributorInsightsSpecification", Kind::Object(ContributorInsightsSpecification::object_schema);
        /// Sets the read request settings for a replica global secondary index.
        read_on_demand_throughput_settings: ReadOnDemandThroughputSettings = "ReadOnDemandThroughputSettings", Kind::Object(ReadOnDemandThroughputSettings::object_schema);
        /// Allows you to specify the read capacity settings for a replica global secondary index when the `BillingMode` is set to `PROVISIONED`.
        read_provisioned_throughput_settings: ReadProvisionedThroughputSettings = "ReadProvisionedThroughputSettings", Kind::Object(ReadProvisionedThroughputSettings::object_schema);
    }
}

object! {
    /// Defines settings specific to a single replica of a global table.
    ReplicaSpecification;
    required {
        /// The region in which this replica exists.
        region: String = "Region", TEXT;
    }
    optional {
        /// The settings used to enable or disable CloudWatch Contributor Insights for the specified replica.
        contributor_insights_specification: ContributorInsightsSpecification = "ContributorInsightsSpecification", Kind::Object(ContributorInsightsSpecification::object_schema);
        /// Determines if a replica is protected from deletion.
        deletion_protection_enabled: bool = "DeletionProtectionEnabled", Kind::Bool;
        /// `DisassociationProtectionEnabled`, which AWS's schema does not describe.
        disassociation_protection_enabled: bool = "DisassociationProtectionEnabled", Kind::Bool;
        /// Defines additional settings for the global secondary indexes of this replica.
        global_secondary_indexes: Vec<ReplicaGlobalSecondaryIndexSpecification> = "GlobalSecondaryIndexes", Kind::List(&Kind::Object(ReplicaGlobalSecondaryIndexSpecification::object_schema), 0, usize::MAX, true);
        /// `GlobalTableSettingsReplicationMode`, which AWS's schema does not describe.
        global_table_settings_replication_mode: GlobalTableSettingsReplicationMode = "GlobalTableSettingsReplicationMode", Kind::Values(GlobalTableSettingsReplicationMode::ALL);
        /// Defines the Kinesis Data Streams configuration for the specified replica.
        kinesis_stream_specification: KinesisStreamSpecification = "KinesisStreamSpecification", Kind::Object(KinesisStreamSpecification::object_schema);
        /// The settings used to enable point in time recovery.
        point_in_time_recovery_specification: PointInTimeRecoverySpecification = "PointInTimeRecoverySpecification", Kind::Object(PointInTimeRecoverySpecification::object_schema);
        /// Sets read request settings for the replica table.
        read_on_demand_throughput_settings: ReadOnDemandThroughputSettings = "ReadOnDemandThroughputSettings", Kind::Object(ReadOnDemandThroughputSettings::object_schema);
        /// Defines read capacity settings for the replica table.
        read_provisioned_throughput_settings: ReadProvisionedThroughputSettings = "ReadProvisionedThroughputSettings", Kind::Object(ReadProvisionedThroughputSettings::object_schema);
        /// Represents the DynamoDB Streams configuration for a global table replica.
        replica_stream_specification: ReplicaStreamSpecification = "ReplicaStreamSpecification", Kind::Object(ReplicaStreamSpecification::object_schema);
        /// A resource-based policy document that contains permissions to add to the specified replica of a DynamoDB global table.
        resource_policy: ResourcePolicy = "ResourcePolicy", Kind::Object(ResourcePolicy::object_schema);
        /// Allows you to specify a customer-managed key for the replica.
        sse_specification: ReplicaSseSpecification = "SSESpecification", Kind::Object(ReplicaSseSpecification::object_schema);
        /// The table class of the specified table.
        table_class: String = "TableClass", TEXT;
        /// An array of key-value pairs to apply to this replica.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, usize::MAX, true);
    }
}

object! {
    /// Allows you to specify a KMS key identifier to be used for server-side encryption.
    ReplicaSseSpecification;
    required {
        /// The AWS key that should be used for the AWS encryption.
        kms_master_key_id: String = "KMSMasterKeyId", TEXT;
    }
    optional {
    }
}

object! {
    /// Represents the DynamoDB Streams configuration for a global table replica.
    ReplicaStreamSpecification;
    required {
    }
    optional {
        /// A resource-based policy document that contains the permissions for the specified stream of a DynamoDB global table replica.
        resource_policy: ResourcePolicy = "ResourcePolicy", Kind::Object(ResourcePolicy::object_schema);
        /// `Tags`, which AWS's schema does not describe.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, usize::MAX, true);
    }
}

object! {
    /// Creates or updates a resource-based policy document that contains the permissions for DynamoDB resources, such as a table, its indexes, and stream.
    ResourcePolicy;
    required {
        /// A resource-based policy document that contains permissions to add to the specified DynamoDB table, its indexes, and stream.
        policy_document: Json = "PolicyDocument", Kind::Json;
    }
    optional {
    }
}

object! {
    /// `SearchSchemaElement`, which AWS's schema does not describe.
    SearchSchemaElement;
    required {
        /// `AttributeName`, which AWS's schema does not describe.
        ///
        /// 0 to 65535 characters.
        attribute_name: String = "AttributeName", Kind::Text(0, 65535, None);
        /// `SearchSchemaElementType`, which AWS's schema does not describe.
        search_schema_element_type: SearchSchemaElementType = "SearchSchemaElementType", Kind::Values(SearchSchemaElementType::ALL);
    }
    optional {
    }
}

object! {
    /// Represents the settings used to enable server-side encryption.
    SseSpecification;
    required {
        /// Indicates whether server-side encryption is performed using an AWS managed key or an AWS owned key.
        sse_enabled: bool = "SSEEnabled", Kind::Bool;
    }
    optional {
        /// Server-side encryption type.
        sse_type: SseType = "SSEType", Kind::Values(SseType::ALL);
    }
}

object! {
    /// Represents the DynamoDB Streams configuration for a table in DynamoDB.
    StreamSpecification;
    required {
        /// When an item in the table is modified, `StreamViewType` determines what information is written to the stream for this table.
        stream_view_type: StreamViewType = "StreamViewType", Kind::Values(StreamViewType::ALL);
    }
    optional {
    }
}

object! {
    /// `Tag`, which AWS's schema does not describe.
    Tag;
    required {
        /// `Key`, which AWS's schema does not describe.
        key: String = "Key", TEXT;
        /// `Value`, which AWS's schema does not describe.
        value: String = "Value", TEXT;
    }
    optional {
    }
}

object! {
    /// Defines a target tracking scaling policy.
    TargetTrackingScalingPolicyConfiguration;
    required {
        /// Defines a target value for the scaling policy.
        target_value: f64 = "TargetValue", NUMBER;
    }
    optional {
        /// Indicates whether scale in by the target tracking scaling policy is disabled.
        disable_scale_in: bool = "DisableScaleIn", Kind::Bool;
        /// The amount of time, in seconds, after a scale-in activity completes before another scale-in activity can start.
        ///
        /// At least 0.
        scale_in_cooldown: Int<0> = "ScaleInCooldown", Kind::Integer(0, i64::MAX);
        /// The amount of time, in seconds, after a scale-out activity completes before another scale-out activity can start.
        ///
        /// At least 0.
        scale_out_cooldown: Int<0> = "ScaleOutCooldown", Kind::Integer(0, i64::MAX);
    }
}

object! {
    /// Represents the settings used to enable or disable Time to Live (TTL) for the specified table.
    TimeToLiveSpecification;
    required {
        /// Indicates whether TTL is to be enabled (true) or disabled (false) on the table.
        enabled: bool = "Enabled", Kind::Bool;
    }
    optional {
        /// The name of the attribute used to store the expiration time for items in the table.
        attribute_name: String = "AttributeName", TEXT;
    }
}

object! {
    /// `VectorAttribute`, which AWS's schema does not describe.
    VectorAttribute;
    required {
        /// `AttributeName`, which AWS's schema does not describe.
        ///
        /// 1 to 255 characters.
        attribute_name: String = "AttributeName", Kind::Text(1, 255, None);
    }
    optional {
    }
}

object! {
    /// `VectorIndex`, which AWS's schema does not describe.
    VectorIndex;
    required {
        /// `Dimensions`, which AWS's schema does not describe.
        ///
        /// 1 to 4096.
        dimensions: Int<1, 4096> = "Dimensions", Kind::Integer(1, 4096);
        /// `DistanceFunction`, which AWS's schema does not describe.
        distance_function: DistanceFunction = "DistanceFunction", Kind::Values(DistanceFunction::ALL);
        /// `IndexName`, which AWS's schema does not describe.
        ///
        /// 3 to 255 characters.
        index_name: String = "IndexName", Kind::Text(3, 255, Some("^[a-zA-Z0-9_.-]+$"));
        /// `Projection`, which AWS's schema does not describe.
        projection: Projection = "Projection", Kind::Object(Projection::object_schema);
        /// `VectorAttribute`, which AWS's schema does not describe.
        vector_attribute: VectorAttribute = "VectorAttribute", Kind::Object(VectorAttribute::object_schema);
    }
    optional {
        /// `SearchSchema`, which AWS's schema does not describe.
        ///
        /// At least 1 items.
        search_schema: Vec<SearchSchemaElement> = "SearchSchema", Kind::List(&Kind::Object(SearchSchemaElement::object_schema), 1, usize::MAX, true);
    }
}

object! {
    /// Provides visibility into the number of read and write operations your table or secondary index can instantaneously support.
    WarmThroughput;
    required {
    }
    optional {
        /// Represents the number of read operations your base table can instantaneously support.
        ///
        /// At least 1.
        read_units_per_second: Int<1> = "ReadUnitsPerSecond", Kind::Integer(1, i64::MAX);
        /// Represents the number of write operations your base table can instantaneously support.
        ///
        /// At least 1.
        write_units_per_second: Int<1> = "WriteUnitsPerSecond", Kind::Integer(1, i64::MAX);
    }
}

object! {
    /// Sets the write request settings for a global table or a global secondary index.
    WriteOnDemandThroughputSettings;
    required {
    }
    optional {
        /// Maximum number of write request settings for the specified replica of a global table.
        ///
        /// At least 1.
        max_write_request_units: Int<1> = "MaxWriteRequestUnits", Kind::Integer(1, i64::MAX);
    }
}

object! {
    /// Specifies an auto scaling policy for write capacity.
    WriteProvisionedThroughputSettings;
    required {
    }
    optional {
        /// Specifies auto scaling settings for the replica table or global secondary index.
        write_capacity_auto_scaling_settings: CapacityAutoScalingSettings = "WriteCapacityAutoScalingSettings", Kind::Object(CapacityAutoScalingSettings::object_schema);
    }
}

values! {
    /// The values of `ApproximateCreationDateTimePrecision`.
    ApproximateCreationDateTimePrecision {
        Microsecond = "MICROSECOND",
        Millisecond = "MILLISECOND",
    }
}

values! {
    /// The values of `AttributeType`.
    AttributeType {
        B = "B",
        N = "N",
        S = "S",
    }
}

values! {
    /// The values of `BillingMode`.
    BillingMode {
        PayPerRequest = "PAY_PER_REQUEST",
        Provisioned = "PROVISIONED",
    }
}

values! {
    /// The values of `DistanceFunction`.
    DistanceFunction {
        Cosine = "COSINE",
        DotProduct = "DOT_PRODUCT",
        Euclidean = "EUCLIDEAN",
    }
}

values! {
    /// The values of `GlobalTableSettingsReplicationMode`.
    GlobalTableSettingsReplicationMode {
        Disabled = "DISABLED",
        Enabled = "ENABLED",
    }
}

values! {
    /// The values of `KeyType`.
    KeyType {
        Hash = "HASH",
        Range = "RANGE",
    }
}

values! {
    /// The values of `Mode`.
    Mode {
        AccessedAndThrottledKeys = "ACCESSED_AND_THROTTLED_KEYS",
        ThrottledKeys = "THROTTLED_KEYS",
    }
}

values! {
    /// The values of `MultiRegionConsistency`.
    MultiRegionConsistency {
        Eventual = "EVENTUAL",
        Strong = "STRONG",
    }
}

values! {
    /// The values of `ProjectionType`.
    ProjectionType {
        All = "ALL",
        Include = "INCLUDE",
        KeysOnly = "KEYS_ONLY",
    }
}

values! {
    /// The values of `SearchSchemaElementType`.
    SearchSchemaElementType {
        Hash = "HASH",
        InlineFilter = "INLINE_FILTER",
    }
}

values! {
    /// The values of `SseType`.
    SseType {
        Kms = "KMS",
    }
}

values! {
    /// The values of `StreamViewType`.
    StreamViewType {
        KeysOnly = "KEYS_ONLY",
        NewAndOldImages = "NEW_AND_OLD_IMAGES",
        NewImage = "NEW_IMAGE",
        OldImage = "OLD_IMAGE",
    }
}

values! {
    /// The values of `TableType`.
    TableType {
        GlobalTableReplica = "GlobalTableReplica",
        Regional = "Regional",
    }
}
