//! What operations cost that somebody asks for.

use serde::Serialize;

use super::bill::Bill;
use super::durations::{OWN, OWN_PER_EVENT, SEND, TABLE, TRANSACTION};
use super::flow::{COMPACTED, Flow, GB, KB, units};
use super::prices::{Priced, Prices};
use super::sizes::Sizes;
use super::system::{Source, System, count};
use super::usage::{Used, counting};
use super::workload::Workload;
use functions::in_order::{CONCURRENT_BATCHES, CONCURRENT_KEYS};

/// How many events an operation is stated for.
const EVENTS: f64 = 1_000_000.0;

/// How many messages a request to a queue takes.
const MESSAGES: f64 = 10.0;

/// A terabyte, in gigabytes.
const TB: f64 = 1024.0;

/// An operation that somebody asks for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Operation {
    /// What is done.
    pub operation: &'static str,
    /// What it costs for a million events.
    pub per_million_events: f64,
}

/// What operations cost for a million events.
#[must_use]
pub fn operations(system: &System, workload: &Workload, sizes: &Sizes, prices: &Prices) -> Vec<Operation> {
    let of =
        |operation, used: Vec<Used>| Operation { operation, per_million_events: Bill::for_usage(used, prices).total };
    let archived = EVENTS * sizes.archived;
    let objects = units(archived, COMPACTED);
    let audited = EVENTS / workload.events_per_commit * sizes.item(workload.events_per_commit) / (4.0 * KB);
    let audit = vec![
        used(Priced::DynamoDbReads, audited),
        used(Priced::S3Gets, objects),
        function(system, "audit", 1.0, EVENTS * 2.0 * OWN_PER_EVENT),
    ];
    let query = vec![used(Priced::AthenaScanned, archived / GB / TB)];
    vec![
        of("replay to related-items", replay(system, workload, sizes, objects)),
        of("audit", audit),
        of("query of everything in Athena", query),
    ]
}

fn replay(system: &System, workload: &Workload, sizes: &Sizes, objects: f64) -> Vec<Used> {
    let flow = Flow::of(system, &Workload { events_per_month: EVENTS, ..*workload }, sizes);
    let without_batches = Flow { batches: Vec::new(), ..flow };
    let (writes, reads) = counting(system, &without_batches);
    let queues = system.mappings.iter().filter(|mapping| mapping.source == Source::Queue);
    let size = queues.map(|mapping| mapping.batch).fold(1.0, f64::max);
    let batches = EVENTS / size;
    // Sent, received, deleted.
    let requests = EVENTS / MESSAGES + 2.0 * batches;
    let sending = EVENTS / MESSAGES * SEND / count(CONCURRENT_BATCHES) + EVENTS * OWN_PER_EVENT;
    let line = system.functions.get("related-items").map_or(0.0, |function| function.metrics_line);
    vec![
        used(Priced::DynamoDbWrites, writes),
        used(Priced::DynamoDbReads, reads + batches),
        used(Priced::SqsFifoRequests, requests),
        used(Priced::S3Gets, objects),
        used(Priced::LambdaRequests, batches),
        function(system, "related-items", batches, handling(size, workload.events_per_cart)),
        function(system, "replay", 1.0, sending),
        used(Priced::CloudWatchLogs, (EVENTS * sizes.log_line + batches * line) / GB),
    ]
}

/// How long related-items takes for a batch of replayed events, in milliseconds. A queue hands over as many events of a cart
/// at once as it has, and a replay sends faster than they are taken, so that it has all of them.
pub(super) fn handling(batch: f64, events_per_cart: f64) -> f64 {
    let carts = (batch / events_per_cart).max(1.0);
    let rounds = batch / carts * (carts / count(CONCURRENT_KEYS)).max(1.0);
    OWN + TABLE + rounds * (TABLE + TRANSACTION)
}

fn used(priced: Priced, quantity: f64) -> Used {
    Used { priced, purpose: priced.name(), quantity }
}

/// The time of so many invocations of a function that take so long each, in milliseconds.
fn function(system: &System, name: &str, invocations: f64, milliseconds: f64) -> Used {
    let (memory, is_arm) =
        system.functions.get(name).map_or((0.0, true), |function| (function.memory, function.is_arm));
    let priced = if is_arm { Priced::LambdaArm64 } else { Priced::LambdaX86 };
    used(priced, memory * invocations * milliseconds / 1000.0)
}
