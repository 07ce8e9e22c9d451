//! The records of replay runs in memory.

use std::collections::BTreeMap;
use std::sync::Mutex;

use super::lock;
use crate::event_handler::Generation;
use crate::ports::{ReplayRuns, Saved, Tag, Unavailable};
use crate::replay::Run;

/// Runs and checkpoints by name.
#[derive(Debug, Default)]
pub struct MemoryReplayRuns {
    runs: Mutex<BTreeMap<Generation, (Run, u64)>>,
    checkpoints: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl MemoryReplayRuns {
    /// The names of the checkpoints that are kept.
    pub fn checkpoints(&self) -> Vec<String> {
        lock(&self.checkpoints).keys().cloned().collect()
    }
}

impl ReplayRuns for MemoryReplayRuns {
    async fn load(&self, run: &Generation) -> Result<Option<(Run, Tag)>, Unavailable> {
        Ok(lock(&self.runs).get(run).map(|(run, number)| (run.clone(), Tag(number.to_string()))))
    }

    async fn save(&self, run: &Run, before: Option<&Tag>) -> Result<Saved, Unavailable> {
        let mut runs = lock(&self.runs);
        let number = runs.get(&run.run).map(|(_, number)| *number);
        if number.map(|number| number.to_string()).as_ref() != before.map(|tag| &tag.0) {
            return Ok(Saved::Overtaken);
        }
        let number = number.unwrap_or_default() + 1;
        runs.insert(run.run.clone(), (run.clone(), number));
        Ok(Saved::As(Tag(number.to_string())))
    }

    async fn names(&self) -> Result<Vec<Generation>, Unavailable> {
        Ok(lock(&self.runs).keys().cloned().collect())
    }

    async fn checkpoint(&self, name: &str) -> Result<Option<Vec<u8>>, Unavailable> {
        Ok(lock(&self.checkpoints).get(name).cloned())
    }

    async fn keep_checkpoint(&self, name: &str, checkpoint: Vec<u8>) -> Result<(), Unavailable> {
        lock(&self.checkpoints).insert(name.to_owned(), checkpoint);
        Ok(())
    }

    async fn drop_checkpoint(&self, name: &str) -> Result<(), Unavailable> {
        lock(&self.checkpoints).remove(name);
        Ok(())
    }
}
