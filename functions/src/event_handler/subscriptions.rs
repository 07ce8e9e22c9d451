//! An event handler with its subscriptions: the event stream for new events, its own FIFO queue for replays.

use std::collections::BTreeMap;
use std::future::Future;

use contract::{Invocation, QueueMessages, StreamRecords};
use domain::kernel::Version;
use jiff::Timestamp;

use super::turn::Done;
use super::{EventHandler, Generation, HandlerAnswer, HandlerRequest, Replayable};
use crate::envelope::Envelope;
use crate::in_order::handle_in_order;
use crate::metrics::{Count, Lag};
use crate::ports::{EventHistory, Parked, ParkingLot, Unavailable};
use crate::wakes::{Answer, BatchResponse, Handler, HandlerError, Moment, QueueMessage, StreamRecord, Subscribed};

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

impl<H: Replayable, T: EventHistory, L: ParkingLot>
    Handler<(StreamRecords<Envelope>, QueueMessages<Envelope>, Invocation<HandlerRequest, HandlerAnswer>)>
    for Subscriptions<H, T, L>
{
    type Error = SubscriptionsError;

    async fn handle(
        &self,
        events: Subscribed<Envelope, HandlerRequest>,
        at: &Moment,
    ) -> Result<Answer<HandlerAnswer>, SubscriptionsError> {
        match events {
            Subscribed::New(records) => Ok(Answer::Batch(self.take_new(&records, at.now).await)),
            Subscribed::Replayed(messages) => Ok(Answer::Batch(self.take_replayed(&messages, at.now).await)),
            Subscribed::Asked(HandlerRequest::Redrive(request)) => {
                Ok(Answer::Asked(HandlerAnswer::Redrive(self.redrive(&request, at).await?)))
            }
        }
    }
}

impl<H: EventHandler, T: EventHistory, L: ParkingLot> Subscriptions<H, T, L> {
    pub(super) async fn take_new(&self, records: &[StreamRecord<Envelope>], now: Timestamp) -> BatchResponse {
        let live = Generation::live();
        let subject = |record: &StreamRecord<Envelope>| subject(&record.payload, &record.partition_key).to_owned();
        let take = |position: usize| {
            let record: &StreamRecord<Envelope> = &records[position];
            let StreamRecord { payload, partition_key, sequence_number, .. } = record;
            log_if_left(partition_key, self.take_or_heal(&live, payload, partition_key, sequence_number, now))
        };
        let left = handle_in_order(records, subject, take).await;
        Count::EventsLeft.add(left.len() as u64);
        BatchResponse::not_handled(left.into_iter().map(|position| records[position].sequence_number.clone()))
    }

    async fn take_replayed(&self, messages: &[QueueMessage<Envelope>], now: Timestamp) -> BatchResponse {
        let runs: BTreeMap<_, _> = messages.iter().map(|message| (&message.message_id, run_of(message))).collect();
        let take = |position: usize| {
            let message: &QueueMessage<Envelope> = &messages[position];
            let QueueMessage { payload, group, message_id, .. } = message;
            let run = runs.get(message_id);
            log_if_left(group, async move {
                match run {
                    Some(Ok(generation)) => self.take_or_heal(generation, payload, group, message_id, now).await,
                    Some(Err(reason)) => Err(Unavailable(reason.clone())),
                    None => Err(Unavailable("the message has no id".to_owned())),
                }
            })
        };
        let left = handle_in_order(messages, |message| message.group.clone(), take).await;
        Count::EventsLeft.add(left.len() as u64);
        BatchResponse::not_handled(left.into_iter().map(|position| messages[position].message_id.clone()))
    }

    /// Takes the event. A delivery that is none still says that an aggregate has changed: whatever the table has of it is
    /// taken instead, and the delivery is parked only when the table does not know the aggregate.
    async fn take_or_heal(
        &self,
        generation: &Generation,
        payload: &Result<Envelope, String>,
        key: &str,
        delivery: &str,
        now: Timestamp,
    ) -> Result<Done, Unavailable> {
        let reason = match payload {
            Ok(event) => {
                let done = self.take(generation, event, now).await?;
                let Envelope { id, correlation_id, causation_id, .. } = event;
                tracing::info!(aggregate_id = event.subject, %correlation_id, %causation_id, %id, %generation, ?done, "event");
                done.count();
                if done.has_effect() && *generation == Generation::live() {
                    Lag::CommandToHandler.since(event.time);
                }
                return Ok(done);
            }
            Err(reason) => reason,
        };
        Count::UnreadableDeliveries.add(1);
        tracing::error!(aggregate_id = key, delivery, reason, "a delivery is no event");
        if self.history.events(key, Version::FIRST).await?.is_empty() {
            self.parked.park(&Parked::unreadable(generation, key, delivery, reason, now)).await?;
            Count::EventsParked.add(1);
            return Ok(Done::Parked);
        }
        if self.parked.newest(generation, key).await?.is_some() {
            return Ok(Done::Parked);
        }
        self.catch_up(generation, key, Version::FIRST, Version::NONE, now).await
    }
}

/// The aggregate that a delivery is about: order is kept within it.
fn subject<'a>(payload: &'a Result<Envelope, String>, key: &'a str) -> &'a str {
    payload.as_ref().map_or(key, |event| &event.subject)
}

/// Whether the delivery is done with.
async fn log_if_left(aggregate_id: &str, taken: impl Future<Output = Result<Done, Unavailable>>) -> bool {
    match taken.await {
        Ok(_) => true,
        Err(reason) => {
            tracing::error!(aggregate_id, %reason, "event not taken");
            false
        }
    }
}

/// The generation that a replayed message is for. Never the live one.
fn run_of(message: &QueueMessage<Envelope>) -> Result<Generation, String> {
    let run = message.run.clone().ok_or_else(|| "the message names no replay run".to_owned())?;
    let generation = Generation::try_from(run).map_err(|error| error.to_string())?;
    if generation == Generation::live() {
        return Err("a replay cannot go to the live generation".to_owned());
    }
    Ok(generation)
}
