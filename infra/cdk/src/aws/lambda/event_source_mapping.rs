// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Lambda::EventSourceMapping` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::Lambda::EventSourceMapping` resource creates a mapping between an event source and an AWS Lambda function.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html>
    EventSourceMapping = "AWS::Lambda::EventSourceMapping";
    required {
        /// The name or ARN of the Lambda function.
        ///
        /// 1 to 140 characters.
        function_name: String = "FunctionName", Kind::Text(1, 140, Some(r"(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\$LATEST(\.PUBLISHED)?|[a-zA-Z0-9-_]+))?"));
    }
    optional {
        /// Specific configuration settings for an Amazon Managed Streaming for Apache Kafka (Amazon MSK) event source.
        ///
        /// Changing it replaces the resource.
        amazon_managed_kafka_event_source_config: AmazonManagedKafkaEventSourceConfig = "AmazonManagedKafkaEventSourceConfig", Kind::Object(AmazonManagedKafkaEventSourceConfig::object_schema);
        /// The maximum number of records in each batch that Lambda pulls from your stream or queue and sends to your function.
        ///
        /// 1 to 10000.
        batch_size: Int<1, 10000> = "BatchSize", Kind::Integer(1, 10000);
        /// (Kinesis and DynamoDB Streams only) If the function returns an error, split the batch in two and retry.
        bisect_batch_on_function_error: bool = "BisectBatchOnFunctionError", Kind::Bool;
        /// (Kinesis, DynamoDB Streams, Amazon MSK, and self-managed Apache Kafka) A configuration object that specifies the destination of an event after Lambda processes …
        destination_config: DestinationConfig = "DestinationConfig", Kind::Object(DestinationConfig::object_schema);
        /// Specific configuration settings for a DocumentDB event source.
        document_db_event_source_config: DocumentDbEventSourceConfig = "DocumentDBEventSourceConfig", Kind::Object(DocumentDbEventSourceConfig::object_schema);
        /// When true, the event source mapping is active.
        enabled: bool = "Enabled", Kind::Bool;
        /// The Amazon Resource Name (ARN) of the event source. - Amazon Kinesis – The ARN of the data stream or a stream consumer. - Amazon DynamoDB Streams – The ARN of …
        ///
        /// 12 to 1024 characters. Changing it replaces the resource.
        event_source_arn: String = "EventSourceArn", Kind::Text(12, 1024, Some(r"arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1})?:(\d{12})?:(.*)"));
        /// An object that defines the filter criteria that determine whether Lambda should process an event.
        filter_criteria: FilterCriteria = "FilterCriteria", Kind::Object(FilterCriteria::object_schema);
        /// (Kinesis, DynamoDB Streams, and SQS) A list of current response type enums applied to the event source mapping.
        ///
        /// 0 to 1 items.
        function_response_types: Vec<FunctionResponseTypes> = "FunctionResponseTypes", Kind::List(&Kind::Values(FunctionResponseTypes::ALL), 0, 1, true);
        /// The ARN of the AWS Key Management Service ( AWS) customer managed key that Lambda uses to encrypt your function's filter criteria.
        ///
        /// 12 to 2048 characters.
        kms_key_arn: String = "KmsKeyArn", Kind::Text(12, 2048, Some("(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()"));
        /// The function's Amazon CloudWatch Logs configuration settings.
        logging_config: LoggingConfig = "LoggingConfig", Kind::Object(LoggingConfig::object_schema);
        /// The maximum amount of time, in seconds, that Lambda spends gathering records before invoking the function.
        ///
        /// 0 to 300.
        maximum_batching_window_in_seconds: Int<0, 300> = "MaximumBatchingWindowInSeconds", Kind::Integer(0, 300);
        /// (Kinesis, DynamoDB Streams, Amazon MSK, and self-managed Apache Kafka) Discard records older than the specified age.
        ///
        /// -1 to 604800.
        maximum_record_age_in_seconds: Int<-1, 604800> = "MaximumRecordAgeInSeconds", Kind::Integer(-1, 604800);
        /// (Kinesis, DynamoDB Streams, Amazon MSK, and self-managed Apache Kafka) Discard records after the specified number of retries.
        ///
        /// -1 to 10000.
        maximum_retry_attempts: Int<-1, 10000> = "MaximumRetryAttempts", Kind::Integer(-1, 10000);
        /// The metrics configuration for your event source.
        metrics_config: MetricsConfig = "MetricsConfig", Kind::Object(MetricsConfig::object_schema);
        /// (Kinesis and DynamoDB Streams only) The number of batches to process concurrently from each shard.
        ///
        /// 1 to 10.
        parallelization_factor: Int<1, 10> = "ParallelizationFactor", Kind::Integer(1, 10);
        /// (Amazon SQS, Amazon MSK, and self-managed Apache Kafka only) The provisioned mode configuration for the event source.
        provisioned_poller_config: ProvisionedPollerConfig = "ProvisionedPollerConfig", Kind::Object(ProvisionedPollerConfig::object_schema);
        /// (Amazon MQ) The name of the Amazon MQ broker destination queue to consume.
        ///
        /// 1 to 1 items.
        queues: Vec<String> = "Queues", Kind::List(&Kind::Text(1, 1000, None), 1, 1, true);
        /// This property is for Amazon SQS event sources only.
        scaling_config: ScalingConfig = "ScalingConfig", Kind::Object(ScalingConfig::object_schema);
        /// The self-managed Apache Kafka cluster for your event source.
        ///
        /// Changing it replaces the resource.
        self_managed_event_source: SelfManagedEventSource = "SelfManagedEventSource", Kind::Object(SelfManagedEventSource::object_schema);
        /// Specific configuration settings for a self-managed Apache Kafka event source.
        ///
        /// Changing it replaces the resource.
        self_managed_kafka_event_source_config: SelfManagedKafkaEventSourceConfig = "SelfManagedKafkaEventSourceConfig", Kind::Object(SelfManagedKafkaEventSourceConfig::object_schema);
        /// An array of the authentication protocol, VPC components, or virtual host to secure and define your event source.
        ///
        /// 1 to 29 items.
        source_access_configurations: Vec<SourceAccessConfiguration> = "SourceAccessConfigurations", Kind::List(&Kind::Object(SourceAccessConfiguration::object_schema), 1, 29, true);
        /// The position in a stream from which to start reading.
        ///
        /// 6 to 12 characters. Changing it replaces the resource.
        starting_position: String = "StartingPosition", Kind::Text(6, 12, Some("(LATEST|TRIM_HORIZON|AT_TIMESTAMP)+"));
        /// With `StartingPosition` set to `AT_TIMESTAMP`, the time from which to start reading, in Unix time seconds.
        ///
        /// Changing it replaces the resource.
        starting_position_timestamp: f64 = "StartingPositionTimestamp", NUMBER;
        /// A list of tags to add to the event source mapping. ) You must have the `lambda:TagResource`, `lambda:UntagResource`, and `lambda:ListTags` permissions for your …
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, usize::MAX, true);
        /// The name of the Kafka topic.
        ///
        /// 1 to 1 items.
        topics: Vec<String> = "Topics", Kind::List(&Kind::Text(1, 249, Some(r"^[^.]([a-zA-Z0-9\-_.]+)")), 1, 1, true);
        /// (Kinesis and DynamoDB Streams only) The duration in seconds of a processing window for DynamoDB and Kinesis Streams event sources.
        ///
        /// 0 to 900.
        tumbling_window_in_seconds: Int<0, 900> = "TumblingWindowInSeconds", Kind::Integer(0, 900);
    }
    attributes {
        /// The Amazon Resource Name (ARN) of the event source mapping.
        event_source_mapping_arn: String = "EventSourceMappingArn";
        /// The event source mapping's ID.
        id: String = "Id";
    }
    replaces ["AmazonManagedKafkaEventSourceConfig", "EventSourceArn", "SelfManagedEventSource", "SelfManagedKafkaEventSourceConfig", "StartingPosition", "StartingPositionTimestamp"]
    may_replace []
}

