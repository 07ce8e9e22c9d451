//! URLs of functions.

use super::Function;
use super::invocation::Invoked;
use crate::aws::lambda::permission::FunctionUrlAuthType;
use crate::aws::lambda::url::AuthType;
use crate::aws::lambda::{Permission, Url};
use crate::{Definition, Resource, Stack, Value};

/// An HTTPS endpoint of a function or an alias. Cross-origin requests and response streaming are set on the typed resource.
///
/// ```
/// # use cdk::constructs::Function;
/// # use cdk::Stack;
/// # fn example(stack: &mut Stack, greet: &Function) {
/// let url = greet.url(stack);
/// stack.output("GreetUrl", "Greets those who sign their requests.", url.address());
/// # }
/// ```
///
/// <https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html>
#[derive(Debug, Clone)]
pub struct FunctionUrl {
    resource: Resource<Url>,
}

impl Function {
    /// Adds a URL for requests that are signed by who may invoke the function.
    #[track_caller]
    pub fn url(&self, stack: &mut Stack) -> FunctionUrl {
        signed(stack, &self.invoked())
    }

    /// Adds a URL that anybody on the internet may call. Whatever the function does, it does for everybody.
    #[track_caller]
    pub fn public_url(&self, stack: &mut Stack) -> FunctionUrl {
        public(stack, &self.invoked())
    }
}

impl FunctionUrl {
    /// Where it is: `https://…/`.
    #[must_use]
    pub fn address(&self) -> Value<String> {
        self.resource.function_url()
    }

    /// The typed resource, for what this construct has no word for.
    #[must_use]
    pub fn resource(&self) -> &Resource<Url> {
        &self.resource
    }
}

#[track_caller]
pub(super) fn signed(stack: &mut Stack, invoked: &Invoked<'_>) -> FunctionUrl {
    add(stack, invoked, AuthType::AwsIam)
}

#[track_caller]
pub(super) fn public(stack: &mut Stack, invoked: &Invoked<'_>) -> FunctionUrl {
    let url = add(stack, invoked, AuthType::None);
    // Lambda demands both: one to call the URL, and one to invoke the function, which is for requests by URL only.
    let call = Permission::new("lambda:InvokeFunctionUrl", invoked.name(), "*")
        .function_url_auth_type(FunctionUrlAuthType::None);
    let invoke = Permission::new("lambda:InvokeFunction", invoked.name(), "*").invoked_via_function_url(true);
    stack.add(&invoked.path.child("UrlForEverybody"), Definition::new(call));
    stack.add(&invoked.path.child("InvocationByUrl"), Definition::new(invoke));
    url
}

#[track_caller]
fn add(stack: &mut Stack, invoked: &Invoked<'_>, auth: AuthType) -> FunctionUrl {
    let mut url = Url::new(auth, invoked.function.arn());
    if let Some((name, _)) = invoked.alias {
        url = url.qualifier(name);
    }
    let resource = stack.add(&invoked.path.child("Url"), Definition::new(url));
    if let Some((_, alias)) = invoked.alias {
        stack.order(alias, &resource);
    }
    FunctionUrl { resource }
}
