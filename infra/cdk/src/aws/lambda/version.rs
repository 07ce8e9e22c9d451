// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Lambda::Version` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::Lambda::Version` resource creates a version from the current code and configuration of a function.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-version.html>
    Version = "AWS::Lambda::Version";
    required {
        /// The name or ARN of the Lambda function.
        ///
        /// 1 to 140 characters. Changing it replaces the resource.
        function_name: String = "FunctionName", Kind::Text(1, 140, Some(r"^(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\$LATEST|[a-zA-Z0-9-_]+))?$"));
    }
    optional {
        /// Only publish a version if the hash value matches the value that's specified.
        ///
        /// Changing it replaces the resource.
        code_sha256: String = "CodeSha256", TEXT;
        /// A description for the version to override the description in the function configuration.
        ///
        /// 0 to 256 characters. Changing it replaces the resource.
        description: String = "Description", Kind::Text(0, 256, None);
        /// Configuration that defines the scaling behavior for a Lambda Managed Instances function, including the minimum and maximum number of execution environments …
        function_scaling_config: FunctionScalingConfig = "FunctionScalingConfig", Kind::Object(FunctionScalingConfig::object_schema);
        /// Specifies a provisioned concurrency configuration for a function's version.
        ///
        /// Changing it replaces the resource.
        provisioned_concurrency_config: ProvisionedConcurrencyConfiguration = "ProvisionedConcurrencyConfig", Kind::Object(ProvisionedConcurrencyConfiguration::object_schema);
        /// Runtime Management Config of a function.
        ///
        /// Changing it replaces the resource.
        runtime_policy: RuntimePolicy = "RuntimePolicy", Kind::Object(RuntimePolicy::object_schema);
    }
    attributes {
        /// The ARN of the function.
        function_arn: String = "FunctionArn";
        /// The version number.
        version: String = "Version";
    }
    replaces ["CodeSha256", "Description", "FunctionName", "ProvisionedConcurrencyConfig", "RuntimePolicy"]
    may_replace []
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
    /// A provisioned concurrency configuration for a function's version.
    ProvisionedConcurrencyConfiguration;
    required {
        /// The amount of provisioned concurrency to allocate for the version.
        provisioned_concurrent_executions: Int = "ProvisionedConcurrentExecutions", INTEGER;
    }
    optional {
    }
}

object! {
    /// Sets the runtime management configuration for a function's version.
    RuntimePolicy;
    required {
        /// Specify the runtime update mode. - Auto (default) - Automatically update to the most recent and secure runtime version using a Two-phase runtime version rollout.
        update_runtime_on: String = "UpdateRuntimeOn", TEXT;
    }
    optional {
        /// The ARN of the runtime version you want the function to use. ) This is only required if you're using the Manual runtime update mode.
        ///
        /// 26 to 2048 characters.
        runtime_version_arn: String = "RuntimeVersionArn", Kind::Text(26, 2048, Some(r"^arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}::runtime:.+$"));
    }
}
