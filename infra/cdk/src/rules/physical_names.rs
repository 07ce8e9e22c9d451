//! No two resources have one name.

use std::collections::BTreeMap;

use super::{Findings, Rule, Subject};
use crate::{LogicalId, Node};

pub(crate) static PHYSICAL_NAMES: Rule = Rule {
    id: "physical-names",
    summary: "No two resources of a type have the same name of their own.",
    explanation: "The service refuses the second one, after the first was made.",
    fix: "Leave the names out, so that CloudFormation makes them, or tell them apart.",
    page: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html",
    waivable: false,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let mut first: BTreeMap<(&str, &str), &LogicalId> = BTreeMap::new();
    for (id, resource) in &subject.template.resources {
        let Some(property) = name_property(&resource.r#type) else { continue };
        let Some(name) = resource.property(property).and_then(Node::as_text) else { continue };
        match first.get(&(&*resource.r#type, name)) {
            Some(other) => {
                let message = format!("{other} is an {} with the name `{name}`, too", resource.r#type);
                findings.add(id, message, PHYSICAL_NAMES.fix);
            }
            None => {
                first.insert((&resource.r#type, name), id);
            }
        }
    }
}

/// The property by which a type of resource is named within an account and region.
fn name_property(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "AWS::CloudWatch::Alarm" => "AlarmName",
        "AWS::CloudWatch::Dashboard" => "DashboardName",
        "AWS::DynamoDB::Table" | "AWS::DynamoDB::GlobalTable" => "TableName",
        "AWS::IAM::ManagedPolicy" => "ManagedPolicyName",
        "AWS::IAM::Role" => "RoleName",
        "AWS::IAM::User" => "UserName",
        "AWS::KMS::Alias" => "AliasName",
        "AWS::Kinesis::Stream" | "AWS::SSM::Parameter" | "AWS::SecretsManager::Secret" => "Name",
        "AWS::KinesisFirehose::DeliveryStream" => "DeliveryStreamName",
        "AWS::Lambda::Function" => "FunctionName",
        "AWS::Logs::LogGroup" => "LogGroupName",
        "AWS::S3::Bucket" => "BucketName",
        "AWS::SNS::Topic" => "TopicName",
        "AWS::SQS::Queue" => "QueueName",
        "AWS::StepFunctions::StateMachine" => "StateMachineName",
        _ => return None,
    })
}
