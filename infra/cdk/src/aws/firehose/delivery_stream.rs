// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::KinesisFirehose::DeliveryStream` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::KinesisFirehose::DeliveryStream` resource specifies an Amazon Kinesis Data Firehose (Kinesis Data Firehose) delivery stream that delivers real-time …
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesisfirehose-deliverystream.html>
    DeliveryStream = "AWS::KinesisFirehose::DeliveryStream";
    required {
    }
    optional {
        /// Describes the configuration of a destination in the Serverless offering for Amazon OpenSearch Service.
        amazon_open_search_serverless_destination_configuration: AmazonOpenSearchServerlessDestinationConfiguration = "AmazonOpenSearchServerlessDestinationConfiguration", Kind::Object(AmazonOpenSearchServerlessDestinationConfiguration::object_schema);
        /// The destination in Amazon OpenSearch Service.
        amazonopensearchservice_destination_configuration: AmazonopensearchserviceDestinationConfiguration = "AmazonopensearchserviceDestinationConfiguration", Kind::Object(AmazonopensearchserviceDestinationConfiguration::object_schema);
        /// The top level object for configuring streams with database as a source.
        ///
        /// Changing it replaces the resource.
        database_source_configuration: DatabaseSourceConfiguration = "DatabaseSourceConfiguration", Kind::Object(DatabaseSourceConfiguration::object_schema);
        /// Specifies the type and Amazon Resource Name (ARN) of the CMK to use for Server-Side Encryption (SSE).
        delivery_stream_encryption_configuration_input: DeliveryStreamEncryptionConfigurationInput = "DeliveryStreamEncryptionConfigurationInput", Kind::Object(DeliveryStreamEncryptionConfigurationInput::object_schema);
        /// The name of the Firehose stream.
        ///
        /// 1 to 64 characters. Changing it replaces the resource.
        delivery_stream_name: String = "DeliveryStreamName", Kind::Text(1, 64, Some("[a-zA-Z0-9._-]+"));
        /// The Firehose stream type.
        ///
        /// Changing it replaces the resource.
        delivery_stream_type: DeliveryStreamType = "DeliveryStreamType", Kind::Values(DeliveryStreamType::ALL);
        /// The structure that configures parameters such as `ThroughputHintInMBs` for a stream configured with Direct PUT as a source.
        ///
        /// Changing it replaces the resource.
        direct_put_source_configuration: DirectPutSourceConfiguration = "DirectPutSourceConfiguration", Kind::Object(DirectPutSourceConfiguration::object_schema);
        /// An Amazon ES destination for the delivery stream.
        elasticsearch_destination_configuration: ElasticsearchDestinationConfiguration = "ElasticsearchDestinationConfiguration", Kind::Object(ElasticsearchDestinationConfiguration::object_schema);
        /// An Amazon S3 destination for the delivery stream.
        extended_s3_destination_configuration: ExtendedS3DestinationConfiguration = "ExtendedS3DestinationConfiguration", Kind::Object(ExtendedS3DestinationConfiguration::object_schema);
        /// Enables configuring Kinesis Firehose to deliver data to any HTTP endpoint destination.
        http_endpoint_destination_configuration: HttpEndpointDestinationConfiguration = "HttpEndpointDestinationConfiguration", Kind::Object(HttpEndpointDestinationConfiguration::object_schema);
        /// Specifies the destination configure settings for Apache Iceberg Table.
        iceberg_destination_configuration: IcebergDestinationConfiguration = "IcebergDestinationConfiguration", Kind::Object(IcebergDestinationConfiguration::object_schema);
        /// When a Kinesis stream is used as the source for the delivery stream, a KinesisStreamSourceConfiguration containing the Kinesis stream ARN and the role ARN for …
        ///
        /// Changing it replaces the resource.
        kinesis_stream_source_configuration: KinesisStreamSourceConfiguration = "KinesisStreamSourceConfiguration", Kind::Object(KinesisStreamSourceConfiguration::object_schema);
        /// The configuration for the Amazon MSK cluster to be used as the source for a delivery stream.
        ///
        /// Changing it replaces the resource.
        msk_source_configuration: MskSourceConfiguration = "MSKSourceConfiguration", Kind::Object(MskSourceConfiguration::object_schema);
        /// An Amazon Redshift destination for the delivery stream.
        redshift_destination_configuration: RedshiftDestinationConfiguration = "RedshiftDestinationConfiguration", Kind::Object(RedshiftDestinationConfiguration::object_schema);
        /// The `S3DestinationConfiguration` property type specifies an Amazon Simple Storage Service (Amazon S3) destination to which Amazon Kinesis Data Firehose …
        s3_destination_configuration: S3DestinationConfiguration = "S3DestinationConfiguration", Kind::Object(S3DestinationConfiguration::object_schema);
        /// Configure Snowflake destination.
        snowflake_destination_configuration: SnowflakeDestinationConfiguration = "SnowflakeDestinationConfiguration", Kind::Object(SnowflakeDestinationConfiguration::object_schema);
        /// The configuration of a destination in Splunk for the delivery stream.
        splunk_destination_configuration: SplunkDestinationConfiguration = "SplunkDestinationConfiguration", Kind::Object(SplunkDestinationConfiguration::object_schema);
        /// A set of tags to assign to the Firehose stream.
        ///
        /// 1 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 1, 50, false);
    }
    attributes {
        /// The Amazon Resource Name (ARN) of the delivery stream, such as `arn:aws:firehose:us-east-2:123456789012:deliverystream/delivery-stream-name`.
        arn: Arn<DeliveryStream> = "Arn";
    }
    replaces ["AmazonOpenSearchServerlessDestinationConfiguration/VpcConfiguration", "AmazonopensearchserviceDestinationConfiguration/VpcConfiguration", "DatabaseSourceConfiguration", "DeliveryStreamName", "DeliveryStreamType", "DirectPutSourceConfiguration", "ElasticsearchDestinationConfiguration/VpcConfiguration", "IcebergDestinationConfiguration/CatalogConfiguration", "KinesisStreamSourceConfiguration", "MSKSourceConfiguration", "SnowflakeDestinationConfiguration/SnowflakeVpcConfiguration"]
    may_replace []
}

object! {
    /// Describes the buffering to perform before delivering data to the Serverless offering for Amazon OpenSearch Service destination.
    AmazonOpenSearchServerlessBufferingHints;
    required {
    }
    optional {
        /// Buffer incoming data for the specified period of time, in seconds, before delivering it to the destination.
        ///
        /// 0 to 900.
        interval_in_seconds: Int<0, 900> = "IntervalInSeconds", Kind::Integer(0, 900);
        /// Buffer incoming data to the specified size, in MBs, before delivering it to the destination.
        ///
        /// 1 to 100.
        size_in_m_bs: Int<1, 100> = "SizeInMBs", Kind::Integer(1, 100);
    }
}

object! {
    /// Describes the configuration of a destination in the Serverless offering for Amazon OpenSearch Service.
    AmazonOpenSearchServerlessDestinationConfiguration;
    required {
        /// The Serverless offering for Amazon OpenSearch Service index name.
        ///
        /// 1 to 80 characters.
        index_name: String = "IndexName", Kind::Text(1, 80, None);
        /// The Amazon Resource Name (ARN) of the IAM role to be assumed by Firehose for calling the Serverless offering for Amazon OpenSearch Service Configuration API …
        ///
        /// 1 to 512 characters.
        role_arn: String = "RoleARN", Kind::Text(1, 512, Some("arn:.*"));
        /// `S3Configuration`, which AWS's schema does not describe.
        s3_configuration: S3DestinationConfiguration = "S3Configuration", Kind::Object(S3DestinationConfiguration::object_schema);
    }
    optional {
        /// The buffering options.
        buffering_hints: AmazonOpenSearchServerlessBufferingHints = "BufferingHints", Kind::Object(AmazonOpenSearchServerlessBufferingHints::object_schema);
        /// `CloudWatchLoggingOptions`, which AWS's schema does not describe.
        cloud_watch_logging_options: CloudWatchLoggingOptions = "CloudWatchLoggingOptions", Kind::Object(CloudWatchLoggingOptions::object_schema);
        /// The endpoint to use when communicating with the collection in the Serverless offering for Amazon OpenSearch Service.
        ///
        /// 1 to 512 characters.
        collection_endpoint: String = "CollectionEndpoint", Kind::Text(1, 512, Some("https:.*"));
        /// `ProcessingConfiguration`, which AWS's schema does not describe.
        processing_configuration: ProcessingConfiguration = "ProcessingConfiguration", Kind::Object(ProcessingConfiguration::object_schema);
        /// The retry behavior in case Firehose is unable to deliver documents to the Serverless offering for Amazon OpenSearch Service.
        retry_options: AmazonOpenSearchServerlessRetryOptions = "RetryOptions", Kind::Object(AmazonOpenSearchServerlessRetryOptions::object_schema);
        /// Defines how documents should be delivered to Amazon S3.
        s3_backup_mode: S3BackupMode = "S3BackupMode", Kind::Values(S3BackupMode::ALL);
        /// `VpcConfiguration`, which AWS's schema does not describe.
        vpc_configuration: VpcConfiguration = "VpcConfiguration", Kind::Object(VpcConfiguration::object_schema);
    }
}

object! {
    /// Configures retry behavior in case Firehose is unable to deliver documents to the Serverless offering for Amazon OpenSearch Service.
    AmazonOpenSearchServerlessRetryOptions;
    required {
    }
    optional {
        /// After an initial failure to deliver to the Serverless offering for Amazon OpenSearch Service, the total amount of time during which Firehose retries delivery …
        ///
        /// 0 to 7200.
        duration_in_seconds: Int<0, 7200> = "DurationInSeconds", Kind::Integer(0, 7200);
    }
}

