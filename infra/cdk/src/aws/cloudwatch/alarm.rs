// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::CloudWatch::Alarm` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::CloudWatch::Alarm` type specifies an alarm and associates it with the specified metric or metric math expression.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-alarm.html>
    Alarm = "AWS::CloudWatch::Alarm";
    required {
    }
    optional {
        /// `ActionConfiguration`, which AWS's schema does not describe.
        action_configuration: ActionConfiguration = "ActionConfiguration", Kind::Object(ActionConfiguration::object_schema);
        /// Indicates whether actions should be executed during any changes to the alarm state.
        actions_enabled: bool = "ActionsEnabled", Kind::Bool;
        /// The list of actions to execute when this alarm transitions into an ALARM state from any other state.
        alarm_actions: Vec<String> = "AlarmActions", list(&Kind::Text(1, 1024, None));
        /// The description of the alarm.
        ///
        /// 0 to 1024 characters.
        alarm_description: String = "AlarmDescription", Kind::Text(0, 1024, None);
        /// The name of the alarm.
        ///
        /// 0 to 255 characters. Changing it replaces the resource.
        alarm_name: String = "AlarmName", Kind::Text(0, 255, None);
        /// The arithmetic operation to use when comparing the specified statistic and threshold.
        comparison_operator: ComparisonOperator = "ComparisonOperator", Kind::Values(ComparisonOperator::ALL);
        /// The number of datapoints that must be breaching to trigger the alarm.
        ///
        /// At least 1.
        datapoints_to_alarm: Int<1> = "DatapointsToAlarm", Kind::Integer(1, i64::MAX);
        /// The dimensions for the metric associated with the alarm.
        ///
        /// 0 to 30 items.
        dimensions: Vec<Dimension> = "Dimensions", Kind::List(&Kind::Object(Dimension::object_schema), 0, 30, false);
        /// Used only for alarms based on percentiles.
        ///
        /// 1 to 255 characters.
        evaluate_low_sample_count_percentile: String = "EvaluateLowSampleCountPercentile", Kind::Text(1, 255, None);
        /// The evaluation criteria for an alarm.
        evaluation_criteria: EvaluationCriteria = "EvaluationCriteria", Kind::Object(EvaluationCriteria::object_schema);
        /// The frequency, in seconds, at which the alarm is evaluated.
        ///
        /// 10 to 3600.
        evaluation_interval: Int<10, 3600> = "EvaluationInterval", Kind::Integer(10, 3600);
        /// The number of periods over which data is compared to the specified threshold.
        ///
        /// At least 1.
        evaluation_periods: Int<1> = "EvaluationPeriods", Kind::Integer(1, i64::MAX);
        /// The evaluation window that an alarm uses to select the range of metric data that it evaluates each time it runs.
        evaluation_window: EvaluationWindow = "EvaluationWindow", Kind::Object(EvaluationWindow::object_schema);
        /// The percentile statistic for the metric associated with the alarm.
        extended_statistic: String = "ExtendedStatistic", TEXT;
        /// The actions to execute when this alarm transitions to the `INSUFFICIENT_DATA` state from any other state.
        insufficient_data_actions: Vec<String> = "InsufficientDataActions", list(&Kind::Text(1, 1024, None));
        /// The name of the metric associated with the alarm.
        ///
        /// 1 to 255 characters.
        metric_name: String = "MetricName", Kind::Text(1, 255, None);
        /// An array that enables you to create an alarm based on the result of a metric math expression.
        metrics: Vec<MetricDataQuery> = "Metrics", Kind::List(&Kind::Object(MetricDataQuery::object_schema), 0, usize::MAX, true);
        /// The namespace of the metric associated with the alarm.
        ///
        /// 1 to 255 characters.
        namespace: String = "Namespace", Kind::Text(1, 255, Some("^[^:]"));
        /// The actions to execute when this alarm transitions to the `OK` state from any other state.
        ok_actions: Vec<String> = "OKActions", list(&Kind::Text(1, 1024, None));
        /// The period, in seconds, over which the statistic is applied.
        ///
        /// At least 1.
        period: Int<1> = "Period", Kind::Integer(1, i64::MAX);
        /// The statistic for the metric associated with the alarm, other than percentile.
        statistic: Statistic = "Statistic", Kind::Values(Statistic::ALL);
        /// A list of key-value pairs to associate with the alarm.
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, true);
        /// The value to compare with the specified statistic.
        threshold: f64 = "Threshold", NUMBER;
        /// In an alarm based on an anomaly detection model, this is the ID of the `ANOMALY_DETECTION_BAND` function used as the threshold for the alarm.
        ///
        /// 1 to 255 characters.
        threshold_metric_id: String = "ThresholdMetricId", Kind::Text(1, 255, None);
        /// Sets how this alarm is to handle missing data points.
        treat_missing_data: TreatMissingData = "TreatMissingData", Kind::Values(TreatMissingData::ALL);
        /// The unit of the metric associated with the alarm.
        unit: Unit = "Unit", Kind::Values(Unit::ALL);
        /// The warm-up configuration for the alarm.
        warm_up_configuration: WarmUpConfiguration = "WarmUpConfiguration", Kind::Object(WarmUpConfiguration::object_schema);
    }
    attributes {
        /// The ARN of the CloudWatch alarm, such as `arn:aws:cloudwatch:us-west-2:123456789012:alarm:myCloudWatchAlarm-CPUAlarm-UXMMZK36R55Z`.
        arn: Arn<Alarm> = "Arn";
    }
    replaces ["AlarmName"]
    may_replace []
}

