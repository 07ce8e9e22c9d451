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

use jiff::Timestamp;

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
}
