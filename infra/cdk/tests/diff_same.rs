//! The differences of templates: what means the same does not differ, and whatever differs is found.

use cdk::diff::{Action, GITHUB_COMMENT, TemplateDiff, markdown};
use proptest::prelude::*;
use serde_json::{Map, Value as Json, json};

#[track_caller]
fn assert_same(one: Json, other: Json) {
    let template = |value: Json| json!({ "Resources": { "A": value } });
    let diff = TemplateDiff::between(Some(&template(one.clone())), &template(other.clone()));
    assert!(diff.is_empty(), "{one} and {other}: {:?}", diff.text());
    assert!(TemplateDiff::between(Some(&template(other)), &template(one)).is_empty());
}

#[track_caller]
fn assert_differ(one: Json, other: Json) {
    let template = |value: Json| json!({ "Resources": { "A": value } });
    assert!(
        !TemplateDiff::between(Some(&template(one.clone())), &template(other.clone())).is_empty(),
        "{one} and {other}"
    );
}

fn of(kind: &str, properties: Json) -> Json {
    json!({ "Type": kind, "Properties": properties })
}

#[test]
fn functions_in_another_spelling_are_the_same() {
    let x = |value: Json| of("Some::Other::Thing", json!({ "X": value }));
    for (one, other) in [
        (json!({ "Fn::GetAtt": "B.C.D" }), json!({ "Fn::GetAtt": ["B", "C.D"] })),
        (json!({ "Fn::Sub": "${B}" }), json!({ "Ref": "B" })),
        (json!({ "Fn::Sub": "${B.C}" }), json!({ "Fn::GetAtt": ["B", "C"] })),
        (json!({ "Fn::Sub": "a-${B}-c" }), json!({ "Fn::Join": ["-", ["a", { "Ref": "B" }, "c"]] })),
        (json!({ "Fn::Sub": ["a${v}", { "v": { "Ref": "B" } }] }), json!({ "Fn::Sub": "a${B}" })),
        (
            json!({ "Fn::Join": ["", ["a", { "Fn::Join": ["/", ["b", { "Ref": "C" }]] }]] }),
            json!({ "Fn::Sub": "ab/${C}" }),
        ),
        (json!({ "Fn::Join": ["", ["a", "b"]] }), json!("ab")),
        (json!({ "Fn::Sub": "${!B}" }), json!("${B}")),
        (json!("{\"a\": 1}"), json!("{\"a\":1}")),
        (json!(30.0), json!(30)),
    ] {
        assert_same(x(one), x(other));
    }
    assert_differ(x(json!({ "Fn::Sub": "${!B}" })), x(json!({ "Fn::Sub": "${B}" })));
    assert_differ(x(json!({ "Fn::Join": ["-", ["a", "b"]] })), x(json!({ "Fn::Join": ["", ["a", "b"]] })));
}

#[test]
fn policies_in_another_order_or_spelling_are_the_same() {
    let one = json!({ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
        "Principal": "*", "Condition": { "Bool": { "aws:SecureTransport": true } } } });
    let other = json!({ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["s3:GetObject"], "Resource": ["*"],
        "Principal": { "AWS": ["*"] }, "Condition": { "Bool": { "aws:SecureTransport": ["true"] } } }] });
    let policy = |document: Json| of("AWS::S3::BucketPolicy", json!({ "Bucket": "b", "PolicyDocument": document }));
    assert_same(policy(one.clone()), policy(other));
    assert_same(policy(one.clone()), policy(json!(one.to_string())));
    let sid =
        |sid: &str| policy(json!({ "Statement": [{ "Sid": sid, "Effect": "Deny", "Action": "*", "Resource": "*" }] }));
    assert_differ(sid("A"), sid("B"));
}

#[test]
fn schemas_decide_about_numbers_truth_values_and_order() {
    let function = |properties: Json| of("AWS::Lambda::Function", properties);
    assert_same(function(json!({ "Timeout": "30" })), function(json!({ "Timeout": 30 })));
    let (one, other) = (json!({ "Key": "a", "Value": "1" }), json!({ "Key": "b", "Value": 2 }));
    assert_same(function(json!({ "Tags": [one, other] })), function(json!({ "Tags": [other, one] })));
    assert_differ(function(json!({ "Layers": ["a", "b"] })), function(json!({ "Layers": ["b", "a"] })));
    let queue = |properties: Json| of("AWS::SQS::Queue", properties);
    assert_same(queue(json!({ "FifoQueue": "true" })), queue(json!({ "FifoQueue": true })));
    let variables = |value: Json| function(json!({ "Environment": { "Variables": { "A": value } } }));
    assert_same(variables(json!("true")), variables(json!(true)));
}

#[test]
fn dependencies_and_empty_parts_are_compared_by_what_they_mean() {
    let with = |more: Json| {
        let mut resource = json!({ "Type": "Some::Other::Thing", "Properties": { "X": { "Ref": "B" } } });
        resource.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        resource
    };
    assert_same(with(json!({ "DependsOn": "C" })), with(json!({ "DependsOn": ["C"] })));
    assert_same(with(json!({ "DependsOn": ["D", "C"] })), with(json!({ "DependsOn": ["C", "D"] })));
    assert_same(with(json!({ "DependsOn": "B" })), with(json!({})));
    assert_differ(with(json!({ "DependsOn": "C" })), with(json!({})));
    assert_same(json!({ "Type": "T", "Properties": {}, "Metadata": {} }), json!({ "Type": "T" }));
}

