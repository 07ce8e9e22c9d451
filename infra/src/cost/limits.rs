//! Where the limits of services bite, and what the system does about it. They are the default quotas of us-east-1; where a
//! quota can be raised, that is said.

use serde::Serialize;

use super::flow::Flow;
use super::operations::handling;
use super::prices::Service;
use super::quotas::{
    ACCOUNT_REQUESTS, CONCURRENCY, EMAILS, FIRED, FIRST_SHARDS, KEY_REQUESTS, PARTITION_WRITES, SCHEDULES, SHARD_BYTES,
    SHARD_READ, SHARD_RECORDS, TABLE_WRITES,
};
use super::sizes::Sizes;
use super::system::{Capacity, Source, System};
use super::workload::{DAYS, SECONDS, Workload};

/// Where a limit bites.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Limit {
    /// Whose limit.
    pub service: Service,
    /// What is limited, and how.
    pub limit: &'static str,
    /// How many events there are in the busiest second when it is reached; none if that is not what it depends on.
    pub peak_events_per_second: Option<f64>,
    /// How many events a month that is.
    pub events_per_month: Option<f64>,
    /// What is done about it.
    pub answer: String,
}

/// The limits, the first that is reached first.
#[must_use]
pub fn limits(system: &System, workload: &Workload, sizes: &Sizes) -> Vec<Limit> {
    // What one event brings along.
    let few = Workload { events_per_month: 1_000_000.0, ..*workload };
    let flow = Flow::of(system, &few, sizes);
    let per_event = |quantity: f64| quantity / flow.events;
    let mut limits = Vec::new();
    let mut add = |service, limit, peak: f64, answer: &str| {
        let peak = Some(peak).filter(|peak| peak.is_finite());
        let events_per_month = peak.map(|peak| peak / workload.peak_factor * SECONDS);
        limits.push(Limit {
            service,
            limit,
            peak_events_per_second: peak,
            events_per_month,
            answer: answer.to_owned(),
        });
    };
    let requests = per_event(flow.http_requests);
    add(
        Service::ApiGateway,
        "requests a second that the API takes",
        system.request_rate / requests,
        "`Environment::request_rate` says so, to bound what clients can cost; they are answered 429, and try again with the same key",
    );
    add(
        Service::ApiGateway,
        "10,000 requests a second in an account",
        ACCOUNT_REQUESTS / requests,
        "the quota can be raised",
    );
    let serving = flow.invocations.get("api").map_or(0.0, |api| per_event(api.milliseconds)) / 1000.0;
    add(
        Service::Lambda,
        "1,000 invocations at a time in an account",
        CONCURRENCY / serving,
        "clients take nearly all of them, a stream one for each shard and reader; the quota can be raised",
    );
    let commit_writes = per_event(flow.commit_writes);
    add(
        Service::DynamoDb,
        "4,000 writes a second to a new event table",
        FIRST_SHARDS * PARTITION_WRITES / commit_writes,
        "on demand, it grows to twice its peak within half an hour; carts spread over its partitions",
    );
    add(
        Service::DynamoDb,
        "40,000 writes a second to the event table",
        TABLE_WRITES / commit_writes,
        "the quota can be raised",
    );
    let pairs = per_event(flow.pairs);
    let counting = 2.0 + 2.0 * pairs;
    add(
        Service::DynamoDb,
        "4,000 writes a second to a new table of related-items",
        FIRST_SHARDS * PARTITION_WRITES / counting,
        "on demand, it grows to twice its peak; what is throttled meanwhile stays in the stream, and is taken later and in order",
    );
    add(
        Service::DynamoDb,
        "40,000 writes a second to the table of related-items",
        TABLE_WRITES / counting,
        "the quota can be raised; counting a batch at once would be the next step",
    );
    add(
        Service::DynamoDb,
        "1,000 writes a second to the pairs of one item",
        PARTITION_WRITES / (2.0 * pairs * workload.most_popular),
        "its pairs spread over sort keys; beyond that, counts of the most popular items would have to be split",
    );
    stream_limits(system, workload, sizes, &flow, &mut add);
    add(
        Service::Kms,
        "10,000 requests a second in an account",
        KEY_REQUESTS / per_event(flow.carts_of_customers + flow.reminders),
        "only carts of customers ask; the quota can be raised",
    );
    // Schedules of carts that are closed are removed long before.
    let waiting = per_event(flow.reminders) * system.remind_after;
    add(
        Service::Scheduler,
        "10,000,000 schedules that wait",
        SCHEDULES / waiting * workload.peak_factor,
        "only carts of customers have one; the quota can be raised",
    );
    add(
        Service::Scheduler,
        "1,000 schedules that fire in a second",
        FIRED / per_event(flow.reminders),
        "Scheduler fires what is left a little later",
    );
    let a_day = per_event(flow.reminders) * SECONDS / DAYS;
    add(
        Service::Ses,
        "50,000 emails a day",
        EMAILS / a_day * workload.peak_factor,
        "what SES refuses is certainly not sent and tried again, then kept as a dead letter; the quota grows with use",
    );
    replay_limit(system, workload, &mut add);
    let reached = |limit: &Limit| limit.events_per_month.unwrap_or(f64::INFINITY);
    limits.sort_by(|one, other| reached(one).total_cmp(&reached(other)));
    limits
}

