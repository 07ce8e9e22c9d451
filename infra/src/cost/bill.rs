//! The bill of a month.

use std::collections::BTreeMap;

use serde::Serialize;

use super::flow::Flow;
use super::prices::{Priced, Prices, Service};
use super::sizes::Sizes;
use super::system::System;
use super::usage::{Used, usage};
use super::workload::Workload;

/// The bill of a month.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bill {
    /// Everything together.
    pub total: f64,
    /// What is paid for one by one, by service.
    pub lines: Vec<Line>,
}

/// Something that is paid for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    /// Who is paid.
    pub service: Service,
    /// What for.
    pub purpose: &'static str,
    /// How many units are used.
    pub quantity: f64,
    /// What is counted.
    pub unit: String,
    /// The price in the list.
    pub price: Priced,
    /// What it costs.
    pub cost: f64,
}

impl Bill {
    /// What such a system costs with such a workload.
    #[must_use]
    pub fn of(system: &System, workload: &Workload, sizes: &Sizes, prices: &Prices) -> Self {
        let flow = Flow::of(system, workload, sizes);
        Self::for_usage(usage(system, workload, sizes, &flow), prices)
    }

    pub(super) fn for_usage(used: Vec<Used>, prices: &Prices) -> Self {
        let lines =
            used.into_iter().filter(|used| used.quantity > 0.0).map(|Used { priced, purpose, quantity }| Line {
                service: priced.service(),
                purpose,
                quantity,
                unit: prices.unit(priced).to_owned(),
                price: priced,
                cost: prices.cost(priced, quantity),
            });
        let mut lines: Vec<Line> = lines.collect();
        lines.sort_by_key(|line| line.service);
        Self { total: lines.iter().map(|line| line.cost).sum(), lines }
    }

    /// What each service costs.
    #[must_use]
    pub fn by_service(&self) -> BTreeMap<Service, f64> {
        let mut services = BTreeMap::new();
        for line in &self.lines {
            *services.entry(line.service).or_default() += line.cost;
        }
        services
    }

    /// The service and the purpose that cost most together, and how much.
    #[must_use]
    pub fn dominating(&self) -> Option<(Service, &'static str, f64)> {
        let mut parts: BTreeMap<(Service, &'static str), f64> = BTreeMap::new();
        for line in &self.lines {
            *parts.entry((line.service, line.purpose)).or_default() += line.cost;
        }
        let most = parts.into_iter().max_by(|(_, one), (_, other)| one.total_cmp(other));
        most.map(|((service, purpose), cost)| (service, purpose, cost))
    }
}
