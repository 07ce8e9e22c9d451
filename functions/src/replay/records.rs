//! The records of runs, changed by one invocation at a time.

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::error::ReplayError;
use super::run::{Lease, Run, RunState};
use crate::event_handler::Generation;
use crate::ports::{ReplayRuns, Saved, Tag};

/// How long an invocation may work on a run before it has to say so again. After that it is taken for dead.
pub(super) const LEASE: SignedDuration = SignedDuration::from_secs(80);

/// How often a run is tried to be cancelled while somebody works on it.
const ATTEMPTS: usize = 10;

/// Saves a record. A request that was lost after it had its effect is no conflict.
pub(super) async fn save(runs: &impl ReplayRuns, run: &Run, before: Option<&Tag>) -> Result<Option<Tag>, ReplayError> {
    match runs.save(run, before).await.map_err(ReplayError::Runs)? {
        Saved::As(tag) => Ok(Some(tag)),
        Saved::Overtaken => {
            let found = runs.load(&run.run).await.map_err(ReplayError::Runs)?;
            Ok(found.filter(|(found, _)| found == run).map(|(_, tag)| tag))
        }
    }
}

/// Reads a record that has to be there.
pub(super) async fn load(runs: &impl ReplayRuns, name: &Generation) -> Result<(Run, Tag), ReplayError> {
    let found = runs.load(name).await.map_err(ReplayError::Runs)?;
    found.ok_or_else(|| ReplayError::UnknownRun(name.clone()))
}

/// Gives the run to the invocation `owner`, unless another works on it.
pub(super) async fn lease(
    runs: &impl ReplayRuns,
    mut run: Run,
    tag: &Tag,
    owner: Uuid,
    now: Timestamp,
) -> Result<(Run, Tag), ReplayError> {
    let name = run.run.clone();
    if let Some(lease) = run.lease
        && lease.until > now
    {
        return Err(ReplayError::Busy { run: name, until: lease.until });
    }
    let until = now.saturating_add(LEASE);
    run.lease = Some(Lease { owner, until: until.unwrap_or(Timestamp::MAX) });
    run.stopped_because = None;
    run.updated_at = now;
    let until = run.lease.map_or(now, |lease| lease.until);
    let tag = save(runs, &run, Some(tag)).await?;
    tag.map(|tag| (run, tag)).ok_or(ReplayError::Busy { run: name, until })
}

/// Stops a run for good. An invocation that works on it notices when it next saves the record.
pub(super) async fn cancel(runs: &impl ReplayRuns, name: &Generation, now: Timestamp) -> Result<Run, ReplayError> {
    let mut tried = 0;
    loop {
        let (mut run, tag) = load(runs, name).await?;
        if run.state != RunState::Incomplete {
            return Ok(run);
        }
        run.state = RunState::Cancelled;
        run.lease = None;
        run.updated_at = now;
        if save(runs, &run, Some(&tag)).await?.is_some() {
            return Ok(run);
        }
        tried += 1;
        if tried == ATTEMPTS {
            return Err(ReplayError::Overtaken(run.run));
        }
    }
}
