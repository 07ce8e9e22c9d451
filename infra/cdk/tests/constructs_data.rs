//! The constructs that hold data: what each option becomes in the template, and what grants on them allow.

mod support;

use cdk::assertions::{Assertions, absent, exactly, list, list_with, pattern};
use cdk::aws::dynamodb::table::StreamViewType;
use cdk::aws::s3::bucket::{AllowedMethods, ObjectOwnership, StorageClass};
use cdk::constructs::*;
use cdk::*;
use contract::{Contract, Invocation, ItemChanges, Link, Phase, StandardQueueMessages, StreamRecords};
use serde_json::json;
use support::{
    Order, bucket, function_props, queue, queue_props, stack, standard_queue, standard_queue_props, stream,
    stream_mapping, table_settings,
};

fn assertions(stack: Stack) -> Assertions {
    Assertions::of(&stack.synthesize().unwrap_or_else(|errors| panic!("{errors}")).template)
}

fn messages(stack: Stack) -> String {
    stack.synthesize().expect_err("the stack has a mistake").to_string()
}

/// The only resource of a type, with exactly these properties.
#[track_caller]
fn only(assertions: &Assertions, kind: &str, properties: serde_json::Value) {
    assertions.resource_count(kind, 1);
    assertions.has_resource(kind, exactly(properties));
}

fn statements(granted: Vec<Statement>) -> serde_json::Value {
    let policy = serde_json::to_value(Node::from(PolicyDocument::new(granted))).unwrap();
    policy["Statement"].clone()
}

const KEY: &str = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

fn key() -> Option<Value<String>> {
    Some(KEY.into())
}

fn keyed(settings: TableSettings) -> TableProps {
    TableProps::new(Attribute::string("id"), settings)
}

fn provisioned() -> TableSettings {
    let capacity =
        Capacity::Provisioned { read: literal!(CapacityUnits::units(5)), write: literal!(CapacityUnits::units(2)) };
    TableSettings { capacity, ..table_settings() }
}

#[test]
fn a_table_is_encrypted_restorable_and_on_demand_unless_something_else_is_said() {
    let mut stack = stack();
    let orders = Table::<Order>::new(&mut stack, "Orders", keyed(TableSettings::new(RemovalPolicy::Retain)));
    assert_eq!(orders.resource().logical_id().as_str(), "Orders");
    let expected = json!({
        "AttributeDefinitions": [{ "AttributeName": "id", "AttributeType": "S" }],
        "BillingMode": "PAY_PER_REQUEST",
        "DeletionProtectionEnabled": true,
        "KeySchema": [{ "AttributeName": "id", "KeyType": "HASH" }],
        "PointInTimeRecoverySpecification": { "PointInTimeRecoveryEnabled": true },
        "SSESpecification": { "SSEEnabled": true },
    });
    only(&assertions(stack), "AWS::DynamoDB::Table", expected);
}

#[test]
fn each_option_of_a_table_is_in_the_template() {
    let mut stack = stack();
    let settings = TableSettings {
        point_in_time_recovery: true,
        recovery_period: Some(literal!(RecoveryPeriod::days(7))),
        capacity: Capacity::OnDemandUpTo {
            read: literal!(CapacityUnits::units(100)),
            write: literal!(CapacityUnits::units(50)),
        },
        infrequent_access: true,
        contributor_insights: true,
        key: key(),
        ..table_settings()
    };
    let props = TableProps {
        sort_key: Some(Attribute::number("placed_at")),
        time_to_live: Some("expires_at"),
        ..TableProps::new(Attribute::binary("customer"), settings)
    };
    Table::<Order>::with_stream(&mut stack, "Orders", props, StreamViewType::NewAndOldImages);
    let expected = json!({
        "AttributeDefinitions": [
            { "AttributeName": "customer", "AttributeType": "B" },
            { "AttributeName": "placed_at", "AttributeType": "N" },
        ],
        "BillingMode": "PAY_PER_REQUEST",
        "ContributorInsightsSpecification": { "Enabled": true },
        "DeletionProtectionEnabled": false,
        "KeySchema": [
            { "AttributeName": "customer", "KeyType": "HASH" },
            { "AttributeName": "placed_at", "KeyType": "RANGE" },
        ],
        "OnDemandThroughput": { "MaxReadRequestUnits": 100, "MaxWriteRequestUnits": 50 },
        "PointInTimeRecoverySpecification": { "PointInTimeRecoveryEnabled": true, "RecoveryPeriodInDays": 7 },
        "SSESpecification": { "KMSMasterKeyId": KEY, "SSEEnabled": true, "SSEType": "KMS" },
        "StreamSpecification": { "StreamViewType": "NEW_AND_OLD_IMAGES" },
        "TableClass": "STANDARD_INFREQUENT_ACCESS",
        "TimeToLiveSpecification": { "AttributeName": "expires_at", "Enabled": true },
    });
    only(&assertions(stack), "AWS::DynamoDB::Table", expected);
}

