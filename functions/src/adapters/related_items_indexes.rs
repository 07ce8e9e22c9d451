//! What is bought with an item, from the two indexes of the projection's table.

use std::collections::HashMap;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::operation::query::builders::QueryFluentBuilder;
use aws_sdk_dynamodb::types::AttributeValue;
use contract::{Access, Address, Allows, Index, QueryIndex};
use domain::cart::Sku;

use super::related_items_table::partition_of;
use super::{Connection, unavailable};
use crate::event_handler::Generation;
use crate::ports::Unavailable;
use crate::related_items::{
    Limit, PARTITION_KEY, Pair, PairCount, Partner, Partners, SECOND, TOGETHER, most_often_first,
};

/// Reads the counts of an item's pairs: those in which it sorts first from one index, the others from the other.
#[derive(Debug, Clone)]
pub struct RelatedItemsIndexes {
    client: Client,
    table: String,
    by_first: String,
    by_second: String,
}

/// What an index has at the top.
struct Top {
    partners: Vec<Partner>,
    /// Whether there are more, which may be bought as often as the last.
    is_cut: bool,
}

impl RelatedItemsIndexes {
    /// The indexes at addresses that allow to query.
    pub fn new<A, Q>(
        connection: &Connection,
        by_first: &Address<Index<Pair>, A>,
        by_second: &Address<Index<Pair>, A>,
    ) -> Self
    where
        A: Access<Index<Pair>> + Allows<QueryIndex, Q>,
    {
        Self {
            client: Client::new(connection.config()),
            table: by_first.table().to_owned(),
            by_first: by_first.index().to_owned(),
            by_second: by_second.index().to_owned(),
        }
    }

    /// Both indexes, each with the name of its partition key.
    fn both(&self) -> [(&str, &str); 2] {
        [(&self.by_first, PARTITION_KEY), (&self.by_second, SECOND)]
    }

    fn query(&self, (index, key): (&str, &str), partition: &str, and: &str) -> QueryFluentBuilder {
        self.client
            .query()
            .table_name(&self.table)
            .index_name(index)
            .key_condition_expression(format!("{key} = :partition{and}"))
            .expression_attribute_values(":partition", AttributeValue::S(partition.to_owned()))
    }

    async fn top(
        &self,
        index: (&str, &str),
        generation: &Generation,
        sku: &Sku,
        limit: Limit,
    ) -> Result<Top, Unavailable> {
        let count = i32::try_from(limit.get()).unwrap_or(i32::MAX);
        let query = self.query(index, &partition_of(generation, sku), "").scan_index_forward(false).limit(count);
        let found = query.send().await.map_err(unavailable)?;
        let is_cut = found.last_evaluated_key().is_some();
        let items = found.items.unwrap_or_default().into_iter();
        let partners = items.map(|item| partner(item, generation, sku)).collect::<Result<_, _>>()?;
        Ok(Top { partners, is_cut })
    }

    /// Everything that is bought exactly `together` times with an item.
    async fn equal(
        &self,
        index: (&str, &str),
        generation: &Generation,
        sku: &Sku,
        together: u64,
    ) -> Result<Vec<Partner>, Unavailable> {
        let query = self
            .query(index, &partition_of(generation, sku), &format!(" AND {TOGETHER} = :together"))
            .expression_attribute_values(":together", AttributeValue::N(together.to_string()));
        let mut items = query.into_paginator().items().send();
        let mut partners = Vec::new();
        while let Some(item) = items.next().await {
            partners.push(partner(item.map_err(unavailable)?, generation, sku)?);
        }
        Ok(partners)
    }
}

impl Partners for RelatedItemsIndexes {
    /// An index has no order among items that are bought equally often, and cuts them off anywhere. Where that decides about
    /// the last places of the answer, all of those are read.
    async fn partners(&self, generation: &Generation, sku: &Sku, limit: Limit) -> Result<Vec<Partner>, Unavailable> {
        let [first, second] = self.both();
        let (first_top, second_top) =
            tokio::try_join!(self.top(first, generation, sku, limit), self.top(second, generation, sku, limit))?;
        let tops = [(first, first_top), (second, second_top)];
        let all = tops.iter().flat_map(|(_, top)| top.partners.clone()).collect();
        let mut best = most_often_first(all, limit);
        let Some(least) = best.get(limit.get() - 1).map(|last| last.together) else { return Ok(best) };
        for (index, top) in &tops {
            if top.is_cut && top.partners.last().is_some_and(|last| last.together == least) {
                let equal = self.equal(*index, generation, sku, least).await?;
                let is_new = |sku: &Sku| top.partners.iter().all(|known| known.sku != *sku);
                best.extend(equal.into_iter().filter(|partner| is_new(&partner.sku)));
            }
        }
        Ok(most_often_first(best, limit))
    }
}

/// The item that an item of an index counts with `sku`.
fn partner(item: HashMap<String, AttributeValue>, generation: &Generation, sku: &Sku) -> Result<Partner, Unavailable> {
    let malformed =
        |reason: &str| Unavailable(format!("a count of {sku} in generation {generation} is malformed: {reason}"));
    let count: PairCount = serde_dynamo::from_item(item).map_err(|error| malformed(&error.to_string()))?;
    count.partner(generation, sku).ok_or_else(|| malformed("it is of other items"))
}