object! {
    /// Specific configuration settings for an Amazon Managed Streaming for Apache Kafka (Amazon MSK) event source.
    AmazonManagedKafkaEventSourceConfig;
    required {
    }
    optional {
        /// The identifier for the Kafka consumer group to join.
        ///
        /// 1 to 200 characters.
        consumer_group_id: String = "ConsumerGroupId", Kind::Text(1, 200, Some(r"[a-zA-Z0-9-\/*:_+=.@-]*"));
        /// Specific configuration settings for a Kafka schema registry.
        schema_registry_config: SchemaRegistryConfig = "SchemaRegistryConfig", Kind::Object(SchemaRegistryConfig::object_schema);
    }
}

object! {
    /// A configuration object that specifies the destination of an event after Lambda processes it.
    DestinationConfig;
    required {
    }
    optional {
        /// The destination configuration for failed invocations.
        on_failure: OnFailure = "OnFailure", Kind::Object(OnFailure::object_schema);
    }
}

object! {
    /// Specific configuration settings for a DocumentDB event source.
    DocumentDbEventSourceConfig;
    required {
    }
    optional {
        /// The name of the collection to consume within the database.
        ///
        /// 1 to 57 characters.
        collection_name: String = "CollectionName", Kind::Text(1, 57, None);
        /// The name of the database to consume within the DocumentDB cluster.
        ///
        /// 1 to 63 characters.
        database_name: String = "DatabaseName", Kind::Text(1, 63, Some(r"^[^ /\.$\x22]*$"));
        /// Determines what DocumentDB sends to your event stream during document update operations.
        full_document: FullDocument = "FullDocument", Kind::Values(FullDocument::ALL);
    }
}

