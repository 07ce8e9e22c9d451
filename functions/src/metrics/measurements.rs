//! What one invocation measures.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::pin;

use jiff::{SignedDuration, Timestamp};
use tokio::time::Instant;

use super::{Count, Lag, Level};

tokio::task_local! {
    static INVOCATION: Invocation;
}

#[derive(Debug)]
struct Invocation {
    began: Timestamp,
    since: Instant,
    taken: RefCell<Measurements>,
}

/// Everything that was measured while a future ran.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measurements {
    counts: [u64; Count::ALL.len()],
    labelled: BTreeMap<(Count, &'static str), u64>,
    lags: [Vec<u64>; Lag::ALL.len()],
    levels: [Option<u64>; Level::ALL.len()],
}

impl Default for Measurements {
    fn default() -> Self {
        Self {
            counts: [0; Count::ALL.len()],
            labelled: BTreeMap::new(),
            lags: Default::default(),
            levels: [None; Level::ALL.len()],
        }
    }
}

/// Runs a future that began at a time, and gives what was measured on the way beside what came of it. What the future
/// spawns measures nothing.
pub async fn measured<F: Future>(began: Timestamp, future: F) -> (F::Output, Measurements) {
    let invocation = Invocation { began, since: Instant::now(), taken: RefCell::default() };
    let mut running = pin!(INVOCATION.scope(invocation, future));
    let output = running.as_mut().await;
    // What was put into the scope is there until it is taken out.
    let taken = running.take_value().map(|invocation| invocation.taken.into_inner());
    (output, taken.unwrap_or_default())
}

fn record(take: impl FnOnce(&mut Measurements, &Invocation)) {
    // Without an invocation nobody asks.
    let _ = INVOCATION.try_with(|invocation| take(&mut invocation.taken.borrow_mut(), invocation));
}

impl Count {
    /// Counts `number` more.
    pub fn add(self, number: u64) {
        record(|taken, _| {
            let count = &mut taken.counts[self as usize];
            *count = count.saturating_add(number);
        });
    }

    /// Counts one more, and also how often there is this code. Codes are those of the program: nothing that a client chose.
    pub fn add_one_by(self, code: &'static str) {
        record(|taken, _| {
            taken.counts[self as usize] += 1;
            *taken.labelled.entry((self, code)).or_default() += 1;
        });
    }
}

impl Lag {
    /// It is over now and began at this time. Clocks of two machines may differ: what seems to begin later has taken none.
    pub fn since(self, begin: Timestamp) {
        record(|taken, invocation| {
            let elapsed = SignedDuration::try_from(invocation.since.elapsed()).unwrap_or(SignedDuration::MAX);
            let lag = invocation.began.duration_since(begin).saturating_add(elapsed);
            taken.lags[self as usize].push(u64::try_from(lag.as_millis()).unwrap_or_default());
        });
    }
}

impl Level {
    /// So many there are now.
    pub fn is(self, number: u64) {
        record(|taken, _| taken.levels[self as usize] = Some(number));
    }
}

impl Measurements {
    /// How often something happened.
    #[must_use]
    pub fn count(&self, count: Count) -> u64 {
        self.counts[count as usize]
    }

    /// The counts by code, where there are codes.
    pub fn by_code(&self) -> impl Iterator<Item = (Count, &'static str, u64)> {
        self.labelled.iter().map(|(&(count, code), &number)| (count, code, number))
    }

    /// The times that something took, in milliseconds, as they came.
    #[must_use]
    pub fn lags(&self, lag: Lag) -> &[u64] {
        &self.lags[lag as usize]
    }

    /// How many there are, if somebody looked.
    #[must_use]
    pub fn level(&self, level: Level) -> Option<u64> {
        self.levels[level as usize]
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn what_a_future_measures_comes_with_its_output() {
        let began: Timestamp = "2026-01-02T12:00:10Z".parse().unwrap();
        let (output, taken) = measured(began, async {
            Count::EventsApplied.add(2);
            Count::CommandsRefused.add_one_by("CartClosed");
            Level::ParkedAggregates.is(3);
            tokio::time::sleep(Duration::from_secs(1)).await;
            Lag::CommandToHandler.since("2026-01-02T12:00:09.5Z".parse().unwrap());
            Lag::CommandToHandler.since("2026-01-02T13:00:00Z".parse().unwrap());
            7
        })
        .await;
        assert_eq!(output, 7);
        assert_eq!((taken.count(Count::EventsApplied), taken.count(Count::CommandsRefused)), (2, 1));
        assert_eq!(taken.by_code().collect::<Vec<_>>(), [(Count::CommandsRefused, "CartClosed", 1)]);
        assert_eq!(taken.lags(Lag::CommandToHandler), [1500, 0]);
        assert_eq!((taken.level(Level::ParkedAggregates), taken.level(Level::ParkedDeliveries)), (Some(3), None));
    }

    #[tokio::test]
    async fn two_invocations_at_once_measure_apart() {
        let one = measured(Timestamp::UNIX_EPOCH, async {
            tokio::task::yield_now().await;
            Count::EventsApplied.add(1);
        });
        let other = measured(Timestamp::UNIX_EPOCH, async { Count::EventsApplied.add(5) });
        let ((_, one), (_, other)) = futures_util::future::join(one, other).await;
        assert_eq!((one.count(Count::EventsApplied), other.count(Count::EventsApplied)), (1, 5));
    }

    #[test]
    fn without_an_invocation_nothing_happens() {
        Count::EventsApplied.add(1);
        Lag::CommandToHandler.since(Timestamp::UNIX_EPOCH);
    }
}
