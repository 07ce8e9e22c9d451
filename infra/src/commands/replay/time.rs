//! A point of time on the command line.

use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;

/// A time such as `2026-11-08T12:00:00Z`, or a date, which is its beginning in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Time(Timestamp);

impl From<Time> for Timestamp {
    fn from(time: Time) -> Self {
        time.0
    }
}

impl FromStr for Time {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const WRONG: &str = "a time is a date such as 2026-11-08, or 2026-11-08T12:00:00Z";
        if let Ok(time) = text.parse() {
            return Ok(Self(time));
        }
        // A date, and not a time of which all but the date would be left out.
        let is_date = text.len() == 10 && text.parse::<Date>().is_ok();
        let midnight = is_date.then(|| format!("{text}T00:00:00Z").parse().ok()).flatten();
        midnight.map(Self).ok_or(WRONG)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_a_date_or_a_moment() {
        let read = |text: &str| text.parse::<Time>().map(|time| time.0.to_string());
        assert_eq!(read("2026-11-08"), Ok("2026-11-08T00:00:00Z".to_owned()));
        assert_eq!(read("2026-11-08T12:30:00+01:00"), Ok("2026-11-08T11:30:00Z".to_owned()));
        for wrong in
            ["", "yesterday", "2026-13-01", "2026-11-08T12:00", "12:00", "2026-11-8", "-2026-11-08", "9999-99-99"]
        {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
