//! Records that are no events: put aside with everything that is known about them, so that nothing behind them waits.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::envelope::{Envelope, MAX_EVENT_BYTES};
use crate::wakes::StreamRecord;

/// Where the keys of objects with unreadable records begin, in the bucket of what could not be handled.
pub const UNREADABLE_PREFIX: &str = "unreadable/";

/// A record that is no event, as one line of an object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnreadableRecord {
    /// Why it cannot be read.
    pub reason: String,
    /// The shard that it came from.
    pub shard: String,
    /// Its place in the shard.
    pub sequence_number: String,
    /// What it was published under: the aggregate's id, if the publisher did its part.
    pub partition_key: String,
    /// When the stream took it.
    pub arrived_at: Timestamp,
    /// Its bytes, in base64.
    pub bytes: String,
}

impl UnreadableRecord {
    /// Why a record makes no line of the archive; nothing if it does.
    pub(super) fn reason(record: &StreamRecord<Envelope>) -> Option<String> {
        match &record.payload {
            Err(reason) => Some(reason.clone()),
            // Readers would take it for damage, and no replay could send it.
            Ok(_) if record.bytes.len() > MAX_EVENT_BYTES => {
                Some(format!("it is longer than an event can be: {} bytes, of {MAX_EVENT_BYTES}", record.bytes.len()))
            }
            // It would be two lines.
            Ok(_) if record.bytes.contains(&b'\n') => Some("it has a line break".to_owned()),
            Ok(_) => None,
        }
    }

    pub(super) fn new(record: &StreamRecord<Envelope>, reason: String) -> Self {
        Self {
            reason,
            shard: record.shard.clone(),
            sequence_number: record.sequence_number.clone(),
            partition_key: record.partition_key.clone(),
            arrived_at: record.arrived_at,
            bytes: BASE64_STANDARD.encode(&record.bytes),
        }
    }
}
