//! Sealed texts.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A text that is encrypted, so that it can stand in an event: 1 to 1024 characters of Base64 for URLs (RFC 4648, section 5).
/// What it says, and for whom, is not to be seen here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Sealed(String);

/// A text that is not a sealed one. The text is not part of it, because it may be what should have been sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a sealed text has 1 to {max} letters, digits, `-` and `_`, and this has not", max = Sealed::MAX_LENGTH)]
pub struct InvalidSealed;

impl Sealed {
    /// The longest sealed text, in characters.
    pub const MAX_LENGTH: usize = 1024;

    /// The sealed text as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Sealed {
    type Error = InvalidSealed;

    fn try_from(text: String) -> Result<Self, InvalidSealed> {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        let fits = (1..=Self::MAX_LENGTH).contains(&text.len()) && text.bytes().all(allowed);
        if fits { Ok(Self(text)) } else { Err(InvalidSealed) }
    }
}

impl FromStr for Sealed {
    type Err = InvalidSealed;

    fn from_str(text: &str) -> Result<Self, InvalidSealed> {
        text.to_owned().try_into()
    }
}

impl From<Sealed> for String {
    fn from(sealed: Sealed) -> Self {
        sealed.0
    }
}

impl fmt::Display for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_address_is_not_taken_for_a_sealed_one_nor_shown() {
        let longest = "s".repeat(Sealed::MAX_LENGTH);
        assert!(longest.parse::<Sealed>().is_ok());
        for text in ["", "ada@shop.example", "a b", "YQ==", &format!("{longest}s")] {
            assert_eq!(text.parse::<Sealed>(), Err(InvalidSealed));
        }
        let error = serde_json::from_str::<Sealed>("\"ada@shop.example\"").unwrap_err();
        assert!(!error.to_string().contains("ada"), "{error}");
    }
}
