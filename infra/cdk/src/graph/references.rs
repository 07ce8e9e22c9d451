//! What an expression of a template refers to, and how it reads.

use serde_json::{Map, Value as Json};

/// The logical ids that an expression refers to, however deep, in the order in which they stand.
pub(super) fn references(expression: &Json) -> Vec<&str> {
    let mut found = Vec::new();
    collect(expression, &mut found);
    found
}

fn collect<'a>(expression: &'a Json, found: &mut Vec<&'a str>) {
    match expression {
        Json::Array(elements) => elements.iter().for_each(|element| collect(element, found)),
        Json::Object(fields) => match call(fields) {
            Some(("Ref", Json::String(id))) => found.push(id),
            Some(("Fn::GetAtt", Json::String(path))) => found.push(owner(path)),
            Some(("Fn::GetAtt", Json::Array(parts))) => found.extend(parts.first().and_then(Json::as_str)),
            Some(("Fn::Sub", Json::String(text))) => found.extend(placeholders(text).map(owner)),
            Some(("Fn::Sub", Json::Array(parts))) => substitution(parts, found),
            _ => fields.values().for_each(|value| collect(value, found)),
        },
        _ => {}
    }
}

/// `Fn::Sub` with values of its own: those come before the resources of the template.
fn substitution<'a>(parts: &'a [Json], found: &mut Vec<&'a str>) {
    let [Json::String(text), values, ..] = parts else { return };
    for name in placeholders(text) {
        match values.get(name) {
            Some(value) => collect(value, found),
            None => found.push(owner(name)),
        }
    }
}

/// The function and its argument, if an object is the call of a function.
fn call(fields: &Map<String, Json>) -> Option<(&str, &Json)> {
    let mut fields = fields.iter();
    let (name, argument) = fields.next()?;
    (fields.next().is_none() && (name == "Ref" || name.starts_with("Fn::"))).then_some((name, argument))
}

/// What stands in `${…}`; `${!…}` is text.
fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split("${")
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name.trim())
        .filter(|name| !name.starts_with('!'))
}

/// The resource in `Resource.Attribute`.
fn owner(path: &str) -> &str {
    path.split_once('.').map_or(path, |(owner, _)| owner)
}

/// An expression as a person reads it: a text as it is, a reference in the manner of `Fn::Sub`, anything else as JSON.
/// Nothing gives an empty text.
pub(super) fn text(expression: &Json) -> String {
    match expression {
        Json::Null => String::new(),
        Json::String(text) => text.clone(),
        Json::Array(elements) if elements.iter().all(Json::is_string) => {
            elements.iter().map(text).collect::<Vec<_>>().join(", ")
        }
        Json::Object(fields) => match call(fields) {
            Some(("Ref", Json::String(id))) => format!("${{{id}}}"),
            Some(("Fn::GetAtt", Json::String(path))) => format!("${{{path}}}"),
            Some(("Fn::GetAtt", Json::Array(parts))) => {
                format!("${{{}}}", parts.iter().map(text).collect::<Vec<_>>().join("."))
            }
            Some(("Fn::Sub", Json::String(text))) => text.clone(),
            Some(("Fn::Join", Json::Array(parts))) => match parts.as_slice() {
                [Json::String(separator), Json::Array(parts)] => {
                    parts.iter().map(text).collect::<Vec<_>>().join(separator)
                }
                _ => expression.to_string(),
            },
            _ => expression.to_string(),
        },
        _ => expression.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn references_are_found_however_they_are_written() {
        let cases = [
            (json!({ "Ref": "A" }), vec!["A"]),
            (json!({ "Fn::GetAtt": ["A", "Arn"] }), vec!["A"]),
            (json!({ "Fn::GetAtt": "A.Stream.Arn" }), vec!["A"]),
            (json!({ "Fn::Sub": "x-${A.Arn}/*-${B}-${!C}" }), vec!["A", "B"]),
            (json!({ "Fn::Sub": ["${A}-${x}", { "x": { "Ref": "B" }, "unused": { "Ref": "C" } }] }), vec!["A", "B"]),
            (json!({ "Fn::Join": ["", ["arn:", { "Ref": "A" }, { "Fn::GetAtt": ["B", "Arn"] }]] }), vec!["A", "B"]),
            (
                json!({ "Fn::If": ["Condition", { "Ref": "A" }, [{ "Fn::Select": [0, [{ "Ref": "B" }]] }]] }),
                vec!["A", "B"],
            ),
        ];
        for (expression, expected) in cases {
            assert_eq!(references(&expression), expected, "{expression}");
        }
    }

    #[test]
    fn what_is_malformed_refers_to_nothing() {
        let cases = [
            json!({ "Ref": 1 }),
            json!({ "Fn::GetAtt": [] }),
            json!({ "Fn::GetAtt": [1, "Arn"] }),
            json!({ "Fn::Sub": "${A" }),
            json!({ "Fn::Sub": [1] }),
            json!({ "Ref": "A", "Other": "B" }),
            json!("${A}"),
            json!(null),
        ];
        for expression in cases {
            assert!(references(&expression).is_empty(), "{expression}");
        }
    }

    #[test]
    fn expressions_read_as_text() {
        let cases = [
            (json!("a"), "a"),
            (json!(["a", "b"]), "a, b"),
            (json!(7), "7"),
            (json!(null), ""),
            (json!({ "Fn::GetAtt": ["A", "Arn"] }), "${A.Arn}"),
            (json!({ "Fn::Join": ["/", ["a", { "Ref": "B" }]] }), "a/${B}"),
            (json!({ "a": [1] }), r#"{"a":[1]}"#),
        ];
        for (expression, expected) in cases {
            assert_eq!(text(&expression), expected);
        }
    }
}
