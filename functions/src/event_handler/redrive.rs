//! Redrive: once what could not be read can be, the parked events take effect, each aggregate's in order.

use std::time::Duration;

use domain::kernel::Version;
use serde::{Deserialize, Serialize};

use super::{EventHandler, Generation, NotTaken, Subscriptions};
use crate::envelope::Envelope;
use crate::metrics::{Count, Level};
use crate::ports::{EventHistory, ParkingLot, Place, Unavailable};
use crate::wakes::Moment;

/// What is left of the time when a redrive stops and asks to be invoked again.
const RESERVE: Duration = Duration::from_secs(20);

/// Take the parked events.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Redrive {
    /// Only those of this aggregate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aggregate: Option<String>,
    /// Only say what is parked.
    #[serde(default)]
    pub dry_run: bool,
}

/// What became of the parked events.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RedriveReport {
    /// How many parked events were taken.
    pub taken: u64,
    /// What is still parked.
    pub left: Vec<StillParked>,
    /// Whether every aggregate had its turn. If not, invoke again.
    pub complete: bool,
}

/// An aggregate whose events are parked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StillParked {
    /// The aggregate, or the key of a delivery that was no event.
    pub aggregate_id: String,
    /// The generation.
    pub generation: Generation,
    /// How many deliveries wait.
    pub events: u64,
    /// Why the first of them cannot be taken.
    pub reason: String,
}

impl<H: EventHandler, T: EventHistory, L: ParkingLot> Subscriptions<H, T, L> {
    /// Takes the parked events of one aggregate or of all, each aggregate's in order, until one cannot be read; in every
    /// generation that still takes events.
    pub(super) async fn redrive(
        &self,
        request: &Redrive,
        is_fed: impl Fn(&Generation) -> bool,
        at: &Moment,
    ) -> Result<RedriveReport, Unavailable> {
        let allowance = at.allowance(RESERVE);
        let mut report = RedriveReport::default();
        let lots = self.parked.lots().await?;
        let is_wanted = |aggregate_id: &String| request.aggregate.as_ref().is_none_or(|wanted| wanted == aggregate_id);
        let lots = lots.into_iter().filter(|(generation, id)| is_wanted(id) && is_fed(generation));
        for (number, (generation, aggregate_id)) in lots.enumerate() {
            if number > 0 && allowance.is_used_up() {
                return Ok(report);
            }
            if !request.dry_run {
                self.redrive_lot(&generation, &aggregate_id, &mut report).await?;
            }
            let left = self.parked.parked(&generation, &aggregate_id).await?;
            if let Some(first) = left.first() {
                let (events, reason) = (left.len() as u64, first.reason.clone());
                report.left.push(StillParked { aggregate_id, generation, events, reason });
            }
        }
        report.complete = true;
        if request.aggregate.is_none() {
            Level::ParkedAggregates.is(report.left.len() as u64);
            Level::ParkedDeliveries.is(report.left.iter().map(|parked| parked.events).sum());
        }
        Ok(report)
    }

    async fn redrive_lot(
        &self,
        generation: &Generation,
        aggregate_id: &str,
        report: &mut RedriveReport,
    ) -> Result<(), Unavailable> {
        // Again, because an event may be parked behind those that are just being taken.
        while let Some(first) = self.parked.parked(generation, aggregate_id).await?.first() {
            if first.is_unreadable() {
                if self.history.events(aggregate_id, Version::FIRST).await?.is_empty() {
                    return Ok(());
                }
                // The table says what the delivery did not.
                self.parked.release(&Place::from(first)).await?;
                continue;
            }
            let mut from = first.version;
            while let Some(earlier) = self.redrive_from(generation, aggregate_id, from, report).await? {
                if earlier >= from {
                    return Ok(());
                }
                // What lies between was never delivered.
                from = earlier;
            }
            if self.parked.parked(generation, aggregate_id).await?.first().is_some_and(|left| left == first) {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Takes the events of an aggregate from a version on until one cannot be read. Returns the version that has to come first,
    /// if there is one.
    async fn redrive_from(
        &self,
        generation: &Generation,
        aggregate_id: &str,
        from: Version,
        report: &mut RedriveReport,
    ) -> Result<Option<Version>, Unavailable> {
        for event in self.history.events(aggregate_id, from).await? {
            match self.handler.take(generation, &event).await {
                Ok(taken) => {
                    Count::EventsRedriven.add(1);
                    let Envelope { id, correlation_id, causation_id, .. } = &event;
                    tracing::info!(aggregate_id, %correlation_id, %causation_id, %id, %generation, ?taken, "redriven");
                    self.parked.release(&Place::of_event(generation, aggregate_id, event.aggregate_version)).await?;
                    report.taken += 1;
                }
                Err(NotTaken::Unreadable(_)) => return Ok(None),
                Err(NotTaken::Gap { seen, .. }) => return Ok(Some(seen.next())),
                Err(NotTaken::Unavailable(reason)) => return Err(reason),
            }
        }
        Ok(None)
    }
}
