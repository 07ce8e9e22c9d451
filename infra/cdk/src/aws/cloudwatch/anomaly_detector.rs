// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::CloudWatch::AnomalyDetector` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::CloudWatch::AnomalyDetector` type specifies an anomaly detection band for a certain metric and statistic.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-anomalydetector.html>
    AnomalyDetector = "AWS::CloudWatch::AnomalyDetector";
    required {
    }
    optional {
        /// Specifies details about how the anomaly detection model is to be trained, including time ranges to exclude when training and updating the model.
        configuration: Configuration = "Configuration", Kind::Object(Configuration::object_schema);
        /// The dimensions of the metric associated with the anomaly detection band.
        ///
        /// Changing it replaces the resource.
        dimensions: Vec<Dimension> = "Dimensions", list(&Kind::Object(Dimension::object_schema));
        /// Use this object to include parameters to provide information about your metric to CloudWatch to help it build more accurate anomaly detection models.
        ///
        /// Changing it replaces the resource.
        metric_characteristics: MetricCharacteristics = "MetricCharacteristics", Kind::Object(MetricCharacteristics::object_schema);
        /// The CloudWatch metric math expression for this anomaly detector.
        ///
        /// Changing it replaces the resource.
        metric_math_anomaly_detector: MetricMathAnomalyDetector = "MetricMathAnomalyDetector", Kind::Object(MetricMathAnomalyDetector::object_schema);
        /// The name of the metric associated with the anomaly detection band.
        ///
        /// Changing it replaces the resource.
        metric_name: String = "MetricName", TEXT;
        /// The namespace of the metric associated with the anomaly detection band.
        ///
        /// Changing it replaces the resource.
        namespace: String = "Namespace", TEXT;
        /// The CloudWatch metric and statistic for this anomaly detector.
        ///
        /// Changing it replaces the resource.
        single_metric_anomaly_detector: SingleMetricAnomalyDetector = "SingleMetricAnomalyDetector", Kind::Object(SingleMetricAnomalyDetector::object_schema);
        /// The statistic of the metric associated with the anomaly detection band.
        ///
        /// Changing it replaces the resource.
        stat: String = "Stat", TEXT;
    }
    attributes {
        /// `Id`, which AWS's schema does not describe.
        id: String = "Id";
    }
    replaces ["Dimensions", "MetricCharacteristics", "MetricMathAnomalyDetector", "MetricName", "Namespace", "SingleMetricAnomalyDetector", "Stat"]
    may_replace []
}

object! {
    /// Specifies details about how the anomaly detection model is to be trained, including time ranges to exclude when training and updating the model.
    Configuration;
    required {
    }
    optional {
        /// Specifies an array of time ranges to exclude from use when the anomaly detection model is trained and updated.
        excluded_time_ranges: Vec<Range> = "ExcludedTimeRanges", list(&Kind::Object(Range::object_schema));
        /// The time zone to use for the metric.
        metric_time_zone: String = "MetricTimeZone", TEXT;
    }
}

object! {
    /// A dimension is a name/value pair that is part of the identity of a metric.
    Dimension;
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
    /// Represents a specific metric.
    Metric;
    required {
        /// The name of the metric.
        metric_name: String = "MetricName", TEXT;
        /// The namespace of the metric.
        namespace: String = "Namespace", TEXT;
    }
    optional {
        /// The dimensions for the metric.
        dimensions: Vec<Dimension> = "Dimensions", list(&Kind::Object(Dimension::object_schema));
    }
}

object! {
    /// This object includes parameters that you can use to provide information to CloudWatch to help it build more accurate anomaly detection models.
    MetricCharacteristics;
    required {
    }
    optional {
        /// Set this parameter to true if values for this metric consistently include spikes that should not be considered to be anomalies.
        periodic_spikes: bool = "PeriodicSpikes", Kind::Bool;
    }
}

object! {
    /// This structure is used in both `GetMetricData` and `PutMetricAlarm`.
    MetricDataQuery;
    required {
        /// A short name used to tie this object to the results in the response.
        id: String = "Id", TEXT;
    }
    optional {
        /// The ID of the account where the metrics are located.
        account_id: String = "AccountId", TEXT;
        /// This field can contain either a Metrics Insights query, or a metric math expression to be performed on the returned data.
        expression: String = "Expression", TEXT;
        /// A human-readable label for this metric or expression.
        label: String = "Label", TEXT;
        /// The metric to be returned, along with statistics, period, and units.
        metric_stat: MetricStat = "MetricStat", Kind::Object(MetricStat::object_schema);
        /// The granularity, in seconds, of the returned data points.
        period: Int = "Period", INTEGER;
        /// When used in `GetMetricData`, this option indicates whether to return the timestamps and raw data values of this metric.
        return_data: bool = "ReturnData", Kind::Bool;
    }
}

object! {
    /// Indicates the CloudWatch math expression that provides the time series the anomaly detector uses as input.
    MetricMathAnomalyDetector;
    required {
    }
    optional {
        /// An array of metric data query structures that enables you to create an anomaly detector based on the result of a metric math expression.
        metric_data_queries: Vec<MetricDataQuery> = "MetricDataQueries", list(&Kind::Object(MetricDataQuery::object_schema));
    }
}

object! {
    /// This structure defines the metric to be returned, along with the statistics, period, and units.
    MetricStat;
    required {
        /// The metric to return, including the metric name, namespace, and dimensions.
        metric: Metric = "Metric", Kind::Object(Metric::object_schema);
        /// The granularity, in seconds, of the returned data points.
        period: Int = "Period", INTEGER;
        /// The statistic to return.
        stat: String = "Stat", TEXT;
    }
    optional {
        /// When you are using a `Put` operation, this defines what unit you want to use when storing the metric.
        unit: String = "Unit", TEXT;
    }
}

object! {
    /// Each `Range` specifies one range of days or times to exclude from use for training or updating an anomaly detection model.
    Range;
    required {
        /// The end time of the range to exclude.
        end_time: String = "EndTime", TEXT;
        /// The start time of the range to exclude.
        start_time: String = "StartTime", TEXT;
    }
    optional {
    }
}

object! {
    /// Designates the CloudWatch metric and statistic that provides the time series the anomaly detector uses as input.
    SingleMetricAnomalyDetector;
    required {
    }
    optional {
        /// If the CloudWatch metric that provides the time series that the anomaly detector uses as input is in another account, specify that account ID here.
        account_id: String = "AccountId", TEXT;
        /// The metric dimensions to create the anomaly detection model for.
        dimensions: Vec<Dimension> = "Dimensions", list(&Kind::Object(Dimension::object_schema));
        /// The name of the metric to create the anomaly detection model for.
        metric_name: String = "MetricName", TEXT;
        /// The namespace of the metric to create the anomaly detection model for.
        namespace: String = "Namespace", TEXT;
        /// The statistic to use for the metric and anomaly detection model.
        stat: String = "Stat", TEXT;
    }
}
