//! IAM policy documents.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::Value;

/// A policy: statements in the order given.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html>
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct PolicyDocument {
    version: &'static str,
    statement: Vec<Statement>,
}

impl PolicyDocument {
    /// A policy of these statements.
    pub fn new(statements: impl IntoIterator<Item = Statement>) -> Self {
        Self { version: "2012-10-17", statement: statements.into_iter().collect() }
    }
}

/// Whether a statement allows or denies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Effect {
    /// What it names is allowed.
    Allow,
    /// What it names is denied, whatever else allows it.
    Deny,
}

/// Who a statement of a resource policy is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Principal {
    /// Everybody. Only for statements that deny.
    Everyone,
    /// A service of AWS, such as `lambda.amazonaws.com`.
    Service(&'static str),
}

impl Serialize for Principal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Everyone => serializer.serialize_str("*"),
            Self::Service(service) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("Service", service)?;
                map.end()
            }
        }
    }
}

/// One statement of a policy.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Statement {
    /// A name for people, letters and digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sid: Option<String>,
    /// Whether it allows or denies.
    pub effect: Effect,
    /// Whom; only in resource and trust policies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub principal: Option<Principal>,
    /// Which actions.
    pub action: BTreeSet<&'static str>,
    /// On which resources, by ARN; none in trust policies.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub resource: Vec<Value<String>>,
    /// Under which conditions: operator, key, value.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub condition: BTreeMap<&'static str, BTreeMap<&'static str, &'static str>>,
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
            condition: BTreeMap::new(),
        }
    }

    /// Lets a service of AWS assume a role.
    #[must_use]
    pub fn assumed_by(service: &'static str) -> Self {
        Self {
            sid: None,
            effect: Effect::Allow,
            principal: Some(Principal::Service(service)),
            action: BTreeSet::from(["sts:AssumeRole"]),
            resource: Vec::new(),
            condition: BTreeMap::new(),
        }
    }

    /// Denies every action of a service on `resources` to requests that are not sent over TLS.
    pub fn tls_only(all_actions: &'static str, resources: impl IntoIterator<Item = Value<String>>) -> Self {
        Self {
            sid: Some("TlsOnly".to_owned()),
            effect: Effect::Deny,
            principal: Some(Principal::Everyone),
            action: BTreeSet::from([all_actions]),
            resource: resources.into_iter().collect(),
            condition: BTreeMap::from([("Bool", BTreeMap::from([("aws:SecureTransport", "false")]))]),
        }
    }
}
