//! The differences of templates: permissions, exposure, data at risk.

use cdk::diff::{Direction, PolicyChange, RiskKind, TemplateDiff};
use serde_json::{Value as Json, json};

fn diff(old: Json, new: Json) -> TemplateDiff {
    TemplateDiff::between(Some(&json!({ "Resources": old })), &json!({ "Resources": new }))
}

fn role(statements: Json) -> Json {
    json!({ "Worker": { "Type": "AWS::IAM::Role", "Properties": {
        "Policies": [{ "PolicyName": "own", "PolicyDocument": { "Statement": statements } }] } } })
}

fn allow(action: Json, resource: &str) -> Json {
    json!({ "Effect": "Allow", "Action": action, "Resource": resource })
}

fn directions(old: Json, new: Json) -> Vec<Direction> {
    let diff = diff(role(json!([old])), role(json!([new])));
    diff.policies.iter().map(|policy: &PolicyChange| policy.direction).collect()
}

#[test]
fn wildcards_cover_what_they_match() {
    use Direction::{Narrowed, Widened};
    let of = |action: &str| allow(json!(action), "arn:aws:s3:::b/*");
    assert_eq!(directions(of("s3:GetObject"), of("s3:*")), [Widened]);
    assert_eq!(directions(of("s3:*"), of("s3:GetObject")), [Narrowed]);
    assert_eq!(directions(of("s3:GetObject"), of("s3:PutObject")), [Widened, Narrowed]);
    assert_eq!(directions(of("s3:getobject"), of("s3:GetObject")), []);
    let on = |resource: &str| allow(json!("s3:GetObject"), resource);
    assert_eq!(directions(on("arn:aws:s3:::b/a/*"), on("arn:aws:s3:::b/*")), [Widened]);
    let but = json!({ "Effect": "Allow", "NotAction": "iam:*", "Resource": "arn:aws:s3:::b/*" });
    assert_eq!(directions(of("s3:GetObject"), but), [Widened]);
}

#[test]
fn conditions_and_denials_restrict() {
    use Direction::{Narrowed, Widened};
    let plain = allow(json!("s3:GetObject"), "*");
    let mut conditional = plain.clone();
    conditional["Condition"] = json!({ "StringEquals": { "aws:PrincipalOrgID": "o-1" } });
    assert_eq!(directions(conditional.clone(), plain.clone()), [Widened]);
    assert_eq!(directions(plain.clone(), conditional), [Narrowed]);
    let deny = json!({ "Effect": "Deny", "Action": "s3:*", "Resource": "*" });
    let both = diff(role(json!([plain, deny])), role(json!([plain])));
    assert_eq!(both.policies[0].direction, Widened);
    assert!(both.risk().broadening);
}

#[test]
fn a_statement_that_moves_to_another_policy_of_the_role_changes_nothing() {
    let statement = allow(json!("s3:GetObject"), "*");
    let mut moved = role(json!([]));
    moved["More"] = json!({ "Type": "AWS::IAM::Policy", "Properties": {
        "PolicyName": "more", "Roles": [{ "Ref": "Worker" }], "PolicyDocument": { "Statement": [statement] } } });
    let diff = diff(role(json!([statement])), moved);
    assert_eq!(diff.policies, []);
    assert!(!diff.risk().broadening);
}

#[test]
fn whoever_may_invoke_a_function_is_named() {
    let permission = |source: Json| {
        let mut properties =
            json!({ "Action": "lambda:InvokeFunction", "FunctionName": { "Ref": "F" }, "Principal": "*" });
        properties.as_object_mut().unwrap().extend(source.as_object().unwrap().clone());
        json!({ "P": { "Type": "AWS::Lambda::Permission", "Properties": properties } })
    };
    let diff = diff(permission(json!({ "SourceAccount": "123456789012" })), permission(json!({})));
    let widened: Vec<_> = diff.policies.iter().filter(|policy| policy.direction == Direction::Widened).collect();
    assert!(widened[0].public && widened[0].resources == ["F"]);
    assert!(diff.exposure[0].public);
}

#[test]
fn whom_a_role_trusts_is_compared() {
    let trust = |service: &str| {
        json!({ "R": { "Type": "AWS::IAM::Role", "Properties": { "AssumeRolePolicyDocument": { "Statement": [
            { "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": service } }] } } } })
    };
    let diff = diff(trust("lambda.amazonaws.com"), trust("ec2.amazonaws.com"));
    assert_eq!(diff.policies[0].principal, "ec2.amazonaws.com");
    assert_eq!(diff.policies[0].resources, ["trust of R"]);
}

