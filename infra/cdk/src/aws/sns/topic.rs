// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SNS::Topic` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::SNS::Topic` resource creates a topic to which notifications can be published. ) One account can create a maximum of 100,000 standard topics and 1,000 …
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topic.html>
    Topic = "AWS::SNS::Topic";
    required {
    }
    optional {
        /// The `ArchivePolicy` determines the number of days Amazon retains messages in FIFO topics.
        archive_policy: Json = "ArchivePolicy", Kind::Json;
        /// `ContentBasedDeduplication` enables deduplication of messages based on their content for FIFO topics.
        content_based_deduplication: bool = "ContentBasedDeduplication", Kind::Bool;
        /// The body of the policy document you want to use for this topic.
        data_protection_policy: Json = "DataProtectionPolicy", Kind::Json;
        /// The `DeliveryStatusLogging` configuration enables you to log the delivery status of messages sent from your Amazon SNS topic to subscribed endpoints with the …
        delivery_status_logging: Vec<LoggingConfig> = "DeliveryStatusLogging", Kind::List(&Kind::Object(LoggingConfig::object_schema), 0, usize::MAX, true);
        /// The display name to use for an Amazon topic with SMS subscriptions.
        display_name: String = "DisplayName", TEXT;
        /// Specifies the throughput quota and deduplication behavior to apply for the FIFO topic.
        fifo_throughput_scope: String = "FifoThroughputScope", TEXT;
        /// Set to true to create a FIFO topic.
        ///
        /// Changing it replaces the resource.
        fifo_topic: bool = "FifoTopic", Kind::Bool;
        /// The ID of an AWS managed customer master key (CMK) for Amazon or a custom CMK.
        kms_master_key_id: String = "KmsMasterKeyId", TEXT;
        /// `MaximumMessageSize`, which AWS's schema does not describe.
        ///
        /// 1024 to 1048576.
        maximum_message_size: Int<1024, 1048576> = "MaximumMessageSize", Kind::Integer(1024, 1048576);
        /// The signature version corresponds to the hashing algorithm used while creating the signature of the notifications, subscription confirmations, or unsubscribe …
        signature_version: String = "SignatureVersion", TEXT;
        /// The Amazon subscriptions (endpoints) for this topic. ) If you specify the `Subscription` property in the `AWS::SNS::Topic` resource and it creates an …
        subscription: Vec<Subscription> = "Subscription", list(&Kind::Object(Subscription::object_schema));
        /// The list of tags to add to a new topic. ) To be able to tag a topic on creation, you must have the `sns:CreateTopic` and `sns:TagResource` permissions.
        tags: Vec<Tag> = "Tags", list(&Kind::Object(Tag::object_schema));
        /// The name of the topic you want to create.
        ///
        /// 0 to 256 characters. Changing it replaces the resource.
        topic_name: String = "TopicName", Kind::Text(0, 256, None);
        /// Tracing mode of an Amazon topic.
        tracing_config: String = "TracingConfig", TEXT;
    }
    attributes {
        /// Returns the ARN of an Amazon topic.
        topic_arn: String = "TopicArn";
    }
    replaces ["FifoTopic", "TopicName"]
    may_replace []
}

object! {
    /// The `LoggingConfig` property type specifies the `Delivery` status logging configuration for an `AWS::SNS::Topic`.
    LoggingConfig;
    required {
        /// Indicates one of the supported protocols for the Amazon SNS topic. ) At least one of the other three `LoggingConfig` properties is recommend along with …
        protocol: Protocol = "Protocol", Kind::Values(Protocol::ALL);
    }
    optional {
        /// The IAM role ARN to be used when logging failed message deliveries in Amazon CloudWatch.
        failure_feedback_role_arn: String = "FailureFeedbackRoleArn", TEXT;
        /// The IAM role ARN to be used when logging successful message deliveries in Amazon CloudWatch.
        success_feedback_role_arn: String = "SuccessFeedbackRoleArn", TEXT;
        /// The percentage of successful message deliveries to be logged in Amazon CloudWatch.
        success_feedback_sample_rate: String = "SuccessFeedbackSampleRate", TEXT;
    }
}

object! {
    /// `Subscription` is an embedded property that describes the subscription endpoints of an Amazon topic. ) For full control over subscription behavior (for …
    Subscription;
    required {
        /// The endpoint that receives notifications from the Amazon topic.
        endpoint: String = "Endpoint", TEXT;
        /// The subscription's protocol.
        protocol: String = "Protocol", TEXT;
    }
    optional {
    }
}

object! {
    /// The list of tags to be added to the specified topic.
    Tag;
    required {
        /// The required key portion of the tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// The optional value portion of the tag.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
    optional {
    }
}

values! {
    /// The values of `Protocol`.
    Protocol {
        Application = "application",
        Firehose = "firehose",
        HttpS = "http/s",
        Lambda = "lambda",
        Sqs = "sqs",
    }
}
