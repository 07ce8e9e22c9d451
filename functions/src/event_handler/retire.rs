//! Retirement: a generation that readers no longer need is fed no more, and its items are deleted.

use std::time::Duration;

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use super::{Generation, Generations, GenerationsError, Replayable};
use crate::ports::{EventHistory, ParkingLot, Place, RegisterStore, Unavailable};
use crate::wakes::Moment;

/// What is left of the time when a deletion stops and says how to go on.
const RESERVE: Duration = Duration::from_secs(20);

/// How far the clocks of two invocations may be apart.
const SKEW: SignedDuration = SignedDuration::from_secs(5);

/// Delete a generation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retire {
    /// The generation.
    pub generation: Generation,
    /// What the answer before said, to go on there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// What came of a deletion, or of a part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RetireReport {
    /// The generation.
    pub generation: Generation,
    /// How many of its items were deleted.
    pub deleted: u64,
    /// How long to wait before asking again, in seconds: batches that began before may still feed the generation.
    pub wait_seconds: u64,
    /// If time ran out: what to send as `after`.
    pub after: Option<String>,
    /// Whether nothing is left of it. If not, ask again.
    pub complete: bool,
}

impl<H: Replayable, T: EventHistory, L: ParkingLot, R: RegisterStore> Generations<H, T, L, R> {
    /// Takes the generation out of use at once. Its items are deleted once every invocation has ended that may still feed it:
    /// none that runs now does so longer than this one may.
    pub(super) async fn retire(&self, request: &Retire, at: &Moment) -> Result<RetireReport, GenerationsError> {
        let allowance = at.allowance(RESERVE);
        let Retire { generation, after } = request;
        let register = self.change(|register| Ok(register.retire(generation, at.deadline + SKEW)?)).await?;
        let settles_at = register.settles_at(generation).unwrap_or(at.now);
        let mut report = RetireReport {
            generation: generation.clone(),
            deleted: 0,
            wait_seconds: wait_seconds(settles_at.duration_since(at.now)),
            after: after.clone(),
            complete: false,
        };
        if report.wait_seconds > 0 {
            return Ok(report);
        }
        if after.is_none() {
            report.deleted += self.release(generation).await.map_err(GenerationsError::Retire)?;
        }
        loop {
            let page = self.subscriptions.handler.delete(generation, report.after.as_deref()).await;
            let page = page.map_err(GenerationsError::Retire)?;
            report.deleted += page.content;
            report.complete = page.next.is_none();
            report.after = page.next;
            if report.complete || allowance.is_used_up() {
                break;
            }
        }
        tracing::info!(%generation, deleted = report.deleted, complete = report.complete, "generation retired");
        Ok(report)
    }

    /// Lets go whatever is parked in a generation, and says how much it was.
    async fn release(&self, generation: &Generation) -> Result<u64, Unavailable> {
        let parked = &self.subscriptions.parked;
        let mut released = 0;
        for (of, aggregate_id) in parked.lots().await? {
            if of != *generation {
                continue;
            }
            for waiting in parked.parked(generation, &aggregate_id).await? {
                parked.release(&Place::from(&waiting)).await?;
                released += 1;
            }
        }
        Ok(released)
    }
}

/// Whole seconds, rounded up.
fn wait_seconds(wait: SignedDuration) -> u64 {
    u64::try_from(wait.as_millis()).unwrap_or_default().div_ceil(1_000)
}
