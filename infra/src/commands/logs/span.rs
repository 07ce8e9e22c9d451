//! A span of time on the command line.

use std::str::FromStr;

use jiff::{SignedDuration, Timestamp};

/// A span of time, as in `90s`, `10m`, `2h`, `1d`, `1w`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span(SignedDuration);

impl Span {
    /// The moment that much before another; the beginning of time as far as logs go, if it is longer ago than that.
    pub fn before(self, moment: Timestamp) -> Timestamp {
        moment.checked_sub(self.0).unwrap_or(Timestamp::UNIX_EPOCH).max(Timestamp::UNIX_EPOCH)
    }
}

impl FromStr for Span {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const WRONG: &str = "a span is a whole number with s, m, h, d or w, as in 10m";
        let unit = text.chars().next_back().ok_or(WRONG)?;
        let seconds: u32 = match unit {
            's' => 1,
            'm' => 60,
            'h' => 3600,
            'd' => 86_400,
            'w' => 604_800,
            _ => return Err(WRONG),
        };
        let number = text.strip_suffix(unit).and_then(|number| number.parse::<u32>().ok()).ok_or(WRONG)?;
        Ok(Self(SignedDuration::from_secs(i64::from(number) * i64::from(seconds))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_a_number_with_a_unit() {
        let noon: Timestamp = "2026-01-02T12:00:00Z".parse().unwrap();
        let before = |text: &str| text.parse::<Span>().unwrap().before(noon).to_string();
        assert_eq!(before("90s"), "2026-01-02T11:58:30Z");
        assert_eq!(before("10m"), "2026-01-02T11:50:00Z");
        assert_eq!(before("1d"), "2026-01-01T12:00:00Z");
        assert_eq!(before("4294967295w"), "1970-01-01T00:00:00Z");
    }

    #[test]
    fn anything_else_is_refused() {
        for wrong in ["", "m", "10", "10 m", "-1m", "1.5h", "10x", "99999999999s", "10ä", "１m"] {
            assert!(wrong.parse::<Span>().is_err(), "{wrong}");
        }
    }
}
