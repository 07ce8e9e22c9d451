//! Services of ten resources each: `services STACKS SERVICES FOLDER`, so many services in each of so many stacks. The twin of
//! `rusty-cdk/src/main.rs`: of the shop's kinds of resources, what both libraries can express.

use cdk::aws::dynamodb::table::{AttributeDefinition, AttributeType, BillingMode, KeySchemaItem};
use cdk::aws::iam::role::Policy;
use cdk::aws::s3::bucket::{
    BucketEncryption, PublicAccessBlockConfiguration, ServerSideEncryptionByDefault, ServerSideEncryptionRule,
    SseAlgorithm, VersioningConfiguration, VersioningConfigurationStatus,
};
use cdk::aws::{dynamodb, iam, logs, s3, sqs};
use cdk::{ConstructPath, Definition, PolicyDocument, RemovalPolicy, Resource, Stack, Statement};

fn main() {
    ours::main(add_service);
}

fn add_service(stack: &mut Stack, service: usize) {
    let id = |name: &str| ConstructPath::from(format!("{name}{service}"));
    let table = dynamodb::Table::new([KeySchemaItem::new("id", "HASH"), KeySchemaItem::new("version", "RANGE")])
        .attribute_definitions([
            AttributeDefinition::new("id", AttributeType::S),
            AttributeDefinition::new("version", AttributeType::N),
        ])
        .billing_mode(BillingMode::PayPerRequest);
    let table = stack.add(&id("Table"), Definition::stateful(table, RemovalPolicy::Retain));
    queue(stack, &id("DeadLetters"));
    let queue = queue(stack, &id("Queue"));
    let bucket = bucket(stack, &id("Bucket"));
    for name in ["Logs", "Audit"] {
        stack.add(&id(name), Definition::new(logs::LogGroup::new().retention_in_days(30)));
    }

    let statements = [
        Statement::allow("Table", ["dynamodb:GetItem", "dynamodb:PutItem"], [table.arn().text()]),
        Statement::allow("Queue", ["sqs:DeleteMessage", "sqs:ReceiveMessage"], [queue.arn().text()]),
        Statement::allow("Bucket", ["s3:GetObject"], [bucket.arn().with_suffix("/*")]),
    ];
    let role = iam::Role::new(PolicyDocument::new([Statement::assumed_by("lambda.amazonaws.com")]))
        .policies([Policy::new(PolicyDocument::new(statements), "Contract")]);
    stack.add(&id("Role"), Definition::new(role));
}

fn queue(stack: &mut Stack, path: &ConstructPath) -> Resource<sqs::Queue> {
    let queue = sqs::Queue::new()
        .fifo_queue(true)
        .content_based_deduplication(false)
        .deduplication_scope("messageGroup")
        .fifo_throughput_limit("perMessageGroupId")
        .message_retention_period(1_209_600)
        .visibility_timeout(360)
        .sqs_managed_sse_enabled(true);
    let queue = stack.add(path, Definition::new(queue));
    let policy = PolicyDocument::new([Statement::tls_only("sqs:*", [queue.arn().text()])]);
    stack.add(&path.child("Policy"), Definition::new(sqs::QueuePolicy::new(policy, [queue.reference()])));
    queue
}

fn bucket(stack: &mut Stack, path: &ConstructPath) -> Resource<s3::Bucket> {
    let encryption = ServerSideEncryptionByDefault::new(SseAlgorithm::Aes256);
    let encryption = ServerSideEncryptionRule::new().server_side_encryption_by_default(encryption);
    let bucket = s3::Bucket::new()
        .bucket_encryption(BucketEncryption::new([encryption]))
        .public_access_block_configuration(
            PublicAccessBlockConfiguration::new()
                .block_public_acls(true)
                .block_public_policy(true)
                .ignore_public_acls(true)
                .restrict_public_buckets(true),
        )
        .versioning_configuration(VersioningConfiguration::new(VersioningConfigurationStatus::Enabled));
    let bucket = stack.add(path, Definition::stateful(bucket, RemovalPolicy::Retain));
    let policy = Statement::tls_only("s3:*", [bucket.arn().text(), bucket.arn().with_suffix("/*")]);
    let policy = s3::BucketPolicy::new(bucket.reference(), PolicyDocument::new([policy]));
    stack.add(&path.child("Policy"), Definition::new(policy));
    bucket
}
