//! What is done with the archive from time to time: compaction, and the audit that compares it with the table.

use std::time::Duration;

use functions::audit::{AuditReport, Finding};
use functions::compact::CompactReport;
use serde_json::{Value, json};

use crate::shop::Shop;

/// How often something is asked for again that was broken off.
const TRIES: usize = 1_000;

/// Compacts the archive, whatever goes wrong meanwhile.
pub(super) async fn compact(shop: &Shop) -> Result<(), String> {
    let mut request = json!({ "older_than_hours": 1 });
    for _ in 0..TRIES {
        let Ok(answer) = shop.world.invoke("Compact", &request.to_string()).await else {
            shop.world.pause(1_000..60_000).await;
            continue;
        };
        let CompactReport { complete, after, left, .. } =
            serde_json::from_str(&answer).map_err(|error| format!("{error}: {answer}"))?;
        match (complete, left.is_empty()) {
            (true, true) => return Ok(()),
            // An hour is left while an invocation that was given up still removes what it had compacted.
            (true, false) => request = json!({ "older_than_hours": 1 }),
            (false, _) => request["after"] = json!(after),
        }
    }
    Err("it does not come to an end".to_owned())
}

/// The audit finds nothing.
pub(super) async fn audit(shop: &Shop) -> Result<(), String> {
    shop.world.settle(Duration::from_secs(24 * 3600)).await.map_err(|error| error.to_string())?;
    let mut request = Value::Object(serde_json::Map::new());
    loop {
        let answer = shop.world.invoke("Audit", &request.to_string()).await.map_err(|error| error.to_string())?;
        let AuditReport { findings, resume, .. } =
            serde_json::from_str(&answer).map_err(|error| format!("{error}: {answer}"))?;
        // What comes from a table's stream out of turn may be archived in another hour.
        let is_wrong = |finding: &&Finding| !matches!(finding, Finding::OutOfTurn { .. });
        if let Some(finding) = findings.iter().find(is_wrong) {
            return Err(format!("{finding:?} of {}", findings.len()));
        }
        if resume.is_none() {
            return Ok(());
        }
        request["resume"] = json!(resume);
    }
}
