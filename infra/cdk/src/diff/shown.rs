//! Values as people read them.

use serde_json::Value as Json;

use super::canonical::call;

/// A value on one line: JSON, in which references stand as in `Fn::Sub`: `${Orders.Arn}`.
///
/// ```
/// # use serde_json::json;
/// assert_eq!(cdk::diff::shown(&json!({ "Fn::GetAtt": ["Orders", "Arn"] })), "${Orders.Arn}");
/// assert_eq!(cdk::diff::shown(&json!(["a", 1])), r#"["a", 1]"#);
/// ```
#[must_use]
pub fn shown(value: &Json) -> String {
    match value {
        Json::Array(items) => format!("[{}]", items.iter().map(shown).collect::<Vec<_>>().join(", ")),
        Json::Object(map) => match evaluated(value) {
            Some(text) => text,
            None => {
                let entries = map.iter().map(|(key, value)| format!("{}: {}", Json::from(key.as_str()), shown(value)));
                format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
            }
        },
        value => value.to_string(),
    }
}

/// A value as a part of a text: without quotes.
pub(super) fn bare(value: &Json) -> String {
    value.as_str().map_or_else(|| shown(value), str::to_owned)
}

fn evaluated(value: &Json) -> Option<String> {
    match call(value)? {
        ("Ref", Json::String(id)) => Some(format!("${{{id}}}")),
        ("Fn::GetAtt", Json::Array(items)) => match items.as_slice() {
            [Json::String(id), Json::String(attribute)] => Some(format!("${{{id}.{attribute}}}")),
            _ => None,
        },
        ("Fn::Join", Json::Array(items)) => match items.as_slice() {
            [Json::String(delimiter), Json::Array(parts)] if delimiter.is_empty() => {
                Some(parts.iter().map(bare).collect())
            }
            _ => None,
        },
        _ => None,
    }
}
