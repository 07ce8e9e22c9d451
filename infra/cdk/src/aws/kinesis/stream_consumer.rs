// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Kinesis::StreamConsumer` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Use the AWS CloudFormation `AWS::Kinesis::StreamConsumer` resource to register a consumer with a Kinesis data stream.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesis-streamconsumer.html>
    StreamConsumer = "AWS::Kinesis::StreamConsumer";
    required {
        /// The name of the consumer is something you choose when you register the consumer.
        ///
        /// 1 to 128 characters. Changing it replaces the resource.
        consumer_name: String = "ConsumerName", Kind::Text(1, 128, Some("^[a-zA-Z0-9_.-]+$"));
        /// The ARN of the stream with which you registered the consumer.
        ///
        /// 1 to 2048 characters. Changing it replaces the resource.
        stream_arn: String = "StreamARN", Kind::Text(1, 2048, Some(r"^arn:aws.*:kinesis:.*:\d{12}:stream/\S+"));
    }
    optional {
        /// An array of tags to be added to a specified Kinesis resource.
        ///
        /// 0 to 50 items. Changing it replaces the resource.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, false);
    }
    attributes {
        /// When you register a consumer, Kinesis Data Streams generates an ARN for it.
        consumer_arn: String = "ConsumerARN";
        /// The time at which the consumer was created.
        consumer_creation_timestamp: String = "ConsumerCreationTimestamp";
        /// A consumer can't read data while in the `CREATING` or `DELETING` states.
        consumer_status: String = "ConsumerStatus";
    }
    replaces ["ConsumerName", "StreamARN", "Tags"]
    may_replace []
}

object! {
    /// An arbitrary set of tags (key-value pairs) to associate with the Kinesis consumer.
    Tag;
    required {
        /// The key name of the tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// The value for the tag.
        ///
        /// 0 to 255 characters.
        value: String = "Value", Kind::Text(0, 255, None);
    }
    optional {
    }
}
