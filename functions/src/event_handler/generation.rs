//! The generations of a projection.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The generation of a projection: the live one, or the one that a replay builds beside it with a gate of its own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Generation(String);

/// A text that cannot name a generation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` cannot name a replay run: use 1 to 40 letters, digits or `-`")]
pub struct InvalidGeneration(pub String);

impl Generation {
    /// The generation that new events go to.
    #[must_use]
    pub fn live() -> Self {
        Self("live".to_owned())
    }

    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<uuid::Uuid> for Generation {
    fn from(uuid: uuid::Uuid) -> Self {
        Self(uuid.to_string())
    }
}

impl TryFrom<String> for Generation {
    type Error = InvalidGeneration;

    fn try_from(text: String) -> Result<Self, InvalidGeneration> {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        if (1..=40).contains(&text.len()) && text.bytes().all(allowed) {
            Ok(Self(text))
        } else {
            Err(InvalidGeneration(text))
        }
    }
}

impl From<Generation> for String {
    fn from(generation: Generation) -> Self {
        generation.0
    }
}

impl fmt::Display for Generation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
