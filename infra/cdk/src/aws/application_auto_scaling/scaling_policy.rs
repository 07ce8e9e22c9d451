// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::ApplicationAutoScaling::ScalingPolicy` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::ApplicationAutoScaling::ScalingPolicy` resource defines a scaling policy that Application Auto Scaling uses to adjust the capacity of a scalable …
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-applicationautoscaling-scalingpolicy.html>
    ScalingPolicy = "AWS::ApplicationAutoScaling::ScalingPolicy";
    required {
        /// The name of the scaling policy.
        ///
        /// 1 to 256 characters. Changing it replaces the resource.
        policy_name: String = "PolicyName", Kind::Text(1, 256, None);
        /// The scaling policy type.
        policy_type: PolicyType = "PolicyType", Kind::Values(PolicyType::ALL);
    }
    optional {
        /// The predictive scaling policy configuration.
        predictive_scaling_policy_configuration: PredictiveScalingPolicyConfiguration = "PredictiveScalingPolicyConfiguration", Kind::Object(PredictiveScalingPolicyConfiguration::object_schema);
        /// The identifier of the resource associated with the scaling policy.
        ///
        /// 1 to 1600 characters. Changing it replaces the resource.
        resource_id: String = "ResourceId", Kind::Text(1, 1600, None);
        /// The scalable dimension.
        ///
        /// Changing it replaces the resource.
        scalable_dimension: ScalableDimension = "ScalableDimension", Kind::Values(ScalableDimension::ALL);
        /// The CloudFormation-generated ID of an Application Auto Scaling scalable target.
        ///
        /// Changing it replaces the resource.
        scaling_target_id: String = "ScalingTargetId", TEXT;
        /// The namespace of the AWS service that provides the resource, or a `custom-resource`.
        ///
        /// Changing it replaces the resource.
        service_namespace: ServiceNamespace = "ServiceNamespace", Kind::Values(ServiceNamespace::ALL);
        /// A step scaling policy.
        step_scaling_policy_configuration: StepScalingPolicyConfiguration = "StepScalingPolicyConfiguration", Kind::Object(StepScalingPolicyConfiguration::object_schema);
        /// A target tracking scaling policy.
        target_tracking_scaling_policy_configuration: TargetTrackingScalingPolicyConfiguration = "TargetTrackingScalingPolicyConfiguration", Kind::Object(TargetTrackingScalingPolicyConfiguration::object_schema);
    }
    attributes {
        /// Returns the ARN of a scaling policy.
        arn: Arn<ScalingPolicy> = "Arn";
    }
    replaces ["PolicyName", "ResourceId", "ScalableDimension", "ScalingTargetId", "ServiceNamespace"]
    may_replace []
}

object! {
    /// Contains customized metric specification information for a target tracking scaling policy for Application Auto Scaling.
    CustomizedMetricSpecification;
    required {
    }
    optional {
        /// The dimensions of the metric.
        dimensions: Vec<MetricDimension> = "Dimensions", list(&Kind::Object(MetricDimension::object_schema));
        /// The name of the metric.
        metric_name: String = "MetricName", TEXT;
        /// The metrics to include in the target tracking scaling policy, as a metric data query.
        metrics: Vec<TargetTrackingMetricDataQuery> = "Metrics", list(&Kind::Object(TargetTrackingMetricDataQuery::object_schema));
        /// The namespace of the metric.
        namespace: String = "Namespace", TEXT;
        /// The statistic of the metric.
        statistic: Statistic = "Statistic", Kind::Values(Statistic::ALL);
        /// The unit of the metric.
        unit: String = "Unit", TEXT;
    }
}

object! {
    /// `MetricDimension` specifies a name/value pair that is part of the identity of a CloudWatch metric for the `Dimensions` property of the …
    MetricDimension;
    required {
        /// The name of the dimension.
        name: String = "Name", TEXT;
        /// The value of the dimension.
        value: String = "Value", TEXT;
    }
    optional {
    }
}

