//! What happened, as the event table has it.

use std::future::Future;

use domain::kernel::Version;

use super::Unavailable;
use crate::envelope::Envelope;

/// The events of every aggregate, from where they were first written down.
pub trait EventHistory: Send + Sync {
    /// The events of an aggregate from version `from` on, oldest first, to the newest; none when it does not exist. A
    /// commit that cannot be read is the end of what is known: whoever needs more parks it, so that nobody waits.
    fn events(
        &self,
        aggregate_id: &str,
        from: Version,
    ) -> impl Future<Output = Result<Vec<Envelope>, Unavailable>> + Send;
}
