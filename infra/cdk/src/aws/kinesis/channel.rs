// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Kinesis::Channel` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Resource Type definition for AWS::Kinesis::Channel.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesis-channel.html>
    Channel = "AWS::Kinesis::Channel";
    required {
        /// The name of the channel.
        ///
        /// 1 to 128 characters. Changing it replaces the resource.
        channel_name: String = "ChannelName", Kind::Text(1, 128, Some("^[a-zA-Z0-9_.-]+$"));
        /// The ARN of the IAM role that the channel assumes to read from the source stream, deliver records to the destination, and (when enabled) write CloudWatch Logs.
        ///
        /// 1 to 512 characters. Changing it replaces the resource.
        service_execution_role_arn: String = "ServiceExecutionRoleARN", Kind::Text(1, 512, Some(r"^arn:aws[-a-z0-9]*:iam::\d{12}:role/[a-zA-Z_0-9+=,.@\-_/]+$"));
        /// List of stream configurations associated with the channel. v1 supports a single element; the list shape allows future extensibility to fan in from multiple …
        ///
        /// 1 to 10000 items. Changing it replaces the resource.
        stream_configuration_list: Vec<StreamConfiguration> = "StreamConfigurationList", Kind::List(&Kind::Object(StreamConfiguration::object_schema), 1, 10000, false);
    }
    optional {
        /// Server-side encryption configuration for data at rest in the destination.
        ///
        /// Changing it replaces the resource.
        encryption_configuration: EncryptionConfiguration = "EncryptionConfiguration", Kind::Object(EncryptionConfiguration::object_schema);
        /// Configuration for delivering channel operational logs.
        logging_configuration: LoggingConfiguration = "LoggingConfiguration", Kind::Object(LoggingConfiguration::object_schema);
        /// Configuration for delivery to a vanilla S3 bucket destination.
        s3_destination_configuration: S3DestinationConfiguration = "S3DestinationConfiguration", Kind::Object(S3DestinationConfiguration::object_schema);
        /// Configuration for delivery to S3 Tables destinations.
        s3_tables_destination_configuration: S3TablesDestinationConfiguration = "S3TablesDestinationConfiguration", Kind::Object(S3TablesDestinationConfiguration::object_schema);
        /// An arbitrary set of tags (key-value pairs) to associate with the Kinesis channel.
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, false);
    }
    attributes {
        /// The ARN of the channel.
        channel_arn: String = "ChannelARN";
        /// Timestamp of when the channel was created.
        channel_creation_timestamp: String = "ChannelCreationTimestamp";
        /// The service-generated unique identifier for the channel.
        channel_id: String = "ChannelId";
        /// The status of the channel.
        channel_status: String = "ChannelStatus";
    }
    replaces ["ChannelName", "EncryptionConfiguration", "S3DestinationConfiguration/DeadLetterQueueS3Configuration", "S3DestinationConfiguration/StorageConfiguration", "S3TablesDestinationConfiguration/DeadLetterQueueS3Configuration", "S3TablesDestinationConfiguration/S3TablesConfigurationList", "ServiceExecutionRoleARN", "StreamConfigurationList"]
    may_replace []
}

object! {
    /// CloudWatch Logs configuration for the channel.
    CloudWatchLogsConfiguration;
    required {
        /// Whether CloudWatch Logs delivery is enabled.
        enabled: bool = "Enabled", Kind::Bool;
    }
    optional {
        /// The CloudWatch log group name.
        ///
        /// 1 to 512 characters.
        log_group_name: String = "LogGroupName", Kind::Text(1, 512, Some(r"^[\.\-_/#A-Za-z0-9]+$"));
        /// The CloudWatch log stream name.
        ///
        /// 1 to 512 characters.
        log_stream_name: String = "LogStreamName", Kind::Text(1, 512, Some("^[^:*]+$"));
    }
}

object! {
    /// Configuration of the S3 bucket used to capture records that cannot be delivered to the primary destination.
    DeadLetterQueueS3Configuration;
    required {
        /// The ARN of the S3 bucket for storing failed records.
        ///
        /// 1 to 2048 characters.
        bucket_arn: String = "BucketARN", Kind::Text(1, 2048, Some("^arn:aws[-a-z0-9]*:s3:::[a-z0-9._-]{3,63}$"));
        /// The AWS account ID of the expected owner of the dead-letter queue S3 bucket.
        ///
        /// 12 to 12 characters.
        expected_bucket_owner: String = "ExpectedBucketOwner", Kind::Text(12, 12, Some(r"^\d{12}$"));
    }
    optional {
        /// Optional S3 key prefix under which error records are organized.
        ///
        /// 1 to 512 characters.
        error_output_prefix: String = "ErrorOutputPrefix", Kind::Text(1, 512, Some(r"^[0-9A-Za-z!\-_'.*()\/]+$"));
    }
}

