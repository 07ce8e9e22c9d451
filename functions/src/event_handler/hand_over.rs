//! Hand-over: readers go from one generation to another once it lacks nothing that they have.

use std::time::Duration;

use domain::kernel::Version;
use futures_util::{StreamExt, TryStreamExt};
use serde::{Deserialize, Serialize};

use super::turn::Done;
use super::{Generation, Generations, GenerationsError, Replayable, StillParked};
use crate::ports::{EventHistory, ParkingLot, RegisterStore, Unavailable};
use crate::wakes::Moment;

/// What is left of the time when a hand-over stops and says how to go on.
const RESERVE: Duration = Duration::from_secs(20);

/// How many aggregates are compared at a time.
const CONCURRENT: usize = 16;

/// How many parked aggregates are compared before the time is looked at.
const PARKED_PAGE: usize = 500;

/// How many aggregates that are in the way are named.
const NAMED: usize = 100;

/// Hand readers over to another generation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandOver {
    /// The replay run that built the generation, or the name of the one that readers had before.
    pub run: Generation,
    /// Only compare.
    #[serde(default)]
    pub dry_run: bool,
    /// What the answer before said, to go on there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub progress: Option<HandOverProgress>,
}

/// How far a hand-over came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandOverProgress {
    /// The generation that served readers then.
    pub from: Generation,
    /// What is being compared.
    pub step: HandOverStep,
    /// Where it goes on; at the beginning without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// What a hand-over compares, in this order: an event that is redriven meanwhile is found in the gate if it is no longer parked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HandOverStep {
    /// The aggregates that are parked in the generation which serves readers.
    Parked,
    /// All aggregates that it has seen.
    Gates,
}

/// What came of a hand-over, or of a part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandOverReport {
    /// The generation that served readers.
    pub from: Generation,
    /// The generation that they are handed over to.
    pub to: Generation,
    /// How many aggregates were compared.
    pub compared: u64,
    /// How many of them lacked events, which came from the event table unless it was a dry run.
    pub behind: u64,
    /// Aggregates that are parked in `to`, while `from` is further or waits for nothing; the first 100. They are in the way.
    pub in_the_way: Vec<StillParked>,
    /// Whether readers are served from `to` now.
    pub handed_over: bool,
    /// If time ran out: what to send as `progress`.
    pub progress: Option<HandOverProgress>,
}

impl<H: Replayable, T: EventHistory, L: ParkingLot, R: RegisterStore> Generations<H, T, L, R> {
    pub(super) async fn hand_over(&self, request: &HandOver, at: &Moment) -> Result<HandOverReport, GenerationsError> {
        let allowance = at.allowance(RESERVE);
        let register = self.read().await?;
        let (from, to) = (register.serving(), &request.run);
        let mut report = HandOverReport {
            from: from.clone(),
            to: to.clone(),
            compared: 0,
            behind: 0,
            in_the_way: Vec::new(),
            handed_over: register.hand_over(to)?.is_none(),
            progress: None,
        };
        if report.handed_over {
            return Ok(report);
        }
        let beginning = HandOverProgress { from: from.clone(), step: HandOverStep::Parked, after: None };
        let mut progress = request.progress.clone().unwrap_or(beginning);
        if progress.from != *from {
            return Err(GenerationsError::Overtaken { serving: from.clone() });
        }
        while let Some(next) =
            self.compare(request, &progress, &mut report, at).await.map_err(GenerationsError::HandOver)?
        {
            progress = next;
            if allowance.is_used_up() {
                report.progress = Some(progress);
                return Ok(report);
            }
        }
        report.in_the_way = self.in_the_way(from, to).await.map_err(GenerationsError::HandOver)?;
        if report.in_the_way.is_empty() && !request.dry_run {
            self.change(|register| {
                let serving = register.serving();
                if serving != from && serving != to {
                    return Err(GenerationsError::Overtaken { serving: serving.clone() });
                }
                Ok(register.hand_over(to)?)
            })
            .await?;
            tracing::info!(%from, %to, "readers handed over");
            report.handed_over = true;
        }
        Ok(report)
    }

