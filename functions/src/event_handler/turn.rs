//! An event's turn: it takes effect behind the ones before it, which come from the event table when they have to, or it is
//! parked.

use domain::kernel::Version;
use jiff::Timestamp;

use super::{EventHandler, Generation, NotTaken, Subscriptions, Taken};
use crate::envelope::Envelope;
use crate::excerpt::excerpt;
use crate::metrics::Count;
use crate::ports::{EventHistory, Parked, ParkingLot, Place, Unavailable};

/// What became of a delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Done {
    /// The handler has taken it.
    Taken(Taken),
    /// The handler has taken it behind events that were missing and came from the table.
    Healed,
    /// It is parked, because it or one before it cannot be read.
    Parked,
    /// It was no event, and whatever the table has of the aggregates that it is about is taken.
    Refreshed,
    /// It was not taken: the event table has the aggregate up to this version only, so it is nothing that happened.
    Unknown(Version),
}

impl Done {
    pub(super) fn count(self) {
        match self {
            Self::Taken(Taken::Applied) => Count::EventsApplied.add(1),
            Self::Taken(Taken::Duplicate) => Count::DuplicateEvents.add(1),
            Self::Taken(Taken::Ignored) => Count::EventsIgnored.add(1),
            Self::Healed => Count::GapsHealed.add(1),
            // Counted one by one where they are parked.
            Self::Parked | Self::Unknown(_) => {}
            // Counted as what it is where it is found out.
            Self::Refreshed => {}
        }
    }

    /// Whether the event has just taken effect.
    pub(super) fn has_effect(self) -> bool {
        matches!(self, Self::Taken(Taken::Applied) | Self::Healed)
    }
}

impl<H: EventHandler, T: EventHistory, L: ParkingLot> Subscriptions<H, T, L> {
    /// Lets an event take effect in its turn.
    pub(super) async fn take(
        &self,
        generation: &Generation,
        event: &Envelope,
        now: Timestamp,
    ) -> Result<Done, Unavailable> {
        match self.handler.take(generation, event).await {
            Ok(taken) => Ok(Done::Taken(taken)),
            Err(NotTaken::Gap { seen, .. }) => self.take_behind(generation, event, seen, now).await,
            Err(NotTaken::Unreadable(reason)) => {
                self.park(generation, std::slice::from_ref(event), &reason, now).await?;
                Ok(Done::Parked)
            }
            Err(NotTaken::Unavailable(reason)) => Err(reason),
        }
    }

    /// Takes what is missing after `seen`, and the event; or parks the event behind what is parked already.
    async fn take_behind(
        &self,
        generation: &Generation,
        event: &Envelope,
        seen: Version,
        now: Timestamp,
    ) -> Result<Done, Unavailable> {
        let Envelope { subject, aggregate_version, .. } = event;
        let done = self.fill(generation, subject, seen, *aggregate_version, now).await?;
        if let Done::Unknown(known) = done {
            let reason = format!("the event table has {subject} up to version {known} only");
            self.park(generation, std::slice::from_ref(event), &reason, now).await?;
            return Ok(Done::Parked);
        }
        if done != Done::Parked {
            return Ok(done);
        }
        // A redrive may have taken the last of the parked events before this one was among them.
        match self.handler.take(generation, event).await {
            Ok(taken) => {
                self.parked.release(&Place::of_event(generation, subject, *aggregate_version)).await?;
                Ok(Done::Taken(taken))
            }
            Err(NotTaken::Unavailable(reason)) => Err(reason),
            Err(NotTaken::Gap { .. } | NotTaken::Unreadable(_)) => Ok(Done::Parked),
        }
    }

    /// Takes what is missing of an aggregate after version `seen`, at least up to version `until`; or parks it behind what is
    /// parked already.
    pub(super) async fn fill(
        &self,
        generation: &Generation,
        aggregate_id: &str,
        seen: Version,
        until: Version,
        now: Timestamp,
    ) -> Result<Done, Unavailable> {
        let Some(newest) = self.parked.newest(generation, aggregate_id).await? else {
            return self.catch_up(generation, aggregate_id, seen.next(), until, now).await;
        };
        if until > newest {
            // Whatever lies between was left out by the stream.
            let events = self.history.events(aggregate_id, newest.next()).await?;
            self.park(generation, &events, "an earlier event of the aggregate is parked", now).await?;
        }
        Ok(Done::Parked)
    }

    /// Takes every event of the aggregate from version `from` on as the table has it, if it knows version `until`. From one
    /// that cannot be taken on all are parked.
    pub(super) async fn catch_up(
        &self,
        generation: &Generation,
        aggregate_id: &str,
        from: Version,
        until: Version,
        now: Timestamp,
    ) -> Result<Done, Unavailable> {
        let events = self.history.events(aggregate_id, from).await?;
        let known = events.last().map_or(from.previous(), |event| event.aggregate_version);
        if known < until {
            return Ok(Done::Unknown(known));
        }
        for (position, event) in events.iter().enumerate() {
            match self.handler.take(generation, event).await {
                Ok(_) => {}
                Err(NotTaken::Unavailable(reason)) => return Err(reason),
                Err(NotTaken::Unreadable(reason)) => {
                    self.park(generation, &events[position..], &reason, now).await?;
                    return Ok(Done::Parked);
                }
                // What the table does not have will not come by waiting.
                Err(gap @ NotTaken::Gap { .. }) => {
                    self.park(generation, &events[position..], &gap.to_string(), now).await?;
                    return Ok(Done::Parked);
                }
            }
        }
        Ok(Done::Healed)
    }

    async fn park(
        &self,
        generation: &Generation,
        events: &[Envelope],
        reason: &str,
        now: Timestamp,
    ) -> Result<(), Unavailable> {
        let reason = &*excerpt(reason);
        for event in events {
            let Envelope { id, correlation_id, causation_id, .. } = event;
            tracing::error!(aggregate_id = event.subject, %correlation_id, %causation_id, %id, %generation, reason, "event parked");
            self.parked.park(&Parked::event(generation, event, reason, now)?).await?;
            Count::EventsParked.add(1);
        }
        Ok(())
    }
}
