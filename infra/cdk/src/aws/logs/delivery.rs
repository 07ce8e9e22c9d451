// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Logs::Delivery` and its parts.

use crate::schema::prelude::*;

resource! {
    /// This structure contains information about one delivery in your account.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-delivery.html>
    Delivery = "AWS::Logs::Delivery";
    required {
        /// The ARN of the delivery destination that is associated with this delivery.
        ///
        /// 16 to 2048 characters. Changing it replaces the resource.
        delivery_destination_arn: String = "DeliveryDestinationArn", Kind::Text(16, 2048, Some(r"[\w#+=/:,.@-]*\*?"));
        /// The name of the delivery source that is associated with this delivery.
        ///
        /// 1 to 60 characters. Changing it replaces the resource.
        delivery_source_name: String = "DeliverySourceName", Kind::Text(1, 60, Some(r"[\w-]*$"));
    }
    optional {
        /// The field delimiter that is used between record fields when the final output format of a delivery is in `Plain`, `W3C`, or `Raw` format.
        ///
        /// 1 to 5 characters.
        field_delimiter: String = "FieldDelimiter", Kind::Text(1, 5, None);
        /// The list of record fields to be delivered to the destination, in order.
        ///
        /// 0 to 128 items.
        record_fields: Vec<String> = "RecordFields", Kind::List(&Kind::Text(1, 50, None), 0, 128, false);
        /// Use this parameter to cause the S3 objects that contain delivered logs to use a prefix structure that allows for integration with Apache Hive.
        s3_enable_hive_compatible_path: bool = "S3EnableHiveCompatiblePath", Kind::Bool;
        /// Use this to reconfigure the S3 object prefix to contain either static or variable sections.
        ///
        /// 0 to 256 characters.
        s3_suffix_path: String = "S3SuffixPath", Kind::Text(0, 256, None);
        /// An array of key-value pairs to apply to the delivery.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, usize::MAX, true);
    }
    attributes {
        /// The Amazon Resource Name (ARN) that uniquely identifies this delivery.
        arn: Arn<Delivery> = "Arn";
        /// Displays whether the delivery destination associated with this delivery is CloudWatch Logs, Amazon S3, or Firehose.
        delivery_destination_type: String = "DeliveryDestinationType";
        /// The unique ID that identifies this delivery in your account.
        delivery_id: String = "DeliveryId";
    }
    replaces ["DeliveryDestinationArn", "DeliverySourceName"]
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