#[test]
fn indexes_state_each_key_attribute_once() {
    let mut system = stack();
    let stack = &mut system;
    let props = TableProps { sort_key: Some(Attribute::number("placed_at")), ..keyed(table_settings()) };
    let orders = Table::<Order>::new(stack, "Orders", props);
    let status = Attribute::string("status");
    let placed_at = Some(Attribute::number("placed_at"));
    orders.global_index(stack, "ByStatus", status, placed_at, Projection::Include(&["total"]));
    orders.global_index(stack, "ByPlace", Attribute::string("place"), None, Projection::All);
    orders.local_index(stack, "StatusOfOne", status, Projection::Keys);
    let indexes = pattern!({
        "AttributeDefinitions": exactly(json!([
            { "AttributeName": "id", "AttributeType": "S" },
            { "AttributeName": "placed_at", "AttributeType": "N" },
            { "AttributeName": "status", "AttributeType": "S" },
            { "AttributeName": "place", "AttributeType": "S" },
        ])),
        "GlobalSecondaryIndexes": exactly(json!([
            {
                "IndexName": "ByStatus",
                "KeySchema": [
                    { "AttributeName": "status", "KeyType": "HASH" },
                    { "AttributeName": "placed_at", "KeyType": "RANGE" },
                ],
                "Projection": { "NonKeyAttributes": ["total"], "ProjectionType": "INCLUDE" },
            },
            {
                "IndexName": "ByPlace",
                "KeySchema": [{ "AttributeName": "place", "KeyType": "HASH" }],
                "Projection": { "ProjectionType": "ALL" },
            },
        ])),
        "LocalSecondaryIndexes": exactly(json!([{
            "IndexName": "StatusOfOne",
            "KeySchema": [
                { "AttributeName": "id", "KeyType": "HASH" },
                { "AttributeName": "status", "KeyType": "RANGE" },
            ],
            "Projection": { "ProjectionType": "KEYS_ONLY" },
        }])),
    });
    assertions(system).has_resource("AWS::DynamoDB::Table", indexes);
}

#[test]
fn indexes_that_dynamodb_would_refuse_are_errors_that_say_what_to_do() {
    let mut system = stack();
    let stack = &mut system;
    let orders = Table::<Order>::new(stack, "Orders", keyed(table_settings()));
    orders.local_index(stack, "ByTotal", Attribute::number("total"), Projection::All);
    orders.global_index(stack, "ByTotalText", Attribute::string("total"), None, Projection::All);
    let units = literal!(CapacityUnits::units(1));
    let capacity = Capacity::Provisioned { read: units, write: units };
    orders.global_index_with(stack, "ByPlace", Attribute::string("place"), None, Projection::All, capacity);
    let message = messages(system);
    assert!(message.contains("Orders (infra/cdk/tests/constructs_data.rs:"), "{message}");
    for part in [
        "local index ByTotal has nothing to order, because the table has no sort key",
        "its attribute total has two kinds",
        "its index ByPlace is not paid as the table is",
    ] {
        assert!(message.contains(part), "{part} in {message}");
    }
}

