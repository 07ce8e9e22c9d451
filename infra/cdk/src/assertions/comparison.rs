//! How a JSON value differs from a pattern.

use std::fmt;

use serde_json::Value;

use super::capture::Capture;
use super::pattern::{Expectation, Pattern};

/// What came of comparing a value with a pattern.
#[derive(Default)]
pub(super) struct Comparison {
    /// How many single values the pattern expects.
    pub expected: usize,
    /// How many of them are missing or different.
    pub missed: usize,
    /// Where the value differs.
    pub differences: Vec<Difference>,
    captured: Vec<(Capture, Value)>,
}

/// One place where a value differs from a pattern.
#[derive(Debug, PartialEq)]
pub(super) struct Difference {
    path: String,
    text: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.text)
    }
}

impl Comparison {
    /// Compares the value at `path` with a pattern; `None` is a value that is not there.
    pub fn of(pattern: &Pattern, path: &str, found: Option<&Value>) -> Self {
        compare(pattern, path, found, Keys::AtLeast)
    }

    /// Whether there is no difference.
    pub fn matches(&self) -> bool {
        self.differences.is_empty()
    }

    /// Hands the values that matched to their captures.
    pub fn capture(self) {
        for (capture, value) in self.captured {
            capture.take(value);
        }
    }

    fn same() -> Self {
        Self { expected: 1, ..Self::default() }
    }

    fn different(path: &str, text: String, values: usize) -> Self {
        let difference = Difference { path: path.to_owned(), text };
        Self { expected: values, missed: values, differences: vec![difference], captured: Vec::new() }
    }

    fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        parts.into_iter().fold(Self::default(), |mut all, part| {
            all.expected += part.expected;
            all.missed += part.missed;
            all.differences.extend(part.differences);
            all.captured.extend(part.captured);
            all
        })
    }
}

/// Which keys an object may have.
#[derive(Clone, Copy, PartialEq)]
enum Keys {
    /// Those of the pattern and others.
    AtLeast,
    /// Those of the pattern.
    Exactly,
}

fn compare(pattern: &Pattern, path: &str, found: Option<&Value>, keys: Keys) -> Comparison {
    let verdict = |matches: bool| {
        if matches {
            Comparison::same()
        } else {
            Comparison::different(path, format!("expected {}, found {}", short(pattern), shown(found)), values(pattern))
        }
    };
    match (&pattern.0, found) {
        (Expectation::Scalar(expected), _) => verdict(found == Some(expected)),
        (Expectation::Object(members), Some(Value::Object(found))) => {
            let expected =
                members.iter().map(|(key, pattern)| compare(pattern, &member(path, key), found.get(key), keys));
            let others = found.iter().filter(|(key, _)| keys == Keys::Exactly && !members.contains_key(*key));
            let others = others.map(|(key, value)| unexpected(&member(path, key), value));
            Comparison::all(empty(members.is_empty()).into_iter().chain(expected).chain(others))
        }
        (Expectation::List(elements), Some(Value::Array(found))) => {
            let expected = elements
                .iter()
                .enumerate()
                .map(|(position, pattern)| compare(pattern, &format!("{path}[{position}]"), found.get(position), keys));
            let others = found.iter().enumerate().skip(elements.len());
            let others = others.map(|(position, value)| unexpected(&format!("{path}[{position}]"), value));
            Comparison::all(empty(elements.is_empty()).into_iter().chain(expected).chain(others))
        }
        (Expectation::ListWith(elements), Some(Value::Array(found))) => subsequence(elements, path, found, keys),
        (Expectation::Object(_) | Expectation::List(_) | Expectation::ListWith(_), _) => verdict(false),
        (Expectation::Anything, _) => verdict(found.is_some()),
        (Expectation::Absent, _) => verdict(found.is_none()),
        (Expectation::Exactly(pattern), _) => compare(pattern, path, found, Keys::Exactly),
        (Expectation::OneOf(alternatives), _) => {
            let mut compared = alternatives.iter().map(|alternative| compare(alternative, path, found, keys));
            compared.find(Comparison::matches).unwrap_or_else(|| verdict(false))
        }
        (Expectation::Not(pattern), _) => verdict(!compare(pattern, path, found, keys).matches()),
        (Expectation::TextContaining(part), _) => {
            verdict(found.and_then(Value::as_str).is_some_and(|text| text.contains(part.as_str())))
        }
        (Expectation::TextMatching(expression), _) => {
            verdict(found.and_then(Value::as_str).is_some_and(|text| expression.is_match(text)))
        }
        (Expectation::SerializedJson(pattern), _) => {
            match found.and_then(Value::as_str).and_then(|text| serde_json::from_str(text).ok()) {
                Some(value) => compare(pattern, &format!("{path}(as JSON)"), Some(&value), keys),
                None => verdict(false),
            }
        }
        (Expectation::Captured(capture, pattern), _) => {
            let mut compared = compare(pattern, path, found, keys);
            if let (true, Some(value)) = (compared.matches(), found) {
                compared.captured.push((capture.clone(), value.clone()));
            }
            compared
        }
    }
}

