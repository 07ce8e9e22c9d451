// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Pipes::Pipe` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Specifies a pipe.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-pipes-pipe.html>
    Pipe = "AWS::Pipes::Pipe";
    required {
        /// The ARN of the role that allows the pipe to send data to the target.
        ///
        /// 1 to 1600 characters.
        role_arn: String = "RoleArn", Kind::Text(1, 1600, Some(r"^arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z0-9+=,.@\-_/]+$"));
        /// The ARN of the source resource.
        ///
        /// 1 to 1600 characters. Changing it replaces the resource.
        source: String = "Source", Kind::Text(1, 1600, Some(r"^smk://(([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\-]*[a-zA-Z0-9])\.)*([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9\-]*[A-Za-z0-9]):[0-9]{1,5}|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-]+):([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1})?:(\d{12})?:(.+)$"));
        /// The ARN of the target resource.
        ///
        /// 1 to 1600 characters.
        target: String = "Target", Kind::Text(1, 1600, Some(r"^arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-]+):([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1})?:(\d{12})?:(.+)$"));
    }
    optional {
        /// A description of the pipe.
        ///
        /// 0 to 512 characters.
        description: String = "Description", Kind::Text(0, 512, None);
        /// The state the pipe should be in.
        desired_state: RequestedPipeState = "DesiredState", Kind::Values(RequestedPipeState::ALL);
        /// The ARN of the enrichment resource.
        ///
        /// 0 to 1600 characters.
        enrichment: String = "Enrichment", Kind::Text(0, 1600, Some(r"^$|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-]+):([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1})?:(\d{12})?:(.+)$"));
        /// The parameters required to set up enrichment on your pipe.
        enrichment_parameters: PipeEnrichmentParameters = "EnrichmentParameters", Kind::Object(PipeEnrichmentParameters::object_schema);
        /// The identifier of the AWS customer managed key for EventBridge to use, if you choose to use a customer managed key to encrypt pipe data.
        ///
        /// 0 to 2048 characters.
        kms_key_identifier: String = "KmsKeyIdentifier", Kind::Text(0, 2048, Some(r"^[a-zA-Z0-9_\-/:]*$"));
        /// The logging configuration settings for the pipe.
        log_configuration: PipeLogConfiguration = "LogConfiguration", Kind::Object(PipeLogConfiguration::object_schema);
        /// The name of the pipe.
        ///
        /// 1 to 64 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 64, Some(r"^[\.\-_A-Za-z0-9]+$"));
        /// The parameters required to set up a source for your pipe.
        source_parameters: PipeSourceParameters = "SourceParameters", Kind::Object(PipeSourceParameters::object_schema);
        /// The list of key-value pairs to associate with the pipe.
        tags: BTreeMap<String, String> = "Tags", Kind::Map(&Kind::Text(0, 256, None));
        /// The parameters required to set up a target for your pipe.
        target_parameters: PipeTargetParameters = "TargetParameters", Kind::Object(PipeTargetParameters::object_schema);
    }
    attributes {
        /// The ARN of the pipe.
        arn: Arn<Pipe> = "Arn";
        /// The time the pipe was created.
        creation_time: String = "CreationTime";
        /// The state the pipe is in.
        current_state: String = "CurrentState";
        /// When the pipe was last updated, in ISO-8601 format (YYYY-MM-DDThh:mm:ss.sTZD).
        last_modified_time: String = "LastModifiedTime";
        /// The reason the pipe is in its current state.
        state_reason: String = "StateReason";
    }
    replaces ["Name", "Source", "SourceParameters/ActiveMQBrokerParameters/QueueName", "SourceParameters/DynamoDBStreamParameters/StartingPosition", "SourceParameters/KinesisStreamParameters/StartingPosition", "SourceParameters/KinesisStreamParameters/StartingPositionTimestamp", "SourceParameters/ManagedStreamingKafkaParameters/ConsumerGroupID", "SourceParameters/ManagedStreamingKafkaParameters/StartingPosition", "SourceParameters/ManagedStreamingKafkaParameters/TopicName", "SourceParameters/RabbitMQBrokerParameters/QueueName", "SourceParameters/RabbitMQBrokerParameters/VirtualHost", "SourceParameters/SelfManagedKafkaParameters/AdditionalBootstrapServers", "SourceParameters/SelfManagedKafkaParameters/ConsumerGroupID", "SourceParameters/SelfManagedKafkaParameters/StartingPosition", "SourceParameters/SelfManagedKafkaParameters/TopicName"]
    may_replace []
}

object! {
    /// This structure specifies the VPC subnets and security groups for the task, and whether a public IP address is to be used.
    AwsVpcConfiguration;
    required {
        /// Specifies the subnets associated with the task.
        ///
        /// 0 to 16 items.
        subnets: Vec<String> = "Subnets", Kind::List(&Kind::Text(1, 1024, Some(r"^subnet-[0-9a-z]*|(\$(\.[\w/_-]+(\[(\d+|\*)\])*)*)$")), 0, 16, false);
    }
    optional {
        /// Specifies whether the task's elastic network interface receives a public IP address.
        assign_public_ip: AssignPublicIp = "AssignPublicIp", Kind::Values(AssignPublicIp::ALL);
        /// Specifies the security groups associated with the task.
        ///
        /// 0 to 5 items.
        security_groups: Vec<String> = "SecurityGroups", Kind::List(&Kind::Text(1, 1024, Some(r"^sg-[0-9a-zA-Z]*|(\$(\.[\w/_-]+(\[(\d+|\*)\])*)*)$")), 0, 5, false);
    }
}

object! {
    /// The array properties for the submitted job, such as the size of the array.
    BatchArrayProperties;
    required {
    }
    optional {
        /// The size of the array, if this is an array batch job.
        ///
        /// 2 to 10000.
        size: Int<2, 10000> = "Size", Kind::Integer(2, 10000);
    }
}

object! {
    /// The overrides that are sent to a container.
    BatchContainerOverrides;
    required {
    }
    optional {
        /// The command to send to the container that overrides the default command from the Docker image or the task definition.
        command: Vec<String> = "Command", list(&TEXT);
        /// The environment variables to send to the container.
        environment: Vec<BatchEnvironmentVariable> = "Environment", list(&Kind::Object(BatchEnvironmentVariable::object_schema));
        /// The instance type to use for a multi-node parallel job. ) This parameter isn't applicable to single-node container jobs or jobs that run on Fargate resources …
        instance_type: String = "InstanceType", TEXT;
        /// The type and amount of resources to assign to a container.
        resource_requirements: Vec<BatchResourceRequirement> = "ResourceRequirements", list(&Kind::Object(BatchResourceRequirement::object_schema));
    }
}

object! {
    /// The environment variables to send to the container.
    BatchEnvironmentVariable;
    required {
    }
    optional {
        /// The name of the key-value pair.
        name: String = "Name", TEXT;
        /// The value of the key-value pair.
        value: String = "Value", TEXT;
    }
}

object! {
    /// An object that represents an AWS Batch job dependency.
    BatchJobDependency;
    required {
    }
    optional {
        /// The job ID of the AWS Batch job that's associated with this dependency.
        job_id: String = "JobId", TEXT;
        /// The type of the job dependency.
        r#type: BatchJobDependencyType = "Type", Kind::Values(BatchJobDependencyType::ALL);
    }
}

