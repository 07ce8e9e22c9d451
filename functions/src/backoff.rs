//! Pauses between attempts.

use std::time::Duration;

use backon::ExponentialBuilder;

/// Pauses between `attempts`, random and growing from `first` to half a second.
pub(crate) fn pauses(first: Duration, attempts: usize) -> ExponentialBuilder {
    ExponentialBuilder::default()
        .with_min_delay(first)
        .with_max_delay(Duration::from_millis(500))
        .with_jitter()
        .with_max_times(attempts.saturating_sub(1))
}
