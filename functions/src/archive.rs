//! `archive`: keeps every event of the event stream in a bucket, for ever.
//!
//! Delivery is at least once, so the archive may hold an event twice: the publisher sent it twice, or a batch came again with
//! other boundaries after a failure and got another name. Readers keep one event of each version of an aggregate.
//!
//! The archive does not judge what an event says, nor whose it is. What is no event at all is put aside in another bucket,
//! and everything behind it goes on.

mod key;
mod lines;
mod object;
#[cfg(test)]
pub(crate) mod testing;
mod unreadable;

use std::io;

use contract::{Bucket, Contract, Link, Phase, PutObject, StreamRecords};

use crate::envelope::Envelope;
use crate::excerpt::excerpt;
use crate::metrics::{Count, Lag, Measured, Measures};
use crate::ports::{ArchiveWriter, Put, Unavailable};
use crate::wakes::{BatchResponse, Handler, HandlerError, Moment, StreamRecord};

pub use key::{Hour, PREFIX, SortedName};
pub(crate) use key::{digest, restored_key};
pub use lines::{Damage, LineReader, Lines, PIECE, lines};
pub use object::{ObjectWriter, object};
pub use unreadable::{UNREADABLE_PREFIX, UnreadableRecord};

/// Keeps every event of the event stream in a bucket, for ever.
#[derive(Contract)]
#[contract(name = "archive", wakes_on(StreamRecords<Envelope>))]
pub struct Archive<P: Phase> {
    /// The archive: JSON lines, gzip.
    pub archive: Link<P, Bucket<Envelope>, PutObject>,
    /// Where records are put that are no events.
    pub unreadable: Link<P, Bucket<()>, PutObject>,
}

impl<P: Phase> Measured for Archive<P> {
    const MEASURES: Measures = Measures {
        counts: &[Count::EventsArchived, Count::BatchesArchivedAgain, Count::UnreadableDeliveries],
        lags: &[Lag::CommandToArchive],
        levels: &[],
    };
}

/// Why a batch could not be archived.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// The bucket did not take the object.
    #[error("the archive did not take {key}: {reason}")]
    Unavailable {
        /// The object's key.
        key: String,
        /// What the bucket said.
        reason: Unavailable,
    },
    /// The records could not be compressed.
    #[error("a batch could not be compressed: {0}")]
    Compression(#[from] io::Error),
    /// A record that is no event could not be written down.
    #[error("a record that is no event could not be put aside: {0}")]
    NotPutAside(#[from] serde_json::Error),
}

impl HandlerError for ArchiveError {
    fn code(&self) -> &'static str {
        match self {
            Self::Unavailable { .. } => "ArchiveUnavailable",
            Self::Compression(_) => "CompressionFailed",
            Self::NotPutAside(_) => "NotPutAside",
        }
    }
}

/// Archives to a store.
#[derive(Debug)]
pub struct ArchiveHandler<S, U> {
    /// Where the objects go.
    pub archive: S,
    /// Where records go that are no events.
    pub unreadable: U,
}

impl<S: ArchiveWriter, U: ArchiveWriter> Handler<StreamRecords<Envelope>> for ArchiveHandler<S, U> {
    type Error = ArchiveError;

    async fn handle(&self, records: Vec<StreamRecord<Envelope>>, _: &Moment) -> Result<BatchResponse, ArchiveError> {
        // An object belongs to one hour, so that a time is looked for in its own folder only.
        for of_hour in records.chunk_by(|a, b| Hour::of(a.arrived_at) == Hour::of(b.arrived_at)) {
            let (mut readable, mut unreadable) = (Vec::new(), Vec::new());
            for record in of_hour {
                match UnreadableRecord::reason(record) {
                    None => readable.push(record),
                    Some(reason) => unreadable.push((record, reason)),
                }
            }
            self.keep(&readable).await?;
            self.put_aside(unreadable).await?;
        }
        Ok(BatchResponse::default())
    }
}

impl<S: ArchiveWriter, U: ArchiveWriter> ArchiveHandler<S, U> {
    async fn keep(&self, records: &[&StreamRecord<Envelope>]) -> Result<(), ArchiveError> {
        let [first, ..] = records else { return Ok(()) };
        let key = format!("{PREFIX}{}", key::batch_path(first, records.last().unwrap_or(first)));
        let object = object(records.iter().map(|record| record.bytes.as_slice()))?;
        let put = write(&self.archive, &key, object).await?;
        let events = || records.iter().filter_map(|record| record.payload.as_ref().ok());
        for Envelope { id, subject, correlation_id, causation_id, .. } in events() {
            tracing::info!(aggregate_id = subject, %correlation_id, %causation_id, %id, "archived");
        }
        match put {
            Put::Written => Count::EventsArchived.add(records.len() as u64),
            Put::Present => Count::BatchesArchivedAgain.add(1),
        }
        if let Some(oldest) = events().map(|event| event.time).min() {
            Lag::CommandToArchive.since(oldest);
        }
        tracing::info!(key, events = records.len(), already_present = put == Put::Present, "archived");
        Ok(())
    }

    async fn put_aside(&self, records: Vec<(&StreamRecord<Envelope>, String)>) -> Result<(), ArchiveError> {
        let (Some((first, _)), Some((last, _))) = (records.first(), records.last()) else { return Ok(()) };
        let key = format!("{UNREADABLE_PREFIX}{}", key::batch_path(first, last));
        let mut writer = ObjectWriter::default();
        for (record, reason) in &records {
            writer.line(&serde_json::to_vec(&UnreadableRecord::new(record, reason.clone()))?)?;
        }
        write(&self.unreadable, &key, writer.finish()?).await?;
        Count::UnreadableDeliveries.add(records.len() as u64);
        for (record, reason) in &records {
            let StreamRecord { sequence_number, partition_key, .. } = record;
            let reason = &*excerpt(reason);
            tracing::error!(aggregate_id = partition_key, sequence_number, reason, key, "a record is no event");
        }
        Ok(())
    }
}

async fn write(store: &impl ArchiveWriter, key: &str, object: Vec<u8>) -> Result<Put, ArchiveError> {
    let put = store.put_new(key, object).await;
    put.map_err(|reason| ArchiveError::Unavailable { key: key.to_owned(), reason })
}

#[cfg(test)]
mod tests;