object! {
    /// The type and amount of a resource to assign to a container.
    BatchResourceRequirement;
    required {
        /// The type of resource to assign to a container.
        r#type: BatchResourceRequirementType = "Type", Kind::Values(BatchResourceRequirementType::ALL);
        /// The quantity of the specified resource to reserve for the container.
        value: String = "Value", TEXT;
    }
    optional {
    }
}

object! {
    /// The retry strategy that's associated with a job.
    BatchRetryStrategy;
    required {
    }
    optional {
        /// The number of times to move a job to the `RUNNABLE` status.
        ///
        /// 1 to 10.
        attempts: Int<1, 10> = "Attempts", Kind::Integer(1, 10);
    }
}

object! {
    /// The details of a capacity provider strategy.
    CapacityProviderStrategyItem;
    required {
        /// The short name of the capacity provider.
        ///
        /// 1 to 255 characters.
        capacity_provider: String = "CapacityProvider", Kind::Text(1, 255, None);
    }
    optional {
        /// The base value designates how many tasks, at a minimum, to run on the specified capacity provider.
        ///
        /// 0 to 100000.
        base: Int<0, 100000> = "Base", Kind::Integer(0, 100000);
        /// The weight value designates the relative percentage of the total number of tasks launched that should use the specified capacity provider.
        ///
        /// 0 to 1000.
        weight: Int<0, 1000> = "Weight", Kind::Integer(0, 1000);
    }
}

object! {
    /// Represents the Amazon CloudWatch Logs logging configuration settings for the pipe.
    CloudwatchLogsLogDestination;
    required {
    }
    optional {
        /// The AWS Resource Name (ARN) for the CloudWatch log group to which EventBridge sends the log records.
        ///
        /// 1 to 1600 characters.
        log_group_arn: String = "LogGroupArn", Kind::Text(1, 1600, Some(r"^(^arn:aws([a-z]|\-)*:logs:([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}):(\d{12}):log-group:.+)$"));
    }
}

object! {
    /// A `DeadLetterConfig` object that contains information about a dead-letter queue configuration.
    DeadLetterConfig;
    required {
    }
    optional {
        /// The ARN of the specified target for the dead-letter queue.
        ///
        /// 1 to 1600 characters.
        arn: String = "Arn", Kind::Text(1, 1600, Some(r"^arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-]+):([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1})?:(\d{12})?:(.+)$"));
    }
}

object! {
    /// Maps source data to a dimension in the target Timestream for LiveAnalytics table.
    DimensionMapping;
    required {
        /// The metadata attributes of the time series.
        ///
        /// 1 to 256 characters.
        dimension_name: String = "DimensionName", Kind::Text(1, 256, None);
        /// Dynamic path to the dimension value in the source event.
        ///
        /// 1 to 2048 characters.
        dimension_value: String = "DimensionValue", Kind::Text(1, 2048, None);
        /// The data type of the dimension for the time-series data.
        dimension_value_type: DimensionValueType = "DimensionValueType", Kind::Values(DimensionValueType::ALL);
    }
    optional {
    }
}

object! {
    /// The overrides that are sent to a container.
    EcsContainerOverride;
    required {
    }
    optional {
        /// The command to send to the container that overrides the default command from the Docker image or the task definition.
        command: Vec<String> = "Command", list(&TEXT);
        /// The number of `cpu` units reserved for the container, instead of the default value from the task definition.
        cpu: Int = "Cpu", INTEGER;
        /// The environment variables to send to the container.
        environment: Vec<EcsEnvironmentVariable> = "Environment", list(&Kind::Object(EcsEnvironmentVariable::object_schema));
        /// A list of files containing the environment variables to pass to a container, instead of the value from the container definition.
        environment_files: Vec<EcsEnvironmentFile> = "EnvironmentFiles", list(&Kind::Object(EcsEnvironmentFile::object_schema));
        /// The hard limit (in MiB) of memory to present to the container, instead of the default value from the task definition.
        memory: Int = "Memory", INTEGER;
        /// The soft limit (in MiB) of memory to reserve for the container, instead of the default value from the task definition.
        memory_reservation: Int = "MemoryReservation", INTEGER;
        /// The name of the container that receives the override.
        name: String = "Name", TEXT;
        /// The type and amount of a resource to assign to a container, instead of the default value from the task definition.
        resource_requirements: Vec<EcsResourceRequirement> = "ResourceRequirements", list(&Kind::Object(EcsResourceRequirement::object_schema));
    }
}

object! {
    /// A list of files containing the environment variables to pass to a container.
    EcsEnvironmentFile;
    required {
        /// The file type to use.
        r#type: EcsEnvironmentFileType = "Type", Kind::Values(EcsEnvironmentFileType::ALL);
        /// The Amazon Resource Name (ARN) of the Amazon S3 object containing the environment variable file.
        value: String = "Value", TEXT;
    }
    optional {
    }
}

object! {
    /// The environment variables to send to the container.
    EcsEnvironmentVariable;
    required {
    }
    optional {
        /// The name of the key-value pair.
        name: String = "Name", TEXT;
        /// The value of the key-value pair.
        value: String = "Value", TEXT;
    }
}

object! {
    /// The amount of ephemeral storage to allocate for the task.
    EcsEphemeralStorage;
    required {
        /// The total amount, in GiB, of ephemeral storage to set for the task.
        ///
        /// 21 to 200.
        size_in_gi_b: Int<21, 200> = "SizeInGiB", Kind::Integer(21, 200);
    }
    optional {
    }
}

object! {
    /// Details on an Elastic Inference accelerator task override.
    EcsInferenceAcceleratorOverride;
    required {
    }
    optional {
        /// The Elastic Inference accelerator device name to override for the task.
        device_name: String = "DeviceName", TEXT;
        /// The Elastic Inference accelerator type to use.
        device_type: String = "DeviceType", TEXT;
    }
}

object! {
    /// The type and amount of a resource to assign to a container.
    EcsResourceRequirement;
    required {
        /// The type of resource to assign to a container.
        r#type: EcsResourceRequirementType = "Type", Kind::Values(EcsResourceRequirementType::ALL);
        /// The value for the specified resource type.
        value: String = "Value", TEXT;
    }
    optional {
    }
}

object! {
    /// The overrides that are associated with a task.
    EcsTaskOverride;
    required {
    }
    optional {
        /// One or more container overrides that are sent to a task.
        container_overrides: Vec<EcsContainerOverride> = "ContainerOverrides", list(&Kind::Object(EcsContainerOverride::object_schema));
        /// The cpu override for the task.
        cpu: String = "Cpu", TEXT;
        /// The ephemeral storage setting override for the task. ) This parameter is only supported for tasks hosted on Fargate that use the following platform versions: ) …
        ephemeral_storage: EcsEphemeralStorage = "EphemeralStorage", Kind::Object(EcsEphemeralStorage::object_schema);
        /// The Amazon Resource Name (ARN) of the task execution IAM role override for the task.
        ///
        /// 1 to 1600 characters.
        execution_role_arn: String = "ExecutionRoleArn", Kind::Text(1, 1600, Some(r"^arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-]+):([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1})?:(\d{12})?:(.+)|(\$(\.[\w/_-]+(\[(\d+|\*)\])*)*)$"));
        /// The Elastic Inference accelerator override for the task.
        inference_accelerator_overrides: Vec<EcsInferenceAcceleratorOverride> = "InferenceAcceleratorOverrides", list(&Kind::Object(EcsInferenceAcceleratorOverride::object_schema));
        /// The memory override for the task.
        memory: String = "Memory", TEXT;
        /// The Amazon Resource Name (ARN) of the IAM role that containers in this task can assume.
        ///
        /// 1 to 1600 characters.
        task_role_arn: String = "TaskRoleArn", Kind::Text(1, 1600, Some(r"^arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-]+):([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1})?:(\d{12})?:(.+)|(\$(\.[\w/_-]+(\[(\d+|\*)\])*)*)$"));
    }
}

