//! How a system is doing, as far as it may be read.

use deploy::DeployError;
use deploy::status::{Depth, LastHour, Reading, read};
use serde_json::json;

use crate::by_question::Conversation;

/// CBOR, as far as metrics need it: <https://www.rfc-editor.org/rfc/rfc8949>. Numbers in `Timestamps` are times.
fn cbor(value: &serde_json::Value, is_time: bool) -> Vec<u8> {
    let head = |kind: u8, length: usize| match u8::try_from(length).unwrap() {
        short @ 0..24 => vec![kind << 5 | short],
        long => vec![kind << 5 | 24, long],
    };
    match value {
        serde_json::Value::Object(members) => {
            let members = members.iter().flat_map(|(name, value)| {
                let is_time = name == "Timestamps";
                [head(3, name.len()), name.as_bytes().to_vec(), cbor(value, is_time)].concat()
            });
            [head(5, value.as_object().unwrap().len()), members.collect()].concat()
        }
        serde_json::Value::Array(items) => {
            [head(4, items.len()), items.iter().flat_map(|item| cbor(item, is_time)).collect()].concat()
        }
        serde_json::Value::String(text) => [head(3, text.len()), text.as_bytes().to_vec()].concat(),
        number => {
            let tag = if is_time { vec![0xc1] } else { Vec::new() };
            [tag, vec![0xfb], number.as_f64().unwrap().to_be_bytes().to_vec()].concat()
        }
    }
}

fn system() -> Conversation {
    Conversation::default()
        .stack(
            "<StackStatus>UPDATE_COMPLETE</StackStatus><LastUpdatedTime>2026-01-02T00:00:00Z</LastUpdatedTime>\
             <EnableTerminationProtection>true</EnableTerminationProtection>\
             <DriftInformation><StackDriftStatus>NOT_CHECKED</StackDriftStatus></DriftInformation>",
        )
        .resources(&[
            ("Worker", "AWS::Lambda::Function", "orders-worker"),
            ("Mapping", "AWS::Lambda::EventSourceMapping", "uuid"),
            ("Jobs", "AWS::SQS::Queue", "https://sqs/jobs"),
            ("DeadJobs", "AWS::SQS::Queue", "https://sqs/dead"),
        ])
}

fn worker() -> String {
    json!({
        "FunctionName": "orders-worker", "State": "Active", "LastUpdateStatus": "Successful", "MemorySize": 256,
        "CodeSize": 1024, "LastModified": "2026-01-01T00:00:00.000+0000",
    })
    .to_string()
}

fn mapping(state: &str, result: &str) -> String {
    json!({
        "UUID": "uuid", "EventSourceArn": "arn:aws:sqs:eu-west-1:1:jobs", "State": state,
        "FunctionArn": "arn:aws:lambda:eu-west-1:1:function:orders-worker", "LastProcessingResult": result,
    })
    .to_string()
}

fn queue(name: &str, visible: &str, redrive: &str) -> String {
    json!({ "Attributes": {
        "QueueArn": format!("arn:aws:sqs:eu-west-1:1:{name}"), "ApproximateNumberOfMessages": visible,
        "ApproximateNumberOfMessagesNotVisible": "1", "ApproximateNumberOfMessagesDelayed": "0", "RedrivePolicy": redrive,
    } })
    .to_string()
}

fn metrics() -> Vec<u8> {
    let now = jiff::Timestamp::now().as_second();
    let result = |id: &str, values: &[f64]| json!({ "Id": id, "Values": values, "Timestamps": [now, now - 60] });
    cbor(
        &json!({ "MetricDataResults": [
            result("f0_Invocations", &[5.0, 7.0]), result("f0_Errors", &[2.0, 0.0]), result("f0_Throttles", &[]),
            result("f0_IteratorAge", &[1500.0, 9000.0]),
        ] }),
        false,
    )
}

