//! Identifiers that SQS takes.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// The longest message group id and deduplication id.
///
/// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatchRequestEntry.html>
const MAX_LENGTH: usize = 128;

/// `text` if SQS takes it as the id of a group or for deduplication, otherwise its SHA-256 in hexadecimal digits.
#[must_use]
pub fn identifier(text: &str) -> String {
    // Letters, digits and punctuation of ASCII.
    if (1..=MAX_LENGTH).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return text.to_owned();
    }
    Sha256::digest(text).iter().fold(String::with_capacity(64), |mut digits, byte| {
        // Writing to a string does not fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_sqs_does_not_take_becomes_a_digest() {
        let longest = "x".repeat(128);
        for taken in ["run/a:1", longest.as_str(), "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"] {
            assert_eq!(identifier(taken), taken);
        }
        let digest = identifier(&"x".repeat(129));
        assert_eq!((digest.len(), identifier(&"x".repeat(129))), (64, digest.clone()));
        assert_eq!(identifier(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_ne!(identifier("a b"), identifier("a\tb"));
    }
}
