// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::CloudWatch::AlarmMuteRule` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Resource Type definition for AWS::CloudWatch::AlarmMuteRule that allows defining a rule and targeting alarms to mute their actions during the specified window.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-alarmmuterule.html>
    AlarmMuteRule = "AWS::CloudWatch::AlarmMuteRule";
    required {
        /// The rule for the mute.
        rule: Rule = "Rule", Kind::Object(Rule::object_schema);
    }
    optional {
        /// The description of the AlarmMuteRule.
        ///
        /// 0 to 1024 characters.
        description: String = "Description", Kind::Text(0, 1024, None);
        /// The date, with the same timezone offset as "ScheduleTimezone" after which the alarm mute rule will be expired.
        expire_date: String = "ExpireDate", TEXT;
        /// Targets to be muted.
        mute_targets: MuteTargets = "MuteTargets", Kind::Object(MuteTargets::object_schema);
        /// The name of the AlarmMuteRule.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 255, None);
        /// The date, with the same timezone offset as "ScheduleTimezone", after which the alarm mute rule will become active.
        start_date: String = "StartDate", TEXT;
        /// An array of key-value pairs to apply to this resource.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, usize::MAX, true);
    }
    attributes {
        /// Amazon Resource Name (ARN) of the AlarmMuteRule.
        arn: Arn<AlarmMuteRule> = "Arn";
        /// The last update timestamp of the alarm mute schedule.
        last_updated_timestamp: String = "LastUpdatedTimestamp";
        /// The mute type of the alarm mute.
        mute_type: String = "MuteType";
        /// The current status of the AlarmMuteRule.
        status: String = "Status";
    }
    replaces ["Name"]
    may_replace []
}

object! {
    /// Targets to be muted.
    MuteTargets;
    required {
        /// The alarm names to be mute by the AlarmMuteRule.
        ///
        /// 0 to 500 items.
        alarm_names: Vec<String> = "AlarmNames", Kind::List(&Kind::Text(1, 255, None), 0, 500, true);
    }
    optional {
    }
}

object! {
    /// The rule for the mute.
    Rule;
    required {
        /// Schedule for the mute to be active.
        schedule: Schedule = "Schedule", Kind::Object(Schedule::object_schema);
    }
    optional {
    }
}

object! {
    /// Schedule for the mute to be active.
    Schedule;
    required {
        /// The duration of the schedule when it triggers.
        ///
        /// 1 to 50 characters.
        duration: String = "Duration", Kind::Text(1, 50, None);
        /// The expression of the schedule.
        ///
        /// 1 to 256 characters.
        expression: String = "Expression", Kind::Text(1, 256, None);
    }
    optional {
        /// The timezone of the schedule.
        ///
        /// 1 to 50 characters.
        timezone: String = "Timezone", Kind::Text(1, 50, None);
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