/// Looks for each element after the one before it. Taking the first that matches leaves the most for those that follow.
fn subsequence(elements: &[Pattern], path: &str, found: &[Value], keys: Keys) -> Comparison {
    let mut rest = found.iter().enumerate();
    let mut parts = Vec::from_iter(empty(elements.is_empty()));
    for (position, pattern) in elements.iter().enumerate() {
        let place = |found: usize| format!("{path}[{found}]");
        let left = rest.clone();
        let matching = rest.find_map(|(at, value)| {
            let compared = compare(pattern, &place(at), Some(value), keys);
            compared.matches().then_some(compared)
        });
        if let Some(matching) = matching {
            parts.push(matching);
            continue;
        }
        let closest = left
            .map(|(at, value)| (at, compare(pattern, &place(at), Some(value), keys)))
            .min_by_key(|(_, compared)| compared.missed);
        let what = format!("expected {} as element {position} of `list_with`", short(pattern));
        let mut missing = match &closest {
            Some((at, _)) => Comparison::different(path, format!("{what}; closest is [{at}]"), values(pattern)),
            None => Comparison::different(path, format!("{what}, found nothing more"), values(pattern)),
        };
        missing.differences.extend(closest.into_iter().flat_map(|(_, compared)| compared.differences));
        parts.push(missing);
        // What follows an element that is missing cannot be told, so it is not reported either.
        break;
    }
    Comparison::all(parts)
}

fn unexpected(path: &str, found: &Value) -> Comparison {
    Comparison::different(path, format!("expected nothing, found {}", shown(Some(found))), 1)
}

/// An empty object or list is a single value; any other is as many as it holds.
fn empty(is_empty: bool) -> Option<Comparison> {
    is_empty.then(Comparison::same)
}

/// How many single values a pattern expects.
fn values(pattern: &Pattern) -> usize {
    match &pattern.0 {
        Expectation::Object(members) => members.values().map(values).sum::<usize>().max(1),
        Expectation::List(elements) | Expectation::ListWith(elements) => {
            elements.iter().map(values).sum::<usize>().max(1)
        }
        Expectation::Exactly(pattern) | Expectation::SerializedJson(pattern) | Expectation::Captured(_, pattern) => {
            values(pattern)
        }
        _ => 1,
    }
}

fn member(path: &str, key: &str) -> String {
    let plain = |character: char| character.is_ascii_alphanumeric() || matches!(character, '_' | '-' | ':' | '/');
    match (path.is_empty(), !key.is_empty() && key.chars().all(plain)) {
        (true, true) => key.to_owned(),
        (false, true) => format!("{path}.{key}"),
        (_, false) => format!("{path}[{key:?}]"),
    }
}

fn shown(value: Option<&Value>) -> String {
    value.map_or_else(|| "nothing".to_owned(), short)
}

