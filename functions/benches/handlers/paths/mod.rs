//! The hot paths of the functions, from what comes in to what goes out, without what is beyond them: network and AWS.

pub mod archive;
pub mod gate;
pub mod rehydration;
pub mod replay;
pub mod samples;
pub mod transform;

use domain::kernel::Version;
use functions::wakes::Moment;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// When everything happens; there is time for all of it.
pub fn moment() -> Moment {
    let now = Timestamp::UNIX_EPOCH;
    Moment { now, deadline: now + SignedDuration::from_hours(9), fresh_id: Uuid::nil() }
}

/// Runs a handler on this thread alone.
pub fn block_on<O>(future: impl Future<Output = O>) -> O {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime starts");
    runtime.block_on(future)
}

/// The version of the first event of a commit that follows so many events.
pub fn version_after(events: u64) -> u64 {
    Version::from(events).next().number()
}
