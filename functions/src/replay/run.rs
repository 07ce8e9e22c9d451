//! A run as it is on record.

use domain::kernel::Version;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::request::StartReplay;
use super::selection::Selection;
use crate::event_handler::Generation;

/// How many holes and how many damages a record names; all of them are counted.
const NAMED: usize = 100;

/// A run: what it is about, and how far it came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// Its name, and that of the generation that it builds.
    pub run: Generation,
    /// The handler that sees history again.
    pub handler: String,
    /// Which events it is about.
    pub selection: Selection,
    /// The most events a second.
    pub rate: Option<u32>,
    /// Whether it only counts.
    pub dry_run: bool,
    /// Whether it goes on.
    pub state: RunState,
    /// When it was begun.
    pub started_at: Timestamp,
    /// When this was written.
    pub updated_at: Timestamp,
    /// How many objects of the archive it has to read; none if they were too many to be counted at once.
    pub objects_to_read: Option<u64>,
    /// What it has met until now.
    pub counts: Counts,
    /// The first versions that the archive lacks.
    pub holes: Vec<Hole>,
    /// The first places of the archive that cannot be read.
    pub damaged: Vec<Damage>,
    /// Why it stopped, if it had to.
    pub stopped_because: Option<String>,
    /// Where it is.
    pub position: Position,
    /// The invocation that works on it.
    pub lease: Option<Lease>,
    /// The name of what else it goes on from.
    pub checkpoint: Option<String>,
}

/// Whether a run goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RunState {
    /// There is more to do.
    Incomplete,
    /// The end of the archive was reached.
    Complete,
    /// Somebody stopped it for good.
    Cancelled,
}

/// What a run has met.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Objects of the archive that were read.
    pub objects: u64,
    /// Their bytes, compressed.
    pub bytes: u64,
    /// Lines of the archive that were read.
    pub lines: u64,
    /// Events that are selected, each once.
    pub selected: u64,
    /// Events that were sent.
    pub sent: u64,
    /// Selected events that were in the archive once more, and were left out.
    pub duplicates: u64,
    /// Aggregates of which an event is selected.
    pub aggregates: u64,
    /// Stretches of versions that the archive lacks.
    pub holes: u64,
    /// Places of the archive that cannot be read.
    pub damaged: u64,
}

/// Versions of an aggregate that the archive lacks, although it has later ones. The event handler reads them from the event
/// table before it takes the next; `audit --repair` puts them into the archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hole {
    /// The aggregate.
    pub aggregate_id: String,
    /// The first version that is missing.
    pub from: Version,
    /// The last version that is missing.
    pub to: Version,
}

/// A place of the archive that cannot be read. What can be read of the object is replayed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Damage {
    /// The object.
    pub object: String,
    /// How many of its lines come before the place.
    pub after_lines: u64,
    /// What is wrong.
    pub reason: String,
}

/// Where a run is in the archive.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// The key up to which everything is done with.
    pub after: Option<String>,
    /// The partition that is being read: what the keys of its objects begin with.
    pub partition: Option<String>,
    /// The object that is being read.
    pub object: Option<String>,
    /// How many of its lines are done with.
    pub lines: u64,
    /// When the next event may be sent, if there is a rate.
    pub send_at: Option<Timestamp>,
}

/// The right of one invocation to work on a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lease {
    /// The invocation.
    pub owner: Uuid,
    /// When the right ends, unless it is renewed.
    pub until: Timestamp,
}

impl Run {
    pub(super) fn new(start: StartReplay, run: Generation, now: Timestamp) -> Self {
        let StartReplay { handler, selection, rate, dry_run, .. } = start;
        let position = Position { after: selection.begins_after(), ..Position::default() };
        Self {
            run,
            handler,
            selection,
            rate,
            dry_run,
            state: RunState::Incomplete,
            started_at: now,
            updated_at: now,
            objects_to_read: None,
            counts: Counts::default(),
            holes: Vec::new(),
            damaged: Vec::new(),
            stopped_because: None,
            position,
            lease: None,
            checkpoint: None,
        }
    }

    /// Whether the archive was whole as far as it was read.
    #[must_use]
    pub fn found_the_archive_whole(&self) -> bool {
        self.counts.holes == 0 && self.counts.damaged == 0
    }

    pub(super) fn add_hole(&mut self, hole: Hole) {
        self.counts.holes += 1;
        if self.holes.len() < NAMED {
            self.holes.push(hole);
        }
    }

    pub(super) fn add_damage(&mut self, damage: Damage) {
        self.counts.damaged += 1;
        if self.damaged.len() < NAMED {
            self.damaged.push(damage);
        }
    }
}