object! {
    /// `ActionConfiguration`, which AWS's schema does not describe.
    ActionConfiguration;
    required {
    }
    optional {
        /// Whether the alarm's tags are included in its action notifications and state-change events.
        alarm_tags_propagation: AlarmTagsPropagation = "AlarmTagsPropagation", Kind::Object(AlarmTagsPropagation::object_schema);
    }
}

object! {
    /// Contains the configuration that determines how a PromQL alarm evaluates its contributors, including the query to run and the durations that define when …
    AlarmPromQlCriteria;
    required {
    }
    optional {
        /// The duration, in seconds, that a contributor must be continuously breaching before it transitions to the `ALARM` state.
        pending_period: Int = "PendingPeriod", INTEGER;
        /// The PromQL query that the alarm evaluates.
        query: String = "Query", TEXT;
        /// The duration, in seconds, that a contributor must continuously not be breaching before it transitions back to the `OK` state.
        recovery_period: Int = "RecoveryPeriod", INTEGER;
    }
}

object! {
    /// `AlarmTagsPropagation`, which AWS's schema does not describe.
    AlarmTagsPropagation;
    required {
        /// Whether the alarm's tags are included in its action notifications and state-change events.
        enabled: bool = "Enabled", Kind::Bool;
    }
    optional {
        /// The tag keys to leave out.
        ///
        /// 1 to 50 items.
        excluded_tag_keys: Vec<String> = "ExcludedTagKeys", Kind::List(&Kind::Text(1, 128, None), 1, 50, true);
        /// The only tag keys to include.
        ///
        /// 1 to 50 items.
        included_tag_keys: Vec<String> = "IncludedTagKeys", Kind::List(&Kind::Text(1, 128, None), 1, 50, true);
    }
}

object! {
    /// Dimension is an embedded property of the `AWS::CloudWatch::Alarm` type.
    Dimension;
    required {
        /// The name of the dimension, from 1–255 characters in length.
        ///
        /// 1 to 255 characters.
        name: String = "Name", Kind::Text(1, 255, None);
        /// The value for the dimension, from 1–255 characters in length.
        ///
        /// 1 to 1024 characters.
        value: String = "Value", Kind::Text(1, 1024, None);
    }
    optional {
    }
}

object! {
    /// The evaluation criteria for an alarm.
    EvaluationCriteria;
    required {
    }
    optional {
        /// Contains the configuration that determines how a PromQL alarm evaluates its contributors, including the query to run and the durations that define when …
        prom_ql_criteria: AlarmPromQlCriteria = "PromQLCriteria", Kind::Object(AlarmPromQlCriteria::object_schema);
    }
}

object! {
    /// The evaluation window that an alarm uses to select the range of metric data that it evaluates each time it runs.
    EvaluationWindow;
    required {
    }
    optional {
        /// A sliding window, which advances each time the alarm is evaluated, forming a rolling time window.
        sliding_window: Json = "SlidingWindow", Kind::Json;
        /// An evaluation window that aligns the evaluated range to fixed clock boundaries that match the alarm's period, such as the top of the hour, midnight, or the …
        wall_clock_window: WallClockWindow = "WallClockWindow", Kind::Object(WallClockWindow::object_schema);
    }
}

object! {
    /// The `Metric` property type represents a specific metric.
    Metric;
    required {
    }
    optional {
        /// The metric dimensions that you want to be used for the metric that the alarm will watch.
        ///
        /// 0 to 30 items.
        dimensions: Vec<Dimension> = "Dimensions", Kind::List(&Kind::Object(Dimension::object_schema), 0, 30, false);
        /// The name of the metric that you want the alarm to watch.
        ///
        /// 1 to 255 characters.
        metric_name: String = "MetricName", Kind::Text(1, 255, None);
        /// The namespace of the metric that the alarm will watch.
        ///
        /// 1 to 255 characters.
        namespace: String = "Namespace", Kind::Text(1, 255, Some("^[^:]"));
    }
}

