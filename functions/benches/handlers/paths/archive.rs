//! `archive`: from what Lambda hands over of the event stream to an object of gzip.

use contract::StreamRecords;
use functions::archive::{ArchiveHandler, object};
use functions::ports::memory::MemoryArchive;
use functions::wakes::{Deliver, Handler};

use super::{block_on, moment, samples};

/// So many events, as they are published: the lines of an object.
pub fn lines(events: u64) -> Vec<Vec<u8>> {
    samples::events(events, events.div_ceil(3)).iter().map(samples::bytes).collect()
}

/// What Lambda sends of so many events.
pub fn payload(events: u64) -> String {
    samples::records(&samples::events(events, events.div_ceil(3)))
}

/// Encodes the lines; returns how many bytes the object has.
pub fn encode(lines: &[Vec<u8>]) -> usize {
    object(lines.iter().map(Vec::as_slice)).expect("memory takes it").len()
}

/// Lets the handler archive what Lambda sent.
pub fn run(payload: &str) {
    let handler = ArchiveHandler { archive: MemoryArchive::default(), unreadable: MemoryArchive::default() };
    let records = StreamRecords::decode(payload).expect("a batch");
    block_on(handler.handle(records, &moment())).expect("memory takes it");
    assert_eq!((handler.archive.objects().len(), handler.unreadable.objects().len()), (1, 0));
}
