//! Values that a test takes out of a template.

use std::cell::RefCell;
use std::rc::Rc;

use serde_json::Value;

use super::pattern::{Expectation, Pattern, anything};

/// Takes values out of the resources that an assertion finds.
///
/// Nothing is taken from resources that do not match the whole pattern.
///
/// ```
/// use cdk::assertions::{Assertions, Capture, pattern};
/// use serde_json::json;
///
/// let template = json!({"Resources": {"Orders": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "orders"}}}});
/// let name = Capture::new();
/// Assertions::of(&template).has_resource("AWS::SQS::Queue", pattern!({ "QueueName": name.matcher() }));
/// assert_eq!(name.text(), "orders");
/// ```
#[derive(Debug, Clone, Default)]
pub struct Capture(Rc<RefCell<Vec<Value>>>);

impl Capture {
    /// Has taken nothing yet.
    ///
    /// ```
    /// assert!(cdk::assertions::Capture::new().values().is_empty());
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A pattern that matches any value and takes it.
    ///
    /// ```
    /// use cdk::assertions::{Assertions, Capture, pattern};
    /// # let template = serde_json::json!({"Parameters": {"Stage": {"Default": "dev"}}});
    /// let default = Capture::new();
    /// Assertions::of(&template).has_parameter("Stage", pattern!({ "Default": default.matcher() }));
    /// assert_eq!(default.value(), "dev");
    /// ```
    #[must_use]
    pub fn matcher(&self) -> Pattern {
        self.of(anything())
    }

    /// A pattern that matches what `pattern` matches, and takes it.
    ///
    /// ```
    /// use cdk::assertions::{Assertions, Capture, pattern, text_containing};
    /// # let template = serde_json::json!({"Parameters": {"Stage": {"Default": "dev"}}});
    /// let default = Capture::new();
    /// Assertions::of(&template).has_parameter("Stage", pattern!({ "Default": default.of(text_containing("d")) }));
    /// assert_eq!(default.text(), "dev");
    /// ```
    #[must_use]
    pub fn of(&self, pattern: impl Into<Pattern>) -> Pattern {
        Pattern(Expectation::Captured(self.clone(), Box::new(pattern.into())))
    }

    /// Everything that was taken, one value for each matching resource, in the order of their logical ids.
    ///
    /// ```
    /// use cdk::assertions::{Assertions, Capture, pattern};
    /// use serde_json::json;
    ///
    /// let queue = |name| json!({"Type": "AWS::SQS::Queue", "Properties": {"QueueName": name}});
    /// let template = json!({"Resources": {"A": queue("orders"), "B": queue("carts")}});
    /// let names = Capture::new();
    /// Assertions::of(&template).all_resources("AWS::SQS::Queue", pattern!({ "QueueName": names.matcher() }));
    /// assert_eq!(names.values(), ["orders", "carts"]);
    /// ```
    #[must_use]
    pub fn values(&self) -> Vec<Value> {
        self.0.borrow().clone()
    }

    /// The one value that was taken.
    ///
    /// ```
    /// use cdk::assertions::{Assertions, Capture, pattern};
    /// # let template = serde_json::json!({"Outputs": {"Zones": {"Value": 3}}});
    /// let zones = Capture::new();
    /// Assertions::of(&template).has_output("Zones", pattern!({ "Value": zones.matcher() }));
    /// assert_eq!(zones.value(), 3);
    /// ```
    ///
    /// # Panics
    /// When nothing or more than one value was taken.
    #[must_use]
    #[track_caller]
    pub fn value(&self) -> Value {
        match self.0.borrow().as_slice() {
            [value] => value.clone(),
            [] => panic!("nothing was captured; use the capture in an assertion that matches first"),
            values => panic!(
                "{} values were captured: {}; narrow the pattern down, or use `values()`",
                values.len(),
                values.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
            ),
        }
    }

    /// The one text that was taken.
    ///
    /// ```
    /// use cdk::assertions::{Assertions, Capture, pattern};
    /// # let template = serde_json::json!({"Outputs": {"Url": {"Value": "https://shop.example"}}});
    /// let url = Capture::new();
    /// Assertions::of(&template).has_output("Url", pattern!({ "Value": url.matcher() }));
    /// assert_eq!(url.text(), "https://shop.example");
    /// ```
    ///
    /// # Panics
    /// When nothing or more than one value was taken, or the value is no text.
    #[must_use]
    #[track_caller]
    pub fn text(&self) -> String {
        match self.value() {
            Value::String(text) => text,
            other => panic!("the captured value is no text: {other}"),
        }
    }

    pub(super) fn take(&self, value: Value) {
        self.0.borrow_mut().push(value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[should_panic(expected = "nothing was captured")]
    fn a_capture_that_took_nothing_has_no_value() {
        let _ = Capture::new().value();
    }

    #[test]
    #[should_panic(expected = "2 values were captured: 1, 2; narrow the pattern down, or use `values()`")]
    fn a_capture_that_took_two_values_has_no_single_one() {
        let capture = Capture::new();
        capture.take(1.into());
        capture.take(2.into());
        let _ = capture.value();
    }

    #[test]
    #[should_panic(expected = "the captured value is no text: 1")]
    fn a_number_is_no_text() {
        let capture = Capture::new();
        capture.take(1.into());
        let _ = capture.text();
    }
}
