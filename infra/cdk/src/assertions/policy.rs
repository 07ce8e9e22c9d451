//! The statements that bear on a role, and what AWS makes of them.
//!
//! Within one account a request is allowed when a statement of the role or of the resource allows it and none denies
//! it. What a permissions boundary does not allow, no statement does.
//!
//! - <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html>
//! - <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html>
//! - <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html>

use std::fmt;

use serde_json::Value;

use super::arn::{Resolver, call, written};
use super::glob::{Coverage, Glob};

/// What a statement does with what it covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effect {
    Allow,
    Deny,
}

/// What a policy is attached to.
#[derive(Debug, Clone)]
pub(super) enum Attachment {
    /// The role itself: it bears on every resource.
    Role,
    /// These resources of the template: it bears on them only.
    Resources(Vec<String>),
    /// Some resource that cannot be told.
    Unknown,
}

impl Attachment {
    fn coverage(&self, request: &Request) -> Coverage {
        match (self, &request.resource_id) {
            (Self::Role, _) => Coverage::Whole,
            (Self::Resources(ids), Some(id)) if ids.contains(id) => Coverage::Whole,
            (Self::Resources(_), Some(_)) => Coverage::Nothing,
            (Self::Resources(_), None) | (Self::Unknown, _) => Coverage::Perhaps,
        }
    }
}

/// A set of actions or of resources.
#[derive(Debug)]
struct Selection {
    kind: SelectionKind,
    text: String,
}

#[derive(Debug)]
enum SelectionKind {
    Only(Vec<Glob>),
    AllBut(Vec<Glob>),
    WhatItIsAttachedTo,
}

impl Selection {
    fn coverage(&self, asked: &Glob) -> Coverage {
        let most = |globs: &[Glob]| globs.iter().map(|glob| glob.coverage(asked)).max().unwrap_or(Coverage::Nothing);
        match &self.kind {
            SelectionKind::Only(globs) => most(globs),
            SelectionKind::AllBut(globs) => most(globs).complement(),
            SelectionKind::WhatItIsAttachedTo => Coverage::Whole,
        }
    }
}

/// One statement of a policy.
#[derive(Debug)]
pub(super) struct Statement {
    place: String,
    effect: Effect,
    /// How surely it bears on the role: that depends on its principals and on what the policy is attached to.
    bears_on_role: Coverage,
    actions: Selection,
    resources: Selection,
    attachment: Attachment,
    /// Under which conditions it takes effect.
    pub condition: Option<Value>,
}

impl Statement {
    fn coverage(&self, request: &Request) -> Coverage {
        let covered = self.actions.coverage(&request.action).min(self.resources.coverage(&request.resource));
        covered.min(self.bears_on_role).min(self.attachment.coverage(request))
    }

    /// Whether it allows part of the actions asked for, on whatever resource, or the other way round.
    fn is_near(&self, request: &Request) -> bool {
        let (actions, resources) = (self.actions.coverage(&request.action), self.resources.coverage(&request.resource));
        let near = actions != Coverage::Nothing || resources != Coverage::Nothing;
        near && self.effect == Effect::Allow && self.bears_on_role != Coverage::Nothing
    }

    fn is_sure(&self) -> bool {
        self.condition.is_none()
    }

    /// The statement in words, said as surely as it covers what is asked for.
    pub fn told(&self, coverage: Coverage) -> String {
        let verb = match (self.effect, coverage) {
            (Effect::Allow, Coverage::Perhaps) => "may allow",
            (Effect::Deny, Coverage::Perhaps) => "may deny",
            (Effect::Allow, _) => "allows",
            (Effect::Deny, _) => "denies",
        };
        let mut text = format!("{} {verb} {} on {}", self.place, self.actions.text, self.resources.text);
        if let Some(condition) = &self.condition {
            text.push_str(&format!(" under the condition {condition}"));
        }
        if coverage == Coverage::Perhaps {
            text.push_str("; that cannot be decided before the stack is deployed");
        }
        text
    }
}

