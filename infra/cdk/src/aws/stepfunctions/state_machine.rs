// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::StepFunctions::StateMachine` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Provisions a state machine.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html>
    StateMachine = "AWS::StepFunctions::StateMachine";
    required {
        /// The Amazon Resource Name (ARN) of the IAM role to use for this state machine.
        ///
        /// 1 to 256 characters.
        role_arn: String = "RoleArn", Kind::Text(1, 256, None);
    }
    optional {
        /// The Amazon States Language definition of the state machine.
        definition: Json = "Definition", Kind::Json;
        /// The name of the S3 bucket where the state machine definition is stored.
        definition_s3_location: S3Location = "DefinitionS3Location", Kind::Object(S3Location::object_schema);
        /// The Amazon States Language definition of the state machine.
        ///
        /// 1 to 1048576 characters.
        definition_string: String = "DefinitionString", Kind::Text(1, 1048576, None);
        /// A map (string to string) that specifies the mappings for placeholder variables in the state machine definition.
        definition_substitutions: BTreeMap<String, Json> = "DefinitionSubstitutions", Kind::Map(&Kind::Json);
        /// Encryption configuration for the state machine.
        encryption_configuration: EncryptionConfiguration = "EncryptionConfiguration", Kind::Object(EncryptionConfiguration::object_schema);
        /// Defines what execution history events are logged and where they are logged. ) By default, the `level` is set to `OFF`.
        logging_configuration: LoggingConfiguration = "LoggingConfiguration", Kind::Object(LoggingConfiguration::object_schema);
        /// The name of the state machine.
        ///
        /// 1 to 80 characters. Changing it replaces the resource.
        state_machine_name: String = "StateMachineName", Kind::Text(1, 80, None);
        /// Determines whether a `STANDARD` or `EXPRESS` state machine is created.
        ///
        /// Changing it replaces the resource.
        state_machine_type: StateMachineType = "StateMachineType", Kind::Values(StateMachineType::ALL);
        /// The list of tags to add to a resource.
        tags: Vec<TagsEntry> = "Tags", list(&Kind::Object(TagsEntry::object_schema));
        /// Selects whether or not the state machine's AWS X-Ray tracing is enabled.
        tracing_configuration: TracingConfiguration = "TracingConfiguration", Kind::Object(TracingConfiguration::object_schema);
    }
    attributes {
        /// Returns the ARN of the resource.
        arn: Arn<StateMachine> = "Arn";
        /// Returns the name of the state machine.
        name: String = "Name";
        /// Identifier for a state machine revision, which is an immutable, read-only snapshot of a state machine’s definition and configuration.
        state_machine_revision_id: String = "StateMachineRevisionId";
    }
    replaces ["StateMachineName", "StateMachineType"]
    may_replace []
}

object! {
    /// Defines a CloudWatch log group. ) For more information see Standard Versus Express Workflows in the AWS Step Functions Developer Guide.
    CloudWatchLogsLogGroup;
    required {
    }
    optional {
        /// The ARN of the the CloudWatch log group to which you want your logs emitted to.
        ///
        /// 1 to 256 characters.
        log_group_arn: String = "LogGroupArn", Kind::Text(1, 256, None);
    }
}

object! {
    /// Settings to configure server-side encryption for a state machine.
    EncryptionConfiguration;
    required {
        /// Encryption option for a state machine.
        r#type: Type = "Type", Kind::Values(Type::ALL);
    }
    optional {
        /// Maximum duration that Step Functions will reuse data keys.
        ///
        /// 60 to 900.
        kms_data_key_reuse_period_seconds: Int<60, 900> = "KmsDataKeyReusePeriodSeconds", Kind::Integer(60, 900);
        /// An alias, alias ARN, key ID, or key ARN of a symmetric encryption AWS key to encrypt data.
        ///
        /// 1 to 2048 characters.
        kms_key_id: String = "KmsKeyId", Kind::Text(1, 2048, None);
    }
}

object! {
    /// Defines a destination for `LoggingConfiguration`. ) For more information on logging with `EXPRESS` workflows, see Logging Express Workflows Using CloudWatch …
    LogDestination;
    required {
    }
    optional {
        /// An object describing a CloudWatch log group.
        cloud_watch_logs_log_group: CloudWatchLogsLogGroup = "CloudWatchLogsLogGroup", Kind::Object(CloudWatchLogsLogGroup::object_schema);
    }
}

object! {
    /// Defines what execution history events are logged and where they are logged.
    LoggingConfiguration;
    required {
    }
    optional {
        /// An array of objects that describes where your execution history events will be logged.
        ///
        /// At least 1 items.
        destinations: Vec<LogDestination> = "Destinations", Kind::List(&Kind::Object(LogDestination::object_schema), 1, usize::MAX, false);
        /// Determines whether execution data is included in your log.
        include_execution_data: bool = "IncludeExecutionData", Kind::Bool;
        /// Defines which category of execution history events are logged.
        level: Level = "Level", Kind::Values(Level::ALL);
    }
}

object! {
    /// Defines the S3 bucket location where a state machine definition is stored.
    S3Location;
    required {
        /// The name of the S3 bucket where the state machine definition JSON or YAML file is stored.
        bucket: String = "Bucket", TEXT;
        /// The name of the state machine definition file (Amazon S3 object name).
        key: String = "Key", TEXT;
    }
    optional {
        /// For versioning-enabled buckets, a specific version of the state machine definition.
        version: String = "Version", TEXT;
    }
}

object! {
    /// The `TagsEntry` property specifies tags to identify a state machine.
    TagsEntry;
    required {
        /// The `key` for a key-value pair in a tag entry.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// The `value` for a key-value pair in a tag entry.
        ///
        /// 1 to 256 characters.
        value: String = "Value", Kind::Text(1, 256, None);
    }
    optional {
    }
}

object! {
    /// Selects whether or not the state machine's AWS X-Ray tracing is enabled.
    TracingConfiguration;
    required {
    }
    optional {
        /// When set to `true`, X-Ray tracing is enabled.
        enabled: bool = "Enabled", Kind::Bool;
    }
}

values! {
    /// The values of `Level`.
    Level {
        All = "ALL",
        Error = "ERROR",
        Fatal = "FATAL",
        Off = "OFF",
    }
}

values! {
    /// The values of `StateMachineType`.
    StateMachineType {
        Express = "EXPRESS",
        Standard = "STANDARD",
    }
}

values! {
    /// The values of `Type`.
    Type {
        AwsOwnedKey = "AWS_OWNED_KEY",
        CustomerManagedKmsKey = "CUSTOMER_MANAGED_KMS_KEY",
    }
}
