//! The limits that the cost model states, each with a load by which the simulation finds where it bites.

use std::time::Duration;

use infra::app::synthesized;
use infra::cost::durations::{
    EMAIL, GET_OBJECT, KEY, OWN, OWN_PER_EVENT, PUT_OBJECT, PUT_RECORDS, SCHEDULE, SEND, TABLE, TRANSACTION,
};
use infra::cost::quotas::{
    CONCURRENCY, FIRST_SHARDS, PARTITION_WRITES, QUEUE_MESSAGES, SHARD_BYTES, SHARD_READ, SHARD_RECORDS, STREAM_POLL,
    TABLE_POLL,
};
use infra::cost::{Limit, Sizes, System, Workload, limits, replayed_per_second};
use infra::environment::Environment;
use shop_simulation::{Broken, Carts, Entrance, Load, Observed};
use simulation::Capacity;

/// How far apart paper and simulation may be.
pub const TOLERANCE: f64 = 0.15;

/// How much more than a limit shows what becomes of it.
pub const TOO_MUCH: f64 = 1.2;

/// A limit, and the part of it that is simulated.
#[derive(Debug)]
pub struct Check {
    /// The limit.
    pub limit: Limit,
    /// How many events a second it is on paper.
    pub paper: f64,
    /// How many times what is simulated there is: one shard of four, say.
    pub times: f64,
    /// What is offered, except how fast.
    pub load: Load<'static>,
    /// What an operator changes to move it.
    pub change: &'static str,
}

impl Check {
    /// Where the limit of what is simulated is on paper, in events a second.
    pub fn on_paper(&self) -> f64 {
        self.paper / self.times
    }

    /// What becomes of a load of so many times the limit on paper.
    pub fn offer(&self, times: f64) -> Result<Observed, Broken> {
        Load { events_per_second: self.on_paper() * times, ..self.load }.offer()
    }

    /// What becomes of what can be handled.
    pub fn offer_enough(&self) -> Result<Observed, Broken> {
        match self.load.entrance {
            // While the queue is not behind, its batches hold events of different carts.
            Entrance::Replay => self.offer(1.5),
            Entrance::Commands | Entrance::Commits => self.offer(1.0 - TOLERANCE),
        }
    }

    /// What becomes of more than can be handled.
    pub fn offer_too_much(&self) -> Result<Observed, Broken> {
        match self.load.entrance {
            // As fast as it can.
            Entrance::Replay => Load { events_per_second: 5.0 * self.on_paper(), time: REPLAYED, ..self.load }.offer(),
            Entrance::Commands | Entrance::Commits => self.offer(TOO_MUCH),
        }
    }
}

/// What is synthesized for production.
pub fn production() -> System {
    System::of(&synthesized(Environment::PROD).expect("production is synthesized")).expect("the model knows production")
}

/// What customers do; they ask for no suggestions here, because clients of the simulation do not.
pub fn workload() -> Workload {
    Workload { suggestions_per_command: 0.0, ..Workload::of(0.0) }
}

/// A world in which nothing is limited, and everything takes as long as the model assumes.
pub const UNLIMITED: Capacity = Capacity {
    shards: 1,
    shard_records: f64::INFINITY,
    shard_bytes: f64::INFINITY,
    shard_reads: f64::INFINITY,
    partitions: 1,
    partition_writes: |_| f64::INFINITY,
    queue_messages: f64::INFINITY,
    concurrency: usize::MAX,
    stream_poll: Duration::from_millis((STREAM_POLL * 1000.0) as u64),
    table_poll: Duration::from_millis((TABLE_POLL * 1000.0) as u64),
    request,
    invocation,
};

fn request(operation: &str) -> Duration {
    let service = operation.split(':').next().unwrap_or_default();
    milliseconds(match (service, operation) {
        (_, "dynamodb:TransactWriteItems") => TRANSACTION,
        ("dynamodb", _) => TABLE,
        (_, "kinesis:PutRecords") => PUT_RECORDS,
        (_, "s3:PutObject") => PUT_OBJECT,
        ("s3", _) => GET_OBJECT,
        ("kms", _) => KEY,
        ("scheduler", _) => SCHEDULE,
        ("ses", _) => EMAIL,
        ("sqs", _) => SEND,
        _ => panic!("how long does {operation} take?"),
    })
}

fn invocation(records: usize) -> Duration {
    milliseconds(OWN + OWN_PER_EVENT * records as f64)
}

/// As [`request`], of handlers that are no limit.
fn request_of_fast_handlers(operation: &str) -> Duration {
    if operation.starts_with("dynamodb:") { Duration::ZERO } else { request(operation) }
}

