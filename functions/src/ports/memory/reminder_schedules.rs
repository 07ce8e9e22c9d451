//! Schedules in memory.

use std::collections::BTreeMap;
use std::sync::Mutex;

use domain::cart::CartId;
use jiff::Timestamp;

use super::lock;
use crate::ports::{ReminderSchedules, Unavailable};
use crate::remind::Remind;

/// Schedules by cart, and when each fires.
#[derive(Debug, Default)]
pub struct MemorySchedules(Mutex<BTreeMap<CartId, (Timestamp, Remind)>>);

impl MemorySchedules {
    /// Every schedule, by cart.
    pub fn all(&self) -> BTreeMap<CartId, (Timestamp, Remind)> {
        lock(&self.0).clone()
    }

    /// Takes out what is due, and hands it over in the order of time.
    pub fn fire(&self, now: Timestamp) -> Vec<Remind> {
        let mut schedules = lock(&self.0);
        let mut due: Vec<_> = schedules.values().filter(|(at, _)| *at <= now).cloned().collect();
        schedules.retain(|_, (at, _)| *at > now);
        due.sort_by_key(|(at, remind)| (*at, remind.cart_id));
        due.into_iter().map(|(_, remind)| remind).collect()
    }
}

impl ReminderSchedules for MemorySchedules {
    async fn schedule(&self, remind: &Remind, at: Timestamp) -> Result<(), Unavailable> {
        lock(&self.0).entry(remind.cart_id).or_insert_with(|| (at, remind.clone()));
        Ok(())
    }

    async fn cancel(&self, cart_id: &CartId) -> Result<(), Unavailable> {
        lock(&self.0).remove(cart_id);
        Ok(())
    }
}