#[test]
fn variables_that_multiply_each_other_end() {
    let mut value = json!({ "Ref": "A" });
    for _ in 0..60 {
        value = json!({ "Fn::Sub": ["${x}${x}${x}", { "x": value }] });
    }
    let template = |end: &str| json!({ "Resources": { "A": of("T", json!({ "X": value, "Y": end })) } });
    assert_eq!(TemplateDiff::between(Some(&template("a")), &template("b")).resources.len(), 1);
}

/// JSON of any shape, with the words that templates have.
fn any_json() -> impl Strategy<Value = Json> {
    let word = prop::sample::select(vec![
        "Resources",
        "Type",
        "Properties",
        "Ref",
        "Fn::GetAtt",
        "Fn::Sub",
        "Fn::Join",
        "Fn::If",
        "Statement",
        "Effect",
        "Action",
        "Principal",
        "Condition",
        "DependsOn",
        "Metadata",
        "aws:cdk:path",
        "Parameters",
        "NoEcho",
        "Default",
        "AWS::SQS::Queue",
        "AWS::IAM::Role",
        "AWS::Lambda::Permission",
        "AWS::EC2::SecurityGroup",
        "AWS::S3::Bucket",
        "SecurityGroupIngress",
        "Policies",
        "Allow",
        "*",
        "${A.B}",
        "${",
        "A",
        "{\"a\": [1]}",
        "Tags",
        "Key",
        "Id",
        "LifecycleConfiguration",
        "Rules",
        "QueueName",
        "RetentionPeriodHours",
        "DeletionPolicy",
        "Retain",
        "",
    ]);
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i32>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        word.clone().prop_map(Json::from),
    ];
    leaf.prop_recursive(6, 64, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Json::from),
            prop::collection::btree_map(word.clone().prop_map(str::to_owned), inner, 0..6)
                .prop_map(|map| Json::Object(map.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// A template with resources of known and unknown types.
fn any_template() -> impl Strategy<Value = Json> {
    let kind = prop::sample::select(vec![
        "AWS::SQS::Queue",
        "AWS::IAM::Role",
        "AWS::Lambda::Permission",
        "AWS::S3::Bucket",
        "AWS::EC2::SecurityGroup",
        "Some::Other::Thing",
    ]);
    let resource =
        (kind, any_json()).prop_map(|(kind, properties)| json!({ "Type": kind, "Properties": { "X": properties } }));
    prop::collection::btree_map("[A-D]", resource, 0..4)
        .prop_map(|map| json!({ "Resources": map.into_iter().collect::<Map<_, _>>() }))
}

/// Everything that holds of each pair of documents.
fn check(one: &Json, other: &Json) -> Result<(), TestCaseError> {
    let (there, back) = (TemplateDiff::between(Some(one), other), TemplateDiff::between(Some(other), one));
    prop_assert_eq!(there.is_empty(), back.is_empty());
    let (added, removed) = (count(&there, Action::Added), count(&back, Action::Removed));
    prop_assert_eq!(added, removed);
    for diff in [&there, &TemplateDiff::between(None, other)] {
        prop_assert!(markdown(&[("stack", diff)], GITHUB_COMMENT).len() <= GITHUB_COMMENT);
        prop_assert!(diff.text().iter().all(|line| !line.text.contains(char::is_control)));
        prop_assert!(serde_json::to_string(diff).is_ok());
    }
    prop_assert!(TemplateDiff::between(Some(one), one).is_empty());
    Ok(())
}

fn count(diff: &TemplateDiff, action: Action) -> usize {
    diff.resources.iter().filter(|change| change.action == action).count()
}

/// The same value in another order of lists that are sets, and with functions in another spelling.
fn respelled(value: &Json) -> Json {
    match value {
        Json::Object(map) => match (map.len(), map.get("Ref").and_then(Json::as_str)) {
            (1, Some(name)) if !name.is_empty() && !name.contains(['.', '$', '{', '}', '!', ':', '*', '"', ' ']) => {
                json!({ "Fn::Sub": format!("${{{name}}}") })
            }
            _ => map.iter().map(|(key, value)| (key.clone(), respelled(value))).collect::<Map<_, _>>().into(),
        },
        Json::Array(items) => Json::Array(items.iter().map(respelled).collect()),
        value => value.clone(),
    }
}

proptest! {
    #[test]
    fn documents_of_any_shape_are_compared(one in any_json(), other in any_json()) {
        check(&one, &other)?;
    }

    #[test]
    fn templates_with_anything_inside_are_compared(one in any_template(), other in any_template()) {
        check(&one, &other)?;
    }

    #[test]
    fn a_respelled_template_does_not_differ(template in any_template()) {
        prop_assert!(TemplateDiff::between(Some(&template), &respelled(&template)).is_empty());
    }

    #[test]
    fn a_single_change_is_never_missed(template in any_template(), index in any::<prop::sample::Index>()) {
        let pointers: Vec<String> = template["Resources"].as_object().unwrap().keys()
            .map(|id| format!("/Resources/{id}/Properties/X")).collect();
        prop_assume!(!pointers.is_empty());
        let mut changed = template.clone();
        let pointer: &String = index.get(pointers.as_slice());
        *changed.pointer_mut(pointer).unwrap() = json!("something that was not there before");
        prop_assert!(!TemplateDiff::between(Some(&template), &changed).is_empty());
    }
}
