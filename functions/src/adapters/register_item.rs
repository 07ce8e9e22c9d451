//! The register of a projection's generations as one item of the projection's own table.

use std::collections::HashMap;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::error::SdkError;
use aws_sdk_dynamodb::types::AttributeValue;
use contract::{Access, Address, Allows, GetItem, PutItem, Table};

use super::{Connection, unavailable};
use crate::event_handler::Register;
use crate::ports::{RegisterReader, RegisterStore, ReplaceError, Unavailable};

/// The partition key of the register. The keys of generations go on with a `/`.
const PARTITION: &str = "generations";

/// The sort key of the register.
const SORT: &str = "register";

/// Reads the register in a DynamoDB table.
#[derive(Debug, Clone)]
pub struct RegisterView {
    client: Client,
    table: String,
    partition_key: &'static str,
    sort_key: &'static str,
}

impl RegisterView {
    /// The register in the table at an address that allows to read, with the names of the table's keys.
    pub fn new<T, A, G>(
        connection: &Connection,
        table: &Address<Table<T>, A>,
        (partition_key, sort_key): (&'static str, &'static str),
    ) -> Self
    where
        T: 'static,
        A: Access<Table<T>> + Allows<GetItem, G>,
    {
        let (client, table) = (Client::new(connection.config()), table.as_str().to_owned());
        Self { client, table, partition_key, sort_key }
    }

    fn key(&self) -> HashMap<String, AttributeValue> {
        let text = |text: &str| AttributeValue::S(text.to_owned());
        [(self.partition_key, text(PARTITION)), (self.sort_key, text(SORT))]
            .map(|(name, key)| (name.to_owned(), key))
            .into()
    }
}

impl RegisterReader for RegisterView {
    async fn read(&self) -> Result<Register, Unavailable> {
        let get = self.client.get_item().table_name(&self.table).consistent_read(true).set_key(Some(self.key()));
        let Some(item) = get.send().await.map_err(unavailable)?.item else { return Ok(Register::default()) };
        serde_dynamo::from_item(item)
            .map_err(|error| Unavailable(format!("the register of generations is malformed: {error}")))
    }
}

/// Reads and replaces the register in a DynamoDB table.
#[derive(Debug, Clone)]
pub struct RegisterItem(RegisterView);

impl RegisterItem {
    /// The register in the table at an address that allows to read and write, with the names of the table's keys.
    pub fn new<T, A, G, P>(
        connection: &Connection,
        table: &Address<Table<T>, A>,
        keys: (&'static str, &'static str),
    ) -> Self
    where
        T: 'static,
        A: Access<Table<T>> + Allows<GetItem, G> + Allows<PutItem, P>,
    {
        Self(RegisterView::new(connection, table, keys))
    }
}

impl RegisterReader for RegisterItem {
    async fn read(&self) -> Result<Register, Unavailable> {
        self.0.read().await
    }
}

impl RegisterStore for RegisterItem {
    async fn replace(&self, register: &Register) -> Result<(), ReplaceError> {
        let RegisterView { client, table, partition_key, .. } = &self.0;
        let item: Result<serde_dynamo::Item, _> = serde_dynamo::to_item(register);
        let item = item.map_err(|error| ReplaceError::Unavailable(Unavailable(error.to_string())))?;
        let mut item: HashMap<String, AttributeValue> = item.into();
        item.extend(self.0.key());
        let before = register.revision().saturating_sub(1);
        let mut put = client.put_item().table_name(table).set_item(Some(item));
        put = if before == 0 {
            put.condition_expression(format!("attribute_not_exists({partition_key})"))
        } else {
            put.condition_expression("revision = :before")
                .expression_attribute_values(":before", AttributeValue::N(before.to_string()))
        };
        match put.send().await {
            Ok(_) => Ok(()),
            Err(SdkError::ServiceError(error)) if error.err().is_conditional_check_failed_exception() => {
                Err(ReplaceError::Conflict)
            }
            Err(error) => Err(ReplaceError::Unavailable(unavailable(error))),
        }
    }
}
