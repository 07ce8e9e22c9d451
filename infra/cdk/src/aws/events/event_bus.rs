// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Events::EventBus` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Specifies an event bus within your account.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-eventbus.html>
    EventBus = "AWS::Events::EventBus";
    required {
        /// The name of the new event bus.
        ///
        /// 1 to 256 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 256, Some(r"^[/\.\-_A-Za-z0-9]+$"));
    }
    optional {
        /// Configuration details of the Amazon SQS queue for EventBridge to use as a dead-letter queue (DLQ).
        dead_letter_config: DeadLetterConfig = "DeadLetterConfig", Kind::Object(DeadLetterConfig::object_schema);
        /// The event bus description.
        description: String = "Description", TEXT;
        /// If you are creating a partner event bus, this specifies the partner event source that the new event bus will be matched with.
        ///
        /// 1 to 256 characters. Changing it replaces the resource.
        event_source_name: String = "EventSourceName", Kind::Text(1, 256, Some(r"^aws\.partner(/[\.\-_A-Za-z0-9]+){2,}$"));
        /// The identifier of the AWS customer managed key for EventBridge to use, if you choose to use a customer managed key to encrypt events on this event bus.
        kms_key_identifier: String = "KmsKeyIdentifier", TEXT;
        /// The logging configuration settings for the event bus.
        log_config: LogConfig = "LogConfig", Kind::Object(LogConfig::object_schema);
        /// The permissions policy of the event bus, describing which other AWS accounts can write events to this event bus.
        policy: Json = "Policy", Kind::Json;
        /// Tags to associate with the event bus.
        tags: Vec<Tag> = "Tags", list(&Kind::Object(Tag::object_schema));
    }
    attributes {
        /// The ARN of the event bus, such as `arn:aws:events:us-east-2:123456789012:event-bus/aws.partner/PartnerName/acct1/repo1`.
        arn: Arn<EventBus> = "Arn";
    }
    replaces ["EventSourceName", "Name"]
    may_replace []
}

object! {
    /// Configuration details of the Amazon SQS queue for EventBridge to use as a dead-letter queue (DLQ).
    DeadLetterConfig;
    required {
    }
    optional {
        /// The ARN of the SQS queue specified as the target for the dead-letter queue.
        arn: String = "Arn", TEXT;
    }
}

object! {
    /// The logging configuration settings for the event bus.
    LogConfig;
    required {
    }
    optional {
        /// Whether EventBridge include detailed event information in the records it generates.
        include_detail: IncludeDetail = "IncludeDetail", Kind::Values(IncludeDetail::ALL);
        /// The level of logging detail to include.
        level: Level = "Level", Kind::Values(Level::ALL);
    }
}

object! {
    /// `Tag`, which AWS's schema does not describe.
    Tag;
    required {
        /// `Key`, which AWS's schema does not describe.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// `Value`, which AWS's schema does not describe.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
    optional {
    }
}

values! {
    /// The values of `IncludeDetail`.
    IncludeDetail {
        Full = "FULL",
        None = "NONE",
    }
}

values! {
    /// The values of `Level`.
    Level {
        Error = "ERROR",
        Info = "INFO",
        Off = "OFF",
        Trace = "TRACE",
    }
}