#[test]
fn provisioned_capacity_of_tables_and_indexes_follows_its_use() {
    let mut system = stack();
    let stack = &mut system;
    let orders = Table::<Order>::new(stack, "Orders", keyed(provisioned()));
    let by_place = orders.global_index(stack, "by-place", Attribute::string("place"), None, Projection::All);
    let scaling = Scaling {
        min: literal!(CapacityUnits::units(5)),
        max: literal!(CapacityUnits::units(500)),
        utilization: literal!(Utilization::percent(70)),
    };
    orders.scale_reads(stack, scaling);
    orders.scale_writes(stack, scaling);
    orders.scale_index_reads(stack, &by_place, scaling);
    orders.scale_index_writes(stack, &by_place, scaling);
    let assertions = assertions(system);
    let throughput = json!({ "ReadCapacityUnits": 5, "WriteCapacityUnits": 2 });
    assertions.has_resource(
        "AWS::DynamoDB::Table",
        pattern!({
            "BillingMode": "PROVISIONED",
            "ProvisionedThroughput": exactly(throughput.clone()),
            "GlobalSecondaryIndexes": [{ "ProvisionedThroughput": exactly(throughput) }],
        }),
    );
    let targets = [
        ("OrdersReadCapacity", "table/${Orders}", "dynamodb:table:ReadCapacityUnits"),
        ("OrdersWriteCapacity", "table/${Orders}", "dynamodb:table:WriteCapacityUnits"),
        ("OrdersbyplaceReadCapacity", "table/${Orders}/index/by-place", "dynamodb:index:ReadCapacityUnits"),
        ("OrdersbyplaceWriteCapacity", "table/${Orders}/index/by-place", "dynamodb:index:WriteCapacityUnits"),
    ];
    let found = assertions.find_resources("AWS::ApplicationAutoScaling::ScalableTarget", json!({}));
    assert_eq!(found.len(), 4);
    for (id, resource, dimension) in targets {
        let expected = json!({
            "MaxCapacity": 500,
            "MinCapacity": 5,
            "ResourceId": { "Fn::Sub": resource },
            "ScalableDimension": dimension,
            "ServiceNamespace": "dynamodb",
        });
        assert_eq!(found[id]["Properties"], expected);
    }
    assertions.has_resource(
        "AWS::ApplicationAutoScaling::ScalingPolicy",
        exactly(json!({
            "PolicyName": "OrdersWriteScaling",
            "PolicyType": "TargetTrackingScaling",
            "ScalingTargetId": { "Ref": "OrdersWriteCapacity" },
            "TargetTrackingScalingPolicyConfiguration": {
                "PredefinedMetricSpecification": { "PredefinedMetricType": "DynamoDBWriteCapacityUtilization" },
                "TargetValue": 70.0,
            },
        })),
    );
}

#[test]
fn what_is_on_demand_or_upside_down_is_not_scaled() {
    let mut stack = stack();
    let orders = Table::<Order>::new(&mut stack, "Orders", keyed(table_settings()));
    let scaling = Scaling {
        min: literal!(CapacityUnits::units(9)),
        max: literal!(CapacityUnits::units(1)),
        utilization: literal!(Utilization::percent(70)),
    };
    orders.scale_reads(&mut stack, scaling);
    let message = messages(stack);
    assert!(message.contains("it is scaled, but has no provisioned capacity of its own"), "{message}");
    assert!(message.contains("it is scaled from 9 to 1 units"), "{message}");
}

/// Follows orders.
#[derive(Contract)]
#[contract(name = "follow", wakes_on(ItemChanges<Order>))]
struct Follow<P: Phase> {
    orders: Link<P, contract::Table<Order>, (contract::GetItem, contract::Query)>,
    by_place: Link<P, contract::Index<Order>, contract::QueryIndex>,
    invoices: Link<P, contract::Bucket<Order>, (contract::ListBucket, contract::GetObject)>,
}

/// Checks events and jobs.
#[derive(Contract)]
#[contract(name = "check", wakes_on(StreamRecords<Order>, StandardQueueMessages<Order>))]
struct Check<P: Phase> {
    jobs: Link<P, contract::Queue<Order>, contract::SendMessage>,
}

