//! Texts whose length nobody knows, where there is room for so much only.

use std::borrow::Cow;

/// The most that is kept of the beginning of a text, and of its end, in bytes.
const MAX_BYTES: usize = 512;

/// A text, without its middle if it is long. What is wrong with an input may quote it, and an input may be of any length; a
/// log and a parked delivery have a largest size.
pub(crate) fn excerpt(text: &str) -> Cow<'_, str> {
    if text.len() <= 2 * MAX_BYTES {
        return Cow::Borrowed(text);
    }
    let (begin, end) = (text.floor_char_boundary(MAX_BYTES), text.ceil_char_boundary(text.len() - MAX_BYTES));
    Cow::Owned(format!("{} […] {}", &text[..begin], &text[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_lacks_its_middle_and_no_half_character() {
        assert_eq!(excerpt(&"x".repeat(2 * MAX_BYTES)), "x".repeat(2 * MAX_BYTES));
        let long = format!("x{} is no item", "ä".repeat(MAX_BYTES));
        let short = excerpt(&long);
        assert!(short.starts_with("xä") && short.contains("ä […] ä") && short.ends_with("ä is no item"), "{short}");
        assert!(short.len() <= 2 * MAX_BYTES + " […] ".len(), "{}", short.len());
    }
}
