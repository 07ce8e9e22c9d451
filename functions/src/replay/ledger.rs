//! How far each aggregate was sent, so that every event is sent once and behind the one before it, whatever order the
//! archive has them in.
//!
//! The archive has an aggregate's events in order, but for what resharding, clocks, repairs and at-least-once delivery do to
//! it. An event that comes too early is held until those before it have come. Memory is bounded: aggregates that have not
//! been seen for long are forgotten, and when too much is held, or the archive ends, the missing versions are a hole, and
//! what was held goes on. Both cost no more than a message too many or one out of order, which the version gate of the
//! event handler puts right.

use std::collections::{BTreeMap, HashMap};
use std::ops::RangeInclusive;

use domain::kernel::Version;
use sha2::{Digest, Sha256};

use super::run::Hole;
use crate::envelope::Envelope;
use crate::ports::Message;

/// What an aggregate is known by: 16 bytes of the SHA-256 of its type and id.
pub(super) type Fingerprint = [u8; 16];

/// The versions that events have here: there is always one before, and one behind.
pub(super) const VERSIONS: RangeInclusive<u32> = 1..=u32::MAX - 1;

/// The versions of an aggregate that were met: from the first to the last there is no hole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Met {
    pub first: u32,
    pub last: u32,
    /// Whether one of its events is selected.
    pub is_selected: bool,
    /// Whether it was met for the first time for certain, so that what is missing after `first` is a hole.
    pub is_certain: bool,
}

/// An event at its place in the history of its aggregate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub aggregate: Fingerprint,
    pub version: u32,
    pub aggregate_id: String,
    /// Whether it happened before the time that is selected: what the ledger knows of the aggregate does not begin with it.
    pub is_early: bool,
    /// What to send; nothing if the event is not selected.
    pub message: Option<Message>,
}

/// What an event is to the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// It is new; its aggregate may be as well.
    New {
        /// It is the first event of the aggregate that is selected.
        is_first: bool,
    },
    /// It was there before.
    Duplicate,
    /// It happened before the time that is selected.
    Early,
}

/// How much a ledger may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bounds {
    /// Aggregates: twice as many are remembered at most, at 66 bytes each at most.
    pub aggregates: usize,
    /// Bytes of events that came too early.
    pub held: usize,
}

/// How far each aggregate was sent.
#[derive(Debug)]
pub(super) struct Ledger {
    bounds: Bounds,
    /// Aggregates that were met lately, and those that were met before: a full generation becomes the old one, and the old
    /// one is forgotten.
    pub(super) young: HashMap<Fingerprint, Met>,
    pub(super) old: HashMap<Fingerprint, Met>,
    /// Whether the archive is read from its beginning, so that an aggregate has to begin with its first event.
    pub(super) from_the_beginning: bool,
    pub(super) has_forgotten: bool,
    pub(super) held: BTreeMap<Fingerprint, BTreeMap<u32, Entry>>,
    held_bytes: usize,
}

impl Ledger {
    pub fn new(bounds: Bounds, from_the_beginning: bool) -> Self {
        let (young, old, held) = (HashMap::new(), HashMap::new(), BTreeMap::new());
        Self { bounds, young, old, from_the_beginning, has_forgotten: false, held, held_bytes: 0 }
    }

    /// Takes an event, and appends to `out` what can be sent now.
    pub fn take(&mut self, entry: Entry, out: &mut Vec<Message>) -> Place {
        let (aggregate, version, is_selected) = (entry.aggregate, entry.version, entry.message.is_some());
        let known = self.find(&aggregate);
        if known.is_none() && entry.is_early {
            return Place::Early;
        }
        let is_first = is_selected && known.is_none_or(|met| !met.is_selected);
        let mut met = known.unwrap_or_else(|| {
            let first = if self.from_the_beginning && !self.has_forgotten { 1 } else { version };
            Met { first, last: first - 1, is_selected: false, is_certain: !self.has_forgotten }
        });
        met.is_selected |= is_selected;
        let place = if (met.first..=met.last).contains(&version) {
            Place::Duplicate
        } else if version > met.last + 1 {
            let is_new = self.hold(entry);
            if is_new { Place::New { is_first } } else { Place::Duplicate }
        } else {
            if version < met.first {
                // What came later was sent before, because nobody knew of this one.
                met.first = if version + 1 == met.first { version } else { met.first };
            } else {
                met.last = version;
            }
            out.extend(entry.message);
            self.release(aggregate, &mut met, out);
            Place::New { is_first }
        };
        self.young.insert(aggregate, met);
        if self.young.len() > self.bounds.aggregates {
            self.has_forgotten |= !self.old.is_empty();
            self.old = std::mem::take(&mut self.young);
        }
        place
    }

