//! One form for everything that means the same.

use std::cmp::Ordering;

use serde_json::{Map, Number, Value as Json, json};

use super::substitution::{substituted, with_delimiter};
use crate::schema::{Kind, ResourceSchema};

/// Lists in which the order matters although the schemas declare that no item stands in them twice.
const ORDERED: [&str; 8] =
    ["Command", "CorsRules", "EntryPoint", "Layers", "PlacementStrategies", "Processors", "TimestampFormats", "Values"];

/// Lists in which the order does not matter, whatever is known of their type.
const UNORDERED: [&str; 14] = [
    "AttributeDefinitions",
    "AvailabilityZones",
    "GroupSet",
    "Groups",
    "ManagedPolicyArns",
    "Roles",
    "SecurityGroupEgress",
    "SecurityGroupIds",
    "SecurityGroupIngress",
    "SecurityGroups",
    "SubnetIds",
    "Tags",
    "Users",
    "VPCSecurityGroups",
];

/// The properties of a resource.
pub(super) fn properties(value: Option<&Json>, schema: Option<&ResourceSchema>) -> Json {
    match value {
        None | Some(Json::Null) => Json::Object(Map::new()),
        Some(value) => {
            let object = schema.map(|schema| Kind::Object(schema.properties));
            canonical(value, object.as_ref(), "")
        }
    }
}

/// A value of which nothing is known.
pub(super) fn anything(value: &Json) -> Json {
    canonical(value, None, "")
}

/// The only entry of an object that is the call of a function.
pub(super) fn call(value: &Json) -> Option<(&str, &Json)> {
    let map = value.as_object().filter(|map| map.len() == 1)?;
    let (name, argument) = map.iter().next()?;
    (name == "Ref" || name.starts_with("Fn::")).then_some((name.as_str(), argument))
}

fn canonical(value: &Json, kind: Option<&Kind>, name: &str) -> Json {
    match value {
        Json::Object(map) => match call(value) {
            Some((function, argument)) => called(function, argument, kind, name),
            None => object(map, kind, canonical),
        },
        Json::Array(items) => {
            let (item, unique) = match kind {
                Some(Kind::List(item, _, _, unique)) => (Some(*item), *unique),
                _ => (None, false),
            };
            let mut items: Vec<Json> = items.iter().map(|value| canonical(value, item, "")).collect();
            if (unique && !ORDERED.contains(&name)) || UNORDERED.contains(&name) {
                sort(&mut items);
            }
            Json::Array(items)
        }
        Json::String(value) => text(value, kind),
        Json::Number(value) => {
            let number = number(value);
            if is_text(kind) { Json::from(number.to_string()) } else { Json::Number(number) }
        }
        Json::Bool(value) if is_text(kind) => Json::from(value.to_string()),
        value => value.clone(),
    }
}

type Inside = fn(&Json, Option<&Kind>, &str) -> Json;

/// An object that is no function: properties, or a policy.
fn object(map: &Map<String, Json>, kind: Option<&Kind>, inside: Inside) -> Json {
    if is_statement(map) {
        return statement(map, inside);
    }
    let is_policy = is_policy(map);
    let entries = map.iter().map(|(name, value)| {
        let kind = match kind {
            Some(Kind::Object(schema)) => {
                let property = schema().properties.iter().find(|property| property.name == name);
                property.map(|property| &property.kind)
            }
            Some(Kind::Map(item)) => Some(*item),
            _ => None,
        };
        let value = inside(value, kind, name);
        let value = if is_policy && name == "Statement" { set(value) } else { value };
        (name.clone(), value)
    });
    Json::Object(entries.collect())
}

fn is_policy(map: &Map<String, Json>) -> bool {
    map.get("Statement").is_some_and(|statement| statement.is_array() || statement.is_object())
        && map.keys().all(|key| matches!(key.as_str(), "Statement" | "Version" | "Id"))
}

/// Whether an object is a statement of a policy.
pub(super) fn is_statement(map: &Map<String, Json>) -> bool {
    let effect = map.get("Effect").and_then(Json::as_str);
    matches!(effect, Some("Allow" | "Deny")) && (map.contains_key("Action") || map.contains_key("NotAction"))
}

fn statement(map: &Map<String, Json>, inside: Inside) -> Json {
    let entries = map.iter().map(|(key, value)| {
        let value = inside(value, None, "");
        let value = match key.as_str() {
            "Action" | "NotAction" | "Resource" | "NotResource" => set(value),
            "Principal" | "NotPrincipal" if value == "*" => json!({ "AWS": ["*"] }),
            "Principal" | "NotPrincipal" => each(value, set),
            "Condition" => each(value, |operator| each(operator, |values| set(texts(values)))),
            _ => value,
        };
        (key.clone(), value)
    });
    Json::Object(entries.collect())
}

fn each(value: Json, change: impl Fn(Json) -> Json) -> Json {
    match value {
        Json::Object(map) if call(&Json::Object(map.clone())).is_none() => {
            Json::Object(map.into_iter().map(|(key, value)| (key, change(value))).collect())
        }
        value => value,
    }
}

/// Values of conditions are texts, however they are written.
fn texts(value: Json) -> Json {
    match value {
        Json::Array(items) => Json::Array(items.into_iter().map(texts).collect()),
        Json::Bool(value) => Json::from(value.to_string()),
        Json::Number(value) => Json::from(value.to_string()),
        value => value,
    }
}

/// One value or several in any order, as a sorted list.
fn set(value: Json) -> Json {
    match value {
        Json::Array(mut items) => {
            sort(&mut items);
            items.dedup();
            Json::Array(items)
        }
        value => Json::Array(vec![value]),
    }
}

