//! What synthesis promises: the same bytes, and errors that name the place.

mod support;

use cdk::constructs::{Function, FunctionProps};
use cdk::{App, CloudAssembly, Stack, Timeout, literal};
use contract::{Contract, Invocation, Phase};
use support::{
    Handle, Order, Publish, bucket, function_props, queue, queue_mapping, stack, stream, stream_mapping, table,
    table_mapping,
};

fn messages(stack: Stack) -> String {
    stack.synthesize().expect_err("the stack has a mistake").to_string()
}

fn assembly(stack: Stack) -> CloudAssembly {
    let mut app = App::new();
    app.stack(stack);
    app.synthesize().unwrap()
}

/// A table, a stream and the function between them.
fn publishing(events_first: bool) -> Stack {
    let mut system = stack();
    let stack = &mut system;
    let (orders, events) = if events_first {
        let events = stream::<Order>(stack, "Events");
        (table(stack, "Orders"), events)
    } else {
        (table(stack, "Orders"), stream(stack, "Events"))
    };
    let changes = orders.changes(table_mapping(stack));
    Function::new(stack, "Publish", &Publish { events: events.link() }, changes, function_props());
    system
}

#[test]
fn the_order_of_construction_leaves_no_trace() {
    let templates = [true, false].map(|events_first| assembly(publishing(events_first)).templates().unwrap());
    assert_eq!(templates[0], templates[1]);
}

#[test]
fn a_function_may_do_what_its_contract_states_and_nothing_else() {
    let template = publishing(true).synthesize().unwrap().template;
    let role = template.resources.iter().find(|(id, _)| id.as_str() == "PublishRole").unwrap().1;
    let role = serde_json::to_value(role).unwrap();
    let statements = role["Properties"]["Policies"][0]["PolicyDocument"]["Statement"].as_array().unwrap();
    let granted: Vec<_> = statements.iter().map(|s| format!("{} on {}", s["Action"], s["Resource"])).collect();
    let expected = [
        r#"["logs:CreateLogStream","logs:PutLogEvents"] on [{"Fn::GetAtt":["PublishLogs","Arn"]}]"#,
        r#"["kinesis:PutRecords"] on [{"Fn::GetAtt":["Events","Arn"]}]"#,
        r#"["dynamodb:DescribeStream","dynamodb:GetRecords","dynamodb:GetShardIterator"] on [{"Fn::GetAtt":["Orders","StreamArn"]}]"#,
        r#"["dynamodb:ListStreams"] on ["*"]"#,
        r#"["s3:PutObject"] on [{"Fn::Sub":"${TableFailures.Arn}/*"}]"#,
        r#"["s3:ListBucket"] on [{"Fn::GetAtt":["TableFailures","Arn"]}]"#,
    ];
    assert_eq!(granted, expected);
}

#[test]
fn a_function_may_have_several_sources_of_one_kind() {
    let mut system = stack();
    let stack = &mut system;
    let (orders, returns, events) = (table(stack, "Orders"), table(stack, "Returns"), stream(stack, "Events"));
    let mapping = table_mapping(stack);
    let changes = [orders.changes(mapping.clone()), returns.changes(mapping)];
    Function::new(stack, "Publish", &Publish { events: events.link() }, changes, function_props());
    let template = system.synthesize().unwrap().template;
    for mapping in ["PublishFromOrders", "PublishFromReturns"] {
        assert!(template.resources.keys().any(|id| id.as_str() == mapping), "{mapping}");
    }
}

#[test]
fn two_constructs_with_one_logical_id_are_an_error_that_names_both() {
    let mut stack = stack();
    bucket(&mut stack, "Orders");
    table::<Order>(&mut stack, "Orders");
    let message = messages(stack);
    assert!(message.contains("Orders (infra/cdk/tests/"), "{message}");
    assert!(message.contains("its logical id Orders is taken by Orders"), "{message}");
    assert!(message.contains("help: give one of the two another id"), "{message}");
}

#[test]
fn an_id_that_makes_no_logical_id_is_an_error() {
    let mut stack = stack();
    bucket(&mut stack, "my-bucket");
    let message = messages(stack);
    assert!(message.contains("its id does not make a logical id"), "{message}");
}

