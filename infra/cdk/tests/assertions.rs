//! What a person reads when an assertion on a template fails, and that assertions tell templates apart.

mod support;

use std::panic::{AssertUnwindSafe, catch_unwind};

use cdk::assertions::{
    Assertions, Capture, absent, anything, exactly, list_with, matching, not, one_of, pattern, serialized_json,
};
use cdk::aws::dynamodb::Table;
use cdk::constructs::Function;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use support::{Order, Publish, function_props, stack, stream, table, table_mapping};

/// What `assertion` panics with.
fn failure(assertion: impl FnOnce()) -> String {
    let panic = catch_unwind(AssertUnwindSafe(assertion)).expect_err("the assertion holds");
    panic.downcast_ref::<String>().cloned().or_else(|| panic.downcast_ref::<&str>().map(ToString::to_string)).unwrap()
}

/// Two queues, a bucket, an output and a parameter.
fn queues() -> Assertions {
    Assertions::of(&json!({
        "Parameters": {"Stage": {"Type": "String", "Default": "dev"}},
        "Resources": {
            "Archive": {"Type": "AWS::S3::Bucket", "DeletionPolicy": "Retain"},
            "DeadLetters": {"Type": "AWS::SQS::Queue", "Properties": {"FifoQueue": true}},
            "Replay": {"Type": "AWS::SQS::Queue", "Properties": {
                "FifoQueue": true,
                "QueueName": "replay.fifo",
                "RedrivePolicy": {"deadLetterTargetArn": {"Fn::GetAtt": ["DeadLetters", "Arn"]}, "maxReceiveCount": 5},
                "Tags": [{"Key": "owner", "Value": "shop"}],
            }},
        },
        "Outputs": {"Url": {"Value": "https://shop.example"}},
    }))
}

#[test]
fn the_closest_resource_is_shown_with_every_difference() {
    let expected = pattern!({
        "FifoQueue": true,
        "RedrivePolicy": { "deadLetterTargetArn": anything(), "maxReceiveCount": 3 },
        "KmsMasterKeyId": not(absent()),
    });
    let message = failure(|| queues().has_resource("AWS::SQS::Queue", expected));
    let golden = "none of 2 AWS::SQS::Queue matches; the closest is Replay, with 2 of 4 expected values:
  Properties.KmsMasterKeyId: expected not(nothing), found nothing
  Properties.RedrivePolicy.maxReceiveCount: expected 3, found 5";
    assert_eq!(message, golden);
}

#[test]
fn the_only_resource_of_a_type_is_the_closest() {
    let message = failure(|| queues().has_resource_with("AWS::S3::Bucket", json!({"DeletionPolicy": "Delete"})));
    let golden = r#"the only AWS::S3::Bucket does not match; it is Archive, with 0 of 1 expected values:
  DeletionPolicy: expected "Delete", found "Retain""#;
    assert_eq!(message, golden);
}

#[test]
fn a_type_that_is_not_there_is_answered_with_those_that_are() {
    let golden = "the template has no AWS::SQS::Qeue; did you mean AWS::SQS::Queue?
it has: AWS::S3::Bucket (1), AWS::SQS::Queue (2)";
    assert_eq!(failure(|| queues().has_resource("AWS::SQS::Qeue", json!({}))), golden);
    assert_eq!(failure(|| queues().all_resources("AWS::SQS::Qeue", json!({}))), golden);
    assert_eq!(
        failure(|| queues().resource_count("AWS::SQS::Qeue", 1)),
        format!("expected 1 AWS::SQS::Qeue, but {golden}")
    );
    let empty = Assertions::of(&cdk::Template::default());
    let golden = "the template has no AWS::DynamoDB::Table\nit has: no resources";
    assert_eq!(failure(|| empty.has::<Table>(json!({}))), golden);
}

#[test]
fn resources_are_counted() {
    queues().resource_count("AWS::SQS::Queue", 2);
    queues().resource_count("AWS::SNS::Topic", 0);
    let message = failure(|| queues().resource_count("AWS::SQS::Queue", 1));
    assert_eq!(message, "expected 1 AWS::SQS::Queue, found 2: DeadLetters, Replay");
}

