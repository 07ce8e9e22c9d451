//! A parking lot over a DynamoDB table: one item per delivery, under `GENERATION/AGGREGATE` and its place in line.

use std::collections::{BTreeSet, HashMap};

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::AttributeValue;
use contract::{Access, Address, Allows, DeleteItem, PutItem, Query, Scan, Table};
use domain::kernel::Version;

use super::{Connection, unavailable};
use crate::event_handler::Generation;
use crate::ports::{PARKED_LOT, PARKED_PLACE, Parked, ParkingLot, Place, Unavailable};

/// What waits in a DynamoDB table.
#[derive(Debug, Clone)]
pub struct ParkingTable {
    client: Client,
    table: String,
}

impl ParkingTable {
    /// The table at an address that allows what a parking lot does.
    pub fn new<A, Q, P, D, S>(connection: &Connection, table: &Address<Table<Parked>, A>) -> Self
    where
        A: Access<Table<Parked>> + Allows<Query, Q> + Allows<PutItem, P> + Allows<DeleteItem, D> + Allows<Scan, S>,
    {
        Self { client: Client::new(connection.config()), table: table.as_str().to_owned() }
    }
}

impl ParkingLot for ParkingTable {
    async fn newest(&self, generation: &Generation, aggregate_id: &str) -> Result<Option<Version>, Unavailable> {
        let newest = self.of_lot(generation, aggregate_id).scan_index_forward(false).limit(1);
        let found = newest.send().await.map_err(unavailable)?;
        let Some(item) = found.items.unwrap_or_default().into_iter().next() else { return Ok(None) };
        Ok(Some(read(item)?.version).filter(|&version| version != Version::NONE))
    }

    async fn park(&self, parked: &Parked) -> Result<(), Unavailable> {
        let item: serde_dynamo::Item = serde_dynamo::to_item(parked).map_err(|error| Unavailable(error.to_string()))?;
        let mut item: HashMap<String, AttributeValue> = item.into();
        item.extend(key(&parked.into()));
        let put = self.client.put_item().table_name(&self.table).set_item(Some(item));
        match put.condition_expression(format!("attribute_not_exists({PARKED_LOT})")).send().await {
            Ok(_) => Ok(()),
            Err(error) if error.as_service_error().is_some_and(|e| e.is_conditional_check_failed_exception()) => Ok(()),
            Err(error) => Err(unavailable(error)),
        }
    }

    async fn parked(&self, generation: &Generation, aggregate_id: &str) -> Result<Vec<Parked>, Unavailable> {
        let mut items = self.of_lot(generation, aggregate_id).into_paginator().items().send();
        let mut parked = Vec::new();
        while let Some(item) = items.next().await {
            parked.push(read(item.map_err(unavailable)?)?);
        }
        Ok(parked)
    }

    async fn lots(&self) -> Result<BTreeSet<(Generation, String)>, Unavailable> {
        let scan = self.client.scan().table_name(&self.table).consistent_read(true);
        let mut items = scan.into_paginator().items().send();
        let mut lots = BTreeSet::new();
        while let Some(item) = items.next().await {
            let Parked { generation, aggregate_id, .. } = read(item.map_err(unavailable)?)?;
            lots.insert((generation, aggregate_id));
        }
        Ok(lots)
    }

    async fn release(&self, place: &Place<'_>) -> Result<(), Unavailable> {
        let delete = self.client.delete_item().table_name(&self.table).set_key(Some(key(place)));
        delete.send().await.map_err(unavailable)?;
        Ok(())
    }
}

impl ParkingTable {
    fn of_lot(
        &self,
        generation: &Generation,
        aggregate_id: &str,
    ) -> aws_sdk_dynamodb::operation::query::builders::QueryFluentBuilder {
        self.client
            .query()
            .table_name(&self.table)
            .consistent_read(true)
            .key_condition_expression(format!("{PARKED_LOT} = :lot"))
            .expression_attribute_values(":lot", AttributeValue::S(lot(generation, aggregate_id)))
    }
}

fn read(item: HashMap<String, AttributeValue>) -> Result<Parked, Unavailable> {
    serde_dynamo::from_item(item).map_err(|error| Unavailable(format!("a parked event is malformed: {error}")))
}

fn lot(generation: &Generation, aggregate_id: &str) -> String {
    format!("{generation}/{aggregate_id}")
}

/// Places sort as text: what is no event first, then by version.
fn key(place: &Place<'_>) -> HashMap<String, AttributeValue> {
    let Place { generation, aggregate_id, version, delivery } = place;
    let place = format!("{:020}/{delivery}", version.number());
    HashMap::from([
        (PARKED_LOT.to_owned(), AttributeValue::S(lot(generation, aggregate_id))),
        (PARKED_PLACE.to_owned(), AttributeValue::S(place)),
    ])
}
