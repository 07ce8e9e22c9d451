//! The table of keys: one item per customer.

use std::collections::HashMap;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::error::SdkError;
use aws_sdk_dynamodb::operation::put_item::PutItemError;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue};
use domain::customer::CustomerId;

use super::super::{Connection, unavailable};
use crate::customer_key::{CUSTOMER_ID, CustomerKey};
use crate::ports::{Erasure, Put, Standing, Unavailable};

#[derive(Debug, Clone)]
pub(super) struct KeyTable {
    client: Client,
    table: String,
}

impl KeyTable {
    pub(super) fn new(connection: &Connection, table: &str) -> Self {
        Self { client: Client::new(connection.config()), table: table.to_owned() }
    }

    /// What there is for a customer.
    pub(super) async fn find(&self, customer: CustomerId) -> Result<Option<CustomerKey>, Unavailable> {
        let get = self.client.get_item().table_name(&self.table).consistent_read(true);
        let found = get.key(CUSTOMER_ID, AttributeValue::S(customer.to_string())).send().await.map_err(unavailable)?;
        found.item.map(read).transpose()
    }

    /// Writes a key, unless there is one or the record of an erasure.
    pub(super) async fn put_new(&self, key: &CustomerKey) -> Result<Put, Unavailable> {
        let put = self.client.put_item().table_name(&self.table).set_item(Some(written(key)?));
        match put.condition_expression(format!("attribute_not_exists({CUSTOMER_ID})")).send().await {
            Ok(_) => Ok(Put::Written),
            Err(error) if failed_condition(&error) => Ok(Put::Present),
            Err(error) => Err(unavailable(error)),
        }
    }

    /// Writes the record of an erasure over whatever there is but an earlier one.
    pub(super) async fn replace(&self, erasure: &Erasure) -> Result<Standing, Unavailable> {
        let item = written(&CustomerKey::Erased(erasure.clone()))?;
        let put = self.client.put_item().table_name(&self.table).set_item(Some(item));
        let put = put.condition_expression("attribute_not_exists(erased_at)").return_values(ReturnValue::AllOld);
        match put.send().await {
            Ok(replaced) => {
                let before = replaced.attributes.filter(|old| !old.is_empty()).map(read).transpose()?;
                Ok(before.map_or(Standing::Unknown, Standing::from))
            }
            Err(error) if failed_condition(&error) => {
                let earlier = self.find(erasure.customer_id).await?;
                earlier.map(Standing::from).ok_or_else(|| Unavailable("the record of an erasure vanished".to_owned()))
            }
            Err(error) => Err(unavailable(error)),
        }
    }
}

fn read(item: HashMap<String, AttributeValue>) -> Result<CustomerKey, Unavailable> {
    serde_dynamo::from_item(item).map_err(|error| Unavailable(format!("the item of a key is malformed: {error}")))
}

fn written(key: &CustomerKey) -> Result<HashMap<String, AttributeValue>, Unavailable> {
    let item: serde_dynamo::Item = serde_dynamo::to_item(key).map_err(|error| Unavailable(error.to_string()))?;
    Ok(item.into())
}

fn failed_condition(error: &SdkError<PutItemError>) -> bool {
    error.as_service_error().is_some_and(PutItemError::is_conditional_check_failed_exception)
}
