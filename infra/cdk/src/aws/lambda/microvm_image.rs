// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Lambda::MicrovmImage` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Resource Type definition for AWS::Lambda::MicrovmImage.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-microvmimage.html>
    MicrovmImage = "AWS::Lambda::MicrovmImage";
    required {
        /// `AdditionalOsCapabilities`, which AWS's schema does not describe.
        additional_os_capabilities: Vec<AdditionalOsCapabilities> = "AdditionalOsCapabilities", Kind::List(&Kind::Values(AdditionalOsCapabilities::ALL), 0, usize::MAX, true);
        /// ARN of the base MicroVM image.
        ///
        /// 1 to 2048 characters.
        base_image_arn: String = "BaseImageArn", Kind::Text(1, 2048, Some(r"^[^\s]+$"));
        /// Specific version of the base MicroVM image to use.
        ///
        /// 1 to 2048 characters.
        base_image_version: String = "BaseImageVersion", Kind::Text(1, 2048, Some(r"^[^\s]+$"));
        /// ARN of the IAM build role.
        build_role_arn: String = "BuildRoleArn", Kind::Text(0, usize::MAX, Some(r"^arn:aws[a-zA-Z-]*:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+$"));
        /// Code artifact for the active MicroVM image.
        code_artifact: CodeArtifact = "CodeArtifact", Kind::Object(CodeArtifact::object_schema);
        /// `CpuConfigurations`, which AWS's schema does not describe.
        cpu_configurations: Vec<CpuConfiguration> = "CpuConfigurations", Kind::List(&Kind::Object(CpuConfiguration::object_schema), 0, usize::MAX, true);
        /// Human-readable description of the MicroVM image and its purpose.
        description: String = "Description", TEXT;
        /// `EgressNetworkConnectors`, which AWS's schema does not describe.
        ///
        /// 0 to 10 items.
        egress_network_connectors: Vec<String> = "EgressNetworkConnectors", Kind::List(&TEXT, 0, 10, true);
        /// Environment variables to set in the container during the snapshot build.
        ///
        /// 0 to 50 items.
        environment_variables: Vec<EnvironmentVariable> = "EnvironmentVariables", Kind::List(&Kind::Object(EnvironmentVariable::object_schema), 0, 50, true);
        /// `Hooks`, which AWS's schema does not describe.
        hooks: Hooks = "Hooks", Kind::Object(Hooks::object_schema);
        /// Configuration for MicroVM image logging.
        logging: Logging = "Logging", Kind::Object(Logging::object_schema);
        /// Unique name for the MicroVM image within the account.
        ///
        /// 1 to 64 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 64, Some("^[a-zA-Z0-9-_]+$"));
        /// `Resources`, which AWS's schema does not describe.
        ///
        /// 0 to 1 items.
        resources: Vec<Resources> = "Resources", Kind::List(&Kind::Object(Resources::object_schema), 0, 1, true);
    }
    optional {
        /// Key-value pairs to associate with the MicroVM image for organization and management.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, usize::MAX, true);
    }
    attributes {
        /// Timestamp when the MicroVM image was created.
        created_at: String = "CreatedAt";
        /// ARN of the MicroVM image.
        image_arn: String = "ImageArn";
        /// The latest active version of the MicroVM image.
        latest_active_image_version: String = "LatestActiveImageVersion";
        /// The latest failed version of the MicroVM image.
        latest_failed_image_version: String = "LatestFailedImageVersion";
        /// Current state of the MicroVM image.
        state: String = "State";
        /// Timestamp when the MicroVM image was updated.
        updated_at: String = "UpdatedAt";
    }
    replaces ["Name"]
    may_replace []
}

object! {
    /// `CloudWatchLogging`, which AWS's schema does not describe.
    CloudWatchLogging;
    required {
    }
    optional {
        /// `LogGroup`, which AWS's schema does not describe.
        ///
        /// 1 to 512 characters.
        log_group: String = "LogGroup", Kind::Text(1, 512, Some(r"^[a-zA-Z0-9_\-/.#]+$"));
        /// `LogStream`, which AWS's schema does not describe.
        ///
        /// 1 to 512 characters.
        log_stream: String = "LogStream", Kind::Text(1, 512, Some("^[^:*]*$"));
    }
}

object! {
    /// `CodeArtifact`, which AWS's schema does not describe.
    CodeArtifact;
    required {
        /// `Uri`, which AWS's schema does not describe.
        ///
        /// 1 to 2048 characters.
        uri: String = "Uri", Kind::Text(1, 2048, Some(r"^[^\s]+$"));
    }
    optional {
    }
}

object! {
    /// `CpuConfiguration`, which AWS's schema does not describe.
    CpuConfiguration;
    required {
        /// `Architecture`, which AWS's schema does not describe.
        architecture: Architecture = "Architecture", Kind::Values(Architecture::ALL);
    }
    optional {
    }
}

