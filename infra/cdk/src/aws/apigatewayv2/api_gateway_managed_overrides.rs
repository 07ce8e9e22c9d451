// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::ApiGatewayV2::ApiGatewayManagedOverrides` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::ApiGatewayV2::ApiGatewayManagedOverrides` resource overrides the default properties of API Gateway-managed resources that are implicitly configured …
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-apigatewaymanagedoverrides.html>
    ApiGatewayManagedOverrides = "AWS::ApiGatewayV2::ApiGatewayManagedOverrides";
    required {
        /// The ID of the API for which to override the configuration of API Gateway-managed resources.
        ///
        /// Changing it replaces the resource.
        api_id: String = "ApiId", TEXT;
    }
    optional {
        /// Overrides the integration configuration for an API Gateway-managed integration.
        integration: IntegrationOverrides = "Integration", Kind::Object(IntegrationOverrides::object_schema);
        /// Overrides the route configuration for an API Gateway-managed route.
        route: RouteOverrides = "Route", Kind::Object(RouteOverrides::object_schema);
        /// Overrides the stage configuration for an API Gateway-managed stage.
        stage: StageOverrides = "Stage", Kind::Object(StageOverrides::object_schema);
    }
    attributes {
        /// The identifier.
        id: String = "Id";
    }
    replaces ["ApiId"]
    may_replace []
}

object! {
    /// The `AccessLogSettings` property overrides the access log settings for an API Gateway-managed stage.
    AccessLogSettings;
    required {
    }
    optional {
        /// The ARN of the CloudWatch Logs log group to receive access logs.
        destination_arn: String = "DestinationArn", TEXT;
        /// A single line format of the access logs of data, as specified by selected $context variables.
        format: String = "Format", TEXT;
    }
}

object! {
    /// The `IntegrationOverrides` property overrides the integration settings for an API Gateway-managed integration.
    IntegrationOverrides;
    required {
    }
    optional {
        /// The description of the integration.
        description: String = "Description", TEXT;
        /// Specifies the integration's HTTP method type.
        integration_method: String = "IntegrationMethod", TEXT;
        /// Specifies the format of the payload sent to an integration.
        payload_format_version: String = "PayloadFormatVersion", TEXT;
        /// Custom timeout between 50 and 29,000 milliseconds for WebSocket APIs and between 50 and 30,000 milliseconds for HTTP APIs.
        timeout_in_millis: Int = "TimeoutInMillis", INTEGER;
    }
}

object! {
    /// The `RouteOverrides` property overrides the route configuration for an API Gateway-managed route.
    RouteOverrides;
    required {
    }
    optional {
        /// The authorization scopes supported by this route.
        authorization_scopes: Vec<String> = "AuthorizationScopes", list(&TEXT);
        /// The authorization type for the route.
        authorization_type: String = "AuthorizationType", TEXT;
        /// The identifier of the `Authorizer` resource to be associated with this route.
        authorizer_id: String = "AuthorizerId", TEXT;
        /// The operation name for the route.
        operation_name: String = "OperationName", TEXT;
        /// For HTTP integrations, specify a fully qualified URL.
        target: String = "Target", TEXT;
    }
}

object! {
    /// The `RouteSettings` property overrides the route settings for an API Gateway-managed route.
    RouteSettings;
    required {
    }
    optional {
        /// Specifies whether detailed metrics are enabled.
        detailed_metrics_enabled: bool = "DetailedMetricsEnabled", Kind::Bool;
        /// Specifies the throttling burst limit.
        throttling_burst_limit: Int = "ThrottlingBurstLimit", INTEGER;
        /// Specifies the throttling rate limit.
        throttling_rate_limit: f64 = "ThrottlingRateLimit", NUMBER;
    }
}

object! {
    /// The `StageOverrides` property overrides the stage configuration for an API Gateway-managed stage.
    StageOverrides;
    required {
    }
    optional {
        /// Settings for logging access in a stage.
        access_log_settings: AccessLogSettings = "AccessLogSettings", Kind::Object(AccessLogSettings::object_schema);
        /// Specifies whether updates to an API automatically trigger a new deployment.
        auto_deploy: bool = "AutoDeploy", Kind::Bool;
        /// The default route settings for the stage.
        default_route_settings: RouteSettings = "DefaultRouteSettings", Kind::Object(RouteSettings::object_schema);
        /// The description for the API stage.
        description: String = "Description", TEXT;
        /// Route settings for the stage.
        route_settings: Json = "RouteSettings", Kind::Json;
        /// A map that defines the stage variables for a `Stage`.
        stage_variables: Json = "StageVariables", Kind::Json;
    }
}