object! {
    /// The list of bootstrap servers for your Kafka brokers in the following format: `"KafkaBootstrapServers": ("abc.xyz.com:xxxx","abc2.xyz.com:xxxx")`.
    Endpoints;
    required {
    }
    optional {
        /// The list of bootstrap servers for your Kafka brokers in the following format: `"KafkaBootstrapServers": ("abc.xyz.com:xxxx","abc2.xyz.com:xxxx")`.
        ///
        /// 1 to 10 items.
        kafka_bootstrap_servers: Vec<String> = "KafkaBootstrapServers", Kind::List(&Kind::Text(1, 300, Some(r"^(([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\-]*[a-zA-Z0-9])\.)*([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9\-]*[A-Za-z0-9]):[0-9]{1,5}")), 1, 10, true);
    }
}

object! {
    /// A structure within a `FilterCriteria` object that defines an event filtering pattern.
    Filter;
    required {
    }
    optional {
        /// A filter pattern.
        ///
        /// 0 to 4096 characters.
        pattern: String = "Pattern", Kind::Text(0, 4096, None);
    }
}

object! {
    /// An object that contains the filters for an event source.
    FilterCriteria;
    required {
    }
    optional {
        /// A list of filters.
        ///
        /// 1 to 20 items.
        filters: Vec<Filter> = "Filters", Kind::List(&Kind::Object(Filter::object_schema), 1, 20, true);
    }
}

object! {
    /// The function's Amazon CloudWatch Logs configuration settings.
    LoggingConfig;
    required {
    }
    optional {
        /// Set this property to filter the system logs for your function that Lambda sends to CloudWatch.
        system_log_level: SystemLogLevel = "SystemLogLevel", Kind::Values(SystemLogLevel::ALL);
    }
}

object! {
    /// The metrics configuration for your event source.
    MetricsConfig;
    required {
    }
    optional {
        /// The metrics you want your event source mapping to produce.
        ///
        /// 0 to 3 items.
        metrics: Vec<Metrics> = "Metrics", Kind::List(&Kind::Values(Metrics::ALL), 0, 3, true);
    }
}

object! {
    /// A destination for events that failed processing.
    OnFailure;
    required {
    }
    optional {
        /// The Amazon Resource Name (ARN) of the destination resource.
        ///
        /// 12 to 1024 characters.
        destination: String = "Destination", Kind::Text(12, 1024, Some(r"^$|kafka://([^.]([a-zA-Z0-9\-_.]{0,248}))|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1})?:(\d{12})?:(.*)"));
    }
}

