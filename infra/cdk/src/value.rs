//! Typed values: known now, or filled in by CloudFormation.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::{Serialize, Serializer};

use crate::expression::{Expression, Target};
use crate::{Node, Object, PolicyDocument};

/// The ARN of a `T`.
#[derive(Debug)]
pub struct Arn<T>(PhantomData<fn() -> T>);

/// What identifies a `T` to its service's API and what `Ref` gives for it: its name, or the URL of a queue.
#[derive(Debug)]
pub struct Name<T>(PhantomData<fn() -> T>);

/// Any document, such as a policy.
#[derive(Debug)]
pub enum Json {}

/// A whole number from `MIN` to `MAX`.
///
/// Any number can be given for it; one outside of the range is an error of synthesis. [`Exactly`] is checked when the
/// program is compiled.
#[derive(Debug)]
pub enum Int<const MIN: i64 = { i64::MIN }, const MAX: i64 = { i64::MAX }> {}

/// The number `N`, which the compiler checks against the range of the property that it is given for.
///
/// ```
/// # #[cfg(feature = "sqs")] {
/// use cdk::Exactly;
/// use cdk::aws::sqs::Queue;
///
/// let queue = Queue::new().delay_seconds(Exactly::<900>);
/// # }
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Exactly<const N: i64>;

/// A value of type `T` in a template: known now, or an expression that CloudFormation evaluates.
pub struct Value<T> {
    node: Node,
    kind: PhantomData<fn() -> T>,
}

impl<T> Value<T> {
    /// The piece of the template that it is.
    #[must_use]
    pub fn into_node(self) -> Node {
        self.node
    }

    /// The same value where any text will do.
    #[must_use]
    pub fn text(self) -> Value<String> {
        Value::of(self.node)
    }

    /// A value that the type system does not know to be a `T`, such as `{"Fn::Select": …}`.
    #[must_use]
    pub fn untyped(node: impl Into<Node>) -> Self {
        Self::of(node.into())
    }

    pub(crate) fn of(node: Node) -> Self {
        Self { node, kind: PhantomData }
    }

    /// What `Ref` gives for a resource or parameter.
    pub(crate) fn reference(target: Target) -> Self {
        Self::of(Node::Expression(Expression::Reference(target)))
    }

    /// What `Fn::GetAtt` gives for an attribute of a resource.
    pub(crate) fn attribute(target: Target, attribute: &'static str) -> Self {
        Self::of(Node::Expression(Expression::Attribute(target, attribute.into())))
    }
}

impl Value<String> {
    /// A text that is known now.
    pub fn literal(text: impl Into<String>) -> Self {
        Self::of(Node::from(text.into()))
    }

    /// The parts one after the other, as one text.
    pub fn join(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut joined: Vec<Node> = Vec::new();
        for part in parts {
            let parts = match part.node {
                Node::Expression(Expression::Join(parts)) => parts,
                part => vec![part],
            };
            for part in parts {
                match (joined.last_mut(), part) {
                    (Some(Node::Text(before)), Node::Text(text)) => before.to_mut().push_str(&text),
                    (_, part) => joined.push(part),
                }
            }
        }
        match <[Node; 1]>::try_from(joined) {
            Ok([only]) => Self::of(only),
            Err(parts) => Self::of(Node::Expression(Expression::Join(parts))),
        }
    }

    /// This text used as the ARN of a `T`.
    #[must_use]
    pub fn into_arn<T>(self) -> Value<Arn<T>> {
        Value::of(self.node)
    }
}

impl<T> Value<Arn<T>> {
    /// This ARN followed by `suffix`, such as `/*` for the objects of a bucket.
    #[must_use]
    pub fn with_suffix(self, suffix: &str) -> Value<String> {
        Value::join([self.text(), suffix.into()])
    }
}

impl<T> From<Value<Arn<T>>> for Value<String> {
    fn from(arn: Value<Arn<T>>) -> Self {
        arn.text()
    }
}

