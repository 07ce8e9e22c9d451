//! Why something is not known.

use deploy::status::Reading;

use crate::text::visible;

/// How many characters of a reason are shown; `--json` has all of it.
const LONGEST: usize = 240;

/// Numbered reasons: one for each kind of thing that could not be read.
#[derive(Debug, Default)]
pub(super) struct Footnotes(Vec<Footnote>);

#[derive(Debug)]
struct Footnote {
    what: &'static str,
    reason: String,
    /// How many more things of the kind could not be read for another reason.
    others: usize,
}

impl Footnotes {
    /// What was read as text, or a question mark that refers to a footnote.
    pub fn cell<T>(&mut self, reading: &Reading<T>, text: impl FnOnce(&T) -> String) -> String {
        match reading {
            Reading::Known(value) => text(value),
            Reading::Unknown { unknown, reason } => format!("? [{}]", self.number(unknown, reason)),
        }
    }

    fn number(&mut self, what: &'static str, reason: &str) -> usize {
        if let Some(position) = self.0.iter().position(|footnote| footnote.what == what) {
            if let Some(footnote) = self.0.get_mut(position).filter(|footnote| footnote.reason != reason) {
                footnote.others += 1;
            }
            return position + 1;
        }
        self.0.push(Footnote { what, reason: reason.to_owned(), others: 0 });
        self.0.len()
    }

    /// A line for each.
    pub fn lines(&self) -> impl Iterator<Item = String> {
        self.0.iter().enumerate().map(|(position, Footnote { reason, others, .. })| {
            let more = if *others == 0 { String::new() } else { " (and others for reasons of their own)".to_owned() };
            let mut shown: String = reason.chars().take(LONGEST).collect();
            if shown.len() < reason.len() {
                shown.push('…');
            }
            format!("[{}] unknown: {}{more}", position + 1, visible(&shown))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_unknown_refers_to_the_reason_and_one_kind_has_one_footnote() {
        let unknown = |unknown, reason: &str| Reading::<u8>::Unknown { unknown, reason: reason.to_owned() };
        let mut notes = Footnotes::default();
        assert_eq!(notes.cell(&Reading::Known(7), u8::to_string), "7");
        assert_eq!(notes.cell(&unknown("queues", "denied \u{1b}"), u8::to_string), "? [1]");
        assert_eq!(notes.cell(&unknown("queues", "denied \u{1b}"), u8::to_string), "? [1]");
        assert_eq!(notes.cell(&unknown("functions", &"x".repeat(1000)), u8::to_string), "? [2]");
        assert_eq!(notes.cell(&unknown("functions", "another"), u8::to_string), "? [2]");
        let lines: Vec<_> = notes.lines().collect();
        assert_eq!(lines.first().map(String::as_str), Some("[1] unknown: denied \\x1b"));
        assert_eq!(
            lines.get(1),
            Some(&format!("[2] unknown: {}… (and others for reasons of their own)", "x".repeat(LONGEST)))
        );
    }
}
