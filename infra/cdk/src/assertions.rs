//! Assertions on templates, for tests.
//!
//! [`Assertions::of`] takes any template that can be serialized. Its methods panic like `assert!` does, and say which
//! resource came closest and where it differs. What a test expects is a [`Pattern`]: JSON that leaves out what does not
//! matter, with matchers such as [`anything`] where [`pattern!`](crate::pattern!) writes it.
//!
//! ```
//! use cdk::assertions::{Assertions, Capture, anything, pattern};
//! use serde_json::json;
//!
//! let template = json!({"Resources": {
//!     "DeadLetters": {"Type": "AWS::SQS::Queue"},
//!     "Orders": {"Type": "AWS::SQS::Queue", "Properties": {
//!         "FifoQueue": true,
//!         "RedrivePolicy": {"deadLetterTargetArn": {"Fn::GetAtt": ["DeadLetters", "Arn"]}, "maxReceiveCount": 3},
//!     }},
//! }});
//! let assertions = Assertions::of(&template);
//! assertions.resource_count("AWS::SQS::Queue", 2);
//! assertions.has_resource("AWS::SQS::Queue", json!({"FifoQueue": true}));
//!
//! let receives = Capture::new();
//! let redrive = pattern!({ "deadLetterTargetArn": anything(), "maxReceiveCount": receives.matcher() });
//! assertions.has_resource("AWS::SQS::Queue", pattern!({ "RedrivePolicy": redrive }));
//! assert_eq!(receives.value(), 3);
//! ```
//!
//! What roles may do has assertions of its own: [`Assertions::has_grant`], [`Assertions::has_conditional_grant`] and
//! [`Assertions::cannot_reach`].

mod arn;
mod capture;
mod comparison;
mod glob;
mod grants;
mod pattern;
mod policy;
mod report;
mod role;

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};

pub use self::capture::Capture;
use self::comparison::Comparison;
pub use self::pattern::{
    Pattern, absent, anything, exactly, list, list_with, matching, not, object, one_of, serialized_json,
    text_containing,
};
use crate::ResourceType;
pub use crate::pattern;

/// A template under test.
///
/// ```
/// use cdk::assertions::Assertions;
/// use serde_json::json;
///
/// Assertions::of(&cdk::Template::default()).resource_count("AWS::SQS::Queue", 0);
/// Assertions::of(&json!({"Resources": {"Orders": {"Type": "AWS::SQS::Queue"}}})).resource_count("AWS::SQS::Queue", 1);
/// ```
#[derive(Debug, Clone)]
pub struct Assertions {
    resources: Map<String, Value>,
    parameters: Map<String, Value>,
    outputs: Map<String, Value>,
}

/// Which part of a resource a pattern is about.
#[derive(Clone, Copy)]
enum Part {
    Properties,
    Whole,
}

impl Assertions {
    /// Assertions on a template, such as [`Template`](crate::Template) or JSON.
    ///
    /// ```
    /// cdk::assertions::Assertions::of(&cdk::Template::default());
    /// ```
    ///
    /// # Panics
    /// When the template cannot be serialized.
    #[must_use]
    #[track_caller]
    pub fn of<T: Serialize + ?Sized>(template: &T) -> Self {
        let mut template = match serde_json::to_value(template) {
            Ok(template) => template,
            Err(error) => panic!("the template cannot be turned into JSON: {error}"),
        };
        let mut section = |name| match template.get_mut(name).map(Value::take) {
            Some(Value::Object(section)) => section,
            _ => Map::new(),
        };
        Self { resources: section("Resources"), parameters: section("Parameters"), outputs: section("Outputs") }
    }

    /// There are `count` resources of a type.
    ///
    /// ```
    /// use cdk::assertions::Assertions;
    /// # let template = serde_json::json!({"Resources": {"Orders": {"Type": "AWS::SQS::Queue"}}});
    /// Assertions::of(&template).resource_count("AWS::SQS::Queue", 1);
    /// ```
    ///
    /// # Panics
    /// When there are more or fewer.
    #[track_caller]
    pub fn resource_count(&self, kind: &str, count: usize) {
        let found: Vec<&str> = self.of_kind(kind).map(|(id, _)| id).collect();
        match found.len() {
            found if found == count => {}
            0 => panic!("expected {count} {kind}, but {}", report::no_such_type(kind, &self.resources)),
            _ => panic!("expected {count} {kind}, found {}: {}", found.len(), found.join(", ")),
        }
    }

