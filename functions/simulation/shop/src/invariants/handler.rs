//! What the event handler did with the events.

use std::collections::{BTreeMap, BTreeSet};

use domain::cart::{CartEvent, Sku};
use domain::kernel::Event;
use functions::envelope::Envelope;
use functions::event_handler::Generation;
use functions::ports::Parked;
use serde::Deserialize;
use serde_json::Value;

use super::Rest;
use crate::effects::Effect;

/// The event handlers, each with the table of what it parked.
const HANDLERS: [(&str, &str); 2] = [("related-items", "RelatedItemsParked"), ("reminders", "RemindersParked")];

/// The events of a cart up to the first that cannot be read, and those from there on.
pub(super) fn readable(events: &[Envelope]) -> (Vec<CartEvent>, &[Envelope]) {
    let decode = |event: &Envelope| CartEvent::decode(&event.event_type, event.schema_version, event.data.get()).ok();
    let readable: Vec<_> = events.iter().map_while(decode).collect();
    let rest = &events[readable.len()..];
    (readable, rest)
}

/// Messages of replays may be: they are copies. They are kept as dead letters.
pub(super) fn nothing_is_given_up(rest: &Rest<'_>) -> Result<(), String> {
    let dead_letters = super::replays::dead_letters(rest);
    let is_dead_letter = |given_up: &String| {
        let name =
            |message: &simulation::Message| format!("message {} of RelatedItemsReplay", message.entry.deduplication_id);
        dead_letters.iter().any(|message| name(message) == *given_up)
    };
    rest.shop.world.given_up().into_iter().find(|given_up| !is_dead_letter(given_up)).map_or(Ok(()), Err)
}

pub(super) fn effects_are_in_order(rest: &Rest<'_>) -> Result<(), String> {
    let mut seen: BTreeMap<(&str, &Generation, &str), u64> = BTreeMap::new();
    for Effect { handler, generation, aggregate_id, version } in &rest.effects {
        let last = seen.entry((handler, generation, aggregate_id)).or_default();
        if version.number() != *last + 1 {
            return Err(format!("in {handler} version {version} of {aggregate_id} took effect behind version {last}"));
        }
        *last += 1;
    }
    let live = Generation::live();
    for (handler, _) in HANDLERS {
        for (cart, events) in &rest.events {
            let (readable, _) = readable(events);
            let last = seen.get(&(handler, &live, cart.as_str())).copied().unwrap_or_default();
            if last != readable.len() as u64 {
                return Err(format!("in {handler} {cart} took effect up to version {last} of {}", readable.len()));
            }
        }
    }
    Ok(())
}

/// What is bought together, as the table tells it.
fn fold(rest: &Rest<'_>) -> BTreeMap<(Sku, Sku), u64> {
    let mut together = BTreeMap::new();
    for events in rest.events.values() {
        let mut cart: BTreeSet<Sku> = BTreeSet::new();
        for event in readable(events).0 {
            let CartEvent::ItemAdded(added) = event else { continue };
            if cart.contains(&added.sku) {
                continue;
            }
            for other in &cart {
                let pair = [other.clone(), added.sku.clone()];
                let (first, second) = if pair[0] < pair[1] { (0, 1) } else { (1, 0) };
                *together.entry((pair[first].clone(), pair[second].clone())).or_default() += 1;
            }
            cart.insert(added.sku);
        }
    }
    together
}

/// The items of a generation of the projection, without its name.
pub(super) fn projection(rest: &Rest<'_>, generation: &Generation) -> BTreeMap<(String, String), Value> {
    let table = rest.shop.world.services().table("RelatedItemsTable");
    let items = table.map(simulation::Table::items).unwrap_or_default();
    let prefix = format!("{generation}/");
    let mut found = BTreeMap::new();
    for item in items {
        let mut item = (*item).clone();
        let key = [functions::related_items::PARTITION_KEY, functions::related_items::SORT_KEY].map(|name| {
            let value = item.as_object_mut().and_then(|item| item.remove(name));
            value.as_ref().and_then(Value::as_str).unwrap_or_default().to_owned()
        });
        let [partition, sort] = key;
        if let Some(partition) = partition.strip_prefix(&prefix) {
            found.insert((partition.to_owned(), sort), item);
        }
    }
    found
}

pub(super) fn projection_is_a_fold(rest: &Rest<'_>) -> Result<(), String> {
    let mut counts = BTreeMap::new();
    for ((partition, sort), item) in projection(rest, &Generation::live()) {
        if let Some(first) = partition.strip_prefix("sku/") {
            counts.insert((first.to_owned(), sort), item["together"].as_u64().unwrap_or_default());
        }
    }
    let fold = fold(rest).into_iter();
    let fold: BTreeMap<_, _> = fold.map(|((a, b), count)| ((a.to_string(), b.to_string()), count)).collect();
    if counts == fold {
        return Ok(());
    }
    let differs = |(pair, count): &(&(String, String), &u64)| counts.get(*pair) != Some(*count);
    let first = fold
        .iter()
        .find(differs)
        .map_or_else(String::new, |(pair, count)| format!(", {pair:?} {count} times and not {:?}", counts.get(pair)));
    Err(format!("{} pairs are counted, but there are {}{first}", counts.len(), fold.len()))
}

/// The versions that are parked in a table, by generation and cart.
pub(super) fn parked(rest: &Rest<'_>, table: &str) -> Result<BTreeMap<(String, String), Vec<u64>>, String> {
    let table = rest.shop.world.services().table(table);
    let mut parked: BTreeMap<_, Vec<u64>> = BTreeMap::new();
    for item in table.map(simulation::Table::items).unwrap_or_default() {
        let Parked { generation, aggregate_id, version, .. } =
            Parked::deserialize(&*item).map_err(|error| error.to_string())?;
        parked.entry((generation.to_string(), aggregate_id)).or_default().push(version.number());
    }
    Ok(parked)
}

pub(super) fn parked_are_the_unreadable(rest: &Rest<'_>) -> Result<(), String> {
    HANDLERS.iter().try_for_each(|(_, table)| parked_in_are_the_unreadable(rest, table))
}

fn parked_in_are_the_unreadable(rest: &Rest<'_>, table: &str) -> Result<(), String> {
    let mut parked = parked(rest, table)?;
    for (cart, events) in &rest.events {
        let (_, unreadable) = readable(events);
        let expected: Vec<_> = unreadable.iter().map(|event| event.aggregate_version.number()).collect();
        let found = parked.remove(&("live".to_owned(), cart.clone())).unwrap_or_default();
        if found != expected {
            return Err(format!("in {table} of {cart} the versions {found:?} are parked instead of {expected:?}"));
        }
    }
    // Other generations are compared with this one.
    let mut other = parked.into_iter().filter(|((generation, _), _)| generation == "live");
    other.next().map_or(Ok(()), |lot| Err(format!("{lot:?} is parked")))
}
