//! Filters on event source mappings, built from the fields of the event.

mod fields;
mod pattern;

use std::marker::PhantomData;

use contract::{ItemChanges, QueueMessages, StandardQueueMessages, StreamRecords, TableChanges, Wake};
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};

use self::fields::Missing;
pub(super) use self::pattern::Shape;
use self::pattern::{Condition, Matcher};

/// Which events of type `T` wake a function. The others are dropped before they cost anything.
///
/// The fields are those that `T` really has, by their names in JSON: synthesis refuses others. Where serde reads any name
/// (maps, `#[serde(flatten)]`, internally tagged and untagged enums), any name is accepted.
///
/// ```
/// use cdk::constructs::Filter;
///
/// #[derive(serde::Deserialize)]
/// struct Event {
///     #[serde(rename = "type")]
///     kind: String,
///     quantity: u32,
/// }
///
/// let opened: Filter<Event> = Filter::field("type").equals("cart.opened");
/// let large = Filter::field("type").prefix("cart.item-").and(Filter::field("quantity").at_least(100));
/// let either = opened.or(large);
/// ```
///
/// <https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html>
#[derive(Debug)]
pub struct Filter<T> {
    condition: Condition,
    mistakes: Vec<FilterMistake>,
    event: PhantomData<fn() -> T>,
}

/// A field of an event of type `T`, about to be compared.
#[derive(Debug)]
pub struct FilterField<T> {
    path: Vec<String>,
    mistake: Option<FilterMistake>,
    event: PhantomData<fn() -> T>,
}

/// Why a filter matches nothing or cannot be written.
#[derive(Debug)]
pub(super) struct FilterMistake {
    pub message: String,
    pub help: String,
}

/// A kind of wake whose events can be filtered.
#[diagnostic::on_unimplemented(
    message = "what wakes the function by `{Self}` cannot be filtered",
    note = "changes of tables, records of streams and messages of queues can"
)]
pub trait Filtered: Wake {
    /// What a filter is about.
    type Event;

    #[doc(hidden)]
    const SHAPE: Shape;
}

impl<T: 'static> Filtered for TableChanges<T> {
    type Event = T;
    const SHAPE: Shape = Shape::NewImage;
}

impl<T: 'static> Filtered for ItemChanges<T> {
    type Event = T;
    const SHAPE: Shape = Shape::NewImage;
}

impl<T: 'static> Filtered for StreamRecords<T> {
    type Event = T;
    const SHAPE: Shape = Shape::Json("data");
}

impl<T: 'static> Filtered for QueueMessages<T> {
    type Event = T;
    const SHAPE: Shape = Shape::Json("body");
}

impl<T: 'static> Filtered for StandardQueueMessages<T> {
    type Event = T;
    const SHAPE: Shape = Shape::Json("body");
}

impl<T: DeserializeOwned> Filter<T> {
    /// The field of this name in JSON; a field inside of another after a `.`: `customer.country`.
    #[must_use]
    pub fn field(name: &str) -> FilterField<T> {
        let path: Vec<String> = name.split('.').map(str::to_owned).collect();
        let mistake = fields::missing::<T>(&path).map(|Missing { name, known }| FilterMistake {
            message: format!("the event has no field {name} to filter on"),
            help: suggestion(&name, &known),
        });
        FilterField { path, mistake, event: PhantomData }
    }
}

impl<T> Filter<T> {
    /// Events that match both filters. A field can be in one of them only: Lambda has no way to state it twice.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.joined(other, Condition::All)
    }

    /// Events that match one of the two filters, or both.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.joined(other, Condition::Any)
    }

    fn joined(mut self, other: Self, join: fn(Vec<Condition>) -> Condition) -> Self {
        self.mistakes.extend(other.mistakes);
        Self { condition: join(vec![self.condition, other.condition]), ..self }
    }

    /// The pattern for Lambda, inside of what every event of the mapping has to match.
    pub(super) fn pattern(mut self, shape: Shape) -> Result<Json, Vec<FilterMistake>> {
        let pattern = self.condition.pattern(shape);
        match pattern {
            Ok(pattern) if self.mistakes.is_empty() => Ok(pattern),
            Ok(_) => Err(self.mistakes),
            Err(mistake) => {
                self.mistakes.push(mistake);
                Err(self.mistakes)
            }
        }
    }
}

impl<T> FilterField<T> {
    /// It is this text, number or truth value.
    #[must_use]
    pub fn equals(self, value: impl Into<Json>) -> Filter<T> {
        self.one_of([value.into()])
    }

    /// It is one of these texts, numbers or truth values.
    #[must_use]
    pub fn one_of<V: Into<Json>>(self, values: impl IntoIterator<Item = V>) -> Filter<T> {
        self.is(values.into_iter().map(|value| Matcher::Value(value.into())).collect())
    }

    /// It is a text that begins with `prefix`.
    #[must_use]
    pub fn prefix(self, prefix: &str) -> Filter<T> {
        self.is(vec![Matcher::Text(json!({ "prefix": prefix }))])
    }

    /// It is a text that ends with `suffix`.
    #[must_use]
    pub fn suffix(self, suffix: &str) -> Filter<T> {
        self.is(vec![Matcher::Text(json!({ "suffix": suffix }))])
    }

    /// It is none of these texts.
    #[must_use]
    pub fn anything_but<'a>(self, texts: impl IntoIterator<Item = &'a str>) -> Filter<T> {
        let texts: Vec<&str> = texts.into_iter().collect();
        self.is(vec![Matcher::Text(json!({ "anything-but": texts }))])
    }

    /// It is a number from `least` to `most`. Not for tables, whose numbers are texts to Lambda.
    #[must_use]
    pub fn between(self, least: i64, most: i64) -> Filter<T> {
        self.is(vec![Matcher::Number(json!({ "numeric": [">=", least, "<=", most] }))])
    }

    /// It is this number or a larger one. Not for tables, whose numbers are texts to Lambda.
    #[must_use]
    pub fn at_least(self, least: i64) -> Filter<T> {
        self.is(vec![Matcher::Number(json!({ "numeric": [">=", least] }))])
    }

    /// It is this number or a smaller one. Not for tables, whose numbers are texts to Lambda.
    #[must_use]
    pub fn at_most(self, most: i64) -> Filter<T> {
        self.is(vec![Matcher::Number(json!({ "numeric": ["<=", most] }))])
    }

    /// It is there, whatever it is. Not for tables, and not for fields with fields of their own.
    #[must_use]
    pub fn exists(self) -> Filter<T> {
        self.is(vec![Matcher::Presence(true)])
    }

    /// It is not there. Not for tables, and not for fields with fields of their own.
    #[must_use]
    pub fn absent(self) -> Filter<T> {
        self.is(vec![Matcher::Presence(false)])
    }

    fn is(self, matchers: Vec<Matcher>) -> Filter<T> {
        let condition = Condition::Field { path: self.path, matchers };
        Filter { condition, mistakes: self.mistake.into_iter().collect(), event: PhantomData }
    }
}

/// Which of the known fields was meant.
fn suggestion(name: &str, known: &[&str]) -> String {
    let last = name.rsplit('.').next().unwrap_or_default();
    let there =
        if known.is_empty() { "it has no fields there".to_owned() } else { format!("it has {}", known.join(", ")) };
    match crate::similar::similar(last, known.iter().copied()) {
        Some(nearest) => format!("did you mean {nearest}? {there}"),
        None => there,
    }
}
