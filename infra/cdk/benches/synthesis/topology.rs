//! Topologies of any size: services of ten resources each, with the properties and references that real ones have.

use cdk::aws::dynamodb::table::{
    AttributeDefinition, AttributeType, BillingMode, KeySchemaItem, PointInTimeRecoverySpecification, SseSpecification,
    StreamSpecification, StreamViewType,
};
use cdk::aws::iam::role::Policy;
use cdk::aws::lambda::event_source_mapping::{FunctionResponseTypes, ScalingConfig};
use cdk::aws::lambda::function::{Architectures, Code, Environment, LogFormat, LoggingConfig, Runtime};
use cdk::aws::s3::bucket::{
    BucketEncryption, PublicAccessBlockConfiguration, ServerSideEncryptionByDefault, ServerSideEncryptionRule,
    SseAlgorithm, VersioningConfiguration, VersioningConfigurationStatus,
};
use cdk::aws::{dynamodb, iam, lambda, logs, s3, sqs};
use cdk::{
    App, CloudAssembly, ConstructPath, Definition, PolicyDocument, RemovalPolicy, Stack, StackProps, Statement, Value,
};
use serde_json::{Value as Json, json};

/// How many resources a service has.
const SERVICE: usize = 10;

/// The most resources that CloudFormation takes in one stack.
const STACK: usize = 500;

/// As few stacks as can hold `resources`.
pub fn app(resources: usize) -> App {
    let mut app = App::new();
    for first in (0..resources).step_by(STACK) {
        app.stack(stack(first / STACK, STACK.min(resources - first)));
    }
    app
}

/// The assembly of an app.
pub fn synthesized(app: App) -> CloudAssembly {
    app.synthesize().expect("the topology has no mistake")
}

/// The template of so many resources, which fit in one stack.
pub fn template(resources: usize) -> Json {
    let assembly = synthesized(app(resources));
    serde_json::to_value(&assembly.stacks.first().expect("there is one stack").template).expect("a template is JSON")
}

/// The same template with a change in every resource.
pub fn changed(mut template: Json) -> Json {
    let resources = template["Resources"].as_object_mut().expect("the template has resources");
    resources.values_mut().for_each(|resource| resource["Metadata"] = json!({ "note": "new" }));
    template
}

/// The stack of this number.
pub fn stack(number: usize, resources: usize) -> Stack {
    assert!(resources.is_multiple_of(SERVICE), "a service has {SERVICE} resources");
    let mut stack = Stack::new(StackProps::new(format!("stack-{number}")));
    for service in 0..resources / SERVICE {
        add_service(&mut stack, &ConstructPath::new(format!("Service{service}")));
    }
    stack
}