object! {
    /// Filter events using an event pattern.
    Filter;
    required {
    }
    optional {
        /// The event pattern.
        ///
        /// 0 to 4096 characters.
        pattern: String = "Pattern", Kind::Text(0, 4096, None);
    }
}

object! {
    /// The collection of event patterns used to filter events.
    FilterCriteria;
    required {
    }
    optional {
        /// The event patterns.
        ///
        /// 0 to 5 items.
        filters: Vec<Filter> = "Filters", Kind::List(&Kind::Object(Filter::object_schema), 0, 5, false);
    }
}

object! {
    /// Represents the Amazon Data Firehose logging configuration settings for the pipe.
    FirehoseLogDestination;
    required {
    }
    optional {
        /// The Amazon Resource Name (ARN) of the Firehose delivery stream to which EventBridge delivers the pipe log records.
        ///
        /// 1 to 1600 characters.
        delivery_stream_arn: String = "DeliveryStreamArn", Kind::Text(1, 1600, Some(r"^(^arn:aws([a-z]|\-)*:firehose:([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}):(\d{12}):deliverystream/.+)$"));
    }
}

object! {
    /// A mapping of a source event data field to a measure in a Timestream for LiveAnalytics record.
    MultiMeasureAttributeMapping;
    required {
        /// Dynamic path to the measurement attribute in the source event.
        ///
        /// 1 to 2048 characters.
        measure_value: String = "MeasureValue", Kind::Text(1, 2048, None);
        /// Data type of the measurement attribute in the source event.
        measure_value_type: MeasureValueType = "MeasureValueType", Kind::Values(MeasureValueType::ALL);
        /// Target measure name to be used.
        ///
        /// 1 to 256 characters.
        multi_measure_attribute_name: String = "MultiMeasureAttributeName", Kind::Text(1, 256, None);
    }
    optional {
    }
}

object! {
    /// Maps multiple measures from the source event to the same Timestream for LiveAnalytics record.
    MultiMeasureMapping;
    required {
        /// Mappings that represent multiple source event fields mapped to measures in the same Timestream for LiveAnalytics record.
        ///
        /// 1 to 256 items.
        multi_measure_attribute_mappings: Vec<MultiMeasureAttributeMapping> = "MultiMeasureAttributeMappings", Kind::List(&Kind::Object(MultiMeasureAttributeMapping::object_schema), 1, 256, false);
        /// The name of the multiple measurements per record (multi-measure).
        ///
        /// 1 to 256 characters.
        multi_measure_name: String = "MultiMeasureName", Kind::Text(1, 256, None);
    }
    optional {
    }
}

object! {
    /// This structure specifies the network configuration for an Amazon ECS task.
    NetworkConfiguration;
    required {
    }
    optional {
        /// Use this structure to specify the VPC subnets and security groups for the task, and whether a public IP address is to be used.
        awsvpc_configuration: AwsVpcConfiguration = "AwsvpcConfiguration", Kind::Object(AwsVpcConfiguration::object_schema);
    }
}

object! {
    /// These are custom parameter to be used when the target is an API Gateway REST APIs or EventBridge ApiDestinations.
    PipeEnrichmentHttpParameters;
    required {
    }
    optional {
        /// The headers that need to be sent as part of request invoking the API Gateway REST API or EventBridge ApiDestination.
        header_parameters: BTreeMap<String, String> = "HeaderParameters", Kind::Map(&Kind::Text(0, 512, Some(r"^[ \t]*[\x20-\x7E]+([ \t]+[\x20-\x7E]+)*[ \t]*|(\$(\.[\w/_-]+(\[(\d+|\*)\])*)*)$")));
        /// The path parameter values to be used to populate API Gateway REST API or EventBridge ApiDestination path wildcards (" ").
        path_parameter_values: Vec<String> = "PathParameterValues", list(&TEXT);
        /// The query string keys/values that need to be sent as part of request invoking the API Gateway REST API or EventBridge ApiDestination.
        query_string_parameters: BTreeMap<String, String> = "QueryStringParameters", Kind::Map(&Kind::Text(0, 512, Some(r"^[^\x00-\x09\x0B\x0C\x0E-\x1F\x7F]+|(\$(\.[\w/_-]+(\[(\d+|\*)\])*)*)$")));
    }
}

object! {
    /// The parameters required to set up enrichment on your pipe.
    PipeEnrichmentParameters;
    required {
    }
    optional {
        /// Contains the HTTP parameters to use when the target is a API Gateway REST endpoint or EventBridge ApiDestination.
        http_parameters: PipeEnrichmentHttpParameters = "HttpParameters", Kind::Object(PipeEnrichmentHttpParameters::object_schema);
        /// Valid JSON text passed to the enrichment.
        ///
        /// 0 to 8192 characters.
        input_template: String = "InputTemplate", Kind::Text(0, 8192, None);
    }
}

object! {
    /// Represents the configuration settings for the logs to which this pipe should report events.
    PipeLogConfiguration;
    required {
    }
    optional {
        /// The logging configuration settings for the pipe.
        cloudwatch_logs_log_destination: CloudwatchLogsLogDestination = "CloudwatchLogsLogDestination", Kind::Object(CloudwatchLogsLogDestination::object_schema);
        /// The Amazon Data Firehose logging configuration settings for the pipe.
        firehose_log_destination: FirehoseLogDestination = "FirehoseLogDestination", Kind::Object(FirehoseLogDestination::object_schema);
        /// Whether the execution data (specifically, the `payload`, `awsRequest`, and `awsResponse` fields) is included in the log messages for this pipe.
        include_execution_data: Vec<IncludeExecutionDataOption> = "IncludeExecutionData", Kind::List(&Kind::Values(IncludeExecutionDataOption::ALL), 0, usize::MAX, true);
        /// The level of logging detail to include.
        level: LogLevel = "Level", Kind::Values(LogLevel::ALL);
        /// The Amazon S3 logging configuration settings for the pipe.
        s3_log_destination: S3LogDestination = "S3LogDestination", Kind::Object(S3LogDestination::object_schema);
    }
}

