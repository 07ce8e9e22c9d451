//! The ports in memory, for tests and for trying things out.

mod event_history;
mod keyring;
mod parking_lot;
mod replay_runs;

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{ArchiveReader, ArchiveWriter, Message, ObjectBody, Outlet, Put, Unavailable};

pub use event_history::MemoryHistory;
pub use keyring::MemoryKeyring;
pub use parking_lot::MemoryParkingLot;
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

/// An archive in memory.
#[derive(Debug, Default)]
pub struct MemoryArchive(Mutex<BTreeMap<String, Vec<u8>>>);

impl MemoryArchive {
    /// Every object by its key.
    pub fn objects(&self) -> BTreeMap<String, Vec<u8>> {
        lock(&self.0).clone()
    }

    /// Changes objects behind everybody's back.
    pub fn change(&self, change: impl FnOnce(&mut BTreeMap<String, Vec<u8>>)) {
        change(&mut lock(&self.0));
    }
}

impl From<BTreeMap<String, Vec<u8>>> for MemoryArchive {
    fn from(objects: BTreeMap<String, Vec<u8>>) -> Self {
        Self(Mutex::new(objects))
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
pub struct MemoryObject(VecDeque<u8>);

impl ObjectBody for MemoryObject {
    async fn next_chunk(&mut self) -> Result<Option<Vec<u8>>, Unavailable> {
        // Small pieces, so that lines are cut at any place.
        let size = self.0.len().min(50);
        Ok(Some(self.0.drain(..size).collect()).filter(|chunk: &Vec<u8>| !chunk.is_empty()))
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A panic elsewhere cannot leave a half-made change behind: each change is a single call.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