object! {
    /// Describes the buffering to perform before delivering data to the Amazon OpenSearch Service destination.
    AmazonopensearchserviceBufferingHints;
    required {
    }
    optional {
        /// Buffer incoming data for the specified period of time, in seconds, before delivering it to the destination.
        ///
        /// 0 to 900.
        interval_in_seconds: Int<0, 900> = "IntervalInSeconds", Kind::Integer(0, 900);
        /// Buffer incoming data to the specified size, in MBs, before delivering it to the destination.
        ///
        /// 1 to 100.
        size_in_m_bs: Int<1, 100> = "SizeInMBs", Kind::Integer(1, 100);
    }
}

object! {
    /// Describes the configuration of a destination in Amazon OpenSearch Service.
    AmazonopensearchserviceDestinationConfiguration;
    required {
        /// The Amazon OpenSearch Service index name.
        ///
        /// 1 to 80 characters.
        index_name: String = "IndexName", Kind::Text(1, 80, None);
        /// The Amazon Resource Name (ARN) of the IAM role to be assumed by Kinesis Data Firehose for calling the Amazon OpenSearch Service Configuration API and for …
        ///
        /// 1 to 512 characters.
        role_arn: String = "RoleARN", Kind::Text(1, 512, Some("arn:.*"));
        /// Describes the configuration of a destination in Amazon S3.
        s3_configuration: S3DestinationConfiguration = "S3Configuration", Kind::Object(S3DestinationConfiguration::object_schema);
    }
    optional {
        /// The buffering options.
        buffering_hints: AmazonopensearchserviceBufferingHints = "BufferingHints", Kind::Object(AmazonopensearchserviceBufferingHints::object_schema);
        /// Describes the Amazon CloudWatch logging options for your delivery stream.
        cloud_watch_logging_options: CloudWatchLoggingOptions = "CloudWatchLoggingOptions", Kind::Object(CloudWatchLoggingOptions::object_schema);
        /// The endpoint to use when communicating with the cluster.
        ///
        /// 1 to 512 characters.
        cluster_endpoint: String = "ClusterEndpoint", Kind::Text(1, 512, Some("https:.*"));
        /// Indicates the method for setting up document ID.
        document_id_options: DocumentIdOptions = "DocumentIdOptions", Kind::Object(DocumentIdOptions::object_schema);
        /// The ARN of the Amazon OpenSearch Service domain.
        ///
        /// 1 to 512 characters.
        domain_arn: String = "DomainARN", Kind::Text(1, 512, Some("arn:.*"));
        /// The Amazon OpenSearch Service index rotation period.
        index_rotation_period: IndexRotationPeriod = "IndexRotationPeriod", Kind::Values(IndexRotationPeriod::ALL);
        /// Describes a data processing configuration.
        processing_configuration: ProcessingConfiguration = "ProcessingConfiguration", Kind::Object(ProcessingConfiguration::object_schema);
        /// The retry behavior in case Kinesis Data Firehose is unable to deliver documents to Amazon OpenSearch Service.
        retry_options: AmazonopensearchserviceRetryOptions = "RetryOptions", Kind::Object(AmazonopensearchserviceRetryOptions::object_schema);
        /// Defines how documents should be delivered to Amazon S3.
        s3_backup_mode: S3BackupMode = "S3BackupMode", Kind::Values(S3BackupMode::ALL);
        /// The Amazon OpenSearch Service type name.
        ///
        /// 0 to 100 characters.
        type_name: String = "TypeName", Kind::Text(0, 100, None);
        /// The details of the VPC of the Amazon OpenSearch Service destination.
        vpc_configuration: VpcConfiguration = "VpcConfiguration", Kind::Object(VpcConfiguration::object_schema);
    }
}

object! {
    /// Configures retry behavior in case Kinesis Data Firehose is unable to deliver documents to Amazon OpenSearch Service.
    AmazonopensearchserviceRetryOptions;
    required {
    }
    optional {
        /// After an initial failure to deliver to Amazon OpenSearch Service, the total amount of time during which Kinesis Data Firehose retries delivery (including the …
        ///
        /// 0 to 7200.
        duration_in_seconds: Int<0, 7200> = "DurationInSeconds", Kind::Integer(0, 7200);
    }
}

object! {
    /// The authentication configuration of the Amazon MSK cluster.
    AuthenticationConfiguration;
    required {
        /// The type of connectivity used to access the Amazon MSK cluster.
        connectivity: Connectivity = "Connectivity", Kind::Values(Connectivity::ALL);
        /// The ARN of the role used to access the Amazon MSK cluster.
        ///
        /// 1 to 512 characters.
        role_arn: String = "RoleARN", Kind::Text(1, 512, Some("arn:.*"));
    }
    optional {
    }
}

object! {
    /// The `BufferingHints` property type specifies how Amazon Kinesis Data Firehose (Kinesis Data Firehose) buffers incoming data before delivering it to the …
    BufferingHints;
    required {
    }
    optional {
        /// The length of time, in seconds, that Kinesis Data Firehose buffers incoming data before delivering it to the destination.
        ///
        /// 0 to 900.
        interval_in_seconds: Int<0, 900> = "IntervalInSeconds", Kind::Integer(0, 900);
        /// The size of the buffer, in MBs, that Kinesis Data Firehose uses for incoming data before delivering it to the destination.
        ///
        /// 1 to 128.
        size_in_m_bs: Int<1, 128> = "SizeInMBs", Kind::Integer(1, 128);
    }
}

object! {
    /// Describes the containers where the destination Apache Iceberg Tables are persisted.
    CatalogConfiguration;
    required {
    }
    optional {
        /// Specifies the Glue catalog ARN identifier of the destination Apache Iceberg Tables.
        ///
        /// 1 to 512 characters.
        catalog_arn: String = "CatalogArn", Kind::Text(1, 512, Some("arn:.*"));
        /// The warehouse location for Apache Iceberg tables.
        ///
        /// 1 to 2048 characters.
        warehouse_location: String = "WarehouseLocation", Kind::Text(1, 2048, Some(r"s3:\/\/.*"));
    }
}

object! {
    /// The `CloudWatchLoggingOptions` property type specifies Amazon CloudWatch Logs (CloudWatch Logs) logging options that Amazon Kinesis Data Firehose (Kinesis Data …
    CloudWatchLoggingOptions;
    required {
    }
    optional {
        /// Indicates whether CloudWatch Logs logging is enabled.
        enabled: bool = "Enabled", Kind::Bool;
        /// The name of the CloudWatch Logs log group that contains the log stream that Kinesis Data Firehose will use.
        ///
        /// 0 to 512 characters.
        log_group_name: String = "LogGroupName", Kind::Text(0, 512, Some(r"^[\.\-_/#A-Za-z0-9]*$"));
        /// The name of the CloudWatch Logs log stream that Kinesis Data Firehose uses to send logs about data delivery.
        ///
        /// 0 to 512 characters.
        log_stream_name: String = "LogStreamName", Kind::Text(0, 512, Some("^[^:*]*$"));
    }
}

object! {
    /// The `CopyCommand` property type configures the Amazon Redshift `COPY` command that Amazon Kinesis Data Firehose (Kinesis Data Firehose) uses to load data into …
    CopyCommand;
    required {
        /// The name of the target table.
        ///
        /// 1 to 512 characters.
        data_table_name: String = "DataTableName", Kind::Text(1, 512, None);
    }
    optional {
        /// Parameters to use with the Amazon Redshift `COPY` command.
        ///
        /// 0 to 204800 characters.
        copy_options: String = "CopyOptions", Kind::Text(0, 204800, None);
        /// A comma-separated list of column names.
        ///
        /// 0 to 204800 characters.
        data_table_columns: String = "DataTableColumns", Kind::Text(0, 204800, None);
    }
}

object! {
    /// Specifies that you want Kinesis Data Firehose to convert data from the JSON format to the Parquet or ORC format before writing it to Amazon S3.
    DataFormatConversionConfiguration;
    required {
    }
    optional {
        /// Defaults to `true`.
        enabled: bool = "Enabled", Kind::Bool;
        /// Specifies the deserializer that you want Firehose to use to convert the format of your data from JSON.
        input_format_configuration: InputFormatConfiguration = "InputFormatConfiguration", Kind::Object(InputFormatConfiguration::object_schema);
        /// Specifies the serializer that you want Firehose to use to convert the format of your data to the Parquet or ORC format.
        output_format_configuration: OutputFormatConfiguration = "OutputFormatConfiguration", Kind::Object(OutputFormatConfiguration::object_schema);
        /// Specifies the AWS Glue Data Catalog table that contains the column information.
        schema_configuration: SchemaConfiguration = "SchemaConfiguration", Kind::Object(SchemaConfiguration::object_schema);
    }
}

object! {
    /// `DatabaseColumns`, which AWS's schema does not describe.
    DatabaseColumns;
    required {
    }
    optional {
        /// `Exclude`, which AWS's schema does not describe.
        exclude: Vec<String> = "Exclude", list(&Kind::Text(1, 194, Some(r"[\x{0001}-\x{FFFF}]*")));
        /// `Include`, which AWS's schema does not describe.
        include: Vec<String> = "Include", list(&Kind::Text(1, 194, Some(r"[\x{0001}-\x{FFFF}]*")));
    }
}

object! {
    /// The structure to configure the authentication methods for Firehose to connect to source database endpoint.
    DatabaseSourceAuthenticationConfiguration;
    required {
        /// `SecretsManagerConfiguration`, which AWS's schema does not describe.
        secrets_manager_configuration: SecretsManagerConfiguration = "SecretsManagerConfiguration", Kind::Object(SecretsManagerConfiguration::object_schema);
    }
    optional {
    }
}

