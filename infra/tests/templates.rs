//! The templates of every environment: committed as they are, and secure.

use std::path::Path;

use infra::app::assembly;
use infra::environment::Environment;
use serde_json::Value;

/// Every resource of every environment: environment, logical id, resource.
fn resources() -> Vec<(Environment, String, Value)> {
    let of_environment = |environment: Environment| {
        let template = infra::app::synthesized(environment).unwrap().template;
        let template = serde_json::to_value(template).unwrap();
        let resources = template["Resources"].as_object().unwrap().clone();
        resources.into_iter().map(move |(id, resource)| (environment, id, resource))
    };
    Environment::ALL.into_iter().flat_map(of_environment).collect()
}

#[test]
fn the_committed_templates_are_what_the_program_synthesizes() {
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cdk.out");
    let stale = assembly(Environment::on_aws()).unwrap().stale_templates(&committed).unwrap();
    assert!(stale.is_empty(), "run `cargo run -p infra -- synth` and commit {stale:?}");
}

#[test]
fn synthesis_gives_the_same_bytes_each_time() {
    let files = || assembly(Environment::ALL).unwrap().files(None).unwrap();
    assert_eq!(files(), files());
}

#[test]
fn no_statement_allows_more_than_it_names() {
    let roles = resources().into_iter().filter(|(_, _, resource)| resource["Type"] == "AWS::IAM::Role");
    let mut statements = 0;
    for (environment, id, role) in roles {
        for statement in role["Properties"]["Policies"][0]["PolicyDocument"]["Statement"].as_array().unwrap() {
            statements += 1;
            let actions = statement["Action"].as_array().unwrap();
            assert!(
                actions.iter().all(|action| !action.as_str().unwrap().contains('*')),
                "{environment} {id} {actions:?}"
            );
            // AWS gives `ListStreams` no resource to name.
            if *actions != ["dynamodb:ListStreams"] {
                let everything = statement["Resource"].as_array().unwrap().iter().any(|resource| resource == "*");
                assert!(!everything, "{environment} {id} {statement}");
            }
        }
    }
    assert!(statements > 0);
}

#[test]
fn what_holds_data_says_what_becomes_of_it() {
    let stateful = [
        "AWS::DynamoDB::Table",
        "AWS::Kinesis::Stream",
        "AWS::S3::Bucket",
        "AWS::SQS::Queue",
        "AWS::Logs::LogGroup",
        "AWS::KMS::Key",
    ];
    let mut seen = std::collections::BTreeSet::new();
    for (environment, id, resource) in resources() {
        let Some(kind) = stateful.iter().find(|kind| resource["Type"] == ***kind) else { continue };
        seen.insert(*kind);
        let (deleted, replaced) = match (environment, resource["Type"] == "AWS::DynamoDB::Table") {
            (Environment::PROD, true) => ("Retain", "Retain"),
            (Environment::PROD, false) => ("RetainExceptOnCreate", "Retain"),
            _ => ("Delete", "Delete"),
        };
        assert_eq!(resource["DeletionPolicy"], deleted, "{environment} {id}");
        assert_eq!(resource["UpdateReplacePolicy"], replaced, "{environment} {id}");
    }
    assert_eq!(seen.len(), stateful.len());
}

#[test]
fn production_keeps_its_data() {
    assert!(Environment::PROD.stack_props().termination_protection);
    let tables = resources().into_iter().filter(|(environment, _, resource)| {
        *environment == Environment::PROD && resource["Type"] == "AWS::DynamoDB::Table"
    });
    let mut count = 0;
    for (_, id, table) in tables {
        count += 1;
        let properties = &table["Properties"];
        assert_eq!(properties["DeletionProtectionEnabled"], true, "{id}");
        assert_eq!(properties["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"], true, "{id}");
    }
    assert_eq!(count, 8);
}

#[test]
fn everything_is_encrypted_and_reached_over_tls_only() {
    for (environment, id, resource) in resources() {
        let properties = &resource["Properties"];
        let encrypted = match resource["Type"].as_str().unwrap() {
            "AWS::DynamoDB::Table" => properties["SSESpecification"]["SSEEnabled"] == true,
            "AWS::Kinesis::Stream" => properties["StreamEncryption"]["EncryptionType"] == "KMS",
            "AWS::KMS::Key" => properties["EnableKeyRotation"] == true,
            "AWS::SQS::Queue" => properties["SqsManagedSseEnabled"] == true,
            "AWS::S3::Bucket" => properties["BucketEncryption"]["ServerSideEncryptionConfiguration"].is_array(),
            "AWS::S3::BucketPolicy" | "AWS::SQS::QueuePolicy" => {
                let statement = &properties["PolicyDocument"]["Statement"][0];
                statement["Effect"] == "Deny" && statement["Condition"]["Bool"]["aws:SecureTransport"] == "false"
            }
            _ => true,
        };
        assert!(encrypted, "{environment} {id}");
    }
    let count = |kind: &str| resources().iter().filter(|(_, _, resource)| resource["Type"] == kind).count();
    assert_eq!(count("AWS::S3::BucketPolicy"), count("AWS::S3::Bucket"));
    assert_eq!(count("AWS::SQS::QueuePolicy"), count("AWS::SQS::Queue"));
}