object! {
    /// The parameters for using an Active MQ broker as a source.
    PipeSourceActiveMqBrokerParameters;
    required {
        /// The credentials needed to access the resource.
        credentials: Json = "Credentials", Kind::Json;
        /// The name of the destination queue to consume.
        ///
        /// 1 to 1000 characters.
        queue_name: String = "QueueName", Kind::Text(1, 1000, None);
    }
    optional {
        /// The maximum number of records to include in each batch.
        ///
        /// 1 to 10000.
        batch_size: Int<1, 10000> = "BatchSize", Kind::Integer(1, 10000);
        /// The maximum length of a time to wait for events.
        ///
        /// 0 to 300.
        maximum_batching_window_in_seconds: Int<0, 300> = "MaximumBatchingWindowInSeconds", Kind::Integer(0, 300);
    }
}

object! {
    /// The parameters for using a DynamoDB stream as a source.
    PipeSourceDynamoDbStreamParameters;
    required {
        /// (Streams only) The position in a stream from which to start reading.
        starting_position: DynamoDbStreamStartPosition = "StartingPosition", Kind::Values(DynamoDbStreamStartPosition::ALL);
    }
    optional {
        /// The maximum number of records to include in each batch.
        ///
        /// 1 to 10000.
        batch_size: Int<1, 10000> = "BatchSize", Kind::Integer(1, 10000);
        /// Define the target queue to send dead-letter queue events to.
        dead_letter_config: DeadLetterConfig = "DeadLetterConfig", Kind::Object(DeadLetterConfig::object_schema);
        /// The maximum length of a time to wait for events.
        ///
        /// 0 to 300.
        maximum_batching_window_in_seconds: Int<0, 300> = "MaximumBatchingWindowInSeconds", Kind::Integer(0, 300);
        /// Discard records older than the specified age.
        ///
        /// -1 to 604800.
        maximum_record_age_in_seconds: Int<-1, 604800> = "MaximumRecordAgeInSeconds", Kind::Integer(-1, 604800);
        /// Discard records after the specified number of retries.
        ///
        /// -1 to 10000.
        maximum_retry_attempts: Int<-1, 10000> = "MaximumRetryAttempts", Kind::Integer(-1, 10000);
        /// Define how to handle item process failures.
        on_partial_batch_item_failure: OnPartialBatchItemFailureStreams = "OnPartialBatchItemFailure", Kind::Values(OnPartialBatchItemFailureStreams::ALL);
        /// The number of batches to process concurrently from each shard.
        ///
        /// 1 to 10.
        parallelization_factor: Int<1, 10> = "ParallelizationFactor", Kind::Integer(1, 10);
    }
}

object! {
    /// The parameters for using a Kinesis stream as a source.
    PipeSourceKinesisStreamParameters;
    required {
        /// The position in a stream from which to start reading.
        starting_position: KinesisStreamStartPosition = "StartingPosition", Kind::Values(KinesisStreamStartPosition::ALL);
    }
    optional {
        /// The maximum number of records to include in each batch.
        ///
        /// 1 to 10000.
        batch_size: Int<1, 10000> = "BatchSize", Kind::Integer(1, 10000);
        /// Define the target queue to send dead-letter queue events to.
        dead_letter_config: DeadLetterConfig = "DeadLetterConfig", Kind::Object(DeadLetterConfig::object_schema);
        /// The maximum length of a time to wait for events.
        ///
        /// 0 to 300.
        maximum_batching_window_in_seconds: Int<0, 300> = "MaximumBatchingWindowInSeconds", Kind::Integer(0, 300);
        /// Discard records older than the specified age.
        ///
        /// -1 to 604800.
        maximum_record_age_in_seconds: Int<-1, 604800> = "MaximumRecordAgeInSeconds", Kind::Integer(-1, 604800);
        /// Discard records after the specified number of retries.
        ///
        /// -1 to 10000.
        maximum_retry_attempts: Int<-1, 10000> = "MaximumRetryAttempts", Kind::Integer(-1, 10000);
        /// Define how to handle item process failures.
        on_partial_batch_item_failure: OnPartialBatchItemFailureStreams = "OnPartialBatchItemFailure", Kind::Values(OnPartialBatchItemFailureStreams::ALL);
        /// The number of batches to process concurrently from each shard.
        ///
        /// 1 to 10.
        parallelization_factor: Int<1, 10> = "ParallelizationFactor", Kind::Integer(1, 10);
        /// With `StartingPosition` set to `AT_TIMESTAMP`, the time from which to start reading, in Unix time seconds.
        starting_position_timestamp: String = "StartingPositionTimestamp", TEXT;
    }
}

object! {
    /// The parameters for using an MSK stream as a source.
    PipeSourceManagedStreamingKafkaParameters;
    required {
        /// The name of the topic that the pipe will read from.
        ///
        /// 1 to 249 characters.
        topic_name: String = "TopicName", Kind::Text(1, 249, Some(r"^[^.]([a-zA-Z0-9\-_.]+)$"));
    }
    optional {
        /// The maximum number of records to include in each batch.
        ///
        /// 1 to 10000.
        batch_size: Int<1, 10000> = "BatchSize", Kind::Integer(1, 10000);
        /// The name of the destination queue to consume.
        ///
        /// 1 to 200 characters.
        consumer_group_id: String = "ConsumerGroupID", Kind::Text(1, 200, Some(r"^[a-zA-Z0-9-\/*:_+=.@-]*$"));
        /// The credentials needed to access the resource.
        credentials: Json = "Credentials", Kind::Json;
        /// The maximum length of a time to wait for events.
        ///
        /// 0 to 300.
        maximum_batching_window_in_seconds: Int<0, 300> = "MaximumBatchingWindowInSeconds", Kind::Integer(0, 300);
        /// The position in a stream from which to start reading.
        starting_position: MskStartPosition = "StartingPosition", Kind::Values(MskStartPosition::ALL);
    }
}

object! {
    /// The parameters required to set up a source for your pipe.
    PipeSourceParameters;
    required {
    }
    optional {
        /// The parameters for using an Active MQ broker as a source.
        active_mq_broker_parameters: PipeSourceActiveMqBrokerParameters = "ActiveMQBrokerParameters", Kind::Object(PipeSourceActiveMqBrokerParameters::object_schema);
        /// The parameters for using a DynamoDB stream as a source.
        dynamo_db_stream_parameters: PipeSourceDynamoDbStreamParameters = "DynamoDBStreamParameters", Kind::Object(PipeSourceDynamoDbStreamParameters::object_schema);
        /// The collection of event patterns used to filter events.
        filter_criteria: FilterCriteria = "FilterCriteria", Kind::Object(FilterCriteria::object_schema);
        /// The parameters for using a Kinesis stream as a source.
        kinesis_stream_parameters: PipeSourceKinesisStreamParameters = "KinesisStreamParameters", Kind::Object(PipeSourceKinesisStreamParameters::object_schema);
        /// The parameters for using an MSK stream as a source.
        managed_streaming_kafka_parameters: PipeSourceManagedStreamingKafkaParameters = "ManagedStreamingKafkaParameters", Kind::Object(PipeSourceManagedStreamingKafkaParameters::object_schema);
        /// The parameters for using a Rabbit MQ broker as a source.
        rabbit_mq_broker_parameters: PipeSourceRabbitMqBrokerParameters = "RabbitMQBrokerParameters", Kind::Object(PipeSourceRabbitMqBrokerParameters::object_schema);
        /// The parameters for using a self-managed Apache Kafka stream as a source.
        self_managed_kafka_parameters: PipeSourceSelfManagedKafkaParameters = "SelfManagedKafkaParameters", Kind::Object(PipeSourceSelfManagedKafkaParameters::object_schema);
        /// The parameters for using a Amazon SQS stream as a source.
        sqs_queue_parameters: PipeSourceSqsQueueParameters = "SqsQueueParameters", Kind::Object(PipeSourceSqsQueueParameters::object_schema);
    }
}