fn sort(items: &mut [Json]) {
    items.sort_by(order);
}

/// Any order, as long as it is always the same.
fn order(a: &Json, b: &Json) -> Ordering {
    let kind = |value: &Json| match value {
        Json::Null => 0,
        Json::Bool(_) => 1,
        Json::Number(_) => 2,
        Json::String(_) => 3,
        Json::Array(_) => 4,
        Json::Object(_) => 5,
    };
    match (a, b) {
        (Json::Bool(a), Json::Bool(b)) => a.cmp(b),
        (Json::Number(a), Json::Number(b)) => a.to_string().cmp(&b.to_string()),
        (Json::String(a), Json::String(b)) => a.cmp(b),
        (Json::Array(a), Json::Array(b)) => {
            let items = a.iter().zip(b).map(|(a, b)| order(a, b));
            first_difference(items).then(a.len().cmp(&b.len()))
        }
        (Json::Object(a), Json::Object(b)) => {
            let entries = a.iter().zip(b).map(|((name, a), (other, b))| name.cmp(other).then_with(|| order(a, b)));
            first_difference(entries).then(a.len().cmp(&b.len()))
        }
        (a, b) => kind(a).cmp(&kind(b)),
    }
}

fn first_difference(mut parts: impl Iterator<Item = Ordering>) -> Ordering {
    parts.find(|part| part.is_ne()).unwrap_or(Ordering::Equal)
}

fn called(function: &str, argument: &Json, kind: Option<&Kind>, name: &str) -> Json {
    match (function, argument) {
        ("Fn::GetAtt", Json::String(text)) => match text.split_once('.') {
            Some((id, attribute)) => json!({ "Fn::GetAtt": [id, attribute] }),
            None => json!({ "Fn::GetAtt": text }),
        },
        ("Fn::Sub", Json::String(text)) => match substituted(text, None) {
            Some(Json::String(known)) => self::text(&known, kind),
            Some(value) => value,
            None => json!({ "Fn::Sub": text }),
        },
        ("Fn::Sub", Json::Array(items)) => match items.as_slice() {
            [Json::String(text), Json::Object(variables)] => {
                let variables: Map<_, _> =
                    variables.iter().map(|(name, value)| (name.clone(), canonical(value, None, ""))).collect();
                match substituted(text, Some(&variables)) {
                    Some(Json::String(known)) => self::text(&known, kind),
                    Some(value) => value,
                    None => json!({ "Fn::Sub": [text, variables] }),
                }
            }
            _ => json!({ "Fn::Sub": anything(argument) }),
        },
        ("Fn::Join", Json::Array(items)) => match items.as_slice() {
            [Json::String(delimiter), Json::Array(parts)] => {
                let parts = parts.iter().map(anything).collect();
                match with_delimiter(delimiter, parts) {
                    Json::String(known) => text(&known, kind),
                    value => value,
                }
            }
            _ => json!({ "Fn::Join": anything(argument) }),
        },
        ("Fn::If", Json::Array(items)) => {
            let branch = |(index, item): (usize, &Json)| match index {
                0 => item.clone(),
                _ => canonical(item, kind, name),
            };
            json!({ "Fn::If": items.iter().enumerate().map(branch).collect::<Vec<_>>() })
        }
        _ => {
            let mut map = Map::new();
            map.insert(function.to_owned(), anything(argument));
            Json::Object(map)
        }
    }
}

fn is_text(kind: Option<&Kind>) -> bool {
    matches!(kind, Some(Kind::Text(..) | Kind::Values(_)))
}

fn text(text: &str, kind: Option<&Kind>) -> Json {
    match kind {
        Some(Kind::Bool) if text.eq_ignore_ascii_case("true") => Json::Bool(true),
        Some(Kind::Bool) if text.eq_ignore_ascii_case("false") => Json::Bool(false),
        Some(Kind::Integer(..) | Kind::Integers(_) | Kind::Number(..)) => match serde_json::from_str::<Number>(text) {
            Ok(value) => Json::Number(number(&value)),
            Err(_) => Json::from(text),
        },
        Some(Kind::Json) => document(text).unwrap_or_else(|| Json::from(text)),
        _ => document(text).map_or_else(|| Json::from(text), |document| Json::from(document.to_string())),
    }
}

/// The JSON that stands in a text, if it is an object or a list.
pub(super) fn document(text: &str) -> Option<Json> {
    let is_bracketed =
        |text: &str| (text.starts_with('{') && text.ends_with('}')) || (text.starts_with('[') && text.ends_with(']'));
    if !is_bracketed(text.trim()) {
        return None;
    }
    serde_json::from_str::<Json>(text).ok().map(|document| literal(&document, None, ""))
}

/// JSON in which nothing is evaluated.
fn literal(value: &Json, _: Option<&Kind>, _: &str) -> Json {
    match value {
        Json::Object(map) => object(map, None, literal),
        Json::Array(items) => Json::Array(items.iter().map(|item| literal(item, None, "")).collect()),
        Json::Number(value) => Json::Number(number(value)),
        value => value.clone(),
    }
}

/// `30.0` and `3e1` are `30`.
fn number(number: &Number) -> Number {
    match number.as_f64() {
        #[allow(clippy::cast_possible_truncation, reason = "whole numbers below 2^53 are exact")]
        Some(value) if number.is_f64() && value.fract() == 0.0 && value.abs() < 9e15 => Number::from(value as i64),
        _ => number.clone(),
    }
}
