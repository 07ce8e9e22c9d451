//! The keys of customers in a table. They are not wrapped, because there is nobody here who could read them.

use domain::customer::{CustomerId, EmailAddress, Sealed};
use functions::customer_key::{CUSTOMER_ID, CustomerKey};
use functions::ports::{Erasure, KeyringError, Seal, Shred, Standing, Unavailable, Unseal};
use functions::sealing::{DataKey, SealContext};
use serde::Deserialize;
use serde_json::{Value, json};
use simulation::{Consistency, Sandbox, TableClient, Write, WriteError};

use super::unavailable;

pub(crate) struct Keys {
    pub(crate) sandbox: Sandbox,
    pub(crate) table: TableClient,
    /// The key that would wrap those of customers.
    pub(crate) wrapping: String,
}

impl Keys {
    async fn find(&self, customer: CustomerId) -> Result<Option<CustomerKey>, Unavailable> {
        let key = json!({ CUSTOMER_ID: customer });
        let found = self.table.get(key, Consistency::Strong).await.map_err(unavailable)?;
        found.map(|item| CustomerKey::deserialize(&*item).map_err(unavailable)).transpose()
    }

    async fn wrapping(&self, action: &'static str) -> Result<(), Unavailable> {
        let wrapping = self.wrapping.split('.').next().unwrap_or_default();
        self.sandbox.request(action, wrapping, |_| ()).await.map_err(unavailable)
    }

    async fn unwrap(&self, found: CustomerKey) -> Result<DataKey, KeyringError> {
        match found {
            CustomerKey::Erased(erasure) => Err(KeyringError::Erased(erasure)),
            CustomerKey::Kept { wrapped_key, .. } => {
                self.wrapping("kms:Decrypt").await?;
                Ok(DataKey::try_from(wrapped_key.as_bytes())?)
            }
        }
    }

    async fn key(&self, customer: CustomerId) -> Result<DataKey, KeyringError> {
        if let Some(found) = self.find(customer).await? {
            return self.unwrap(found).await;
        }
        self.wrapping("kms:GenerateDataKey").await?;
        let world = self.sandbox.world();
        // As many hexadecimal digits as a key has bytes.
        let wrapped_key = (0..4).map(|_| format!("{:016x}", world.random(0..u64::MAX))).collect::<String>();
        let kept = CustomerKey::Kept { customer_id: customer, wrapped_key, made_at: self.sandbox.now() };
        let put = Write::put(serde_json::to_value(&kept).map_err(unavailable)?).when(|item| item.is_none());
        match self.table.write(vec![put]).await {
            Ok(()) => self.unwrap(kept).await,
            Err(WriteError::ConditionFailed) => {
                let found = self.find(customer).await?;
                self.unwrap(found.ok_or(KeyringError::NoKey(customer))?).await
            }
            Err(error) => Err(unavailable(error).into()),
        }
    }
}

impl Seal for Keys {
    async fn seal(&self, context: &SealContext, email: &EmailAddress) -> Result<Sealed, KeyringError> {
        Ok(self.key(context.customer).await?.seal(context, email)?)
    }
}

impl Unseal for Keys {
    async fn unseal(&self, context: &SealContext, sealed: &Sealed) -> Result<EmailAddress, KeyringError> {
        let found = self.find(context.customer).await?.ok_or(KeyringError::NoKey(context.customer))?;
        Ok(self.unwrap(found).await?.open(context, sealed)?)
    }
}

impl Shred for Keys {
    async fn standing(&self, customer: CustomerId) -> Result<Standing, Unavailable> {
        Ok(self.find(customer).await?.map_or(Standing::Unknown, Standing::from))
    }

    async fn shred(&self, erasure: &Erasure) -> Result<Standing, Unavailable> {
        let before = self.standing(erasure.customer_id).await?;
        let item = serde_json::to_value(CustomerKey::Erased(erasure.clone())).map_err(unavailable)?;
        let is_none = |item: Option<&Value>| item.is_none_or(|item| item["erased_at"].is_null());
        match self.table.write(vec![Write::put(item).when(is_none)]).await {
            Ok(()) => Ok(before),
            Err(WriteError::ConditionFailed) => self.standing(erasure.customer_id).await,
            Err(error) => Err(unavailable(error)),
        }
    }
}
