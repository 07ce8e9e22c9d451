//! Gates over a DynamoDB table, one item an aggregate.

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::AttributeValue;
use contract::{Access, Address, Allows, GetItem, PutItem, Table};
use domain::kernel::Version;

use super::{Connection, unavailable};
use crate::ports::{GATE_KEY, Gate, GateError, Gates, Unavailable};

/// Gates in a DynamoDB table.
#[derive(Debug, Clone)]
pub struct GateTable {
    client: Client,
    table: String,
}

impl GateTable {
    /// The table at an address that allows to read and move gates.
    pub fn new<A, G, P>(connection: &Connection, table: &Address<Table<Gate>, A>) -> Self
    where
        A: Access<Table<Gate>> + Allows<GetItem, G> + Allows<PutItem, P>,
    {
        Self { client: Client::new(connection.config()), table: table.as_str().to_owned() }
    }
}

impl Gates for GateTable {
    async fn seen(&self, aggregate_id: &str) -> Result<Version, Unavailable> {
        // An empty key is none that DynamoDB would take.
        if aggregate_id.is_empty() {
            return Ok(Version::NONE);
        }
        let get = self.client.get_item().table_name(&self.table).consistent_read(true);
        let get = get.key(GATE_KEY, AttributeValue::S(aggregate_id.to_owned()));
        let Some(item) = get.send().await.map_err(unavailable)?.item else { return Ok(Version::NONE) };
        let gate: Gate = serde_dynamo::from_item(item)
            .map_err(|error| Unavailable(format!("the gate of {aggregate_id} is malformed: {error}")))?;
        Ok(gate.version)
    }

    async fn advance(&self, aggregate_id: &str, from: Version, to: Version) -> Result<(), GateError> {
        let gate = Gate { aggregate_id: aggregate_id.to_owned(), version: to };
        let item: serde_dynamo::Item = serde_dynamo::to_item(gate).map_err(|error| Unavailable(error.to_string()))?;
        let put = self.client.put_item().table_name(&self.table).set_item(Some(item.into()));
        let put = if from == Version::NONE {
            put.condition_expression(format!("attribute_not_exists({GATE_KEY})"))
        } else {
            let from = AttributeValue::N(from.to_string());
            put.condition_expression("version = :from").expression_attribute_values(":from", from)
        };
        match put.send().await {
            Ok(_) => Ok(()),
            Err(error) if error.as_service_error().is_some_and(|e| e.is_conditional_check_failed_exception()) => {
                Err(GateError::Conflict)
            }
            Err(error) => Err(unavailable(error).into()),
        }
    }
}
