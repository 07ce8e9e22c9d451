// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::CloudWatch::LogAlarm` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Resource Type definition for AWS::CloudWatch::LogAlarm.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-logalarm.html>
    LogAlarm = "AWS::CloudWatch::LogAlarm";
    required {
        /// The arithmetic operation to use when comparing the specified threshold and the query results.
        comparison_operator: ComparisonOperator = "ComparisonOperator", Kind::Values(ComparisonOperator::ALL);
        /// The number of query results that must be breaching to trigger the alarm.
        ///
        /// At least 1.
        query_results_to_alarm: Int<1> = "QueryResultsToAlarm", Kind::Integer(1, i64::MAX);
        /// The number of query results over which data is compared to the specified threshold.
        ///
        /// At least 1.
        query_results_to_evaluate: Int<1> = "QueryResultsToEvaluate", Kind::Integer(1, i64::MAX);
        /// The scheduled query configuration for the log alarm.
        scheduled_query_configuration: ScheduledQueryConfiguration = "ScheduledQueryConfiguration", Kind::Object(ScheduledQueryConfiguration::object_schema);
        /// The value to compare against the results of the scheduled query evaluation.
        threshold: f64 = "Threshold", NUMBER;
    }
    optional {
        /// Configuration that applies to the notifications this alarm sends when it performs its actions.
        action_configuration: ActionConfiguration = "ActionConfiguration", Kind::Object(ActionConfiguration::object_schema);
        /// The number of log lines to include in alarm notifications.
        ///
        /// 0 to 50.
        action_log_line_count: Int<0, 50> = "ActionLogLineCount", Kind::Integer(0, 50);
        /// The ARN of the IAM role that grants CloudWatch permissions to fetch log lines for alarm notifications.
        action_log_line_role_arn: String = "ActionLogLineRoleArn", TEXT;
        /// Indicates whether actions should be executed during any changes to the alarm state.
        actions_enabled: bool = "ActionsEnabled", Kind::Bool;
        /// The list of actions to execute when this alarm transitions into an ALARM state from any other state.
        alarm_actions: Vec<String> = "AlarmActions", list(&Kind::Text(1, 1024, None));
        /// The description of the log alarm.
        ///
        /// 0 to 1024 characters.
        alarm_description: String = "AlarmDescription", Kind::Text(0, 1024, None);
        /// The name of the log alarm.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        alarm_name: String = "AlarmName", Kind::Text(1, 255, None);
        /// The actions to execute when this alarm transitions to the INSUFFICIENT_DATA state from any other state.
        insufficient_data_actions: Vec<String> = "InsufficientDataActions", list(&Kind::Text(1, 1024, None));
        /// The actions to execute when this alarm transitions to the OK state from any other state.
        ok_actions: Vec<String> = "OKActions", list(&Kind::Text(1, 1024, None));
        /// A list of key-value pairs to associate with the log alarm.
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, true);
        /// Sets how this alarm is to handle missing data points.
        ///
        /// 1 to 255 characters.
        treat_missing_data: String = "TreatMissingData", Kind::Text(1, 255, None);
        /// The warm-up configuration for an alarm.
        warm_up_configuration: WarmUpConfiguration = "WarmUpConfiguration", Kind::Object(WarmUpConfiguration::object_schema);
    }
    attributes {
        /// The ARN of the log alarm.
        arn: Arn<LogAlarm> = "Arn";
    }
    replaces ["AlarmName"]
    may_replace []
}

object! {
    /// Configuration that applies to the notifications this alarm sends when it performs its actions.
    ActionConfiguration;
    required {
    }
    optional {
        /// Whether the alarm's tags are included in its action notifications and state-change events.
        alarm_tags_propagation: AlarmTagsPropagation = "AlarmTagsPropagation", Kind::Object(AlarmTagsPropagation::object_schema);
    }
}

object! {
    /// Controls whether the alarm's tags are included in its action notifications and state-change events, and which tag keys are included.
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
    /// The schedule configuration for the scheduled query.
    ScheduleConfiguration;
    required {
        /// The expression that defines when the scheduled query runs, e.g. rate(1 minute).
        ///
        /// 1 to 256 characters.
        schedule_expression: String = "ScheduleExpression", Kind::Text(1, 256, None);
        /// The number of seconds into the past to start the query window.
        ///
        /// 1 to 2592000.
        start_time_offset: Int<1, 2592000> = "StartTimeOffset", Kind::Integer(1, 2592000);
    }
    optional {
        /// The number of seconds into the past to end the query window.
        ///
        /// 0 to 2592000.
        end_time_offset: Int<0, 2592000> = "EndTimeOffset", Kind::Integer(0, 2592000);
    }
}

object! {
    /// The scheduled query configuration for the log alarm.
    ScheduledQueryConfiguration;
    required {
        /// The aggregation expression for the scheduled query, e.g. count() or avg(latency) by host.
        ///
        /// 1 to 2048 characters.
        aggregation_expression: String = "AggregationExpression", Kind::Text(1, 2048, None);
        /// The query string to execute against the specified log groups.
        ///
        /// 0 to 10000 characters.
        query_string: String = "QueryString", Kind::Text(0, 10000, None);
        /// The schedule configuration for the scheduled query.
        schedule_configuration: ScheduleConfiguration = "ScheduleConfiguration", Kind::Object(ScheduleConfiguration::object_schema);
        /// The ARN of the IAM role that grants permissions to execute the scheduled query.
        ///
        /// 1 to 1024 characters.
        scheduled_query_role_arn: String = "ScheduledQueryRoleARN", Kind::Text(1, 1024, None);
    }
    optional {
        /// The log groups to query.
        ///
        /// 1 to 50 items.
        log_group_identifiers: Vec<String> = "LogGroupIdentifiers", Kind::List(&Kind::Text(1, 1024, None), 1, 50, false);
        /// A list of key-value pairs to associate with the scheduled query that backs the log alarm.
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, true);
    }
}

object! {
    /// Metadata that you can assign to a log alarm.
    Tag;
    required {
        /// A unique identifier for the tag.
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
    /// The warm-up configuration for an alarm.
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
