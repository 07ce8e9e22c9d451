//! The projection of related items over a DynamoDB table.
//!
//! Two kinds of item share the table with the register: the gate of a cart (`GENERATION/cart/ID`, `gate`) and the count of a
//! pair (`GENERATION/sku/FIRST`, `SECOND`), which one index finds by `FIRST` and another by `SECOND`.

use std::collections::HashMap;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::error::SdkError;
use aws_sdk_dynamodb::operation::scan::ScanOutput;
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::types::{AttributeValue, Put, TransactWriteItem, Update};
use contract::{Access, Address, Allows, DeleteItem, GetItem, PutItem, Scan, Table, UpdateItem};
use domain::cart::Sku;
use domain::kernel::Version;
use futures_util::{StreamExt, TryStreamExt};

use super::{Connection, RelatedItemsIndexes, unavailable};
use crate::event_handler::{Generation, Page};
use crate::ports::Unavailable;
use crate::related_items::{
    Advance, AdvanceError, Limit, NoPagePlace, PARTITION_KEY, PagePlace, Pair, Partner, Partners, Projection, SECOND,
    SORT_KEY, SeenCart, TOGETHER,
};

/// How many items are looked at for one page, of whatever generation they are. What follows on a page has to be done within
/// an invocation.
const PAGE: i32 = 250;

/// How many items are deleted at a time.
const CONCURRENT: usize = 16;

/// Counts and gates in a DynamoDB table.
#[derive(Debug, Clone)]
pub struct RelatedItemsTable {
    client: Client,
    table: String,
    indexes: RelatedItemsIndexes,
}

impl RelatedItemsTable {
    /// The table at an address that allows what the projection does, and its indexes.
    pub fn new<A, G, P, U, D, S>(
        connection: &Connection,
        table: &Address<Table<Pair>, A>,
        indexes: RelatedItemsIndexes,
    ) -> Self
    where
        A: Access<Table<Pair>>
            + Allows<GetItem, G>
            + Allows<PutItem, P>
            + Allows<UpdateItem, U>
            + Allows<DeleteItem, D>
            + Allows<Scan, S>,
    {
        Self { client: Client::new(connection.config()), table: table.as_str().to_owned(), indexes }
    }

    /// Moves the gate, if it is where it is expected.
    fn move_gate(&self, advance: &Advance) -> Result<TransactWriteItem, Unavailable> {
        let SeenCart { version, skus } = &advance.to;
        let mut put = Put::builder()
            .table_name(&self.table)
            .set_item(Some(gate_key(&advance.generation, &advance.cart_id)))
            .item("version", number(*version))
            .item("skus", AttributeValue::L(skus.iter().map(|sku| text(sku.as_str())).collect()));
        put = if advance.from == Version::NONE {
            put.condition_expression("attribute_not_exists(version)")
        } else {
            put.condition_expression("version = :from").expression_attribute_values(":from", number(advance.from))
        };
        Ok(TransactWriteItem::builder().put(put.build().map_err(unavailable)?).build())
    }

    fn count(&self, generation: &Generation, pair: &Pair) -> Result<TransactWriteItem, Unavailable> {
        let update = Update::builder()
            .table_name(&self.table)
            .set_key(Some(pair_key(generation, pair)))
            .update_expression(format!("SET {SECOND} = :second ADD {TOGETHER} :one"))
            .expression_attribute_values(":second", text(&partition_of(generation, pair.second())))
            .expression_attribute_values(":one", AttributeValue::N("1".to_owned()));
        Ok(TransactWriteItem::builder().update(update.build().map_err(unavailable)?).build())
    }

    /// Looks at some items, and takes those whose partition key begins with `prefix`.
    async fn page(&self, prefix: String, after: Option<&str>) -> Result<ScanOutput, Unavailable> {
        let scan = self
            .client
            .scan()
            .table_name(&self.table)
            .consistent_read(true)
            .limit(PAGE)
            .set_exclusive_start_key(after.map(place).transpose()?)
            .filter_expression(format!("begins_with({PARTITION_KEY}, :prefix)"))
            .expression_attribute_values(":prefix", AttributeValue::S(prefix));
        scan.send().await.map_err(unavailable)
    }

    async fn remove(&self, mut item: HashMap<String, AttributeValue>) -> Result<(), Unavailable> {
        let key = [PARTITION_KEY, SORT_KEY].into_iter().filter_map(|name| item.remove_entry(name)).collect();
        self.client.delete_item().table_name(&self.table).set_key(Some(key)).send().await.map_err(unavailable)?;
        Ok(())
    }
}

impl Projection for RelatedItemsTable {
    async fn cart(&self, generation: &Generation, cart_id: &str) -> Result<SeenCart, Unavailable> {
        let get = self.client.get_item().table_name(&self.table).consistent_read(true);
        let found = get.set_key(Some(gate_key(generation, cart_id))).send().await.map_err(unavailable)?;
        found.item.map_or_else(|| Ok(SeenCart::default()), |item| seen_cart(item, cart_id))
    }

    async fn advance(&self, advance: &Advance) -> Result<(), AdvanceError> {
        let gate = self.move_gate(advance);
        let counts = advance.pairs.iter().map(|pair| self.count(&advance.generation, pair));
        let actions = std::iter::once(gate).chain(counts).collect::<Result<Vec<_>, _>>();
        let actions = actions.map_err(AdvanceError::Unavailable)?;
        match self.client.transact_write_items().set_transact_items(Some(actions)).send().await {
            Ok(_) => Ok(()),
            Err(SdkError::ServiceError(error)) if is_conflict(error.err()) => Err(AdvanceError::Conflict),
            Err(error) => Err(AdvanceError::Unavailable(unavailable(error))),
        }
    }

