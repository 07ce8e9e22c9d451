//! Texts with references in them: `Fn::Sub` and `Fn::Join` in one form, `{"Fn::Join": ["", […]]}` without needless parts.

use serde_json::{Map, Value as Json, json};

/// Beyond so many bytes a text is left as it is: variables of `Fn::Sub` can multiply each other without end.
const MOST_BYTES: usize = 65_536;

/// The text of `Fn::Sub` with its variables, whose values are in canonical form already; nothing if it grows too long.
pub(super) fn substituted(text: &str, variables: Option<&Map<String, Json>>) -> Option<Json> {
    let mut parts = Vec::new();
    let mut bytes = text.len();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("${") {
        let Some((name, after)) = after.split_once('}') else { break };
        rest = after;
        parts.push(Json::from(before));
        if let Some(verbatim) = name.strip_prefix('!') {
            parts.push(Json::from(format!("${{{verbatim}}}")));
            continue;
        }
        let name = name.trim();
        match (variables.and_then(|variables| variables.get(name)), name.split_once('.')) {
            (Some(value), _) => {
                bytes = bytes.saturating_add(weight(value));
                if bytes > MOST_BYTES {
                    return None;
                }
                parts.push(value.clone());
            }
            (None, Some((id, attribute))) if !name.contains("::") => {
                parts.push(json!({ "Fn::GetAtt": [id, attribute] }));
            }
            (None, _) => parts.push(json!({ "Ref": name })),
        }
    }
    parts.push(Json::from(rest));
    Some(joined(parts))
}

/// Parts one after the other, with something between.
pub(super) fn with_delimiter(delimiter: &str, parts: Vec<Json>) -> Json {
    let mut all = Vec::with_capacity(parts.len() * 2);
    for (index, part) in parts.into_iter().enumerate() {
        if index > 0 {
            all.push(Json::from(delimiter));
        }
        all.push(part);
    }
    joined(all)
}

/// Parts one after the other: a text if all are known, the only part if there is one, else a join.
fn joined(parts: Vec<Json>) -> Json {
    let mut flat: Vec<Json> = Vec::with_capacity(parts.len());
    for part in parts {
        match inner(part) {
            Ok(parts) => parts.into_iter().for_each(|part| push(&mut flat, part)),
            Err(part) => push(&mut flat, part),
        }
    }
    match flat.len() {
        0 => Json::from(""),
        1 => flat.remove(0),
        _ => json!({ "Fn::Join": ["", flat] }),
    }
}

fn push(parts: &mut Vec<Json>, part: Json) {
    let part = match part {
        Json::Bool(value) => Json::from(value.to_string()),
        Json::Number(number) => Json::from(number.to_string()),
        part => part,
    };
    match (parts.last_mut(), part) {
        (_, Json::String(text)) if text.is_empty() => {}
        (Some(Json::String(before)), Json::String(text)) => before.push_str(&text),
        (_, part) => parts.push(part),
    }
}

/// The parts of a join without delimiter.
fn inner(part: Json) -> Result<Vec<Json>, Json> {
    let is_join = part.as_object().is_some_and(|map| map.len() == 1)
        && part.pointer("/Fn::Join/0").and_then(Json::as_str) == Some("")
        && part.pointer("/Fn::Join/1").is_some_and(Json::is_array);
    match part {
        Json::Object(mut map) if is_join => match map.get_mut("Fn::Join").and_then(|join| join.get_mut(1)) {
            Some(Json::Array(parts)) => Ok(std::mem::take(parts)),
            _ => Ok(Vec::new()),
        },
        part => Err(part),
    }
}

fn weight(value: &Json) -> usize {
    match value {
        Json::Null | Json::Bool(_) | Json::Number(_) => 8,
        Json::String(text) => text.len() + 2,
        Json::Array(items) => items.iter().map(weight).fold(2, usize::saturating_add),
        Json::Object(map) => map.iter().map(|(key, value)| key.len() + weight(value)).fold(2, usize::saturating_add),
    }
}
