//! What each rule refuses and what it lets pass, and how constructs break rules.

use cdk::aws::sqs::Queue;
use cdk::{Definition, RemovalPolicy, Stack, StackProps, SynthErrors, SynthesizedStack, Value, rules};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

fn empty() -> Stack {
    Stack::new(StackProps::new("test"))
}

/// A stack of these untyped resources; what holds data says what becomes of them.
fn stack(resources: &Json) -> Stack {
    let mut stack = empty();
    for (id, resource) in resources.as_object().unwrap() {
        let r#type = resource["Type"].as_str().unwrap().to_owned();
        let added = stack.add_untyped(&id.as_str().into(), r#type, resource["Properties"].clone());
        stack.keep_or_delete(&added, RemovalPolicy::Delete);
    }
    stack
}

fn queue(properties: Json) -> Json {
    json!({ "Type": "AWS::SQS::Queue", "Properties": properties })
}

fn topic(properties: Json) -> Json {
    json!({ "Type": "AWS::SNS::Topic", "Properties": properties })
}

fn with(mut properties: Json, more: Json) -> Json {
    properties.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    properties
}

fn function(more: Json) -> Json {
    let code = json!({ "Code": { "ZipFile": "" }, "Role": "arn:aws:iam::123456789012:role/function" });
    json!({ "Type": "AWS::Lambda::Function", "Properties": with(code, more) })
}

/// A mapping on an attribute of a resource to `Work`.
fn mapping(source: &str, attribute: &str, more: Json) -> Json {
    let source = json!({ "FunctionName": { "Ref": "Work" }, "EventSourceArn": { "Fn::GetAtt": [source, attribute] } });
    json!({ "Type": "AWS::Lambda::EventSourceMapping", "Properties": with(source, more) })
}

fn table(attributes: &[&str], more: Json) -> Json {
    let defined: Vec<_> =
        attributes.iter().map(|name| json!({ "AttributeName": name, "AttributeType": "S" })).collect();
    let keys = json!({
        "AttributeDefinitions": defined,
        "KeySchema": [{ "AttributeName": "id", "KeyType": "HASH" }],
        "BillingMode": "PAY_PER_REQUEST",
    });
    json!({ "Type": "AWS::DynamoDB::Table", "Properties": with(keys, more) })
}

fn variables(variables: Json) -> Json {
    json!({ "Work": function(json!({ "Environment": { "Variables": variables } })) })
}

/// The stack breaks this rule and no other; there is an error at `path` that says `message`, with place, rule and page.
#[track_caller]
fn assert_refused(stack: Stack, rule: &str, path: &str, message: &str) {
    let errors = stack.synthesize().expect_err("the stack breaks a rule");
    let known = rules::find(rule).unwrap();
    for error in &errors.errors {
        assert_eq!(error.rule.id, rule, "{errors}");
    }
    let start = format!("{path} (infra/cdk/tests/rules.rs:");
    let end = format!("\n  rule: {rule} ({})", known.page);
    let texts: Vec<_> = errors.errors.iter().map(ToString::to_string).collect();
    let found = texts.iter().find(|text| text.starts_with(&start) && text.contains(message));
    let found = found.unwrap_or_else(|| panic!("no error at {path} says `{message}`: {errors}"));
    assert!(found.ends_with(&end), "{found}");
    let columns = found[start.len()..].split(')').next().unwrap();
    assert!(columns.split(':').all(|number| number.parse::<u32>().is_ok_and(|number| number > 0)), "{columns}");
    assert!(found.contains("\n  help: "), "{found}");
}

#[track_caller]
fn refused(resources: Json, rule: &str, path: &str, message: &str) {
    assert_refused(stack(&resources), rule, path, message);
}

#[track_caller]
fn passes(resources: Json) -> SynthesizedStack {
    stack(&resources).synthesize().unwrap_or_else(|errors: SynthErrors| panic!("{errors}"))
}

#[test]
fn rules_are_sorted_complete_and_found_by_id() {
    assert!(rules::ALL.is_sorted_by_key(|rule| rule.id));
    for rule in rules::ALL {
        assert_eq!(rules::find(rule.id).unwrap().id, rule.id);
        assert!(rule.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{}", rule.id);
        assert!(rule.page.starts_with("https://"), "{}", rule.id);
        for sentence in [rule.summary, rule.explanation, rule.fix] {
            assert!(sentence.ends_with('.'), "{}: {sentence}", rule.id);
        }
    }
    assert!(rules::find("queue-visibilty").is_none());
    assert_eq!(rules::similar("queue-visibilty").unwrap().id, "queue-visibility");
    assert!(rules::similar("zzz").is_none());
}

#[test]
fn queue_visibility() {
    let system = |hidden: Json, timeout: Json| json!({ "Jobs": queue(hidden), "Work": function(timeout), "Wake": mapping("Jobs", "Arn", json!({})) });
    let rule = "queue-visibility";
    let help = "set the queue's visibility timeout to 66 s or more";
    refused(system(json!({}), json!({ "Timeout": 11 })), rule, "test/Wake", help);
    let message = "Jobs hides messages for 17 s, and Work may take 3 s for one batch";
    refused(system(json!({ "VisibilityTimeout": "17" }), json!({})), rule, "test/Wake", message);
    passes(system(json!({ "VisibilityTimeout": 18 }), json!({})));
    passes(system(json!({}), json!({ "Timeout": 5 })));
    passes(system(json!({ "VisibilityTimeout": { "Fn::If": ["Large", 60, 5] } }), json!({ "Timeout": 300 })));
}

#[test]
fn queue_visibility_of_an_alias() {
    let mut system = json!({
        "Jobs": queue(json!({})),
        "Work": function(json!({ "Timeout": 10 })),
        "Live": { "Type": "AWS::Lambda::Alias", "Properties": {
            "FunctionName": { "Fn::GetAtt": ["Work", "Arn"] }, "FunctionVersion": "1", "Name": "live",
        } },
        "Wake": mapping("Jobs", "Arn", json!({})),
    });
    system["Wake"]["Properties"]["FunctionName"] = json!({ "Ref": "Live" });
    refused(system, "queue-visibility", "test/Wake", "to 60 s or more");
}

#[test]
fn queue_visibility_minimum() {
    let system = |timeout: u32| {
        json!({
            "Jobs": queue(json!({ "VisibilityTimeout": 5 })),
            "Work": function(json!({ "Timeout": timeout })),
            "Wake": mapping("Jobs", "Arn", json!({})),
        })
    };
    refused(system(6), "queue-visibility-minimum", "test/Wake", "to 36 s or more");
    refused(system(5), "queue-visibility", "test/Wake", "to 30 s or more");
}

fn redriven(own: Json, letters: Json) -> Json {
    let redrive =
        json!({ "RedrivePolicy": { "deadLetterTargetArn": { "Fn::GetAtt": ["Dead", "Arn"] }, "maxReceiveCount": 3 } });
    json!({ "Jobs": queue(with(redrive, own)), "Dead": queue(letters) })
}

#[test]
fn dead_letter_kind() {
    let fifo = json!({ "FifoQueue": true });
    let message = "it is a FIFO queue, and its dead-letter queue Dead is a standard queue";
    refused(redriven(fifo.clone(), json!({})), "dead-letter-kind", "test/Jobs", message);
    refused(redriven(json!({}), fifo.clone()), "dead-letter-kind", "test/Jobs", "make Dead a standard queue too");
    passes(redriven(fifo.clone(), fifo));
    passes(redriven(json!({}), json!({})));
}

#[test]
fn dead_letter_retention() {
    let short = json!({ "MessageRetentionPeriod": 3600 });
    let message = "it keeps messages for 345600 s, and its dead-letter queue Dead for 3600 s only";
    refused(redriven(json!({}), short.clone()), "dead-letter-retention", "test/Jobs", message);
    passes(redriven(short.clone(), short.clone()));
    let fifo = json!({ "FifoQueue": true });
    passes(redriven(fifo.clone(), with(fifo, short)));
}

#[test]
fn competing_mappings() {
    let system = |second: Json| {
        json!({
            "Jobs": queue(json!({})),
            "Work": function(json!({})),
            "One": mapping("Jobs", "Arn", json!({})),
            "Two": mapping("Jobs", "Arn", second),
        })
    };
    let (rule, message) = ("competing-mappings", "it competes with One for the messages of Jobs");
    refused(system(json!({})), rule, "test/Two", message);
    let filter = json!({ "FilterCriteria": { "Filters": [{ "Pattern": "{}" }] } });
    refused(system(filter), rule, "test/Two", message);
    passes(system(json!({ "Enabled": false })));
    passes(system(json!({ "Enabled": { "Ref": "AWS::NoValue" } })));
}

#[test]
fn fifo_on_failure() {
    let to_jobs =
        |when: &str| json!({ "DestinationConfig": { when: { "Destination": { "Fn::GetAtt": ["Jobs", "Arn"] } } } });
    let system = |fifo: bool, more: Json| {
        let named = json!({ "FunctionName": { "Ref": "Work" }, "Qualifier": "$LATEST" });
        json!({
            "Jobs": queue(if fifo { json!({ "FifoQueue": true }) } else { json!({}) }),
            "Work": function(json!({})),
            "Invoked": { "Type": "AWS::Lambda::EventInvokeConfig", "Properties": with(named, more) },
        })
    };
    for when in ["OnFailure", "OnSuccess"] {
        let message = format!("DestinationConfig.{when}.Destination: Jobs is FIFO");
        refused(system(true, to_jobs(when)), "fifo-on-failure", "test/Invoked", &message);
        passes(system(false, to_jobs(when)));
    }
    let stream = json!({
        "Jobs": queue(json!({ "FifoQueue": true })),
        "Work": function(json!({ "DeadLetterConfig": { "TargetArn": { "Fn::GetAtt": ["Jobs", "Arn"] } } })),
        "Events": { "Type": "AWS::Kinesis::Stream", "Properties": { "ShardCount": 1 } },
        "Wake": mapping("Events", "Arn", with(to_jobs("OnFailure"), json!({ "StartingPosition": "LATEST" }))),
    });
    refused(stream.clone(), "fifo-on-failure", "test/Wake", "Jobs is FIFO");
    refused(stream, "fifo-on-failure", "test/Work", "DeadLetterConfig.TargetArn: Jobs is FIFO");
}

#[test]
fn fifo_names() {
    let named = |fifo: bool, name: &str| {
        json!({
            "Jobs": queue(with(json!({ "QueueName": name }), if fifo { json!({ "FifoQueue": true }) } else { json!({}) })),
            "News": topic(with(json!({ "TopicName": name }), json!({ "FifoTopic": fifo }))),
        })
    };
    for path in ["test/Jobs", "test/News"] {
        refused(named(true, "jobs"), "fifo-names", path, "call it `jobs.fifo`");
        refused(
            named(false, "jobs.fifo"),
            "fifo-names",
            path,
            "it is not FIFO, and its name `jobs.fifo` ends in `.fifo`",
        );
    }
    passes(named(true, "jobs.fifo"));
    passes(named(false, "jobs"));
}

#[test]
fn fifo_properties() {
    let deduplicated = json!({ "ContentBasedDeduplication": true });
    let message = "ContentBasedDeduplication is set, and it is not FIFO";
    refused(json!({ "Jobs": queue(deduplicated.clone()) }), "fifo-properties", "test/Jobs", message);
    refused(json!({ "News": topic(deduplicated.clone()) }), "fifo-properties", "test/News", message);
    let scope = json!({ "DeduplicationScope": "queue" });
    refused(json!({ "Jobs": queue(scope) }), "fifo-properties", "test/Jobs", "DeduplicationScope is set");
    passes(json!({ "Jobs": queue(with(deduplicated, json!({ "FifoQueue": true }))) }));
    passes(json!({ "Jobs": queue(json!({ "ContentBasedDeduplication": false })) }));
}

#[test]
fn fifo_batches() {
    let system = |more: Json, fifo: Json| json!({ "Jobs": queue(fifo), "Work": function(json!({})), "Wake": mapping("Jobs", "Arn", more) });
    let fifo = json!({ "FifoQueue": true });
    let large = json!({ "BatchSize": 11, "MaximumBatchingWindowInSeconds": 1 });
    refused(system(large.clone(), fifo.clone()), "fifo-batches", "test/Wake", "it takes 11 messages at a time");
    refused(system(large.clone(), fifo.clone()), "fifo-batches", "test/Wake", "it has a batching window of 1 s");
    passes(system(large, json!({})));
    passes(system(json!({ "BatchSize": 10, "MaximumBatchingWindowInSeconds": 0 }), fifo));
}

#[test]
fn record_age() {
    let system = |age: i64, hours: u32| {
        let aged = json!({ "StartingPosition": "LATEST", "MaximumRecordAgeInSeconds": age });
        json!({
            "Events": { "Type": "AWS::Kinesis::Stream", "Properties": { "ShardCount": 1, "RetentionPeriodHours": hours } },
            "Orders": table(&["id"], json!({ "StreamSpecification": { "StreamViewType": "NEW_IMAGE" } })),
            "Work": function(json!({})),
            "Wake": mapping("Events", "Arn", aged.clone()),
            "Change": mapping("Orders", "StreamArn", json!({ "StartingPosition": "LATEST", "MaximumRecordAgeInSeconds": age.min(86400) })),
        })
    };
    let message = "it gives up on records after 86401 s, and Events forgets them after 86400 s";
    refused(system(86401, 24), "record-age", "test/Wake", message);
    passes(system(86401, 48));
    passes(system(-1, 24));
    let mut changes = system(-1, 24);
    changes["Change"]["Properties"]["MaximumRecordAgeInSeconds"] = json!(100_000);
    refused(changes, "record-age", "test/Change", "Orders forgets them after 86400 s");
}

#[test]
fn starting_position() {
    let system = |more: Json| {
        json!({
            "Events": { "Type": "AWS::Kinesis::Stream", "Properties": { "ShardCount": 1 } },
            "Work": function(json!({})),
            "Wake": mapping("Events", "Arn", more),
        })
    };
    refused(system(json!({})), "starting-position", "test/Wake", "it does not say where in Events it starts");
    passes(system(json!({ "StartingPosition": "TRIM_HORIZON" })));
}

#[test]
fn table_streams() {
    let system = |more: Json| {
        let start = json!({ "StartingPosition": "LATEST" });
        json!({ "Orders": table(&["id"], more), "Work": function(json!({})), "Wake": mapping("Orders", "StreamArn", start) })
    };
    refused(system(json!({})), "table-streams", "test/Wake", "it refers to the stream of Orders, which has none");
    passes(system(json!({ "StreamSpecification": { "StreamViewType": "NEW_IMAGE" } })));
}

/// A table with a stream, and mappings on it that have these properties.
fn reading(mappings: &[Json]) -> Json {
    let stream = json!({ "StreamSpecification": { "StreamViewType": "NEW_IMAGE" } });
    let mut system = json!({ "Orders": table(&["id"], stream), "Work": function(json!({})) });
    for (number, more) in mappings.iter().enumerate() {
        let start = with(json!({ "StartingPosition": "TRIM_HORIZON" }), more.clone());
        system[format!("Reader{number}")] = mapping("Orders", "StreamArn", start);
    }
    system
}

#[test]
fn table_parallelization() {
    let parallel = |batches: u32| reading(&[json!({ "ParallelizationFactor": batches })]);
    let with_sort_key = |mut system: Json| {
        let keys =
            [("id", "HASH"), ("at", "RANGE")].map(|(name, r#type)| json!({ "AttributeName": name, "KeyType": r#type }));
        let stream = json!({ "StreamSpecification": { "StreamViewType": "NEW_IMAGE" }, "KeySchema": keys });
        system["Orders"] = table(&["id", "at"], stream);
        system
    };
    let message = "it handles 2 batches of a shard of Orders at a time";
    refused(with_sort_key(parallel(2)), "table-parallelization", "test/Reader0", message);
    passes(with_sort_key(parallel(1)));
    passes(with_sort_key(reading(&[json!({})])));
    passes(parallel(2));
}

#[test]
fn table_readers() {
    let readers = |third: Json| reading(&[json!({}), json!({}), third]);
    refused(readers(json!({})), "table-readers", "test/Reader2", "it is reader 3 of the stream of Orders");
    passes(readers(json!({ "Enabled": false })));
    passes(reading(&[json!({}), json!({})]));
}

#[test]
fn table_attributes() {
    let index = json!({ "GlobalSecondaryIndexes": [{
        "IndexName": "by-owner", "KeySchema": [{ "AttributeName": "owner", "KeyType": "HASH" }],
        "Projection": { "ProjectionType": "ALL" },
    }] });
    let rule = "table-attributes";
    refused(json!({ "Orders": table(&["id"], index.clone()) }), rule, "test/Orders", "the key owner is not defined");
    let message = "the attribute owner is defined and is no key";
    refused(json!({ "Orders": table(&["id", "owner"], json!({})) }), rule, "test/Orders", message);
    passes(json!({ "Orders": table(&["id", "owner"], index) }));
}

#[test]
fn environment_names() {
    for (name, message) in [
        ("AWS_REGION", "Lambda sets the variable `AWS_REGION` itself"),
        ("_HANDLER", "Lambda sets the variable `_HANDLER` itself"),
        ("LAMBDA_TASK_ROOT", "Lambda sets the variable `LAMBDA_TASK_ROOT` itself"),
        ("TWO WORDS", "`TWO WORDS` is no name of a variable"),
        ("1ST", "`1ST` is no name of a variable"),
        ("A", "`A` is no name of a variable"),
    ] {
        refused(variables(json!({ name: "x" })), "environment-names", "test/Work", message);
    }
    passes(variables(json!({ "ORDERS_TABLE": "x", "a1": "x", "AWS_LAMBDA_EXEC_WRAPPER": "/opt/wrapper" })));
}

#[test]
fn environment_size() {
    let message = "its variables have at least 4097 bytes, more than 4096";
    refused(variables(json!({ "NAME": "x".repeat(4093) })), "environment-size", "test/Work", message);
    let account = json!({ "Fn::Sub": format!("{}${{AWS::AccountId}}${{AWS::Region}}", "x".repeat(4080)) });
    refused(variables(json!({ "NAME": account })), "environment-size", "test/Work", message);
    passes(variables(json!({ "NAME": "x".repeat(4092) })));
}

#[test]
fn resource_count() {
    let things = |count: usize| {
        let thing = json!({ "Type": "Custom::Thing", "Properties": {} });
        Json::Object((0..count).map(|number| (format!("Thing{number}"), thing.clone())).collect())
    };
    refused(things(501), "resource-count", "test/test", "501 resources are more than the 500");
    passes(things(500));
}

#[test]
fn template_size() {
    let thing =
        |size: usize| json!({ "Large": { "Type": "Custom::Thing", "Properties": { "Text": "x".repeat(size) } } });
    let rest = passes(thing(0)).template.render(cdk::TemplateFormat::Json).unwrap().len();
    let message = "the template has 1048577 bytes, more than the 1048576";
    refused(thing(1_048_577 - rest), "template-size", "test/test", message);
    passes(thing(1_048_576 - rest));
}

#[test]
fn stack_names() {
    for name in ["", "1st", "my stack", "shop_dev", "x".repeat(129).as_str()] {
        let stack = Stack::new(StackProps::new(name));
        assert_refused(stack, "stack-names", &format!("{name}/{name}"), "is no name of a stack");
    }
    Stack::new(StackProps::new("shop-dev-2")).synthesize().unwrap();
}

#[test]
fn physical_names() {
    let named = |one: &str, two: &str| json!({ "One": topic(json!({ "TopicName": one })), "Two": topic(json!({ "TopicName": two })) });
    refused(named("news", "news"), "physical-names", "test/Two", "its TopicName `news` is also that of One");
    passes(named("news", "more-news"));
    let rule = |bus: &str| {
        let pattern = json!({ "source": ["shop"] });
        json!({ "Type": "AWS::Events::Rule", "Properties": { "Name": "n", "EventBusName": bus, "EventPattern": pattern } })
    };
    passes(json!({ "One": rule("first"), "Two": rule("second") }));
    refused(json!({ "One": rule("first"), "Two": rule("first") }), "physical-names", "test/Two", "also that of One");
}

#[test]
fn schedule_expressions() {
    let rule = |schedule: &str| json!({ "Daily": { "Type": "AWS::Events::Rule", "Properties": { "ScheduleExpression": schedule } } });
    for (schedule, message) in [
        ("rate(1 minutes)", "the unit does not fit the number"),
        ("rate(5 minute)", "the unit does not fit the number"),
        ("rate(0 minutes)", "the number is none above 0"),
        ("rate(minutes)", "the number is none above 0"),
        ("cron(0 4 * * *)", "it does not have six fields"),
        ("cron(0 4 * * * *)", "one of the day of the month and the day of the week has to be `?`"),
    ] {
        refused(rule(schedule), "schedule-expressions", "test/Daily", message);
    }
    for schedule in ["rate(1 minute)", "rate(12 hours)", "cron(0 4 * * ? *)", "cron(15 10 ? * 6L 2026-2030)"] {
        passes(rule(schedule));
    }
}

#[test]
fn stateful_policies() {
    let mut stack = empty();
    let bucket = stack.add_untyped(&"Archive".into(), "AWS::S3::Bucket", json!({}));
    let kept = |stack: Stack| stack.synthesize().unwrap().template.resources["Archive"].clone();
    let mut decided = empty();
    let other = decided.add_untyped(&"Archive".into(), "AWS::S3::Bucket", json!({}));
    decided.keep_or_delete(&other, RemovalPolicy::Retain);
    let archive = serde_json::to_value(kept(decided)).unwrap();
    assert_eq!(archive["DeletionPolicy"], "RetainExceptOnCreate");
    assert_eq!(archive["UpdateReplacePolicy"], "Retain");
    assert_eq!(bucket.logical_id().as_str(), "Archive");
    assert_refused(stack, "stateful-policies", "test/Archive", "does not say what becomes of them");
}

#[test]
fn circular_references() {
    let circle = json!({
        "One": topic(json!({ "DisplayName": { "Fn::GetAtt": ["Two", "TopicName"] } })),
        "Two": topic(json!({ "DisplayName": { "Fn::Sub": "to ${Three.TopicName}" } })),
        "Three": topic(json!({ "DisplayName": { "Fn::GetAtt": ["One", "TopicName"] } })),
        "Outside": topic(json!({ "DisplayName": { "Fn::GetAtt": ["Three", "TopicName"] } })),
    });
    let rule = "circular-references";
    let errors = stack(&circle).synthesize().unwrap_err();
    let text = errors.to_string();
    for edge in ["One -> Two  (property DisplayName)", "Two -> Three  (property DisplayName)", "Three -> One"] {
        assert!(text.contains(&format!("\n    {edge}")), "{text}");
    }
    assert_eq!(errors.errors[0].rule.id, rule);
    assert!(text.contains("help: cut "), "{text}");
    let itself = json!({ "One": topic(json!({ "DisplayName": { "Fn::GetAtt": ["One", "TopicName"] } })) });
    refused(itself, rule, "test/One", "One -> One  (property DisplayName)");
    let mut line = circle;
    line["Three"]["Properties"] = json!({});
    passes(line);
}

#[test]
fn an_order_that_was_stated_is_the_first_to_be_cut() {
    let mut stack = empty();
    let one = stack.add_untyped(&"One".into(), "AWS::SNS::Topic", json!({}));
    let two = json!({ "DisplayName": { "Fn::GetAtt": ["One", "TopicName"] } });
    let two = stack.add_untyped(&"Two".into(), "AWS::SNS::Topic", two);
    stack.order(&two, &one);
    assert_refused(stack, "circular-references", "test/One", "help: cut One -> Two (DependsOn)");
}

#[test]
fn references() {
    let shown =
        |expression: Json| json!({ "News": topic(json!({ "DisplayName": expression })), "Jobs": queue(json!({})) });
    for (expression, message) in [
        (json!({ "Ref": "Nowhere" }), "it refers to Nowhere, which is not in the stack"),
        (json!({ "Fn::Sub": "${Nowhere}" }), "it refers to Nowhere, which is not in the stack"),
        (
            json!({ "Fn::GetAtt": ["Jobs", "Url"] }),
            "it asks Jobs for the attribute Url, which AWS::SQS::Queue does not have",
        ),
    ] {
        refused(shown(expression), "references", "test/News", message);
    }
    passes(shown(json!({ "Fn::GetAtt": ["Jobs", "QueueName"] })));
    let mut output = empty();
    output.output("Url", "Where jobs go.", Value::<String>::untyped(cdk::Node::from(json!({ "Ref": "Nowhere" }))));
    assert_refused(output, "references", "test/Url", "it refers to Nowhere, which is not in the stack");
}

#[test]
fn properties_of_untyped_resources() {
    for (properties, message) in [
        (json!({ "VisibilityTimeuot": 5 }), "help: did you mean VisibilityTimeout?"),
        (json!({ "DelaySeconds": 901 }), "DelaySeconds of AWS::SQS::Queue: 901 is out of range"),
        (json!({ "FifoQueue": "maybe" }), "FifoQueue of AWS::SQS::Queue: it is a text\n  help: use true or false"),
        (json!({ "Tags": [{ "Value": "x" }] }), "Tags.0.Key of AWS::SQS::Queue: it is required and missing"),
        (json!({ "Tags": [{ "Key": "!", "Value": "x" }] }), "`!` does not match the pattern"),
    ] {
        refused(json!({ "Jobs": queue(properties) }), "properties", "test/Jobs", message);
    }
    let code =
        json!({ "Work": { "Type": "AWS::Lambda::Function", "Properties": { "Role": "arn:aws:iam::1:role/r" } } });
    refused(code, "properties", "test/Work", "Code of AWS::Lambda::Function: it is required and missing");
    let unknown = json!({ "Host": { "Type": "AWS::EC9::Host", "Properties": {} } });
    refused(unknown, "properties", "test/Host", "the type AWS::EC9::Host is not known");
    passes(json!({ "Own": { "Type": "Custom::Own", "Properties": { "Anything": [1, { "goes": true }] } } }));
}

#[test]
fn properties_behind_the_escape_hatch_and_numbers_that_are_known_late() {
    let queue = |queue: Queue| {
        let mut stack = empty();
        stack.add(&"Jobs".into(), Definition::new(queue));
        stack
    };
    let named = queue(Queue::new().set("QueueNmae", "jobs"));
    assert_refused(named, "properties", "test/Jobs", "help: did you mean QueueName?");
    let delayed = queue(Queue::new().delay_seconds(-1));
    assert_refused(delayed, "properties", "test/Jobs", "use a whole number from 0 to 900");
    queue(Queue::new().set("QueueName", "jobs").delay_seconds(900)).synthesize().unwrap();
}

#[test]
fn secret_outputs() {
    let shows = |value: Json| {
        let mut stack = stack(&json!({
            "Key": { "Type": "AWS::IAM::AccessKey", "Properties": { "UserName": "deployer" } },
            "News": topic(json!({ "DisplayName": "{{resolve:secretsmanager:news}}" })),
        }));
        stack.output("Shown", "What is shown.", Value::<String>::untyped(cdk::Node::from(value)));
        stack
    };
    for (value, message) in [
        (json!("{{resolve:secretsmanager:mail:SecretString:user}}"), "a secret that CloudFormation resolves"),
        (json!({ "Fn::Sub": "x-{{resolve:ssm-secure:/mail}}-${News}" }), "a secret that CloudFormation resolves"),
        (json!({ "Fn::GetAtt": ["Key", "SecretAccessKey"] }), "the secret key of Key"),
        (json!({ "Fn::Join": ["", [{ "Fn::GetAtt": ["Key", "SecretAccessKey"] }]] }), "the secret key of Key"),
        (json!({ "Fn::GetAtt": ["News", "DisplayName"] }), "a property of News that is resolved from a secret"),
    ] {
        assert_refused(shows(value), "secret-outputs", "test/Shown", message);
    }
    shows(json!({ "Ref": "Key" })).synthesize().unwrap();
    shows(json!({ "Fn::GetAtt": ["News", "TopicArn"] })).synthesize().unwrap();
}

#[test]
fn secret_literals() {
    let rule = "secret-literals";
    let access_key = concat!("AKIA", "ABCDEFGHIJ234567");
    for (name, value) in [
        ("ACCESS", access_key.to_owned()),
        ("KEY", concat!("-----BEGIN RSA ", "PRIVATE KEY-----\nMIIE").to_owned()),
        ("REPOSITORY", format!("https://{}{}@github.com", "ghp_", "a1".repeat(18))),
        ("CHAT", format!("xoxb-{}", "1234567890-a")),
        ("DB_PASSWORD", "hunter2".to_owned()),
        ("API_KEY", "0123".to_owned()),
    ] {
        let message = format!("Environment.Variables.{name} looks like ");
        let errors = stack(&variables(json!({ name: value }))).synthesize().unwrap_err().to_string();
        assert!(!errors.contains(&value), "the error shows the secret: {errors}");
        refused(variables(json!({ name: value })), rule, "test/Work", &message);
    }
    let tag = json!({ "Jobs": queue(json!({ "Tags": [{ "Key": "Token", "Value": "abc" }] })) });
    refused(tag, rule, "test/Jobs", "Tags.Token looks like a secret, by its name");
    passes(variables(json!({
        "DB_PASSWORD": "{{resolve:secretsmanager:db:SecretString:password}}",
        "API_SECRET": "arn:aws:secretsmanager:eu-central-1:123456789012:secret:api",
        "TOKEN": { "Ref": "AWS::StackId" },
        "TOKENS_TABLE": "tokens",
        "REQUIRE_PASSWORD": "true",
    })));
    let mut output = empty();
    output.output("Access", "What is shown.", access_key);
    assert_refused(output, rule, "test/Access", "the output looks like an AWS access key");
}

/// A queue with a short visibility timeout, and what it wakes.
fn hasty() -> Stack {
    stack(
        &json!({ "Jobs": queue(json!({})), "Work": function(json!({ "Timeout": 20 })), "Wake": mapping("Jobs", "Arn", json!({})) }),
    )
}

#[test]
fn a_waiver_ends_up_in_the_metadata_of_the_resource() {
    let mut stack = hasty();
    stack.waive("Wake", "queue-visibility", "the function is idempotent");
    let template = stack.synthesize().unwrap().template;
    let wake = serde_json::to_value(&template.resources["Wake"]).unwrap();
    assert_eq!(wake["Metadata"]["Waived"], json!({ "queue-visibility": "the function is idempotent" }));
    let jobs = serde_json::to_value(&template.resources["Jobs"]).unwrap();
    assert_eq!(jobs.get("Metadata"), None);
}

#[test]
fn a_waiver_for_an_output_ends_up_in_the_metadata_of_the_template() {
    let mut stack = empty();
    stack.output("ApiKey", "Known to everybody.", "public");
    stack.waive("ApiKey", "secret-literals", "the key of the public sandbox");
    let template = serde_json::to_value(stack.synthesize().unwrap().template).unwrap();
    assert_eq!(template["Metadata"]["WaivedApiKey"]["secret-literals"], "the key of the public sandbox");
}

#[test]
fn a_waiver_covers_what_is_inside_and_nothing_beside() {
    let inside = |waived: &str| {
        let mut stack = empty();
        stack.add_untyped(&cdk::ConstructPath::new("Shop").child("Archive"), "AWS::S3::Bucket", json!({}));
        stack.waive(waived, "stateful-policies", "it holds nothing");
        stack.synthesize().is_ok()
    };
    assert!(inside("Shop") && inside("Shop/Archive"));
    assert!(!inside("Sho") && !inside("Other"));
}

#[test]
fn waivers_without_reason_or_of_rules_that_cannot_be_waived_are_errors() {
    for (rule, reason, message) in [
        ("queue-visibility", " ", "the waiver of queue-visibility has no reason"),
        ("queue-visibility-minimum", "why not", "the rule queue-visibility-minimum cannot be waived"),
        (
            "queue-visibilty",
            "why not",
            "there is no rule queue-visibilty to waive\n  help: did you mean queue-visibility?",
        ),
    ] {
        let mut stack = empty();
        stack.waive("Wake", rule, reason);
        let text = stack.synthesize().unwrap_err().to_string();
        assert!(text.contains("test/Wake (infra/cdk/tests/rules.rs:") && text.contains(message), "{text}");
    }
}

/// Documents with many of the words that rules look for.
fn document() -> impl Strategy<Value = Json> {
    let words =
        ["Work", "Jobs", "Arn", "true", "-1", "rate(", "cron(0 ? 💥", "x.fifo", "{{resolve:secretsmanager:x}}", ""];
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        ".{0,8}".prop_map(Json::from),
        prop::sample::select(words.to_vec()).prop_map(Json::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let names = [
            "Ref",
            "Fn::GetAtt",
            "Fn::Sub",
            "Fn::If",
            "Fn::Join",
            "AttributeName",
            "KeySchema",
            "Variables",
            "OnFailure",
            "Destination",
            "deadLetterTargetArn",
            "Key",
            "Name",
            "Value",
            "Password",
        ];
        let name =
            prop_oneof![prop::sample::select(names.to_vec()).prop_map(str::to_owned), ".{0,4}".prop_map(String::from)];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Json::from),
            prop::collection::btree_map(name, inner, 0..4).prop_map(|map| json!(map)),
        ]
    })
}

fn resource() -> impl Strategy<Value = (&'static str, Json)> {
    let types = [
        "AWS::SQS::Queue",
        "AWS::SNS::Topic",
        "AWS::Lambda::Function",
        "AWS::Lambda::Alias",
        "AWS::Lambda::EventSourceMapping",
        "AWS::Lambda::EventInvokeConfig",
        "AWS::DynamoDB::Table",
        "AWS::Kinesis::Stream",
        "AWS::Events::Rule",
        "AWS::IAM::AccessKey",
        "Custom::Thing",
        "",
    ];
    let names = [
        "FifoQueue",
        "QueueName",
        "VisibilityTimeout",
        "RedrivePolicy",
        "Timeout",
        "Environment",
        "FunctionName",
        "EventSourceArn",
        "BatchSize",
        "Enabled",
        "DestinationConfig",
        "KeySchema",
        "AttributeDefinitions",
        "GlobalSecondaryIndexes",
        "ScheduleExpression",
        "Name",
        "MaximumRecordAgeInSeconds",
        "RetentionPeriodHours",
    ];
    let properties = prop::collection::btree_map(prop::sample::select(names.to_vec()), document(), 0..6);
    let whole = prop_oneof![9 => properties.prop_map(|map| json!(map)), 1 => document()];
    (prop::sample::select(types.to_vec()), whole)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_resources_make_synthesis_panic(resources in prop::collection::vec(resource(), 1..6), output in document()) {
        let mut stack = empty();
        for (id, (r#type, properties)) in ["Jobs", "Work", "Wake", "More", "Most"].iter().zip(resources) {
            stack.add_untyped(&(*id).into(), r#type, properties);
        }
        stack.output("Password", "Anything.", Value::<String>::untyped(cdk::Node::from(output)));
        // Whatever it says, it says it with a place and something to do.
        if let Err(errors) = stack.synthesize() {
            for error in &errors.errors {
                prop_assert!(!error.message.is_empty() && !error.help.is_empty(), "{error}");
            }
        }
    }
}