#[test]
fn a_resource_that_must_not_be_there_is_named() {
    queues().no_resource("AWS::SQS::Queue", json!({"FifoQueue": false}));
    let message = failure(|| queues().no_resource("AWS::SQS::Queue", pattern!({ "QueueName": matching("^re") })));
    assert_eq!(message, r#"expected no AWS::SQS::Queue with {"QueueName":matching("^re")}, found 1: Replay"#);
    assert_eq!(
        failure(|| queues().no_resource("AWS::S3::Bucket", json!({}))),
        "expected no AWS::S3::Bucket with {}, found 1: Archive"
    );
}

#[test]
fn every_resource_that_differs_is_shown() {
    queues().all_resources("AWS::SQS::Queue", json!({"FifoQueue": true}));
    let expected = pattern!({ "Tags": list_with([json!({"Key": "owner", "Value": "us"})]) });
    let message = failure(|| queues().all_resources("AWS::SQS::Queue", expected));
    let golden = r#"2 of 2 AWS::SQS::Queue do not match:
DeadLetters:
  Properties.Tags: expected list_with([{"Key":"owner","Value":"us"}]), found nothing
Replay:
  Properties.Tags: expected {"Key":"owner","Value":"us"} as element 0 of `list_with`; closest is [0]
  Properties.Tags[0].Value: expected "us", found "shop""#;
    assert_eq!(message, golden);
}

#[test]
fn outputs_and_parameters_are_compared_too() {
    queues().has_output("Url", json!({"Value": "https://shop.example"}));
    queues().has_parameter("Stage", pattern!({ "Default": one_of(["dev", "prod"]) }));
    let message = failure(|| queues().has_output("Url", json!({"Value": "https://other.example"})));
    let golden = r#"the output Url differs:
  Outputs.Url.Value: expected "https://other.example", found "https://shop.example""#;
    assert_eq!(message, golden);
    let message = failure(|| queues().has_parameter("Stgae", anything()));
    assert_eq!(message, "the template has no parameter Stgae; did you mean Stage?\nit has: Stage");
    let message = failure(|| Assertions::of(&json!({})).has_output("Url", anything()));
    assert_eq!(message, "the template has no output Url\nit has: none");
}

#[test]
fn nothing_is_captured_from_what_does_not_match() {
    let (matched, missed) = (Capture::new(), Capture::new());
    let expected = pattern!({ "FifoQueue": matched.matcher(), "QueueName": "replay.fifo" });
    queues().has_resource("AWS::SQS::Queue", expected);
    assert_eq!(matched.values(), [json!(true)], "of one of two queues");
    let expected = pattern!({ "FifoQueue": missed.matcher(), "QueueName": "other" });
    failure(|| queues().has_resource("AWS::SQS::Queue", expected));
    assert!(missed.values().is_empty());
}

#[test]
fn resources_are_found_by_their_properties() {
    let found = queues().find_resources("AWS::SQS::Queue", pattern!({ "RedrivePolicy": anything() }));
    assert_eq!(found.keys().collect::<Vec<_>>(), ["Replay"]);
    assert_eq!(found["Replay"]["Properties"]["QueueName"], "replay.fifo");
}

/// A function, with a role that has `statements`, beside what they may be about.
fn shop(statements: Value, more: Value) -> Assertions {
    let mut resources = json!({
        "Carts": {"Type": "AWS::DynamoDB::Table"},
        "Orders": {"Type": "AWS::DynamoDB::Table", "Properties": {"TableName": "orders"}},
        "Archive": {"Type": "AWS::S3::Bucket"},
        "Publish": {"Type": "AWS::Lambda::Function", "Properties": {"Role": {"Fn::GetAtt": ["PublishRole", "Arn"]}}},
        "PublishRole": {"Type": "AWS::IAM::Role", "Properties": {
            "Policies": [{"PolicyName": "Contract", "PolicyDocument": {"Statement": statements}}],
        }},
    });
    resources.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    Assertions::of(&json!({"Resources": resources}))
}

fn allow(actions: &[&str], resource: Value) -> Value {
    json!({"Effect": "Allow", "Action": actions, "Resource": [resource]})
}

fn arn(resource: &str) -> Value {
    json!({"Fn::GetAtt": [resource, "Arn"]})
}

#[test]
fn a_missing_grant_is_answered_with_what_comes_near() {
    let statements = json!([
        allow(&["dynamodb:PutItem", "dynamodb:Query"], arn("Carts")),
        allow(&["dynamodb:GetItem"], arn("Orders")),
        allow(&["s3:PutObject"], json!({"Fn::Sub": "${Archive.Arn}/*"})),
    ]);
    let shop = shop(statements, json!({}));
    shop.has_grant("Publish", "dynamodb:PutItem", "Carts");
    shop.has_grant("PublishRole", "dynamodb:Query", "Carts");
    shop.has_grant("Publish", "s3:PutObject", "Archive/*");
    shop.has_grant("Publish", "s3:PutObject", "Archive/orders/*");
    let golden = "Publish is not allowed dynamodb:PutItem on Orders; what comes near:
  PublishRole.Policies[0].PolicyDocument.Statement[0] allows dynamodb:PutItem, dynamodb:Query on ${Carts.Arn}
  PublishRole.Policies[0].PolicyDocument.Statement[1] allows dynamodb:GetItem on ${Orders.Arn}";
    assert_eq!(failure(|| shop.has_grant("Publish", "dynamodb:PutItem", "Orders")), golden);
    let golden = "Publish is not allowed s3:PutObject on Archive; what comes near:
  PublishRole.Policies[0].PolicyDocument.Statement[2] allows s3:PutObject on ${Archive.Arn}/*";
    assert_eq!(failure(|| shop.has_grant("Publish", "s3:PutObject", "Archive")), golden);
    let golden =
        "Publish is not allowed sqs:SendMessage on Publish; no statement that bears on PublishRole comes near it";
    assert_eq!(failure(|| shop.has_grant("Publish", "sqs:SendMessage", "Publish")), golden);
}

#[test]
fn a_statement_that_denies_is_shown() {
    let deny = json!({"Effect": "Deny", "Action": "dynamodb:Put*", "Resource": "*"});
    let shop = shop(json!([allow(&["dynamodb:*"], arn("Carts")), deny]), json!({}));
    shop.has_grant("Publish", "dynamodb:GetItem", "Carts");
    shop.cannot_reach("Publish", "dynamodb:PutItem", "Carts");
    let golden = "Publish is denied dynamodb:PutItem on Carts:
  PublishRole.Policies[0].PolicyDocument.Statement[1] denies dynamodb:Put* on *";
    assert_eq!(failure(|| shop.has_grant("Publish", "dynamodb:PutItem", "Carts")), golden);
}

#[test]
fn a_grant_under_a_condition_has_to_be_meant() {
    let mut statement = allow(&["dynamodb:PutItem"], arn("Carts"));
    statement["Condition"] = json!({"StringEquals": {"aws:ResourceTag/stage": "dev"}});
    let shop = shop(json!([statement, allow(&["dynamodb:GetItem"], arn("Carts"))]), json!({}));
    let golden = r#"Publish is allowed dynamodb:PutItem on Carts only under a condition:
  PublishRole.Policies[0].PolicyDocument.Statement[0] allows dynamodb:PutItem on ${Carts.Arn} under the condition {"StringEquals":{"aws:ResourceTag/stage":"dev"}}
if that is meant, use `has_conditional_grant`"#;
    assert_eq!(failure(|| shop.has_grant("Publish", "dynamodb:PutItem", "Carts")), golden);
    let condition = json!({"StringEquals": {"aws:ResourceTag/stage": "dev"}});
    shop.has_conditional_grant("Publish", "dynamodb:PutItem", "Carts", condition.clone());
    let other = json!({"StringEquals": {"aws:ResourceTag/stage": "prod"}});
    let message = failure(|| shop.has_conditional_grant("Publish", "dynamodb:PutItem", "Carts", other));
    assert!(
        message.starts_with("Publish is allowed dynamodb:PutItem on Carts under another condition than {"),
        "{message}"
    );
    let message = failure(|| shop.has_conditional_grant("Publish", "dynamodb:GetItem", "Carts", condition));
    assert_eq!(message, "Publish is allowed dynamodb:GetItem on Carts without a condition");
    failure(|| shop.cannot_reach("Publish", "dynamodb:PutItem", "Carts"));
}

#[test]
fn what_can_be_reached_is_shown_with_the_way_to_it() {
    let statements = json!([
        allow(&["dynamodb:PutItem"], arn("Carts")),
        allow(&["dynamodb:*Item"], json!("arn:aws:dynamodb:*:*:table/ord*")),
        allow(&["dynamodb:GetItem"], json!({"Fn::Sub": "arn:aws:dynamodb:eu-west-1:${AWS::AccountId}:table/orders"})),
        allow(&["dynamodb:Query"], json!({"Fn::Sub": "${Orders.Arn}/index/*"})),
        allow(&["dynamodb:UpdateItem"], json!({"Fn::ImportValue": "table"})),
        {"Effect": "Allow", "NotAction": "dynamodb:*", "Resource": "*"},
    ]);
    let shop = shop(statements, json!({}));
    let golden = "Publish can reach Orders with dynamodb:*:
  PublishRole.Policies[0].PolicyDocument.Statement[1] allows dynamodb:*Item on arn:aws:dynamodb:*:*:table/ord*
  PublishRole.Policies[0].PolicyDocument.Statement[2] may allow dynamodb:GetItem on arn:aws:dynamodb:eu-west-1:${AWS::AccountId}:table/orders; that cannot be decided before the stack is deployed
  PublishRole.Policies[0].PolicyDocument.Statement[3] allows dynamodb:Query on ${Orders.Arn}/index/*
  PublishRole.Policies[0].PolicyDocument.Statement[4] may allow dynamodb:UpdateItem on {\"Fn::ImportValue\":\"table\"}; that cannot be decided before the stack is deployed";
    assert_eq!(failure(|| shop.cannot_reach("Publish", "dynamodb:*", "Orders")), golden);
    shop.cannot_reach("Publish", "dynamodb:DeleteTable", "Orders");
    shop.cannot_reach("Publish", "dynamodb:PutItem", "Publish");
    failure(|| shop.cannot_reach("Publish", "s3:PutObject", "Archive"));
    failure(|| shop.cannot_reach("Publish", "iam:*", "*"));
}

#[test]
fn what_stands_in_a_resource_counts_as_the_resource() {
    let statements = json!([
        allow(&["s3:PutObject"], json!({"Fn::Sub": "${Archive.Arn}/*"})),
        allow(&["dynamodb:GetRecords"], json!({"Fn::GetAtt": ["Carts", "StreamArn"]})),
    ]);
    let shop = shop(statements, json!({}));
    failure(|| shop.cannot_reach("Publish", "s3:PutObject", "Archive"));
    failure(|| shop.cannot_reach("Publish", "dynamodb:GetRecords", "Carts"));
    shop.has_grant("Publish", "dynamodb:GetRecords", "Carts.StreamArn");
    shop.cannot_reach("Publish", "dynamodb:GetRecords", "Orders");
}

#[test]
fn policies_beside_the_role_count_as_its_own() {
    let policy = |kind: &str, roles: Value| {
        let document = json!({"Statement": [allow(&["dynamodb:PutItem"], arn("Carts"))]});
        json!({"Extra": {"Type": kind, "Properties": {"Roles": roles, "RoleName": roles[0], "PolicyDocument": document}}})
    };
    let own = json!([{"Ref": "PublishRole"}]);
    for kind in ["AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy"] {
        shop(json!([]), policy(kind, own.clone())).has_grant("Publish", "dynamodb:PutItem", "Carts");
        shop(json!([]), policy(kind, json!([{"Ref": "Archive"}]))).cannot_reach("Publish", "dynamodb:PutItem", "Carts");
        let maybe = shop(json!([]), policy(kind, json!([{"Ref": "RoleName"}])));
        failure(|| maybe.has_grant("Publish", "dynamodb:PutItem", "Carts"));
        failure(|| maybe.cannot_reach("Publish", "dynamodb:PutItem", "Carts"));
    }
    let mut conditional = policy("AWS::IAM::Policy", own);
    conditional["Extra"]["Condition"] = json!("IsDev");
    let golden = "Publish is not allowed dynamodb:PutItem on Carts; what comes near:
  Extra.PolicyDocument.Statement[0] may allow dynamodb:PutItem on ${Carts.Arn}; that cannot be decided before the stack is deployed";
    assert_eq!(failure(|| shop(json!([]), conditional).has_grant("Publish", "dynamodb:PutItem", "Carts")), golden);
}

#[test]
fn managed_policies_that_are_not_in_the_template_may_allow_anything() {
    let role = |managed: Value| {
        json!({
            "PublishRole": {"Type": "AWS::IAM::Role", "Properties": {"ManagedPolicyArns": managed}},
            "Shared": {"Type": "AWS::IAM::ManagedPolicy", "Properties": {
                "PolicyDocument": {"Statement": allow(&["s3:GetObject"], json!("*"))},
            }},
        })
    };
    let basic = json!({"Fn::Sub": "arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"});
    let known = shop(json!([]), role(json!([basic, {"Ref": "Shared"}])));
    known.has_grant("Publish", "logs:PutLogEvents", "*");
    known.has_grant("Publish", "s3:GetObject", "Archive/*");
    known.cannot_reach("Publish", "dynamodb:*", "*");
    let unknown = shop(json!([]), role(json!(["arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess"])));
    let golden = "Publish can reach Carts with dynamodb:PutItem:
  PublishRole.ManagedPolicyArns[0] is arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess, which is not in the template, so what it allows cannot be decided";
    assert_eq!(failure(|| unknown.cannot_reach("Publish", "dynamodb:PutItem", "Carts")), golden);
    failure(|| unknown.has_grant("Publish", "dynamodb:PutItem", "Carts"));
}

#[test]
fn policies_of_resources_grant_and_deny() {
    let bucket_policy = |bucket: &str, effect: &str, principal: Value| {
        let statement = json!({"Effect": effect, "Principal": principal, "Action": "s3:GetObject", "Resource": "*"});
        let document = json!({"Statement": [statement]});
        json!({"ArchivePolicy": {
            "Type": "AWS::S3::BucketPolicy",
            "Properties": {"Bucket": {"Ref": bucket}, "PolicyDocument": document},
        }})
    };
    let role = json!({"AWS": arn("PublishRole")});
    shop(json!([]), bucket_policy("Archive", "Allow", role.clone())).has_grant("Publish", "s3:GetObject", "Archive/*");
    let deny = bucket_policy("Archive", "Deny", json!("*"));
    let denied = shop(json!([allow(&["s3:*"], json!("*"))]), deny);
    failure(|| denied.has_grant("Publish", "s3:GetObject", "Archive/*"));
    denied.cannot_reach("Publish", "s3:GetObject", "Archive");
    let mut unsure = bucket_policy("Archive", "Deny", json!("*"));
    let document = unsure["ArchivePolicy"]["Properties"]["PolicyDocument"].take();
    unsure["ArchivePolicy"]["Properties"]["PolicyDocument"] =
        json!({"Fn::If": ["IsProd", document, {"Ref": "AWS::NoValue"}]});
    let unprotected = shop(json!([allow(&["s3:*"], json!("*"))]), unsure);
    failure(|| unprotected.has_grant("Publish", "s3:GetObject", "Archive/*"));
    failure(|| unprotected.cannot_reach("Publish", "s3:GetObject", "Archive"));
    let service = bucket_policy("Archive", "Allow", json!({"Service": "lambda.amazonaws.com"}));
    shop(json!([]), service).cannot_reach("Publish", "s3:GetObject", "Archive");
    let somewhere = bucket_policy("BucketName", "Allow", role);
    let golden = "Publish can reach Archive with s3:GetObject:
  ArchivePolicy.PolicyDocument.Statement[0] may allow s3:GetObject on *; that cannot be decided before the stack is deployed";
    assert_eq!(failure(|| shop(json!([]), somewhere).cannot_reach("Publish", "s3:GetObject", "Archive")), golden);
}

#[test]
fn whom_a_role_trusts_may_assume_it() {
    let trusting = |principal: Value| {
        let statement = json!({"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole"});
        let document = json!({"Statement": [statement]});
        json!({"Admin": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": document}}})
    };
    let golden = "Publish can reach Admin with sts:AssumeRole:
  Admin.AssumeRolePolicyDocument.Statement[0] allows sts:AssumeRole on what it is attached to";
    let trusted = shop(json!([]), trusting(json!({"AWS": arn("PublishRole")})));
    assert_eq!(failure(|| trusted.cannot_reach("Publish", "sts:AssumeRole", "Admin")), golden);
    trusted.cannot_reach("Publish", "sts:AssumeRole", "PublishRole");
    let service = shop(json!([]), trusting(json!({"Service": "lambda.amazonaws.com"})));
    service.cannot_reach("Publish", "sts:AssumeRole", "Admin");
}

#[test]
fn permissions_of_functions_are_policies_too() {
    let permission = |principal: Value| {
        json!({"Invoke": {"Type": "AWS::Lambda::Permission", "Properties": {
            "Action": "lambda:InvokeFunction", "FunctionName": {"Ref": "Publish"}, "Principal": principal,
        }}})
    };
    shop(json!([]), permission(arn("PublishRole"))).has_grant("PublishRole", "lambda:InvokeFunction", "Publish");
    let service = shop(json!([]), permission(json!("events.amazonaws.com")));
    service.cannot_reach("PublishRole", "lambda:InvokeFunction", "Publish");
    let open = shop(json!([]), permission(json!("*")));
    let golden = "Publish can reach Publish with lambda:InvokeFunction:
  Invoke allows lambda:InvokeFunction on what it is attached to";
    assert_eq!(failure(|| open.cannot_reach("Publish", "lambda:InvokeFunction", "Publish")), golden);
}

#[test]
fn a_boundary_of_the_template_limits_the_role() {
    let document = |action: &str| json!({"Statement": [allow(&[action], json!("*"))]});
    let more = json!({
        "Boundary": {"Type": "AWS::IAM::ManagedPolicy", "Properties": {"PolicyDocument": document("s3:*")}},
        "PublishRole": {"Type": "AWS::IAM::Role", "Properties": {
            "PermissionsBoundary": {"Ref": "Boundary"},
            "Policies": [{"PolicyDocument": document("*")}],
        }},
    });
    let shop = shop(json!([]), more);
    shop.has_grant("Publish", "s3:GetObject", "Archive/*");
    let golden = "Publish is not allowed dynamodb:PutItem on Carts: a statement allows it, but the permissions boundary of PublishRole does not";
    assert_eq!(failure(|| shop.has_grant("Publish", "dynamodb:PutItem", "Carts")), golden);
}

#[test]
fn questions_about_what_is_not_there_are_refused() {
    let more = json!({"Imported": {"Type": "AWS::Lambda::Function", "Properties": {"Role": {"Ref": "RoleArn"}}}});
    let shop = shop(json!([]), more);
    let ask =
        |principal: &str, action: &str, resource: &str| failure(|| shop.cannot_reach(principal, action, resource));
    let there = "it has: Archive, Carts, Imported, Orders, Publish, PublishRole";
    let golden = format!("the template has no resource Publsh; did you mean Publish?\n{there}");
    assert_eq!(ask("Publsh", "s3:GetObject", "Archive"), golden);
    let golden = format!("the template has no resource Archives; did you mean Archive?\n{there}");
    assert_eq!(ask("Publish", "s3:GetObject", "Archives/*"), golden);
    let golden = "Carts is an AWS::DynamoDB::Table, which has no role; name a function or a role";
    assert_eq!(ask("Carts", "s3:GetObject", "Archive"), golden);
    let golden =
        "the role of Imported is ${RoleArn}, which is not in the template, so what it may do cannot be decided";
    assert_eq!(ask("Imported", "s3:GetObject", "Archive"), golden);
    let golden = "GetObject is no action; write it with its service, such as `dynamodb:PutItem`";
    assert_eq!(ask("Publish", "GetObject", "Archive"), golden);
}

#[test]
fn a_synthesized_template_is_asserted_on_as_it_is() {
    let mut system = stack();
    let (orders, events) = (table::<Order>(&mut system, "Orders"), stream(&mut system, "Events"));
    let changes = orders.changes(table_mapping(&mut system));
    Function::new(&mut system, "Publish", &Publish { events: events.link() }, changes, function_props());
    let template = Assertions::of(&system.synthesize().unwrap().template);
    template.count::<Table>(1);
    template.has_grant("Publish", "kinesis:PutRecords", "Events");
    template.has_grant("Publish", "dynamodb:GetRecords", "Orders.StreamArn");
    template.has_grant("Publish", "logs:PutLogEvents", "PublishLogs");
    template.cannot_reach("Publish", "kinesis:GetRecords", "Events");
    template.cannot_reach("Publish", "dynamodb:PutItem", "Orders");
}

/// Any JSON that a template may hold.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "[a-zA-Z:*${}]{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 4, |inner| {
        let object = prop::collection::btree_map("[a-zA-Z.:]{0,4}", inner.clone(), 0..4);
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(Value::from),
            object.prop_map(|members| Value::from_iter::<Map<String, Value>>(members.into_iter().collect())),
        ]
    })
}

fn template_with(properties: &Value) -> Assertions {
    Assertions::of(&json!({"Resources": {"One": {"Type": "Custom::One", "Properties": {"Any": properties}}}}))
}

/// How many single values there are; an empty object or list is one.
fn leaves(value: &Value) -> usize {
    match value {
        Value::Object(members) => members.values().map(leaves).sum::<usize>().max(1),
        Value::Array(elements) => elements.iter().map(leaves).sum::<usize>().max(1),
        _ => 1,
    }
}

/// Replaces the single value number `position` by one that it is not.
fn change(value: &mut Value, position: usize) {
    let parts: Vec<&mut Value> = match value {
        Value::Object(members) => members.values_mut().collect(),
        Value::Array(elements) => elements.iter_mut().collect(),
        _ => Vec::new(),
    };
    if parts.is_empty() {
        *value = json!(format!("not {value}"));
        return;
    }
    let mut position = position;
    for part in parts {
        match leaves(part) {
            count if position < count => return change(part, position),
            count => position -= count,
        }
    }
}

proptest! {
    #[test]
    fn a_template_matches_itself(properties in any_json()) {
        let template = template_with(&properties);
        template.has_resource("Custom::One", json!({"Any": properties}));
        template.has_resource("Custom::One", exactly(json!({"Any": properties})));
        template.has_resource("Custom::One", pattern!({ "Any": one_of([properties.clone()]) }));
        template.no_resource("Custom::One", pattern!({ "Any": not(properties.clone()) }));
        let serialized = template_with(&json!(properties.to_string()));
        serialized.has_resource("Custom::One", pattern!({ "Any": serialized_json(properties) }));
    }

    #[test]
    fn a_template_does_not_match_once_one_value_is_changed(properties in any_json(), position: prop::sample::Index) {
        let mut changed = properties.clone();
        change(&mut changed, position.index(leaves(&properties)));
        prop_assert_ne!(&changed, &properties);
        template_with(&properties).no_resource("Custom::One", json!({"Any": changed}));
    }
}
