//! What a function says about a batch, as Lambda understands it.

use serde_json::Value;

/// What became of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Outcome {
    /// All of it was handled.
    Handled,
    /// These positions were not, in order.
    NotHandled(Vec<usize>),
    /// Nothing of it counts as handled.
    Failed(String),
}

/// Reads the response to a batch of records with these identifiers. One that names none of them, or nothing, fails the batch.
///
/// <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html>
pub(super) fn outcome(answer: &str, identifiers: &[&str], reports_failures: bool) -> Outcome {
    if !reports_failures {
        return Outcome::Handled;
    }
    let answer: Value = match serde_json::from_str(answer) {
        Ok(answer) => answer,
        Err(error) => return Outcome::Failed(format!("the response is not JSON: {error}")),
    };
    let failures = match &answer["batchItemFailures"] {
        Value::Null => return Outcome::Handled,
        Value::Array(failures) => failures,
        other => return Outcome::Failed(format!("batchItemFailures is {other}")),
    };
    let mut positions = Vec::new();
    for failure in failures {
        let identifier = failure["itemIdentifier"].as_str().unwrap_or_default();
        match identifiers.iter().position(|known| *known == identifier) {
            Some(position) => positions.push(position),
            None => return Outcome::Failed(format!("itemIdentifier is {}", failure["itemIdentifier"])),
        }
    }
    positions.sort_unstable();
    positions.dedup();
    if positions.is_empty() { Outcome::Handled } else { Outcome::NotHandled(positions) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_response_that_cannot_be_understood_fails_the_batch() {
        let read = |answer: &str| outcome(answer, &["a", "b"], true);
        assert_eq!(read(r#"{"batchItemFailures":[]}"#), Outcome::Handled);
        assert_eq!(read("null"), Outcome::Handled);
        assert_eq!(read(r#"{"batchItemFailures":[{"itemIdentifier":"b"}]}"#), Outcome::NotHandled(vec![1]));
        assert!(matches!(read(r#"{"batchItemFailures":[{"itemIdentifier":""}]}"#), Outcome::Failed(_)));
        assert!(matches!(read(r#"{"batchItemFailures":[{"itemIdentifier":null}]}"#), Outcome::Failed(_)));
        assert!(matches!(read(r#"{"batchItemFailures":[{"itemIdentifier":"c"}]}"#), Outcome::Failed(_)));
        assert!(matches!(read(r#"{"batchItemFailures":[{"id":"a"}]}"#), Outcome::Failed(_)));
        assert!(matches!(read("no"), Outcome::Failed(_)));
        assert_eq!(outcome("no", &["a"], false), Outcome::Handled);
    }
}
