//! What CloudFormation evaluates when it deploys: references and functions.
//!
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html>

use std::borrow::Cow;
use std::sync::Arc;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::{LogicalId, Node, Object};

/// A resource or parameter that an expression refers to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Target {
    /// The stack that it is in; the one that the expression stands in, if none.
    pub stack: Option<Arc<str>>,
    /// Its name in that stack's template.
    pub id: LogicalId,
}

/// What CloudFormation evaluates.
#[derive(Debug, Clone, PartialEq)]
pub enum Expression {
    /// A value that CloudFormation knows about the stack, such as `AWS::Region`.
    Pseudo(Cow<'static, str>),
    /// `Ref`: the value of a parameter, or what identifies a resource.
    Reference(Target),
    /// `Fn::GetAtt`: an attribute of a resource.
    Attribute(Target, Cow<'static, str>),
    /// Texts and expressions one after the other, as `Fn::Sub` joins them.
    Join(Vec<Node>),
    /// Any other function with its argument.
    Call(Cow<'static, str>, Box<Node>),
}

impl Expression {
    /// Reads an object that is a call of a function; gives it back if it is none.
    pub(crate) fn read(object: Object) -> Result<Self, Object> {
        let call = {
            let mut entries = object.iter();
            match (entries.next(), entries.next()) {
                (Some((function, argument)), None) => Self::called(function, argument),
                _ => None,
            }
        };
        call.ok_or(object)
    }

    fn called(function: &str, argument: &Node) -> Option<Self> {
        let read = match (function, argument) {
            ("Ref", Node::Text(id)) if id.contains("::") => Some(Self::Pseudo(id.clone())),
            ("Ref", Node::Text(id)) => Some(Self::Reference(Target::here(id))),
            ("Fn::GetAtt", Node::Text(text)) => {
                text.split_once('.').map(|(id, attribute)| Self::get_att(id, attribute))
            }
            ("Fn::GetAtt", Node::List(list)) => match list.as_slice() {
                [Node::Text(id), Node::Text(attribute)] => Some(Self::get_att(id, attribute)),
                _ => None,
            },
            ("Fn::Sub", Node::Text(text)) => Some(Self::Join(parts(text))),
            _ => None,
        };
        let is_function = function.starts_with("Fn::") || function == "Ref";
        read.or_else(|| is_function.then(|| Self::Call(Cow::Owned(function.to_owned()), Box::new(argument.clone()))))
    }

    fn get_att(id: &str, attribute: &str) -> Self {
        Self::Attribute(Target::here(id), Cow::Owned(attribute.to_owned()))
    }

    /// The pieces inside of it.
    pub(crate) fn arguments(&self) -> &[Node] {
        match self {
            Self::Join(parts) => parts,
            Self::Call(_, argument) => std::slice::from_ref(argument),
            Self::Pseudo(_) | Self::Reference(_) | Self::Attribute(..) => &[],
        }
    }

    pub(crate) fn arguments_mut(&mut self) -> &mut [Node] {
        match self {
            Self::Join(parts) => parts,
            Self::Call(_, argument) => std::slice::from_mut(argument),
            Self::Pseudo(_) | Self::Reference(_) | Self::Attribute(..) => &mut [],
        }
    }

    /// What it refers to itself, its arguments apart, with the attribute if it asks for one.
    ///
    /// `Fn::Sub` with variables refers to what its text names and its variables do not.
    #[must_use]
    pub fn targets(&self) -> Vec<(Target, Option<String>)> {
        match self {
            Self::Reference(target) => vec![(target.clone(), None)],
            Self::Attribute(target, attribute) => vec![(target.clone(), Some(attribute.to_string()))],
            Self::Call(function, argument) if function == "Fn::Sub" => {
                let [Node::Text(text), variables, ..] = argument.as_list() else { return Vec::new() };
                let named = |target: &Target| variables.get(target.id.as_str()).is_some();
                let expressions = parts(text).into_iter().filter_map(|part| match part {
                    Node::Expression(expression) => Some(expression.targets()),
                    _ => None,
                });
                expressions.flatten().filter(|(target, _)| !named(target)).collect()
            }
            Self::Pseudo(_) | Self::Join(_) | Self::Call(..) => Vec::new(),
        }
    }

    /// The expression as a part of the text that `Fn::Sub` takes, if it can be one.
    fn in_sub(&self) -> Option<String> {
        match self {
            Self::Pseudo(name) => Some(format!("${{{name}}}")),
            Self::Reference(target) => Some(format!("${{{}}}", target.id)),
            Self::Attribute(target, attribute) => Some(format!("${{{}.{attribute}}}", target.id)),
            Self::Join(parts) => parts.iter().map(part_in_sub).collect(),
            Self::Call(..) => None,
        }
    }
}

fn part_in_sub(part: &Node) -> Option<String> {
    match part {
        Node::Text(text) => Some(text.replace("${", "${!")),
        Node::Expression(expression) => expression.in_sub(),
        _ => None,
    }
}

/// The text of `Fn::Sub` as its parts.
fn parts(text: &str) -> Vec<Node> {
    let mut parts = Vec::new();
    let mut literal = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("${") {
        literal.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            literal.push_str("${");
            rest = after;
            continue;
        };
        rest = after;
        if let Some(verbatim) = name.strip_prefix('!') {
            literal.push_str(&format!("${{{verbatim}}}"));
            continue;
        }
        if !literal.is_empty() {
            parts.push(Node::from(std::mem::take(&mut literal)));
        }
        let name = name.trim();
        parts.push(Node::Expression(match name.split_once('.') {
            _ if name.contains("::") => Expression::Pseudo(Cow::Owned(name.to_owned())),
            Some((id, attribute)) => Expression::get_att(id, attribute),
            None => Expression::Reference(Target::here(name)),
        }));
    }
    literal.push_str(rest);
    if !literal.is_empty() || parts.is_empty() {
        parts.push(Node::from(literal));
    }
    parts
}

impl Target {
    /// Something in the stack that the expression stands in.
    pub(crate) fn here(id: &str) -> Self {
        Self { stack: None, id: LogicalId::new(id) }
    }
}

impl Serialize for Expression {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Pseudo(name) => call(serializer, "Ref", name),
            Self::Reference(target) => call(serializer, "Ref", &target.id),
            Self::Attribute(target, attribute) => call(serializer, "Fn::GetAtt", &(&target.id, attribute)),
            Self::Join(parts) => match self.in_sub() {
                Some(text) => call(serializer, "Fn::Sub", &text),
                None => call(serializer, "Fn::Join", &("", parts)),
            },
            Self::Call(function, argument) => call(serializer, function, argument),
        }
    }
}

