//! A diff as lines for a terminal. Colours are the business of whoever shows them.

use super::change::{
    Action, CodeChange, DataRisk, Direction, Effect, EntryChange, ExposureChange, LimitUse, PolicyChange,
    PropertyChange, ResourceChange,
};
use super::shown::shown;
use super::{Fate, TemplateDiff};
use serde_json::Value as Json;

/// What a line is, which decides how it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The name of a section.
    Heading,
    /// Something comes.
    Added,
    /// Something goes.
    Removed,
    /// Something is replaced, or may be.
    Replaced,
    /// Something changes in place.
    Changed,
    /// What somebody has to know before agreeing.
    Warning,
    /// Details, and what is as it should be.
    Note,
}

/// A line of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub role: Role,
    /// Its text, indented. It holds no control characters.
    pub text: String,
}

/// The most characters of a value on a line.
const MOST: usize = 160;

impl TemplateDiff {
    /// The diff as lines: what is risky first, then everything else by section. Nothing if nothing differs.
    #[must_use]
    pub fn text(&self) -> Vec<Line> {
        let mut lines = Lines::default();
        lines.section("Data at risk", &self.data, |risk| (Role::Warning, risk.to_string()));
        lines.section("Permissions", &self.policies, |policy| (role(policy.direction), policy.to_string()));
        lines.section("Network exposure", &self.exposure, |exposure| (role(exposure.direction), exposure.to_string()));
        if !self.resources.is_empty() {
            lines.heading("Resources");
            self.resources.iter().for_each(|resource| lines.resource(resource));
        }
        lines.section("Other sections", &self.entries, |entry| (entry_role(entry), entry.to_string()));
        lines.section("Code", &self.code, |code| (Role::Changed, code.to_string()));
        lines.section("Limits", &self.limits, |limit| (Role::Warning, limit.to_string()));
        lines.0
    }

    /// One line: how much is added, changed, replaced and removed, and what is risky about it.
    #[must_use]
    pub fn summary(&self) -> String {
        if self.is_empty() {
            return "no differences".to_owned();
        }
        let mut counts: Vec<String> = [
            (Action::Added, "to add"),
            (Action::Changed, "to change"),
            (Action::Replaced, "to replace"),
            (Action::MayBeReplaced, "that may be replaced"),
            (Action::Removed, "to remove"),
            (Action::Renamed, "renamed"),
        ]
        .into_iter()
        .map(|(action, what)| (self.resources.iter().filter(|change| change.action == action).count(), what))
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
        if !self.entries.is_empty() {
            counts.push(format!("{} in other sections", self.entries.len()));
        }
        if !self.code.is_empty() {
            counts.push(format!("code of {}", functions(self.code.len())));
        }
        let risk = self.risk();
        let mut risks = Vec::new();
        if risk.destructive {
            risks.push("destructive");
        }
        if risk.broadening {
            risks.push("broadening");
        }
        let risks = if risks.is_empty() { String::new() } else { format!(" ({})", risks.join(", ")) };
        format!("{}{risks}", counts.join(", "))
    }
}

fn functions(count: usize) -> String {
    if count == 1 { "1 function".to_owned() } else { format!("{count} functions") }
}

#[derive(Default)]
struct Lines(Vec<Line>);

impl Lines {
    fn push(&mut self, role: Role, indent: usize, text: &str) {
        self.0.push(Line { role, text: format!("{}{}", " ".repeat(indent), printable(text)) });
    }

    fn heading(&mut self, text: &str) {
        self.push(Role::Heading, 0, text);
    }

    fn section<T>(&mut self, heading: &str, items: &[T], line: impl Fn(&T) -> (Role, String)) {
        if !items.is_empty() {
            self.heading(heading);
            for item in items {
                let (role, text) = line(item);
                self.push(role, 2, &text);
            }
        }
    }

    fn resource(&mut self, resource: &ResourceChange) {
        let role = match resource.action {
            Action::Added => Role::Added,
            Action::Removed => Role::Removed,
            Action::Replaced | Action::MayBeReplaced => Role::Replaced,
            Action::Changed | Action::Renamed => Role::Changed,
        };
        self.push(role, 2, &headline(resource));
        notes(resource).iter().for_each(|(role, note)| self.push(*role, 6, note));
        for change in &resource.changes {
            self.push(Role::Note, 6, &property(change));
        }
    }
}

/// A resource in one line.
pub(super) fn headline(resource: &ResourceChange) -> String {
    let sign = match resource.action {
        Action::Added => "+",
        Action::Removed => "-",
        Action::Replaced => "±",
        Action::MayBeReplaced => "±?",
        Action::Changed | Action::Renamed => "~",
    };
    let end = match resource.action {
        Action::Replaced => ": replaced",
        Action::MayBeReplaced => ": may be replaced",
        Action::Renamed => ": renamed",
        Action::Added | Action::Removed | Action::Changed => "",
    };
    format!("{sign} {} ({}){end}", resource.logical_id, resource.resource_type)
}

