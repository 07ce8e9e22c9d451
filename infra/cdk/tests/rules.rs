//! Each rule refuses what breaks it, lets pass what does not, and can be waived where that is sensible.

use cdk::{ImportedTemplate, Stack, StackProps, SynthErrors, rules};
use serde_json::{Value as Json, json};

/// A stack with these resources, as untyped ones.
fn stack(resources: &Json) -> Stack {
    let mut stack = Stack::new(StackProps::new("test"));
    for (id, resource) in resources.as_object().unwrap() {
        let kind = resource["Type"].as_str().unwrap().to_owned();
        stack.add_untyped(&id.as_str().into(), kind, resource["Properties"].clone());
    }
    stack
}

fn errors(stack: Stack) -> Vec<String> {
    match stack.synthesize() {
        Ok(_) => Vec::new(),
        Err(SynthErrors { errors }) => errors.iter().map(ToString::to_string).collect(),
    }
}

/// The resources break the rule once, with this message and help about this construct.
#[track_caller]
fn refuses(rule: &str, resources: &Json, path: &str, message: &str, help: &str) {
    let errors = errors(stack(resources));
    let page = rules::find(rule).unwrap().page;
    let [error] = errors.as_slice() else { panic!("{errors:#?}") };
    assert!(error.starts_with(&format!("test/{path} (infra/cdk/tests/rules.rs:")), "{error}");
    let (_, rest) = error.split_once("): ").unwrap();
    assert_eq!(rest, format!("{message}\n  help: {help}\n  rule: {rule} ({page})"));
}

#[track_caller]
fn passes(resources: &Json) {
    assert_eq!(errors(stack(resources)), Vec::<String>::new());
}

fn queue(properties: Json) -> Json {
    json!({ "Type": "AWS::SQS::Queue", "Properties": properties })
}

fn function(properties: Json) -> Json {
    let mut function =
        json!({ "Code": { "S3Bucket": "code", "S3Key": "key" }, "Role": "arn:aws:iam::123456789012:role/role" });
    function.as_object_mut().unwrap().extend(properties.as_object().unwrap().clone());
    json!({ "Type": "AWS::Lambda::Function", "Properties": function })
}

fn mapping(source: &str, properties: Json) -> Json {
    let mut mapping =
        json!({ "FunctionName": { "Ref": "Handle" }, "EventSourceArn": { "Fn::GetAtt": [source, "Arn"] } });
    mapping.as_object_mut().unwrap().extend(properties.as_object().unwrap().clone());
    json!({ "Type": "AWS::Lambda::EventSourceMapping", "Properties": mapping })
}

/// A function that a queue wakes.
fn woken(queue_properties: Json, function_properties: Json, mapping_properties: Json) -> Json {
    json!({
        "Jobs": queue(queue_properties),
        "Handle": function(function_properties),
        "Mapping": mapping("Jobs", mapping_properties),
    })
}

#[test]
fn a_queue_hides_messages_for_six_timeouts() {
    refuses(
        "queue-visibility",
        &woken(json!({ "VisibilityTimeout": 60 }), json!({ "Timeout": 11 }), json!({})),
        "Mapping",
        "its queue hides messages for 60 s, less than 6 times the function's timeout of 11 s, so a message could be \
         handed out again while it is handled",
        "set the queue's visibility timeout to 66 s or more",
    );
    passes(&woken(json!({ "VisibilityTimeout": 66 }), json!({ "Timeout": 11 }), json!({})));
    passes(&woken(json!({}), json!({}), json!({})));
}

#[test]
fn dead_letters_go_to_a_queue_of_the_same_kind() {
    let redrive = json!({ "deadLetterTargetArn": { "Fn::GetAtt": ["Dead", "Arn"] }, "maxReceiveCount": 3 });
    let resources =
        |dead: Json| json!({ "Jobs": queue(json!({ "RedrivePolicy": redrive, "FifoQueue": true })), "Dead": dead });
    refuses(
        "dead-letter-kind",
        &resources(queue(json!({}))),
        "Jobs",
        "it is a FIFO queue, but its dead letters go to Dead, a standard queue",
        "let its dead letters go to a FIFO queue",
    );
    passes(&resources(queue(json!({ "FifoQueue": true }))));
}

#[test]
fn mappings_do_not_compete_for_a_queue() {
    let mut resources = woken(json!({}), json!({}), json!({}));
    resources["Other"] = mapping("Jobs", json!({}));
    refuses(
        "competing-mappings",
        &resources,
        "Other",
        "it competes with Mapping for the messages of Jobs",
        "Give each function a queue of its own behind a topic or a stream.",
    );
    resources["Other"] = mapping("Jobs", json!({ "Enabled": false }));
    passes(&resources);
}

