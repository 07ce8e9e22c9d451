//! Which events a run is about.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::archive::PREFIX;
use crate::envelope::Envelope;

/// The most aggregate ids that a run can be about, unless it is about all of them.
const MAX_AGGREGATES: usize = 1000;

/// The most types that a run can be about, unless it is about all of them.
const MAX_TYPES: usize = 100;

/// How far clocks may be apart: an event may be archived that much before it happened.
const SKEW: SignedDuration = SignedDuration::from_hours(1);

/// Which events a run is about. What is left empty excludes nothing.
///
/// Time is the event's own, when the decision was made: the archive's partitions say when an event arrived, which is never
/// earlier but for the difference of clocks, and may be much later after an outage or a repair. So whatever was archived
/// before `from` is not read, and everything that came later is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Selection {
    /// Events from this time on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Timestamp>,
    /// Events before this time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Timestamp>,
    /// Events of aggregates of these types.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub aggregate_types: BTreeSet<String>,
    /// Events of these aggregates.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub aggregates: BTreeSet<String>,
    /// Events of these types.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub event_types: BTreeSet<String>,
}

/// A selection that makes no sense.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidSelection {
    /// There is no time in between.
    #[error("There is nothing to replay: `from` ({from}) is not before `to` ({to}).")]
    NoTime {
        /// The beginning.
        from: Timestamp,
        /// The end.
        to: Timestamp,
    },
    /// There are too many of something.
    #[error(
        "{count} {what} are too many for a run; the most are {most}. Without a choice, a run is about all of them."
    )]
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many.
        count: usize,
        /// How many there may be.
        most: usize,
    },
    /// A text that names nothing.
    #[error("`{text}` is no {what}: use 1 to 128 letters, digits and `-_.:`, a letter or digit first.")]
    NoName {
        /// What it should name.
        what: &'static str,
        /// The text.
        text: String,
    },
}

impl Selection {
    /// Whether events of the aggregate can be among those that are selected.
    pub(super) fn is_about(&self, event: &Envelope) -> bool {
        (self.aggregate_types.is_empty() || self.aggregate_types.contains(&event.aggregate_type))
            && (self.aggregates.is_empty() || self.aggregates.contains(&event.subject))
    }

    /// Whether an event is selected whose aggregate can be.
    pub(super) fn has(&self, event: &Envelope) -> bool {
        (self.event_types.is_empty() || self.event_types.contains(&event.event_type))
            && self.from.is_none_or(|from| event.time >= from)
            && self.to.is_none_or(|to| event.time < to)
    }

    /// The key behind which the objects begin that can hold selected events.
    pub(super) fn begins_after(&self) -> Option<String> {
        let hour = self.from?.checked_sub(SKEW).ok()?.strftime("date=%Y-%m-%d/hour=%H").to_string();
        Some(format!("{PREFIX}{hour}"))
    }

    pub(super) fn check(&self) -> Result<(), InvalidSelection> {
        if let (Some(from), Some(to)) = (self.from, self.to)
            && from >= to
        {
            return Err(InvalidSelection::NoTime { from, to });
        }
        few("aggregates", self.aggregates.len(), MAX_AGGREGATES)?;
        few("aggregate types", self.aggregate_types.len(), MAX_TYPES)?;
        few("event types", self.event_types.len(), MAX_TYPES)?;
        self.aggregates.iter().try_for_each(|text| named("aggregate id", text))?;
        self.aggregate_types.iter().try_for_each(|text| named("aggregate type", text))?;
        self.event_types.iter().try_for_each(|text| named("event type", text))
    }
}

fn few(what: &'static str, count: usize, most: usize) -> Result<(), InvalidSelection> {
    if count > most { Err(InvalidSelection::TooMany { what, count, most }) } else { Ok(()) }
}

fn named(what: &'static str, text: &str) -> Result<(), InvalidSelection> {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte);
    let is_name = text.len() <= 128
        && text.bytes().all(allowed)
        && text.bytes().next().is_some_and(|first| first.is_ascii_alphanumeric());
    if is_name { Ok(()) } else { Err(InvalidSelection::NoName { what, text: text.chars().take(40).collect() }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_archived_before_is_not_read() {
        assert_eq!(Selection::default().begins_after(), None);
        let selection = Selection { from: Some("2026-11-02T00:30:00Z".parse().unwrap()), ..Selection::default() };
        let after = selection.begins_after().unwrap();
        assert_eq!(after, "events/date=2026-11-01/hour=23");
        assert!("events/date=2026-11-01/hour=22/shardId-000000000000-1-2.jsonl.gz" < after.as_str());
        assert!("events/date=2026-11-01/hour=23/shardId-000000000000-1-2.jsonl.gz" > after.as_str());
    }
}
