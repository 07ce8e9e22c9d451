//! Which policies of a template bear on a role.

use serde_json::{Map, Value, json};

use super::arn::{Resolver, referenced, written};
use super::glob::Coverage;
use super::policy::{Attachment, Bearing, Effect, Policies, is_no_value, one_or_more};

/// Types that attach a policy to other resources, and the property that says to which.
const ATTACHED_BY: [(&str, &str); 9] = [
    ("AWS::Events::EventBusPolicy", "EventBusName"),
    ("AWS::Kinesis::ResourcePolicy", "ResourceArn"),
    ("AWS::Lambda::Permission", "FunctionName"),
    ("AWS::S3::BucketPolicy", "Bucket"),
    ("AWS::SNS::TopicInlinePolicy", "TopicArn"),
    ("AWS::SNS::TopicPolicy", "Topics"),
    ("AWS::SQS::QueueInlinePolicy", "Queue"),
    ("AWS::SQS::QueuePolicy", "Queues"),
    ("AWS::SecretsManager::ResourcePolicy", "SecretId"),
];

/// Collects every policy of the template that bears on `role`: its own, those attached to it, and those of resources.
pub(super) fn policies(resources: &Map<String, Value>, role: &str) -> Policies {
    let mut collector = Collector { resources, resolver: Resolver::new(resources), role, found: Policies::default() };
    collector.own_policies();
    for (id, resource) in resources {
        let kind = resource.get("Type").and_then(Value::as_str).unwrap_or_default();
        match kind {
            "AWS::IAM::ManagedPolicy" | "AWS::IAM::Policy" => collector.attached_policy(id, resource, "Roles"),
            "AWS::IAM::RolePolicy" => collector.attached_policy(id, resource, "RoleName"),
            "AWS::Lambda::Permission" => collector.permission(id, resource),
            _ => collector.resource_policies(id, kind, resource),
        }
    }
    collector.found
}

struct Collector<'a> {
    resources: &'a Map<String, Value>,
    resolver: Resolver<'a>,
    role: &'a str,
    found: Policies,
}

impl<'a> Collector<'a> {
    /// The role's own policies, the managed policies that it names, and its permissions boundary.
    fn own_policies(&mut self) {
        let place = self.role.to_owned();
        let property = |name: &str| self.resources.get(self.role)?.get("Properties")?.get(name);
        let (inline, managed) = (property("Policies"), property("ManagedPolicyArns"));
        let boundary = property("PermissionsBoundary").and_then(|boundary| self.managed_document(boundary));
        if let Some((boundary, exists)) = boundary {
            let mut policies = Policies::default();
            let place = format!("{place}.PermissionsBoundary");
            let bearing = Bearing { attachment: Attachment::Role, on_role: &|_, _| exists };
            policies.read(place, boundary, &bearing, self.resolver);
            self.found.boundary = Some(policies.statements);
        }
        for (position, policy) in inline.into_iter().flat_map(one_or_more).enumerate() {
            let place = format!("{place}.Policies[{position}]");
            match policy.get("PolicyDocument") {
                Some(json) => self.identity_policy(format!("{place}.PolicyDocument"), json, Coverage::Whole),
                None if is_no_value(policy) => {}
                None => self.found.cannot_read(place, written(policy), Attachment::Role),
            }
        }
        for (position, policy) in managed.into_iter().flat_map(one_or_more).enumerate() {
            let place = format!("{place}.ManagedPolicyArns[{position}]");
            if let Some((json, exists)) = self.managed_document(policy) {
                self.identity_policy(place, json, exists);
            } else if let Some(json) = well_known(&written(policy)) {
                self.identity_policy(place, &json, Coverage::Whole);
            } else if !is_no_value(policy) {
                let what = format!("{}, which is not in the template", written(policy));
                self.found.cannot_read(place, what, Attachment::Role);
            }
        }
    }

    /// A policy that says to which roles it is attached.
    fn attached_policy(&mut self, id: &str, resource: &'a Value, property: &str) {
        let properties = resource.get("Properties");
        let roles = properties.and_then(|properties| properties.get(property)).into_iter().flat_map(one_or_more);
        let name = self.resolver.name(self.role);
        let attached = roles.map(|role| self.resolver.glob(role).coverage(&name)).max().unwrap_or(Coverage::Nothing);
        let attached = attached.min(existence(resource));
        if attached == Coverage::Nothing {
            return;
        }
        let place = format!("{id}.PolicyDocument");
        match properties.and_then(|properties| properties.get("PolicyDocument")) {
            Some(json) => self.identity_policy(place, json, attached),
            None => self.found.cannot_read(place, "missing".to_owned(), Attachment::Role),
        }
    }

    fn identity_policy(&mut self, place: String, json: &Value, attached: Coverage) {
        let bearing = Bearing { attachment: Attachment::Role, on_role: &|_, _| attached };
        self.found.read(place, json, &bearing, self.resolver);
    }

