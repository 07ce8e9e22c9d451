// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Logs::DeliveryDestination` and its parts.

use crate::schema::prelude::*;

resource! {
    /// This structure contains information about one delivery destination in your account.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-deliverydestination.html>
    DeliveryDestination = "AWS::Logs::DeliveryDestination";
    required {
        /// The name of this delivery destination.
        ///
        /// 1 to 60 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 60, Some(r"[\w-]*$"));
    }
    optional {
        /// An IAM policy that grants permissions to CloudWatch Logs to deliver logs cross-account to a specified destination in this account.
        delivery_destination_policy: DestinationPolicy = "DeliveryDestinationPolicy", Kind::Object(DestinationPolicy::object_schema);
        /// Displays whether this delivery destination is CloudWatch Logs, Amazon S3, Firehose, or X-Ray.
        ///
        /// 1 to 12 characters. Changing it replaces the resource.
        delivery_destination_type: String = "DeliveryDestinationType", Kind::Text(1, 12, Some("^[0-9A-Za-z]+$"));
        /// The ARN of the AWS destination that this delivery destination represents.
        ///
        /// 16 to 2048 characters. Changing it replaces the resource.
        destination_resource_arn: String = "DestinationResourceArn", Kind::Text(16, 2048, Some(r"[\w#+=/:,.@-]*\*?"));
        /// The format of the logs that are sent to this delivery destination.
        ///
        /// 1 to 12 characters. Changing it replaces the resource.
        output_format: String = "OutputFormat", Kind::Text(1, 12, Some("^[0-9A-Za-z]+$"));
        /// An array of key-value pairs to apply to the delivery destination.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, usize::MAX, true);
    }
    attributes {
        /// The Amazon Resource Name (ARN) that uniquely identifies this delivery destination.
        arn: Arn<DeliveryDestination> = "Arn";
    }
    replaces ["DeliveryDestinationType", "DestinationResourceArn", "Name", "OutputFormat"]
    may_replace []
}

object! {
    /// An IAM policy that grants permissions to CloudWatch Logs to deliver logs cross-account to a specified destination in this account.
    DestinationPolicy;
    required {
    }
    optional {
        /// A name for an existing destination.
        ///
        /// 1 to 60 characters.
        delivery_destination_name: String = "DeliveryDestinationName", Kind::Text(1, 60, None);
        /// Creates or updates an access policy associated with an existing destination.
        delivery_destination_policy: Json = "DeliveryDestinationPolicy", Kind::Json;
    }
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
