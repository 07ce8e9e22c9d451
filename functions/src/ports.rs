//! What handlers need of the world outside, and twins in memory for tests.

mod archive;
mod event_history;
mod keyring;
pub mod memory;
mod outlet;
mod parking_lot;

use std::fmt;

pub use archive::{ArchiveReader, ArchiveWriter, Put};
pub use event_history::EventHistory;
pub use keyring::{Erasure, KeyringError, Seal, Shred, Standing, Unseal};
pub use outlet::{Message, Outlet};
pub use parking_lot::{PARKED_LOT, PARKED_PLACE, Parked, ParkingLot, Place};

/// A service did not do what it was asked, and may do so later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unavailable(pub String);

impl fmt::Display for Unavailable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Unavailable {}