object! {
    /// Contains predefined metric specification information for a target tracking scaling policy for Application Auto Scaling.
    PredefinedMetricSpecification;
    required {
        /// The metric type.
        predefined_metric_type: PredefinedMetricSpecificationPredefinedMetricType = "PredefinedMetricType", Kind::Values(PredefinedMetricSpecificationPredefinedMetricType::ALL);
    }
    optional {
        /// Identifies the resource associated with the metric type.
        ///
        /// 1 to 1023 characters.
        resource_label: String = "ResourceLabel", Kind::Text(1, 1023, None);
    }
}

object! {
    /// Represents a CloudWatch metric of your choosing for a predictive scaling policy.
    PredictiveScalingCustomizedCapacityMetric;
    required {
        /// One or more metric data queries to provide data points for a metric specification.
        metric_data_queries: Vec<PredictiveScalingMetricDataQuery> = "MetricDataQueries", Kind::List(&Kind::Object(PredictiveScalingMetricDataQuery::object_schema), 0, usize::MAX, true);
    }
    optional {
    }
}

object! {
    /// The customized load metric specification.
    PredictiveScalingCustomizedLoadMetric;
    required {
        /// `MetricDataQueries`, which AWS's schema does not describe.
        metric_data_queries: Vec<PredictiveScalingMetricDataQuery> = "MetricDataQueries", Kind::List(&Kind::Object(PredictiveScalingMetricDataQuery::object_schema), 0, usize::MAX, true);
    }
    optional {
    }
}

object! {
    /// One or more metric data queries to provide data points for a metric specification.
    PredictiveScalingCustomizedScalingMetric;
    required {
        /// One or more metric data queries to provide data points for a metric specification.
        metric_data_queries: Vec<PredictiveScalingMetricDataQuery> = "MetricDataQueries", Kind::List(&Kind::Object(PredictiveScalingMetricDataQuery::object_schema), 0, usize::MAX, true);
    }
    optional {
    }
}

object! {
    /// Describes the scaling metric.
    PredictiveScalingMetric;
    required {
    }
    optional {
        /// Describes the dimensions of the metric.
        dimensions: Vec<PredictiveScalingMetricDimension> = "Dimensions", list(&Kind::Object(PredictiveScalingMetricDimension::object_schema));
        /// The name of the metric.
        ///
        /// 1 to 255 characters.
        metric_name: String = "MetricName", Kind::Text(1, 255, None);
        /// The namespace of the metric.
        ///
        /// 1 to 255 characters.
        namespace: String = "Namespace", Kind::Text(1, 255, None);
    }
}

object! {
    /// The metric data to return.
    PredictiveScalingMetricDataQuery;
    required {
    }
    optional {
        /// The math expression to perform on the returned data, if this object is performing a math expression.
        ///
        /// 1 to 2048 characters.
        expression: String = "Expression", Kind::Text(1, 2048, None);
        /// A short name that identifies the object's results in the response.
        ///
        /// 1 to 255 characters.
        id: String = "Id", Kind::Text(1, 255, None);
        /// A human-readable label for this metric or expression.
        label: String = "Label", TEXT;
        /// Information about the metric data to return.
        metric_stat: PredictiveScalingMetricStat = "MetricStat", Kind::Object(PredictiveScalingMetricStat::object_schema);
        /// Indicates whether to return the timestamps and raw data values of this metric.
        return_data: bool = "ReturnData", Kind::Bool;
    }
}

object! {
    /// Describes the dimension of a metric.
    PredictiveScalingMetricDimension;
    required {
    }
    optional {
        /// The name of the dimension.
        ///
        /// 1 to 255 characters.
        name: String = "Name", Kind::Text(1, 255, None);
        /// The value of the dimension.
        ///
        /// 1 to 1024 characters.
        value: String = "Value", Kind::Text(1, 1024, None);
    }
}

