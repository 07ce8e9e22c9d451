//! What functions, their aliases and what wakes them become in a template.

mod support;

use std::collections::BTreeMap;

use cdk::assertions::{Assertions, absent, not, pattern};
use cdk::aws::{cloudwatch, kms, sns, sqs};
use cdk::constructs::{
    Asynchronous, AsynchronousFailureDestination, Batching, ConcurrencyScaling, Filter, Function, FunctionProps,
    GradualDeployment, Network, QueueScaling, Source, StandardQueueMapping, StreamConsumer, SuccessDestination,
    TrafficShift, invoked,
};
use cdk::{
    App, AssetBucket, CodeAsset, CodeAssets, CollectedBatchSize, CollectingTime, ConcurrencyUtilization, Definition,
    EphemeralStorage, EventAge, FunctionAsset, ImmediateBatchSize, InvocationRetries, MaximumPollers, MinimumPollers,
    ProvisionedConcurrency, RemovalPolicy, Stack, Synth, SynthesizedStack, literal,
};
use contract::{
    Bucket as BucketOf, Contract, GetObject, Invocation, Link, Phase, QueueMessages, StandardQueueMessages,
    StreamRecords, TableChanges,
};
use serde_json::{Value as Json, json};
use support::{bucket, function_props, queue, queue_mapping, stack, stream, stream_mapping, table, table_mapping};

/// Reads.
#[derive(Contract)]
#[contract(name = "read", wakes_on(Invocation<(), ()>))]
struct Read<P: Phase> {
    archive: Link<P, BucketOf<support::Order>, GetObject>,
}

/// An event.
#[derive(serde::Deserialize)]
#[allow(dead_code, reason = "only the names count")]
struct Event {
    #[serde(rename = "type")]
    kind: String,
    quantity: Option<u32>,
    customer: Customer,
    payment: Payment,
    #[serde(flatten)]
    rest: BTreeMap<String, Json>,
}

/// An event whose fields are all known.
#[derive(serde::Deserialize)]
#[allow(dead_code, reason = "only the names count")]
struct Plain {
    #[serde(rename = "type")]
    kind: String,
    quantity: Option<u32>,
    customer: Customer,
    payment: Option<Payment>,
}

#[derive(serde::Deserialize)]
#[allow(dead_code, reason = "only the names count")]
struct Customer {
    country: String,
}

#[derive(serde::Deserialize)]
#[allow(dead_code, reason = "only the names count")]
enum Payment {
    Card { holder: String },
    Cash,
}

/// Wakes on anything.
macro_rules! waking {
    ($name:ident, $contract:literal, $wake:ty) => {
        /// Wakes.
        #[derive(Contract)]
        #[contract(name = $contract, wakes_on($wake))]
        struct $name<P: Phase> {
            archive: Link<P, BucketOf<support::Order>, GetObject>,
        }
    };
}

waking!(OnRecords, "on-records", StreamRecords<Plain>);
waking!(OnOpenRecords, "on-open-records", StreamRecords<Event>);
waking!(OnChanges, "on-changes", TableChanges<Plain>);
waking!(OnMessages, "on-messages", QueueMessages<Plain>);
waking!(OnJobs, "on-jobs", StandardQueueMessages<Plain>);

fn reader(stack: &mut Stack, props: FunctionProps) -> Function {
    let archive = bucket(stack, "Archive");
    Function::new(stack, "Read", &Read::<Synth> { archive: archive.link() }, invoked(), props)
}

fn assertions(stack: Stack) -> Assertions {
    Assertions::of(&stack.synthesize().unwrap().template)
}

fn function_with(props: FunctionProps) -> Assertions {
    let mut system = stack();
    reader(&mut system, props);
    assertions(system)
}

/// The resources on which a role allows an action; the role has it in one statement.
fn granted(assertions: &Assertions, role: &str, action: &str) -> Json {
    let roles = assertions.find_resources("AWS::IAM::Role", json!({}));
    let statements = &roles[role]["Properties"]["Policies"][0]["PolicyDocument"]["Statement"];
    let allows = |statement: &&Json| statement["Action"].as_array().unwrap().contains(&json!(action));
    let found: Vec<&Json> = statements.as_array().unwrap().iter().filter(allows).collect();
    assert_eq!(found.len(), 1, "{action} in {statements}");
    found[0]["Resource"].clone()
}