#[test]
fn failures_do_not_go_to_a_fifo_queue() {
    let destination = json!({ "OnFailure": { "Destination": { "Fn::GetAtt": ["Failed", "Arn"] } } });
    let resources = |failed: Json| {
        json!({
            "Failed": failed,
            "Handle": function(json!({})),
            "Config": { "Type": "AWS::Lambda::EventInvokeConfig", "Properties": {
                "FunctionName": { "Ref": "Handle" }, "Qualifier": "$LATEST", "DestinationConfig": destination,
            } },
        })
    };
    refuses(
        "fifo-on-failure",
        &resources(queue(json!({ "FifoQueue": true }))),
        "Config",
        "its destination OnFailure is Failed, a FIFO queue, to which Lambda does not send",
        "Use a standard queue, a bucket or a topic.",
    );
    passes(&resources(queue(json!({}))));
}

#[test]
fn names_of_fifo_queues_say_so() {
    let help = "Add or remove the suffix, or leave the name out: CloudFormation makes a fitting one.";
    let named = |fifo: bool, name: &str| json!({ "Jobs": queue(json!({ "FifoQueue": fifo, "QueueName": name })) });
    refuses("fifo-names", &named(true, "jobs"), "Jobs", "FifoQueue is true, but its name is `jobs`", help);
    refuses("fifo-names", &named(false, "jobs.fifo"), "Jobs", "FifoQueue is false, but its name is `jobs.fifo`", help);
    passes(&named(true, "jobs.fifo"));
}

#[test]
fn batches_of_fifo_queues_are_small_and_immediate() {
    let help = "Use a batch size of at most 10 and no batching window.";
    let with = |fifo: bool, mapping: Json| woken(json!({ "FifoQueue": fifo }), json!({}), mapping);
    let large = json!({ "BatchSize": 11 });
    refuses("fifo-batches", &with(true, large.clone()), "Mapping", "a batch of 11 messages of a FIFO queue", help);
    let slow = json!({ "MaximumBatchingWindowInSeconds": 1 });
    refuses("fifo-batches", &with(true, slow), "Mapping", "a batching window of 1 s on a FIFO queue", help);
    refuses(
        "queue-batching-window",
        &with(false, large),
        "Mapping",
        "a batch of 11 messages has no batching window",
        "Set a batching window of at least 1 second, or a batch size of at most 10.",
    );
    passes(&with(false, json!({ "BatchSize": 11, "MaximumBatchingWindowInSeconds": 1 })));
    passes(&with(true, json!({ "BatchSize": 10 })));
}

fn with_variables(variables: Json) -> Json {
    json!({ "Handle": function(json!({ "Environment": { "Variables": variables } })) })
}

#[test]
fn environment_variables_have_names_that_lambda_takes() {
    refuses(
        "environment-names",
        &with_variables(json!({ "AWS_REGION": "x" })),
        "Handle",
        "Lambda sets the environment variable AWS_REGION itself",
        "Choose another name.",
    );
    let help = "use letters, digits and `_`, at least two, the first of them a letter";
    for name in ["A", "1A", "A-B", "_A", ""] {
        let message = format!("`{name}` is no name of an environment variable");
        refuses("environment-names", &with_variables(json!({ name: "x" })), "Handle", &message, help);
    }
    passes(&with_variables(json!({ "ORDERS_TABLE": { "Ref": "AWS::StackName" } })));
}

#[test]
fn an_environment_fits_into_4_kb() {
    refuses(
        "environment-size",
        &with_variables(json!({ "LARGE": "x".repeat(4092) })),
        "Handle",
        "its environment variables have 4097 bytes or more; Lambda takes 4096",
        "Keep large values in a parameter or a bucket, and hand over their names.",
    );
    passes(&with_variables(json!({ "LARGE": "x".repeat(4091) })));
}

#[test]
fn a_stack_has_at_most_500_resources() {
    let resources = |count| (0..count).map(|n| (format!("Queue{n}"), queue(json!({})))).collect::<Json>();
    refuses(
        "resource-count",
        &resources(501),
        "test",
        "501 resources are more than the 500 that a template may have",
        "Split the stack into several; an `App` carries references between them.",
    );
    passes(&resources(500));
}

#[test]
fn a_template_has_at_most_1_mb() {
    let large = |characters: usize| {
        let metadata = (0..4).map(|n| (format!("Role{n}"), role(&"x".repeat(characters / 4)))).collect::<Json>();
        stack(&metadata)
    };
    let errors = errors(large(1_048_576));
    let [error] = errors.as_slice() else { panic!("{} errors", errors.len()) };
    assert!(error.contains("bytes; CloudFormation takes 1048576") && error.contains("rule: template-size"), "{error}");
    assert!(large(1_000_000).synthesize().is_ok());
}