/// Does one thing when told to.
#[derive(Contract)]
#[contract(name = "act", wakes_on(Invocation<(), ()>))]
struct Act<P: Phase> {
    jobs: Link<P, contract::Queue<Order>, contract::SendMessage>,
}

fn following() -> Assertions {
    let mut system = stack();
    let stack = &mut system;
    let settings = TableSettings { key: key(), ..table_settings() };
    let orders = Table::<Order>::with_stream(stack, "Orders", keyed(settings), StreamViewType::NewAndOldImages);
    let by_place = orders.global_index(stack, "ByPlace", Attribute::string("place"), None, Projection::All);
    let invoices = bucket(stack, "Invoices");
    let follow = Follow {
        orders: orders.link_where_key_begins("CART#"),
        by_place: by_place.link(),
        invoices: invoices.link_under("invoices/"),
    };
    let changes = orders
        .changes(StreamMapping { parallelization: literal!(Parallelization::batches(10)), ..stream_mapping(stack) });
    Function::new(stack, "Follow", &follow, changes, function_props());
    assertions(system)
}

#[test]
fn a_function_may_touch_only_the_keys_the_index_and_the_objects_that_it_is_linked_to() {
    let assertions = following();
    let leading = pattern!({
        "ForAllValues:StringLike": { "dynamodb:LeadingKeys": exactly(json!(["CART#*"])) },
        // Otherwise a request without keys would pass.
        "Null": { "dynamodb:LeadingKeys": "false" },
    });
    assertions.has_conditional_grant("Follow", "dynamodb:Query", "Orders", leading);
    assertions.has_grant("Follow", "dynamodb:Query", "Orders.Arn/index/ByPlace");
    assertions.has_conditional_grant(
        "Follow",
        "s3:ListBucket",
        "Invoices",
        pattern!({ "StringLike": { "s3:prefix": "invoices/*" } }),
    );
    assertions.has_grant("Follow", "s3:GetObject", "Invoices.Arn/invoices/*");
    assertions.cannot_reach("Follow", "s3:GetObject", "Invoices.Arn/drafts/*");
    assertions.cannot_reach("Follow", "dynamodb:PutItem", "Orders");
    assertions.has_resource(
        "AWS::Lambda::Function",
        pattern!({ "Environment": { "Variables": { "BY_PLACE_INDEX": { "Fn::Sub": "${Orders}/index/ByPlace" } } } }),
    );
}

#[test]
fn who_may_use_an_encrypted_table_may_use_its_key_through_dynamodb() {
    let via = json!({ "StringEquals": { "kms:ViaService": { "Fn::Sub": "dynamodb.${AWS::Region}.amazonaws.com" } } });
    let allows = |sid: &str, actions: serde_json::Value| {
        exactly(json!({
            "Sid": sid, "Effect": "Allow", "Action": actions, "Resource": [KEY], "Condition": via,
        }))
    };
    let read = json!(["kms:Decrypt", "kms:DescribeKey"]);
    let statements = list_with([
        allows("ByPlaceIndexKey", read.clone()),
        allows("OrdersTableKey", read),
        allows("ReadOrdersKey", json!(["kms:Decrypt"])),
    ]);
    following()
        .has_resource("AWS::IAM::Role", pattern!({ "Policies": [{ "PolicyDocument": { "Statement": statements } }] }));
}

#[test]
fn changes_of_any_kind_wake_a_function_in_parallel_if_it_likes() {
    following().has_resource(
        "AWS::Lambda::EventSourceMapping",
        pattern!({
            "EventSourceArn": { "Fn::GetAtt": ["Orders", "StreamArn"] },
            "ParallelizationFactor": 10,
            "FilterCriteria": absent(),
        }),
    );
}

#[test]
fn what_a_policy_would_take_for_a_pattern_is_taken_literally() {
    let mut stack = stack();
    let bucket = bucket(&mut stack, "Bucket");
    let granted = bucket.link_under::<contract::DeleteObject>("a*b?$").statements("Remove");
    let expected = json!([{
        "Sid": "RemoveObjects",
        "Effect": "Allow",
        "Action": ["s3:DeleteObject"],
        "Resource": [{ "Fn::Sub": "${Bucket.Arn}/a${!*}b${!?}${!$}*" }],
    }]);
    stack.output("Name", "The bucket.", bucket.name());
    assert_eq!(statements(granted), expected);
}

