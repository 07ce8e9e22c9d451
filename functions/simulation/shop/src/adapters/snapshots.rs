//! Snapshots in a table.

use domain::kernel::{Rehydrated, Snapshot, SnapshotStore, Snapshots, SnapshotsUnavailable};
use serde::Deserialize;
use serde_json::json;
use simulation::{Consistency, TableClient, Write, WriteError};

use crate::mutant::Mutant;

pub(crate) struct KeptSnapshots {
    pub(crate) table: TableClient,
    pub(crate) mutant: Option<Mutant>,
}

/// How many commands a snapshot remembers with their outcome: fewer than in production, because carts in a simulation are short.
const REMEMBERED_COMMANDS: usize = 3;

impl<A: Snapshots> SnapshotStore<A> for KeptSnapshots {
    async fn newest(&self, id: &A::Id) -> Result<Option<Rehydrated<A>>, SnapshotsUnavailable> {
        let key = json!({ "aggregate_id": id.to_string() });
        let item = self.table.get(key, Consistency::Eventual).await.map_err(unavailable)?;
        Ok(item.and_then(|item| Snapshot::deserialize(&*item).ok()).as_ref().and_then(Snapshot::restore))
    }

    fn is_due(&self, aggregate: &Rehydrated<A>) -> bool {
        // Sooner than in production, because carts in a simulation are short.
        aggregate.events_since_snapshot() >= A::EVERY.min(5)
    }

    async fn keep(&self, id: &A::Id, aggregate: &Rehydrated<A>) -> Result<(), SnapshotsUnavailable> {
        let Some(mut snapshot) = Snapshot::of(id, aggregate) else { return Ok(()) };
        let older = snapshot.commands.len().saturating_sub(REMEMBERED_COMMANDS);
        for (command, _) in snapshot.commands.drain(..older) {
            if self.mutant != Some(Mutant::SnapshotsForgetCommands) {
                snapshot.forgotten.insert(command);
            }
        }
        let item = serde_json::to_value(&snapshot).map_err(unavailable)?;
        let (schema, version) = (json!(snapshot.schema), snapshot.version.number());
        let is_older =
            move |kept: &serde_json::Value| kept["schema"] != schema || kept["version"].as_u64() < Some(version);
        match self.table.write(vec![Write::put(item).when(move |kept| kept.is_none_or(&is_older))]).await {
            // A later one is there.
            Ok(()) | Err(WriteError::ConditionFailed) => Ok(()),
            Err(error) => Err(unavailable(error)),
        }
    }
}

fn unavailable(error: impl std::error::Error) -> SnapshotsUnavailable {
    SnapshotsUnavailable(error.to_string())
}
