// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Events::Archive` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates an archive of events with the specified settings.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-archive.html>
    Archive = "AWS::Events::Archive";
    required {
        /// The ARN of the event bus that sends events to the archive.
        ///
        /// Changing it replaces the resource.
        source_arn: String = "SourceArn", TEXT;
    }
    optional {
        /// The name for the archive to create.
        ///
        /// 1 to 48 characters. Changing it replaces the resource.
        archive_name: String = "ArchiveName", Kind::Text(1, 48, Some(r"[\.\-_A-Za-z0-9]+"));
        /// A description for the archive.
        ///
        /// 0 to 512 characters.
        description: String = "Description", Kind::Text(0, 512, None);
        /// An event pattern to use to filter events sent to the archive.
        event_pattern: Json = "EventPattern", Kind::Json;
        /// The identifier of the AWS customer managed key for EventBridge to use, if you choose to use a customer managed key to encrypt this archive.
        ///
        /// 0 to 2048 characters.
        kms_key_identifier: String = "KmsKeyIdentifier", Kind::Text(0, 2048, None);
        /// The number of days to retain events for.
        ///
        /// At least 0.
        retention_days: Int<0> = "RetentionDays", Kind::Integer(0, i64::MAX);
    }
    attributes {
        /// The ARN of the archive created.
        arn: Arn<Archive> = "Arn";
    }
    replaces ["ArchiveName", "SourceArn"]
    may_replace []
}
