//! Identifiers and versions of the kernel.

use std::fmt::{self, Display};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A text that was meant to be an id and is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a {kind}: it has to be a UUID such as 01890a5d-ac96-774b-bcce-b302099a8057")]
pub struct InvalidId {
    /// What the text was meant to identify.
    pub kind: &'static str,
    /// The text as given.
    pub text: String,
}

/// Defines a newtype over a UUID with the conversions that every id of this crate has.
macro_rules! uuid_id {
    ($(#[$doc:meta])* $name:ident, $kind:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(uuid::Uuid);

        impl From<uuid::Uuid> for $name {
            fn from(uuid: uuid::Uuid) -> Self {
                Self(uuid)
            }
        }

        impl From<$name> for uuid::Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::kernel::InvalidId;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                uuid::Uuid::parse_str(text)
                    .map(Self)
                    .map_err(|_| $crate::kernel::InvalidId { kind: $kind, text: text.to_owned() })
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::kernel::InvalidId;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.to_string()
            }
        }
    };
}
pub(crate) use uuid_id;

uuid_id! {
    /// Identifies one command, so that sending it again does not do it again.
    CommandId, "command id"
}

uuid_id! {
    /// Shared by everything that one request from outside set in motion.
    CorrelationId, "correlation id"
}

uuid_id! {
    /// Identifies the message that led to a command: the command itself when it came from a client.
    CausationId, "causation id"
}

impl From<CommandId> for CausationId {
    fn from(id: CommandId) -> Self {
        Self::from(Uuid::from(id))
    }
}

impl From<CommandId> for CorrelationId {
    fn from(id: CommandId) -> Self {
        Self::from(Uuid::from(id))
    }
}

/// How many events an aggregate has: 0 before the first, and without gaps from there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Version(u64);

impl Version {
    /// The version of an aggregate without events.
    pub const NONE: Self = Self(0);

    /// The version of an aggregate's first event.
    pub const FIRST: Self = Self(1);

    /// The version as a number.
    #[must_use]
    pub const fn number(self) -> u64 {
        self.0
    }

    /// The version `events` later.
    #[must_use]
    pub const fn plus(self, events: u64) -> Self {
        Self(self.0.saturating_add(events))
    }

    /// The version that follows this one.
    #[must_use]
    pub const fn next(self) -> Self {
        self.plus(1)
    }

    /// The version before this one; [`Version::NONE`] has none and stays.
    #[must_use]
    pub const fn previous(self) -> Self {
        Self(self.0.saturating_sub(1))
    }
}

impl From<u64> for Version {
    fn from(number: u64) -> Self {
        Self(number)
    }
}

impl Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Identifies one recorded event everywhere: `AGGREGATE_ID:VERSION`.
///
/// The store accepts each version of an aggregate once, so the pair is unique, and an event that is published again
/// or restored from the table has the same id.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EventId(String);

impl EventId {
    /// The id of the event with which the aggregate reached `version`.
    pub fn of(aggregate_id: &impl Display, version: Version) -> Self {
        Self(format!("{aggregate_id}:{version}"))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<EventId> for String {
    fn from(id: EventId) -> Self {
        id.0
    }
}

impl Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
