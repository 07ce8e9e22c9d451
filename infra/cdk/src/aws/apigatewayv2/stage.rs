// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::ApiGatewayV2::Stage` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::ApiGatewayV2::Stage` resource specifies a stage for an API.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-stage.html>
    Stage = "AWS::ApiGatewayV2::Stage";
    required {
        /// The API identifier.
        ///
        /// Changing it replaces the resource.
        api_id: String = "ApiId", TEXT;
        /// The stage name.
        ///
        /// Changing it replaces the resource.
        stage_name: String = "StageName", TEXT;
    }
    optional {
        /// Settings for logging access in this stage.
        access_log_settings: AccessLogSettings = "AccessLogSettings", Kind::Object(AccessLogSettings::object_schema);
        /// Specifies whether updates to an API automatically trigger a new deployment.
        auto_deploy: bool = "AutoDeploy", Kind::Bool;
        /// The identifier of a client certificate for a `Stage`.
        client_certificate_id: String = "ClientCertificateId", TEXT;
        /// The default route settings for the stage.
        default_route_settings: RouteSettings = "DefaultRouteSettings", Kind::Object(RouteSettings::object_schema);
        /// The deployment identifier for the API stage.
        deployment_id: String = "DeploymentId", TEXT;
        /// The description for the API stage.
        description: String = "Description", TEXT;
        /// Route settings for the stage.
        route_settings: Json = "RouteSettings", Kind::Json;
        /// A map that defines the stage variables for a `Stage`.
        stage_variables: Json = "StageVariables", Kind::Json;
        /// The collection of tags.
        tags: BTreeMap<String, String> = "Tags", Kind::Map(&TEXT);
    }
    attributes {
    }
    replaces ["ApiId", "StageName"]
    may_replace []
}

object! {
    /// Settings for logging access in a stage.
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
    /// Represents a collection of route settings.
    RouteSettings;
    required {
    }
    optional {
        /// Specifies whether ( `true`) or not ( `false`) data trace logging is enabled for this route.
        data_trace_enabled: bool = "DataTraceEnabled", Kind::Bool;
        /// Specifies whether detailed metrics are enabled.
        detailed_metrics_enabled: bool = "DetailedMetricsEnabled", Kind::Bool;
        /// Specifies the logging level for this route: `INFO`, `ERROR`, or `OFF`.
        logging_level: String = "LoggingLevel", TEXT;
        /// Specifies the throttling burst limit.
        throttling_burst_limit: Int = "ThrottlingBurstLimit", INTEGER;
        /// Specifies the throttling rate limit.
        throttling_rate_limit: f64 = "ThrottlingRateLimit", NUMBER;
    }
}
