//! What a test expects of a JSON value.

use std::collections::BTreeMap;
use std::fmt;

use regex::Regex;
use serde_json::Value;

use super::capture::Capture;

/// What a test expects of a JSON value.
///
/// Anything that turns into JSON is a pattern: `json!({...})`, a text, a number. Where matchers such as [`anything`]
/// are needed inside, [`pattern!`](crate::pattern!) takes the same notation. An object matches when it has every key of the
/// pattern, at any depth, and may have others (see [`exactly`]). A list matches when it has the same length and every
/// element matches (see [`list_with`]).
///
/// ```
/// use cdk::assertions::{Assertions, Pattern};
/// use serde_json::json;
///
/// let template = json!({"Resources": {"Orders": {"Type": "AWS::SQS::Queue", "Properties": {"FifoQueue": true}}}});
/// Assertions::of(&template).has_resource("AWS::SQS::Queue", Pattern::from(json!({"FifoQueue": true})));
/// ```
#[derive(Debug, Clone)]
pub struct Pattern(pub(super) Expectation);

#[derive(Debug, Clone)]
pub(super) enum Expectation {
    Scalar(Value),
    Object(BTreeMap<String, Pattern>),
    List(Vec<Pattern>),
    Anything,
    Absent,
    Exactly(Box<Pattern>),
    ListWith(Vec<Pattern>),
    OneOf(Vec<Pattern>),
    Not(Box<Pattern>),
    TextContaining(String),
    TextMatching(Regex),
    SerializedJson(Box<Pattern>),
    Captured(Capture, Box<Pattern>),
}

impl<T: Into<Value>> From<T> for Pattern {
    fn from(value: T) -> Self {
        match value.into() {
            Value::Object(members) => object(members),
            Value::Array(elements) => list(elements),
            scalar => Self(Expectation::Scalar(scalar)),
        }
    }
}

/// Writes a [`Pattern`] like JSON, with matchers and other expressions wherever a value stands.
///
/// ```
/// use cdk::assertions::{Assertions, absent, anything, pattern, text_containing};
/// use serde_json::json;
///
/// let template = json!({"Resources": {"Orders": {
///     "Type": "AWS::SQS::Queue",
///     "Properties": {"QueueName": "orders.fifo", "RedrivePolicy": {"deadLetterTargetArn": "…", "maxReceiveCount": 3}},
/// }}});
/// Assertions::of(&template).has_resource(
///     "AWS::SQS::Queue",
///     pattern!({
///         "QueueName": text_containing("orders"),
///         "RedrivePolicy": { "deadLetterTargetArn": anything(), "maxReceiveCount": 1 + 2 },
///         "KmsMasterKeyId": absent(),
///     }),
/// );
/// ```
#[macro_export]
macro_rules! pattern {
    // Members of an object, one at a time.
    (@members [$($done:tt)*]) => {
        $crate::assertions::object::<::std::string::String, $crate::assertions::Pattern>([$($done)*])
    };
    (@members [$($done:tt)*] $key:literal : null $(, $($rest:tt)*)?) => {
        $crate::pattern!(@members [$($done)* (::std::string::String::from($key), $crate::pattern!(null)),] $($($rest)*)?)
    };
    (@members [$($done:tt)*] $key:literal : {$($inner:tt)*} $(, $($rest:tt)*)?) => {
        $crate::pattern!(@members [$($done)* (::std::string::String::from($key), $crate::pattern!({$($inner)*})),] $($($rest)*)?)
    };
    (@members [$($done:tt)*] $key:literal : [$($inner:tt)*] $(, $($rest:tt)*)?) => {
        $crate::pattern!(@members [$($done)* (::std::string::String::from($key), $crate::pattern!([$($inner)*])),] $($($rest)*)?)
    };
    (@members [$($done:tt)*] $key:literal : $value:expr $(, $($rest:tt)*)?) => {
        $crate::pattern!(@members [$($done)* (::std::string::String::from($key), $crate::pattern!($value)),] $($($rest)*)?)
    };
    // Elements of a list, one at a time.
    (@elements [$($done:tt)*]) => {
        $crate::assertions::list::<$crate::assertions::Pattern>([$($done)*])
    };
    (@elements [$($done:tt)*] null $(, $($rest:tt)*)?) => {
        $crate::pattern!(@elements [$($done)* $crate::pattern!(null),] $($($rest)*)?)
    };
    (@elements [$($done:tt)*] {$($inner:tt)*} $(, $($rest:tt)*)?) => {
        $crate::pattern!(@elements [$($done)* $crate::pattern!({$($inner)*}),] $($($rest)*)?)
    };
    (@elements [$($done:tt)*] [$($inner:tt)*] $(, $($rest:tt)*)?) => {
        $crate::pattern!(@elements [$($done)* $crate::pattern!([$($inner)*]),] $($($rest)*)?)
    };
    (@elements [$($done:tt)*] $value:expr $(, $($rest:tt)*)?) => {
        $crate::pattern!(@elements [$($done)* $crate::pattern!($value),] $($($rest)*)?)
    };
    (null) => { $crate::assertions::Pattern::from(()) };
    ({$($members:tt)*}) => { $crate::pattern!(@members [] $($members)*) };
    ([$($elements:tt)*]) => { $crate::pattern!(@elements [] $($elements)*) };
    ($value:expr) => { $crate::assertions::Pattern::from($value) };
}

