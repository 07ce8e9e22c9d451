//! The keys of customers in a DynamoDB table, each wrapped by a KMS key.
//!
//! The table is read consistently each time, and no key outlives the call that it was unwrapped for: what was sealed cannot
//! be opened any more from the moment that an erasure is written. There is one type for each thing that can be done with
//! keys, so that each function is allowed what it needs.

mod table;
mod wrapping;

use contract::{Access, Address, Allows, Decrypt, GenerateDataKey, GetItem, Key, PutItem, Table};
use domain::customer::{CustomerId, EmailAddress, Sealed};
use jiff::Timestamp;

use self::table::KeyTable;
use self::wrapping::Wrapping;
use super::Connection;
use crate::customer_key::CustomerKey;
use crate::ports::{Erasure, KeyringError, Put, Seal, Shred, Standing, Unavailable, Unseal};
use crate::sealing::{DataKey, SealContext};

/// Seals, and makes keys for customers who have none.
#[derive(Debug, Clone)]
pub struct SealingKeys {
    table: KeyTable,
    wrapping: Wrapping,
}

impl SealingKeys {
    /// The keys in the table at an address that allows to read and add, wrapped by a key that allows to make and unwrap them.
    pub fn new<T, G, P, K, N, D>(
        connection: &Connection,
        table: &Address<Table<CustomerKey>, T>,
        wrapping: &Address<Key<CustomerKey>, K>,
    ) -> Self
    where
        T: Access<Table<CustomerKey>> + Allows<GetItem, G> + Allows<PutItem, P>,
        K: Access<Key<CustomerKey>> + Allows<GenerateDataKey, N> + Allows<Decrypt, D>,
    {
        let table = KeyTable::new(connection, table.as_str());
        Self { table, wrapping: Wrapping::new(connection, wrapping.as_str()) }
    }

    /// The customer's key. Of two functions that make one at the same time, one has its key stored and the other uses that.
    async fn key(&self, customer: CustomerId) -> Result<DataKey, KeyringError> {
        if let Some(found) = self.table.find(customer).await? {
            return self.wrapping.unwrap(found).await;
        }
        let (key, wrapped_key) = self.wrapping.make(customer).await?;
        let kept = CustomerKey::Kept { customer_id: customer, wrapped_key, made_at: Timestamp::now() };
        match self.table.put_new(&kept).await? {
            Put::Written => Ok(key),
            Put::Present => {
                let found = self.table.find(customer).await?;
                self.wrapping.unwrap(found.ok_or(KeyringError::NoKey(customer))?).await
            }
        }
    }
}

impl Seal for SealingKeys {
    async fn seal(&self, context: &SealContext, email: &EmailAddress) -> Result<Sealed, KeyringError> {
        Ok(self.key(context.customer).await?.seal(context, email)?)
    }
}

/// Opens what was sealed.
#[derive(Debug, Clone)]
pub struct UnsealingKeys {
    table: KeyTable,
    wrapping: Wrapping,
}

impl UnsealingKeys {
    /// The keys in the table at an address that allows to read, wrapped by a key that allows to unwrap them.
    pub fn new<T, G, K, D>(
        connection: &Connection,
        table: &Address<Table<CustomerKey>, T>,
        wrapping: &Address<Key<CustomerKey>, K>,
    ) -> Self
    where
        T: Access<Table<CustomerKey>> + Allows<GetItem, G>,
        K: Access<Key<CustomerKey>> + Allows<Decrypt, D>,
    {
        let table = KeyTable::new(connection, table.as_str());
        Self { table, wrapping: Wrapping::new(connection, wrapping.as_str()) }
    }
}

impl Unseal for UnsealingKeys {
    async fn unseal(&self, context: &SealContext, sealed: &Sealed) -> Result<EmailAddress, KeyringError> {
        let found = self.table.find(context.customer).await?.ok_or(KeyringError::NoKey(context.customer))?;
        Ok(self.wrapping.unwrap(found).await?.open(context, sealed)?)
    }
}

/// Destroys keys, and cannot read them.
#[derive(Debug, Clone)]
pub struct ShreddableKeys {
    table: KeyTable,
}

impl ShreddableKeys {
    /// The keys in the table at an address that allows to read and write.
    pub fn new<T, G, P>(connection: &Connection, table: &Address<Table<CustomerKey>, T>) -> Self
    where
        T: Access<Table<CustomerKey>> + Allows<GetItem, G> + Allows<PutItem, P>,
    {
        Self { table: KeyTable::new(connection, table.as_str()) }
    }
}

impl Shred for ShreddableKeys {
    async fn standing(&self, customer: CustomerId) -> Result<Standing, Unavailable> {
        Ok(self.table.find(customer).await?.map_or(Standing::Unknown, Standing::from))
    }

    async fn shred(&self, erasure: &Erasure) -> Result<Standing, Unavailable> {
        self.table.replace(erasure).await
    }
}
