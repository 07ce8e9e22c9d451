// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Logs::SubscriptionFilter` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::Logs::SubscriptionFilter` resource specifies a subscription filter and associates it with the specified log group.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-subscriptionfilter.html>
    SubscriptionFilter = "AWS::Logs::SubscriptionFilter";
    required {
        /// The Amazon Resource Name (ARN) of the destination.
        ///
        /// At least 1 characters.
        destination_arn: String = "DestinationArn", Kind::Text(1, usize::MAX, None);
        /// The filtering expressions that restrict what gets delivered to the destination AWS resource.
        ///
        /// 0 to 1024 characters.
        filter_pattern: String = "FilterPattern", Kind::Text(0, 1024, None);
        /// The log group to associate with the subscription filter.
        ///
        /// 1 to 512 characters. Changing it replaces the resource.
        log_group_name: String = "LogGroupName", Kind::Text(1, 512, Some(r"^[\.\-_/#A-Za-z0-9]+$"));
    }
    optional {
        /// This parameter is valid only for log groups that have an active log transformer.
        apply_on_transformed_logs: bool = "ApplyOnTransformedLogs", Kind::Bool;
        /// The method used to distribute log data to the destination, which can be either random or grouped by log stream.
        distribution: Distribution = "Distribution", Kind::Values(Distribution::ALL);
        /// The list of system fields that are included in the log events sent to the subscription destination.
        emit_system_fields: Vec<String> = "EmitSystemFields", list(&TEXT);
        /// The filter expression that specifies which log events are processed by this subscription filter based on system fields.
        ///
        /// 0 to 2000 characters.
        field_selection_criteria: String = "FieldSelectionCriteria", Kind::Text(0, 2000, None);
        /// The name of the subscription filter.
        ///
        /// 1 to 512 characters. Changing it replaces the resource.
        filter_name: String = "FilterName", Kind::Text(1, 512, Some("^[^:*]*$"));
        /// The ARN of an IAM role that grants CloudWatch Logs permissions to deliver ingested log events to the destination stream.
        ///
        /// At least 1 characters.
        role_arn: String = "RoleArn", Kind::Text(1, usize::MAX, None);
    }
    attributes {
    }
    replaces ["FilterName", "LogGroupName"]
    may_replace []
}

values! {
    /// The values of `Distribution`.
    Distribution {
        ByLogStream = "ByLogStream",
        Random = "Random",
    }
}