/// An object with these members and any others: what [`pattern!`](crate::pattern!) makes of `{...}`, for keys that are
/// computed.
///
/// ```
/// use cdk::assertions::{Assertions, anything, object};
/// use serde_json::json;
///
/// let template = json!({"Resources": {"Publish": {
///     "Type": "AWS::Lambda::Function",
///     "Properties": {"Environment": {"Variables": {"EVENTS_STREAM": "events", "LOG": "info"}}},
/// }}});
/// let variables = object(["EVENTS_STREAM", "LOG"].map(|name| (name, anything())));
/// let environment = object([("Variables", variables)]);
/// Assertions::of(&template).has_resource("AWS::Lambda::Function", object([("Environment", environment)]));
/// ```
#[must_use]
pub fn object<K: Into<String>, P: Into<Pattern>>(members: impl IntoIterator<Item = (K, P)>) -> Pattern {
    Pattern(Expectation::Object(members.into_iter().map(|(key, value)| (key.into(), value.into())).collect()))
}

/// A list of exactly these elements: what [`pattern!`](crate::pattern!) makes of `[...]`, for elements that are
/// computed.
///
/// ```
/// use cdk::assertions::{Assertions, list, object};
/// use serde_json::json;
///
/// let template = json!({"Outputs": {"Zones": {"Value": ["eu-west-1a", "eu-west-1b"]}}});
/// let zones = list(["a", "b"].map(|zone| format!("eu-west-1{zone}")));
/// Assertions::of(&template).has_output("Zones", object([("Value", zones)]));
/// ```
#[must_use]
pub fn list<P: Into<Pattern>>(elements: impl IntoIterator<Item = P>) -> Pattern {
    Pattern(Expectation::List(elements.into_iter().map(Into::into).collect()))
}

/// Any value, as long as there is one.
///
/// ```
/// use cdk::assertions::{Assertions, anything, pattern};
/// # let template = serde_json::json!({"Resources": {"Orders": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "orders"}}}});
/// Assertions::of(&template).has_resource("AWS::SQS::Queue", pattern!({ "QueueName": anything() }));
/// ```
#[must_use]
pub fn anything() -> Pattern {
    Pattern(Expectation::Anything)
}

/// No value: the key is not there.
///
/// ```
/// use cdk::assertions::{Assertions, absent, pattern};
/// # let template = serde_json::json!({"Resources": {"Orders": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "orders"}}}});
/// Assertions::of(&template).has_resource("AWS::SQS::Queue", pattern!({ "FifoQueue": absent() }));
/// ```
#[must_use]
pub fn absent() -> Pattern {
    Pattern(Expectation::Absent)
}

