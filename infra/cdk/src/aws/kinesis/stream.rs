// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Kinesis::Stream` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates a Kinesis stream that captures and transports data records that are emitted from data sources.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesis-stream.html>
    Stream = "AWS::Kinesis::Stream";
    required {
    }
    optional {
        /// A list of shard-level metrics in properties to enable enhanced monitoring mode.
        ///
        /// 0 to 7 items.
        desired_shard_level_metrics: Vec<EnhancedMetric> = "DesiredShardLevelMetrics", Kind::List(&Kind::Values(EnhancedMetric::ALL), 0, 7, true);
        /// The maximum record size of a single record in kibibyte (KiB) that you can write to, and read from a stream.
        ///
        /// 1024 to 10240.
        max_record_size_in_ki_b: Int<1024, 10240> = "MaxRecordSizeInKiB", Kind::Integer(1024, 10240);
        /// The name of the Kinesis stream.
        ///
        /// 1 to 128 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 128, Some("^[a-zA-Z0-9_.-]+$"));
        /// The record distribution strategy for the stream.
        record_distribution_strategy: RecordDistributionStrategy = "RecordDistributionStrategy", Kind::Values(RecordDistributionStrategy::ALL);
        /// The number of hours for the data records that are stored in shards to remain accessible.
        ///
        /// 1 to 8760.
        retention_period_hours: Int<1, 8760> = "RetentionPeriodHours", Kind::Integer(1, 8760);
        /// The number of shards that the stream uses.
        ///
        /// 1 to 100000.
        shard_count: Int<1, 100000> = "ShardCount", Kind::Integer(1, 100000);
        /// When specified, enables or updates server-side encryption using an AWS KMS key for a specified stream.
        stream_encryption: StreamEncryption = "StreamEncryption", Kind::Object(StreamEncryption::object_schema);
        /// Specifies the capacity mode to which you want to set your data stream.
        stream_mode_details: StreamModeDetails = "StreamModeDetails", Kind::Object(StreamModeDetails::object_schema);
        /// An arbitrary set of tags (key–value pairs) to associate with the Kinesis stream.
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, false);
        /// The target warm throughput in MB/s that the stream should be scaled to handle.
        ///
        /// At least 0.
        warm_throughput_mi_bps: Int<0> = "WarmThroughputMiBps", Kind::Integer(0, i64::MAX);
    }
    attributes {
        /// The Amazon resource name (ARN) of the Kinesis stream, such as `arn:aws:kinesis:us-east-2:123456789012:stream/mystream`.
        arn: Arn<Stream> = "Arn";
        /// Warm throughput configuration details for the stream.
        warm_throughput_object: String = "WarmThroughputObject";
    }
    replaces ["Name"]
    may_replace []
}

object! {
    /// Enables or updates server-side encryption using an AWS KMS key for a specified stream. ) When invoking this API, you must use either the `StreamARN` or the …
    StreamEncryption;
    required {
        /// The encryption type to use.
        encryption_type: EncryptionType = "EncryptionType", Kind::Values(EncryptionType::ALL);
        /// The GUID for the customer-managed AWS KMS key to use for encryption.
        ///
        /// 1 to 2048 characters.
        key_id: String = "KeyId", Kind::Text(1, 2048, None);
    }
    optional {
    }
}

object! {
    /// Specifies the capacity mode to which you want to set your data stream.
    StreamModeDetails;
    required {
        /// Specifies the capacity mode to which you want to set your data stream.
        stream_mode: StreamMode = "StreamMode", Kind::Values(StreamMode::ALL);
    }
    optional {
    }
}

object! {
    /// An arbitrary set of tags (key-value pairs) to associate with the Kinesis stream.
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

values! {
    /// The values of `EncryptionType`.
    EncryptionType {
        Kms = "KMS",
    }
}

values! {
    /// The values of `EnhancedMetric`.
    EnhancedMetric {
        All = "ALL",
        IncomingBytes = "IncomingBytes",
        IncomingRecords = "IncomingRecords",
        IteratorAgeMilliseconds = "IteratorAgeMilliseconds",
        OutgoingBytes = "OutgoingBytes",
        OutgoingRecords = "OutgoingRecords",
        ReadProvisionedThroughputExceeded = "ReadProvisionedThroughputExceeded",
        WriteProvisionedThroughputExceeded = "WriteProvisionedThroughputExceeded",
    }
}

values! {
    /// The values of `RecordDistributionStrategy`.
    RecordDistributionStrategy {
        Auto = "AUTO",
        UserPartitionKey = "USER_PARTITION_KEY",
    }
}

values! {
    /// The values of `StreamMode`.
    StreamMode {
        OnDemand = "ON_DEMAND",
        Provisioned = "PROVISIONED",
    }
}