object! {
    /// The provisioned mode configuration for the event source.
    ProvisionedPollerConfig;
    required {
    }
    optional {
        /// The maximum number of event pollers this event source can scale up to.
        ///
        /// 1 to 10000.
        maximum_pollers: Int<1, 10000> = "MaximumPollers", Kind::Integer(1, 10000);
        /// The minimum number of event pollers this event source can scale down to.
        ///
        /// 1 to 200.
        minimum_pollers: Int<1, 200> = "MinimumPollers", Kind::Integer(1, 200);
        /// (Amazon MSK and self-managed Apache Kafka) The name of the provisioned poller group.
        ///
        /// 0 to 128 characters.
        poller_group_name: String = "PollerGroupName", Kind::Text(0, 128, Some("^[a-zA-Z0-9-_]*$"));
    }
}

object! {
    /// (Amazon SQS only) The scaling configuration for the event source.
    ScalingConfig;
    required {
    }
    optional {
        /// Limits the number of concurrent instances that the Amazon SQS event source can invoke.
        ///
        /// 2 to 1000.
        maximum_concurrency: Int<2, 1000> = "MaximumConcurrency", Kind::Integer(2, 1000);
    }
}

object! {
    /// Specific access configuration settings that tell Lambda how to authenticate with your schema registry.
    SchemaRegistryAccessConfig;
    required {
    }
    optional {
        /// The type of authentication Lambda uses to access your schema registry.
        r#type: Type = "Type", Kind::Values(Type::ALL);
        /// The URI of the secret (Secrets Manager secret ARN) to authenticate with your schema registry.
        ///
        /// 1 to 10000 characters.
        uri: String = "URI", Kind::Text(1, 10000, Some(r"arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1})?:(\d{12})?:(.*)"));
    }
}

object! {
    /// Specific configuration settings for a Kafka schema registry.
    SchemaRegistryConfig;
    required {
    }
    optional {
        /// An array of access configuration objects that tell Lambda how to authenticate with your schema registry.
        ///
        /// 0 to 2 items.
        access_configs: Vec<SchemaRegistryAccessConfig> = "AccessConfigs", Kind::List(&Kind::Object(SchemaRegistryAccessConfig::object_schema), 0, 2, true);
        /// The record format that Lambda delivers to your function after schema validation. - Choose `JSON` to have Lambda deliver the record to your function as a …
        event_record_format: EventRecordFormat = "EventRecordFormat", Kind::Values(EventRecordFormat::ALL);
        /// The URI for your schema registry.
        ///
        /// 1 to 10000 characters.
        schema_registry_uri: String = "SchemaRegistryURI", Kind::Text(1, 10000, Some("[a-zA-Z0-9-/*:_+=.@-]*"));
        /// An array of schema validation configuration objects, which tell Lambda the message attributes you want to validate and filter using your schema registry.
        ///
        /// 1 to 2 items.
        schema_validation_configs: Vec<SchemaValidationConfig> = "SchemaValidationConfigs", Kind::List(&Kind::Object(SchemaValidationConfig::object_schema), 1, 2, true);
    }
}

object! {
    /// Specific schema validation configuration settings that tell Lambda the message attributes you want to validate and filter using your schema registry.
    SchemaValidationConfig;
    required {
    }
    optional {
        /// The attributes you want your schema registry to validate and filter for.
        attribute: Attribute = "Attribute", Kind::Values(Attribute::ALL);
    }
}

object! {
    /// The self-managed Apache Kafka cluster for your event source.
    SelfManagedEventSource;
    required {
    }
    optional {
        /// The list of bootstrap servers for your Kafka brokers in the following format: `"KafkaBootstrapServers": ("abc.xyz.com:xxxx","abc2.xyz.com:xxxx")`.
        endpoints: Endpoints = "Endpoints", Kind::Object(Endpoints::object_schema);
    }
}