/// The statement of a name in the function's role.
fn statement(assertions: &Assertions, name: &str) -> Json {
    let roles = assertions.find_resources("AWS::IAM::Role", json!({}));
    let statements = roles.values().flat_map(|role| {
        role["Properties"]["Policies"][0]["PolicyDocument"]["Statement"].as_array().cloned().unwrap_or_default()
    });
    statements.into_iter().find(|statement| statement["Sid"] == name).unwrap_or(Json::Null)
}

#[test]
fn a_function_without_options_has_none_and_may_do_nothing_because_of_them() {
    let assertions = function_with(function_props());
    let properties = ["KmsKeyArn", "Layers", "VpcConfig", "TracingConfig", "EphemeralStorage"];
    for property in properties {
        let function = assertions.find_resources("AWS::Lambda::Function", json!({}));
        assert!(function["Read"]["Properties"].get(property).is_none(), "{property}");
    }
    assertions.resource_count("AWS::Lambda::EventInvokeConfig", 0);
    for name in ["ConnectToNetwork", "SendTraces", "DecryptEnvironment"] {
        assert_eq!(statement(&assertions, name), Json::Null);
    }
}

#[test]
fn a_network_brings_the_interfaces_permissions_for_lambda_itself_only() {
    let network = Network { subnets: vec!["subnet-1a".into()], security_groups: vec!["sg-1a".into()] };
    let assertions = function_with(FunctionProps { network: Some(network), ..function_props() });
    let expected = json!({"VpcConfig": {"SubnetIds": ["subnet-1a"], "SecurityGroupIds": ["sg-1a"]}});
    assertions.has_resource("AWS::Lambda::Function", expected);
    let expected = json!({
        "Sid": "ConnectToNetwork",
        "Effect": "Allow",
        "Action": [
            "ec2:AssignPrivateIpAddresses",
            "ec2:CreateNetworkInterface",
            "ec2:DeleteNetworkInterface",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSubnets",
            "ec2:UnassignPrivateIpAddresses",
        ],
        "Resource": ["*"],
        "Condition": {"Null": {"lambda:SourceFunctionArn": "true"}},
    });
    assert_eq!(statement(&assertions, "ConnectToNetwork"), expected);
}

#[test]
fn tracing_layers_storage_and_variables_are_properties_of_the_function() {
    let layer = "arn:aws:lambda:eu-central-1:123456789012:layer:tools:1";
    let assertions = function_with(FunctionProps {
        tracing: true,
        layers: vec![layer.into()],
        ephemeral_storage: Some(literal!(EphemeralStorage::mib(1024))),
        variables: [("STAGE".to_owned(), "test".into()), ("REGION".to_owned(), cdk::pseudo::region())].into(),
        ..function_props()
    });
    let expected = json!({
        "TracingConfig": {"Mode": "Active"},
        "Layers": [layer],
        "EphemeralStorage": {"Size": 1024},
        "Environment": {"Variables": {"STAGE": "test", "REGION": {"Ref": "AWS::Region"}, "ARCHIVE_BUCKET": {"Ref": "Archive"}}},
    });
    assertions.has_resource("AWS::Lambda::Function", expected);
    let traces = statement(&assertions, "SendTraces");
    assert_eq!(traces["Action"], json!(["xray:PutTelemetryRecords", "xray:PutTraceSegments"]));
}

#[test]
fn a_key_encrypts_the_environment_and_the_function_may_decrypt_with_it() {
    let mut system = stack();
    let key = Definition::stateful(kms::Key::new().enable_key_rotation(true), RemovalPolicy::Delete);
    let key = system.add(&"Key".into(), key);
    reader(&mut system, FunctionProps { key: Some(key.arn()), ..function_props() });
    let assertions = assertions(system);
    assertions.has_resource("AWS::Lambda::Function", json!({"KmsKeyArn": {"Fn::GetAtt": ["Key", "Arn"]}}));
    let decrypt = statement(&assertions, "DecryptEnvironment");
    assert_eq!(
        (&decrypt["Action"], &decrypt["Resource"]),
        (&json!(["kms:Decrypt"]), &json!([{"Fn::GetAtt": ["Key", "Arn"]}]))
    );
}

#[test]
fn a_variable_of_a_link_is_not_set_again() {
    let mut system = stack();
    let variables = [("ARCHIVE_BUCKET".to_owned(), "other".into())].into();
    reader(&mut system, FunctionProps { variables, ..function_props() });
    let message = system.synthesize().unwrap_err().to_string();
    assert!(message.contains("the variable ARCHIVE_BUCKET belongs to a link of the contract of `read`"), "{message}");
}

