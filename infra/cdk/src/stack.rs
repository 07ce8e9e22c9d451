//! A stack: the resources that are deployed together.

use std::collections::BTreeMap;
use std::marker::PhantomData;
use std::panic::Location;

use serde::Serialize;

use crate::aws::ResourceType;
use crate::value::pseudo;
use crate::{
    Arn, ConstructPath, DeletionPolicy, LogicalId, Name, Output, Parameter, ResourceEntry, SynthError, SynthErrors,
    Template, Value,
};

/// The most resources that a template may have.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html>
const MAX_RESOURCES: usize = 500;

/// What becomes of a resource that keeps data when it leaves the stack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum RemovalPolicy {
    /// It stays, outside of the stack.
    Retain,
    /// It is deleted, with its data.
    Delete,
}

/// The bucket that function code is uploaded to, one per account and region: `PREFIX-ACCOUNT-REGION`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssetBucket {
    prefix: String,
}

impl AssetBucket {
    /// A bucket whose name begins with `prefix`, which should tell one application from another.
    pub fn new(prefix: impl Into<String>) -> Self {
        Self { prefix: prefix.into() }
    }

    /// Its name in an account and region.
    #[must_use]
    pub fn name(&self, account: &str, region: &str) -> String {
        format!("{}-{account}-{region}", self.prefix)
    }

    fn token(&self) -> Value<String> {
        let prefix = format!("{}-", self.prefix);
        Value::join([prefix.into(), pseudo::account_id(), "-".into(), pseudo::region()])
    }
}

/// What a stack is called and what goes with all of it.
#[derive(Debug, Clone)]
pub struct StackProps {
    /// The stack's name in CloudFormation.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Where its function code is.
    pub assets: AssetBucket,
    /// Tags for every resource of the stack.
    pub tags: BTreeMap<String, String>,
    /// Whether CloudFormation refuses to delete the stack.
    pub termination_protection: bool,
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
    props: StackProps,
    template: Template,
    constructs: BTreeMap<LogicalId, Construct>,
    functions: Vec<FunctionAsset>,
    errors: Vec<SynthError>,
}

/// Where a resource of the template comes from.
#[derive(Debug, Clone)]
pub(crate) struct Construct {
    pub path: ConstructPath,
    pub location: &'static Location<'static>,
}

/// A resource to be added: its properties and what CloudFormation does with it.
#[derive(Debug, Clone)]
pub struct Definition<T> {
    properties: T,
    policies: Option<(DeletionPolicy, RemovalPolicy)>,
}

impl<T: ResourceType> Definition<T> {
    /// A resource that holds nothing worth keeping.
    pub fn new(properties: T) -> Self {
        Self { properties, policies: None }
    }

    /// A resource that holds data, and what becomes of them. If its stack cannot be created at all it is deleted again,
    /// because then there are no data.
    pub fn stateful(properties: T, removal: RemovalPolicy) -> Self {
        let deletion = match removal {
            RemovalPolicy::Retain => DeletionPolicy::RetainExceptOnCreate,
            RemovalPolicy::Delete => DeletionPolicy::Delete,
        };
        Self { properties, policies: Some((deletion, removal)) }
    }

    /// A resource that holds data and that its service refuses to delete: it stays, even if its stack cannot be created.
    pub fn protected(properties: T) -> Self {
        Self { properties, policies: Some((DeletionPolicy::Retain, RemovalPolicy::Retain)) }
    }
}

/// A resource of a stack.
#[derive(Debug)]
pub struct Resource<T> {
    logical_id: LogicalId,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for Resource<T> {
    fn clone(&self) -> Self {
        Self { logical_id: self.logical_id.clone(), kind: PhantomData }
    }
}

impl<T: ResourceType> Resource<T> {
    /// Its name in the template.
    #[must_use]
    pub fn logical_id(&self) -> &LogicalId {
        &self.logical_id
    }

    /// What `Ref` gives for it: its name, or the URL of a queue.
    #[must_use]
    pub fn name(&self) -> Value<Name<T>> {
        Value::reference(&self.logical_id)
    }

    /// Its ARN.
    #[must_use]
    pub fn arn(&self) -> Value<Arn<T>> {
        Value::attribute(&self.logical_id, "Arn")
    }

