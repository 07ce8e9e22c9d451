// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Lambda::CapacityProvider` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates a capacity provider that manages compute resources for Lambda functions.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-capacityprovider.html>
    CapacityProvider = "AWS::Lambda::CapacityProvider";
    required {
        /// The permissions configuration for the capacity provider.
        ///
        /// Changing it replaces the resource.
        permissions_config: CapacityProviderPermissionsConfig = "PermissionsConfig", Kind::Object(CapacityProviderPermissionsConfig::object_schema);
        /// The VPC configuration for the capacity provider.
        ///
        /// Changing it replaces the resource.
        vpc_config: CapacityProviderVpcConfig = "VpcConfig", Kind::Object(CapacityProviderVpcConfig::object_schema);
    }
    optional {
        /// `CapacityProviderName`, which AWS's schema does not describe.
        ///
        /// 1 to 140 characters. Changing it replaces the resource.
        capacity_provider_name: String = "CapacityProviderName", Kind::Text(1, 140, Some(r"^(arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:\d{12}:capacity-provider:[a-zA-Z0-9-_]+)|[a-zA-Z0-9-_]+$"));
        /// The scaling configuration for the capacity provider.
        capacity_provider_scaling_config: CapacityProviderScalingConfig = "CapacityProviderScalingConfig", Kind::Object(CapacityProviderScalingConfig::object_schema);
        /// The instance requirements for compute resources managed by the capacity provider.
        ///
        /// Changing it replaces the resource.
        instance_requirements: InstanceRequirements = "InstanceRequirements", Kind::Object(InstanceRequirements::object_schema);
        /// The ARN of the KMS key used to encrypt the capacity provider's resources.
        ///
        /// 0 to 10000 characters. Changing it replaces the resource.
        kms_key_arn: String = "KmsKeyArn", Kind::Text(0, 10000, Some("^(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()$"));
        /// Configuration that defines how tags are propagated to managed resources.
        propagate_tags: PropagateTagsConfig = "PropagateTags", Kind::Object(PropagateTagsConfig::object_schema);
        /// A key-value pair that provides metadata for the capacity provider.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, usize::MAX, true);
        /// Configuration that specifies the telemetry collection for the capacity provider.
        telemetry_config: CapacityProviderTelemetryConfig = "TelemetryConfig", Kind::Object(CapacityProviderTelemetryConfig::object_schema);
    }
    attributes {
        /// `Arn`, which AWS's schema does not describe.
        arn: Arn<CapacityProvider> = "Arn";
        /// The current state of the capacity provider.
        state: String = "State";
    }
    replaces ["CapacityProviderName", "InstanceRequirements", "KmsKeyArn", "PermissionsConfig", "VpcConfig"]
    may_replace []
}

object! {
    /// The capacity provider's Amazon CloudWatch Logs configuration settings.
    CapacityProviderLoggingConfig;
    required {
    }
    optional {
        /// The name of the Amazon CloudWatch log group the capacity provider sends logs to.
        ///
        /// 1 to 512 characters.
        log_group: String = "LogGroup", Kind::Text(1, 512, Some(r"[\.\-_/#A-Za-z0-9]+"));
        /// Set this property to filter the system logs for your capacity provider that Lambda sends to CloudWatch.
        system_log_level: SystemLogLevel = "SystemLogLevel", Kind::Values(SystemLogLevel::ALL);
    }
}

object! {
    /// Configuration that specifies the permissions required for the capacity provider to manage compute resources.
    CapacityProviderPermissionsConfig;
    required {
        /// The ARN of the IAM role that the capacity provider uses to manage compute instances and other AWS resources.
        ///
        /// 0 to 10000 characters.
        capacity_provider_operator_role_arn: String = "CapacityProviderOperatorRoleArn", Kind::Text(0, 10000, Some(r"^arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+$"));
    }
    optional {
    }
}

object! {
    /// Configuration that defines how the capacity provider scales compute instances based on demand and policies.
    CapacityProviderScalingConfig;
    required {
    }
    optional {
        /// The maximum number of vCPUs that the capacity provider can provision across all compute instances.
        ///
        /// 2 to 15000.
        max_v_cpu_count: Int<2, 15000> = "MaxVCpuCount", Kind::Integer(2, 15000);
        /// The scaling mode that determines how the capacity provider responds to changes in demand.
        scaling_mode: CapacityProviderScalingMode = "ScalingMode", Kind::Values(CapacityProviderScalingMode::ALL);
        /// A list of target tracking scaling policies for the capacity provider.
        ///
        /// 1 to 10 items.
        scaling_policies: Vec<TargetTrackingScalingPolicy> = "ScalingPolicies", Kind::List(&Kind::Object(TargetTrackingScalingPolicy::object_schema), 1, 10, false);
    }
}

