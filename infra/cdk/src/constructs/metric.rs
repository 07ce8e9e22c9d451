//! Metrics of constructs, as alarms and dashboards take them.

use std::borrow::Cow;

use super::event_table::EventTable;
use super::fifo_queue::{DeadLetterQueue, FifoQueue};
use super::function::Function;
use super::queue::{Queue, StandardDeadLetterQueue};
use super::table::Table;
use crate::aws::cloudwatch::alarm::Statistic;
use crate::aws::{dynamodb, sqs};
use crate::typed::Choice;
use crate::{Resource, Value};

/// Measurements of CloudWatch, and how those of a period become one number.
///
/// ```
/// use cdk::aws::sqs::Queue;
/// use cdk::constructs::Metric;
/// use cdk::{Definition, Stack, StackProps};
///
/// let mut stack = Stack::new(StackProps::new("shop"));
/// let jobs = stack.add(&"Jobs".into(), Definition::new(Queue::new()));
/// let waiting = Metric::queue_depth(&jobs).every_minutes(5);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Metric {
    pub(super) namespace: String,
    pub(super) name: String,
    pub(super) dimensions: Vec<(&'static str, Value<String>)>,
    pub(super) summary: Summary,
    pub(super) period: u32,
}

/// How the measurements of a period become one number.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Summary {
    Statistic(Statistic),
    /// So many of a hundred measurements are at most that.
    Percentile(u8),
}

impl Metric {
    /// A metric without dimensions, summed up each minute.
    pub fn new(namespace: impl Into<String>, name: impl Into<String>) -> Self {
        let (namespace, name) = (namespace.into(), name.into());
        Self { namespace, name, dimensions: Vec::new(), summary: Summary::Statistic(Statistic::Sum), period: 60 }
    }

    /// The same for this value of a dimension.
    #[must_use]
    pub fn of(mut self, dimension: &'static str, value: impl Into<Value<String>>) -> Self {
        self.dimensions.push((dimension, value.into()));
        self
    }

    /// The same with another statistic.
    #[must_use]
    pub fn statistic(mut self, statistic: Statistic) -> Self {
        self.summary = Summary::Statistic(statistic);
        self
    }

    /// The same as a percentile, from 1 to 99: so many of a hundred measurements are at most that.
    #[must_use]
    pub fn percentile(mut self, percentile: u8) -> Self {
        self.summary = Summary::Percentile(percentile.clamp(1, 99));
        self
    }

    /// The same with one number for so many minutes, at least one.
    #[must_use]
    pub fn every_minutes(mut self, minutes: u32) -> Self {
        self.period = minutes.max(1).saturating_mul(60);
        self
    }

    /// How many messages of any queue wait to be received, at most.
    #[must_use]
    pub fn queue_depth(queue: &Resource<sqs::Queue>) -> Self {
        Self::queue("ApproximateNumberOfMessagesVisible", queue)
    }

    /// How many seconds the oldest message of any queue has waited.
    #[must_use]
    pub fn queue_age(queue: &Resource<sqs::Queue>) -> Self {
        Self::queue("ApproximateAgeOfOldestMessage", queue)
    }

    fn queue(name: &str, queue: &Resource<sqs::Queue>) -> Self {
        Self::new("AWS/SQS", name).of("QueueName", queue.attribute::<String>("QueueName")).statistic(Statistic::Maximum)
    }

    fn table(name: &str, table: &Resource<dynamodb::Table>) -> Self {
        Self::new("AWS/DynamoDB", name).of("TableName", table.reference())
    }

    pub(super) fn summary_name(&self) -> Cow<'static, str> {
        match self.summary {
            Summary::Statistic(statistic) => statistic.as_str().into(),
            Summary::Percentile(percentile) => format!("p{percentile}").into(),
        }
    }
}

impl Function {
    /// How many invocations failed.
    #[must_use]
    pub fn errors(&self) -> Metric {
        self.metric("Errors")
    }

    /// How many invocations were refused because too many ran at once.
    #[must_use]
    pub fn throttles(&self) -> Metric {
        self.metric("Throttles")
    }

    /// How old the last record of a batch was when it was handled, in milliseconds, at most.
    #[must_use]
    pub fn iterator_age(&self) -> Metric {
        self.metric("IteratorAge").statistic(Statistic::Maximum)
    }

    /// How long invocations took, in milliseconds, at most.
    #[must_use]
    pub fn duration(&self) -> Metric {
        self.metric("Duration").statistic(Statistic::Maximum)
    }

    fn metric(&self, name: &str) -> Metric {
        Metric::new("AWS/Lambda", name).of("FunctionName", self.name())
    }
}

/// Adds the metrics of a construct around a queue.
macro_rules! queue_metrics {
    ($construct:ident) => {
        impl<T: 'static> $construct<T> {
            /// How many messages wait to be received, at most.
            #[must_use]
            pub fn depth(&self) -> Metric {
                Metric::queue_depth(self.resource())
            }

            /// How many seconds the oldest message has waited.
            #[must_use]
            pub fn age(&self) -> Metric {
                Metric::queue_age(self.resource())
            }
        }
    };
}

queue_metrics!(FifoQueue);
queue_metrics!(DeadLetterQueue);
queue_metrics!(Queue);
queue_metrics!(StandardDeadLetterQueue);

/// Adds the metrics of a construct around a table.
macro_rules! table_metrics {
    ($construct:ident) => {
        impl<T: 'static> $construct<T> {
            /// How many reads were refused because there were too many.
            #[must_use]
            pub fn read_throttles(&self) -> Metric {
                Metric::table("ReadThrottleEvents", self.resource())
            }

            /// How many writes were refused because there were too many.
            #[must_use]
            pub fn write_throttles(&self) -> Metric {
                Metric::table("WriteThrottleEvents", self.resource())
            }
        }
    };
}

table_metrics!(Table);
table_metrics!(EventTable);
