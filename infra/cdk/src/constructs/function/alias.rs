//! An alias: a name under which a published version of a function is invoked.

use super::invocation::{self, Invoked};
use super::{Function, FunctionUrl, url, version};
use crate::aws::lambda::alias::ProvisionedConcurrencyConfiguration;
use crate::aws::lambda::{self, EventSourceMapping};
use crate::{Arn, ConstructPath, Definition, ProvisionedConcurrency, Resource, Stack, Value, rules};

/// A name under which the version of a function that was deployed last is invoked.
///
/// Every deployment that changes the function's code or configuration publishes a version and moves the alias to it, also
/// if only the code changes. The version before is deleted once the deployment succeeded. What a deployment cannot see is a
/// change behind a reference: if a variable refers to a table that is replaced, the version keeps the name of the old one
/// until the function's template or code changes.
///
/// ```
/// # use cdk::constructs::{Function, FunctionProps, invoked};
/// # use cdk::{ProvisionedConcurrency, Stack, StackProps, literal};
/// # #[derive(contract::Contract)]
/// # #[contract(name = "greet", wakes_on(contract::Invocation<(), ()>))]
/// # /** Greets. */ struct Greet<P: contract::Phase> { names: contract::Link<P, contract::Bucket<()>, contract::GetObject> }
/// # fn example(stack: &mut Stack, greet: Greet<cdk::Synth>) {
/// let greet = Function::new(stack, "Greet", &greet, invoked(), FunctionProps::default());
/// let live = greet.alias(stack, "live");
/// live.provision(stack, literal!(ProvisionedConcurrency::executions(2)));
/// # }
/// ```
///
/// <https://docs.aws.amazon.com/lambda/latest/dg/configuration-aliases.html>
#[derive(Debug, Clone)]
pub struct Alias {
    pub(super) path: ConstructPath,
    pub(super) name: String,
    pub(super) function: Resource<lambda::Function>,
    pub(super) resource: Resource<lambda::Alias>,
    mappings: Vec<Resource<EventSourceMapping>>,
}

impl Function {
    /// Adds an alias, such as `live`. What wakes the function still wakes its newest code: see [`Alias::take_sources`].
    ///
    /// The name is made of letters, digits, `-` and `_`, and is no number.
    #[track_caller]
    pub fn alias(&self, stack: &mut Stack, name: &str) -> Alias {
        let words: String = name.split(['-', '_']).map(crate::names::capitalized).collect();
        let path = self.path.child(&format!("Alias{words}"));
        if name.bytes().all(|byte| byte.is_ascii_digit()) {
            let message = format!("the alias `{name}` has no letter in its name");
            stack.error(&rules::PROPERTIES, &path, message, "numbers are names of versions; call it `live`, say");
        }
        let version = version::current(stack, self);
        let alias = lambda::Alias::new(self.name(), version.version(), name);
        let resource = stack.add(&path, Definition::new(alias));
        if let Some(asynchronous) = &self.asynchronous {
            let config =
                stack.add(&path.child("Asynchronous"), Definition::new(asynchronous.config(self.name().text(), name)));
            stack.order(&resource, &config);
        }
        let function = self.resource.clone();
        Alias { path, name: name.to_owned(), function, resource, mappings: self.mappings.clone() }
    }
}

impl Alias {
    /// Its ARN.
    #[must_use]
    pub fn arn(&self) -> Value<Arn<lambda::Alias>> {
        self.resource.reference().text().into_arn()
    }

    /// Has the sources of the function wake this alias instead of the newest code, so that they follow its deployments.
    pub fn take_sources(&self, stack: &mut Stack) {
        for mapping in &self.mappings {
            stack.edit(mapping, |mapping| mapping.function_name(self.resource.reference()));
        }
    }

    /// Keeps this many execution environments ready at all times.
    ///
    /// <https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html>
    pub fn provision(&self, stack: &mut Stack, executions: ProvisionedConcurrency) {
        let provisioned = ProvisionedConcurrencyConfiguration::new(executions);
        stack.edit(&self.resource, |alias| alias.provisioned_concurrency_config(provisioned));
    }

    /// Adds a URL for requests that are signed by who may invoke it.
    #[track_caller]
    pub fn url(&self, stack: &mut Stack) -> FunctionUrl {
        url::signed(stack, &self.invoked())
    }

    /// Adds a URL that anybody on the internet may call.
    #[track_caller]
    pub fn public_url(&self, stack: &mut Stack) -> FunctionUrl {
        url::public(stack, &self.invoked())
    }

    /// Lets a service of AWS invoke it on behalf of one resource; see [`Function::allow_invocation_by`].
    #[track_caller]
    pub fn allow_invocation_by(&self, stack: &mut Stack, id: &str, service: &'static str, source: Value<String>) {
        invocation::allow(stack, &self.invoked(), id, service, source);
    }

    /// The typed resource, for what this construct has no word for.
    #[must_use]
    pub fn resource(&self) -> &Resource<lambda::Alias> {
        &self.resource
    }

    fn invoked(&self) -> Invoked<'_> {
        Invoked { path: &self.path, function: &self.function, alias: Some((&self.name, &self.resource)) }
    }
}