object! {
    /// Configuration that specifies the telemetry collection for the capacity provider.
    CapacityProviderTelemetryConfig;
    required {
    }
    optional {
        /// The capacity provider's Amazon CloudWatch Logs configuration settings.
        logging_config: CapacityProviderLoggingConfig = "LoggingConfig", Kind::Object(CapacityProviderLoggingConfig::object_schema);
    }
}

object! {
    /// VPC configuration that specifies the network settings for compute instances managed by the capacity provider.
    CapacityProviderVpcConfig;
    required {
        /// A list of security group IDs that control network access for compute instances managed by the capacity provider.
        ///
        /// 0 to 5 items.
        security_group_ids: Vec<String> = "SecurityGroupIds", Kind::List(&Kind::Text(0, 1024, Some("^sg-[0-9a-zA-Z]*$")), 0, 5, false);
        /// A list of subnet IDs where the capacity provider launches compute instances.
        ///
        /// 1 to 16 items.
        subnet_ids: Vec<String> = "SubnetIds", Kind::List(&Kind::Text(0, 1024, Some("^subnet-[0-9a-z]*$")), 1, 16, false);
    }
    optional {
    }
}

object! {
    /// Specifications that define the characteristics and constraints for compute instances used by the capacity provider.
    InstanceRequirements;
    required {
    }
    optional {
        /// A list of EC2 instance types that the capacity provider is allowed to use.
        ///
        /// 0 to 400 items.
        allowed_instance_types: Vec<String> = "AllowedInstanceTypes", Kind::List(&Kind::Text(1, 30, Some(r"^[a-zA-Z0-9\.\*\-]+$")), 0, 400, false);
        /// A list of supported CPU architectures for compute instances.
        ///
        /// 1 to 1 items.
        architectures: Vec<Architecture> = "Architectures", Kind::List(&Kind::Values(Architecture::ALL), 1, 1, false);
        /// A list of EC2 instance types that the capacity provider should not use, even if they meet other requirements.
        ///
        /// 0 to 400 items.
        excluded_instance_types: Vec<String> = "ExcludedInstanceTypes", Kind::List(&Kind::Text(1, 30, Some(r"^[a-zA-Z0-9\.\*\-]+$")), 0, 400, false);
    }
}

object! {
    /// Configuration that defines how tags are propagated to managed resources.
    PropagateTagsConfig;
    required {
    }
    optional {
        /// A list of tags to explicitly propagate to managed resources.
        ///
        /// 0 to 40 items.
        explicit_tags: Vec<Tag> = "ExplicitTags", Kind::List(&Kind::Object(Tag::object_schema), 0, 40, true);
        /// The mode for tag propagation.
        mode: PropagateTagsMode = "Mode", Kind::Values(PropagateTagsMode::ALL);
    }
}

object! {
    /// A key-value pair that provides metadata for the capacity provider.
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

object! {
    /// A scaling policy for the capacity provider that automatically adjusts capacity to maintain a target value for a specific metric.
    TargetTrackingScalingPolicy;
    required {
        /// The predefined metric type to track for scaling decisions.
        predefined_metric_type: CapacityProviderPredefinedMetricType = "PredefinedMetricType", Kind::Values(CapacityProviderPredefinedMetricType::ALL);
        /// The target value for the metric that the scaling policy attempts to maintain through scaling actions.
        ///
        /// 0 to 100.
        target_value: f64 = "TargetValue", Kind::Number(0.0, 100.0);
    }
    optional {
    }
}

values! {
    /// The values of `Architecture`.
    Architecture {
        Arm64 = "arm64",
        X8664 = "x86_64",
    }
}

values! {
    /// The values of `CapacityProviderPredefinedMetricType`.
    CapacityProviderPredefinedMetricType {
        LambdaCapacityProviderAverageCpuUtilization = "LambdaCapacityProviderAverageCPUUtilization",
        LambdaCapacityProviderAverageGpuUtilization = "LambdaCapacityProviderAverageGPUUtilization",
    }
}

values! {
    /// The values of `CapacityProviderScalingMode`.
    CapacityProviderScalingMode {
        Auto = "Auto",
        Manual = "Manual",
    }
}

values! {
    /// The values of `PropagateTagsMode`.
    PropagateTagsMode {
        Explicit = "Explicit",
        None = "None",
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