object! {
    /// The top level object for configuring streams with database as a source.
    DatabaseSourceConfiguration;
    required {
        /// The structure to configure the authentication methods for Firehose to connect to source database endpoint.
        database_source_authentication_configuration: DatabaseSourceAuthenticationConfiguration = "DatabaseSourceAuthenticationConfiguration", Kind::Object(DatabaseSourceAuthenticationConfiguration::object_schema);
        /// The details of the VPC Endpoint Service which Firehose uses to create a PrivateLink to the database.
        database_source_vpc_configuration: DatabaseSourceVpcConfiguration = "DatabaseSourceVPCConfiguration", Kind::Object(DatabaseSourceVpcConfiguration::object_schema);
        /// The list of database patterns in source database endpoint for Firehose to read from.
        databases: Databases = "Databases", Kind::Object(Databases::object_schema);
        /// The endpoint of the database server.
        ///
        /// 1 to 255 characters.
        endpoint: String = "Endpoint", Kind::Text(1, 255, None);
        /// The port of the database.
        ///
        /// 0 to 65535.
        port: Int<0, 65535> = "Port", Kind::Integer(0, 65535);
        /// The fully qualified name of the table in source database endpoint that Firehose uses to track snapshot progress.
        ///
        /// 1 to 129 characters.
        snapshot_watermark_table: String = "SnapshotWatermarkTable", Kind::Text(1, 129, Some(r"[\x{0001}-\x{FFFF}]*"));
        /// The list of table patterns in source database endpoint for Firehose to read from.
        tables: DatabaseTables = "Tables", Kind::Object(DatabaseTables::object_schema);
        /// The type of database engine.
        r#type: DatabaseSourceConfigurationType = "Type", Kind::Values(DatabaseSourceConfigurationType::ALL);
    }
    optional {
        /// The list of column patterns in source database endpoint for Firehose to read from.
        columns: DatabaseColumns = "Columns", Kind::Object(DatabaseColumns::object_schema);
        /// `Digest`, which AWS's schema does not describe.
        ///
        /// 1 to 512 characters.
        digest: String = "Digest", Kind::Text(1, 512, None);
        /// `PublicCertificate`, which AWS's schema does not describe.
        ///
        /// 1 to 4096 characters.
        public_certificate: String = "PublicCertificate", Kind::Text(1, 4096, None);
        /// The mode to enable or disable SSL when Firehose connects to the database endpoint.
        ssl_mode: SslMode = "SSLMode", Kind::Values(SslMode::ALL);
        /// The optional list of table and column names used as unique key columns when taking snapshot if the tables don’t have primary keys configured.
        surrogate_keys: Vec<String> = "SurrogateKeys", list(&Kind::Text(1, 1024, Some(r"^\S+$")));
    }
}

object! {
    /// The structure for details of the VPC Endpoint Service which Firehose uses to create a PrivateLink to the database.
    DatabaseSourceVpcConfiguration;
    required {
        /// The VPC endpoint service name which Firehose uses to create a PrivateLink to the database.
        ///
        /// 47 to 255 characters.
        vpc_endpoint_service_name: String = "VpcEndpointServiceName", Kind::Text(47, 255, Some(r"([a-zA-Z0-9\-\_]+\.){2,3}vpce\.[a-zA-Z0-9\-]*\.vpce-svc\-[a-zA-Z0-9\-]{17}$"));
    }
    optional {
    }
}

object! {
    /// `DatabaseTables`, which AWS's schema does not describe.
    DatabaseTables;
    required {
    }
    optional {
        /// `Exclude`, which AWS's schema does not describe.
        exclude: Vec<String> = "Exclude", list(&Kind::Text(1, 129, Some(r"[\x{0001}-\x{FFFF}]*")));
        /// `Include`, which AWS's schema does not describe.
        include: Vec<String> = "Include", list(&Kind::Text(1, 129, Some(r"[\x{0001}-\x{FFFF}]*")));
    }
}

object! {
    /// `Databases`, which AWS's schema does not describe.
    Databases;
    required {
    }
    optional {
        /// `Exclude`, which AWS's schema does not describe.
        exclude: Vec<String> = "Exclude", list(&Kind::Text(1, 64, Some(r"[\x{0001}-\x{FFFF}]*")));
        /// `Include`, which AWS's schema does not describe.
        include: Vec<String> = "Include", list(&Kind::Text(1, 64, Some(r"[\x{0001}-\x{FFFF}]*")));
    }
}

object! {
    /// Specifies the type and Amazon Resource Name (ARN) of the CMK to use for Server-Side Encryption (SSE).
    DeliveryStreamEncryptionConfigurationInput;
    required {
        /// Indicates the type of customer master key (CMK) to use for encryption.
        key_type: KeyType = "KeyType", Kind::Values(KeyType::ALL);
    }
    optional {
        /// If you set `KeyType` to `CUSTOMER_MANAGED_CMK`, you must specify the Amazon Resource Name (ARN) of the CMK.
        ///
        /// 1 to 512 characters.
        key_arn: String = "KeyARN", Kind::Text(1, 512, Some("arn:.*"));
    }
}

object! {
    /// The deserializer you want Kinesis Data Firehose to use for converting the input data from JSON.
    Deserializer;
    required {
    }
    optional {
        /// The native Hive / HCatalog JsonSerDe.
        hive_json_ser_de: HiveJsonSerDe = "HiveJsonSerDe", Kind::Object(HiveJsonSerDe::object_schema);
        /// The OpenX SerDe.
        open_x_json_ser_de: OpenXJsonSerDe = "OpenXJsonSerDe", Kind::Object(OpenXJsonSerDe::object_schema);
    }
}

object! {
    /// Describes the configuration of a destination in Apache Iceberg Tables.
    DestinationTableConfiguration;
    required {
        /// The name of the Apache Iceberg database.
        ///
        /// 1 to 512 characters.
        destination_database_name: String = "DestinationDatabaseName", Kind::Text(1, 512, Some(r"^[a-zA-Z0-9\.\_]+$"));
        /// Specifies the name of the Apache Iceberg Table.
        ///
        /// 1 to 512 characters.
        destination_table_name: String = "DestinationTableName", Kind::Text(1, 512, Some(r"^[a-zA-Z0-9\.\_]+$"));
    }
    optional {
        /// The partition spec configuration for a table that is used by automatic table creation.
        partition_spec: PartitionSpec = "PartitionSpec", Kind::Object(PartitionSpec::object_schema);
        /// The table specific S3 error output prefix.
        ///
        /// 1 to 1024 characters.
        s3_error_output_prefix: String = "S3ErrorOutputPrefix", Kind::Text(1, 1024, None);
        /// A list of unique keys for a given Apache Iceberg table.
        unique_keys: Vec<String> = "UniqueKeys", Kind::List(&Kind::Text(1, 512, Some(r"^\S+$")), 0, usize::MAX, true);
    }
}

object! {
    /// The structure that configures parameters such as `ThroughputHintInMBs` for a stream configured with Direct PUT as a source.
    DirectPutSourceConfiguration;
    required {
    }
    optional {
        /// The value that you configure for this parameter is for information purpose only and does not affect Firehose delivery throughput limit.
        ///
        /// 1 to 100.
        throughput_hint_in_m_bs: Int<1, 100> = "ThroughputHintInMBs", Kind::Integer(1, 100);
    }
}

object! {
    /// Indicates the method for setting up document ID.
    DocumentIdOptions;
    required {
        /// When the `FIREHOSE_DEFAULT` option is chosen, Firehose generates a unique document ID for each record based on a unique internal identifier.
        default_document_id_format: DefaultDocumentIdFormat = "DefaultDocumentIdFormat", Kind::Values(DefaultDocumentIdFormat::ALL);
    }
    optional {
    }
}

object! {
    /// The `DynamicPartitioningConfiguration` property type specifies the configuration of the dynamic partitioning mechanism that creates targeted data sets from the …
    DynamicPartitioningConfiguration;
    required {
    }
    optional {
        /// Specifies whether dynamic partitioning is enabled for this Kinesis Data Firehose delivery stream.
        enabled: bool = "Enabled", Kind::Bool;
        /// Specifies the retry behavior in case Kinesis Data Firehose is unable to deliver data to an Amazon S3 prefix.
        retry_options: RetryOptions = "RetryOptions", Kind::Object(RetryOptions::object_schema);
    }
}

object! {
    /// The `ElasticsearchBufferingHints` property type specifies how Amazon Kinesis Data Firehose (Kinesis Data Firehose) buffers incoming data while delivering it to …
    ElasticsearchBufferingHints;
    required {
    }
    optional {
        /// The length of time, in seconds, that Kinesis Data Firehose buffers incoming data before delivering it to the destination.
        ///
        /// 0 to 900.
        interval_in_seconds: Int<0, 900> = "IntervalInSeconds", Kind::Integer(0, 900);
        /// The size of the buffer, in MBs, that Kinesis Data Firehose uses for incoming data before delivering it to the destination.
        ///
        /// 1 to 100.
        size_in_m_bs: Int<1, 100> = "SizeInMBs", Kind::Integer(1, 100);
    }
}

