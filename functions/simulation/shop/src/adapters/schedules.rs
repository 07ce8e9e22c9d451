//! Schedules of reminders, each named after its cart.

use std::sync::{Arc, Mutex, PoisonError};

use domain::cart::CartId;
use functions::ports::{ReminderSchedules, Unavailable};
use functions::remind::{Remind, RemindRequest};
use jiff::Timestamp;
use simulation::{Schedule, SchedulesClient};

use super::unavailable;

/// Every request for a schedule, whatever became of it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Asked(Arc<Mutex<Vec<String>>>);

impl Asked {
    pub(crate) fn all(&self) -> Vec<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn push(&self, what: String) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(what);
    }
}

pub(crate) struct Schedules {
    pub(crate) schedules: SchedulesClient,
    pub(crate) function: String,
    pub(crate) asked: Asked,
}

impl ReminderSchedules for Schedules {
    async fn schedule(&self, remind: &Remind, at: Timestamp) -> Result<(), Unavailable> {
        self.asked.push(format!("a schedule for {} at {at}", remind.cart_id));
        let event = serde_json::to_string(&RemindRequest::Remind(remind.clone())).map_err(unavailable)?;
        let schedule = Schedule { name: name(&remind.cart_id), at, function: self.function.clone(), event };
        self.schedules.create(schedule).await.map(|_| ()).map_err(unavailable)
    }

    async fn cancel(&self, cart_id: &CartId) -> Result<(), Unavailable> {
        self.asked.push(format!("no schedule for {cart_id}"));
        self.schedules.delete(&name(cart_id)).await.map_err(unavailable)
    }
}

fn name(cart_id: &CartId) -> String {
    format!("cart-{cart_id}")
}