#[test]
fn asynchronous_events_go_where_the_role_may_send_them() {
    let mut system = stack();
    let failures = bucket(&mut system, "Failures");
    let jobs = system.add(&"Jobs".into(), Definition::new(sqs::Queue::new()));
    let asynchronous = Asynchronous {
        event_age: literal!(EventAge::seconds(60)),
        retries: literal!(InvocationRetries::times(0)),
        on_success: Some(SuccessDestination::standard_queue(jobs.arn())),
        on_failure: Some((&failures).into()),
    };
    reader(&mut system, FunctionProps { asynchronous: Some(asynchronous), ..function_props() });
    let assertions = assertions(system);
    let expected = json!({
        "FunctionName": {"Ref": "Read"},
        "Qualifier": "$LATEST",
        "MaximumEventAgeInSeconds": 60,
        "MaximumRetryAttempts": 0,
        "DestinationConfig": {
            "OnSuccess": {"Destination": {"Fn::GetAtt": ["Jobs", "Arn"]}},
            "OnFailure": {"Destination": {"Fn::GetAtt": ["Failures", "Arn"]}},
        },
    });
    assertions.has_resource("AWS::Lambda::EventInvokeConfig", expected);
    assert_eq!(granted(&assertions, "ReadRole", "sqs:SendMessage"), json!([{"Fn::GetAtt": ["Jobs", "Arn"]}]));
    assert_eq!(granted(&assertions, "ReadRole", "s3:PutObject"), json!([{"Fn::Sub": "${Failures.Arn}/*"}]));
    assert_eq!(granted(&assertions, "ReadRole", "s3:ListBucket"), json!([{"Fn::GetAtt": ["Failures", "Arn"]}]));
}

#[test]
fn asynchronous_failures_go_to_a_topic_or_to_another_function() {
    let mut system = stack();
    let topic = system.add(&"Topic".into(), Definition::new(sns::Topic::new()));
    let first = reader(&mut system, function_props());
    let archive = bucket(&mut system, "Other");
    let asynchronous = Asynchronous {
        on_success: Some((&first).into()),
        on_failure: Some(AsynchronousFailureDestination::standard_topic(topic.reference().text().into_arn())),
        ..Asynchronous::default()
    };
    let props = FunctionProps { asynchronous: Some(asynchronous), ..function_props() };
    /// Reads again.
    #[derive(Contract)]
    #[contract(name = "again", wakes_on(Invocation<(), ()>))]
    struct Again<P: Phase> {
        archive: Link<P, BucketOf<support::Order>, GetObject>,
    }
    Function::new(&mut system, "Again", &Again::<Synth> { archive: archive.link() }, invoked(), props);
    let assertions = assertions(system);
    assert_eq!(granted(&assertions, "AgainRole", "lambda:InvokeFunction"), json!([{"Fn::GetAtt": ["Read", "Arn"]}]));
    assert_eq!(granted(&assertions, "AgainRole", "sns:Publish"), json!([{"Ref": "Topic"}]));
}

/// The description of the version that an alias of a function with these properties points to.
fn version_of(props: FunctionProps, later: impl FnOnce(&mut Stack, &Function)) -> Json {
    let mut system = stack();
    let function = reader(&mut system, props);
    function.alias(&mut system, "live");
    later(&mut system, &function);
    let versions = assertions(system).find_resources("AWS::Lambda::Version", json!({}));
    versions["ReadVersion"]["Properties"]["Description"]["Fn::Sub"].clone()
}

#[test]
fn a_version_follows_the_code_and_the_configuration_and_nothing_else() {
    let version = version_of(function_props(), |_, _| {});
    assert!(version.as_str().unwrap().starts_with("Code ${ReadCodeKey}, configuration "), "{version}");
    let other = version_of(FunctionProps { tracing: true, ..function_props() }, |_, _| {});
    assert_ne!(version, other);
    let edited = version_of(function_props(), |stack, function| {
        stack.edit(function.resource(), |function| function.memory_size(512));
    });
    assert_ne!(version, edited, "a change after the alias was made");
    let reserved = version_of(function_props(), |stack, function| {
        stack.edit(function.resource(), |function| function.reserved_concurrent_executions(5));
    });
    assert_eq!(version, reserved, "Lambda would refuse to publish a version because of it");
}