impl<T> From<Value<Name<T>>> for Value<String> {
    fn from(name: Value<Name<T>>) -> Self {
        name.text()
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

impl From<bool> for Value<bool> {
    fn from(value: bool) -> Self {
        Self::of(Node::Bool(value))
    }
}

impl From<f64> for Value<f64> {
    fn from(number: f64) -> Self {
        Self::of(Node::from(number))
    }
}

impl From<PolicyDocument> for Value<Json> {
    fn from(policy: PolicyDocument) -> Self {
        Self::of(policy.into())
    }
}

impl From<serde_json::Value> for Value<Json> {
    fn from(json: serde_json::Value) -> Self {
        Self::of(Node::from(json))
    }
}

impl From<Object> for Value<Json> {
    fn from(object: Object) -> Self {
        Self::of(Node::Object(object))
    }
}

impl<const MIN: i64, const MAX: i64> From<i32> for Value<Int<MIN, MAX>> {
    fn from(number: i32) -> Self {
        Self::of(Node::from(number))
    }
}

impl<const MIN: i64, const MAX: i64> From<u32> for Value<Int<MIN, MAX>> {
    fn from(number: u32) -> Self {
        Self::of(Node::from(number))
    }
}

impl<const MIN: i64, const MAX: i64> From<i64> for Value<Int<MIN, MAX>> {
    fn from(number: i64) -> Self {
        Self::of(Node::from(number))
    }
}

impl<const N: i64, const MIN: i64, const MAX: i64> From<Exactly<N>> for Value<Int<MIN, MAX>> {
    fn from(_: Exactly<N>) -> Self {
        const { assert!(MIN <= N && N <= MAX, "this number is outside of the range that AWS documents for the property") };
        Self::of(Node::from(N))
    }
}

impl<T, V: Into<Value<T>>> From<Vec<V>> for Value<Vec<T>> {
    fn from(list: Vec<V>) -> Self {
        Self::of(Node::List(list.into_iter().map(|value| value.into().node).collect()))
    }
}

impl<T, V: Into<Value<T>>, const N: usize> From<[V; N]> for Value<Vec<T>> {
    fn from(list: [V; N]) -> Self {
        Self::of(Node::List(list.into_iter().map(|value| value.into().node).collect()))
    }
}

impl<T, V: Into<Value<T>>> From<BTreeMap<String, V>> for Value<BTreeMap<String, T>> {
    fn from(map: BTreeMap<String, V>) -> Self {
        Self::of(Node::Object(map.into_iter().map(|(name, value)| (name, value.into().node)).collect()))
    }
}

impl<T, V: Into<Value<T>>, const N: usize> From<[(&'static str, V); N]> for Value<BTreeMap<String, T>> {
    fn from(map: [(&'static str, V); N]) -> Self {
        Self::of(Node::Object(map.into_iter().map(|(name, value)| (name, value.into().node)).collect()))
    }
}

impl<T> From<Value<T>> for Node {
    fn from(value: Value<T>) -> Self {
        value.node
    }
}

impl<T> Clone for Value<T> {
    fn clone(&self) -> Self {
        Self::of(self.node.clone())
    }
}

impl<T> PartialEq for Value<T> {
    fn eq(&self, other: &Self) -> bool {
        self.node == other.node
    }
}

impl<T> fmt::Debug for Value<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.node.fmt(f)
    }
}

impl<T> Serialize for Value<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.node.serialize(serializer)
    }
}

/// The values that CloudFormation knows about the stack itself.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html>
pub mod pseudo {
    use super::{Expression, Node, Value};

    /// The account that the stack is in.
    #[must_use]
    pub fn account_id() -> Value<String> {
        pseudo("AWS::AccountId")
    }

    /// The partition of AWS that the stack is in, such as `aws`.
    #[must_use]
    pub fn partition() -> Value<String> {
        pseudo("AWS::Partition")
    }

    /// The region that the stack is in.
    #[must_use]
    pub fn region() -> Value<String> {
        pseudo("AWS::Region")
    }

    /// The stack's name.
    #[must_use]
    pub fn stack_name() -> Value<String> {
        pseudo("AWS::StackName")
    }

    fn pseudo(name: &'static str) -> Value<String> {
        Value::of(Node::Expression(Expression::Pseudo(name.into())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json<T>(value: &Value<T>) -> String {
        serde_json::to_string(value).unwrap()
    }

    #[test]
    fn values_are_written_as_cloudformation_reads_them() {
        let archive = Target::here("Archive");
        assert_eq!(json(&Value::literal("text")), r#""text""#);
        assert_eq!(json(&Value::<Name<()>>::reference(archive.clone())), r#"{"Ref":"Archive"}"#);
        let arn = Value::<Arn<()>>::attribute(archive, "Arn");
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
