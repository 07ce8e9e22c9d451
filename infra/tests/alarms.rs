//! Every guarantee is watched: its alarms, whom they tell, the runbook and the dashboard.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use cdk::constructs::LogLevel;
use functions::metrics::{DIMENSION, NAMESPACE, OF_EVERY_FUNCTION};
use infra::environment::Environment;
use infra::watching::Concern;
use serde_json::{Value, json};

/// The resources of an environment.
struct Resources(serde_json::Map<String, Value>);

impl Resources {
    fn of(environment: Environment) -> Self {
        let template = infra::app::synthesized(environment).unwrap().template;
        Self(serde_json::to_value(template).unwrap()["Resources"].as_object().unwrap().clone())
    }

    /// Those of a type: logical id and properties.
    fn of_type(&self, kind: &str) -> impl Iterator<Item = (&str, &Value)> {
        let of_type = self.0.iter().filter(move |(_, resource)| resource["Type"] == kind);
        of_type.map(|(id, resource)| (id.as_str(), &resource["Properties"]))
    }

    fn alarms(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.of_type("AWS::CloudWatch::Alarm")
    }

    /// The metrics of a namespace that alarms watch for a resource: those with a dimension that refers to it.
    fn watched(&self, namespace: &str, dimension: &str, id: &str) -> BTreeSet<&str> {
        let is_of = |alarm: &Value| {
            alarm["Dimensions"].as_array().unwrap().iter().any(|of| {
                of["Name"] == dimension && (of["Value"] == json!({ "Ref": id }) || of["Value"]["Fn::GetAtt"][0] == id)
            })
        };
        let watching = self.alarms().filter(|(_, alarm)| alarm["Namespace"] == namespace && is_of(alarm));
        watching.map(|(_, alarm)| alarm["MetricName"].as_str().unwrap()).collect()
    }
}

#[track_caller]
fn assert_watches(watched: &BTreeSet<&str>, metrics: &[&str], id: &str) {
    for metric in metrics {
        assert!(watched.contains(metric), "{id}: there is no alarm on {metric}, only on {watched:?}");
    }
}

#[test]
fn every_mapping_function_queue_stream_and_table_has_its_alarms() {
    for environment in Environment::ALL {
        let resources = Resources::of(environment);
        let mut read_queues = BTreeSet::new();
        let mut with_failures = BTreeSet::new();
        for (id, mapping) in resources.of_type("AWS::Lambda::EventSourceMapping") {
            assert_eq!(mapping["MetricsConfig"]["Metrics"], json!(["EventCount"]), "{id}");
            let function = mapping["FunctionName"]["Ref"].as_str().unwrap();
            if mapping["StartingPosition"].is_null() {
                read_queues.insert(mapping["EventSourceArn"]["Fn::GetAtt"][0].as_str().unwrap());
                continue;
            }
            assert!(mapping["DestinationConfig"]["OnFailure"].is_object(), "{id} keeps no failures");
            with_failures.insert(function);
            assert_watches(&resources.watched("AWS/Lambda", "FunctionName", function), &["IteratorAge"], id);
            let watched = resources.watched("AWS/Lambda", "EventSourceMappingUUID", id);
            assert_watches(&watched, &["DroppedEventCount", "OnFailureDestinationDeliveredEventCount"], id);
        }
        for (id, _) in resources.of_type("AWS::Lambda::Function") {
            let watched = resources.watched("AWS/Lambda", "FunctionName", id);
            assert_watches(&watched, &["Throttles"], id);
            assert!(watched.contains("Errors") || watched.contains("Duration"), "{id} may fail unseen");
            assert!(!with_failures.contains(id) || watched.contains("DestinationDeliveryFailures"), "{id}");
            assert_watches(&resources.watched(NAMESPACE, DIMENSION, id), &["InvocationsFailed"], id);
        }
        for (id, _) in resources.of_type("AWS::SQS::Queue") {
            let metric = if read_queues.contains(id) {
                "ApproximateAgeOfOldestMessage"
            } else {
                "ApproximateNumberOfMessagesVisible"
            };
            assert_watches(&resources.watched("AWS/SQS", "QueueName", id), &[metric], id);
        }
        for (id, _) in resources.of_type("AWS::Kinesis::Stream") {
            let metrics = ["WriteProvisionedThroughputExceeded", "ReadProvisionedThroughputExceeded"];
            assert_watches(&resources.watched("AWS/Kinesis", "StreamName", id), &metrics, id);
        }
        for (id, table) in resources.of_type("AWS::DynamoDB::Table") {
            let watched = resources.watched("AWS/DynamoDB", "TableName", id);
            assert_watches(&watched, &["ReadThrottleEvents", "WriteThrottleEvents"], id);
            assert!(table["StreamSpecification"].is_null() || watched.contains("SystemErrors"), "{id}");
        }
        for (id, _) in resources.of_type("AWS::ApiGatewayV2::Api") {
            assert_watches(&resources.watched("AWS/ApiGateway", "ApiId", id), &["5xx"], id);
        }
    }
}

