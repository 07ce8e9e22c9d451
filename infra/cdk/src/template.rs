//! The CloudFormation template.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::{LogicalId, Node, Object};

/// A template. Everything in it is sorted by logical id, so the order of construction leaves no trace.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html>
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Template {
    /// What the stack is for.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// What other tools keep in the template.
    #[serde(skip_serializing_if = "Object::is_empty")]
    pub metadata: Object,
    /// Values that are given when the stack is deployed.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub parameters: BTreeMap<LogicalId, Parameter>,
    /// Tables to look values up in.
    #[serde(skip_serializing_if = "Object::is_empty")]
    pub mappings: Object,
    /// Conditions on which resources and values depend.
    #[serde(skip_serializing_if = "Object::is_empty")]
    pub conditions: Object,
    /// Checks of resources by hooks.
    #[serde(skip_serializing_if = "Object::is_empty")]
    pub hooks: Object,
    /// Assertions on parameters.
    #[serde(skip_serializing_if = "Object::is_empty")]
    pub rules: Object,
    /// Macros that CloudFormation processes the template with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transform: Option<Node>,
    /// The resources.
    pub resources: BTreeMap<LogicalId, ResourceEntry>,
    /// Values that are known once the stack is deployed.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub outputs: BTreeMap<LogicalId, Output>,
}

/// A value that is given when the stack is deployed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Parameter {
    /// What kind of value, such as `String`.
    pub r#type: Cow<'static, str>,
    /// What it is for.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// The value if none is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<Node>,
    /// What is allowed, and whether it is shown.
    #[serde(flatten)]
    pub constraints: Object,
}

/// A resource.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ResourceEntry {
    /// Its CloudFormation type, such as `AWS::SQS::Queue`.
    pub r#type: Cow<'static, str>,
    /// The condition under which it is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub condition: Option<String>,
    /// What has to be there before it, beside what it refers to.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub depends_on: BTreeSet<LogicalId>,
    /// What becomes of it when it leaves the stack.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deletion_policy: Option<DeletionPolicy>,
    /// What becomes of the old one when it is replaced; all but [`DeletionPolicy::RetainExceptOnCreate`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub update_replace_policy: Option<DeletionPolicy>,
    /// What else CloudFormation is told: `CreationPolicy`, `UpdatePolicy`.
    #[serde(flatten)]
    pub policies: Object,
    /// What other tools keep beside it.
    #[serde(skip_serializing_if = "Object::is_empty")]
    pub metadata: Object,
    /// Its properties.
    #[serde(skip_serializing_if = "Object::is_empty")]
    pub properties: Object,
}

impl ResourceEntry {
    /// A resource with these properties.
    pub fn new(r#type: impl Into<Cow<'static, str>>, properties: Object) -> Self {
        Self {
            r#type: r#type.into(),
            condition: None,
            depends_on: BTreeSet::new(),
            deletion_policy: None,
            update_replace_policy: None,
            policies: Object::new(),
            metadata: Object::new(),
            properties,
        }
    }

    /// The property of this name.
    #[must_use]
    pub fn property(&self, name: &str) -> Option<&Node> {
        self.properties.get(name)
    }
}

/// What becomes of a resource when it leaves the stack.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum DeletionPolicy {
    /// It is deleted.
    Delete,
    /// It stays.
    Retain,
    /// It stays, unless it leaves because the stack that made it could not be created.
    RetainExceptOnCreate,
    /// It is deleted after a snapshot of its data was taken; for types that have snapshots.
    Snapshot,
}

/// A value that is known once the stack is deployed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Output {
    /// What it is.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// The value.
    pub value: Node,
    /// The name under which other stacks import it, and the condition under which it is there.
    #[serde(flatten)]
    pub more: Object,
}

/// How a template is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TemplateFormat {
    /// JSON, two spaces deep.
    Json,
    /// YAML.
    Yaml,
}

impl Template {
    /// The template as text, ending in a line break.
    ///
    /// # Errors
    /// Only what the serializers report; a template of this crate has nothing that they cannot write.
    pub fn render(&self, format: TemplateFormat) -> Result<String, String> {
        match format {
            TemplateFormat::Json => {
                serde_json::to_string_pretty(self).map(|text| text + "\n").map_err(|error| error.to_string())
            }
            TemplateFormat::Yaml => serde_yaml::to_string(self).map_err(|error| error.to_string()),
        }
    }

    /// Looks at every expression, with the resource that it stands in, if any.
    pub(crate) fn visit<'a>(
        &'a self,
        visitor: &mut impl FnMut(Option<&'a LogicalId>, &'a crate::expression::Expression),
    ) {
        for (id, resource) in &self.resources {
            for (_, node) in resource.properties.iter().chain(resource.policies.iter()).chain(resource.metadata.iter())
            {
                node.visit(&mut |expression| visitor(Some(id), expression));
            }
        }
        for output in self.outputs.values() {
            output.value.visit(&mut |expression| visitor(None, expression));
        }
    }

    /// Changes every expression.
    pub(crate) fn rewrite(&mut self, change: &mut impl FnMut(&mut crate::expression::Expression)) {
        for resource in self.resources.values_mut() {
            let nodes = resource.properties.nodes_mut().chain(resource.policies.nodes_mut());
            nodes.for_each(|node| node.rewrite(change));
        }
        for output in self.outputs.values_mut() {
            output.value.rewrite(change);
        }
    }
}