    /// The document of a managed policy of the template, and how surely there is one.
    fn managed_document(&self, reference: &Value) -> Option<(&'a Value, Coverage)> {
        let policy = self.resources.get(referenced(reference)?)?;
        let is_policy = policy.get("Type")? == "AWS::IAM::ManagedPolicy";
        let document = policy.get("Properties")?.get("PolicyDocument").filter(|_| is_policy)?;
        Some((document, existence(policy)))
    }

    /// `AWS::Lambda::Permission`, which states one statement of a function's policy.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html>
    fn permission(&mut self, id: &str, resource: &Value) {
        let property = |name: &str| resource.get("Properties").and_then(|properties| properties.get(name));
        let (Some(action), Some(principal)) = (property("Action"), property("Principal")) else { return };
        let is_service = principal.as_str().is_some_and(|principal| principal.contains(".amazonaws.com"));
        let kind = if is_service { "Service" } else { "AWS" };
        let mut statement = json!({"Effect": "Allow", "Action": action, "Principal": {kind: principal}});
        let limits = ["EventSourceToken", "FunctionUrlAuthType", "PrincipalOrgID", "SourceAccount", "SourceArn"];
        let limits: Map<String, Value> =
            limits.into_iter().filter_map(|name| Some((name.to_owned(), property(name)?.clone()))).collect();
        if !limits.is_empty()
            && let Some(statement) = statement.as_object_mut()
        {
            statement.insert("Condition".to_owned(), Value::Object(limits));
        }
        let on_role = self.on_role(existence(resource));
        let bearing =
            Bearing { attachment: self.attachment(id, "AWS::Lambda::Permission", resource), on_role: &on_role };
        self.found.read_statement(id.to_owned(), &statement, &bearing, self.resolver);
    }

    /// The policies that a resource has or attaches to others, wherever in its properties they stand.
    fn resource_policies(&mut self, id: &str, kind: &str, resource: &Value) {
        let properties = resource.get("Properties");
        let properties = match kind {
            // What else a role has are policies of its own.
            "AWS::IAM::Role" => {
                let trust = properties.and_then(|properties| properties.get("AssumeRolePolicyDocument"));
                trust.map(|trust| (format!("{id}.AssumeRolePolicyDocument"), trust))
            }
            kind if kind.starts_with("AWS::IAM::") => None,
            _ => properties.map(|properties| (id.to_owned(), properties)),
        };
        let mut documents = Vec::new();
        if let Some((place, properties)) = properties {
            find_documents(place, properties, existence(resource), &mut documents);
        }
        for (place, json, exists) in documents {
            let on_role = self.on_role(exists);
            let bearing = Bearing { attachment: self.attachment(id, kind, resource), on_role: &on_role };
            self.found.read(place, json, &bearing, self.resolver);
        }
    }

    /// How surely the statements of a resource's policy, which itself `exists` as surely, bear on the role.
    fn on_role(&self, exists: Coverage) -> impl Fn(Effect, &Value) -> Coverage + use<'a> {
        let (resolver, role) = (self.resolver, self.role);
        move |effect, statement| principals(resolver, role, effect, statement).min(exists)
    }

    /// What a policy that stands in the properties of a resource is attached to.
    fn attachment(&self, id: &str, kind: &str, resource: &Value) -> Attachment {
        let Some((_, property)) = ATTACHED_BY.iter().find(|(attaching, _)| *attaching == kind) else {
            // Others have policies of their own, unless they are policies or anything at all.
            let own =
                kind.starts_with("AWS::") && !kind.starts_with("AWS::CloudFormation::") && !kind.ends_with("Policy");
            return if own { Attachment::Resources(vec![id.to_owned()]) } else { Attachment::Unknown };
        };
        let attached = resource.get("Properties").and_then(|properties| properties.get(property));
        let id = |value| referenced(value).filter(|id| self.resolver.knows(id)).map(str::to_owned);
        let ids = attached.and_then(|attached| one_or_more(attached).iter().map(id).collect());
        ids.map_or(Attachment::Unknown, Attachment::Resources)
    }
}

/// How surely there is a resource. One that the template makes only under a condition may not be there.
fn existence(resource: &Value) -> Coverage {
    if resource.get("Condition").is_some() { Coverage::Perhaps } else { Coverage::Whole }
}

/// Finds policy documents: objects with statements, or texts of such. What stands in `Fn::If` may not be there.
fn find_documents<'a>(
    place: String,
    value: &'a Value,
    exists: Coverage,
    found: &mut Vec<(String, &'a Value, Coverage)>,
) {
    match value {
        Value::Object(members) if members.contains_key("Statement") => found.push((place, value, exists)),
        Value::Object(members) => {
            for (key, value) in members {
                let exists = if key == "Fn::If" { Coverage::Perhaps } else { exists };
                find_documents(format!("{place}.{key}"), value, exists, found);
            }
        }
        Value::Array(elements) => {
            for (position, value) in elements.iter().enumerate() {
                find_documents(format!("{place}[{position}]"), value, exists, found);
            }
        }
        Value::String(text) if text.trim_start().starts_with('{') && text.contains("\"Statement\"") => {
            found.push((place, value, exists));
        }
        _ => {}
    }
}

