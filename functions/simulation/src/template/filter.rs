//! The filters of a mapping: what they do not let through is never delivered.
//!
//! <https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html>

use serde_json::Value;

/// Patterns of which one has to match. Without any, everything is let through.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filters(Vec<Value>);

impl Filters {
    /// Reads `FilterCriteria`; nothing when there is a rule other than a list of texts to choose from.
    pub(super) fn read(criteria: &Value) -> Option<Self> {
        let filters = criteria["Filters"].as_array().map_or(&[][..], Vec::as_slice);
        let patterns = filters.iter().map(|filter| serde_json::from_str(filter["Pattern"].as_str()?).ok());
        let patterns = patterns.collect::<Option<Vec<Value>>>()?;
        patterns.iter().all(is_known).then_some(Self(patterns))
    }

    pub(crate) fn let_through(&self, record: &str) -> bool {
        if self.0.is_empty() {
            return true;
        }
        let record: Value = serde_json::from_str(record).unwrap_or_default();
        self.0.iter().any(|pattern| matches(pattern, &record))
    }
}

fn is_known(pattern: &Value) -> bool {
    match pattern {
        Value::Object(fields) => fields.values().all(is_known),
        Value::Array(choices) => choices.iter().all(Value::is_string),
        _ => false,
    }
}

fn matches(pattern: &Value, value: &Value) -> bool {
    match pattern {
        Value::Object(fields) => fields.iter().all(|(name, pattern)| matches(pattern, &value[name])),
        Value::Array(choices) => choices.contains(value),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn one_of_the_choices_has_to_be_there() {
        let criteria = json!({ "Filters": [{ "Pattern": r#"{"a":{"b":["x","y"]}}"# }] });
        let filters = Filters::read(&criteria).unwrap();
        assert!(filters.let_through(r#"{"a":{"b":"y"}}"#));
        assert!(!filters.let_through(r#"{"a":{"b":"z"}}"#));
        assert!(Filters::read(&Value::Null).unwrap().let_through("{}"));
        assert!(Filters::read(&json!({ "Filters": [{ "Pattern": r#"{"a":[{"prefix":"x"}]}"# }] })).is_none());
    }
}
