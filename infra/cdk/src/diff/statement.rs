//! Statements, wherever they stand in a resource, taken apart into single permissions.

use serde_json::{Map, Value as Json, json};

use super::canonical::{call, document, is_statement};
use super::change::Effect;
use super::coverage::{Element, condition, pattern};
use super::resources::Side;
use super::shown::{bare, shown};

/// The most permissions that one statement is taken apart into; a larger one is compared as a whole.
const MOST: usize = 4_096;

/// One permission.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Grant {
    pub effect: Effect,
    /// Whose policy it is: the role, or the resource that a resource policy belongs to.
    pub subject: String,
    pub principal: Element,
    /// In small letters: actions are the same however they are spelled.
    pub action: Element,
    /// The action as it stands in the template.
    pub spelled: String,
    pub resource: Element,
    pub condition: Map<String, Json>,
    pub stated_by: String,
}

impl Grant {
    /// Whether this one allows or denies all that another one does.
    pub fn covers(&self, other: &Self) -> bool {
        self.effect == other.effect
            && self.subject == other.subject
            && self.principal.covers(&other.principal)
            && self.action.covers(&other.action)
            && self.resource.covers(&other.resource)
            && condition(&self.condition, &other.condition)
    }

    pub fn is_public(&self) -> bool {
        self.effect == Effect::Allow
            && self.condition.is_empty()
            && matches!(&self.principal, Element::Only(who) if pattern(who, "*"))
    }

    pub fn condition_shown(&self) -> Option<String> {
        (!self.condition.is_empty()).then(|| {
            let operators = self.condition.iter().flat_map(|(operator, keys)| {
                let keys = keys.as_object().into_iter().flatten();
                keys.map(move |(key, values)| format!("{operator} {key} {}", shown(values)))
            });
            operators.collect::<Vec<_>>().join(" and ")
        })
    }
}

/// Whether a resource may state permissions at all, without a close look.
pub(super) fn may_grant(resource: &Json) -> bool {
    fn has_statement(value: &Json) -> bool {
        match value {
            Json::Object(map) => map.contains_key("Statement") || map.values().any(has_statement),
            Json::Array(items) => items.iter().any(has_statement),
            Json::String(text) => text.contains("\"Statement\""),
            _ => false,
        }
    }
    let kind = resource.get("Type").and_then(Json::as_str).unwrap_or_default();
    kind.ends_with("Permission")
        || kind.starts_with("AWS::IAM::")
        || resource.get("Properties").is_some_and(has_statement)
}

/// Every permission that a resource states.
pub(super) fn grants(id: &str, side: &Side<'_>) -> Vec<Grant> {
    let mut grants = Vec::new();
    let properties = &side.properties;
    match side.kind {
        "AWS::Lambda::Permission" => permission(id, properties, "FunctionName", &mut grants),
        "AWS::Lambda::LayerVersionPermission" => permission(id, properties, "LayerVersionArn", &mut grants),
        _ => {
            let subjects = subjects(id, side);
            for (name, value) in properties.as_object().into_iter().flatten() {
                if name == "AssumeRolePolicyDocument" {
                    let found = Found { id, subjects: &[format!("trust of {id}")], holder: false };
                    find(&found, value, &Map::new(), &mut grants);
                } else {
                    let found = Found { id, subjects: &subjects, holder: true };
                    find(&found, value, &Map::new(), &mut grants);
                }
            }
            managed(id, side, &mut grants);
        }
    }
    grants
}

struct Found<'a> {
    id: &'a str,
    subjects: &'a [String],
    /// Whether a statement without a principal is about the subject itself.
    holder: bool,
}