#[test]
fn every_guarantee_that_functions_measure_has_its_alarm() {
    let resources = Resources::of(Environment::PROD);
    for (function, metrics) in [
        ("Cart", ["CommandsFailed", "CommandConflicts", "CommandsUnconfirmed", "SnapshotsUnavailable"].as_slice()),
        ("Api", &["RequestsFailed", "CommandsFailed", "CommandConflicts"]),
        ("Publish", &["CommitsLeft", "UnreadableDeliveries"]),
        ("Archiver", &["CommandToArchive", "UnreadableDeliveries"]),
        (
            "RelatedItems",
            &[
                "CommandToHandler",
                "EventsParked",
                "ParkedAggregates",
                "GapsHealed",
                "EventsLeft",
                "UnreadableDeliveries",
            ],
        ),
        ("Replay", &["ArchiveHoles", "ArchiveDamages"]),
        ("Reminders", &["CommandToHandler", "EventsParked", "ParkedAggregates", "EventsLeft", "UnreadableDeliveries"]),
        ("Remind", &["RemindersRefused", "RemindersUnconfirmed"]),
        ("Audit", &["AuditFindings"]),
        ("Compact", &["HoursNotCompacted"]),
    ] {
        assert_watches(&resources.watched(NAMESPACE, DIMENSION, function), metrics, function);
    }
}

/// One mistake of a client pages nobody, and neither do a few of many clients. Operators and schedules do not go on making them.
#[test]
fn what_is_refused_again_and_again_is_told() {
    let resources = Resources::of(Environment::PROD);
    let clients = f64::from(Environment::PROD.thresholds.refusals);
    let stack = infra::app::synthesized(Environment::PROD).unwrap();
    for function in stack.functions {
        let (metric, threshold) = match function.name {
            // Only AWS wakes them.
            "publish" | "archive" => continue,
            "api" => ("RequestsRefused", clients),
            "cart" => ("InvocationsRefused", clients),
            _ => ("InvocationsRefused", 0.0),
        };
        let of_function = json!({ "Name": DIMENSION, "Value": { "Ref": function.logical_id.to_string() } });
        let of_metric = |alarm: &Value| alarm["MetricName"] == metric && alarm["Dimensions"] == json!([of_function]);
        let (id, alarm) = resources.alarms().find(|(_, alarm)| of_metric(alarm)).expect(function.name);
        assert_eq!(alarm["Threshold"].as_f64(), Some(threshold), "{id}");
        let quarter_of_an_hour = ["Period", "EvaluationPeriods", "DatapointsToAlarm"].map(|name| alarm[name].as_u64());
        assert_eq!(quarter_of_an_hour, [Some(300), Some(3), Some(3)], "{id}");
    }
}

#[test]
fn every_function_says_what_it_measures() {
    let stack = infra::app::synthesized(Environment::PROD).unwrap();
    let deployed: BTreeSet<_> = stack.functions.iter().map(|function| function.name).collect();
    let measured: Vec<_> = functions::metrics::functions().into_iter().map(|(name, _)| name).collect();
    assert_eq!(deployed, measured.iter().copied().collect(), "`functions::metrics::functions` knows other functions");
    assert_eq!(deployed.len(), measured.len(), "a function is there twice");
}

#[test]
fn every_alarm_tells_somebody_and_is_in_the_runbook() {
    let runbook = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/runbook.md")).unwrap();
    let sections: BTreeSet<_> = runbook.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    let concerns: BTreeSet<_> = Concern::ALL.iter().map(|concern| concern.anchor()).collect();
    assert_eq!(sections, concerns, "sections of docs/runbook.md and what alarms are about");
    for environment in Environment::ALL {
        let resources = Resources::of(environment);
        let mut used = BTreeSet::new();
        for (id, alarm) in resources.alarms() {
            let description = alarm["AlarmDescription"].as_str().unwrap();
            let (_, anchor) =
                description.rsplit_once("docs/runbook.md#").unwrap_or_else(|| panic!("{id}: {description}"));
            assert!(sections.contains(anchor), "{id}: there is no section {anchor}");
            used.insert(anchor);
            assert!(description.contains("First: `cargo run -p infra -- "), "{id}: {description}");
            assert!(description.contains(&format!("--env {environment}`")), "{id}: {description}");
            for actions in ["AlarmActions", "OKActions"] {
                assert_eq!(alarm[actions], json!([{ "Ref": "Alarms" }]), "{id}");
            }
            assert!(["notBreaching", "ignore"].contains(&alarm["TreatMissingData"].as_str().unwrap()), "{id}");
        }
        assert_eq!(used, sections, "{environment}: sections that no alarm leads to");
    }
}

