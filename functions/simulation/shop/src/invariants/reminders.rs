//! Emails to the customers of carts that were left open.

use std::collections::BTreeMap;

use domain::cart::{CartEvent, CartOpened};
use jiff::Timestamp;

use super::Rest;
use super::handler::readable;
use crate::shop::REMIND_AFTER;
use crate::workload::address_of;

pub(super) fn once_or_left(rest: &Rest<'_>) -> Result<(), String> {
    let mut emails: BTreeMap<&str, Vec<Timestamp>> = BTreeMap::new();
    for (at, to) in &rest.emails {
        emails.entry(to).or_default().push(*at);
    }
    let dead_letters = rest.shop.world.services().queue("RemindersDeadLetters");
    let dead_letters = dead_letters.map(simulation::Queue::messages).unwrap_or_default();
    for (cart, events) in &rest.events {
        let address = address_of(cart);
        let sent = emails.remove(address.as_str()).unwrap_or_default();
        if sent.len() > 1 {
            return Err(format!("{cart} got {} emails", sent.len()));
        }
        let (happened, unreadable) = readable(events);
        let opened = events.first().map_or(Timestamp::MAX, |event| event.time);
        let due = opened.checked_add(REMIND_AFTER).unwrap_or(Timestamp::MAX);
        let has_customer = matches!(happened.first(), Some(CartEvent::CartOpened(CartOpened { customer: Some(_) })));
        let is_open = !happened.contains(&CartEvent::CartClosed);
        let customer = || rest.commands.values().any(|sent| sent.is_erasure && sent.cart.to_string() == *cart);
        let is_due =
            has_customer && is_open && rest.shop.world.now() > due.saturating_add(DAY).unwrap_or(Timestamp::MAX);
        if let Some(at) = sent.first() {
            // Clocks differ, but not by so much.
            if !has_customer || !is_open || at.saturating_add(MINUTES).is_ok_and(|at| at < due) {
                return Err(format!("{cart} got an email at {at}, due was {due}"));
            }
        } else if is_due && unreadable.is_empty() && !customer() {
            let is_left = dead_letters.iter().any(|message| message.entry.body.contains(cart.as_str()));
            if !is_left {
                return Err(format!("{cart} got no email, due was {due}, and nobody knows"));
            }
            if rest.shop.is_calm_later() {
                return Err(format!("{cart} got no email although nothing went wrong"));
            }
        }
    }
    emails.into_keys().next().map_or(Ok(()), |to| Err(format!("an email went to {to}")))
}

const DAY: jiff::SignedDuration = jiff::SignedDuration::from_hours(24);
const MINUTES: jiff::SignedDuration = jiff::SignedDuration::from_mins(3);