#[test]
fn a_grant_is_the_stated_operations_on_the_arn_and_what_they_need_of_the_key() {
    let mut system = stack();
    let stack = &mut system;
    let settings = TableSettings { key: key(), ..table_settings() };
    let table = Table::<Order>::new(stack, "Orders", keyed(settings));
    let granted = statements(table.grant::<(contract::DeleteItem, contract::BatchGetItem)>("Clear"));
    assert_eq!(granted[0]["Action"], json!(["dynamodb:BatchGetItem", "dynamodb:DeleteItem"]));
    let write = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"];
    assert_eq!(granted[1]["Action"], json!(write));
    let props = EventStreamProps {
        key: key(),
        ..EventStreamProps::new(literal!(StreamRetention::hours(24)), RemovalPolicy::Delete)
    };
    let events = EventStream::<Order>::new(stack, "Events", props);
    let granted = statements(events.grant::<contract::PutRecord>("Publish"));
    assert_eq!(
        (&granted[0]["Action"], &granted[1]["Action"]),
        (&json!(["kinesis:PutRecord"]), &json!(["kms:GenerateDataKey"]))
    );
    let jobs = standard_queue::<Order>(stack, "Jobs");
    let granted = statements(jobs.grant::<(contract::ReceiveMessage, contract::DeleteMessage)>("Work"));
    assert_eq!(granted.as_array().unwrap().len(), 1, "SQS manages the key");
}

#[test]
fn a_stream_has_as_many_shards_as_stated_and_the_stated_key() {
    let mut system = stack();
    let stack = &mut system;
    let props = EventStreamProps::new(literal!(StreamRetention::hours(48)), RemovalPolicy::Retain);
    let shards = Some(literal!(ShardCount::shards(3)));
    EventStream::<Order>::new(stack, "Sharded", EventStreamProps { shards, key: key(), ..props.clone() });
    EventStream::<Order>::new(stack, "Elastic", props);
    let assertions = assertions(system);
    let found = assertions.find_resources("AWS::Kinesis::Stream", json!({}));
    let expected = json!({
        "RetentionPeriodHours": 48,
        "ShardCount": 3,
        "StreamEncryption": { "EncryptionType": "KMS", "KeyId": KEY },
        "StreamModeDetails": { "StreamMode": "PROVISIONED" },
    });
    assert_eq!(found["Sharded"]["Properties"], expected);
    let expected = json!({
        "RetentionPeriodHours": 48,
        "StreamEncryption": { "EncryptionType": "KMS", "KeyId": "alias/aws/kinesis" },
        "StreamModeDetails": { "StreamMode": "ON_DEMAND" },
    });
    assert_eq!(found["Elastic"]["Properties"], expected);
}

#[test]
fn a_consumer_and_a_standard_queue_wake_a_function() {
    let mut system = stack();
    let stack = &mut system;
    let events = stream::<Order>(stack, "Events");
    let audit = StreamConsumer::new(stack, "Audit", &events);
    let jobs = standard_queue(stack, "Jobs");
    let scaling = QueueScaling::UpTo(literal!(MaxConcurrency::executions(2)));
    let batching = Batching::Collected {
        size: literal!(CollectedBatchSize::messages(10_000)),
        within: literal!(CollectingTime::seconds(300)),
    };
    let messages = jobs.messages(StandardQueueMapping { batching, scaling });
    let records = audit.records(stream_mapping(stack));
    Function::new(stack, "Check", &Check { jobs: jobs.link() }, (records, messages), function_props());
    let assertions = assertions(system);
    let consumer = json!({ "ConsumerName": "Audit", "StreamARN": { "Fn::GetAtt": ["Events", "Arn"] } });
    only(&assertions, "AWS::Kinesis::StreamConsumer", consumer);
    assertions.has_grant("Check", "kinesis:SubscribeToShard", "Audit.ConsumerARN");
    assertions.has_grant("Check", "kinesis:DescribeStreamSummary", "Events");
    assertions.cannot_reach("Check", "kinesis:PutRecords", "Events");
    assertions.has_grant("Check", "sqs:ReceiveMessage", "Jobs");
    assertions.has_resource(
        "AWS::Lambda::EventSourceMapping",
        json!({ "EventSourceArn": { "Fn::GetAtt": ["Audit", "ConsumerARN"] }, "StartingPosition": "TRIM_HORIZON" }),
    );
    let mapping = exactly(json!({
        "BatchSize": 10_000,
        "EventSourceArn": { "Fn::GetAtt": ["Jobs", "Arn"] },
        "FunctionName": { "Ref": "Check" },
        "FunctionResponseTypes": ["ReportBatchItemFailures"],
        "MaximumBatchingWindowInSeconds": 300,
        "ScalingConfig": { "MaximumConcurrency": 2 },
    }));
    assertions.has_resource("AWS::Lambda::EventSourceMapping", mapping);
}

