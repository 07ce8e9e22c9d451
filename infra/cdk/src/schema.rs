//! What AWS's schemas say of a resource's properties, and whether given properties keep to it.
//!
//! The tables are generated from the schemas of the
//! [CloudFormation registry](https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html).

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::LazyLock;

use regex::Regex;

use crate::expression::Expression;
use crate::similar::similar;
use crate::{Node, Object};

/// What is known of a type of resource.
#[derive(Debug)]
pub struct ResourceSchema {
    /// The CloudFormation type, such as `AWS::SQS::Queue`.
    pub r#type: &'static str,
    /// Its properties.
    pub properties: fn() -> &'static ObjectSchema,
    /// The properties that cannot be changed without replacing the resource; parts of a property after a `/`.
    pub replaces: &'static [&'static str],
    /// The properties that replace the resource depending on how they change.
    pub may_replace: &'static [&'static str],
    /// What `Fn::GetAtt` can ask for.
    pub attributes: &'static [&'static str],
}

/// The properties of a resource, or of a part of one.
#[derive(Debug)]
pub struct ObjectSchema {
    /// The properties, in no particular order.
    pub properties: &'static [Property],
}

/// One property.
#[derive(Debug)]
pub struct Property {
    /// Its name.
    pub name: &'static str,
    /// Whether there has to be a value.
    pub required: bool,
    /// What values it takes.
    pub kind: Kind,
}

