//! How the data of an event type has changed over time, and how old data becomes current data.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::DecodeError;

/// Turns the data of one schema version into the data of the next, or says why it cannot.
pub type Upcast = fn(Map<String, Value>) -> Result<Map<String, Value>, String>;

/// An event type with every version that its data ever had, counted from 1.
#[derive(Debug, Clone, Copy)]
pub struct Schema {
    /// The stable name of the event type, such as `cart.item-added`.
    pub event_type: &'static str,
    /// What makes version 2 of version 1, version 3 of version 2, and so on. Steps are added and never changed: recorded
    /// events keep the version that they were written with.
    pub upcasts: &'static [Upcast],
}

impl Schema {
    /// An event type whose data is as it was from the beginning.
    #[must_use]
    pub const fn first(event_type: &'static str) -> Self {
        Self { event_type, upcasts: &[] }
    }

    /// The version that is written today.
    #[must_use]
    pub const fn version(&self) -> u32 {
        self.upcasts.len() as u32 + 1
    }

    /// The data, which was written with `version`, as it would be written today. Current data is handed back untouched.
    ///
    /// # Errors
    /// A version that is not known, or data that one of the steps cannot read.
    pub fn upcast<'a>(&self, version: u32, data: &'a str) -> Result<Cow<'a, str>, DecodeError> {
        if version == self.version() {
            return Ok(Cow::Borrowed(data));
        }
        let done = version.checked_sub(1).and_then(|done| usize::try_from(done).ok());
        let steps = done.and_then(|done| self.upcasts.get(done..)).ok_or_else(|| DecodeError::UnknownVersion {
            event_type: self.event_type.to_owned(),
            schema_version: version,
        })?;
        let invalid = |reason: String| self.invalid(version, reason);
        let data = serde_json::from_str(data).map_err(|error| invalid(error.to_string()))?;
        let data = steps.iter().try_fold(data, |data, step| step(data)).map_err(invalid)?;
        serde_json::to_string(&data).map(Cow::Owned).map_err(|error| invalid(error.to_string()))
    }

    /// The data of an event of this type and `version` is not what they promise.
    pub fn invalid(&self, version: u32, reason: impl ToString) -> DecodeError {
        DecodeError::InvalidData {
            event_type: self.event_type.to_owned(),
            schema_version: version,
            reason: reason.to_string(),
        }
    }
}
