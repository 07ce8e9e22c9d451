//! What a run goes on from, apart from its record: the ledger, and which objects of a partition are read.
//!
//! One line of JSON, then 25 bytes for each aggregate.

use std::collections::{BTreeMap, BTreeSet};

use bytes::Bytes;
use serde::{Deserialize, Serialize};

use super::ledger::{Bounds, Entry, Fingerprint, Ledger, Met, VERSIONS};
use super::worker::Limits;
use crate::ports::Message;

/// The bytes of an aggregate.
const ENTRY: usize = 25;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    /// The objects of the partition in hand that are done with.
    done: BTreeSet<String>,
    from_the_beginning: bool,
    has_forgotten: bool,
    /// How many aggregates follow that were met lately; the rest were met before.
    young: usize,
    held: Vec<Held>,
}

#[derive(Serialize, Deserialize)]
struct Held {
    aggregate: Fingerprint,
    version: u32,
    aggregate_id: String,
    is_early: bool,
    /// Key, id and body of what is to be sent.
    message: Option<(String, String, String)>,
}

/// What a run goes on from.
#[derive(Debug)]
pub struct Checkpoint {
    pub(super) ledger: Ledger,
    pub(super) done: BTreeSet<String>,
}

impl Checkpoint {
    /// Reads a checkpoint, to go on within these limits.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(bytes: &[u8], limits: Limits) -> Result<Self, String> {
        let (ledger, done) = read(bytes, limits.bounds())?;
        Ok(Self { ledger, done })
    }

    /// Writes it.
    ///
    /// # Errors
    /// When an event that is held is no text.
    pub fn to_bytes(&self) -> Result<Vec<u8>, String> {
        write(&self.ledger, &self.done)
    }
}

/// Writes a checkpoint.
///
/// # Errors
/// When an event that is held is no text.
pub(super) fn write(ledger: &Ledger, done: &BTreeSet<String>) -> Result<Vec<u8>, String> {
    let held = ledger.held.values().flat_map(BTreeMap::values).map(Held::of).collect::<Result<_, _>>()?;
    let Ledger { from_the_beginning, has_forgotten, .. } = *ledger;
    let head = Head { done: done.clone(), from_the_beginning, has_forgotten, young: ledger.young.len(), held };
    let mut bytes = serde_json::to_vec(&head).map_err(|error| error.to_string())?;
    bytes.reserve_exact(1 + ENTRY * (ledger.young.len() + ledger.old.len()));
    bytes.push(b'\n');
    for (aggregate, met) in ledger.young.iter().chain(&ledger.old) {
        bytes.extend(aggregate);
        bytes.extend(met.first.to_le_bytes());
        bytes.extend(met.last.to_le_bytes());
        bytes.push(u8::from(met.is_selected) | u8::from(met.is_certain) << 1);
    }
    Ok(bytes)
}

fn read(bytes: &[u8], bounds: Bounds) -> Result<(Ledger, BTreeSet<String>), String> {
    let end = bytes.iter().position(|&byte| byte == b'\n').ok_or("it has no first line")?;
    let head: Head = serde_json::from_slice(&bytes[..end]).map_err(|error| error.to_string())?;
    let (entries, []) = bytes[end + 1..].as_chunks::<ENTRY>() else { return Err("it is cut short".to_owned()) };
    let (young, old) = entries.split_at_checked(head.young).ok_or("it is cut short")?;
    let mut ledger = Ledger::new(bounds, head.from_the_beginning);
    ledger.has_forgotten = head.has_forgotten;
    ledger.young = young.iter().map(met).collect::<Result<_, _>>()?;
    ledger.old = old.iter().map(met).collect::<Result<_, _>>()?;
    if let Some(held) = head.held.iter().find(|held| !VERSIONS.contains(&held.version)) {
        return Err(format!("no event has the version {}", held.version));
    }
    ledger.restore(head.held.into_iter().map(Entry::from).collect());
    Ok((ledger, head.done))
}

fn met(entry: &[u8; ENTRY]) -> Result<(Fingerprint, Met), String> {
    let mut aggregate = Fingerprint::default();
    aggregate.copy_from_slice(&entry[..16]);
    let number = |at: usize| u32::from_le_bytes([entry[at], entry[at + 1], entry[at + 2], entry[at + 3]]);
    let (first, last) = (number(16), number(20));
    // Where nothing was sent yet, the last one is the one before the first.
    let is_possible = VERSIONS.contains(&first) && last < *VERSIONS.end() && last >= first - 1;
    if !is_possible {
        return Err(format!("no aggregate was sent from version {first} to version {last}"));
    }
    let [is_selected, is_certain] = [1, 2].map(|bit| entry[24] & bit != 0);
    Ok((aggregate, Met { first, last, is_selected, is_certain }))
}

