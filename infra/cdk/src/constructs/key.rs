//! A key of one's own.

use contract::Access;

use super::resource_policy::add_statement;
use crate::aws::kms;
use crate::{
    Arn, ConstructPath, Definition, Granted, PolicyDocument, Principal, RemovalPolicy, Resource, Stack, Statement,
    Value, pseudo, rules,
};

/// A symmetric KMS key that is rotated each year, with an alias. The account decides by IAM who may use it, and services of
/// AWS may if [`Key::allow_use_by`] says so.
///
/// ```
/// use cdk::constructs::{Key, KeyProps};
/// use cdk::{Stack, StackProps};
///
/// let mut stack = Stack::new(StackProps::new("shop"));
/// let key = Key::new(&mut stack, "Key", KeyProps::new("alerts"));
/// key.allow_use_by(&mut stack, "cloudwatch.amazonaws.com");
/// stack.synthesize().unwrap();
/// ```
#[derive(Debug, Clone)]
pub struct Key {
    path: ConstructPath,
    resource: Resource<kms::Key>,
}

/// What may differ from key to key.
#[derive(Debug, Clone)]
pub struct KeyProps {
    /// Its alias, without `alias/`: letters, digits, `/`, `_` and `-`.
    pub alias: String,
    /// What it is for.
    pub description: String,
    /// What becomes of the key when it leaves the stack. Without it everything that it encrypted is lost, so
    /// [`KeyProps::new`] retains it; a key that is deleted can be saved for 30 days.
    pub removal: RemovalPolicy,
}

impl KeyProps {
    /// A key with this alias that stays when it leaves the stack.
    pub fn new(alias: impl Into<String>) -> Self {
        Self { alias: alias.into(), description: String::new(), removal: RemovalPolicy::Retain }
    }
}

impl Key {
    /// Adds a key and its alias.
    #[track_caller]
    pub fn new(stack: &mut Stack, id: impl Into<ConstructPath>, props: KeyProps) -> Self {
        let path = id.into();
        let root =
            Value::join(["arn:".into(), pseudo::partition(), ":iam::".into(), pseudo::account_id(), ":root".into()]);
        // Without this statement nobody could ever change the policy again.
        let account = Statement::allow("Account", ["kms:*"], ["*".into()]).of(Principal::Account(root));
        let key = kms::Key::new()
            .enable_key_rotation(true)
            .pending_window_in_days(30)
            .key_policy(PolicyDocument::new([account]));
        let key = if props.description.is_empty() { key } else { key.description(props.description) };
        let resource = stack.add(&path, Definition::stateful(key, props.removal));
        let alias = kms::Alias::new(format!("alias/{}", props.alias), resource.key_id());
        stack.add(&path.child("Alias"), Definition::new(alias));
        Self { path, resource }
    }

    /// Lets a service of AWS, such as `sns.amazonaws.com`, encrypt and decrypt with the key on behalf of this account.
    /// `stack` is the one that the key is in.
    #[track_caller]
    pub fn allow_use_by(&self, stack: &mut Stack, service: &'static str) {
        if !stack.owns(&self.resource) {
            let message = format!("the key {} is in another stack, and so is its policy", self.path);
            stack.error(&rules::REFERENCES, &self.path, message, "say this in the stack of the key");
            return;
        }
        let name: String =
            service.split('.').next().unwrap_or_default().chars().filter(char::is_ascii_alphanumeric).collect();
        let statement = Statement::allow(format!("UseBy{name}"), ["kms:Decrypt", "kms:GenerateDataKey*"], ["*".into()])
            .of(Principal::Service(service))
            .only_if("StringEquals", "aws:SourceAccount", pseudo::account_id());
        add_statement(stack, &self.resource, "KeyPolicy", statement);
    }

    /// The key, as a link in a function's contract.
    #[must_use]
    pub fn link<T: 'static, A: Access<contract::Key<T>>>(&self) -> Granted<contract::Key<T>, A> {
        Granted::new(self.arn().text(), self.arn().text())
    }

    /// Its ARN, as properties that name a key take it.
    #[must_use]
    pub fn arn(&self) -> Value<Arn<kms::Key>> {
        self.resource.arn()
    }

    /// The typed resource, for what this construct has no word for.
    #[must_use]
    pub fn resource(&self) -> &Resource<kms::Key> {
        &self.resource
    }
}