#[test]
fn aliases_of_a_function_share_its_version_and_its_asynchronous_configuration() {
    let mut system = stack();
    let asynchronous = Some(Asynchronous::default());
    let function = reader(&mut system, FunctionProps { asynchronous, ..function_props() });
    function.alias(&mut system, "live");
    function.alias(&mut system, "blue-green");
    let assertions = assertions(system);
    assertions.resource_count("AWS::Lambda::Version", 1);
    for name in ["live", "blue-green"] {
        let version = json!({"Fn::GetAtt": ["ReadVersion", "Version"]});
        let alias = json!({"Name": name, "FunctionName": {"Ref": "Read"}, "FunctionVersion": version});
        assertions.has_resource("AWS::Lambda::Alias", alias);
        assertions.has_resource("AWS::Lambda::EventInvokeConfig", json!({"Qualifier": name}));
    }
}

#[test]
fn an_alias_with_a_number_for_a_name_is_refused() {
    let mut system = stack();
    reader(&mut system, function_props()).alias(&mut system, "12");
    let message = system.synthesize().unwrap_err().to_string();
    assert!(message.contains("the alias `12` has no letter in its name"), "{message}");
}

#[test]
fn an_alias_is_provisioned_or_scales() {
    let mut system = stack();
    let function = reader(&mut system, function_props());
    function.alias(&mut system, "live").provision(&mut system, literal!(ProvisionedConcurrency::executions(3)));
    let minimum = literal!(ProvisionedConcurrency::executions(1));
    let maximum = literal!(ProvisionedConcurrency::executions(9));
    let utilization = literal!(ConcurrencyUtilization::percent(70));
    function.alias(&mut system, "next").scale(&mut system, ConcurrencyScaling { minimum, maximum, utilization });
    let assertions = assertions(system);
    let provisioned = json!({"ProvisionedConcurrencyConfig": {"ProvisionedConcurrentExecutions": 3}});
    assertions.has_resource("AWS::Lambda::Alias", provisioned);
    let target = json!({
        "MinCapacity": 1,
        "MaxCapacity": 9,
        "ResourceId": {"Fn::Sub": "function:${Read}:next"},
        "ScalableDimension": "lambda:function:ProvisionedConcurrency",
        "ServiceNamespace": "lambda",
    });
    assertions.has_resource("AWS::ApplicationAutoScaling::ScalableTarget", target);
    let depends = json!({"DependsOn": ["ReadAliasNext"]});
    assertions.has_resource_with("AWS::ApplicationAutoScaling::ScalableTarget", depends);
    let tracking = json!({
        "TargetValue": 0.7,
        "PredefinedMetricSpecification": {"PredefinedMetricType": "LambdaProvisionedConcurrencyUtilization"},
    });
    let policy = json!({"TargetTrackingScalingPolicyConfiguration": tracking});
    assertions.has_resource("AWS::ApplicationAutoScaling::ScalingPolicy", policy);
}

#[test]
fn an_alias_moves_step_by_step_and_back_if_an_alarm_goes_off() {
    let mut system = stack();
    let alarm = cloudwatch::Alarm::new().set("ComparisonOperator", "GreaterThanThreshold").evaluation_periods(1);
    let alarm = alarm.metric_name("Errors").namespace("AWS/Lambda").period(60).set("Statistic", "Sum").threshold(0.0);
    let alarm = system.add(&"Errors".into(), Definition::new(alarm));
    let live = reader(&mut system, function_props()).alias(&mut system, "live");
    let shift = TrafficShift::TenPercentFor5Minutes;
    live.deploy_gradually(&mut system, GradualDeployment { shift, alarms: vec![alarm.reference()] });
    let assertions = assertions(system);
    let update = json!({
        "ApplicationName": {"Ref": "ReadAliasLiveDeployment"},
        "DeploymentGroupName": {"Ref": "ReadAliasLiveDeploymentGroup"},
    });
    let alias = json!({"UpdatePolicy": {"CodeDeployLambdaAliasUpdate": update}});
    assertions.has_resource_with("AWS::Lambda::Alias", alias);
    let group = json!({
        "DeploymentConfigName": "CodeDeployDefault.LambdaCanary10Percent5Minutes",
        "AlarmConfiguration": {"Enabled": true, "Alarms": [{"Name": {"Ref": "Errors"}}]},
        "AutoRollbackConfiguration": {
            "Enabled": true,
            "Events": ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"],
        },
    });
    assertions.has_resource("AWS::CodeDeploy::DeploymentGroup", group);
    let role = "ReadAliasLiveDeploymentRole";
    let expected = json!([{"Fn::GetAtt": ["Read", "Arn"]}, {"Fn::Sub": "${Read.Arn}:live"}]);
    assert_eq!(granted(&assertions, role, "lambda:UpdateAlias"), expected);
}

