//! What an aggregate is: a state, a decision and an evolution.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use super::Schema;

/// A consistency boundary whose state is the fold of its events.
///
/// The `Default` value is the state before the first event. Both functions are pure: the same arguments always give
/// the same result, and whatever they need from outside (time, ids) arrives inside the command.
pub trait Aggregate: Clone + Default + Debug + Send + Sync + 'static {
    /// The aggregate type's stable name, lower case, as it appears in tables, envelopes and object keys: `cart`.
    const TYPE: &'static str;

    /// Identifies one aggregate of this type. Its `Display` form is 1 to 128 characters, because it also serves as
    /// the partition key of streams and the message group of FIFO queues.
    type Id: Clone + Debug + Display + FromStr<Err: Display> + Ord + Send + Sync;

    /// What a client asks for.
    type Command: Clone + Debug + Send + Sync;

    /// What happened.
    type Event: Event;

    /// Why a command was not accepted; its `Display` form is a sentence for people.
    type Refusal: std::error::Error + Clone + PartialEq + Send + Sync + 'static;

    /// Decides on a command: the events that it leads to (possibly none), or why it is refused.
    fn decide(&self, command: Self::Command) -> Result<Vec<Self::Event>, Self::Refusal>;

    /// The state after `event`. Total: an event that was recorded is a fact and cannot be refused.
    #[must_use]
    fn evolve(self, event: &Self::Event) -> Self;
}

/// A fact about an aggregate, with a stable external form: a type name, a schema version and JSON data.
pub trait Event: Clone + Debug + PartialEq + Send + Sync + Sized + 'static {
    /// Every event type that this program can read, with the versions that its data ever had.
    const SCHEMAS: &'static [Schema];

    /// The stable name of this event's type, such as `cart.item-added`; one of [`Event::SCHEMAS`].
    fn event_type(&self) -> &'static str;

    /// The event's data as one JSON object, as the current version of its schema has it.
    fn encode(&self) -> String;

    /// Reads data of the current version of `schema`, which is one of [`Event::SCHEMAS`].
    ///
    /// # Errors
    /// A sentence that says why the data does not fit.
    fn decode_current(schema: &Schema, data: &str) -> Result<Self, String>;

    /// The version of the schema that [`Event::encode`] writes, counted from 1 per event type.
    fn schema_version(&self) -> u32 {
        schema::<Self>(self.event_type()).map_or(1, Schema::version)
    }

    /// Reads an event that any released version of this program wrote.
    ///
    /// # Errors
    /// An unknown type, an unknown version of a known type, or data that does not fit. Never skips.
    fn decode(event_type: &str, schema_version: u32, data: &str) -> Result<Self, DecodeError> {
        let schema = schema::<Self>(event_type).ok_or_else(|| DecodeError::UnknownType {
            event_type: event_type.to_owned(),
            known: Self::SCHEMAS.iter().map(|schema| schema.event_type).collect(),
        })?;
        let current = schema.upcast(schema_version, data)?;
        Self::decode_current(schema, &current).map_err(|reason| schema.invalid(schema_version, reason))
    }
}

fn schema<E: Event>(event_type: &str) -> Option<&'static Schema> {
    E::SCHEMAS.iter().find(|schema| schema.event_type == event_type)
}

/// Why recorded data could not be read as an event.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// The type is none of the aggregate's events.
    #[error("unknown event type `{event_type}`; known are {}", known.join(", "))]
    UnknownType {
        /// The type as recorded.
        event_type: String,
        /// The types that this program reads.
        known: Vec<&'static str>,
    },
    /// The type is known, this version of its schema is not: it was probably written by a newer program.
    #[error("event type `{event_type}` has schema version {schema_version}, which this program cannot read")]
    UnknownVersion {
        /// The type as recorded.
        event_type: String,
        /// The schema version as recorded.
        schema_version: u32,
    },
    /// Type and version are known, but the data is not what they promise.
    #[error("the data of event type `{event_type}` version {schema_version} is invalid: {reason}")]
    InvalidData {
        /// The type as recorded.
        event_type: String,
        /// The schema version as recorded.
        schema_version: u32,
        /// What is wrong, with its position.
        reason: String,
    },
}