/// What values are allowed.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// Any document.
    Json,
    /// A truth value.
    Bool,
    /// A whole number in a range.
    Integer(i64, i64),
    /// One of these whole numbers.
    Integers(&'static [i64]),
    /// A number in a range.
    Number(f64, f64),
    /// A text with at least and at most so many characters, which matches a pattern if there is one.
    Text(usize, usize, Option<&'static str>),
    /// One of these texts.
    Values(&'static [&'static str]),
    /// At least and at most so many pieces, all different if the last says so.
    List(&'static Kind, usize, usize, bool),
    /// Pieces with names that the author chooses.
    Map(&'static Kind),
    /// Pieces with known names.
    Object(fn() -> &'static ObjectSchema),
}

/// What the generated tables are written with.
pub(crate) mod prelude {
    #![allow(unused_imports, reason = "each table uses a part of it")]

    pub use std::collections::BTreeMap;

    pub use super::{INTEGER, Kind, NUMBER, ObjectSchema, Property, ResourceSchema, TEXT, list};
    pub use crate::{Arn, Int, Json, Node, Object, Value};
}

/// Text of any length.
pub const TEXT: Kind = Kind::Text(0, usize::MAX, None);

/// Any whole number.
pub const INTEGER: Kind = Kind::Integer(i64::MIN, i64::MAX);

/// Any number.
pub const NUMBER: Kind = Kind::Number(f64::MIN, f64::MAX);

/// Any number of pieces.
pub const fn list(kind: &'static Kind) -> Kind {
    Kind::List(kind, 0, usize::MAX, false)
}

/// The schema of a type, if the feature of its service is on.
#[must_use]
pub fn find(r#type: &str) -> Option<&'static ResourceSchema> {
    static BY_TYPE: LazyLock<HashMap<&'static str, &'static ResourceSchema>> =
        LazyLock::new(|| crate::aws::schemas().map(|schema| (schema.r#type, schema)).collect());
    BY_TYPE.get(r#type).copied()
}

/// Properties that do not keep to the schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The property, from the outside in: `Tags.0.Key`.
    pub property: String,
    /// What is wrong with it.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl ResourceSchema {
    /// Everything in `properties` that the schema forbids. What CloudFormation evaluates is not looked into.
    #[must_use]
    pub fn violations(&self, properties: &Object) -> Vec<Violation> {
        let mut check = Check::default();
        check.object((self.properties)(), properties);
        check.violations
    }

    /// Whether changing this property, named from the outside in with `/` between, replaces the resource.
    #[must_use]
    pub fn replaces(&self, property: &str) -> bool {
        let covers = |path: &&str| property == *path || property.starts_with(&format!("{path}/"));
        self.replaces.iter().any(covers)
    }
}

#[derive(Default)]
struct Check {
    path: Vec<String>,
    violations: Vec<Violation>,
}

impl Check {
    fn violation(&mut self, message: String, help: impl Into<String>) {
        let property = self.path.join(".");
        self.violations.push(Violation { property, message, help: help.into() });
    }

    fn inside(&mut self, name: impl Into<String>, check: impl FnOnce(&mut Self)) {
        self.path.push(name.into());
        check(self);
        self.path.pop();
    }

    fn object(&mut self, schema: &ObjectSchema, object: &Object) {
        for (name, node) in object.iter() {
            match schema.properties.iter().find(|property| property.name == name) {
                Some(property) => {
                    if !is_known(&property.kind, node) {
                        self.inside(name, |check| check.node(&property.kind, node));
                    }
                }
                None => {
                    let known: Vec<&str> = schema.properties.iter().map(|property| property.name).collect();
                    let help = closest(name, &known);
                    self.inside(name, |check| check.violation("there is no such property".to_owned(), help));
                }
            }
        }
        for property in schema.properties.iter().filter(|property| property.required) {
            if object.get(property.name).is_none_or(|node| *node == Node::Null) {
                let name = property.name;
                self.inside(name, |check| {
                    check.violation("it is required and missing".to_owned(), format!("set {name}"))
                });
            }
        }
    }

    fn node(&mut self, kind: &Kind, node: &Node) {
        if let Node::Expression(expression) = node {
            return self.expression(kind, expression);
        }
        match (kind, node) {
            (Kind::Json, _) | (Kind::Bool, Node::Bool(_)) => {}
            (Kind::Integer(min, max), Node::Number(number)) => match number.as_i64() {
                Some(number) if (*min..=*max).contains(&number) => {}
                Some(number) => self.violation(format!("{number} is out of range"), range(*min, *max)),
                None => self.violation(format!("{number} is no whole number"), range(*min, *max)),
            },
            (Kind::Integers(values), Node::Number(number)) => {
                if !number.as_i64().is_some_and(|number| values.contains(&number)) {
                    let values: Vec<_> = values.iter().map(ToString::to_string).collect();
                    self.violation(
                        format!("{number} is none of the values"),
                        format!("use one of {}", values.join(", ")),
                    );
                }
            }
            (Kind::Number(min, max), Node::Number(number)) => {
                if !number.as_f64().is_some_and(|number| (*min..=*max).contains(&number)) {
                    self.violation(format!("{number} is out of range"), format!("use {min} to {max}"));
                }
            }
            (Kind::Text(min, max, pattern), Node::Text(text)) => self.text(*min, *max, *pattern, text),
            (Kind::Values(values), Node::Text(text)) => {
                if !values.contains(&&**text) {
                    self.violation(format!("`{text}` is none of the values"), closest(text, values));
                }
            }
            (Kind::List(item, min, max, unique), Node::List(list)) => self.list(item, (*min, *max), *unique, list),
            (Kind::Map(item), Node::Object(map)) => {
                for (name, node) in map.iter() {
                    self.inside(name, |check| check.node(item, node));
                }
            }
            (Kind::Object(schema), Node::Object(object)) => self.object(schema(), object),
            // CloudFormation takes a number or truth value that is written as text, and the other way round.
            (Kind::Integer(..) | Kind::Integers(_), Node::Text(text)) if text.parse::<i64>().is_ok() => {
                self.node(kind, &Node::from(text.parse::<i64>().unwrap_or_default()));
            }
            (Kind::Number(..), Node::Text(text)) if text.parse::<f64>().is_ok() => {
                self.node(kind, &Node::from(text.parse::<f64>().unwrap_or_default()));
            }
            (Kind::Bool, Node::Text(text)) if matches!(&**text, "true" | "false") => {}
            (Kind::Text(..) | Kind::Values(_), Node::Number(number)) => {
                self.node(kind, &Node::from(number.to_string()))
            }
            (Kind::Text(..) | Kind::Values(_), Node::Bool(value)) => self.node(kind, &Node::from(value.to_string())),
            _ => self.violation(format!("it is {}", what(node)), format!("use {}", wanted(kind))),
        }
    }

    /// Looks into the branches of a condition; what other functions give is not known before the deployment.
    fn expression(&mut self, kind: &Kind, expression: &Expression) {
        if let Expression::Call(function, argument) = expression
            && function == "Fn::If"
            && let [_, branches @ ..] = argument.as_list()
        {
            branches.iter().for_each(|branch| self.node(kind, branch));
        }
    }

    fn text(&mut self, min: usize, max: usize, pattern: Option<&'static str>, text: &str) {
        // A dynamic reference is replaced by CloudFormation.
        if text.contains("{{resolve:") {
            return;
        }
        let length = if text.len() < min || text.len() > max { text.chars().count() } else { text.len() };
        if !(min..=max).contains(&length) {
            let message = format!("it has {length} characters");
            return self.violation(message, format!("use {}", characters(min, max)));
        }
        if let Some(pattern) = pattern.filter(|pattern| !matches(pattern, text)) {
            self.violation(
                format!("`{text}` does not match the pattern"),
                format!("use a text that matches {pattern}"),
            );
        }
    }

    fn list(&mut self, item: &Kind, (min, max): (usize, usize), unique: bool, list: &[Node]) {
        if !(min..=max).contains(&list.len()) {
            let most = if max == usize::MAX { "more".to_owned() } else { max.to_string() };
            self.violation(format!("it has {} items", list.len()), format!("use {min} to {most}"));
        }
        for (index, node) in list.iter().enumerate() {
            if unique && list.iter().take(index).any(|before| before == node) {
                self.inside(index.to_string(), |check| {
                    check.violation("it is in the list before".to_owned(), "remove one of the two");
                });
            }
            if !is_known(item, node) {
                self.inside(index.to_string(), |check| check.node(item, node));
            }
        }
    }
}

/// Whether a node plainly keeps to a kind, so that nothing has to be noted about where it stands.
fn is_known(kind: &Kind, node: &Node) -> bool {
    matches!((kind, node), (Kind::Json, _) | (Kind::Bool, Node::Bool(_)))
        || matches!(node, Node::Expression(expression) if !matches!(expression, Expression::Call(..)))
}

fn matches(pattern: &'static str, text: &str) -> bool {
    thread_local! {
        static COMPILED: RefCell<HashMap<&'static str, Option<Regex>>> = RefCell::default();
    }
    COMPILED.with_borrow_mut(|compiled| {
        let regex = compiled.entry(pattern).or_insert_with(|| Regex::new(pattern).ok());
        regex.as_ref().is_none_or(|regex| regex.is_match(text))
    })
}

fn range(min: i64, max: i64) -> String {
    match (min, max) {
        (i64::MIN, i64::MAX) => "use a whole number".to_owned(),
        (i64::MIN, max) => format!("use at most {max}"),
        (min, i64::MAX) => format!("use at least {min}"),
        (min, max) => format!("use a whole number from {min} to {max}"),
    }
}

fn characters(min: usize, max: usize) -> String {
    if max == usize::MAX { format!("{min} characters or more") } else { format!("{min} to {max} characters") }
}

fn what(node: &Node) -> &'static str {
    match node {
        Node::Null => "nothing",
        Node::Bool(_) => "a truth value",
        Node::Number(_) => "a number",
        Node::Text(_) => "a text",
        Node::List(_) => "a list",
        Node::Object(_) => "an object",
        Node::Expression(_) => "an expression",
    }
}

fn wanted(kind: &Kind) -> &'static str {
    match kind {
        Kind::Json => "a document",
        Kind::Bool => "true or false",
        Kind::Integer(..) | Kind::Integers(_) => "a whole number",
        Kind::Number(..) => "a number",
        Kind::Text(..) | Kind::Values(_) => "a text",
        Kind::List(..) => "a list",
        Kind::Map(_) | Kind::Object(_) => "an object",
    }
}

/// Which of the `known` texts may have been meant, or all of them if none is close.
fn closest(text: &str, known: &[&str]) -> String {
    match similar(text, known.iter().copied()) {
        Some(known) => format!("did you mean {known}?"),
        None if known.len() > 20 => format!("there are {} of them; see AWS's page of the type", known.len()),
        None => format!("use one of {}", known.join(", ")),
    }
}
