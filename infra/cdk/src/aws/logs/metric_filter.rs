// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Logs::MetricFilter` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::Logs::MetricFilter` resource specifies a metric filter that describes how CloudWatch Logs extracts information from logs and transforms it into …
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-metricfilter.html>
    MetricFilter = "AWS::Logs::MetricFilter";
    required {
        /// A filter pattern for extracting metric data out of ingested log events.
        ///
        /// 0 to 1024 characters.
        filter_pattern: String = "FilterPattern", Kind::Text(0, 1024, None);
        /// The name of an existing log group that you want to associate with this metric filter.
        ///
        /// 1 to 512 characters. Changing it replaces the resource.
        log_group_name: String = "LogGroupName", Kind::Text(1, 512, Some(r"^[.\-_/#A-Za-z0-9]{1,512}"));
        /// The metric transformations.
        ///
        /// 1 to 1 items.
        metric_transformations: Vec<MetricTransformation> = "MetricTransformations", Kind::List(&Kind::Object(MetricTransformation::object_schema), 1, 1, false);
    }
    optional {
        /// This parameter is valid only for log groups that have an active log transformer.
        apply_on_transformed_logs: bool = "ApplyOnTransformedLogs", Kind::Bool;
        /// The list of system fields that are emitted as additional dimensions in the generated metrics.
        emit_system_field_dimensions: Vec<String> = "EmitSystemFieldDimensions", list(&TEXT);
        /// The filter expression that specifies which log events are processed by this metric filter based on system fields.
        ///
        /// 0 to 2000 characters.
        field_selection_criteria: String = "FieldSelectionCriteria", Kind::Text(0, 2000, None);
        /// The name of the metric filter.
        ///
        /// 1 to 512 characters. Changing it replaces the resource.
        filter_name: String = "FilterName", Kind::Text(1, 512, Some("^[^:*]{1,512}"));
    }
    attributes {
    }
    replaces ["FilterName", "LogGroupName"]
    may_replace []
}

object! {
    /// Specifies the CloudWatch metric dimensions to publish with this metric.
    Dimension;
    required {
        /// The name for the CloudWatch metric dimension that the metric filter creates.
        ///
        /// 1 to 255 characters.
        key: String = "Key", Kind::Text(1, 255, None);
        /// The log event field that will contain the value for this dimension.
        ///
        /// 1 to 255 characters.
        value: String = "Value", Kind::Text(1, 255, None);
    }
    optional {
    }
}

object! {
    /// `MetricTransformation` is a property of the `AWS::Logs::MetricFilter` resource that describes how to transform log streams into a CloudWatch metric.
    MetricTransformation;
    required {
        /// The name of the CloudWatch metric.
        ///
        /// 1 to 255 characters.
        metric_name: String = "MetricName", Kind::Text(1, 255, None);
        /// A custom namespace to contain your metric in CloudWatch.
        ///
        /// 1 to 256 characters.
        metric_namespace: String = "MetricNamespace", Kind::Text(1, 256, Some(r"^[0-9a-zA-Z\.\-_\/#]{1,256}"));
        /// The value that is published to the CloudWatch metric.
        ///
        /// 1 to 100 characters.
        metric_value: String = "MetricValue", Kind::Text(1, 100, Some(r"^([+-]?([0-9]*\.?[0-9]*)|(\$.*))$"));
    }
    optional {
        /// (Optional) The value to emit when a filter pattern does not match a log event.
        default_value: f64 = "DefaultValue", NUMBER;
        /// The fields to use as dimensions for the metric.
        ///
        /// 1 to 3 items.
        dimensions: Vec<Dimension> = "Dimensions", Kind::List(&Kind::Object(Dimension::object_schema), 1, 3, true);
        /// The unit to assign to the metric.
        unit: Unit = "Unit", Kind::Values(Unit::ALL);
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
