//! The CloudFormation template.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{LogicalId, RemovalPolicy, Value};

/// A template. Everything in it is sorted by logical id, so the order of construction leaves no trace.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html>
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Template {
    /// What the stack is for.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Values that are given when the stack is deployed.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub parameters: BTreeMap<LogicalId, Parameter>,
    /// The resources.
    pub resources: BTreeMap<LogicalId, ResourceEntry>,
    /// Values that are known once the stack is deployed.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub outputs: BTreeMap<LogicalId, Output>,
}

/// A value that is given when the stack is deployed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Parameter {
    /// What kind of value; `String`.
    pub r#type: &'static str,
    /// What it is for.
    pub description: String,
}

/// A resource.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ResourceEntry {
    /// Its CloudFormation type, such as `AWS::SQS::Queue`.
    pub r#type: &'static str,
    /// What becomes of it when it leaves the stack.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deletion_policy: Option<DeletionPolicy>,
    /// What becomes of the old one when it is replaced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub update_replace_policy: Option<RemovalPolicy>,
    /// Its properties.
    pub properties: serde_json::Value,
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
}

/// A value that is known once the stack is deployed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Output {
    /// What it is.
    pub description: String,
    /// The value.
    pub value: Value<String>,
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
}
