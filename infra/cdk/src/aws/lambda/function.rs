// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Lambda::Function` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::Lambda::Function` resource creates a Lambda function.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html>
    Function = "AWS::Lambda::Function";
    required {
        /// The code for the function.
        code: Code = "Code", Kind::Object(Code::object_schema);
        /// The Amazon Resource Name (ARN) of the function's execution role.
        ///
        /// 0 to 10000 characters.
        role: String = "Role", Kind::Text(0, 10000, Some(r"^arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+$"));
    }
    optional {
        /// The instruction set architecture that the function supports.
        ///
        /// 1 to 1 items.
        architectures: Vec<Architectures> = "Architectures", Kind::List(&Kind::Values(Architectures::ALL), 1, 1, true);
        /// Configuration for the capacity provider that manages compute resources for Lambda functions.
        capacity_provider_config: CapacityProviderConfig = "CapacityProviderConfig", Kind::Object(CapacityProviderConfig::object_schema);
        /// To enable code signing for this function, specify the ARN of a code-signing configuration.
        ///
        /// 0 to 200 characters.
        code_signing_config_arn: String = "CodeSigningConfigArn", Kind::Text(0, 200, Some(r"arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:\d{12}:code-signing-config:csc-[a-z0-9]{17}"));
        /// A dead-letter queue configuration that specifies the queue or topic where Lambda sends asynchronous events when they fail processing.
        dead_letter_config: DeadLetterConfig = "DeadLetterConfig", Kind::Object(DeadLetterConfig::object_schema);
        /// A description of the function.
        ///
        /// 0 to 256 characters.
        description: String = "Description", Kind::Text(0, 256, None);
        /// Configuration settings for durable functions, including execution timeout and retention period for execution history.
        durable_config: DurableConfig = "DurableConfig", Kind::Object(DurableConfig::object_schema);
        /// Environment variables that are accessible from function code during execution.
        environment: Environment = "Environment", Kind::Object(Environment::object_schema);
        /// The size of the function's `/tmp` directory in MB.
        ephemeral_storage: EphemeralStorage = "EphemeralStorage", Kind::Object(EphemeralStorage::object_schema);
        /// Connection settings for an Amazon EFS file system.
        ///
        /// 0 to 1 items.
        file_system_configs: Vec<FileSystemConfig> = "FileSystemConfigs", Kind::List(&Kind::Object(FileSystemConfig::object_schema), 0, 1, false);
        /// The name of the Lambda function, up to 64 characters in length.
        ///
        /// At least 1 characters. Changing it replaces the resource.
        function_name: String = "FunctionName", Kind::Text(1, usize::MAX, Some(r"^([a-zA-Z0-9_-]{1,64}|arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\d{12}:function:[a-zA-Z0-9_-]{1,64})$"));
        /// Configuration that defines the scaling behavior for a Lambda Managed Instances function, including the minimum and maximum number of execution environments …
        function_scaling_config: FunctionScalingConfig = "FunctionScalingConfig", Kind::Object(FunctionScalingConfig::object_schema);
        /// The name of the method within your code that Lambda calls to run your function.
        ///
        /// 0 to 128 characters.
        handler: String = "Handler", Kind::Text(0, 128, Some(r"^[^\s]+$"));
        /// Configuration values that override the container image Dockerfile settings.
        image_config: ImageConfig = "ImageConfig", Kind::Object(ImageConfig::object_schema);
        /// The ARN of the AWS Key Management Service ( AWS) customer managed key that's used to encrypt the following resources: - The function's environment variables. - …
        ///
        /// 0 to 10000 characters.
        kms_key_arn: String = "KmsKeyArn", Kind::Text(0, 10000, Some("^(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()$"));
        /// A list of function layers to add to the function's execution environment.
        ///
        /// 0 to 5 items.
        layers: Vec<String> = "Layers", Kind::List(&Kind::Text(1, usize::MAX, Some(r"^(arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+|arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9-_]+)$")), 0, 5, true);
        /// The function's Amazon CloudWatch Logs configuration settings.
        logging_config: LoggingConfig = "LoggingConfig", Kind::Object(LoggingConfig::object_schema);
        /// The amount of memory available to the function at runtime.
        ///
        /// 128 to 32768.
        memory_size: Int<128, 32768> = "MemorySize", Kind::Integer(128, 32768);
        /// The type of deployment package.
        ///
        /// Changing it replaces the resource.
        package_type: PackageType = "PackageType", Kind::Values(PackageType::ALL);
        /// `PublishToLatestPublished`, which AWS's schema does not describe.
        publish_to_latest_published: bool = "PublishToLatestPublished", Kind::Bool;
        /// The status of your function's recursive loop detection configuration.
        recursive_loop: RecursiveLoop = "RecursiveLoop", Kind::Values(RecursiveLoop::ALL);
        /// The number of simultaneous executions to reserve for the function.
        ///
        /// At least 0.
        reserved_concurrent_executions: Int<0> = "ReservedConcurrentExecutions", Kind::Integer(0, i64::MAX);
        /// The identifier of the function's runtime.
        runtime: Runtime = "Runtime", Kind::Values(Runtime::ALL);
        /// Sets the runtime management configuration for a function's version.
        runtime_management_config: RuntimeManagementConfig = "RuntimeManagementConfig", Kind::Object(RuntimeManagementConfig::object_schema);
        /// The function's AWS Lambda SnapStart setting.
        snap_start: SnapStart = "SnapStart", Kind::Object(SnapStart::object_schema);
        /// A list of tags to apply to the function. ) You must have the `lambda:TagResource`, `lambda:UntagResource`, and `lambda:ListTags` permissions for your IAM …
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, usize::MAX, true);
        /// The function's tenant isolation configuration settings.
        ///
        /// Changing it replaces the resource.
        tenancy_config: TenancyConfig = "TenancyConfig", Kind::Object(TenancyConfig::object_schema);
        /// The amount of time (in seconds) that Lambda allows a function to run before stopping it.
        ///
        /// 1 to 5400.
        timeout: Int<1, 5400> = "Timeout", Kind::Integer(1, 5400);
        /// Set `Mode` to `Active` to sample and trace a subset of incoming requests with X-Ray.
        tracing_config: TracingConfig = "TracingConfig", Kind::Object(TracingConfig::object_schema);
        /// For network connectivity to AWS resources in a VPC, specify a list of security groups and subnets in the VPC.
        vpc_config: VpcConfig = "VpcConfig", Kind::Object(VpcConfig::object_schema);
    }
    attributes {
        /// The Amazon Resource Name (ARN) of the function.
        arn: Arn<Function> = "Arn";
        /// The function's SnapStart setting.
        snap_start_response: String = "SnapStartResponse";
        /// When set to `PublishedVersions`, Lambda creates a snapshot of the execution environment when you publish a function version.
        snap_start_response_apply_on: String = "SnapStartResponse.ApplyOn";
        /// When you provide a qualified Amazon Resource Name (ARN), this response element indicates whether SnapStart is activated for the specified function version.
        snap_start_response_optimization_status: String = "SnapStartResponse.OptimizationStatus";
    }
    replaces ["FunctionName", "PackageType", "TenancyConfig"]
    may_replace ["DurableConfig"]
}