fn milliseconds(milliseconds: f64) -> Duration {
    Duration::from_secs_f64(milliseconds / 1000.0)
}

/// How many invocations run at a time where that is limited.
const ROOM: usize = 20;

/// How many times less a shard gives where that is limited, so that fewer events show it.
const SLOW: f64 = 4.0;

/// How long the events came in, at five times the limit, that are replayed as fast as possible.
const REPLAYED: Duration = Duration::from_secs(2);

/// The limits that the simulation knows, each of them alone, under a load of so long.
pub fn checks(time: Duration) -> Vec<Check> {
    let workload = workload();
    let production = production();
    let limits = limits(&production, &workload, &Sizes::measured().expect("events are measured"));
    let replayed = replayed_per_second(&production, &workload).expect("there is a queue of replays");
    let load = Load {
        seed: 1,
        events_per_second: 0.0,
        time,
        entrance: Entrance::Commits,
        carts: Carts {
            events: workload.events_per_cart as u32,
            with_customer: workload.with_customer,
            left_open: workload.left_open,
            most_popular: workload.most_popular,
            per_customer: workload.carts_per_customer as u32,
            are_read: workload.reads_per_command > 0.0,
        },
        capacity: UNLIMITED,
        awake: &["Publish", "RelatedItems"],
        parallelization: None,
    };
    let check = |limit: &str, times: f64, load: Load<'static>, change: &'static str| {
        let found = limits.iter().find(|known| known.limit.contains(limit));
        let limit = found.unwrap_or_else(|| panic!("no limit is about {limit}: {limits:#?}")).clone();
        Check { paper: limit.peak_events_per_second.unwrap_or(replayed), limit, times, load, change }
    };
    vec![
        check(
            "writes a second to a new table of related-items",
            1.0,
            Load {
                capacity: Capacity {
                    shards: FIRST_SHARDS as u64,
                    partitions: FIRST_SHARDS as u64,
                    partition_writes: |table| {
                        if table == "RelatedItemsTable" { PARTITION_WRITES } else { f64::INFINITY }
                    },
                    ..UNLIMITED
                },
                ..load
            },
            "warm throughput of the table before a campaign",
        ),
        check("in related-items", FIRST_SHARDS, load, "`parallelization` of its mapping, up to 10; or more shards"),
        check(
            "in reminders",
            FIRST_SHARDS,
            Load { awake: &["Publish", "Reminders"], ..load },
            "`parallelization` of its mapping, up to 10; or more shards",
        ),
        check(
            "writes a second to a new event table",
            FIRST_SHARDS,
            Load {
                entrance: Entrance::Commands,
                awake: &[],
                carts: Carts { are_read: false, ..load.carts },
                capacity: Capacity {
                    partition_writes: |table| if table == "Carts" { PARTITION_WRITES } else { f64::INFINITY },
                    request: request_of_fast_handlers,
                    ..UNLIMITED
                },
                ..load
            },
            "warm throughput of the table before a campaign",
        ),
        check(
            "into each of the first",
            FIRST_SHARDS,
            Load {
                capacity: Capacity {
                    shard_records: SHARD_RECORDS,
                    shard_bytes: SHARD_BYTES,
                    request: request_of_fast_handlers,
                    ..UNLIMITED
                },
                ..load
            },
            "warm throughput of the stream before a campaign, or shards that are paid for by the hour",
        ),
        check(
            "out of each of the first",
            // Without the archive, whose window is longer than this takes.
            FIRST_SHARDS * 2.0 / 3.0 * SLOW,
            Load {
                awake: &["Publish", "RelatedItems", "Reminders"],
                capacity: Capacity { shard_reads: SHARD_READ / SLOW, request: request_of_fast_handlers, ..UNLIMITED },
                ..load
            },
            "enhanced fan-out for one of the readers",
        ),
        check(
            "invocations at a time in an account",
            CONCURRENCY / ROOM as f64,
            Load {
                entrance: Entrance::Commands,
                awake: &[],
                capacity: Capacity { concurrency: ROOM, ..UNLIMITED },
                ..load
            },
            "the quota",
        ),
        check(
            "invocations at a time for the queue of replays",
            1.0,
            Load {
                entrance: Entrance::Replay,
                awake: &["Publish", "Archiver"],
                capacity: Capacity { queue_messages: QUEUE_MESSAGES, ..UNLIMITED },
                ..load
            },
            "`max_concurrency` of its mapping, up to 1,000",
        ),
    ]
}
