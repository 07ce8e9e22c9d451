// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SQS::Queue` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::SQS::Queue` resource creates an Amazon SQS standard or FIFO queue.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html>
    Queue = "AWS::SQS::Queue";
    required {
    }
    optional {
        /// For first-in-first-out (FIFO) queues, specifies whether to enable content-based deduplication.
        content_based_deduplication: bool = "ContentBasedDeduplication", Kind::Bool;
        /// For high throughput for FIFO queues, specifies whether message deduplication occurs at the message group or queue level.
        deduplication_scope: String = "DeduplicationScope", TEXT;
        /// The time in seconds for which the delivery of all messages in the queue is delayed.
        ///
        /// 0 to 900.
        delay_seconds: Int<0, 900> = "DelaySeconds", Kind::Integer(0, 900);
        /// If set to true, creates a FIFO queue.
        ///
        /// Changing it replaces the resource.
        fifo_queue: bool = "FifoQueue", Kind::Bool;
        /// For high throughput for FIFO queues, specifies whether the FIFO queue throughput quota applies to the entire queue or per message group.
        fifo_throughput_limit: String = "FifoThroughputLimit", TEXT;
        /// The length of time in seconds for which Amazon SQS can reuse a data key to encrypt or decrypt messages before calling AWS again.
        ///
        /// 60 to 86400.
        kms_data_key_reuse_period_seconds: Int<60, 86400> = "KmsDataKeyReusePeriodSeconds", Kind::Integer(60, 86400);
        /// The ID of an AWS Key Management Service (KMS) for Amazon SQS, or a custom KMS.
        kms_master_key_id: String = "KmsMasterKeyId", TEXT;
        /// The limit of how many bytes that a message can contain before Amazon SQS rejects it.
        ///
        /// 1024 to 1048576.
        maximum_message_size: Int<1024, 1048576> = "MaximumMessageSize", Kind::Integer(1024, 1048576);
        /// The number of seconds that Amazon SQS retains a message.
        ///
        /// 60 to 1209600.
        message_retention_period: Int<60, 1209600> = "MessageRetentionPeriod", Kind::Integer(60, 1209600);
        /// A name for the queue.
        ///
        /// Changing it replaces the resource.
        queue_name: String = "QueueName", TEXT;
        /// Specifies the duration, in seconds, that the ReceiveMessage action call waits until a message is in the queue in order to include it in the response, rather …
        ///
        /// 0 to 20.
        receive_message_wait_time_seconds: Int<0, 20> = "ReceiveMessageWaitTimeSeconds", Kind::Integer(0, 20);
        /// The string that includes the parameters for the permissions for the dead-letter queue redrive permission and which source queues can specify dead-letter queues …
        redrive_allow_policy: Json = "RedriveAllowPolicy", Kind::Json;
        /// The string that includes the parameters for the dead-letter queue functionality of the source queue as a JSON object.
        redrive_policy: Json = "RedrivePolicy", Kind::Json;
        /// Enables server-side queue encryption using SQS owned encryption keys.
        sqs_managed_sse_enabled: bool = "SqsManagedSseEnabled", Kind::Bool;
        /// The tags that you attach to this queue.
        tags: Vec<Tag> = "Tags", list(&Kind::Object(Tag::object_schema));
        /// The length of time during which a message will be unavailable after a message is delivered from the queue.
        ///
        /// 0 to 43200.
        visibility_timeout: Int<0, 43200> = "VisibilityTimeout", Kind::Integer(0, 43200);
    }
    attributes {
        /// Returns the Amazon Resource Name (ARN) of the queue.
        arn: Arn<Queue> = "Arn";
        /// Returns the URLs of the queues from the policy.
        queue_url: String = "QueueUrl";
    }
    replaces ["FifoQueue", "QueueName"]
    may_replace []
}

object! {
    /// `Tag`, which AWS's schema does not describe.
    Tag;
    required {
        /// `Key`, which AWS's schema does not describe.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, Some(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$"));
        /// `Value`, which AWS's schema does not describe.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, Some(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$"));
    }
    optional {
    }
}