object! {
    /// Configuration for the capacity provider that manages compute resources for Lambda functions.
    CapacityProviderConfig;
    required {
        /// Configuration for Lambda-managed instances used by the capacity provider.
        lambda_managed_instances_capacity_provider_config: LambdaManagedInstancesCapacityProviderConfig = "LambdaManagedInstancesCapacityProviderConfig", Kind::Object(LambdaManagedInstancesCapacityProviderConfig::object_schema);
    }
    optional {
    }
}

object! {
    /// The deployment package for a Lambda function.
    Code;
    required {
    }
    optional {
        /// URI of a container image in the Amazon ECR registry.
        image_uri: String = "ImageUri", TEXT;
        /// An Amazon S3 bucket in the same AWS Region as your function.
        ///
        /// 3 to 63 characters.
        s3_bucket: String = "S3Bucket", Kind::Text(3, 63, None);
        /// The Amazon S3 key of the deployment package.
        ///
        /// 1 to 1024 characters.
        s3_key: String = "S3Key", Kind::Text(1, 1024, None);
        /// Specifies the storage mode for the deployment package.
        s3_object_storage_mode: S3ObjectStorageMode = "S3ObjectStorageMode", Kind::Values(S3ObjectStorageMode::ALL);
        /// For versioned objects, the version of the deployment package object to use.
        ///
        /// 1 to 1024 characters.
        s3_object_version: String = "S3ObjectVersion", Kind::Text(1, 1024, None);
        /// The ARN of the AWS Key Management Service ( AWS) customer managed key that's used to encrypt your function's.zip deployment package.
        ///
        /// 0 to 10000 characters.
        source_kms_key_arn: String = "SourceKMSKeyArn", Kind::Text(0, 10000, Some("^(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()$"));
        /// (Node.js and Python) The source code of your Lambda function.
        zip_file: String = "ZipFile", TEXT;
    }
}