#[test]
fn a_queue_that_hides_messages_for_too_short_is_an_error() {
    let mut system = stack();
    let stack = &mut system;
    let (events, replays) = (stream(stack, "Events"), queue(stack, "Replays"));
    let sources = (events.records(stream_mapping(stack)), replays.messages(queue_mapping()));
    let props = FunctionProps { timeout: literal!(Timeout::seconds(31)), ..function_props() };
    Function::new(stack, "Handle", &Handle { next: replays.link() }, sources, props);
    let message = messages(system);
    assert!(message.contains("set the queue's visibility timeout to 186 s or more"), "{message}");
}

#[test]
fn a_circle_of_references_is_drawn_and_the_stated_edge_is_to_be_cut() {
    let mut stack = stack();
    let first = stack.add_untyped(&"First".into(), "Custom::Thing", serde_json::json!({}));
    let second = stack.add_untyped(&"Second".into(), "Custom::Thing", serde_json::json!({ "Of": { "Ref": "First" } }));
    stack.order(&second, &first);
    let message = messages(stack);
    assert!(message.contains("First -> Second  (DependsOn)"), "{message}");
    assert!(message.contains("Second -> First  (property Of)"), "{message}");
    assert!(message.contains("cut First -> Second (DependsOn)"), "{message}");
}

#[test]
fn one_contract_stands_for_one_function() {
    /// Does nothing.
    #[derive(Contract)]
    #[contract(name = "idle", wakes_on(Invocation<(), ()>))]
    struct Idle<P: Phase> {
        nothing: contract::Link<P, contract::Bucket<Order>, contract::GetObject>,
    }

    let mut system = stack();
    let bucket = bucket(&mut system, "Bucket");
    for id in ["One", "Two"] {
        let idle = Idle { nothing: bucket.link() };
        Function::new(&mut system, id, &idle, cdk::constructs::invoked(), function_props());
    }
    let message = messages(system);
    assert!(message.contains("the stack has another function called `idle`"), "{message}");
}

#[test]
fn stale_missing_and_left_over_templates_are_found() {
    let folder = tempfile::tempdir().unwrap();
    let assembly = assembly(publishing(true));
    let template = folder.path().join("test.template.json");
    assert_eq!(assembly.stale_templates(folder.path()).unwrap(), std::slice::from_ref(&template), "missing");
    assembly.write(folder.path(), None).unwrap();
    assert!(assembly.stale_templates(folder.path()).unwrap().is_empty());
    std::fs::write(&template, "{}").unwrap();
    assert_eq!(assembly.stale_templates(folder.path()).unwrap(), [template], "stale");
    assembly.write(folder.path(), None).unwrap();
    let left_over = folder.path().join("old/test.template.json");
    std::fs::create_dir(folder.path().join("old")).unwrap();
    std::fs::write(&left_over, "{}").unwrap();
    assert_eq!(assembly.stale_templates(folder.path()).unwrap(), [left_over], "left over");
}

#[test]
fn the_manifest_traces_resources_to_the_program() {
    let files = assembly(publishing(true)).files(None).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&files[std::path::Path::new("manifest.json")]).unwrap();
    let metadata = &manifest["artifacts"]["test"]["metadata"]["/test/Publish/Role"][0];
    assert_eq!(metadata["data"], "PublishRole");
    let trace = metadata["trace"][0].as_str().unwrap();
    assert!(trace.starts_with("new Publish/Role (infra/cdk/tests/synth.rs:"), "{trace}");
}

#[test]
fn stages_in_stages_are_named_by_their_whole_path() {
    let (mut app, mut outer, mut inner) = (App::new(), App::new(), App::new());
    inner.stack(publishing(true));
    outer.stage("inner", inner);
    app.stage("outer", outer);
    let files = app.synthesize().unwrap().files(None).unwrap();
    let manifest = &files[std::path::Path::new("assembly-outer/assembly-inner/manifest.json")];
    let manifest: serde_json::Value = serde_json::from_str(manifest).unwrap();
    let stack = &manifest["artifacts"]["test"];
    assert_eq!(stack["displayName"], "outer/inner/test");
    assert_eq!(stack["metadata"]["/outer/inner/test/Publish/Role"][0]["data"], "PublishRole");
}