#[test]
fn a_bucket_is_encrypted_versioned_and_closed_unless_something_else_is_said() {
    let mut stack = stack();
    Bucket::<Order>::new(&mut stack, "Plain", BucketProps::new(RemovalPolicy::Delete));
    let props = BucketProps {
        versioned: false,
        ownership: ObjectOwnership::BucketOwnerPreferred,
        key: key(),
        ..BucketProps::new(RemovalPolicy::Delete)
    };
    Bucket::<Order>::new(&mut stack, "Special", props);
    let assertions = assertions(stack);
    let found = assertions.find_resources("AWS::S3::Bucket", json!({}));
    let aborted = json!({
        "AbortIncompleteMultipartUpload": { "DaysAfterInitiation": 7 },
        "Id": "AbortIncompleteUploads",
        "Status": "Enabled",
    });
    let closed = json!({
        "BlockPublicAcls": true,
        "BlockPublicPolicy": true,
        "IgnorePublicAcls": true,
        "RestrictPublicBuckets": true,
    });
    let encrypted = |rule| json!({ "ServerSideEncryptionConfiguration": [rule] });
    let plain = json!({
        "BucketEncryption": encrypted(json!({ "ServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" } })),
        "LifecycleConfiguration": { "Rules": [aborted] },
        "OwnershipControls": { "Rules": [{ "ObjectOwnership": "BucketOwnerEnforced" }] },
        "PublicAccessBlockConfiguration": closed,
        "VersioningConfiguration": { "Status": "Enabled" },
    });
    assert_eq!(found["Plain"]["Properties"], plain);
    let by_key = json!({
        "BucketKeyEnabled": true,
        "ServerSideEncryptionByDefault": { "KMSMasterKeyID": KEY, "SSEAlgorithm": "aws:kms" },
    });
    let special = json!({
        "BucketEncryption": encrypted(by_key),
        "LifecycleConfiguration": { "Rules": [aborted] },
        "OwnershipControls": { "Rules": [{ "ObjectOwnership": "BucketOwnerPreferred" }] },
        "PublicAccessBlockConfiguration": closed,
    });
    assert_eq!(found["Special"]["Properties"], special);
}

#[test]
fn objects_expire_and_move_as_the_rules_of_the_bucket_say() {
    let mut stack = stack();
    let bucket = bucket(&mut stack, "Bucket");
    bucket.expire_under(&mut stack, "drafts/", literal!(ObjectAge::days(30)));
    bucket.move_under(&mut stack, "", StorageClass::GlacierIr, literal!(ObjectAge::days(90)));
    bucket.expire_old_versions(&mut stack, literal!(ObjectAge::days(365)));
    bucket.allow_origins(&mut stack, &["https://shop.example"], &[AllowedMethods::Get, AllowedMethods::Put]);
    let rules = list([
        pattern!({ "Id": "AbortIncompleteUploads" }),
        exactly(json!({ "ExpirationInDays": 30, "Prefix": "drafts/", "Status": "Enabled" })),
        exactly(json!({
            "Prefix": "",
            "Status": "Enabled",
            "Transitions": [{ "StorageClass": "GLACIER_IR", "TransitionInDays": 90 }],
        })),
        exactly(json!({
            "ExpiredObjectDeleteMarker": true,
            "NoncurrentVersionExpiration": { "NoncurrentDays": 365 },
            "Status": "Enabled",
        })),
    ]);
    let cors = exactly(json!([{ "AllowedMethods": ["GET", "PUT"], "AllowedOrigins": ["https://shop.example"] }]));
    assertions(stack).has_resource(
        "AWS::S3::Bucket",
        pattern!({ "LifecycleConfiguration": { "Rules": rules }, "CorsConfiguration": { "CorsRules": cors } }),
    );
}

