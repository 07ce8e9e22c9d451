// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Scheduler::ScheduleGroup` and its parts.

use crate::schema::prelude::*;

resource! {
    /// A schedule group is an Amazon EventBridge Scheduler resource you use to organize your schedules.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-scheduler-schedulegroup.html>
    ScheduleGroup = "AWS::Scheduler::ScheduleGroup";
    required {
    }
    optional {
        /// The name of the schedule group.
        ///
        /// 1 to 64 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 64, Some("^[0-9a-zA-Z-_.]+$"));
        /// An array of key-value pairs to apply to this resource.
        ///
        /// 0 to 200 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 200, false);
    }
    attributes {
        /// The Amazon Resource Name (ARN) of the schedule group.
        arn: Arn<ScheduleGroup> = "Arn";
        /// The date and time at which the schedule group was created.
        creation_date: String = "CreationDate";
        /// The time at which the schedule group was last modified.
        last_modification_date: String = "LastModificationDate";
        /// Specifies the state of the schedule group.
        state: String = "State";
    }
    replaces ["Name"]
    may_replace []
}

object! {
    /// Tag to associate with the resource.
    Tag;
    required {
        /// Key for the tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// Value for the tag.
        ///
        /// 1 to 256 characters.
        value: String = "Value", Kind::Text(1, 256, None);
    }
    optional {
    }
}
