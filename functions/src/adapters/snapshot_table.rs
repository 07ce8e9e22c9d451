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

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use domain::cart::{Cart, CartEvent, CartId};
    use domain::kernel::{Cause, CommandId, Commit, REMEMBERED_COMMANDS};
    use jiff::Timestamp;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn what_a_snapshot_has_forgotten_is_stored_as_binary_and_read_back() {
        let id = CartId::from(Uuid::from_u128(7));
        let commit = |number: u64| {
            let cause = Cause::client(CommandId::from(Uuid::from_u128(number.into())));
            Commit::<Cart>::new(id, number.into(), Timestamp::UNIX_EPOCH, cause, vec![CartEvent::CartClosed]).unwrap()
        };
        let commits: Vec<_> = (0..REMEMBERED_COMMANDS as u64 + 1).map(commit).collect();
        let snapshot = Snapshot::of(&id, &Rehydrated::from_commits(&commits).unwrap()).unwrap();
        let item: serde_dynamo::Item = serde_dynamo::to_item(&snapshot).unwrap();
        let item: HashMap<String, AttributeValue> = item.into();
        let forgotten = item["forgotten"].as_m().unwrap();
        let [layer] = &forgotten["layers"].as_l().unwrap()[..] else { panic!("one layer is enough: {forgotten:?}") };
        assert_eq!(layer.as_b().unwrap().as_ref().len(), 2_048);
        assert_eq!(serde_dynamo::from_item::<_, Snapshot>(item).unwrap(), snapshot);
    }
}
