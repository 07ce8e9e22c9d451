//! Markdown.
use super::TemplateDiff;
/// The most characters of a comment on GitHub.
pub const GITHUB_COMMENT: usize = 65_536;
/// Diffs of several stacks, by name, as a comment of at most `most` characters.
#[must_use]
pub fn markdown(_: &[(&str, &TemplateDiff)], _: usize) -> String {
    String::new()
}
