//! What handlers need of the world outside, and twins in memory for tests.

mod archive;
mod event_history;
mod event_scan;
mod gates;
mod keyring;
mod mail;
pub mod memory;
mod outlet;
mod parking_lot;
mod register_store;
mod reminder_claims;
mod reminder_schedules;
mod replay_runs;

use std::fmt;

pub use archive::{ArchiveReader, ArchiveRemover, ArchiveWriter, ObjectBody, Put};
pub use event_history::EventHistory;
pub use event_scan::{EventScan, MalformedCommit, ScanPage, ScanPosition};
pub use gates::{GATE_KEY, Gate, GateError, Gates};
pub use keyring::{Erasure, KeyringError, Seal, Shred, Standing, Unseal};
pub use mail::{Email, Mail, MailError};
pub use outlet::{Message, Outlet};
pub use parking_lot::{PARKED_LOT, PARKED_PLACE, Parked, ParkingLot, Place};
pub use register_store::{RegisterReader, RegisterStore, ReplaceError};
pub use reminder_claims::{Claim, REMINDER_KEY, Reminder, ReminderClaims};
pub use reminder_schedules::ReminderSchedules;
pub use replay_runs::{ReplayRuns, Saved, Tag};

/// A service did not do what it was asked, and may do so later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unavailable(pub String);

impl fmt::Display for Unavailable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Unavailable {}