#[tokio::test]
async fn everything_about_a_system_is_read_and_what_needs_looking_after_is_said() {
    let policy = r#"{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:1:dead","maxReceiveCount":3}"#;
    let (connection, _) = system()
        .answer("GetFunctionConfiguration orders-worker", 200, worker())
        .answer("GetEventSourceMapping uuid", 200, mapping("Enabled", "PROBLEM: Function call failed"))
        .answer("GetQueueAttributes https://sqs/jobs", 200, queue("jobs", "4", policy))
        .answer("GetQueueAttributes https://sqs/dead", 200, queue("dead", "2", ""))
        .answer("GetMetricData", 200, metrics())
        .connection();
    let status = read(&connection, "orders").await.unwrap();

    assert_eq!((status.stack.status.as_str(), status.stack.termination_protection), ("UPDATE_COMPLETE", true));
    assert_eq!(status.stack.drift, None, "NOT_CHECKED is no finding");
    assert_eq!(status.stack.last_change.unwrap().to_string(), "2026-01-02T00:00:00Z");
    let worker = &status.functions[0];
    assert_eq!(worker.state.known().unwrap().memory_mib, Some(256));
    assert_eq!(worker.last_hour, Reading::Known(LastHour { invocations: 12, errors: 2, throttles: 0 }));
    assert_eq!(worker.iterator_age_ms, Reading::Known(Some(1500)));
    let mapping = status.mappings[0].state.known().unwrap();
    assert_eq!((mapping.source.as_str(), mapping.function.as_str()), ("Jobs", "Worker"));
    let queues: Vec<_> = status.queues.iter().map(|queue| (queue.logical_id.as_str(), queue.dead_letters)).collect();
    assert_eq!(queues, [("DeadJobs", true), ("Jobs", false)]);
    assert_eq!(status.queues[1].depth, Reading::Known(Depth { visible: 4, in_flight: 1, delayed: 0 }));
    let problems =
        ["the mapping from Jobs to Worker met a PROBLEM: Function call failed", "DeadJobs holds 3 dead letters"];
    assert_eq!(status.problems(), problems);
}

#[tokio::test]
async fn what_may_not_be_read_is_unknown_with_the_reason_and_takes_nothing_else_along() {
    let denied = |action: &str| json!({ "__type": "AccessDeniedException", "message": format!("no {action}") });
    let (connection, _) = system()
        .answer("GetFunctionConfiguration orders-worker", 200, worker())
        .answer("GetEventSourceMapping uuid", 200, mapping("Enabled", "OK"))
        .answer("GetQueueAttributes https://sqs/jobs", 403, denied("sqs:GetQueueAttributes").to_string())
        .answer("GetQueueAttributes https://sqs/dead", 200, queue("dead", "0", ""))
        .answer("GetMetricData", 403, cbor(&denied("cloudwatch:GetMetricData"), false))
        .connection();
    let status = read(&connection, "orders").await.unwrap();

    let reason = |reading: &dyn std::fmt::Debug| format!("{reading:?}");
    let worker = &status.functions[0];
    assert!(worker.state.known().is_some());
    assert!(reason(&worker.last_hour).contains("no cloudwatch:GetMetricData"), "{worker:?}");
    assert_eq!((worker.last_hour.known(), worker.iterator_age_ms.known()), (None, None));
    let jobs = status.queues.iter().find(|queue| queue.logical_id == "Jobs").unwrap();
    assert!(reason(&jobs.depth).contains("AWS denied") && reason(&jobs.depth).contains("no sqs:GetQueueAttributes"));
    assert!(status.queues.iter().any(|queue| queue.depth.known().is_some()));
    assert_eq!(status.problems(), Vec::<String>::new(), "what is unknown is no problem");

    let json = serde_json::to_value(&status).unwrap();
    assert!(json["functions"][0]["last_hour"]["reason"].as_str().unwrap().contains("GetMetricData"), "{json}");
    assert_eq!(json["functions"][0]["state"]["code_bytes"], 1024);
}

#[tokio::test]
async fn the_status_of_a_stack_that_is_not_deployed_is_an_error() {
    let missing = "<ErrorResponse><Error><Code>ValidationError</Code>\
                   <Message>Stack with id orders does not exist</Message></Error></ErrorResponse>";
    let (connection, _) = Conversation::default()
        .answer("DescribeStacks", 400, missing)
        .answer("ListStackResources", 400, missing)
        .connection();
    let error = read(&connection, "orders").await.unwrap_err();
    assert!(matches!(error, DeployError::NotDeployed(_)), "{error}");
}
