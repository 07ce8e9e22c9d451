//! Schedules of reminders, each named after its cart.

use domain::cart::CartId;
use functions::ports::{ReminderSchedules, Unavailable};
use functions::remind::{Remind, RemindRequest};
use jiff::Timestamp;
use simulation::{Schedule, SchedulesClient};

use super::unavailable;

pub(crate) struct Schedules {
    pub(crate) schedules: SchedulesClient,
    pub(crate) function: String,
}

impl ReminderSchedules for Schedules {
    async fn schedule(&self, remind: &Remind, at: Timestamp) -> Result<(), Unavailable> {
        let event = serde_json::to_string(&RemindRequest::Remind(remind.clone())).map_err(unavailable)?;
        let schedule = Schedule { name: name(&remind.cart_id), at, function: self.function.clone(), event };
        self.schedules.create(schedule).await.map(|_| ()).map_err(unavailable)
    }

    async fn cancel(&self, cart_id: &CartId) -> Result<(), Unavailable> {
        self.schedules.delete(&name(cart_id)).await.map_err(unavailable)
    }
}

fn name(cart_id: &CartId) -> String {
    format!("cart-{cart_id}")
}
