//! Colours for what is shown.

use cdk::diff::{Line, Role};
use console::{StyledObject, style};
use deploy::Plan;

/// What a deploy is going to do to a stack, for standard error.
pub(crate) fn plan(plan: &Plan) -> String {
    let mut lines = vec![format!("stack {}: {}", plan.stack, plan.diff.summary())];
    lines.extend(plan.diff.text().iter().map(|shown| line(shown).for_stderr().to_string()));
    lines.join("\n")
}

/// A line of a diff.
pub(crate) fn line(line: &Line) -> StyledObject<&str> {
    let text = style(line.text.as_str());
    match line.role {
        Role::Heading => text.bold(),
        Role::Added => text.green(),
        Role::Removed => text.red(),
        Role::Replaced => text.magenta(),
        Role::Changed => text.yellow(),
        Role::Warning => text.red().bold(),
        Role::Note => text.dim(),
    }
}
