//! The shop's kinds of resources, 30 in a copy: `shop STACKS COPIES FOLDER`, so many copies in each of so many stacks. The
//! twin of `aws-cdk-lib/shop.js`.

use cdk::aws::dynamodb::table::{
    AttributeDefinition, AttributeType, BillingMode, KeySchemaItem, PointInTimeRecoverySpecification, SseSpecification,
    StreamSpecification, StreamViewType,
};
use cdk::aws::iam::role::Policy;
use cdk::aws::kinesis::stream::{EncryptionType, StreamEncryption, StreamMode, StreamModeDetails};
use cdk::aws::lambda::event_source_mapping::{DestinationConfig, FunctionResponseTypes, OnFailure, ScalingConfig};
use cdk::aws::lambda::function::{Architectures, Code, Environment, LogFormat, LoggingConfig, Runtime};
use cdk::aws::s3::bucket::{
    BucketEncryption, PublicAccessBlockConfiguration, ServerSideEncryptionByDefault, ServerSideEncryptionRule,
    SseAlgorithm, VersioningConfiguration, VersioningConfigurationStatus,
};
use cdk::aws::{dynamodb, iam, kinesis, lambda, logs, s3, sqs};
use cdk::{ConstructPath, Definition, PolicyDocument, RemovalPolicy, Resource, Stack, Statement, Value};
use serde_json::json;

