//! The commits of an event table, page by page.

use std::collections::HashMap;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::AttributeValue;
use contract::{Access, Address, Allows, EventTable, Query, Scan};
use domain::kernel::Version;

use super::{Connection, DynamoDbHistory, unavailable};
use crate::commit_item::CommitItem;
use crate::envelope::Envelope;
use crate::ports::{EventHistory, EventScan, MalformedCommit, ScanPage, ScanPosition, Unavailable};

/// Reads a DynamoDB table as a whole, and the history of single aggregates.
#[derive(Debug, Clone)]
pub struct DynamoDbScan {
    client: Client,
    table: String,
    history: DynamoDbHistory,
}

impl DynamoDbScan {
    /// The table at an address that allows to read everything.
    pub fn new<A, S, Q>(connection: &Connection, table: &Address<EventTable<CommitItem>, A>) -> Self
    where
        A: Access<EventTable<CommitItem>> + Allows<Scan, S> + Allows<Query, Q>,
    {
        let (client, history) = (Client::new(connection.config()), DynamoDbHistory::new(connection, table));
        Self { client, table: table.as_str().to_owned(), history }
    }
}

impl EventScan for DynamoDbScan {
    async fn commits(&self, after: Option<&ScanPosition>) -> Result<ScanPage, Unavailable> {
        let scan = self.client.scan().table_name(&self.table).consistent_read(true);
        let page = scan.set_exclusive_start_key(after.map(key)).send().await.map_err(unavailable)?;
        let next = page.last_evaluated_key.as_ref().map(position).transpose()?;
        let mut commits = Vec::new();
        for item in page.items.unwrap_or_default() {
            let position = position(&item)?;
            let commit = serde_dynamo::from_item(item);
            commits.push(commit.map_err(|error| MalformedCommit { position, reason: error.to_string() }));
        }
        Ok(ScanPage { commits, next })
    }
}

impl EventHistory for DynamoDbScan {
    async fn events(&self, aggregate_id: &str, from: Version) -> Result<Vec<Envelope>, Unavailable> {
        self.history.events(aggregate_id, from).await
    }
}

fn key(position: &ScanPosition) -> HashMap<String, AttributeValue> {
    HashMap::from([
        ("aggregate_id".to_owned(), AttributeValue::S(position.aggregate_id.clone())),
        ("version".to_owned(), AttributeValue::N(position.version.to_string())),
    ])
}

fn position(item: &HashMap<String, AttributeValue>) -> Result<ScanPosition, Unavailable> {
    let read = || {
        let aggregate_id = item.get("aggregate_id")?.as_s().ok()?.clone();
        let version = item.get("version")?.as_n().ok()?.parse().ok()?;
        Some(ScanPosition { aggregate_id, version })
    };
    read().ok_or_else(|| Unavailable("the table gave an item without its key".to_owned()))
}
