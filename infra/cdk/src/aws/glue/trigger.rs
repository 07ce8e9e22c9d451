// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Glue::Trigger` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::Glue::Trigger` resource specifies triggers that run AWS Glue jobs.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-trigger.html>
    Trigger = "AWS::Glue::Trigger";
    required {
        /// The actions initiated by this trigger.
        actions: Vec<Action> = "Actions", list(&Kind::Object(Action::object_schema));
        /// The type of trigger that this is.
        ///
        /// Changing it replaces the resource.
        r#type: Type = "Type", Kind::Values(Type::ALL);
    }
    optional {
        /// A description of this trigger.
        ///
        /// 0 to 2048 characters.
        description: String = "Description", Kind::Text(0, 2048, None);
        /// Batch condition that must be met (specified number of events received or batch time window expired) before EventBridge event trigger fires.
        event_batching_condition: EventBatchingCondition = "EventBatchingCondition", Kind::Object(EventBatchingCondition::object_schema);
        /// The name of the trigger.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 255, None);
        /// The predicate of this trigger, which defines when it will fire.
        predicate: Predicate = "Predicate", Kind::Object(Predicate::object_schema);
        /// A `cron` expression used to specify the schedule.
        schedule: String = "Schedule", TEXT;
        /// Set to true to start `SCHEDULED` and `CONDITIONAL` triggers when created.
        start_on_creation: bool = "StartOnCreation", Kind::Bool;
        /// The tags to use with this trigger.
        tags: Json = "Tags", Kind::Json;
        /// The name of the workflow associated with the trigger.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        workflow_name: String = "WorkflowName", Kind::Text(1, 255, None);
    }
    attributes {
    }
    replaces ["Name", "Type", "WorkflowName"]
    may_replace []
}

object! {
    /// Defines an action to be initiated by a trigger.
    Action;
    required {
    }
    optional {
        /// The job arguments used when this trigger fires.
        arguments: Json = "Arguments", Kind::Json;
        /// The name of the crawler to be used with this action.
        ///
        /// 1 to 255 characters.
        crawler_name: String = "CrawlerName", Kind::Text(1, 255, None);
        /// The name of a job to be executed.
        ///
        /// 1 to 255 characters.
        job_name: String = "JobName", Kind::Text(1, 255, None);
        /// Specifies configuration properties of a job run notification.
        notification_property: NotificationProperty = "NotificationProperty", Kind::Object(NotificationProperty::object_schema);
        /// The name of the `SecurityConfiguration` structure to be used with this action.
        ///
        /// 1 to 255 characters.
        security_configuration: String = "SecurityConfiguration", Kind::Text(1, 255, None);
        /// The `JobRun` timeout in minutes.
        ///
        /// At least 1.
        timeout: Int<1> = "Timeout", Kind::Integer(1, i64::MAX);
    }
}

object! {
    /// Defines a condition under which a trigger fires.
    Condition;
    required {
    }
    optional {
        /// The state of the crawler to which this condition applies.
        crawl_state: CrawlState = "CrawlState", Kind::Values(CrawlState::ALL);
        /// The name of the crawler to which this condition applies.
        ///
        /// 1 to 255 characters.
        crawler_name: String = "CrawlerName", Kind::Text(1, 255, None);
        /// The name of the job whose `JobRuns` this condition applies to, and on which this trigger waits.
        ///
        /// 1 to 255 characters.
        job_name: String = "JobName", Kind::Text(1, 255, None);
        /// A logical operator.
        logical_operator: LogicalOperator = "LogicalOperator", Kind::Values(LogicalOperator::ALL);
        /// The condition state.
        state: State = "State", Kind::Values(State::ALL);
    }
}

object! {
    /// Batch condition that must be met (specified number of events received or batch time window expired) before EventBridge event trigger fires.
    EventBatchingCondition;
    required {
        /// Number of events that must be received from Amazon EventBridge before EventBridge event trigger fires.
        ///
        /// 1 to 100.
        batch_size: Int<1, 100> = "BatchSize", Kind::Integer(1, 100);
    }
    optional {
        /// Window of time in seconds after which EventBridge event trigger fires.
        ///
        /// 1 to 900.
        batch_window: Int<1, 900> = "BatchWindow", Kind::Integer(1, 900);
    }
}

object! {
    /// Specifies configuration properties of a job run notification.
    NotificationProperty;
    required {
    }
    optional {
        /// After a job run starts, the number of minutes to wait before sending a job run delay notification.
        ///
        /// At least 1.
        notify_delay_after: Int<1> = "NotifyDelayAfter", Kind::Integer(1, i64::MAX);
    }
}

object! {
    /// Defines the predicate of the trigger, which determines when it fires.
    Predicate;
    required {
    }
    optional {
        /// A list of the conditions that determine when the trigger will fire.
        ///
        /// 0 to 500 items.
        conditions: Vec<Condition> = "Conditions", Kind::List(&Kind::Object(Condition::object_schema), 0, 500, false);
        /// An optional field if only one condition is listed.
        logical: Logical = "Logical", Kind::Values(Logical::ALL);
    }
}

values! {
    /// The values of `CrawlState`.
    CrawlState {
        Cancelled = "CANCELLED",
        Cancelling = "CANCELLING",
        Error = "ERROR",
        Failed = "FAILED",
        Running = "RUNNING",
        Succeeded = "SUCCEEDED",
    }
}

values! {
    /// The values of `Logical`.
    Logical {
        And = "AND",
        Any = "ANY",
    }
}

values! {
    /// The values of `LogicalOperator`.
    LogicalOperator {
        Equals = "EQUALS",
    }
}

values! {
    /// The values of `State`.
    State {
        Failed = "FAILED",
        Stopped = "STOPPED",
        Succeeded = "SUCCEEDED",
        Timeout = "TIMEOUT",
    }
}

values! {
    /// The values of `Type`.
    Type {
        Conditional = "CONDITIONAL",
        Event = "EVENT",
        OnDemand = "ON_DEMAND",
        Scheduled = "SCHEDULED",
    }
}