object! {
    /// The parameters for using a Rabbit MQ broker as a source.
    PipeSourceRabbitMqBrokerParameters;
    required {
        /// The credentials needed to access the resource.
        credentials: Json = "Credentials", Kind::Json;
        /// The name of the destination queue to consume.
        ///
        /// 1 to 1000 characters.
        queue_name: String = "QueueName", Kind::Text(1, 1000, None);
    }
    optional {
        /// The maximum number of records to include in each batch.
        ///
        /// 1 to 10000.
        batch_size: Int<1, 10000> = "BatchSize", Kind::Integer(1, 10000);
        /// The maximum length of a time to wait for events.
        ///
        /// 0 to 300.
        maximum_batching_window_in_seconds: Int<0, 300> = "MaximumBatchingWindowInSeconds", Kind::Integer(0, 300);
        /// The name of the virtual host associated with the source broker.
        ///
        /// 1 to 200 characters.
        virtual_host: String = "VirtualHost", Kind::Text(1, 200, Some(r"^[a-zA-Z0-9-\/*:_+=.@-]*$"));
    }
}

object! {
    /// The parameters for using a self-managed Apache Kafka stream as a source.
    PipeSourceSelfManagedKafkaParameters;
    required {
        /// The name of the topic that the pipe will read from.
        ///
        /// 1 to 249 characters.
        topic_name: String = "TopicName", Kind::Text(1, 249, Some(r"^[^.]([a-zA-Z0-9\-_.]+)$"));
    }
    optional {
        /// An array of server URLs.
        ///
        /// 0 to 2 items.
        additional_bootstrap_servers: Vec<String> = "AdditionalBootstrapServers", Kind::List(&Kind::Text(1, 300, Some(r"^(([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\-]*[a-zA-Z0-9])\.)*([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9\-]*[A-Za-z0-9]):[0-9]{1,5}$")), 0, 2, false);
        /// The maximum number of records to include in each batch.
        ///
        /// 1 to 10000.
        batch_size: Int<1, 10000> = "BatchSize", Kind::Integer(1, 10000);
        /// The name of the destination queue to consume.
        ///
        /// 1 to 200 characters.
        consumer_group_id: String = "ConsumerGroupID", Kind::Text(1, 200, Some(r"^[a-zA-Z0-9-\/*:_+=.@-]*$"));
        /// The credentials needed to access the resource.
        credentials: Json = "Credentials", Kind::Json;
        /// The maximum length of a time to wait for events.
        ///
        /// 0 to 300.
        maximum_batching_window_in_seconds: Int<0, 300> = "MaximumBatchingWindowInSeconds", Kind::Integer(0, 300);
        /// The ARN of the Secrets Manager secret used for certification.
        ///
        /// 1 to 1600 characters.
        server_root_ca_certificate: String = "ServerRootCaCertificate", Kind::Text(1, 1600, Some(r"^(^arn:aws([a-z]|\-)*:secretsmanager:([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}):(\d{12}):secret:.+)$"));
        /// The position in a stream from which to start reading.
        starting_position: SelfManagedKafkaStartPosition = "StartingPosition", Kind::Values(SelfManagedKafkaStartPosition::ALL);
        /// This structure specifies the VPC subnets and security groups for the stream, and whether a public IP address is to be used.
        vpc: SelfManagedKafkaAccessConfigurationVpc = "Vpc", Kind::Object(SelfManagedKafkaAccessConfigurationVpc::object_schema);
    }
}

object! {
    /// The parameters for using a Amazon SQS stream as a source.
    PipeSourceSqsQueueParameters;
    required {
    }
    optional {
        /// The maximum number of records to include in each batch.
        ///
        /// 1 to 10000.
        batch_size: Int<1, 10000> = "BatchSize", Kind::Integer(1, 10000);
        /// The maximum length of a time to wait for events.
        ///
        /// 0 to 300.
        maximum_batching_window_in_seconds: Int<0, 300> = "MaximumBatchingWindowInSeconds", Kind::Integer(0, 300);
    }
}

object! {
    /// The parameters for using an AWS Batch job as a target.
    PipeTargetBatchJobParameters;
    required {
        /// The job definition used by this job.
        job_definition: String = "JobDefinition", TEXT;
        /// The name of the job.
        job_name: String = "JobName", TEXT;
    }
    optional {
        /// The array properties for the submitted job, such as the size of the array.
        array_properties: BatchArrayProperties = "ArrayProperties", Kind::Object(BatchArrayProperties::object_schema);
        /// The overrides that are sent to a container.
        container_overrides: BatchContainerOverrides = "ContainerOverrides", Kind::Object(BatchContainerOverrides::object_schema);
        /// A list of dependencies for the job.
        ///
        /// 0 to 20 items.
        depends_on: Vec<BatchJobDependency> = "DependsOn", Kind::List(&Kind::Object(BatchJobDependency::object_schema), 0, 20, false);
        /// Additional parameters passed to the job that replace parameter substitution placeholders that are set in the job definition.
        parameters: BTreeMap<String, String> = "Parameters", Kind::Map(&TEXT);
        /// The retry strategy to use for failed jobs.
        retry_strategy: BatchRetryStrategy = "RetryStrategy", Kind::Object(BatchRetryStrategy::object_schema);
    }
}

object! {
    /// The parameters for using an CloudWatch Logs log stream as a target.
    PipeTargetCloudWatchLogsParameters;
    required {
    }
    optional {
        /// The name of the log stream.
        ///
        /// 1 to 256 characters.
        log_stream_name: String = "LogStreamName", Kind::Text(1, 256, None);
        /// A dynamic path parameter to a field in the payload containing the time the event occurred, expressed as the number of milliseconds after Jan 1, 1970 00:00:00 …
        ///
        /// 1 to 256 characters.
        timestamp: String = "Timestamp", Kind::Text(1, 256, Some(r"^\$(\.[\w_-]+(\[(\d+|\*)\])*)*$"));
    }
}

