// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SES::ConfigurationSetEventDestination` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Specifies a configuration set event destination.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-configurationseteventdestination.html>
    ConfigurationSetEventDestination = "AWS::SES::ConfigurationSetEventDestination";
    required {
        /// The name of the configuration set that contains the event destination.
        ///
        /// Changing it replaces the resource.
        configuration_set_name: String = "ConfigurationSetName", TEXT;
        /// An object that defines the event destination.
        event_destination: EventDestination = "EventDestination", Kind::Object(EventDestination::object_schema);
    }
    optional {
    }
    attributes {
        /// `Id`, which AWS's schema does not describe.
        id: String = "Id";
    }
    replaces ["ConfigurationSetName"]
    may_replace ["EventDestination/Name"]
}

object! {
    /// An object that defines an Amazon CloudWatch destination for email events.
    CloudWatchDestination;
    required {
    }
    optional {
        /// An array of objects that define the dimensions to use when you send email events to Amazon CloudWatch.
        dimension_configurations: Vec<DimensionConfiguration> = "DimensionConfigurations", list(&Kind::Object(DimensionConfiguration::object_schema));
    }
}

object! {
    /// An object that defines the dimension configuration to use when you send email events to Amazon CloudWatch.
    DimensionConfiguration;
    required {
        /// The default value of the dimension that is published to Amazon CloudWatch if you don't provide the value of the dimension when you send an email.
        ///
        /// 1 to 256 characters.
        default_dimension_value: String = "DefaultDimensionValue", Kind::Text(1, 256, Some("^[a-zA-Z0-9_-]{1,256}$"));
        /// The name of an Amazon CloudWatch dimension associated with an email sending metric.
        ///
        /// 1 to 256 characters.
        dimension_name: String = "DimensionName", Kind::Text(1, 256, Some("^[a-zA-Z0-9_:-]{1,256}$"));
        /// The location where the Amazon SES API v2 finds the value of a dimension to publish to Amazon CloudWatch.
        dimension_value_source: DimensionValueSource = "DimensionValueSource", Kind::Values(DimensionValueSource::ALL);
    }
    optional {
    }
}

object! {
    /// An object that defines an Amazon EventBridge destination for email events.
    EventBridgeDestination;
    required {
        /// The Amazon Resource Name (ARN) of the Amazon EventBridge bus to publish email events to.
        ///
        /// 36 to 1024 characters.
        event_bus_arn: String = "EventBusArn", Kind::Text(36, 1024, Some(r"^arn:aws[a-z0-9-]*:events:[a-z0-9-]+:\d{12}:event-bus/[^:]+$"));
    }
    optional {
    }
}

object! {
    /// In the Amazon SES API v2, events include message sends, deliveries, opens, clicks, bounces, complaints and delivery delays.
    EventDestination;
    required {
        /// The types of events that Amazon SES sends to the specified event destinations. - `SEND` - The send request was successful and SES will attempt to deliver the …
        matching_event_types: Vec<String> = "MatchingEventTypes", list(&TEXT);
    }
    optional {
        /// An object that defines an Amazon CloudWatch destination for email events.
        cloud_watch_destination: CloudWatchDestination = "CloudWatchDestination", Kind::Object(CloudWatchDestination::object_schema);
        /// If `true`, the event destination is enabled.
        enabled: bool = "Enabled", Kind::Bool;
        /// An object that defines an Amazon EventBridge destination for email events.
        event_bridge_destination: EventBridgeDestination = "EventBridgeDestination", Kind::Object(EventBridgeDestination::object_schema);
        /// An object that contains the delivery stream ARN and the IAM role ARN associated with an Amazon Kinesis Firehose event destination.
        kinesis_firehose_destination: KinesisFirehoseDestination = "KinesisFirehoseDestination", Kind::Object(KinesisFirehoseDestination::object_schema);
        /// The name of the event destination.
        name: String = "Name", Kind::Text(0, usize::MAX, Some("^[a-zA-Z0-9_-]{0,64}$"));
        /// An object that contains the topic ARN associated with an Amazon Simple Notification Service (Amazon SNS) event destination.
        sns_destination: SnsDestination = "SnsDestination", Kind::Object(SnsDestination::object_schema);
    }
}

object! {
    /// An object that defines an Amazon Kinesis Data Firehose destination for email events.
    KinesisFirehoseDestination;
    required {
        /// The ARN of the Amazon Kinesis Firehose stream that email sending events should be published to.
        delivery_stream_arn: String = "DeliveryStreamARN", TEXT;
        /// The Amazon Resource Name (ARN) of the IAM role that the Amazon SES API v2 uses to send email events to the Amazon Kinesis Data Firehose stream.
        iam_role_arn: String = "IAMRoleARN", TEXT;
    }
    optional {
    }
}

object! {
    /// Contains the topic ARN associated with an Amazon Simple Notification Service (Amazon SNS) event destination.
    SnsDestination;
    required {
        /// The ARN of the Amazon SNS topic for email sending events.
        ///
        /// 36 to 1024 characters.
        topic_arn: String = "TopicARN", Kind::Text(36, 1024, Some(r"^arn:aws[a-z0-9-]*:sns:[a-z0-9-]+:\d{12}:[^:]+$"));
    }
    optional {
    }
}

values! {
    /// The values of `DimensionValueSource`.
    DimensionValueSource {
        EmailHeader = "EMAIL_HEADER",
        LinkTag = "LINK_TAG",
        MessageTag = "MESSAGE_TAG",
        EmailHeaderX = "emailHeader",
        LinkTagX = "linkTag",
        MessageTagX = "messageTag",
    }
}
