//! The differences of templates: what becomes of each resource.

use cdk::diff::{Action, Fate, LossKind, TemplateDiff};
use cdk::{ConstructPath, Definition, RemovalPolicy, Stack, StackProps, aws::sqs};
use serde_json::{Value as Json, json};

fn template(resources: Json) -> Json {
    json!({ "Resources": resources })
}

fn diff(old: Json, new: Json) -> TemplateDiff {
    TemplateDiff::between(Some(&template(old)), &template(new))
}

fn queue(properties: Json) -> Json {
    json!({ "Type": "AWS::SQS::Queue", "Properties": properties })
}

fn table(properties: Json, policy: &str) -> Json {
    json!({ "Type": "AWS::DynamoDB::Table", "DeletionPolicy": policy, "UpdateReplacePolicy": policy, "Properties": properties })
}

fn actions(diff: &TemplateDiff) -> Vec<(&str, Action)> {
    diff.resources.iter().map(|change| (change.logical_id.as_str(), change.action)).collect()
}

#[test]
fn resources_come_go_and_change_in_place() {
    let old = json!({ "Gone": { "Type": "AWS::SNS::Topic" }, "Jobs": queue(json!({ "DelaySeconds": 1 })) });
    let new = json!({ "New": queue(json!({})), "Jobs": queue(json!({ "DelaySeconds": 2 })) });
    let diff = diff(old, new);
    assert_eq!(actions(&diff), [("Gone", Action::Removed), ("Jobs", Action::Changed), ("New", Action::Added)]);
    let change = &diff.resources[1].changes[0];
    assert_eq!((change.path.as_str(), &change.old, &change.new), ("DelaySeconds", &Some(json!(1)), &Some(json!(2))));
}

#[test]
fn a_property_that_cannot_change_replaces_and_is_named() {
    let diff = diff(
        json!({ "Jobs": queue(json!({ "QueueName": "a" })) }),
        json!({ "Jobs": queue(json!({ "QueueName": "b" })) }),
    );
    assert_eq!(actions(&diff), [("Jobs", Action::Replaced)]);
    assert_eq!(diff.resources[0].causes[0].to_string(), "QueueName changes");
    assert!(diff.risk().destructive);
}

#[test]
fn what_refers_to_a_replaced_resource_where_it_cannot_change_is_replaced_too() {
    let resources = |name: &str| {
        json!({
            "Jobs": queue(json!({ "QueueName": name })),
            "Mapping": { "Type": "AWS::Lambda::EventSourceMapping", "Properties": {
                "EventSourceArn": { "Fn::GetAtt": "Jobs.Arn" }, "FunctionName": "worker" } },
            "Alarm": { "Type": "AWS::CloudWatch::Alarm", "Properties": { "AlarmDescription": { "Ref": "Jobs" } } },
        })
    };
    let diff = diff(resources("a"), resources("b"));
    assert_eq!(actions(&diff), [("Jobs", Action::Replaced), ("Mapping", Action::Replaced)]);
    assert_eq!(diff.resources[1].causes[0].to_string(), "EventSourceArn refers to Jobs, which is replaced");
}

#[test]
fn a_type_without_a_schema_is_left_to_the_change_set() {
    let database = |size: i64| json!({ "D": { "Type": "Some::Other::Database", "Properties": { "Size": size } } });
    let diff = diff(database(1), database(2));
    assert_eq!(actions(&diff), [("D", Action::Changed)]);
    assert!(diff.resources[0].only_change_set_can_tell);
}

#[test]
fn another_type_is_a_replacement_that_cloudformation_refuses() {
    let diff = diff(json!({ "A": { "Type": "AWS::SQS::Queue" } }), json!({ "A": { "Type": "AWS::SNS::Topic" } }));
    assert_eq!(actions(&diff), [("A", Action::Replaced)]);
    assert_eq!(diff.resources[0].old_type.as_deref(), Some("AWS::SQS::Queue"));
    assert!(diff.text().iter().any(|line| line.text.contains("CloudFormation refuses that")));
}

fn stack(path: &ConstructPath) -> Json {
    let mut stack = Stack::new(StackProps::new("shop"));
    let jobs = stack.add(path, Definition::new(sqs::Queue::new()));
    stack.keep_or_delete(&jobs, RemovalPolicy::Delete);
    serde_json::to_value(stack.synthesize().unwrap().template).unwrap()
}

#[test]
fn a_renamed_construct_stays_in_place() {
    let (old, new) = (stack(&"Jobs".into()), stack(&ConstructPath::new("Work").renamed_from("Jobs")));
    assert_eq!(new["Resources"]["Jobs"]["Metadata"]["aws:cdk:path"], "shop/Work");
    assert!(old["Resources"]["Jobs"].get("Metadata").is_none());
    let diff = TemplateDiff::between(Some(&old), &new);
    assert_eq!(actions(&diff), [("Jobs", Action::Renamed)]);
    assert_eq!(diff.resources[0].renamed.as_ref().unwrap().new, "shop/Work");
    assert!(!diff.risk().destructive);
}

