// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::DynamoDB::Table` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::DynamoDB::Table` resource creates a DynamoDB table.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html>
    Table = "AWS::DynamoDB::Table";
    required {
        /// Specifies the attributes that make up the primary key for the table.
        ///
        /// 1 to 2 items. Changing it replaces the resource.
        key_schema: Vec<KeySchemaItem> = "KeySchema", Kind::List(&Kind::Object(KeySchemaItem::object_schema), 1, 2, false);
    }
    optional {
        /// A list of attributes that describe the key schema for the table and indexes.
        attribute_definitions: Vec<AttributeDefinition> = "AttributeDefinitions", Kind::List(&Kind::Object(AttributeDefinition::object_schema), 0, usize::MAX, true);
        /// Specify how you are charged for read and write throughput and how you manage capacity.
        billing_mode: BillingMode = "BillingMode", Kind::Values(BillingMode::ALL);
        /// The settings used to specify whether to enable CloudWatch Contributor Insights for the table and define which events to monitor.
        contributor_insights_specification: ContributorInsightsSpecification = "ContributorInsightsSpecification", Kind::Object(ContributorInsightsSpecification::object_schema);
        /// Determines if a table is protected from deletion.
        deletion_protection_enabled: bool = "DeletionProtectionEnabled", Kind::Bool;
        /// Global secondary indexes to be created on the table.
        global_secondary_indexes: Vec<GlobalSecondaryIndex> = "GlobalSecondaryIndexes", list(&Kind::Object(GlobalSecondaryIndex::object_schema));
        /// Specifies the properties of data being imported from the S3 bucket source to the" table. ) If you specify the `ImportSourceSpecification` property, and also …
        ///
        /// Changing it replaces the resource.
        import_source_specification: ImportSourceSpecification = "ImportSourceSpecification", Kind::Object(ImportSourceSpecification::object_schema);
        /// The Kinesis Data Streams configuration for the specified table.
        kinesis_stream_specification: KinesisStreamSpecification = "KinesisStreamSpecification", Kind::Object(KinesisStreamSpecification::object_schema);
        /// Local secondary indexes to be created on the table.
        local_secondary_indexes: Vec<LocalSecondaryIndex> = "LocalSecondaryIndexes", list(&Kind::Object(LocalSecondaryIndex::object_schema));
        /// Sets the maximum number of read and write units for the specified on-demand table.
        on_demand_throughput: OnDemandThroughput = "OnDemandThroughput", Kind::Object(OnDemandThroughput::object_schema);
        /// The settings used to enable point in time recovery.
        point_in_time_recovery_specification: PointInTimeRecoverySpecification = "PointInTimeRecoverySpecification", Kind::Object(PointInTimeRecoverySpecification::object_schema);
        /// Throughput for the specified table, which consists of values for `ReadCapacityUnits` and `WriteCapacityUnits`.
        provisioned_throughput: ProvisionedThroughput = "ProvisionedThroughput", Kind::Object(ProvisionedThroughput::object_schema);
        /// An AWS resource-based policy document in JSON format that will be attached to the table.
        resource_policy: ResourcePolicy = "ResourcePolicy", Kind::Object(ResourcePolicy::object_schema);
        /// Specifies the settings to enable server-side encryption.
        sse_specification: SseSpecification = "SSESpecification", Kind::Object(SseSpecification::object_schema);
        /// The settings for the DynamoDB table stream, which captures changes to items stored in the table.
        stream_specification: StreamSpecification = "StreamSpecification", Kind::Object(StreamSpecification::object_schema);
        /// The table class of the new table.
        table_class: TableClass = "TableClass", Kind::Values(TableClass::ALL);
        /// A name for the table.
        ///
        /// 1 to 1024 characters. Changing it replaces the resource.
        table_name: String = "TableName", Kind::Text(1, 1024, None);
        /// An array of key-value pairs to apply to this resource.
        tags: Vec<Tag> = "Tags", list(&Kind::Object(Tag::object_schema));
        /// Specifies the Time to Live (TTL) settings for the table. ) For detailed information about the limits in DynamoDB, see Limits in Amazon DynamoDB in the Amazon …
        time_to_live_specification: TimeToLiveSpecification = "TimeToLiveSpecification", Kind::Object(TimeToLiveSpecification::object_schema);
        /// `VectorIndexes`, which AWS's schema does not describe.
        ///
        /// At least 1 items.
        vector_indexes: Vec<VectorIndex> = "VectorIndexes", Kind::List(&Kind::Object(VectorIndex::object_schema), 1, usize::MAX, true);
        /// Represents the warm throughput (in read units per second and write units per second) for creating a table.
        warm_throughput: WarmThroughput = "WarmThroughput", Kind::Object(WarmThroughput::object_schema);
    }
    attributes {
        /// The Amazon Resource Name (ARN) of the DynamoDB table, such as `arn:aws:dynamodb:us-east-2:123456789012:table/myDynamoDBTable`.
        arn: Arn<Table> = "Arn";
        /// The ARN of the DynamoDB stream, such as …
        stream_arn: String = "StreamArn";
    }
    replaces ["ImportSourceSpecification", "KeySchema", "TableName"]
    may_replace []
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
    /// Configures contributor insights settings for a table or one of its indexes.
    ContributorInsightsSpecification;
    required {
        /// Indicates whether CloudWatch Contributor Insights are to be enabled (true) or disabled (false).
        enabled: bool = "Enabled", Kind::Bool;
    }
    optional {
        /// Specifies the CloudWatch Contributor Insights mode for a table.
        mode: Mode = "Mode", Kind::Values(Mode::ALL);
    }
}