object! {
    /// The `ElasticsearchDestinationConfiguration` property type specifies an Amazon Elasticsearch Service (Amazon ES) domain that Amazon Kinesis Data Firehose …
    ElasticsearchDestinationConfiguration;
    required {
        /// The name of the Elasticsearch index to which Kinesis Data Firehose adds data for indexing.
        ///
        /// 1 to 80 characters.
        index_name: String = "IndexName", Kind::Text(1, 80, None);
        /// The Amazon Resource Name (ARN) of the IAM role to be assumed by Kinesis Data Firehose for calling the Amazon ES Configuration API and for indexing documents.
        ///
        /// 1 to 512 characters.
        role_arn: String = "RoleARN", Kind::Text(1, 512, Some("arn:.*"));
        /// The S3 bucket where Kinesis Data Firehose backs up incoming data.
        s3_configuration: S3DestinationConfiguration = "S3Configuration", Kind::Object(S3DestinationConfiguration::object_schema);
    }
    optional {
        /// Configures how Kinesis Data Firehose buffers incoming data while delivering it to the Amazon ES domain.
        buffering_hints: ElasticsearchBufferingHints = "BufferingHints", Kind::Object(ElasticsearchBufferingHints::object_schema);
        /// The Amazon CloudWatch Logs logging options for the delivery stream.
        cloud_watch_logging_options: CloudWatchLoggingOptions = "CloudWatchLoggingOptions", Kind::Object(CloudWatchLoggingOptions::object_schema);
        /// The endpoint to use when communicating with the cluster.
        ///
        /// 1 to 512 characters.
        cluster_endpoint: String = "ClusterEndpoint", Kind::Text(1, 512, Some("https:.*"));
        /// Indicates the method for setting up document ID.
        document_id_options: DocumentIdOptions = "DocumentIdOptions", Kind::Object(DocumentIdOptions::object_schema);
        /// The ARN of the Amazon ES domain.
        ///
        /// 1 to 512 characters.
        domain_arn: String = "DomainARN", Kind::Text(1, 512, Some("arn:.*"));
        /// The frequency of Elasticsearch index rotation.
        index_rotation_period: IndexRotationPeriod = "IndexRotationPeriod", Kind::Values(IndexRotationPeriod::ALL);
        /// The data processing configuration for the Kinesis Data Firehose delivery stream.
        processing_configuration: ProcessingConfiguration = "ProcessingConfiguration", Kind::Object(ProcessingConfiguration::object_schema);
        /// The retry behavior when Kinesis Data Firehose is unable to deliver data to Amazon ES.
        retry_options: ElasticsearchRetryOptions = "RetryOptions", Kind::Object(ElasticsearchRetryOptions::object_schema);
        /// The condition under which Kinesis Data Firehose delivers data to Amazon Simple Storage Service (Amazon S3).
        s3_backup_mode: S3BackupMode = "S3BackupMode", Kind::Values(S3BackupMode::ALL);
        /// The Elasticsearch type name that Amazon ES adds to documents when indexing data.
        ///
        /// 0 to 100 characters.
        type_name: String = "TypeName", Kind::Text(0, 100, None);
        /// The details of the VPC of the Amazon ES destination.
        vpc_configuration: VpcConfiguration = "VpcConfiguration", Kind::Object(VpcConfiguration::object_schema);
    }
}

object! {
    /// The `ElasticsearchRetryOptions` property type configures the retry behavior for when Amazon Kinesis Data Firehose (Kinesis Data Firehose) can't deliver data to …
    ElasticsearchRetryOptions;
    required {
    }
    optional {
        /// After an initial failure to deliver to Amazon ES, the total amount of time during which Kinesis Data Firehose re-attempts delivery (including the first attempt).
        ///
        /// 0 to 7200.
        duration_in_seconds: Int<0, 7200> = "DurationInSeconds", Kind::Integer(0, 7200);
    }
}

object! {
    /// The `EncryptionConfiguration` property type specifies the encryption settings that Amazon Kinesis Data Firehose (Kinesis Data Firehose) uses when delivering …
    EncryptionConfiguration;
    required {
    }
    optional {
        /// The AWS Key Management Service ( AWS KMS) encryption key that Amazon S3 uses to encrypt your data.
        kms_encryption_config: KmsEncryptionConfig = "KMSEncryptionConfig", Kind::Object(KmsEncryptionConfig::object_schema);
        /// Disables encryption.
        no_encryption_config: NoEncryptionConfig = "NoEncryptionConfig", Kind::Values(NoEncryptionConfig::ALL);
    }
}

object! {
    /// The `ExtendedS3DestinationConfiguration` property type configures an Amazon S3 destination for an Amazon Kinesis Data Firehose delivery stream.
    ExtendedS3DestinationConfiguration;
    required {
        /// The Amazon Resource Name (ARN) of the Amazon S3 bucket.
        ///
        /// 1 to 2048 characters.
        bucket_arn: String = "BucketARN", Kind::Text(1, 2048, Some("arn:.*"));
        /// The Amazon Resource Name (ARN) of the AWS credentials.
        ///
        /// 1 to 512 characters.
        role_arn: String = "RoleARN", Kind::Text(1, 512, Some("arn:.*"));
    }
    optional {
        /// The buffering option.
        buffering_hints: BufferingHints = "BufferingHints", Kind::Object(BufferingHints::object_schema);
        /// The Amazon CloudWatch logging options for your Firehose stream.
        cloud_watch_logging_options: CloudWatchLoggingOptions = "CloudWatchLoggingOptions", Kind::Object(CloudWatchLoggingOptions::object_schema);
        /// The compression format.
        compression_format: CompressionFormat = "CompressionFormat", Kind::Values(CompressionFormat::ALL);
        /// The time zone you prefer.
        ///
        /// 0 to 50 characters.
        custom_time_zone: String = "CustomTimeZone", Kind::Text(0, 50, Some("^$|[a-zA-Z/_]+$"));
        /// The serializer, deserializer, and schema for converting data from the JSON format to the Parquet or ORC format before writing it to Amazon S3.
        data_format_conversion_configuration: DataFormatConversionConfiguration = "DataFormatConversionConfiguration", Kind::Object(DataFormatConversionConfiguration::object_schema);
        /// The configuration of the dynamic partitioning mechanism that creates targeted data sets from the streaming data by partitioning it based on partition keys.
        dynamic_partitioning_configuration: DynamicPartitioningConfiguration = "DynamicPartitioningConfiguration", Kind::Object(DynamicPartitioningConfiguration::object_schema);
        /// The encryption configuration for the Kinesis Data Firehose delivery stream.
        encryption_configuration: EncryptionConfiguration = "EncryptionConfiguration", Kind::Object(EncryptionConfiguration::object_schema);
        /// A prefix that Kinesis Data Firehose evaluates and adds to failed records before writing them to S3.
        ///
        /// 0 to 1024 characters.
        error_output_prefix: String = "ErrorOutputPrefix", Kind::Text(0, 1024, None);
        /// Specify a file extension.
        ///
        /// 0 to 128 characters.
        file_extension: String = "FileExtension", Kind::Text(0, 128, Some(r"^$|\.[0-9a-z!\-_.*'()]+"));
        /// The `YYYY/MM/DD/HH` time format prefix is automatically used for delivered Amazon S3 files.
        ///
        /// 0 to 1024 characters.
        prefix: String = "Prefix", Kind::Text(0, 1024, None);
        /// The data processing configuration for the Kinesis Data Firehose delivery stream.
        processing_configuration: ProcessingConfiguration = "ProcessingConfiguration", Kind::Object(ProcessingConfiguration::object_schema);
        /// The configuration for backup in Amazon S3.
        s3_backup_configuration: S3DestinationConfiguration = "S3BackupConfiguration", Kind::Object(S3DestinationConfiguration::object_schema);
        /// The Amazon S3 backup mode.
        s3_backup_mode: ExtendedS3DestinationConfigurationS3BackupMode = "S3BackupMode", Kind::Values(ExtendedS3DestinationConfigurationS3BackupMode::ALL);
    }
}

object! {
    /// The native Hive / HCatalog JsonSerDe.
    HiveJsonSerDe;
    required {
    }
    optional {
        /// Indicates how you want Firehose to parse the date and timestamps that may be present in your input data JSON.
        timestamp_formats: Vec<String> = "TimestampFormats", Kind::List(&Kind::Text(1, 1024, None), 0, usize::MAX, true);
    }
}

object! {
    /// Describes the metadata that's delivered to the specified HTTP endpoint destination.
    HttpEndpointCommonAttribute;
    required {
        /// The name of the HTTP endpoint common attribute.
        ///
        /// 1 to 256 characters.
        attribute_name: String = "AttributeName", Kind::Text(1, 256, None);
        /// The value of the HTTP endpoint common attribute.
        ///
        /// 0 to 1024 characters.
        attribute_value: String = "AttributeValue", Kind::Text(0, 1024, None);
    }
    optional {
    }
}

object! {
    /// Describes the configuration of the HTTP endpoint to which Kinesis Firehose delivers data.
    HttpEndpointConfiguration;
    required {
        /// The URL of the HTTP endpoint selected as the destination.
        ///
        /// 1 to 1000 characters.
        url: String = "Url", Kind::Text(1, 1000, Some("^https://"));
    }
    optional {
        /// The access key required for Kinesis Firehose to authenticate with the HTTP endpoint selected as the destination.
        ///
        /// 0 to 4096 characters.
        access_key: String = "AccessKey", Kind::Text(0, 4096, None);
        /// The name of the HTTP endpoint selected as the destination.
        ///
        /// 1 to 256 characters.
        name: String = "Name", Kind::Text(1, 256, None);
    }
}

object! {
    /// Describes the configuration of the HTTP endpoint destination.
    HttpEndpointDestinationConfiguration;
    required {
        /// The configuration of the HTTP endpoint selected as the destination.
        endpoint_configuration: HttpEndpointConfiguration = "EndpointConfiguration", Kind::Object(HttpEndpointConfiguration::object_schema);
        /// Describes the configuration of a destination in Amazon S3.
        s3_configuration: S3DestinationConfiguration = "S3Configuration", Kind::Object(S3DestinationConfiguration::object_schema);
    }
    optional {
        /// The buffering options that can be used before data is delivered to the specified destination.
        buffering_hints: BufferingHints = "BufferingHints", Kind::Object(BufferingHints::object_schema);
        /// Describes the Amazon CloudWatch logging options for your delivery stream.
        cloud_watch_logging_options: CloudWatchLoggingOptions = "CloudWatchLoggingOptions", Kind::Object(CloudWatchLoggingOptions::object_schema);
        /// Describes the data processing configuration.
        processing_configuration: ProcessingConfiguration = "ProcessingConfiguration", Kind::Object(ProcessingConfiguration::object_schema);
        /// The configuration of the request sent to the HTTP endpoint specified as the destination.
        request_configuration: HttpEndpointRequestConfiguration = "RequestConfiguration", Kind::Object(HttpEndpointRequestConfiguration::object_schema);
        /// Describes the retry behavior in case Kinesis Data Firehose is unable to deliver data to the specified HTTP endpoint destination, or if it doesn't receive a …
        retry_options: RetryOptions = "RetryOptions", Kind::Object(RetryOptions::object_schema);
        /// Kinesis Data Firehose uses this IAM role for all the permissions that the delivery stream needs.
        ///
        /// 1 to 512 characters.
        role_arn: String = "RoleARN", Kind::Text(1, 512, Some("arn:.*"));
        /// Describes the S3 bucket backup options for the data that Kinesis Data Firehose delivers to the HTTP endpoint destination.
        s3_backup_mode: HttpEndpointDestinationConfigurationS3BackupMode = "S3BackupMode", Kind::Values(HttpEndpointDestinationConfigurationS3BackupMode::ALL);
        /// The configuration that defines how you access secrets for HTTP Endpoint destination.
        secrets_manager_configuration: SecretsManagerConfiguration = "SecretsManagerConfiguration", Kind::Object(SecretsManagerConfiguration::object_schema);
    }
}