fn call<S: Serializer>(serializer: S, function: &str, argument: &impl Serialize) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(1))?;
    map.serialize_entry(function, argument)?;
    map.end()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(json: serde_json::Value) -> Node {
        Node::from(json)
    }

    #[test]
    fn expressions_are_read_and_written_alike() {
        for json in [
            json!({"Ref": "AWS::Region"}),
            json!({"Ref": "Orders"}),
            json!({"Fn::GetAtt": ["Orders", "Arn"]}),
            json!({"Fn::Sub": "a-${Orders}-${Orders.Arn}-${AWS::Region}-${!literal}"}),
            json!({"Fn::Sub": ["${Orders}${x}", {"x": {"Ref": "Other"}}]}),
            json!({"Fn::If": ["Condition", {"Ref": "A"}, {"Ref": "AWS::NoValue"}]}),
            json!({"Ref": ["malformed"]}),
        ] {
            let node = read(json.clone());
            assert!(matches!(node, Node::Expression(_)), "{json}");
            assert_eq!(serde_json::to_value(&node).unwrap(), json);
        }
    }

    #[test]
    fn what_only_resembles_an_expression_is_data() {
        for json in [json!({"Ref": "A", "More": 1}), json!({"Reference": "A"}), json!({})] {
            assert!(matches!(read(json.clone()), Node::Object(_)), "{json}");
        }
    }

    #[test]
    fn variables_of_a_substitution_are_no_targets() {
        let node = read(json!({"Fn::Sub": ["${Orders.Arn}${x}", {"x": {"Ref": "Other"}}]}));
        let mut targets = Vec::new();
        node.visit(&mut |expression| targets.extend(expression.targets()));
        let ids: Vec<_> = targets.iter().map(|(target, _)| target.id.as_str()).collect();
        assert_eq!(ids, ["Orders", "Other"]);
    }
}
