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

impl Expression {
    /// The expression as a part of the text that `Fn::Sub` takes.
    fn in_sub(&self) -> String {
        match self {
            Self::Text(text) => text.replace("${", "${!"),
            Self::Ref(id) => format!("${{{id}}}"),
            Self::Attribute(id, attribute) => format!("${{{id}.{attribute}}}"),
            Self::Join(parts) => parts.iter().map(Self::in_sub).collect(),
        }
    }
}

impl Serialize for Expression {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Ref(id) => call(serializer, "Ref", id),
            Self::Attribute(id, attribute) => call(serializer, "Fn::GetAtt", &(id, attribute)),
            Self::Join(parts) => call(serializer, "Fn::Sub", &parts.iter().map(Self::in_sub).collect::<String>()),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ConstructPath;

    fn json<T>(value: &Value<T>) -> String {
        serde_json::to_string(value).unwrap()
    }

    #[test]
    fn values_are_written_as_cloudformation_reads_them() {
        let id = ConstructPath::new("Archive").logical_id();
        assert_eq!(json(&Value::literal("text")), r#""text""#);
        assert_eq!(json(&Value::<Name<()>>::reference(&id)), r#"{"Ref":"Archive"}"#);
        let arn = Value::<Arn<()>>::attribute(&id, "Arn");
        assert_eq!(json(&arn), r#"{"Fn::GetAtt":["Archive","Arn"]}"#);
        assert_eq!(json(&arn.with_suffix("/*")), r#"{"Fn::Sub":"${Archive.Arn}/*"}"#);
        let name = Value::join(["a-".into(), pseudo::region(), "-${x}".into()]);
        assert_eq!(json(&name), r#"{"Fn::Sub":"a-${AWS::Region}-${!x}"}"#);
    }

    #[test]
    fn what_is_known_is_joined_now() {
        assert_eq!(Value::join(["a".into(), "b".into()]), Value::literal("ab"));
        assert_eq!(Value::join([pseudo::region()]), pseudo::region());
    }
}
