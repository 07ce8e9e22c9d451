//! Resources that go while equal ones come: renames, which CloudFormation does not know.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value as Json, json};

use super::canonical::call;
use super::resources::{Changed, Side};

/// The logical ids that go, and those that come.
type GoneAndCome<'a> = (Vec<&'a str>, Vec<&'a str>);

/// Marks what goes and comes with the same type and properties, if there is only one of each. References between
/// resources and parameters that go or come count as equal, so that things renamed together are all found.
pub(super) fn mark(changed: &mut Changed<'_>) {
    let unsettled = unsettled(changed);
    let mut equal: BTreeMap<(String, String), GoneAndCome<'_>> = BTreeMap::new();
    for (id, pair) in &changed.pairs {
        let key = |side: &Side<'_>| (side.kind.to_owned(), without(&side.properties, &unsettled).to_string());
        match (&pair.old, &pair.new) {
            (Some(old), None) => equal.entry(key(old)).or_default().0.push(id),
            (None, Some(new)) => equal.entry(key(new)).or_default().1.push(id),
            _ => {}
        }
    }
    for (gone, came) in equal.into_values() {
        let (&[gone], &[came]) = (gone.as_slice(), came.as_slice()) else { continue };
        for (id, other) in [(gone, came), (came, gone)] {
            if let Some(pair) = changed.pairs.get_mut(id) {
                pair.change.recreated = Some(other.to_owned());
            }
        }
    }
}

/// What is in one of the templates only.
fn unsettled<'a>(changed: &Changed<'a>) -> BTreeSet<&'a str> {
    let names = |template: &'a Json| {
        let parameters = template.get("Parameters").and_then(Json::as_object);
        parameters.into_iter().flatten().map(|(name, _)| name.as_str()).collect::<BTreeSet<_>>()
    };
    let (old, new) = (names(changed.old), names(changed.new));
    let resources = changed.pairs.iter().filter(|(_, pair)| pair.old.is_none() || pair.new.is_none());
    resources.map(|(id, _)| *id).chain(old.symmetric_difference(&new).copied()).collect()
}

fn without(value: &Json, unsettled: &BTreeSet<&str>) -> Json {
    match (value, call(value)) {
        (_, Some(("Ref", Json::String(id)))) if unsettled.contains(id.as_str()) => json!({ "Ref": "?" }),
        (_, Some(("Fn::GetAtt", Json::Array(items)))) => match items.as_slice() {
            [Json::String(id), attribute] if unsettled.contains(id.as_str()) => {
                json!({ "Fn::GetAtt": ["?", attribute] })
            }
            _ => value.clone(),
        },
        (Json::Array(items), _) => Json::Array(items.iter().map(|item| without(item, unsettled)).collect()),
        (Json::Object(map), _) => {
            map.iter().map(|(key, value)| (key.clone(), without(value, unsettled))).collect::<Map<_, _>>().into()
        }
        (value, _) => value.clone(),
    }
}
