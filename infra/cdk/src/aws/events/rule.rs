// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Events::Rule` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates or updates the specified rule.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-rule.html>
    Rule = "AWS::Events::Rule";
    required {
    }
    optional {
        /// The description of the rule.
        ///
        /// 0 to 512 characters.
        description: String = "Description", Kind::Text(0, 512, None);
        /// The name or ARN of the event bus associated with the rule.
        ///
        /// 1 to 1600 characters. Changing it replaces the resource.
        event_bus_name: String = "EventBusName", Kind::Text(1, 1600, Some(r"^(arn:aws[\w-]*:events:[a-z]{2}-[a-z]+-[\w-]+:[0-9]{12}:event-bus\/)?[/\.\-_A-Za-z0-9]+$"));
        /// The event pattern of the rule.
        event_pattern: Json = "EventPattern", Kind::Json;
        /// The name of the rule.
        ///
        /// 1 to 64 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 64, Some(r"^[\.\-_A-Za-z0-9]+$"));
        /// The Amazon Resource Name (ARN) of the role that is used for target invocation.
        ///
        /// 1 to 1600 characters.
        role_arn: String = "RoleArn", Kind::Text(1, 1600, None);
        /// The scheduling expression.
        ///
        /// 0 to 256 characters.
        schedule_expression: String = "ScheduleExpression", Kind::Text(0, 256, Some(r"^(rate\(.+\)|cron\(.+\))?$"));
        /// The state of the rule.
        state: State = "State", Kind::Values(State::ALL);
        /// Any tags assigned to the event rule.
        tags: Vec<Tag> = "Tags", list(&Kind::Object(Tag::object_schema));
        /// Adds the specified targets to the specified rule, or updates the targets if they are already associated with the rule.
        ///
        /// 0 to 5 items.
        targets: Vec<Target> = "Targets", Kind::List(&Kind::Object(Target::object_schema), 0, 5, true);
    }
    attributes {
        /// The ARN of the rule, such as `arn:aws:events:us-east-2:123456789012:rule/example`.
        arn: Arn<Rule> = "Arn";
        /// The name of the rule, exposed as a read-only attribute for use with Fn::GetAtt.
        rule_name: String = "RuleName";
    }
    replaces ["EventBusName", "Name"]
    may_replace []
}

object! {
    /// Contains the GraphQL operation to be parsed and executed, if the event target is an AWS AppSync API.
    AppSyncParameters;
    required {
        /// The GraphQL operation; that is, the query, mutation, or subscription to be parsed and executed by the GraphQL service.
        graph_ql_operation: String = "GraphQLOperation", TEXT;
    }
    optional {
    }
}

object! {
    /// This structure specifies the VPC subnets and security groups for the task, and whether a public IP address is to be used.
    AwsVpcConfiguration;
    required {
        /// Specifies the subnets associated with the task.
        subnets: Vec<String> = "Subnets", list(&TEXT);
    }
    optional {
        /// Specifies whether the task's elastic network interface receives a public IP address.
        assign_public_ip: AssignPublicIp = "AssignPublicIp", Kind::Values(AssignPublicIp::ALL);
        /// Specifies the security groups associated with the task.
        security_groups: Vec<String> = "SecurityGroups", Kind::List(&TEXT, 0, usize::MAX, true);
    }
}

object! {
    /// The array properties for the submitted job, such as the size of the array.
    BatchArrayProperties;
    required {
    }
    optional {
        /// The size of the array, if this is an array batch job.
        size: Int = "Size", INTEGER;
    }
}

