// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::StepFunctions::StateMachineAlias` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Represents a state machine alias.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachinealias.html>
    StateMachineAlias = "AWS::StepFunctions::StateMachineAlias";
    required {
    }
    optional {
        /// The settings that enable gradual state machine deployments.
        deployment_preference: DeploymentPreference = "DeploymentPreference", Kind::Object(DeploymentPreference::object_schema);
        /// An optional description of the state machine alias.
        ///
        /// 1 to 256 characters.
        description: String = "Description", Kind::Text(1, 256, None);
        /// The name of the state machine alias.
        ///
        /// 1 to 80 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 80, None);
        /// The routing configuration of an alias.
        ///
        /// 1 to 2 items.
        routing_configuration: Vec<RoutingConfigurationVersion> = "RoutingConfiguration", Kind::List(&Kind::Object(RoutingConfigurationVersion::object_schema), 1, 2, true);
        /// `StateMachineArn`, which AWS's schema does not describe.
        ///
        /// 1 to 2048 characters.
        state_machine_arn: String = "StateMachineArn", Kind::Text(1, 2048, None);
    }
    attributes {
        /// Returns the ARN of the state machine alias.
        arn: Arn<StateMachineAlias> = "Arn";
    }
    replaces ["Name"]
    may_replace []
}

object! {
    /// Enables gradual state machine deployments.
    DeploymentPreference;
    required {
        /// The Amazon Resource Name (ARN) of the `AWS::StepFunctions::StateMachineVersion` resource that will be the final version to which the alias points to when the …
        ///
        /// 1 to 2048 characters.
        state_machine_version_arn: String = "StateMachineVersionArn", Kind::Text(1, 2048, None);
        /// The type of deployment you want to perform.
        r#type: Type = "Type", Kind::Values(Type::ALL);
    }
    optional {
        /// A list of Amazon CloudWatch alarm names to be monitored during the deployment.
        ///
        /// 1 to 100 items.
        alarms: Vec<String> = "Alarms", Kind::List(&Kind::Text(1, 256, None), 1, 100, true);
        /// The time in minutes between each traffic shifting increment.
        ///
        /// 1 to 2100.
        interval: Int<1, 2100> = "Interval", Kind::Integer(1, 2100);
        /// The percentage of traffic to shift to the new version in each increment.
        ///
        /// 1 to 99.
        percentage: Int<1, 99> = "Percentage", Kind::Integer(1, 99);
    }
}

object! {
    /// The state machine version to which you want to route the execution traffic.
    RoutingConfigurationVersion;
    required {
        /// The Amazon Resource Name (ARN) that identifies one or two state machine versions defined in the routing configuration.
        ///
        /// 1 to 2048 characters.
        state_machine_version_arn: String = "StateMachineVersionArn", Kind::Text(1, 2048, None);
        /// The percentage of traffic you want to route to the state machine version.
        ///
        /// 0 to 100.
        weight: Int<0, 100> = "Weight", Kind::Integer(0, 100);
    }
    optional {
    }
}

values! {
    /// The values of `Type`.
    Type {
        AllAtOnce = "ALL_AT_ONCE",
        Canary = "CANARY",
        Linear = "LINEAR",
    }
}
