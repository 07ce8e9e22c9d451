//! Colours for what is shown.

use cdk::diff::{Line, Role};
use console::style;
use deploy::Plan;

/// What a deploy is going to do to a stack.
pub(crate) fn plan(plan: &Plan) -> String {
    let mut lines = vec![format!("stack {}: {}", plan.stack, plan.diff.summary())];
    lines.extend(plan.diff.text().iter().map(line));
    lines.join("\n")
}

/// A line of a diff, for standard error.
fn line(line: &Line) -> String {
    let text = style(&line.text).for_stderr();
    match line.role {
        Role::Heading => text.bold(),
        Role::Added => text.green(),
        Role::Removed => text.red(),
        Role::Replaced | Role::Warning => text.red().bold(),
        Role::Changed => text.yellow(),
        Role::Note => text.dim(),
    }
    .to_string()
}
