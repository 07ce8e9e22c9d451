//! Diffs as a comment on a pull request: a line of counts and what is risky first, everything else folded.

use super::TemplateDiff;
use super::text::{Line, Role};
use super::{Direction, PolicyChange};

/// The most characters of a comment on GitHub.
pub const GITHUB_COMMENT: usize = 65_536;

/// The most warnings that are shown unfolded for a stack.
const WARNINGS: usize = 10;

/// The most characters of a warning.
const WARNING: usize = 300;

/// What stays free for the notes on what was left out.
const RESERVE: usize = 1_024;

/// What the note on lines that are left out of a stack takes.
const NOTE: usize = 100;

/// Diffs of several stacks, by name, as Markdown of at most `most` bytes (at least 4,096). Values are escaped: nothing in
/// a template becomes markup, mentions anybody or links anywhere.
#[must_use]
pub fn markdown(stacks: &[(&str, &TemplateDiff)], most: usize) -> String {
    let most = most.max(4_096).saturating_sub(RESERVE);
    let mut heads: Vec<String> = stacks.iter().map(|(name, diff)| head(name, diff)).collect();
    // Hundreds of stacks: only as many as fit.
    let mut used = 0;
    let fitting = heads.iter().take_while(|head| {
        used += head.len() + NOTE;
        used <= most
    });
    let fitting = fitting.count();
    heads.truncate(fitting);
    let left = most.saturating_sub(heads.iter().map(|head| head.len() + NOTE).sum());
    let share = left / stacks.len().max(1);
    let mut text = String::new();
    for (head, (_, diff)) in heads.iter().zip(stacks) {
        text.push_str(head);
        details(diff, share, &mut text);
    }
    if fitting < stacks.len() {
        text.push_str(&format!("\n{} more stacks are left out: `infra diff` shows them.\n", stacks.len() - fitting));
    }
    text
}

fn head(name: &str, diff: &TemplateDiff) -> String {
    let risk = diff.risk();
    let sign = if risk.destructive || risk.broadening { "⚠️ " } else { "" };
    let state = if diff.is_new { " (nothing to compare with: everything is new)" } else { "" };
    let mut text = format!("### {sign}{}: {}{state}\n\n", escaped(&shortened(name)), escaped(&diff.summary()));
    let widened = |policy: &&PolicyChange| policy.direction == Direction::Widened;
    let data = diff.data.iter().map(|risk| format!("**data** {}", escaped(&shortened(&risk.to_string()))));
    let opened = diff.exposure.iter().filter(|exposure| exposure.direction == Direction::Widened);
    let exposure = opened.map(|exposure| format!("**exposure** {}", escaped(&shortened(&exposure.to_string()))));
    let policies = diff.policies.iter().filter(widened);
    let policies = policies.map(|policy| format!("**permission** {}", escaped(&shortened(&policy.to_string()))));
    let mut warnings: Vec<String> = data.chain(exposure).chain(policies).collect();
    let more = warnings.len().saturating_sub(WARNINGS);
    warnings.truncate(WARNINGS);
    for warning in &warnings {
        text.push_str(&format!("- {warning}\n"));
    }
    if more > 0 {
        text.push_str(&format!("- and {more} more below\n"));
    }
    if !warnings.is_empty() {
        text.push('\n');
    }
    text
}

/// A fold-out for each section, each as a block in which nothing is markup.
fn details(diff: &TemplateDiff, most: usize, text: &mut String) {
    let lines = diff.text();
    let mut left = most;
    let mut left_out = 0;
    let mut rest = lines.as_slice();
    while let [heading, after @ ..] = rest {
        let count = after.iter().take_while(|line| line.role != Role::Heading).count();
        let (section, next) = after.split_at(count);
        rest = next;
        let items = section.iter().filter(|line| line.text.starts_with("  ") && !line.text.starts_with("   ")).count();
        let fence = fence(section);
        let begin = format!("<details><summary>{} ({items})</summary>\n\n{fence}diff\n", escaped(&heading.text));
        let end = format!("{fence}\n\n</details>\n\n");
        let Some(mut room) = left.checked_sub(begin.len() + end.len()) else {
            left_out += section.len();
            continue;
        };
        let before = text.len();
        text.push_str(&begin);
        for line in section {
            let line = block(line);
            match room.checked_sub(line.len()) {
                Some(rest) => {
                    room = rest;
                    text.push_str(&line);
                }
                None => left_out += 1,
            }
        }
        text.push_str(&end);
        left = left.saturating_sub(text.len() - before);
    }
    if left_out > 0 {
        let lines = if left_out == 1 { "1 line is".to_owned() } else { format!("{left_out} lines are") };
        text.push_str(&format!("_{lines} left out here: `infra diff` shows all._\n\n"));
    }
}

/// A line of a block, with the sign at its beginning that colours it.
fn block(line: &Line) -> String {
    let text = line.text.strip_prefix("  ").unwrap_or(&line.text);
    let text = match line.role {
        Role::Warning | Role::Replaced if !text.starts_with(['+', '-', '!', ' ']) => format!("! {text}"),
        _ => text.to_owned(),
    };
    format!("{text}\n")
}

/// A fence that is longer than any that stands in the lines.
fn fence(lines: &[Line]) -> String {
    let longest = |text: &str| text.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
    let longest = lines.iter().map(|line| longest(&line.text)).max().unwrap_or(0);
    "`".repeat(longest.max(2) + 1)
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(WARNING) {
        Some((index, _)) => format!("{}…", text.get(..index).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// Text in which nothing is markup: neither HTML nor Markdown, no mention, no link.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' | '<' | '>' | '`' | '|' | '*' | '_' | '[' | ']' | '\\' | '@' | '#' | '~' | '$' | '!' => {
                escaped.push_str(&format!("&#{};", u32::from(letter)));
            }
            letter if letter.is_control() => escaped.push('\u{fffd}'),
            letter => escaped.push(letter),
        }
    }
    // An address is a link even without markup.
    escaped.replace("://", ":&#47;&#47;").replace("www.", "www&#46;")
}
