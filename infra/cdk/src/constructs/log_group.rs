//! A log group, and metrics counted from what is written to it.

use super::function::LogRetention;
use super::metric::Metric;
use crate::aws::logs;
use crate::aws::logs::MetricFilter;
use crate::aws::logs::metric_filter::MetricTransformation;
use crate::{Arn, ConstructPath, Definition, Name, RemovalPolicy, Resource, Stack, Value};

/// A log group of CloudWatch Logs that forgets events after a time.
///
/// ```
/// use cdk::constructs::{LogGroup, LogRetention};
/// use cdk::{RemovalPolicy, Stack, StackProps};
///
/// let mut stack = Stack::new(StackProps::new("shop"));
/// let logs = LogGroup::new(&mut stack, "Logs", LogRetention::OneMonth, RemovalPolicy::Delete);
/// let refused = logs.count(&mut stack, "Refused", r#"{ $.status = 403 }"#, "Shop");
/// stack.synthesize().unwrap();
/// ```
#[derive(Debug, Clone)]
pub struct LogGroup {
    path: ConstructPath,
    resource: Resource<logs::LogGroup>,
}

impl LogGroup {
    /// Adds a log group.
    #[track_caller]
    pub fn new(
        stack: &mut Stack,
        id: impl Into<ConstructPath>,
        retention: LogRetention,
        removal: RemovalPolicy,
    ) -> Self {
        let path = id.into();
        let group = logs::LogGroup::new().retention_in_days(retention as u32);
        let resource = stack.add(&path, Definition::stateful(group, removal));
        Self { path, resource }
    }

    /// Counts the events that a filter pattern matches, as the metric `id` of a namespace.
    ///
    /// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html>
    #[track_caller]
    pub fn count(&self, stack: &mut Stack, id: &str, pattern: impl Into<String>, namespace: &str) -> Metric {
        let count = MetricTransformation::new(id, namespace, "1").default_value(0.0);
        let filter = MetricFilter::new(pattern.into(), self.resource.reference(), [count]);
        stack.add(&self.path.child(id), Definition::new(filter));
        Metric::new(namespace, id)
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> Value<Name<logs::LogGroup>> {
        self.resource.reference()
    }

    /// Its ARN with `:*` behind it, which stands for its streams.
    #[must_use]
    pub fn arn(&self) -> Value<Arn<logs::LogGroup>> {
        self.resource.arn()
    }

    /// The typed resource, for what this construct has no word for.
    #[must_use]
    pub fn resource(&self) -> &Resource<logs::LogGroup> {
        &self.resource
    }
}
