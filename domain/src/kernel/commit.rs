//! A commit: the events that one command produced, recorded together.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Aggregate, CausationId, CommandId, CorrelationId, EventId, Version};

/// What set a commit in motion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cause {
    /// The command that was decided.
    pub command_id: CommandId,
    /// Shared by everything that the same outside request led to.
    pub correlation_id: CorrelationId,
    /// The message that led to the command.
    pub causation_id: CausationId,
}

impl Cause {
    /// The cause of a command that a client sent by itself.
    #[must_use]
    pub fn client(command_id: CommandId) -> Self {
        Self { command_id, correlation_id: command_id.into(), causation_id: command_id.into() }
    }
}

/// The events of one command, stored atomically as one item.
#[derive(Debug, Clone)]
pub struct Commit<A: Aggregate> {
    aggregate_id: A::Id,
    follows: Version,
    recorded_at: Timestamp,
    cause: Cause,
    events: Vec<A::Event>,
}

// Written out, because a derived one would ask for states that can be compared, and a commit holds none.
impl<A: Aggregate> PartialEq for Commit<A> {
    fn eq(&self, other: &Self) -> bool {
        let Self { aggregate_id, follows, recorded_at, cause, events } = other;
        self.aggregate_id == *aggregate_id
            && self.follows == *follows
            && self.recorded_at == *recorded_at
            && self.cause == *cause
            && self.events == *events
    }
}

/// A commit was made without events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a commit needs at least one event")]
pub struct EmptyCommit;

impl<A: Aggregate> Commit<A> {
    /// A commit of `events`, to be stored only if the aggregate still is at version `follows`.
    ///
    /// # Errors
    /// [`EmptyCommit`] when there are no events.
    pub fn new(
        aggregate_id: A::Id,
        follows: Version,
        recorded_at: Timestamp,
        cause: Cause,
        events: Vec<A::Event>,
    ) -> Result<Self, EmptyCommit> {
        if events.is_empty() {
            return Err(EmptyCommit);
        }
        Ok(Self { aggregate_id, follows, recorded_at, cause, events })
    }

    /// The aggregate that the events belong to.
    pub fn aggregate_id(&self) -> &A::Id {
        &self.aggregate_id
    }

    /// The expected version: the one that the decision was made at.
    pub fn follows(&self) -> Version {
        self.follows
    }

    /// The version of the first event; with the aggregate id it is the key of the commit.
    pub fn first_version(&self) -> Version {
        self.follows.next()
    }

    /// The aggregate's version once this is stored.
    pub fn last_version(&self) -> Version {
        self.follows.plus(self.events.len() as u64)
    }

    /// When the decision was made.
    pub fn recorded_at(&self) -> Timestamp {
        self.recorded_at
    }

    /// What set it in motion.
    pub fn cause(&self) -> &Cause {
        &self.cause
    }

    /// The events in order, at least one.
    pub fn events(&self) -> &[A::Event] {
        &self.events
    }

    /// The events in order, each with its version and id.
    pub fn recorded(&self) -> impl Iterator<Item = Recorded<'_, A>> {
        self.events.iter().zip(self.first_version().number()..).map(|(event, version)| {
            let version = Version::from(version);
            Recorded {
                id: EventId::of(&self.aggregate_id, version),
                aggregate_id: &self.aggregate_id,
                version,
                recorded_at: self.recorded_at,
                cause: &self.cause,
                event,
            }
        })
    }
}

/// One event as it was recorded.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded<'a, A: Aggregate> {
    /// Unique across all aggregates of this type.
    pub id: EventId,
    /// The aggregate that it happened to.
    pub aggregate_id: &'a A::Id,
    /// The aggregate's version once it had happened.
    pub version: Version,
    /// When the decision was made.
    pub recorded_at: Timestamp,
    /// What set it in motion.
    pub cause: &'a Cause,
    /// What happened.
    pub event: &'a A::Event,
}
