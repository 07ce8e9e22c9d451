//! Assertions on what a role may do.

use serde_json::Value;

use super::arn::{Resolver, referenced, written};
use super::comparison::Comparison;
use super::glob::Glob;
use super::policy::{Decision, Policies, Request, Way};
use super::{Assertions, Pattern, report, role};

/// What the role of a function may do.
///
/// - `principal` is the logical id of a role, or of a resource with the property `Role` or `RoleArn`, such as a
///   function.
/// - `action` is an action such as `dynamodb:PutItem`, or several: `dynamodb:*`.
/// - `resource` is a logical id, with an attribute and a suffix where the action is on something else than the resource
///   itself: `Orders`, `Orders/index/*`, `Orders.StreamArn`, `Archive/*` for the objects of a bucket. It can also be an
///   ARN or `*`.
///
/// Policies are [evaluated as within one account][evaluation]: those of the role, `AWS::IAM::Policy`,
/// `AWS::IAM::RolePolicy` and `AWS::IAM::ManagedPolicy` of the template, and those of resources. What the template does
/// not have is not seen: policies of the organization and of sessions, and boundaries that are made elsewhere. KMS keys
/// and roles, whose own policies have to agree with those of the role, are treated like any other resource.
///
/// [evaluation]: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
impl Assertions {
    /// The role of `principal` is allowed `action` on `resource`, whatever the circumstances.
    ///
    /// A statement counts when it covers all of what is asked for. One that denies wins, except where it does so under a
    /// condition, such as without TLS.
    ///
    /// ```
    /// use cdk::assertions::Assertions;
    /// use serde_json::json;
    ///
    /// let statement = json!({"Effect": "Allow", "Action": "dynamodb:*Item", "Resource": {"Fn::GetAtt": ["Orders", "Arn"]}});
    /// let template = json!({"Resources": {
    ///     "Orders": {"Type": "AWS::DynamoDB::Table"},
    ///     "Role": {"Type": "AWS::IAM::Role", "Properties": {"Policies": [{"PolicyDocument": {"Statement": [statement]}}]}},
    ///     "Order": {"Type": "AWS::Lambda::Function", "Properties": {"Role": {"Fn::GetAtt": ["Role", "Arn"]}}},
    /// }});
    /// Assertions::of(&template).has_grant("Order", "dynamodb:PutItem", "Orders");
    /// ```
    ///
    /// # Panics
    /// When it is not allowed or only under a condition, and when there is no such principal or resource.
    #[track_caller]
    pub fn has_grant(&self, principal: &str, action: &str, resource: &str) {
        let question = self.question(principal, action, resource);
        match question.policies.decide(&question.request) {
            Decision::Allowed => {}
            Decision::AllowedUnderConditions(statements) => panic!(
                "{principal} is allowed {action} on {resource} only under a condition:{}\nif that is meant, use \
                 `has_conditional_grant`",
                told(&statements)
            ),
            refused => panic!("{}", question.refusal(&refused)),
        }
    }