object! {
    /// The configuration of the HTTP endpoint request.
    HttpEndpointRequestConfiguration;
    required {
    }
    optional {
        /// Describes the metadata sent to the HTTP endpoint destination.
        ///
        /// 0 to 50 items.
        common_attributes: Vec<HttpEndpointCommonAttribute> = "CommonAttributes", Kind::List(&Kind::Object(HttpEndpointCommonAttribute::object_schema), 0, 50, true);
        /// Kinesis Data Firehose uses the content encoding to compress the body of a request before sending the request to the destination.
        content_encoding: ContentEncoding = "ContentEncoding", Kind::Values(ContentEncoding::ALL);
    }
}

object! {
    /// Specifies the destination configure settings for Apache Iceberg Table.
    IcebergDestinationConfiguration;
    required {
        /// Configuration describing where the destination Apache Iceberg Tables are persisted.
        catalog_configuration: CatalogConfiguration = "CatalogConfiguration", Kind::Object(CatalogConfiguration::object_schema);
        /// The Amazon Resource Name (ARN) of the IAM role to be assumed by Firehose for calling Apache Iceberg Tables.
        ///
        /// 1 to 512 characters.
        role_arn: String = "RoleARN", Kind::Text(1, 512, Some("arn:.*"));
        /// `S3Configuration`, which AWS's schema does not describe.
        s3_configuration: S3DestinationConfiguration = "S3Configuration", Kind::Object(S3DestinationConfiguration::object_schema);
    }
    optional {
        /// Describes whether all incoming data for this delivery stream will be append only (inserts only and not for updates and deletes) for Iceberg delivery.
        append_only: bool = "AppendOnly", Kind::Bool;
        /// `BufferingHints`, which AWS's schema does not describe.
        buffering_hints: BufferingHints = "BufferingHints", Kind::Object(BufferingHints::object_schema);
        /// `CloudWatchLoggingOptions`, which AWS's schema does not describe.
        cloud_watch_logging_options: CloudWatchLoggingOptions = "CloudWatchLoggingOptions", Kind::Object(CloudWatchLoggingOptions::object_schema);
        /// Provides a list of `DestinationTableConfigurations` which Firehose uses to deliver data to Apache Iceberg Tables.
        destination_table_configuration_list: Vec<DestinationTableConfiguration> = "DestinationTableConfigurationList", list(&Kind::Object(DestinationTableConfiguration::object_schema));
        /// `ProcessingConfiguration`, which AWS's schema does not describe.
        processing_configuration: ProcessingConfiguration = "ProcessingConfiguration", Kind::Object(ProcessingConfiguration::object_schema);
        /// `RetryOptions`, which AWS's schema does not describe.
        retry_options: RetryOptions = "RetryOptions", Kind::Object(RetryOptions::object_schema);
        /// The configuration to enable automatic schema evolution.
        schema_evolution_configuration: SchemaEvolutionConfiguration = "SchemaEvolutionConfiguration", Kind::Object(SchemaEvolutionConfiguration::object_schema);
        /// The configuration to enable automatic table creation.
        table_creation_configuration: TableCreationConfiguration = "TableCreationConfiguration", Kind::Object(TableCreationConfiguration::object_schema);
        /// Describes how Firehose will backup records.
        s3_backup_mode: IcebergDestinationConfigurationS3BackupMode = "s3BackupMode", Kind::Values(IcebergDestinationConfigurationS3BackupMode::ALL);
    }
}

object! {
    /// Specifies the deserializer you want to use to convert the format of the input data.
    InputFormatConfiguration;
    required {
    }
    optional {
        /// Specifies which deserializer to use.
        deserializer: Deserializer = "Deserializer", Kind::Object(Deserializer::object_schema);
    }
}

object! {
    /// The `KinesisStreamSourceConfiguration` property type specifies the stream and role Amazon Resource Names (ARNs) for a Kinesis stream used as the source for a …
    KinesisStreamSourceConfiguration;
    required {
        /// The ARN of the source Kinesis data stream.
        ///
        /// 1 to 512 characters.
        kinesis_stream_arn: String = "KinesisStreamARN", Kind::Text(1, 512, Some("arn:.*"));
        /// The ARN of the role that provides access to the source Kinesis data stream.
        ///
        /// 1 to 512 characters.
        role_arn: String = "RoleARN", Kind::Text(1, 512, Some("arn:.*"));
    }
    optional {
    }
}

object! {
    /// The `KMSEncryptionConfig` property type specifies the AWS Key Management Service ( AWS KMS) encryption key that Amazon Simple Storage Service (Amazon S3) uses …
    KmsEncryptionConfig;
    required {
        /// The Amazon Resource Name (ARN) of the AWS KMS encryption key that Amazon S3 uses to encrypt data delivered by the Kinesis Data Firehose stream.
        ///
        /// 1 to 512 characters.
        awskms_key_arn: String = "AWSKMSKeyARN", Kind::Text(1, 512, Some(r"^arn:.*:kms:[a-zA-Z0-9\-]+:\d{12}:(key|alias)/[a-zA-Z_0-9+=,.@\-_/]+$"));
    }
    optional {
    }
}

object! {
    /// The configuration for the Amazon MSK cluster to be used as the source for a delivery stream.
    MskSourceConfiguration;
    required {
        /// The authentication configuration of the Amazon MSK cluster.
        authentication_configuration: AuthenticationConfiguration = "AuthenticationConfiguration", Kind::Object(AuthenticationConfiguration::object_schema);
        /// The ARN of the Amazon MSK cluster.
        ///
        /// 1 to 512 characters.
        msk_cluster_arn: String = "MSKClusterARN", Kind::Text(1, 512, Some("arn:.*"));
        /// The topic name within the Amazon MSK cluster.
        ///
        /// 1 to 255 characters.
        topic_name: String = "TopicName", Kind::Text(1, 255, Some(r"[a-zA-Z0-9\._\-]+"));
    }
    optional {
        /// The start date and time in UTC for the offset position within your MSK topic from where Firehose begins to read.
        read_from_timestamp: String = "ReadFromTimestamp", TEXT;
    }
}

object! {
    /// The OpenX SerDe.
    OpenXJsonSerDe;
    required {
    }
    optional {
        /// When set to `true`, which is the default, Firehose converts JSON keys to lowercase before deserializing them.
        case_insensitive: bool = "CaseInsensitive", Kind::Bool;
        /// Maps column names to JSON keys that aren't identical to the column names.
        column_to_json_key_mappings: BTreeMap<String, String> = "ColumnToJsonKeyMappings", Kind::Map(&TEXT);
        /// When set to `true`, specifies that the names of the keys include dots and that you want Firehose to replace them with underscores.
        convert_dots_in_json_keys_to_underscores: bool = "ConvertDotsInJsonKeysToUnderscores", Kind::Bool;
    }
}

object! {
    /// A serializer to use for converting data to the ORC format before storing it in Amazon S3.
    OrcSerDe;
    required {
    }
    optional {
        /// The Hadoop Distributed File System (HDFS) block size.
        ///
        /// At least 67108864.
        block_size_bytes: Int<67108864> = "BlockSizeBytes", Kind::Integer(67108864, i64::MAX);
        /// The column names for which you want Firehose to create bloom filters.
        bloom_filter_columns: Vec<String> = "BloomFilterColumns", Kind::List(&Kind::Text(1, 1024, Some(r"^\S+$")), 0, usize::MAX, true);
        /// The Bloom filter false positive probability (FPP).
        ///
        /// 0 to 1.
        bloom_filter_false_positive_probability: f64 = "BloomFilterFalsePositiveProbability", Kind::Number(0.0, 1.0);
        /// The compression code to use over data blocks.
        compression: Compression = "Compression", Kind::Values(Compression::ALL);
        /// Represents the fraction of the total number of non-null rows.
        ///
        /// 0 to 1.
        dictionary_key_threshold: f64 = "DictionaryKeyThreshold", Kind::Number(0.0, 1.0);
        /// Set this to `true` to indicate that you want stripes to be padded to the HDFS block boundaries.
        enable_padding: bool = "EnablePadding", Kind::Bool;
        /// The version of the file to write.
        format_version: FormatVersion = "FormatVersion", Kind::Values(FormatVersion::ALL);
        /// A number between 0 and 1 that defines the tolerance for block padding as a decimal fraction of stripe size.
        ///
        /// 0 to 1.
        padding_tolerance: f64 = "PaddingTolerance", Kind::Number(0.0, 1.0);
        /// The number of rows between index entries.
        ///
        /// At least 1000.
        row_index_stride: Int<1000> = "RowIndexStride", Kind::Integer(1000, i64::MAX);
        /// The number of bytes in each stripe.
        ///
        /// At least 8388608.
        stripe_size_bytes: Int<8388608> = "StripeSizeBytes", Kind::Integer(8388608, i64::MAX);
    }
}

object! {
    /// Specifies the serializer that you want Firehose to use to convert the format of your data before it writes it to Amazon S3.
    OutputFormatConfiguration;
    required {
    }
    optional {
        /// Specifies which serializer to use.
        serializer: Serializer = "Serializer", Kind::Object(Serializer::object_schema);
    }
}

