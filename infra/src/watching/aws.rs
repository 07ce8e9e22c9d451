//! Alarms on what AWS measures by itself.

use std::collections::BTreeSet;

use cdk::aws::cloudwatch::alarm::Statistic;
use cdk::aws::lambda::event_source_mapping::{Metrics, MetricsConfig};
use cdk::aws::lambda::{EventSourceMapping, Permission};
use cdk::aws::{apigatewayv2, dynamodb, kinesis, lambda, sqs};
use cdk::constructs::{AlarmProps, Comparison, Metric};
use cdk::{ConstructPath, Found, LogicalId, Node, Resource, Stack, Value};

use super::{Alarms, Concern, sustained};

/// Of how much of its time a function may make use, in percent, if its errors do not tell.
const TIME_USED: f64 = 90.0;

/// Watches everything that AWS measures.
pub(super) fn watch(stack: &mut Stack, alarms: &mut Alarms) {
    let mappings = stack.resources_of::<EventSourceMapping>();
    for mapping in &mappings {
        self::mapping(stack, alarms, mapping);
    }
    // Whoever invokes a function by hand may be refused, which AWS counts as an error. Nobody else is.
    let sources = mappings.iter().map(|mapping| &mapping.entry);
    let permissions = stack.resources_of::<Permission>();
    let woken = sources.chain(permissions.iter().map(|permission| &permission.entry));
    let woken: BTreeSet<_> = woken.filter_map(|entry| referred(entry.property("FunctionName"))).collect();
    for found in stack.resources_of::<lambda::Function>() {
        let keeps_failures = mappings.iter().any(|mapping| {
            mapping.entry.property("DestinationConfig").is_some()
                && referred(mapping.entry.property("FunctionName")).as_ref() == Some(found.resource.logical_id())
        });
        function(stack, alarms, &found, woken.contains(found.resource.logical_id()), keeps_failures);
    }
    let read: BTreeSet<_> =
        mappings.iter().filter_map(|mapping| referred(mapping.entry.property("EventSourceArn"))).collect();
    for found in stack.resources_of::<sqs::Queue>() {
        queue(stack, alarms, &found, read.contains(found.resource.logical_id()));
    }
    for found in stack.resources_of::<kinesis::Stream>() {
        stream(stack, alarms, &found);
    }
    for found in stack.resources_of::<dynamodb::Table>() {
        table(stack, alarms, &found);
    }
    for found in stack.resources_of::<apigatewayv2::Api>() {
        api(stack, alarms, &found);
    }
}

/// The resource that a property refers to.
fn referred(property: Option<&Node>) -> Option<LogicalId> {
    match property {
        Some(Node::Expression(expression)) => expression.targets().into_iter().next().map(|(target, _)| target.id),
        _ => None,
    }
}

fn mapping(stack: &mut Stack, alarms: &mut Alarms, found: &Found<EventSourceMapping>) {
    let Found { path, resource, entry } = found;
    // What becomes of events is measured where it is asked for only.
    stack.edit(resource, |mapping| mapping.metrics_config(MetricsConfig::new().metrics([Metrics::EventCount])));
    if entry.property("StartingPosition").is_none() {
        return;
    }
    let subject = &path.to_string();
    if let Some(function) = entry.property("FunctionName") {
        let function: Value<String> = Value::untyped(function.clone());
        let age = Metric::new("AWS/Lambda", "IteratorAge").of("FunctionName", function).statistic(Statistic::Maximum);
        let threshold = f64::from(alarms.environment.thresholds.iterator_age_ms);
        alarms.add(stack, &path.child("IteratorAge"), &age, Concern::StreamBehind, subject, sustained(threshold, 3, 5));
    }
    let counted = |name: &str| {
        Metric::new("AWS/Lambda", name).of("EventSourceMappingUUID", resource.reference()).every_minutes(5)
    };
    let dropped = counted("DroppedEventCount");
    let id = path.child("Dropped");
    alarms.add(stack, &id, &dropped, Concern::RecordsDropped, subject, AlarmProps::above(0.0));
    let delivered = counted("OnFailureDestinationDeliveredEventCount");
    let id = path.child("GivenUp");
    alarms.add(stack, &id, &delivered, Concern::RecordsGivenUp, subject, AlarmProps::above(0.0));
}

