// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Events::Endpoint` and its parts.

use crate::schema::prelude::*;

resource! {
    /// A global endpoint used to improve your application's availability by making it regional-fault tolerant.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-endpoint.html>
    Endpoint = "AWS::Events::Endpoint";
    required {
        /// The event buses being used by the endpoint.
        ///
        /// 2 to 2 items.
        event_buses: Vec<EndpointEventBus> = "EventBuses", Kind::List(&Kind::Object(EndpointEventBus::object_schema), 2, 2, false);
        /// The routing configuration of the endpoint.
        routing_config: RoutingConfig = "RoutingConfig", Kind::Object(RoutingConfig::object_schema);
    }
    optional {
        /// A description for the endpoint.
        ///
        /// 0 to 512 characters.
        description: String = "Description", Kind::Text(0, 512, None);
        /// The name of the endpoint.
        ///
        /// 1 to 64 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 64, Some(r"^[\.\-_A-Za-z0-9]+$"));
        /// Whether event replication was enabled or disabled for this endpoint.
        replication_config: ReplicationConfig = "ReplicationConfig", Kind::Object(ReplicationConfig::object_schema);
        /// The ARN of the role used by event replication for the endpoint.
        ///
        /// 1 to 256 characters.
        role_arn: String = "RoleArn", Kind::Text(1, 256, Some(r"^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$"));
    }
    attributes {
        /// The ARN of the endpoint.
        arn: Arn<Endpoint> = "Arn";
        /// The ID of the endpoint.
        endpoint_id: String = "EndpointId";
        /// The URL of the endpoint.
        endpoint_url: String = "EndpointUrl";
        /// The main Region of the endpoint.
        state: String = "State";
        /// The reason the endpoint is in its current state.
        state_reason: String = "StateReason";
    }
    replaces ["Name"]
    may_replace []
}

object! {
    /// The event buses the endpoint is associated with.
    EndpointEventBus;
    required {
        /// The ARN of the event bus the endpoint is associated with.
        ///
        /// 1 to 512 characters.
        event_bus_arn: String = "EventBusArn", Kind::Text(1, 512, Some(r"^arn:aws[a-z-]*:events:[a-z]+-[a-z-]+-\d+:\d{12}:event-bus/[\w.-]+$"));
    }
    optional {
    }
}

object! {
    /// The failover configuration for an endpoint.
    FailoverConfig;
    required {
        /// The main Region of the endpoint.
        primary: Primary = "Primary", Kind::Object(Primary::object_schema);
        /// The Region that events are routed to when failover is triggered or event replication is enabled.
        secondary: Secondary = "Secondary", Kind::Object(Secondary::object_schema);
    }
    optional {
    }
}

object! {
    /// The primary Region of the endpoint.
    Primary;
    required {
        /// The ARN of the health check used by the endpoint to determine whether failover is triggered.
        ///
        /// 1 to 1600 characters.
        health_check: String = "HealthCheck", Kind::Text(1, 1600, Some(r"^arn:aws([a-z]|\-)*:route53:::healthcheck/[\-a-z0-9]+$"));
    }
    optional {
    }
}

object! {
    /// Endpoints can replicate all events to the secondary Region.
    ReplicationConfig;
    required {
        /// The state of event replication.
        state: ReplicationState = "State", Kind::Values(ReplicationState::ALL);
    }
    optional {
    }
}

object! {
    /// The routing configuration of the endpoint.
    RoutingConfig;
    required {
        /// The failover configuration for an endpoint.
        failover_config: FailoverConfig = "FailoverConfig", Kind::Object(FailoverConfig::object_schema);
    }
    optional {
    }
}

object! {
    /// The secondary Region that processes events when failover is triggered or replication is enabled.
    Secondary;
    required {
        /// Defines the secondary Region.
        ///
        /// 9 to 20 characters.
        route: String = "Route", Kind::Text(9, 20, Some(r"^[\-a-z0-9]+$"));
    }
    optional {
    }
}

values! {
    /// The values of `ReplicationState`.
    ReplicationState {
        Disabled = "DISABLED",
        Enabled = "ENABLED",
    }
}