type Variables<const N: usize> = [(&'static str, Value<String>); N];

fn main() {
    ours::main(shop);
}

fn table(stack: &mut Stack, id: String, stream: bool) -> Resource<dynamodb::Table> {
    let recovery = PointInTimeRecoverySpecification::new().point_in_time_recovery_enabled(true);
    let mut table = dynamodb::Table::new([KeySchemaItem::new("id", "HASH"), KeySchemaItem::new("version", "RANGE")])
        .attribute_definitions([
            AttributeDefinition::new("id", AttributeType::S),
            AttributeDefinition::new("version", AttributeType::N),
        ])
        .billing_mode(BillingMode::PayPerRequest)
        .point_in_time_recovery_specification(recovery)
        .sse_specification(SseSpecification::new(true));
    if stream {
        table = table.stream_specification(StreamSpecification::new(StreamViewType::NewImage));
    }
    stack.add(&id.into(), Definition::stateful(table, RemovalPolicy::Retain))
}

fn bucket(stack: &mut Stack, id: String) -> Resource<s3::Bucket> {
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
    let path = ConstructPath::from(id);
    let bucket = stack.add(&path, Definition::stateful(bucket, RemovalPolicy::Retain));
    let policy = Statement::tls_only("s3:*", [bucket.arn().text(), objects(&bucket)]);
    let policy = s3::BucketPolicy::new(bucket.reference(), PolicyDocument::new([policy]));
    stack.add(&path.child("Policy"), Definition::new(policy));
    bucket
}

fn objects(bucket: &Resource<s3::Bucket>) -> Value<String> {
    bucket.arn().with_suffix("/*")
}

fn queue(stack: &mut Stack, id: String, dead_letters: Option<&Resource<sqs::Queue>>) -> Resource<sqs::Queue> {
    let mut queue = sqs::Queue::new()
        .fifo_queue(true)
        .content_based_deduplication(false)
        .deduplication_scope("messageGroup")
        .fifo_throughput_limit("perMessageGroupId")
        .message_retention_period(1_209_600)
        .visibility_timeout(360)
        .sqs_managed_sse_enabled(true);
    if let Some(dead_letters) = dead_letters {
        queue = queue.redrive_policy(json!({ "deadLetterTargetArn": dead_letters.arn(), "maxReceiveCount": 5 }));
    }
    let path = ConstructPath::from(id);
    let queue = stack.add(&path, Definition::new(queue));
    let policy = PolicyDocument::new([Statement::tls_only("sqs:*", [queue.arn().text()])]);
    stack.add(&path.child("Policy"), Definition::new(sqs::QueuePolicy::new(policy, [queue.reference()])));
    queue
}

/// A function with its log group and its role, which may do what `grants` says.
fn function<const N: usize>(
    stack: &mut Stack,
    id: String,
    variables: Variables<N>,
    grants: impl IntoIterator<Item = Statement>,
) -> Resource<lambda::Function> {
    let path = ConstructPath::from(id);
    let logs = stack.add(&path.child("Logs"), Definition::new(logs::LogGroup::new().retention_in_days(30)));
    let write = Statement::allow("WriteLogs", ["logs:CreateLogStream", "logs:PutLogEvents"], [logs.arn().text()]);
    let statements = PolicyDocument::new([write].into_iter().chain(grants));
    let role = iam::Role::new(PolicyDocument::new([Statement::assumed_by("lambda.amazonaws.com")]))
        .description(format!("What the function {path} may do."))
        .policies([Policy::new(statements, "Contract")]);
    let role = stack.add(&path.child("Role"), Definition::new(role));
    let function = lambda::Function::new(Code::new().s3_bucket("code-of-functions").s3_key("function.zip"), role.arn())
        .description(format!("The function {path}."))
        .architectures([Architectures::Arm64])
        .runtime(Runtime::ProvidedAl2023)
        .handler("bootstrap")
        .memory_size(256)
        .timeout(60)
        .environment(Environment::new().variables(variables))
        .logging_config(LoggingConfig::new().log_format(LogFormat::Json).log_group(logs.reference()));
    stack.add(&path, Definition::new(function))
}

fn shop(stack: &mut Stack, copy: usize) {
    let id = |name: &str| format!("{name}{copy}");
    let carts = table(stack, id("Carts"), true);
    let related = table(stack, id("Related"), false);
    let stream = kinesis::Stream::new()
        .stream_mode_details(StreamModeDetails::new(StreamMode::OnDemand))
        .retention_period_hours(168)
        .stream_encryption(StreamEncryption::new(EncryptionType::Kms, "alias/aws/kinesis"));
    let events = stack.add(&id("Events").into(), Definition::stateful(stream, RemovalPolicy::Retain));
    let failures = bucket(stack, id("Failures"));
    let archive = bucket(stack, id("Archive"));
    let dead_letters = queue(stack, id("DeadLetters"), None);
    let replays = queue(stack, id("Replays"), Some(&dead_letters));

    let allow = |name: &str, actions: &[&'static str], resource: Value<String>| {
        Statement::allow(name, actions.iter().copied(), [resource])
    };
    let keep = allow("KeepFailures", &["s3:PutObject"], objects(&failures));
    let read = ["kinesis:DescribeStream", "kinesis:GetRecords", "kinesis:GetShardIterator"];
    let read = allow("ReadEvents", &read, events.arn().text());
    let append = allow("Carts", &["dynamodb:PutItem", "dynamodb:Query"], carts.arn().text());
    let changes = ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"];
    let changes = allow("ReadCarts", &changes, carts.stream_arn());
    let receive = ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"];
    let receive = allow("ReceiveReplays", &receive, replays.arn().text());
    let put = allow("Events", &["kinesis:PutRecords"], events.arn().text());
    let store = allow("Archive", &["s3:PutObject"], objects(&archive));
    let count = allow("Related", &["dynamodb:UpdateItem"], related.arn().text());
    let history = allow("Archive", &["s3:GetObject"], objects(&archive));
    let send = allow("Replays", &["sqs:SendMessage"], replays.arn().text());

    let carts_name = [("CARTS", carts.reference().text())];
    let archive_name = || ("ARCHIVE", archive.reference().text());
    function(stack, id("Cart"), carts_name, [append]);
    let publish = function(stack, id("Publish"), [("EVENTS", events.reference().text())], [put, changes, keep.clone()]);
    let archiver = function(stack, id("Archiver"), [archive_name()], [store, read.clone(), keep.clone()]);
    let related_name = [("RELATED", related.reference().text())];
    let relating = function(stack, id("Relating"), related_name, [count, read, receive, keep]);
    let replay = [archive_name(), ("REPLAYS", replays.reference().text())];
    function(stack, id("Replay"), replay, [history, send]);

    let mapping = |function: &Resource<lambda::Function>, source: Value<String>| {
        lambda::EventSourceMapping::new(function.reference())
            .event_source_arn(source)
            .function_response_types([FunctionResponseTypes::ReportBatchItemFailures])
    };
    let ordered = |function: &Resource<lambda::Function>, source: Value<String>| {
        mapping(function, source)
            .batch_size(100)
            .starting_position("TRIM_HORIZON")
            .bisect_batch_on_function_error(true)
            .maximum_retry_attempts(10_000)
            .maximum_record_age_in_seconds(72_000)
            .destination_config(
                DestinationConfig::new().on_failure(OnFailure::new().destination(failures.arn().text())),
            )
    };
    let messages = mapping(&relating, replays.arn().text())
        .batch_size(10)
        .scaling_config(ScalingConfig::new().maximum_concurrency(10));
    let mappings = [
        ("PublishFromCarts", ordered(&publish, carts.stream_arn())),
        ("ArchiverFromEvents", ordered(&archiver, events.arn().text())),
        ("RelatingFromEvents", ordered(&relating, events.arn().text())),
        ("RelatingFromReplays", messages),
    ];
    for (name, mapping) in mappings {
        stack.add(&id(name).into(), Definition::new(mapping));
    }
}
