// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Scheduler::Schedule` and its parts.

use crate::schema::prelude::*;

resource! {
    /// A schedule is the main resource you create, configure, and manage using Amazon EventBridge Scheduler.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-scheduler-schedule.html>
    Schedule = "AWS::Scheduler::Schedule";
    required {
        /// Allows you to configure a time window during which EventBridge Scheduler invokes the schedule.
        flexible_time_window: FlexibleTimeWindow = "FlexibleTimeWindow", Kind::Object(FlexibleTimeWindow::object_schema);
        /// The expression that defines when the schedule runs.
        ///
        /// 1 to 256 characters.
        schedule_expression: String = "ScheduleExpression", Kind::Text(1, 256, None);
        /// The schedule's target details.
        target: Target = "Target", Kind::Object(Target::object_schema);
    }
    optional {
        /// The description you specify for the schedule.
        ///
        /// 0 to 512 characters.
        description: String = "Description", Kind::Text(0, 512, None);
        /// The date, in UTC, before which the schedule can invoke its target.
        end_date: String = "EndDate", TEXT;
        /// The name of the schedule group associated with this schedule.
        ///
        /// 1 to 64 characters.
        group_name: String = "GroupName", Kind::Text(1, 64, Some("^[0-9a-zA-Z-_.]+$"));
        /// The Amazon Resource Name (ARN) for the customer managed KMS key that EventBridge Scheduler will use to encrypt and decrypt your data.
        ///
        /// 1 to 2048 characters.
        kms_key_arn: String = "KmsKeyArn", Kind::Text(1, 2048, Some(r"^arn:aws[a-z-]*:kms:[a-z0-9\-]+:\d{12}:(key|alias)\/[0-9a-zA-Z-_]*$"));
        /// The name of the schedule.
        ///
        /// 1 to 64 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 64, Some("^[0-9a-zA-Z-_.]+$"));
        /// The timezone in which the scheduling expression is evaluated.
        ///
        /// 1 to 50 characters.
        schedule_expression_timezone: String = "ScheduleExpressionTimezone", Kind::Text(1, 50, None);
        /// The date, in UTC, after which the schedule can begin invoking its target.
        start_date: String = "StartDate", TEXT;
        /// Specifies whether the schedule is enabled or disabled.
        state: ScheduleState = "State", Kind::Values(ScheduleState::ALL);
    }
    attributes {
        /// The Amazon Resource Name (ARN) for the Amazon EventBridge Scheduler schedule.
        arn: Arn<Schedule> = "Arn";
    }
    replaces ["Name"]
    may_replace []
}

object! {
    /// This structure specifies the VPC subnets and security groups for the task, and whether a public IP address is to be used.
    AwsVpcConfiguration;
    required {
        /// Specifies the subnets associated with the task.
        ///
        /// 1 to 16 items.
        subnets: Vec<String> = "Subnets", Kind::List(&Kind::Text(1, 1000, None), 1, 16, false);
    }
    optional {
        /// Specifies whether the task's elastic network interface receives a public IP address.
        assign_public_ip: AssignPublicIp = "AssignPublicIp", Kind::Values(AssignPublicIp::ALL);
        /// Specifies the security groups associated with the task.
        ///
        /// 1 to 5 items.
        security_groups: Vec<String> = "SecurityGroups", Kind::List(&Kind::Text(1, 1000, None), 1, 5, false);
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
        base: f64 = "Base", Kind::Number(0.0, 100000.0);
        /// The weight value designates the relative percentage of the total number of tasks launched that should use the specified capacity provider.
        ///
        /// 0 to 1000.
        weight: f64 = "Weight", Kind::Number(0.0, 1000.0);
    }
}

object! {
    /// An object that contains information about an Amazon SQS queue that EventBridge Scheduler uses as a dead-letter queue for your schedule.
    DeadLetterConfig;
    required {
    }
    optional {
        /// The Amazon Resource Name (ARN) of the SQS queue specified as the destination for the dead-letter queue.
        ///
        /// 1 to 1600 characters.
        arn: String = "Arn", Kind::Text(1, 1600, Some(r"^arn:aws[a-z-]*:sqs:[a-z0-9\-]+:\d{12}:[a-zA-Z0-9\-_]+$"));
    }
}