/// Matches like `expected`, but objects in it have no other keys, at any depth.
///
/// ```
/// use cdk::assertions::{Assertions, exactly, pattern};
/// # let template = serde_json::json!({"Resources": {"Orders": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "orders"}}}});
/// Assertions::of(&template).has_resource("AWS::SQS::Queue", exactly(pattern!({ "QueueName": "orders" })));
/// ```
#[must_use]
pub fn exactly(expected: impl Into<Pattern>) -> Pattern {
    Pattern(Expectation::Exactly(Box::new(expected.into())))
}

/// A list that has these elements in this order, and may have others before, between and after.
///
/// ```
/// use cdk::assertions::{Assertions, list_with, pattern};
/// # let template = serde_json::json!({"Resources": {"Rule": {"Type": "AWS::Events::Rule", "Properties": {"Targets": [{"Id": "a"}, {"Id": "b"}, {"Id": "c"}]}}}});
/// let targets = list_with([pattern!({ "Id": "a" }), pattern!({ "Id": "c" })]);
/// Assertions::of(&template).has_resource("AWS::Events::Rule", pattern!({ "Targets": targets }));
/// ```
#[must_use]
pub fn list_with<P: Into<Pattern>>(elements: impl IntoIterator<Item = P>) -> Pattern {
    Pattern(Expectation::ListWith(elements.into_iter().map(Into::into).collect()))
}

/// A value that matches at least one of these. With [`absent`] among them, it may be missing.
///
/// ```
/// use cdk::assertions::{Assertions, one_of, pattern};
/// # let template = serde_json::json!({"Resources": {"Publish": {"Type": "AWS::Lambda::Function", "Properties": {"MemorySize": 256}}}});
/// Assertions::of(&template).has_resource("AWS::Lambda::Function", pattern!({ "MemorySize": one_of([128, 256]) }));
/// ```
#[must_use]
pub fn one_of<P: Into<Pattern>>(alternatives: impl IntoIterator<Item = P>) -> Pattern {
    Pattern(Expectation::OneOf(alternatives.into_iter().map(Into::into).collect()))
}

/// A value that does not match `unexpected`. A missing value matches, unless `unexpected` is [`absent`].
///
/// ```
/// use cdk::assertions::{Assertions, not, pattern};
/// # let template = serde_json::json!({"Resources": {"Orders": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "orders"}}}});
/// Assertions::of(&template).has_resource("AWS::SQS::Queue", pattern!({ "QueueName": not("carts") }));
/// ```
#[must_use]
pub fn not(unexpected: impl Into<Pattern>) -> Pattern {
    Pattern(Expectation::Not(Box::new(unexpected.into())))
}

/// A text that contains `part`.
///
/// ```
/// use cdk::assertions::{Assertions, pattern, text_containing};
/// # let template = serde_json::json!({"Resources": {"Orders": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "shop-orders"}}}});
/// Assertions::of(&template).has_resource("AWS::SQS::Queue", pattern!({ "QueueName": text_containing("orders") }));
/// ```
#[must_use]
pub fn text_containing(part: impl Into<String>) -> Pattern {
    Pattern(Expectation::TextContaining(part.into()))
}

/// A text in which the regular expression `expression` matches; `^` and `$` tie it to the whole text.
///
/// ```
/// use cdk::assertions::{Assertions, matching, pattern};
/// # let template = serde_json::json!({"Resources": {"Orders": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "orders-42"}}}});
/// Assertions::of(&template).has_resource("AWS::SQS::Queue", pattern!({ "QueueName": matching(r"^orders-\d+$") }));
/// ```
///
/// # Panics
/// When `expression` is no [regular expression](https://docs.rs/regex-lite/latest/regex/#syntax).
#[must_use]
#[track_caller]
pub fn matching(expression: &str) -> Pattern {
    match Regex::new(expression) {
        Ok(expression) => Pattern(Expectation::TextMatching(expression)),
        Err(error) => panic!("matching({expression:?}): {error}"),
    }
}