fn function(
    stack: &mut Stack,
    alarms: &mut Alarms,
    found: &Found<lambda::Function>,
    errors_tell: bool,
    keeps_failures: bool,
) {
    let Found { path, resource, entry } = found;
    let metric = |name: &str| Metric::new("AWS/Lambda", name).of("FunctionName", resource.reference());
    let subject = &path.to_string();
    if errors_tell {
        let id = path.child("Errors");
        alarms.add(stack, &id, &metric("Errors"), Concern::InvocationsFailing, subject, sustained(0.0, 3, 5));
    } else if let Some(Node::Number(timeout)) = entry.property("Timeout") {
        // Of what Lambda ends because it takes too long, this is what is left to see.
        let threshold = timeout.as_f64().unwrap_or_default() * 10.0 * TIME_USED;
        let props = AlarmProps { comparison: Comparison::AtLeast, ..AlarmProps::above(threshold) };
        let duration = metric("Duration").statistic(Statistic::Maximum);
        alarms.add(stack, &path.child("Duration"), &duration, Concern::InvocationsFailing, subject, props);
    }
    let id = path.child("Throttles");
    alarms.add(stack, &id, &metric("Throttles"), Concern::Throttled, subject, sustained(0.0, 3, 5));
    if keeps_failures {
        let failures = metric("DestinationDeliveryFailures").every_minutes(5);
        let id = path.child("FailuresNotKept");
        alarms.add(stack, &id, &failures, Concern::FailuresNotKept, subject, AlarmProps::above(0.0));
    }
}

/// A queue that nobody reads holds what somebody gave up on.
fn queue(stack: &mut Stack, alarms: &mut Alarms, found: &Found<sqs::Queue>, is_read: bool) {
    let Found { path, resource, .. } = found;
    let subject = &path.to_string();
    if is_read {
        let threshold = f64::from(alarms.environment.thresholds.queue_age_s);
        let age = Metric::queue_age(resource);
        alarms.add(
            stack,
            &path.child("Age"),
            &age,
            Concern::QueueBehind,
            subject,
            AlarmProps { periods: 5, datapoints: 5, ..AlarmProps::above(threshold) },
        );
    } else {
        let depth = Metric::queue_depth(resource);
        alarms.add(stack, &path.child("Depth"), &depth, Concern::DeadLetters, subject, AlarmProps::above(0.0));
    }
}

fn stream(stack: &mut Stack, alarms: &mut Alarms, found: &Found<kinesis::Stream>) {
    let Found { path, resource, .. } = found;
    for (id, name) in [
        ("WritesThrottled", "WriteProvisionedThroughputExceeded"),
        ("ReadsThrottled", "ReadProvisionedThroughputExceeded"),
    ] {
        let metric = Metric::new("AWS/Kinesis", name).of("StreamName", resource.reference());
        let subject = &path.to_string();
        alarms.add(stack, &path.child(id), &metric, Concern::StreamThrottled, subject, sustained(0.0, 3, 5));
    }
}

fn table(stack: &mut Stack, alarms: &mut Alarms, found: &Found<dynamodb::Table>) {
    let Found { path, resource, entry } = found;
    let subject = &path.to_string();
    for (id, name) in [("ReadsThrottled", "ReadThrottleEvents"), ("WritesThrottled", "WriteThrottleEvents")] {
        let metric = of_table(resource, name);
        alarms.add(stack, &path.child(id), &metric, Concern::TableThrottled, subject, sustained(0.0, 3, 5));
    }
    // The tables of events, which have a stream, by what is done with them: DynamoDB counts its errors by operation.
    if entry.property("StreamSpecification").is_some() {
        for operation in ["PutItem", "Query"] {
            let metric = of_table(resource, "SystemErrors").of("Operation", operation);
            let id = path.child(&format!("{operation}Errors"));
            alarms.add(stack, &id, &metric, Concern::TableFailing, subject, sustained(0.0, 2, 5));
        }
    }
}

fn of_table(table: &Resource<dynamodb::Table>, name: &str) -> Metric {
    Metric::new("AWS/DynamoDB", name).of("TableName", table.reference())
}

fn api(stack: &mut Stack, alarms: &mut Alarms, found: &Found<apigatewayv2::Api>) {
    let Found { path, resource, .. } = found;
    let metric = Metric::new("AWS/ApiGateway", "5xx").of("ApiId", resource.reference());
    let path: &ConstructPath = path;
    alarms.add(
        stack,
        &path.child("ServerErrors"),
        &metric,
        Concern::CommandsFailing,
        &path.to_string(),
        sustained(0.0, 2, 5),
    );
}