object! {
    /// This structure specifies the metrics and target utilization settings for a predictive scaling policy.
    PredictiveScalingMetricSpecification;
    required {
        /// Specifies the target utilization.
        target_value: f64 = "TargetValue", NUMBER;
    }
    optional {
        /// The customized capacity metric specification.
        customized_capacity_metric_specification: PredictiveScalingCustomizedCapacityMetric = "CustomizedCapacityMetricSpecification", Kind::Object(PredictiveScalingCustomizedCapacityMetric::object_schema);
        /// The customized load metric specification.
        customized_load_metric_specification: PredictiveScalingCustomizedLoadMetric = "CustomizedLoadMetricSpecification", Kind::Object(PredictiveScalingCustomizedLoadMetric::object_schema);
        /// The customized scaling metric specification.
        customized_scaling_metric_specification: PredictiveScalingCustomizedScalingMetric = "CustomizedScalingMetricSpecification", Kind::Object(PredictiveScalingCustomizedScalingMetric::object_schema);
        /// The predefined load metric specification.
        predefined_load_metric_specification: PredictiveScalingPredefinedLoadMetric = "PredefinedLoadMetricSpecification", Kind::Object(PredictiveScalingPredefinedLoadMetric::object_schema);
        /// The predefined metric pair specification that determines the appropriate scaling metric and load metric to use.
        predefined_metric_pair_specification: PredictiveScalingPredefinedMetricPair = "PredefinedMetricPairSpecification", Kind::Object(PredictiveScalingPredefinedMetricPair::object_schema);
        /// The predefined scaling metric specification.
        predefined_scaling_metric_specification: PredictiveScalingPredefinedScalingMetric = "PredefinedScalingMetricSpecification", Kind::Object(PredictiveScalingPredefinedScalingMetric::object_schema);
    }
}

object! {
    /// This structure defines the CloudWatch metric to return, along with the statistic and unit.
    PredictiveScalingMetricStat;
    required {
    }
    optional {
        /// The CloudWatch metric to return, including the metric name, namespace, and dimensions.
        metric: PredictiveScalingMetric = "Metric", Kind::Object(PredictiveScalingMetric::object_schema);
        /// The statistic to return.
        stat: String = "Stat", TEXT;
        /// The unit to use for the returned data points.
        ///
        /// 1 to 1023 characters.
        unit: String = "Unit", Kind::Text(1, 1023, None);
    }
}

object! {
    /// Represents a predictive scaling policy configuration.
    PredictiveScalingPolicyConfiguration;
    required {
        /// This structure includes the metrics and target utilization to use for predictive scaling.
        metric_specifications: Vec<PredictiveScalingMetricSpecification> = "MetricSpecifications", Kind::List(&Kind::Object(PredictiveScalingMetricSpecification::object_schema), 0, usize::MAX, true);
    }
    optional {
        /// Defines the behavior that should be applied if the forecast capacity approaches or exceeds the maximum capacity.
        max_capacity_breach_behavior: MaxCapacityBreachBehavior = "MaxCapacityBreachBehavior", Kind::Values(MaxCapacityBreachBehavior::ALL);
        /// The size of the capacity buffer to use when the forecast capacity is close to or exceeds the maximum capacity.
        ///
        /// 0 to 100.
        max_capacity_buffer: Int<0, 100> = "MaxCapacityBuffer", Kind::Integer(0, 100);
        /// The predictive scaling mode.
        mode: Mode = "Mode", Kind::Values(Mode::ALL);
        /// The amount of time, in seconds, that the start time can be advanced.
        ///
        /// 0 to 3600.
        scheduling_buffer_time: Int<0, 3600> = "SchedulingBufferTime", Kind::Integer(0, 3600);
    }
}

object! {
    /// Describes a load metric for a predictive scaling policy.
    PredictiveScalingPredefinedLoadMetric;
    required {
        /// The metric type.
        predefined_metric_type: PredefinedMetricType = "PredefinedMetricType", Kind::Values(PredefinedMetricType::ALL);
    }
    optional {
        /// A label that uniquely identifies a target group.
        ///
        /// 1 to 1023 characters.
        resource_label: String = "ResourceLabel", Kind::Text(1, 1023, None);
    }
}

object! {
    /// Represents a metric pair for a predictive scaling policy.
    PredictiveScalingPredefinedMetricPair;
    required {
        /// Indicates which metrics to use.
        predefined_metric_type: PredefinedMetricType = "PredefinedMetricType", Kind::Values(PredefinedMetricType::ALL);
    }
    optional {
        /// A label that uniquely identifies a specific target group from which to determine the total and average request count.
        ///
        /// 1 to 1023 characters.
        resource_label: String = "ResourceLabel", Kind::Text(1, 1023, None);
    }
}

