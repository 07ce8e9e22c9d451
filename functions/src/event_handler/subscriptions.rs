//! An event handler with the safety net that keeps every aggregate in order, whatever is delivered.

use std::future::Future;

use domain::kernel::Version;
use jiff::Timestamp;

use super::turn::Done;
use super::{EventHandler, Generation};
use crate::envelope::{Envelope, is_subject};
use crate::excerpt::excerpt;
use crate::in_order::handle_in_order;
use crate::metrics::{Count, Lag};
use crate::ports::{EventHistory, Parked, ParkingLot, Unavailable};
use crate::wakes::{BatchResponse, HandlerError, StreamRecord};

/// An event handler, and what it needs to be in order whatever is delivered.
#[derive(Debug)]
pub struct Subscriptions<H, T, L> {
    /// What happens with an event.
    pub handler: H,
    /// The events as the event table has them.
    pub history: T,
    /// Where events wait that cannot be read, and those behind them.
    pub parked: L,
}

/// Why a request to an event handler has no answer.
#[derive(Debug, thiserror::Error)]
pub enum SubscriptionsError {
    /// The redrive was broken off; what was taken until then is taken.
    #[error("The parked events could not be taken: {0}")]
    Redrive(#[from] Unavailable),
}

impl HandlerError for SubscriptionsError {
    fn code(&self) -> &'static str {
        match self {
            Self::Redrive(_) => "RedriveUnavailable",
        }
    }
}

impl<H: EventHandler, T: EventHistory, L: ParkingLot> Subscriptions<H, T, L> {
    /// Takes new events into each of `generations`, in their order. Returns the positions of the records that were not taken.
    /// What counts for people is when an event takes effect in the generation that is `serving` them.
    pub(super) async fn take_new(
        &self,
        records: &[StreamRecord<Envelope>],
        generations: &[Generation],
        serving: &Generation,
        now: Timestamp,
    ) -> Vec<usize> {
        let subject = |record: &StreamRecord<Envelope>| subject(&record.payload, &record.partition_key).to_owned();
        let take = |position: usize| {
            let StreamRecord { payload, partition_key, sequence_number, .. } = &records[position];
            log_if_left(partition_key, async move {
                for generation in generations {
                    let done = self.take_or_heal(generation, payload, partition_key, sequence_number, now).await?;
                    if let Ok(event) = payload
                        && done.has_effect()
                        && generation == serving
                    {
                        Lag::CommandToHandler.since(event.time);
                    }
                }
                Ok(())
            })
        };
        handle_in_order(records, subject, take).await
    }

    /// Takes the event. A delivery that is none, or not as it was published, still says that an aggregate has changed: the one
    /// that it came under, or the one that it is about. Whatever the table has of either is taken instead, and the delivery is
    /// parked only when the table knows neither.
    pub(super) async fn take_or_heal(
        &self,
        generation: &Generation,
        payload: &Result<Envelope, String>,
        key: &str,
        delivery: &str,
        now: Timestamp,
    ) -> Result<Done, Unavailable> {
        let event = payload.as_ref().map_err(String::clone).and_then(|event| event.check(key).map(|()| event));
        let reason = match event {
            Ok(event) => {
                let done = self.take(generation, event, now).await?;
                let Envelope { id, correlation_id, causation_id, .. } = event;
                tracing::info!(aggregate_id = event.subject, %correlation_id, %causation_id, %id, %generation, ?done, "event");
                done.count();
                return Ok(done);
            }
            Err(reason) => reason,
        };
        let (aggregate_id, reason) = (subject(payload, key), &*excerpt(&reason));
        Count::UnreadableDeliveries.add(1);
        tracing::error!(aggregate_id, key, delivery, reason, "a delivery is no event");
        let mut is_known = self.refresh(generation, aggregate_id, now).await?;
        if key != aggregate_id {
            is_known |= self.refresh(generation, key, now).await?;
        }
        if is_known {
            return Ok(Done::Refreshed);
        }
        self.parked.park(&Parked::unreadable(generation, aggregate_id, delivery, reason, now)).await?;
        Count::EventsParked.add(1);
        Ok(Done::Parked)
    }

    /// Takes whatever the table has of an aggregate, unless some of it is parked. Returns whether the table knows the aggregate.
    async fn refresh(&self, generation: &Generation, aggregate_id: &str, now: Timestamp) -> Result<bool, Unavailable> {
        if !is_subject(aggregate_id) || self.history.events(aggregate_id, Version::FIRST).await?.is_empty() {
            return Ok(false);
        }
        if self.parked.newest(generation, aggregate_id).await?.is_none() {
            self.catch_up(generation, aggregate_id, Version::FIRST, Version::NONE, now).await?;
        }
        Ok(true)
    }
}

/// The response to a batch of which the records at these positions were not taken.
pub(super) fn not_taken(
    records: &[StreamRecord<Envelope>],
    positions: impl IntoIterator<Item = usize>,
) -> BatchResponse {
    let left = positions.into_iter().map(|position| records[position].sequence_number.clone());
    let left = left.inspect(|_| Count::EventsLeft.add(1));
    BatchResponse::not_handled(left)
}

/// The aggregate that a delivery is about: order is kept within it. What can be none is not taken for one.
fn subject<'a>(payload: &'a Result<Envelope, String>, key: &'a str) -> &'a str {
    payload.as_ref().map_or(key, |event| if is_subject(&event.subject) { &event.subject } else { key })
}

/// Whether the delivery is done with.
pub(super) async fn log_if_left<T>(aggregate_id: &str, taken: impl Future<Output = Result<T, Unavailable>>) -> bool {
    match taken.await {
        Ok(_) => true,
        Err(reason) => {
            tracing::error!(aggregate_id, %reason, "event not taken");
            false
        }
    }
}
