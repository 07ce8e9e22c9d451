//! A parking lot in memory.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use domain::kernel::Version;

use super::lock;
use crate::event_handler::Generation;
use crate::ports::{Parked, ParkingLot, Place, Unavailable};

type Lot = (Generation, String);

/// What waits of one aggregate, by version and by what it was delivered as.
type Waiting = BTreeMap<(Version, String), Parked>;

/// What waits, by aggregate.
#[derive(Debug, Default)]
pub struct MemoryParkingLot(Mutex<BTreeMap<Lot, Waiting>>);

impl MemoryParkingLot {
    /// Everything that waits, by aggregate and in order.
    pub fn all(&self) -> Vec<Parked> {
        lock(&self.0).values().flat_map(BTreeMap::values).cloned().collect()
    }
}

impl ParkingLot for MemoryParkingLot {
    async fn newest(&self, generation: &Generation, aggregate_id: &str) -> Result<Option<Version>, Unavailable> {
        let lots = lock(&self.0);
        let newest = lots.get(&(generation.clone(), aggregate_id.to_owned())).and_then(BTreeMap::last_key_value);
        Ok(newest.map(|((version, _), _)| *version).filter(|&version| version != Version::NONE))
    }

    async fn park(&self, parked: &Parked) -> Result<(), Unavailable> {
        let lot = (parked.generation.clone(), parked.aggregate_id.clone());
        let place = (parked.version, parked.delivery.clone());
        lock(&self.0).entry(lot).or_default().entry(place).or_insert_with(|| parked.clone());
        Ok(())
    }

    async fn parked(&self, generation: &Generation, aggregate_id: &str) -> Result<Vec<Parked>, Unavailable> {
        let lots = lock(&self.0);
        let lot = lots.get(&(generation.clone(), aggregate_id.to_owned()));
        Ok(lot.into_iter().flat_map(BTreeMap::values).cloned().collect())
    }

    async fn lots(&self) -> Result<BTreeSet<Lot>, Unavailable> {
        Ok(lock(&self.0).keys().cloned().collect())
    }

    async fn release(&self, place: &Place<'_>) -> Result<(), Unavailable> {
        let key = (place.generation.clone(), place.aggregate_id.to_owned());
        let mut lots = lock(&self.0);
        if let Some(lot) = lots.get_mut(&key) {
            lot.remove(&(place.version, place.delivery.to_owned()));
            if lot.is_empty() {
                lots.remove(&key);
            }
        }
        Ok(())
    }
}
