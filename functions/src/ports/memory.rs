//! The ports in memory, for tests and for trying things out.

mod event_history;
mod event_table;
mod gates;
mod keyring;
mod mail;
mod parking_lot;
mod register;
mod reminder_claims;
mod reminder_schedules;
mod replay_runs;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;

use super::{ArchiveReader, ArchiveRemover, ArchiveWriter, Message, ObjectBody, Outlet, Put, Unavailable};
use crate::event_handler::Generation;
use crate::replay::{HANDLERS, ReplayQueues};

pub use event_history::MemoryHistory;
pub use event_table::MemoryEventTable;
pub use gates::MemoryGates;
pub use keyring::MemoryKeyring;
pub use mail::MemoryMail;
pub use parking_lot::MemoryParkingLot;
pub use register::MemoryRegister;
pub use reminder_claims::MemoryClaims;
pub use reminder_schedules::MemorySchedules;
pub use replay_runs::MemoryReplayRuns;

/// An outlet that takes everything.
#[derive(Debug, Default)]
pub struct MemoryOutlet(Mutex<Vec<Message>>);

impl MemoryOutlet {
    /// What was sent, in order.
    pub fn sent(&self) -> Vec<Message> {
        lock(&self.0).clone()
    }
}

impl Outlet for MemoryOutlet {
    const MAX_MESSAGES: usize = 10;
    const MAX_BYTES: usize = 1 << 20;

    async fn send(&self, batch: &[&Message]) -> Vec<Result<(), Unavailable>> {
        lock(&self.0).extend(batch.iter().map(|&message| message.clone()));
        batch.iter().map(|_| Ok(())).collect()
    }
}

/// One queue for every run and handler.
impl ReplayQueues for Arc<MemoryOutlet> {
    type Queue = Self;

    fn handlers(&self) -> Vec<String> {
        HANDLERS.map(str::to_owned).into()
    }

    fn queue(&self, handler: &str, _: &Generation) -> Option<Self> {
        HANDLERS.contains(&handler).then(|| Self::clone(self))
    }
}

/// An archive in memory.
#[derive(Debug, Default)]
pub struct MemoryArchive(Mutex<BTreeMap<String, Vec<u8>>>);

impl MemoryArchive {
    /// Every object by its key.
    pub fn objects(&self) -> BTreeMap<String, Vec<u8>> {
        lock(&self.0).clone()
    }

    /// Puts an object in the place of what is there, as no program should.
    pub fn replace(&self, key: &str, content: Vec<u8>) {
        lock(&self.0).insert(key.to_owned(), content);
    }

    /// Removes an object.
    pub fn remove(&self, key: &str) {
        lock(&self.0).remove(key);
    }
}

impl ArchiveWriter for MemoryArchive {
    async fn put_new(&self, key: &str, content: Vec<u8>) -> Result<Put, Unavailable> {
        let mut objects = lock(&self.0);
        if objects.contains_key(key) {
            return Ok(Put::Present);
        }
        objects.insert(key.to_owned(), content);
        Ok(Put::Written)
    }
}

impl ArchiveReader for MemoryArchive {
    type Object = MemoryObject;

    async fn keys(&self, prefix: &str, after: Option<&str>) -> Result<Vec<String>, Unavailable> {
        let objects = lock(&self.0);
        let wanted = |key: &&String| key.starts_with(prefix) && after.is_none_or(|after| key.as_str() > after);
        // A small page, so that whoever reads has to ask for the next.
        Ok(objects.keys().filter(wanted).take(2).cloned().collect())
    }

    async fn open(&self, key: &str) -> Result<Option<MemoryObject>, Unavailable> {
        Ok(lock(&self.0).get(key).cloned().map(|content| MemoryObject(content.into())))
    }
}

/// What is left of an object in memory.
#[derive(Debug)]
pub struct MemoryObject(Bytes);

impl From<Vec<u8>> for MemoryObject {
    fn from(content: Vec<u8>) -> Self {
        Self(content.into())
    }
}

impl ObjectBody for MemoryObject {
    async fn next_chunk(&mut self) -> Result<Option<Bytes>, Unavailable> {
        // Small pieces, so that lines are cut at any place.
        let size = self.0.len().min(50);
        Ok(Some(self.0.split_to(size)).filter(|chunk| !chunk.is_empty()))
    }
}

impl ArchiveRemover for MemoryArchive {
    async fn delete(&self, key: &str) -> Result<(), Unavailable> {
        self.remove(key);
        Ok(())
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A panic elsewhere cannot leave a half-made change behind: each change is a single call.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
