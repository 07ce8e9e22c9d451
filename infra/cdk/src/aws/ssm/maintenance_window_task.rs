// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SSM::MaintenanceWindowTask` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::SSM::MaintenanceWindowTask` resource defines information about a task for an AWS Systems Manager maintenance window.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-maintenancewindowtask.html>
    MaintenanceWindowTask = "AWS::SSM::MaintenanceWindowTask";
    required {
        /// The priority of the task in the maintenance window.
        ///
        /// At least 0.
        priority: Int<0> = "Priority", Kind::Integer(0, i64::MAX);
        /// The resource that the task uses during execution.
        ///
        /// 1 to 1600 characters.
        task_arn: String = "TaskArn", Kind::Text(1, 1600, None);
        /// The type of task.
        ///
        /// Changing it replaces the resource.
        task_type: TaskType = "TaskType", Kind::Values(TaskType::ALL);
        /// The ID of the maintenance window where the task is registered.
        ///
        /// 20 to 20 characters. Changing it replaces the resource.
        window_id: String = "WindowId", Kind::Text(20, 20, Some("^mw-[0-9a-f]{17}$"));
    }
    optional {
        /// The specification for whether tasks should continue to run after the cutoff time specified in the maintenance windows is reached.
        cutoff_behavior: CutoffBehavior = "CutoffBehavior", Kind::Values(CutoffBehavior::ALL);
        /// A description of the task.
        ///
        /// 1 to 128 characters.
        description: String = "Description", Kind::Text(1, 128, None);
        /// `LoggingInfo` has been deprecated.
        logging_info: LoggingInfo = "LoggingInfo", Kind::Object(LoggingInfo::object_schema);
        /// The maximum number of targets this task can be run for, in parallel. ) Although this element is listed as "Required: No", a value can be omitted only when you …
        ///
        /// 1 to 7 characters.
        max_concurrency: String = "MaxConcurrency", Kind::Text(1, 7, Some("^([1-9][0-9]*|[1-9][0-9]%|[1-9]%|100%)$"));
        /// The maximum number of errors allowed before this task stops being scheduled. ) Although this element is listed as "Required: No", a value can be omitted only …
        ///
        /// 1 to 7 characters.
        max_errors: String = "MaxErrors", Kind::Text(1, 7, Some("^([1-9][0-9]*|[0]|[1-9][0-9]%|[0-9]%|100%)$"));
        /// The task name.
        ///
        /// 3 to 128 characters.
        name: String = "Name", Kind::Text(3, 128, Some(r"^[a-zA-Z0-9_\-.]{3,128}$"));
        /// The Amazon Resource Name (ARN) of the IAM service role for AWS Systems Manager to assume when running a maintenance window task.
        service_role_arn: String = "ServiceRoleArn", TEXT;
        /// The targets, either instances or window target IDs. - Specify instances using `Key=InstanceIds,Values= instanceid1, instanceid2 `. - Specify window target IDs …
        ///
        /// 0 to 5 items.
        targets: Vec<Target> = "Targets", Kind::List(&Kind::Object(Target::object_schema), 0, 5, false);
        /// The parameters to pass to the task when it runs.
        task_invocation_parameters: TaskInvocationParameters = "TaskInvocationParameters", Kind::Object(TaskInvocationParameters::object_schema);
        /// `TaskParameters` has been deprecated.
        task_parameters: Json = "TaskParameters", Kind::Json;
    }
    attributes {
        /// The task ID.
        window_task_id: String = "WindowTaskId";
    }
    replaces ["TaskType", "WindowId"]
    may_replace []
}

object! {
    /// Configuration options for sending command output to Amazon CloudWatch Logs.
    CloudWatchOutputConfig;
    required {
    }
    optional {
        /// The name of the CloudWatch Logs log group where you want to send command output.
        cloud_watch_log_group_name: String = "CloudWatchLogGroupName", TEXT;
        /// Enables Systems Manager to send command output to CloudWatch Logs.
        cloud_watch_output_enabled: bool = "CloudWatchOutputEnabled", Kind::Bool;
    }
}

object! {
    /// `LoggingInfo` has been deprecated.
    LoggingInfo;
    required {
        /// The AWS Region where the S3 bucket is located.
        region: String = "Region", TEXT;
        /// The name of an S3 bucket where execution logs are stored.
        s3_bucket: String = "S3Bucket", TEXT;
    }
    optional {
        /// The Amazon S3 bucket subfolder.
        s3_prefix: String = "S3Prefix", TEXT;
    }
}

object! {
    /// The `MaintenanceWindowAutomationParameters` property type specifies the parameters for an `AUTOMATION` task type for a maintenance window task in AWS Systems …
    MaintenanceWindowAutomationParameters;
    required {
    }
    optional {
        /// The version of an Automation runbook to use during task execution.
        document_version: String = "DocumentVersion", TEXT;
        /// The parameters for the `AUTOMATION` type task.
        parameters: Json = "Parameters", Kind::Json;
    }
}

object! {
    /// The `MaintenanceWindowLambdaParameters` property type specifies the parameters for a `LAMBDA` task type for a maintenance window task in AWS Systems Manager.
    MaintenanceWindowLambdaParameters;
    required {
    }
    optional {
        /// Client-specific information to pass to the AWS Lambda function that you're invoking.
        client_context: String = "ClientContext", TEXT;
        /// JSON to provide to your AWS Lambda function as input. ) Although `Type` is listed as "String" for this property, the payload content must be formatted as a …
        payload: String = "Payload", TEXT;
        /// An AWS Lambda function version or alias name.
        qualifier: String = "Qualifier", TEXT;
    }
}