#[test]
fn a_url_takes_signed_requests_unless_it_is_called_public() {
    let mut system = stack();
    let function = reader(&mut system, function_props());
    function.url(&mut system);
    function.alias(&mut system, "live").public_url(&mut system);
    let assertions = assertions(system);
    let signed = pattern!({ "AuthType": "AWS_IAM", "Qualifier": absent() });
    assertions.has_resource("AWS::Lambda::Url", signed);
    assertions.has_resource("AWS::Lambda::Url", json!({"AuthType": "NONE", "Qualifier": "live"}));
    assertions.has_resource_with("AWS::Lambda::Url", json!({"DependsOn": ["ReadAliasLive"]}));
    assertions.resource_count("AWS::Lambda::Permission", 2);
    let alias = json!({"Ref": "ReadAliasLive"});
    assertions.has_resource(
        "AWS::Lambda::Permission",
        json!({"Action": "lambda:InvokeFunctionUrl", "Principal": "*", "FunctionUrlAuthType": "NONE", "FunctionName": alias}),
    );
    assertions.has_resource(
        "AWS::Lambda::Permission",
        json!({"Action": "lambda:InvokeFunction", "Principal": "*", "InvokedViaFunctionUrl": true, "FunctionName": alias}),
    );
}

#[test]
fn a_service_may_invoke_on_behalf_of_one_resource() {
    let mut system = stack();
    let function = reader(&mut system, function_props());
    let rule = "arn:aws:events:eu-central-1:123456789012:rule/nightly";
    function.allow_invocation_by(&mut system, "ByRule", "events.amazonaws.com", rule.into());
    let bucket = bucket(&mut system, "Uploads").arn().text();
    function.allow_invocation_by(&mut system, "ByBucket", "s3.amazonaws.com", bucket);
    let assertions = assertions(system);
    let by_rule = pattern!({ "Principal": "events.amazonaws.com", "SourceArn": rule, "SourceAccount": absent() });
    assertions.has_resource("AWS::Lambda::Permission", by_rule);
    let by_bucket = pattern!({ "Principal": "s3.amazonaws.com", "SourceAccount": not(absent()) });
    assertions.has_resource("AWS::Lambda::Permission", by_bucket);
}

fn on_records(filters: impl IntoIterator<Item = Filter<Plain>>) -> Stack {
    let mut system = stack();
    let archive = bucket(&mut system, "Archive");
    let events = stream::<Plain>(&mut system, "Events");
    let source = events.records(stream_mapping(&mut system)).filtered(filters);
    Function::new(&mut system, "Read", &OnRecords::<Synth> { archive: archive.link() }, source, function_props());
    system
}

fn on_changes(filters: impl IntoIterator<Item = Filter<Plain>>) -> Stack {
    let mut system = stack();
    let archive = bucket(&mut system, "Archive");
    let orders = table::<Plain>(&mut system, "Orders");
    let source = orders.changes(table_mapping(&mut system)).filtered(filters);
    Function::new(&mut system, "Read", &OnChanges::<Synth> { archive: archive.link() }, source, function_props());
    system
}

/// The patterns of the only mapping.
fn patterns(stack: Stack) -> Vec<Json> {
    let mappings = assertions(stack).find_resources("AWS::Lambda::EventSourceMapping", json!({}));
    let mapping = mappings.into_values().next().unwrap();
    let filters = mapping["Properties"]["FilterCriteria"]["Filters"].as_array().unwrap().clone();
    filters.iter().map(|filter| serde_json::from_str(filter["Pattern"].as_str().unwrap()).unwrap()).collect()
}