/// Looks for statements; what `Fn::If` decides between comes under a condition of its own.
fn find(found: &Found<'_>, value: &Json, under: &Map<String, Json>, grants: &mut Vec<Grant>) {
    match (value, call(value)) {
        (_, Some(("Fn::If", Json::Array(items)))) => {
            let [name, branches @ ..] = items.as_slice() else { return };
            for (branch, holds) in branches.iter().zip(["true", "false"]) {
                let mut under = under.clone();
                under.insert(format!("Fn::If {}", bare(name)), json!({ "is": [holds] }));
                find(found, branch, &under, grants);
            }
        }
        (_, Some(("Fn::Join", Json::Array(items)))) => {
            // A document that is written as a text with references in it.
            if let [Json::String(_), Json::Array(parts)] = items.as_slice()
                && let Some(document) = document(&parts.iter().map(bare).collect::<String>())
            {
                find(found, &document, under, grants);
            }
        }
        (Json::Object(map), _) if is_statement(map) => found.statement(map, under, grants),
        (Json::Object(map), _) => map.values().for_each(|value| find(found, value, under, grants)),
        (Json::Array(items), _) => items.iter().for_each(|item| find(found, item, under, grants)),
        (Json::String(text), _) => {
            if let Some(document) = document(text) {
                find(found, &document, under, grants);
            }
        }
        _ => {}
    }
}

impl Found<'_> {
    fn statement(&self, statement: &Map<String, Json>, under: &Map<String, Json>, grants: &mut Vec<Grant>) {
        let deny = statement.get("Effect").and_then(Json::as_str) == Some("Deny");
        let effect = if deny { Effect::Deny } else { Effect::Allow };
        let mut condition = statement.get("Condition").and_then(Json::as_object).cloned().unwrap_or_default();
        condition.extend(under.clone());
        if let Some(unknown) = statement.get("Condition").filter(|condition| call(condition).is_some()) {
            condition = under.clone();
            condition.insert("condition".to_owned(), json!({ "is": [unknown] }));
        }
        for subject in self.subjects {
            let actions = elements(statement, "Action", "NotAction", str::to_ascii_lowercase);
            let spelled = elements(statement, "Action", "NotAction", str::to_owned);
            let mut resources = elements(statement, "Resource", "NotResource", str::to_owned);
            if resources.is_empty() {
                resources.push(Element::Only(subject.clone()));
            }
            let mut principals = principals(statement);
            if principals.is_empty() {
                principals.push(Element::Only(if self.holder { subject.clone() } else { "*".to_owned() }));
            }
            let count = actions.len().saturating_mul(resources.len()).saturating_mul(principals.len());
            let whole = |elements: Vec<Element>| {
                vec![Element::Only(elements.iter().map(Element::shown).collect::<Vec<_>>().join(", "))]
            };
            let (actions, spelled, resources, principals) = if count > MOST {
                (whole(actions), whole(spelled), whole(resources), whole(principals))
            } else {
                (actions, spelled, resources, principals)
            };
            for principal in &principals {
                for (action, spelled) in actions.iter().zip(&spelled) {
                    for resource in &resources {
                        grants.push(Grant {
                            effect,
                            subject: subject.clone(),
                            principal: principal.clone(),
                            action: action.clone(),
                            spelled: spelled.shown(),
                            resource: resource.clone(),
                            condition: condition.clone(),
                            stated_by: self.id.to_owned(),
                        });
                    }
                }
            }
        }
    }
}

fn elements(statement: &Map<String, Json>, only: &str, but: &str, spell: fn(&str) -> String) -> Vec<Element> {
    let list = |value: &Json| match value {
        Json::Array(items) => items.iter().map(|item| spell(&bare(item))).collect(),
        value => vec![spell(&bare(value))],
    };
    match (statement.get(only), statement.get(but)) {
        (Some(value), _) => list(value).into_iter().map(Element::Only).collect(),
        (None, Some(value)) => vec![Element::AllBut(list(value))],
        (None, None) => Vec::new(),
    }
}

fn principals(statement: &Map<String, Json>) -> Vec<Element> {
    let list = |value: &Json| -> Vec<String> {
        match value {
            Json::Object(kinds) if call(value).is_none() => kinds
                .values()
                .flat_map(|values| match values {
                    Json::Array(items) => items.iter().map(bare).collect(),
                    value => vec![bare(value)],
                })
                .collect(),
            value => vec![bare(value)],
        }
    };
    match (statement.get("Principal"), statement.get("NotPrincipal")) {
        (Some(value), _) => list(value).into_iter().map(Element::Only).collect(),
        (None, Some(value)) => vec![Element::AllBut(list(value))],
        (None, None) => Vec::new(),
    }
}

