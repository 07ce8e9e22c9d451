//! Who reads and writes what: the IAM statements of each role, told of the resource that has the role.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use super::references::{references, text};
use super::resources::{Resources, list};
use super::{Edges, Permission, Relation};

/// What event source mappings do with the role of their function, so that it need not do it itself.
const POLLING: &[&str] = &[
    "dynamodb:DescribeStream",
    "dynamodb:GetRecords",
    "dynamodb:GetShardIterator",
    "dynamodb:ListStreams",
    "kinesis:DescribeStream",
    "kinesis:DescribeStreamConsumer",
    "kinesis:DescribeStreamSummary",
    "kinesis:GetRecords",
    "kinesis:GetShardIterator",
    "kinesis:ListShards",
    "kinesis:ListStreams",
    "kinesis:SubscribeToShard",
    "sqs:ChangeMessageVisibility",
    "sqs:DeleteMessage",
    "sqs:GetQueueAttributes",
    "sqs:ReceiveMessage",
];

/// What delivering to a destination or target takes.
const DELIVERING: &[&str] = &[
    "events:PutEvents",
    "kinesis:PutRecord",
    "kinesis:PutRecords",
    "lambda:InvokeFunction",
    "s3:ListBucket",
    "s3:PutObject",
    "sns:Publish",
    "sqs:GetQueueAttributes",
    "sqs:GetQueueUrl",
    "sqs:SendMessage",
    "states:StartExecution",
];

/// Actions that wake what they are about.
const WAKING: &[&str] =
    &["lambda:InvokeAsync", "lambda:InvokeFunction", "states:StartExecution", "states:StartSyncExecution"];

/// How the names of actions that only read begin.
const READING: &[&str] = &[
    "BatchGet",
    "ConditionCheck",
    "Decrypt",
    "Describe",
    "Get",
    "Head",
    "List",
    "PartiQLSelect",
    "Query",
    "Receive",
    "Scan",
    "Search",
    "Select",
    "Subscribe",
    "Verify",
];

/// Actions that belong to receiving messages, whatever their names say.
const RECEIVING: &[&str] = &["sqs:ChangeMessageVisibility", "sqs:DeleteMessage"];

/// Draws who reads and writes what. What roles allow on anything that is no node is given back, by the principal.
pub(super) fn draw(resources: &Resources<'_>, edges: &mut Edges) -> BTreeMap<String, Vec<Permission>> {
    let mut elsewhere = BTreeMap::new();
    let statements = statements(resources);
    let trusting = trusting(resources);
    for (principal, ..) in resources.nodes() {
        let mut nodes: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut others: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        let held = roles(resources.properties(principal)).into_iter();
        let held = held.chain(trusting.get(principal).into_iter().flatten().copied());
        for statement in held.filter_map(|role| statements.get(role)).flatten() {
            let actions = || list(&statement["Action"]).filter_map(Json::as_str);
            for resource in list(&statement["Resource"]) {
                let targets = resources.targets(resource);
                if targets.is_empty() {
                    others.entry(text(resource)).or_default().extend(actions());
                }
                for target in targets {
                    nodes.entry(target).or_default().extend(actions());
                }
            }
        }
        for (resource, actions) in nodes {
            connect(edges, principal, resource, actions);
        }
        let permission = |(resource, actions): (String, BTreeSet<&str>)| Permission {
            resource,
            actions: actions.into_iter().map(str::to_owned).collect(),
        };
        elsewhere.insert(principal.to_owned(), others.into_iter().map(permission).collect());
    }
    elsewhere
}

/// The roles that a resource has: what stands in its properties named like `Role` or `RoleArn`, however deep.
fn roles(properties: &Json) -> BTreeSet<&str> {
    match properties {
        Json::Object(fields) => {
            let role = |name: &str| name == "Role" || name.ends_with("RoleArn") || name.ends_with("RoleARN");
            let found = |(name, value): (&String, _)| match role(name) {
                true => references(value).into_iter().collect(),
                false => roles(value),
            };
            fields.iter().flat_map(found).collect()
        }
        Json::Array(elements) => elements.iter().flat_map(roles).collect(),
        _ => BTreeSet::new(),
    }
}

