// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::CloudWatch::CompositeAlarm` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::CloudWatch::CompositeAlarm` type creates or updates a composite alarm.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-compositealarm.html>
    CompositeAlarm = "AWS::CloudWatch::CompositeAlarm";
    required {
        /// An expression that specifies which other alarms are to be evaluated to determine this composite alarm's state.
        ///
        /// 1 to 10240 characters.
        alarm_rule: String = "AlarmRule", Kind::Text(1, 10240, None);
    }
    optional {
        /// Configuration that applies to the notifications this alarm sends when it performs its actions.
        action_configuration: ActionConfiguration = "ActionConfiguration", Kind::Object(ActionConfiguration::object_schema);
        /// Indicates whether actions should be executed during any changes to the alarm state of the composite alarm.
        actions_enabled: bool = "ActionsEnabled", Kind::Bool;
        /// Actions will be suppressed if the suppressor alarm is in the `ALARM` state.
        ///
        /// 1 to 1600 characters.
        actions_suppressor: String = "ActionsSuppressor", Kind::Text(1, 1600, None);
        /// The maximum time in seconds that the composite alarm waits after suppressor alarm goes out of the `ALARM` state.
        ///
        /// At least 0.
        actions_suppressor_extension_period: Int<0> = "ActionsSuppressorExtensionPeriod", Kind::Integer(0, i64::MAX);
        /// The maximum time in seconds that the composite alarm waits for the suppressor alarm to go into the `ALARM` state.
        ///
        /// At least 0.
        actions_suppressor_wait_period: Int<0> = "ActionsSuppressorWaitPeriod", Kind::Integer(0, i64::MAX);
        /// The actions to execute when this alarm transitions to the ALARM state from any other state.
        ///
        /// 0 to 5 items.
        alarm_actions: Vec<String> = "AlarmActions", Kind::List(&Kind::Text(1, 1024, None), 0, 5, false);
        /// The description for the composite alarm.
        ///
        /// 0 to 1024 characters.
        alarm_description: String = "AlarmDescription", Kind::Text(0, 1024, None);
        /// The name for the composite alarm.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        alarm_name: String = "AlarmName", Kind::Text(1, 255, None);
        /// The actions to execute when this alarm transitions to the INSUFFICIENT_DATA state from any other state.
        ///
        /// 0 to 5 items.
        insufficient_data_actions: Vec<String> = "InsufficientDataActions", Kind::List(&Kind::Text(1, 1024, None), 0, 5, false);
        /// The actions to execute when this alarm transitions to the OK state from any other state.
        ///
        /// 0 to 5 items.
        ok_actions: Vec<String> = "OKActions", Kind::List(&Kind::Text(1, 1024, None), 0, 5, false);
        /// A list of key-value pairs to associate with the alarm.
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, true);
    }
    attributes {
        /// The ARN of the composite alarm, such as `arn:aws:cloudwatch:us-west-2:123456789012:alarm/CompositeAlarmName`.
        arn: Arn<CompositeAlarm> = "Arn";
    }
    replaces ["AlarmName"]
    may_replace []
}

object! {
    /// Configuration that applies to the notifications this alarm sends when it performs its actions.
    ActionConfiguration;
    required {
    }
    optional {
        /// Whether the alarm's tags are included in its action notifications and state-change events.
        alarm_tags_propagation: AlarmTagsPropagation = "AlarmTagsPropagation", Kind::Object(AlarmTagsPropagation::object_schema);
    }
}

object! {
    /// Controls whether the alarm's tags are included in its action notifications and state-change events, and which tag keys are included.
    AlarmTagsPropagation;
    required {
        /// Whether the alarm's tags are included in its action notifications and state-change events.
        enabled: bool = "Enabled", Kind::Bool;
    }
    optional {
        /// The tag keys to leave out.
        ///
        /// 1 to 50 items.
        excluded_tag_keys: Vec<String> = "ExcludedTagKeys", Kind::List(&Kind::Text(1, 128, None), 1, 50, true);
        /// The only tag keys to include.
        ///
        /// 1 to 50 items.
        included_tag_keys: Vec<String> = "IncludedTagKeys", Kind::List(&Kind::Text(1, 128, None), 1, 50, true);
    }
}

object! {
    /// Metadata that you can assign to a composite alarm, Tags can help you organize and categorize your resources.
    Tag;
    required {
        /// A unique identifier for the tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// The value for the specified tag key.
        ///
        /// 1 to 256 characters.
        value: String = "Value", Kind::Text(1, 256, None);
    }
    optional {
    }
}
