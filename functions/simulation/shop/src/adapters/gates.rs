//! Gates in a table.

use domain::kernel::Version;
use functions::event_handler::Generation;
use functions::ports::{GATE_KEY, Gate, GateError, Gates, Unavailable};
use serde::Deserialize;
use serde_json::json;
use simulation::{Consistency, TableClient, Write, WriteError};

use super::unavailable;
use crate::effects::{Effect, Effects};

pub(crate) struct GateTable {
    pub(crate) table: TableClient,
    /// The handler whose gates they are.
    pub(crate) handler: &'static str,
    pub(crate) effects: Effects,
}

impl Gates for GateTable {
    async fn seen(&self, aggregate_id: &str) -> Result<Version, Unavailable> {
        let key = json!({ GATE_KEY: aggregate_id });
        let gate = self.table.get(key, Consistency::Strong).await.map_err(unavailable)?;
        let gate = gate.map(|item| Gate::deserialize(&*item).map_err(unavailable)).transpose()?;
        Ok(gate.map_or(Version::NONE, |gate| gate.version))
    }

    async fn advance(&self, aggregate_id: &str, from: Version, to: Version) -> Result<(), GateError> {
        let gate = Gate { aggregate_id: aggregate_id.to_owned(), version: to };
        let (handler, aggregate_id) = (self.handler, aggregate_id.to_owned());
        let effect = Effect { handler, generation: Generation::live(), aggregate_id, version: to };
        let effects = self.effects.clone();
        let put = Write::put_with(serde_json::to_value(gate).map_err(unavailable)?, move || effects.push(effect));
        let is_there = move |gate: Option<&serde_json::Value>| {
            gate.and_then(|gate| gate["version"].as_u64()).unwrap_or_default() == from.number()
        };
        match self.table.write(vec![put.when(is_there)]).await {
            Ok(()) => Ok(()),
            Err(WriteError::ConditionFailed | WriteError::Conflict) => Err(GateError::Conflict),
            Err(error) => Err(unavailable(error).into()),
        }
    }
}
