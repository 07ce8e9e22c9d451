//! A value in the parameter store.

use std::marker::PhantomData;

use contract::Access;

use crate::aws::ssm;
use crate::aws::ssm::parameter::Type;
use crate::{ConstructPath, Definition, Granted, Resource, Stack, Value, pseudo};

/// A parameter of SSM that holds a `T` as text. For settings, not for secrets: its value stands in the template.
///
/// ```
/// use cdk::constructs::Parameter;
/// use cdk::{Stack, StackProps};
///
/// let mut stack = Stack::new(StackProps::new("shop"));
/// let limit = Parameter::<u32>::new(&mut stack, "Limit", "How many carts a person may have.", "5");
/// stack.output("Limit", "Where the limit is.", limit.name());
/// stack.synthesize().unwrap();
/// ```
#[derive(Debug, Clone)]
pub struct Parameter<T> {
    resource: Resource<ssm::Parameter>,
    value: PhantomData<fn() -> T>,
}

impl<T: 'static> Parameter<T> {
    /// Adds a parameter with a value: 1 to 4,096 characters.
    #[track_caller]
    pub fn new(
        stack: &mut Stack,
        id: impl Into<ConstructPath>,
        description: impl Into<String>,
        value: impl Into<Value<String>>,
    ) -> Self {
        let parameter = ssm::Parameter::new(Type::String, value).description(description.into());
        let resource = stack.add(&id.into(), Definition::new(parameter));
        Self { resource, value: PhantomData }
    }

    /// The parameter, as a link in a function's contract.
    #[must_use]
    pub fn link<A: Access<contract::Parameter<T>>>(&self) -> Granted<contract::Parameter<T>, A> {
        // The name that CloudFormation makes up does not begin with `/`, unlike one that is a path.
        let place = [pseudo::partition(), ":ssm:".into(), pseudo::region(), ":".into(), pseudo::account_id()];
        let arn = ["arn:".into()].into_iter().chain(place).chain([":parameter/".into(), self.name()]);
        Granted::new(self.name(), Value::join(arn))
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> Value<String> {
        self.resource.reference().text()
    }

    /// The typed resource, for what this construct has no word for.
    #[must_use]
    pub fn resource(&self) -> &Resource<ssm::Parameter> {
        &self.resource
    }
}