object! {
    /// `EnvironmentVariable`, which AWS's schema does not describe.
    EnvironmentVariable;
    required {
        /// `Key`, which AWS's schema does not describe.
        ///
        /// 1 to 256 characters.
        key: String = "Key", Kind::Text(1, 256, Some(r"^[^\s]+$"));
        /// `Value`, which AWS's schema does not describe.
        ///
        /// 0 to 4096 characters.
        value: String = "Value", Kind::Text(0, 4096, None);
    }
    optional {
    }
}

object! {
    /// `Hooks`, which AWS's schema does not describe.
    Hooks;
    required {
    }
    optional {
        /// `MicrovmHooks`, which AWS's schema does not describe.
        microvm_hooks: MicrovmHooks = "MicrovmHooks", Kind::Object(MicrovmHooks::object_schema);
        /// `MicrovmImageHooks`, which AWS's schema does not describe.
        microvm_image_hooks: MicrovmImageHooks = "MicrovmImageHooks", Kind::Object(MicrovmImageHooks::object_schema);
        /// `Port`, which AWS's schema does not describe.
        ///
        /// 1 to 65535.
        port: Int<1, 65535> = "Port", Kind::Integer(1, 65535);
    }
}

object! {
    /// `Logging`, which AWS's schema does not describe.
    Logging;
    required {
    }
    optional {
        /// `CloudWatch`, which AWS's schema does not describe.
        cloud_watch: CloudWatchLogging = "CloudWatch", Kind::Object(CloudWatchLogging::object_schema);
        /// `Disabled`, which AWS's schema does not describe.
        disabled: bool = "Disabled", Kind::Bool;
    }
}

object! {
    /// `MicrovmHooks`, which AWS's schema does not describe.
    MicrovmHooks;
    required {
    }
    optional {
        /// `Resume`, which AWS's schema does not describe.
        resume: HookState = "Resume", Kind::Values(HookState::ALL);
        /// `ResumeTimeoutInSeconds`, which AWS's schema does not describe.
        ///
        /// 1 to 60.
        resume_timeout_in_seconds: Int<1, 60> = "ResumeTimeoutInSeconds", Kind::Integer(1, 60);
        /// `Run`, which AWS's schema does not describe.
        run: HookState = "Run", Kind::Values(HookState::ALL);
        /// `RunTimeoutInSeconds`, which AWS's schema does not describe.
        ///
        /// 1 to 60.
        run_timeout_in_seconds: Int<1, 60> = "RunTimeoutInSeconds", Kind::Integer(1, 60);
        /// `Suspend`, which AWS's schema does not describe.
        suspend: HookState = "Suspend", Kind::Values(HookState::ALL);
        /// `SuspendTimeoutInSeconds`, which AWS's schema does not describe.
        ///
        /// 1 to 60.
        suspend_timeout_in_seconds: Int<1, 60> = "SuspendTimeoutInSeconds", Kind::Integer(1, 60);
        /// `Terminate`, which AWS's schema does not describe.
        terminate: HookState = "Terminate", Kind::Values(HookState::ALL);
        /// `TerminateTimeoutInSeconds`, which AWS's schema does not describe.
        ///
        /// 1 to 60.
        terminate_timeout_in_seconds: Int<1, 60> = "TerminateTimeoutInSeconds", Kind::Integer(1, 60);
    }
}

object! {
    /// `MicrovmImageHooks`, which AWS's schema does not describe.
    MicrovmImageHooks;
    required {
    }
    optional {
        /// `Ready`, which AWS's schema does not describe.
        ready: HookState = "Ready", Kind::Values(HookState::ALL);
        /// `ReadyTimeoutInSeconds`, which AWS's schema does not describe.
        ///
        /// 1 to 3600.
        ready_timeout_in_seconds: Int<1, 3600> = "ReadyTimeoutInSeconds", Kind::Integer(1, 3600);
        /// `Validate`, which AWS's schema does not describe.
        validate: HookState = "Validate", Kind::Values(HookState::ALL);
        /// `ValidateTimeoutInSeconds`, which AWS's schema does not describe.
        ///
        /// 1 to 3600.
        validate_timeout_in_seconds: Int<1, 3600> = "ValidateTimeoutInSeconds", Kind::Integer(1, 3600);
    }
}

object! {
    /// `Resources`, which AWS's schema does not describe.
    Resources;
    required {
        /// `MinimumMemoryInMiB`, which AWS's schema does not describe.
        minimum_memory_in_mi_b: Int = "MinimumMemoryInMiB", INTEGER;
    }
    optional {
    }
}

object! {
    /// `Tag`, which AWS's schema does not describe.
    Tag;
    required {
        /// The key name of the tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
    }
    optional {
        /// The value for the tag.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
}

values! {
    /// The values of `AdditionalOsCapabilities`.
    AdditionalOsCapabilities {
        All = "ALL",
    }
}

values! {
    /// The values of `Architecture`.
    Architecture {
        Arm64 = "ARM_64",
    }
}

values! {
    /// The values of `HookState`.
    HookState {
        Disabled = "DISABLED",
        Enabled = "ENABLED",
    }
}