object! {
    /// The parameters for using an Amazon ECS task as a target.
    PipeTargetEcsTaskParameters;
    required {
        /// The ARN of the task definition to use if the event target is an Amazon ECS task.
        ///
        /// 1 to 1600 characters.
        task_definition_arn: String = "TaskDefinitionArn", Kind::Text(1, 1600, Some(r"^arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-]+):([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1})?:(\d{12})?:(.+)|(\$(\.[\w/_-]+(\[(\d+|\*)\])*)*)$"));
    }
    optional {
        /// The capacity provider strategy to use for the task.
        ///
        /// 0 to 6 items.
        capacity_provider_strategy: Vec<CapacityProviderStrategyItem> = "CapacityProviderStrategy", Kind::List(&Kind::Object(CapacityProviderStrategyItem::object_schema), 0, 6, false);
        /// Specifies whether to enable Amazon ECS managed tags for the task.
        enable_ecs_managed_tags: bool = "EnableECSManagedTags", Kind::Bool;
        /// Whether or not to enable the execute command functionality for the containers in this task.
        enable_execute_command: bool = "EnableExecuteCommand", Kind::Bool;
        /// Specifies an Amazon ECS task group for the task.
        group: String = "Group", TEXT;
        /// Specifies the launch type on which your task is running.
        launch_type: LaunchType = "LaunchType", Kind::Values(LaunchType::ALL);
        /// Use this structure if the Amazon ECS task uses the `awsvpc` network mode.
        network_configuration: NetworkConfiguration = "NetworkConfiguration", Kind::Object(NetworkConfiguration::object_schema);
        /// The overrides that are associated with a task.
        overrides: EcsTaskOverride = "Overrides", Kind::Object(EcsTaskOverride::object_schema);
        /// An array of placement constraint objects to use for the task.
        ///
        /// 0 to 10 items.
        placement_constraints: Vec<PlacementConstraint> = "PlacementConstraints", Kind::List(&Kind::Object(PlacementConstraint::object_schema), 0, 10, false);
        /// The placement strategy objects to use for the task.
        ///
        /// 0 to 5 items.
        placement_strategy: Vec<PlacementStrategy> = "PlacementStrategy", Kind::List(&Kind::Object(PlacementStrategy::object_schema), 0, 5, false);
        /// Specifies the platform version for the task.
        platform_version: String = "PlatformVersion", TEXT;
        /// Specifies whether to propagate the tags from the task definition to the task.
        propagate_tags: PropagateTags = "PropagateTags", Kind::Values(PropagateTags::ALL);
        /// The reference ID to use for the task.
        ///
        /// 0 to 1024 characters.
        reference_id: String = "ReferenceId", Kind::Text(0, 1024, None);
        /// The metadata that you apply to the task to help you categorize and organize them.
        tags: Vec<Tag> = "Tags", list(&Kind::Object(Tag::object_schema));
        /// The number of tasks to create based on `TaskDefinition`.
        ///
        /// At least 1.
        task_count: Int<1> = "TaskCount", Kind::Integer(1, i64::MAX);
    }
}

object! {
    /// The parameters for using an EventBridge event bus as a target.
    PipeTargetEventBridgeEventBusParameters;
    required {
    }
    optional {
        /// A free-form string, with a maximum of 128 characters, used to decide what fields to expect in the event detail.
        ///
        /// 1 to 128 characters.
        detail_type: String = "DetailType", Kind::Text(1, 128, None);
        /// The URL subdomain of the endpoint.
        ///
        /// 1 to 50 characters.
        endpoint_id: String = "EndpointId", Kind::Text(1, 50, Some(r"^[A-Za-z0-9\-]+[\.][A-Za-z0-9\-]+$"));
        /// AWS resources, identified by Amazon Resource Name (ARN), which the event primarily concerns.
        ///
        /// 0 to 10 items.
        resources: Vec<String> = "Resources", Kind::List(&Kind::Text(1, 1600, Some(r"^arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-]+):([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1})?:(\d{12})?:(.+)|(\$(\.[\w/_-]+(\[(\d+|\*)\])*)*)$")), 0, 10, false);
        /// The source of the event.
        ///
        /// 1 to 256 characters.
        source: String = "Source", Kind::Text(1, 256, None);
        /// The time stamp of the event, per RFC3339.
        ///
        /// 1 to 256 characters.
        time: String = "Time", Kind::Text(1, 256, Some(r"^\$(\.[\w/_-]+(\[(\d+|\*)\])*)*$"));
    }
}

object! {
    /// These are custom parameter to be used when the target is an API Gateway REST APIs or EventBridge ApiDestinations.
    PipeTargetHttpParameters;
    required {
    }
    optional {
        /// The headers that need to be sent as part of request invoking the API Gateway REST API or EventBridge ApiDestination.
        header_parameters: BTreeMap<String, String> = "HeaderParameters", Kind::Map(&Kind::Text(0, 512, Some(r"^[ \t]*[\x20-\x7E]+([ \t]+[\x20-\x7E]+)*[ \t]*|(\$(\.[\w/_-]+(\[(\d+|\*)\])*)*)$")));
        /// The path parameter values to be used to populate API Gateway REST API or EventBridge ApiDestination path wildcards (" ").
        path_parameter_values: Vec<String> = "PathParameterValues", list(&TEXT);
        /// The query string keys/values that need to be sent as part of request invoking the API Gateway REST API or EventBridge ApiDestination.
        query_string_parameters: BTreeMap<String, String> = "QueryStringParameters", Kind::Map(&Kind::Text(0, 512, Some(r"^[^\x00-\x09\x0B\x0C\x0E-\x1F\x7F]+|(\$(\.[\w/_-]+(\[(\d+|\*)\])*)*)$")));
    }
}

object! {
    /// The parameters for using a Kinesis stream as a target.
    PipeTargetKinesisStreamParameters;
    required {
        /// Determines which shard in the stream the data record is assigned to.
        ///
        /// 0 to 256 characters.
        partition_key: String = "PartitionKey", Kind::Text(0, 256, None);
    }
    optional {
    }
}

object! {
    /// The parameters for using a Lambda function as a target.
    PipeTargetLambdaFunctionParameters;
    required {
    }
    optional {
        /// Specify whether to invoke the function synchronously or asynchronously. - `REQUEST_RESPONSE` (default) - Invoke synchronously.
        invocation_type: PipeTargetInvocationType = "InvocationType", Kind::Values(PipeTargetInvocationType::ALL);
    }
}

object! {
    /// The parameters required to set up a target for your pipe.
    PipeTargetParameters;
    required {
    }
    optional {
        /// The parameters for using an AWS Batch job as a target.
        batch_job_parameters: PipeTargetBatchJobParameters = "BatchJobParameters", Kind::Object(PipeTargetBatchJobParameters::object_schema);
        /// The parameters for using an CloudWatch Logs log stream as a target.
        cloud_watch_logs_parameters: PipeTargetCloudWatchLogsParameters = "CloudWatchLogsParameters", Kind::Object(PipeTargetCloudWatchLogsParameters::object_schema);
        /// The parameters for using an Amazon ECS task as a target.
        ecs_task_parameters: PipeTargetEcsTaskParameters = "EcsTaskParameters", Kind::Object(PipeTargetEcsTaskParameters::object_schema);
        /// The parameters for using an EventBridge event bus as a target.
        event_bridge_event_bus_parameters: PipeTargetEventBridgeEventBusParameters = "EventBridgeEventBusParameters", Kind::Object(PipeTargetEventBridgeEventBusParameters::object_schema);
        /// These are custom parameter to be used when the target is an API Gateway REST APIs or EventBridge ApiDestinations.
        http_parameters: PipeTargetHttpParameters = "HttpParameters", Kind::Object(PipeTargetHttpParameters::object_schema);
        /// Valid JSON text passed to the target.
        ///
        /// 0 to 8192 characters.
        input_template: String = "InputTemplate", Kind::Text(0, 8192, None);
        /// The parameters for using a Kinesis stream as a target.
        kinesis_stream_parameters: PipeTargetKinesisStreamParameters = "KinesisStreamParameters", Kind::Object(PipeTargetKinesisStreamParameters::object_schema);
        /// The parameters for using a Lambda function as a target.
        lambda_function_parameters: PipeTargetLambdaFunctionParameters = "LambdaFunctionParameters", Kind::Object(PipeTargetLambdaFunctionParameters::object_schema);
        /// These are custom parameters to be used when the target is a Amazon Redshift cluster to invoke the Amazon Redshift Data API BatchExecuteStatement.
        redshift_data_parameters: PipeTargetRedshiftDataParameters = "RedshiftDataParameters", Kind::Object(PipeTargetRedshiftDataParameters::object_schema);
        /// The parameters for using a SageMaker AI pipeline as a target.
        sage_maker_pipeline_parameters: PipeTargetSageMakerPipelineParameters = "SageMakerPipelineParameters", Kind::Object(PipeTargetSageMakerPipelineParameters::object_schema);
        /// The parameters for using a Amazon SQS stream as a target.
        sqs_queue_parameters: PipeTargetSqsQueueParameters = "SqsQueueParameters", Kind::Object(PipeTargetSqsQueueParameters::object_schema);
        /// The parameters for using a Step Functions state machine as a target.
        step_function_state_machine_parameters: PipeTargetStateMachineParameters = "StepFunctionStateMachineParameters", Kind::Object(PipeTargetStateMachineParameters::object_schema);
        /// The parameters for using a Timestream for LiveAnalytics table as a target.
        timestream_parameters: PipeTargetTimestreamParameters = "TimestreamParameters", Kind::Object(PipeTargetTimestreamParameters::object_schema);
    }
}