#[test]
fn filters_on_records_become_patterns_on_their_data() {
    let patterns = patterns(on_records([
        Filter::field("type").equals("cart.opened"),
        Filter::field("type").prefix("cart.").and(Filter::field("quantity").between(1, 10)),
        Filter::field("customer.country").anything_but(["DE", "AT"]),
        Filter::field("quantity")
            .exists()
            .or(Filter::field("type").one_of(["a", "b"]))
            .or(Filter::field("payment").absent()),
        Filter::field("payment.Card.holder").suffix("son"),
    ]));
    let expected = [
        json!({"data": {"type": ["cart.opened"]}}),
        json!({"data": {"type": [{"prefix": "cart."}], "quantity": [{"numeric": [">=", 1, "<=", 10]}]}}),
        json!({"data": {"customer": {"country": [{"anything-but": ["DE", "AT"]}]}}}),
        json!({"$or": [
            {"data": {"quantity": [{"exists": true}]}},
            {"data": {"type": ["a", "b"]}},
            {"data": {"payment": [{"exists": false}]}},
        ]}),
        json!({"data": {"payment": {"Card": {"holder": [{"suffix": "son"}]}}}}),
    ];
    assert_eq!(patterns, expected);
}

#[test]
fn filters_on_changes_of_a_table_compare_typed_values_of_new_items() {
    let patterns = patterns(on_changes([
        Filter::field("type").prefix("cart.").and(Filter::field("quantity").equals(3)),
        Filter::field("customer.country").equals("DE"),
    ]));
    let item = |fields| json!({"dynamodb": {"NewImage": fields}, "eventName": ["INSERT"]});
    let expected = [
        item(json!({"type": {"S": [{"prefix": "cart."}]}, "quantity": {"N": ["3"]}})),
        item(json!({"customer": {"M": {"country": {"S": ["DE"]}}}})),
    ];
    assert_eq!(patterns, expected);
}

#[test]
fn filters_on_messages_become_patterns_on_their_body() {
    let mut system = stack();
    let archive = bucket(&mut system, "Archive");
    let jobs = queue::<Plain>(&mut system, "Jobs");
    let source = jobs.messages(queue_mapping()).filtered([Filter::field("type").equals("job")]);
    Function::new(&mut system, "Read", &OnMessages::<Synth> { archive: archive.link() }, source, function_props());
    assert_eq!(patterns(system), [json!({"body": {"type": ["job"]}})]);
}

#[test]
fn a_field_that_the_event_lacks_is_refused_with_those_that_there_are() {
    let refused = |filter: Filter<Plain>| on_records([filter]).synthesize().unwrap_err().to_string();
    let message = refused(Filter::field("tpye").equals("x"));
    assert!(message.contains("the event has no field tpye to filter on"), "{message}");
    assert!(message.contains("did you mean type? it has type, quantity, customer, payment"), "{message}");
    let message = refused(Filter::field("customer.county").equals("x"));
    assert!(message.contains("no field customer.county") && message.contains("did you mean country?"), "{message}");
    let message = refused(Filter::field("payment.Card.number").equals("x"));
    assert!(message.contains("no field payment.Card.number") && message.contains("it has holder"), "{message}");
    let message = refused(Filter::field("type.name").equals("x"));
    assert!(message.contains("no field type.name") && message.contains("it has no fields there"), "{message}");
    let message = refused(Filter::field("kind").equals("x"));
    assert!(message.contains("no field kind"), "serde's name counts, not Rust's: {message}");
}

#[test]
fn where_serde_reads_any_name_any_field_is_accepted() {
    let mut system = stack();
    let archive = bucket(&mut system, "Archive");
    let events = stream::<Event>(&mut system, "Events");
    let source = events.records(stream_mapping(&mut system)).filtered([Filter::field("anything").equals(true)]);
    Function::new(&mut system, "Read", &OnOpenRecords::<Synth> { archive: archive.link() }, source, function_props());
    assert_eq!(patterns(system), [json!({"data": {"anything": [true]}})]);
}

#[test]
fn what_a_pattern_cannot_say_is_refused() {
    let refused = |stack: Stack| stack.synthesize().unwrap_err().to_string();
    let field = || Filter::<Plain>::field("type");
    let message = refused(on_records([field().equals("a").and(field().prefix("b"))]));
    assert!(message.contains("the filter is about one field twice"), "{message}");
    let either = || field().equals("a").or(Filter::field("quantity").equals(1));
    let message = refused(on_records([either().and(either())]));
    assert!(message.contains("the filter joins two alternatives with `and`"), "{message}");
    let message = refused(on_changes([Filter::field("quantity").at_least(1)]));
    assert!(message.contains("cannot be expressed for the changes of a table"), "{message}");
    let message = refused(on_changes([field().one_of([json!("a"), json!(1)])]));
    assert!(message.contains("compares type with values of several types"), "{message}");
    let message = refused(on_records((0..6).map(|number| field().equals(number))));
    assert!(message.contains("6 filters are more than the 5 that a mapping may have"), "{message}");
    let message = refused(on_records([field().equals("x".repeat(4096))]));
    assert!(message.contains("4096"), "{message}");
}

