//! Requests that are tried again: under a budget, with jitter, and seen by whoever wants to.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use aws_config::retry::RetryConfig;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextRef;
use aws_smithy_runtime_api::client::orchestrator::Metadata;
use aws_smithy_runtime_api::client::retries::RequestAttempts;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;

/// How often a request is tried in all.
const ATTEMPTS: u32 = 8;

/// The longest pause between two attempts. Pauses double, and each is shortened at random.
const LONGEST_PAUSE: Duration = Duration::from_secs(20);

/// A request that is tried again, because AWS was asked too often or was not reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retry {
    /// The operation, such as `DescribeStacks`.
    pub operation: String,
    /// Which attempt this is: 2 and more.
    pub attempt: u32,
    /// How many attempts are made in all.
    pub budget: u32,
}

/// Is told of each retry.
#[derive(Clone)]
pub(crate) struct Listener(Arc<dyn Fn(&Retry) + Send + Sync>);

/// How requests are tried again.
pub(crate) fn config() -> RetryConfig {
    RetryConfig::standard().with_max_attempts(ATTEMPTS).with_max_backoff(LONGEST_PAUSE)
}

impl Listener {
    pub fn new(listener: impl Fn(&Retry) + Send + Sync + 'static) -> Self {
        Self(Arc::new(listener))
    }
}

impl Default for Listener {
    fn default() -> Self {
        Self::new(|_| {})
    }
}

impl fmt::Debug for Listener {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Listener")
    }
}

impl Intercept for Listener {
    fn name(&self) -> &'static str {
        "Retries"
    }

    fn read_before_attempt(
        &self,
        _: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        bag: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let attempt = bag.load::<RequestAttempts>().map_or(1, RequestAttempts::attempts);
        if attempt > 1 {
            let operation = bag.load::<Metadata>().map(|operation| operation.name().to_owned()).unwrap_or_default();
            let budget = bag.load::<RetryConfig>().map_or(ATTEMPTS, RetryConfig::max_attempts);
            (self.0)(&Retry { operation, attempt, budget });
        }
        Ok(())
    }
}