    pub(crate) fn attribute<U>(&self, attribute: &'static str) -> Value<U> {
        Value::attribute(&self.logical_id, attribute)
    }
}

/// A stack that was synthesized without a mistake.
#[derive(Debug)]
pub struct SynthesizedStack {
    /// What goes with the whole stack.
    pub props: StackProps,
    /// Its template.
    pub template: Template,
    /// The function code that it needs, by name.
    pub functions: Vec<FunctionAsset>,
    pub(crate) constructs: BTreeMap<LogicalId, Construct>,
}

impl Stack {
    /// A stack without resources.
    #[must_use]
    pub fn new(props: StackProps) -> Self {
        let template = Template { description: props.description.clone(), ..Template::default() };
        Self { props, template, constructs: BTreeMap::new(), functions: Vec::new(), errors: Vec::new() }
    }

    /// Adds a resource.
    #[track_caller]
    pub fn add<T: ResourceType>(&mut self, path: &ConstructPath, definition: Definition<T>) -> Resource<T> {
        let logical_id = path.logical_id();
        let Definition { properties, policies } = definition;
        match serde_json::to_value(&properties) {
            Ok(properties) => {
                let entry = ResourceEntry {
                    r#type: T::TYPE,
                    deletion_policy: policies.map(|(deletion, _)| deletion),
                    update_replace_policy: policies.map(|(_, replaced)| replaced),
                    properties,
                };
                self.register(path);
                self.template.resources.insert(logical_id.clone(), entry);
            }
            Err(error) => self.error(
                path,
                format!("its properties cannot be written: {error}"),
                "use maps with text keys and finite numbers only",
            ),
        }
        Resource { logical_id, kind: PhantomData }
    }

    /// Adds a value that is known once the stack is deployed.
    #[track_caller]
    pub fn output(&mut self, id: &str, description: impl Into<String>, value: Value<String>) {
        let path = ConstructPath::new(id);
        self.check_name(&path);
        let output = Output { description: description.into(), value };
        if self.template.outputs.insert(path.logical_id(), output).is_some() {
            self.error(&path, "another output has this id".to_owned(), "give each output an id of its own");
        }
    }

    /// Adds function code that is built and uploaded at deploy time, and returns where the function finds it: bucket and key.
    #[track_caller]
    pub(crate) fn function_code(&mut self, name: &'static str, path: &ConstructPath) -> (Value<String>, Value<String>) {
        let parameter = path.child("CodeKey");
        self.register(&parameter);
        let parameter = parameter.logical_id();
        let description = format!("The object key of the code of function {name}.");
        self.template.parameters.insert(parameter.clone(), Parameter { r#type: "String", description });
        let key = Value::reference(&parameter);
        if self.functions.iter().any(|function| function.name == name) {
            let help = "a contract stands for one function; declare another contract for another function";
            self.error(path, format!("the stack has another function called `{name}`"), help);
        }
        self.functions.push(FunctionAsset { name, logical_id: path.logical_id(), parameter });
        (self.props.assets.token(), key)
    }

    /// Records a mistake; synthesis will fail with it.
    #[track_caller]
    pub(crate) fn error(&mut self, path: &ConstructPath, message: String, help: impl Into<String>) {
        let error = SynthError { path: path.clone(), location: Location::caller(), message, help: help.into() };
        self.errors.push(error);
    }

    #[track_caller]
    fn register(&mut self, path: &ConstructPath) {
        self.check_name(path);
        let construct = Construct { path: path.clone(), location: Location::caller() };
        if let Some(other) = self.constructs.insert(path.logical_id(), construct) {
            let message =
                format!("its logical id {} is taken by {} ({})", path.logical_id(), other.path, other.location);
            self.error(path, message, "give one of the two another id");
        }
    }

    #[track_caller]
    fn check_name(&mut self, path: &ConstructPath) {
        if !path.is_valid() {
            let message = "its id does not make a logical id".to_owned();
            self.error(path, message, "use ASCII letters and digits, at most 255 in all");
        }
    }

    /// The template, with what is needed to deploy it.
    ///
    /// # Errors
    /// Every mistake that was made in the stack.
    #[track_caller]
    pub fn synthesize(mut self) -> Result<SynthesizedStack, SynthErrors> {
        let resources = self.template.resources.len();
        if resources > MAX_RESOURCES {
            let message = format!("{resources} resources are more than the {MAX_RESOURCES} that a template may have");
            self.error(&ConstructPath::new(self.props.name.clone()), message, "split the stack into several");
        }
        if !self.errors.is_empty() {
            return Err(SynthErrors { stack: self.props.name, errors: self.errors });
        }
        self.functions.sort_by_key(|function| function.name);
        let Self { props, template, constructs, functions, .. } = self;
        Ok(SynthesizedStack { props, template, functions, constructs })
    }
}
