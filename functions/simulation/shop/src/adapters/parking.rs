//! Parked events in a table.

use std::collections::BTreeSet;

use domain::kernel::Version;
use functions::event_handler::Generation;
use functions::ports::{PARKED_LOT, PARKED_PLACE, Parked, ParkingLot, Place, Unavailable};
use serde::Deserialize;
use serde_json::{Value, json};
use simulation::{Order, TableClient, Write, WriteError};

use super::unavailable;
use crate::mutant::Mutant;

pub(crate) struct Parking {
    pub(crate) table: TableClient,
    pub(crate) mutant: Option<Mutant>,
}

impl ParkingLot for Parking {
    async fn newest(&self, generation: &Generation, aggregate_id: &str) -> Result<Option<Version>, Unavailable> {
        let lot = lot(generation, aggregate_id);
        let newest = self.table.query_range(&lot, Value::Null..=Value::Null, Order::Descending, 1).await;
        let newest = newest.map_err(unavailable)?.first().map(|item| Parked::deserialize(&**item));
        let newest = newest.transpose().map_err(unavailable)?;
        Ok(newest.map(|parked| parked.version).filter(|&version| version != Version::NONE))
    }

    async fn park(&self, parked: &Parked) -> Result<(), Unavailable> {
        let mutant = self.mutant == Some(Mutant::ParkingWithoutLaterEvents);
        if mutant && self.newest(&parked.generation, &parked.aggregate_id).await?.is_some() {
            return Ok(());
        }
        let mut item = serde_json::to_value(parked).map_err(unavailable)?;
        let key = key(&parked.into());
        (item[PARKED_LOT], item[PARKED_PLACE]) = (key[PARKED_LOT].clone(), key[PARKED_PLACE].clone());
        match self.table.write(vec![Write::put(item).when(|item| item.is_none())]).await {
            Ok(()) | Err(WriteError::ConditionFailed) => Ok(()),
            Err(error) => Err(unavailable(error)),
        }
    }

    async fn parked(&self, generation: &Generation, aggregate_id: &str) -> Result<Vec<Parked>, Unavailable> {
        let items = self.table.query(&lot(generation, aggregate_id)).await.map_err(unavailable)?;
        items.iter().map(|item| Parked::deserialize(&**item).map_err(unavailable)).collect()
    }

    async fn lots(&self) -> Result<BTreeSet<(Generation, String)>, Unavailable> {
        let parked = |item: &simulation::Item| Parked::deserialize(&**item).map_err(unavailable);
        let items = self.table.scan().await.map_err(unavailable)?;
        items.iter().map(|item| parked(item).map(|parked| (parked.generation, parked.aggregate_id))).collect()
    }

    async fn release(&self, place: &Place<'_>) -> Result<(), Unavailable> {
        self.table.write(vec![Write::delete(key(place))]).await.map_err(unavailable)
    }
}

fn lot(generation: &Generation, aggregate_id: &str) -> String {
    format!("{generation}/{aggregate_id}")
}

fn key(place: &Place<'_>) -> Value {
    let Place { generation, aggregate_id, version, delivery } = place;
    json!({
        PARKED_LOT: lot(generation, aggregate_id),
        PARKED_PLACE: format!("{:020}/{delivery}", version.number()),
    })
}
