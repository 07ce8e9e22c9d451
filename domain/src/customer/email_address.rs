//! Email addresses.

use std::fmt;
use std::str::FromStr;

use serde::Deserialize;

/// An address that mail can be sent to: ASCII, at most 254 characters, at most 64 of them before the `@`, and a domain of
/// at least two labels. Quoted and internationalized addresses are not taken.
///
/// It is personal: neither `Debug` nor an error shows it, and it cannot be serialized.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct EmailAddress(String);

/// A text that is not an email address. The text is not part of it, because it may be one all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidEmailAddress {
    /// It is longer than mail servers take (RFC 5321, section 4.5.3.1.3).
    #[error("an email address has at most {max} characters; this one has {0}", max = EmailAddress::MAX_LENGTH)]
    TooLong(usize),
    /// There is no `@`, or more than one.
    #[error("an email address has one `@`")]
    NotOneAt,
    /// What stands before the `@` is not a mailbox.
    #[error(
        "before the `@` of an email address stand 1 to {max} letters, digits and !#$%&'*+-/=?^_`{{|}}~, with single dots between them",
        max = EmailAddress::MAX_MAILBOX_LENGTH
    )]
    Mailbox,
    /// What stands behind the `@` is not a domain.
    #[error(
        "behind the `@` of an email address stands a domain such as shop.example: two or more labels of letters, digits and inner hyphens"
    )]
    Domain,
}

impl EmailAddress {
    /// The longest address, in characters.
    pub const MAX_LENGTH: usize = 254;

    /// The longest part before the `@`, in characters.
    pub const MAX_MAILBOX_LENGTH: usize = 64;

    /// The address, for whoever sends to it or seals it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = InvalidEmailAddress;

    fn try_from(text: String) -> Result<Self, InvalidEmailAddress> {
        if text.len() > Self::MAX_LENGTH {
            return Err(InvalidEmailAddress::TooLong(text.chars().count()));
        }
        let (mailbox, domain) = text.split_once('@').ok_or(InvalidEmailAddress::NotOneAt)?;
        if domain.contains('@') {
            return Err(InvalidEmailAddress::NotOneAt);
        }
        if mailbox.len() > Self::MAX_MAILBOX_LENGTH || !mailbox.split('.').all(is_atom) {
            return Err(InvalidEmailAddress::Mailbox);
        }
        if !is_domain(domain) {
            return Err(InvalidEmailAddress::Domain);
        }
        Ok(Self(text))
    }
}

/// An atom of RFC 5322, section 3.2.3.
fn is_atom(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte))
}

fn is_domain(text: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    // The last label of a number is an address of another kind.
    let is_name = |label: &str| !label.bytes().all(|byte| byte.is_ascii_digit());
    text.rsplit_once('.').is_some_and(|(_, last)| is_name(last)) && text.split('.').all(is_label)
}

impl FromStr for EmailAddress {
    type Err = InvalidEmailAddress;

    fn from_str(text: &str) -> Result<Self, InvalidEmailAddress> {
        text.to_owned().try_into()
    }
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EmailAddress(…)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn refused(text: &str) -> InvalidEmailAddress {
        text.parse::<EmailAddress>().unwrap_err()
    }

    #[test]
    fn what_mail_can_be_sent_to_is_taken() {
        let longest =
            format!("{}@{}.example", "m".repeat(64), ["d".repeat(60), "d".repeat(60), "d".repeat(59)].join("."));
        assert_eq!(longest.len(), EmailAddress::MAX_LENGTH);
        for text in ["ada@shop.example", "a.d+carts@mail.shop.example", "O'Neil_{7}@x-y.example", longest.as_str()] {
            assert_eq!(text.parse::<EmailAddress>().unwrap().expose(), text);
        }
    }

    #[test]
    fn what_is_no_address_is_refused_with_its_reason() {
        use InvalidEmailAddress::{Domain, Mailbox, NotOneAt, TooLong};
        let too_long = format!("ada@{}example", "shop.".repeat(50));
        let cases = [
            ("", NotOneAt),
            ("ada", NotOneAt),
            ("ada@eve@shop.example", NotOneAt),
            ("@shop.example", Mailbox),
            (".ada@shop.example", Mailbox),
            ("a..da@shop.example", Mailbox),
            ("a da@shop.example", Mailbox),
            ("\"ada\"@shop.example", Mailbox),
            ("adä@shop.example", Mailbox),
            ("ada\r\nBcc:eve@shop.example", Mailbox),
            ("Ada <ada@shop.example>", Mailbox),
            ("ada@", Domain),
            ("ada@shop", Domain),
            ("ada@shop.", Domain),
            ("ada@.example", Domain),
            ("ada@shop..example", Domain),
            ("ada@-shop.example", Domain),
            ("ada@shop-.example", Domain),
            ("ada@shop_.example", Domain),
            ("ada@127.0.0.1", Domain),
            ("ada@[127.0.0.1]", Domain),
            ("ada@shop.example\n", Domain),
            ("ada@shop.example\0", Domain),
            (too_long.as_str(), TooLong(261)),
        ];
        for (text, reason) in cases {
            assert_eq!(refused(text), reason, "{text:?}");
        }
        let long_mailbox = format!("{}@shop.example", "m".repeat(65));
        let long_label = format!("ada@{}.example", "d".repeat(64));
        assert_eq!((refused(&long_mailbox), refused(&long_label)), (Mailbox, Domain));
    }

    #[test]
    fn it_cannot_be_read_from_anything_else() {
        for json in ["null", "7", "[]", "{}", "[\"ada@shop.example\"]", "true"] {
            assert!(serde_json::from_str::<EmailAddress>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn it_is_not_shown() {
        let address: EmailAddress = "ada@shop.example".parse().unwrap();
        assert_eq!(format!("{address:?}"), "EmailAddress(…)");
    }

    proptest! {
        #[test]
        fn no_error_shows_what_was_sent(secret in "[a-z]{12}") {
            for text in [secret.clone(), format!("{secret}@{secret}"), format!("{secret} @shop.example"), secret.repeat(30)] {
                let json = serde_json::to_string(&text).unwrap();
                let error = serde_json::from_str::<EmailAddress>(&json).unwrap_err();
                prop_assert!(!error.to_string().contains(&secret), "{error}");
            }
        }
    }
}