/// The roles that a service assumes on behalf of a resource, by that resource: it stands in the condition of their trust.
fn trusting<'a>(resources: &Resources<'a>) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let mut trusting: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (id, _, properties) in resources.all().filter(|(_, kind_name, _)| *kind_name == "AWS::IAM::Role") {
        for resource in references(&properties["AssumeRolePolicyDocument"]) {
            trusting.entry(resource).or_default().insert(id);
        }
    }
    trusting
}

/// The statements that allow something, by the role that has them.
fn statements<'a>(resources: &Resources<'a>) -> BTreeMap<&'a str, Vec<&'a Json>> {
    let mut statements: BTreeMap<&str, Vec<&Json>> = BTreeMap::new();
    let mut allow = |roles: Vec<&'a str>, document: &'a Json| {
        for role in roles {
            let allowing = list(&document["Statement"]).filter(|statement| statement["Effect"] == "Allow");
            statements.entry(role).or_default().extend(allowing);
        }
    };
    for (id, kind_name, properties) in resources.all() {
        let document = &properties["PolicyDocument"];
        match kind_name {
            "AWS::IAM::Role" => {
                list(&properties["Policies"]).for_each(|policy| allow(vec![id], &policy["PolicyDocument"]));
                for managed in references(&properties["ManagedPolicyArns"]) {
                    allow(vec![id], &resources.properties(managed)["PolicyDocument"]);
                }
            }
            "AWS::IAM::Policy" | "AWS::IAM::ManagedPolicy" => allow(references(&properties["Roles"]), document),
            "AWS::IAM::RolePolicy" => allow(references(&properties["RoleName"]), document),
            _ => {}
        }
    }
    statements
}

/// Draws what `principal` may do to `resource`. What an edge that is there needs becomes part of that edge.
fn connect(edges: &mut Edges, principal: &str, resource: &str, mut actions: BTreeSet<&str>) {
    let needed = [
        (resource, principal, Relation::Wakes, POLLING),
        (principal, resource, Relation::OnFailure, DELIVERING),
        (principal, resource, Relation::OnSuccess, DELIVERING),
        (principal, resource, Relation::Wakes, DELIVERING),
        (principal, resource, Relation::Delivers, DELIVERING),
        (principal, resource, Relation::DeadLetters, DELIVERING),
    ];
    for (from, to, relation, needs) in needed {
        if let Some(edge) = edges.find(from, to, relation) {
            let taken = actions.iter().filter(|action| needs.contains(action));
            edge.actions.extend(taken.map(|action| (*action).to_owned()));
            actions.retain(|action| !needs.contains(action));
        }
    }
    let (waking, actions): (Vec<_>, Vec<_>) = actions.into_iter().partition(|action| WAKING.contains(action));
    if !waking.is_empty() {
        edges.edge(principal, resource, Relation::Wakes).actions.extend(waking.into_iter().map(str::to_owned));
    }
    let reads = actions.iter().any(|action| reading(action) || anything(action));
    let writes = actions.iter().any(|action| !reading(action));
    let (from, to, relation) = match (reads, writes) {
        (true, true) => (principal, resource, Relation::ReadsAndWrites),
        (true, false) => (resource, principal, Relation::Reads),
        (false, true) => (principal, resource, Relation::Writes),
        (false, false) => return,
    };
    edges.edge(from, to, relation).actions.extend(actions.into_iter().map(str::to_owned));
}

/// Whether an action only reads; `s3:Get*` does, `s3:*` does not.
fn reading(action: &str) -> bool {
    RECEIVING.contains(&action) || READING.iter().any(|verb| name(action).starts_with(verb))
}

/// Whether an action stands for actions of every sort.
fn anything(action: &str) -> bool {
    name(action).starts_with('*')
}

/// The name of an action without its service.
pub(super) fn name(action: &str) -> &str {
    action.split_once(':').map_or(action, |(_, name)| name)
}
