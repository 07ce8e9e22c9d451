//! Brings a template in that was written by hand or by another tool, and refers to what is in it with types.

use std::collections::BTreeMap;

use crate::expression::Target;
use crate::read::{Content, Excerpt, Located, Mistake, Problem, ReadError, read_template};
use crate::{
    ConstructPath, DeletionPolicy, LogicalId, Node, Object, Output, Parameter, Resource, ResourceEntry, ResourceType,
    Stack, Value, rules, schema,
};

/// A template from elsewhere, each resource checked against the schema of its type.
#[derive(Debug, Clone)]
pub struct ImportedTemplate {
    source_name: String,
    document: Located,
}

/// What a stack took over from a template.
#[derive(Debug, Clone)]
pub struct Imported {
    source_name: String,
    stack: std::sync::Arc<str>,
    types: BTreeMap<String, String>,
    parameters: Vec<String>,
}

/// Why something of an imported template cannot be referred to.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// There is no such resource.
    #[error("{source_name} has no resource {id}; it has {known}")]
    NoResource {
        /// The template.
        source_name: String,
        /// What was asked for.
        id: String,
        /// The resources that there are.
        known: String,
    },
    /// The resource is of another type.
    #[error("{id} of {source_name} is an {found}, not an {wanted}; ask for it by its own type")]
    OtherType {
        /// The template.
        source_name: String,
        /// What was asked for.
        id: String,
        /// Its type.
        found: String,
        /// The type that was asked for.
        wanted: &'static str,
    },
    /// There is no such parameter.
    #[error("{source_name} has no parameter {id}; it has {known}")]
    NoParameter {
        /// The template.
        source_name: String,
        /// What was asked for.
        id: String,
        /// The parameters that there are.
        known: String,
    },
}

impl ImportedTemplate {
    /// Reads a template in JSON or YAML. `source_name` says in errors where it comes from, such as its path.
    ///
    /// ```
    /// use cdk::ImportedTemplate;
    ///
    /// # #[cfg(feature = "sqs")] {
    /// let template = "Resources: {Jobs: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: 1000}}}";
    /// let error = ImportedTemplate::read("jobs.yaml", template.as_bytes()).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "jobs.yaml:1:70: DelaySeconds of AWS::SQS::Queue: 1000 is out of range; use a whole number from 0 to 900"
    /// );
    /// # }
    /// ```
    ///
    /// # Errors
    /// Every mistake with its line and column: what is no template, and what the schemas forbid.
    pub fn read(source_name: &str, bytes: &[u8]) -> Result<Self, ReadError> {
        let document = read_template(source_name, bytes)?;
        let mut mistakes = Vec::new();
        for (_, resource) in entries(&document, "Resources") {
            check_resource(resource, &mut mistakes);
        }
        for (id, parameter) in entries(&document, "Parameters") {
            let what = format!("Type of the parameter {id}");
            match parameter.get("Type") {
                Some(kind) => check_text(kind, what, &mut mistakes),
                None => check_text(parameter, what, &mut mistakes),
            }
        }
        for section in ["Parameters", "Outputs"] {
            for (id, entry) in entries(&document, section) {
                if let Some(description) = entry.get("Description") {
                    check_text(description, format!("Description of {id}"), &mut mistakes);
                }
            }
        }
        mistakes.sort_by_key(|mistake| mistake.position);
        let source_name = source_name.to_owned();
        if mistakes.is_empty() { Ok(Self { source_name, document }) } else { Err(ReadError { source_name, mistakes }) }
    }
}

