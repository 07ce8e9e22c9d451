//! A schedule: what is woken by the clock.

use super::function::Function;
use super::timing::Timing;
use crate::aws::scheduler::schedule::{
    DeadLetterConfig, FlexibleTimeWindow, FlexibleTimeWindowMode, RetryPolicy, Target,
};
use crate::aws::{iam, lambda, scheduler, sqs};
use crate::{
    ConstructPath, Definition, FlexibleWindow, PolicyDocument, Resource, ScheduleEventAge, ScheduleRetries, Stack,
    Statement, Value, literal, pseudo,
};

/// A schedule of EventBridge Scheduler, with a role that may wake its target and nothing else.
///
/// ```
/// use cdk::aws::sqs::Queue;
/// use cdk::constructs::{Cron, Schedule, ScheduleProps, ScheduleTarget};
/// use cdk::{Definition, Stack, StackProps, literal};
/// use serde_json::json;
///
/// let mut stack = Stack::new(StackProps::new("shop"));
/// let jobs = stack.add(&"Jobs".into(), Definition::new(Queue::new()));
/// let nightly = literal!(Cron::expression("0 3 * * ? *"));
/// let target = ScheduleTarget::queue(&jobs, &json!({ "job": "clean up" }));
/// let props = ScheduleProps { time_zone: "Europe/Berlin", ..ScheduleProps::default() };
/// Schedule::new(&mut stack, "Nightly", nightly, target, props);
/// stack.synthesize().unwrap();
/// ```
#[derive(Debug, Clone)]
pub struct Schedule {
    resource: Resource<scheduler::Schedule>,
}

/// What may differ from schedule to schedule.
#[derive(Debug, Clone)]
pub struct ScheduleProps {
    /// What it is for.
    pub description: String,
    /// The time zone of cron expressions and moments, by its IANA name; with its summer time, if it has one.
    pub time_zone: &'static str,
    /// How much later it may run than it says, to spread load; to the minute if none.
    pub flexible_window: Option<FlexibleWindow>,
    /// How often waking the target is tried again.
    pub retries: ScheduleRetries,
    /// How long it is tried.
    pub event_age: ScheduleEventAge,
    /// A standard queue for what could not be delivered; it is lost if there is none.
    pub dead_letters: Option<Resource<sqs::Queue>>,
}

impl Default for ScheduleProps {
    /// To the minute, in UTC, with as many retries as there may be within a day.
    fn default() -> Self {
        Self {
            description: String::new(),
            time_zone: "UTC",
            flexible_window: None,
            retries: literal!(ScheduleRetries::times(185)),
            event_age: literal!(ScheduleEventAge::seconds(86_400)),
            dead_letters: None,
        }
    }
}

/// What a schedule wakes, and with what.
#[derive(Debug, Clone)]
pub struct ScheduleTarget {
    arn: Value<String>,
    action: &'static str,
    input: String,
}

impl ScheduleTarget {
    /// A function, invoked with `input`.
    #[must_use]
    pub fn function(function: &Function, input: &serde_json::Value) -> Self {
        Self::invocation(function.resource(), input)
    }

    /// The same for a function that is there as a typed resource.
    #[must_use]
    pub fn invocation(function: &Resource<lambda::Function>, input: &serde_json::Value) -> Self {
        Self::new(function.arn().text(), "lambda:InvokeFunction", input)
    }

    /// A standard queue, sent `input` as a message. The scheduler gives messages no deduplication id, which FIFO queues here need.
    #[must_use]
    pub fn queue(queue: &Resource<sqs::Queue>, input: &serde_json::Value) -> Self {
        Self::new(queue.arn().text(), "sqs:SendMessage", input)
    }

    fn new(arn: Value<String>, action: &'static str, input: &serde_json::Value) -> Self {
        Self { arn, action, input: input.to_string() }
    }
}

impl Schedule {
    /// Adds a schedule and its role.
    #[track_caller]
    pub fn new(
        stack: &mut Stack,
        id: impl Into<ConstructPath>,
        timing: impl Into<Timing>,
        target: ScheduleTarget,
        props: ScheduleProps,
    ) -> Self {
        let path = id.into();
        let ScheduleProps { description, time_zone, flexible_window, retries, event_age, dead_letters } = props;
        let mut statements = vec![Statement::allow("Wake", [target.action], [target.arn.clone()])];
        let retry = RetryPolicy::new()
            .maximum_retry_attempts(f64::from(retries.get()))
            .maximum_event_age_in_seconds(f64::from(event_age.get()));
        let dead_letters = dead_letters.as_ref().map(|queue| queue.arn().text());
        if let Some(arn) = &dead_letters {
            statements.push(Statement::allow("KeepDeadLetters", ["sqs:SendMessage"], [arn.clone()]));
        }
        let role =
            stack.add(&path.child("Role"), Definition::new(role("What the schedule may wake.", None, statements)));

        let mut wakes = Target::new(target.arn, role.arn()).input(target.input).retry_policy(retry);
        if let Some(arn) = dead_letters {
            wakes = wakes.dead_letter_config(DeadLetterConfig::new().arn(arn));
        }
        let window = match flexible_window {
            None => FlexibleTimeWindow::new(FlexibleTimeWindowMode::Off),
            Some(window) => FlexibleTimeWindow::new(FlexibleTimeWindowMode::Flexible)
                .maximum_window_in_minutes(f64::from(window.get())),
        };
        let mut schedule =
            scheduler::Schedule::new(window, timing.into().expression(), wakes).schedule_expression_timezone(time_zone);
        if !description.is_empty() {
            schedule = schedule.description(description);
        }
        let resource = stack.add(&path, Definition::new(schedule));
        Self { resource }
    }

    /// The typed resource, for what this construct has no word for.
    #[must_use]
    pub fn resource(&self) -> &Resource<scheduler::Schedule> {
        &self.resource
    }
}

/// A role for the scheduler: for this account only, and for the schedules of one group only if its ARN is given.
pub(super) fn role(description: &str, group: Option<Value<String>>, statements: Vec<Statement>) -> iam::Role {
    let mut scheduler = Statement::assumed_by("scheduler.amazonaws.com")
        // Otherwise a schedule of another account could have the service use this role.
        .only_if("StringEquals", "aws:SourceAccount", pseudo::account_id());
    if let Some(group) = group {
        scheduler = scheduler.only_if("StringEquals", "aws:SourceArn", group);
    }
    iam::Role::new(PolicyDocument::new([scheduler]))
        .description(description)
        .policies([iam::role::Policy::new(PolicyDocument::new(statements), "Wake")])
}
