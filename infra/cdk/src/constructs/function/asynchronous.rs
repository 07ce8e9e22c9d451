//! What becomes of events that invoke a function asynchronously.

use crate::aws::lambda::EventInvokeConfig;
use crate::aws::lambda::event_invoke_config::{DestinationConfig, OnFailure, OnSuccess};
use crate::constructs::{AsynchronousFailureDestination, SuccessDestination};
use crate::{EventAge, InvocationRetries, Statement, Value, literal};

/// How often and how long Lambda tries to hand an asynchronous event to a function, and where it goes then.
///
/// ```
/// use cdk::constructs::{Asynchronous, Bucket, BucketProps};
/// use cdk::{RemovalPolicy, Stack, StackProps};
///
/// # let mut stack = Stack::new(StackProps::new("test"));
/// let failures = Bucket::<()>::new(&mut stack, "Failures", BucketProps::new(RemovalPolicy::Retain));
/// let asynchronous = Asynchronous { on_failure: Some((&failures).into()), ..Asynchronous::default() };
/// ```
///
/// <https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-configuring.html>
#[derive(Debug, Clone)]
pub struct Asynchronous {
    /// How long an event may wait.
    pub event_age: EventAge,
    /// How often a failing event is tried again.
    pub retries: InvocationRetries,
    /// Where events go that were handled, with the function's answer.
    pub on_success: Option<SuccessDestination>,
    /// Where events go that were given up on; nowhere, if none.
    pub on_failure: Option<AsynchronousFailureDestination>,
}

impl Default for Asynchronous {
    /// Lambda's own: 6 hours, 2 retries, no destinations.
    fn default() -> Self {
        Self {
            event_age: literal!(EventAge::seconds(21_600)),
            retries: literal!(InvocationRetries::times(2)),
            on_success: None,
            on_failure: None,
        }
    }
}

impl Asynchronous {
    /// What the function's role has to be allowed.
    pub(super) fn statements(&self) -> Vec<Statement> {
        let successes = self.on_success.iter().flat_map(|to| to.statements("Successes"));
        successes.chain(self.on_failure.iter().flat_map(|to| to.statements("Failures"))).collect()
    }

    /// The configuration of a version or alias of a function.
    pub(super) fn config(&self, function: Value<String>, qualifier: &str) -> EventInvokeConfig {
        let config = EventInvokeConfig::new(function, qualifier)
            .maximum_event_age_in_seconds(self.event_age)
            .maximum_retry_attempts(self.retries);
        let mut destinations = DestinationConfig::new();
        if let Some(to) = self.on_success.clone() {
            destinations = destinations.on_success(OnSuccess::new(to.arn()));
        }
        if let Some(to) = self.on_failure.clone() {
            destinations = destinations.on_failure(OnFailure::new(to.arn()));
        }
        if self.on_success.is_none() && self.on_failure.is_none() {
            return config;
        }
        config.destination_config(destinations)
    }
}
