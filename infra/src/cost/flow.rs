//! How much of everything happens in a month.

use std::collections::BTreeMap;

use functions::in_order::CONCURRENT_KEYS;

use super::durations::{
    EMAIL, GET_OBJECT, KEY, OWN, OWN_PER_EVENT, PUT_OBJECT, PUT_RECORDS, SCHEDULE, TABLE, TRANSACTION,
};
use super::quotas::{FIRST_SHARDS, PARTITION_WRITES, SHARD_BYTES, SHARD_RECORDS, STREAM_POLL, TABLE_POLL};
use super::sizes::Sizes;
use super::system::{Capacity, Mapping, Source, System, count};
use super::workload::{HOURS, SECONDS, Workload};

/// A kilobyte, a megabyte and a gigabyte, as AWS counts them.
pub(super) const KB: f64 = 1024.0;
pub(super) const MB: f64 = KB * KB;
pub(super) const GB: f64 = MB * KB;

/// How many bytes a partition of a table holds.
const PARTITION_BYTES: f64 = 10.0 * GB;

/// The largest batch of records that Lambda hands over, in bytes, and what it adds to each of them.
const PAYLOAD: f64 = 6.0 * MB;
const RECORD_OVERHEAD: f64 = 400.0;

/// How large compacted objects are, in bytes.
pub(super) const COMPACTED: f64 = 128.0 * MB;

/// After how many events a snapshot is kept.
const SNAPSHOT_EVERY: f64 = 100.0;

/// How much of everything happens in a month.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Flow {
    pub events: f64,
    pub commits: f64,
    /// What is in the event table and its stream: commits, or events if each is an item of its own.
    pub items: f64,
    pub carts: f64,
    pub carts_of_customers: f64,
    pub carts_closed: f64,
    pub reminders: f64,
    /// Pairs of items in carts.
    pub pairs: f64,
    pub reads: f64,
    pub suggestions: f64,
    pub http_requests: f64,
    /// How many commits are read to load a cart.
    pub loaded: f64,
    pub snapshots: f64,
    /// Write units of the event table.
    pub commit_writes: f64,
    /// Events in the busiest second.
    pub peak: f64,
    /// The shards of the event stream.
    pub shards: f64,
    /// Invocations, by function.
    pub invocations: BTreeMap<&'static str, Invocations>,
    /// Batches of the mappings, in their order.
    pub batches: Vec<f64>,
    /// Hours of the archive that hold something.
    pub archive_hours: f64,
    /// Objects that compaction makes.
    pub compacted: f64,
}

/// Invocations of a function in a month.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Invocations {
    pub number: f64,
    /// How long all of them take together.
    pub milliseconds: f64,
}

impl Flow {
    pub(super) fn of(system: &System, workload: &Workload, sizes: &Sizes) -> Self {
        let Workload { events_per_month: events, events_per_commit, events_per_cart, left_open, .. } = *workload;
        let commits = events / events_per_commit;
        let carts = events / events_per_cart;
        let carts_of_customers = carts * workload.with_customer;
        let items_per_cart = (events_per_cart - 1.0 - (1.0 - left_open)).max(0.0);
        let reads = commits * workload.reads_per_command;
        let suggestions = commits * workload.suggestions_per_command;
        let (items, commit_writes) = if system.item_per_commit {
            (commits, commits * units(sizes.item(events_per_commit), KB))
        } else {
            // A transaction writes twice: it prepares, then it commits.
            (events, events * 2.0 * units(sizes.item(1.0), KB))
        };
        let peak = events / SECONDS * workload.peak_factor;
        let per_shard = SHARD_RECORDS.min(SHARD_BYTES / sizes.record);
        let shards = match system.stream_capacity {
            // Twice the highest throughput of the last 30 days.
            Capacity::OnDemand => (2.0 * peak / per_shard).ceil().max(FIRST_SHARDS),
            Capacity::Provisioned => (peak / per_shard).ceil().max(1.0),
        };
        let mut flow = Self {
            events,
            commits,
            items,
            carts,
            carts_of_customers,
            carts_closed: carts * (1.0 - left_open),
            reminders: carts_of_customers * left_open,
            pairs: carts * (items_per_cart * (items_per_cart - 1.0) / 2.0).max(0.0),
            reads,
            suggestions,
            http_requests: workload.over_http * (commits + reads + suggestions),
            loaded: (events_per_cart.min(SNAPSHOT_EVERY) / 2.0 / events_per_commit).max(1.0),
            snapshots: if events_per_cart < SNAPSHOT_EVERY { 0.0 } else { events / SNAPSHOT_EVERY },
            commit_writes,
            peak,
            shards,
            invocations: BTreeMap::new(),
            batches: Vec::new(),
            archive_hours: 0.0,
            compacted: 0.0,
        };
        flow.serve_clients(workload);
        let written = commit_writes / SECONDS * workload.peak_factor;
        let stored = items * workload.months * sizes.item(events_per_commit);
        let partitions = (written / PARTITION_WRITES).ceil().max((stored / PARTITION_BYTES).ceil()).max(FIRST_SHARDS);
        for mapping in &system.mappings {
            let batches = flow.handle(mapping, partitions, workload, sizes);
            flow.batches.push(batches);
        }
        let objects = flow.number("archive");
        flow.archive_hours = HOURS * at_least_one(objects / HOURS);
        flow.compacted = flow.archive_hours.max(events * sizes.archived / COMPACTED);
        flow.remind();
        for schedule in &system.schedules {
            let milliseconds = if schedule.function == "compact" {
                let read_and_written = (objects + flow.compacted) * GET_OBJECT + flow.compacted * PUT_OBJECT;
                schedule.per_month * OWN + read_and_written
            } else {
                schedule.per_month * (OWN + 2.0 * TABLE)
            };
            flow.invoke(schedule.function, schedule.per_month, milliseconds);
        }
        flow
    }