object! {
    /// The templated target type for the Amazon ECS `RunTask` API operation.
    EcsParameters;
    required {
        /// The Amazon Resource Name (ARN) of the task definition to use if the event target is an Amazon ECS task.
        ///
        /// 1 to 1600 characters.
        task_definition_arn: String = "TaskDefinitionArn", Kind::Text(1, 1600, None);
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
        ///
        /// 1 to 255 characters.
        group: String = "Group", Kind::Text(1, 255, None);
        /// Specifies the launch type on which your task is running.
        launch_type: LaunchType = "LaunchType", Kind::Values(LaunchType::ALL);
        /// This structure specifies the network configuration for an ECS task.
        network_configuration: NetworkConfiguration = "NetworkConfiguration", Kind::Object(NetworkConfiguration::object_schema);
        /// An array of placement constraint objects to use for the task.
        ///
        /// 0 to 10 items.
        placement_constraints: Vec<PlacementConstraint> = "PlacementConstraints", Kind::List(&Kind::Object(PlacementConstraint::object_schema), 0, 10, false);
        /// The task placement strategy for a task or service.
        ///
        /// 0 to 5 items.
        placement_strategy: Vec<PlacementStrategy> = "PlacementStrategy", Kind::List(&Kind::Object(PlacementStrategy::object_schema), 0, 5, false);
        /// Specifies the platform version for the task.
        ///
        /// 1 to 64 characters.
        platform_version: String = "PlatformVersion", Kind::Text(1, 64, None);
        /// Specifies whether to propagate the tags from the task definition to the task.
        propagate_tags: PropagateTags = "PropagateTags", Kind::Values(PropagateTags::ALL);
        /// The reference ID to use for the task.
        ///
        /// 0 to 1024 characters.
        reference_id: String = "ReferenceId", Kind::Text(0, 1024, None);
        /// The metadata that you apply to the task to help you categorize and organize them.
        ///
        /// 0 to 50 items.
        tags: Vec<BTreeMap<String, String>> = "Tags", Kind::List(&Kind::Map(&Kind::Text(1, 256, None)), 0, 50, false);
        /// The number of tasks to create based on `TaskDefinition`.
        ///
        /// 1 to 10.
        task_count: f64 = "TaskCount", Kind::Number(1.0, 10.0);
    }
}

object! {
    /// The templated target type for the EventBridge `PutEvents` API operation.
    EventBridgeParameters;
    required {
        /// A free-form string, with a maximum of 128 characters, used to decide what fields to expect in the event detail.
        ///
        /// 1 to 128 characters.
        detail_type: String = "DetailType", Kind::Text(1, 128, None);
        /// The source of the event.
        ///
        /// 1 to 256 characters.
        source: String = "Source", Kind::Text(1, 256, None);
    }
    optional {
    }
}

object! {
    /// Allows you to configure a time window during which EventBridge Scheduler invokes the schedule.
    FlexibleTimeWindow;
    required {
        /// Determines whether the schedule is invoked within a flexible time window.
        mode: FlexibleTimeWindowMode = "Mode", Kind::Values(FlexibleTimeWindowMode::ALL);
    }
    optional {
        /// The maximum time window during which a schedule can be invoked.
        ///
        /// 1 to 1440.
        maximum_window_in_minutes: f64 = "MaximumWindowInMinutes", Kind::Number(1.0, 1440.0);
    }
}

object! {
    /// The templated target type for the Amazon Kinesis `PutRecord` API operation.
    KinesisParameters;
    required {
        /// Specifies the shard to which EventBridge Scheduler sends the event.
        ///
        /// 1 to 256 characters.
        partition_key: String = "PartitionKey", Kind::Text(1, 256, None);
    }
    optional {
    }
}

