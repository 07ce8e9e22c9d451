//! Requests without a store: what the emulator and the SDK cost by themselves.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::AttributeValue;
use domain::cart::{Cart, CartId};
use domain::kernel::Commit;
use functions::commit_item::CommitItem;
use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;

use crate::contender::{Contender, Loaded};

/// The items of our store, put without a condition and read without being looked into.
pub struct Bare {
    /// What asks.
    pub client: Client,
    /// A table with the keys of ours.
    pub table: &'static str,
}

impl Bare {
    async fn put(&self, item: HashMap<String, AttributeValue>) {
        self.client.put_item().table_name(self.table).set_item(Some(item)).send().await.expect("the item is put");
    }

    async fn query(&self, cart: &CartId) -> Vec<HashMap<String, AttributeValue>> {
        let query = self
            .client
            .query()
            .table_name(self.table)
            .consistent_read(true)
            .key_condition_expression("aggregate_id = :id AND version >= :from")
            .expression_attribute_values(":id", AttributeValue::S(cart.to_string()))
            .expression_attribute_values(":from", AttributeValue::N("1".to_owned()));
        query.into_paginator().items().send().try_collect().await.expect("the items are found")
    }
}

impl Contender for Bare {
    fn append<'a>(&'a self, commits: &'a [Commit<Cart>]) -> LocalBoxFuture<'a, Duration> {
        let item = |commit| serde_dynamo::to_item(CommitItem::from(commit)).expect("a commit has the form of an item");
        let items: Vec<serde_dynamo::Item> = commits.iter().map(item).collect();
        let items: Vec<_> = items.into_iter().map(HashMap::from).collect();
        async move {
            let started = Instant::now();
            for item in items {
                self.put(item).await;
            }
            started.elapsed()
        }
        .boxed_local()
    }

    fn load<'a>(&'a self, carts: &'a [CartId]) -> LocalBoxFuture<'a, Loaded> {
        async move {
            let started = Instant::now();
            let mut last = Vec::new();
            for cart in carts {
                last = self.query(cart).await;
            }
            let took = started.elapsed();
            let events = last.iter().filter_map(|item| item["events"].as_l().ok()).map(|events| events.len() as u64);
            Loaded { took, events: events.sum() }
        }
        .boxed_local()
    }
}