    /// Whether too much is held.
    pub fn is_full(&self) -> bool {
        self.held_bytes > self.bounds.held
    }

    /// Appends everything that is held to `out`, and tells which versions are missing.
    pub fn give_up_waiting(&mut self, out: &mut Vec<Message>, mut tell: impl FnMut(Hole)) {
        for (aggregate, held) in std::mem::take(&mut self.held) {
            let Some(mut met) = self.find(&aggregate).or_else(|| {
                // It was forgotten meanwhile.
                let first = *held.first_key_value()?.0;
                Some(Met { first, last: first - 1, is_selected: true, is_certain: false })
            }) else {
                continue;
            };
            for (version, entry) in held {
                if version > met.last + 1 && met.is_certain {
                    let (from, to) = (u64::from(met.last) + 1, u64::from(version) - 1);
                    tell(Hole { aggregate_id: entry.aggregate_id, from: Version::from(from), to: Version::from(to) });
                } else if version > met.last + 1 {
                    // What lies between may have been sent before it was forgotten, or may still come.
                    met.first = version;
                }
                met.last = met.last.max(version);
                out.extend(entry.message);
            }
            self.young.insert(aggregate, met);
        }
        self.held_bytes = 0;
    }

    fn find(&mut self, aggregate: &Fingerprint) -> Option<Met> {
        self.young.get(aggregate).copied().or_else(|| self.old.remove(aggregate))
    }

    fn hold(&mut self, entry: Entry) -> bool {
        let size = size(&entry);
        let is_new = self.held.entry(entry.aggregate).or_default().insert(entry.version, entry).is_none();
        self.held_bytes += if is_new { size } else { 0 };
        is_new
    }

    /// Appends to `out` what was held and comes next.
    fn release(&mut self, aggregate: Fingerprint, met: &mut Met, out: &mut Vec<Message>) {
        let Some(held) = self.held.get_mut(&aggregate) else { return };
        while let Some(entry) = held.remove(&(met.last + 1)) {
            self.held_bytes -= size(&entry);
            met.last = entry.version;
            out.extend(entry.message);
        }
        if held.is_empty() {
            self.held.remove(&aggregate);
        }
    }

    /// Holds again what was held when a checkpoint was made.
    pub(super) fn restore(&mut self, entries: Vec<Entry>) {
        for entry in entries {
            self.hold(entry);
        }
    }
}

/// What an event that is held costs, in bytes, with its places in maps.
fn size(entry: &Entry) -> usize {
    let message = entry.message.as_ref().map_or(0, |message| message.key.len() + message.id.len() + message.body.len());
    200 + entry.aggregate_id.len() + message
}