object! {
    /// Server-side encryption configuration for data at rest in the destination.
    EncryptionConfiguration;
    required {
        /// The encryption type.
        encryption_type: EncryptionType = "EncryptionType", Kind::Values(EncryptionType::ALL);
        /// The customer-managed AWS KMS key.
        ///
        /// 1 to 2048 characters.
        key_id: String = "KeyId", Kind::Text(1, 2048, None);
    }
    optional {
    }
}

object! {
    /// Configuration for delivering channel operational logs.
    LoggingConfiguration;
    required {
        /// CloudWatch Logs configuration for the channel.
        cloud_watch_logs: CloudWatchLogsConfiguration = "CloudWatchLogs", Kind::Object(CloudWatchLogsConfiguration::object_schema);
    }
    optional {
    }
}

object! {
    /// A single partition field consisting of a transform applied to a source column.
    PartitionField;
    required {
        /// The name of the source column on which the transform is applied.
        ///
        /// 1 to 255 characters.
        source_name: String = "SourceName", Kind::Text(1, 255, Some("^[a-zA-Z0-9._]+$"));
        /// The partitioning transform applied to the SourceName column.
        transform: Transform = "Transform", Kind::Values(Transform::ALL);
    }
    optional {
    }
}

object! {
    /// Partitioning specification for the destination Iceberg table.
    PartitionSpec;
    required {
        /// List of partition fields that define how records are partitioned when written to the destination table.
        ///
        /// 1 to 10 items.
        partition_fields: Vec<PartitionField> = "PartitionFields", Kind::List(&Kind::Object(PartitionField::object_schema), 1, 10, false);
    }
    optional {
    }
}

object! {
    /// The configuration that describes how records on the source stream are encoded.
    RecordConfiguration;
    required {
        /// The format used to interpret records read from the source stream.
        record_format_type: RecordFormatType = "RecordFormatType", Kind::Values(RecordFormatType::ALL);
    }
    optional {
        /// The ARN of the AWS Glue Schema Registry (GSR) schema.
        ///
        /// 1 to 512 characters.
        gsr_schema_arn: String = "GSRSchemaARN", Kind::Text(1, 512, Some(r"^arn:aws[-a-z0-9]*:glue:[-a-z0-9]+:\d{12}:schema/[-a-zA-Z0-9_$#.]+/[-a-zA-Z0-9_$#.]+$"));
    }
}

object! {
    /// Configuration for delivery to a vanilla S3 bucket destination.
    S3DestinationConfiguration;
    required {
        /// S3 storage configuration that describes the destination bucket and how delivered objects are stored.
        storage_configuration: S3StorageConfiguration = "StorageConfiguration", Kind::Object(S3StorageConfiguration::object_schema);
    }
    optional {
        /// The maximum time in seconds the channel buffers records before delivery if the minimum target file size is not reached.
        data_freshness_in_seconds: Int = "DataFreshnessInSeconds", INTEGER;
        /// Configuration of the S3 bucket used to capture records that cannot be delivered to the primary destination.
        dead_letter_queue_s3_configuration: DeadLetterQueueS3Configuration = "DeadLetterQueueS3Configuration", Kind::Object(DeadLetterQueueS3Configuration::object_schema);
    }
}

object! {
    /// S3 storage configuration that describes the destination bucket and how delivered objects are stored.
    S3StorageConfiguration;
    required {
        /// The ARN of the S3 bucket for record delivery.
        ///
        /// 1 to 2048 characters.
        bucket_arn: String = "BucketARN", Kind::Text(1, 2048, Some("^arn:aws[-a-z0-9]*:s3:::[a-z0-9._-]{3,63}$"));
        /// The compression algorithm applied to delivered objects.
        compression_type: CompressionType = "CompressionType", Kind::Values(CompressionType::ALL);
        /// The AWS account ID of the expected owner of the destination S3 bucket.
        ///
        /// 12 to 12 characters.
        expected_bucket_owner: String = "ExpectedBucketOwner", Kind::Text(12, 12, Some(r"^\d{12}$"));
    }
    optional {
        /// Optional template for the S3 object key path.
        ///
        /// 1 to 1024 characters.
        output_key_template: String = "OutputKeyTemplate", Kind::Text(1, 1024, Some(r"^[0-9A-Za-z!\-_'.*()\/=:{}]+$"));
        /// The S3 storage class for delivered objects.
        storage_class: StorageClass = "StorageClass", Kind::Values(StorageClass::ALL);
    }
}

