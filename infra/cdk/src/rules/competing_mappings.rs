//! One mapping takes the messages of a queue.

use std::collections::BTreeMap;

use super::known::truth;
use super::{Findings, Rule, Subject};
use crate::LogicalId;

pub(crate) static COMPETING_MAPPINGS: Rule = Rule {
    id: "competing-mappings",
    summary: "A queue has one enabled mapping.",
    explanation: "Each message of a queue goes to one of its mappings, nobody knows which. Filters do not help: what the \
                  filter of one mapping leaves out is deleted from the queue before the other one sees it.",
    fix: "Give each function a queue of its own, fed by one topic, or disable one of the mappings.",
    page: "https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html",
    waivable: true,
    check,
};

fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let mut first: BTreeMap<&LogicalId, &LogicalId> = BTreeMap::new();
    for (id, mapping, queue, _) in subject.mappings("AWS::SQS::Queue") {
        // What exists under a condition only may never exist together.
        if mapping.condition.is_some() || truth(mapping, "Enabled", true) != Some(true) {
            continue;
        }
        match first.get(queue) {
            Some(other) => {
                let message = format!("it competes with {other} for the messages of {queue}");
                findings.add(id, message, COMPETING_MAPPINGS.fix);
            }
            None => {
                first.insert(queue, id);
            }
        }
    }
}