object! {
    /// The custom parameters to be used when the target is an AWS Batch job.
    BatchParameters;
    required {
        /// The ARN or name of the job definition to use if the event target is an AWS Batch job.
        job_definition: String = "JobDefinition", TEXT;
        /// The name to use for this execution of the job, if the target is an AWS Batch job.
        job_name: String = "JobName", TEXT;
    }
    optional {
        /// The array properties for the submitted job, such as the size of the array.
        array_properties: BatchArrayProperties = "ArrayProperties", Kind::Object(BatchArrayProperties::object_schema);
        /// The retry strategy to use for failed jobs, if the target is an AWS Batch job.
        retry_strategy: BatchRetryStrategy = "RetryStrategy", Kind::Object(BatchRetryStrategy::object_schema);
    }
}

object! {
    /// The retry strategy to use for failed jobs, if the target is an AWS Batch job.
    BatchRetryStrategy;
    required {
    }
    optional {
        /// The number of times to attempt to retry, if the job fails.
        attempts: Int = "Attempts", INTEGER;
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
    /// Configuration details of the Amazon SQS queue for EventBridge to use as a dead-letter queue (DLQ).
    DeadLetterConfig;
    required {
    }
    optional {
        /// The ARN of the SQS queue specified as the target for the dead-letter queue.
        ///
        /// 1 to 1600 characters.
        arn: String = "Arn", Kind::Text(1, 1600, None);
    }
}

object! {
    /// The custom parameters to be used when the target is an Amazon ECS task.
    EcsParameters;
    required {
        /// The ARN of the task definition to use if the event target is an Amazon ECS task.
        ///
        /// 1 to 1600 characters.
        task_definition_arn: String = "TaskDefinitionArn", Kind::Text(1, 1600, None);
    }
    optional {
        /// The capacity provider strategy to use for the task.
        ///
        /// 0 to 6 items.
        capacity_provider_strategy: Vec<CapacityProviderStrategyItem> = "CapacityProviderStrategy", Kind::List(&Kind::Object(CapacityProviderStrategyItem::object_schema), 0, 6, true);
        /// Specifies whether to enable Amazon ECS managed tags for the task.
        enable_ecs_managed_tags: bool = "EnableECSManagedTags", Kind::Bool;
        /// Whether or not to enable the execute command functionality for the containers in this task.
        enable_execute_command: bool = "EnableExecuteCommand", Kind::Bool;
        /// Specifies an ECS task group for the task.
        group: String = "Group", TEXT;
        /// Specifies the launch type on which your task is running.
        launch_type: LaunchType = "LaunchType", Kind::Values(LaunchType::ALL);
        /// Use this structure if the Amazon ECS task uses the `awsvpc` network mode.
        network_configuration: NetworkConfiguration = "NetworkConfiguration", Kind::Object(NetworkConfiguration::object_schema);
        /// An array of placement constraint objects to use for the task.
        ///
        /// 0 to 10 items.
        placement_constraints: Vec<PlacementConstraint> = "PlacementConstraints", Kind::List(&Kind::Object(PlacementConstraint::object_schema), 0, 10, true);
        /// The placement strategy objects to use for the task.
        placement_strategies: Vec<PlacementStrategy> = "PlacementStrategies", Kind::List(&Kind::Object(PlacementStrategy::object_schema), 0, usize::MAX, true);
        /// Specifies the platform version for the task.
        platform_version: String = "PlatformVersion", TEXT;
        /// Specifies whether to propagate the tags from the task definition to the task.
        propagate_tags: PropagateTags = "PropagateTags", Kind::Values(PropagateTags::ALL);
        /// The reference ID to use for the task.
        ///
        /// 0 to 1024 characters.
        reference_id: String = "ReferenceId", Kind::Text(0, 1024, None);
        /// The metadata that you apply to the task to help you categorize and organize them.
        tag_list: Vec<Tag> = "TagList", Kind::List(&Kind::Object(Tag::object_schema), 0, usize::MAX, true);
        /// The number of tasks to create based on `TaskDefinition`.
        ///
        /// At least 1.
        task_count: Int<1> = "TaskCount", Kind::Integer(1, i64::MAX);
    }
}

object! {
    /// These are custom parameter to be used when the target is an API Gateway APIs or EventBridge ApiDestinations.
    HttpParameters;
    required {
    }
    optional {
        /// The headers that need to be sent as part of request invoking the API Gateway API or EventBridge ApiDestination.
        header_parameters: BTreeMap<String, String> = "HeaderParameters", Kind::Map(&TEXT);
        /// The path parameter values to be used to populate API Gateway API or EventBridge ApiDestination path wildcards (" ").
        path_parameter_values: Vec<String> = "PathParameterValues", Kind::List(&TEXT, 0, usize::MAX, true);
        /// The query string keys/values that need to be sent as part of request invoking the API Gateway API or EventBridge ApiDestination.
        query_string_parameters: BTreeMap<String, String> = "QueryStringParameters", Kind::Map(&TEXT);
    }
}

object! {
    /// Contains the parameters needed for you to provide custom input to a target based on one or more pieces of data extracted from the event.
    InputTransformer;
    required {
        /// Input template where you specify placeholders that will be filled with the values of the keys from `InputPathsMap` to customize the data sent to the target.
        ///
        /// 1 to 8192 characters.
        input_template: String = "InputTemplate", Kind::Text(1, 8192, None);
    }
    optional {
        /// Map of JSON paths to be extracted from the event.
        input_paths_map: BTreeMap<String, String> = "InputPathsMap", Kind::Map(&TEXT);
    }
}

object! {
    /// This object enables you to specify a JSON path to extract from the event and use as the partition key for the Amazon Kinesis data stream, so that you can …
    KinesisParameters;
    required {
        /// The JSON path to be extracted from the event and used as the partition key.
        ///
        /// 0 to 256 characters.
        partition_key_path: String = "PartitionKeyPath", Kind::Text(0, 256, None);
    }
    optional {
    }
}

object! {
    /// This structure specifies the network configuration for an ECS task.
    NetworkConfiguration;
    required {
    }
    optional {
        /// Use this structure to specify the VPC subnets and security groups for the task, and whether a public IP address is to be used.
        aws_vpc_configuration: AwsVpcConfiguration = "AwsVpcConfiguration", Kind::Object(AwsVpcConfiguration::object_schema);
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
        r#type: Type = "Type", Kind::Values(Type::ALL);
    }
}

object! {
    /// The task placement strategy for a task or service.
    PlacementStrategy;
    required {
    }
    optional {
        /// The field to apply the placement strategy against.
        field: String = "Field", TEXT;
        /// The type of placement strategy.
        r#type: String = "Type", TEXT;
    }
}

object! {
    /// These are custom parameters to be used when the target is a Amazon Redshift cluster to invoke the Amazon Redshift Data API ExecuteStatement based on …
    RedshiftDataParameters;
    required {
        /// The name of the database.
        ///
        /// 1 to 64 characters.
        database: String = "Database", Kind::Text(1, 64, None);
    }
    optional {
        /// The database user name.
        ///
        /// 1 to 128 characters.
        db_user: String = "DbUser", Kind::Text(1, 128, None);
        /// The name or ARN of the secret that enables access to the database.
        ///
        /// 1 to 1600 characters.
        secret_manager_arn: String = "SecretManagerArn", Kind::Text(1, 1600, Some(r"^(^arn:aws([a-z]|\-)*:secretsmanager:[a-z0-9-.]+:.*)|(\$(\.[\w_-]+(\[(\d+|\*)\])*)*)$"));
        /// The SQL statement text to run.
        ///
        /// 1 to 100000 characters.
        sql: String = "Sql", Kind::Text(1, 100000, None);
        /// One or more SQL statements to run.
        sqls: Vec<String> = "Sqls", list(&TEXT);
        /// The name of the SQL statement.
        ///
        /// 1 to 500 characters.
        statement_name: String = "StatementName", Kind::Text(1, 500, None);
        /// Indicates whether to send an event back to EventBridge after the SQL statement runs.
        with_event: bool = "WithEvent", Kind::Bool;
    }
}

object! {
    /// A `RetryPolicy` object that includes information about the retry policy settings.
    RetryPolicy;
    required {
    }
    optional {
        /// The maximum amount of time, in seconds, to continue to make retry attempts.
        ///
        /// 60 to 86400.
        maximum_event_age_in_seconds: Int<60, 86400> = "MaximumEventAgeInSeconds", Kind::Integer(60, 86400);
        /// The maximum number of retry attempts to make before the request fails.
        ///
        /// 0 to 185.
        maximum_retry_attempts: Int<0, 185> = "MaximumRetryAttempts", Kind::Integer(0, 185);
    }
}

object! {
    /// This parameter contains the criteria (either InstanceIds or a tag) used to specify which EC2 instances are to be sent the command.
    RunCommandParameters;
    required {
        /// Currently, we support including only one RunCommandTarget block, which specifies either an array of InstanceIds or a tag.
        ///
        /// 1 to 5 items.
        run_command_targets: Vec<RunCommandTarget> = "RunCommandTargets", Kind::List(&Kind::Object(RunCommandTarget::object_schema), 1, 5, true);
    }
    optional {
    }
}

object! {
    /// Information about the EC2 instances that are to be sent the command, specified as key-value pairs.
    RunCommandTarget;
    required {
        /// Can be either `tag:` tag-key or `InstanceIds`.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, Some(r"^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$"));
        /// If `Key` is `tag:` tag-key, `Values` is a list of tag values.
        ///
        /// 1 to 50 items.
        values: Vec<String> = "Values", Kind::List(&Kind::Text(1, 256, None), 1, 50, true);
    }
    optional {
    }
}

object! {
    /// Name/Value pair of a parameter to start execution of a SageMaker AI Model Building Pipeline.
    SageMakerPipelineParameter;
    required {
        /// Name of parameter to start execution of a SageMaker AI Model Building Pipeline.
        ///
        /// 1 to 256 characters.
        name: String = "Name", Kind::Text(1, 256, Some("^[a-zA-Z0-9]([a-zA-Z0-9_-]*[a-zA-Z0-9])?$"));
        /// Value of parameter to start execution of a SageMaker AI Model Building Pipeline.
        ///
        /// 0 to 1024 characters.
        value: String = "Value", Kind::Text(0, 1024, None);
    }
    optional {
    }
}

object! {
    /// These are custom parameters to use when the target is a SageMaker AI Model Building Pipeline that starts based on EventBridge events.
    SageMakerPipelineParameters;
    required {
    }
    optional {
        /// List of Parameter names and values for SageMaker AI Model Building Pipeline execution.
        ///
        /// 0 to 200 items.
        pipeline_parameter_list: Vec<SageMakerPipelineParameter> = "PipelineParameterList", Kind::List(&Kind::Object(SageMakerPipelineParameter::object_schema), 0, 200, true);
    }
}

object! {
    /// The custom parameters for EventBridge to use for a target that is an Amazon SQS fair or FIFO queue.
    SqsParameters;
    required {
        /// The ID of the message group to use as the target.
        message_group_id: String = "MessageGroupId", TEXT;
    }
    optional {
    }
}

object! {
    /// A key-value pair associated with an ECS Target of an EventBridge rule.
    Tag;
    required {
    }
    optional {
        /// A string you can use to assign a value.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// The value for the specified tag key.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
}

object! {
    /// Targets are the resources to be invoked when a rule is triggered.
    Target;
    required {
        /// The Amazon Resource Name (ARN) of the target.
        ///
        /// 1 to 1600 characters.
        arn: String = "Arn", Kind::Text(1, 1600, None);
        /// The ID of the target within the specified rule.
        ///
        /// 1 to 64 characters.
        id: String = "Id", Kind::Text(1, 64, Some(r"^[\.\-_A-Za-z0-9]+$"));
    }
    optional {
        /// Contains the GraphQL operation to be parsed and executed, if the event target is an AWS AppSync API.
        app_sync_parameters: AppSyncParameters = "AppSyncParameters", Kind::Object(AppSyncParameters::object_schema);
        /// If the event target is an AWS Batch job, this contains the job definition, job name, and other parameters.
        batch_parameters: BatchParameters = "BatchParameters", Kind::Object(BatchParameters::object_schema);
        /// The `DeadLetterConfig` that defines the target queue to send dead-letter queue events to.
        dead_letter_config: DeadLetterConfig = "DeadLetterConfig", Kind::Object(DeadLetterConfig::object_schema);
        /// Contains the Amazon ECS task definition and task count to be used, if the event target is an Amazon ECS task.
        ecs_parameters: EcsParameters = "EcsParameters", Kind::Object(EcsParameters::object_schema);
        /// Contains the HTTP parameters to use when the target is a API Gateway endpoint or EventBridge ApiDestination.
        http_parameters: HttpParameters = "HttpParameters", Kind::Object(HttpParameters::object_schema);
        /// Valid JSON text passed to the target.
        ///
        /// 0 to 8192 characters.
        input: String = "Input", Kind::Text(0, 8192, None);
        /// The value of the JSONPath that is used for extracting part of the matched event when passing it to the target.
        ///
        /// 0 to 256 characters.
        input_path: String = "InputPath", Kind::Text(0, 256, None);
        /// Settings to enable you to provide custom input to a target based on certain event data.
        input_transformer: InputTransformer = "InputTransformer", Kind::Object(InputTransformer::object_schema);
        /// The custom parameter you can use to control the shard assignment, when the target is a Kinesis data stream.
        kinesis_parameters: KinesisParameters = "KinesisParameters", Kind::Object(KinesisParameters::object_schema);
        /// Contains the Amazon Redshift Data API parameters to use when the target is a Amazon Redshift cluster.
        redshift_data_parameters: RedshiftDataParameters = "RedshiftDataParameters", Kind::Object(RedshiftDataParameters::object_schema);
        /// The retry policy configuration to use for the dead-letter queue.
        retry_policy: RetryPolicy = "RetryPolicy", Kind::Object(RetryPolicy::object_schema);
        /// The Amazon Resource Name (ARN) of the IAM role to be used for this target when the rule is triggered.
        ///
        /// 1 to 1600 characters.
        role_arn: String = "RoleArn", Kind::Text(1, 1600, None);
        /// Parameters used when you are using the rule to invoke Amazon EC2 Run Command.
        run_command_parameters: RunCommandParameters = "RunCommandParameters", Kind::Object(RunCommandParameters::object_schema);
        /// Contains the SageMaker AI Model Building Pipeline parameters to start execution of a SageMaker AI Model Building Pipeline.
        sage_maker_pipeline_parameters: SageMakerPipelineParameters = "SageMakerPipelineParameters", Kind::Object(SageMakerPipelineParameters::object_schema);
        /// Contains the message group ID to use when the target is an Amazon SQS fair or FIFO queue.
        sqs_parameters: SqsParameters = "SqsParameters", Kind::Object(SqsParameters::object_schema);
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
    /// The values of `LaunchType`.
    LaunchType {
        Ec2 = "EC2",
        External = "EXTERNAL",
        Fargate = "FARGATE",
    }
}

values! {
    /// The values of `PropagateTags`.
    PropagateTags {
        TaskDefinition = "TASK_DEFINITION",
    }
}

values! {
    /// The values of `State`.
    State {
        Disabled = "DISABLED",
        Enabled = "ENABLED",
        EnabledWithAllCloudtrailManagementEvents = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS",
    }
}

values! {
    /// The values of `Type`.
    Type {
        DistinctInstance = "distinctInstance",
        MemberOf = "memberOf",
    }
}