object! {
    /// These are custom parameters to be used when the target is a Amazon Redshift cluster to invoke the Amazon Redshift Data API BatchExecuteStatement.
    PipeTargetRedshiftDataParameters;
    required {
        /// The name of the database.
        ///
        /// 1 to 64 characters.
        database: String = "Database", Kind::Text(1, 64, None);
        /// The SQL statement text to run.
        ///
        /// 1 to 40 items.
        sqls: Vec<String> = "Sqls", Kind::List(&Kind::Text(1, 100000, None), 1, 40, false);
    }
    optional {
        /// The database user name.
        ///
        /// 1 to 128 characters.
        db_user: String = "DbUser", Kind::Text(1, 128, None);
        /// The name or ARN of the secret that enables access to the database.
        ///
        /// 1 to 1600 characters.
        secret_manager_arn: String = "SecretManagerArn", Kind::Text(1, 1600, Some(r"^(^arn:aws([a-z]|\-)*:secretsmanager:([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}):(\d{12}):secret:.+)|(\$(\.[\w/_-]+(\[(\d+|\*)\])*)*)$"));
        /// The name of the SQL statement.
        ///
        /// 1 to 500 characters.
        statement_name: String = "StatementName", Kind::Text(1, 500, None);
        /// Indicates whether to send an event back to EventBridge after the SQL statement runs.
        with_event: bool = "WithEvent", Kind::Bool;
    }
}

object! {
    /// The parameters for using a SageMaker AI pipeline as a target.
    PipeTargetSageMakerPipelineParameters;
    required {
    }
    optional {
        /// List of Parameter names and values for SageMaker AI Model Building Pipeline execution.
        ///
        /// 0 to 200 items.
        pipeline_parameter_list: Vec<SageMakerPipelineParameter> = "PipelineParameterList", Kind::List(&Kind::Object(SageMakerPipelineParameter::object_schema), 0, 200, false);
    }
}

object! {
    /// The parameters for using a Amazon SQS stream as a target.
    PipeTargetSqsQueueParameters;
    required {
    }
    optional {
        /// This parameter applies only to FIFO (first-in-first-out) queues.
        ///
        /// 0 to 100 characters.
        message_deduplication_id: String = "MessageDeduplicationId", Kind::Text(0, 100, None);
        /// The FIFO message group ID to use as the target.
        ///
        /// 0 to 100 characters.
        message_group_id: String = "MessageGroupId", Kind::Text(0, 100, None);
    }
}

object! {
    /// The parameters for using a Step Functions state machine as a target.
    PipeTargetStateMachineParameters;
    required {
    }
    optional {
        /// Specify whether to invoke the Step Functions state machine synchronously or asynchronously. - `REQUEST_RESPONSE` (default) - Invoke synchronously.
        invocation_type: PipeTargetInvocationType = "InvocationType", Kind::Values(PipeTargetInvocationType::ALL);
    }
}

object! {
    /// The parameters for using a Timestream for LiveAnalytics table as a target.
    PipeTargetTimestreamParameters;
    required {
        /// Map source data to dimensions in the target Timestream for LiveAnalytics table.
        ///
        /// 1 to 128 items.
        dimension_mappings: Vec<DimensionMapping> = "DimensionMappings", Kind::List(&Kind::Object(DimensionMapping::object_schema), 1, 128, false);
        /// Dynamic path to the source data field that represents the time value for your data.
        ///
        /// 1 to 256 characters.
        time_value: String = "TimeValue", Kind::Text(1, 256, None);
        /// 64 bit version value or source data field that represents the version value for your data.
        ///
        /// 1 to 256 characters.
        version_value: String = "VersionValue", Kind::Text(1, 256, None);
    }
    optional {
        /// The granularity of the time units used.
        epoch_time_unit: EpochTimeUnit = "EpochTimeUnit", Kind::Values(EpochTimeUnit::ALL);
        /// Maps multiple measures from the source event to the same record in the specified Timestream for LiveAnalytics table.
        ///
        /// 0 to 1024 items.
        multi_measure_mappings: Vec<MultiMeasureMapping> = "MultiMeasureMappings", Kind::List(&Kind::Object(MultiMeasureMapping::object_schema), 0, 1024, false);
        /// Mappings of single source data fields to individual records in the specified Timestream for LiveAnalytics table.
        ///
        /// 0 to 8192 items.
        single_measure_mappings: Vec<SingleMeasureMapping> = "SingleMeasureMappings", Kind::List(&Kind::Object(SingleMeasureMapping::object_schema), 0, 8192, false);
        /// The type of time value used.
        time_field_type: TimeFieldType = "TimeFieldType", Kind::Values(TimeFieldType::ALL);
        /// How to format the timestamps.
        ///
        /// 1 to 256 characters.
        timestamp_format: String = "TimestampFormat", Kind::Text(1, 256, None);
    }
}

object! {
    /// An object representing a constraint on task placement.
    PlacementConstraint;
    required {
    }
    optional {
        /// A cluster query language expression to apply to the constraint.
        ///
        /// 0 to 2000 characters.
        expression: String = "Expression", Kind::Text(0, 2000, None);
        /// The type of constraint.
        r#type: PlacementConstraintType = "Type", Kind::Values(PlacementConstraintType::ALL);
    }
}

object! {
    /// The task placement strategy for a task or service.
    PlacementStrategy;
    required {
    }
    optional {
        /// The field to apply the placement strategy against.
        ///
        /// 0 to 255 characters.
        field: String = "Field", Kind::Text(0, 255, None);
        /// The type of placement strategy.
        r#type: PlacementStrategyType = "Type", Kind::Values(PlacementStrategyType::ALL);
    }
}

