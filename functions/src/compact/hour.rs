//! The compaction of one hour.

use std::collections::BTreeSet;

use serde::Deserialize;
use tokio::time::Instant;

use crate::archive::{Hour, SortedName, digest, lines, object};
use crate::ports::{ArchiveReader, ArchiveRemover, ArchiveWriter, Unavailable};

/// One hour that is to be compacted.
pub(super) struct Compaction<'a, S> {
    pub archive: &'a S,
    pub hour: Hour,
    /// The keys of its objects, in order.
    pub keys: Vec<String>,
    /// How many bytes of events go into one object.
    pub object_bytes: usize,
    /// When there is no time left.
    pub until: Instant,
}

/// What came out of it.
#[derive(Debug, Default)]
pub(super) struct Compacted {
    pub objects: u64,
    pub events: u64,
    pub duplicates: u64,
}

/// Why an hour was left as it is. Nothing was removed.
#[derive(Debug, thiserror::Error)]
pub(super) enum NotCompacted {
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
    #[error("{key} is gone; something else is at work on this hour")]
    Changed { key: String },
    #[error("{key} is damaged: {reason}. `audit --repair` replaces it")]
    Damaged { key: String, reason: String },
    #[error("{key} does not hold what was written to it")]
    Unverified { key: String },
    #[error("it takes longer than a function may run")]
    TooLong,
    #[error("it could not be compressed: {0}")]
    Compression(#[from] std::io::Error),
}

/// What says where an event belongs. The rest of it is left alone.
#[derive(Deserialize)]
struct Place {
    subject: String,
    #[serde(rename = "aggregateversion")]
    version: u64,
}

/// One line, in the order in which lines stand in a compacted object: by aggregate and version. That is the order that
/// readers need, the same whatever the order was in which the lines were found, and it makes the smallest objects.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Line {
    aggregate_id: String,
    version: u64,
    text: Vec<u8>,
}

impl<S: ArchiveReader + ArchiveWriter + ArchiveRemover> Compaction<'_, S> {
    /// Whether there is something to do: several objects, of which one at least was not compacted yet.
    pub fn is_due(&self) -> bool {
        self.keys.len() > 1 && self.keys.iter().any(|key| SortedName::of_key(key).is_none())
    }

    pub async fn run(&self) -> Result<Compacted, NotCompacted> {
        let mut written = Written::default();
        let (mut group, mut bytes) = (Vec::new(), 0);
        for key in &self.keys {
            if Instant::now() >= self.until {
                return Err(NotCompacted::TooLong);
            }
            let changed = || NotCompacted::Changed { key: key.clone() };
            let content = self.archive.get(key).await?.ok_or_else(changed)?;
            for line in lines(&content) {
                let damaged = |reason: String| NotCompacted::Damaged { key: key.clone(), reason };
                let text = line.map_err(|damage| damaged(damage.to_string()))?;
                let Place { subject, version } =
                    serde_json::from_slice(&text).map_err(|error| damaged(error.to_string()))?;
                bytes += text.len();
                group.push(Line { aggregate_id: subject, version, text });
            }
            if bytes >= self.object_bytes {
                self.write(std::mem::take(&mut group), &mut written).await?;
                bytes = 0;
            }
        }
        if !group.is_empty() {
            self.write(group, &mut written).await?;
        }
        // Only now, when all of them are there: a part of them would be out of order with what went into the others.
        let left: Vec<_> = self.keys.iter().filter(|key| !written.keys.contains(*key)).collect();
        for key in left {
            self.archive.delete(key).await?;
        }
        Ok(Compacted { objects: written.keys.len() as u64, ..written.counts })
    }

    /// Writes an object and reads it back.
    async fn write(&self, mut group: Vec<Line>, written: &mut Written) -> Result<(), NotCompacted> {
        let found = group.len();
        group.sort_unstable();
        group.dedup();
        let texts = || group.iter().map(|line| line.text.as_slice());
        let expected = digest(texts());
        let key = self.key(&expected, written);
        self.archive.put_new(&key, object(texts())?).await?;
        let content = self.archive.get(&key).await?.unwrap_or_default();
        let read: Result<Vec<_>, _> = lines(&content).collect();
        let is_there = read.is_ok_and(|read| digest(read.iter().map(Vec::as_slice)) == expected);
        if !is_there {
            return Err(NotCompacted::Unverified { key });
        }
        written.keys.insert(key);
        written.counts.events += group.len() as u64;
        written.counts.duplicates += (found - group.len()) as u64;
        Ok(())
    }

    /// The name for an object with this content: that of one that is there already, so that a compaction which broke off is
    /// taken up, or one behind everything else. Objects are in the order in which they were written in any case.
    fn key(&self, digest: &str, written: &Written) -> String {
        let named = |key: &&String| SortedName::of_key(key).is_some_and(|name| name.digest == digest);
        let in_order = |key: &&String| written.keys.last().is_none_or(|last| last < *key);
        if let Some(key) = self.keys.iter().filter(named).find(in_order) {
            return key.clone();
        }
        let newest = self.keys.iter().filter_map(|key| SortedName::of_key(key)).map(|name| name.generation).max();
        let generation = newest.map_or(1, |newest| newest.saturating_add(1));
        SortedName { generation, number: written.keys.len() as u64 + 1, digest: digest.to_owned() }.key(self.hour)
    }
}

#[derive(Default)]
struct Written {
    keys: BTreeSet<String>,
    counts: Compacted,
}
