// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Lambda::WebFunctionEndpoint` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Resource Type definition for AWS::Lambda::WebFunctionEndpoint.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-webfunctionendpoint.html>
    WebFunctionEndpoint = "AWS::Lambda::WebFunctionEndpoint";
    required {
        /// The authentication type for the endpoint.
        auth_type: AuthType = "AuthType", Kind::Values(AuthType::ALL);
        /// The name of the endpoint.
        ///
        /// 1 to 256 characters. Changing it replaces the resource.
        endpoint_name: String = "EndpointName", Kind::Text(1, 256, None);
        /// The type of the endpoint.
        ///
        /// Changing it replaces the resource.
        endpoint_type: EndpointType = "EndpointType", Kind::Values(EndpointType::ALL);
        /// The name of the web function this endpoint belongs to.
        ///
        /// 1 to 256 characters. Changing it replaces the resource.
        function_name: String = "FunctionName", Kind::Text(1, 256, None);
    }
    optional {
        /// A description of the endpoint.
        ///
        /// 0 to 256 characters.
        description: String = "Description", Kind::Text(0, 256, None);
        /// The list of AWS Regions for the endpoint.
        ///
        /// Changing it replaces the resource.
        regions: Vec<String> = "Regions", Kind::List(&Kind::Text(1, 50, Some("^([a-z]{2,}-){2,}[0-9]$")), 0, usize::MAX, true);
        /// List of revision routing entries. 1 or 2 entries.
        ///
        /// 1 to 2 items.
        revision_weights: Vec<RevisionWeight> = "RevisionWeights", Kind::List(&Kind::Object(RevisionWeight::object_schema), 1, 2, false);
        /// The scaling configuration for the endpoint.
        scaling_config: ScalingConfig = "ScalingConfig", Kind::Object(ScalingConfig::object_schema);
        /// The throttling configuration for the endpoint.
        throttle_config: ThrottleConfig = "ThrottleConfig", Kind::Object(ThrottleConfig::object_schema);
    }
    attributes {
        /// The timestamp when the endpoint was created.
        created_at: String = "CreatedAt";
        /// The domain name of the endpoint.
        domain_name: String = "DomainName";
        /// The Amazon Resource Name (ARN) of the endpoint.
        endpoint_arn: String = "EndpointArn";
        /// The Amazon Resource Name (ARN) of the function.
        function_arn: String = "FunctionArn";
        /// Per-region endpoint status and configuration.
        regional_endpoints: String = "RegionalEndpoints";
        /// The current state of the endpoint.
        state: String = "State";
        /// The reason for the endpoint's current state.
        state_reason: String = "StateReason";
        /// The status of the last update operation.
        update_status: String = "UpdateStatus";
        /// The reason for the update status.
        update_status_reason: String = "UpdateStatusReason";
        /// The timestamp when the endpoint was last updated.
        updated_at: String = "UpdatedAt";
    }
    replaces ["EndpointName", "EndpointType", "FunctionName", "Regions"]
    may_replace []
}

object! {
    /// A revision routing entry.
    RevisionWeight;
    required {
        /// The revision identifier.
        ///
        /// 1 to 256 characters.
        revision_id: String = "RevisionId", Kind::Text(1, 256, None);
        /// The traffic weight for this revision.
        ///
        /// 1 to 100.
        weight: Int<1, 100> = "Weight", Kind::Integer(1, 100);
    }
    optional {
    }
}

object! {
    /// The scaling configuration for the endpoint.
    ScalingConfig;
    required {
    }
    optional {
        /// The maximum number of concurrent execution environments for the endpoint.
        ///
        /// At least 2.
        max_environments: Int<2> = "MaxEnvironments", Kind::Integer(2, i64::MAX);
    }
}

object! {
    /// The throttling configuration for the endpoint.
    ThrottleConfig;
    required {
    }
    optional {
        /// The maximum request rate per second for the endpoint, up to a maximum of 10000.
        ///
        /// At least 0.
        rate_limit: Int<0> = "RateLimit", Kind::Integer(0, i64::MAX);
    }
}

values! {
    /// The values of `AuthType`.
    AuthType {
        ApplicationManaged = "ApplicationManaged",
        IamAuth = "IamAuth",
    }
}

values! {
    /// The values of `EndpointType`.
    EndpointType {
        HomeRegion = "HomeRegion",
        MultiRegion = "MultiRegion",
        PerRegion = "PerRegion",
    }
}