object! {
    /// The `MaintenanceWindowRunCommandParameters` property type specifies the parameters for a `RUN_COMMAND` task type for a maintenance window task in AWS Systems …
    MaintenanceWindowRunCommandParameters;
    required {
    }
    optional {
        /// Configuration options for sending command output to Amazon CloudWatch Logs.
        cloud_watch_output_config: CloudWatchOutputConfig = "CloudWatchOutputConfig", Kind::Object(CloudWatchOutputConfig::object_schema);
        /// Information about the command or commands to run.
        comment: String = "Comment", TEXT;
        /// The SHA-256 or SHA-1 hash created by the system when the document was created.
        document_hash: String = "DocumentHash", TEXT;
        /// The SHA-256 or SHA-1 hash type.
        document_hash_type: String = "DocumentHashType", TEXT;
        /// The AWS Systems Manager document (SSM document) version to use in the request.
        document_version: String = "DocumentVersion", TEXT;
        /// Configurations for sending notifications about command status changes on a per-managed node basis.
        notification_config: NotificationConfig = "NotificationConfig", Kind::Object(NotificationConfig::object_schema);
        /// The name of the Amazon Simple Storage Service (Amazon S3) bucket.
        output_s3_bucket_name: String = "OutputS3BucketName", TEXT;
        /// The S3 bucket subfolder.
        output_s3_key_prefix: String = "OutputS3KeyPrefix", TEXT;
        /// The parameters for the `RUN_COMMAND` task execution.
        parameters: Json = "Parameters", Kind::Json;
        /// The Amazon Resource Name (ARN) of the IAM service role for AWS Systems Manager to assume when running a maintenance window task.
        service_role_arn: String = "ServiceRoleArn", TEXT;
        /// If this time is reached and the command hasn't already started running, it doesn't run.
        timeout_seconds: Int = "TimeoutSeconds", INTEGER;
    }
}

object! {
    /// The `MaintenanceWindowStepFunctionsParameters` property type specifies the parameters for the execution of a `STEP_FUNCTIONS` task in a Systems Manager …
    MaintenanceWindowStepFunctionsParameters;
    required {
    }
    optional {
        /// The inputs for the `STEP_FUNCTIONS` task.
        input: String = "Input", TEXT;
        /// The name of the `STEP_FUNCTIONS` task.
        name: String = "Name", TEXT;
    }
}

object! {
    /// The `NotificationConfig` property type specifies configurations for sending notifications for a maintenance window task in AWS Systems Manager.
    NotificationConfig;
    required {
        /// An Amazon Resource Name (ARN) for an Amazon Simple Notification Service (Amazon SNS) topic.
        notification_arn: String = "NotificationArn", TEXT;
    }
    optional {
        /// The different events that you can receive notifications for.
        notification_events: Vec<String> = "NotificationEvents", list(&TEXT);
        /// The notification type. - `Command`: Receive notification when the status of a command changes. - `Invocation`: For commands sent to multiple instances, receive …
        notification_type: String = "NotificationType", TEXT;
    }
}

object! {
    /// The `Target` property type specifies targets (either instances or window target IDs).
    Target;
    required {
        /// User-defined criteria for sending commands that target instances that meet the criteria.
        ///
        /// 1 to 163 characters.
        key: String = "Key", Kind::Text(1, 163, Some(r"^[\p{L}\p{Z}\p{N}_.:/=\-@]*$|resource-groups:ResourceTypeFilters|resource-groups:Name$"));
        /// User-defined criteria that maps to `Key`.
        ///
        /// 0 to 50 items.
        values: Vec<String> = "Values", Kind::List(&TEXT, 0, 50, false);
    }
    optional {
    }
}

object! {
    /// The `TaskInvocationParameters` property type specifies the task execution parameters for a maintenance window task in AWS Systems Manager.
    TaskInvocationParameters;
    required {
    }
    optional {
        /// The parameters for an `AUTOMATION` task type.
        maintenance_window_automation_parameters: MaintenanceWindowAutomationParameters = "MaintenanceWindowAutomationParameters", Kind::Object(MaintenanceWindowAutomationParameters::object_schema);
        /// The parameters for a `LAMBDA` task type.
        maintenance_window_lambda_parameters: MaintenanceWindowLambdaParameters = "MaintenanceWindowLambdaParameters", Kind::Object(MaintenanceWindowLambdaParameters::object_schema);
        /// The parameters for a `RUN_COMMAND` task type.
        maintenance_window_run_command_parameters: MaintenanceWindowRunCommandParameters = "MaintenanceWindowRunCommandParameters", Kind::Object(MaintenanceWindowRunCommandParameters::object_schema);
        /// The parameters for a `STEP_FUNCTIONS` task type.
        maintenance_window_step_functions_parameters: MaintenanceWindowStepFunctionsParameters = "MaintenanceWindowStepFunctionsParameters", Kind::Object(MaintenanceWindowStepFunctionsParameters::object_schema);
    }
}

values! {
    /// The values of `CutoffBehavior`.
    CutoffBehavior {
        CancelTask = "CANCEL_TASK",
        ContinueTask = "CONTINUE_TASK",
    }
}

values! {
    /// The values of `TaskType`.
    TaskType {
        Automation = "AUTOMATION",
        Lambda = "LAMBDA",
        RunCommand = "RUN_COMMAND",
        StepFunctions = "STEP_FUNCTIONS",
    }
}