fn add_service(stack: &mut Stack, path: &ConstructPath) {
    let table = stack.add(&path.child("Table"), Definition::stateful(table(), RemovalPolicy::Retain));
    let queue = stack.add(&path.child("Queue"), Definition::stateful(queue(), RemovalPolicy::Retain));
    let tls = PolicyDocument::new([Statement::tls_only("sqs:*", [queue.arn().text()])]);
    stack.add(&path.child("QueuePolicy"), Definition::new(sqs::QueuePolicy::new(tls, [queue.reference()])));
    let bucket = stack.add(&path.child("Bucket"), Definition::stateful(bucket(), RemovalPolicy::Retain));
    let objects = [bucket.arn().text(), bucket.arn().with_suffix("/*")];
    let tls = PolicyDocument::new([Statement::tls_only("s3:*", objects)]);
    stack.add(&path.child("BucketPolicy"), Definition::new(s3::BucketPolicy::new(bucket.reference(), tls)));

    let log_group = logs::LogGroup::new().retention_in_days(30);
    let logs = stack.add(&path.child("Logs"), Definition::stateful(log_group, RemovalPolicy::Delete));
    let statements = [
        Statement::allow("WriteLogs", ["logs:CreateLogStream", "logs:PutLogEvents"], [logs.arn().text()]),
        Statement::allow("Table", ["dynamodb:GetItem", "dynamodb:PutItem"], [table.arn().text()]),
        Statement::allow("Changes", ["dynamodb:GetRecords", "dynamodb:GetShardIterator"], [table.stream_arn()]),
        Statement::allow("Queue", ["sqs:DeleteMessage", "sqs:ReceiveMessage"], [queue.arn().text()]),
        Statement::allow("Bucket", ["s3:GetObject"], [bucket.arn().with_suffix("/*")]),
    ];
    let trust = PolicyDocument::new([Statement::assumed_by("lambda.amazonaws.com")]);
    let role = iam::Role::new(trust)
        .description("What the function may do.")
        .policies([Policy::new(PolicyDocument::new(statements), "Contract")]);
    let role = stack.add(&path.child("Role"), Definition::new(role));
    let variables: [(&'static str, Value<String>); 3] = [
        ("TABLE", table.reference().text()),
        ("QUEUE", queue.reference().text()),
        ("BUCKET", bucket.reference().text()),
    ];
    let function = lambda::Function::new(Code::new().s3_bucket("code-of-functions").s3_key("function.zip"), role.arn())
        .description("Handles what happens.")
        .architectures([Architectures::Arm64])
        .runtime(Runtime::ProvidedAl2023)
        .handler("bootstrap")
        .memory_size(256)
        .timeout(30)
        .environment(Environment::new().variables(variables))
        .logging_config(LoggingConfig::new().log_format(LogFormat::Json).log_group(logs.reference()));
    let function = stack.add(&path.child("Function"), Definition::new(function));

    let mapping = |source: Value<String>| {
        lambda::EventSourceMapping::new(function.reference())
            .event_source_arn(source)
            .batch_size(10)
            .function_response_types([FunctionResponseTypes::ReportBatchItemFailures])
    };
    let messages = mapping(queue.arn().text()).scaling_config(ScalingConfig::new().maximum_concurrency(10));
    stack.add(&path.child("Messages"), Definition::new(messages));
    let changes = mapping(table.stream_arn()).starting_position("TRIM_HORIZON").maximum_retry_attempts(100);
    stack.add(&path.child("Changes"), Definition::new(changes));
}

fn table() -> dynamodb::Table {
    let recovery = PointInTimeRecoverySpecification::new().point_in_time_recovery_enabled(true);
    dynamodb::Table::new([KeySchemaItem::new("id", "HASH"), KeySchemaItem::new("version", "RANGE")])
        .attribute_definitions([
            AttributeDefinition::new("id", AttributeType::S),
            AttributeDefinition::new("version", AttributeType::N),
        ])
        .billing_mode(BillingMode::PayPerRequest)
        .point_in_time_recovery_specification(recovery)
        .sse_specification(SseSpecification::new(true))
        .stream_specification(StreamSpecification::new(StreamViewType::NewImage))
}

fn queue() -> sqs::Queue {
    sqs::Queue::new()
        .fifo_queue(true)
        .content_based_deduplication(false)
        .deduplication_scope("messageGroup")
        .fifo_throughput_limit("perMessageGroupId")
        .message_retention_period(1_209_600)
        .visibility_timeout(180)
        .sqs_managed_sse_enabled(true)
}

fn bucket() -> s3::Bucket {
    let encryption = ServerSideEncryptionByDefault::new(SseAlgorithm::Aes256);
    let encryption = ServerSideEncryptionRule::new().server_side_encryption_by_default(encryption);
    s3::Bucket::new()
        .bucket_encryption(BucketEncryption::new([encryption]))
        .public_access_block_configuration(
            PublicAccessBlockConfiguration::new()
                .block_public_acls(true)
                .block_public_policy(true)
                .ignore_public_acls(true)
                .restrict_public_buckets(true),
        )
        .versioning_configuration(VersioningConfiguration::new(VersioningConfigurationStatus::Enabled))
}
