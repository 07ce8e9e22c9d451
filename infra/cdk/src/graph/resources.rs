//! The resources of a template: which of them are nodes, and which node an expression means.

use std::collections::BTreeSet;

use serde_json::{Map, Value as Json};

use super::kind::Kind;
use super::references::references;

/// The resources of a template. Whatever is asked for and missing is null.
pub(super) struct Resources<'a>(Option<&'a Map<String, Json>>);

impl<'a> Resources<'a> {
    pub fn of(template: &'a Json) -> Self {
        Self(template["Resources"].as_object())
    }

    /// A resource.
    pub fn get(&self, id: &str) -> &'a Json {
        self.0.and_then(|resources| resources.get(id)).unwrap_or(&Json::Null)
    }

    /// The properties of a resource.
    pub fn properties(&self, id: &str) -> &'a Json {
        &self.get(id)["Properties"]
    }

    /// The CloudFormation type of a resource.
    pub fn kind_name(&self, id: &str) -> &'a str {
        self.get(id)["Type"].as_str().unwrap_or_default()
    }

    /// Every resource with its type and properties.
    pub fn all(&self) -> impl Iterator<Item = (&'a str, &'a str, &'a Json)> {
        let resources = self.0.into_iter().flatten();
        resources.filter_map(|(id, resource)| Some((&**id, resource["Type"].as_str()?, &resource["Properties"])))
    }

    /// Those that are nodes, by logical id.
    pub fn nodes(&self) -> impl Iterator<Item = (&'a str, Kind)> {
        let mut nodes: Vec<_> =
            self.all().filter_map(|(id, kind_name, _)| Some((id, Kind::of_type(kind_name)?))).collect();
        nodes.sort_unstable_by_key(|(id, _)| *id);
        nodes.into_iter()
    }

    /// The kind of a resource, if it is a node.
    pub fn kind(&self, id: &str) -> Option<Kind> {
        Kind::of_type(self.get(id)["Type"].as_str()?)
    }

    /// The nodes that an expression means, each once: an alias means its function.
    pub fn targets(&self, expression: &'a Json) -> Vec<&'a str> {
        let (mut targets, mut seen) = (Vec::new(), BTreeSet::new());
        let mut pending = references(expression);
        pending.reverse();
        while let Some(id) = pending.pop() {
            // Names for each other go in circles.
            if !seen.insert(id) {
                continue;
            }
            if self.kind(id).is_some() {
                targets.push(id);
            } else if let Some(stands_for) = stands_for(self.kind_name(id)) {
                pending.extend(references(&self.properties(id)[stands_for]));
            }
        }
        targets
    }
}

/// The property that says what a resource stands for, if it is another name for something.
fn stands_for(kind_name: &str) -> Option<&'static str> {
    match kind_name {
        "AWS::Lambda::Alias" | "AWS::Lambda::Version" => Some("FunctionName"),
        "AWS::ApiGatewayV2::Stage" => Some("ApiId"),
        "AWS::KMS::Alias" => Some("TargetKeyId"),
        "AWS::Kinesis::StreamConsumer" => Some("StreamARN"),
        _ => None,
    }
}

/// The elements of a list; one that is not in a list stands for itself, as CloudFormation and IAM have it.
pub(super) fn list(value: &Json) -> impl Iterator<Item = &Json> {
    let (many, one) = match value {
        Json::Array(elements) => (elements.as_slice(), None),
        Json::Null => (&[][..], None),
        single => (&[][..], Some(single)),
    };
    many.iter().chain(one)
}