/// What the aggregate of an event is known by.
pub(super) fn fingerprint(event: &Envelope) -> Fingerprint {
    let mut hash = Sha256::new();
    hash.update(event.aggregate_type.as_bytes());
    hash.update([0]);
    hash.update(event.subject.as_bytes());
    let mut fingerprint = Fingerprint::default();
    fingerprint.copy_from_slice(&hash.finalize()[..16]);
    fingerprint
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use proptest::prelude::*;

    use super::*;

    const BOUNDS: Bounds = Bounds { aggregates: 1000, held: 1 << 20 };

    fn entry(aggregate: u8, version: u32) -> Entry {
        let aggregate_id = aggregate.to_string();
        let id = format!("{aggregate}:{version}");
        let message = Some(Message { key: aggregate_id.clone(), id, body: Bytes::new() });
        Entry { aggregate: [aggregate; 16], version, aggregate_id, is_early: false, message }
    }

    fn ids(messages: &[Message]) -> Vec<&str> {
        messages.iter().map(|message| message.id.as_str()).collect()
    }

    #[test]
    fn what_comes_too_early_waits_and_what_is_missing_is_told() {
        let mut ledger = Ledger::new(BOUNDS, true);
        let mut out = Vec::new();
        for version in [2, 1, 2, 4, 4, 6] {
            ledger.take(entry(1, version), &mut out);
        }
        assert_eq!(ids(&out), ["1:1", "1:2"]);
        let mut holes = Vec::new();
        ledger.give_up_waiting(&mut out, |hole| holes.push((hole.from.number(), hole.to.number())));
        assert_eq!((ids(&out), holes), (vec!["1:1", "1:2", "1:4", "1:6"], vec![(3, 3), (5, 5)]));
        assert_eq!(ledger.take(entry(1, 3), &mut out), Place::Duplicate);
        assert_eq!(ledger.take(entry(1, 7), &mut out), Place::New { is_first: false });
    }

    #[test]
    fn in_the_middle_of_the_archive_the_first_that_comes_is_the_beginning() {
        let mut ledger = Ledger::new(BOUNDS, false);
        let mut out = Vec::new();
        assert_eq!(ledger.take(entry(1, 5), &mut out), Place::New { is_first: true });
        for version in [6, 5, 4, 4, 8, 7] {
            ledger.take(entry(1, version), &mut out);
        }
        assert_eq!(ids(&out), ["1:5", "1:6", "1:4", "1:7", "1:8"]);
    }

    #[test]
    fn what_happened_before_the_selected_time_is_no_beginning_and_no_hole() {
        let mut ledger = Ledger::new(BOUNDS, false);
        let mut out = Vec::new();
        let early = Entry { is_early: true, message: None, ..entry(1, 1) };
        assert_eq!(ledger.take(early.clone(), &mut out), Place::Early);
        for version in [5, 6] {
            ledger.take(entry(1, version), &mut out);
        }
        ledger.take(early, &mut out);
        ledger.give_up_waiting(&mut out, |hole| panic!("{hole:?}"));
        assert_eq!(ids(&out), ["1:5", "1:6"]);
    }

    proptest! {
        /// Whatever the order and however often: each event once, in order within its aggregate.
        #[test]
        fn each_event_once_and_in_order(deliveries in proptest::collection::vec((0_u8..4, 1_u32..8), 0..120)) {
            let mut ledger = Ledger::new(BOUNDS, true);
            let mut out = Vec::new();
            for (aggregate, version) in &deliveries {
                ledger.take(entry(*aggregate, *version), &mut out);
            }
            ledger.give_up_waiting(&mut out, |_| {});
            for aggregate in 0..4 {
                let key = aggregate.to_string();
                let sent: Vec<_> = out.iter().filter(|message| message.key == key).map(|m| m.id.clone()).collect();
                let mut versions: Vec<_> = deliveries.iter().filter(|(of, _)| *of == aggregate).map(|(_, v)| *v).collect();
                versions.sort_unstable();
                versions.dedup();
                let expected: Vec<_> = versions.into_iter().map(|version| format!("{aggregate}:{version}")).collect();
                prop_assert_eq!(sent, expected);
            }
        }

        /// However little it may hold, every event is sent, and the first of each aggregate's is not held for ever.
        #[test]
        fn bounds_hold_and_nothing_is_left_out(
            deliveries in proptest::collection::vec((0_u8..20, 1_u32..6), 0..200),
            aggregates in 1_usize..6,
        ) {
            let mut ledger = Ledger::new(Bounds { aggregates, held: 600 }, true);
            let mut out = Vec::new();
            let mut missing = Vec::new();
            for (aggregate, version) in &deliveries {
                ledger.take(entry(*aggregate, *version), &mut out);
                if ledger.is_full() {
                    ledger.give_up_waiting(&mut out, |hole| missing.push(hole));
                }
                prop_assert!(ledger.young.len() + ledger.old.len() <= 2 * aggregates + 4);
                prop_assert!(ledger.held_bytes <= 900);
            }
            ledger.give_up_waiting(&mut out, |hole| missing.push(hole));
            let told = |aggregate: u8, version: u32| missing.iter().any(|hole| {
                hole.aggregate_id == aggregate.to_string() && (hole.from.number()..=hole.to.number()).contains(&version.into())
            });
            for (aggregate, version) in deliveries {
                let id = format!("{aggregate}:{version}");
                prop_assert!(out.iter().any(|message| message.id == id) || told(aggregate, version), "{}", id);
            }
        }
    }
}
