//! What a run goes on from, apart from its record: the ledger, and which objects of a partition are read.
//!
//! One line of JSON, then 25 bytes for each aggregate.

use std::collections::{BTreeMap, BTreeSet};

use bytes::Bytes;
use serde::{Deserialize, Serialize};

use super::ledger::{Bounds, Entry, Fingerprint, Ledger, Met};
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

/// Reads a checkpoint.
///
/// # Errors
/// What is wrong with it.
pub(super) fn read(bytes: &[u8], bounds: Bounds) -> Result<(Ledger, BTreeSet<String>), String> {
    let end = bytes.iter().position(|&byte| byte == b'\n').ok_or("it has no first line")?;
    let head: Head = serde_json::from_slice(&bytes[..end]).map_err(|error| error.to_string())?;
    let (entries, []) = bytes[end + 1..].as_chunks::<ENTRY>() else { return Err("it is cut short".to_owned()) };
    let (young, old) = entries.split_at_checked(head.young).ok_or("it is cut short")?;
    let mut ledger = Ledger::new(bounds, head.from_the_beginning);
    ledger.has_forgotten = head.has_forgotten;
    ledger.young = young.iter().map(met).collect();
    ledger.old = old.iter().map(met).collect();
    ledger.restore(head.held.into_iter().map(Entry::from).collect());
    Ok((ledger, head.done))
}

fn met(entry: &[u8; ENTRY]) -> (Fingerprint, Met) {
    let mut aggregate = Fingerprint::default();
    aggregate.copy_from_slice(&entry[..16]);
    let number = |at: usize| u32::from_le_bytes([entry[at], entry[at + 1], entry[at + 2], entry[at + 3]]);
    let [is_selected, is_certain] = [1, 2].map(|bit| entry[24] & bit != 0);
    (aggregate, Met { first: number(16), last: number(20), is_selected, is_certain })
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

    #[test]
    fn a_checkpoint_that_is_cut_is_refused() {
        let mut ledger = Ledger::new(BOUNDS, true);
        ledger.take(entry(1, 1), &mut Vec::new());
        let bytes = write(&ledger, &BTreeSet::new()).unwrap();
        assert!(read(&bytes, BOUNDS).is_ok());
        assert!((0..bytes.len()).all(|size| read(&bytes[..size], BOUNDS).is_err()));
    }
}
