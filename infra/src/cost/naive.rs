//! What choices save: the same system, with one of them made otherwise.

use serde::Serialize;

use super::bill::Bill;
use super::prices::Prices;
use super::sizes::Sizes;
use super::system::{Capacity, System};
use super::workload::Workload;

/// A choice that was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// The events of a commit are one item.
    ItemPerCommit,
    /// The archive waits for batches to fill.
    BatchWindows,
    /// Functions run on arm64.
    Arm64,
    /// All of the above, which save money always.
    Together,
    /// Tables are paid for by what is used.
    OnDemandTables,
    /// So is the event stream.
    OnDemandStream,
}

impl Choice {
    /// Every choice.
    pub const ALL: [Self; 6] = [
        Self::ItemPerCommit,
        Self::BatchWindows,
        Self::Arm64,
        Self::Together,
        Self::OnDemandTables,
        Self::OnDemandStream,
    ];

    /// What was chosen, and instead of what.
    #[must_use]
    pub fn describe(self) -> &'static str {
        match self {
            Self::ItemPerCommit => "one item per commit, not one per event in a transaction",
            Self::BatchWindows => "batch windows, not none",
            Self::Arm64 => "arm64, not x86_64",
            Self::Together => "these three together",
            Self::OnDemandTables => "tables on demand, not provisioned for the peak",
            Self::OnDemandStream => "stream on demand, not provisioned for the peak",
        }
    }

    /// The system without it.
    fn undone(self, system: &System) -> System {
        let mut other = system.clone();
        match self {
            Self::ItemPerCommit => other.item_per_commit = false,
            Self::BatchWindows => other.mappings.iter_mut().for_each(|mapping| mapping.window = 0.0),
            Self::Arm64 => other.functions.values_mut().for_each(|function| function.is_arm = false),
            Self::Together => {
                let three = [Self::ItemPerCommit, Self::BatchWindows, Self::Arm64];
                other = three.into_iter().fold(other, |other, choice| choice.undone(&other));
            }
            Self::OnDemandTables => other.table_capacity = Capacity::Provisioned,
            Self::OnDemandStream => other.stream_capacity = Capacity::Provisioned,
        }
        other
    }
}

/// What a choice saves in a month.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Saving {
    /// The choice.
    pub choice: Choice,
    /// What everything would cost without it.
    pub otherwise: f64,
    /// How much less it costs with it; negative if it costs more.
    pub saves: f64,
}

/// What each choice saves.
#[must_use]
pub fn savings(system: &System, workload: &Workload, sizes: &Sizes, prices: &Prices) -> Vec<Saving> {
    let total = Bill::of(system, workload, sizes, prices).total;
    let saving = |choice: Choice| {
        let otherwise = Bill::of(&choice.undone(system), workload, sizes, prices).total;
        Saving { choice, otherwise, saves: otherwise - total }
    };
    Choice::ALL.into_iter().map(saving).collect()
}
