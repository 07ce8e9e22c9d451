//! An event handler with one subscription: the event stream.

use contract::{Invocation, StreamRecords};

use super::subscriptions::not_taken;
use super::{EventHandler, Generation, HandlerAnswer, HandlerRequest, Subscriptions, SubscriptionsError};
use crate::envelope::Envelope;
use crate::ports::{EventHistory, ParkingLot};
use crate::wakes::{Answer, Handler, Moment, Streamed};

/// An event handler that sees each event once, when it is new: for effects in the world outside. Nothing gives it a queue of
/// replays, because it handles no messages of one:
///
/// ```compile_fail,E0277
/// use contract::{Invocation, QueueMessages, StreamRecords};
/// use functions::envelope::Envelope;
/// use functions::event_handler::*;
/// use functions::ports::memory::{MemoryGates, MemoryHistory, MemoryParkingLot, MemorySchedules};
/// use functions::reminders::RemindersHandler;
/// use functions::wakes::Handler;
///
/// fn takes_replays<H>(_: H)
/// where
///     H: Handler<(StreamRecords<Envelope>, QueueMessages<Envelope>, Invocation<HandlerRequest, HandlerAnswer>)>,
/// {
/// }
///
/// let handler = RemindersHandler {
///     schedules: MemorySchedules::default(),
///     gates: MemoryGates::default(),
///     after: std::time::Duration::from_secs(60),
/// };
/// let (history, parked) = (MemoryHistory::default(), MemoryParkingLot::default());
/// takes_replays(WithoutReplays(Subscriptions { handler, history, parked }));
/// ```
#[derive(Debug)]
pub struct WithoutReplays<S>(pub S);

impl<H: EventHandler, T: EventHistory, L: ParkingLot>
    Handler<(StreamRecords<Envelope>, Invocation<HandlerRequest, HandlerAnswer>)>
    for WithoutReplays<Subscriptions<H, T, L>>
{
    type Error = SubscriptionsError;

    async fn handle(
        &self,
        events: Streamed<Envelope, HandlerRequest>,
        at: &Moment,
    ) -> Result<Answer<HandlerAnswer>, SubscriptionsError> {
        let Self(subscriptions) = self;
        match events {
            Streamed::New(records) => {
                let live = Generation::live();
                let left = subscriptions.take_new(&records, std::slice::from_ref(&live), &live, at.now).await;
                Ok(Answer::Batch(not_taken(&records, left)))
            }
            Streamed::Asked(HandlerRequest::Redrive(request)) => {
                Ok(Answer::Asked(HandlerAnswer::Redrive(subscriptions.redrive(&request, |_| true, at).await?)))
            }
        }
    }
}
