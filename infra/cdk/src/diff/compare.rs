//! Two values in canonical form, part by part.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value as Json};

use super::canonical::{call, document};

/// What names an item of a list.
const NAMES: [&str; 10] =
    ["Key", "Id", "ID", "Sid", "Name", "AttributeName", "IndexName", "PolicyName", "RuleName", "ParameterKey"];

/// Called for every part that differs: path, old, new.
pub(super) type Found<'f> = dyn FnMut(String, Option<&Json>, Option<&Json>) + 'f;

/// Tells every part in which two values differ.
pub(super) fn values(path: &str, old: &Json, new: &Json, found: &mut Found<'_>) {
    if old == new {
        return;
    }
    match (old, new) {
        (Json::Object(before), Json::Object(after)) if call(old).is_none() && call(new).is_none() => {
            maps(path, before, after, found);
        }
        (Json::Array(before), Json::Array(after)) => lists(path, before, after, found),
        (Json::String(before), Json::String(after)) => match (document(before), document(after)) {
            (Some(old), Some(new)) => values(path, &old, &new, found),
            _ => found(path.to_owned(), Some(old), Some(new)),
        },
        _ => found(path.to_owned(), Some(old), Some(new)),
    }
}

fn maps(path: &str, old: &Map<String, Json>, new: &Map<String, Json>, found: &mut Found<'_>) {
    let keys: BTreeSet<_> = old.keys().chain(new.keys()).collect();
    for key in keys {
        let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        match (old.get(key), new.get(key)) {
            (Some(old), Some(new)) => values(&path, old, new, found),
            (old, new) => found(path, old, new),
        }
    }
}

/// Items are paired by what names them; without names, those that differ are paired in order if they are equally many.
fn lists(path: &str, old: &[Json], new: &[Json], found: &mut Found<'_>) {
    if let (Some(before), Some(after)) = (named(old), named(new)) {
        let mut differs = false;
        for name in before.keys().chain(after.keys().filter(|name| !before.contains_key(*name))) {
            let (old, new) = (before.get(name).copied(), after.get(name).copied());
            differs |= old != new;
            let path = format!("{path}[{name}]");
            match (old, new) {
                (Some(old), Some(new)) => values(&path, old, new, found),
                (old, new) => found(path, old, new),
            }
        }
        if !differs {
            reordered(path, old, new, found);
        }
        return;
    }
    let (gone, came) = (left_over(old, new), left_over(new, old));
    if gone.is_empty() && came.is_empty() {
        return reordered(path, old, new, found);
    }
    if gone.len() == came.len() {
        for ((_, old), (index, new)) in gone.into_iter().zip(came) {
            values(&format!("{path}[{index}]"), old, new, found);
        }
        return;
    }
    gone.into_iter().for_each(|(index, item)| found(format!("{path}[{index}]"), Some(item), None));
    came.into_iter().for_each(|(index, item)| found(format!("{path}[{index}]"), None, Some(item)));
}

/// The same items in another order, in a list whose order matters.
fn reordered(path: &str, old: &[Json], new: &[Json], found: &mut Found<'_>) {
    let (old, new) = (Json::Array(old.to_vec()), Json::Array(new.to_vec()));
    found(path.to_owned(), Some(&old), Some(&new));
}

/// The items by what names them, if each has a name of its own.
fn named(items: &[Json]) -> Option<BTreeMap<&str, &Json>> {
    let key = NAMES.iter().find(|key| items.iter().all(|item| item.get(**key).is_some_and(Json::is_string)))?;
    let mut named = BTreeMap::new();
    for item in items {
        if named.insert(item.get(*key).and_then(Json::as_str)?, item).is_some() {
            return None;
        }
    }
    Some(named)
}

/// The items of one list that the other lacks, each counted as often as it stands there.
fn left_over<'a>(items: &'a [Json], others: &[Json]) -> Vec<(usize, &'a Json)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for other in others {
        *counts.entry(other.to_string()).or_default() += 1;
    }
    let is_left = |(_, item): &(usize, &Json)| match counts.get_mut(&item.to_string()) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    };
    items.iter().enumerate().filter(is_left).collect()
}