    /// The role of `principal` is allowed `action` on `resource`, and only under a condition that matches `condition`.
    ///
    /// ```
    /// use cdk::assertions::{Assertions, pattern};
    /// use serde_json::json;
    ///
    /// let statement = json!({
    ///     "Effect": "Allow",
    ///     "Action": "dynamodb:Query",
    ///     "Resource": {"Fn::GetAtt": ["Orders", "Arn"]},
    ///     "Condition": {"Bool": {"aws:ViaAWSService": "true"}},
    /// });
    /// let template = json!({"Resources": {
    ///     "Orders": {"Type": "AWS::DynamoDB::Table"},
    ///     "Role": {"Type": "AWS::IAM::Role", "Properties": {"Policies": [{"PolicyDocument": {"Statement": [statement]}}]}},
    /// }});
    /// let condition = pattern!({ "Bool": { "aws:ViaAWSService": "true" } });
    /// Assertions::of(&template).has_conditional_grant("Role", "dynamodb:Query", "Orders", condition);
    /// ```
    ///
    /// # Panics
    /// When it is not allowed, or allowed without a condition or under another one, and when there is no such principal
    /// or resource.
    #[track_caller]
    pub fn has_conditional_grant(&self, principal: &str, action: &str, resource: &str, condition: impl Into<Pattern>) {
        let question = self.question(principal, action, resource);
        let condition = condition.into();
        match question.policies.decide(&question.request) {
            Decision::Allowed => panic!("{principal} is allowed {action} on {resource} without a condition"),
            Decision::AllowedUnderConditions(statements) => {
                let differs = |found: Option<&Value>| !Comparison::of(&condition, "Condition", found).matches();
                let other: Vec<_> =
                    statements.into_iter().filter(|statement| differs(statement.condition.as_ref())).collect();
                if !other.is_empty() {
                    panic!(
                        "{principal} is allowed {action} on {resource} under another condition than {condition}:{}",
                        told(&other)
                    );
                }
            }
            refused => panic!("{}", question.refusal(&refused)),
        }
    }

    /// Nothing could allow the role of `principal` any of `action` on any of `resource`, under whatever conditions.
    ///
    /// A resource without attribute and suffix stands for itself and for everything in it: the objects of a bucket, the
    /// indexes and the stream of a table. What cannot be decided, such as a policy that is not in the template or an ARN
    /// that is a parameter, counts as a way to reach it. Only a statement that surely denies, without a condition,
    /// protects.
    ///
    /// ```
    /// use cdk::assertions::Assertions;
    /// use serde_json::json;
    ///
    /// let statement = json!({"Effect": "Allow", "Action": "dynamodb:*", "Resource": {"Fn::GetAtt": ["Orders", "Arn"]}});
    /// let template = json!({"Resources": {
    ///     "Orders": {"Type": "AWS::DynamoDB::Table"},
    ///     "Carts": {"Type": "AWS::DynamoDB::Table"},
    ///     "Role": {"Type": "AWS::IAM::Role", "Properties": {"Policies": [{"PolicyDocument": {"Statement": [statement]}}]}},
    /// }});
    /// Assertions::of(&template).cannot_reach("Role", "dynamodb:*", "Carts");
    /// ```
    ///
    /// # Panics
    /// When something allows it or may allow it, and when there is no such principal or resource.
    #[track_caller]
    pub fn cannot_reach(&self, principal: &str, action: &str, resource: &str) {
        let question = self.question(principal, action, resource);
        let ways = question.policies.ways(&question.parts);
        if !ways.is_empty() {
            let ways: Vec<String> = ways
                .iter()
                .map(|way| match way {
                    Way::Statement(statement, coverage) => statement.told(*coverage),
                    Way::Unreadable(unreadable) => unreadable.to_string(),
                })
                .collect();
            panic!("{principal} can reach {resource} with {action}:{}", report::lines(&ways));
        }
    }