/// What has to be said of a resource beside its properties.
pub(super) fn notes(resource: &ResourceChange) -> Vec<(Role, String)> {
    let mut notes: Vec<_> = resource.causes.iter().map(|cause| (Role::Replaced, format!("because {cause}"))).collect();
    if let Some(old) = &resource.old_type {
        let text = format!("its type was {old}: CloudFormation refuses that; give the new resource another logical id");
        notes.push((Role::Warning, text));
    }
    if let Some(renamed) = &resource.renamed {
        notes.push((
            Role::Note,
            format!("its construct was {}, and is {}; the resource stays", renamed.old, renamed.new),
        ));
    }
    if let (Some(other), Action::Removed) = (&resource.recreated, resource.action) {
        let id = &resource.logical_id;
        let text = format!(
            "{other} is equal and new: if that is its new name, write `ConstructPath::new(\"{other}\").renamed_from(\"{id}\")`; \
             otherwise CloudFormation makes a new one and gives this one up"
        );
        notes.push((if resource.stateful { Role::Warning } else { Role::Note }, text));
    }
    if resource.only_change_set_can_tell {
        let text = "no schema of its type is known here: only the change set can tell whether it is replaced";
        notes.push((Role::Note, text.to_owned()));
    }
    match resource.fate.filter(|_| resource.stateful || resource.fate != Some(Fate::Deleted)) {
        Some(Fate::Retained) => {
            notes.push((Role::Note, "the old one stays outside of the stack, as its policy says".to_owned()));
        }
        Some(Fate::Snapshot) => notes.push((Role::Warning, "the old one is deleted after a snapshot".to_owned())),
        Some(Fate::Deleted) => notes.push((Role::Warning, "the old one is deleted with what it holds".to_owned())),
        None => {}
    }
    notes
}

/// A property in one line.
pub(super) fn property(change: &PropertyChange) -> String {
    values(&change.path, change.old.as_ref(), change.new.as_ref())
}

fn values(path: &str, old: Option<&Json>, new: Option<&Json>) -> String {
    match (old, new) {
        (None, Some(new)) => format!("+ {path}: {}", short(new)),
        (Some(old), None) => format!("- {path}: {}", short(old)),
        (Some(old), Some(new)) => format!("~ {path}: {} -> {}", short(old), short(new)),
        (None, None) => format!("~ {path}"),
    }
}

fn short(value: &Json) -> String {
    let text = shown(value);
    match text.char_indices().nth(MOST) {
        Some((index, _)) => format!("{}…", text.get(..index).unwrap_or_default()),
        None => text,
    }
}

/// Without anything that a terminal would take for a command.
fn printable(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { '\u{fffd}' } else { letter }).collect()
}

fn role(direction: Direction) -> Role {
    match direction {
        Direction::Widened => Role::Warning,
        Direction::Narrowed => Role::Note,
    }
}

fn entry_role(entry: &EntryChange) -> Role {
    match (&entry.old, &entry.new) {
        (None, _) => Role::Added,
        (_, None) => Role::Removed,
        _ => Role::Changed,
    }
}

impl std::fmt::Display for EntryChange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let path = if self.path.is_empty() { self.section.clone() } else { format!("{}.{}", self.section, self.path) };
        f.write_str(&values(&path, self.old.as_ref(), self.new.as_ref()))
    }
}

impl std::fmt::Display for DataRisk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "! {} ({}): {}", self.logical_id, self.resource_type, self.meaning)
    }
}

impl std::fmt::Display for PolicyChange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let what = match (self.direction, self.effect) {
            (Direction::Widened, Effect::Allow) => "+ may",
            (Direction::Narrowed, Effect::Allow) => "- may no longer",
            (Direction::Widened, Effect::Deny) => "+ is no longer denied",
            (Direction::Narrowed, Effect::Deny) => "- is denied",
        };
        let (sign, what) = what.split_once(' ').unwrap_or(("~", what));
        write!(f, "{sign} {} {what} {} on {}", self.principal, self.actions.join(", "), self.resources.join(", "))?;
        if let Some(condition) = &self.condition {
            write!(f, " if {condition}")?;
        }
        if self.public && self.direction == Direction::Widened {
            f.write_str(" (that is everybody)")?;
        }
        Ok(())
    }
}

impl std::fmt::Display for ExposureChange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.direction == Direction::Widened { "+" } else { "-" };
        write!(f, "{sign} {} ({}): {}", self.logical_id, self.resource_type, self.what)?;
        if self.direction == Direction::Narrowed { f.write_str(" (no longer)") } else { Ok(()) }
    }
}

impl std::fmt::Display for CodeChange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let key = |key: &Option<String>| key.clone().unwrap_or_else(|| "nothing".to_owned());
        write!(f, "~ {}: {} -> {}", self.function, key(&self.old_key), key(&self.new_key))?;
        match (self.old_size, self.new_size) {
            (Some(old), Some(new)) => write!(f, " ({old} -> {new} bytes)"),
            (None, Some(new)) => write!(f, " ({new} bytes)"),
            _ => Ok(()),
        }
    }
}

impl std::fmt::Display for LimitUse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "! {} of {} {} (before: {}); beyond, {}", self.used, self.most, self.what, self.before, self.beyond)
    }
}
