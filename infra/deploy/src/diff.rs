//! What differs between two templates, resource by resource and property by property.

use std::collections::BTreeSet;
use std::fmt;

use serde_json::Value;

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// Only in the new template.
    Added {
        /// Where, such as `Resources/Carts`.
        path: String,
        /// What, if it is a resource: its type; else its value.
        what: String,
    },
    /// Only in the old template.
    Removed {
        /// Where.
        path: String,
        /// What it was.
        what: String,
    },
    /// In both, with different values.
    Changed {
        /// Where.
        path: String,
        /// What it was.
        old: String,
        /// What it becomes.
        new: String,
    },
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Added { path, what } => write!(f, "+ {path}: {what}"),
            Self::Removed { path, what } => write!(f, "- {path}: {what}"),
            Self::Changed { path, old, new } => write!(f, "~ {path}: {old} -> {new}"),
        }
    }
}

/// What differs between an old template (or none) and a new one. Objects are compared by key, lists as a whole.
#[must_use]
pub fn templates(old: Option<&Value>, new: &Value) -> Vec<Difference> {
    let empty = Value::Object(serde_json::Map::new());
    let mut differences = Vec::new();
    compare("", old.unwrap_or(&empty), new, &mut differences);
    differences
}

fn compare(path: &str, old: &Value, new: &Value, differences: &mut Vec<Difference>) {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) if !is_intrinsic(old) && !is_intrinsic(new) => {
            let keys: BTreeSet<_> = old.keys().chain(new.keys()).collect();
            for key in keys {
                let path = if path.is_empty() { key.clone() } else { format!("{path}/{key}") };
                match (old.get(key), new.get(key)) {
                    (Some(old), Some(new)) => compare(&path, old, new, differences),
                    (None, Some(new)) => each(&path, new, differences, |path, what| Difference::Added { path, what }),
                    (Some(old), None) => each(&path, old, differences, |path, what| Difference::Removed { path, what }),
                    (None, None) => {}
                }
            }
        }
        (old, new) if old == new => {}
        (old, new) => {
            differences.push(Difference::Changed { path: path.to_owned(), old: summary(old), new: summary(new) });
        }
    }
}

/// A section of a template that is there as a whole is named entry by entry.
fn each(
    path: &str,
    value: &Value,
    differences: &mut Vec<Difference>,
    difference: impl Fn(String, String) -> Difference,
) {
    match value {
        Value::Object(entries) if !path.contains('/') => {
            differences.extend(entries.iter().map(|(key, value)| difference(format!("{path}/{key}"), summary(value))));
        }
        value => differences.push(difference(path.to_owned(), summary(value))),
    }
}

fn is_intrinsic(object: &serde_json::Map<String, Value>) -> bool {
    object.len() == 1 && object.keys().all(|key| key == "Ref" || key.starts_with("Fn::"))
}

/// A resource by its type, anything else as it stands.
fn summary(value: &Value) -> String {
    match value.get("Type").and_then(Value::as_str) {
        Some(resource_type) if resource_type.contains("::") => resource_type.to_owned(),
        _ => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn lines(old: Option<&Value>, new: &Value) -> Vec<String> {
        templates(old, new).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn equal_templates_do_not_differ() {
        let template = json!({ "Resources": { "Q": { "Type": "AWS::SQS::Queue", "Properties": { "A": [1, 2] } } } });
        assert!(lines(Some(&template), &template).is_empty());
    }

    #[test]
    fn differences_are_named_where_they_are() {
        let old = json!({ "Resources": {
            "Gone": { "Type": "AWS::SNS::Topic" },
            "Q": { "Type": "AWS::SQS::Queue", "Properties": { "Timeout": 30, "Dead": { "Ref": "A" } } },
        } });
        let new = json!({ "Resources": {
            "New": { "Type": "AWS::SQS::Queue" },
            "Q": { "Type": "AWS::SQS::Queue", "Properties": { "Timeout": 60, "Dead": { "Ref": "B" } } },
        } });
        let expected = [
            "- Resources/Gone: AWS::SNS::Topic",
            "+ Resources/New: AWS::SQS::Queue",
            r#"~ Resources/Q/Properties/Dead: {"Ref":"A"} -> {"Ref":"B"}"#,
            "~ Resources/Q/Properties/Timeout: 30 -> 60",
        ];
        assert_eq!(lines(Some(&old), &new), expected);
    }

    #[test]
    fn against_nothing_every_resource_is_new() {
        let new = json!({ "Resources": { "Q": { "Type": "AWS::SQS::Queue" } } });
        assert_eq!(lines(None, &new), ["+ Resources/Q: AWS::SQS::Queue"]);
    }
}