object! {
    /// The dead-letter queue for failed asynchronous invocations.
    DeadLetterConfig;
    required {
    }
    optional {
        /// The Amazon Resource Name (ARN) of an Amazon SQS queue or Amazon SNS topic.
        ///
        /// 0 to 10000 characters.
        target_arn: String = "TargetArn", Kind::Text(0, 10000, Some("^(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()$"));
    }
}

object! {
    /// Configuration settings for durable functions, including execution timeout and retention period for execution history.
    DurableConfig;
    required {
        /// The maximum time (in seconds) that a durable execution can run before timing out.
        ///
        /// 1 to 31622400.
        execution_timeout: Int<1, 31622400> = "ExecutionTimeout", Kind::Integer(1, 31622400);
    }
    optional {
        /// The ARN of the KMSlong (KMS) customer managed key that is used to encrypt your durable execution's payload data, including input, output, and error payloads.
        ///
        /// 0 to 10000 characters.
        kms_key_arn: String = "KMSKeyArn", Kind::Text(0, 10000, Some("^(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()$"));
        /// The number of days to retain execution history after a durable execution completes.
        ///
        /// 1 to 90.
        retention_period_in_days: Int<1, 90> = "RetentionPeriodInDays", Kind::Integer(1, 90);
    }
}

object! {
    /// A function's environment variable settings.
    Environment;
    required {
    }
    optional {
        /// Environment variable key-value pairs.
        variables: BTreeMap<String, String> = "Variables", Kind::Map(&TEXT);
    }
}

object! {
    /// The size of the function's `/tmp` directory in MB.
    EphemeralStorage;
    required {
        /// The size of the function's `/tmp` directory.
        ///
        /// 512 to 32768.
        size: Int<512, 32768> = "Size", Kind::Integer(512, 32768);
    }
    optional {
    }
}

object! {
    /// Details about the connection between a Lambda function and an Amazon EFS file system.
    FileSystemConfig;
    required {
        /// The Amazon Resource Name (ARN) of the Amazon EFS access point that provides access to the file system.
        ///
        /// 0 to 200 characters.
        arn: String = "Arn", Kind::Text(0, 200, Some(r"^arn:aws[a-zA-Z-]*:elasticfilesystem:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:\d{12}:access-point/fsap-[a-f0-9]{17}$|^arn:aws[-a-z]*:s3files:[0-9a-z-:]+:file-system/fs-[0-9a-f]{17,40}/access-point/fsap-[0-9a-f]{17,40}$"));
        /// The path where the function can access the file system, starting with `/mnt/`.
        ///
        /// 0 to 160 characters.
        local_mount_path: String = "LocalMountPath", Kind::Text(0, 160, Some("^/mnt/[a-zA-Z0-9-_.]+$"));
    }
    optional {
        /// Setting controls how your function accesses data from an Amazon S3 file system.
        s3_files_config: S3FilesConfig = "S3FilesConfig", Kind::Object(S3FilesConfig::object_schema);
    }
}

object! {
    /// Configuration that defines the scaling behavior for a Lambda Managed Instances function, including the minimum and maximum number of execution environments …
    FunctionScalingConfig;
    required {
    }
    optional {
        /// The maximum number of execution environments that can be provisioned for the function.
        ///
        /// 0 to 15000.
        max_execution_environments: Int<0, 15000> = "MaxExecutionEnvironments", Kind::Integer(0, 15000);
        /// The minimum number of execution environments to maintain for the function.
        ///
        /// 0 to 15000.
        min_execution_environments: Int<0, 15000> = "MinExecutionEnvironments", Kind::Integer(0, 15000);
    }
}

object! {
    /// Configuration values that override the container image Dockerfile settings.
    ImageConfig;
    required {
    }
    optional {
        /// Specifies parameters that you want to pass in with ENTRYPOINT.
        ///
        /// 0 to 1500 items.
        command: Vec<String> = "Command", Kind::List(&TEXT, 0, 1500, true);
        /// Specifies the entry point to their application, which is typically the location of the runtime executable.
        ///
        /// 0 to 1500 items.
        entry_point: Vec<String> = "EntryPoint", Kind::List(&TEXT, 0, 1500, true);
        /// Specifies the working directory.
        ///
        /// 0 to 1000 characters.
        working_directory: String = "WorkingDirectory", Kind::Text(0, 1000, None);
    }
}

