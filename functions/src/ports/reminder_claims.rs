//! Which carts a customer was reminded of.

use std::future::Future;

use domain::cart::CartId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Unavailable;

/// The name of the partition key of a table of reminders.
pub const REMINDER_KEY: &str = "cart_id";

/// The reminder of one cart. There is none until somebody is about to send it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// The cart.
    pub cart_id: CartId,
    /// The invocation that sends it.
    pub claimed_by: Uuid,
    /// Since when.
    pub claimed_at: Timestamp,
    /// The id by which the mail service knows the email, once it has taken it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_id: Option<String>,
}

/// Whether a reminder may be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claim {
    /// By whoever asked, and by nobody else.
    Granted,
    /// No: it was sent, or somebody is sending it or was broken off while doing so.
    Taken(Reminder),
}

/// Keeps who has sent which reminder.
pub trait ReminderClaims: Send + Sync {
    /// Stores the reminder unless the cart has one. The same one again is granted again.
    fn claim(&self, reminder: &Reminder) -> impl Future<Output = Result<Claim, Unavailable>> + Send;

    /// Stores that the reminder was sent, with [`Reminder::message_id`]. It has to be the one that was granted.
    fn sent(&self, reminder: &Reminder) -> impl Future<Output = Result<(), Unavailable>> + Send;

    /// Removes a reminder that was not sent, if it still is this one.
    fn release(&self, reminder: &Reminder) -> impl Future<Output = Result<(), Unavailable>> + Send;
}
