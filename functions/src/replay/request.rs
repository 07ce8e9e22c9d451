//! What can be asked of `replay`, and what it answers.

use serde::{Deserialize, Serialize};

use super::Run;
use super::selection::{InvalidSelection, Selection};
use crate::event_handler::Generation;

/// The most events a second that a run can be held to: what a FIFO queue takes at its best.
///
/// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/high-throughput-fifo.html>
pub const MAX_RATE: u32 = 70_000;

/// What is asked: `{"start": {"handler": "related-items"}}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReplayRequest {
    /// Begin a run.
    Start(StartReplay),
    /// Go on with a run where it stopped.
    Resume(ResumeReplay),
    /// Stop a run for good.
    Cancel(CancelReplay),
    /// Name the runs on record.
    List(ListReplays),
}

/// Begin a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StartReplay {
    /// The handler that is to see history again.
    pub handler: String,
    /// The name of the run, and of the generation that it builds; by default a fresh one. The live generation cannot be
    /// replayed into.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run: Option<Generation>,
    /// What to replay.
    #[serde(default)]
    pub selection: Selection,
    /// The most events a second, evenly; by default as many as the queue takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<u32>,
    /// Only count.
    #[serde(default)]
    pub dry_run: bool,
    /// How long to work before the answer, in seconds; by default for as long as Lambda lets the function run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u32>,
}

/// Go on with a run where it stopped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResumeReplay {
    /// The run.
    pub run: Generation,
    /// The most events a second from now on; by default as before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<u32>,
    /// As [`StartReplay::seconds`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u32>,
}

/// Stop a run for good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CancelReplay {
    /// The run.
    pub run: Generation,
}

/// Name the runs on record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListReplays {}

/// What `replay` answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReplayAnswer {
    /// How far a run is.
    Run(Box<Run>),
    /// The runs on record, the newest first.
    Runs(Vec<Run>),
}

/// A request that nothing is done about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidRequest {
    /// New events go to the live generation; a replay builds another beside it.
    #[error("A replay cannot go to the generation `live`; choose another name for the run.")]
    LiveRun,
    /// The rate is out of range.
    #[error("A rate of {0} is out of range: 1 to {MAX_RATE} events a second.")]
    Rate(u32),
    /// The selection is none.
    #[error(transparent)]
    Selection(#[from] InvalidSelection),
}

impl StartReplay {
    /// A run over the whole archive.
    #[must_use]
    pub fn of(handler: impl Into<String>) -> Self {
        let selection = Selection::default();
        Self { handler: handler.into(), run: None, selection, rate: None, dry_run: false, seconds: None }
    }

    /// Whether it can be carried out as far as the request alone says.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn check(&self) -> Result<(), InvalidRequest> {
        if self.run.as_ref() == Some(&Generation::live()) {
            return Err(InvalidRequest::LiveRun);
        }
        check_rate(self.rate)?;
        Ok(self.selection.check()?)
    }
}

/// Whether a run can be held to a rate.
///
/// # Errors
/// A rate out of range.
pub fn check_rate(rate: Option<u32>) -> Result<(), InvalidRequest> {
    match rate {
        Some(rate) if !(1..=MAX_RATE).contains(&rate) => Err(InvalidRequest::Rate(rate)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_requests_are_refused() {
        let read = |text: &str| -> Result<(), String> {
            let request: ReplayRequest = serde_json::from_str(text).map_err(|error| error.to_string())?;
            let ReplayRequest::Start(start) = request else { return Err("no start".to_owned()) };
            start.check().map_err(|error| error.to_string())
        };
        let start = |rest: &str| read(&format!(r#"{{"start": {{"handler": "h", {rest}}}}}"#)).unwrap_err();
        assert_eq!(read(r#"{"start": {"handler": "h"}}"#), Ok(()));
        assert!(start(r#""run": "live""#).contains("generation `live`"));
        assert!(start(r#""run": "../../events""#).contains("cannot name a replay run"));
        assert!(start(r#""run": """#).contains("cannot name a replay run"));
        assert!(start(r#""rate": 0"#).contains("out of range"));
        assert!(start(r#""rate": 4000000000"#).contains("A rate of 4000000000"));
        assert!(start(r#""rate": -1"#).contains("invalid value"));
        assert!(start(r#""rate": 1e300"#).contains("invalid"));
        assert!(start(r#""after": "events/x""#).contains("unknown field `after`"));
        assert!(
            start(r#""selection": {"from": "2026-11-02T00:00:00Z", "to": "2026-11-01T00:00:00Z"}"#)
                .contains("is not before")
        );
        assert!(start(r#""selection": {"form": "2026-11-02T00:00:00Z"}"#).contains("unknown field `form`"));
        assert!(start(r#""selection": {"aggregates": ["../secret"]}"#).contains("`../secret` is no aggregate id"));
        let thousands = (0..5000).map(|id| id.to_string()).collect::<Vec<_>>().join("\",\"");
        assert!(start(&format!(r#""selection": {{"aggregates": ["{thousands}"]}}"#)).contains("5000 aggregates"));
        assert!(read(r#"{"destroy": {}}"#).unwrap_err().contains("unknown variant"));
    }
}