#[test]
fn only_who_has_to_may_use_the_keys_of_customers() {
    let mut allowed = std::collections::BTreeMap::new();
    for (_, id, role) in resources().into_iter().filter(|(_, _, resource)| resource["Type"] == "AWS::IAM::Role") {
        for statement in role["Properties"]["Policies"][0]["PolicyDocument"]["Statement"].as_array().unwrap() {
            let resource = &statement["Resource"][0]["Fn::GetAtt"][0];
            if resource == "CustomerKeys" || resource == "CustomerWrapping" {
                let of_role: &mut std::collections::BTreeSet<_> = allowed.entry(id.clone()).or_default();
                of_role
                    .extend(statement["Action"].as_array().unwrap().iter().map(|it| it.as_str().unwrap().to_owned()));
            }
        }
    }
    let allowed: Vec<_> = allowed
        .into_iter()
        .map(|(id, of_role)| format!("{id}: {}", of_role.into_iter().collect::<Vec<_>>().join(" ")))
        .collect();
    let seals = "dynamodb:GetItem dynamodb:PutItem kms:Decrypt kms:GenerateDataKey";
    let erases = "dynamodb:GetItem dynamodb:PutItem";
    let opens = "dynamodb:GetItem kms:Decrypt";
    let expected = [("Api", seals), ("Cart", seals), ("Erase", erases), ("Remind", opens)];
    assert_eq!(allowed, expected.map(|(function, of_role)| format!("{function}Role: {of_role}")));
}

#[test]
fn an_erasure_is_final_after_a_week() {
    for (environment, id, resource) in resources() {
        let recovery = &resource["Properties"]["PointInTimeRecoverySpecification"];
        if id == "CustomerKeys" && recovery["PointInTimeRecoveryEnabled"] == true {
            assert_eq!(recovery["RecoveryPeriodInDays"], 7, "{environment}");
        }
        assert!(id != "CustomerKeys" || resource["Properties"].get("StreamSpecification").is_none(), "{environment}");
    }
}

#[test]
fn no_stream_is_read_from_its_end() {
    for (environment, id, mapping) in resources() {
        if mapping["Type"] == "AWS::Lambda::EventSourceMapping" {
            let properties = &mapping["Properties"];
            let is_queue = properties["EventSourceArn"].to_string().contains("Replay");
            assert!(is_queue || properties["StartingPosition"] == "TRIM_HORIZON", "{environment} {id}");
            assert_eq!(properties["FunctionResponseTypes"][0], "ReportBatchItemFailures", "{environment} {id}");
        }
    }
}

/// What a filter leaves out is gone: a version gate would wait for it for ever. Commits are new items, and all of them pass.
#[test]
fn no_mapping_leaves_out_events() {
    let new_items = serde_json::json!({ "Filters": [{ "Pattern": r#"{"eventName":["INSERT"]}"# }] });
    for (environment, id, mapping) in resources() {
        let filter = &mapping["Properties"]["FilterCriteria"];
        if mapping["Type"] == "AWS::Lambda::EventSourceMapping" && !filter.is_null() {
            assert_eq!((id.as_str(), filter), ("PublishFromCarts", &new_items), "{environment}");
        }
    }
}

/// Order is kept within an aggregate, and one that is slow or stuck holds no other back.
#[test]
fn queues_of_replays_deliver_their_groups_side_by_side() {
    let queues = resources().into_iter().filter(|(_, _, queue)| queue["Properties"]["FifoQueue"] == true);
    let queues: Vec<_> = queues.filter(|(_, id, _)| id.ends_with("Replay")).collect();
    assert!(!queues.is_empty());
    for (environment, id, queue) in queues {
        let properties = &queue["Properties"];
        assert_eq!(properties["DeduplicationScope"], "messageGroup", "{environment} {id}");
        assert_eq!(properties["FifoThroughputLimit"], "perMessageGroupId", "{environment} {id}");
    }
}

#[test]
fn the_table_of_the_archive_has_a_column_for_each_part_of_an_envelope() {
    let event = serde_json::json!({
        "specversion": "1.0", "id": "a:1", "source": "/aggregates/cart", "type": "cart.opened", "subject": "a",
        "time": "1970-01-01T00:00:00Z", "datacontenttype": "application/json", "aggregatetype": "cart",
        "aggregateversion": 1, "schemaversion": 1, "correlationid": uuid::Uuid::nil(), "causationid": uuid::Uuid::nil(),
        "data": {},
    });
    let envelope: functions::envelope::Envelope = serde_json::from_str(&event.to_string()).unwrap();
    let written = serde_json::to_value(&envelope).unwrap();
    let columns: std::collections::BTreeSet<_> = infra::athena::COLUMNS.iter().map(|(name, _)| *name).collect();
    assert_eq!(columns, written.as_object().unwrap().keys().map(String::as_str).collect());
    for (environment, id, table) in resources().into_iter().filter(|(.., table)| table["Type"] == "AWS::Glue::Table") {
        let input = &table["Properties"]["TableInput"];
        let partitions: Vec<_> = input["PartitionKeys"].as_array().unwrap().iter().map(|key| &key["Name"]).collect();
        assert_eq!(partitions, ["date", "hour"], "{environment} {id}");
        let location = input["StorageDescriptor"]["Location"].to_string();
        assert!(location.contains("/events/"), "{location}");
    }
}

#[test]
fn only_what_needs_it_may_remove_from_the_archive_and_only_events() {
    for (environment, id, role) in resources().into_iter().filter(|(.., role)| role["Type"] == "AWS::IAM::Role") {
        for statement in role["Properties"]["Policies"][0]["PolicyDocument"]["Statement"].as_array().unwrap() {
            // Replays remove checkpoints of their own, which lie in a bucket of their own.
            let is_of_replays = id == "ReplayRole" && statement["Resource"].to_string().contains("ReplayRuns");
            if statement["Action"].to_string().contains("s3:DeleteObject") && !is_of_replays {
                assert!(["AuditRole", "CompactRole"].contains(&id.as_str()), "{environment} {id}");
                assert!(statement["Resource"].to_string().contains("/events/"), "{environment} {id} {statement}");
            }
        }
    }
}