/// Something that may allow anything, because it is not in the template or not written out.
#[derive(Debug)]
pub(super) struct Unreadable {
    place: String,
    what: String,
    attachment: Attachment,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is {}, so what it allows cannot be decided", self.place, self.what)
    }
}

/// An action on a resource.
#[derive(Debug, Clone)]
pub(super) struct Request {
    pub action: Glob,
    pub resource: Glob,
    /// The resource of the template that it is about.
    pub resource_id: Option<String>,
}

/// What AWS makes of a request.
#[derive(Debug)]
pub(super) enum Decision<'a> {
    Allowed,
    /// Allowed by these statements only, each under conditions.
    AllowedUnderConditions(Vec<&'a Statement>),
    Denied(&'a Statement, Coverage),
    /// The permissions boundary does not allow it.
    OutOfBounds,
    /// No statement allows it surely and wholly. These allow something like it.
    NotAllowed(Vec<(&'a Statement, Coverage)>),
}

/// What makes it possible that a request is allowed.
#[derive(Debug)]
pub(super) enum Way<'a> {
    Statement(&'a Statement, Coverage),
    Unreadable(&'a Unreadable),
}

/// Everything that bears on a role.
#[derive(Debug, Default)]
pub(super) struct Policies {
    pub statements: Vec<Statement>,
    pub unreadable: Vec<Unreadable>,
    /// The statements of the permissions boundary, where it is in the template.
    pub boundary: Option<Vec<Statement>>,
}

impl Policies {
    /// Whether a request is allowed. A statement that denies under conditions, such as without TLS, is left out.
    pub fn decide(&self, request: &Request) -> Decision<'_> {
        let boundary = self.boundary.as_deref();
        let denying = self.statements.iter().chain(boundary.unwrap_or_default());
        let denying = denying.filter(|statement| statement.effect == Effect::Deny && statement.is_sure());
        let denying = denying.map(|statement| (statement, statement.coverage(request)));
        if let Some((statement, coverage)) = denying.max_by_key(|(_, coverage)| *coverage)
            && coverage != Coverage::Nothing
        {
            return Decision::Denied(statement, coverage);
        }
        let mut conditional = match allowing(&self.statements, request) {
            Allowing::Surely => Vec::new(),
            Allowing::UnderConditions(statements) => statements,
            Allowing::Not => {
                let near = self.statements.iter().filter(|statement| statement.is_near(request));
                return Decision::NotAllowed(near.map(|near| (near, near.coverage(request))).collect());
            }
        };
        match boundary.map(|boundary| allowing(boundary, request)) {
            None | Some(Allowing::Surely) => {}
            Some(Allowing::UnderConditions(statements)) => conditional.extend(statements),
            Some(Allowing::Not) => return Decision::OutOfBounds,
        }
        if conditional.is_empty() { Decision::Allowed } else { Decision::AllowedUnderConditions(conditional) }
    }

    /// Everything that could allow one of `requests`, under whatever conditions. The permissions boundary is left out:
    /// what it allows it does not grant.
    pub fn ways(&self, requests: &[Request]) -> Vec<Way<'_>> {
        let denied = |request: &Request| {
            let mut statements = self.statements.iter();
            statements.any(|statement| {
                statement.effect == Effect::Deny
                    && statement.is_sure()
                    && statement.coverage(request) == Coverage::Whole
            })
        };
        let open: Vec<&Request> = requests.iter().filter(|request| !denied(request)).collect();
        let most = |coverage: &dyn Fn(&Request) -> Coverage| {
            open.iter().map(|request| coverage(request)).max().filter(|most| *most != Coverage::Nothing)
        };
        let allowing = self.statements.iter().filter(|statement| statement.effect == Effect::Allow);
        let statements = allowing.filter_map(|statement| {
            most(&|request| statement.coverage(request)).map(|coverage| Way::Statement(statement, coverage))
        });
        let unreadable = self.unreadable.iter().filter_map(|unreadable| {
            most(&|request| unreadable.attachment.coverage(request)).map(|_| Way::Unreadable(unreadable))
        });
        statements.chain(unreadable).collect()
    }

    /// Takes note of something that cannot be read.
    pub fn cannot_read(&mut self, place: String, what: String, attachment: Attachment) {
        self.unreadable.push(Unreadable { place, what, attachment });
    }

    /// Adds what a policy document states.
    pub fn read(&mut self, place: String, json: &Value, bearing: &Bearing<'_>, resolver: Resolver<'_>) {
        let parsed = json.as_str().and_then(|text| serde_json::from_str::<Value>(text).ok());
        let json = parsed.as_ref().unwrap_or(json);
        match json.get("Statement") {
            Some(Value::Array(statements)) => {
                for (position, statement) in statements.iter().enumerate() {
                    self.read_statement(format!("{place}.Statement[{position}]"), statement, bearing, resolver);
                }
            }
            Some(statement) => self.read_statement(format!("{place}.Statement"), statement, bearing, resolver),
            None => self.cannot_read(place, written(json), bearing.attachment.clone()),
        }
    }

    /// Adds one statement.
    pub fn read_statement(&mut self, place: String, json: &Value, bearing: &Bearing<'_>, resolver: Resolver<'_>) {
        if is_no_value(json) {
            return;
        }
        match statement(place.clone(), json, bearing, resolver) {
            Some(statement) => self.statements.push(statement),
            None => self.cannot_read(place, written(json), bearing.attachment.clone()),
        }
    }
}

/// What a policy is about.
pub(super) struct Bearing<'a> {
    pub attachment: Attachment,
    /// How surely a statement with this effect bears on the role.
    pub on_role: &'a dyn Fn(Effect, &Value) -> Coverage,
}

enum Allowing<'a> {
    Surely,
    UnderConditions(Vec<&'a Statement>),
    Not,
}

fn allowing<'a>(statements: &'a [Statement], request: &Request) -> Allowing<'a> {
    let allowing = statements.iter().filter(|statement| statement.effect == Effect::Allow);
    let allowing: Vec<_> = allowing.filter(|statement| statement.coverage(request) == Coverage::Whole).collect();
    if allowing.iter().any(|statement| statement.is_sure()) {
        Allowing::Surely
    } else if allowing.is_empty() {
        Allowing::Not
    } else {
        Allowing::UnderConditions(allowing)
    }
}