    /// How often a function is invoked.
    pub(super) fn number(&self, function: &str) -> f64 {
        self.invocations.get(function).map_or(0.0, |invocations| invocations.number)
    }

    fn invoke(&mut self, function: &'static str, number: f64, milliseconds: f64) {
        let invocations = self.invocations.entry(function).or_default();
        invocations.number += number;
        invocations.milliseconds += milliseconds;
    }

    /// Commands, reads and questions of clients.
    fn serve_clients(&mut self, workload: &Workload) {
        // The snapshot, the commits, the new commit; and for whom a cart is opened, the key.
        let commands = self.commits * (OWN + 3.0 * TABLE) + self.carts_of_customers * (TABLE + KEY);
        let reads = self.reads * (OWN + 2.0 * TABLE);
        let suggestions = self.suggestions * (OWN + 2.0 * TABLE);
        let (over_http, directly) = (workload.over_http, 1.0 - workload.over_http);
        self.invoke("api", self.http_requests, over_http * (commands + reads + suggestions));
        self.invoke("cart", directly * (self.commits + self.reads), directly * (commands + reads));
        self.invoke("related-items", directly * self.suggestions, directly * suggestions);
    }

    /// What a mapping hands to its function. Returns the number of batches.
    fn handle(&mut self, mapping: &Mapping, partitions: f64, workload: &Workload, sizes: &Sizes) -> f64 {
        let (records, shards, poll, bytes) = match mapping.source {
            Source::Table => {
                let events = self.events / self.items.max(1.0);
                // Names of types around each value.
                (self.items, partitions, TABLE_POLL, 1.5 * sizes.item(events))
            }
            // Base64.
            Source::Stream => (self.events, self.shards, STREAM_POLL, sizes.record * 4.0 / 3.0),
            // Replays happen when somebody asks for them.
            Source::Queue => return 0.0,
        };
        let most = mapping.batch.min(PAYLOAD / (bytes + RECORD_OVERHEAD)).max(1.0);
        let batch = most.min(1.0 + records / SECONDS / shards * mapping.window.max(poll));
        let batches = records / batch;
        self.invoke(mapping.function, batches, batches * self.taking(mapping.function, batch, workload));
        batches
    }

    /// How long a function takes for a batch of so many records, in milliseconds.
    pub(super) fn taking(&self, function: &str, batch: f64, workload: &Workload) -> f64 {
        let rounds = (batch / count(CONCURRENT_KEYS)).max(1.0);
        let requests = match function {
            // The events of an aggregate go one after the other.
            "publish" => PUT_RECORDS * workload.events_per_commit,
            "archive" => PUT_OBJECT,
            // The register before and after; gate, and gate with counts.
            "related-items" => 2.0 * TABLE + rounds * (TABLE + TRANSACTION),
            "reminders" => {
                let scheduled = (self.carts_of_customers + self.carts_closed) / self.events.max(1.0);
                rounds * (2.0 * TABLE + scheduled * SCHEDULE)
            }
            _ => TABLE,
        };
        OWN + batch * OWN_PER_EVENT + requests
    }

    /// Reminders that are due: the cart, the claim, the key, the email, and that it was sent.
    fn remind(&mut self) {
        self.invoke("remind", self.reminders, self.reminders * (OWN + 5.0 * TABLE + KEY + EMAIL));
    }
}

/// How many units of a size something takes: whole ones, at least one.
pub(super) fn units(bytes: f64, unit: f64) -> f64 {
    (bytes / unit).ceil().max(1.0)
}

/// How probable at least one of so many things is that happen independently of each other, on average.
pub(super) fn at_least_one(average: f64) -> f64 {
    -(-average).exp_m1()
}