/// How surely the role is among the principals of a statement of a resource's policy.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>
fn principals(resolver: Resolver<'_>, role: &str, effect: Effect, statement: &Value) -> Coverage {
    match (statement.get("Principal"), statement.get("NotPrincipal"), effect) {
        // Allowing an account leaves it to the account's own policies whom to allow.
        (Some(principals), _, Effect::Allow) => among(resolver, role, principals, Coverage::Nothing),
        (Some(principals), _, Effect::Deny) => among(resolver, role, principals, Coverage::Whole),
        (None, Some(others), _) => among(resolver, role, others, Coverage::Perhaps).complement(),
        (None, None, _) => Coverage::Nothing,
    }
}

/// `own_account` is how surely the account of the stack stands for the role.
fn among(resolver: Resolver<'_>, role: &str, principals: &Value, own_account: Coverage) -> Coverage {
    let (role_arn, session_arn) = (resolver.arn(role), resolver.session_arn(role));
    let one = |principal: &Value| {
        let text = written(principal);
        if text == "*" {
            return Coverage::Whole;
        }
        if text == "${AWS::AccountId}" || text.ends_with(":${AWS::AccountId}:root") {
            return own_account;
        }
        let is_account_id = text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit());
        if is_account_id || text.ends_with(":root") {
            return own_account.min(Coverage::Perhaps);
        }
        let principal = resolver.glob(principal);
        let session = principal.coverage(&session_arn).min(Coverage::Perhaps);
        principal.coverage(&role_arn).max(session)
    };
    match principals {
        Value::Object(kinds) if super::arn::call(principals).is_none() => {
            let of_kind = |(kind, values): (&String, &Value)| match kind.as_str() {
                "AWS" => one_or_more(values).iter().map(one).max().unwrap_or(Coverage::Nothing),
                "Federated" | "Service" => Coverage::Nothing,
                _ => Coverage::Perhaps,
            };
            kinds.iter().map(of_kind).max().unwrap_or(Coverage::Nothing)
        }
        principal => one(principal),
    }
}

/// The managed policies of AWS that are known here. Others may change at any time.
///
/// <https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSLambdaBasicExecutionRole.html>
fn well_known(arn: &str) -> Option<Value> {
    arn.ends_with(":iam::aws:policy/service-role/AWSLambdaBasicExecutionRole").then(|| {
        let actions = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"];
        json!({"Statement": {"Effect": "Allow", "Action": actions, "Resource": "*"}})
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coverage(effect: Effect, statement: Value) -> Coverage {
        let resources = json!({
            "Role": {"Type": "AWS::IAM::Role"},
            "Other": {"Type": "AWS::IAM::Role"},
        });
        principals(Resolver::new(resources.as_object().unwrap()), "Role", effect, &statement)
    }

    #[test]
    fn principals_are_those_that_aws_means() {
        use Coverage::{Nothing, Perhaps, Whole};
        let root = json!({"AWS": {"Fn::Sub": "arn:aws:iam::${AWS::AccountId}:root"}});
        let session = json!({"AWS": {"Fn::Sub": "arn:aws:sts::${AWS::AccountId}:assumed-role/${Role}/one"}});
        let cases = [
            (Effect::Allow, json!({"Principal": "*"}), Whole),
            (Effect::Allow, json!({"Principal": {"AWS": "*"}}), Whole),
            (Effect::Allow, json!({"Principal": {"AWS": {"Fn::GetAtt": ["Role", "Arn"]}}}), Whole),
            (Effect::Allow, json!({"Principal": {"AWS": [{"Fn::GetAtt": ["Other", "Arn"]}]}}), Nothing),
            (Effect::Allow, json!({"Principal": {"AWS": {"Ref": "SomeArn"}}}), Perhaps),
            (Effect::Allow, json!({"Principal": {"Ref": "SomeArn"}}), Perhaps),
            (Effect::Allow, json!({"Principal": {"Service": "lambda.amazonaws.com"}}), Nothing),
            (Effect::Allow, json!({"Principal": {"CanonicalUser": "79a5"}}), Perhaps),
            (Effect::Allow, json!({"Principal": root}), Nothing),
            (Effect::Deny, json!({"Principal": root}), Whole),
            (Effect::Deny, json!({"Principal": {"AWS": "111122223333"}}), Perhaps),
            (Effect::Allow, json!({"Principal": session}), Perhaps),
            (Effect::Allow, json!({"NotPrincipal": {"AWS": {"Fn::GetAtt": ["Other", "Arn"]}}}), Whole),
            (Effect::Deny, json!({"NotPrincipal": {"AWS": {"Fn::GetAtt": ["Role", "Arn"]}}}), Nothing),
            (Effect::Deny, json!({"NotPrincipal": root}), Perhaps),
            (Effect::Allow, json!({}), Nothing),
        ];
        for (effect, statement, expected) in cases {
            assert_eq!(coverage(effect, statement.clone()), expected, "{effect:?} {statement}");
        }
    }
}
