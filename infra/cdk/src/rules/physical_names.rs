//! No two resources have one name.

use std::collections::BTreeMap;

use super::{Findings, Rule, Subject};
use crate::Node;

pub(crate) static PHYSICAL_NAMES: Rule = Rule {
    id: "physical-names",
    summary: "No two resources of one type have the same name.",
    explanation: "The second of them fails when it is made, because its name is taken.",
    fix: "Leave the names out: CloudFormation makes up different ones. Or give each resource a name of its own.",
    page: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html",
    waivable: false,
    check,
};

/// Types with a name that has to be unique in its account and region, or in what another property names.
const NAMED: [(&str, &str, &str); 24] = [
    ("AWS::Athena::WorkGroup", "Name", ""),
    ("AWS::CloudWatch::Alarm", "AlarmName", ""),
    ("AWS::CloudWatch::Dashboard", "DashboardName", ""),
    ("AWS::DynamoDB::GlobalTable", "TableName", ""),
    ("AWS::DynamoDB::Table", "TableName", ""),
    ("AWS::Events::EventBus", "Name", ""),
    ("AWS::Events::Rule", "Name", "EventBusName"),
    ("AWS::IAM::Group", "GroupName", ""),
    ("AWS::IAM::ManagedPolicy", "ManagedPolicyName", "Path"),
    ("AWS::IAM::Role", "RoleName", ""),
    ("AWS::IAM::User", "UserName", ""),
    ("AWS::KMS::Alias", "AliasName", ""),
    ("AWS::Kinesis::Stream", "Name", ""),
    ("AWS::KinesisFirehose::DeliveryStream", "DeliveryStreamName", ""),
    ("AWS::Lambda::Function", "FunctionName", ""),
    ("AWS::Logs::LogGroup", "LogGroupName", ""),
    ("AWS::Pipes::Pipe", "Name", ""),
    ("AWS::S3::Bucket", "BucketName", ""),
    ("AWS::SNS::Topic", "TopicName", ""),
    ("AWS::SQS::Queue", "QueueName", ""),
    ("AWS::SSM::Parameter", "Name", ""),
    ("AWS::Scheduler::Schedule", "Name", "GroupName"),
    ("AWS::SecretsManager::Secret", "Name", ""),
    ("AWS::StepFunctions::StateMachine", "StateMachineName", ""),
];

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (r#type, property, scope) in NAMED {
        let mut taken = BTreeMap::new();
        for (id, resource) in subject.of_type(r#type) {
            let Some(name) = resource.property(property).and_then(Node::as_text) else { continue };
            // What exists under a condition only may never exist together.
            if resource.condition.is_some() {
                continue;
            }
            let within = resource.property(scope).map(|node| format!("{node:?}"));
            if let Some(other) = taken.insert((name, within), id) {
                let message = format!("its {property} `{name}` is also that of {other}");
                findings.add(id, message, PHYSICAL_NAMES.fix);
            }
        }
    }
}