/// A text that is JSON, the value of which matches `expected`.
///
/// ```
/// use cdk::assertions::{Assertions, pattern, serialized_json};
/// # let template = serde_json::json!({"Resources": {"Flow": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionString": "{\"StartAt\": \"Order\"}"}}}});
/// Assertions::of(&template).has_resource(
///     "AWS::StepFunctions::StateMachine",
///     pattern!({ "DefinitionString": serialized_json(pattern!({ "StartAt": "Order" })) }),
/// );
/// ```
#[must_use]
pub fn serialized_json(expected: impl Into<Pattern>) -> Pattern {
    Pattern(Expectation::SerializedJson(Box::new(expected.into())))
}

/// The pattern on one line, as it would be written.
impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Expectation::Scalar(value) => value.fmt(f),
            Expectation::Object(members) => {
                f.write_str("{")?;
                for (position, (key, value)) in members.iter().enumerate() {
                    let separator = if position == 0 { "" } else { "," };
                    write!(f, "{separator}{key:?}:{value}")?;
                }
                f.write_str("}")
            }
            Expectation::List(elements) => write!(f, "[{}]", joined(elements)),
            Expectation::Anything => f.write_str("anything()"),
            Expectation::Absent => f.write_str("nothing"),
            Expectation::Exactly(pattern) => write!(f, "exactly({pattern})"),
            Expectation::ListWith(elements) => write!(f, "list_with([{}])", joined(elements)),
            Expectation::OneOf(alternatives) => write!(f, "one_of([{}])", joined(alternatives)),
            Expectation::Not(pattern) => write!(f, "not({pattern})"),
            Expectation::TextContaining(part) => write!(f, "text_containing({part:?})"),
            Expectation::TextMatching(expression) => write!(f, "matching({:?})", expression.as_str()),
            Expectation::SerializedJson(pattern) => write!(f, "serialized_json({pattern})"),
            Expectation::Captured(_, pattern) => pattern.fmt(f),
        }
    }
}

fn joined(patterns: &[Pattern]) -> String {
    patterns.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_pattern_reads_as_it_is_written() {
        let cases = [
            (Pattern::from(json!({"a": [1, null, "x"], "b": true})), r#"{"a":[1,null,"x"],"b":true}"#),
            (
                pattern!({ "a": [1, null, { "b": anything() }, [absent()],], "c": {}, "d": [] }),
                r#"{"a":[1,null,{"b":anything()},[nothing]],"c":{},"d":[]}"#,
            ),
            (exactly(json!({"a": 1})), r#"exactly({"a":1})"#),
            (list_with([1, 2]), "list_with([1,2])"),
            (one_of(["a", "b"]), r#"one_of(["a","b"])"#),
            (not(text_containing("a")), r#"not(text_containing("a"))"#),
            (matching("^a"), r#"matching("^a")"#),
            (serialized_json(json!({"a": 1})), r#"serialized_json({"a":1})"#),
            (Capture::new().matcher(), "anything()"),
        ];
        for (pattern, text) in cases {
            assert_eq!(pattern.to_string(), text);
        }
    }

    #[test]
    fn expressions_stand_where_values_stand() {
        let name = format!("orders-{}", 1);
        let pattern = pattern!({ "Name": name.clone(), "Size": name.len() + 1, "Tags": [name.as_str()], "Flag": name.is_empty() });
        assert_eq!(pattern.to_string(), r#"{"Flag":false,"Name":"orders-1","Size":9,"Tags":["orders-1"]}"#);
    }

    #[test]
    #[should_panic(expected = r#"matching("("): "#)]
    fn what_is_no_regular_expression_is_refused() {
        let _ = matching("(");
    }
}