object! {
    /// Describes a scaling metric for a predictive scaling policy.
    PredictiveScalingPredefinedScalingMetric;
    required {
        /// The metric type.
        predefined_metric_type: PredefinedMetricType = "PredefinedMetricType", Kind::Values(PredefinedMetricType::ALL);
    }
    optional {
        /// A label that uniquely identifies a specific target group from which to determine the average request count.
        ///
        /// 1 to 1023 characters.
        resource_label: String = "ResourceLabel", Kind::Text(1, 1023, None);
    }
}

object! {
    /// `StepAdjustment` specifies a step adjustment for the `StepAdjustments` property of the AWS::ApplicationAutoScaling::ScalingPolicy …
    StepAdjustment;
    required {
        /// The amount by which to scale.
        scaling_adjustment: Int = "ScalingAdjustment", INTEGER;
    }
    optional {
        /// The lower bound for the difference between the alarm threshold and the CloudWatch metric.
        metric_interval_lower_bound: f64 = "MetricIntervalLowerBound", NUMBER;
        /// The upper bound for the difference between the alarm threshold and the CloudWatch metric.
        metric_interval_upper_bound: f64 = "MetricIntervalUpperBound", NUMBER;
    }
}

object! {
    /// `StepScalingPolicyConfiguration` is a property of the AWS::ApplicationAutoScaling::ScalingPolicy resource that specifies a step scaling policy configuration …
    StepScalingPolicyConfiguration;
    required {
    }
    optional {
        /// Specifies whether the `ScalingAdjustment` value in the `StepAdjustment` property is an absolute number or a percentage of the current capacity.
        adjustment_type: AdjustmentType = "AdjustmentType", Kind::Values(AdjustmentType::ALL);
        /// The amount of time, in seconds, to wait for a previous scaling activity to take effect.
        cooldown: Int = "Cooldown", INTEGER;
        /// The aggregation type for the CloudWatch metrics.
        metric_aggregation_type: MetricAggregationType = "MetricAggregationType", Kind::Values(MetricAggregationType::ALL);
        /// The minimum value to scale by when the adjustment type is `PercentChangeInCapacity`.
        min_adjustment_magnitude: Int = "MinAdjustmentMagnitude", INTEGER;
        /// A set of adjustments that enable you to scale based on the size of the alarm breach.
        step_adjustments: Vec<StepAdjustment> = "StepAdjustments", Kind::List(&Kind::Object(StepAdjustment::object_schema), 0, usize::MAX, true);
    }
}

object! {
    /// Represents a specific metric for a target tracking scaling policy for Application Auto Scaling.
    TargetTrackingMetric;
    required {
    }
    optional {
        /// The dimensions for the metric.
        dimensions: Vec<TargetTrackingMetricDimension> = "Dimensions", list(&Kind::Object(TargetTrackingMetricDimension::object_schema));
        /// The name of the metric.
        ///
        /// 1 to 255 characters.
        metric_name: String = "MetricName", Kind::Text(1, 255, None);
        /// The namespace of the metric.
        ///
        /// 1 to 255 characters.
        namespace: String = "Namespace", Kind::Text(1, 255, None);
    }
}

object! {
    /// The metric data to return.
    TargetTrackingMetricDataQuery;
    required {
    }
    optional {
        /// The math expression to perform on the returned data, if this object is performing a math expression.
        ///
        /// 1 to 2048 characters.
        expression: String = "Expression", Kind::Text(1, 2048, None);
        /// A short name that identifies the object's results in the response.
        ///
        /// 1 to 255 characters.
        id: String = "Id", Kind::Text(1, 255, None);
        /// A human-readable label for this metric or expression.
        label: String = "Label", TEXT;
        /// Information about the metric data to return.
        metric_stat: TargetTrackingMetricStat = "MetricStat", Kind::Object(TargetTrackingMetricStat::object_schema);
        /// Indicates whether to return the timestamps and raw data values of this metric.
        return_data: bool = "ReturnData", Kind::Bool;
    }
}