impl Stack {
    /// Takes over everything of a template, under the logical ids that it has there.
    ///
    /// ```
    /// # #[cfg(feature = "sqs")] {
    /// use cdk::aws::sqs::Queue;
    /// use cdk::{ImportedTemplate, Stack, StackProps};
    ///
    /// let template = ImportedTemplate::read("jobs.yaml", b"Resources: {Jobs: {Type: AWS::SQS::Queue}}").unwrap();
    /// let mut stack = Stack::new(StackProps::new("jobs"));
    /// let imported = stack.import_template(&template);
    /// let jobs = imported.resource::<Queue>("Jobs").unwrap();
    /// stack.output("JobsArn", "The queue of jobs.", jobs.arn());
    /// stack.synthesize().unwrap();
    /// # }
    /// ```
    #[track_caller]
    pub fn import_template(&mut self, imported: &ImportedTemplate) -> Imported {
        let ImportedTemplate { source_name, document } = imported;
        let mut types = BTreeMap::new();
        let mut parameters = Vec::new();
        for (id, resource) in entries(document, "Resources") {
            let path = ConstructPath::new(id);
            let entry = resource_entry(resource);
            types.insert(id.to_owned(), entry.r#type.to_string());
            self.insert(&path, entry);
            self.set_source(&path.logical_id(), format!("{source_name}:{}", resource.position));
        }
        for (id, parameter) in entries(document, "Parameters") {
            let path = ConstructPath::new(id);
            self.register(&path);
            self.set_source(&path.logical_id(), format!("{source_name}:{}", parameter.position));
            self.template.parameters.insert(path.logical_id(), parameter_entry(parameter));
            parameters.push(id.to_owned());
        }
        for (id, output) in entries(document, "Outputs") {
            let mut more = object(output);
            let value = more.remove("Value").unwrap_or(Node::Null);
            self.template
                .outputs
                .insert(LogicalId::new(id), Output { description: take_text(&mut more, "Description"), value, more });
        }
        let sections = [
            ("Metadata", &mut self.template.metadata),
            ("Mappings", &mut self.template.mappings),
            ("Conditions", &mut self.template.conditions),
            ("Rules", &mut self.template.rules),
            ("Hooks", &mut self.template.hooks),
        ];
        for (name, section) in sections {
            for (key, value) in document.get(name).map(object).unwrap_or_default().iter() {
                section.insert(key.to_owned(), value.clone());
            }
        }
        if let Some(transform) = document.get("Transform") {
            self.template.transform = Some(Node::from(transform.to_json()));
        }
        if let Some(description) =
            document.get("Description").and_then(Located::text).filter(|_| self.template.description.is_empty())
        {
            self.template.description = description.to_owned();
        }
        Imported { source_name: source_name.clone(), stack: self.name.clone(), types, parameters }
    }
}

impl Imported {
    /// A resource of the template, as one of this type.
    ///
    /// # Errors
    /// There is none, or it is of another type.
    pub fn resource<T: ResourceType>(&self, id: &str) -> Result<Resource<T>, ImportError> {
        let (source_name, id) = (self.source_name.clone(), id.to_owned());
        match self.types.get(&id) {
            Some(found) if found == T::TYPE => Ok(Resource::of(self.target(&id))),
            Some(found) => Err(ImportError::OtherType { source_name, id, found: found.clone(), wanted: T::TYPE }),
            None => {
                let known = self.types.keys().cloned().collect::<Vec<_>>().join(", ");
                Err(ImportError::NoResource { source_name, id, known })
            }
        }
    }

    /// The value of a parameter of the template.
    ///
    /// # Errors
    /// There is none.
    pub fn parameter(&self, id: &str) -> Result<Value<String>, ImportError> {
        if self.parameters.iter().any(|parameter| parameter == id) {
            return Ok(Value::reference(self.target(id)));
        }
        let known = self.parameters.join(", ");
        Err(ImportError::NoParameter { source_name: self.source_name.clone(), id: id.to_owned(), known })
    }

    fn target(&self, id: &str) -> Target {
        Target { stack: Some(self.stack.clone()), id: LogicalId::new(id) }
    }
}

/// The entries of a section with their names.
fn entries<'a>(document: &'a Located, section: &str) -> Vec<(&'a str, &'a Located)> {
    match document.get(section).map(|section| &section.content) {
        Some(Content::Map(entries)) => entries.iter().map(|(key, value)| (key.text.as_str(), value)).collect(),
        _ => Vec::new(),
    }
}

fn object(located: &Located) -> Object {
    match Node::from(located.to_json()) {
        Node::Object(object) => object,
        _ => Object::new(),
    }
}

fn take_text(object: &mut Object, name: &str) -> String {
    match object.remove(name) {
        Some(Node::Text(text)) => text.into_owned(),
        Some(other) => {
            object.insert(name.to_owned(), other);
            String::new()
        }
        None => String::new(),
    }
}