#[test]
fn open_ports_routes_urls_and_buckets_are_exposure() {
    let group = |cidr: &str, port: Json| {
        json!({ "G": { "Type": "AWS::EC2::SecurityGroup", "Properties": { "SecurityGroupIngress": [
            { "IpProtocol": "tcp", "FromPort": port, "ToPort": port, "CidrIp": cidr }] } } })
    };
    let opened = diff(group("10.0.0.0/8", json!(22)), group("0.0.0.0/0", json!("22")));
    assert_eq!(opened.exposure.len(), 1);
    assert_eq!((opened.exposure[0].what.as_str(), opened.exposure[0].public), ("tcp 22 from 0.0.0.0/0", true));
    let closed = diff(group("10.0.0.0/8", json!(22)), group("10.1.0.0/16", json!(22)));
    assert_eq!(closed.exposure[0].direction, Direction::Narrowed);
    let new =
        |kind: &str, properties: Json| diff(json!({}), json!({ "X": { "Type": kind, "Properties": properties } }));
    for (kind, properties) in [
        ("AWS::Lambda::Url", json!({ "AuthType": "NONE" })),
        ("AWS::ApiGatewayV2::Route", json!({ "RouteKey": "GET /" })),
        ("AWS::RDS::DBInstance", json!({ "PubliclyAccessible": "true" })),
        ("AWS::S3::Bucket", json!({ "AccessControl": "PublicRead" })),
    ] {
        assert!(new(kind, properties).risk().broadening, "{kind}");
    }
    assert!(!new("AWS::Lambda::Url", json!({ "AuthType": "AWS_IAM" })).risk().broadening);
    assert!(!new("AWS::S3::Bucket", json!({})).risk().broadening);
    let block = json!({ "BlockPublicAcls": true, "BlockPublicPolicy": true, "IgnorePublicAcls": true, "RestrictPublicBuckets": true });
    let bucket = |properties: Json| json!({ "B": { "Type": "AWS::S3::Bucket", "Properties": properties } });
    let unblocked = diff(bucket(json!({ "PublicAccessBlockConfiguration": block })), bucket(json!({})));
    assert_eq!(unblocked.exposure.len(), 4);
}

#[test]
fn settings_that_keep_data_safe_are_watched() {
    let kinds = |kind: &str, old: Json, new: Json| {
        let of = |properties: Json| json!({ "X": { "Type": kind, "Properties": properties } });
        diff(of(old), of(new)).data.iter().map(|risk| risk.kind).collect::<Vec<_>>()
    };
    use RiskKind::{ProtectionOff, RecoveryOff, RetentionShortened};
    let stream = "AWS::Kinesis::Stream";
    assert_eq!(kinds(stream, json!({ "RetentionPeriodHours": 48 }), json!({})), [RetentionShortened]);
    assert_eq!(kinds(stream, json!({}), json!({ "RetentionPeriodHours": 48 })), []);
    let logs = "AWS::Logs::LogGroup";
    assert_eq!(kinds(logs, json!({}), json!({ "RetentionInDays": 7 })), [RetentionShortened]);
    assert_eq!(kinds(logs, json!({ "RetentionInDays": 7 }), json!({})), []);
    let table = "AWS::DynamoDB::Table";
    let on = json!({ "DeletionProtectionEnabled": true, "PointInTimeRecoverySpecification": { "PointInTimeRecoveryEnabled": true } });
    assert_eq!(kinds(table, on, json!({})), [ProtectionOff, RecoveryOff]);
    let bucket = "AWS::S3::Bucket";
    let rules = |days: i64| json!({ "LifecycleConfiguration": { "Rules": [{ "Id": "r", "Status": "Enabled", "ExpirationInDays": days }] } });
    assert_eq!(kinds(bucket, rules(30), rules(10)), [RetentionShortened]);
    assert_eq!(kinds(bucket, rules(10), rules(30)), []);
    assert_eq!(kinds(bucket, json!({}), rules(30)), [RetentionShortened]);
}

#[test]
fn a_weaker_removal_policy_is_a_risk() {
    let table = |policy: &str| json!({ "T": { "Type": "AWS::DynamoDB::Table", "DeletionPolicy": policy, "UpdateReplacePolicy": "Retain" } });
    let weaker = diff(table("Retain"), table("Delete"));
    assert_eq!(weaker.data[0].kind, RiskKind::RemovalPolicyWeakened);
    assert!(weaker.risk().destructive);
    assert!(!diff(table("Delete"), table("Retain")).risk().destructive);
}
