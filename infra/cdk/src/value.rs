//! Typed tokens: values that are known now, and values that CloudFormation fills in.

use std::fmt;
use std::marker::PhantomData;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::LogicalId;

/// The ARN of a `T`.
#[derive(Debug)]
pub enum Arn<T> {
    #[doc(hidden)]
    Never(std::convert::Infallible, PhantomData<fn() -> T>),
}

/// The name of a `T`, by which its service's API knows it.
#[derive(Debug)]
pub enum Name<T> {
    #[doc(hidden)]
    Never(std::convert::Infallible, PhantomData<fn() -> T>),
}

/// A value of type `T` in a template: written out, or an expression that CloudFormation evaluates.
pub struct Value<T> {
    expression: Expression,
    kind: PhantomData<fn() -> T>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Expression {
    Text(String),
    Ref(String),
    Attribute(LogicalId, &'static str),
    Join(Vec<Expression>),
}

impl<T> Value<T> {
    /// What `Ref` gives for a resource or parameter.
    #[must_use]
    pub fn reference(id: &LogicalId) -> Self {
        Self::of(Expression::Ref(id.to_string()))
    }

    /// What `Fn::GetAtt` gives for an attribute of a resource.
    #[must_use]
    pub fn attribute(id: &LogicalId, attribute: &'static str) -> Self {
        Self::of(Expression::Attribute(id.clone(), attribute))
    }

    /// The same value where any text will do.
    #[must_use]
    pub fn text(self) -> Value<String> {
        Value::of(self.expression)
    }

    fn of(expression: Expression) -> Self {
        Self { expression, kind: PhantomData }
    }
}

impl Value<String> {
    /// A text that is known now.
    pub fn literal(text: impl Into<String>) -> Self {
        Self::of(Expression::Text(text.into()))
    }

    /// The parts one after the other, as one text.
    pub fn join(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut joined: Vec<Expression> = Vec::new();
        for part in parts {
            let parts = match part.expression {
                Expression::Join(parts) => parts,
                part => vec![part],
            };
            for part in parts {
                match (joined.last_mut(), part) {
                    (Some(Expression::Text(before)), Expression::Text(text)) => before.push_str(&text),
                    (_, part) => joined.push(part),
                }
            }
        }
        match <[Expression; 1]>::try_from(joined) {
            Ok([only]) => Self::of(only),
            Err(parts) => Self::of(Expression::Join(parts)),
        }
    }

    /// This text used as the ARN of a `T`.
    #[must_use]
    pub fn into_arn<T>(self) -> Value<Arn<T>> {
        Value::of(self.expression)
    }
}

impl<T> Value<Arn<T>> {
    /// This ARN followed by `suffix`, such as `/*` for the objects of a bucket.
    #[must_use]
    pub fn with_suffix(self, suffix: &str) -> Value<String> {
        Value::join([self.text(), suffix.into()])
    }
}

impl From<&str> for Value<String> {
    fn from(text: &str) -> Self {
        Self::literal(text)
    }
}

impl From<String> for Value<String> {
    fn from(text: String) -> Self {
        Self::literal(text)
    }
}

impl<T> Clone for Value<T> {
    fn clone(&self) -> Self {
        Self::of(self.expression.clone())
    }
}

impl<T> PartialEq for Value<T> {
    fn eq(&self, other: &Self) -> bool {
        self.expression == other.expression
    }
}

impl<T> Eq for Value<T> {}

impl<T> PartialOrd for Value<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Value<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.expression.cmp(&other.expression)
    }
}

impl<T> fmt::Debug for Value<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.expression.fmt(f)
    }
}

impl<T> Serialize for Value<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.expression.serialize(serializer)
    }
}

impl Serialize for Expression {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Ref(id) => call(serializer, "Ref", id),
            Self::Attribute(id, attribute) => call(serializer, "Fn::GetAtt", &(id, attribute)),
            Self::Join(parts) => call(serializer, "Fn::Join", &("", parts)),
        }
    }
}

fn call<S: Serializer>(serializer: S, function: &str, argument: &impl Serialize) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(1))?;
    map.serialize_entry(function, argument)?;
    map.end()
}

/// The values that CloudFormation knows about the stack itself.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html>
pub mod pseudo {
    use super::{Expression, Value};

    /// The account that the stack is in.
    #[must_use]
    pub fn account_id() -> Value<String> {
        Value::of(Expression::Ref("AWS::AccountId".to_owned()))
    }

    /// The partition of AWS that the stack is in, such as `aws`.
    #[must_use]
    pub fn partition() -> Value<String> {
        Value::of(Expression::Ref("AWS::Partition".to_owned()))
    }

    /// The region that the stack is in.
    #[must_use]
    pub fn region() -> Value<String> {
        Value::of(Expression::Ref("AWS::Region".to_owned()))
    }
}
