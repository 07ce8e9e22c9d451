// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Logs::DeliverySource` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates or updates one delivery source in your account.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-deliverysource.html>
    DeliverySource = "AWS::Logs::DeliverySource";
    required {
        /// The unique name of the delivery source.
        ///
        /// 1 to 60 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 60, Some(r"[\w-]*$"));
    }
    optional {
        /// A map of key-value pairs to configure the delivery source.
        delivery_source_configuration: BTreeMap<String, String> = "DeliverySourceConfiguration", Kind::Map(&Kind::Text(1, 255, None));
        /// The type of log that the source is sending.
        ///
        /// 1 to 255 characters.
        log_type: String = "LogType", Kind::Text(1, 255, Some(r"[\w-]*$"));
        /// The ARN of the AWS resource that is generating and sending logs.
        ///
        /// 16 to 2048 characters.
        resource_arn: String = "ResourceArn", Kind::Text(16, 2048, Some(r"[\w#+=/:,.@-]*\*?"));
        /// An array of key-value pairs to apply to the delivery source.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, usize::MAX, true);
    }
    attributes {
        /// The Amazon Resource Name (ARN) that uniquely identifies this delivery source.
        arn: Arn<DeliverySource> = "Arn";
        /// This array contains the ARN of the AWS resource that sends logs and is represented by this delivery source.
        resource_arns: Vec<String> = "ResourceArns";
        /// The AWS service that is sending logs.
        service: String = "Service";
        /// The status of this delivery source.
        status: String = "Status";
        /// The reason for the status of this delivery source, such as RESOURCE_DELETED.
        status_reason: String = "StatusReason";
    }
    replaces ["Name"]
    may_replace []
}

object! {
    /// A key-value pair to associate with a resource.
    Tag;
    required {
        /// The key name of the tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// The value for the tag.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
    optional {
    }
}
