//! What happened, from the table of commits.

use domain::kernel::Version;
use functions::commit_item::CommitItem;
use functions::envelope::{Envelope, into_envelopes};
use functions::ports::{EventHistory, EventScan, MalformedCommit, ScanPage, ScanPosition, Unavailable};
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

impl EventScan for History {
    async fn commits(&self, after: Option<&ScanPosition>) -> Result<ScanPage, Unavailable> {
        let items = self.table.scan().await.map_err(unavailable)?;
        let position = |item: &Value| ScanPosition {
            aggregate_id: item["aggregate_id"].as_str().unwrap_or_default().to_owned(),
            version: item["version"].as_u64().unwrap_or_default(),
        };
        let key = |position: &ScanPosition| (position.aggregate_id.clone(), position.version);
        let mut rest = items.iter().filter(|item| after.is_none_or(|after| key(&position(item)) > key(after)));
        let page: Vec<_> = rest.by_ref().take(COMMITS_OF_A_PAGE).collect();
        let next = page.last().filter(|_| rest.next().is_some()).map(|item| position(item));
        let read = |item: &simulation::Item| {
            CommitItem::deserialize(&**item)
                .map_err(|error| MalformedCommit { position: position(item), reason: error.to_string() })
        };
        Ok(ScanPage { commits: page.into_iter().map(read).collect(), next })
    }
}

/// How many commits a page of a scan has: few, so that there are several pages.
const COMMITS_OF_A_PAGE: usize = 50;