object! {
    /// An S3 Tables destination including its table bucket, namespace, table name, and partition spec.
    S3TableConfiguration;
    required {
        /// The compression algorithm applied to objects delivered to the S3 Tables destination.
        compression_type: S3TableConfigurationCompressionType = "CompressionType", Kind::Values(S3TableConfigurationCompressionType::ALL);
        /// The name of the S3 Tables namespace that contains the destination table.
        ///
        /// 1 to 255 characters.
        namespace: String = "Namespace", Kind::Text(1, 255, Some("^[0-9a-z_]+$"));
        /// The ARN of the S3 Tables table bucket for record delivery.
        ///
        /// 1 to 2048 characters.
        table_bucket_arn: String = "TableBucketARN", Kind::Text(1, 2048, Some("^arn:aws[-a-z0-9]*:s3tables:[-a-z0-9]+:[0-9]{12}:bucket/[a-z0-9_-]{3,63}$"));
        /// The name of the destination S3 Tables table.
        ///
        /// 1 to 255 characters.
        table_name: String = "TableName", Kind::Text(1, 255, Some("^[0-9a-z_]+$"));
    }
    optional {
        /// Partitioning specification for the destination Iceberg table.
        partition_spec: PartitionSpec = "PartitionSpec", Kind::Object(PartitionSpec::object_schema);
    }
}

object! {
    /// Configuration for delivery to S3 Tables destinations.
    S3TablesDestinationConfiguration;
    required {
        /// Configuration of the S3 bucket used to capture records that cannot be delivered to the primary destination.
        dead_letter_queue_s3_configuration: DeadLetterQueueS3Configuration = "DeadLetterQueueS3Configuration", Kind::Object(DeadLetterQueueS3Configuration::object_schema);
        /// The list of S3 Tables destinations. v1 supports a single element; the list shape allows future extensibility to fan out to multiple tables.
        ///
        /// 1 to 10000 items.
        s3_tables_configuration_list: Vec<S3TableConfiguration> = "S3TablesConfigurationList", Kind::List(&Kind::Object(S3TableConfiguration::object_schema), 1, 10000, false);
    }
    optional {
        /// The maximum time in seconds the channel buffers records before delivery if the minimum target file size is not reached.
        data_freshness_in_seconds: Int = "DataFreshnessInSeconds", INTEGER;
    }
}

object! {
    /// The configuration of a Kinesis stream that the channel reads from.
    StreamConfiguration;
    required {
        /// The configuration that describes how records on the source stream are encoded.
        record_configuration: RecordConfiguration = "RecordConfiguration", Kind::Object(RecordConfiguration::object_schema);
        /// The Amazon resource name (ARN) of the Kinesis data stream that the channel reads from.
        ///
        /// 1 to 2048 characters.
        stream_arn: String = "StreamARN", Kind::Text(1, 2048, Some(r"^arn:aws.*:kinesis:.*:\d{12}:stream/\S+"));
    }
    optional {
    }
}

object! {
    /// An arbitrary set of tags (key-value pairs) to associate with the Kinesis channel.
    Tag;
    required {
        /// The key name of the tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// The value for the tag.
        ///
        /// 0 to 255 characters.
        value: String = "Value", Kind::Text(0, 255, None);
    }
    optional {
    }
}

values! {
    /// The values of `CompressionType`.
    CompressionType {
        Gzip = "GZIP",
        None = "NONE",
        Zstd = "ZSTD",
    }
}

values! {
    /// The values of `EncryptionType`.
    EncryptionType {
        Kms = "KMS",
    }
}

values! {
    /// The values of `RecordFormatType`.
    RecordFormatType {
        ByteArray = "BYTE_ARRAY",
        GsrJson = "GSR_JSON",
        Json = "JSON",
        String = "STRING",
    }
}

values! {
    /// The values of `S3TableConfigurationCompressionType`.
    S3TableConfigurationCompressionType {
        None = "NONE",
        Snappy = "SNAPPY",
        Zstd = "ZSTD",
    }
}

values! {
    /// The values of `StorageClass`.
    StorageClass {
        GlacierIr = "GLACIER_IR",
        IntelligentTiering = "INTELLIGENT_TIERING",
        Standard = "STANDARD",
    }
}

values! {
    /// The values of `Transform`.
    Transform {
        TimeHour = "TIME_HOUR",
    }
}