impl Held {
    fn of(entry: &Entry) -> Result<Self, String> {
        let Entry { aggregate, version, aggregate_id, is_early, message } = entry.clone();
        let text = |body: &Bytes| str::from_utf8(body).map(str::to_owned).map_err(|error| error.to_string());
        let message = message.map(|Message { key, id, body }| Ok::<_, String>((key, id, text(&body)?))).transpose()?;
        Ok(Self { aggregate, version, aggregate_id, is_early, message })
    }
}

impl From<Held> for Entry {
    fn from(held: Held) -> Self {
        let Held { aggregate, version, aggregate_id, is_early, message } = held;
        let message = message.map(|(key, id, body)| Message { key, id, body: body.into() });
        Self { aggregate, version, aggregate_id, is_early, message }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const BOUNDS: Bounds = Bounds { aggregates: 3, held: 10_000 };

    fn entry(aggregate: u8, version: u32) -> Entry {
        let aggregate_id = aggregate.to_string();
        let message = Message { key: aggregate_id.clone(), id: version.to_string(), body: "{}".into() };
        let message = version.is_multiple_of(2).then_some(message);
        Entry { aggregate: [aggregate; 16], version, aggregate_id, is_early: version == 1, message }
    }

    proptest! {
        #[test]
        fn a_ledger_goes_on_as_if_nothing_had_happened(
            before in proptest::collection::vec((0_u8..8, 1_u32..9), 0..60),
            after in proptest::collection::vec((0_u8..8, 1_u32..9), 0..60),
        ) {
            let mut ledger = Ledger::new(BOUNDS, true);
            for (aggregate, version) in before {
                ledger.take(entry(aggregate, version), &mut Vec::new());
            }
            let done = BTreeSet::from(["a".to_owned()]);
            let (mut again, done_again) = read(&write(&ledger, &done).unwrap(), BOUNDS).unwrap();
            prop_assert_eq!(done_again, done);
            let (mut sent, mut sent_again) = (Vec::new(), Vec::new());
            for (aggregate, version) in after {
                let place = ledger.take(entry(aggregate, version), &mut sent);
                prop_assert_eq!(again.take(entry(aggregate, version), &mut sent_again), place);
            }
            prop_assert_eq!(again.is_full(), ledger.is_full());
            ledger.give_up_waiting(&mut sent, |_| {});
            again.give_up_waiting(&mut sent_again, |_| {});
            prop_assert_eq!(sent_again, sent);
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = read(&bytes, BOUNDS);
        }
    }

    proptest! {
        /// Whatever versions somebody has written into it, a ledger that is read can go on.
        #[test]
        fn impossible_versions_are_refused(
            first in number(), last in number(), held in number(), next in VERSIONS,
        ) {
            let mut ledger = Ledger::new(BOUNDS, true);
            ledger.young.insert([1; 16], Met { first, last, is_selected: true, is_certain: true });
            ledger.restore(vec![entry(1, held), entry(2, held)]);
            let bytes = write(&ledger, &BTreeSet::new()).unwrap();
            let is_possible = VERSIONS.contains(&first)
                && (first - 1..*VERSIONS.end()).contains(&last)
                && VERSIONS.contains(&held);
            let read = read(&bytes, BOUNDS);
            prop_assert_eq!(read.is_ok(), is_possible, "{:?}", read);
            if let Ok((mut ledger, _)) = read {
                ledger.take(entry(1, next), &mut Vec::new());
                ledger.take(entry(3, next), &mut Vec::new());
                ledger.give_up_waiting(&mut Vec::new(), |_| {});
                ledger.take(entry(1, next), &mut Vec::new());
            }
        }
    }

    /// Numbers at the ends of what there is.
    fn number() -> impl Strategy<Value = u32> {
        prop_oneof![0..4_u32, u32::MAX - 3..=u32::MAX, any::<u32>()]
    }

    #[test]
    fn a_checkpoint_that_is_cut_is_refused() {
        let mut ledger = Ledger::new(BOUNDS, true);
        ledger.take(entry(1, 1), &mut Vec::new());
        let bytes = write(&ledger, &BTreeSet::new()).unwrap();
        assert!(read(&bytes, BOUNDS).is_ok());
        assert!((0..bytes.len()).all(|size| read(&bytes[..size], BOUNDS).is_err()));
    }
}