object! {
    /// A serializer to use for converting data to the Parquet format before storing it in Amazon S3.
    ParquetSerDe;
    required {
    }
    optional {
        /// The Hadoop Distributed File System (HDFS) block size.
        ///
        /// At least 67108864.
        block_size_bytes: Int<67108864> = "BlockSizeBytes", Kind::Integer(67108864, i64::MAX);
        /// The compression code to use over data blocks.
        compression: ParquetSerDeCompression = "Compression", Kind::Values(ParquetSerDeCompression::ALL);
        /// Indicates whether to enable dictionary compression.
        enable_dictionary_compression: bool = "EnableDictionaryCompression", Kind::Bool;
        /// The maximum amount of padding to apply.
        ///
        /// At least 0.
        max_padding_bytes: Int<0> = "MaxPaddingBytes", Kind::Integer(0, i64::MAX);
        /// The Parquet page size.
        ///
        /// At least 65536.
        page_size_bytes: Int<65536> = "PageSizeBytes", Kind::Integer(65536, i64::MAX);
        /// Indicates the version of row format to output.
        writer_version: WriterVersion = "WriterVersion", Kind::Values(WriterVersion::ALL);
    }
}

object! {
    /// Represents a single field in a `PartitionSpec`.
    PartitionField;
    required {
        /// The column name to be configured in partition spec.
        ///
        /// 1 to 255 characters.
        source_name: String = "SourceName", Kind::Text(1, 255, Some(r"^\S+$"));
    }
    optional {
    }
}

object! {
    /// Represents how to produce partition data for a table.
    PartitionSpec;
    required {
    }
    optional {
        /// List of identity transforms that performs an identity transformation.
        identity: Vec<PartitionField> = "Identity", Kind::List(&Kind::Object(PartitionField::object_schema), 0, usize::MAX, true);
    }
}

object! {
    /// The `ProcessingConfiguration` property configures data processing for an Amazon Kinesis Data Firehose delivery stream.
    ProcessingConfiguration;
    required {
    }
    optional {
        /// Indicates whether data processing is enabled (true) or disabled (false).
        enabled: bool = "Enabled", Kind::Bool;
        /// The data processors.
        processors: Vec<Processor> = "Processors", Kind::List(&Kind::Object(Processor::object_schema), 0, usize::MAX, true);
    }
}

object! {
    /// The `Processor` property specifies a data processor for an Amazon Kinesis Data Firehose delivery stream.
    Processor;
    required {
        /// The type of processor.
        r#type: Type = "Type", Kind::Values(Type::ALL);
    }
    optional {
        /// The processor parameters.
        parameters: Vec<ProcessorParameter> = "Parameters", Kind::List(&Kind::Object(ProcessorParameter::object_schema), 0, usize::MAX, true);
    }
}

object! {
    /// The `ProcessorParameter` property specifies a processor parameter in a data processor for an Amazon Kinesis Data Firehose delivery stream.
    ProcessorParameter;
    required {
        /// The name of the parameter.
        parameter_name: ParameterName = "ParameterName", Kind::Values(ParameterName::ALL);
        /// The parameter value.
        ///
        /// 1 to 5120 characters.
        parameter_value: String = "ParameterValue", Kind::Text(1, 5120, None);
    }
    optional {
    }
}

object! {
    /// The `RedshiftDestinationConfiguration` property type specifies an Amazon Redshift cluster to which Amazon Kinesis Data Firehose (Kinesis Data Firehose) …
    RedshiftDestinationConfiguration;
    required {
        /// The connection string that Kinesis Data Firehose uses to connect to the Amazon Redshift cluster.
        ///
        /// 1 to 512 characters.
        cluster_jdbcurl: String = "ClusterJDBCURL", Kind::Text(1, 512, None);
        /// Configures the Amazon Redshift `COPY` command that Kinesis Data Firehose uses to load data into the cluster from the Amazon S3 bucket.
        copy_command: CopyCommand = "CopyCommand", Kind::Object(CopyCommand::object_schema);
        /// The ARN of the AWS Identity and Access Management (IAM) role that grants Kinesis Data Firehose access to your Amazon S3 bucket and AWS KMS (if you enable data …
        ///
        /// 1 to 512 characters.
        role_arn: String = "RoleARN", Kind::Text(1, 512, Some("arn:.*"));
        /// The S3 bucket where Kinesis Data Firehose first delivers data.
        s3_configuration: S3DestinationConfiguration = "S3Configuration", Kind::Object(S3DestinationConfiguration::object_schema);
    }
    optional {
        /// The CloudWatch logging options for your Firehose stream.
        cloud_watch_logging_options: CloudWatchLoggingOptions = "CloudWatchLoggingOptions", Kind::Object(CloudWatchLoggingOptions::object_schema);
        /// The password for the Amazon Redshift user that you specified in the `Username` property.
        ///
        /// 6 to 512 characters.
        password: String = "Password", Kind::Text(6, 512, None);
        /// The data processing configuration for the Kinesis Data Firehose delivery stream.
        processing_configuration: ProcessingConfiguration = "ProcessingConfiguration", Kind::Object(ProcessingConfiguration::object_schema);
        /// The retry behavior in case Firehose is unable to deliver documents to Amazon Redshift.
        retry_options: RedshiftRetryOptions = "RetryOptions", Kind::Object(RedshiftRetryOptions::object_schema);
        /// The configuration for backup in Amazon S3.
        s3_backup_configuration: S3DestinationConfiguration = "S3BackupConfiguration", Kind::Object(S3DestinationConfiguration::object_schema);
        /// The Amazon S3 backup mode.
        s3_backup_mode: RedshiftDestinationConfigurationS3BackupMode = "S3BackupMode", Kind::Values(RedshiftDestinationConfigurationS3BackupMode::ALL);
        /// The configuration that defines how you access secrets for Amazon Redshift.
        secrets_manager_configuration: SecretsManagerConfiguration = "SecretsManagerConfiguration", Kind::Object(SecretsManagerConfiguration::object_schema);
        /// The Amazon Redshift user that has permission to access the Amazon Redshift cluster.
        ///
        /// 1 to 512 characters.
        username: String = "Username", Kind::Text(1, 512, None);
    }
}

object! {
    /// Configures retry behavior in case Firehose is unable to deliver documents to Amazon Redshift.
    RedshiftRetryOptions;
    required {
    }
    optional {
        /// The length of time during which Firehose retries delivery after a failure, starting from the initial request and including the first attempt.
        ///
        /// 0 to 7200.
        duration_in_seconds: Int<0, 7200> = "DurationInSeconds", Kind::Integer(0, 7200);
    }
}

object! {
    /// Describes the retry behavior in case Kinesis Data Firehose is unable to deliver data to the specified HTTP endpoint destination, or if it doesn't receive a …
    RetryOptions;
    required {
    }
    optional {
        /// The total amount of time that Kinesis Data Firehose spends on retries.
        ///
        /// 0 to 7200.
        duration_in_seconds: Int<0, 7200> = "DurationInSeconds", Kind::Integer(0, 7200);
    }
}

object! {
    /// The `S3DestinationConfiguration` property type specifies an Amazon Simple Storage Service (Amazon S3) destination to which Amazon Kinesis Data Firehose …
    S3DestinationConfiguration;
    required {
        /// The Amazon Resource Name (ARN) of the Amazon S3 bucket to send data to.
        ///
        /// 1 to 2048 characters.
        bucket_arn: String = "BucketARN", Kind::Text(1, 2048, Some("arn:.*"));
        /// The ARN of an AWS Identity and Access Management (IAM) role that grants Kinesis Data Firehose access to your Amazon S3 bucket and AWS KMS (if you enable data …
        ///
        /// 1 to 512 characters.
        role_arn: String = "RoleARN", Kind::Text(1, 512, Some("arn:.*"));
    }
    optional {
        /// Configures how Kinesis Data Firehose buffers incoming data while delivering it to the Amazon S3 bucket.
        buffering_hints: BufferingHints = "BufferingHints", Kind::Object(BufferingHints::object_schema);
        /// The CloudWatch logging options for your Firehose stream.
        cloud_watch_logging_options: CloudWatchLoggingOptions = "CloudWatchLoggingOptions", Kind::Object(CloudWatchLoggingOptions::object_schema);
        /// The type of compression that Kinesis Data Firehose uses to compress the data that it delivers to the Amazon S3 bucket.
        compression_format: CompressionFormat = "CompressionFormat", Kind::Values(CompressionFormat::ALL);
        /// Configures Amazon Simple Storage Service (Amazon S3) server-side encryption.
        encryption_configuration: EncryptionConfiguration = "EncryptionConfiguration", Kind::Object(EncryptionConfiguration::object_schema);
        /// A prefix that Kinesis Data Firehose evaluates and adds to failed records before writing them to S3.
        ///
        /// 0 to 1024 characters.
        error_output_prefix: String = "ErrorOutputPrefix", Kind::Text(0, 1024, None);
        /// A prefix that Kinesis Data Firehose adds to the files that it delivers to the Amazon S3 bucket.
        ///
        /// 0 to 1024 characters.
        prefix: String = "Prefix", Kind::Text(0, 1024, None);
    }
}