object! {
    /// Specific configuration settings for a self-managed Apache Kafka event source.
    SelfManagedKafkaEventSourceConfig;
    required {
    }
    optional {
        /// The identifier for the Kafka consumer group to join.
        ///
        /// 1 to 200 characters.
        consumer_group_id: String = "ConsumerGroupId", Kind::Text(1, 200, Some(r"[a-zA-Z0-9-\/*:_+=.@-]*"));
        /// The mode that determines how Lambda reads from a Kafka topic.
        consumption_mode: ConsumptionMode = "ConsumptionMode", Kind::Values(ConsumptionMode::ALL);
        /// Specific configuration settings for a Kafka schema registry.
        schema_registry_config: SchemaRegistryConfig = "SchemaRegistryConfig", Kind::Object(SchemaRegistryConfig::object_schema);
    }
}

object! {
    /// An array of the authentication protocol, VPC components, or virtual host to secure and define your event source.
    SourceAccessConfiguration;
    required {
    }
    optional {
        /// The type of authentication protocol, VPC components, or virtual host for your event source.
        r#type: SourceAccessConfigurationType = "Type", Kind::Values(SourceAccessConfigurationType::ALL);
        /// The value for your chosen configuration in `Type`.
        ///
        /// 1 to 200 characters.
        uri: String = "URI", Kind::Text(1, 200, Some(r"[a-zA-Z0-9-\/*:_+=.@-]*"));
    }
}

object! {
    /// A tag to apply to the event source mapping.
    Tag;
    required {
        /// The key for this tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
    }
    optional {
        /// The value for this tag.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
}

values! {
    /// The values of `Attribute`.
    Attribute {
        Key = "KEY",
        Value = "VALUE",
    }
}

values! {
    /// The values of `ConsumptionMode`.
    ConsumptionMode {
        Queue = "Queue",
        Stream = "Stream",
    }
}

values! {
    /// The values of `EventRecordFormat`.
    EventRecordFormat {
        Json = "JSON",
        Source = "SOURCE",
    }
}

values! {
    /// The values of `FullDocument`.
    FullDocument {
        Default = "Default",
        UpdateLookup = "UpdateLookup",
    }
}

values! {
    /// The values of `FunctionResponseTypes`.
    FunctionResponseTypes {
        ReportBatchItemFailures = "ReportBatchItemFailures",
    }
}

values! {
    /// The values of `Metrics`.
    Metrics {
        ErrorCount = "ErrorCount",
        EventCount = "EventCount",
        KafkaMetrics = "KafkaMetrics",
    }
}

values! {
    /// The values of `SourceAccessConfigurationType`.
    SourceAccessConfigurationType {
        BasicAuth = "BASIC_AUTH",
        ClientCertificateTlsAuth = "CLIENT_CERTIFICATE_TLS_AUTH",
        IamAuth = "IAM_AUTH",
        IamOauthbearerAuth = "IAM_OAUTHBEARER_AUTH",
        OauthbearerAudience = "OAUTHBEARER_AUDIENCE",
        OauthbearerAuth = "OAUTHBEARER_AUTH",
        OauthbearerIdentityPool = "OAUTHBEARER_IDENTITY_POOL",
        OauthbearerLogicalCluster = "OAUTHBEARER_LOGICAL_CLUSTER",
        OauthbearerScope = "OAUTHBEARER_SCOPE",
        SaslScram256Auth = "SASL_SCRAM_256_AUTH",
        SaslScram512Auth = "SASL_SCRAM_512_AUTH",
        ServerRootCaCertificate = "SERVER_ROOT_CA_CERTIFICATE",
        VirtualHost = "VIRTUAL_HOST",
        VpcSecurityGroup = "VPC_SECURITY_GROUP",
        VpcSubnet = "VPC_SUBNET",
    }
}

values! {
    /// The values of `SystemLogLevel`.
    SystemLogLevel {
        Debug = "DEBUG",
        Info = "INFO",
        Warn = "WARN",
    }
}

values! {
    /// The values of `Type`.
    Type {
        BasicAuth = "BASIC_AUTH",
        ClientCertificateTlsAuth = "CLIENT_CERTIFICATE_TLS_AUTH",
        OauthbearerAuth = "OAUTHBEARER_AUTH",
        ServerRootCaCertificate = "SERVER_ROOT_CA_CERTIFICATE",
    }
}
