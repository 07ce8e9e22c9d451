//! Repair: missing events are written into the archive from the table, and damaged objects are replaced by what can be read
//! of them.
//!
//! Readers go through an archive hour by hour and let each version wait for the one before it, so within its hour it does not
//! matter where an event stands. What is missing is put into the hour in which it would have arrived, or that of its
//! predecessor if that is later, so that nothing waits for longer than it has to.

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
}

/// What is not as one expects it in an aggregate, as versions in order.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Planned {
    /// The archive does not have them, and they are to be restored.
    pub missing: Vec<u64>,
    /// The archive has them, but only in hours before the one in which their predecessors are.
    pub out_of_turn: Vec<u64>,
}

impl Restoration {
    /// Plans what to restore of an aggregate, whose versions are given in order, and says what is not as one expects it.
    pub fn plan(&mut self, aggregate_id: &str, known: &[Known], present: Hour) -> Planned {
        let mut planned = Planned::default();
        // The hour that a reader is in who has taken every version so far.
        let mut hour = i64::MIN;
        for Known { version, archived, recorded } in known {
            if let Some(next) = archived.iter().find(|next| next.hour >= hour) {
                hour = next.hour;
            } else if !archived.is_empty() {
                planned.out_of_turn.push(*version);
            } else if let Some(Recorded { hour: recorded, due: true }) = *recorded {
                planned.missing.push(*version);
                hour = hour.max(recorded.min(present.number()));
                self.add(Hour::numbered(hour), aggregate_id, *version);
            }
        }
        planned
    }

    fn add(&mut self, hour: Hour, aggregate_id: &str, version: u64) {
        let of_hour = self.0.entry(hour).or_default();
        match of_hour.last_mut().filter(|range| range.aggregate_id == aggregate_id && range.to + 1 == version) {
            Some(range) => range.to = version,
            None => of_hour.push(Range { aggregate_id: aggregate_id.to_owned(), from: version, to: version }),
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
    /// Writes what is to be restored, and says how many events that were.
    pub(super) async fn restore(&self, Restoration(plan): Restoration) -> Result<u64, Unavailable> {
        let mut restored = 0;
        for (hour, ranges) in plan {
            let (mut lines, mut bytes) = (Vec::new(), 0);
            for Range { aggregate_id, from, to } in ranges {
                for event in self.handler.table.events(&aggregate_id, Version::from(from)).await? {
                    if event.aggregate_version.number() > to {
                        break;
                    }
                    let line = serde_json::to_vec(&event).map_err(|error| Unavailable(error.to_string()))?;
                    bytes += line.len();
                    lines.push(line);
                    restored += 1;
                }
                tracing::warn!(aggregate_id, from, to, hour = hour.partition(), "events restored in the archive");
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
