//! A commit as an item of the event table.

use domain::kernel::{Aggregate, CausationId, Cause, CommandId, Commit, CorrelationId, Event, LoadError, Version};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The item that one commit is stored as. The names of its fields are the names of the item's attributes.
///
/// Key: `aggregate_id` and `version`, the version of the first event. Two commits that follow the same version have the
/// same key, so a conditional write accepts one of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Attributes")]
pub struct CommitItem {
    /// Partition key.
    pub aggregate_id: String,
    /// Sort key.
    pub version: u64,
    /// The type of the aggregate.
    pub aggregate_type: String,
    /// What set the commit in motion.
    #[serde(flatten)]
    pub cause: Cause,
    /// When the decision was made, RFC 3339 in UTC.
    pub recorded_at: Timestamp,
    /// The events, oldest first, at least one.
    pub events: Vec<EventItem>,
}

/// The attributes of the item one by one: reading them into a struct within a struct would keep all of them in a map first.
#[derive(Deserialize)]
struct Attributes {
    aggregate_id: String,
    version: u64,
    aggregate_type: String,
    command_id: CommandId,
    correlation_id: CorrelationId,
    causation_id: CausationId,
    recorded_at: Timestamp,
    events: Vec<EventItem>,
}

impl From<Attributes> for CommitItem {
    fn from(attributes: Attributes) -> Self {
        let Attributes { aggregate_id, version, aggregate_type, recorded_at, events, .. } = attributes;
        let Attributes { command_id, correlation_id, causation_id, .. } = attributes;
        let cause = Cause { command_id, correlation_id, causation_id };
        Self { aggregate_id, version, aggregate_type, cause, recorded_at, events }
    }
}

/// One event of a commit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventItem {
    /// The event's type.
    #[serde(rename = "type")]
    pub event_type: String,
    /// The version of its schema.
    pub schema_version: u32,
    /// Its data: one JSON object as text, so that the bytes that were decided are the bytes that are published.
    pub data: String,
}

impl<A: Aggregate> From<&Commit<A>> for CommitItem {
    fn from(commit: &Commit<A>) -> Self {
        let event_item = |event: &A::Event| EventItem {
            event_type: event.event_type().to_owned(),
            schema_version: event.schema_version(),
            data: event.encode(),
        };
        Self {
            aggregate_id: commit.aggregate_id().to_string(),
            version: commit.first_version().number(),
            aggregate_type: A::TYPE.to_owned(),
            cause: *commit.cause(),
            recorded_at: commit.recorded_at(),
            events: commit.events().iter().map(event_item).collect(),
        }
    }
}

/// An item that stands for no commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoCommit {
    /// There are no events.
    #[error("it has no events")]
    Empty,
    /// Versions begin with 1 and end somewhere.
    #[error("no event has the version {0}, or one of those that follow")]
    Version(u64),
}

impl CommitItem {
    /// The versions of its events.
    ///
    /// # Errors
    /// [`NoCommit`] when it has no events or impossible versions.
    pub fn versions(&self) -> Result<impl Iterator<Item = Version> + use<>, NoCommit> {
        let (first, events) = (self.version, self.events.len() as u64);
        match first.checked_add(events) {
            _ if events == 0 => Err(NoCommit::Empty),
            Some(end) if first > 0 => Ok((first..end).map(Version::from)),
            _ => Err(NoCommit::Version(first)),
        }
    }

    /// The commit of an aggregate of type `A` that this item stands for.
    ///
    /// # Errors
    /// [`LoadError::Undecodable`] for an event that this program does not know, [`LoadError::Malformed`] for an item of
    /// another aggregate type, with an invalid id or without events.
    pub fn into_commit<A: Aggregate>(self) -> Result<Commit<A>, LoadError> {
        let malformed =
            |aggregate_id: &str, reason: String| LoadError::Malformed { aggregate_id: aggregate_id.to_owned(), reason };
        if self.aggregate_type != A::TYPE {
            let reason = format!("it is a commit of a {}, not of a {}", self.aggregate_type, A::TYPE);
            return Err(malformed(&self.aggregate_id, reason));
        }
        let id =
            self.aggregate_id.parse::<A::Id>().map_err(|error| malformed(&self.aggregate_id, error.to_string()))?;
        let versions = self.versions().map_err(|reason| malformed(&self.aggregate_id, reason.to_string()))?;
        let decode = |(event, version): (&EventItem, Version)| {
            A::Event::decode(&event.event_type, event.schema_version, &event.data)
                .map_err(|source| LoadError::Undecodable { aggregate_id: self.aggregate_id.clone(), version, source })
        };
        let events = self.events.iter().zip(versions).map(decode).collect::<Result<_, _>>()?;
        let follows = Version::from(self.version).previous();
        Commit::new(id, follows, self.recorded_at, self.cause, events)
            .map_err(|empty| malformed(&self.aggregate_id, empty.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use domain::cart::{Cart, CartEvent, CartId};
    use domain::kernel::{CommandId, DecodeError};
    use uuid::Uuid;

    use super::*;

    fn commit() -> Commit<Cart> {
        let cause = Cause::client(CommandId::from(Uuid::from_u128(1)));
        let id = CartId::from(Uuid::from_u128(2));
        Commit::new(id, Version::from(3), Timestamp::UNIX_EPOCH, cause, vec![CartEvent::CartClosed]).unwrap()
    }

    #[test]
    fn what_is_stored_is_loaded() {
        let item = CommitItem::from(&commit());
        assert_eq!((item.version, item.aggregate_type.as_str()), (4, "cart"));
        assert_eq!(item.into_commit::<Cart>().unwrap(), commit());
    }

    #[test]
    fn what_cannot_be_read_is_an_error() {
        let item = CommitItem::from(&commit());
        let other = CommitItem { aggregate_type: "order".to_owned(), ..item.clone() };
        assert!(matches!(other.into_commit::<Cart>(), Err(LoadError::Malformed { .. })));
        let nameless = CommitItem { aggregate_id: "no uuid".to_owned(), ..item.clone() };
        assert!(matches!(nameless.into_commit::<Cart>(), Err(LoadError::Malformed { .. })));
        let empty = CommitItem { events: Vec::new(), ..item.clone() };
        assert!(matches!(empty.into_commit::<Cart>(), Err(LoadError::Malformed { .. })));
        for version in [0, u64::MAX] {
            let unversioned = CommitItem { version, ..item.clone() };
            assert!(matches!(unversioned.into_commit::<Cart>(), Err(LoadError::Malformed { .. })));
        }
        let mut unknown = item;
        unknown.events[0].event_type = "cart.emptied".to_owned();
        let error = unknown.into_commit::<Cart>().unwrap_err();
        let LoadError::Undecodable { version, source: DecodeError::UnknownType { .. }, .. } = error else {
            panic!("{error}")
        };
        assert_eq!(version, Version::from(4));
    }
}