fn statement(place: String, json: &Value, bearing: &Bearing<'_>, resolver: Resolver<'_>) -> Option<Statement> {
    let effect = match json.get("Effect")?.as_str()? {
        "Allow" => Effect::Allow,
        "Deny" => Effect::Deny,
        _ => return None,
    };
    let actions = selection(json, "Action", "NotAction", |action| resolver.glob(action).in_small_letters())?;
    let resources = selection(json, "Resource", "NotResource", |resource| resolver.glob(resource));
    let attached = || match bearing.attachment {
        Attachment::Role => None,
        _ => Some(Selection { kind: SelectionKind::WhatItIsAttachedTo, text: "what it is attached to".to_owned() }),
    };
    Some(Statement {
        place,
        effect,
        bears_on_role: (bearing.on_role)(effect, json),
        actions,
        resources: resources.or_else(attached)?,
        attachment: bearing.attachment.clone(),
        condition: json.get("Condition").filter(|condition| !is_no_value(condition)).cloned(),
    })
}

fn selection(json: &Value, only: &str, all_but: &str, glob: impl Fn(&Value) -> Glob) -> Option<Selection> {
    let selected = |values: &Value| {
        let values: Vec<&Value> = one_or_more(values).iter().filter(|value| !is_no_value(value)).collect();
        let text = values.iter().map(|value| written(value)).collect::<Vec<_>>().join(", ");
        (values.into_iter().map(&glob).collect(), text)
    };
    if let Some(values) = json.get(only) {
        let (globs, text) = selected(values);
        return Some(Selection { kind: SelectionKind::Only(globs), text });
    }
    let (globs, text) = selected(json.get(all_but)?);
    Some(Selection { kind: SelectionKind::AllBut(globs), text: format!("everything but {text}") })
}