    /// There are `count` resources of the type `T`.
    ///
    /// ```
    /// use cdk::assertions::Assertions;
    /// use cdk::aws::sqs::Queue;
    /// # let template = serde_json::json!({"Resources": {"Orders": {"Type": "AWS::SQS::Queue"}}});
    /// Assertions::of(&template).count::<Queue>(1);
    /// ```
    ///
    /// # Panics
    /// When there are more or fewer.
    #[track_caller]
    pub fn count<T: ResourceType>(&self, count: usize) {
        self.resource_count(T::TYPE, count);
    }

    /// A resource of a type has these properties.
    ///
    /// ```
    /// use cdk::assertions::Assertions;
    /// use serde_json::json;
    /// # let template = json!({"Resources": {"Orders": {"Type": "AWS::SQS::Queue", "Properties": {"FifoQueue": true}}}});
    /// Assertions::of(&template).has_resource("AWS::SQS::Queue", json!({"FifoQueue": true}));
    /// ```
    ///
    /// # Panics
    /// When none has them.
    #[track_caller]
    pub fn has_resource(&self, kind: &str, properties: impl Into<Pattern>) {
        self.has_match(kind, &properties.into(), Part::Properties);
    }

    /// A resource of the type `T` has these properties.
    ///
    /// ```
    /// use cdk::assertions::Assertions;
    /// use cdk::aws::sqs::Queue;
    /// use serde_json::json;
    /// # let template = json!({"Resources": {"Orders": {"Type": "AWS::SQS::Queue", "Properties": {"FifoQueue": true}}}});
    /// Assertions::of(&template).has::<Queue>(json!({"FifoQueue": true}));
    /// ```
    ///
    /// # Panics
    /// When none has them.
    #[track_caller]
    pub fn has<T: ResourceType>(&self, properties: impl Into<Pattern>) {
        self.has_resource(T::TYPE, properties);
    }

    /// A resource of a type is like `resource`, which may say more than the properties, such as the deletion policy.
    ///
    /// ```
    /// use cdk::assertions::Assertions;
    /// use serde_json::json;
    /// # let template = json!({"Resources": {"Archive": {"Type": "AWS::S3::Bucket", "DeletionPolicy": "Retain"}}});
    /// Assertions::of(&template).has_resource_with("AWS::S3::Bucket", json!({"DeletionPolicy": "Retain"}));
    /// ```
    ///
    /// # Panics
    /// When none is.
    #[track_caller]
    pub fn has_resource_with(&self, kind: &str, resource: impl Into<Pattern>) {
        self.has_match(kind, &resource.into(), Part::Whole);
    }

    /// No resource of a type has these properties. `json!({})` stands for any.
    ///
    /// ```
    /// use cdk::assertions::Assertions;
    /// use serde_json::json;
    /// # let template = json!({"Resources": {"Orders": {"Type": "AWS::SQS::Queue", "Properties": {"FifoQueue": true}}}});
    /// Assertions::of(&template).no_resource("AWS::SQS::Queue", json!({"FifoQueue": false}));
    /// ```
    ///
    /// # Panics
    /// When one has them.
    #[track_caller]
    pub fn no_resource(&self, kind: &str, properties: impl Into<Pattern>) {
        let properties = properties.into();
        let compared = self.compare(kind, &properties, Part::Properties);
        let found: Vec<String> =
            compared.into_iter().filter(|(_, compared)| compared.matches()).map(|(id, _)| id).collect();
        if !found.is_empty() {
            panic!("expected no {kind} with {properties}, found {}: {}", found.len(), found.join(", "));
        }
    }

    /// Every resource of a type has these properties, and there is at least one.
    ///
    /// ```
    /// use cdk::assertions::Assertions;
    /// use serde_json::json;
    /// # let template = json!({"Resources": {"Orders": {"Type": "AWS::SQS::Queue", "Properties": {"FifoQueue": true}}}});
    /// Assertions::of(&template).all_resources("AWS::SQS::Queue", json!({"FifoQueue": true}));
    /// ```
    ///
    /// # Panics
    /// When one does not have them, or there is none.
    #[track_caller]
    pub fn all_resources(&self, kind: &str, properties: impl Into<Pattern>) {
        let compared = self.compare(kind, &properties.into(), Part::Properties);
        if compared.is_empty() {
            panic!("{}", report::no_such_type(kind, &self.resources));
        }
        if !compared.values().all(Comparison::matches) {
            panic!("{}", report::not_all_match(kind, &compared));
        }
        compared.into_values().for_each(Comparison::capture);
    }

