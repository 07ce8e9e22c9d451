//! Commits in a table.

use domain::kernel::{Aggregate, AppendError, Commit, EventStore, LoadError, Version};
use functions::commit_item::CommitItem;
use serde::Deserialize;
use serde_json::{Value, json};
use simulation::{Order, TableClient, Write, WriteError};

use crate::mutant::Mutant;

pub(crate) struct Commits {
    pub(crate) table: TableClient,
    pub(crate) mutant: Option<Mutant>,
}

impl<A: Aggregate> EventStore<A> for Commits {
    async fn load(&self, id: &A::Id, from: Version) -> Result<Vec<Commit<A>>, LoadError> {
        let versions = json!(from)..=Value::Null;
        let items = self.table.query_range(&id.to_string(), versions, Order::Ascending, usize::MAX).await;
        let items = items.map_err(|error| LoadError::Unavailable(error.to_string()))?;
        let forgets = match self.mutant {
            Some(Mutant::CommandIdIgnored) => true,
            Some(Mutant::ClosedCartsForgetCommands) => {
                items.last().is_some_and(|item| item["events"][0]["type"] == "cart.closed")
            }
            _ => false,
        };
        let commit = |item: &simulation::Item| {
            let mut item = CommitItem::deserialize(&**item)
                .map_err(|error| LoadError::Malformed { aggregate_id: id.to_string(), reason: error.to_string() })?;
            if forgets {
                item.cause.command_id = uuid::Uuid::nil().into();
            }
            item.into_commit()
        };
        items.iter().map(commit).collect()
    }

    async fn append(&self, commit: &Commit<A>) -> Result<(), AppendError> {
        let item = serde_json::to_value(CommitItem::from(commit));
        let put = Write::put(item.map_err(|error| AppendError::Unavailable(error.to_string()))?);
        let put = match self.mutant {
            Some(Mutant::AppendWithoutCondition) => put,
            _ => put.when(|item| item.is_none()),
        };
        let written = self.table.write(vec![put]).await;
        #[expect(clippy::panic, reason = "the mistake")]
        if self.mutant == Some(Mutant::ConflictPanics) && written == Err(WriteError::ConditionFailed) {
            panic!("somebody else was faster");
        }
        match written {
            Ok(()) => Ok(()),
            Err(WriteError::ConditionFailed | WriteError::Conflict) => {
                Err(AppendError::Conflict { expected: commit.follows() })
            }
            Err(WriteError::Failure(failure)) => Err(AppendError::Unavailable(failure.to_string())),
        }
    }
}
