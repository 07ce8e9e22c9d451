// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::CodeDeploy::DeploymentConfig` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::CodeDeploy::DeploymentConfig` resource creates a set of deployment rules, deployment success conditions, and deployment failure conditions that AWS …
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codedeploy-deploymentconfig.html>
    DeploymentConfig = "AWS::CodeDeploy::DeploymentConfig";
    required {
    }
    optional {
        /// The destination platform type for the deployment ( `Lambda`, `Server`, or `ECS`).
        ///
        /// Changing it replaces the resource.
        compute_platform: ComputePlatform = "ComputePlatform", Kind::Values(ComputePlatform::ALL);
        /// A name for the deployment configuration.
        ///
        /// 1 to 100 characters. Changing it replaces the resource.
        deployment_config_name: String = "DeploymentConfigName", Kind::Text(1, 100, Some("^[A-Za-z0-9+=,.@_-]*$"));
        /// The minimum number of healthy instances that should be available at any time during the deployment.
        ///
        /// Changing it replaces the resource.
        minimum_healthy_hosts: MinimumHealthyHosts = "MinimumHealthyHosts", Kind::Object(MinimumHealthyHosts::object_schema);
        /// The configuration that specifies how the deployment traffic is routed.
        ///
        /// Changing it replaces the resource.
        traffic_routing_config: TrafficRoutingConfig = "TrafficRoutingConfig", Kind::Object(TrafficRoutingConfig::object_schema);
        /// Configure the `ZonalConfig` object if you want AWS CodeDeploy to deploy your application to one Availability Zone at a time, within an AWS Region.
        ///
        /// Changing it replaces the resource.
        zonal_config: ZonalConfig = "ZonalConfig", Kind::Object(ZonalConfig::object_schema);
    }
    attributes {
    }
    replaces ["ComputePlatform", "DeploymentConfigName", "MinimumHealthyHosts", "TrafficRoutingConfig", "ZonalConfig"]
    may_replace []
}

object! {
    /// `MinimumHealthyHosts` is a property of the DeploymentConfig resource that defines how many instances must remain healthy during an AWS CodeDeploy deployment.
    MinimumHealthyHosts;
    required {
        /// The minimum healthy instance type: - HOST_COUNT: The minimum number of healthy instance as an absolute value. - FLEET_PERCENT: The minimum number of healthy …
        r#type: Type = "Type", Kind::Values(Type::ALL);
        /// The minimum healthy instance value.
        value: Int = "Value", INTEGER;
    }
    optional {
    }
}

object! {
    /// Information about the minimum number of healthy instances per Availability Zone.
    MinimumHealthyHostsPerZone;
    required {
        /// The `type` associated with the `MinimumHealthyHostsPerZone` option.
        r#type: Type = "Type", Kind::Values(Type::ALL);
        /// The `value` associated with the `MinimumHealthyHostsPerZone` option.
        value: Int = "Value", INTEGER;
    }
    optional {
    }
}

object! {
    /// A configuration that shifts traffic from one version of a Lambda function or Amazon ECS task set to another in two increments.
    TimeBasedCanary;
    required {
        /// The number of minutes between the first and second traffic shifts of a `TimeBasedCanary` deployment.
        canary_interval: Int = "CanaryInterval", INTEGER;
        /// The percentage of traffic to shift in the first increment of a `TimeBasedCanary` deployment.
        canary_percentage: Int = "CanaryPercentage", INTEGER;
    }
    optional {
    }
}

object! {
    /// A configuration that shifts traffic from one version of a Lambda function or ECS task set to another in equal increments, with an equal number of minutes …
    TimeBasedLinear;
    required {
        /// The number of minutes between each incremental traffic shift of a `TimeBasedLinear` deployment.
        linear_interval: Int = "LinearInterval", INTEGER;
        /// The percentage of traffic that is shifted at the start of each increment of a `TimeBasedLinear` deployment.
        linear_percentage: Int = "LinearPercentage", INTEGER;
    }
    optional {
    }
}

object! {
    /// The configuration that specifies how traffic is shifted from one version of a Lambda function to another version during an AWS Lambda deployment, or from one …
    TrafficRoutingConfig;
    required {
        /// The type of traffic shifting ( `TimeBasedCanary` or `TimeBasedLinear`) used by a deployment configuration.
        r#type: TrafficRoutingConfigType = "Type", Kind::Values(TrafficRoutingConfigType::ALL);
    }
    optional {
        /// A configuration that shifts traffic from one version of a Lambda function or ECS task set to another in two increments.
        time_based_canary: TimeBasedCanary = "TimeBasedCanary", Kind::Object(TimeBasedCanary::object_schema);
        /// A configuration that shifts traffic from one version of a Lambda function or Amazon ECS task set to another in equal increments, with an equal number of …
        time_based_linear: TimeBasedLinear = "TimeBasedLinear", Kind::Object(TimeBasedLinear::object_schema);
    }
}

object! {
    /// Configure the `ZonalConfig` object if you want AWS CodeDeploy to deploy your application to one Availability Zone at a time, within an AWS Region.
    ZonalConfig;
    required {
    }
    optional {
        /// The period of time, in seconds, that CodeDeploy must wait after completing a deployment to the first Availability Zone.
        first_zone_monitor_duration_in_seconds: Int = "FirstZoneMonitorDurationInSeconds", INTEGER;
        /// The number or percentage of instances that must remain available per Availability Zone during a deployment.
        minimum_healthy_hosts_per_zone: MinimumHealthyHostsPerZone = "MinimumHealthyHostsPerZone", Kind::Object(MinimumHealthyHostsPerZone::object_schema);
        /// The period of time, in seconds, that CodeDeploy must wait after completing a deployment to an Availability Zone.
        monitor_duration_in_seconds: Int = "MonitorDurationInSeconds", INTEGER;
    }
}

values! {
    /// The values of `ComputePlatform`.
    ComputePlatform {
        Ecs = "ECS",
        Lambda = "Lambda",
        Server = "Server",
    }
}

values! {
    /// The values of `TrafficRoutingConfigType`.
    TrafficRoutingConfigType {
        AllAtOnce = "AllAtOnce",
        TimeBasedCanary = "TimeBasedCanary",
        TimeBasedLinear = "TimeBasedLinear",
    }
}

values! {
    /// The values of `Type`.
    Type {
        FleetPercent = "FLEET_PERCENT",
        HostCount = "HOST_COUNT",
    }
}
