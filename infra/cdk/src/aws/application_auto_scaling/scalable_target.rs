// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::ApplicationAutoScaling::ScalableTarget` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::ApplicationAutoScaling::ScalableTarget` resource specifies a resource that Application Auto Scaling can scale, such as an AWS::DynamoDB::Table or …
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-applicationautoscaling-scalabletarget.html>
    ScalableTarget = "AWS::ApplicationAutoScaling::ScalableTarget";
    required {
        /// The maximum value that you plan to scale out to.
        max_capacity: Int = "MaxCapacity", INTEGER;
        /// The minimum value that you plan to scale in to.
        min_capacity: Int = "MinCapacity", INTEGER;
        /// The identifier of the resource associated with the scalable target.
        ///
        /// 1 to 1600 characters. Changing it replaces the resource.
        resource_id: String = "ResourceId", Kind::Text(1, 1600, None);
        /// The scalable dimension associated with the scalable target.
        ///
        /// Changing it replaces the resource.
        scalable_dimension: ScalableDimension = "ScalableDimension", Kind::Values(ScalableDimension::ALL);
        /// The namespace of the AWS service that provides the resource, or a `custom-resource`.
        ///
        /// Changing it replaces the resource.
        service_namespace: ServiceNamespace = "ServiceNamespace", Kind::Values(ServiceNamespace::ALL);
    }
    optional {
        /// Specify the Amazon Resource Name (ARN) of an Identity and Access Management (IAM) role that allows Application Auto Scaling to modify the scalable target on …
        ///
        /// 1 to 1600 characters.
        role_arn: String = "RoleARN", Kind::Text(1, 1600, None);
        /// The scheduled actions for the scalable target.
        scheduled_actions: Vec<ScheduledAction> = "ScheduledActions", Kind::List(&Kind::Object(ScheduledAction::object_schema), 0, usize::MAX, true);
        /// An embedded object that contains attributes and attribute values that are used to suspend and resume automatic scaling.
        suspended_state: SuspendedState = "SuspendedState", Kind::Object(SuspendedState::object_schema);
        /// `Tags`, which AWS's schema does not describe.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, usize::MAX, true);
    }
    attributes {
        /// `Id`, which AWS's schema does not describe.
        id: String = "Id";
    }
    replaces ["ResourceId", "ScalableDimension", "ServiceNamespace"]
    may_replace []
}

object! {
    /// `ScalableTargetAction` specifies the minimum and maximum capacity for the `ScalableTargetAction` property of the AWS::ApplicationAutoScaling::ScalableTarget …
    ScalableTargetAction;
    required {
    }
    optional {
        /// The maximum capacity.
        max_capacity: Int = "MaxCapacity", INTEGER;
        /// The minimum capacity.
        min_capacity: Int = "MinCapacity", INTEGER;
    }
}

object! {
    /// `ScheduledAction` is a property of the AWS::ApplicationAutoScaling::ScalableTarget resource that specifies a scheduled action for a scalable target.
    ScheduledAction;
    required {
        /// The schedule for this action.
        schedule: String = "Schedule", TEXT;
        /// The name of the scheduled action.
        scheduled_action_name: String = "ScheduledActionName", TEXT;
    }
    optional {
        /// The date and time that the action is scheduled to end, in UTC.
        end_time: String = "EndTime", TEXT;
        /// The new minimum and maximum capacity.
        scalable_target_action: ScalableTargetAction = "ScalableTargetAction", Kind::Object(ScalableTargetAction::object_schema);
        /// The date and time that the action is scheduled to begin, in UTC.
        start_time: String = "StartTime", TEXT;
        /// The time zone used when referring to the date and time of a scheduled action, when the scheduled action uses an at or cron expression.
        timezone: String = "Timezone", TEXT;
    }
}