/// Every policy by name, with whether it can also be one for replacement.
const POLICIES: [(&str, DeletionPolicy, bool); 4] = [
    ("Delete", DeletionPolicy::Delete, true),
    ("Retain", DeletionPolicy::Retain, true),
    ("RetainExceptOnCreate", DeletionPolicy::RetainExceptOnCreate, false),
    ("Snapshot", DeletionPolicy::Snapshot, true),
];

fn policies(attribute: &str) -> impl Iterator<Item = (&'static str, DeletionPolicy)> {
    let replacing = attribute == "UpdateReplacePolicy";
    POLICIES.into_iter().filter(move |(.., both)| *both || !replacing).map(|(name, policy, _)| (name, policy))
}

fn policy(resource: &Located, attribute: &str) -> Option<DeletionPolicy> {
    let text = resource.get(attribute)?.text()?;
    policies(attribute).find(|(name, _)| *name == text).map(|(_, policy)| policy)
}

fn resource_entry(resource: &Located) -> ResourceEntry {
    let part = |name: &str| resource.get(name).map(object).unwrap_or_default();
    let r#type = resource.get("Type").and_then(Located::text).unwrap_or_default().to_owned();
    let mut entry = ResourceEntry::new(r#type, part("Properties"));
    entry.metadata = part("Metadata");
    entry.condition = resource.get("Condition").and_then(Located::text).map(str::to_owned);
    entry.depends_on = match resource.get("DependsOn").map(|ids| &ids.content) {
        Some(Content::Text(id)) => std::iter::once(LogicalId::new(id)).collect(),
        Some(Content::List(ids)) => ids.iter().filter_map(Located::text).map(LogicalId::new).collect(),
        _ => Default::default(),
    };
    entry.deletion_policy = policy(resource, "DeletionPolicy");
    entry.update_replace_policy = policy(resource, "UpdateReplacePolicy");
    for name in ["CreationPolicy", "UpdatePolicy", "Version"] {
        if let Some(policy) = resource.get(name) {
            entry.policies.insert(name, Node::from(policy.to_json()));
        }
    }
    entry
}

fn parameter_entry(parameter: &Located) -> Parameter {
    let mut constraints = object(parameter);
    let r#type = take_text(&mut constraints, "Type");
    let description = take_text(&mut constraints, "Description");
    let default = constraints.remove("Default");
    Parameter { r#type: r#type.into(), description, default, constraints }
}

fn check_text(value: &Located, what: String, mistakes: &mut Vec<Mistake>) {
    if value.text().is_none() {
        mistakes.push(Mistake { position: value.position, problem: Problem::WrongKind { what, kind: "a text" } });
    }
}

/// What the schema of its type, and CloudFormation itself, forbid in a resource.
fn check_resource(resource: &Located, mistakes: &mut Vec<Mistake>) {
    for attribute in ["DeletionPolicy", "UpdateReplacePolicy"] {
        if let (Some(given), None) = (resource.get(attribute), policy(resource, attribute)) {
            let known = policies(attribute).map(|(name, _)| name).collect::<Vec<_>>().join(", ");
            let problem = Problem::UnknownPolicy { attribute, policy: given.text().unwrap_or_default().into(), known };
            mistakes.push(Mistake { position: given.position, problem });
        }
    }
    let Some((kind, place)) = resource.get("Type").and_then(|kind| Some((kind.text()?, kind.position))) else { return };
    let Some(schema) = schema::find(kind) else {
        if !rules::is_custom(kind) {
            mistakes.push(Mistake { position: place, problem: Problem::UnknownType { kind: Excerpt::from(kind) } });
        }
        return;
    };
    let properties = resource.get("Properties");
    for violation in schema.violations(&properties.map(object).unwrap_or_default()) {
        let position = properties.map_or(resource.position, |properties| position(properties, &violation.property));
        let schema::Violation { property, message, help } = violation;
        mistakes
            .push(Mistake { position, problem: Problem::Property { kind: kind.to_owned(), property, message, help } });
    }
}

/// Where a property stands, or the innermost part around it that is there.
fn position(properties: &Located, property: &str) -> crate::read::Position {
    let mut place = properties;
    for name in property.split('.') {
        let inner = match &place.content {
            Content::Map(_) => place.get(name),
            Content::List(items) => name.parse::<usize>().ok().and_then(|index| items.get(index)),
            _ => None,
        };
        match inner {
            Some(inner) => place = inner,
            None => break,
        }
    }
    place.position
}
