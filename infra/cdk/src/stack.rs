//! A stack: the resources that are deployed together.

use std::collections::{BTreeMap, BTreeSet};
use std::marker::PhantomData;
use std::panic::Location;
use std::sync::Arc;

use crate::expression::{Expression, Target};
use crate::rules::{self, Findings, Place, Rule, Subject};
use crate::{
    ConstructPath, DeletionPolicy, LogicalId, Name, Node, Object, Output, Parameter, ResourceEntry, ResourceType,
    StackProps, SynthError, SynthErrors, Template, Value,
};

/// What becomes of a resource that keeps data when it leaves the stack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemovalPolicy {
    /// It stays, outside of the stack.
    Retain,
    /// It is deleted, with its data.
    Delete,
}

impl RemovalPolicy {
    /// What becomes of a resource when it leaves the stack, and of the old one when it is replaced. If its stack cannot be
    /// created at all a resource is deleted again: then there are no data.
    fn policies(self) -> (DeletionPolicy, DeletionPolicy) {
        match self {
            Self::Retain => (DeletionPolicy::RetainExceptOnCreate, DeletionPolicy::Retain),
            Self::Delete => (DeletionPolicy::Delete, DeletionPolicy::Delete),
        }
    }
}

/// Function code that has to be built and uploaded before the stack can be deployed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FunctionAsset {
    /// The function's name, which is also the name of its binary.
    pub name: &'static str,
    /// The function in the template.
    pub logical_id: LogicalId,
    /// The template's parameter that takes the object key of the code.
    pub parameter: LogicalId,
}

/// Collects resources until they are synthesized.
#[derive(Debug)]
pub struct Stack {
    pub(crate) name: Arc<str>,
    pub(crate) props: StackProps,
    pub(crate) template: Template,
    constructs: BTreeMap<LogicalId, Construct>,
    outputs: BTreeMap<LogicalId, Construct>,
    functions: Vec<FunctionAsset>,
    waivers: BTreeMap<String, BTreeMap<&'static str, String>>,
    pub(crate) dependencies: BTreeSet<String>,
    errors: Vec<SynthError>,
    last: Vec<Last>,
    made: &'static Location<'static>,
}

/// What is left to do with a resource once everything is in the stack.
type Last = (LogicalId, fn(&mut Template, &LogicalId));

/// Where a part of the template comes from.
#[derive(Debug, Clone)]
pub(crate) struct Construct {
    pub path: ConstructPath,
    pub location: &'static Location<'static>,
    /// The place in a template that was imported.
    pub source: Option<String>,
}

/// A resource to be added: its properties and what CloudFormation does with it.
#[derive(Debug, Clone)]
pub struct Definition<T> {
    properties: T,
    policies: Option<(DeletionPolicy, DeletionPolicy)>,
}

impl<T: ResourceType> Definition<T> {
    /// A resource that holds nothing worth keeping.
    pub fn new(properties: T) -> Self {
        Self { properties, policies: None }
    }

    /// A resource that holds data, and what becomes of them. If its stack cannot be created at all it is deleted again,
    /// because then there are no data.
    pub fn stateful(properties: T, removal: RemovalPolicy) -> Self {
        Self { properties, policies: Some(removal.policies()) }
    }

    /// A resource that holds data and that its service refuses to delete: it stays, even if its stack cannot be created.
    pub fn protected(properties: T) -> Self {
        Self { properties, policies: Some((DeletionPolicy::Retain, DeletionPolicy::Retain)) }
    }
}

/// A resource of a stack.
#[derive(Debug)]
pub struct Resource<T> {
    target: Target,
    kind: PhantomData<fn() -> T>,
}

/// A resource that is in a stack, as it was found there.
#[derive(Debug)]
pub struct Found<T> {
    /// Where it was made.
    pub path: ConstructPath,
    /// The resource.
    pub resource: Resource<T>,
    /// Its entry in the template so far.
    pub entry: ResourceEntry,
}

