//! AWS's descriptions, condensed to a line.

use regex::Regex;

/// The most characters of a description.
const LONGEST: usize = 160;

/// The first sentence of a description as plain text with code in backticks, shortened to a line.
pub fn condensed(markdown: &str) -> String {
    let mut text = markdown.replace("``", "`").replace(['*', '\u{a0}'], " ");
    for (pattern, replacement) in [
        (r"<[^>]*>", " "),
        (r"!?\[([^\]]*)\]\([^)]*\)", "$1"),
        (r"https?://\S+", "AWS's page"),
        (r"^\s*>\s*", ""),
        (r"\s+", " "),
        (r" ([.,;:)])", "$1"),
    ] {
        if let Ok(pattern) = Regex::new(pattern) {
            text = pattern.replace_all(&text, replacement).into_owned();
        }
    }
    let text = text.trim();
    let end = Regex::new(r"[^.][.!?](\s+[A-Z`(]|$)").ok().and_then(|end| end.find(text)).map(|found| found.start());
    let first = match end {
        Some(end) => text.chars().take(text.get(..end).map_or(0, |before| before.chars().count()) + 1).collect(),
        None => text.trim_end_matches(['.', ':', '!']).to_owned(),
    };
    let shortened = shortened(&first);
    // An unpaired backtick, or a bracket that is no link, would be read as markup.
    let plain =
        if shortened.matches('`').count() % 2 == 1 { shortened.replace("` ", "").replace('`', "") } else { shortened };
    let plain = plain.replace('[', "(").replace(']', ")").replace('<', "(").replace('>', ")").replace('\\', "/");
    if plain.is_empty() || plain.ends_with('…') { plain } else { plain + "." }
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let start: String = text.chars().take(LONGEST).collect();
    let words = start.rsplit_once(' ').map_or(start.as_str(), |(words, _)| words);
    format!("{} …", words.trim_end_matches([',', ';', ':']))
}

/// What stands in place of a description that AWS does not give.
pub fn sentence(name: &str) -> String {
    format!("`{name}`, which AWS's schema does not describe.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_is_condensed_to_its_first_sentence_without_markup() {
        let markdown =
            "The ``Delay`` of *messages*, see [the guide](https://example.com/a). Valid values: 1.\n\n+ more";
        assert_eq!(condensed(markdown), "The `Delay` of messages, see the guide.");
        assert_eq!(condensed("Use e.g. one. Then another."), "Use e.g. one.");
        assert_eq!(condensed("  "), "");
        assert_eq!(condensed("An unpaired ` and a [bracket"), "An unpaired and a (bracket.");
    }

    #[test]
    fn a_long_sentence_ends_at_a_word() {
        let text = condensed(&"word ".repeat(100));
        assert!(text.ends_with("word …") && text.chars().count() < LONGEST + 3, "{text}");
    }
}
