//! What differs outside of the resources.

use std::collections::BTreeSet;

use serde_json::{Map, Value as Json};

use super::canonical::anything;
use super::change::EntryChange;
use super::compare;
use super::hidden::{HIDDEN, without_secrets};

/// What differs in every section but the resources, by section and name.
pub(super) fn between(old: &Json, new: &Json) -> Vec<EntryChange> {
    let empty = Map::new();
    let (before, after) = (old.as_object().unwrap_or(&empty), new.as_object().unwrap_or(&empty));
    let sections: BTreeSet<_> = before.keys().chain(after.keys()).filter(|name| *name != "Resources").collect();
    let mut changes = Vec::new();
    for section in sections {
        let (old, new) = (before.get(section), after.get(section));
        if old == new {
            continue;
        }
        let (old, new) = (old.map(|old| section_of(section, old)), new.map(|new| section_of(section, new)));
        // An empty section is none.
        let sides = (old.filter(|old| !is_empty(old)), new.filter(|new| !is_empty(new)));
        let is_map = |side: &Option<Json>| side.as_ref().is_none_or(Json::is_object);
        let mut note = |path: String, old: Option<&Json>, new: Option<&Json>| {
            let hide = |value: Option<&Json>| value.map(|value| without_secrets(&path, value));
            let change = EntryChange { section: section.clone(), old: hide(old), new: hide(new), path: path.clone() };
            changes.push(change);
        };
        if is_map(&sides.0) && is_map(&sides.1) {
            let nothing = Json::Object(Map::new());
            compare::values("", sides.0.as_ref().unwrap_or(&nothing), sides.1.as_ref().unwrap_or(&nothing), &mut note);
        } else if sides.0 != sides.1 {
            note(String::new(), sides.0.as_ref(), sides.1.as_ref());
        }
    }
    for change in changes.iter_mut().filter(|change| change.section == "Parameters") {
        let name = change.path.split('.').next().unwrap_or_default();
        if is_hidden(before, name) || is_hidden(after, name) {
            let constraint = change.path.rsplit('.').next().unwrap_or_default();
            let whole = change.path == name;
            for value in [&mut change.old, &mut change.new].into_iter().flatten() {
                match value {
                    Json::Object(parameter) if whole => parameter.iter_mut().for_each(hide),
                    _ if is_value(constraint) || whole => *value = Json::from(HIDDEN),
                    _ if change
                        .path
                        .split('.')
                        .nth(1)
                        .is_none_or(|part| is_value(part.split('[').next().unwrap_or(part))) =>
                    {
                        *value = Json::from(HIDDEN);
                    }
                    _ => {}
                }
            }
        }
    }
    changes
}

fn hide((name, value): (&String, &mut Json)) {
    if is_value(name) {
        *value = Json::from(HIDDEN);
    }
}

/// What holds values of a parameter.
fn is_value(name: &str) -> bool {
    matches!(name, "Default" | "AllowedValues" | "AllowedPattern")
}

/// Whether the values of a parameter are not to be shown.
fn is_hidden(template: &Map<String, Json>, parameter: &str) -> bool {
    let parameter = template.get("Parameters").and_then(|parameters| parameters.get(parameter));
    match parameter.and_then(|parameter| parameter.get("NoEcho")) {
        None | Some(Json::Bool(false)) => false,
        Some(Json::String(text)) => !text.eq_ignore_ascii_case("false"),
        Some(_) => true,
    }
}

/// A section in canonical form. What the CDK adds for itself to conditions, parameters and rules is left out.
fn section_of(section: &str, value: &Json) -> Json {
    let mut value = anything(value);
    if let Json::Object(map) = &mut value {
        match section {
            "Conditions" => drop(map.remove("CDKMetadataAvailable")),
            "Parameters" => drop(map.remove("BootstrapVersion")),
            "Rules" => drop(map.remove("CheckBootstrapVersion")),
            _ => {}
        }
    }
    value
}

fn is_empty(value: &Json) -> bool {
    match value {
        Json::Object(map) => map.is_empty(),
        Json::Null => true,
        _ => false,
    }
}
