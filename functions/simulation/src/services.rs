//! The services, each with the promises that AWS makes for it and no more.

mod bucket;
mod queue;
pub(crate) mod recurring;
mod schedules;
mod shards;
mod stream;
mod table;

use std::collections::BTreeMap;

pub use bucket::{Bucket, BucketClient, Put};
pub use queue::{Entry, Message, Queue, QueueClient};
pub use schedules::{Schedule, SchedulesClient, Taken};
pub use stream::{Stream, StreamClient};
pub use table::{Consistency, Item, Order, Table, TableClient, Write, WriteError};

pub(crate) use queue::Received;
pub(crate) use shards::{Next, Record, Shards};

use crate::capacity::Capacity;
use crate::fault::Fault;
use crate::sandbox::Failure;
use crate::template::Topology;
use crate::world::World;
use schedules::Schedules;

/// How often shards change at most, so that a run of weeks ends.
const MOST_RESHARDINGS: u32 = 12;

/// Every service of a stack, by logical id.
#[derive(Debug)]
pub struct Services {
    tables: BTreeMap<String, Table>,
    streams: BTreeMap<String, Stream>,
    buckets: BTreeMap<String, Bucket>,
    queues: BTreeMap<String, Queue>,
    schedules: BTreeMap<String, Schedules>,
}

impl Services {
    pub(crate) fn of(topology: &Topology, capacity: Option<&Capacity>) -> Self {
        Self {
            tables: topology
                .tables
                .iter()
                .map(|(id, properties)| (id.clone(), Table::new(id, properties, capacity)))
                .collect(),
            streams: topology
                .streams
                .iter()
                .map(|(id, retention)| (id.clone(), Stream::new(id, *retention, capacity)))
                .collect(),
            buckets: topology.buckets.iter().map(|id| (id.clone(), Bucket::default())).collect(),
            queues: topology
                .queues
                .iter()
                .map(|(id, properties)| (id.clone(), Queue::new(id, properties, capacity)))
                .collect(),
            schedules: topology.schedule_groups.iter().map(|id| (id.clone(), Schedules::default())).collect(),
        }
    }

    /// Lets shards split and merge from time to time, while that fault strikes.
    pub(crate) fn start(&self, world: &World) {
        let world = world.clone();
        tokio::spawn(async move {
            for _ in 0..MOST_RESHARDINGS {
                if !world.strikes(Fault::Reshard) {
                    return;
                }
                world.pause(1_000..600_000).await;
                let services = world.services();
                let tables = services.tables.values().filter_map(Table::changes);
                for shards in services.streams.values().map(Stream::shards).chain(tables) {
                    shards.reshard(&world);
                }
            }
        });
    }

    /// A table.
    #[must_use]
    pub fn table(&self, address: &str) -> Option<&Table> {
        self.tables.get(logical_id(address))
    }

    /// A stream.
    #[must_use]
    pub fn stream(&self, address: &str) -> Option<&Stream> {
        self.streams.get(logical_id(address))
    }

    /// A bucket.
    #[must_use]
    pub fn bucket(&self, address: &str) -> Option<&Bucket> {
        self.buckets.get(logical_id(address))
    }

    /// A queue.
    #[must_use]
    pub fn queue(&self, address: &str) -> Option<&Queue> {
        self.queues.get(logical_id(address))
    }

    fn schedules(&self, address: &str) -> Option<&Schedules> {
        self.schedules.get(logical_id(address))
    }
}

/// The logical id in an address: a reference to a resource is its logical id here, and an attribute of it `ID.ATTRIBUTE`.
pub(crate) fn logical_id(address: &str) -> &str {
    address.split_once('.').map_or(address, |(id, _)| id)
}

fn not_found(address: &str) -> Failure {
    Failure::NotFound(address.to_owned())
}