/// The elements of a list, or the one value that stands in its place.
pub(super) fn one_or_more(value: &Value) -> &[Value] {
    value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice)
}

/// Whether CloudFormation removes the value.
pub(super) fn is_no_value(value: &Value) -> bool {
    matches!(call(value), Some(("Ref", Value::String(id))) if id == "AWS::NoValue")
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, json};

    use super::*;

    fn policies(statements: Value) -> Policies {
        let mut policies = Policies::default();
        let json = json!({"Statement": statements});
        let bearing = Bearing { attachment: Attachment::Role, on_role: &|_, _| Coverage::Whole };
        policies.read("Policy".to_owned(), &json, &bearing, Resolver::new(&Map::new()));
        policies
    }

    fn request(action: &str, resource: &str) -> Request {
        let action = Glob::text(action).in_small_letters();
        Request { action, resource: Glob::text(resource), resource_id: None }
    }

    /// `allowed`, `conditional`, `denied`, `out of bounds` or `no`; and whether it could be reached.
    fn decided(policies: &Policies, action: &str, resource: &str) -> (&'static str, bool) {
        let request = request(action, resource);
        let decision = match policies.decide(&request) {
            Decision::Allowed => "allowed",
            Decision::AllowedUnderConditions(_) => "conditional",
            Decision::Denied(..) => "denied",
            Decision::OutOfBounds => "out of bounds",
            Decision::NotAllowed(_) => "no",
        };
        (decision, !policies.ways(&[request]).is_empty())
    }

    #[test]
    fn statements_are_evaluated_as_aws_does() {
        let allow = |action: &str, resource: &str| json!({"Effect": "Allow", "Action": action, "Resource": resource});
        let deny = |action: &str, resource: &str| json!({"Effect": "Deny", "Action": action, "Resource": resource});
        let with_condition = |mut statement: Value| {
            statement["Condition"] = json!({"Bool": {"aws:SecureTransport": "true"}});
            statement
        };
        let cases = [
            // Nothing is allowed unless stated.
            (json!([]), ("no", false)),
            (allow("db:Put", "arn/x"), ("allowed", true)),
            (json!([allow("db:Put", "arn/x")]), ("allowed", true)),
            (
                json!({"Effect": "Allow", "Action": ["db:Get", "db:Put"], "Resource": ["arn/y", "arn/x"]}),
                ("allowed", true),
            ),
            (allow("db:Get", "arn/x"), ("no", false)),
            (allow("db:Put", "arn/y"), ("no", false)),
            // Wildcards; actions know no case, resources do.
            (allow("db:*", "arn/*"), ("allowed", true)),
            (allow("*", "*"), ("allowed", true)),
            (allow("DB:P?t", "arn/?"), ("allowed", true)),
            (allow("db:Put", "ARN/x"), ("no", false)),
            (allow("db:G*", "*"), ("no", false)),
            // All but.
            (json!({"Effect": "Allow", "NotAction": "db:Get", "Resource": "*"}), ("allowed", true)),
            (json!({"Effect": "Allow", "NotAction": ["iam:*", "db:P*"], "Resource": "*"}), ("no", false)),
            (json!({"Effect": "Allow", "Action": "db:*", "NotResource": "arn/y"}), ("allowed", true)),
            (json!({"Effect": "Allow", "Action": "db:*", "NotResource": ["arn/y", "arn/*"]}), ("no", false)),
            // A statement that denies wins over any that allows, wherever it stands.
            (json!([deny("db:*", "*"), allow("db:Put", "arn/x")]), ("denied", false)),
            (json!([allow("db:Put", "arn/x"), deny("*", "arn/x")]), ("denied", false)),
            (json!([allow("db:Put", "arn/x"), deny("db:Get", "arn/x")]), ("allowed", true)),
            (json!([allow("db:Put", "arn/x"), deny("db:Put", "arn/y")]), ("allowed", true)),
            (json!([allow("*", "*"), {"Effect": "Deny", "NotAction": "db:Get", "Resource": "*"}]), ("denied", false)),
            (json!([allow("*", "*"), {"Effect": "Deny", "Action": "*", "NotResource": "arn/x"}]), ("allowed", true)),
            // Conditions may or may not be met.
            (json!([with_condition(allow("db:Put", "arn/x"))]), ("conditional", true)),
            (json!([with_condition(allow("db:Put", "arn/x")), allow("db:Put", "*")]), ("allowed", true)),
            (json!([allow("db:Put", "arn/x"), with_condition(deny("db:Put", "arn/x"))]), ("allowed", true)),
            (json!([with_condition(allow("*", "*")), deny("db:Put", "*")]), ("denied", false)),
            // What is known only when the stack is deployed is no grant, and no protection.
            (json!({"Effect": "Allow", "Action": "db:Put", "Resource": {"Ref": "Arn"}}), ("no", true)),
            (json!({"Effect": "Allow", "Action": {"Ref": "Action"}, "Resource": "*"}), ("no", true)),
            (json!([allow("*", "*"), {"Effect": "Deny", "Action": "*", "Resource": {"Ref": "Arn"}}]), ("denied", true)),
            (json!({"Fn::If": ["Wide", allow("*", "*"), {"Ref": "AWS::NoValue"}]}), ("no", true)),
            (json!([{"Ref": "AWS::NoValue"}]), ("no", false)),
            (json!({"Effect": "Allow", "Action": "db:Put"}), ("no", true)),
        ];
        for (statements, expected) in cases {
            assert_eq!(decided(&policies(statements.clone()), "db:Put", "arn/x"), expected, "{statements}");
        }
    }

    #[test]
    fn a_part_is_no_grant_but_can_be_reached() {
        let policies = policies(json!([
            {"Effect": "Allow", "Action": ["db:Put", "db:Get"], "Resource": "arn/x/*"},
            {"Effect": "Deny", "Action": "db:Get", "Resource": "*"},
        ]));
        assert_eq!(decided(&policies, "db:P*", "arn/x/*"), ("no", true));
        assert_eq!(decided(&policies, "db:Put", "arn/*"), ("no", true));
        assert_eq!(decided(&policies, "db:Put", "arn/x/*"), ("allowed", true));
        assert_eq!(decided(&policies, "db:Get", "arn/x/*"), ("denied", false));
    }

    #[test]
    fn a_boundary_limits_and_grants_nothing() {
        let allow = json!({"Effect": "Allow", "Action": "db:*", "Resource": "*"});
        let mut limited = policies(allow.clone());
        limited.boundary = Some(policies(json!({"Effect": "Allow", "Action": "db:Put", "Resource": "*"})).statements);
        assert_eq!(decided(&limited, "db:Put", "x"), ("allowed", true));
        assert_eq!(decided(&limited, "db:Get", "x"), ("out of bounds", true));
        limited.statements.clear();
        assert_eq!(decided(&limited, "db:Put", "x"), ("no", false));
    }

    #[test]
    fn a_policy_of_another_resource_bears_on_nothing() {
        let json = json!({"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}});
        let attachment = Attachment::Resources(vec!["Key".to_owned()]);
        let bearing = Bearing { attachment, on_role: &|_, _| Coverage::Whole };
        let mut policies = Policies::default();
        policies.read("Key.KeyPolicy".to_owned(), &json, &bearing, Resolver::new(&Map::new()));
        let of = |id: &str| Request { resource_id: Some(id.to_owned()), ..request("kms:Decrypt", "arn") };
        assert!(matches!(policies.decide(&of("Key")), Decision::Allowed));
        assert!(matches!(policies.decide(&of("OtherKey")), Decision::NotAllowed(_)));
        assert!(policies.ways(&[of("OtherKey")]).is_empty());
    }
}