/// A resource whose type the program does not state.
#[derive(Debug)]
pub enum Untyped {}

impl<T> Clone for Resource<T> {
    fn clone(&self) -> Self {
        Self::of(self.target.clone())
    }
}

impl<T> Resource<T> {
    pub(crate) fn of(target: Target) -> Self {
        Self { target, kind: PhantomData }
    }

    /// Its name in the template.
    #[must_use]
    pub fn logical_id(&self) -> &LogicalId {
        &self.target.id
    }

    /// What `Ref` gives for it: its name, or the URL of a queue.
    #[must_use]
    pub fn reference(&self) -> Value<Name<T>> {
        Value::reference(self.target.clone())
    }

    pub(crate) fn attribute<U>(&self, attribute: &'static str) -> Value<U> {
        Value::attribute(self.target.clone(), attribute)
    }
}

impl Resource<Untyped> {
    /// What `Fn::GetAtt` gives for an attribute; synthesis checks that the type has it.
    #[must_use]
    pub fn get_att(&self, attribute: &'static str) -> Value<String> {
        self.attribute(attribute)
    }
}

/// A stack that was synthesized without a mistake.
#[derive(Debug, Clone)]
pub struct SynthesizedStack {
    /// What goes with the whole stack.
    pub props: StackProps,
    /// Its template.
    pub template: Template,
    /// The function code that it needs, by name.
    pub functions: Vec<FunctionAsset>,
    /// The stacks that have to be deployed before it.
    pub dependencies: BTreeSet<String>,
    pub(crate) constructs: BTreeMap<LogicalId, Construct>,
    /// Where in the program the stack is made.
    pub(crate) made: &'static Location<'static>,
}

impl Stack {
    /// A stack without resources.
    #[must_use]
    #[track_caller]
    pub fn new(props: StackProps) -> Self {
        let template = Template { description: props.description.clone(), ..Template::default() };
        Self {
            name: props.name.as_str().into(),
            props,
            template,
            constructs: BTreeMap::new(),
            outputs: BTreeMap::new(),
            functions: Vec::new(),
            waivers: BTreeMap::new(),
            dependencies: BTreeSet::new(),
            errors: Vec::new(),
            last: Vec::new(),
            made: Location::caller(),
        }
    }

    /// Adds a resource.
    #[track_caller]
    pub fn add<T: ResourceType>(&mut self, path: &ConstructPath, definition: Definition<T>) -> Resource<T> {
        let Definition { properties, policies } = definition;
        let entry = ResourceEntry {
            deletion_policy: policies.map(|(deletion, _)| deletion),
            update_replace_policy: policies.map(|(_, replaced)| replaced),
            ..ResourceEntry::new(T::TYPE, properties.into_properties())
        };
        Resource::of(self.insert(path, entry))
    }