object! {
    /// The options for imported source files in CSV format.
    Csv;
    required {
    }
    optional {
        /// The delimiter used for separating items in the CSV file being imported.
        delimiter: String = "Delimiter", TEXT;
        /// List of the headers used to specify a common header for all source CSV files being imported.
        header_list: Vec<String> = "HeaderList", Kind::List(&TEXT, 0, usize::MAX, true);
    }
}

object! {
    /// Represents the properties of a global secondary index.
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
        /// The settings used to specify whether to enable CloudWatch Contributor Insights for the global table and define which events to monitor.
        contributor_insights_specification: ContributorInsightsSpecification = "ContributorInsightsSpecification", Kind::Object(ContributorInsightsSpecification::object_schema);
        /// The maximum number of read and write units for the specified global secondary index.
        on_demand_throughput: OnDemandThroughput = "OnDemandThroughput", Kind::Object(OnDemandThroughput::object_schema);
        /// Represents the provisioned throughput settings for the specified global secondary index.
        provisioned_throughput: ProvisionedThroughput = "ProvisionedThroughput", Kind::Object(ProvisionedThroughput::object_schema);
        /// Represents the warm throughput value (in read units per second and write units per second) for the specified secondary index.
        warm_throughput: WarmThroughput = "WarmThroughput", Kind::Object(WarmThroughput::object_schema);
    }
}

object! {
    /// Specifies the properties of data being imported from the S3 bucket source to the table.
    ImportSourceSpecification;
    required {
        /// The format of the source data.
        input_format: String = "InputFormat", TEXT;
        /// The S3 bucket that provides the source for the import.
        s3_bucket_source: S3BucketSource = "S3BucketSource", Kind::Object(S3BucketSource::object_schema);
    }
    optional {
        /// Type of compression to be used on the input coming from the imported table.
        input_compression_type: String = "InputCompressionType", TEXT;
        /// Additional properties that specify how the input is formatted,.
        input_format_options: InputFormatOptions = "InputFormatOptions", Kind::Object(InputFormatOptions::object_schema);
    }
}

object! {
    /// The format options for the data that was imported into the target table.
    InputFormatOptions;
    required {
    }
    optional {
        /// The options for imported source files in CSV format.
        csv: Csv = "Csv", Kind::Object(Csv::object_schema);
    }
}

object! {
    /// `KeySchemaItem`, which AWS's schema does not describe.
    KeySchemaItem;
    required {
        /// `AttributeName`, which AWS's schema does not describe.
        attribute_name: String = "AttributeName", TEXT;
        /// `KeyType`, which AWS's schema does not describe.
        key_type: String = "KeyType", TEXT;
    }
    optional {
    }
}

