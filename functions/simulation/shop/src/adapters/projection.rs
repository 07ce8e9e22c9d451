//! The counts of related items in a table.

use domain::cart::Sku;
use domain::kernel::Version;
use functions::event_handler::{Generation, Page};
use functions::ports::Unavailable;
use functions::related_items::{Advance, AdvanceError, PARTITION_KEY, Pair, Projection, SORT_KEY, SeenCart};
use serde_json::{Value, json};
use simulation::{Consistency, TableClient, Write, WriteError};

use super::unavailable;
use crate::effects::{Effect, Effects};
use crate::mutant::Mutant;

pub(crate) struct Counts {
    pub(crate) table: TableClient,
    pub(crate) effects: Effects,
    pub(crate) mutant: Option<Mutant>,
}

impl Counts {
    /// The generation that a request means.
    fn generation(&self, generation: &Generation) -> Generation {
        match self.mutant {
            Some(Mutant::ReplayIntoTheLiveGeneration) => Generation::live(),
            _ => generation.clone(),
        }
    }

    /// Moves the gate, if it is where it is expected.
    fn gate(&self, advance: &Advance) -> Write {
        let generation = self.generation(&advance.generation);
        let mut gate = gate_key(&generation, &advance.cart_id);
        let skus: Vec<&str> = advance.to.skus.iter().map(Sku::as_str).collect();
        (gate["version"], gate["skus"]) = (json!(advance.to.version), json!(skus));
        let effect = Effect {
            handler: "related-items",
            generation,
            aggregate_id: advance.cart_id.clone(),
            version: advance.to.version,
        };
        let (effects, from, checks) =
            (self.effects.clone(), advance.from, self.mutant != Some(Mutant::GateOutsideTheTransaction));
        Write::put_with(gate, move || effects.push(effect))
            .when(move |gate| !checks || gate.map_or(Version::NONE, version_of) == from)
    }

    fn count(&self, advance: &Advance, pair: &Pair) -> Write {
        let generation = self.generation(&advance.generation);
        let key = key(&format!("{generation}/sku/{}", pair.first()), pair.second().as_str());
        Write::update(key.clone(), move |item| {
            let mut counted = key;
            counted["together"] = json!(item.and_then(|item| item["together"].as_u64()).unwrap_or_default() + 1);
            counted
        })
    }
}

impl Projection for Counts {
    async fn cart(&self, generation: &Generation, cart_id: &str) -> Result<SeenCart, Unavailable> {
        let key = gate_key(&self.generation(generation), cart_id);
        let Some(gate) = self.table.get(key, Consistency::Strong).await.map_err(unavailable)? else {
            return Ok(SeenCart::default());
        };
        let skus = gate["skus"].as_array().into_iter().flatten().filter_map(|sku| sku.as_str()?.parse().ok());
        Ok(SeenCart { version: version_of(&gate), skus: skus.collect() })
    }

    async fn advance(&self, advance: &Advance) -> Result<(), AdvanceError> {
        let counts = advance.pairs.iter().map(|pair| self.count(advance, pair));
        match self.table.transact(std::iter::once(self.gate(advance)).chain(counts).collect()).await {
            Ok(()) => Ok(()),
            Err(WriteError::ConditionFailed | WriteError::Conflict) => Err(AdvanceError::Conflict),
            Err(error) => Err(AdvanceError::Unavailable(unavailable(error))),
        }
    }

    async fn carts(
        &self,
        generation: &Generation,
        _: Option<&str>,
    ) -> Result<Page<Vec<(String, Version)>>, Unavailable> {
        self.gates(generation).await
    }

    async fn delete(&self, generation: &Generation, _: Option<&str>) -> Result<Page<u64>, Unavailable> {
        self.discard(generation).await
    }
}

fn version_of(gate: &Value) -> Version {
    gate["version"].as_u64().unwrap_or_default().into()
}

fn gate_key(generation: &Generation, cart_id: &str) -> Value {
    key(&format!("{generation}/cart/{cart_id}"), "gate")
}

fn key(partition: &str, sort: &str) -> Value {
    json!({ PARTITION_KEY: partition, SORT_KEY: sort })
}
