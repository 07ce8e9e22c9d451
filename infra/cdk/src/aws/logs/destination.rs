// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Logs::Destination` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The AWS::Logs::Destination resource specifies a CloudWatch Logs destination.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-destination.html>
    Destination = "AWS::Logs::Destination";
    required {
        /// The name of the destination.
        ///
        /// 1 to 512 characters. Changing it replaces the resource.
        destination_name: String = "DestinationName", Kind::Text(1, 512, Some("^[^:*]{1,512}$"));
        /// The ARN of an IAM role that permits CloudWatch Logs to send data to the specified AWS resource.
        ///
        /// At least 1 characters.
        role_arn: String = "RoleArn", Kind::Text(1, usize::MAX, None);
        /// The Amazon Resource Name (ARN) of the physical target where the log events are delivered (for example, a Kinesis stream).
        ///
        /// At least 1 characters.
        target_arn: String = "TargetArn", Kind::Text(1, usize::MAX, None);
    }
    optional {
        /// An IAM policy document that governs which AWS accounts can create subscription filters against this destination.
        ///
        /// At least 1 characters.
        destination_policy: String = "DestinationPolicy", Kind::Text(1, usize::MAX, None);
        /// The tags that have been assigned to this delivery destination.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, usize::MAX, true);
    }
    attributes {
        /// The ARN of the CloudWatch Logs destination, such as `arn:aws:logs:us-west-1:123456789012:destination:MyDestination`.
        arn: Arn<Destination> = "Arn";
    }
    replaces ["DestinationName"]
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
