// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Lambda::WebFunctionRevision` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Resource Type definition for AWS::Lambda::WebFunctionRevision.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-webfunctionrevision.html>
    WebFunctionRevision = "AWS::Lambda::WebFunctionRevision";
    required {
        /// The build configuration for the revision.
        ///
        /// Changing it replaces the resource.
        build_config: BuildConfig = "BuildConfig", Kind::Object(BuildConfig::object_schema);
        /// The name of the web function this revision belongs to.
        ///
        /// 1 to 256 characters. Changing it replaces the resource.
        function_name: String = "FunctionName", Kind::Text(1, 256, None);
        /// The service configuration for the revision.
        ///
        /// Changing it replaces the resource.
        service_config: ServiceConfig = "ServiceConfig", Kind::Object(ServiceConfig::object_schema);
    }
    optional {
        /// A description of the revision.
        ///
        /// 0 to 256 characters. Changing it replaces the resource.
        description: String = "Description", Kind::Text(0, 256, None);
        /// The ARN of the KMS key used to encrypt the revision.
        ///
        /// 20 to 2048 characters. Changing it replaces the resource.
        kms_key_arn: String = "KmsKeyArn", Kind::Text(20, 2048, Some("^arn:(aws[a-z-]*){1}:kms:[a-z0-9-]+:[0-9]{12}:key/.*$"));
    }
    attributes {
        /// The timestamp when the revision was created.
        created_at: String = "CreatedAt";
        /// The Amazon Resource Name (ARN) of the function.
        function_arn: String = "FunctionArn";
        /// The Amazon Resource Name (ARN) of the revision.
        revision_arn: String = "RevisionArn";
        /// The unique identifier of the revision.
        revision_id: String = "RevisionId";
        /// The current state of the revision.
        state: String = "State";
        /// The reason for the revision's current state.
        state_reason: String = "StateReason";
    }
    replaces ["BuildConfig", "Description", "FunctionName", "KmsKeyArn", "ServiceConfig"]
    may_replace []
}

object! {
    /// The build configuration for the revision.
    BuildConfig;
    required {
        /// The code configuration for the revision.
        code_config: CodeConfig = "CodeConfig", Kind::Object(CodeConfig::object_schema);
        /// The runtime configuration for the revision.
        runtime_config: RuntimeConfig = "RuntimeConfig", Kind::Object(RuntimeConfig::object_schema);
    }
    optional {
    }
}

object! {
    /// The code configuration for the revision.
    CodeConfig;
    required {
        /// The Amazon S3 location of the deployment artifact.
        s3_object: S3Object = "S3Object", Kind::Object(S3Object::object_schema);
    }
    optional {
    }
}

object! {
    /// The logging configuration.
    LoggingConfig;
    required {
    }
    optional {
        /// The application log level.
        application_log_level: ApplicationLogLevel = "ApplicationLogLevel", Kind::Values(ApplicationLogLevel::ALL);
        /// The CloudWatch log group name.
        ///
        /// 1 to 500 characters.
        log_group: String = "LogGroup", Kind::Text(1, 500, Some(r"^[a-zA-Z0-9\.\-_/#]+$"));
        /// The system log level.
        system_log_level: SystemLogLevel = "SystemLogLevel", Kind::Values(SystemLogLevel::ALL);
    }
}

object! {
    /// The runtime configuration for the revision.
    RuntimeConfig;
    required {
        /// The runtime identifier.
        ///
        /// 1 to 30 characters.
        runtime: String = "Runtime", Kind::Text(1, 30, Some(r"^[a-z][a-z0-9]*[0-9]+(\.[a-z0-9]+)*$"));
    }
    optional {
    }
}

object! {
    /// The S3 location of the function code.
    S3Object;
    required {
        /// The S3 bucket name.
        ///
        /// 3 to 63 characters.
        bucket: String = "Bucket", Kind::Text(3, 63, Some(r"^([a-z0-9][a-z0-9\.\-]{1,61}[a-z0-9])$"));
        /// The S3 object key.
        ///
        /// 1 to 1024 characters.
        key: String = "Key", Kind::Text(1, 1024, None);
    }
    optional {
        /// The S3 object version ID.
        version_id: String = "VersionId", TEXT;
    }
}

object! {
    /// The service configuration for the revision.
    ServiceConfig;
    required {
        /// The ARN of the execution role.
        ///
        /// 20 to 2048 characters.
        execution_role_arn: String = "ExecutionRoleArn", Kind::Text(20, 2048, Some("^arn:(aws[a-z-]*){1}:iam::[0-9]{12}:role/.*$"));
    }
    optional {
        /// The versioned ARN of the network connector used for outbound network access from the revision.
        ///
        /// 1 to 2048 characters.
        egress_network_connector_arn: String = "EgressNetworkConnectorArn", Kind::Text(1, 2048, Some("^arn:(aws[a-z-]*):lambda:[a-z0-9-]+:[0-9]{12}:network-connector:[a-zA-Z0-9_-]+:[0-9]+$"));
        /// Environment variables for the function.
        environment_variables: BTreeMap<String, String> = "EnvironmentVariables", Kind::Map(&Kind::Text(1, 4096, None));
        /// The maximum concurrency per environment.
        ///
        /// 1 to 128.
        max_concurrency_per_environment: Int<1, 128> = "MaxConcurrencyPerEnvironment", Kind::Integer(1, 128);
        /// The telemetry configuration.
        telemetry_config: TelemetryConfig = "TelemetryConfig", Kind::Object(TelemetryConfig::object_schema);
        /// The function timeout in seconds.
        ///
        /// 3 to 900.
        timeout_seconds: Int<3, 900> = "TimeoutSeconds", Kind::Integer(3, 900);
    }
}

object! {
    /// The telemetry configuration.
    TelemetryConfig;
    required {
    }
    optional {
        /// The logging configuration for the web function.
        logging_config: LoggingConfig = "LoggingConfig", Kind::Object(LoggingConfig::object_schema);
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
    /// The values of `SystemLogLevel`.
    SystemLogLevel {
        Debug = "DEBUG",
        Info = "INFO",
        Warn = "WARN",
    }
}
