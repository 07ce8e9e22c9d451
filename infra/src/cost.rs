//! What the shop costs on AWS, on paper: so many events a month, what follows from the topology for that, and list prices.
//!
//! What is fixed is read from the synthesized template ([`System`]), how large things are from the functions' own types
//! ([`Sizes`]). What customers do ([`Workload`]) and how long requests take (`durations`) are assumptions. A month has 730
//! hours, all alike: bursts within it fill batches better than this. Retries, cold starts, traffic to the internet, metrics of
//! single error codes, and operations that nobody asked for are left out.

mod bill;
pub mod durations;
mod flow;
mod limits;
mod naive;
mod operations;
mod prices;
pub mod quotas;
mod sizes;
mod system;
#[cfg(test)]
mod tests;
mod usage;
mod workload;

use serde::Serialize;

pub use bill::{Bill, Line};
pub use limits::{Limit, limits, replayed_per_second};
pub use naive::{Choice, Saving, savings};
pub use operations::{Operation, operations};
pub use prices::{Price, Priced, Prices, PricesError, Service};
pub use sizes::{Sizes, SizesError};
pub use system::{Capacity, FunctionSettings, Mapping, RegularSchedule, Source, System, SystemError};
pub use workload::Workload;

/// The numbers of events a month that stand in tables.
pub const VOLUMES: [f64; 7] = [1_000.0, 10_000.0, 100_000.0, 1_000_000.0, 10_000_000.0, 100_000_000.0, 1_000_000_000.0];

/// What a month costs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Estimate {
    /// How many events there are in it.
    pub events_per_month: f64,
    /// How many there are in a second, on average and when most happens.
    pub events_per_second: f64,
    /// See `events_per_second`.
    pub peak_events_per_second: f64,
    /// The shards of the event stream.
    pub shards: f64,
    /// What everything costs.
    pub bill: Bill,
    /// What choices save.
    pub savings: Vec<Saving>,
}

/// What a month costs.
#[must_use]
pub fn estimate(system: &System, workload: &Workload, sizes: &Sizes, prices: &Prices) -> Estimate {
    let flow = flow::Flow::of(system, workload, sizes);
    Estimate {
        events_per_month: flow.events,
        events_per_second: flow.events / workload::SECONDS,
        peak_events_per_second: flow.peak,
        shards: flow.shards,
        bill: Bill::of(system, workload, sizes, prices),
        savings: savings(system, workload, sizes, prices),
    }
}
