//! When a recurring schedule is due.
//!
//! <https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html>

use std::time::Duration;

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// Times that come again and again. Every run begins at midnight, so that times of the day count from there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rhythm {
    /// Each time after so long.
    Rate(Duration),
    /// At this minute of this hour, or of every one.
    Cron { minute: Option<u64>, hour: Option<u64> },
}

impl Rhythm {
    /// Reads a schedule's expression; nothing when it is neither a rate nor made of a minute and an hour.
    pub(super) fn read(expression: &str) -> Option<Self> {
        let (kind, fields) = expression.strip_suffix(')')?.split_once('(')?;
        let fields: Vec<_> = fields.split_whitespace().collect();
        match (kind, &fields[..]) {
            ("rate", [number, unit]) => {
                let unit = match unit.trim_end_matches('s') {
                    "minute" => MINUTE,
                    "hour" => HOUR,
                    "day" => DAY,
                    _ => return None,
                };
                let seconds = number.parse::<u64>().ok()?.checked_mul(unit)?;
                (seconds > 0).then_some(Self::Rate(Duration::from_secs(seconds)))
            }
            ("cron", [minute, hour, date @ ..]) if date.len() == 4 && date.iter().all(|field| is_any(field)) => {
                Some(Self::Cron { minute: field(minute, 60)?, hour: field(hour, 24)? })
            }
            _ => None,
        }
    }

    /// The first time that comes after so long since the beginning.
    pub(crate) fn after(self, elapsed: Duration) -> Duration {
        match self {
            Self::Rate(rate) => {
                let next = elapsed.as_secs() / rate.as_secs() + 1;
                Duration::from_secs(next.saturating_mul(rate.as_secs()))
            }
            Self::Cron { minute, hour } => {
                let next = elapsed.as_secs() / MINUTE + 1;
                let is_due = |&at: &u64| {
                    minute.is_none_or(|minute| at % 60 == minute) && hour.is_none_or(|hour| at / 60 % 24 == hour)
                };
                // Each minute of the day comes within one.
                let due = (next..next + DAY / MINUTE).find(is_due).unwrap_or(next);
                Duration::from_secs(due * MINUTE)
            }
        }
    }
}

fn is_any(field: &str) -> bool {
    field == "*" || field == "?"
}

fn field(field: &str, below: u64) -> Option<Option<u64>> {
    if is_any(field) {
        return Some(None);
    }
    field.parse().ok().filter(|&number| number < below).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_count_from_the_beginning_and_cron_expressions_from_midnight() {
        let after = |expression: &str, hours: f64| {
            Rhythm::read(expression).unwrap().after(Duration::from_secs_f64(hours * 3_600.0)).as_secs_f64() / 3_600.0
        };
        assert_eq!([0.0, 1.9, 2.0].map(|hours| after("rate(2 hours)", hours)), [2.0, 2.0, 4.0]);
        assert_eq!([0.0, 3.4, 3.5, 27.5].map(|hours| after("cron(30 3 * * ? *)", hours)), [3.5, 3.5, 27.5, 51.5]);
        assert_eq!([0.0, 0.5].map(|hours| after("cron(30 * * * ? *)", hours)), [0.5, 1.5]);
    }

    #[test]
    fn expressions_that_are_not_known_are_refused() {
        for expression in [
            "rate(5 fortnights)",
            "rate(0 minutes)",
            "rate(minutes)",
            "cron(17 3 * * MON *)",
            "cron(60 3 * * ? *)",
            "cron(0/5 * * * ? *)",
            "cron(17 3)",
            "at(2026-01-01T00:00:00)",
            "often",
        ] {
            assert_eq!(Rhythm::read(expression), None, "{expression}");
        }
    }
}