object! {
    /// Specifies the network configuration for an ECS task.
    NetworkConfiguration;
    required {
    }
    optional {
        /// Specifies the Amazon VPC subnets and security groups for the task, and whether a public IP address is to be used.
        awsvpc_configuration: AwsVpcConfiguration = "AwsvpcConfiguration", Kind::Object(AwsVpcConfiguration::object_schema);
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
    /// A `RetryPolicy` object that includes information about the retry policy settings, including the maximum age of an event, and the maximum number of times …
    RetryPolicy;
    required {
    }
    optional {
        /// The maximum amount of time, in seconds, to continue to make retry attempts.
        ///
        /// 60 to 86400.
        maximum_event_age_in_seconds: f64 = "MaximumEventAgeInSeconds", Kind::Number(60.0, 86400.0);
        /// The maximum number of retry attempts to make before the request fails.
        ///
        /// 0 to 185.
        maximum_retry_attempts: f64 = "MaximumRetryAttempts", Kind::Number(0.0, 185.0);
    }
}

object! {
    /// The name and value pair of a parameter to use to start execution of a SageMaker Model Building Pipeline.
    SageMakerPipelineParameter;
    required {
        /// Name of parameter to start execution of a SageMaker Model Building Pipeline.
        ///
        /// 1 to 256 characters.
        name: String = "Name", Kind::Text(1, 256, Some(r"^[A-Za-z0-9\-_]*$"));
        /// Value of parameter to start execution of a SageMaker Model Building Pipeline.
        ///
        /// 1 to 1024 characters.
        value: String = "Value", Kind::Text(1, 1024, None);
    }
    optional {
    }
}

object! {
    /// The templated target type for the Amazon SageMaker `StartPipelineExecution` API operation.
    SageMakerPipelineParameters;
    required {
    }
    optional {
        /// List of parameter names and values to use when executing the SageMaker Model Building Pipeline.
        ///
        /// 0 to 200 items.
        pipeline_parameter_list: Vec<SageMakerPipelineParameter> = "PipelineParameterList", Kind::List(&Kind::Object(SageMakerPipelineParameter::object_schema), 0, 200, false);
    }
}

object! {
    /// The templated target type for the Amazon SQS `SendMessage` API operation.
    SqsParameters;
    required {
    }
    optional {
        /// The FIFO message group ID to use as the target.
        ///
        /// 1 to 128 characters.
        message_group_id: String = "MessageGroupId", Kind::Text(1, 128, None);
    }
}

object! {
    /// The schedule's target.
    Target;
    required {
        /// The Amazon Resource Name (ARN) of the target.
        ///
        /// 1 to 1600 characters.
        arn: String = "Arn", Kind::Text(1, 1600, None);
        /// The Amazon Resource Name (ARN) of the IAM role that EventBridge Scheduler will use for this target when the schedule is invoked.
        ///
        /// 1 to 1600 characters.
        role_arn: String = "RoleArn", Kind::Text(1, 1600, Some(r"^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@\/-]+$"));
    }
    optional {
        /// An object that contains information about an Amazon SQS queue that EventBridge Scheduler uses as a dead-letter queue for your schedule.
        dead_letter_config: DeadLetterConfig = "DeadLetterConfig", Kind::Object(DeadLetterConfig::object_schema);
        /// The templated target type for the Amazon ECS `RunTask` API operation.
        ecs_parameters: EcsParameters = "EcsParameters", Kind::Object(EcsParameters::object_schema);
        /// The templated target type for the EventBridge `PutEvents` API operation.
        event_bridge_parameters: EventBridgeParameters = "EventBridgeParameters", Kind::Object(EventBridgeParameters::object_schema);
        /// The text, or well-formed JSON, passed to the target.
        ///
        /// At least 1 characters.
        input: String = "Input", Kind::Text(1, usize::MAX, None);
        /// The templated target type for the Amazon Kinesis `PutRecord` API operation.
        kinesis_parameters: KinesisParameters = "KinesisParameters", Kind::Object(KinesisParameters::object_schema);
        /// A `RetryPolicy` object that includes information about the retry policy settings, including the maximum age of an event, and the maximum number of times …
        retry_policy: RetryPolicy = "RetryPolicy", Kind::Object(RetryPolicy::object_schema);
        /// The templated target type for the Amazon SageMaker `StartPipelineExecution` API operation.
        sage_maker_pipeline_parameters: SageMakerPipelineParameters = "SageMakerPipelineParameters", Kind::Object(SageMakerPipelineParameters::object_schema);
        /// The templated target type for the Amazon SQS `SendMessage` API operation.
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
    /// The values of `FlexibleTimeWindowMode`.
    FlexibleTimeWindowMode {
        Flexible = "FLEXIBLE",
        Off = "OFF",
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
    /// The values of `ScheduleState`.
    ScheduleState {
        Disabled = "DISABLED",
        Enabled = "ENABLED",
    }
}
