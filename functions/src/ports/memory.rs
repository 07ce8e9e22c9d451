//! The ports in memory, for tests and for trying things out.

mod event_history;
mod keyring;
mod parking_lot;

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{ArchiveReader, ArchiveWriter, Message, Outlet, Put, Unavailable};

pub use event_history::MemoryHistory;
pub use keyring::MemoryKeyring;
pub use parking_lot::MemoryParkingLot;

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
    async fn keys(&self, prefix: &str, after: Option<&str>) -> Result<Vec<String>, Unavailable> {
        let objects = lock(&self.0);
        let wanted = |key: &&String| key.starts_with(prefix) && after.is_none_or(|after| key.as_str() > after);
        // A small page, so that whoever reads has to ask for the next.
        Ok(objects.keys().filter(wanted).take(2).cloned().collect())
    }

    async fn get(&self, key: &str) -> Result<Vec<u8>, Unavailable> {
        lock(&self.0).get(key).cloned().ok_or_else(|| Unavailable(format!("there is no object {key}")))
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A panic elsewhere cannot leave a half-made change behind: each change is a single call.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