object! {
    /// Configuration for Lambda-managed instances used by the capacity provider.
    LambdaManagedInstancesCapacityProviderConfig;
    required {
        /// The Amazon Resource Name (ARN) of the capacity provider.
        ///
        /// 1 to 140 characters.
        capacity_provider_arn: String = "CapacityProviderArn", Kind::Text(1, 140, Some(r"^arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:\d{12}:capacity-provider:[a-zA-Z0-9-_]+$"));
    }
    optional {
        /// The amount of memory in GiB allocated per vCPU for execution environments.
        ///
        /// 2 to 8.
        execution_environment_memory_gi_b_per_v_cpu: f64 = "ExecutionEnvironmentMemoryGiBPerVCpu", Kind::Number(2.0, 8.0);
        /// The maximum number of concurrent executions that can run on each execution environment.
        ///
        /// 1 to 1600.
        per_execution_environment_max_concurrency: Int<1, 1600> = "PerExecutionEnvironmentMaxConcurrency", Kind::Integer(1, 1600);
    }
}

object! {
    /// The function's Amazon CloudWatch Logs configuration settings.
    LoggingConfig;
    required {
    }
    optional {
        /// Set this property to filter the application logs for your function that Lambda sends to CloudWatch.
        application_log_level: ApplicationLogLevel = "ApplicationLogLevel", Kind::Values(ApplicationLogLevel::ALL);
        /// The format in which Lambda sends your function's application and system logs to CloudWatch.
        log_format: LogFormat = "LogFormat", Kind::Values(LogFormat::ALL);
        /// The name of the Amazon CloudWatch log group the function sends logs to.
        ///
        /// 1 to 512 characters.
        log_group: String = "LogGroup", Kind::Text(1, 512, Some(r"[\.\-_/#A-Za-z0-9]+"));
        /// Set this property to filter the system logs for your function that Lambda sends to CloudWatch.
        system_log_level: SystemLogLevel = "SystemLogLevel", Kind::Values(SystemLogLevel::ALL);
    }
}

object! {
    /// Sets the runtime management configuration for a function's version.
    RuntimeManagementConfig;
    required {
        /// Specify the runtime update mode. - Auto (default) - Automatically update to the most recent and secure runtime version using a Two-phase runtime version rollout.
        update_runtime_on: UpdateRuntimeOn = "UpdateRuntimeOn", Kind::Values(UpdateRuntimeOn::ALL);
    }
    optional {
        /// The ARN of the runtime version you want the function to use. ) This is only required if you're using the Manual runtime update mode.
        runtime_version_arn: String = "RuntimeVersionArn", TEXT;
    }
}

object! {
    /// Setting controls how your function accesses data from an Amazon S3 file system.
    S3FilesConfig;
    required {
    }
    optional {
        /// Specifies if a function reads from the file system for the lowest latency, or through Amazon S3 Files feature "direct Amazon S3 bucket reads" for the highest …
        direct_s3_read: DirectS3Read = "DirectS3Read", Kind::Values(DirectS3Read::ALL);
    }
}

object! {
    /// The function's AWS Lambda SnapStart setting.
    SnapStart;
    required {
        /// Set `ApplyOn` to `PublishedVersions` to create a snapshot of the initialized execution environment when you publish a function version.
        apply_on: ApplyOn = "ApplyOn", Kind::Values(ApplyOn::ALL);
    }
    optional {
    }
}

