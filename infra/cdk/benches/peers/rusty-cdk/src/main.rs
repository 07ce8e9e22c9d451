//! Services of ten resources each with `rusty-cdk`: `rusty-cdk-services STACKS SERVICES FOLDER`, so many services in each
//! of so many stacks. The twin of `ours/src/bin/services.rs`: of its kinds of resources, what both libraries can express.

use std::path::Path;

use rusty_cdk::cloudwatch_logs::LogGroupBuilder;
use rusty_cdk::dynamodb::{AttributeType, Key, TableBuilder};
use rusty_cdk::iam::{
    AssumeRolePolicyDocumentBuilder, Effect, PolicyBuilder, PolicyDocument, PolicyDocumentBuilder, PrincipalBuilder,
    RoleBuilder, RolePropertiesBuilder, StatementBuilder,
};
use rusty_cdk::s3::{
    BucketBuilder, BucketPolicyBuilder, Encryption, PublicAccessBlockConfigurationBuilder, VersioningConfiguration,
};
use rusty_cdk::shared::{DeletionPolicy, UpdateReplacePolicy};
use rusty_cdk::sqs::{QueueBuilder, QueueRef};
use rusty_cdk::stack::StackBuilder;
use rusty_cdk::wrappers::{
    IamAction, MessageRetentionPeriod, PolicyName, RetentionInDays, StringWithOnlyAlphaNumericsAndUnderscores,
    VisibilityTimeout,
};
use rusty_cdk::{
    iam_action, message_retention_period, policy_name, string_with_only_alphanumerics_and_underscores,
    visibility_timeout,
};
use serde_json::{Value, json};

fn main() {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let [stacks, services, folder] = arguments.as_slice() else {
        eprintln!("usage: rusty-cdk-services STACKS SERVICES FOLDER");
        std::process::exit(2);
    };
    let number = |text: &str| text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
    let (stacks, services): (usize, usize) = (number(stacks), number(services));
    let folder = Path::new(folder);
    std::fs::create_dir_all(folder).unwrap_or_else(|error| panic!("{error}"));
    for name in 0..stacks {
        let mut stack = StackBuilder::new();
        for service in 0..services {
            add_service(&mut stack, service);
        }
        let stack = stack.build().unwrap_or_else(|error| panic!("{error}"));
        let template = stack.synth().unwrap_or_else(|error| panic!("{error}"));
        let file = folder.join(format!("Stack{name}.template.json"));
        std::fs::write(file, template).unwrap_or_else(|error| panic!("{error}"));
    }
}

fn add_service(stack: &mut StackBuilder, service: usize) {
    let id = |name: &str| format!("{name}{service}");
    let key = |name| Key::new(name, AttributeType::String);
    let table = TableBuilder::new(&id("Table"), key(string_with_only_alphanumerics_and_underscores!("id")))
        .sort_key(Key::new(string_with_only_alphanumerics_and_underscores!("version"), AttributeType::Number))
        .update_replace_and_deletion_policy(UpdateReplacePolicy::Retain, DeletionPolicy::RetainExceptOnCreate)
        .pay_per_request_billing()
        .build(stack);
    queue(stack, &id("DeadLetters"));
    let queue = queue(stack, &id("Queue"));
    let access = PublicAccessBlockConfigurationBuilder::new()
        .block_public_acls(true)
        .block_public_policy(true)
        .ignore_public_acls(true)
        .restrict_public_buckets(true)
        .build();
    let bucket = BucketBuilder::new(&id("Bucket"))
        .encryption(Encryption::S3Managed)
        .public_access_block_configuration(access)
        .versioning_configuration(VersioningConfiguration::Enabled)
        .update_replace_and_deletion_policy(UpdateReplacePolicy::Retain, DeletionPolicy::RetainExceptOnCreate)
        .build(stack);
    let objects = json!({ "Fn::Join": ["", [bucket.get_arn(), "/*"]] });
    let policy = tls_only(iam_action!("s3:*"), Some(vec![bucket.get_arn(), objects.clone()]));
    BucketPolicyBuilder::new(&id("BucketPolicy"), &bucket, policy).build(stack);
    for name in ["Logs", "Audit"] {
        LogGroupBuilder::new(&id(name)).log_group_retention(RetentionInDays(30)).build(stack);
    }

    let allow = |actions, resource| StatementBuilder::new(actions, Effect::Allow).resources(vec![resource]).build();
    let statements = vec![
        allow(vec![iam_action!("dynamodb:GetItem"), iam_action!("dynamodb:PutItem")], table.get_arn()),
        allow(vec![iam_action!("sqs:DeleteMessage"), iam_action!("sqs:ReceiveMessage")], queue.get_arn()),
        allow(vec![iam_action!("s3:GetObject")], objects),
    ];
    let contract = PolicyBuilder::new(policy_name!("Contract"), PolicyDocumentBuilder::new(statements).build()).build();
    let trust = StatementBuilder::new(vec![iam_action!("sts:AssumeRole")], Effect::Allow)
        .principal(PrincipalBuilder::new().service("lambda.amazonaws.com").build())
        .build();
    let trust = AssumeRolePolicyDocumentBuilder::new(vec![trust]).build();
    let role = RolePropertiesBuilder::new(trust, Vec::new()).policies(vec![contract]).build();
    RoleBuilder::new(&id("Role"), role).build(stack);
}

fn queue(stack: &mut StackBuilder, id: &str) -> QueueRef {
    QueueBuilder::new(id)
        .fifo_queue()
        .content_based_deduplication(false)
        .high_throughput_fifo()
        .message_retention_period(message_retention_period!(1_209_600))
        .visibility_timeout(visibility_timeout!(360))
        .sqs_managed_sse_enabled(true)
        .queue_policy(tls_only(iam_action!("sqs:*"), None))
        .build(stack)
}

fn tls_only(action: IamAction, resources: Option<Vec<Value>>) -> PolicyDocument {
    let statement = StatementBuilder::new(vec![action], Effect::Deny)
        .principal(PrincipalBuilder::new().normal("*").build())
        .condition(json!({ "Bool": { "aws:SecureTransport": "false" } }));
    let statement = match resources {
        Some(resources) => statement.resources(resources),
        None => statement,
    };
    PolicyDocumentBuilder::new(vec![statement.build()]).build()
}
