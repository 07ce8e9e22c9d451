//! Text from elsewhere, made fit to be shown.

use std::fmt::Write;

use serde_json::Value;

/// Text on one line in which nothing can steer a terminal or change the order of what is read: control characters, and
/// those that turn the direction of writing, are written as their codes.
pub(crate) fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\t' => shown.push('\t'),
            '\n' => shown.push_str("\\n"),
            '\r' => shown.push_str("\\r"),
            control if control.is_ascii_control() => {
                // Writing to a string does not fail.
                let _ = write!(shown, "\\x{:02x}", u32::from(control));
            }
            control if steers(control) => {
                let _ = write!(shown, "\\u{{{:x}}}", u32::from(control));
            }
            other => shown.push(other),
        }
    }
    shown
}

/// A number of things: `1 event`, `2 events`.
pub(crate) fn counted(number: u64, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}

/// JSON on one line in which, too, nothing can steer a terminal.
pub(crate) fn json_line(value: &Value) -> String {
    let mut line = String::new();
    for character in value.to_string().chars() {
        if character == '\u{7f}' || steers(character) {
            // All of them are below U+10000, and can stand within strings only.
            let _ = write!(line, "\\u{:04x}", u32::from(character));
        } else {
            line.push(character);
        }
    }
    line
}

/// Controls outside of ASCII: some terminals obey those of Latin 1 (U+0080 to U+009F); the others separate lines, or turn
/// the direction of writing.
fn steers(character: char) -> bool {
    matches!(
        character,
        '\u{80}'..='\u{9f}'
            | '\u{61c}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_shown_can_steer_a_terminal() {
        let hostile = "\u{1b}[2J\u{1b}]0;title\u{7}\r\n\u{9b}31m\u{202e}txt\u{7f}\0";
        assert_eq!(visible(hostile), "\\x1b[2J\\x1b]0;title\\x07\\r\\n\\u{9b}31m\\u{202e}txt\\x7f\\x00");
        assert_eq!(visible("as it is:\t\"{}\" ä 茶 🫖"), "as it is:\t\"{}\" ä 茶 🫖");
    }

    #[test]
    fn json_on_a_line_cannot_steer_a_terminal_and_still_means_the_same() {
        let hostile: String = ('\0'..='\u{a0}').chain(['\u{202e}', '\u{2028}', '茶']).collect();
        let value = serde_json::json!({ "text": hostile });
        let line = json_line(&value);
        assert!(!line.chars().any(|character| character.is_control() || steers(character)), "{line}");
        assert_eq!(serde_json::from_str::<Value>(&line).unwrap(), value);
    }
}
