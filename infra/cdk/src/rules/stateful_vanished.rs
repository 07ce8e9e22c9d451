//! What holds data does not leave a stack unnoticed.

use super::{Rule, found_before, is_stateful};
use crate::committed::Comparison;

pub(crate) static STATEFUL_VANISHED: Rule = Rule {
    id: "stateful-vanished",
    summary: "A resource that holds data stays in its stack unless somebody says that it may go.",
    explanation: "CloudFormation deletes what is no longer in the template, or leaves it behind outside of every stack, \
                  depending on its deletion policy. A renamed construct looks the same to it: the old resource goes and \
                  a new, empty one comes. Synthesis compares with the committed template and refuses both.",
    fix: "If it was renamed, say so with `renamed_from`, which keeps its logical id. If it is to go, name it with `--accept-loss`.",
    page: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html",
    waivable: false,
    check: found_before,
};

/// The resources with data that are in the committed template only.
pub(crate) fn compare(comparison: &mut Comparison<'_>) {
    for (id, committed) in comparison.committed() {
        if comparison.stack.template.resources.contains_key(id) || !is_stateful(committed) {
            continue;
        }
        let fate = match committed["DeletionPolicy"].as_str() {
            Some("Retain" | "RetainExceptOnCreate") => "would be left behind outside of the stack",
            Some("Snapshot") => "would be deleted after a snapshot",
            _ => "would be deleted with its data",
        };
        let kind = committed["Type"].as_str().unwrap_or_default();
        let new: Vec<&str> = comparison.new_of(kind).collect();
        let help = match new.as_slice() {
            [new] => format!(
                "if {new} is its new name, write `ConstructPath::new(\"{new}\").renamed_from(\"{id}\")`; \
                 if it is to go, run `synth --accept-loss {id}`"
            ),
            _ => format!("put it back, or name it: `synth --accept-loss {id}`"),
        };
        comparison.refuse(&STATEFUL_VANISHED, id, format!("the {kind} {id} is gone; it {fate}"), help);
    }
}