object! {
    /// The `MetricDataQuery` property type specifies the metric data to return, and whether this call is just retrieving a batch set of data for one metric, or is …
    MetricDataQuery;
    required {
        /// A short name used to tie this object to the results in the response.
        ///
        /// 1 to 255 characters.
        id: String = "Id", Kind::Text(1, 255, Some(r"^([a-z])([A-Za-z0-9\_]*)$"));
    }
    optional {
        /// The ID of the account where the metrics are located, if this is a cross-account alarm.
        ///
        /// 1 to 255 characters.
        account_id: String = "AccountId", Kind::Text(1, 255, None);
        /// The math expression to be performed on the returned data, if this object is performing a math expression.
        ///
        /// 1 to 2048 characters.
        expression: String = "Expression", Kind::Text(1, 2048, None);
        /// A human-readable label for this metric or expression.
        label: String = "Label", TEXT;
        /// The metric to be returned, along with statistics, period, and units.
        metric_stat: MetricStat = "MetricStat", Kind::Object(MetricStat::object_schema);
        /// The granularity, in seconds, of the returned data points.
        ///
        /// At least 1.
        period: Int<1> = "Period", Kind::Integer(1, i64::MAX);
        /// This option indicates whether to return the timestamps and raw data values of this metric.
        return_data: bool = "ReturnData", Kind::Bool;
    }
}

object! {
    /// This structure defines the metric to be returned, along with the statistics, period, and units.
    MetricStat;
    required {
        /// The metric to return, including the metric name, namespace, and dimensions.
        metric: Metric = "Metric", Kind::Object(Metric::object_schema);
        /// The granularity, in seconds, of the returned data points.
        ///
        /// At least 1.
        period: Int<1> = "Period", Kind::Integer(1, i64::MAX);
        /// The statistic to return.
        stat: String = "Stat", TEXT;
    }
    optional {
        /// The unit to use for the returned data points.
        unit: Unit = "Unit", Kind::Values(Unit::ALL);
    }
}

object! {
    /// One of the key-value pairs associated with the alarm.
    Tag;
    required {
        /// A string that you can use to assign a value.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// The value for the specified tag key.
        ///
        /// 1 to 256 characters.
        value: String = "Value", Kind::Text(1, 256, None);
    }
    optional {
    }
}

object! {
    /// An evaluation window that aligns the evaluated range to fixed clock boundaries that match the alarm's period, such as the top of the hour, midnight, or the …
    WallClockWindow;
    required {
    }
    optional {
        /// The time zone to use when the alarm aligns the evaluation window to clock boundaries.
        timezone: String = "Timezone", TEXT;
    }
}

object! {
    /// The configuration settings that define the warm-up behavior for an alarm.
    WarmUpConfiguration;
    required {
    }
    optional {
        /// Specifies whether the alarm waits for the full warm-up period before it starts evaluating.
        only_start_evaluating_after_warm_up_period_ends: bool = "OnlyStartEvaluatingAfterWarmUpPeriodEnds", Kind::Bool;
        /// The length of the warm-up period, in minutes.
        ///
        /// 1 to 2880.
        warm_up_period_duration_in_minutes: Int<1, 2880> = "WarmUpPeriodDurationInMinutes", Kind::Integer(1, 2880);
    }
}

values! {
    /// The values of `ComparisonOperator`.
    ComparisonOperator {
        GreaterThanOrEqualToThreshold = "GreaterThanOrEqualToThreshold",
        GreaterThanThreshold = "GreaterThanThreshold",
        GreaterThanUpperThreshold = "GreaterThanUpperThreshold",
        LessThanLowerOrGreaterThanUpperThreshold = "LessThanLowerOrGreaterThanUpperThreshold",
        LessThanLowerThreshold = "LessThanLowerThreshold",
        LessThanOrEqualToThreshold = "LessThanOrEqualToThreshold",
        LessThanThreshold = "LessThanThreshold",
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

values! {
    /// The values of `TreatMissingData`.
    TreatMissingData {
        Breaching = "breaching",
        Ignore = "ignore",
        Missing = "missing",
        NotBreaching = "notBreaching",
    }
}

values! {
    /// The values of `Unit`.
    Unit {
        Bits = "Bits",
        BitsSecond = "Bits/Second",
        Bytes = "Bytes",
        BytesSecond = "Bytes/Second",
        Count = "Count",
        CountSecond = "Count/Second",
        Gigabits = "Gigabits",
        GigabitsSecond = "Gigabits/Second",
        Gigabytes = "Gigabytes",
        GigabytesSecond = "Gigabytes/Second",
        Kilobits = "Kilobits",
        KilobitsSecond = "Kilobits/Second",
        Kilobytes = "Kilobytes",
        KilobytesSecond = "Kilobytes/Second",
        Megabits = "Megabits",
        MegabitsSecond = "Megabits/Second",
        Megabytes = "Megabytes",
        MegabytesSecond = "Megabytes/Second",
        Microseconds = "Microseconds",
        Milliseconds = "Milliseconds",
        None = "None",
        Percent = "Percent",
        Seconds = "Seconds",
        Terabits = "Terabits",
        TerabitsSecond = "Terabits/Second",
        Terabytes = "Terabytes",
        TerabytesSecond = "Terabytes/Second",
    }
}
