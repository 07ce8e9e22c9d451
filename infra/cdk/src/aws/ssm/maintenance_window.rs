// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SSM::MaintenanceWindow` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::SSM::MaintenanceWindow` resource represents general information about a maintenance window for AWS Systems Manager.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-maintenancewindow.html>
    MaintenanceWindow = "AWS::SSM::MaintenanceWindow";
    required {
        /// Enables a maintenance window task to run on managed instances, even if you have not registered those instances as targets.
        allow_unassociated_targets: bool = "AllowUnassociatedTargets", Kind::Bool;
        /// The number of hours before the end of the maintenance window that AWS Systems Manager stops scheduling new tasks for execution.
        ///
        /// 0 to 23.
        cutoff: Int<0, 23> = "Cutoff", Kind::Integer(0, 23);
        /// The duration of the maintenance window in hours.
        ///
        /// 1 to 24.
        duration: Int<1, 24> = "Duration", Kind::Integer(1, 24);
        /// The name of the maintenance window.
        ///
        /// 3 to 128 characters.
        name: String = "Name", Kind::Text(3, 128, Some(r"^[a-zA-Z0-9_\-.]{3,128}$"));
        /// The schedule of the maintenance window in the form of a cron or rate expression.
        ///
        /// 1 to 256 characters.
        schedule: String = "Schedule", Kind::Text(1, 256, None);
    }
    optional {
        /// A description of the maintenance window.
        ///
        /// 1 to 128 characters.
        description: String = "Description", Kind::Text(1, 128, None);
        /// The date and time, in ISO-8601 Extended format, for when the maintenance window is scheduled to become inactive.
        end_date: String = "EndDate", TEXT;
        /// The number of days to wait to run a maintenance window after the scheduled cron expression date and time.
        ///
        /// 1 to 6.
        schedule_offset: Int<1, 6> = "ScheduleOffset", Kind::Integer(1, 6);
        /// The time zone that the scheduled maintenance window executions are based on, in Internet Assigned Numbers Authority (IANA) format.
        schedule_timezone: String = "ScheduleTimezone", TEXT;
        /// The date and time, in ISO-8601 Extended format, for when the maintenance window is scheduled to become active.
        start_date: String = "StartDate", TEXT;
        /// Optional metadata that you assign to a resource in the form of an arbitrary set of tags (key-value pairs).
        ///
        /// 0 to 1000 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 1000, false);
    }
    attributes {
        /// The ID of the maintenance window.
        window_id: String = "WindowId";
    }
    replaces []
    may_replace []
}

object! {
    /// `Tag`, which AWS's schema does not describe.
    Tag;
    required {
        /// The name of the tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, Some(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$"));
        /// The value of the tag.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, Some(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$"));
    }
    optional {
    }
}
