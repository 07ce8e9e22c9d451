//! What is used of each service in a month.

use super::flow::{Flow, GB, KB, at_least_one, units};
use super::prices::Priced;
use super::sizes::Sizes;
use super::system::{Capacity, FunctionSettings, Source, System};
use super::workload::{DAYS, HOURS, Workload};

/// What DynamoDB adds to an item that it stores, in bytes.
///
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html>
const ITEM_OVERHEAD: f64 = 100.0;

/// The gate of a cart, with what a projection knows of it; the record of a reminder; the key of a customer.
const SMALL_ITEM: f64 = 300.0;

/// A page of a consistent read, and of a payload to a provisioned stream.
const READ_UNIT: f64 = 4.0 * KB;
const PAYLOAD_UNIT: f64 = 25.0 * KB;

/// What is left of a log once it is compressed.
const COMPRESSED: f64 = 0.2;

/// How often the keys of AWS are asked for by a table or stream, in an hour: every 5 minutes while it is used.
const KEY_REQUESTS: f64 = 12.0;

/// How many requests each idle mapping makes to its queue in an hour: 5 pollers that wait for 20 seconds each.
const POLLS: f64 = 5.0 * 3600.0 / 20.0;

/// How long records are kept at the price of extended retention, in hours. Those of the first day cost nothing.
const FIRST_DAY: f64 = 24.0;
const FIRST_WEEK: f64 = 168.0;

/// What is used of something.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Used {
    pub priced: Priced,
    /// What for.
    pub purpose: &'static str,
    pub quantity: f64,
}

/// What is used of each service in a month.
pub(super) fn usage(system: &System, workload: &Workload, sizes: &Sizes, flow: &Flow) -> Vec<Used> {
    let mut used = Vec::new();
    let mut add = |priced, purpose, quantity| used.push(Used { priced, purpose, quantity });
    functions(system, flow, &mut add);
    tables(system, workload, sizes, flow, &mut add);
    stream(system, sizes, flow, &mut add);
    archive(system, workload, sizes, flow, &mut add);
    watching(system, workload, sizes, flow, &mut add);
    add(Priced::HttpApiRequests, "requests", flow.http_requests);
    add(Priced::KmsKeys, "keys", system.keys);
    add(Priced::KmsRequests, "keys of customers", flow.carts_of_customers + flow.reminders);
    add(
        Priced::KmsRequests,
        "encryption of tables and stream",
        (system.tables + system.streams) * KEY_REQUESTS * HOURS,
    );
    let queues = system.mappings.iter().filter(|mapping| mapping.source == Source::Queue);
    add(Priced::SqsFifoRequests, "waiting for replays", queues.map(|_| POLLS * HOURS).sum());
    let regular = system.schedules.iter().map(|schedule| schedule.per_month).sum();
    add(Priced::SchedulerInvocations, "regular schedules", regular);
    add(Priced::SchedulerInvocations, "reminders that are due", flow.reminders);
    add(Priced::SesEmails, "reminders", flow.reminders);
    add(Priced::SnsEmails, "alarms", system.pagers * workload.alarms_per_month);
    used
}

type Add<'a> = dyn FnMut(Priced, &'static str, f64) + 'a;

fn functions(system: &System, flow: &Flow, add: &mut Add<'_>) {
    for (&name, settings) in &system.functions {
        let invocations = flow.invocations.get(name).copied().unwrap_or_default();
        add(Priced::LambdaRequests, name, invocations.number);
        let FunctionSettings { memory, is_arm, .. } = *settings;
        let priced = if is_arm { Priced::LambdaArm64 } else { Priced::LambdaX86 };
        // A millisecond is the least that is billed.
        add(priced, name, memory * invocations.milliseconds.max(invocations.number) / 1000.0);
    }
}

fn tables(system: &System, workload: &Workload, sizes: &Sizes, flow: &Flow, add: &mut Add<'_>) {
    let mut throughput = |purpose, writes: f64, reads: f64| match system.table_capacity {
        Capacity::OnDemand => {
            add(Priced::DynamoDbWrites, purpose, writes);
            add(Priced::DynamoDbReads, purpose, reads);
        }
        Capacity::Provisioned => {
            // Enough for the busiest second, and at least one unit.
            let hours = |units: f64| (units * workload.peak_factor / 3600.0).max(HOURS);
            add(Priced::DynamoDbWriteHours, purpose, hours(writes));
            add(Priced::DynamoDbReadHours, purpose, hours(reads));
        }
    };
    // Loading a cart: the snapshot without consistency at half the price, then the commits.
    let item = sizes.item(workload.events_per_commit);
    let load = 0.5 + units(flow.loaded * item, READ_UNIT);
    throughput("commits", flow.commit_writes + flow.snapshots, (flow.commits + flow.reads) * load);
    let (counting_writes, counting_reads) = counting(system, flow);
    throughput("related-items", counting_writes, counting_reads);
    throughput("questions to related-items", 0.0, flow.suggestions * (1.0 + 0.5 * system.indexes));
    throughput("gates of reminders", flow.events, flow.events);
    let new_customers = flow.carts_of_customers / workload.carts_per_customer;
    throughput("keys of customers", new_customers, flow.carts_of_customers);
    throughput("reminders that are due", 2.0 * flow.reminders, 3.0 * flow.reminders);

    let months = workload.months;
    let items = flow.items * (flow.events / flow.items.max(1.0) * sizes.event + sizes.commit + ITEM_OVERHEAD);
    let small_items = 2.0 * flow.carts + new_customers + flow.reminders;
    let stored = months * items / GB;
    let small = months * small_items * (SMALL_ITEM + ITEM_OVERHEAD) / GB;
    add(Priced::DynamoDbStorage, "commits", stored);
    add(Priced::DynamoDbStorage, "gates, keys and reminders", small);
    add(Priced::DynamoDbRecovery, "recovery to any second", system.recoverable * (stored + small));
}

