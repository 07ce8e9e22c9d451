//! Who may invoke a function, as far as the function itself says so.

use super::Function;
use crate::aws::lambda::{self, Permission};
use crate::{ConstructPath, Definition, Resource, Stack, Value, pseudo};

/// A function or one of its aliases.
pub(super) struct Invoked<'a> {
    pub path: &'a ConstructPath,
    pub function: &'a Resource<lambda::Function>,
    pub alias: Option<(&'a str, &'a Resource<lambda::Alias>)>,
}

impl Invoked<'_> {
    /// What permissions call it.
    pub fn name(&self) -> Value<String> {
        match self.alias {
            Some((_, alias)) => alias.reference().text(),
            None => self.function.reference().text(),
        }
    }
}

impl Function {
    /// Lets a service of AWS, such as `events.amazonaws.com`, invoke the function on behalf of the resource with the ARN
    /// `source`. `id` names the permission inside of the function.
    ///
    /// <https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html>
    #[track_caller]
    pub fn allow_invocation_by(&self, stack: &mut Stack, id: &str, service: &'static str, source: Value<String>) {
        allow(stack, &self.invoked(), id, service, source);
    }

    pub(super) fn invoked(&self) -> Invoked<'_> {
        Invoked { path: &self.path, function: &self.resource, alias: None }
    }
}

#[track_caller]
pub(super) fn allow(stack: &mut Stack, invoked: &Invoked<'_>, id: &str, service: &'static str, source: Value<String>) {
    let mut permission = Permission::new("lambda:InvokeFunction", invoked.name(), service).source_arn(source);
    if service == "s3.amazonaws.com" {
        // The ARN of a bucket does not say whose it is, and a deleted bucket's name is free for anybody.
        permission = permission.source_account(pseudo::account_id());
    }
    stack.add(&invoked.path.child(id), Definition::new(permission));
}