object! {
    /// `TargetTrackingMetricDimension` specifies a name/value pair that is part of the identity of a CloudWatch metric for the `Dimensions` property of the …
    TargetTrackingMetricDimension;
    required {
    }
    optional {
        /// The name of the dimension.
        ///
        /// 1 to 255 characters.
        name: String = "Name", Kind::Text(1, 255, None);
        /// The value of the dimension.
        ///
        /// 1 to 1024 characters.
        value: String = "Value", Kind::Text(1, 1024, None);
    }
}

object! {
    /// This structure defines the CloudWatch metric to return, along with the statistic and unit.
    TargetTrackingMetricStat;
    required {
    }
    optional {
        /// The CloudWatch metric to return, including the metric name, namespace, and dimensions.
        metric: TargetTrackingMetric = "Metric", Kind::Object(TargetTrackingMetric::object_schema);
        /// The statistic to return.
        stat: String = "Stat", TEXT;
        /// The unit to use for the returned data points.
        ///
        /// 1 to 1023 characters.
        unit: String = "Unit", Kind::Text(1, 1023, None);
    }
}

object! {
    /// `TargetTrackingScalingPolicyConfiguration` is a property of the AWS::ApplicationAutoScaling::ScalingPolicy resource that specifies a target tracking scaling …
    TargetTrackingScalingPolicyConfiguration;
    required {
        /// The target value for the metric.
        target_value: f64 = "TargetValue", NUMBER;
    }
    optional {
        /// A customized metric.
        customized_metric_specification: CustomizedMetricSpecification = "CustomizedMetricSpecification", Kind::Object(CustomizedMetricSpecification::object_schema);
        /// Indicates whether scale in by the target tracking scaling policy is disabled.
        disable_scale_in: bool = "DisableScaleIn", Kind::Bool;
        /// A predefined metric.
        predefined_metric_specification: PredefinedMetricSpecification = "PredefinedMetricSpecification", Kind::Object(PredefinedMetricSpecification::object_schema);
        /// The amount of time, in seconds, after a scale-in activity completes before another scale-in activity can start.
        scale_in_cooldown: Int = "ScaleInCooldown", INTEGER;
        /// The amount of time, in seconds, to wait for a previous scale-out activity to take effect.
        scale_out_cooldown: Int = "ScaleOutCooldown", INTEGER;
    }
}

values! {
    /// The values of `AdjustmentType`.
    AdjustmentType {
        ChangeInCapacity = "ChangeInCapacity",
        ExactCapacity = "ExactCapacity",
        PercentChangeInCapacity = "PercentChangeInCapacity",
    }
}

values! {
    /// The values of `MaxCapacityBreachBehavior`.
    MaxCapacityBreachBehavior {
        HonorMaxCapacity = "HonorMaxCapacity",
        IncreaseMaxCapacity = "IncreaseMaxCapacity",
    }
}

values! {
    /// The values of `MetricAggregationType`.
    MetricAggregationType {
        Average = "Average",
        Maximum = "Maximum",
        Minimum = "Minimum",
    }
}

values! {
    /// The values of `Mode`.
    Mode {
        ForecastAndScale = "ForecastAndScale",
        ForecastOnly = "ForecastOnly",
    }
}

values! {
    /// The values of `PolicyType`.
    PolicyType {
        PredictiveScaling = "PredictiveScaling",
        StepScaling = "StepScaling",
        TargetTrackingScaling = "TargetTrackingScaling",
    }
}