#[test]
fn access_logs_may_be_written_by_s3_for_that_bucket_only() {
    let mut stack = stack();
    let (archive, logs) = (bucket(&mut stack, "Archive"), bucket(&mut stack, "Logs"));
    archive.log_access_to(&mut stack, &logs, "archive/");
    let assertions = assertions(stack);
    let archive = pattern!({
        "Properties": {
            "LoggingConfiguration": exactly(json!({
                "DestinationBucketName": { "Ref": "Logs" },
                "LogFilePrefix": "archive/",
            })),
        },
    });
    assertions.has_resource_with("AWS::S3::Bucket", archive);
    let write = exactly(json!({
        "Sid": "AccessLogsOfArchive",
        "Effect": "Allow",
        "Principal": { "Service": "logging.s3.amazonaws.com" },
        "Action": ["s3:PutObject"],
        "Resource": [{ "Fn::Sub": "${Logs.Arn}/archive/*" }],
        "Condition": {
            "ArnLike": { "aws:SourceArn": { "Fn::GetAtt": ["Archive", "Arn"] } },
            "StringEquals": { "aws:SourceAccount": { "Ref": "AWS::AccountId" } },
        },
    }));
    let policy = pattern!({ "PolicyDocument": { "Statement": [{ "Sid": "TlsOnly" }, write] } });
    assertions.has_resource("AWS::S3::BucketPolicy", policy);
}

#[test]
fn a_bucket_tells_the_event_bus_a_queue_and_a_function_what_happens() {
    let mut system = stack();
    let stack = &mut system;
    let (invoices, jobs) = (bucket(stack, "Invoices"), standard_queue::<Order>(stack, "Jobs"));
    let act = Function::new(stack, "Act", &Act { jobs: jobs.link() }, invoked(), function_props());
    let pdf = ObjectEvents { suffix: ".pdf", ..ObjectEvents::under("invoices/", ObjectEvent::Created) };
    invoices.notify_queue(stack, &jobs, pdf);
    invoices.notify_function(stack, &act, ObjectEvents::under("", ObjectEvent::Removed));
    invoices.notify_event_bus(stack);
    let assertions = assertions(system);
    let rule = |name: &str, value: &str| json!({ "Name": name, "Value": value });
    let invoices = pattern!({
        "DependsOn": ["InvoicesInvokesAct", "JobsPolicy"],
        "Properties": { "NotificationConfiguration": exactly(json!({
            "EventBridgeConfiguration": { "EventBridgeEnabled": true },
            "LambdaConfigurations": [{
                "Event": "s3:ObjectRemoved:*",
                "Function": { "Fn::GetAtt": ["Act", "Arn"] },
            }],
            "QueueConfigurations": [{
                "Event": "s3:ObjectCreated:*",
                "Filter": { "S3Key": { "Rules": [rule("prefix", "invoices/"), rule("suffix", ".pdf")] } },
                "Queue": { "Fn::GetAtt": ["Jobs", "Arn"] },
            }],
        })) },
    });
    assertions.has_resource_with("AWS::S3::Bucket", invoices);
    let permission = json!({
        "Action": "lambda:InvokeFunction",
        "FunctionName": { "Fn::GetAtt": ["Act", "Arn"] },
        "Principal": "s3.amazonaws.com",
        "SourceAccount": { "Ref": "AWS::AccountId" },
    });
    only(&assertions, "AWS::Lambda::Permission", permission);
    let send = exactly(json!({
        "Sid": "Notifications",
        "Effect": "Allow",
        "Principal": { "Service": "s3.amazonaws.com" },
        "Action": ["sqs:SendMessage"],
        "Resource": [{ "Fn::GetAtt": ["Jobs", "Arn"] }],
        "Condition": { "StringEquals": { "aws:SourceAccount": { "Ref": "AWS::AccountId" } } },
    }));
    let policy = pattern!({ "PolicyDocument": { "Statement": [{ "Sid": "TlsOnly" }, send] } });
    assertions.has_resource("AWS::SQS::QueuePolicy", policy);
}

