// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::CloudWatch::MetricStream` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates or updates a metric stream.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-metricstream.html>
    MetricStream = "AWS::CloudWatch::MetricStream";
    required {
    }
    optional {
        /// If you specify this parameter, the stream sends metrics from all metric namespaces except for the namespaces that you specify here.
        ///
        /// 0 to 1000 items.
        exclude_filters: Vec<MetricStreamFilter> = "ExcludeFilters", Kind::List(&Kind::Object(MetricStreamFilter::object_schema), 0, 1000, true);
        /// The ARN of the Amazon Kinesis Firehose delivery stream to use for this metric stream.
        ///
        /// 20 to 2048 characters.
        firehose_arn: String = "FirehoseArn", Kind::Text(20, 2048, None);
        /// If you specify this parameter, the stream sends only the metrics from the metric namespaces that you specify here.
        ///
        /// 0 to 1000 items.
        include_filters: Vec<MetricStreamFilter> = "IncludeFilters", Kind::List(&Kind::Object(MetricStreamFilter::object_schema), 0, 1000, true);
        /// If you are creating a metric stream in a monitoring account, specify `true` to include metrics from source accounts that are linked to this monitoring account …
        include_linked_accounts_metrics: bool = "IncludeLinkedAccountsMetrics", Kind::Bool;
        /// If you are creating a new metric stream, this is the name for the new stream.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 255, None);
        /// The output format for the stream.
        output_format: OutputFormat = "OutputFormat", Kind::Values(OutputFormat::ALL);
        /// The ARN of an IAM role that this metric stream will use to access Amazon Kinesis Firehose resources.
        ///
        /// 20 to 2048 characters.
        role_arn: String = "RoleArn", Kind::Text(20, 2048, None);
        /// By default, a metric stream always sends the MAX, MIN, SUM, and SAMPLECOUNT statistics for each metric that is streamed.
        ///
        /// 0 to 100 items.
        statistics_configurations: Vec<MetricStreamStatisticsConfiguration> = "StatisticsConfigurations", Kind::List(&Kind::Object(MetricStreamStatisticsConfiguration::object_schema), 0, 100, true);
        /// An array of key-value pairs to apply to the metric stream.
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, true);
    }
    attributes {
        /// The ARN of the metric stream.
        arn: Arn<MetricStream> = "Arn";
        /// The date that the metric stream was originally created.
        creation_date: String = "CreationDate";
        /// The date that the metric stream was most recently updated.
        last_update_date: String = "LastUpdateDate";
        /// The state of the metric stream, either `running` or `stopped`.
        state: String = "State";
    }
    replaces ["Name"]
    may_replace []
}

object! {
    /// This structure contains a metric namespace and optionally, a list of metric names, to either include in a metric ' stream or exclude from a metric stream.
    MetricStreamFilter;
    required {
        /// The name of the metric namespace in the filter.
        ///
        /// 1 to 255 characters.
        namespace: String = "Namespace", Kind::Text(1, 255, Some("^[^:]"));
    }
    optional {
        /// The names of the metrics to either include or exclude from the metric stream.
        ///
        /// 0 to 999 items.
        metric_names: Vec<String> = "MetricNames", Kind::List(&Kind::Text(1, 255, None), 0, 999, false);
    }
}

object! {
    /// This structure specifies a list of additional statistics to stream, and the metrics to stream those additional statistics for.
    MetricStreamStatisticsConfiguration;
    required {
        /// The additional statistics to stream for the metrics listed in `IncludeMetrics`.
        ///
        /// 0 to 20 items.
        additional_statistics: Vec<String> = "AdditionalStatistics", Kind::List(&TEXT, 0, 20, true);
        /// An array that defines the metrics that are to have additional statistics streamed.
        ///
        /// 0 to 100 items.
        include_metrics: Vec<MetricStreamStatisticsMetric> = "IncludeMetrics", Kind::List(&Kind::Object(MetricStreamStatisticsMetric::object_schema), 0, 100, true);
    }
    optional {
    }
}

object! {
    /// A structure that specifies the metric name and namespace for one metric that is going to have additional statistics included in the stream.
    MetricStreamStatisticsMetric;
    required {
        /// The name of the metric.
        ///
        /// 1 to 255 characters.
        metric_name: String = "MetricName", Kind::Text(1, 255, None);
        /// The namespace of the metric.
        ///
        /// 1 to 255 characters.
        namespace: String = "Namespace", Kind::Text(1, 255, Some("^[^:]"));
    }
    optional {
    }
}

object! {
    /// Metadata that you can assign to a Metric Stream, consisting of a key-value pair.
    Tag;
    required {
        /// A unique identifier for the tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// String which you can use to describe or define the tag.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
    optional {
    }
}

values! {
    /// The values of `OutputFormat`.
    OutputFormat {
        Json = "json",
        Opentelemetry07 = "opentelemetry0.7",
        Opentelemetry10 = "opentelemetry1.0",
    }
}