fn stream_limits(
    system: &System,
    workload: &Workload,
    sizes: &Sizes,
    flow: &Flow,
    add: &mut dyn FnMut(Service, &'static str, f64, &str),
) {
    if system.stream_capacity == Capacity::OnDemand {
        add(
            Service::Kinesis,
            "1,000 records and 1 MB a second into each of the first 4 shards",
            FIRST_SHARDS * SHARD_RECORDS.min(SHARD_BYTES / sizes.record),
            "on demand, it grows to twice its peak; publish sends what is refused again, in order",
        );
    }
    add(
        Service::Kinesis,
        "2 MB a second out of each of the first 4 shards",
        FIRST_SHARDS * SHARD_READ / (sizes.record * system.readers()),
        "its readers share that; more of them would need enhanced fan-out",
    );
    for (function, limit) in [
        ("related-items", "one batch of each of the first 4 shards at a time in related-items"),
        ("reminders", "one batch of each of the first 4 shards at a time in reminders"),
    ] {
        let mut mappings = system.mappings.iter();
        let Some(mapping) = mappings.find(|mapping| mapping.function == function && mapping.source == Source::Stream)
        else {
            continue;
        };
        let rate = mapping.batch * 1000.0 / flow.taking(function, mapping.batch, workload);
        add(
            Service::Lambda,
            limit,
            FIRST_SHARDS * mapping.concurrency * rate,
            "8 carts of a batch at a time; shards grow with the stream, and up to 10 batches a shard would keep each cart's order",
        );
    }
}

/// How many replayed events a second related-items takes.
#[must_use]
pub fn replayed_per_second(system: &System, workload: &Workload) -> Option<f64> {
    let queue = system.mappings.iter().find(|mapping| mapping.source == Source::Queue)?;
    Some(queue.concurrency * queue.batch * 1000.0 / handling(queue.batch, workload.events_per_cart))
}

/// Replays are not limited by how much happens, but by how fast they are taken.
fn replay_limit(system: &System, workload: &Workload, add: &mut dyn FnMut(Service, &'static str, f64, &str)) {
    let Some(rate) = replayed_per_second(system, workload) else { return };
    let hours = 1_000_000.0 / rate / 3600.0;
    let answer = format!(
        "{rate:.0} replayed events a second, {hours:.1} hours for a million: a batch has all that waits of a cart, one event after the other; the queue itself takes 70,000, because carts are its groups",
    );
    add(Service::Sqs, "invocations at a time for the queue of replays", f64::INFINITY, &answer);
}
