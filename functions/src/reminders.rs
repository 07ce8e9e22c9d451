//! `reminders`: has a customer reminded of a cart that is left open, and not of one that was closed.
//!
//! What this handler does is done outside, in the scheduler, so no transaction holds it together with the gate. The effect
//! comes first and the gate after it: what is broken off in between is done again, which changes nothing. The schedule of a
//! cart is named after the cart, so making it again makes no second one, and removing it again removes nothing. Made again
//! by a delivery that was overtaken, or after it had fired, it fires once more than it should, and `remind` decides then by
//! what the event table and its own record say.

use std::time::Duration;

use backon::BackoffBuilder;
use contract::{
    Contract, CreateSchedule, DeleteItem, DeleteSchedule, EventTable, GetItem, Invocation, Link, PassRole, Phase,
    PutItem, Query, Scan, ScheduleGroup, StreamRecords, Table,
};
use domain::cart::{Cart, CartEvent, CartId, CartOpened};
use domain::kernel::{Aggregate, Event};
use jiff::Timestamp;

use crate::backoff::pauses;
use crate::commit_item::CommitItem;
use crate::envelope::Envelope;
use crate::event_handler::{EventHandler, Generation, HandlerAnswer, HandlerRequest, NotTaken, Taken};
use crate::gate::{Verdict, judge};
use crate::metrics::{Measured, Measures};
use crate::ports::{Gate, GateError, Gates, Parked, ReminderSchedules, Unavailable};
use crate::remind::{Remind, RemindRequest};

/// The environment variable that says after how many seconds a customer is reminded of an open cart.
pub const REMIND_AFTER: &str = "REMIND_AFTER_SECONDS";

/// How often an event is tried before it is left for later.
const ATTEMPTS: usize = 10;

/// Has a customer reminded of a cart that is left open, and not of one that was closed.
#[derive(Contract)]
#[contract(name = "reminders", wakes_on(StreamRecords<Envelope>, Invocation<HandlerRequest, HandlerAnswer>))]
pub struct Reminders<P: Phase> {
    /// How far each cart was seen.
    pub gates: Link<P, Table<Gate>, (GetItem, PutItem)>,
    /// The commits of every cart, for what the stream leaves out.
    pub carts: Link<P, EventTable<CommitItem>, Query>,
    /// What cannot be read, and what waits behind it.
    pub parked: Link<P, Table<Parked>, (Query, PutItem, DeleteItem, Scan)>,
    /// What wakes `remind` when the time has come.
    pub schedules: Link<P, ScheduleGroup<RemindRequest>, (CreateSchedule, DeleteSchedule, PassRole)>,
}

impl<P: Phase> Measured for Reminders<P> {
    const MEASURES: Measures = Measures::OF_EVENT_HANDLERS;
}

/// Makes and removes schedules.
#[derive(Debug)]
pub struct RemindersHandler<S, G> {
    /// Where the schedules are.
    pub schedules: S,
    /// How far each cart was seen.
    pub gates: G,
    /// How long a cart may be open before its customer is reminded.
    pub after: Duration,
}

/// The time after which customers are reminded is not stated, or not as a number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "the environment variable {REMIND_AFTER} has to be a number of seconds, and is {0:?}; the topology sets it, so deploy the stack again"
)]
pub struct InvalidRemindAfter(Option<String>);

/// The time after which customers are reminded, from `variable`, usually `|name| std::env::var(name).ok()`.
///
/// # Errors
/// When the variable is missing or no number.
pub fn remind_after(variable: impl Fn(&str) -> Option<String>) -> Result<Duration, InvalidRemindAfter> {
    let seconds = variable(REMIND_AFTER);
    let parsed = seconds.as_deref().and_then(|digits| digits.parse().ok());
    parsed.map(Duration::from_secs).ok_or(InvalidRemindAfter(seconds))
}

// Not replayable: a replay would remind customers again.
impl<S: ReminderSchedules, G: Gates> EventHandler for RemindersHandler<S, G> {
    async fn take(&self, _: &Generation, event: &Envelope) -> Result<Taken, NotTaken> {
        if event.aggregate_type != Cart::TYPE {
            return Ok(Taken::Ignored);
        }
        let mut pauses = pauses(Duration::from_millis(10), ATTEMPTS).build();
        loop {
            let seen = self.gates.seen(&event.subject).await?;
            match judge(seen, event.aggregate_version) {
                Verdict::Duplicate => return Ok(Taken::Duplicate),
                Verdict::Gap => return Err(NotTaken::Gap { seen, found: event.aggregate_version }),
                Verdict::Next => {}
            }
            self.take_effect(event).await?;
            match (self.gates.advance(&event.subject, seen, event.aggregate_version).await, pauses.next()) {
                (Ok(()), _) => return Ok(Taken::Applied),
                (Err(GateError::Unavailable(reason)), _) => return Err(reason.into()),
                (Err(GateError::Conflict), Some(pause)) => tokio::time::sleep(pause).await,
                (Err(GateError::Conflict), None) => {
                    return Err(Unavailable(format!("conflicts in {ATTEMPTS} tries")).into());
                }
            }
        }
    }
}

impl<S: ReminderSchedules, G> RemindersHandler<S, G> {
    async fn take_effect(&self, event: &Envelope) -> Result<(), NotTaken> {
        let happened = CartEvent::decode(&event.event_type, event.schema_version, event.data.get())
            .map_err(|error| NotTaken::Unreadable(error.to_string()))?;
        let cart_id = || event.subject.parse::<CartId>().map_err(|error| NotTaken::Unreadable(error.to_string()));
        match happened {
            CartEvent::CartOpened(CartOpened { customer: Some(_) }) => {
                let due = event.time.checked_add(self.after).unwrap_or(Timestamp::MAX);
                let remind = Remind {
                    cart_id: cart_id()?,
                    due,
                    correlation_id: event.correlation_id,
                    causation_id: event.id.clone(),
                };
                self.schedules.schedule(&remind, due).await?;
            }
            CartEvent::CartClosed => self.schedules.cancel(&cart_id()?).await?,
            CartEvent::CartOpened(CartOpened { customer: None }) | CartEvent::ItemAdded(_) => {}
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