    /// The resources of a type that have these properties: the whole resource by its logical id.
    ///
    /// ```
    /// use cdk::assertions::Assertions;
    /// use serde_json::json;
    /// # let template = json!({"Resources": {"Orders": {"Type": "AWS::SQS::Queue", "Properties": {"FifoQueue": true}}}});
    /// let queues = Assertions::of(&template).find_resources("AWS::SQS::Queue", json!({"FifoQueue": true}));
    /// assert_eq!(queues["Orders"]["Properties"]["FifoQueue"], true);
    /// ```
    #[must_use]
    pub fn find_resources(&self, kind: &str, properties: impl Into<Pattern>) -> BTreeMap<String, Value> {
        let mut found = BTreeMap::new();
        for (id, compared) in self.compare(kind, &properties.into(), Part::Properties) {
            if compared.matches()
                && let Some(resource) = self.resources.get(&id)
            {
                compared.capture();
                found.insert(id, resource.clone());
            }
        }
        found
    }

    /// The output `id` is like `output`: its value, description, export.
    ///
    /// ```
    /// use cdk::assertions::Assertions;
    /// use serde_json::json;
    /// # let template = json!({"Outputs": {"Url": {"Value": "https://shop.example"}}});
    /// Assertions::of(&template).has_output("Url", json!({"Value": "https://shop.example"}));
    /// ```
    ///
    /// # Panics
    /// When there is no such output, or it differs.
    #[track_caller]
    pub fn has_output(&self, id: &str, output: impl Into<Pattern>) {
        has_entry("output", "Outputs", &self.outputs, id, &output.into());
    }

    /// The parameter `id` is like `parameter`: its type, description, default.
    ///
    /// ```
    /// use cdk::assertions::Assertions;
    /// use serde_json::json;
    /// # let template = json!({"Parameters": {"Stage": {"Type": "String", "Default": "dev"}}});
    /// Assertions::of(&template).has_parameter("Stage", json!({"Default": "dev"}));
    /// ```
    ///
    /// # Panics
    /// When there is no such parameter, or it differs.
    #[track_caller]
    pub fn has_parameter(&self, id: &str, parameter: impl Into<Pattern>) {
        has_entry("parameter", "Parameters", &self.parameters, id, &parameter.into());
    }

    #[track_caller]
    fn has_match(&self, kind: &str, pattern: &Pattern, part: Part) {
        let compared = self.compare(kind, pattern, part);
        if compared.is_empty() {
            panic!("{}", report::no_such_type(kind, &self.resources));
        }
        if !compared.values().any(Comparison::matches) {
            panic!("{}", report::no_match(kind, &compared));
        }
        compared.into_values().filter(Comparison::matches).for_each(Comparison::capture);
    }

    fn compare(&self, kind: &str, pattern: &Pattern, part: Part) -> BTreeMap<String, Comparison> {
        let no_properties = Value::Object(Map::new());
        let compare = |(id, resource): (&str, &Value)| {
            let comparison = match part {
                Part::Properties => {
                    let properties = resource.get("Properties").unwrap_or(&no_properties);
                    Comparison::of(pattern, "Properties", Some(properties))
                }
                Part::Whole => Comparison::of(pattern, "", Some(resource)),
            };
            (id.to_owned(), comparison)
        };
        self.of_kind(kind).map(compare).collect()
    }

    fn of_kind(&self, kind: &str) -> impl Iterator<Item = (&str, &Value)> {
        let is_kind = move |resource: &Value| resource.get("Type").and_then(Value::as_str) == Some(kind);
        self.resources
            .iter()
            .filter(move |(_, resource)| is_kind(resource))
            .map(|(id, resource)| (id.as_str(), resource))
    }
}

#[track_caller]
fn has_entry(what: &str, section: &str, entries: &Map<String, Value>, id: &str, pattern: &Pattern) {
    let Some(entry) = entries.get(id) else { panic!("{}", report::missing(what, id, entries)) };
    let compared = Comparison::of(pattern, &format!("{section}.{id}"), Some(entry));
    if !compared.matches() {
        panic!("the {what} {id} differs:{}", report::differences(&compared));
    }
    compared.capture();
}
