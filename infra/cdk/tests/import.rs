//! Templates from elsewhere: brought in whole, referred to with types, refused with the place of each mistake.

use cdk::aws::dynamodb::Table;
use cdk::aws::sqs::Queue;
use cdk::{ImportedTemplate, Stack, StackProps};
use serde_json::json;

const TEMPLATE: &str = "\
AWSTemplateFormatVersion: 2010-09-09
Description: Jobs, written by hand.
Parameters:
  Stage: {Type: String, Default: dev, AllowedValues: [dev, prod]}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Jobs:
    Type: AWS::SQS::Queue
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      QueueName: !Sub 'jobs-${Stage}'
      DelaySeconds: !If [IsProd, 60, 0]
  Policy:
    Type: AWS::SQS::QueuePolicy
    DependsOn: Jobs
    Properties:
      Queues: [!Ref Jobs]
      PolicyDocument:
        Version: 2012-10-17
        Statement: [{Effect: Deny, Principal: '*', Action: 'sqs:*', Resource: !GetAtt Jobs.Arn}]
Outputs:
  Url: {Value: !Ref Jobs, Export: {Name: jobs-url}}
";

fn read(text: &str) -> ImportedTemplate {
    ImportedTemplate::read("jobs.yaml", text.as_bytes()).unwrap()
}

fn refused(text: &str) -> String {
    ImportedTemplate::read("jobs.yaml", text.as_bytes()).unwrap_err().to_string()
}

#[test]
fn everything_of_the_template_is_taken_over() {
    let mut stack = Stack::new(StackProps::new("jobs"));
    stack.import_template(&read(TEMPLATE));
    let template = serde_json::to_value(stack.synthesize().unwrap().template).unwrap();
    let expected = json!({
        "Description": "Jobs, written by hand.",
        "Parameters": { "Stage": { "Type": "String", "Default": "dev", "AllowedValues": ["dev", "prod"] } },
        "Conditions": { "IsProd": { "Fn::Equals": [{ "Ref": "Stage" }, "prod"] } },
        "Resources": {
            "Jobs": {
                "Type": "AWS::SQS::Queue",
                "DeletionPolicy": "Retain",
                "UpdateReplacePolicy": "Retain",
                "Properties": {
                    "QueueName": { "Fn::Sub": "jobs-${Stage}" },
                    "DelaySeconds": { "Fn::If": ["IsProd", 60, 0] },
                },
            },
            "Policy": {
                "Type": "AWS::SQS::QueuePolicy",
                "DependsOn": ["Jobs"],
                "Properties": {
                    "Queues": [{ "Ref": "Jobs" }],
                    "PolicyDocument": {
                        "Version": "2012-10-17",
                        "Statement": [{
                            "Effect": "Deny",
                            "Principal": "*",
                            "Action": "sqs:*",
                            "Resource": { "Fn::GetAtt": ["Jobs", "Arn"] },
                        }],
                    },
                },
            },
        },
        "Outputs": { "Url": { "Value": { "Ref": "Jobs" }, "Export": { "Name": "jobs-url" } } },
    });
    assert_eq!(template, expected);
}

#[test]
fn what_was_imported_is_referred_to_with_types() {
    let mut stack = Stack::new(StackProps::new("jobs"));
    let imported = stack.import_template(&read(TEMPLATE));
    let jobs = imported.resource::<Queue>("Jobs").unwrap();
    stack.edit(&jobs, |queue| queue.message_retention_period(600));
    stack.output("JobsArn", "The queue of jobs.", jobs.arn());
    stack.output("Stage", "Which one.", imported.parameter("Stage").unwrap());
    let template = serde_json::to_value(stack.synthesize().unwrap().template).unwrap();
    assert_eq!(template["Resources"]["Jobs"]["Properties"]["MessageRetentionPeriod"], 600);
    assert_eq!(template["Outputs"]["JobsArn"]["Value"], json!({ "Fn::GetAtt": ["Jobs", "Arn"] }));
    assert_eq!(template["Outputs"]["Stage"]["Value"], json!({ "Ref": "Stage" }));
}

#[test]
fn another_type_or_name_is_an_error_that_says_what_there_is() {
    let mut stack = Stack::new(StackProps::new("jobs"));
    let imported = stack.import_template(&read(TEMPLATE));
    let error = imported.resource::<Table>("Jobs").unwrap_err().to_string();
    assert_eq!(
        error,
        "Jobs of jobs.yaml is an AWS::SQS::Queue, not an AWS::DynamoDB::Table; ask for it by its own type"
    );
    let error = imported.resource::<Queue>("Job").unwrap_err().to_string();
    assert_eq!(error, "jobs.yaml has no resource Job; it has Jobs, Policy");
    let error = imported.parameter("Stag").unwrap_err().to_string();
    assert_eq!(error, "jobs.yaml has no parameter Stag; it has Stage");
}

#[test]
fn every_property_that_the_schema_forbids_is_named_with_its_place() {
    let text = TEMPLATE
        .replace("!If [IsProd, 60, 0]", "!If [IsProd, 901, 0]")
        .replace("QueueName:", "QueName:")
        .replace("DeletionPolicy: Retain\n    Up", "DeletionPolicy: Keep\n    Up");
    assert_eq!(
        refused(&text),
        "jobs.yaml:10:21: \"Keep\" is no DeletionPolicy; use one of Delete, Retain, RetainExceptOnCreate, Snapshot\n\
         jobs.yaml:13:16: QueName of AWS::SQS::Queue: there is no such property; did you mean QueueName?\n\
         jobs.yaml:14:21: DelaySeconds of AWS::SQS::Queue: 901 is out of range; use a whole number from 0 to 900"
    );
    assert_eq!(
        refused("Resources: {A: {Type: AWS::Not::There}}"),
        "jobs.yaml:1:23: the type \"AWS::Not::There\" is not known, so its properties cannot be checked; \
         turn on the feature of its service"
    );
}

#[test]
fn a_parameter_needs_a_type_that_is_text() {
    assert_eq!(
        refused("Parameters: {A: {Type: [String]}, B: {Default: 1}}\nResources: {Q: {Type: AWS::SQS::Queue}}"),
        "jobs.yaml:1:24: Type of the parameter A must be a text; write a text here, or delete it\n\
         jobs.yaml:1:38: Type of the parameter B must be a text; write a text here, or delete it"
    );
}

#[test]
fn a_mistake_that_shows_in_the_whole_stack_names_the_place_in_the_template() {
    let mut stack = Stack::new(StackProps::new("jobs"));
    stack.import_template(&read(&TEMPLATE.replace("[!Ref Jobs]", "[!Ref Job]")));
    let error = stack.synthesize().unwrap_err().to_string();
    assert!(error.contains("jobs/Policy (infra/cdk/tests/import.rs:"), "{error}");
    assert!(error.contains(", imported from jobs.yaml:16:5): it refers to Job, which is not in the stack"), "{error}");
}

#[test]
fn a_circle_of_references_is_drawn() {
    let queue = "{Type: AWS::SQS::Queue, Properties: {QueueName: !GetAtt";
    let text = format!("Resources: {{A: {queue} B.QueueUrl}}}}, B: {queue} A.QueueUrl}}}}}}");
    let mut stack = Stack::new(StackProps::new("jobs"));
    stack.import_template(&read(&text));
    let error = stack.synthesize().unwrap_err().to_string();
    assert!(error.contains("it is part of a circle of references:\n    A -> B  (property QueueName)"), "{error}");
    assert!(error.contains("help: cut A -> B (property QueueName)"), "{error}");
}
