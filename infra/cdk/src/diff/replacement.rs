//! Which changes CloudFormation carries out by making a new resource.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use super::canonical::call;
use super::change::{Action, Cause};
use super::references;
use super::resources::{Changed, Pair, Side};
use crate::schema::{self, ResourceSchema};

/// Why a resource that is in both templates is replaced.
pub(super) fn causes(old: &Side<'_>, new: &Side<'_>) -> Vec<Cause> {
    if old.kind != new.kind {
        return vec![Cause { property: "Type".to_owned(), certain: true, follows: None }];
    }
    let Some(schema) = new.schema else { return Vec::new() };
    let differs = |path: &&str| {
        let (old, new) = (values(&old.properties, path), values(&new.properties, path));
        old != new && sorted(&old) != sorted(&new)
    };
    let cause = |path: &str, certain| Cause { property: path.replace('/', "."), certain, follows: None };
    let always = schema.replaces.iter().copied().filter(differs).map(|path| cause(path, true));
    let maybe = schema.may_replace.iter().copied().filter(differs).map(|path| cause(path, false));
    always.chain(maybe).collect()
}

/// Values in an order that says nothing.
fn sorted(values: &[&Json]) -> Vec<String> {
    let mut found: Vec<_> = values.iter().map(ToString::to_string).collect();
    found.sort();
    found
}

/// Every value of a property that may stand inside of lists. What is evaluated around it counts as a whole.
fn values<'a>(properties: &'a Json, path: &str) -> Vec<&'a Json> {
    let mut found = vec![properties];
    for name in path.split('/') {
        let step = |value: &'a Json| match value {
            Json::Array(items) => items.iter().collect(),
            value => vec![value],
        };
        let inner = |value: &'a Json| if call(value).is_some() { Some(value) } else { value.get(name) };
        found = found.into_iter().flat_map(step).filter_map(inner).collect();
    }
    found
}

/// A property that cannot change in place and refers to another resource.
struct Reference<'a> {
    from: &'a str,
    property: &'static str,
    /// Whether a change of the property always replaces the resource, and a replacement always changes the property.
    certain: bool,
}

/// What is replaced because it refers to something that is.
pub(super) fn cascade(changed: &mut Changed<'_>) {
    let is_replaced = |pair: &Pair<'_>| matches!(pair.change.action, Action::Replaced | Action::MayBeReplaced);
    let mut next: Vec<_> = changed.pairs.iter().filter(|(_, pair)| is_replaced(pair)).map(|(id, _)| *id).collect();
    if next.is_empty() {
        return;
    }
    let references = references_to(changed);
    while let Some(id) = next.pop() {
        let certain = changed.pairs.get(id).is_some_and(|pair| pair.change.action == Action::Replaced);
        for reference in references.get(id).into_iter().flatten() {
            let (Some(old), Some(new)) = (changed.old_resource(reference.from), changed.new_resource(reference.from))
            else {
                continue;
            };
            let pair = changed.pairs.entry(reference.from).or_insert_with(|| Pair::same(reference.from, old, new));
            let cause = Cause {
                property: reference.property.replace('/', "."),
                certain: certain && reference.certain,
                follows: Some(id.to_owned()),
            };
            if pair.replaced_because_of(cause) {
                next.push(reference.from);
            }
        }
    }
}

fn references_to<'a>(changed: &Changed<'a>) -> BTreeMap<&'a str, Vec<Reference<'a>>> {
    let mut all: BTreeMap<&str, Vec<Reference<'_>>> = BTreeMap::new();
    for (from, resource) in changed.new_resources() {
        let kind = resource.get("Type").and_then(Json::as_str).unwrap_or_default();
        let (Some(schema), Some(properties)) = (schema::find(kind), resource.get("Properties")) else { continue };
        for (property, always) in paths(schema) {
            let mut found = BTreeSet::new();
            for value in values(properties, property) {
                references::visit(value, &mut |id, identity| {
                    found.insert((id, identity));
                });
            }
            for (id, identity) in found.into_iter().filter(|(id, _)| *id != from) {
                all.entry(id).or_default().push(Reference { from, property, certain: always && identity });
            }
        }
    }
    all
}

fn paths(schema: &'static ResourceSchema) -> impl Iterator<Item = (&'static str, bool)> {
    let always = schema.replaces.iter().map(|path| (*path, true));
    always.chain(schema.may_replace.iter().map(|path| (*path, false)))
}