    async fn carts(
        &self,
        generation: &Generation,
        after: Option<&str>,
    ) -> Result<Page<Vec<(String, Version)>>, Unavailable> {
        let prefix = format!("{generation}/cart/");
        let mut found = self.page(prefix.clone(), after).await?;
        let cart = |item: HashMap<String, AttributeValue>| {
            let key = item.get(PARTITION_KEY).and_then(|value| value.as_s().ok());
            let cart_id = key.and_then(|key| key.strip_prefix(&prefix)).unwrap_or_default().to_owned();
            let version = seen_cart(item, &cart_id)?.version;
            Ok((cart_id, version))
        };
        let content = found.items.take().unwrap_or_default().into_iter().map(cart).collect::<Result<_, _>>()?;
        Ok(Page { content, next: next(&found)? })
    }

    async fn delete(&self, generation: &Generation, after: Option<&str>) -> Result<Page<u64>, Unavailable> {
        let mut found = self.page(format!("{generation}/"), after).await?;
        let items = found.items.take().unwrap_or_default();
        let removed = futures_util::stream::iter(items).map(|item| self.remove(item));
        let removed: Vec<()> = removed.buffer_unordered(CONCURRENT).try_collect().await?;
        Ok(Page { content: removed.len() as u64, next: next(&found)? })
    }
}

impl Partners for RelatedItemsTable {
    async fn partners(&self, generation: &Generation, sku: &Sku, limit: Limit) -> Result<Vec<Partner>, Unavailable> {
        self.indexes.partners(generation, sku, limit).await
    }
}

/// Where the next page begins, as text: the key of the last item that was looked at.
fn next(found: &ScanOutput) -> Result<Option<String>, Unavailable> {
    let Some(key) = found.last_evaluated_key() else { return Ok(None) };
    let of = |name: &str| key.get(name).and_then(|value| value.as_s().ok());
    let place = of(PARTITION_KEY).zip(of(SORT_KEY)).map(|(partition, sort)| {
        let (partition, sort) = (partition.clone(), sort.clone());
        PagePlace { partition, sort }.to_string()
    });
    place.map(Some).ok_or_else(|| Unavailable("the table has other keys".to_owned()))
}

fn place(after: &str) -> Result<HashMap<String, AttributeValue>, Unavailable> {
    let PagePlace { partition, sort } = after.parse().map_err(|error: NoPagePlace| Unavailable(error.to_string()))?;
    Ok(key(partition, &sort))
}

/// Whether the gate was elsewhere, or another transaction was writing one of the items.
fn is_conflict(error: &TransactWriteItemsError) -> bool {
    let TransactWriteItemsError::TransactionCanceledException(cancelled) = error else {
        return error.is_transaction_in_progress_exception();
    };
    let reasons = cancelled.cancellation_reasons().iter().filter_map(|reason| reason.code());
    reasons.filter(|&code| code != "None").all(|code| matches!(code, "ConditionalCheckFailed" | "TransactionConflict"))
}

fn seen_cart(item: HashMap<String, AttributeValue>, cart_id: &str) -> Result<SeenCart, Unavailable> {
    serde_dynamo::from_item(item)
        .map_err(|error| Unavailable(format!("the gate of cart {cart_id} is malformed: {error}")))
}

fn gate_key(generation: &Generation, cart_id: &str) -> HashMap<String, AttributeValue> {
    key(format!("{generation}/cart/{cart_id}"), "gate")
}

fn pair_key(generation: &Generation, pair: &Pair) -> HashMap<String, AttributeValue> {
    key(partition_of(generation, pair.first()), pair.second().as_str())
}

/// The key under which an index has the pairs of an item.
pub(super) fn partition_of(generation: &Generation, sku: &Sku) -> String {
    format!("{generation}/sku/{sku}")
}

fn key(partition: String, sort: &str) -> HashMap<String, AttributeValue> {
    HashMap::from([(PARTITION_KEY.to_owned(), AttributeValue::S(partition)), (SORT_KEY.to_owned(), text(sort))])
}

fn text(text: &str) -> AttributeValue {
    AttributeValue::S(text.to_owned())
}

fn number(version: Version) -> AttributeValue {
    AttributeValue::N(version.to_string())
}

#[cfg(test)]
mod tests {
    use aws_sdk_dynamodb::types::CancellationReason;
    use aws_sdk_dynamodb::types::error::TransactionCanceledException;

    use super::*;

    #[test]
    fn contention_is_a_conflict_and_nothing_else_is() {
        for (codes, expected) in [
            (&["ConditionalCheckFailed", "None"][..], true),
            (&["None", "TransactionConflict"], true),
            (&["ConditionalCheckFailed", "TransactionConflict"], true),
            (&["TransactionConflict", "ThrottlingError"], false),
            (&["ValidationError"], false),
        ] {
            let reasons = codes.iter().map(|&code| CancellationReason::builder().code(code).build()).collect();
            let cancelled = TransactionCanceledException::builder().set_cancellation_reasons(Some(reasons)).build();
            let error = TransactWriteItemsError::TransactionCanceledException(cancelled);
            assert_eq!(is_conflict(&error), expected, "{codes:?}");
        }
    }
}
