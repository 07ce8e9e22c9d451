// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Logs::ScheduledQuery` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates a new Scheduled Query that allows you to define a Logs Insights query that will run on a schedule and configure actions to take with the query results.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-scheduledquery.html>
    ScheduledQuery = "AWS::Logs::ScheduledQuery";
    required {
        /// `ExecutionRoleArn`, which AWS's schema does not describe.
        ///
        /// At least 1 characters.
        execution_role_arn: String = "ExecutionRoleArn", Kind::Text(1, usize::MAX, None);
        /// `Name`, which AWS's schema does not describe.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 255, Some(r"^[a-zA-Z0-9_\-/.#]+$"));
        /// `QueryLanguage`, which AWS's schema does not describe.
        query_language: QueryLanguage = "QueryLanguage", Kind::Values(QueryLanguage::ALL);
        /// `QueryString`, which AWS's schema does not describe.
        ///
        /// 0 to 10000 characters.
        query_string: String = "QueryString", Kind::Text(0, 10000, None);
        /// `ScheduleExpression`, which AWS's schema does not describe.
        ///
        /// 0 to 256 characters.
        schedule_expression: String = "ScheduleExpression", Kind::Text(0, 256, None);
    }
    optional {
        /// `Description`, which AWS's schema does not describe.
        ///
        /// 0 to 1024 characters.
        description: String = "Description", Kind::Text(0, 1024, None);
        /// `DestinationConfiguration`, which AWS's schema does not describe.
        destination_configuration: DestinationConfiguration = "DestinationConfiguration", Kind::Object(DestinationConfiguration::object_schema);
        /// `LogGroupIdentifiers`, which AWS's schema does not describe.
        ///
        /// 1 to 50 items.
        log_group_identifiers: Vec<String> = "LogGroupIdentifiers", Kind::List(&Kind::Text(1, 2048, Some(r"^[\w#+=/:,.@-]*$")), 1, 50, false);
        /// `ScheduleEndTime`, which AWS's schema does not describe.
        ///
        /// At least 0.
        schedule_end_time: f64 = "ScheduleEndTime", Kind::Number(0.0, f64::MAX);
        /// `ScheduleStartTime`, which AWS's schema does not describe.
        ///
        /// At least 0.
        schedule_start_time: f64 = "ScheduleStartTime", Kind::Number(0.0, f64::MAX);
        /// `StartTimeOffset`, which AWS's schema does not describe.
        start_time_offset: Int = "StartTimeOffset", INTEGER;
        /// `State`, which AWS's schema does not describe.
        state: ScheduledQueryState = "State", Kind::Values(ScheduledQueryState::ALL);
        /// `Tags`, which AWS's schema does not describe.
        tags: Vec<TagsItem> = "Tags", list(&Kind::Object(TagsItem::object_schema));
        /// `Timezone`, which AWS's schema does not describe.
        ///
        /// At least 1 characters.
        timezone: String = "Timezone", Kind::Text(1, usize::MAX, None);
    }
    attributes {
        /// `CreationTime`, which AWS's schema does not describe.
        creation_time: String = "CreationTime";
        /// `LastExecutionStatus`, which AWS's schema does not describe.
        last_execution_status: String = "LastExecutionStatus";
        /// `LastTriggeredTime`, which AWS's schema does not describe.
        last_triggered_time: String = "LastTriggeredTime";
        /// `LastUpdatedTime`, which AWS's schema does not describe.
        last_updated_time: String = "LastUpdatedTime";
        /// `ScheduledQueryArn`, which AWS's schema does not describe.
        scheduled_query_arn: String = "ScheduledQueryArn";
    }
    replaces ["Name"]
    may_replace []
}

object! {
    /// `DestinationConfiguration`, which AWS's schema does not describe.
    DestinationConfiguration;
    required {
    }
    optional {
        /// `S3Configuration`, which AWS's schema does not describe.
        s3_configuration: S3Configuration = "S3Configuration", Kind::Object(S3Configuration::object_schema);
    }
}

object! {
    /// `S3Configuration`, which AWS's schema does not describe.
    S3Configuration;
    required {
        /// `DestinationIdentifier`, which AWS's schema does not describe.
        ///
        /// 0 to 1024 characters.
        destination_identifier: String = "DestinationIdentifier", Kind::Text(0, 1024, Some(r"^s3://[a-z0-9][\.\-a-z0-9]{1,61}[a-z0-9](/.*)?"));
        /// `RoleArn`, which AWS's schema does not describe.
        ///
        /// At least 1 characters.
        role_arn: String = "RoleArn", Kind::Text(1, usize::MAX, None);
    }
    optional {
    }
}

object! {
    /// `TagsItem`, which AWS's schema does not describe.
    TagsItem;
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
    /// The values of `QueryLanguage`.
    QueryLanguage {
        Cwli = "CWLI",
        Ppl = "PPL",
        Sql = "SQL",
    }
}

values! {
    /// The values of `ScheduledQueryState`.
    ScheduledQueryState {
        Disabled = "DISABLED",
        Enabled = "ENABLED",
    }
}
