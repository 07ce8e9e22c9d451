//! Properties as a tree: plain data, with references as typed expressions.

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use serde_json::{Number, Value as Json};

use crate::expression::Expression;

/// A piece of a template.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// Nothing.
    Null,
    /// A truth value.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A text that is known now.
    Text(Cow<'static, str>),
    /// Several pieces, in order.
    List(Vec<Node>),
    /// Named pieces.
    Object(Object),
    /// What CloudFormation evaluates.
    Expression(Expression),
}

/// Named pieces, sorted by name.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Object(Vec<(Cow<'static, str>, Node)>);

impl Object {
    /// Without pieces.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The piece of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Node> {
        self.position(name).ok().and_then(|index| self.0.get(index)).map(|(_, node)| node)
    }

    /// The piece of this name, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Node> {
        let index = self.position(name).ok()?;
        self.0.get_mut(index).map(|(_, node)| node)
    }

    /// Sets the piece of this name, and returns the one that was there.
    pub fn insert(&mut self, name: impl Into<Cow<'static, str>>, node: impl Into<Node>) -> Option<Node> {
        let (name, node) = (name.into(), node.into());
        match self.position(&name) {
            Ok(index) => self.0.get_mut(index).map(|(_, present)| std::mem::replace(present, node)),
            Err(index) => {
                self.0.insert(index, (name, node));
                None
            }
        }
    }

    /// Takes the piece of this name out.
    pub fn remove(&mut self, name: &str) -> Option<Node> {
        self.position(name).ok().map(|index| self.0.remove(index).1)
    }

    /// The pieces, sorted by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Node)> {
        self.0.iter().map(|(name, node)| (&**name, node))
    }

    /// Whether there are no pieces.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many pieces there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn nodes_mut(&mut self) -> impl Iterator<Item = &mut Node> {
        self.0.iter_mut().map(|(_, node)| node)
    }

    fn position(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(present, _)| (**present).cmp(name))
    }
}

impl<K: Into<Cow<'static, str>>, V: Into<Node>> FromIterator<(K, V)> for Object {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pieces: I) -> Self {
        let mut object = Self::new();
        for (name, node) in pieces {
            object.insert(name, node);
        }
        object
    }
}

impl Node {
    /// The text, if it is one that is known now.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The whole number, if it is one that is known now.
    #[must_use]
    pub fn as_integer(&self) -> Option<i64> {
        if let Self::Number(number) = self { number.as_i64() } else { None }
    }

    /// The truth value, if it is one that is known now.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(value) = self { Some(*value) } else { None }
    }

    /// The pieces, if it is a list.
    #[must_use]
    pub fn as_list(&self) -> &[Node] {
        if let Self::List(list) = self { list } else { &[] }
    }

    /// The named pieces, if it has any.
    #[must_use]
    pub fn as_object(&self) -> Option<&Object> {
        if let Self::Object(object) = self { Some(object) } else { None }
    }

    /// What CloudFormation evaluates, if that is what it is.
    #[must_use]
    pub fn as_expression(&self) -> Option<&Expression> {
        if let Self::Expression(expression) = self { Some(expression) } else { None }
    }

    /// The piece of this name, if it is an object that has one.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Node> {
        self.as_object()?.get(name)
    }

    /// Looks at every expression in the tree, from the outside in.
    pub fn visit<'a>(&'a self, visitor: &mut impl FnMut(&'a Expression)) {
        match self {
            Self::List(list) => list.iter().for_each(|node| node.visit(visitor)),
            Self::Object(object) => object.iter().for_each(|(_, node)| node.visit(visitor)),
            Self::Expression(expression) => {
                visitor(expression);
                expression.arguments().iter().for_each(|node| node.visit(visitor));
            }
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::Text(_) => {}
        }
    }

    /// Puts `value` where the tree refers to `target`.
    pub(crate) fn substitute(&mut self, target: &crate::LogicalId, value: &str) {
        match self {
            Self::Expression(Expression::Reference(found)) if found.stack.is_none() && found.id == *target => {
                *self = Self::from(value.to_owned());
            }
            Self::List(list) => list.iter_mut().for_each(|node| node.substitute(target, value)),
            Self::Object(object) => object.nodes_mut().for_each(|node| node.substitute(target, value)),
            Self::Expression(expression) => {
                expression.arguments_mut().iter_mut().for_each(|node| node.substitute(target, value));
                if let Expression::Join(parts) = expression
                    && let Some(texts) = parts.iter().map(Self::as_text).collect::<Option<Vec<_>>>()
                {
                    *self = Self::from(texts.concat());
                }
            }
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::Text(_) => {}
        }
    }

    /// Changes every expression in the tree, from the outside in.
    pub(crate) fn rewrite(&mut self, change: &mut impl FnMut(&mut Expression)) {
        match self {
            Self::List(list) => list.iter_mut().for_each(|node| node.rewrite(change)),
            Self::Object(object) => object.nodes_mut().for_each(|node| node.rewrite(change)),
            Self::Expression(expression) => {
                change(expression);
                expression.arguments_mut().iter_mut().for_each(|node| node.rewrite(change));
            }
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::Text(_) => {}
        }
    }
}

impl From<Json> for Node {
    /// Reads JSON as CloudFormation does: `{"Ref": …}` and `{"Fn::…": …}` are expressions.
    fn from(json: Json) -> Self {
        match json {
            Json::Null => Self::Null,
            Json::Bool(value) => Self::Bool(value),
            Json::Number(number) => Self::Number(number),
            Json::String(text) => Self::Text(text.into()),
            Json::Array(list) => Self::List(list.into_iter().map(Self::from).collect()),
            Json::Object(map) => {
                let object: Object = map.into_iter().collect();
                Expression::read(object).map_or_else(Self::Object, Self::Expression)
            }
        }
    }
}

/// Makes a kind of data a piece.
macro_rules! node_from {
    ($($kind:ty => $make:expr;)*) => {$(
        impl From<$kind> for Node {
            fn from(value: $kind) -> Self {
                ($make)(value)
            }
        }
    )*};
}

node_from! {
    bool => Self::Bool;
    i64 => |number: i64| Self::Number(number.into());
    i32 => |number: i32| Self::Number(number.into());
    u32 => |number: u32| Self::Number(number.into());
    &'static str => |text| Self::Text(Cow::Borrowed(text));
    String => |text| Self::Text(Cow::Owned(text));
    Object => Self::Object;
    Expression => Self::Expression;
    // A number that JSON cannot write becomes nothing, which the schema refuses wherever a number stands.
    f64 => |number| Number::from_f64(number).map_or(Self::Null, Self::Number);
}

impl<T: Into<Self>> From<Vec<T>> for Node {
    fn from(list: Vec<T>) -> Self {
        Self::List(list.into_iter().map(Into::into).collect())
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => number.serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(list) => serializer.collect_seq(list),
            Self::Object(object) => object.serialize(serializer),
            Self::Expression(expression) => expression.serialize(serializer),
        }
    }
}

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}
