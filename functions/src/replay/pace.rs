//! How fast a run sends.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::time::Instant;

/// Spreads events evenly: tenths of a second at most are sent at a time.
#[derive(Debug)]
pub(super) struct Pace {
    rate: Option<u32>,
    next: Instant,
}

impl Pace {
    /// A rate in events a second, going on `after` the time that earlier events have used up.
    pub fn new(rate: Option<u32>, after: SignedDuration) -> Self {
        Self { rate, next: Instant::now() + Duration::try_from(after).unwrap_or_default() }
    }

    /// How many events to send at a time.
    pub fn at_once(&self) -> usize {
        self.rate.map_or(usize::MAX, |rate| (rate / 10).max(1) as usize)
    }

    /// Waits until `events` may be sent.
    pub async fn wait(&mut self, events: usize) {
        let Some(rate) = self.rate else { return };
        tokio::time::sleep_until(self.next).await;
        self.next = self.next.max(Instant::now()) + Duration::from_secs_f64(events as f64 / f64::from(rate));
    }

    /// When the next event may be sent.
    pub fn send_at(&self, now: Timestamp) -> Option<Timestamp> {
        self.rate?;
        let wait = self.next.saturating_duration_since(Instant::now());
        now.checked_add(wait).ok()
    }
}