    #[track_caller]
    fn question<'a>(&self, principal: &'a str, action: &'a str, resource: &'a str) -> Question<'a> {
        if action != "*" && !action.contains(':') {
            panic!("{action} is no action; write it with its service, such as `dynamodb:PutItem`");
        }
        let role = match self.role_of(principal) {
            Ok(role) => role,
            Err(problem) => panic!("{problem}"),
        };
        let (request, parts) = match self.requests(action, resource) {
            Ok(requests) => requests,
            Err(problem) => panic!("{problem}"),
        };
        let policies = role::policies(&self.resources, &role);
        Question { principal, action, resource, role, policies, request, parts }
    }

    /// The logical id of the role of `principal`.
    fn role_of(&self, principal: &str) -> Result<String, String> {
        let found = self.resources.get(principal);
        let found = found.ok_or_else(|| report::missing("resource", principal, &self.resources))?;
        let kind = found.get("Type").and_then(Value::as_str).unwrap_or_default();
        if kind == "AWS::IAM::Role" {
            return Ok(principal.to_owned());
        }
        let property = |name| found.get("Properties").and_then(|properties| properties.get(name));
        let Some(role) = property("Role").or_else(|| property("RoleArn")) else {
            return Err(format!("{principal} is an {kind}, which has no role; name a function or a role"));
        };
        let is_role = |id: &&str| self.resources.get(*id).is_some_and(|role| role["Type"] == "AWS::IAM::Role");
        referenced(role).filter(is_role).map(str::to_owned).ok_or_else(|| {
            let role = written(role);
            format!(
                "the role of {principal} is {role}, which is not in the template, so what it may do cannot be decided"
            )
        })
    }

    /// The request for `action` on `resource`, and those for everything that it takes to reach none of it.
    fn requests(&self, action: &str, resource: &str) -> Result<(Request, Vec<Request>), String> {
        let resolver = Resolver::new(&self.resources);
        let action = Glob::text(action).in_small_letters();
        let end_of_id = resource.find(|character: char| !character.is_ascii_alphanumeric()).unwrap_or(resource.len());
        let (id, rest) = resource.split_at(end_of_id);
        if resource == "*" || resource.starts_with("arn:") {
            let resource = resolver.glob(&Value::from(resource));
            let request = Request { action, resource, resource_id: None };
            return Ok((request.clone(), vec![request]));
        }
        if !self.resources.contains_key(id) {
            return Err(report::missing("resource", id, &self.resources));
        }
        let request = |resource: Glob| Request { action: action.clone(), resource, resource_id: Some(id.to_owned()) };
        if let Some(rest) = rest.strip_prefix('.') {
            let end = rest.find(|character: char| !character.is_ascii_alphanumeric()).unwrap_or(rest.len());
            let (attribute, suffix) = rest.split_at(end);
            let request = request(resolver.attribute(id, attribute).followed_by(suffix));
            return Ok((request.clone(), vec![request]));
        }
        let arn = resolver.arn(id);
        // The ARN of a log group ends in `:*`, which stands for its streams.
        let itself = arn.without_suffix(":*").unwrap_or_else(|| arn.clone());
        if rest.is_empty() {
            let parts = [itself.clone(), itself.followed_by("/*"), itself.followed_by(":*")];
            return Ok((request(arn), parts.map(request).into()));
        }
        let request = request(itself.followed_by(rest));
        Ok((request.clone(), vec![request]))
    }
}

/// Whether a principal may do something.
struct Question<'a> {
    principal: &'a str,
    action: &'a str,
    resource: &'a str,
    role: String,
    policies: Policies,
    request: Request,
    parts: Vec<Request>,
}

impl Question<'_> {
    fn refusal(&self, decision: &Decision<'_>) -> String {
        let Self { principal, action, resource, role, .. } = self;
        match decision {
            Decision::Denied(statement, coverage) => {
                format!("{principal} is denied {action} on {resource}:\n  {}", statement.told(*coverage))
            }
            Decision::OutOfBounds => format!(
                "{principal} is not allowed {action} on {resource}: a statement allows it, but the permissions boundary of \
                 {role} does not"
            ),
            Decision::NotAllowed(near) if near.is_empty() => {
                format!(
                    "{principal} is not allowed {action} on {resource}; no statement that bears on {role} comes near it"
                )
            }
            Decision::NotAllowed(near) => {
                let near: Vec<_> = near.iter().map(|(statement, coverage)| statement.told(*coverage)).collect();
                format!("{principal} is not allowed {action} on {resource}; what comes near:{}", report::lines(&near))
            }
            Decision::Allowed | Decision::AllowedUnderConditions(_) => {
                format!("{principal} is allowed {action} on {resource}")
            }
        }
    }
}

fn told(statements: &[&super::policy::Statement]) -> String {
    let told: Vec<_> = statements.iter().map(|statement| statement.told(super::glob::Coverage::Whole)).collect();
    report::lines(&told)
}