object! {
    /// The Kinesis Data Streams configuration for the specified table.
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
    /// Sets the maximum number of read and write units for the specified on-demand table.
    OnDemandThroughput;
    required {
    }
    optional {
        /// Maximum number of read request units for the specified table.
        ///
        /// At least 1.
        max_read_request_units: Int<1> = "MaxReadRequestUnits", Kind::Integer(1, i64::MAX);
        /// Maximum number of write request units for the specified table.
        ///
        /// At least 1.
        max_write_request_units: Int<1> = "MaxWriteRequestUnits", Kind::Integer(1, i64::MAX);
    }
}

object! {
    /// The settings used to enable point in time recovery.
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
        non_key_attributes: Vec<String> = "NonKeyAttributes", list(&Kind::Text(1, 255, None));
        /// The set of attributes that are projected into the index: - `KEYS_ONLY` - Only the index and primary keys are projected into the index. - `INCLUDE` - In …
        projection_type: ProjectionType = "ProjectionType", Kind::Values(ProjectionType::ALL);
    }
}

object! {
    /// Throughput for the specified table, which consists of values for `ReadCapacityUnits` and `WriteCapacityUnits`.
    ProvisionedThroughput;
    required {
        /// The maximum number of strongly consistent reads consumed per second before DynamoDB returns a `ThrottlingException`.
        ///
        /// At least 0.
        read_capacity_units: Int<0> = "ReadCapacityUnits", Kind::Integer(0, i64::MAX);
        /// The maximum number of writes consumed per second before DynamoDB returns a `ThrottlingException`.
        ///
        /// At least 0.
        write_capacity_units: Int<0> = "WriteCapacityUnits", Kind::Integer(0, i64::MAX);
    }
    optional {
    }
}

object! {
    /// Creates or updates a resource-based policy document that contains the permissions for DynamoDB resources, such as a table, its indexes, and stream.
    ResourcePolicy;
    required {
        /// A resource-based policy document that contains permissions to add to the specified DynamoDB table, index, or both.
        policy_document: Json = "PolicyDocument", Kind::Json;
    }
    optional {
    }
}

object! {
    /// The S3 bucket that is being imported from.
    S3BucketSource;
    required {
        /// The S3 bucket that is being imported from.
        s3_bucket: String = "S3Bucket", TEXT;
    }
    optional {
        /// The account number of the S3 bucket that is being imported from.
        s3_bucket_owner: String = "S3BucketOwner", TEXT;
        /// The key prefix shared by all S3 Objects that are being imported.
        s3_key_prefix: String = "S3KeyPrefix", TEXT;
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
        /// Indicates whether server-side encryption is done using an AWS managed key or an AWS owned key.
        sse_enabled: bool = "SSEEnabled", Kind::Bool;
    }
    optional {
        /// The AWS key that should be used for the AWS encryption.
        kms_master_key_id: String = "KMSMasterKeyId", TEXT;
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
        /// Creates or updates a resource-based policy document that contains the permissions for DynamoDB resources, such as a table's streams.
        resource_policy: ResourcePolicy = "ResourcePolicy", Kind::Object(ResourcePolicy::object_schema);
        /// Specifies the tags to apply to the DDB stream.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, usize::MAX, true);
    }
}

object! {
    /// Describes a tag.
    Tag;
    required {
        /// The key of the tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// The value of the tag.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
    optional {
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
        /// The name of the TTL attribute used to store the expiration time for items in the table. ) - The `AttributeName` property is required when enabling the TTL, or …
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
        /// Represents attributes that are copied (projected) from the table into an index.
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
    /// The values of `Mode`.
    Mode {
        AccessedAndThrottledKeys = "ACCESSED_AND_THROTTLED_KEYS",
        ThrottledKeys = "THROTTLED_KEYS",
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
    /// The values of `TableClass`.
    TableClass {
        Standard = "STANDARD",
        StandardInfrequentAccess = "STANDARD_INFREQUENT_ACCESS",
    }
}
