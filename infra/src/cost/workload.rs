//! What customers do, and how much of it: the assumptions that an estimate rests on.

use serde::Serialize;

/// A month, in hours, as AWS calculates.
pub(super) const HOURS: f64 = 730.0;

/// A month, in seconds.
pub(super) const SECONDS: f64 = HOURS * 3600.0;

/// A month, in days.
pub(super) const DAYS: f64 = HOURS / 24.0;

/// What customers do in a month.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Workload {
    /// How many events there are.
    pub events_per_month: f64,
    /// How many events a commit has, 1 or more. Every command to a cart leads to one.
    pub events_per_commit: f64,
    /// How many events a cart has on average, 1 or more: it is opened, has items added, and may be closed.
    pub events_per_cart: f64,
    /// How often a cart is read for each command.
    pub reads_per_command: f64,
    /// How often somebody asks what is bought with an item for each command.
    pub suggestions_per_command: f64,
    /// Which part of requests comes over HTTP, 0 to 1; the others invoke functions.
    pub over_http: f64,
    /// Which part of carts belongs to a customer, 0 to 1.
    pub with_customer: f64,
    /// How many carts a customer opens before the next one is somebody new.
    pub carts_per_customer: f64,
    /// Which part of carts is left open until a reminder is due, 0 to 1.
    pub left_open: f64,
    /// Which part of the items in carts is the most popular one, 0 to 1.
    pub most_popular: f64,
    /// How much more happens in the busiest second than in an average one, 1 or more.
    pub peak_factor: f64,
    /// How many months of events are stored.
    pub months: f64,
    /// How many emails each subscriber to alarms gets.
    pub alarms_per_month: f64,
}

impl Workload {
    /// A shop with so many events a month.
    #[must_use]
    pub fn of(events_per_month: f64) -> Self {
        Self {
            events_per_month,
            events_per_commit: 1.0,
            events_per_cart: 5.0,
            reads_per_command: 1.0,
            suggestions_per_command: 0.5,
            over_http: 1.0,
            with_customer: 0.5,
            carts_per_customer: 4.0,
            left_open: 0.7,
            most_popular: 0.05,
            peak_factor: 5.0,
            months: 12.0,
            alarms_per_month: 20.0,
        }
    }
}
