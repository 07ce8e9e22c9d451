//! A secret that nobody has to know.

use std::marker::PhantomData;

use contract::Access;

use crate::aws::secretsmanager;
use crate::aws::secretsmanager::secret::GenerateSecretString;
use crate::{ConstructPath, Definition, Granted, RemovalPolicy, Resource, Stack, Value};

/// A secret of Secrets Manager that holds a `T`: at first a password of 32 letters and digits that Secrets Manager makes up,
/// so that it stands in no template and no program.
///
/// ```
/// use cdk::constructs::Secret;
/// use cdk::{RemovalPolicy, Stack, StackProps};
///
/// let mut stack = Stack::new(StackProps::new("shop"));
/// let secret = Secret::<String>::new(&mut stack, "Password", "Signs the links in mails.", RemovalPolicy::Retain);
/// stack.output("Password", "Where the password is.", secret.arn());
/// stack.synthesize().unwrap();
/// ```
#[derive(Debug, Clone)]
pub struct Secret<T> {
    resource: Resource<secretsmanager::Secret>,
    value: PhantomData<fn() -> T>,
}

impl<T: 'static> Secret<T> {
    /// Adds a secret.
    #[track_caller]
    pub fn new(
        stack: &mut Stack,
        id: impl Into<ConstructPath>,
        description: impl Into<String>,
        removal: RemovalPolicy,
    ) -> Self {
        let password =
            GenerateSecretString::new().password_length(32).exclude_punctuation(true).require_each_included_type(true);
        let secret = secretsmanager::Secret::new().description(description.into()).generate_secret_string(password);
        let resource = stack.add(&id.into(), Definition::stateful(secret, removal));
        Self { resource, value: PhantomData }
    }

    /// The secret, as a link in a function's contract.
    #[must_use]
    pub fn link<A: Access<contract::Secret<T>>>(&self) -> Granted<contract::Secret<T>, A> {
        Granted::new(self.arn(), self.arn())
    }

    /// Its ARN.
    #[must_use]
    pub fn arn(&self) -> Value<String> {
        self.resource.reference().text()
    }

    /// The typed resource, for what this construct has no word for.
    #[must_use]
    pub fn resource(&self) -> &Resource<secretsmanager::Secret> {
        &self.resource
    }
}
