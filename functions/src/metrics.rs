//! What functions measure, so that somebody is told when a guarantee is in danger.
//!
//! One vocabulary serves whoever measures, whoever is alarmed and whoever draws: [`Count`], [`Lag`] and [`Level`]. A
//! function states what it measures with [`Measured`], and the topology makes its alarms from that statement: there is no
//! alarm on what nobody measures, and a metric that nobody decided on does not compile there.
//!
//! ```
//! use functions::metrics::{Count, measured};
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() {
//! let began = jiff::Timestamp::UNIX_EPOCH;
//! let (answer, taken) = measured(began, async { Count::EventsPublished.add(2); "done" }).await;
//! assert_eq!((answer, taken.count(Count::EventsPublished)), ("done", 2));
//! # }
//! ```
//!
//! Outside of [`measured`] nothing is kept, so that handlers need no one who listens.

mod embedded;
mod measurements;
mod vocabulary;

use contract::{Contract, Runtime};

pub use embedded::{DIMENSION, LABEL, MAX_VALUES, NAMESPACE, Origin};
pub use measurements::{Measurements, measured};
pub use vocabulary::{Count, Lag, Level};

/// What a function measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measures {
    /// What it counts. Each invocation reports each of them, also that there was nothing to count.
    pub counts: &'static [Count],
    /// The times that it takes.
    pub lags: &'static [Lag],
    /// The levels that it reads.
    pub levels: &'static [Level],
}

impl Measures {
    /// Nothing beside what every function counts.
    pub const NONE: Self = Self { counts: &[], lags: &[], levels: &[] };

    /// What an event handler measures: `Subscriptions` does it for each.
    pub const OF_EVENT_HANDLERS: Self = Self {
        counts: Count::OF_EVENT_HANDLERS,
        lags: &[Lag::CommandToHandler],
        levels: &[Level::ParkedAggregates, Level::ParkedDeliveries],
    };
}

/// What every function counts, whatever it does.
pub const OF_EVERY_FUNCTION: &[Count] = &[Count::InvocationsFailed];

/// A function that states what it measures, beside its contract.
#[diagnostic::on_unimplemented(
    message = "the function `{Self}` does not say what it measures",
    note = "implement `Measured` beside its contract, and add it to `metrics::functions`"
)]
pub trait Measured {
    /// What it measures beside [`OF_EVERY_FUNCTION`].
    const MEASURES: Measures;
}

/// What each function measures, by its name.
#[must_use]
pub fn functions() -> Vec<(&'static str, Measures)> {
    fn of<C: Contract + Measured>() -> (&'static str, Measures) {
        (C::NAME, C::MEASURES)
    }
    vec![
        of::<crate::api::Api<Runtime>>(),
        of::<crate::archive::Archive<Runtime>>(),
        of::<crate::audit::Audit<Runtime>>(),
        of::<crate::cart::CartService<Runtime>>(),
        of::<crate::erase::Erase<Runtime>>(),
        of::<crate::compact::Compact<Runtime>>(),
        of::<crate::publish::Publish<Runtime>>(),
        of::<crate::related_items::RelatedItems<Runtime>>(),
        of::<crate::remind::RemindService<Runtime>>(),
        of::<crate::reminders::Reminders<Runtime>>(),
        of::<crate::replay::Replay<Runtime>>(),
    ]
}
