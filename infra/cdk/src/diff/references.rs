//! Which resources a value refers to.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::canonical::call;

/// Looks at every logical id or name that a value refers to, with whether it is by its identity (`Ref`, `Arn`) or by
/// another attribute.
pub(super) fn visit<'a>(value: &'a Json, found: &mut impl FnMut(&'a str, bool)) {
    match value {
        Json::Array(items) => items.iter().for_each(|item| visit(item, found)),
        Json::Object(map) => {
            match call(value) {
                Some(("Ref", Json::String(id))) => found(id, true),
                Some(("Fn::GetAtt", Json::String(text))) => attribute(text, found),
                Some(("Fn::GetAtt", Json::Array(items))) => {
                    if let [Json::String(id), rest @ ..] = items.as_slice() {
                        let is_arn = rest.first().and_then(Json::as_str).is_some_and(|name| name.ends_with("Arn"));
                        found(id, is_arn);
                    }
                }
                Some(("Fn::Sub", Json::String(text))) => names(text, found),
                Some(("Fn::Sub", Json::Array(items))) => {
                    if let Some(Json::String(text)) = items.first() {
                        let variables = items.get(1);
                        names(text, &mut |id, identity| {
                            if variables.and_then(|variables| variables.get(id)).is_none() {
                                found(id, identity);
                            }
                        });
                    }
                }
                _ => {}
            }
            map.values().for_each(|value| visit(value, found));
        }
        _ => {}
    }
}

fn names<'a>(text: &'a str, found: &mut impl FnMut(&'a str, bool)) {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once("${") {
        let Some((name, after)) = after.split_once('}') else { return };
        rest = after;
        if !name.starts_with('!') {
            attribute(name.trim(), found);
        }
    }
}

fn attribute<'a>(text: &'a str, found: &mut impl FnMut(&'a str, bool)) {
    match text.split_once('.') {
        Some((id, attribute)) => found(id, attribute.ends_with("Arn")),
        None => found(text, true),
    }
}

/// What a value refers to.
pub(super) fn of(value: &Json) -> BTreeSet<&str> {
    let mut ids = BTreeSet::new();
    visit(value, &mut |id, _| {
        ids.insert(id);
    });
    ids
}
