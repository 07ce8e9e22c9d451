//! Reminders in memory.

use std::collections::BTreeMap;
use std::sync::Mutex;

use domain::cart::CartId;

use super::lock;
use crate::ports::{Claim, Reminder, ReminderClaims, Unavailable};

/// Reminders by cart.
#[derive(Debug, Default)]
pub struct MemoryClaims(Mutex<BTreeMap<CartId, Reminder>>);

impl MemoryClaims {
    /// Every reminder, by cart.
    pub fn all(&self) -> BTreeMap<CartId, Reminder> {
        lock(&self.0).clone()
    }
}

impl ReminderClaims for MemoryClaims {
    async fn claim(&self, reminder: &Reminder) -> Result<Claim, Unavailable> {
        let mut reminders = lock(&self.0);
        let stored = reminders.entry(reminder.cart_id).or_insert_with(|| reminder.clone());
        Ok(if stored == reminder { Claim::Granted } else { Claim::Taken(stored.clone()) })
    }

    async fn sent(&self, reminder: &Reminder) -> Result<(), Unavailable> {
        lock(&self.0).insert(reminder.cart_id, reminder.clone());
        Ok(())
    }

    async fn release(&self, reminder: &Reminder) -> Result<(), Unavailable> {
        let mut reminders = lock(&self.0);
        if reminders.get(&reminder.cart_id) == Some(reminder) {
            reminders.remove(&reminder.cart_id);
        }
        Ok(())
    }
}