object! {
    /// Specifies the schema to which you want Firehose to configure your data before it writes it to Amazon S3.
    SchemaConfiguration;
    required {
    }
    optional {
        /// The ID of the AWS Glue Data Catalog.
        ///
        /// 1 to 1024 characters.
        catalog_id: String = "CatalogId", Kind::Text(1, 1024, Some(r"^\S+$"));
        /// Specifies the name of the AWS Glue database that contains the schema for the output data. ) If the `SchemaConfiguration` request parameter is used as part of …
        ///
        /// 1 to 1024 characters.
        database_name: String = "DatabaseName", Kind::Text(1, 1024, Some(r"^\S+$"));
        /// If you don't specify an AWS Region, the default is the current Region.
        ///
        /// 1 to 1024 characters.
        region: String = "Region", Kind::Text(1, 1024, Some(r"^\S+$"));
        /// The role that Firehose can use to access AWS Glue.
        ///
        /// 1 to 512 characters.
        role_arn: String = "RoleARN", Kind::Text(1, 512, Some("arn:.*"));
        /// Specifies the AWS Glue table that contains the column information that constitutes your data schema. ) If the `SchemaConfiguration` request parameter is used …
        ///
        /// 1 to 1024 characters.
        table_name: String = "TableName", Kind::Text(1, 1024, Some(r"^\S+$"));
        /// Specifies the table version for the output data schema.
        ///
        /// 1 to 1024 characters.
        version_id: String = "VersionId", Kind::Text(1, 1024, Some(r"^\S+$"));
    }
}

object! {
    /// The configuration to enable schema evolution.
    SchemaEvolutionConfiguration;
    required {
    }
    optional {
        /// Specify whether you want to enable schema evolution.
        enabled: bool = "Enabled", Kind::Bool;
    }
}

object! {
    /// The structure that defines how Firehose accesses the secret.
    SecretsManagerConfiguration;
    required {
        /// Specifies whether you want to use the secrets manager feature.
        enabled: bool = "Enabled", Kind::Bool;
    }
    optional {
        /// Specifies the role that Firehose assumes when calling the Secrets Manager API operation.
        ///
        /// 1 to 512 characters.
        role_arn: String = "RoleARN", Kind::Text(1, 512, Some(r"arn:.*:iam::\d{12}:role/[a-zA-Z_0-9+=,.@\-_/]+"));
        /// The ARN of the secret that stores your credentials.
        ///
        /// 1 to 2048 characters.
        secret_arn: String = "SecretARN", Kind::Text(1, 2048, Some(r"arn:.*:secretsmanager:[a-zA-Z0-9\-]+:\d{12}:secret:[a-zA-Z0-9\-/_+=.@]+"));
    }
}

object! {
    /// The serializer that you want Firehose to use to convert data to the target format before writing it to Amazon S3.
    Serializer;
    required {
    }
    optional {
        /// A serializer to use for converting data to the ORC format before storing it in Amazon S3.
        orc_ser_de: OrcSerDe = "OrcSerDe", Kind::Object(OrcSerDe::object_schema);
        /// A serializer to use for converting data to the Parquet format before storing it in Amazon S3.
        parquet_ser_de: ParquetSerDe = "ParquetSerDe", Kind::Object(ParquetSerDe::object_schema);
    }
}

object! {
    /// Describes the buffering to perform before delivering data to the Snowflake destination.
    SnowflakeBufferingHints;
    required {
    }
    optional {
        /// Buffer incoming data for the specified period of time, in seconds, before delivering it to the destination.
        ///
        /// 0 to 900.
        interval_in_seconds: Int<0, 900> = "IntervalInSeconds", Kind::Integer(0, 900);
        /// Buffer incoming data to the specified size, in MBs, before delivering it to the destination.
        ///
        /// 1 to 128.
        size_in_m_bs: Int<1, 128> = "SizeInMBs", Kind::Integer(1, 128);
    }
}

object! {
    /// Configure Snowflake destination.
    SnowflakeDestinationConfiguration;
    required {
        /// URL for accessing your Snowflake account.
        ///
        /// 24 to 2048 characters.
        account_url: String = "AccountUrl", Kind::Text(24, 2048, Some(r".+?\.snowflakecomputing\.com"));
        /// All data in Snowflake is maintained in databases.
        ///
        /// 1 to 255 characters.
        database: String = "Database", Kind::Text(1, 255, None);
        /// The Amazon Resource Name (ARN) of the Snowflake role.
        ///
        /// 1 to 512 characters.
        role_arn: String = "RoleARN", Kind::Text(1, 512, Some("arn:.*"));
        /// `S3Configuration`, which AWS's schema does not describe.
        s3_configuration: S3DestinationConfiguration = "S3Configuration", Kind::Object(S3DestinationConfiguration::object_schema);
        /// Each database consists of one or more schemas, which are logical groupings of database objects, such as tables and views.
        ///
        /// 1 to 255 characters.
        schema: String = "Schema", Kind::Text(1, 255, None);
        /// All data in Snowflake is stored in database tables, logically structured as collections of columns and rows.
        ///
        /// 1 to 255 characters.
        table: String = "Table", Kind::Text(1, 255, None);
    }
    optional {
        /// Describes the buffering to perform before delivering data to the Snowflake destination.
        buffering_hints: SnowflakeBufferingHints = "BufferingHints", Kind::Object(SnowflakeBufferingHints::object_schema);
        /// `CloudWatchLoggingOptions`, which AWS's schema does not describe.
        cloud_watch_logging_options: CloudWatchLoggingOptions = "CloudWatchLoggingOptions", Kind::Object(CloudWatchLoggingOptions::object_schema);
        /// The name of the record content column.
        ///
        /// 1 to 255 characters.
        content_column_name: String = "ContentColumnName", Kind::Text(1, 255, None);
        /// Choose to load JSON keys mapped to table column names or choose to split the JSON payload where content is mapped to a record content column and source …
        data_loading_option: DataLoadingOption = "DataLoadingOption", Kind::Values(DataLoadingOption::ALL);
        /// Passphrase to decrypt the private key when the key is encrypted.
        ///
        /// 7 to 255 characters.
        key_passphrase: String = "KeyPassphrase", Kind::Text(7, 255, None);
        /// Specify a column name in the table, where the metadata information has to be loaded.
        ///
        /// 1 to 255 characters.
        meta_data_column_name: String = "MetaDataColumnName", Kind::Text(1, 255, None);
        /// The private key used to encrypt your Snowflake client.
        ///
        /// 256 to 4096 characters.
        private_key: String = "PrivateKey", Kind::Text(256, 4096, Some(r"^(?:[A-Za-z0-9+\/]{4})*(?:[A-Za-z0-9+\/]{2}==|[A-Za-z0-9+\/]{3}=)?$"));
        /// `ProcessingConfiguration`, which AWS's schema does not describe.
        processing_configuration: ProcessingConfiguration = "ProcessingConfiguration", Kind::Object(ProcessingConfiguration::object_schema);
        /// The time period where Firehose will retry sending data to the chosen HTTP endpoint.
        retry_options: SnowflakeRetryOptions = "RetryOptions", Kind::Object(SnowflakeRetryOptions::object_schema);
        /// Choose an S3 backup mode.
        s3_backup_mode: SnowflakeDestinationConfigurationS3BackupMode = "S3BackupMode", Kind::Values(SnowflakeDestinationConfigurationS3BackupMode::ALL);
        /// The configuration that defines how you access secrets for Snowflake.
        secrets_manager_configuration: SecretsManagerConfiguration = "SecretsManagerConfiguration", Kind::Object(SecretsManagerConfiguration::object_schema);
        /// Optionally configure a Snowflake role.
        snowflake_role_configuration: SnowflakeRoleConfiguration = "SnowflakeRoleConfiguration", Kind::Object(SnowflakeRoleConfiguration::object_schema);
        /// The VPCE ID for Firehose to privately connect with Snowflake.
        snowflake_vpc_configuration: SnowflakeVpcConfiguration = "SnowflakeVpcConfiguration", Kind::Object(SnowflakeVpcConfiguration::object_schema);
        /// User login name for the Snowflake account.
        ///
        /// 1 to 255 characters.
        user: String = "User", Kind::Text(1, 255, None);
    }
}

object! {
    /// Specify how long Firehose retries sending data to the New Relic HTTP endpoint.
    SnowflakeRetryOptions;
    required {
    }
    optional {
        /// the time period where Firehose will retry sending data to the chosen HTTP endpoint.
        ///
        /// 0 to 7200.
        duration_in_seconds: Int<0, 7200> = "DurationInSeconds", Kind::Integer(0, 7200);
    }
}

object! {
    /// Optionally configure a Snowflake role.
    SnowflakeRoleConfiguration;
    required {
    }
    optional {
        /// Enable Snowflake role.
        enabled: bool = "Enabled", Kind::Bool;
        /// The Snowflake role you wish to configure.
        ///
        /// 1 to 255 characters.
        snowflake_role: String = "SnowflakeRole", Kind::Text(1, 255, None);
    }
}

object! {
    /// Configure a Snowflake VPC.
    SnowflakeVpcConfiguration;
    required {
        /// The VPCE ID for Firehose to privately connect with Snowflake.
        ///
        /// 47 to 255 characters.
        private_link_vpce_id: String = "PrivateLinkVpceId", Kind::Text(47, 255, Some(r"([a-zA-Z0-9\-\_]+\.){2,3}vpce\.[a-zA-Z0-9\-]*\.vpce-svc\-[a-zA-Z0-9\-]{17}$"));
    }
    optional {
    }
}

object! {
    /// The buffering options.
    SplunkBufferingHints;
    required {
    }
    optional {
        /// Buffer incoming data for the specified period of time, in seconds, before delivering it to the destination.
        ///
        /// 0 to 60.
        interval_in_seconds: Int<0, 60> = "IntervalInSeconds", Kind::Integer(0, 60);
        /// Buffer incoming data to the specified size, in MBs, before delivering it to the destination.
        ///
        /// 1 to 5.
        size_in_m_bs: Int<1, 5> = "SizeInMBs", Kind::Integer(1, 5);
    }
}