    /// Adds a resource of any type, with properties as in a template. Synthesis checks them against the type's schema.
    ///
    /// ```
    /// # use cdk::{Stack, StackProps};
    /// # let mut stack = Stack::new(StackProps::new("test"));
    /// let topic = stack.add_untyped(&"Alerts".into(), "AWS::SNS::Topic", serde_json::json!({ "DisplayName": "Alerts" }));
    /// stack.output("Topic", "Where alerts go.", topic.get_att("TopicArn"));
    /// ```
    #[track_caller]
    pub fn add_untyped(
        &mut self,
        path: &ConstructPath,
        r#type: impl Into<String>,
        properties: serde_json::Value,
    ) -> Resource<Untyped> {
        let r#type = r#type.into();
        let properties = match Node::from(properties) {
            Node::Object(properties) => properties,
            Node::Null => Object::new(),
            _ => {
                self.error(&rules::PROPERTIES, path, "its properties are no object".to_owned(), "use `json!({ … })`");
                Object::new()
            }
        };
        Resource::of(self.insert(path, ResourceEntry::new(r#type, properties)))
    }

    /// Says where in an imported template something stands.
    pub(crate) fn set_source(&mut self, id: &LogicalId, source: String) {
        if let Some(construct) = self.constructs.get_mut(id) {
            construct.source = Some(source);
        }
    }

    /// Adds an entry of the template as it is.
    #[track_caller]
    pub(crate) fn insert(&mut self, path: &ConstructPath, mut entry: ResourceEntry) -> Target {
        for node in entry.properties.nodes_mut() {
            node.rewrite(&mut |expression| localize(&self.name, expression));
        }
        self.register(path);
        let id = path.logical_id();
        if path.is_renamed() && entry.metadata.get(crate::diff::PATH).is_none() {
            // A logical id that no longer follows from the path would leave people guessing.
            entry.metadata.insert(crate::diff::PATH, format!("{}/{path}", self.props.name));
        }
        self.template.resources.insert(id.clone(), entry);
        Target { stack: Some(self.name.clone()), id }
    }

    /// Changes the properties of a resource that a construct made: the way from a construct to its typed resource.
    ///
    /// ```
    /// # #[cfg(feature = "sqs")] {
    /// # use cdk::{Definition, Stack, StackProps, aws::sqs::Queue};
    /// # let mut stack = Stack::new(StackProps::new("test"));
    /// let jobs = stack.add(&"Jobs".into(), Definition::new(Queue::new()));
    /// stack.edit(&jobs, |queue| queue.delay_seconds(30).set("VisibilityTimeout", 60));
    /// # }
    /// ```
    pub fn edit<T: ResourceType>(&mut self, resource: &Resource<T>, change: impl FnOnce(T) -> T) {
        let name = self.name.clone();
        if let Some(entry) = self.entry(resource) {
            let changed = change(T::from_properties(std::mem::take(&mut entry.properties)));
            entry.properties = changed.into_properties();
            entry.properties.nodes_mut().for_each(|node| node.rewrite(&mut |e| localize(&name, e)));
        }
    }

    /// States what becomes of a resource that holds data, such as one that was added untyped.
    ///
    /// ```
    /// # use cdk::{RemovalPolicy, Stack, StackProps};
    /// # let mut stack = Stack::new(StackProps::new("test"));
    /// let archive = stack.add_untyped(&"Archive".into(), "AWS::S3::Bucket", serde_json::json!({}));
    /// stack.keep_or_delete(&archive, RemovalPolicy::Retain);
    /// ```
    pub fn keep_or_delete<T>(&mut self, resource: &Resource<T>, removal: RemovalPolicy) {
        if let Some(entry) = self.entry(resource) {
            let (deletion, replacement) = removal.policies();
            entry.deletion_policy = Some(deletion);
            entry.update_replace_policy = Some(replacement);
        }
    }

    /// Has CloudFormation make `first` before `then`, beside the order that follows from references.
    pub fn order<T, U>(&mut self, first: &Resource<T>, then: &Resource<U>) {
        let first = first.logical_id().clone();
        if let Some(entry) = self.entry(then) {
            entry.depends_on.insert(first);
        }
    }

    /// Has `other` deployed before this stack, beside the order that follows from references. Both belong into one
    /// [`App`](crate::App).
    pub fn needs(&mut self, other: &Self) {
        self.dependencies.insert(other.props.name.clone());
    }

    /// Every resource of a type that is in the stack by now, by its path. What is made of all of them, such as an alarm on
    /// each queue, is made after the rest.
    ///
    /// ```
    /// # #[cfg(feature = "sqs")] {
    /// # use cdk::{Definition, Stack, StackProps, aws::sqs::Queue};
    /// # let mut stack = Stack::new(StackProps::new("test"));
    /// stack.add(&"Jobs".into(), Definition::new(Queue::new().delay_seconds(30)));
    /// let queues = stack.resources_of::<Queue>();
    /// assert_eq!(queues[0].path.to_string(), "Jobs");
    /// assert!(queues[0].entry.property("DelaySeconds").is_some());
    /// # }
    /// ```
    #[must_use]
    pub fn resources_of<T: ResourceType>(&self) -> Vec<Found<T>> {
        let of_type = self.template.resources.iter().filter(|(_, entry)| entry.r#type == T::TYPE);
        let found = of_type.map(|(id, entry)| Found {
            path: self.made_as(&self.constructs, id).0,
            resource: Resource::of(Target { stack: Some(self.name.clone()), id: id.clone() }),
            entry: entry.clone(),
        });
        found.collect()
    }

    /// The functions that are in the stack by now, with the names that their contracts state.
    pub fn functions(&self) -> impl Iterator<Item = (&'static str, &LogicalId)> {
        self.functions.iter().map(|function| (function.name, &function.logical_id))
    }

    /// Keeps something beside a resource in the template, for people and other tools.
    pub fn note<T>(&mut self, resource: &Resource<T>, key: &'static str, value: impl Into<Node>) {
        if let Some(entry) = self.entry(resource) {
            entry.metadata.insert(key, value);
        }
    }

    /// The resource of this type that stands at a path already.
    #[cfg(feature = "constructs")]
    pub(crate) fn present<T: ResourceType>(&self, path: &ConstructPath) -> Option<Resource<T>> {
        let id = path.logical_id();
        let entry = self.template.resources.get(&id).filter(|entry| entry.r#type == T::TYPE);
        entry.map(|_| Resource::of(Target { stack: Some(self.name.clone()), id }))
    }

    /// Changes a resource once everything is in the stack.
    #[cfg(feature = "constructs")]
    pub(crate) fn at_last<T>(&mut self, resource: &Resource<T>, change: fn(&mut Template, &LogicalId)) {
        self.last.push((resource.logical_id().clone(), change));
    }

    /// Tells CloudFormation how to update a resource.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html>
    #[cfg(all(feature = "constructs", feature = "codedeploy", feature = "cloudwatch"))]
    pub(crate) fn update_policy<T>(&mut self, resource: &Resource<T>, policy: Object) {
        let name = self.name.clone();
        if let Some(entry) = self.entry(resource) {
            let mut policy = Node::Object(policy);
            policy.rewrite(&mut |expression| localize(&name, expression));
            entry.policies.insert("UpdatePolicy", policy);
        }
    }

    /// Whether a resource is in this stack.
    #[cfg(feature = "kms")]
    pub(crate) fn owns<T>(&self, resource: &Resource<T>) -> bool {
        resource.target.stack.as_ref() == Some(&self.name)
    }

    fn entry<T>(&mut self, resource: &Resource<T>) -> Option<&mut ResourceEntry> {
        self.template.resources.get_mut(resource.logical_id())
    }

    /// Lets a construct, and everything inside of it, break a rule. The reason ends up in the template's metadata.
    ///
    /// ```
    /// # use cdk::{Stack, StackProps};
    /// # let mut stack = Stack::new(StackProps::new("test"));
    /// stack.waive("Legacy", "queue-visibility", "the consumer deletes messages itself");
    /// ```
    #[track_caller]
    pub fn waive(&mut self, path: impl Into<ConstructPath>, rule: &'static str, reason: impl Into<String>) {
        let (path, reason) = (path.into(), reason.into());
        let help = "see the list of rules; what AWS refuses cannot be waived";
        match rules::find(rule) {
            Some(rule) if rule.waivable && !reason.trim().is_empty() => {
                self.waivers.entry(path.to_string()).or_default().insert(rule.id, reason);
            }
            Some(found) if found.waivable => {
                self.error(
                    found,
                    &path,
                    format!("the waiver of {rule} has no reason"),
                    "say why the rule does not apply",
                );
            }
            Some(found) => self.error(found, &path, format!("the rule {rule} cannot be waived"), help),
            None => {
                let help =
                    rules::similar(rule).map_or(help.to_owned(), |similar| format!("did you mean {}?", similar.id));
                self.error(&rules::PROPERTIES, &path, format!("there is no rule {rule} to waive"), help);
            }
        }
    }

    /// Adds a value that is known once the stack is deployed.
    #[track_caller]
    pub fn output(&mut self, id: &str, description: impl Into<String>, value: impl Into<Value<String>>) {
        let path = ConstructPath::new(id);
        self.check_name(&path);
        let mut value = value.into().into_node();
        value.rewrite(&mut |expression| localize(&self.name, expression));
        let output = Output { description: description.into(), value, more: Object::new() };
        let construct = Construct { path: path.clone(), location: Location::caller(), source: None };
        self.outputs.insert(path.logical_id(), construct);
        if self.template.outputs.insert(path.logical_id(), output).is_some() {
            let message = "another output has this id".to_owned();
            self.error(&rules::LOGICAL_IDS, &path, message, "give each output an id of its own");
        }
    }

    /// Adds a value that is given when the stack is deployed.
    #[track_caller]
    pub fn parameter(&mut self, id: &str, description: impl Into<String>) -> Value<String> {
        let path = ConstructPath::new(id);
        self.register(&path);
        let parameter = Parameter {
            r#type: "String".into(),
            description: description.into(),
            default: None,
            constraints: Object::new(),
        };
        self.template.parameters.insert(path.logical_id(), parameter);
        Value::reference(Target { stack: Some(self.name.clone()), id: path.logical_id() })
    }

    /// Adds function code that is built and uploaded at deploy time, and returns where the function finds it: bucket and key.
    #[track_caller]
    pub(crate) fn function_code(&mut self, name: &'static str, path: &ConstructPath) -> (Value<String>, Value<String>) {
        let parameter = path.child("CodeKey");
        self.register(&parameter);
        let parameter = parameter.logical_id();
        let entry = Parameter {
            r#type: "String".into(),
            description: format!("The object key of the code of function {name}."),
            default: None,
            constraints: Object::new(),
        };
        self.template.parameters.insert(parameter.clone(), entry);
        let key = Value::reference(Target { stack: Some(self.name.clone()), id: parameter.clone() });
        if self.functions.iter().any(|function| function.name == name) {
            let rule = &rules::FUNCTION_NAMES;
            self.error(rule, path, format!("the stack has another function called `{name}`"), rule.fix);
        }
        self.functions.push(FunctionAsset { name, logical_id: path.logical_id(), parameter });
        (self.props.assets.token(), key)
    }

    /// Records a mistake; synthesis will fail with it.
    #[track_caller]
    pub(crate) fn error(
        &mut self,
        rule: &'static Rule,
        path: &ConstructPath,
        message: String,
        help: impl Into<String>,
    ) {
        let location = Location::caller();
        self.errors.push(self.mistake(rule, path.clone(), location, message, help.into()));
    }

    fn mistake(
        &self,
        rule: &'static Rule,
        path: ConstructPath,
        location: &'static Location<'static>,
        message: String,
        help: String,
    ) -> SynthError {
        let source = self.constructs.get(&path.logical_id()).and_then(|construct| construct.source.clone());
        SynthError { rule, stack: self.props.name.clone(), path, location, source, message, help }
    }

    #[track_caller]
    pub(crate) fn register(&mut self, path: &ConstructPath) {
        self.check_name(path);
        let construct = Construct { path: path.clone(), location: Location::caller(), source: None };
        if let Some(other) = self.constructs.insert(path.logical_id(), construct) {
            let message =
                format!("its logical id {} is taken by {} ({})", path.logical_id(), other.path, other.location);
            self.error(&rules::LOGICAL_IDS, path, message, "give one of the two another id");
        }
    }

    #[track_caller]
    fn check_name(&mut self, path: &ConstructPath) {
        if !path.is_valid() {
            let message = "its id does not make a logical id".to_owned();
            self.error(&rules::LOGICAL_IDS, path, message, "use ASCII letters and digits, at most 255 in all");
        }
    }

    /// The template, with what is needed to deploy it. Stacks that refer to each other are synthesized by an
    /// [`App`](crate::App).
    ///
    /// # Errors
    /// Every mistake that was made in the stack.
    pub fn synthesize(mut self) -> Result<SynthesizedStack, SynthErrors> {
        let dependencies = std::mem::take(&mut self.dependencies);
        self.finish(dependencies).map_err(|errors| SynthErrors { errors })
    }

    pub(crate) fn finish(mut self, dependencies: BTreeSet<String>) -> Result<SynthesizedStack, Vec<SynthError>> {
        for (id, change) in std::mem::take(&mut self.last) {
            change(&mut self.template, &id);
        }
        self.apply_rules();
        if !self.errors.is_empty() {
            return Err(self.errors);
        }
        self.functions.sort_by_key(|function| function.name);
        let Self { props, template, constructs, functions, made, .. } = self;
        Ok(SynthesizedStack { props, template, functions, dependencies, constructs, made })
    }

    fn apply_rules(&mut self) {
        let mut waived: BTreeMap<LogicalId, Object> = BTreeMap::new();
        for rule in rules::ALL {
            let mut findings = Findings::default();
            (rule.check)(&Subject { props: &self.props, template: &self.template }, &mut findings);
            for finding in findings.0 {
                let (path, location) = self.place(&finding.place);
                let waiver = self.waiver(&path, rule).filter(|_| rule.waivable);
                match (waiver, finding.place) {
                    (Some(reason), Place::Entry(id) | Place::Output(id)) => {
                        waived.entry(id).or_default().insert(rule.id, reason);
                    }
                    _ => {
                        let error = self.mistake(rule, path, location, finding.message, finding.help);
                        self.errors.push(error);
                    }
                }
            }
        }
        for (id, reasons) in waived {
            match self.template.resources.get_mut(&id) {
                Some(entry) => entry.metadata.insert("Waived", reasons),
                // Parameters and outputs have no metadata of their own.
                None => self.template.metadata.insert(format!("Waived{id}"), reasons),
            };
        }
    }

    /// Where something stands, and where in the program it was made.
    fn place(&self, place: &Place) -> (ConstructPath, &'static Location<'static>) {
        match place {
            Place::Stack => (rules::stack_path(&self.props), self.made),
            Place::Entry(id) => self.made_as(&self.constructs, id),
            Place::Output(id) => self.made_as(&self.outputs, id),
        }
    }

    fn made_as(
        &self,
        made: &BTreeMap<LogicalId, Construct>,
        id: &LogicalId,
    ) -> (ConstructPath, &'static Location<'static>) {
        match made.get(id) {
            Some(construct) => (construct.path.clone(), construct.location),
            None => (ConstructPath::new(id.as_str()), self.made),
        }
    }

    /// The reason for which a construct, or one around it, may break a rule.
    fn waiver(&self, path: &ConstructPath, rule: &Rule) -> Option<String> {
        let path = path.to_string();
        let covers =
            |waived: &str| path == waived || path.strip_prefix(waived).is_some_and(|rest| rest.starts_with('/'));
        let reasons = self.waivers.iter().filter(|(waived, _)| covers(waived));
        reasons.filter_map(|(_, reasons)| reasons.get(rule.id)).next().cloned()
    }
}

/// A reference to this very stack needs no name of a stack.
fn localize(stack: &Arc<str>, expression: &mut Expression) {
    if let Expression::Reference(target) | Expression::Attribute(target, _) = expression
        && target.stack.as_ref() == Some(stack)
    {
        target.stack = None;
    }
}
