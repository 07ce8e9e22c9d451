//! Snapshots in a DynamoDB table.

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::error::SdkError;
use aws_sdk_dynamodb::types::AttributeValue;
use contract::{Access, Address, Allows, GetItem, PutItem, Table};
use domain::kernel::{Rehydrated, Snapshot, SnapshotStore, Snapshots, SnapshotsUnavailable};

use super::{Connection, unavailable};

/// One item per aggregate: its newest snapshot.
#[derive(Debug, Clone)]
pub struct DynamoDbSnapshots {
    client: Client,
    table: String,
}

impl DynamoDbSnapshots {
    /// The table at an address that allows to read and write.
    pub fn new<A, G, P>(connection: &Connection, table: &Address<Table<Snapshot>, A>) -> Self
    where
        A: Access<Table<Snapshot>> + Allows<GetItem, G> + Allows<PutItem, P>,
    {
        Self { client: Client::new(connection.config()), table: table.as_str().to_owned() }
    }
}

impl<A: Snapshots> SnapshotStore<A> for DynamoDbSnapshots {
    async fn newest(&self, id: &A::Id) -> Result<Option<Rehydrated<A>>, SnapshotsUnavailable> {
        // Without consistent reads, at half the price: an older snapshot is a shorter shortcut and no other history.
        let get = self.client.get_item().table_name(&self.table).key("aggregate_id", AttributeValue::S(id.to_string()));
        let found = get.send().await.map_err(|error| SnapshotsUnavailable(unavailable(error).0))?;
        let snapshot = found.item.and_then(|item| serde_dynamo::from_item::<_, Snapshot>(item).ok());
        Ok(snapshot.as_ref().and_then(Snapshot::restore))
    }

    fn is_due(&self, aggregate: &Rehydrated<A>) -> bool {
        aggregate.events_since_snapshot() >= A::EVERY
    }

    async fn keep(&self, id: &A::Id, aggregate: &Rehydrated<A>) -> Result<(), SnapshotsUnavailable> {
        let Some(snapshot) = Snapshot::of(id, aggregate) else { return Ok(()) };
        let item: serde_dynamo::Item =
            serde_dynamo::to_item(&snapshot).map_err(|error| SnapshotsUnavailable(error.to_string()))?;
        let put = self
            .client
            .put_item()
            .table_name(&self.table)
            .set_item(Some(item.into()))
            .condition_expression("attribute_not_exists(aggregate_id) OR #schema <> :schema OR #version < :version")
            .expression_attribute_names("#schema", "schema")
            .expression_attribute_names("#version", "version")
            .expression_attribute_values(":schema", AttributeValue::N(snapshot.schema.to_string()))
            .expression_attribute_values(":version", AttributeValue::N(snapshot.version.to_string()));
        match put.send().await {
            Ok(_) => Ok(()),
            // A later one is there.
            Err(SdkError::ServiceError(error)) if error.err().is_conditional_check_failed_exception() => Ok(()),
            Err(error) => Err(SnapshotsUnavailable(unavailable(error).0)),
        }
    }
}
