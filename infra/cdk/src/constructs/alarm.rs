//! An alarm: who is told when a metric is not as it should be.

use super::metric::{Metric, Summary};
use crate::aws::cloudwatch;
use crate::aws::cloudwatch::alarm::{ComparisonOperator, Dimension, TreatMissingData};
use crate::{Arn, ConstructPath, Definition, Resource, Stack, Value};

/// A CloudWatch alarm on one metric.
///
/// ```
/// use cdk::aws::sqs::Queue;
/// use cdk::constructs::{Alarm, AlarmProps, Metric};
/// use cdk::{Definition, Stack, StackProps};
///
/// let mut stack = Stack::new(StackProps::new("shop"));
/// let lost = stack.add(&"Lost".into(), Definition::new(Queue::new()));
/// let props = AlarmProps { description: "Orders were lost.".to_owned(), ..AlarmProps::above(0.0) };
/// Alarm::new(&mut stack, "OrdersLost", &Metric::queue_depth(&lost), props);
/// stack.synthesize().unwrap();
/// ```
#[derive(Debug, Clone)]
pub struct Alarm {
    resource: Resource<cloudwatch::Alarm>,
}

/// What an alarm does when it goes off or ends: it publishes to a topic that allows it.
#[derive(Debug, Clone)]
pub struct AlarmAction(pub(super) Value<String>);

/// How a metric is compared with a threshold for the alarm to go off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// More than the threshold.
    Above,
    /// As much as the threshold, or more.
    AtLeast,
    /// Less than the threshold.
    Below,
    /// As much as the threshold, or less.
    AtMost,
}

/// What may differ from alarm to alarm.
#[derive(Debug, Clone)]
pub struct AlarmProps {
    /// What is wrong when it goes off, and what to do.
    pub description: String,
    /// How the metric is compared with the threshold.
    pub comparison: Comparison,
    /// What it is compared with, in the metric's unit.
    pub threshold: f64,
    /// Of how many periods at the end, at least 1.
    pub periods: u32,
    /// How many have to be like that, at most `periods`.
    pub datapoints: u32,
    /// What a period counts for in which nothing was measured.
    pub missing_data: TreatMissingData,
    /// What it does when it goes off.
    pub when_alarming: Vec<AlarmAction>,
    /// What it does when all is well again.
    pub when_ok: Vec<AlarmAction>,
}

impl AlarmProps {
    /// Goes off when the metric was more than `threshold` in the last period; nothing measured is well.
    #[must_use]
    pub fn above(threshold: f64) -> Self {
        Self {
            description: String::new(),
            comparison: Comparison::Above,
            threshold,
            periods: 1,
            datapoints: 1,
            missing_data: TreatMissingData::NotBreaching,
            when_alarming: Vec::new(),
            when_ok: Vec::new(),
        }
    }
}

impl Alarm {
    /// Adds an alarm.
    #[track_caller]
    pub fn new(stack: &mut Stack, id: impl Into<ConstructPath>, metric: &Metric, props: AlarmProps) -> Self {
        let path = id.into();
        let AlarmProps { description, comparison, threshold, periods, datapoints, .. } = props;
        if datapoints > periods {
            let message = format!("{datapoints} of the last {periods} periods cannot be wrong");
            let help = "let `datapoints` be at most `periods`";
            stack.error(&crate::rules::PROPERTIES, &path, message, help);
        }
        let dimensions: Vec<_> =
            metric.dimensions.iter().map(|(name, value)| Dimension::new(*name, value.clone())).collect();
        let mut alarm = cloudwatch::Alarm::new()
            .namespace(metric.namespace.as_str())
            .metric_name(metric.name.as_str())
            .period(metric.period)
            .comparison_operator(comparison.operator())
            .threshold(threshold)
            .evaluation_periods(periods)
            .datapoints_to_alarm(datapoints)
            .treat_missing_data(props.missing_data);
        alarm = match metric.summary {
            Summary::Statistic(statistic) => alarm.statistic(statistic),
            Summary::Percentile(_) => alarm.extended_statistic(metric.summary_name().into_owned()),
        };
        if !dimensions.is_empty() {
            alarm = alarm.dimensions(dimensions);
        }
        if !description.is_empty() {
            alarm = alarm.alarm_description(description);
        }
        if !props.when_alarming.is_empty() {
            alarm = alarm.alarm_actions(arns(props.when_alarming));
        }
        if !props.when_ok.is_empty() {
            alarm = alarm.ok_actions(arns(props.when_ok));
        }
        Self { resource: stack.add(&path, Definition::new(alarm)) }
    }

    /// Its ARN.
    #[must_use]
    pub fn arn(&self) -> Value<Arn<cloudwatch::Alarm>> {
        self.resource.arn()
    }

    /// The typed resource, for what this construct has no word for.
    #[must_use]
    pub fn resource(&self) -> &Resource<cloudwatch::Alarm> {
        &self.resource
    }
}

fn arns(actions: Vec<AlarmAction>) -> Vec<Value<String>> {
    actions.into_iter().map(|AlarmAction(arn)| arn).collect()
}

impl Comparison {
    fn operator(self) -> ComparisonOperator {
        match self {
            Self::Above => ComparisonOperator::GreaterThanThreshold,
            Self::AtLeast => ComparisonOperator::GreaterThanOrEqualToThreshold,
            Self::Below => ComparisonOperator::LessThanThreshold,
            Self::AtMost => ComparisonOperator::LessThanOrEqualToThreshold,
        }
    }
}