#[test]
fn links_in_the_runbook_lead_somewhere() {
    let runbook = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/runbook.md")).unwrap();
    let anchors: BTreeSet<_> = Concern::ALL.iter().map(|concern| concern.anchor()).collect();
    for link in runbook.split("](#").skip(1) {
        let (anchor, _) = link.split_once(')').unwrap();
        assert!(anchors.contains(anchor), "{anchor}");
    }
}

#[test]
fn what_alarms_say_is_encrypted_and_sent_over_tls() {
    let resources = Resources::of(Environment::PROD);
    assert_eq!(resources.0["Alarms"]["Properties"]["KmsMasterKeyId"], json!({ "Fn::GetAtt": ["AlarmsKey", "Arn"] }));
    let statements = resources.0["AlarmsPolicy"]["Properties"]["PolicyDocument"]["Statement"].as_array().unwrap();
    let denied = statements.iter().find(|statement| statement["Effect"] == "Deny").unwrap();
    assert_eq!(denied["Condition"]["Bool"]["aws:SecureTransport"], "false");
    let allowed = statements.iter().find(|statement| statement["Effect"] == "Allow").unwrap();
    assert_eq!(allowed["Principal"]["Service"], "cloudwatch.amazonaws.com");
}

#[test]
fn whoever_is_paged_is_subscribed() {
    for environment in Environment::ALL {
        let resources = Resources::of(environment);
        let pager = resources.0.get("AlarmsPager").map(|pager| &pager["Properties"]);
        assert_eq!(pager.and_then(|pager| pager["Protocol"].as_str()), environment.pager.map(|_| "email"));
        assert_eq!(pager.and_then(|pager| pager["Endpoint"].as_str()), environment.pager, "{environment}");
        assert!(environment.pager.is_some() || !environment.protection, "{environment}: nobody is paged");
    }
}

#[test]
fn every_event_handler_is_asked_what_is_parked() {
    let resources = Resources::of(Environment::PROD);
    let checks: BTreeMap<_, _> = resources
        .of_type("AWS::Scheduler::Schedule")
        .filter(|(id, _)| id.ends_with("ParkedCheck"))
        .map(|(id, schedule)| (id.strip_suffix("ParkedCheck").unwrap(), schedule))
        .collect();
    assert_eq!(checks.len(), functions::event_handlers().len());
    for (function, schedule) in checks {
        assert_eq!(schedule["Target"]["Arn"], json!({ "Fn::GetAtt": [function, "Arn"] }));
        let asked: Value = serde_json::from_str(schedule["Target"]["Input"].as_str().unwrap()).unwrap();
        assert_eq!(asked["redrive"]["dry_run"], true, "a check must not take anything");
        assert_eq!(schedule["ScheduleExpression"], "rate(5 minutes)");
    }
}

#[test]
fn metrics_are_not_filtered_out_of_the_log() {
    // Lines of the Embedded Metric Format have the level INFO; Lambda drops what is below the function's level.
    for environment in Environment::ALL {
        let level = environment.log_level;
        assert!(matches!(level, LogLevel::Debug | LogLevel::Info), "{environment}: {level:?}");
    }
}

#[test]
fn the_dashboard_has_a_row_for_each_function_from_left_to_right() {
    let resources = Resources::of(Environment::DEV);
    let body = resources.0["Dashboard"]["Properties"]["DashboardBody"]["Fn::Sub"].as_str().unwrap();
    let dashboard: Value = serde_json::from_str(body).unwrap();
    let charts: Vec<_> =
        dashboard["widgets"].as_array().unwrap().iter().filter(|widget| widget["type"] == "metric").collect();
    let functions = functions::metrics::functions();
    assert_eq!(charts.len(), 3 * functions.len());
    let mut above = -1;
    for ((name, measures), row) in functions.iter().zip(charts.chunks(3)) {
        let y = row[0]["y"].as_i64().unwrap();
        assert!(y > above && row.iter().all(|chart| chart["y"] == y), "{name} is in its place");
        above = y;
        let mut shown = BTreeSet::new();
        for chart in row {
            assert!(chart["properties"]["title"].as_str().unwrap().starts_with(&format!("{name}: ")), "{chart}");
            let metrics = chart["properties"]["metrics"].as_array().unwrap();
            assert!(!metrics.is_empty(), "CloudWatch refuses a chart without metrics: {chart}");
            shown.extend(metrics.iter().map(|metric| metric[1].as_str().unwrap()));
        }
        let counts = OF_EVERY_FUNCTION.iter().chain(measures.counts).map(|count| count.name());
        let lags = measures.lags.iter().map(|lag| lag.name());
        let levels = measures.levels.iter().map(|level| level.name());
        for metric in counts.chain(lags).chain(levels).chain(["IteratorAge", "Duration", "Invocations", "Errors"]) {
            assert!(shown.contains(metric), "{name}: there is no {metric} on the dashboard, only {shown:?}");
        }
    }
    for (id, _) in resources.alarms() {
        assert!(body.contains(&format!("{id}.Arn")), "{id} is not on the dashboard");
    }
}
