//! `archive`: keeps every event of the event stream in a bucket, for ever.

use std::io::{self, Read, Write};

use contract::{Bucket, Contract, Link, Phase, PutObject, StreamRecords};
use flate2::{Compression, GzBuilder, read::MultiGzDecoder};

use crate::envelope::Envelope;
use crate::metrics::{Count, Lag, Measured, Measures};
use crate::ports::{ArchiveWriter, Put, Unavailable};
use crate::wakes::{BatchResponse, Handler, HandlerError, Moment, StreamRecord};

/// Where every key of the archive begins.
pub const PREFIX: &str = "events/";

/// Keeps every event of the event stream in a bucket, for ever.
#[derive(Contract)]
#[contract(name = "archive", wakes_on(StreamRecords<Envelope>))]
pub struct Archive<P: Phase> {
    /// The archive: JSON lines, gzip.
    pub archive: Link<P, Bucket<Envelope>, PutObject>,
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
}

impl HandlerError for ArchiveError {
    fn code(&self) -> &'static str {
        match self {
            Self::Unavailable { .. } => "ArchiveUnavailable",
            Self::Compression(_) => "CompressionFailed",
        }
    }
}

/// Archives to a store.
#[derive(Debug)]
pub struct ArchiveHandler<S> {
    /// Where the objects go.
    pub archive: S,
}

impl<S: ArchiveWriter> Handler<StreamRecords<Envelope>> for ArchiveHandler<S> {
    type Error = ArchiveError;

    async fn handle(&self, records: Vec<StreamRecord<Envelope>>, _: &Moment) -> Result<BatchResponse, ArchiveError> {
        let readable = records.iter().take_while(|record| is_line(record)).count();
        let (readable, rest) = records.split_at(readable);
        if let [first, ..] = readable {
            let last = readable.last().unwrap_or(first);
            let key = object_key(first, last);
            let object = compress(readable.iter().map(|record| record.bytes.as_slice()))?;
            let put = self.archive.put_new(&key, object).await;
            let put = put.map_err(|reason| ArchiveError::Unavailable { key: key.clone(), reason })?;
            for event in readable.iter().filter_map(|record| record.payload.as_ref().ok()) {
                let (id, correlation_id) = (&event.id, &event.correlation_id);
                let causation_id = &event.causation_id;
                tracing::info!(aggregate_id = event.subject, %correlation_id, %causation_id, %id, "archived");
            }
            match put {
                Put::Written => Count::EventsArchived.add(readable.len() as u64),
                Put::Present => Count::BatchesArchivedAgain.add(1),
            }
            let decided = readable.iter().filter_map(|record| record.payload.as_ref().ok()).map(|event| event.time);
            if let Some(oldest) = decided.min() {
                Lag::CommandToArchive.since(oldest);
            }
            tracing::info!(key, events = readable.len(), already_present = put == Put::Present, "archived");
        }
        if let [unreadable, ..] = rest {
            let reason = unreadable.payload.as_ref().err().map_or("it has a line break", String::as_str);
            let StreamRecord { sequence_number, partition_key, .. } = unreadable;
            Count::UnreadableDeliveries.add(1);
            tracing::error!(aggregate_id = partition_key, sequence_number, reason, "a record is no event");
        }
        // A stream goes on from the lowest position that is reported: one is enough.
        Ok(BatchResponse::not_handled(rest.first().map(|record| record.sequence_number.clone())))
    }
}

/// Whether the record is an event that makes one line of the archive.
fn is_line(record: &StreamRecord<Envelope>) -> bool {
    record.payload.is_ok() && !record.bytes.contains(&b'\n')
}

/// The name of the object for the records from `first` to `last` of a shard: the same records, the same name. Names are
/// in order of arrival, by hour, and within a shard.
fn object_key(first: &StreamRecord<Envelope>, last: &StreamRecord<Envelope>) -> String {
    let arrived = first.arrived_at.strftime("date=%Y-%m-%d/hour=%H").to_string();
    let StreamRecord { shard, sequence_number: from, .. } = first;
    let to = &last.sequence_number;
    // Sequence numbers are decimal numbers of up to 129 digits, in practice 56: padded, they sort as text.
    format!("{PREFIX}{arrived}/{shard}-{from:0>56}-{to:0>56}.jsonl.gz")
}

