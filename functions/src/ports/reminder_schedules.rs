//! What reminds of a cart when the time has come.

use std::future::Future;

use domain::cart::CartId;
use jiff::Timestamp;

use super::Unavailable;
use crate::remind::Remind;

/// One-time schedules, one a cart, that hand [`Remind`] to the function `remind`.
pub trait ReminderSchedules: Send + Sync {
    /// Has `remind` handed over at a time, once that has come; within a minute or two, if it is past. A cart that has a schedule
    /// keeps the one that it has.
    fn schedule(&self, remind: &Remind, at: Timestamp) -> impl Future<Output = Result<(), Unavailable>> + Send;

    /// Removes the schedule of a cart. One that is not there is as good as removed.
    fn cancel(&self, cart_id: &CartId) -> impl Future<Output = Result<(), Unavailable>> + Send;
}
