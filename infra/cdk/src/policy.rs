//! IAM policy documents.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Node, Object, Value};

/// A policy: statements in the order given.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html>
#[derive(Debug, Clone, PartialEq)]
pub struct PolicyDocument {
    statements: Vec<Statement>,
}

impl PolicyDocument {
    /// A policy of these statements.
    pub fn new(statements: impl IntoIterator<Item = Statement>) -> Self {
        Self { statements: statements.into_iter().collect() }
    }
}

impl From<PolicyDocument> for Node {
    fn from(policy: PolicyDocument) -> Self {
        let statements: Vec<Self> = policy.statements.into_iter().map(Self::from).collect();
        Self::Object(
            [("Version", Self::from("2012-10-17")), ("Statement", Self::List(statements))].into_iter().collect(),
        )
    }
}

/// Whether a statement allows or denies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// What it names is allowed.
    Allow,
    /// What it names is denied, whatever else allows it.
    Deny,
}

/// Who a statement of a resource policy is about.
#[derive(Debug, Clone, PartialEq)]
pub enum Principal {
    /// Everybody. Only for statements that deny.
    Everyone,
    /// A service of AWS, such as `lambda.amazonaws.com`.
    Service(&'static str),
    /// Everybody in an account whom that account allows it, by the ARN of its root.
    Account(Value<String>),
}

impl From<Principal> for Node {
    fn from(principal: Principal) -> Self {
        match principal {
            Principal::Everyone => Self::from("*"),
            Principal::Service(service) => Self::Object([("Service", service)].into_iter().collect()),
            Principal::Account(root) => Self::Object([("AWS", root)].into_iter().collect()),
        }
    }
}

/// Conditions of a statement: operator, key, value.
pub type Conditions = BTreeMap<&'static str, BTreeMap<&'static str, Node>>;

/// One statement of a policy.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// A name for people, letters and digits.
    pub sid: Option<String>,
    /// Whether it allows or denies.
    pub effect: Effect,
    /// Whom; only in resource and trust policies.
    pub principal: Option<Principal>,
    /// Which actions.
    pub action: BTreeSet<&'static str>,
    /// On which resources, by ARN; none in trust policies.
    pub resource: Vec<Value<String>>,
    /// Under which conditions.
    pub condition: Conditions,
}

impl From<Statement> for Node {
    fn from(statement: Statement) -> Self {
        let Statement { sid, effect, principal, action, resource, condition } = statement;
        let mut object = Object::new();
        if let Some(sid) = sid {
            object.insert("Sid", sid);
        }
        object.insert("Effect", if effect == Effect::Allow { "Allow" } else { "Deny" });
        if let Some(principal) = principal {
            object.insert("Principal", principal);
        }
        object.insert("Action", action.into_iter().collect::<Vec<_>>());
        if !resource.is_empty() {
            object.insert("Resource", resource);
        }
        if !condition.is_empty() {
            let operators =
                condition.into_iter().map(|(operator, keys)| (operator, keys.into_iter().collect::<Object>()));
            object.insert("Condition", operators.collect::<Object>());
        }
        Self::Object(object)
    }
}

impl Statement {
    /// Allows `actions` on `resources`.
    pub fn allow(
        sid: impl Into<String>,
        actions: impl IntoIterator<Item = &'static str>,
        resources: impl IntoIterator<Item = Value<String>>,
    ) -> Self {
        Self {
            sid: Some(sid.into()),
            effect: Effect::Allow,
            principal: None,
            action: actions.into_iter().collect(),
            resource: resources.into_iter().collect(),
            condition: Conditions::new(),
        }
    }

    /// Lets a service of AWS assume a role.
    #[must_use]
    pub fn assumed_by(service: &'static str) -> Self {
        Self { sid: None, principal: Some(Principal::Service(service)), ..Self::allow("", ["sts:AssumeRole"], []) }
    }

    /// Denies every action of a service on `resources` to requests that are not sent over TLS.
    pub fn tls_only(all_actions: &'static str, resources: impl IntoIterator<Item = Value<String>>) -> Self {
        Self {
            effect: Effect::Deny,
            principal: Some(Principal::Everyone),
            ..Self::allow("TlsOnly", [all_actions], resources)
        }
        .only_if("Bool", "aws:SecureTransport", "false")
    }

    /// The same for this principal; for resource policies.
    #[must_use]
    pub fn of(mut self, principal: Principal) -> Self {
        self.principal = Some(principal);
        self
    }

    /// The same under one more condition, such as `StringEquals`, `aws:SourceAccount`, the account.
    #[must_use]
    pub fn only_if(mut self, operator: &'static str, key: &'static str, value: impl Into<Node>) -> Self {
        self.condition.entry(operator).or_default().insert(key, value.into());
        self
    }
}