/// What related-items writes and reads for new events: the gate of the cart, and each pair of items with the indexes that are
/// sorted by its count.
pub(super) fn counting(system: &System, flow: &Flow) -> (f64, f64) {
    // A transaction writes twice; a count that moves within an index is a deletion and a write.
    let writes = 2.0 * flow.events + flow.pairs * (2.0 + 2.0 * system.indexes);
    let mappings = system.mappings.iter().zip(&flow.batches);
    let batches: f64 = mappings.filter(|(of, _)| of.function == "related-items").map(|(_, batches)| batches).sum();
    (writes, flow.events + 2.0 * batches)
}

fn stream(system: &System, sizes: &Sizes, flow: &Flow, add: &mut Add<'_>) {
    let billed = flow.events * units(sizes.record, KB) * KB / GB;
    let kept = |hours: f64| billed / HOURS * hours;
    let beyond_first_week = (system.stream_retention - FIRST_WEEK).max(0.0);
    match system.stream_capacity {
        Capacity::OnDemand => {
            add(Priced::KinesisStreamHours, "stream", system.streams * HOURS);
            add(Priced::KinesisIn, "events", billed);
            add(Priced::KinesisOut, "readers", flow.events * sizes.record / GB * system.readers());
            let extended = (system.stream_retention.min(FIRST_WEEK) - FIRST_DAY).max(0.0);
            add(Priced::KinesisRetention, "kept for longer than a day", kept(extended));
        }
        Capacity::Provisioned => {
            add(Priced::KinesisShardHours, "shards", flow.shards * HOURS);
            add(Priced::KinesisPayloadUnits, "events", flow.events * units(sizes.record, PAYLOAD_UNIT));
            let is_extended = system.stream_retention > FIRST_DAY;
            let extended = if is_extended { flow.shards * HOURS } else { 0.0 };
            add(Priced::KinesisShardRetention, "kept for longer than a day", extended);
        }
    }
    add(Priced::KinesisLongRetention, "kept for longer than a week", kept(beyond_first_week));
}

fn archive(system: &System, workload: &Workload, sizes: &Sizes, flow: &Flow, add: &mut Add<'_>) {
    let month = flow.events * sizes.archived / GB;
    let objects = flow.number("archive");
    add(Priced::S3Storage, "archive", month * workload.months);
    add(Priced::S3Storage, "objects that compaction has replaced", month * system.removed_objects / DAYS);
    add(Priced::S3Puts, "batches", objects);
    add(Priced::S3Puts, "compaction", flow.compacted + flow.archive_hours);
    add(Priced::S3Gets, "compaction", objects + flow.compacted);
}

fn watching(system: &System, workload: &Workload, sizes: &Sizes, flow: &Flow, add: &mut Add<'_>) {
    // Metrics are paid for by the hour in which they are reported.
    let hourly = |number: f64| at_least_one(number / HOURS);
    let of_functions = system.functions.iter().map(|(name, function)| function.metrics * hourly(flow.number(name)));
    add(Priced::CloudWatchMetrics, "metrics of functions", of_functions.sum());
    let of_mappings = system.mappings.iter().zip(&flow.batches);
    let of_mappings = of_mappings.map(|(mapping, &batches)| mapping.metrics * hourly(batches));
    add(Priced::CloudWatchMetrics, "metrics of mappings", of_mappings.sum());
    add(Priced::CloudWatchAlarms, "alarms", system.alarms);
    add(Priced::CloudWatchDashboards, "dashboard", system.dashboards);
    // Each command, each event on each of its hops, each batch that is published, and each reminder has a line.
    let hops = 1.0 + system.readers();
    let lines = flow.commits + hops * flow.events + flow.number("publish") + flow.reminders;
    let metrics = system.functions.iter().map(|(name, function)| function.metrics_line * flow.number(name));
    let logs = [
        ("lines about events", lines * sizes.log_line / GB),
        ("measurements", metrics.sum::<f64>() / GB),
        ("access log", flow.http_requests * system.access_line / GB),
    ];
    for (purpose, written) in logs {
        add(Priced::CloudWatchLogs, purpose, written);
    }
    let written: f64 = logs.iter().map(|(_, written)| written).sum();
    let months = workload.months.min(system.log_retention / DAYS);
    add(Priced::CloudWatchLogStorage, "logs", written * COMPRESSED * months);
}
