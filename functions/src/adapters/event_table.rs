//! The event store over a DynamoDB table.

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::error::SdkError;
use aws_sdk_dynamodb::operation::put_item::PutItemError;
use aws_sdk_dynamodb::types::AttributeValue;
use contract::{Access, Address, Allows, EventTable, PutItem, Query};
use domain::kernel::{Aggregate, AppendError, Commit, EventStore, LoadError, Version};

use super::{Connection, unavailable};
use crate::commit_item::CommitItem;

/// The largest item that DynamoDB takes, in bytes.
///
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html>
const MAX_ITEM_BYTES: usize = 400 * 1024;

/// Commits in a DynamoDB table, one item each.
#[derive(Debug, Clone)]
pub struct DynamoDbEventStore {
    client: Client,
    table: String,
}

impl DynamoDbEventStore {
    /// A store in the table at an address that allows to read and append.
    pub fn new<A, Q, P>(connection: &Connection, table: &Address<EventTable<CommitItem>, A>) -> Self
    where
        A: Access<EventTable<CommitItem>> + Allows<Query, Q> + Allows<PutItem, P>,
    {
        Self { client: Client::new(connection.config()), table: table.as_str().to_owned() }
    }
}

impl<A: Aggregate> EventStore<A> for DynamoDbEventStore {
    async fn load(&self, id: &A::Id, from: Version) -> Result<Vec<Commit<A>>, LoadError> {
        let pages = self
            .client
            .query()
            .table_name(&self.table)
            .consistent_read(true)
            .key_condition_expression("aggregate_id = :id AND version >= :from")
            .expression_attribute_values(":id", AttributeValue::S(id.to_string()))
            .expression_attribute_values(":from", AttributeValue::N(from.to_string()));
        // Every page: a Query returns at most 1 MB at a time.
        let mut items = pages.into_paginator().items().send();
        let mut commits = Vec::new();
        while let Some(item) = items.next().await {
            let item = item.map_err(|error| LoadError::Unavailable(unavailable(error).0))?;
            let item: CommitItem = serde_dynamo::from_item(item)
                .map_err(|error| LoadError::Malformed { aggregate_id: id.to_string(), reason: error.to_string() })?;
            commits.push(item.into_commit()?);
        }
        Ok(commits)
    }

    async fn append(&self, commit: &Commit<A>) -> Result<(), AppendError> {
        let item: serde_dynamo::Item = serde_dynamo::to_item(CommitItem::from(commit))
            .map_err(|error| AppendError::Unavailable(error.to_string()))?;
        let item: std::collections::HashMap<String, AttributeValue> = item.into();
        let bytes = item.iter().map(|(name, value)| name.len() + size(value)).sum();
        if bytes > MAX_ITEM_BYTES {
            return Err(AppendError::TooLarge { bytes, limit: MAX_ITEM_BYTES });
        }
        let put = self
            .client
            .put_item()
            .table_name(&self.table)
            .set_item(Some(item))
            .condition_expression("attribute_not_exists(aggregate_id)");
        match put.send().await {
            Ok(_) => Ok(()),
            Err(SdkError::ServiceError(error)) if is_conflict(error.err()) => {
                Err(AppendError::Conflict { expected: commit.follows() })
            }
            Err(error) => Err(AppendError::Unavailable(unavailable(error).0)),
        }
    }
}

fn is_conflict(error: &PutItemError) -> bool {
    error.is_conditional_check_failed_exception() || error.is_transaction_conflict_exception()
}

/// The size of a value as DynamoDB counts it, rounded up where it depends on the encoding.
///
/// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html>
fn size(value: &AttributeValue) -> usize {
    match value {
        AttributeValue::S(text) => text.len(),
        AttributeValue::N(digits) => digits.len() + 1,
        AttributeValue::L(values) => 3 + values.iter().map(|value| 1 + size(value)).sum::<usize>(),
        AttributeValue::M(values) => 3 + values.iter().map(|(name, value)| 1 + name.len() + size(value)).sum::<usize>(),
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use aws_sdk_dynamodb::types::error::{
        ConditionalCheckFailedException, ProvisionedThroughputExceededException, TransactionConflictException,
    };

    use super::*;

    #[test]
    fn contention_is_a_conflict_and_nothing_else_is() {
        let failed = ConditionalCheckFailedException::builder().build();
        assert!(is_conflict(&PutItemError::ConditionalCheckFailedException(failed)));
        let contended = TransactionConflictException::builder().build();
        assert!(is_conflict(&PutItemError::TransactionConflictException(contended)));
        let throttled = ProvisionedThroughputExceededException::builder().build();
        assert!(!is_conflict(&PutItemError::ProvisionedThroughputExceededException(throttled)));
    }

    #[test]
    fn sizes_are_counted_as_documented() {
        let map = AttributeValue::M([("ab".to_owned(), AttributeValue::S("cde".to_owned()))].into());
        assert_eq!(size(&map), 3 + 1 + 2 + 3);
        assert_eq!(size(&AttributeValue::L(vec![map.clone(), AttributeValue::N("12".to_owned())])), 3 + 10 + 4);
    }
}