#[test]
fn paths_that_the_cdk_notes_are_no_change() {
    let bucket = |metadata: Json| json!({ "BucketABCDEF12": { "Type": "AWS::S3::Bucket", "Metadata": metadata } });
    let noted = bucket(json!({ "aws:cdk:path": "Stack/Bucket/Resource" }));
    assert!(diff(bucket(json!({})), noted.clone()).is_empty());
    let mut with_metadata = noted.clone();
    with_metadata["CDKMetadata"] = json!({ "Type": "AWS::CDK::Metadata", "Properties": { "Analytics": "v2" } });
    assert!(diff(noted, with_metadata).is_empty());
}

#[test]
fn equal_resources_under_other_names_are_taken_for_renames_together() {
    let resources = |queue: &str, policy: &str| {
        json!({
            queue: { "Type": "AWS::SQS::Queue", "Properties": { "DelaySeconds": 3 } },
            policy: { "Type": "AWS::SQS::QueuePolicy", "Properties": { "Queues": [{ "Ref": queue }], "PolicyDocument": {} } },
        })
    };
    let diff = diff(resources("Old", "OldPolicy"), resources("New", "NewPolicy"));
    let recreated: Vec<_> =
        diff.resources.iter().map(|change| (change.logical_id.as_str(), change.recreated.as_deref())).collect();
    let expected = [
        ("New", Some("Old")),
        ("NewPolicy", Some("OldPolicy")),
        ("Old", Some("New")),
        ("OldPolicy", Some("NewPolicy")),
    ];
    assert_eq!(recreated, expected);
    assert!(diff.text().iter().any(|line| line.text.contains(r#"ConstructPath::new("New").renamed_from("Old")"#)));
}

#[test]
fn losses_of_data_say_whether_the_old_one_is_kept() {
    let old = json!({
        "Carts": table(json!({ "TableName": "a" }), "Retain"),
        "Orders": table(json!({}), "Delete"),
    });
    let diff = diff(old, json!({ "Carts": table(json!({ "TableName": "b" }), "Retain") }));
    let losses = diff.stateful_losses();
    let seen: Vec<_> = losses.iter().map(|loss| (loss.logical_id.as_str(), loss.kind, loss.retained)).collect();
    assert_eq!(seen, [("Carts", LossKind::Replaced, true), ("Orders", LossKind::Removed, false)]);
    assert_eq!(losses[0].cause, ["TableName changes"]);
    assert_eq!(diff.resources[1].fate, Some(Fate::Deleted));
}

#[test]
fn a_removed_permission_is_not_destructive_and_a_removed_function_is() {
    let removed =
        |kind: &str| diff(json!({ "A": { "Type": kind } }), json!({ "B": queue(json!({})) })).risk().destructive;
    assert!(!removed("AWS::Lambda::Permission"));
    assert!(!removed("AWS::Lambda::EventSourceMapping"));
    assert!(removed("AWS::Lambda::Function"));
}

#[test]
fn values_that_are_not_to_be_shown_are_not() {
    let parameter = |default: &str, hidden: Json| json!({ "Parameters": { "P": { "Type": "String", "Default": default, "NoEcho": hidden, "AllowedValues": [default] } } });
    for hidden in [json!(true), json!("true")] {
        for (old, new) in [
            (Some(parameter("first-one", hidden.clone())), parameter("other-one", hidden.clone())),
            (Some(parameter("first-one", json!(false))), parameter("other-one", hidden.clone())),
            (None, parameter("other-one", hidden.clone())),
            (Some(json!({ "Parameters": { "Q": { "Type": "String" } } })), parameter("other-one", hidden.clone())),
        ] {
            let diff = TemplateDiff::between(old.as_ref(), &new);
            assert!(!diff.entries.is_empty());
            let json = serde_json::to_string(&diff).unwrap();
            assert!(!json.contains("first-one") && !json.contains("other-one"), "{json}");
        }
    }
    let user = |password: &str| json!({ "U": { "Type": "Some::Other::Database", "Properties": { "MasterUserPassword": password } } });
    let json = serde_json::to_string(&diff(user("hunter2"), user("hunter3"))).unwrap();
    assert!(json.contains("(hidden)") && !json.contains("hunter"), "{json}");
}

#[test]
fn sections_beside_the_resources_differ_entry_by_entry() {
    let old = json!({ "Description": "one", "Outputs": { "Url": { "Value": "a" } }, "Resources": {} });
    let new = json!({ "Description": "two", "Outputs": { "Url": { "Value": "b" }, "More": { "Value": 1 } } });
    let diff = TemplateDiff::between(Some(&old), &new);
    let paths: Vec<_> = diff.entries.iter().map(|entry| (entry.section.as_str(), entry.path.as_str())).collect();
    assert_eq!(paths, [("Description", ""), ("Outputs", "More"), ("Outputs", "Url.Value")]);
}

#[test]
fn limits_are_told_when_they_come_close_and_closer() {
    let many = |count: usize| {
        let resources = (0..count).map(|number| (format!("R{number}"), json!({ "Type": "AWS::SNS::Topic" })));
        json!({ "Resources": resources.collect::<serde_json::Map<_, _>>() })
    };
    let told = |old: usize, new: usize| {
        let diff = TemplateDiff::between(Some(&many(old)), &many(new));
        diff.limits.iter().map(|limit| limit.what.clone()).collect::<Vec<_>>()
    };
    assert_eq!(told(10, 400), Vec::<String>::new());
    assert_eq!(told(10, 401), ["resources"]);
    assert_eq!(told(402, 401), Vec::<String>::new());
}
