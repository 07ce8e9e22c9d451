// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::CloudWatch::ResourceMetricsConfiguration` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Resource Type definition for AWS::CloudWatch::ResourceMetricsConfiguration.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-resourcemetricsconfiguration.html>
    ResourceMetricsConfiguration = "AWS::CloudWatch::ResourceMetricsConfiguration";
    required {
        /// The Amazon Resource Name (ARN) of the resource for which the detailed monitoring metrics configuration is managed.
        ///
        /// 20 to 2048 characters. Changing it replaces the resource.
        resource_arn: String = "ResourceArn", Kind::Text(20, 2048, Some(r"^arn:[a-zA-Z0-9-]+:[a-zA-Z0-9-]+:[a-zA-Z0-9-]*:\d{12}:.+$"));
    }
    optional {
        /// The metric selections that define which metrics are enabled for detailed monitoring on the resource.
        ///
        /// 1 to 1 items.
        metric_selections: Vec<ResourceMetricSelection> = "MetricSelections", Kind::List(&Kind::Object(ResourceMetricSelection::object_schema), 1, 1, false);
    }
    attributes {
        /// The time at which the resource metrics configuration was created.
        created_at: String = "CreatedAt";
        /// The time at which the resource metrics configuration was last updated.
        updated_at: String = "UpdatedAt";
    }
    replaces ["ResourceArn"]
    may_replace []
}

object! {
    /// Defines which metrics are enabled for detailed monitoring on the resource.
    ResourceMetricSelection;
    required {
        /// The list of metric names to include in detailed monitoring for the resource.
        ///
        /// 1 to 500 items.
        include_metrics: Vec<String> = "IncludeMetrics", Kind::List(&Kind::Text(1, 255, None), 1, 500, false);
    }
    optional {
    }
}