/// What the policies of a resource belong to: what it attaches them to, or itself.
fn subjects(id: &str, side: &Side<'_>) -> Vec<String> {
    let targets = [
        "Roles",
        "Users",
        "Groups",
        "RoleName",
        "UserName",
        "GroupName",
        "Bucket",
        "Queues",
        "Queue",
        "Topics",
        "TopicArn",
        "SecretId",
        "ResourceArn",
        "EventBusName",
        "LogGroupName",
    ];
    let is_own = matches!(side.kind, "AWS::IAM::Role" | "AWS::IAM::User" | "AWS::IAM::Group" | "AWS::Events::EventBus");
    let found: Vec<_> = targets
        .iter()
        .filter(|_| !is_own)
        .filter_map(|name| side.properties.get(name))
        .flat_map(|value| match value {
            Json::Array(items) => items.iter().map(named).collect(),
            value => vec![named(value)],
        })
        .collect();
    if found.is_empty() { vec![id.to_owned()] } else { found }
}

/// A resource by its logical id, or whatever names it.
pub(super) fn named(value: &Json) -> String {
    match call(value) {
        Some(("Ref", Json::String(id))) => id.clone(),
        Some(("Fn::GetAtt", Json::Array(items))) => items.first().map(bare).unwrap_or_default(),
        _ => bare(value),
    }
}

/// What a role gets by name: managed policies, and the boundary of all that it may.
fn managed(id: &str, side: &Side<'_>, grants: &mut Vec<Grant>) {
    let grant = |effect, action: String| Grant {
        effect,
        subject: id.to_owned(),
        principal: Element::Only(id.to_owned()),
        spelled: action.clone(),
        action: Element::Only(action),
        resource: Element::Only("*".to_owned()),
        condition: Map::new(),
        stated_by: id.to_owned(),
    };
    if !side.kind.starts_with("AWS::IAM::") {
        return;
    }
    let policies = side.properties.get("ManagedPolicyArns").and_then(Json::as_array);
    grants.extend(policies.into_iter().flatten().map(|arn| grant(Effect::Allow, format!("all of {}", bare(arn)))));
    if let Some(boundary) = side.properties.get("PermissionsBoundary") {
        grants.push(grant(Effect::Deny, format!("what the boundary {} does not allow", bare(boundary))));
    }
}

/// The permission to invoke a function or to use a layer.
fn permission(id: &str, properties: &Json, target: &str, grants: &mut Vec<Grant>) {
    let (Some(action), Some(principal), Some(target)) =
        (properties.get("Action"), properties.get("Principal"), properties.get(target))
    else {
        return;
    };
    let conditions = [
        "SourceArn",
        "SourceAccount",
        "PrincipalOrgID",
        "OrganizationId",
        "EventSourceToken",
        "FunctionUrlAuthType",
        "InvokedViaFunctionUrl",
    ];
    let keys: Map<_, _> = conditions
        .into_iter()
        // A URL without authentication restricts nobody.
        .filter_map(|name| properties.get(name).map(|value| (name, value)))
        .filter(|(name, value)| !(*name == "FunctionUrlAuthType" && **value == "NONE"))
        .filter(|(name, _)| *name != "InvokedViaFunctionUrl")
        .map(|(name, value)| (name.to_owned(), json!([value])))
        .collect();
    let mut condition = Map::new();
    if !keys.is_empty() {
        condition.insert("Equals".to_owned(), Json::Object(keys));
    }
    let subject = named(target);
    grants.push(Grant {
        effect: Effect::Allow,
        principal: Element::Only(bare(principal)),
        action: Element::Only(bare(action).to_ascii_lowercase()),
        spelled: bare(action),
        resource: Element::Only(subject.clone()),
        subject,
        condition,
        stated_by: id.to_owned(),
    });
}