fn on_jobs(mapping: StandardQueueMapping) -> Stack {
    let mut system = stack();
    let archive = bucket(&mut system, "Archive");
    let jobs = sqs::Queue::new().visibility_timeout(300);
    let jobs = system.add(&"Jobs".into(), Definition::new(jobs));
    let source = Source::standard_queue("Jobs", jobs.arn(), mapping);
    Function::new(&mut system, "Read", &OnJobs::<Synth> { archive: archive.link() }, source, function_props());
    system
}

#[test]
fn a_standard_queue_is_taken_in_large_batches_by_pollers_of_its_own() {
    let minimum = literal!(MinimumPollers::pollers(2));
    let maximum = literal!(MaximumPollers::pollers(20));
    let assertions = assertions(on_jobs(StandardQueueMapping {
        batching: Batching::Collected {
            size: literal!(CollectedBatchSize::messages(10_000)),
            within: literal!(CollectingTime::seconds(5)),
        },
        scaling: QueueScaling::Pollers { minimum, maximum },
    }));
    let mapping = pattern!({
        "BatchSize": 10_000,
        "MaximumBatchingWindowInSeconds": 5,
        "ProvisionedPollerConfig": { "MinimumPollers": 2, "MaximumPollers": 20 },
        "ScalingConfig": absent(),
    });
    assertions.has_resource("AWS::Lambda::EventSourceMapping", mapping);
    assert_eq!(granted(&assertions, "ReadRole", "sqs:ReceiveMessage"), json!([{"Fn::GetAtt": ["Jobs", "Arn"]}]));
}

#[test]
fn a_small_batch_from_a_queue_waits_for_nothing() {
    let assertions = assertions(on_jobs(StandardQueueMapping {
        batching: Batching::Immediate(literal!(ImmediateBatchSize::messages(10))),
        scaling: QueueScaling::Unlimited,
    }));
    let mapping = pattern!({ "BatchSize": 10, "MaximumBatchingWindowInSeconds": absent(), "ScalingConfig": absent() });
    assertions.has_resource("AWS::Lambda::EventSourceMapping", mapping);
}

#[test]
fn a_consumer_reads_with_a_throughput_of_its_own() {
    let mut system = stack();
    let archive = bucket(&mut system, "Archive");
    let events = stream::<Plain>(&mut system, "Events");
    let consumer = StreamConsumer::new(&mut system, "Consumer", &events);
    let source = consumer.records(stream_mapping(&mut system));
    let function =
        Function::new(&mut system, "Read", &OnRecords::<Synth> { archive: archive.link() }, source, function_props());
    function.alias(&mut system, "live").take_sources(&mut system);
    let assertions = assertions(system);
    let arn = json!({"Fn::GetAtt": ["Consumer", "ConsumerARN"]});
    let mapping = json!({"EventSourceArn": arn, "FunctionName": {"Ref": "ReadAliasLive"}});
    assertions.has_resource("AWS::Lambda::EventSourceMapping", mapping);
    assert_eq!(granted(&assertions, "ReadRole", "kinesis:SubscribeToShard"), json!([arn]));
}

#[test]
fn the_version_of_code_that_is_known_names_it() {
    let mut system = stack();
    reader(&mut system, function_props()).alias(&mut system, "live");
    let mut app = App::new();
    app.stack(system);
    let code = |_: &SynthesizedStack, _: &FunctionAsset| CodeAsset { key: "read-1.zip".into(), command: vec![] };
    let code = CodeAssets { bucket: AssetBucket::new("test"), code: &code };
    let files = app.synthesize().unwrap().files(Some(&code)).unwrap();
    let template = &files[std::path::Path::new("test.template.json")];
    let template: Json = serde_json::from_str(template).unwrap();
    let description = template["Resources"]["ReadVersion"]["Properties"]["Description"].as_str().unwrap();
    assert!(description.starts_with("Code read-1.zip, configuration "), "{description}");
    assert_eq!(template["Resources"]["Read"]["Properties"]["Code"]["S3Key"], "read-1.zip");
}