object! {
    /// `SuspendedState` is a property of the AWS::ApplicationAutoScaling::ScalableTarget resource that specifies whether the scaling activities for a scalable target …
    SuspendedState;
    required {
    }
    optional {
        /// Whether scale in by a target tracking scaling policy or a step scaling policy is suspended.
        dynamic_scaling_in_suspended: bool = "DynamicScalingInSuspended", Kind::Bool;
        /// Whether scale out by a target tracking scaling policy or a step scaling policy is suspended.
        dynamic_scaling_out_suspended: bool = "DynamicScalingOutSuspended", Kind::Bool;
        /// Whether scheduled scaling is suspended.
        scheduled_scaling_suspended: bool = "ScheduledScalingSuspended", Kind::Bool;
    }
}

object! {
    /// `Tag`, which AWS's schema does not describe.
    Tag;
    required {
        /// `Key`, which AWS's schema does not describe.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// `Value`, which AWS's schema does not describe.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
    optional {
    }
}

values! {
    /// The values of `ScalableDimension`.
    ScalableDimension {
        AppstreamFleetDesiredCapacity = "appstream:fleet:DesiredCapacity",
        CassandraTableReadCapacityUnits = "cassandra:table:ReadCapacityUnits",
        CassandraTableWriteCapacityUnits = "cassandra:table:WriteCapacityUnits",
        ComprehendDocumentClassifierEndpointDesiredInferenceUnits = "comprehend:document-classifier-endpoint:DesiredInferenceUnits",
        ComprehendEntityRecognizerEndpointDesiredInferenceUnits = "comprehend:entity-recognizer-endpoint:DesiredInferenceUnits",
        CustomResourceResourceTypeProperty = "custom-resource:ResourceType:Property",
        DynamodbIndexReadCapacityUnits = "dynamodb:index:ReadCapacityUnits",
        DynamodbIndexWriteCapacityUnits = "dynamodb:index:WriteCapacityUnits",
        DynamodbTableReadCapacityUnits = "dynamodb:table:ReadCapacityUnits",
        DynamodbTableWriteCapacityUnits = "dynamodb:table:WriteCapacityUnits",
        Ec2CapacityReservationAvailableInstances = "ec2:capacity-reservation:AvailableInstances",
        Ec2SpotFleetRequestTargetCapacity = "ec2:spot-fleet-request:TargetCapacity",
        EcsServiceDesiredCount = "ecs:service:DesiredCount",
        ElasticacheCacheClusterNodes = "elasticache:cache-cluster:Nodes",
        ElasticacheReplicationGroupNodeGroups = "elasticache:replication-group:NodeGroups",
        ElasticacheReplicationGroupReplicas = "elasticache:replication-group:Replicas",
        ElasticmapreduceInstancegroupInstanceCount = "elasticmapreduce:instancegroup:InstanceCount",
        KafkaBrokerStorageVolumeSize = "kafka:broker-storage:VolumeSize",
        LambdaFunctionProvisionedConcurrency = "lambda:function:ProvisionedConcurrency",
        NeptuneClusterReadReplicaCount = "neptune:cluster:ReadReplicaCount",
        RdsClusterReadReplicaCount = "rds:cluster:ReadReplicaCount",
        SagemakerInferenceComponentDesiredCopyCount = "sagemaker:inference-component:DesiredCopyCount",
        SagemakerVariantDesiredInstanceCount = "sagemaker:variant:DesiredInstanceCount",
        SagemakerVariantDesiredProvisionedConcurrency = "sagemaker:variant:DesiredProvisionedConcurrency",
        WorkspacesWorkspacespoolDesiredUserSessions = "workspaces:workspacespool:DesiredUserSessions",
    }
}

values! {
    /// The values of `ServiceNamespace`.
    ServiceNamespace {
        Appstream = "appstream",
        Cassandra = "cassandra",
        Comprehend = "comprehend",
        CustomResource = "custom-resource",
        Dynamodb = "dynamodb",
        Ec2 = "ec2",
        Ecs = "ecs",
        Elasticache = "elasticache",
        Elasticmapreduce = "elasticmapreduce",
        Kafka = "kafka",
        Lambda = "lambda",
        Neptune = "neptune",
        Rds = "rds",
        Sagemaker = "sagemaker",
        Workspaces = "workspaces",
    }
}