fn role(sid: &str) -> Json {
    let statement = json!({ "Sid": sid, "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" });
    json!({ "Type": "AWS::IAM::Role", "Properties": { "AssumeRolePolicyDocument": { "Statement": [statement] } } })
}

#[test]
fn no_two_resources_have_one_name() {
    let named = |name: &str| queue(json!({ "QueueName": name }));
    refuses(
        "physical-names",
        &json!({ "A": named("jobs"), "B": named("jobs") }),
        "B",
        "A is an AWS::SQS::Queue with the name `jobs`, too",
        "Leave the names out, so that CloudFormation makes them, or tell them apart.",
    );
    passes(&json!({ "A": named("jobs"), "B": named("other") }));
}

#[test]
fn a_mapping_gives_up_before_its_stream_forgets() {
    let resources = |age: Json| {
        json!({
            "Events": { "Type": "AWS::Kinesis::Stream", "Properties": { "RetentionPeriodHours": 48 } },
            "Failures": { "Type": "AWS::S3::Bucket", "Properties": {} },
            "Handle": function(json!({})),
            "Mapping": mapping("Events", json!({
                "StartingPosition": "TRIM_HORIZON",
                "MaximumRecordAgeInSeconds": age,
                "DestinationConfig": { "OnFailure": { "Destination": { "Fn::GetAtt": ["Failures", "Arn"] } } },
            })),
        })
    };
    let help = "set a maximum record age below 172800 s";
    let message = "it gives up after 172800 s, but Events forgets records after 172800 s";
    refuses("record-age", &resources(json!(172_800)), "Mapping", message, help);
    let message = "it never gives up, but Events forgets records after 172800 s";
    refuses("record-age", &resources(json!(-1)), "Mapping", message, help);
    passes(&resources(json!(172_799)));
}

#[test]
fn secrets_do_not_stand_in_templates() {
    let help =
        "Keep it in Secrets Manager and refer to it: `{{resolve:secretsmanager:NAME}}`, or let the function read it.";
    let refused = [
        ("KEY_ID", "AKIAIOSFODNN7EXAMPLE", "KEY_ID looks like an access key of AWS"),
        ("DB_PASSWORD", "hunter2hunter2", "DB_PASSWORD looks like a secret in plain text"),
        ("ApiKey", "0123456789", "ApiKey looks like a secret in plain text"),
        ("PEM", "-----BEGIN RSA PRIVATE KEY-----\nMIIE", "PEM looks like a private key"),
    ];
    for (name, value, message) in refused {
        refuses("secret-literals", &with_variables(json!({ name: value })), "Handle", message, help);
    }
    passes(&with_variables(json!({
        "DB_PASSWORD": "{{resolve:secretsmanager:db:SecretString:password}}",
        "DB_SECRET": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db",
        "SIGNING_SECRET": { "Ref": "AWS::StackName" },
        "TEXT": "an AKIA in a sentence, or AKIA-1 in a name that goes on",
    })));
}

#[test]
fn outputs_show_no_secrets() {
    let template = "\
Parameters: {Password: {Type: String, NoEcho: true}}
Resources:
  User: {Type: AWS::IAM::User}
  Key: {Type: AWS::IAM::AccessKey, Properties: {UserName: !Ref User}}
Outputs:
  Name: {Value: !Ref User}
  Plain: {Value: !Sub 'pw=${Password}'}
  Secret: {Value: '{{resolve:secretsmanager:db}}'}
  SecretKey: {Value: !GetAtt Key.SecretAccessKey}
";
    let mut stack = Stack::new(StackProps::new("test"));
    stack.import_template(&ImportedTemplate::read("users.yaml", template.as_bytes()).unwrap());
    let errors = errors(stack);
    assert_eq!(errors.len(), 3, "{errors:#?}");
    for (error, message) in errors.iter().zip([
        "test/Plain (infra/cdk/tests/rules.rs:",
        "the output shows a secret\n",
        "the output shows the secret access key of Key",
    ]) {
        assert!(error.contains(message) && error.contains("rule: secret-outputs"), "{error}");
    }
}

#[test]
fn references_name_what_is_there() {
    let help = "Refer to a construct of the stack, or put both stacks into one `App`.";
    let with = |value: Json| json!({ "Jobs": queue(json!({ "QueueName": value })) });
    let cases = [
        (json!({ "Ref": "Job" }), "it refers to Job, which is not in the stack"),
        (json!({ "Fn::Sub": "${Job.Arn}" }), "it refers to Job, which is not in the stack"),
        (
            json!({ "Fn::Join": ["", [{ "Fn::GetAtt": ["Role", "Nothing"] }]] }),
            "it asks Role for the attribute Nothing, which AWS::IAM::Role does not have",
        ),
    ];
    for (value, message) in cases {
        let mut resources = with(value);
        resources["Role"] = role("Trust");
        refuses("references", &resources, "Jobs", message, help);
    }
    passes(&with(json!({ "Fn::Sub": ["${name}-${AWS::Region}", { "name": "jobs" }] })));
}