object! {
    /// The `SplunkDestinationConfiguration` property type specifies the configuration of a destination in Splunk for a Kinesis Data Firehose delivery stream.
    SplunkDestinationConfiguration;
    required {
        /// The HTTP Event Collector (HEC) endpoint to which Firehose sends your data.
        ///
        /// 0 to 2048 characters.
        hec_endpoint: String = "HECEndpoint", Kind::Text(0, 2048, None);
        /// This type can be either `Raw` or `Event`.
        hec_endpoint_type: HecEndpointType = "HECEndpointType", Kind::Values(HecEndpointType::ALL);
        /// The configuration for the backup Amazon S3 location.
        s3_configuration: S3DestinationConfiguration = "S3Configuration", Kind::Object(S3DestinationConfiguration::object_schema);
    }
    optional {
        /// The buffering options.
        buffering_hints: SplunkBufferingHints = "BufferingHints", Kind::Object(SplunkBufferingHints::object_schema);
        /// The Amazon CloudWatch logging options for your Firehose stream.
        cloud_watch_logging_options: CloudWatchLoggingOptions = "CloudWatchLoggingOptions", Kind::Object(CloudWatchLoggingOptions::object_schema);
        /// The amount of time that Firehose waits to receive an acknowledgment from Splunk after it sends it data.
        ///
        /// 180 to 600.
        hec_acknowledgment_timeout_in_seconds: Int<180, 600> = "HECAcknowledgmentTimeoutInSeconds", Kind::Integer(180, 600);
        /// This is a GUID that you obtain from your Splunk cluster when you create a new HEC endpoint.
        ///
        /// 0 to 2048 characters.
        hec_token: String = "HECToken", Kind::Text(0, 2048, None);
        /// The data processing configuration.
        processing_configuration: ProcessingConfiguration = "ProcessingConfiguration", Kind::Object(ProcessingConfiguration::object_schema);
        /// The retry behavior in case Firehose is unable to deliver data to Splunk, or if it doesn't receive an acknowledgment of receipt from Splunk.
        retry_options: SplunkRetryOptions = "RetryOptions", Kind::Object(SplunkRetryOptions::object_schema);
        /// Defines how documents should be delivered to Amazon S3.
        s3_backup_mode: SplunkDestinationConfigurationS3BackupMode = "S3BackupMode", Kind::Values(SplunkDestinationConfigurationS3BackupMode::ALL);
        /// The configuration that defines how you access secrets for Splunk.
        secrets_manager_configuration: SecretsManagerConfiguration = "SecretsManagerConfiguration", Kind::Object(SecretsManagerConfiguration::object_schema);
    }
}

object! {
    /// The `SplunkRetryOptions` property type specifies retry behavior in case Kinesis Data Firehose is unable to deliver documents to Splunk or if it doesn't receive …
    SplunkRetryOptions;
    required {
    }
    optional {
        /// The total amount of time that Firehose spends on retries.
        ///
        /// 0 to 7200.
        duration_in_seconds: Int<0, 7200> = "DurationInSeconds", Kind::Integer(0, 7200);
    }
}

object! {
    /// The configuration to enable automatic table creation.
    TableCreationConfiguration;
    required {
    }
    optional {
        /// Specify whether you want to enable automatic table creation.
        enabled: bool = "Enabled", Kind::Bool;
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
    }
    optional {
        /// `Value`, which AWS's schema does not describe.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, Some(r"^[\p{L}\p{Z}\p{N}_.:\/=+\-@%]*$"));
    }
}

object! {
    /// The details of the VPC of the Amazon ES destination.
    VpcConfiguration;
    required {
        /// The ARN of the IAM role that you want the delivery stream to use to create endpoints in the destination VPC.
        ///
        /// 1 to 512 characters.
        role_arn: String = "RoleARN", Kind::Text(1, 512, Some("arn:.*"));
        /// The IDs of the security groups that you want Kinesis Data Firehose to use when it creates ENIs in the VPC of the Amazon ES destination.
        ///
        /// 1 to 5 items.
        security_group_ids: Vec<String> = "SecurityGroupIds", Kind::List(&Kind::Text(1, 1024, Some(r"^\S+$")), 1, 5, true);
        /// The IDs of the subnets that Kinesis Data Firehose uses to create ENIs in the VPC of the Amazon ES destination.
        ///
        /// 1 to 16 items.
        subnet_ids: Vec<String> = "SubnetIds", Kind::List(&Kind::Text(1, 1024, Some(r"^\S+$")), 1, 16, true);
    }
    optional {
    }
}

values! {
    /// The values of `Compression`.
    Compression {
        None = "NONE",
        Snappy = "SNAPPY",
        Zlib = "ZLIB",
    }
}

values! {
    /// The values of `CompressionFormat`.
    CompressionFormat {
        Gzip = "GZIP",
        HadoopSnappy = "HADOOP_SNAPPY",
        Snappy = "Snappy",
        Uncompressed = "UNCOMPRESSED",
        Zip = "ZIP",
    }
}

values! {
    /// The values of `Connectivity`.
    Connectivity {
        Private = "PRIVATE",
        Public = "PUBLIC",
    }
}

values! {
    /// The values of `ContentEncoding`.
    ContentEncoding {
        Gzip = "GZIP",
        None = "NONE",
    }
}

values! {
    /// The values of `DataLoadingOption`.
    DataLoadingOption {
        JsonMapping = "JSON_MAPPING",
        VariantContentAndMetadataMapping = "VARIANT_CONTENT_AND_METADATA_MAPPING",
        VariantContentMapping = "VARIANT_CONTENT_MAPPING",
    }
}

values! {
    /// The values of `DatabaseSourceConfigurationType`.
    DatabaseSourceConfigurationType {
        MySql = "MySQL",
        PostgreSql = "PostgreSQL",
    }
}

values! {
    /// The values of `DefaultDocumentIdFormat`.
    DefaultDocumentIdFormat {
        FirehoseDefault = "FIREHOSE_DEFAULT",
        NoDocumentId = "NO_DOCUMENT_ID",
    }
}

values! {
    /// The values of `DeliveryStreamType`.
    DeliveryStreamType {
        DatabaseAsSource = "DatabaseAsSource",
        DirectPut = "DirectPut",
        KinesisStreamAsSource = "KinesisStreamAsSource",
        MskAsSource = "MSKAsSource",
    }
}

values! {
    /// The values of `ExtendedS3DestinationConfigurationS3BackupMode`.
    ExtendedS3DestinationConfigurationS3BackupMode {
        Disabled = "Disabled",
        Enabled = "Enabled",
    }
}

values! {
    /// The values of `FormatVersion`.
    FormatVersion {
        V011 = "V0_11",
        V012 = "V0_12",
    }
}

values! {
    /// The values of `HecEndpointType`.
    HecEndpointType {
        Event = "Event",
        Raw = "Raw",
    }
}

values! {
    /// The values of `HttpEndpointDestinationConfigurationS3BackupMode`.
    HttpEndpointDestinationConfigurationS3BackupMode {
        AllData = "AllData",
        FailedDataOnly = "FailedDataOnly",
    }
}

values! {
    /// The values of `IcebergDestinationConfigurationS3BackupMode`.
    IcebergDestinationConfigurationS3BackupMode {
        AllData = "AllData",
        FailedDataOnly = "FailedDataOnly",
    }
}

values! {
    /// The values of `IndexRotationPeriod`.
    IndexRotationPeriod {
        NoRotation = "NoRotation",
        OneDay = "OneDay",
        OneHour = "OneHour",
        OneMonth = "OneMonth",
        OneWeek = "OneWeek",
    }
}

values! {
    /// The values of `KeyType`.
    KeyType {
        AwsOwnedCmk = "AWS_OWNED_CMK",
        CustomerManagedCmk = "CUSTOMER_MANAGED_CMK",
    }
}

values! {
    /// The values of `NoEncryptionConfig`.
    NoEncryptionConfig {
        NoEncryption = "NoEncryption",
    }
}

values! {
    /// The values of `ParameterName`.
    ParameterName {
        BufferIntervalInSeconds = "BufferIntervalInSeconds",
        BufferSizeInMBs = "BufferSizeInMBs",
        CompressionFormat = "CompressionFormat",
        DataMessageExtraction = "DataMessageExtraction",
        Delimiter = "Delimiter",
        JsonParsingEngine = "JsonParsingEngine",
        LambdaArn = "LambdaArn",
        MetadataExtractionQuery = "MetadataExtractionQuery",
        NumberOfRetries = "NumberOfRetries",
        RoleArn = "RoleArn",
        SubRecordType = "SubRecordType",
    }
}

values! {
    /// The values of `ParquetSerDeCompression`.
    ParquetSerDeCompression {
        Gzip = "GZIP",
        Snappy = "SNAPPY",
        Uncompressed = "UNCOMPRESSED",
    }
}

values! {
    /// The values of `RedshiftDestinationConfigurationS3BackupMode`.
    RedshiftDestinationConfigurationS3BackupMode {
        Disabled = "Disabled",
        Enabled = "Enabled",
    }
}

values! {
    /// The values of `S3BackupMode`.
    S3BackupMode {
        AllDocuments = "AllDocuments",
        FailedDocumentsOnly = "FailedDocumentsOnly",
    }
}

values! {
    /// The values of `SnowflakeDestinationConfigurationS3BackupMode`.
    SnowflakeDestinationConfigurationS3BackupMode {
        AllData = "AllData",
        FailedDataOnly = "FailedDataOnly",
    }
}

values! {
    /// The values of `SplunkDestinationConfigurationS3BackupMode`.
    SplunkDestinationConfigurationS3BackupMode {
        AllEvents = "AllEvents",
        FailedEventsOnly = "FailedEventsOnly",
    }
}

values! {
    /// The values of `SslMode`.
    SslMode {
        Disabled = "Disabled",
        Enabled = "Enabled",
    }
}

values! {
    /// The values of `Type`.
    Type {
        AppendDelimiterToRecord = "AppendDelimiterToRecord",
        CloudWatchLogProcessing = "CloudWatchLogProcessing",
        Decompression = "Decompression",
        Lambda = "Lambda",
        MetadataExtraction = "MetadataExtraction",
        RecordDeAggregation = "RecordDeAggregation",
    }
}

values! {
    /// The values of `WriterVersion`.
    WriterVersion {
        V1 = "V1",
        V2 = "V2",
    }
}