values! {
    /// The values of `PredefinedMetricSpecificationPredefinedMetricType`.
    PredefinedMetricSpecificationPredefinedMetricType {
        AlbRequestCountPerTarget = "ALBRequestCountPerTarget",
        AppStreamAverageCapacityUtilization = "AppStreamAverageCapacityUtilization",
        CassandraReadCapacityUtilization = "CassandraReadCapacityUtilization",
        CassandraWriteCapacityUtilization = "CassandraWriteCapacityUtilization",
        ComprehendInferenceUtilization = "ComprehendInferenceUtilization",
        DynamoDbReadCapacityUtilization = "DynamoDBReadCapacityUtilization",
        DynamoDbWriteCapacityUtilization = "DynamoDBWriteCapacityUtilization",
        Ec2SpotFleetRequestAverageCpuUtilization = "EC2SpotFleetRequestAverageCPUUtilization",
        Ec2SpotFleetRequestAverageNetworkIn = "EC2SpotFleetRequestAverageNetworkIn",
        Ec2SpotFleetRequestAverageNetworkOut = "EC2SpotFleetRequestAverageNetworkOut",
        EcsServiceAverageCpuUtilization = "ECSServiceAverageCPUUtilization",
        EcsServiceAverageCpuUtilizationHighResolution = "ECSServiceAverageCPUUtilizationHighResolution",
        EcsServiceAverageMemoryUtilization = "ECSServiceAverageMemoryUtilization",
        EcsServiceAverageMemoryUtilizationHighResolution = "ECSServiceAverageMemoryUtilizationHighResolution",
        ElastiCacheDatabaseCapacityUsageCountedForEvictPercentage = "ElastiCacheDatabaseCapacityUsageCountedForEvictPercentage",
        ElastiCacheDatabaseMemoryUsageCountedForEvictPercentage = "ElastiCacheDatabaseMemoryUsageCountedForEvictPercentage",
        ElastiCacheDatabaseMemoryUsagePercentage = "ElastiCacheDatabaseMemoryUsagePercentage",
        ElastiCacheEngineCpuUtilization = "ElastiCacheEngineCPUUtilization",
        ElastiCachePrimaryEngineCpuUtilization = "ElastiCachePrimaryEngineCPUUtilization",
        ElastiCacheReplicaEngineCpuUtilization = "ElastiCacheReplicaEngineCPUUtilization",
        KafkaBrokerStorageUtilization = "KafkaBrokerStorageUtilization",
        LambdaProvisionedConcurrencyUtilization = "LambdaProvisionedConcurrencyUtilization",
        NeptuneReaderAverageCpuUtilization = "NeptuneReaderAverageCPUUtilization",
        RdsReaderAverageCpuUtilization = "RDSReaderAverageCPUUtilization",
        RdsReaderAverageDatabaseConnections = "RDSReaderAverageDatabaseConnections",
        SageMakerInferenceComponentConcurrentRequestsPerCopyHighResolution = "SageMakerInferenceComponentConcurrentRequestsPerCopyHighResolution",
        SageMakerInferenceComponentInvocationsPerCopy = "SageMakerInferenceComponentInvocationsPerCopy",
        SageMakerVariantConcurrentRequestsPerModelHighResolution = "SageMakerVariantConcurrentRequestsPerModelHighResolution",
        SageMakerVariantInvocationsPerInstance = "SageMakerVariantInvocationsPerInstance",
        SageMakerVariantProvisionedConcurrencyUtilization = "SageMakerVariantProvisionedConcurrencyUtilization",
        WorkSpacesAverageUserSessionsCapacityUtilization = "WorkSpacesAverageUserSessionsCapacityUtilization",
    }
}

values! {
    /// The values of `PredefinedMetricType`.
    PredefinedMetricType {
        AlbRequestCount = "ALBRequestCount",
        AlbRequestCountPerTarget = "ALBRequestCountPerTarget",
        EcsServiceAverageCpuUtilization = "ECSServiceAverageCPUUtilization",
        EcsServiceAverageMemoryUtilization = "ECSServiceAverageMemoryUtilization",
        EcsServiceCpuUtilization = "ECSServiceCPUUtilization",
        EcsServiceMemoryUtilization = "ECSServiceMemoryUtilization",
        EcsServiceTotalCpuUtilization = "ECSServiceTotalCPUUtilization",
        EcsServiceTotalMemoryUtilization = "ECSServiceTotalMemoryUtilization",
        TotalAlbRequestCount = "TotalALBRequestCount",
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

values! {
    /// The values of `Statistic`.
    Statistic {
        Average = "Average",
        Maximum = "Maximum",
        Minimum = "Minimum",
        SampleCount = "SampleCount",
        Sum = "Sum",
    }
}