/// The text of `value`, cut where it gets too long for a line.
fn short(value: &(impl fmt::Display + ?Sized)) -> String {
    const LONGEST: usize = 200;
    let text = value.to_string();
    if text.chars().count() <= LONGEST {
        return text;
    }
    text.chars().take(LONGEST).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::assertions::{Capture, text_containing};
    use crate::assertions::{absent, anything, exactly, list_with, matching, not, one_of, pattern, serialized_json};

    /// The differences of a value from a pattern, as text.
    fn differences(pattern: impl Into<Pattern>, found: Value) -> Vec<String> {
        Comparison::of(&pattern.into(), "P", Some(&found)).differences.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn an_object_may_have_other_keys_at_any_depth() {
        assert!(differences(json!({"a": {"b": 1}}), json!({"a": {"b": 1, "c": 2}, "d": 3})).is_empty());
        assert_eq!(differences(json!({"a": {"b": 1}}), json!({"a": {"b": 2}})), ["P.a.b: expected 1, found 2"]);
        assert_eq!(differences(json!({"a": {"b": 1}}), json!({"a": 2})), [r#"P.a: expected {"b":1}, found 2"#]);
        assert_eq!(differences(json!({}), json!([])), ["P: expected {}, found []"]);
        assert_eq!(differences(json!({"a.b": 1}), json!({})), [r#"P["a.b"]: expected 1, found nothing"#]);
    }

    #[test]
    fn a_list_has_exactly_the_elements_of_the_pattern() {
        assert!(differences(json!([1, {"a": 1}]), json!([1, {"a": 1, "b": 2}])).is_empty());
        assert_eq!(differences(json!([1, 2]), json!([1])), ["P[1]: expected 2, found nothing"]);
        assert_eq!(differences(json!([1]), json!([1, 2])), ["P[1]: expected nothing, found 2"]);
        assert_eq!(
            differences(json!([1, 2]), json!([2, 1])),
            ["P[0]: expected 1, found 2", "P[1]: expected 2, found 1"]
        );
    }

    #[test]
    fn exactly_allows_no_other_keys_at_any_depth() {
        assert!(differences(exactly(json!({"a": [{"b": 1}]})), json!({"a": [{"b": 1}]})).is_empty());
        let found = json!({"a": [{"b": 1, "c": 2}], "d": 3});
        let expected = ["P.a[0].c: expected nothing, found 2", "P.d: expected nothing, found 3"];
        assert_eq!(differences(exactly(json!({"a": [{"b": 1}]})), found), expected);
    }

    #[test]
    fn anything_is_there_and_absent_is_not() {
        assert!(differences(pattern!({ "a": anything(), "b": absent() }), json!({"a": null})).is_empty());
        let expected = ["P.a: expected anything(), found nothing", "P.b: expected nothing, found null"];
        assert_eq!(differences(pattern!({ "a": anything(), "b": absent() }), json!({"b": null})), expected);
    }

    #[test]
    fn list_with_finds_a_subsequence() {
        for found in [json!([1, 3]), json!([0, 1, 2, 3, 4]), json!([1, 1, 3])] {
            assert!(differences(list_with([1, 3]), found).is_empty());
        }
        let order = ["P: expected 3 as element 1 of `list_with`, found nothing more"];
        assert_eq!(differences(list_with([1, 3]), json!([3, 1])), order);
        let elements = [json!({"a": 1, "b": 2})];
        let expected =
            [r#"P: expected {"a":1,"b":2} as element 0 of `list_with`; closest is [1]"#, "P[1].b: expected 2, found 3"];
        assert_eq!(differences(list_with(elements), json!([{}, {"a": 1, "b": 3}])), expected);
    }

    #[test]
    fn one_of_needs_one_alternative() {
        assert!(differences(pattern!({ "a": one_of([absent(), pattern!(1)]) }), json!({})).is_empty());
        assert!(differences(one_of([1, 2]), json!(2)).is_empty());
        assert_eq!(differences(one_of([1, 2]), json!(3)), ["P: expected one_of([1,2]), found 3"]);
    }

    #[test]
    fn not_turns_a_pattern_round() {
        assert!(differences(pattern!({ "a": not(1), "b": not(1) }), json!({"a": 2})).is_empty());
        assert_eq!(differences(not(1), json!(1)), ["P: expected not(1), found 1"]);
        assert_eq!(
            differences(pattern!({ "a": not(absent()) }), json!({})),
            ["P.a: expected not(nothing), found nothing"]
        );
    }

    #[test]
    fn texts_are_matched_by_part_and_by_expression() {
        assert!(differences(text_containing("b"), json!("abc")).is_empty());
        assert!(differences(matching("^a.c$"), json!("abc")).is_empty());
        assert_eq!(
            differences(text_containing("x"), json!("abc")),
            [r#"P: expected text_containing("x"), found "abc""#]
        );
        assert_eq!(differences(matching("^b"), json!("abc")), [r#"P: expected matching("^b"), found "abc""#]);
        assert_eq!(differences(text_containing("1"), json!(1)), [r#"P: expected text_containing("1"), found 1"#]);
    }

    #[test]
    fn serialized_json_looks_inside_a_text() {
        assert!(differences(serialized_json(json!({"a": 1})), json!(r#"{"a": 1, "b": 2}"#)).is_empty());
        let expected = ["P(as JSON).a: expected 1, found 2"];
        assert_eq!(differences(serialized_json(json!({"a": 1})), json!(r#"{"a": 2}"#)), expected);
        assert_eq!(differences(serialized_json(1), json!("{")), [r#"P: expected serialized_json(1), found "{""#]);
    }

    #[test]
    fn a_capture_keeps_its_pattern() {
        let capture = Capture::new();
        assert_eq!(differences(capture.of(1), json!(2)), ["P: expected 1, found 2"]);
        Comparison::of(&capture.of(1), "P", Some(&json!(1))).capture();
        assert_eq!(capture.value(), 1);
    }

    #[test]
    fn what_is_missing_counts_as_much_as_it_holds() {
        let compared = Comparison::of(&json!({"a": {"b": 1, "c": 2}, "d": 3}).into(), "P", Some(&json!({"d": 3})));
        assert_eq!((compared.expected, compared.missed), (3, 2));
    }

    #[test]
    fn long_values_are_cut() {
        let text = differences(1, json!("x".repeat(500))).concat();
        assert!(text.ends_with("xx…"), "{text}");
        assert_eq!(text.chars().count(), "P: expected 1, found ".len() + 201);
    }
}