#[test]
fn a_standard_queue_has_no_properties_of_a_fifo_queue() {
    let mut system = stack();
    let stack = &mut system;
    let dead_letters = StandardDeadLetterQueue::<Order>::new(stack, "Dead", RemovalPolicy::Delete);
    dead_letters.only_from(stack, &["jobs"]);
    let props = QueueProps {
        delay: Some(literal!(DeliveryDelay::seconds(5))),
        key: key(),
        ..standard_queue_props(dead_letters)
    };
    Queue::new(stack, "Jobs", props);
    let assertions = assertions(system);
    let found = assertions.find_resources("AWS::SQS::Queue", json!({}));
    let jobs = json!({
        "DelaySeconds": 5,
        "KmsMasterKeyId": KEY,
        "MessageRetentionPeriod": 345_600,
        "RedrivePolicy": { "deadLetterTargetArn": { "Fn::GetAtt": ["Dead", "Arn"] }, "maxReceiveCount": 5 },
        "VisibilityTimeout": 180,
    });
    assert_eq!(found["Jobs"]["Properties"], jobs);
    let source = "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:jobs";
    let dead = json!({
        "MessageRetentionPeriod": 1_209_600,
        "RedriveAllowPolicy": { "redrivePermission": "byQueue", "sourceQueueArns": [{ "Fn::Sub": source }] },
        "SqsManagedSseEnabled": true,
        "VisibilityTimeout": 30,
    });
    assert_eq!(found["Dead"]["Properties"], dead);
    assertions.resource_count("AWS::SQS::QueuePolicy", 2);
    let tls = pattern!([{ "Effect": "Deny", "Condition": { "Bool": { "aws:SecureTransport": "false" } } }]);
    assertions.all_resources("AWS::SQS::QueuePolicy", pattern!({ "PolicyDocument": { "Statement": tls } }));
}

#[test]
fn a_fifo_queue_is_fast_unless_something_else_is_said() {
    let mut system = stack();
    let stack = &mut system;
    queue::<Order>(stack, "Fast");
    let dead_letters = DeadLetterQueue::<Order>::encrypted_with(stack, "Dead", RemovalPolicy::Delete, KEY);
    let props =
        FifoQueueProps { high_throughput: false, content_based_deduplication: true, ..queue_props(dead_letters) };
    FifoQueue::new(stack, "Slow", props);
    let assertions = assertions(system);
    let found = assertions.find_resources("AWS::SQS::Queue", json!({}));
    let fifo = |deduplication: bool, scope: &str, limit: &str, dead_letters: &str| {
        json!({
            "ContentBasedDeduplication": deduplication,
            "DeduplicationScope": scope,
            "FifoQueue": true,
            "FifoThroughputLimit": limit,
            "MessageRetentionPeriod": 3600,
            "RedrivePolicy": { "deadLetterTargetArn": { "Fn::GetAtt": [dead_letters, "Arn"] }, "maxReceiveCount": 3 },
            "SqsManagedSseEnabled": true,
            "VisibilityTimeout": 180,
        })
    };
    assert_eq!(found["Fast"]["Properties"], fifo(false, "messageGroup", "perMessageGroupId", "FastDeadLetters"));
    assert_eq!(found["Slow"]["Properties"], fifo(true, "queue", "perQueue", "Dead"));
    assert_eq!(found["Dead"]["Properties"]["KmsMasterKeyId"], KEY);
}
