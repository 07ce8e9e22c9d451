// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::CloudWatch::Dashboard` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::CloudWatch::Dashboard` resource specifies an Amazon CloudWatch dashboard.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-dashboard.html>
    Dashboard = "AWS::CloudWatch::Dashboard";
    required {
        /// The detailed information about the dashboard in JSON format, including the widgets to include and their location on the dashboard.
        dashboard_body: String = "DashboardBody", TEXT;
    }
    optional {
        /// The name of the dashboard.
        ///
        /// Changing it replaces the resource.
        dashboard_name: String = "DashboardName", TEXT;
        /// A list of key-value pairs to associate with the cloudwatch dashboard.
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, true);
    }
    attributes {
    }
    replaces ["DashboardName"]
    may_replace []
}

object! {
    /// Metadata that you can assign to a cloudwatch dashboard.
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
