//! One moment, checked when the program is compiled.

use super::cron::digits;
use crate::OutOfRange;

/// Once, at this moment of the schedule's time zone.
///
/// ```
/// use cdk::constructs::At;
/// use cdk::literal;
///
/// let at = literal!(At::time("2027-01-31T03:00:00"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct At(&'static str);

impl At {
    /// A moment written as `2027-01-31T03:00:00`.
    ///
    /// # Errors
    /// [`OutOfRange`] when it is not written like that, or is no moment.
    pub const fn time(text: &'static str) -> Result<Self, OutOfRange> {
        let is_moment = match text.as_bytes() {
            [a, b, c, d, b'-', e, f, b'-', g, h, b'T', i, j, b':', k, l, b':', m, n] => {
                digits(&[*a, *b, *c, *d], 1970, 2199)
                    && digits(&[*e, *f], 1, 12)
                    && digits(&[*g, *h], 1, 31)
                    && digits(&[*i, *j], 0, 23)
                    && digits(&[*k, *l], 0, 59)
                    && digits(&[*m, *n], 0, 59)
            }
            _ => false,
        };
        if is_moment {
            Ok(Self(text))
        } else {
            Err(OutOfRange { rule: "A schedule's moment is written like 2027-01-31T03:00:00, without a time zone" })
        }
    }

    /// The moment.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_moments_of_the_calendar_are_taken() {
        assert!(At::time("2027-01-31T03:00:00").is_ok());
        for text in ["2027-01-31", "2027-13-31T03:00:00", "2027-01-31T24:00:00", "2027-01-31T03:00:00Z"] {
            assert!(At::time(text).is_err(), "{text}");
        }
    }
}
