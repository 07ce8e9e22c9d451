//! What services take in a second and how long they take for it, in a world in which that is limited.

use std::time::Duration;

/// What is limited in a world, and how long things take there. A rate without a limit is [`f64::INFINITY`].
#[derive(Debug, Clone, Copy)]
pub struct Capacity {
    /// How many shards each stream has.
    pub shards: u64,
    /// How many records a shard takes in a second.
    pub shard_records: f64,
    /// How many bytes a shard takes in a second.
    pub shard_bytes: f64,
    /// How many bytes all readers of a shard get in a second together.
    pub shard_reads: f64,
    /// How many partitions each table has, and its stream of changes shards.
    pub partitions: u64,
    /// How many write units a partition of a table takes in a second, by the table's logical id. Its indexes have as many of
    /// their own, and are not simulated.
    pub partition_writes: fn(&str) -> f64,
    /// How many messages a queue takes in a second, and how many it hands over.
    pub queue_messages: f64,
    /// How many invocations run at a time, of all functions together.
    pub concurrency: usize,
    /// How often a mapping looks for records of a stream that it has read to its end.
    pub stream_poll: Duration,
    /// The same for the changes of a table.
    pub table_poll: Duration,
    /// How long a request takes, by what it does: its action as in a policy, or `dynamodb:TransactWriteItems`.
    pub request: fn(&str) -> Duration,
    /// How long an invocation takes beside its requests, by how many records it is handed.
    pub invocation: fn(usize) -> Duration,
}

/// How much of something is left of what there is in a second.
#[derive(Debug, Clone)]
pub(crate) struct Meter {
    rate: f64,
    left: f64,
    at: Duration,
}

impl Meter {
    pub(crate) fn new(rate: f64) -> Self {
        Self { rate, left: rate, at: Duration::ZERO }
    }

    /// Whether so much is left. What is larger than a second's worth has to wait for all of it.
    pub(crate) fn has(&mut self, now: Duration, amount: f64) -> bool {
        self.refill(now);
        self.left >= amount.min(self.rate)
    }

    /// Takes so much, whether it is left or not.
    pub(crate) fn take(&mut self, now: Duration, amount: f64) {
        self.refill(now);
        self.left -= amount;
    }

    /// How long it takes until nothing is owed any more.
    pub(crate) fn owes(&mut self, now: Duration) -> Duration {
        self.refill(now);
        Duration::from_secs_f64((-self.left / self.rate).max(0.0))
    }

    fn refill(&mut self, now: Duration) {
        if self.rate.is_finite() {
            let since = now.saturating_sub(self.at).as_secs_f64();
            self.left = (self.left + self.rate * since).min(self.rate);
            self.at = now;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn there_is_a_seconds_worth_and_as_much_again_a_second_later() {
        let mut meter = Meter::new(10.0);
        assert!(meter.has(Duration::ZERO, 10.0));
        meter.take(Duration::ZERO, 10.0);
        assert!(!meter.has(SECOND / 2, 6.0));
        assert!(meter.has(SECOND / 2, 5.0));
        // What nobody takes is not saved up.
        assert!(!{
            meter.take(60 * SECOND, 10.0);
            meter.has(60 * SECOND, 1.0)
        });
    }

    #[test]
    fn what_is_taken_beforehand_is_owed() {
        let mut meter = Meter::new(10.0);
        meter.take(Duration::ZERO, 25.0);
        assert_eq!(meter.owes(Duration::ZERO), SECOND * 3 / 2);
        assert_eq!(meter.owes(2 * SECOND), Duration::ZERO);
    }

    #[test]
    fn without_a_limit_there_is_always_enough() {
        let mut meter = Meter::new(f64::INFINITY);
        meter.take(Duration::ZERO, 1e9);
        assert!(meter.has(Duration::ZERO, 1e9));
        assert_eq!(meter.owes(Duration::ZERO), Duration::ZERO);
    }
}
