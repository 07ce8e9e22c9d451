//! Event source mappings: what stands between a stream or a queue and a function.

mod destination;
mod queue;
mod response;
mod stream;

use std::collections::BTreeMap;
use std::sync::atomic::AtomicUsize;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::Notify;

use crate::template::{MappingProperties, Source, StreamSource};
use crate::world::World;

/// A mapping and how far it is.
#[derive(Debug)]
pub(crate) struct Mapping(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    properties: MappingProperties,
    /// How far each lane of each shard is handled.
    lanes: Mutex<BTreeMap<(usize, u64), Lane>>,
    /// Tells shards that wait for their parents.
    progress: Notify,
    /// Batches that are under way.
    busy: AtomicUsize,
}

#[derive(Debug, Default)]
struct Lane {
    handled: usize,
    ended: bool,
}

impl Mapping {
    pub(crate) fn new(properties: MappingProperties) -> Self {
        let (lanes, progress, busy) = (Mutex::default(), Notify::new(), AtomicUsize::new(0));
        Self(Arc::new(Inner { properties, lanes, progress, busy }))
    }

    pub(crate) fn start(&self, world: &World) {
        match &self.0.properties.source {
            Source::Stream(source) => tokio::spawn(stream::poll(world.clone(), Arc::clone(&self.0), source.clone())),
            Source::Queue { id, concurrency } => {
                tokio::spawn(queue::poll(world.clone(), Arc::clone(&self.0), id.clone(), *concurrency))
            }
        };
    }

    pub(crate) fn id(&self) -> &str {
        &self.0.properties.id
    }

    /// How old the oldest record or message is that is not handled.
    pub(crate) fn age(&self, world: &World) -> Option<Duration> {
        match &self.0.properties.source {
            Source::Stream(source) => stream::age(world, &self.0, source),
            Source::Queue { id, .. } => queue::age(world, id),
        }
    }

    /// What is left to do, if anything is.
    pub(crate) fn work(&self, world: &World) -> Option<String> {
        let is_idle = match &self.0.properties.source {
            Source::Stream(source) => stream::is_idle(world, &self.0, source),
            Source::Queue { id, .. } => queue::is_idle(world, &self.0, id),
        };
        (!is_idle).then(|| format!("{} has not handled everything", self.0.properties.id))
    }
}

/// Waits, unless there is nothing to wait for.
async fn wait(time: Duration) {
    if !time.is_zero() {
        tokio::time::sleep(time).await;
    }
}

impl Inner {
    fn source(&self) -> Option<&StreamSource> {
        match &self.properties.source {
            Source::Stream(source) => Some(source),
            Source::Queue { .. } => None,
        }
    }
}
