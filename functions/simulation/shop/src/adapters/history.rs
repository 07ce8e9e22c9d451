//! What happened, from the table of commits.

use domain::kernel::Version;
use functions::commit_item::CommitItem;
use functions::envelope::{Envelope, into_envelopes};
use functions::ports::{EventHistory, Unavailable};
use serde::Deserialize;
use serde_json::{Value, json};
use simulation::{Order, TableClient};

use super::unavailable;
pub(crate) struct History {
    pub(crate) table: TableClient,
}

impl EventHistory for History {
    async fn events(&self, aggregate_id: &str, from: Version) -> Result<Vec<Envelope>, Unavailable> {
        if aggregate_id.is_empty() {
            return Ok(Vec::new());
        }
        // The commit that holds the version may begin before it.
        let upwards = Value::Null..=json!(from);
        let before = self.table.query_range(aggregate_id, upwards, Order::Descending, 1).await.map_err(unavailable)?;
        let first = before.first().map_or(json!(from), |item| item["version"].clone());
        let items = self.table.query_range(aggregate_id, first..=Value::Null, Order::Ascending, usize::MAX).await;
        let mut events = Vec::new();
        for item in items.map_err(unavailable)? {
            let Ok(commit) = CommitItem::deserialize(&*item) else { break };
            let Ok(of_commit) = into_envelopes(commit) else { break };
            events.extend(of_commit.into_iter().filter(|event| event.aggregate_version >= from));
        }
        Ok(events)
    }
}
