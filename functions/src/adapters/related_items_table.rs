//! The projection of related items over a DynamoDB table.
//!
//! Two kinds of item share the table: the gate of a cart (`GENERATION/cart/ID`, `gate`) and the count of a pair
//! (`GENERATION/sku/FIRST`, `SECOND`).

use std::collections::{BTreeSet, HashMap};

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::error::SdkError;
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::types::{AttributeValue, Put, TransactWriteItem, Update};
use contract::{Access, Address, Allows, GetItem, PutItem, Table, UpdateItem};
use domain::cart::Sku;
use domain::kernel::Version;

use super::{Connection, unavailable};
use crate::event_handler::Generation;
use crate::ports::Unavailable;
use crate::related_items::{Advance, AdvanceError, PARTITION_KEY, Pair, Projection, SORT_KEY, SeenCart};

/// Counts and gates in a DynamoDB table.
#[derive(Debug, Clone)]
pub struct RelatedItemsTable {
    client: Client,
    table: String,
}

impl RelatedItemsTable {
    /// The table at an address that allows what the projection does.
    pub fn new<A, G, P, U>(connection: &Connection, table: &Address<Table<Pair>, A>) -> Self
    where
        A: Access<Table<Pair>> + Allows<GetItem, G> + Allows<PutItem, P> + Allows<UpdateItem, U>,
    {
        Self { client: Client::new(connection.config()), table: table.as_str().to_owned() }
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
            .update_expression("ADD together :one")
            .expression_attribute_values(":one", AttributeValue::N("1".to_owned()));
        Ok(TransactWriteItem::builder().update(update.build().map_err(unavailable)?).build())
    }
}

impl Projection for RelatedItemsTable {
    async fn cart(&self, generation: &Generation, cart_id: &str) -> Result<SeenCart, Unavailable> {
        let get = self.client.get_item().table_name(&self.table).consistent_read(true);
        let found = get.set_key(Some(gate_key(generation, cart_id))).send().await.map_err(unavailable)?;
        found.item().map_or_else(|| Ok(SeenCart::default()), |item| seen_cart(item, cart_id))
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
}

/// Whether the gate was elsewhere, or another transaction was writing one of the items.
fn is_conflict(error: &TransactWriteItemsError) -> bool {
    let TransactWriteItemsError::TransactionCanceledException(cancelled) = error else {
        return error.is_transaction_in_progress_exception();
    };
    let reasons = cancelled.cancellation_reasons().iter().filter_map(|reason| reason.code());
    reasons.filter(|&code| code != "None").all(|code| matches!(code, "ConditionalCheckFailed" | "TransactionConflict"))
}

fn seen_cart(item: &HashMap<String, AttributeValue>, cart_id: &str) -> Result<SeenCart, Unavailable> {
    let malformed = || Unavailable(format!("the gate of cart {cart_id} is malformed"));
    let version = item.get("version").and_then(|value| value.as_n().ok()).and_then(|digits| digits.parse::<u64>().ok());
    let skus = item.get("skus").and_then(|value| value.as_l().ok()).ok_or_else(malformed)?;
    let skus = skus.iter().map(|value| value.as_s().ok().and_then(|text| text.parse().ok()));
    let skus: Option<BTreeSet<Sku>> = skus.collect();
    Ok(SeenCart { version: version.ok_or_else(malformed)?.into(), skus: skus.ok_or_else(malformed)? })
}

fn gate_key(generation: &Generation, cart_id: &str) -> HashMap<String, AttributeValue> {
    key(format!("{generation}/cart/{cart_id}"), "gate")
}

fn pair_key(generation: &Generation, pair: &Pair) -> HashMap<String, AttributeValue> {
    key(format!("{generation}/sku/{}", pair.first()), pair.second().as_str())
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
