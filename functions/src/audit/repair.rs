//! Repair: missing events are written into the archive from the table, and damaged objects are replaced by what can be read
//! of them.
//!
//! Readers go through an archive in the order of its keys and let each version wait for the one before it. An event that is
//! put back behind its successors would come too late for them. So its successors are written once more behind it: all that
//! are in the archive until the end of the hour that it is put into. Readers leave out what they have seen.

use std::collections::BTreeMap;

use domain::kernel::Version;

use super::Invocated;
use super::note::Place;
use crate::archive::{Hour, PREFIX, UNREADABLE_PREFIX, object, restored_key};
use crate::ports::{ArchiveReader, ArchiveRemover, ArchiveWriter, EventHistory, EventScan, Unavailable};

/// How many bytes of events go into one object at most, unless one aggregate alone has more in an hour.
const OBJECT_BYTES: usize = 32 << 20;

/// What is known of one version of an aggregate.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    pub version: u64,
    /// Where the archive has it, in order.
    pub archived: Vec<Place>,
    /// What the table says of it.
    pub recorded: Option<Recorded>,
}

/// What the table says of an event.
#[derive(Debug, Clone, Copy)]
pub(super) struct Recorded {
    /// The hour, counted from the beginning of 1970.
    pub hour: i64,
    /// Whether the archive should have it by now.
    pub due: bool,
}

/// What is to be restored: for each hour, the versions of aggregates from one to another.
#[derive(Debug, Default)]
pub(super) struct Restoration(BTreeMap<Hour, Vec<Range>>);

#[derive(Debug, PartialEq, Eq)]
struct Range {
    aggregate_id: String,
    from: u64,
    to: u64,
    missing: u64,
}

impl Restoration {
    /// Plans what to restore of an aggregate, whose versions are given in order, and says which of them are missing: those that
    /// the archive does not have, and those that it has only in front of their predecessors.
    pub fn plan(&mut self, aggregate_id: &str, known: &[Known], present: Hour) -> Vec<u64> {
        let mut missing = Vec::new();
        // Where a reader is that has taken every version so far, and whether it takes the last of them from what is restored.
        let (mut place, mut from_restored) = (Place { hour: i64::MIN, object: 0, line: 0 }, false);
        for Known { version, archived, recorded } in known {
            if let Some(next) = archived.iter().find(|next| **next > place) {
                (place, from_restored) = (*next, false);
                continue;
            }
            let Some(Recorded { hour, due }) = *recorded else { continue };
            let arrived = match archived.first() {
                Some(first) => first.hour,
                None if !due => continue,
                // Where it would have arrived.
                None => hour.min(present.number()),
            };
            let hour = place.hour.max(arrived);
            let is_missing = archived.is_empty() || !from_restored;
            if is_missing {
                missing.push(*version);
            }
            self.add(Hour::numbered(hour), aggregate_id, *version, is_missing);
            (place, from_restored) = (Place::end_of(hour), true);
        }
        missing
    }

    fn add(&mut self, hour: Hour, aggregate_id: &str, version: u64, is_missing: bool) {
        let of_hour = self.0.entry(hour).or_default();
        let missing = u64::from(is_missing);
        match of_hour.last_mut().filter(|range| range.aggregate_id == aggregate_id) {
            Some(range) => (range.to, range.missing) = (version, range.missing + missing),
            None => {
                let aggregate_id = aggregate_id.to_owned();
                of_hour.push(Range { aggregate_id, from: version, to: version, missing });
            }
        }
    }
}

impl<S, U, N, T> Invocated<'_, S, U, N, T>
where
    S: ArchiveReader + ArchiveWriter + ArchiveRemover,
    U: ArchiveWriter,
    N: ArchiveReader + ArchiveWriter,
    T: EventScan + EventHistory,
{
    /// Writes what is to be restored, and says how many missing events that were.
    pub(super) async fn restore(&self, Restoration(plan): Restoration) -> Result<u64, Unavailable> {
        let mut restored = 0;
        for (hour, ranges) in plan {
            let (mut lines, mut bytes) = (Vec::new(), 0);
            for Range { aggregate_id, from, to, missing } in ranges {
                for event in self.handler.table.events(&aggregate_id, Version::from(from)).await? {
                    if event.aggregate_version.number() > to {
                        break;
                    }
                    let line = serde_json::to_vec(&event).map_err(|error| Unavailable(error.to_string()))?;
                    bytes += line.len();
                    lines.push(line);
                }
                tracing::warn!(aggregate_id, from, to, hour = hour.partition(), "events restored in the archive");
                restored += missing;
                if bytes >= OBJECT_BYTES {
                    self.write(hour, &std::mem::take(&mut lines)).await?;
                    bytes = 0;
                }
            }
            self.write(hour, &lines).await?;
        }
        Ok(restored)
    }

    async fn write(&self, hour: Hour, lines: &[Vec<u8>]) -> Result<(), Unavailable> {
        if lines.is_empty() {
            return Ok(());
        }
        let lines = || lines.iter().map(Vec::as_slice);
        self.handler.archive.put_new(&restored_key(hour, lines()), compressed(lines())?).await?;
        Ok(())
    }

    /// Puts what can be read of a damaged object in its place, and the object aside. It is in the archive until both are done.
    pub(super) async fn replace(&self, key: &str, damaged: &[u8], readable: &[Vec<u8>]) -> Result<(), Unavailable> {
        if !readable.is_empty() {
            let rest = compressed(readable.iter().map(Vec::as_slice))?;
            let stem = key.strip_suffix(".jsonl.gz").unwrap_or(key);
            self.handler.archive.put_new(&format!("{stem}.readable.jsonl.gz"), rest).await?;
        }
        let aside = format!("{UNREADABLE_PREFIX}objects/{}", key.strip_prefix(PREFIX).unwrap_or(key));
        self.handler.unreadable.put_new(&aside, damaged.to_owned()).await?;
        self.handler.archive.delete(key).await
    }
}

fn compressed<'a>(lines: impl IntoIterator<Item = &'a [u8]>) -> Result<Vec<u8>, Unavailable> {
    object(lines).map_err(|error| Unavailable(format!("events could not be compressed: {error}")))
}