object! {
    /// Represents the Amazon S3 logging configuration settings for the pipe.
    S3LogDestination;
    required {
    }
    optional {
        /// The name of the Amazon S3 bucket to which EventBridge delivers the log records for the pipe.
        bucket_name: String = "BucketName", TEXT;
        /// The AWS account that owns the Amazon S3 bucket to which EventBridge delivers the log records for the pipe.
        bucket_owner: String = "BucketOwner", TEXT;
        /// The format EventBridge uses for the log records.
        output_format: S3OutputFormat = "OutputFormat", Kind::Values(S3OutputFormat::ALL);
        /// The prefix text with which to begin Amazon S3 log object names.
        prefix: String = "Prefix", TEXT;
    }
}

object! {
    /// Name/Value pair of a parameter to start execution of a SageMaker AI Model Building Pipeline.
    SageMakerPipelineParameter;
    required {
        /// Name of parameter to start execution of a SageMaker AI Model Building Pipeline.
        ///
        /// 1 to 256 characters.
        name: String = "Name", Kind::Text(1, 256, Some(r"^[a-zA-Z0-9](-*[a-zA-Z0-9])*|(\$(\.[\w/_-]+(\[(\d+|\*)\])*)*)$"));
        /// Value of parameter to start execution of a SageMaker AI Model Building Pipeline.
        ///
        /// 0 to 1024 characters.
        value: String = "Value", Kind::Text(0, 1024, None);
    }
    optional {
    }
}

object! {
    /// This structure specifies the VPC subnets and security groups for the stream, and whether a public IP address is to be used.
    SelfManagedKafkaAccessConfigurationVpc;
    required {
    }
    optional {
        /// Specifies the security groups associated with the stream.
        ///
        /// 0 to 5 items.
        security_group: Vec<String> = "SecurityGroup", Kind::List(&Kind::Text(1, 1024, Some("^sg-[0-9a-zA-Z]*$")), 0, 5, false);
        /// Specifies the subnets associated with the stream.
        ///
        /// 0 to 16 items.
        subnets: Vec<String> = "Subnets", Kind::List(&Kind::Text(1, 1024, Some("^subnet-[0-9a-z]*$")), 0, 16, false);
    }
}

object! {
    /// Maps a single source data field to a single record in the specified Timestream for LiveAnalytics table.
    SingleMeasureMapping;
    required {
        /// Target measure name for the measurement attribute in the Timestream table.
        ///
        /// 1 to 1024 characters.
        measure_name: String = "MeasureName", Kind::Text(1, 1024, None);
        /// Dynamic path of the source field to map to the measure in the record.
        ///
        /// 1 to 2048 characters.
        measure_value: String = "MeasureValue", Kind::Text(1, 2048, None);
        /// Data type of the source field.
        measure_value_type: MeasureValueType = "MeasureValueType", Kind::Values(MeasureValueType::ALL);
    }
    optional {
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

values! {
    /// The values of `AssignPublicIp`.
    AssignPublicIp {
        Disabled = "DISABLED",
        Enabled = "ENABLED",
    }
}

values! {
    /// The values of `BatchJobDependencyType`.
    BatchJobDependencyType {
        NToN = "N_TO_N",
        Sequential = "SEQUENTIAL",
    }
}

values! {
    /// The values of `BatchResourceRequirementType`.
    BatchResourceRequirementType {
        Gpu = "GPU",
        Memory = "MEMORY",
        Vcpu = "VCPU",
    }
}

values! {
    /// The values of `DimensionValueType`.
    DimensionValueType {
        Varchar = "VARCHAR",
    }
}

values! {
    /// The values of `DynamoDbStreamStartPosition`.
    DynamoDbStreamStartPosition {
        Latest = "LATEST",
        TrimHorizon = "TRIM_HORIZON",
    }
}

values! {
    /// The values of `EcsEnvironmentFileType`.
    EcsEnvironmentFileType {
        S3 = "s3",
    }
}

values! {
    /// The values of `EcsResourceRequirementType`.
    EcsResourceRequirementType {
        Gpu = "GPU",
        InferenceAccelerator = "InferenceAccelerator",
    }
}

values! {
    /// The values of `EpochTimeUnit`.
    EpochTimeUnit {
        Microseconds = "MICROSECONDS",
        Milliseconds = "MILLISECONDS",
        Nanoseconds = "NANOSECONDS",
        Seconds = "SECONDS",
    }
}

values! {
    /// The values of `IncludeExecutionDataOption`.
    IncludeExecutionDataOption {
        All = "ALL",
    }
}

values! {
    /// The values of `KinesisStreamStartPosition`.
    KinesisStreamStartPosition {
        AtTimestamp = "AT_TIMESTAMP",
        Latest = "LATEST",
        TrimHorizon = "TRIM_HORIZON",
    }
}

values! {
    /// The values of `LaunchType`.
    LaunchType {
        Ec2 = "EC2",
        External = "EXTERNAL",
        Fargate = "FARGATE",
    }
}

values! {
    /// The values of `LogLevel`.
    LogLevel {
        Error = "ERROR",
        Info = "INFO",
        Off = "OFF",
        Trace = "TRACE",
    }
}

values! {
    /// The values of `MeasureValueType`.
    MeasureValueType {
        Bigint = "BIGINT",
        Boolean = "BOOLEAN",
        Double = "DOUBLE",
        Timestamp = "TIMESTAMP",
        Varchar = "VARCHAR",
    }
}

values! {
    /// The values of `MskStartPosition`.
    MskStartPosition {
        Latest = "LATEST",
        TrimHorizon = "TRIM_HORIZON",
    }
}

values! {
    /// The values of `OnPartialBatchItemFailureStreams`.
    OnPartialBatchItemFailureStreams {
        AutomaticBisect = "AUTOMATIC_BISECT",
    }
}

values! {
    /// The values of `PipeTargetInvocationType`.
    PipeTargetInvocationType {
        FireAndForget = "FIRE_AND_FORGET",
        RequestResponse = "REQUEST_RESPONSE",
    }
}

values! {
    /// The values of `PlacementConstraintType`.
    PlacementConstraintType {
        DistinctInstance = "distinctInstance",
        MemberOf = "memberOf",
    }
}

values! {
    /// The values of `PlacementStrategyType`.
    PlacementStrategyType {
        Binpack = "binpack",
        Random = "random",
        Spread = "spread",
    }
}

values! {
    /// The values of `PropagateTags`.
    PropagateTags {
        TaskDefinition = "TASK_DEFINITION",
    }
}

values! {
    /// The values of `RequestedPipeState`.
    RequestedPipeState {
        Running = "RUNNING",
        Stopped = "STOPPED",
    }
}

values! {
    /// The values of `S3OutputFormat`.
    S3OutputFormat {
        Json = "json",
        Plain = "plain",
        W3c = "w3c",
    }
}

values! {
    /// The values of `SelfManagedKafkaStartPosition`.
    SelfManagedKafkaStartPosition {
        Latest = "LATEST",
        TrimHorizon = "TRIM_HORIZON",
    }
}

values! {
    /// The values of `TimeFieldType`.
    TimeFieldType {
        Epoch = "EPOCH",
        TimestampFormat = "TIMESTAMP_FORMAT",
    }
}
