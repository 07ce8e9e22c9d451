//! The history of events over an event table.

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::operation::query::builders::QueryFluentBuilder;
use aws_sdk_dynamodb::types::AttributeValue;
use contract::{Access, Address, Allows, EventTable, Query};
use domain::kernel::Version;

use super::{Connection, unavailable};
use crate::commit_item::CommitItem;
use crate::envelope::{Envelope, into_envelopes, is_subject};
use crate::ports::{EventHistory, Unavailable};

/// Reads the commits of a DynamoDB table as the events that they hold.
#[derive(Debug, Clone)]
pub struct DynamoDbHistory {
    client: Client,
    table: String,
}

impl DynamoDbHistory {
    /// The table at an address that allows to read.
    pub fn new<A, Q>(connection: &Connection, table: &Address<EventTable<CommitItem>, A>) -> Self
    where
        A: Access<EventTable<CommitItem>> + Allows<Query, Q>,
    {
        Self { client: Client::new(connection.config()), table: table.as_str().to_owned() }
    }

    fn query(&self, aggregate_id: &str, condition: &str, version: Version) -> QueryFluentBuilder {
        self.client
            .query()
            .table_name(&self.table)
            .consistent_read(true)
            .key_condition_expression(format!("aggregate_id = :id AND version {condition} :version"))
            .expression_attribute_values(":id", AttributeValue::S(aggregate_id.to_owned()))
            .expression_attribute_values(":version", AttributeValue::N(version.to_string()))
    }

    /// The first version of the commit that holds `version`, if there is one.
    async fn commit_with(&self, aggregate_id: &str, version: Version) -> Result<Option<Version>, Unavailable> {
        let newest_first = self.query(aggregate_id, "<=", version).scan_index_forward(false).limit(1);
        let found = newest_first.send().await.map_err(unavailable)?;
        let commit = found.items().first().and_then(|item| item.get("version")).and_then(|value| value.as_n().ok());
        Ok(commit.and_then(|digits| digits.parse::<u64>().ok()).map(Version::from))
    }
}

impl EventHistory for DynamoDbHistory {
    async fn events(&self, aggregate_id: &str, from: Version) -> Result<Vec<Envelope>, Unavailable> {
        // DynamoDB refuses to look for some keys; nothing was ever published under those.
        if !is_subject(aggregate_id) {
            return Ok(Vec::new());
        }
        let first = self.commit_with(aggregate_id, from).await?.unwrap_or(from);
        let mut items = self.query(aggregate_id, ">=", first).into_paginator().items().send();
        let mut events = Vec::new();
        while let Some(item) = items.next().await {
            let commit = serde_dynamo::from_item(item.map_err(unavailable)?).map_err(|error| error.to_string());
            let of_commit = commit.and_then(|commit| into_envelopes(commit).map_err(|error| error.to_string()));
            match of_commit {
                Ok(of_commit) => events.extend(of_commit.into_iter().filter(|event| event.aggregate_version >= from)),
                Err(reason) => {
                    tracing::error!(aggregate_id, reason, "a stored commit is malformed: what follows is left out");
                    break;
                }
            }
        }
        Ok(events)
    }
}