fn compress<'a>(lines: impl Iterator<Item = &'a [u8]>) -> io::Result<Vec<u8>> {
    // No time and no file name in the header: the same lines give the same bytes.
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::default());
    for line in lines {
        encoder.write_all(line)?;
        encoder.write_all(b"\n")?;
    }
    encoder.finish()
}

/// The lines of an archive object.
///
/// # Errors
/// When it is cut short or was not written by [`Archive`].
pub fn decompress(object: &[u8]) -> io::Result<String> {
    let mut lines = String::new();
    MultiGzDecoder::new(object).read_to_string(&mut lines)?;
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use uuid::Uuid;

    use super::*;
    use crate::ports::memory::MemoryArchive;

    fn record(sequence_number: u64, bytes: &str) -> StreamRecord<Envelope> {
        StreamRecord {
            sequence_number: sequence_number.to_string(),
            shard: "shardId-000000000001".to_owned(),
            partition_key: "a".to_owned(),
            arrived_at: "2026-11-23T19:59:59.9Z".parse().unwrap(),
            bytes: bytes.as_bytes().to_vec(),
            payload: serde_json::from_str(bytes).map_err(|error| error.to_string()),
        }
    }

    fn event(version: u64) -> String {
        format!(
            r#"{{"specversion":"1.0","id":"a:{version}","source":"/aggregates/cart","type":"cart.opened","subject":"a","time":"1970-01-01T00:00:00Z","datacontenttype":"application/json","aggregatetype":"cart","aggregateversion":{version},"schemaversion":1,"correlationid":"{id}","causationid":"{id}","data":{{}}}}"#,
            id = Uuid::nil()
        )
    }

    async fn archive(handler: &ArchiveHandler<MemoryArchive>, records: Vec<StreamRecord<Envelope>>) -> Vec<String> {
        let at = Moment { now: Timestamp::UNIX_EPOCH, deadline: Timestamp::UNIX_EPOCH, fresh_id: Uuid::nil() };
        handler.handle(records, &at).await.unwrap().identifiers().map(str::to_owned).collect()
    }

    #[tokio::test]
    async fn a_batch_becomes_one_object_that_holds_the_same_bytes() {
        let handler = ArchiveHandler { archive: MemoryArchive::default() };
        let events = [event(1), event(2)];
        assert!(archive(&handler, vec![record(7, &events[0]), record(8, &events[1])]).await.is_empty());
        let objects = handler.archive.objects();
        let (key, object) = objects.first_key_value().unwrap();
        let (from, to) = (format!("{:0>56}", 7), format!("{:0>56}", 8));
        assert_eq!(*key, format!("events/date=2026-11-23/hour=19/shardId-000000000001-{from}-{to}.jsonl.gz"));
        assert_eq!(decompress(object).unwrap(), events.map(|event| event + "\n").concat());
    }

    #[tokio::test]
    async fn the_same_batch_again_writes_nothing() {
        let handler = ArchiveHandler { archive: MemoryArchive::default() };
        for _ in 0..2 {
            assert!(archive(&handler, vec![record(7, &event(1))]).await.is_empty());
        }
        assert_eq!(handler.archive.objects().len(), 1);
    }

    #[tokio::test]
    async fn what_comes_before_a_broken_record_is_kept_and_the_record_reported() {
        let handler = ArchiveHandler { archive: MemoryArchive::default() };
        for broken in ["no json", "{}", &event(2).replacen(',', ",\n", 1)] {
            let records = vec![record(7, &event(1)), record(8, broken), record(9, &event(3))];
            assert_eq!(archive(&handler, records).await, ["8"]);
        }
        let objects = handler.archive.objects();
        assert_eq!(objects.len(), 1);
        assert_eq!(decompress(objects.values().next().unwrap()).unwrap(), event(1) + "\n");
    }

    #[test]
    fn an_object_cut_short_is_an_error() {
        let object = compress([b"line".as_slice()].into_iter()).unwrap();
        assert!(decompress(&object[..object.len() - 1]).is_err());
    }
}