#[test]
fn properties_keep_to_the_schema() {
    let cases = [
        (json!({ "DelaySecond": 1 }), "DelaySecond", "there is no such property", "did you mean DelaySeconds?"),
        (json!({ "DelaySeconds": 901 }), "DelaySeconds", "901 is out of range", "use a whole number from 0 to 900"),
        (json!({ "DelaySeconds": 1.5 }), "DelaySeconds", "1.5 is no whole number", "use a whole number from 0 to 900"),
        (json!({ "DelaySeconds": [] }), "DelaySeconds", "it is a list", "use a whole number"),
        (json!({ "FifoQueue": "maybe" }), "FifoQueue", "it is a text", "use true or false"),
        (json!({ "Tags": [{ "Key": "team" }] }), "Tags.0.Value", "it is required and missing", "set Value"),
        (
            json!({ "Tags": [{ "Key": "a|b", "Value": "" }] }),
            "Tags.0.Key",
            "`a|b` does not match the pattern",
            r"use a text that matches ^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$",
        ),
        (
            json!({ "Tags": [{ "Key": "", "Value": "" }] }),
            "Tags.0.Key",
            "it has 0 characters",
            "use 1 to 128 characters",
        ),
    ];
    for (properties, property, message, help) in cases {
        let message = format!("{property} of AWS::SQS::Queue: {message}");
        refuses("properties", &json!({ "Jobs": queue(properties) }), "Jobs", &message, help);
    }
    refuses(
        "properties",
        &json!({ "Thing": { "Type": "AWS::No::Thing", "Properties": {} } }),
        "Thing",
        "the type AWS::No::Thing is not known, so its properties cannot be checked",
        "turn on the feature of its service, or add the type to the list of `cdk-generate` and run it",
    );
    passes(&json!({ "Thing": { "Type": "Custom::Thing", "Properties": { "Anything": 1 } } }));
    passes(&json!({ "Jobs": queue(json!({ "DelaySeconds": "900", "FifoQueue": { "Fn::If": ["A", true, false] } })) }));
}

#[test]
fn a_circle_is_drawn_with_the_edge_to_cut() {
    let resources = json!({
        "A": queue(json!({ "QueueName": { "Fn::GetAtt": ["B", "QueueName"] } })),
        "B": queue(json!({ "QueueName": { "Fn::Sub": "${C.QueueName}-b" } })),
        "C": queue(json!({ "QueueName": { "Fn::GetAtt": ["A", "QueueName"] } })),
        "D": queue(json!({ "QueueName": { "Fn::GetAtt": ["A", "QueueName"] } })),
    });
    refuses(
        "circular-references",
        &resources,
        "A",
        "it is part of a circle of references:\n    A -> B  (property QueueName)\n    B -> C  (property QueueName)\n    \
         C -> A  (property QueueName)",
        "cut A -> B (property QueueName): use a physical name, an ARN built from one, or a policy of its own",
    );
}

#[test]
fn a_waiver_with_a_reason_ends_up_in_the_metadata() {
    let mut stack = stack(&woken(json!({ "VisibilityTimeout": 1 }), json!({}), json!({})));
    stack.waive("Mapping", "queue-visibility", "the function deletes messages itself");
    let template = serde_json::to_value(stack.synthesize().unwrap().template).unwrap();
    let waived = json!({ "Waived": { "queue-visibility": "the function deletes messages itself" } });
    assert_eq!(template["Resources"]["Mapping"]["Metadata"], waived);
}

#[test]
fn a_waiver_needs_a_reason_and_a_rule_that_can_be_waived() {
    let cases = [
        ("queue-visibility", " ", "the waiver of queue-visibility has no reason"),
        ("references", "because", "the rule references cannot be waived"),
        ("queue-visbility", "because", "there is no rule queue-visbility to waive"),
    ];
    for (rule, reason, message) in cases {
        let mut stack = Stack::new(StackProps::new("test"));
        stack.waive("Mapping", rule, reason);
        let errors = errors(stack);
        assert!(errors.len() == 1 && errors[0].contains(message), "{errors:?}");
    }
}

#[test]
fn every_rule_says_what_it_is_about() {
    let ids: Vec<_> = rules::ALL.iter().map(|rule| rule.id).collect();
    assert!(ids.is_sorted(), "{ids:?}");
    for rule in rules::ALL {
        assert!(rule.page.starts_with("https://"), "{}", rule.id);
        for text in [rule.summary, rule.explanation, rule.fix] {
            assert!(text.ends_with('.') && !text.contains("  "), "{}: {text}", rule.id);
        }
        assert!(std::ptr::eq(rules::find(rule.id).unwrap(), *rule));
    }
}
