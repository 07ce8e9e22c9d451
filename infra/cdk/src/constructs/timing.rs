//! When a schedule runs: at a rate, by a cron expression, or once.
//!
//! <https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html>

mod cron;
mod once;

pub use cron::Cron;
pub use once::At;

use crate::OutOfRange;

/// When a schedule runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timing {
    /// Again and again after the same time.
    Rate(Rate),
    /// Whenever the calendar and the clock are like this.
    Cron(Cron),
    /// Once.
    At(At),
}

/// Again and again after the same time, counted from when the schedule is made.
///
/// ```
/// use cdk::constructs::Rate;
/// use cdk::literal;
///
/// let rate = literal!(Rate::minutes(5));
/// assert_eq!(rate.expression(), "rate(5 minutes)");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    number: u32,
    unit: &'static str,
}

impl Rate {
    /// Every so many minutes, at least one.
    ///
    /// # Errors
    /// [`OutOfRange`] when it is none.
    pub const fn minutes(number: u32) -> Result<Self, OutOfRange> {
        Self::new(number, "minute")
    }

    /// Every so many hours, at least one.
    ///
    /// # Errors
    /// [`OutOfRange`] when it is none.
    pub const fn hours(number: u32) -> Result<Self, OutOfRange> {
        Self::new(number, "hour")
    }

    /// Every so many days, at least one.
    ///
    /// # Errors
    /// [`OutOfRange`] when it is none.
    pub const fn days(number: u32) -> Result<Self, OutOfRange> {
        Self::new(number, "day")
    }

    const fn new(number: u32, unit: &'static str) -> Result<Self, OutOfRange> {
        if number == 0 {
            return Err(OutOfRange { rule: "A schedule's rate is at least one minute, hour or day" });
        }
        Ok(Self { number, unit })
    }

    /// The rate as the scheduler reads it.
    #[must_use]
    pub fn expression(self) -> String {
        let Self { number, unit } = self;
        format!("rate({number} {unit}{})", if number == 1 { "" } else { "s" })
    }
}

impl Timing {
    /// The timing as the scheduler reads it.
    #[must_use]
    pub fn expression(self) -> String {
        match self {
            Self::Rate(rate) => rate.expression(),
            Self::Cron(cron) => format!("cron({})", cron.as_str()),
            Self::At(at) => format!("at({})", at.as_str()),
        }
    }
}

impl From<Rate> for Timing {
    fn from(rate: Rate) -> Self {
        Self::Rate(rate)
    }
}

impl From<Cron> for Timing {
    fn from(cron: Cron) -> Self {
        Self::Cron(cron)
    }
}

impl From<At> for Timing {
    fn from(at: At) -> Self {
        Self::At(at)
    }
}
