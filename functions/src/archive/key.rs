//! The keys of archive objects: folders by hour of arrival, and in each three kinds of names.
//!
//! Readers go through the keys in their order. What an aggregate's events need to be in order for them stands in the names:
//!
//! | name | what the object holds | order within the hour |
//! | --- | --- | --- |
//! | `shardId-…` | one batch of a shard, as it arrived | by shard, of which those that follow from others have higher numbers, and by position |
//! | `sorted-…` | what were several objects, by aggregate and version | behind everything that it was made from |
//! | `table-…` | events that were missing, from the event table | behind everything else |
//!
//! So a reader that stopped in the middle of an hour and goes on behind the last object that it read meets everything that
//! was written for that hour in the meantime. It may read events again, but it passes none.

use std::fmt::Write;

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::wakes::StreamRecord;

/// Where every key of the archive begins.
pub const PREFIX: &str = "events/";

/// How every key ends.
const SUFFIX: &str = ".jsonl.gz";

/// The seconds of an hour.
const HOUR: i64 = 3600;

/// An hour in UTC, the unit in which the archive is laid out: `date=2026-11-23/hour=19`.
///
/// <https://docs.aws.amazon.com/athena/latest/ug/partitions.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hour(i64);

impl Hour {
    /// The hour that a moment belongs to.
    #[must_use]
    pub fn of(moment: Timestamp) -> Self {
        Self(moment.as_second().div_euclid(HOUR))
    }

    /// The hour with this number, counted from the beginning of 1970.
    #[must_use]
    pub fn numbered(number: i64) -> Self {
        Self(number)
    }

    /// Its number, counted from the beginning of 1970.
    #[must_use]
    pub fn number(self) -> i64 {
        self.0
    }

    /// The hour whose folder a key of the archive is in; none if it is in no such folder.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        let (date, rest) = key.strip_prefix(PREFIX)?.strip_prefix("date=")?.split_once("/hour=")?;
        let (hour, _) = rest.split_once('/')?;
        let hour = Self::of(format!("{date}T{hour}:00:00Z").parse().ok()?);
        // The same hour in another spelling would be another folder.
        key.starts_with(&hour.folder()).then_some(hour)
    }

    /// When it is over. None only for hours beyond what calendars know.
    #[must_use]
    pub fn end(self) -> Option<Timestamp> {
        Timestamp::from_second(self.0.checked_add(1)?.checked_mul(HOUR)?).ok()
    }

    /// Where the keys of its objects begin.
    #[must_use]
    pub fn folder(self) -> String {
        format!("{PREFIX}{}/", self.partition())
    }

    /// `date=2026-11-23/hour=19`
    #[must_use]
    pub fn partition(self) -> String {
        let begin = Timestamp::from_second(self.0.saturating_mul(HOUR)).unwrap_or_default();
        begin.strftime("date=%Y-%m-%d/hour=%H").to_string()
    }
}

/// The path of an object for the records from `first` to `last` of a shard, behind the prefix that it belongs under: the
/// same records, the same path.
pub(super) fn batch_path<T>(first: &StreamRecord<T>, last: &StreamRecord<T>) -> String {
    let partition = Hour::of(first.arrived_at).partition();
    let StreamRecord { shard, sequence_number: from, .. } = first;
    let to = &last.sequence_number;
    // Sequence numbers are decimal numbers of up to 129 digits, in practice 56: padded, they sort as text.
    format!("{partition}/{shard}-{from:0>56}-{to:0>56}{SUFFIX}")
}

/// The name of an object that was made from several: `sorted-000001-000002-DIGEST`.
///
/// Each compaction of an hour begins a generation, whose objects come behind all that there were before. The digest is that
/// of the content, so that the same content gets the same name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SortedName {
    /// The compaction, counted from 1 in each hour.
    pub generation: u64,
    /// The object, counted from 1 in each compaction.
    pub number: u64,
    /// A digest of its lines.
    pub digest: String,
}

impl SortedName {
    /// The name in a key; none if it is a key of something else.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        let hour = Hour::of_key(key)?;
        let name = key.strip_prefix(&hour.folder())?.strip_prefix("sorted-")?.strip_suffix(SUFFIX)?;
        let (generation, rest) = name.split_once('-')?;
        let (number, digest) = rest.split_once('-')?;
        Some(Self { generation: generation.parse().ok()?, number: number.parse().ok()?, digest: digest.to_owned() })
    }

    /// The key of the object in an hour.
    #[must_use]
    pub fn key(&self, hour: Hour) -> String {
        let Self { generation, number, digest } = self;
        format!("{}sorted-{generation:06}-{number:06}-{digest}{SUFFIX}", hour.folder())
    }
}

/// The key of an object of an hour with these lines, which come from the event table: the same lines, the same key.
pub(crate) fn restored_key<'a>(hour: Hour, lines: impl IntoIterator<Item = &'a [u8]>) -> String {
    format!("{}table-{}{SUFFIX}", hour.folder(), digest(lines))
}

/// A digest of lines that no other lines have: half of SHA-256 in hexadecimal digits.
pub(crate) fn digest<'a>(lines: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hash = Sha256::new();
    for line in lines {
        hash.update(line);
        hash.update(b"\n");
    }
    let mut digits = String::with_capacity(32);
    for byte in hash.finalize().iter().take(16) {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_has_a_folder_which_names_the_hour() {
        let hour = Hour::of("2026-11-23T19:59:59.9Z".parse().unwrap());
        assert_eq!(hour.folder(), "events/date=2026-11-23/hour=19/");
        assert_eq!(Hour::of_key("events/date=2026-11-23/hour=19/shardId-0.jsonl.gz"), Some(hour));
        assert_eq!(hour.end(), Some("2026-11-23T20:00:00Z".parse().unwrap()));
        assert_eq!(Hour::numbered(hour.number()), hour);
        for other in [
            "events/date=2026-11-23/hour=9/x",
            "events/date=2026-11-31/hour=09/x",
            "events/date=2026-11-23/hour=24/x",
            "events/date=2026-11-23/hour=19",
            "date=2026-11-23/hour=19/x",
            "events/x",
        ] {
            assert_eq!(Hour::of_key(other), None, "{other}");
        }
    }
    #[test]
    fn what_is_made_later_comes_later() {
        let hour = Hour::numbered(0);
        let sorted = |generation, number, lines: &[&[u8]]| {
            SortedName { generation, number, digest: digest(lines.iter().copied()) }.key(hour)
        };
        let keys = [
            format!("{}shardId-000000000999-9-9.jsonl.gz", hour.folder()),
            sorted(1, 1, &[b"b"]),
            sorted(1, 2, &[b"a"]),
            sorted(2, 1, &[b"c"]),
            restored_key(hour, [b"a".as_slice()]),
            format!("{}shardId-000000000000-0-0.jsonl.gz", Hour::numbered(1).folder()),
        ];
        assert!(keys.is_sorted(), "{keys:?}");
        let names: Vec<_> = keys.iter().filter_map(|key| SortedName::of_key(key)).collect();
        assert_eq!(
            names.iter().map(|name| (name.generation, name.number)).collect::<Vec<_>>(),
            [(1, 1), (1, 2), (2, 1)]
        );
        assert_eq!(names[0].key(hour), keys[1]);
        assert_ne!(digest([b"a".as_slice(), b"b"]), digest([b"ab".as_slice()]));
    }
}
