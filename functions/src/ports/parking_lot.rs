//! Where events wait that a handler cannot take, in order behind the first of their aggregate.

use std::collections::BTreeSet;
use std::future::Future;

use domain::kernel::Version;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Unavailable;
use crate::envelope::Envelope;
use crate::event_handler::Generation;
use crate::excerpt::excerpt;

/// The longest envelope that a parked event is kept with, in bytes. An item has a largest size, and an event may be nearly as
/// large; the event table has it anyway.
pub const MAX_PARKED_EVENT_BYTES: usize = 64 * 1024;

/// The name of the partition key of a table that is a parking lot.
pub const PARKED_LOT: &str = "lot";

/// The name of the sort key of a table that is a parking lot.
pub const PARKED_PLACE: &str = "place";

/// One delivery that waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parked {
    /// The generation that it was for.
    pub generation: Generation,
    /// Its aggregate, or the key that it was delivered under if it is no event.
    pub aggregate_id: String,
    /// Its version; 0 if it is no event.
    pub version: Version,
    /// What it was delivered as, if it is no event: a sequence number or a message id. Empty otherwise.
    pub delivery: String,
    /// Why it waits.
    pub reason: String,
    /// Since when.
    pub parked_at: Timestamp,
    /// The envelope, if it is an event of at most [`MAX_PARKED_EVENT_BYTES`]. Events are in the event table too; this is for
    /// whoever looks.
    pub event: Option<String>,
}

impl Parked {
    /// An event that waits.
    ///
    /// # Errors
    /// When it cannot be written as JSON.
    pub fn event(generation: &Generation, event: &Envelope, reason: &str, now: Timestamp) -> Result<Self, Unavailable> {
        let text = serde_json::to_string(event).map_err(|error| Unavailable(error.to_string()))?;
        Ok(Self {
            generation: generation.clone(),
            aggregate_id: event.subject.clone(),
            version: event.aggregate_version,
            delivery: String::new(),
            reason: excerpt(reason).into_owned(),
            parked_at: now,
            event: (text.len() <= MAX_PARKED_EVENT_BYTES).then_some(text),
        })
    }

    /// A delivery that is no event, of an aggregate that the event table does not know.
    #[must_use]
    pub fn unreadable(generation: &Generation, key: &str, delivery: &str, reason: &str, now: Timestamp) -> Self {
        Self {
            generation: generation.clone(),
            aggregate_id: key.to_owned(),
            version: Version::NONE,
            delivery: delivery.to_owned(),
            reason: excerpt(reason).into_owned(),
            parked_at: now,
            event: None,
        }
    }

    /// Whether it is no event.
    #[must_use]
    pub fn is_unreadable(&self) -> bool {
        self.version == Version::NONE
    }
}

/// Keeps what a handler cannot take.
pub trait ParkingLot: Send + Sync {
    /// The newest version of an aggregate that waits, if any does.
    fn newest(
        &self,
        generation: &Generation,
        aggregate_id: &str,
    ) -> impl Future<Output = Result<Option<Version>, Unavailable>> + Send;

    /// Lets a delivery wait. The same one again changes nothing.
    fn park(&self, parked: &Parked) -> impl Future<Output = Result<(), Unavailable>> + Send;

    /// Everything that waits of an aggregate: deliveries that are no events first, then events in order.
    fn parked(
        &self,
        generation: &Generation,
        aggregate_id: &str,
    ) -> impl Future<Output = Result<Vec<Parked>, Unavailable>> + Send;

    /// Every aggregate of which something waits.
    fn lots(&self) -> impl Future<Output = Result<BTreeSet<(Generation, String)>, Unavailable>> + Send;

    /// Lets a delivery go, because it was taken. One that does not wait changes nothing.
    fn release(&self, parked: &Place<'_>) -> impl Future<Output = Result<(), Unavailable>> + Send;
}

/// Where a delivery waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place<'a> {
    /// [`Parked::generation`].
    pub generation: &'a Generation,
    /// [`Parked::aggregate_id`].
    pub aggregate_id: &'a str,
    /// [`Parked::version`].
    pub version: Version,
    /// [`Parked::delivery`].
    pub delivery: &'a str,
}

impl<'a> From<&'a Parked> for Place<'a> {
    fn from(parked: &'a Parked) -> Self {
        let Parked { generation, aggregate_id, version, delivery, .. } = parked;
        Self { generation, aggregate_id, version: *version, delivery }
    }
}

impl<'a> Place<'a> {
    /// Where an event of that version waits.
    #[must_use]
    pub fn of_event(generation: &'a Generation, aggregate_id: &'a str, version: Version) -> Self {
        Self { generation, aggregate_id, version, delivery: "" }
    }
}
