// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Lambda::Alias` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::Lambda::Alias` resource creates an alias for a Lambda function version.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-alias.html>
    Alias = "AWS::Lambda::Alias";
    required {
        /// The name or ARN of the Lambda function.
        ///
        /// Changing it replaces the resource.
        function_name: String = "FunctionName", TEXT;
        /// The function version that the alias invokes.
        ///
        /// 0 to 1024 characters.
        function_version: String = "FunctionVersion", Kind::Text(0, 1024, Some(r"^(\$LATEST(\.PUBLISHED)?|[0-9]*)$"));
        /// The name of the alias.
        ///
        /// 1 to 128 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 128, None);
    }
    optional {
        /// A description of the alias.
        ///
        /// 0 to 256 characters.
        description: String = "Description", Kind::Text(0, 256, None);
        /// Specifies a provisioned concurrency configuration for a function's alias.
        provisioned_concurrency_config: ProvisionedConcurrencyConfiguration = "ProvisionedConcurrencyConfig", Kind::Object(ProvisionedConcurrencyConfiguration::object_schema);
        /// The routing configuration of the alias.
        routing_config: AliasRoutingConfiguration = "RoutingConfig", Kind::Object(AliasRoutingConfiguration::object_schema);
    }
    attributes {
        /// The Amazon Resource Name (ARN) of the alias.
        alias_arn: String = "AliasArn";
    }
    replaces ["FunctionName", "Name"]
    may_replace []
}

object! {
    /// The traffic-shifting configuration of a Lambda function alias.
    AliasRoutingConfiguration;
    required {
    }
    optional {
        /// The second version, and the percentage of traffic that's routed to it.
        additional_version_weights: Vec<VersionWeight> = "AdditionalVersionWeights", Kind::List(&Kind::Object(VersionWeight::object_schema), 0, usize::MAX, true);
    }
}

object! {
    /// A provisioned concurrency configuration for a function's alias.
    ProvisionedConcurrencyConfiguration;
    required {
        /// The amount of provisioned concurrency to allocate for the alias.
        provisioned_concurrent_executions: Int = "ProvisionedConcurrentExecutions", INTEGER;
    }
    optional {
    }
}

object! {
    /// The traffic-shifting configuration of a Lambda function alias.
    VersionWeight;
    required {
        /// The qualifier of the second version.
        function_version: String = "FunctionVersion", TEXT;
        /// The percentage of traffic that the alias routes to the second version.
        function_weight: f64 = "FunctionWeight", NUMBER;
    }
    optional {
    }
}
