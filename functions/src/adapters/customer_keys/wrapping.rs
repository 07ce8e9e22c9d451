//! The KMS key that wraps the keys of customers.

use aws_sdk_kms::Client;
use aws_sdk_kms::primitives::Blob;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::customer::CustomerId;
use zeroize::Zeroizing;

use super::super::{Connection, unavailable};
use crate::customer_key::{CustomerKey, encryption_context};
use crate::ports::{KeyringError, Unavailable};
use crate::sealing::DataKey;

#[derive(Debug, Clone)]
pub(super) struct Wrapping {
    client: Client,
    key: String,
}

impl Wrapping {
    pub(super) fn new(connection: &Connection, key: &str) -> Self {
        Self { client: Client::new(connection.config()), key: key.to_owned() }
    }

    /// A new key for a customer, and the same wrapped.
    pub(super) async fn make(&self, customer: CustomerId) -> Result<(DataKey, String), KeyringError> {
        let (name, value) = encryption_context(customer);
        let generate = self.client.generate_data_key().key_id(&self.key).encryption_context(name, value);
        let made = generate.number_of_bytes(DataKey::BYTES as i32).send().await.map_err(unavailable)?;
        let (Some(key), Some(wrapped)) = (made.plaintext, made.ciphertext_blob) else {
            return Err(Unavailable("KMS made no key".to_owned()).into());
        };
        Ok((plain(key)?, STANDARD.encode(wrapped)))
    }

    /// A key as it was before it was wrapped.
    pub(super) async fn unwrap(&self, key: CustomerKey) -> Result<DataKey, KeyringError> {
        let (customer, wrapped) = match key {
            CustomerKey::Erased(erasure) => return Err(KeyringError::Erased(erasure)),
            CustomerKey::Kept { customer_id, wrapped_key, .. } => (customer_id, wrapped_key),
        };
        let wrapped = STANDARD.decode(wrapped);
        let wrapped = wrapped.map_err(|error| Unavailable(format!("the key of customer {customer}: {error}")))?;
        let (name, value) = encryption_context(customer);
        let decrypt = self.client.decrypt().key_id(&self.key).encryption_context(name, value);
        let unwrapped = decrypt.ciphertext_blob(Blob::new(wrapped)).send().await.map_err(unavailable)?;
        plain(unwrapped.plaintext.ok_or_else(|| Unavailable("KMS unwrapped nothing".to_owned()))?)
    }
}

fn plain(key: Blob) -> Result<DataKey, KeyringError> {
    let key = Zeroizing::new(key.into_inner());
    Ok(DataKey::try_from(key.as_slice())?)
}
