//! Which lines were seen already.

use std::collections::BTreeSet;

/// The lines of the last while, by time and identity.
#[derive(Debug, Default)]
pub(super) struct Seen {
    lines: BTreeSet<(i64, String)>,
    newest_ms: Option<i64>,
}

impl Seen {
    /// Notes a line. Forgets what is more than `overlap_ms` older than the newest one, as it is not read again.
    pub fn is_new(&mut self, at_ms: i64, identity: String, overlap_ms: i64) -> bool {
        let is_new = self.lines.insert((at_ms, identity));
        if self.newest_ms.is_none_or(|newest| newest < at_ms) {
            self.newest_ms = Some(at_ms);
            self.lines = self.lines.split_off(&(at_ms.saturating_sub(overlap_ms), String::new()));
        }
        is_new
    }

    /// The time of the newest line.
    pub const fn newest_ms(&self) -> Option<i64> {
        self.newest_ms
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_new_once_and_forgotten_when_it_cannot_come_again() {
        let mut seen = Seen::default();
        let mut is_new = |at_ms, identity: &str| seen.is_new(at_ms, identity.to_owned(), 10);
        assert!(is_new(100, "a"));
        assert!(!is_new(100, "a"));
        assert!(is_new(100, "b"));
        assert!(is_new(95, "late"));
        assert!(is_new(110, "c"));
        assert!(!is_new(100, "a"), "still within the overlap");
        assert!(is_new(111, "d"));
        assert_eq!(seen.newest_ms(), Some(111));
        assert_eq!(seen.lines.len(), 2);
    }
}
