//! Which reminders were sent, in a table.

use functions::ports::{Claim, REMINDER_KEY, Reminder, ReminderClaims, Unavailable};
use serde::Deserialize;
use serde_json::{Value, json};
use simulation::{TableClient, Write, WriteError};

use super::unavailable;
use crate::mutant::Mutant;

pub(crate) struct Claims {
    pub(crate) table: TableClient,
    pub(crate) mutant: Option<Mutant>,
}

impl ReminderClaims for Claims {
    async fn claim(&self, reminder: &Reminder) -> Result<Claim, Unavailable> {
        let item = serde_json::to_value(reminder).map_err(unavailable)?;
        let put = match self.mutant {
            Some(Mutant::RemindersNotClaimed) => Write::put(item),
            _ => Write::put(item).when(|item| item.is_none()),
        };
        let stored = match self.table.write_or_old(put).await {
            Ok(()) => return Ok(Claim::Granted),
            Err((WriteError::ConditionFailed, Some(stored))) => stored,
            Err((error, _)) => return Err(unavailable(error)),
        };
        let stored = Reminder::deserialize(&*stored).map_err(unavailable)?;
        Ok(if stored == *reminder { Claim::Granted } else { Claim::Taken(stored) })
    }

    async fn sent(&self, reminder: &Reminder) -> Result<(), Unavailable> {
        let item = serde_json::to_value(reminder).map_err(unavailable)?;
        let update = Write::update(key(reminder), move |_| item).when(is_of(reminder));
        self.table.write(vec![update]).await.map_err(unavailable)
    }

    async fn release(&self, reminder: &Reminder) -> Result<(), Unavailable> {
        let is_of = is_of(reminder);
        let is_unsent =
            move |item: Option<&Value>| is_of(item) && item.is_some_and(|item| item["message_id"].is_null());
        match self.table.write(vec![Write::delete(key(reminder)).when(is_unsent)]).await {
            Ok(()) | Err(WriteError::ConditionFailed) => Ok(()),
            Err(error) => Err(unavailable(error)),
        }
    }
}

fn key(reminder: &Reminder) -> Value {
    json!({ REMINDER_KEY: reminder.cart_id })
}

fn is_of(reminder: &Reminder) -> impl Fn(Option<&Value>) -> bool + Send + 'static {
    let claimed_by = json!(reminder.claimed_by);
    move |item| item.is_some_and(|item| item["claimed_by"] == claimed_by)
}
