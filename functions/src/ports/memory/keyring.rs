//! The keys of customers in memory.

use std::collections::BTreeMap;
use std::sync::Mutex;

use domain::customer::{CustomerId, EmailAddress, Sealed};
use uuid::Uuid;

use super::lock;
use crate::ports::{Erasure, KeyringError, Seal, Shred, Standing, Unavailable, Unseal};
use crate::sealing::{DataKey, SealContext, SealingError};

/// A keyring without secrets: keys are made from the ids of customers.
#[derive(Debug, Default)]
pub struct MemoryKeyring(Mutex<BTreeMap<CustomerId, Option<Erasure>>>);

impl Seal for MemoryKeyring {
    async fn seal(&self, context: &SealContext, email: &EmailAddress) -> Result<Sealed, KeyringError> {
        match lock(&self.0).entry(context.customer).or_default() {
            Some(erasure) => Err(KeyringError::Erased(erasure.clone())),
            None => Ok(key(context.customer)?.seal(context, email)?),
        }
    }
}

impl Unseal for MemoryKeyring {
    async fn unseal(&self, context: &SealContext, sealed: &Sealed) -> Result<EmailAddress, KeyringError> {
        match self.standing(context.customer).await? {
            Standing::Unknown => Err(KeyringError::NoKey(context.customer)),
            Standing::Erased(erasure) => Err(KeyringError::Erased(erasure)),
            Standing::Known => Ok(key(context.customer)?.open(context, sealed)?),
        }
    }
}

impl Shred for MemoryKeyring {
    async fn standing(&self, customer: CustomerId) -> Result<Standing, Unavailable> {
        Ok(match lock(&self.0).get(&customer) {
            None => Standing::Unknown,
            Some(None) => Standing::Known,
            Some(Some(erasure)) => Standing::Erased(erasure.clone()),
        })
    }

    async fn shred(&self, erasure: &Erasure) -> Result<Standing, Unavailable> {
        let before = self.standing(erasure.customer_id).await?;
        if !matches!(before, Standing::Erased(_)) {
            lock(&self.0).insert(erasure.customer_id, Some(erasure.clone()));
        }
        Ok(before)
    }
}

fn key(customer: CustomerId) -> Result<DataKey, SealingError> {
    DataKey::try_from(&Uuid::from(customer).into_bytes().repeat(4)[..])
}