object! {
    /// A tag to apply to the function.
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

object! {
    /// Specifies the tenant isolation mode configuration for a Lambda function.
    TenancyConfig;
    required {
        /// Tenant isolation mode allows for invocation to be sent to a corresponding execution environment dedicated to a specific tenant ID.
        tenant_isolation_mode: TenantIsolationMode = "TenantIsolationMode", Kind::Values(TenantIsolationMode::ALL);
    }
    optional {
    }
}

object! {
    /// The function's AWS X-Ray tracing configuration.
    TracingConfig;
    required {
    }
    optional {
        /// The tracing mode.
        mode: Mode = "Mode", Kind::Values(Mode::ALL);
    }
}

object! {
    /// The VPC security groups and subnets that are attached to a Lambda function.
    VpcConfig;
    required {
    }
    optional {
        /// Allows outbound IPv6 traffic on VPC functions that are connected to dual-stack subnets.
        ipv6_allowed_for_dual_stack: bool = "Ipv6AllowedForDualStack", Kind::Bool;
        /// A list of VPC security group IDs.
        ///
        /// 0 to 5 items.
        security_group_ids: Vec<String> = "SecurityGroupIds", Kind::List(&Kind::Text(0, 1024, Some("^sg-[0-9a-zA-Z]*$")), 0, 5, false);
        /// A list of VPC subnet IDs.
        ///
        /// 0 to 16 items.
        subnet_ids: Vec<String> = "SubnetIds", Kind::List(&Kind::Text(0, 1024, Some("^subnet-[0-9a-z]*$")), 0, 16, false);
    }
}

values! {
    /// The values of `ApplicationLogLevel`.
    ApplicationLogLevel {
        Debug = "DEBUG",
        Error = "ERROR",
        Fatal = "FATAL",
        Info = "INFO",
        Trace = "TRACE",
        Warn = "WARN",
    }
}

values! {
    /// The values of `ApplyOn`.
    ApplyOn {
        None = "None",
        PublishedVersions = "PublishedVersions",
    }
}

values! {
    /// The values of `Architectures`.
    Architectures {
        Arm64 = "arm64",
        X8664 = "x86_64",
    }
}

values! {
    /// The values of `DirectS3Read`.
    DirectS3Read {
        Auto = "AUTO",
        Disabled = "DISABLED",
        Enabled = "ENABLED",
    }
}

values! {
    /// The values of `LogFormat`.
    LogFormat {
        Json = "JSON",
        Text = "Text",
    }
}

values! {
    /// The values of `Mode`.
    Mode {
        Active = "Active",
        PassThrough = "PassThrough",
    }
}

values! {
    /// The values of `PackageType`.
    PackageType {
        Image = "Image",
        Zip = "Zip",
    }
}

values! {
    /// The values of `RecursiveLoop`.
    RecursiveLoop {
        Allow = "Allow",
        Terminate = "Terminate",
    }
}

values! {
    /// The values of `Runtime`.
    Runtime {
        Dotnet10 = "dotnet10",
        Dotnet6 = "dotnet6",
        Dotnet8 = "dotnet8",
        Dotnetcore10 = "dotnetcore1.0",
        Dotnetcore20 = "dotnetcore2.0",
        Dotnetcore21 = "dotnetcore2.1",
        Dotnetcore31 = "dotnetcore3.1",
        Go1X = "go1.x",
        Java11 = "java11",
        Java11Al2023 = "java11.al2023",
        Java17 = "java17",
        Java17Al2023 = "java17.al2023",
        Java21 = "java21",
        Java25 = "java25",
        Java8 = "java8",
        Java8Al2 = "java8.al2",
        Java8Al2023 = "java8.al2023",
        Nodejs = "nodejs",
        Nodejs10X = "nodejs10.x",
        Nodejs12X = "nodejs12.x",
        Nodejs14X = "nodejs14.x",
        Nodejs16X = "nodejs16.x",
        Nodejs18X = "nodejs18.x",
        Nodejs20X = "nodejs20.x",
        Nodejs22X = "nodejs22.x",
        Nodejs24X = "nodejs24.x",
        Nodejs26X = "nodejs26.x",
        Nodejs43 = "nodejs4.3",
        Nodejs43Edge = "nodejs4.3-edge",
        Nodejs610 = "nodejs6.10",
        Nodejs810 = "nodejs8.10",
        Provided = "provided",
        ProvidedAl2 = "provided.al2",
        ProvidedAl2023 = "provided.al2023",
        Python27 = "python2.7",
        Python310 = "python3.10",
        Python311 = "python3.11",
        Python312 = "python3.12",
        Python313 = "python3.13",
        Python314 = "python3.14",
        Python315 = "python3.15",
        Python36 = "python3.6",
        Python37 = "python3.7",
        Python38 = "python3.8",
        Python39 = "python3.9",
        Ruby25 = "ruby2.5",
        Ruby27 = "ruby2.7",
        Ruby32 = "ruby3.2",
        Ruby33 = "ruby3.3",
        Ruby34 = "ruby3.4",
        Ruby40 = "ruby4.0",
    }
}

values! {
    /// The values of `S3ObjectStorageMode`.
    S3ObjectStorageMode {
        Copy = "COPY",
        Reference = "REFERENCE",
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
    /// The values of `TenantIsolationMode`.
    TenantIsolationMode {
        PerTenant = "PER_TENANT",
    }
}

values! {
    /// The values of `UpdateRuntimeOn`.
    UpdateRuntimeOn {
        Auto = "Auto",
        FunctionUpdate = "FunctionUpdate",
        Manual = "Manual",
    }
}
