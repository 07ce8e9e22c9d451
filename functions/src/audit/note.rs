//! What is remembered of an event that was seen.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::envelope::Envelope;

/// What is remembered of an event that was seen. Notes that are equal are of the same sight of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Note {
    /// The aggregate.
    #[serde(rename = "a")]
    pub(super) aggregate_id: String,
    /// Its version.
    #[serde(rename = "v")]
    pub(super) version: u64,
    /// Where it was seen.
    #[serde(rename = "s")]
    pub(super) seen: Seen,
    /// Half of a SHA-256 over all that the envelope says.
    #[serde(rename = "d")]
    pub(super) digest: [u64; 2],
}

/// Where an event was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) enum Seen {
    /// In the archive.
    #[serde(rename = "a")]
    Archive(Place),
    /// In the table: the hour in which it was recorded, and whether the archive should have it by now.
    #[serde(rename = "t")]
    Table { hour: i64, due: bool },
}

/// A line of the archive. Places are in the order in which readers come to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Place {
    /// The hour, counted from the beginning of 1970.
    pub hour: i64,
    /// Which object it is among those that were read, counted from 1.
    pub object: u64,
    /// Which line of the object, counted from 1.
    pub line: u64,
}

impl Note {
    /// A note of an event.
    pub(super) fn of(event: &Envelope, seen: Seen) -> Result<Self, serde_json::Error> {
        // Written again, so that it does not matter in which order the parts of an envelope stand.
        let digest = Sha256::digest(serde_json::to_vec(event)?);
        Ok(Self {
            aggregate_id: event.subject.clone(),
            version: event.aggregate_version.number(),
            seen,
            digest: [number(&digest[..8]), number(&digest[8..16])],
        })
    }
}

/// The slice of the aggregates that one belongs to.
pub(super) fn slice_of(aggregate_id: &str) -> u16 {
    u16::from(Sha256::digest(aggregate_id)[0])
}

fn number(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
}
