//! Cron expressions, checked when the program is compiled.

use crate::OutOfRange;

/// Whenever the calendar and the clock are like this: minutes, hours, day of the month, month, day of the week, year.
///
/// <https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based>
///
/// ```
/// use cdk::constructs::Cron;
/// use cdk::literal;
///
/// let weekdays_at_three = literal!(Cron::expression("0 3 ? * MON-FRI *"));
/// ```
///
/// ```compile_fail
/// use cdk::constructs::Cron;
/// use cdk::literal;
///
/// let without_year = literal!(Cron::expression("0 3 ? * MON-FRI"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cron(&'static str);

/// What stands between two spaces.
struct Field {
    min: u32,
    max: u32,
    names: &'static [&'static str],
    kind: Kind,
    rule: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Plain,
    DayOfMonth,
    DayOfWeek,
}

const MONTHS: &[&str] = &["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const DAYS: &[&str] = &["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
const SHAPE: &str = "A cron expression has six fields with one space between them: minutes, hours, day of the month, month, \
                     day of the week, year";
const ONE_DAY: &str = "A cron expression says `?` for exactly one of day of the month and day of the week";

const MINUTES: Field = Field {
    min: 0,
    max: 59,
    names: &[],
    kind: Kind::Plain,
    rule: "A cron expression's minutes are 0 to 59, `,` `-` `*` `/`",
};
const HOURS: Field = Field {
    min: 0,
    max: 23,
    names: &[],
    kind: Kind::Plain,
    rule: "A cron expression's hours are 0 to 23, `,` `-` `*` `/`",
};
const DAY_OF_MONTH: Field = Field {
    min: 1,
    max: 31,
    names: &[],
    kind: Kind::DayOfMonth,
    rule: "A cron expression's day of the month is 1 to 31, `,` `-` `*` `?` `/`, `L`, or a day followed by `W`",
};
const MONTH: Field = Field {
    min: 1,
    max: 12,
    names: MONTHS,
    kind: Kind::Plain,
    rule: "A cron expression's month is 1 to 12 or JAN to DEC, `,` `-` `*` `/`",
};
const DAY_OF_WEEK: Field = Field {
    min: 1,
    max: 7,
    names: DAYS,
    kind: Kind::DayOfWeek,
    rule: "A cron expression's day of the week is 1 to 7 or SUN to SAT, `,` `-` `*` `?` `/`, `L`, or a day followed by `L` \
           or by `#` and 1 to 5",
};
const YEAR: Field = Field {
    min: 1970,
    max: 2199,
    names: &[],
    kind: Kind::Plain,
    rule: "A cron expression's year is 1970 to 2199, `,` `-` `*` `/`",
};

impl Cron {
    /// An expression of six fields, without `cron(` around it.
    ///
    /// # Errors
    /// [`OutOfRange`] with what is wrong, when it is none.
    pub const fn expression(text: &'static str) -> Result<Self, OutOfRange> {
        match check(text.as_bytes()) {
            None => Ok(Self(text)),
            Some(rule) => Err(OutOfRange { rule }),
        }
    }

    /// The six fields.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

/// The rule that an expression breaks.
const fn check(text: &[u8]) -> Option<&'static str> {
    let (minutes, rest) = split(text, b' ');
    let (hours, rest) = split(rest, b' ');
    let (day_of_month, rest) = split(rest, b' ');
    let (month, rest) = split(rest, b' ');
    let (day_of_week, year) = split(rest, b' ');
    if year.is_empty() || !split(year, b' ').1.is_empty() {
        return Some(SHAPE);
    }
    if matches!(day_of_month, b"?") == matches!(day_of_week, b"?") {
        return Some(ONE_DAY);
    }
    let mut fields: &[(&[u8], Field)] = &[
        (minutes, MINUTES),
        (hours, HOURS),
        (day_of_month, DAY_OF_MONTH),
        (month, MONTH),
        (day_of_week, DAY_OF_WEEK),
        (year, YEAR),
    ];
    while let [(text, field), rest @ ..] = fields {
        if !field.takes(text) {
            return Some(field.rule);
        }
        fields = rest;
    }
    None
}

/// What is before the first `separator` and what is behind it.
const fn split(text: &[u8], separator: u8) -> (&[u8], &[u8]) {
    let mut rest = text;
    while let [byte, after @ ..] = rest {
        if *byte == separator {
            return (text.split_at(text.len() - rest.len()).0, after);
        }
        rest = after;
    }
    (text, &[])
}

/// Whether the text ends with a separator, which [`split`] does not show.
const fn ends_with(text: &[u8], separator: u8) -> bool {
    matches!(text, [.., last] if *last == separator)
}

impl Field {
    const fn takes(&self, text: &[u8]) -> bool {
        if matches!(text, b"?") {
            return !matches!(self.kind, Kind::Plain);
        }
        if text.is_empty() || ends_with(text, b',') {
            return false;
        }
        let mut rest = text;
        while !rest.is_empty() {
            let (item, after) = split(rest, b',');
            if !self.takes_item(item) {
                return false;
            }
            rest = after;
        }
        true
    }

    /// `*`, `3`, `3-5`, `*/2`, `MON`, or what only days have.
    const fn takes_item(&self, item: &[u8]) -> bool {
        if ends_with(item, b'/') || ends_with(item, b'-') {
            return false;
        }
        match (self.kind, item) {
            (Kind::DayOfMonth | Kind::DayOfWeek, b"L") => return true,
            (Kind::DayOfMonth, [day @ .., b'W']) => return self.value(day).is_some(),
            (Kind::DayOfWeek, [day @ .., b'#', b'1'..=b'5']) => return self.value(day).is_some(),
            (Kind::DayOfWeek, [day @ .., b'L']) => return self.value(day).is_some(),
            _ => {}
        }
        let (range, step) = split(item, b'/');
        if !step.is_empty() && !matches!(number(step), Some(step) if step > 0 && step <= self.max) {
            return false;
        }
        if matches!(range, b"*") {
            return true;
        }
        let (first, last) = split(range, b'-');
        self.value(first).is_some() && (last.is_empty() || self.value(last).is_some())
    }

    /// A number in the range of the field, also by name.
    const fn value(&self, text: &[u8]) -> Option<u32> {
        let mut names = self.names;
        let mut value = self.min;
        while let [name, rest @ ..] = names {
            if let ([a, b, c], [x, y, z]) = (text, name.as_bytes())
                && *a == *x
                && *b == *y
                && *c == *z
            {
                return Some(value);
            }
            value += 1;
            names = rest;
        }
        match number(text) {
            Some(number) if self.min <= number && number <= self.max => Some(number),
            _ => None,
        }
    }
}

/// One to four digits as a number.
const fn number(text: &[u8]) -> Option<u32> {
    if text.is_empty() || text.len() > 4 {
        return None;
    }
    let mut number = 0;
    let mut rest = text;
    while let [digit @ b'0'..=b'9', after @ ..] = rest {
        number = number * 10 + (*digit - b'0') as u32;
        rest = after;
    }
    if rest.is_empty() { Some(number) } else { None }
}

pub(super) const fn digits(text: &[u8], min: u32, max: u32) -> bool {
    matches!(number(text), Some(number) if min <= number && number <= max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_of_the_calendar_are_taken() {
        for text in [
            "0 3 * * ? *",
            "*/15 8-17 ? * MON-FRI 2026-2030",
            "0 0 L * ? *",
            "5,35 14 ? JAN,JUL 6#3 *",
            "0 9 ? * 6L 2027",
            "0 9 15W * ? *",
        ] {
            assert_eq!(Cron::expression(text).map(Cron::as_str), Ok(text));
        }
    }

    #[test]
    fn expressions_that_the_scheduler_refuses_say_which_field_is_wrong() {
        for (text, rule) in [
            ("0 3 * * ?", SHAPE),
            ("0  3 * ? *", HOURS.rule),
            ("0 3 * * ? * *", SHAPE),
            ("", SHAPE),
            ("0 3 * * * *", ONE_DAY),
            ("0 3 ? * ? *", ONE_DAY),
            ("60 3 * * ? *", MINUTES.rule),
            ("1, 3 * * ? *", MINUTES.rule),
            ("1- 3 * * ? *", MINUTES.rule),
            ("*/0 3 * * ? *", MINUTES.rule),
            ("0 24 * * ? *", HOURS.rule),
            ("0 3 32 * ? *", DAY_OF_MONTH.rule),
            ("0 3 1 FOO ? *", MONTH.rule),
            ("0 3 ? * MON#6 *", DAY_OF_WEEK.rule),
            ("0 3 ? * 8 *", DAY_OF_WEEK.rule),
            ("0 3 ? * 1 1969", YEAR.rule),
        ] {
            assert_eq!(Cron::expression(text).map_err(|error| error.rule), Err(rule), "{text}");
        }
    }
}