    /// Compares a page of aggregates, and says where the next one begins.
    async fn compare(
        &self,
        request: &HandOver,
        progress: &HandOverProgress,
        report: &mut HandOverReport,
        at: &Moment,
    ) -> Result<Option<HandOverProgress>, Unavailable> {
        let HandOverProgress { from, step, after } = progress;
        let goes_on = |step, after| Some(HandOverProgress { from: from.clone(), step, after });
        let (aggregates, next) = match step {
            HandOverStep::Parked => {
                let parked = self.parked(from, after.as_deref()).await?;
                let last = parked.last().filter(|_| parked.len() == PARKED_PAGE).map(|(last, _)| last.clone());
                let next = if last.is_some() { HandOverStep::Parked } else { HandOverStep::Gates };
                (parked, goes_on(next, last))
            }
            HandOverStep::Gates => {
                let page = self.subscriptions.handler.gates(from, after.as_deref()).await?;
                (page.content, page.next.and_then(|after| goes_on(HandOverStep::Gates, Some(after))))
            }
        };
        report.compared += aggregates.len() as u64;
        let aggregates = futures_util::stream::iter(aggregates);
        let level = |(aggregate_id, version): (String, Version)| async move {
            self.level(request, &aggregate_id, version, at).await
        };
        let behind: Vec<bool> = aggregates.map(level).buffer_unordered(CONCURRENT).try_collect().await?;
        report.behind += behind.into_iter().filter(|&behind| behind).count() as u64;
        Ok(next)
    }

    /// Some of the aggregates that are parked in a generation, each with the newest of its parked versions.
    async fn parked(
        &self,
        generation: &Generation,
        after: Option<&str>,
    ) -> Result<Vec<(String, Version)>, Unavailable> {
        let lots = self.subscriptions.parked.lots().await?.into_iter();
        let lots = lots.filter(|(of, id)| of == generation && after.is_none_or(|after| id.as_str() > after));
        let mut parked = Vec::new();
        for (_, aggregate_id) in lots.take(PARKED_PAGE) {
            let newest = self.subscriptions.parked.newest(generation, &aggregate_id).await?;
            parked.push((aggregate_id, newest.unwrap_or_default()));
        }
        Ok(parked)
    }

    /// Lets the generation that readers go to have an aggregate up to `version`. Says whether it lacked something.
    async fn level(
        &self,
        request: &HandOver,
        aggregate_id: &str,
        version: Version,
        at: &Moment,
    ) -> Result<bool, Unavailable> {
        let seen = self.subscriptions.handler.gate(&request.run, aggregate_id).await?;
        if seen >= version || self.subscriptions.parked.newest(&request.run, aggregate_id).await? >= Some(version) {
            return Ok(false);
        }
        if !request.dry_run {
            let done = self.subscriptions.fill(&request.run, aggregate_id, seen, version, at.now).await?;
            if let Done::Unknown(known) = done {
                let reason = format!("the event table has {aggregate_id} up to version {known} only, not {version}");
                return Err(Unavailable(reason));
            }
        }
        Ok(true)
    }

    /// The aggregates that would stand still for readers at `to`, and do not at `from`, or not as early. Whatever is parked
    /// in both can be handed over: readers are no worse off, and a redrive takes it in both.
    async fn in_the_way(&self, from: &Generation, to: &Generation) -> Result<Vec<StillParked>, Unavailable> {
        let parked = &self.subscriptions.parked;
        let mut in_the_way = Vec::new();
        for (_, aggregate_id) in parked.lots().await?.into_iter().filter(|(generation, _)| generation == to) {
            let there = parked.parked(to, &aggregate_id).await?;
            let here = parked.parked(from, &aggregate_id).await?;
            let Some(first) = there.first() else { continue };
            let is_same = |here: &crate::ports::Parked| {
                here.is_unreadable() == first.is_unreadable() && here.version <= first.version
            };
            if !here.first().is_some_and(is_same) {
                let (generation, events, reason) = (to.clone(), there.len() as u64, first.reason.clone());
                in_the_way.push(StillParked { aggregate_id, generation, events, reason });
                if in_the_way.len() == NAMED {
                    break;
                }
            }
        }
        Ok(in_the_way)
    }
}
