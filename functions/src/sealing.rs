//! Sealing: encryption of what is personal in events, with a key of the person's own.
//!
//! AES-SIV (RFC 5297) with 512-bit keys and no nonce. It is deterministic: the same text of the same customer in the same
//! place is the same sealed text, so that a command that is sent again leads to the same events. That is all that can be
//! seen from outside, and no nonce can be repeated by mistake.

use aes_siv::KeyInit;
use aes_siv::siv::Aes256Siv;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::cart::{Cart, CartId};
use domain::customer::{CustomerId, EmailAddress, Sealed};
use domain::kernel::Aggregate;
use zeroize::Zeroizing;

/// Names this way of sealing, and is authenticated with each text. Another way gets another name.
const SCHEME: &str = "aes-siv-cmac-512";

/// Where a sealed text stands, which is authenticated with it: it opens nowhere else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealContext {
    /// Whom it is about.
    pub customer: CustomerId,
    aggregate_type: &'static str,
    aggregate_id: String,
    field: &'static str,
}

impl SealContext {
    /// The email address of the customer whom a cart belongs to, in the event that opened the cart.
    #[must_use]
    pub fn email_of_cart(customer: CustomerId, cart: CartId) -> Self {
        Self { customer, aggregate_type: Cart::TYPE, aggregate_id: cart.to_string(), field: "customer.email" }
    }

    fn associated_data(&self) -> [String; 5] {
        let Self { customer, aggregate_type, aggregate_id, field } = self;
        [
            SCHEME.to_owned(),
            customer.to_string(),
            (*aggregate_type).to_owned(),
            aggregate_id.clone(),
            (*field).to_owned(),
        ]
    }
}

/// The key of one customer. It is overwritten when it is dropped, and `Debug` does not show it.
pub struct DataKey(Zeroizing<[u8; DataKey::BYTES]>);

/// Why something was not sealed or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealingError {
    /// The bytes are no key.
    #[error("a key has {expected} bytes, and this one has {0}", expected = DataKey::BYTES)]
    NoKey(usize),
    /// The text cannot be sealed.
    #[error("the text cannot be sealed")]
    Unsealable,
    /// The sealed text stands where it does not belong, was changed, or was sealed with another key.
    #[error("the sealed text is not what this customer's key sealed for this place")]
    NotItsOwn,
}

impl DataKey {
    /// The length of a key: one half authenticates, the other encrypts.
    pub const BYTES: usize = 64;

    /// Seals an email address for a place.
    ///
    /// # Errors
    /// When the address cannot be sealed, which its length does not allow.
    pub fn seal(&self, context: &SealContext, email: &EmailAddress) -> Result<Sealed, SealingError> {
        let sealed = self.cipher().encrypt(context.associated_data(), email.expose().as_bytes());
        let sealed = sealed.map_err(|_| SealingError::Unsealable)?;
        URL_SAFE_NO_PAD.encode(sealed).parse().map_err(|_| SealingError::Unsealable)
    }

    /// Opens what was sealed for a place.
    ///
    /// # Errors
    /// [`SealingError::NotItsOwn`], whatever exactly does not fit.
    pub fn open(&self, context: &SealContext, sealed: &Sealed) -> Result<EmailAddress, SealingError> {
        let sealed = URL_SAFE_NO_PAD.decode(sealed.as_str()).map_err(|_| SealingError::NotItsOwn)?;
        let opened = self.cipher().decrypt(context.associated_data(), &sealed).map_err(|_| SealingError::NotItsOwn)?;
        String::from_utf8(opened).ok().and_then(|text| text.try_into().ok()).ok_or(SealingError::NotItsOwn)
    }

    fn cipher(&self) -> Aes256Siv {
        Aes256Siv::new((&*self.0).into())
    }
}

impl TryFrom<&[u8]> for DataKey {
    type Error = SealingError;

    fn try_from(bytes: &[u8]) -> Result<Self, SealingError> {
        bytes.try_into().map(|bytes| Self(Zeroizing::new(bytes))).map_err(|_| SealingError::NoKey(bytes.len()))
    }
}

impl std::fmt::Debug for DataKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DataKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn key(byte: u8) -> DataKey {
        DataKey::try_from(&[byte; DataKey::BYTES][..]).unwrap()
    }

    fn context(customer: u128, cart: u128) -> SealContext {
        SealContext::email_of_cart(Uuid::from_u128(customer).into(), Uuid::from_u128(cart).into())
    }

    #[test]
    fn what_was_sealed_once_is_sealed_so_for_ever() {
        // Made with Python's `cryptography`: AESSIV(bytes([7] * 64)).encrypt(b"ada@shop.example", [b"aes-siv-cmac-512",
        // b"00000000-0000-0000-0000-000000000001", b"cart", b"00000000-0000-0000-0000-000000000002", b"customer.email"]).
        let sealed = key(7).seal(&context(1, 2), &"ada@shop.example".parse().unwrap()).unwrap();
        assert_eq!(sealed.as_str(), "6Q3hMCsP-VUkOanThFQMy0Al_8ii_VzWf39t40IfsVE");
    }

    #[test]
    fn a_key_has_its_length_and_is_not_shown() {
        for bytes in [0, 32, 63, 65] {
            assert_eq!(DataKey::try_from(&vec![7; bytes][..]).unwrap_err(), SealingError::NoKey(bytes));
        }
        assert_eq!(format!("{:?}", key(7)), "DataKey(…)");
    }

    #[test]
    fn what_is_no_sealed_address_is_refused() {
        for text in ["A", "AAAA", "A".repeat(1024).as_str(), "AAAAAAAAAAAAAAAAAAAAAA", "AB"] {
            let sealed = text.parse().unwrap();
            assert_eq!(key(7).open(&context(1, 2), &sealed), Err(SealingError::NotItsOwn), "{text}");
        }
    }

    proptest! {
        #[test]
        fn only_its_key_opens_it_and_only_in_its_place(
            mailbox in "[a-z0-9]{1,64}",
            customer: u128, cart: u128, other in 1_u128.., changed: prop::sample::Index,
        ) {
            let email: EmailAddress = format!("{mailbox}@shop.example").parse().unwrap();
            let here = context(customer, cart);
            let sealed = key(7).seal(&here, &email).unwrap();
            prop_assert_eq!(key(7).seal(&here, &email).unwrap(), sealed.clone());
            prop_assert!(!sealed.as_str().contains(&mailbox) || mailbox.len() < 8);
            prop_assert_eq!(key(7).open(&here, &sealed), Ok(email.clone()));

            prop_assert_eq!(key(8).open(&here, &sealed), Err(SealingError::NotItsOwn));
            for elsewhere in [context(customer ^ other, cart), context(customer, cart ^ other)] {
                prop_assert_eq!(key(7).open(&elsewhere, &sealed), Err(SealingError::NotItsOwn));
                prop_assert_ne!(key(7).seal(&elsewhere, &email).unwrap(), sealed.clone());
            }
            let elsewhere = SealContext { field: "customer.name", ..here.clone() };
            prop_assert_eq!(key(7).open(&elsewhere, &sealed), Err(SealingError::NotItsOwn));

            let mut bytes = URL_SAFE_NO_PAD.decode(sealed.as_str()).unwrap();
            let at = changed.index(bytes.len());
            bytes[at] ^= 1;
            let tampered = URL_SAFE_NO_PAD.encode(bytes).parse().unwrap();
            prop_assert_eq!(key(7).open(&here, &tampered), Err(SealingError::NotItsOwn));
        }
    }
}
